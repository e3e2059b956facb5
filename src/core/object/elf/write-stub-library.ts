/**
 * A shared library without code: names, kinds, sizes and versions of symbols, which is all that a linker wants to know.
 *
 * What links against such a stub needs the real library when it runs. Nothing of the stub goes into the result but
 * names, with one exception: a program that is not position independent holds copies of the objects that it uses. The
 * linker takes their size, alignment and segment from here, and gives the copy every name that has the same address:
 * `environ`, `__environ` and `_environ` must stay one object.
 *
 *     0          file header, segment headers                               segment R
 *                .dynsym .gnu.version .gnu.version_d .gnu.hash .dynstr
 *     TEXT_AT    .text: addresses alone, no bytes                           segment R X
 *     DATA_AT    .dynamic, then .bss and .tbss: addresses alone             segment R W
 *                names and headers of sections, in no segment
 *
 * Specs: System V gABI, chapters 4 and 5; Linux Standard Base, "Symbol Versioning"; DT_GNU_HASH as glibc reads it.
 */
import { ByteWriter } from "../../bytes/byte-writer.ts";
import { PackwheelError } from "../../errors.ts";
import { DT, ET_DYN, PF_R, PF_W, PF_X, PT, SHF, SHT } from "./constants.ts";
import type { ElfFormat } from "./elf-format.ts";
import { placeSymbols, type StubSymbol, sortForHash } from "./stub-symbols.ts";
import {
  writeDefinitions,
  writeDynamicArray,
  writeGnuHash,
  writeSymbols,
  writeVersionNumbers,
} from "./write-dynamic-tables.ts";
import {
  RECORD_SIZES,
  type SectionHeader,
  type SegmentHeader,
  StringTableWriter,
  writeFileHeader,
  writeSectionHeader,
  writeSegmentHeader,
} from "./write-headers.ts";

export interface StubLibrary {
  /** DT_SONAME, which becomes the DT_NEEDED of what links against it. */
  readonly soname: string;
  /** In any order: the bytes do not depend on it. */
  readonly symbols: readonly StubSymbol[];
}

/** Tables take less than this: room for some 200,000 symbols. */
const TEXT_AT = 0x1000000;
const DATA_AT = 0x3000000;
/** The largest page of any machine: segments must not share one. */
const PAGE = 0x10000;
/** The dynamic array is in the page before. */
const OBJECTS_AT = DATA_AT + PAGE;

const FUNCTION_ALIGNMENT = 16;
const OBJECT_ALIGNMENT = 64;

type SectionName = "" | `.${string}`;

/** A section before its place in the file is known. */
interface PlannedSection extends Partial<Omit<SectionHeader, "link">> {
  readonly name: SectionName;
  readonly link?: SectionName;
  /** Absent for sections that have addresses alone. */
  readonly write?: () => void;
}

