/**
 * The headers of a PE file, and where its sections lie.
 * Spec: Microsoft PE format, "File Headers" to "Section Table".
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { DOS_MAGIC, OPTIONAL_MAGIC, PE_SIGNATURE } from "./constants.ts";

export interface Headers {
  readonly bits: 32 | 64;
  readonly machine: number;
  readonly characteristics: number;
  readonly imageBase: bigint;
  readonly subsystem: number;
  readonly dllCharacteristics: number;
  readonly directories: readonly Directory[];
  readonly sections: readonly Section[];
  readonly headersSize: number; // SizeOfHeaders
}

export interface Directory {
  readonly address: number;
  readonly size: number;
}

export interface Section {
  readonly address: number; // VirtualAddress
  readonly virtualSize: number;
  readonly offset: number; // PointerToRawData
  readonly size: number; // SizeOfRawData
}

/** Windows loads no file with more. */
const MAX_SECTIONS = 96;
const MAX_DIRECTORIES = 16;

/** @throws {PackwheelError} `PE_INVALID`, `PE_TRUNCATED` */
export function* readHeaders(context: RangeContext): RangeParser<Headers> {
  const dos = makeReader(yield* readRange(context, 0, 64, "DOS header"));
  if (dos.u16() !== DOS_MAGIC) throw invalid("it does not begin with MZ", 0);
  dos.seek(0x3c);
  const start = dos.u32(); // e_lfanew
  const coff = makeReader(yield* readRange(context, start, 24, "COFF header"));
  if (coff.u32() !== PE_SIGNATURE) throw invalid(`the PE signature is not at byte ${start}`, start);
  const machine = coff.u16();
  const sectionCount = coff.u16();
  coff.skip(12); // TimeDateStamp, PointerToSymbolTable, NumberOfSymbols
  const optionalSize = coff.u16();
  const characteristics = coff.u16();
  if (sectionCount > MAX_SECTIONS) throw invalid(`it counts ${sectionCount} sections`, start + 6);

  const optionalBytes = yield* readRange(context, start + 24, optionalSize, "optional header");
  const optional = readOptionalHeader(makeReader(optionalBytes), start + 24);
  const sectionBytes = yield* readRange(context, start + 24 + optionalSize, sectionCount * 40, "section table");
  const sections = readSections(makeReader(sectionBytes), sectionCount);
  return { machine, characteristics, ...optional, sections };
}

function readOptionalHeader(
  reader: ByteReader,
  start: number,
): Omit<Headers, "machine" | "characteristics" | "sections"> {
  const magic = reader.u16();
  if (magic !== OPTIONAL_MAGIC.PE32 && magic !== OPTIONAL_MAGIC.PE32_PLUS) {
    throw invalid(`its optional header begins with 0x${magic.toString(16)}`, start);
  }
  const bits = magic === OPTIONAL_MAGIC.PE32_PLUS ? 64 : 32;
  reader.seek(bits === 64 ? 24 : 28);
  const imageBase = bits === 64 ? reader.u64() : BigInt(reader.u32());
  reader.seek(60);
  const headersSize = reader.u32();
  reader.skip(4); // CheckSum
  const subsystem = reader.u16();
  const dllCharacteristics = reader.u16();
  reader.skip(bits === 64 ? 36 : 20); // sizes of stack and heap, LoaderFlags
  const count = Math.min(reader.u32(), MAX_DIRECTORIES); // NumberOfRvaAndSizes
  const directories: Directory[] = [];
  for (let index = 0; index < count; index++) directories.push({ address: reader.u32(), size: reader.u32() });
  return { bits, imageBase, subsystem, dllCharacteristics, directories, headersSize };
}

function readSections(reader: ByteReader, count: number): Section[] {
  const sections: Section[] = [];
  for (let index = 0; index < count; index++) {
    reader.seek(index * 40 + 8); // Name
    const virtualSize = reader.u32();
    const address = reader.u32();
    const size = reader.u32();
    sections.push({ address, virtualSize, offset: reader.u32(), size });
  }
  return sections;
}

/** Where in the file an address lies that counts from the image base (RVA). @throws {PackwheelError} `PE_INVALID` */
export function toOffset({ sections, headersSize }: Headers, address: number, what: string): number {
  if (address < headersSize) return address;
  for (const section of sections) {
    const distance = address - section.address;
    if (distance >= 0 && distance < section.size) return section.offset + distance;
  }
  throw invalid(`no section holds its ${what}, which are at 0x${address.toString(16)}`, undefined);
}

export function makeReader(bytes: Uint8Array): ByteReader {
  return new ByteReader(bytes, true, "PE_TRUNCATED", "PE file");
}

export function invalid(problem: string, offset: number | undefined): PackwheelError {
  return new PackwheelError("PE_INVALID", `Cannot read the PE file: ${problem}`, { offset });
}
