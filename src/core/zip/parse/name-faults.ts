/** Names that cannot all be unpacked: unsafe ones, and pairs that meet in one place. */
import type { ZipErrorCode } from "../error-codes.ts";
import type { ZipEntry } from "../model.ts";
import { findPathFault, foldPath } from "../safe-path.ts";
import type { FaultList } from "./faults.ts";

export function checkNames(entries: readonly ZipEntry[], faults: FaultList): void {
  const places = new Map<string, ZipEntry>();
  const folded = new Map<string, ZipEntry>();
  const report = (entry: ZipEntry, code: ZipErrorCode, what: string): void =>
    faults.add(code, `Cannot unpack "${entry.path}": ${what}`, { path: entry.path, offset: entry.localHeaderOffset });
  for (const entry of entries) {
    const path = withoutSlash(entry.path);
    const fault = findPathFault(path);
    if (fault !== undefined) report(entry, "ZIP_UNSAFE_PATH", fault);

    const same = places.get(path);
    if (same !== undefined) {
      if (same.isDirectory === entry.isDirectory) report(entry, "ZIP_DUPLICATE_NAME", "the archive has it twice");
      else report(entry, "ZIP_PATH_CONFLICT", "it is a file and a folder");
      continue;
    }
    places.set(path, entry);

    const fold = foldPath(path);
    const alike = folded.get(fold);
    if (alike === undefined) folded.set(fold, entry);
    else report(entry, "ZIP_CASE_COLLISION", `it meets "${alike.path}" where case is ignored`);
  }
  checkFolders(places, faults);
}

/** A file cannot be a folder of other files as well. */
function checkFolders(places: ReadonlyMap<string, ZipEntry>, faults: FaultList): void {
  // With the slash, all that lies in a folder follows it directly; one comparison for each path, however deep.
  const sorted = [...places.keys()].map((path) => `${path}/`).sort();
  for (const [index, folder] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next?.startsWith(folder) !== true) continue;
    const outer = places.get(folder.slice(0, -1));
    const inner = places.get(next.slice(0, -1));
    if (outer === undefined || inner === undefined || outer.isDirectory) continue;
    faults.add("ZIP_PATH_CONFLICT", `Cannot unpack "${inner.path}": "${outer.path}" is a file`, {
      path: inner.path,
      offset: inner.localHeaderOffset,
    });
  }
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}
