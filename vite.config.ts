// The page of docs/web-page.md: `npm run web` serves it, `npm run web:build` writes it as files for any server.
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { UserConfig } from "vite";
import { contentSecurityPolicy } from "./.ci/web-page/content-security-policy.ts";
import { pyodideFiles } from "./.ci/web-page/pyodide-files.ts";
import { serviceWorker } from "./.ci/web-page/service-worker.ts";
import { packwheelToolchain } from "./src/node/vite-toolchain.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where Pyodide is, when it is not to be copied: `https://example.org/pyodide/`. */
const pyodideUrl = process.env["PYODIDE_URL"];

const config: UserConfig = {
  root: here("src/web/app"),
  // Wherever it is put, it finds its files.
  base: "./",
  cacheDir: here(".cache/vite"),
  publicDir: false,
  build: {
    outDir: here(".cache/web-page"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  // Those of workers are found late, and the page would be loaded anew.
  optimizeDeps: {
    include: ["@bjorn3/browser_wasi_shim", "fflate", "hash-wasm", "ignore", "picomatch", "smol-toml"],
  },
  plugins: [
    contentSecurityPolicy(),
    packwheelToolchain({ cacheFolder: here(".cache/web/toolchain") }),
    pyodideFiles(pyodideUrl),
    serviceWorker(),
  ],
};

export default config;
