/**
 * What a relocatable ELF file takes from others: the undefined names of its `.symtab`.
 * Spec: System V gABI, chapter 4, "Sections" and "Symbol Table".
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { SHT, STB } from "./constants.ts";

const SHN_UNDEF = 0;

interface SectionRow {
  readonly type: number; // sh_type
  readonly offset: number; // sh_offset
  readonly size: number; // sh_size
  readonly link: number; // sh_link
}

/**
 * Names that must be found elsewhere; weak ones may be missing, and are left out.
 *
 * @returns Undefined when the bytes are no ELF file.
 * @throws {PackwheelError} `ELF_TRUNCATED`
 */
export function undefinedSymbols(bytes: Uint8Array): ReadonlySet<string> | undefined {
  if (bytes[0] !== 0x7f || bytes[1] !== 0x45 || bytes[2] !== 0x4c || bytes[3] !== 0x46) return undefined;
  const is64 = bytes[4] === 2; // EI_CLASS
  const reader = new ByteReader(bytes, bytes[5] !== 2, "ELF_TRUNCATED", "ELF object"); // EI_DATA
  const sections = readSections(reader, is64);
  const names = new Set<string>();
  const table = sections.find(({ type }) => type === SHT.SYMTAB);
  const strings = table === undefined ? undefined : sections[table.link];
  if (table === undefined || strings === undefined) return names;
  const entrySize = is64 ? 24 : 16;
  for (let index = 1; index < Math.floor(table.size / entrySize); index++) {
    reader.seek(table.offset + index * entrySize);
    const nameOffset = reader.u32(); // st_name
    if (!is64) reader.skip(8); // st_value, st_size
    const binding = reader.u8() >> 4; // st_info
    reader.skip(1); // st_other
    const section = reader.u16(); // st_shndx
    if (section !== SHN_UNDEF || binding !== STB.GLOBAL || nameOffset >= strings.size) continue;
    names.add(textAt(bytes, strings.offset + nameOffset));
  }
  return names;
}

function readSections(reader: ByteReader, is64: boolean): readonly SectionRow[] {
  reader.seek(is64 ? 40 : 32);
  const start = is64 ? Number(reader.u64()) : reader.u32(); // e_shoff
  reader.seek(is64 ? 58 : 46);
  const entrySize = reader.u16(); // e_shentsize
  const read = (index: number): SectionRow => {
    reader.seek(start + index * entrySize + 4); // sh_name
    const type = reader.u32();
    reader.skip(is64 ? 16 : 8); // sh_flags, sh_addr
    const offset = is64 ? Number(reader.u64()) : reader.u32();
    const size = is64 ? Number(reader.u64()) : reader.u32();
    return { type, offset, size, link: reader.u32() };
  };
  const written = reader.u16(); // e_shnum
  // An object with more sections than 16 bits can count says so in the size of the first.
  const count = written === 0 && start !== 0 ? read(0).size : written;
  const possible = Math.floor((reader.bytes.length - start) / Math.max(entrySize, 1));
  return Array.from({ length: Math.min(count, possible) }, (_, index) => read(index));
}

function textAt(bytes: Uint8Array, offset: number): string {
  const end = bytes.indexOf(0, offset);
  return new TextDecoder().decode(bytes.subarray(offset, end < 0 ? bytes.length : end));
}
