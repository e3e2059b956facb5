/**
 * Universal files out of thin ones, and back: the work of `lipo`.
 * Slices lie at multiples of their machine's page size, so that each can be mapped into memory from where it is; those
 * with small pages come first, which keeps the file small.
 * Spec: mach-o/fat.h.
 */
import { ByteWriter } from "../../bytes/byte-writer.ts";
import { PackwheelError } from "../../errors.ts";
import { quote } from "../../names/quote.ts";
import { MAGIC } from "./constants.ts";
import type { MachOArch, MachOSlice } from "./model.ts";
import { parseMachO } from "./parse.ts";

/** Bytes of the file header, and of each entry that follows it. */
const HEADER_SIZE = 8;
const ENTRY_SIZE = 20;
/** Offsets and sizes of the usual table have 32 bits. */
const MAX_SIZE = 0xffffffff;

interface Part {
  readonly arch: MachOArch;
  /** cpusubtype as it stands in the slice, with its capability bits. */
  readonly subtype: number;
  readonly bytes: Uint8Array;
  /** Power of two. */
  readonly alignment: number;
}

/**
 * One universal file with the slices of all given files: `universal2` of an x86_64 and an arm64 one.
 *
 * @param files Thin or universal files.
 * @throws {PackwheelError} `MACHO_MERGE_IMPOSSIBLE` when two slices are for the same architecture, `MACHO_INVALID`,
 *   `MACHO_TRUNCATED`
 */
export function mergeMachO(files: readonly Uint8Array[]): Uint8Array {
  const parts = files.flatMap((bytes) => parseMachO(bytes).slices.map((slice) => makePart(bytes, slice)));
  if (parts.length === 0) throw impossible("there is none");
  for (const [index, { arch }] of parts.entries()) {
    if (parts.slice(0, index).some((other) => isSame(other.arch, arch))) {
      throw impossible(`two of them are for ${quote(arch.name)}`);
    }
  }
  parts.sort(compareParts);

  const offsets: number[] = [];
  let end = HEADER_SIZE + ENTRY_SIZE * parts.length;
  for (const { bytes, alignment } of parts) {
    const offset = Math.ceil(end / 2 ** alignment) * 2 ** alignment;
    offsets.push(offset);
    end = offset + bytes.length;
  }
  if (end > MAX_SIZE) throw impossible(`together they have ${end} bytes, and a universal file may have ${MAX_SIZE}`);

  const writer = new ByteWriter(false, end);
  writer.u32(MAGIC.FAT_32).u32(parts.length); // magic, nfat_arch
  for (const [index, { arch, subtype, bytes, alignment }] of parts.entries()) {
    writer.u32(arch.cpuType).u32(subtype); // cputype, cpusubtype
    writer
      .u32(offsets[index] ?? 0)
      .u32(bytes.length)
      .u32(alignment); // offset, size, align
  }
  for (const [index, { bytes }] of parts.entries()) {
    writer.zeros((offsets[index] ?? 0) - writer.length).bytes(bytes);
  }
  return writer.toBytes();
}

/**
 * The thin file for one architecture; a file that is thin already comes back as it is.
 *
 * @param archName `arm64`
 * @throws {PackwheelError} `MACHO_SLICE_MISSING`, `MACHO_INVALID`, `MACHO_TRUNCATED`
 */
export function extractSlice(bytes: Uint8Array, archName: string): Uint8Array {
  const { slices } = parseMachO(bytes);
  // Of arm64 and arm64e, which have one name in tags, the plain one.
  const candidates = slices.filter(({ arch }) => arch.name === archName);
  const slice = candidates.find(({ arch }) => arch.cpuSubtype === PLAIN_SUBTYPES[archName]) ?? candidates[0];
  if (slice === undefined) {
    const found = slices.map(({ arch }) => arch.name).join(" and ");
    throw new PackwheelError(
      "MACHO_SLICE_MISSING",
      `Cannot take ${quote(archName)} out of the Mach-O file: it is for ${found}`,
    );
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset + slice.offset, slice.size).slice();
}

const PLAIN_SUBTYPES: Readonly<Record<string, number>> = { arm64: 0, x86_64: 3, i386: 3 };

function makePart(bytes: Uint8Array, { arch, offset, size, littleEndian }: MachOSlice): Part {
  const part = new Uint8Array(bytes.buffer, bytes.byteOffset + offset, size);
  const subtype = new DataView(part.buffer, part.byteOffset).getUint32(8, littleEndian);
  return { arch, subtype, bytes: part, alignment: pageAlignment(arch) };
}

/** Pages have 16 KB on ARM, and 4 KB elsewhere. */
function pageAlignment({ cpuType }: MachOArch): number {
  const family = cpuType & 0x00ffffff; // without the bit for 64-bit machines
  return family === 12 ? 14 : 12; // CPU_TYPE_ARM
}

function compareParts(left: Part, right: Part): number {
  return (
    left.alignment - right.alignment ||
    left.arch.cpuType - right.arch.cpuType ||
    left.arch.cpuSubtype - right.arch.cpuSubtype
  );
}

function isSame(left: MachOArch, right: MachOArch): boolean {
  return left.cpuType === right.cpuType && left.cpuSubtype === right.cpuSubtype;
}

function impossible(problem: string): PackwheelError {
  return new PackwheelError("MACHO_MERGE_IMPOSSIBLE", `Cannot merge the Mach-O files: ${problem}`);
}
