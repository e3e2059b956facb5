/** Pyodide for tests: npm packages of this repository, one for each platform that wheels are tagged for. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Package -> the platform that it is. */
export const PYODIDES: Readonly<Record<string, string>> = {
  "pyodide-2025": "pyemscripten_2025_0_wasm32",
  pyodide: "pyemscripten_2026_0_wasm32",
  "pyodide-2026-5": "pyemscripten_2026_5_wasm32",
};

/** Undefined where it is not installed. */
export function findPyodideFolder(name = "pyodide"): string | undefined {
  const folder = fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url));
  return existsSync(join(folder, "pyodide.mjs")) ? folder : undefined;
}
