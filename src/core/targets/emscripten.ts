/**
 * WebAssembly for Pyodide, the Python that runs in browsers and Node: side modules, which its main module links as they
 * are loaded. Spec: PEP 783.
 */
import type { BuildTarget } from "./build-target.ts";

export const EMSCRIPTEN_TARGETS: readonly BuildTarget[] = [
  {
    name: "pyemscripten-wasm32",
    triple: "wasm32-unknown-emscripten",
    system: "emscripten",
    libc: "emscripten",
    machine: "wasm32",
    // The platform of Python 3.13, and the oldest of which a release takes the tag.
    defaultFloor: "2025.0",
    defaultTag: "pyemscripten_2025_0_wasm32",
    includes: ["include-emscripten", "include"],
    clangFlags: [
      // clang hides all symbols of WebAssembly that do not say otherwise.
      "-fvisibility=default",
      // Jumps are exceptions of WebAssembly, as in all that Pyodide has been built with since 2025.0.
      "-mllvm",
      "-wasm-enable-sjlj",
    ],
    codeGenerator: "clang",
    llcFlags: [],
    proof: "pyodide",
  },
];
