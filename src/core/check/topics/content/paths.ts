/** Paths that some systems cannot have. */
import type { Finding } from "../../../errors.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { foldPath } from "../../../zip/safe-path.ts";
import { finding } from "../../finding.ts";

/** Windows without long paths: 260 characters, of which the folder of a Python in a home folder takes about 90. */
const MAX_PATH_LENGTH = 170;
/** Of Linux and macOS file systems. */
const MAX_NAME_BYTES = 255;

const MAX_FOLDED_LENGTH = 1024;

const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?$/i;
const FORBIDDEN = /[<>:"|?*]/;

/** @param paths As they are installed or unpacked. */
export function checkPaths(paths: readonly string[]): Finding[] {
  return [...checkCaseCollisions(paths), ...paths.flatMap(checkWindowsName), ...paths.flatMap(checkLength)];
}

/** Two files, or two folders that differ in case: `Hello/a.py` and `hello/b.py` make one folder on Windows. */
function checkCaseCollisions(paths: readonly string[]): Finding[] {
  const spellings = new Map<string, string>();
  const findings: Finding[] = [];
  for (const path of paths) {
    // Every folder on the way is remembered, which an endless path would turn into endless memory.
    if (path.length > MAX_FOLDED_LENGTH) continue;
    for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
      const part = end === -1 ? path : path.slice(0, end);
      const folded = foldPath(part);
      const other = spellings.get(folded);
      if (other === undefined) spellings.set(folded, part);
      else if (other !== part) {
        const message = `Path "${excerpt(part)}" differs from "${excerpt(other)}" in case alone`;
        findings.push(finding("CONTENT_CASE_COLLISION", message, { path }));
        break;
      }
      if (end === -1) break;
    }
  }
  return findings;
}

function checkWindowsName(path: string): Finding[] {
  const wrong = path.split("/").find((name) => RESERVED.test(name) || FORBIDDEN.test(name) || endsBadly(name));
  if (wrong === undefined) return [];
  return [finding("CONTENT_WINDOWS_NAME", `Name "${excerpt(wrong)}" cannot be created on Windows`, { path })];
}

/** Windows drops dots and spaces at the end; `.` and `..` the framing rules tell of. */
function endsBadly(name: string): boolean {
  return (name.endsWith(".") || name.endsWith(" ")) && name !== "." && name !== "..";
}

function checkLength(path: string): Finding[] {
  const encoder = new TextEncoder();
  const longName = path.length > 80 && path.split("/").some((name) => encoder.encode(name).length > MAX_NAME_BYTES);
  if (path.length <= MAX_PATH_LENGTH && !longName) return [];
  const message = longName
    ? `Path has a name of more than ${MAX_NAME_BYTES} bytes`
    : `Path has ${path.length} characters, too many for Windows when it is installed`;
  return [finding("CONTENT_PATH_TOO_LONG", message, { path })];
}
