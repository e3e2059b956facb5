/**
 * The headers before the members' data, read to find the data and to hold them against the directory: a reader that
 * goes through the archive from its beginning must see the same members as one that begins at the end.
 * Spec: PKWARE APPNOTE.TXT 6.3.10, section 4.3.7.
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import type { RandomAccess } from "../../ports/random-access.ts";
import { FLAG, LENGTH, SIGNATURE, ZIP64_MARK } from "../constants.ts";
import { parseExtraFields } from "../extra-field.ts";
import type { ZipLocalHeader } from "../model.ts";
import { type DirectoryEntry, findExtraFault, Zip64Values } from "./central-directory.ts";
import type { FaultList } from "./faults.ts";

/** Headers this close are read together, members between them included: cheaper than another read. */
const JOIN_GAP = 16 * 1024;
const MAX_WINDOW = 1024 * 1024;

/** Room for extra fields in a window; a header with more is read once again. */
const EXTRA_ROOM = 64;

/** All that local headers may make the reader hold: real archives have a few bytes for each member. */
const MAX_HELD = 64 * 1024 * 1024;

const NO_BYTES = new Uint8Array(0);

/**
 * Gives each entry its local header; none where there is none, and a fault that says so.
 *
 * @param entries Sorted by `localHeaderOffset`.
 * @param limit Where the central directory begins: no header or data may reach beyond.
 * @throws {PackwheelError} `ZIP_TOO_LARGE` when the headers alone would fill the memory.
 */
export async function readLocalHeaders(
  file: RandomAccess,
  entries: readonly DirectoryEntry[],
  limit: number,
  faults: FaultList,
): Promise<void> {
  let window: Window = { offset: 0, bytes: NO_BYTES };
  let headerEnd = 0;
  let held = 0;
  for (const [index, directoryEntry] of entries.entries()) {
    const { entry, name } = directoryEntry;
    const start = entry.localHeaderOffset;
    const needed = LENGTH.LOCAL_HEADER + name.length;
    if (start + needed > limit) {
      const message = `Cannot read "${entry.path}": its header at byte ${start} lies beyond the members, which end at byte ${limit}`;
      faults.add("ZIP_INVALID", message, { path: entry.path, offset: start });
      continue;
    }
    if (start < headerEnd) {
      // Not read at all: a thousand overlapping headers could each claim the same bytes as their extra fields.
      const message = `Cannot read "${entry.path}": it begins within the header of another member`;
      faults.add("ZIP_OVERLAP", message, { path: entry.path, offset: start });
      continue;
    }
    if (!holds(window, start, needed)) {
      const length = windowLength(entries, index, limit);
      window = { offset: start, bytes: await file.read(start, length) };
    }
    const bytes = window.bytes.subarray(start - window.offset);
    const length = Math.min(headerLength(bytes), limit - start);
    const header = parseLocalHeader(
      bytes.length >= length ? bytes : await file.read(start, length),
      directoryEntry,
      faults,
    );
    entry.local = header;
    headerEnd = start + length;
    if (header === undefined) continue;
    held += header.extra.length + (header.name === name ? 0 : header.name.length);
    if (held > MAX_HELD) {
      throw new PackwheelError(
        "ZIP_TOO_LARGE",
        `Cannot read the archive: its local headers have over ${MAX_HELD} bytes`,
      );
    }
  }
}

/** The length that a header gives itself, names and extra fields included. */
function headerLength(bytes: Uint8Array): number {
  const reader = new ByteReader(bytes, true, "ZIP_LOCAL_MISMATCH", "local header");
  if (reader.u32() !== SIGNATURE.LOCAL_HEADER) return LENGTH.LOCAL_HEADER;
  reader.seek(26);
  return LENGTH.LOCAL_HEADER + reader.u16() + reader.u16();
}

