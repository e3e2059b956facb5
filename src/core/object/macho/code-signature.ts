/**
 * The code signature at the end of a Mach-O file: whether the hashes in it are those of the file. Who signed, if anybody
 * did, is not looked at: ad-hoc signatures, which linkers make, have hashes alone.
 *
 * A signature is a table of blobs. Its code directory has a hash for each page of what lies before the signature, and,
 * before those, one for each of some other blobs.
 * Spec: cs_blobs.h of XNU: https://github.com/apple-oss-distributions/xnu/blob/main/osfmk/kern/cs_blobs.h
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import type { Hasher } from "../../ports/engine.ts";
import { parseRanges } from "../ranges.ts";
import { readLoadCommands } from "./load-commands.ts";
import type { MachOSlice } from "./model.ts";

const SIGNATURE_MAGIC = 0xfade0cc0; // CSMAGIC_EMBEDDED_SIGNATURE
const DIRECTORY_MAGIC = 0xfade0c02; // CSMAGIC_CODEDIRECTORY
/** Types of blobs: the code directory, its alternatives with other hashes, and those that it has hashes of. */
const DIRECTORY = 0;
const FIRST_ALTERNATIVE = 0x1000;
const LAST_ALTERNATIVE = 0x1005;
const HASHED_BLOBS: readonly number[] = [2, 3, 5, 7]; // requirements, resources, entitlements

/** hashType -> bytes that are kept of SHA-256; others are for systems older than any that is built for. */
const SHA256_LENGTHS: ReadonlyMap<number, number> = new Map([
  [2, 32],
  [3, 20],
]);
/** More than any signature has. */
const MAX_BLOBS = 64;
const MAX_PAGE_BITS = 24;

interface Blob {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/**
 * @param bytes The whole file.
 * @returns What is wrong, to be read after a colon; undefined where all fits, and where nothing is signed.
 */
export function findSignatureFault(bytes: Uint8Array, slice: MachOSlice, hasher: Hasher): string | undefined {
  if (!slice.signed) return undefined;
  const file = new Uint8Array(bytes.buffer, bytes.byteOffset + slice.offset, slice.size);
  const context = { code: "MACHO_TRUNCATED", what: "Mach-O file", size: file.length } as const;
  const { signature } = parseRanges(file, readLoadCommands(context, 0));
  if (signature === undefined) return undefined;
  const { offset, size } = signature;
  if (offset + size > file.length) return "it reaches past the end of the file";
  try {
    return checkBlobs(readBlobs(file.subarray(offset, offset + size)), file, offset, hasher);
  } catch (error) {
    if (error instanceof PackwheelError) return "its tables are cut off";
    throw error;
  }
}

function readBlobs(signature: Uint8Array): readonly Blob[] {
  const reader = bigEndian(signature);
  if (reader.u32() !== SIGNATURE_MAGIC) return [];
  reader.skip(4); // length
  const count = Math.min(reader.u32(), MAX_BLOBS);
  return Array.from({ length: count }, () => {
    const type = reader.u32();
    const offset = reader.u32();
    const head = bigEndian(signature);
    head.seek(offset + 4); // magic
    const length = head.u32();
    head.seek(offset);
    return { type, bytes: head.take(length) };
  });
}

function checkBlobs(
  blobs: readonly Blob[],
  file: Uint8Array,
  signatureOffset: number,
  hasher: Hasher,
): string | undefined {
  const directories = blobs.filter(({ type }) => {
    return type === DIRECTORY || (type >= FIRST_ALTERNATIVE && type <= LAST_ALTERNATIVE);
  });
  if (directories.length === 0) return "it has no code directory";
  for (const { bytes } of directories) {
    const fault = checkDirectory(bytes, blobs, file, signatureOffset, hasher);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkDirectory(
  directory: Uint8Array,
  blobs: readonly Blob[],
  file: Uint8Array,
  signatureOffset: number,
  hasher: Hasher,
): string | undefined {
  const reader = bigEndian(directory);
  if (reader.u32() !== DIRECTORY_MAGIC) return "its code directory is none";
  reader.skip(12); // length, version, flags
  const hashOffset = reader.u32();
  reader.skip(4); // identOffset
  const specialCount = reader.u32(); // nSpecialSlots
  const pageCount = reader.u32(); // nCodeSlots
  const codeLimit = reader.u32();
  const hashSize = reader.u8();
  const hashType = reader.u8();
  reader.skip(1); // platform
  const pageBits = reader.u8(); // pageSize, as a power of two; 0 is one page for all
  const kept = SHA256_LENGTHS.get(hashType);
  if (kept === undefined) return undefined;
  if (hashSize !== kept || pageBits > MAX_PAGE_BITS) return "its code directory contradicts itself";
  if (codeLimit !== signatureOffset) return `it covers ${codeLimit} bytes, and lies at ${signatureOffset}`;
  const pageSize = pageBits === 0 ? Math.max(1, codeLimit) : 2 ** pageBits;
  if (pageCount !== Math.ceil(codeLimit / pageSize))
    return `it has hashes of ${pageCount} pages for ${codeLimit} bytes`;

  const isHashAt = (place: number, content: Uint8Array): boolean => {
    reader.seek(place);
    const expected = reader.take(hashSize);
    hasher.update(content);
    const digest = hasher.digest();
    return expected.every((byte, index) => byte === digest[index]);
  };
  for (let page = 0; page < pageCount; page++) {
    const content = file.subarray(page * pageSize, Math.min(codeLimit, (page + 1) * pageSize));
    if (!isHashAt(hashOffset + page * hashSize, content)) return `page ${page} of the file is another`;
  }
  for (const { type, bytes } of blobs) {
    if (!HASHED_BLOBS.includes(type) || type > specialCount) continue;
    if (!isHashAt(hashOffset - type * hashSize, bytes)) return `its part ${type} is another`;
  }
  return undefined;
}

function bigEndian(bytes: Uint8Array): ByteReader {
  return new ByteReader(bytes, false, "MACHO_TRUNCATED", "code signature");
}
