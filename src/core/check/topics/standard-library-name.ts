/** PyPI gives the names of standard library modules to no new project; a few old projects have them. */
import type { Finding } from "../../errors.ts";
import { normalizeName } from "../../names/project-name.ts";
import { finding } from "../finding.ts";

export async function checkStandardLibraryName(name: string, path: string): Promise<Finding[]> {
  const { STANDARD_LIBRARY } = await import("../data/standard-library.ts");
  if (!STANDARD_LIBRARY.has(normalizeName(name))) return [];
  const message = `Name "${name}" is that of a standard library module`;
  return [finding("INDEX_STANDARD_LIBRARY_NAME", message, { path, hint: "Choose another name for a new project" })];
}
