// What the page may load and run, written into its HTML: nothing but its own files, and WebAssembly.
import type { Plugin } from "vite";

const POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    // While it is worked on, Vite writes styles into the page and talks to it.
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: () => [
        {
          tag: "meta",
          attrs: {
            "http-equiv": "Content-Security-Policy",
            content: Object.entries(POLICY)
              .map(([name, value]) => `${name} ${value}`)
              .join("; "),
          },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}
