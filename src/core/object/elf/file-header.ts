/**
 * The ELF header and the program and section headers behind it.
 * Spec: System V gABI, chapters 4 and 5.
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { PT, SHT } from "./constants.ts";

export interface FileHeader {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  readonly osAbi: number; // EI_OSABI
  readonly type: number; // e_type
  readonly machine: number; // e_machine
  readonly flags: number; // e_flags
  readonly segments: HeaderTable;
  readonly sections: HeaderTable;
}

interface HeaderTable {
  readonly offset: number;
  readonly entrySize: number;
  readonly count: number;
}

export interface Segment {
  readonly type: number; // p_type
  readonly flags: number; // p_flags
  readonly offset: number; // p_offset
  readonly address: number; // p_vaddr
  readonly fileSize: number; // p_filesz
  readonly alignment: number; // p_align
}

export interface Section {
  readonly type: number; // sh_type
  readonly address: number; // sh_addr
  readonly offset: number; // sh_offset
  readonly size: number; // sh_size
  readonly alignment: number; // sh_addralign
}

/** e_ident */
const IDENT_SIZE = 16;
/** Headers may have fields that came later, but not this many. */
const MAX_ENTRY_SIZE = 1024;

/** @throws {PackwheelError} `ELF_INVALID`, `ELF_TRUNCATED` */
export function* readFileHeader(context: RangeContext): RangeParser<FileHeader> {
  const ident = yield* readRange(context, 0, IDENT_SIZE, "header");
  const [m0, m1, m2, m3, classOf, order, version, osAbi = 0] = ident;
  if (m0 !== 0x7f || m1 !== 0x45 || m2 !== 0x4c || m3 !== 0x46) {
    throw new PackwheelError("ELF_INVALID", "Cannot read the ELF file: it does not begin with the ELF magic number");
  }
  if (classOf !== 1 && classOf !== 2) throw invalid(`its class is ${classOf}, neither 1 nor 2`, 4);
  if (order !== 1 && order !== 2) throw invalid(`its byte order is ${order}, neither 1 nor 2`, 5);
  if (version !== 1) throw invalid(`its version is ${version}, not 1`, 6);

  const bits = classOf === 1 ? 32 : 64;
  const littleEndian = order === 1;
  const bytes = yield* readRange(context, 0, bits === 64 ? 64 : 52, "header");
  const reader = new ByteReader(bytes, littleEndian, "ELF_TRUNCATED", "ELF header");
  reader.seek(IDENT_SIZE);
  const type = reader.u16();
  const machine = reader.u16();
  reader.skip(4); // e_version
  readAddress(reader, bits); // e_entry
  const segmentsOffset = readAddress(reader, bits); // e_phoff
  const sectionsOffset = readAddress(reader, bits); // e_shoff
  const flags = reader.u32();
  reader.skip(2); // e_ehsize
  const segments = { offset: segmentsOffset, entrySize: reader.u16(), count: reader.u16() };
  const sections = { offset: sectionsOffset, entrySize: reader.u16(), count: reader.u16() };
  return { bits, littleEndian, osAbi, type, machine, flags, segments, sections };
}

/** @throws {PackwheelError} `ELF_INVALID`, `ELF_TRUNCATED` */
export function* readSegments(context: RangeContext, header: FileHeader): RangeParser<Segment[]> {
  const { offset, entrySize, count } = header.segments;
  if (count === 0 || offset === 0) return [];
  const needed = header.bits === 64 ? 56 : 32;
  if (entrySize < needed || entrySize > MAX_ENTRY_SIZE) {
    throw invalid(`its program headers have ${entrySize} bytes each, and need ${needed}`, offset);
  }
  const bytes = yield* readRange(context, offset, count * entrySize, "program headers");
  const reader = new ByteReader(bytes, header.littleEndian, "ELF_TRUNCATED", "ELF program headers");
  const segments: Segment[] = [];
  for (let index = 0; index < count; index++) {
    reader.seek(index * entrySize);
    segments.push(readSegment(reader, header.bits));
  }
  return segments;
}

function readSegment(reader: ByteReader, bits: 32 | 64): Segment {
  const type = reader.u32();
  if (bits === 64) {
    const flags = reader.u32();
    const [offset, address] = [readAddress(reader, bits), readAddress(reader, bits)];
    readAddress(reader, bits); // p_paddr
    const fileSize = readAddress(reader, bits);
    readAddress(reader, bits); // p_memsz
    return { type, flags, offset, address, fileSize, alignment: readAddress(reader, bits) };
  }
  const [offset, address] = [reader.u32(), reader.u32()];
  reader.skip(4); // p_paddr
  const fileSize = reader.u32();
  reader.skip(4); // p_memsz
  const flags = reader.u32();
  return { type, flags, offset, address, fileSize, alignment: reader.u32() };
}

/**
 * The section headers, which no loader needs: stripped files have none, and what lies beyond the file is left out.
 */
export function* readSections(context: RangeContext, header: FileHeader): RangeParser<Section[]> {
  const { offset, entrySize, count } = header.sections;
  const needed = header.bits === 64 ? 64 : 40;
  if (offset === 0 || entrySize < needed || entrySize > MAX_ENTRY_SIZE || offset + count * entrySize > context.size)
    return [];
  const bytes = yield* readRange(context, offset, count * entrySize, "section headers");
  const reader = new ByteReader(bytes, header.littleEndian, "ELF_TRUNCATED", "ELF section headers");
  const sections: Section[] = [];
  for (let index = 0; index < count; index++) {
    reader.seek(index * entrySize + 4); // sh_name
    const type = reader.u32();
    if (type !== SHT.NOTE && type !== SHT.DYNSYM) continue;
    readAddress(reader, header.bits); // sh_flags
    const address = readAddress(reader, header.bits);
    const place = readAddress(reader, header.bits);
    const size = readAddress(reader, header.bits);
    reader.skip(8); // sh_link, sh_info
    sections.push({ type, address, offset: place, size, alignment: readAddress(reader, header.bits) });
  }
  return sections;
}

/**
 * Where in the file an address lies, and how many bytes of its segment follow; undefined when no segment of the file
 * holds it.
 */
export function locate(segments: readonly Segment[], address: number): { offset: number; length: number } | undefined {
  for (const segment of segments) {
    const distance = address - segment.address;
    if (segment.type !== PT.LOAD || distance < 0 || distance >= segment.fileSize) continue;
    return { offset: segment.offset + distance, length: segment.fileSize - distance };
  }
  return undefined;
}

/**
 * An address, an offset or a size: 4 or 8 bytes. Read as two halves, because bigints take most of the time of a file.
 * Values beyond 2^53 are no places in a file; they become one that no file reaches, so that only those who use it fail.
 */
export function readAddress(reader: ByteReader, bits: 32 | 64): number {
  if (bits === 32) return reader.u32();
  const first = reader.u32();
  const second = reader.u32();
  const [low, high] = reader.littleEndian ? [first, second] : [second, first];
  return high > MAX_HIGH_HALF ? Number.MAX_SAFE_INTEGER : high * 2 ** 32 + low;
}

/** Upper half of 2^53 - 1. */
const MAX_HIGH_HALF = 0x1fffff;

function invalid(problem: string, offset: number): PackwheelError {
  return new PackwheelError("ELF_INVALID", `Cannot read the ELF file: ${problem}`, { offset });
}
