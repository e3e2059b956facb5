// The library must work in a browser: bundles both entries and the program of its workers without Node, and runs them
// in an empty global scope that has web standards alone. The entries pack a wheel there; the worker waits for jobs.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";

const STANDARDS = {
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
};

/** The text of a bundle, as browsers get it. */
async function bundle(path) {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${path}`, import.meta.url))],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "packwheel",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const [{ contents, text }] = result.outputFiles;
  console.log(`src/${path} bundles for browsers: ${(contents.length / 1000).toFixed(0)} kB minified`);
  return text;
}

for (const entry of ["index.ts", "web.ts"]) {
  const scope = vm.createContext({ ...STANDARDS });
  vm.runInContext(await bundle(entry), scope);
  const wheel = await vm.runInContext(
    `packwheel.packWheel(packwheel.memoryTree({
      "pyproject.toml": '[project]\\nname = "hello"\\nversion = "1.0"\\n',
      "hello/__init__.py": "",
    }))`,
    scope,
  );
  assert.equal(wheel.filename, "hello-1.0-py3-none-any.whl");
}

const listened = [];
const scope = vm.createContext({ ...STANDARDS, addEventListener: (name) => listened.push(name) });
vm.runInContext(await bundle("web/toolchain/toolchain-worker.ts"), scope);
assert.deepEqual(listened, ["message"]);
