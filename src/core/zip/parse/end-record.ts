/**
 * The records at the end of an archive, which say where its central directory is.
 * A zip is read from its end: the last end record counts, as it does for Python's zipfile, which pip reads wheels with.
 * Spec: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
 */
import { ByteReader, toSafeNumber } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import type { RandomAccess } from "../../ports/random-access.ts";
import { LENGTH, SIGNATURE, ZIP64_MARK } from "../constants.ts";

/** An end record has a comment of at most 65535 bytes after it, and ZIP64 records before it. */
const TAIL_LENGTH = 0xffff + LENGTH.END_RECORD + LENGTH.ZIP64_LOCATOR + LENGTH.ZIP64_END_RECORD;

export interface EndRecord {
  readonly entryCount: number;
  /** In the file, bytes before the archive counted in. */
  readonly directoryOffset: number;
  readonly directorySize: number;
  /** How far the archive's own offsets are off. */
  readonly offsetShift: number;
  readonly comment: Uint8Array;
  readonly zip64: { readonly extensibleLength: number } | undefined;
  /** Where the end record with its comment ends, which should be where the file ends. */
  readonly end: number;
}

interface Fields {
  readonly disk: number;
  readonly directoryDisk: number;
  readonly diskEntryCount: number;
  readonly entryCount: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
}

/**
 * @throws {PackwheelError} `ZIP_NOT_A_ZIP`, `ZIP_TRUNCATED`, `ZIP_MULTIPLE_DISKS`, `ZIP_BAD_ZIP64`, `ZIP_INVALID`
 */
export async function readEndRecord(file: RandomAccess): Promise<EndRecord> {
  const tailLength = Math.min(file.size, TAIL_LENGTH);
  const tailOffset = file.size - tailLength;
  const tail = await file.read(tailOffset, tailLength);

  const start = findEndRecord(tail);
  if (start === undefined) throw await explainMissingEnd(file);
  const reader = new ByteReader(tail, true, "ZIP_TRUNCATED", "end of the archive");
  reader.seek(start + 4);
  const plain: Fields = {
    disk: reader.u16(), // 4, 2 bytes
    directoryDisk: reader.u16(), // 6, 2 bytes
    diskEntryCount: reader.u16(), // 8, 2 bytes
    entryCount: reader.u16(), // 10, 2 bytes
    directorySize: reader.u32(), // 12, 4 bytes
    directoryOffset: reader.u32(), // 16, 4 bytes
  };
  const commentLength = reader.u16(); // 20, 2 bytes
  if (commentLength > reader.remaining) {
    throw new PackwheelError(
      "ZIP_TRUNCATED",
      `Cannot read the archive: its comment has ${commentLength} bytes, and the file ends after ${reader.remaining}`,
      { offset: tailOffset + start },
    );
  }
  const comment = reader.take(commentLength).slice();
  const end = tailOffset + reader.offset;

  const zip64 = await readZip64(file, tail, tailOffset, start, plain);
  const fields = zip64?.fields ?? plain;
  if (
    fields.disk !== 0 ||
    fields.directoryDisk !== 0 ||
    fields.diskEntryCount !== fields.entryCount ||
    (zip64?.diskCount ?? 1) > 1
  ) {
    throw new PackwheelError("ZIP_MULTIPLE_DISKS", "Cannot read the archive: it is one part of several", {
      offset: tailOffset + start,
      hint: "Join the parts into one archive first",
    });
  }

  // The directory ends where the records begin. If its offset says otherwise, bytes were put before the archive.
  const directoryEnd = zip64?.offset ?? tailOffset + start;
  const directoryOffset = directoryEnd - fields.directorySize;
  const offsetShift = directoryOffset - fields.directoryOffset;
  if (directoryOffset < 0 || offsetShift < 0) {
    throw new PackwheelError(
      "ZIP_INVALID",
      `Cannot find the central directory: ${fields.directorySize} bytes at byte ${fields.directoryOffset} do not fit ` +
        `before its end at byte ${directoryEnd}`,
      { offset: tailOffset + start },
    );
  }
  return {
    entryCount: fields.entryCount,
    directoryOffset,
    directorySize: fields.directorySize,
    offsetShift,
    comment,
    zip64: zip64 && { extensibleLength: zip64.extensibleLength },
    end,
  };
}

/** The last place in `tail` that looks like an end record. */
function findEndRecord(tail: Uint8Array): number | undefined {
  for (let start = tail.length - LENGTH.END_RECORD; start >= 0; start--) {
    if (hasSignature(tail, start, SIGNATURE.END_RECORD)) return start;
  }
  return undefined;
}

function hasSignature(bytes: Uint8Array, offset: number, signature: number): boolean {
  return (
    bytes[offset] === (signature & 255) &&
    bytes[offset + 1] === ((signature >>> 8) & 255) &&
    bytes[offset + 2] === ((signature >>> 16) & 255) &&
    bytes[offset + 3] === signature >>> 24
  );
}

