/**
 * The fixed records of an ELF file: its header, the headers of segments and sections, and words of its width.
 * Spec: System V gABI, chapters 4 and 5.
 */
import type { ByteWriter } from "../../bytes/byte-writer.ts";
import type { ElfFormat } from "./elf-format.ts";

const UTF8 = new TextEncoder();

export interface SegmentHeader {
  readonly type: number; // p_type
  readonly flags: number; // p_flags
  readonly offset: number; // p_offset
  readonly address: number; // p_vaddr, p_paddr
  readonly fileSize: number; // p_filesz
  readonly memorySize: number; // p_memsz
  readonly alignment: number; // p_align
}

export interface SectionHeader {
  readonly type: number; // sh_type
  readonly flags: number; // sh_flags
  readonly address: number; // sh_addr
  readonly offset: number; // sh_offset
  readonly size: number; // sh_size
  readonly link: number; // sh_link
  readonly info: number; // sh_info
  readonly alignment: number; // sh_addralign
  readonly entrySize: number; // sh_entsize
}

export interface HeaderPlaces {
  readonly type: number; // e_type
  readonly segmentCount: number; // e_phnum
  readonly sectionsAt: number; // e_shoff
  readonly sectionCount: number; // e_shnum
  /** The section that holds the names of sections. */
  readonly namesIndex: number; // e_shstrndx
}

/** sizeof(Elf_Ehdr), sizeof(Elf_Phdr), sizeof(Elf_Shdr), sizeof(Elf_Sym) */
export const RECORD_SIZES = {
  32: { file: 52, segment: 32, section: 40, symbol: 16 },
  64: { file: 64, segment: 56, section: 64, symbol: 24 },
} as const;

/** The header at offset 0; segment headers follow it at once. */
export function writeFileHeader(writer: ByteWriter, format: ElfFormat, places: HeaderPlaces): void {
  const sizes = RECORD_SIZES[format.bits];
  writer
    .bytes(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46)) // 0: magic number
    .u8(format.bits / 32) // 4: EI_CLASS
    .u8(format.littleEndian ? 1 : 2) // 5: EI_DATA
    .u8(1) // 6: EI_VERSION
    .zeros(9) // 7: EI_OSABI, EI_ABIVERSION, padding
    .u16(places.type) // 16
    .u16(format.machine) // 18
    .u32(1); // 20: e_version
  writeWord(writer, format.bits, 0); // e_entry
  writeWord(writer, format.bits, sizes.file); // e_phoff
  writeWord(writer, format.bits, places.sectionsAt);
  writer
    .u32(format.flags)
    .u16(sizes.file) // e_ehsize
    .u16(sizes.segment) // e_phentsize
    .u16(places.segmentCount)
    .u16(sizes.section) // e_shentsize
    .u16(places.sectionCount)
    .u16(places.namesIndex);
}

export function writeSegmentHeader(writer: ByteWriter, bits: 32 | 64, segment: SegmentHeader): void {
  writer.u32(segment.type);
  if (bits === 64) writer.u32(segment.flags);
  writeWord(writer, bits, segment.offset);
  writeWord(writer, bits, segment.address);
  writeWord(writer, bits, segment.address);
  writeWord(writer, bits, segment.fileSize);
  writeWord(writer, bits, segment.memorySize);
  if (bits === 32) writer.u32(segment.flags);
  writeWord(writer, bits, segment.alignment);
}

/** @param name Offset in the table of names. */
export function writeSectionHeader(writer: ByteWriter, bits: 32 | 64, name: number, section: SectionHeader): void {
  writer.u32(name).u32(section.type);
  writeWord(writer, bits, section.flags);
  writeWord(writer, bits, section.address);
  writeWord(writer, bits, section.offset);
  writeWord(writer, bits, section.size);
  writer.u32(section.link).u32(section.info);
  writeWord(writer, bits, section.alignment);
  writeWord(writer, bits, section.entrySize);
}

/** An address, an offset or a size. */
export function writeWord(writer: ByteWriter, bits: 32 | 64, value: number): void {
  if (bits === 64) writer.u64(BigInt(value));
  else writer.u32(value);
}

/** Texts that end with a zero byte, each once, found by their offsets. */
export class StringTableWriter {
  readonly #offsets = new Map<string, number>([["", 0]]);
  readonly #parts: Uint8Array[] = [Uint8Array.of(0)];
  #length = 1;

  add(text: string): number {
    const known = this.#offsets.get(text);
    if (known !== undefined) return known;
    const offset = this.#length;
    const bytes = UTF8.encode(`${text}\0`);
    this.#offsets.set(text, offset);
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return offset;
  }

  writeTo(writer: ByteWriter): void {
    for (const part of this.#parts) writer.bytes(part);
  }
}
