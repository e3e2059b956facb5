// The library must work in a browser: bundles both entries without Node, runs the bundle in an empty
// global scope that has web standards alone, and packs a wheel there.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";

for (const entry of ["index", "web"]) {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url))],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "packwheel",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const [bundle] = result.outputFiles;
  console.log(`src/${entry}.ts bundles for browsers: ${(bundle.contents.length / 1000).toFixed(0)} kB minified`);
  const scope = vm.createContext({
    TextEncoder,
    TextDecoder,
    URL,
    Blob,
    WebAssembly,
    AbortController,
    AbortSignal,
    DOMException,
    performance,
    queueMicrotask,
    setTimeout,
    clearTimeout,
    atob,
    btoa,
    console,
  });
  vm.runInContext(bundle.text, scope);
  const wheel = await vm.runInContext(
    `packwheel.packWheel(packwheel.memoryTree({
      "pyproject.toml": '[project]\\nname = "hello"\\nversion = "1.0"\\n',
      "hello/__init__.py": "",
    }))`,
    scope,
  );
  assert.equal(wheel.filename, "hello-1.0-py3-none-any.whl");
}
