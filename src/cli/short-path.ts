/** Paths as results show them. */
import { relative } from "node:path";

/** Relative to where the user stands, unless that would climb out. */
export function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith("..") ? path : short;
}
