/** Pyodide for tests: the npm package of this repository. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Undefined where it is not installed. */
export function findPyodideFolder(): string | undefined {
  const folder = fileURLToPath(new URL("../../node_modules/pyodide", import.meta.url));
  return existsSync(join(folder, "pyodide.mjs")) ? folder : undefined;
}