/** @throws {PackwheelError} `STUB_LIBRARY_INVALID` */
export function writeStubLibrary(format: ElfFormat, library: StubLibrary): Uint8Array {
  const { bits } = format;
  const sizes = RECORD_SIZES[bits];
  const symbols = sortForHash(library.symbols);
  const versions = [...new Set(symbols.flatMap(({ version }) => version ?? []))].sort();
  const placement = placeSymbols(library.soname, symbols);
  const objectsEnd = roundUp(OBJECTS_AT + placement.sizes.object, OBJECT_ALIGNMENT);
  const strings = new StringTableWriter();
  const soname = strings.add(library.soname);
  const sectionNames = new StringTableWriter();

  const segmentCount = placement.sizes["thread-local"] > 0 ? 6 : 5;
  const headerSize = sizes.file + segmentCount * sizes.segment;
  const body = new ByteWriter(format.littleEndian);
  const here = (): number => headerSize + body.length;
  const placed = new Map<SectionName, SectionHeader>();
  const place = (name: SectionName): SectionHeader => placed.get(name) ?? NO_SECTION;
  const indexOf = (name: SectionName): number => Math.max(0, order.indexOf(name));

  const versionSections: readonly PlannedSection[] = [
    {
      name: ".gnu.version",
      type: SHT.GNU_VERSYM,
      link: ".dynsym",
      entrySize: 2,
      write: () => writeVersionNumbers(body, symbols, versions),
    },
    {
      name: ".gnu.version_d",
      type: SHT.GNU_VERDEF,
      link: ".dynstr",
      info: versions.length + 1,
      write: () => writeDefinitions(body, [library.soname, ...versions], strings),
    },
  ];
  const threadLocalSection: PlannedSection = {
    name: ".tbss",
    type: SHT.NOBITS,
    flags: SHF.ALLOC | SHF.WRITE | SHF.TLS,
    address: objectsEnd,
    size: placement.sizes["thread-local"],
    alignment: OBJECT_ALIGNMENT,
  };
  const planned: readonly PlannedSection[] = [
    { name: "", type: SHT.NULL, flags: 0, alignment: 0 },
    {
      name: ".dynsym",
      type: SHT.DYNSYM,
      link: ".dynstr",
      info: 1, // the first symbol that is not local
      entrySize: sizes.symbol,
      write: () =>
        writeSymbols(body, bits, symbols, strings, ({ name, kind }) => {
          const offset = placement.offsets.get(name) ?? 0;
          if (kind === "function") return { section: indexOf(".text"), value: TEXT_AT + offset };
          if (kind === "object") return { section: indexOf(".bss"), value: OBJECTS_AT + offset };
          return { section: indexOf(".tbss"), value: offset };
        }),
    },
    ...(versions.length > 0 ? versionSections : []),
    { name: ".gnu.hash", type: SHT.GNU_HASH, link: ".dynsym", write: () => writeGnuHash(body, bits, symbols) },
    { name: ".dynstr", type: SHT.STRTAB, alignment: 1, write: () => strings.writeTo(body) },
    {
      name: ".text",
      type: SHT.NOBITS,
      flags: SHF.ALLOC | SHF.EXECINSTR,
      address: TEXT_AT,
      size: placement.sizes.function,
      alignment: FUNCTION_ALIGNMENT,
    },
    {
      name: ".dynamic",
      type: SHT.DYNAMIC,
      flags: SHF.ALLOC | SHF.WRITE,
      link: ".dynstr",
      entrySize: bits / 4,
      write: () => writeDynamicArray(body, bits, dynamicEntries(soname, versions.length, sizes.symbol, place)),
    },
    {
      name: ".bss",
      type: SHT.NOBITS,
      flags: SHF.ALLOC | SHF.WRITE,
      address: OBJECTS_AT,
      size: placement.sizes.object,
      alignment: OBJECT_ALIGNMENT,
    },
    ...(placement.sizes["thread-local"] > 0 ? [threadLocalSection] : []),
    { name: ".shstrtab", type: SHT.STRTAB, flags: 0, alignment: 1, write: () => sectionNames.writeTo(body) },
  ];
  const order = planned.map(({ name }) => name);
  const nameOffsets = order.map((name) => sectionNames.add(name));

  for (const { name, link = "", write, ...header } of planned) {
    if (write !== undefined) body.zeros(-here() & 7);
    const offset = name === "" ? 0 : here();
    write?.();
    const address = name === ".shstrtab" ? 0 : name === ".dynamic" ? DATA_AT + (offset % PAGE) : offset;
    const read = { flags: SHF.ALLOC, address, offset, size: write === undefined ? 0 : here() - offset, alignment: 8 };
    placed.set(name, { ...NO_SECTION, ...read, ...header, link: indexOf(link) });
  }
  body.zeros(-here() & 7);
  const sectionsAt = here();
  order.forEach((name, index) => {
    writeSectionHeader(body, bits, nameOffsets[index] ?? 0, place(name));
  });

  const tablesEnd = place(".dynstr").offset + place(".dynstr").size;
  const largest = Math.max(tablesEnd, placement.sizes.function / 2, placement.sizes.object);
  if (largest > TEXT_AT) {
    throw new PackwheelError("STUB_LIBRARY_INVALID", `Cannot write a stub of ${library.soname}: it is too large`);
  }
  const segments = segmentsOf(place, tablesEnd, objectsEnd);
  const file = new ByteWriter(format.littleEndian, headerSize + body.length);
  const sectionCount = order.length;
  writeFileHeader(file, format, { type: ET_DYN, segmentCount, sectionsAt, sectionCount, namesIndex: sectionCount - 1 });
  for (const segment of segments) writeSegmentHeader(file, bits, segment);
  return file.bytes(body.view()).toBytes();
}

const NO_SECTION: SectionHeader = {
  type: SHT.NULL,
  flags: 0,
  address: 0,
  offset: 0,
  size: 0,
  link: 0,
  info: 0,
  alignment: 0,
  entrySize: 0,
};

function dynamicEntries(
  soname: number,
  versionCount: number,
  symbolSize: number,
  place: (name: SectionName) => SectionHeader,
): readonly (readonly [tag: number, value: number])[] {
  const versions = [
    [DT.VERSYM, place(".gnu.version").address],
    [DT.VERDEF, place(".gnu.version_d").address],
    [DT.VERDEFNUM, versionCount + 1],
  ] as const;
  return [
    [DT.SONAME, soname],
    [DT.GNU_HASH, place(".gnu.hash").address],
    [DT.STRTAB, place(".dynstr").address],
    [DT.STRSZ, place(".dynstr").size],
    [DT.SYMTAB, place(".dynsym").address],
    [DT.SYMENT, symbolSize],
    ...(versionCount > 0 ? versions : []),
  ];
}

function segmentsOf(
  place: (name: SectionName) => SectionHeader,
  tablesEnd: number,
  objectsEnd: number,
): readonly SegmentHeader[] {
  const [text, dynamic, threadLocal] = [place(".text"), place(".dynamic"), place(".tbss")];
  const nothing = { offset: 0, address: 0, fileSize: 0, memorySize: 0 } as const;
  const inDynamic = { offset: dynamic.offset, address: dynamic.address, fileSize: dynamic.size } as const;
  const readWrite = PF_R | PF_W;
  const segments: SegmentHeader[] = [
    { ...nothing, type: PT.LOAD, flags: PF_R, fileSize: tablesEnd, memorySize: tablesEnd, alignment: PAGE },
    // Nothing of the file is in it, and its place there must be the same within a page as in memory.
    { ...nothing, type: PT.LOAD, flags: PF_R | PF_X, address: text.address, memorySize: text.size, alignment: PAGE },
    { ...inDynamic, type: PT.LOAD, flags: readWrite, memorySize: objectsEnd - dynamic.address, alignment: PAGE },
    { ...inDynamic, type: PT.DYNAMIC, flags: readWrite, memorySize: dynamic.size, alignment: 8 },
    { ...nothing, type: PT.GNU_STACK, flags: readWrite, alignment: 16 },
  ];
  if (threadLocal.size > 0) {
    segments.push({
      ...nothing,
      type: PT.TLS,
      flags: PF_R,
      offset: threadLocal.offset,
      address: threadLocal.address,
      memorySize: threadLocal.size,
      alignment: OBJECT_ALIGNMENT,
    });
  }
  return segments;
}

function roundUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