async function explainMissingEnd(file: RandomAccess): Promise<PackwheelError> {
  const head = await file.read(0, Math.min(4, file.size));
  const isZip = hasSignature(head, 0, SIGNATURE.LOCAL_HEADER) || hasSignature(head, 0, SIGNATURE.END_RECORD);
  if (!isZip) return new PackwheelError("ZIP_NOT_A_ZIP", "Cannot read the archive: it is not a zip file");
  return new PackwheelError("ZIP_TRUNCATED", "Cannot read the archive: its end is missing", {
    offset: file.size,
    hint: "Download or build the file again",
  });
}

interface Zip64Record {
  readonly fields: Fields;
  readonly diskCount: number;
  readonly offset: number;
  readonly extensibleLength: number;
}

/** The ZIP64 end record, if a locator stands before the end record at `start`. */
async function readZip64(
  file: RandomAccess,
  tail: Uint8Array,
  tailOffset: number,
  start: number,
  plain: Fields,
): Promise<Zip64Record | undefined> {
  const locatorStart = start - LENGTH.ZIP64_LOCATOR;
  if (locatorStart < 0 || !hasSignature(tail, locatorStart, SIGNATURE.ZIP64_LOCATOR)) return undefined;
  const locatorOffset = tailOffset + locatorStart;
  const locator = new ByteReader(tail, true, "ZIP_BAD_ZIP64", "ZIP64 locator");
  locator.seek(locatorStart + 4);
  const recordDisk = locator.u32(); // 4, 4 bytes
  const told = toSafeNumber(locator.u64(), "ZIP_BAD_ZIP64", "offset of the ZIP64 end record"); // 8, 8 bytes
  const diskCount = locator.u32(); // 16, 4 bytes

  // The record stands right before the locator, unless it has data that no one defines; then only the offset tells.
  const near = locatorOffset - LENGTH.ZIP64_END_RECORD;
  const record =
    (await readZip64Record(file, near, locatorOffset)) ?? (await readZip64Record(file, told, locatorOffset));
  if (record === undefined) {
    throw new PackwheelError("ZIP_BAD_ZIP64", `Cannot find the ZIP64 end record: it should be at byte ${told}`, {
      offset: locatorOffset,
    });
  }
  const { fields, offset, extensibleLength } = record;
  const shift = offset - fields.directorySize - fields.directoryOffset;
  if (told + shift !== offset || recordDisk !== 0 || !agree(plain, fields)) {
    throw new PackwheelError("ZIP_BAD_ZIP64", "Cannot trust the ZIP64 end record: the plain records differ from it", {
      offset,
    });
  }
  return { fields, diskCount, offset, extensibleLength };
}

async function readZip64Record(
  file: RandomAccess,
  offset: number,
  locatorOffset: number,
): Promise<{ fields: Fields; offset: number; extensibleLength: number } | undefined> {
  if (offset < 0 || offset + LENGTH.ZIP64_END_RECORD > locatorOffset) return undefined;
  const bytes = await file.read(offset, LENGTH.ZIP64_END_RECORD);
  if (!hasSignature(bytes, 0, SIGNATURE.ZIP64_END_RECORD)) return undefined;
  const reader = new ByteReader(bytes, true, "ZIP_BAD_ZIP64", "ZIP64 end record");
  reader.skip(4);
  const number = (what: string): number => toSafeNumber(reader.u64(), "ZIP_BAD_ZIP64", what);
  const recordLength = number("length of the ZIP64 end record") + 12; // 4, 8 bytes
  if (offset + recordLength !== locatorOffset) return undefined;
  reader.skip(4); // 12, 4 bytes: versions
  const fields = {
    disk: reader.u32(), // 16, 4 bytes
    directoryDisk: reader.u32(), // 20, 4 bytes
    diskEntryCount: number("number of entries"), // 24, 8 bytes
    entryCount: number("number of entries"), // 32, 8 bytes
    directorySize: number("size of the central directory"), // 40, 8 bytes
    directoryOffset: number("offset of the central directory"), // 48, 8 bytes
  };
  return { fields, offset, extensibleLength: recordLength - LENGTH.ZIP64_END_RECORD };
}

/** A plain field either repeats the ZIP64 value or points to it; a reader that skips ZIP64 must not see another file. */
function agree(plain: Fields, wide: Fields): boolean {
  const same = (narrow: number, value: number, mark: number): boolean => narrow === mark || narrow === value;
  return (
    same(plain.disk, wide.disk, ZIP64_MARK.U16) &&
    same(plain.directoryDisk, wide.directoryDisk, ZIP64_MARK.U16) &&
    same(plain.diskEntryCount, wide.diskEntryCount, ZIP64_MARK.U16) &&
    same(plain.entryCount, wide.entryCount, ZIP64_MARK.U16) &&
    same(plain.directorySize, wide.directorySize, ZIP64_MARK.U32) &&
    same(plain.directoryOffset, wide.directoryOffset, ZIP64_MARK.U32)
  );
}
