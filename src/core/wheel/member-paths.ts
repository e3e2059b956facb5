/** Whether the files of one archive can lie side by side on every system. */
import type { Finding } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { findPathFault, foldPath } from "../zip/safe-path.ts";

export type PathProblemCode<Area extends string> = `${Area}_${
  | "UNSAFE_PATH"
  | "DUPLICATE_PATH"
  | "PATH_CONFLICT"
  | "CASE_COLLISION"}`;

export interface PathFinding<Area extends string> extends Finding {
  readonly code: PathProblemCode<Area>;
}

/**
 * Unsafe paths, paths that come twice, and files that lie where others need a folder, are errors. Paths that differ
 * only in case are a warning: they are legal, but Windows and macOS install only one of them.
 *
 * @param area First word of the codes: `WHEEL`.
 */
export function checkMemberPaths<Area extends string>(paths: Iterable<string>, area: Area): PathFinding<Area>[] {
  const findings: PathFinding<Area>[] = [];
  const error = (problem: "UNSAFE_PATH" | "DUPLICATE_PATH" | "PATH_CONFLICT", path: string, state: string): void => {
    const message = `Cannot pack ${quote(path)}: ${state}`;
    findings.push({ code: `${area}_${problem}`, severity: "error", message, path });
  };
  const exact = new Set<string>();
  const folded = new Map<string, string>();
  for (const path of paths) {
    const fault = findPathFault(path);
    if (fault !== undefined) {
      error("UNSAFE_PATH", path, fault);
      continue;
    }
    if (exact.has(path)) {
      error("DUPLICATE_PATH", path, "it comes twice");
      continue;
    }
    exact.add(path);
    const key = foldPath(path);
    const twin = folded.get(key);
    if (twin === undefined) folded.set(key, path);
    else {
      const message = `${quote(twin)} and ${quote(path)} differ only in case: Windows and macOS install only one of them`;
      findings.push({ code: `${area}_CASE_COLLISION`, severity: "warning", message, path, hint: "Rename one of them" });
    }
  }
  for (const [folder, path] of foldersOf(exact)) {
    if (exact.has(folder)) error("PATH_CONFLICT", path, `${quote(folder)} is a file`);
  }
  return findings;
}

/** Every folder, with the first path that lies in it. */
function foldersOf(paths: ReadonlySet<string>): Map<string, string> {
  const folders = new Map<string, string>();
  for (const path of paths) {
    for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
      const folder = path.slice(0, slash);
      // Its own folders are known as well then.
      if (folders.has(folder)) break;
      folders.set(folder, path);
    }
  }
  return folders;
}
