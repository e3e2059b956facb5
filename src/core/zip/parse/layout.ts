/** How members lie in the file: none over another, and what is between them. */
import { FLAG } from "../constants.ts";
import type { ZipEntry, ZipStray } from "../model.ts";
import type { DirectoryEntry } from "./central-directory.ts";
import type { FaultList } from "./faults.ts";

/** Lengths of a data descriptor: with or without a signature, with 32-bit or 64-bit sizes. */
const DESCRIPTOR_LENGTHS: readonly number[] = [12, 16, 20, 24];

/** One stray is enough to refuse an archive; a gap after each member tells no more. */
const MAX_STRAYS = 50;

/**
 * @param entries Sorted by `localHeaderOffset`.
 * @param membersEnd Where the central directory begins.
 * @returns The bytes before, between and behind the members; not all, if there are very many.
 */
export function checkLayout(entries: readonly DirectoryEntry[], membersEnd: number, faults: FaultList): ZipStray[] {
  const strays: ZipStray[] = [];
  let end = 0;
  let previous: ZipEntry | undefined;
  const reachTo = (start: number): void => {
    const length = start - end;
    if (length <= 0 || strays.length >= MAX_STRAYS) return;
    const isDescriptor =
      previous !== undefined &&
      ((previous.flags | (previous.local?.flags ?? 0)) & FLAG.DATA_DESCRIPTOR) !== 0 &&
      DESCRIPTOR_LENGTHS.includes(length);
    if (!isDescriptor) strays.push({ kind: previous === undefined ? "prefix" : "gap", offset: end, length });
  };

  for (const { entry } of entries) {
    if (entry.local === undefined) continue;
    const start = entry.localHeaderOffset;
    if (previous !== undefined && start < end) {
      faults.add("ZIP_OVERLAP", `Cannot read "${entry.path}": it begins within "${previous.path}"`, {
        path: entry.path,
        offset: start,
      });
    }
    reachTo(start);
    const dataEnd = entry.local.dataOffset + entry.compressedSize;
    if (dataEnd > membersEnd) {
      faults.add("ZIP_OVERLAP", `Cannot read "${entry.path}": its data run into the central directory`, {
        path: entry.path,
        offset: start,
      });
    }
    if (dataEnd >= end) {
      end = dataEnd;
      previous = entry;
    }
  }
  reachTo(membersEnd);
  return strays;
}