interface Window {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

function holds(window: Window, offset: number, length: number): boolean {
  return offset >= window.offset && offset + length <= window.offset + window.bytes.length;
}

/** How much to read from entry `first` on, so that the headers after it come along where they are near. */
function windowLength(entries: readonly DirectoryEntry[], first: number, limit: number): number {
  const start = entries[first]?.entry.localHeaderOffset ?? 0;
  let end = start;
  for (let index = first; index < entries.length; index++) {
    const next = entries[index];
    if (next === undefined || next.entry.localHeaderOffset > end + JOIN_GAP) break;
    const headerEnd = next.entry.localHeaderOffset + LENGTH.LOCAL_HEADER + next.name.length + EXTRA_ROOM;
    if (index > first && headerEnd - start > MAX_WINDOW) break;
    end = Math.max(end, headerEnd);
  }
  return Math.min(end, limit) - start;
}

/** Gives undefined, and a fault, where there is no header or it ends too early. */
function parseLocalHeader(
  bytes: Uint8Array,
  directoryEntry: DirectoryEntry,
  faults: FaultList,
): ZipLocalHeader | undefined {
  const { entry, name: directoryName } = directoryEntry;
  const { path, localHeaderOffset: offset } = entry;
  const place = { path, offset };
  const reader = new ByteReader(bytes, true, "ZIP_LOCAL_MISMATCH", `local header of "${path}"`);
  try {
    if (reader.u32() !== SIGNATURE.LOCAL_HEADER) {
      faults.add("ZIP_LOCAL_MISMATCH", `Cannot read "${path}": there is no local header at byte ${offset}`, place);
      return undefined;
    }
    reader.skip(2); // 4, 2 bytes: version needed
    const flags = reader.u16(); // 6, 2 bytes
    const method = reader.u16(); // 8, 2 bytes
    reader.skip(4); // 10, 4 bytes: time and date
    const crc32 = reader.u32(); // 14, 4 bytes
    const narrowCompressedSize = reader.u32(); // 18, 4 bytes
    const narrowSize = reader.u32(); // 22, 4 bytes
    const nameLength = reader.u16(); // 26, 2 bytes
    const extraLength = reader.u16(); // 28, 2 bytes
    const localName = reader.take(nameLength);
    // An equal name is kept once: an archive may have a hundred thousand of them.
    const name = sameBytes(localName, directoryName) ? directoryName : localName.slice();
    const extra = extraLength === 0 ? NO_BYTES : reader.take(extraLength).slice();
    const dataOffset = offset + reader.offset;

    const fields = parseExtraFields(extra);
    const extraFault = findExtraFault(fields);
    if (extraFault !== undefined) faults.add("ZIP_BAD_EXTRA", `Cannot trust "${path}": ${extraFault}`, place);
    const wide = new Zip64Values(fields, path);
    const size = wide.take(narrowSize, ZIP64_MARK.U32, "size");
    const compressedSize = wide.take(narrowCompressedSize, ZIP64_MARK.U32, "compressed size");

    const header = { flags, method, crc32, size, compressedSize, name, extra, dataOffset };
    const difference = findDifference(header, directoryEntry);
    if (difference !== undefined) {
      faults.add("ZIP_LOCAL_MISMATCH", `Cannot trust "${path}": its local header has ${difference}`, place);
    }
    return header;
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    faults.add(error.code === "ZIP_BAD_ZIP64" ? "ZIP_BAD_ZIP64" : "ZIP_LOCAL_MISMATCH", error.message, place);
    return undefined;
  }
}

/** What the header says otherwise than the directory, in words. */
function findDifference(local: ZipLocalHeader, { entry, name }: DirectoryEntry): string | undefined {
  // Of two readings of an ASCII name there is none, and where the sizes stand does not change them.
  const compared = FLAG.ENCRYPTED | FLAG.STRONG_ENCRYPTION | (entry.nameEncoding === "ascii" ? 0 : FLAG.UTF8);
  if (local.name !== name) return "another name";
  if (local.method !== entry.method) return `method ${local.method}, not ${entry.method}`;
  if ((local.flags & compared) !== (entry.flags & compared)) return "other flags";
  // With a data descriptor the sizes come after the data, and the header may say nothing.
  const isSilent = ((local.flags | entry.flags) & FLAG.DATA_DESCRIPTOR) !== 0;
  for (const [what, here, there] of [
    ["CRC-32", local.crc32, entry.crc32],
    ["size", local.size, entry.size],
    ["compressed size", local.compressedSize, entry.compressedSize],
  ] as const) {
    if (here !== there && !(isSilent && here === 0)) return `${what} ${here}, not ${there}`;
  }
  return undefined;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
