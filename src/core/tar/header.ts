/**
 * One 512-byte header of a tar archive.
 * Spec: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format", for what is only read.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { PackwheelError } from "../errors.ts";

export const BLOCK_SIZE = 512;

/** Larger numbers do not fit into the eleven octal digits of size and time: 8 GiB. */
export const MAX_OCTAL_11: number = 8 ** 11 - 1;

export interface TarHeader {
  /** Prefix and name joined; undefined when they are no UTF-8. */
  readonly path: string | undefined;
  readonly mode: number;
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** `0` file, `5` folder, `x` pax header, ... */
  readonly typeFlag: string;
  readonly linkPath: string | undefined;
  /** Whether blocks follow that tell the holes of a GNU sparse file. */
  readonly hasSparseMap: boolean;
}

/** What is written: uid and gid are 0, and the names of owner and group empty. */
export interface NewTarHeader {
  /** ASCII, at most 100 characters. */
  readonly name: string;
  /** ASCII, at most 155 characters. */
  readonly prefix: string;
  readonly mode: number;
  readonly size: number;
  readonly mtime: number;
  readonly typeFlag: "0" | "x";
}

const CHECKSUM_OFFSET = 148;
const CHECKSUM_LENGTH = 8;

/**
 * Read a header; undefined for a block of zeros, which ends an archive.
 *
 * @param offset Of the block in the archive, for messages.
 * @throws {PackwheelError} `TAR_NOT_A_TAR` for the first block, `TAR_BAD_CHECKSUM`, `TAR_BAD_NUMBER`
 */
export function parseTarHeader(block: Uint8Array, offset: number): TarHeader | undefined {
  if (block.every((byte) => byte === 0)) return undefined;
  requireChecksum(block, offset);
  const field = (start: number, length: number): Uint8Array => cutAtNul(block.subarray(start, start + length));
  const number = (name: string, start: number, length: number): number => {
    const value = parseNumber(block.subarray(start, start + length));
    if (value !== undefined) return value;
    throw new PackwheelError(
      "TAR_BAD_NUMBER",
      `Cannot read the tar header at byte ${offset}: its ${name} is no number`,
      {
        offset: offset + start,
      },
    );
  };
  const isUstar = decodeUtf8(block.subarray(257, 263)).text === "ustar\0"; // GNU's own magic has two blanks, and no prefix
  const name = decodeName(field(0, 100));
  const prefix = isUstar ? decodeName(field(345, 155)) : "";
  return {
    path: name === undefined || prefix === undefined ? undefined : prefix === "" ? name : `${prefix}/${name}`,
    mode: number("mode", 100, 8) & 0o7777,
    size: number("size", 124, 12),
    mtime: number("time", 136, 12),
    typeFlag: String.fromCharCode(block[156] ?? 0),
    linkPath: decodeName(field(157, 100)),
    hasSparseMap: block[156] === 0x53 && block[482] !== 0, // type S, isextended
  };
}

export function writeTarHeader(header: NewTarHeader): Uint8Array {
  const block = new Uint8Array(BLOCK_SIZE);
  const put = (offset: number, text: string): void => block.set(new TextEncoder().encode(text), offset);
  put(0, header.name); //                         0, 100 bytes: name
  put(100, octal(header.mode, 7)); //           100,   8 bytes: mode
  put(108, octal(0, 7)); //                     108,   8 bytes: uid
  put(116, octal(0, 7)); //                     116,   8 bytes: gid
  put(124, octal(header.size, 11)); //          124,  12 bytes: size
  put(136, octal(header.mtime, 11)); //         136,  12 bytes: mtime
  put(156, header.typeFlag); //                 156,   1 byte:  typeflag
  //                                            157, 100 bytes: linkname
  put(257, "ustar\x0000"); //                   257,   6 bytes: magic, then 2 bytes: version
  //                                            265,  32 bytes: uname
  //                                            297,  32 bytes: gname
  put(329, octal(0, 7)); //                     329,   8 bytes: devmajor
  put(337, octal(0, 7)); //                     337,   8 bytes: devminor
  put(345, header.prefix); //                   345, 155 bytes: prefix
  put(CHECKSUM_OFFSET, `${octal(sumOfBytes(block), 6)} `); // 148, 8 bytes: chksum, six digits, NUL, blank
  return block;
}

/** Bytes up to the next block. */
export function paddingAfter(size: number): number {
  return (BLOCK_SIZE - (size % BLOCK_SIZE)) % BLOCK_SIZE;
}

function octal(value: number, digits: number): string {
  return `${value.toString(8).padStart(digits, "0")}\0`;
}

/** The checksum's own bytes count as blanks. */
function sumOfBytes(block: Uint8Array): number {
  let sum = CHECKSUM_LENGTH * 0x20;
  for (let index = 0; index < BLOCK_SIZE; index++) {
    if (index < CHECKSUM_OFFSET || index >= CHECKSUM_OFFSET + CHECKSUM_LENGTH) sum += block[index] ?? 0;
  }
  return sum;
}

function requireChecksum(block: Uint8Array, offset: number): void {
  const written = parseNumber(block.subarray(CHECKSUM_OFFSET, CHECKSUM_OFFSET + CHECKSUM_LENGTH));
  const unsigned = sumOfBytes(block);
  // Some old programs added the bytes as signed numbers.
  let signed = unsigned;
  for (let index = 0; index < BLOCK_SIZE; index++) {
    const inChecksum = index >= CHECKSUM_OFFSET && index < CHECKSUM_OFFSET + CHECKSUM_LENGTH;
    if (!inChecksum && (block[index] ?? 0) > 0x7f) signed -= 0x100;
  }
  if (written === unsigned || written === signed) return;
  const message =
    offset === 0
      ? "Cannot read the tar archive: it does not begin with a header"
      : `Cannot read the tar header at byte ${offset}: its checksum is wrong`;
  throw new PackwheelError(offset === 0 ? "TAR_NOT_A_TAR" : "TAR_BAD_CHECKSUM", message, { offset });
}

/** Octal digits among blanks and NULs, or GNU's base 256; undefined when it is neither, negative, or too large. */
function parseNumber(field: Uint8Array): number | undefined {
  const first = field[0] ?? 0;
  if (first === 0x80) {
    let value = 0;
    for (const byte of field.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : undefined;
  }
  if (first > 0x80) return undefined;
  const text = String.fromCharCode(...cutAtNul(field)).trim();
  if (text === "") return 0;
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined;
}

function cutAtNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

function decodeName(bytes: Uint8Array): string | undefined {
  const { text, invalidAt } = decodeUtf8(bytes);
  return invalidAt === undefined ? text : undefined;
}
