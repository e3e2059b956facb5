/** The names that a wheel is imported by, so that importing them tries it. */

import { compareCodePoints } from "../bytes/code-points.ts";
import { isModuleFile, moduleNameOf } from "../check/contents/library-modules.ts";

/** Folders that no import reaches: `hello-1.0.dist-info`, `hello.libs`. */
const NEVER_IMPORTED = /\.(?:dist-info|data|libs|egg-info)$/;
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/**
 * Modules and packages at the top; of a folder without `__init__.py`, which may be a namespace that others share, those
 * below it.
 *
 * @param declared Names of the metadata (PEP 794), if it has any: they are what the author says.
 * @param paths Members of the wheel as they are installed: relative to site-packages.
 */
export function importableNames(declared: readonly string[], paths: readonly string[]): string[] {
  const named = declared.map((value) => value.split(";")[0]?.trim() ?? "").filter((name) => name !== "");
  // A single empty name says that there is nothing to import.
  if (declared.length > 0) return named;
  const names = new Set<string>();
  collect("", paths, names);
  return [...names].sort(compareCodePoints);
}

function collect(parent: string, paths: readonly string[], names: Set<string>): void {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const slash = path.indexOf("/");
    if (slash === -1) {
      const name = moduleNameOf(path);
      if (isModuleFile(path) && IDENTIFIER.test(name) && name !== "__init__") names.add(`${parent}${name}`);
      continue;
    }
    const folder = path.slice(0, slash);
    folders.set(folder, [...(folders.get(folder) ?? []), path.slice(slash + 1)]);
  }
  for (const [folder, below] of folders) {
    if (NEVER_IMPORTED.test(folder) || !IDENTIFIER.test(folder)) continue;
    const isPackage = below.some(
      (path) => !path.includes("/") && isModuleFile(path) && moduleNameOf(path) === "__init__",
    );
    if (isPackage) names.add(`${parent}${folder}`);
    else collect(`${parent}${folder}.`, below, names);
  }
}
