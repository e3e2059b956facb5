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
  const exact = new Set<string>();
  const folded = new Map<string, string>();
  for (const path of paths) {
    const name = quote(path);
    const fault = findPathFault(path);
    if (fault !== undefined) {
      findings.push({ code: `${area}_UNSAFE_PATH`, severity: "error", message: `Cannot pack ${name}: ${fault}`, path });
      continue;
    }
    if (exact.has(path)) {
      const message = `Cannot pack ${name}: it comes twice`;
      findings.push({ code: `${area}_DUPLICATE_PATH`, severity: "error", message, path });
      continue;
    }
    exact.add(path);
    const twin = folded.get(foldPath(path));
    if (twin === undefined) folded.set(foldPath(path), path);
    else {
      const message = `${quote(twin)} and ${name} differ only in case: Windows and macOS install only one of them`;
      findings.push({ code: `${area}_CASE_COLLISION`, severity: "warning", message, path, hint: "Rename one of them" });
    }
  }
  for (const path of exact) {
    for (let slash = path.indexOf("/"); slash > 0; slash = path.indexOf("/", slash + 1)) {
      const folder = path.slice(0, slash);
      if (!exact.has(folder)) continue;
      const message = `Cannot pack ${quote(path)}: ${quote(folder)} is a file`;
      findings.push({ code: `${area}_PATH_CONFLICT`, severity: "error", message, path });
    }
  }
  return findings;
}
