/**
 * The dynamic symbol table: what a file takes from others, and what it gives to them.
 *
 * No dynamic entry says how many symbols there are. The section header does, where there is one; else one of the two
 * hash tables; else the table that follows in memory is where this one must end.
 * Specs: System V gABI, chapter 4, "Symbol Table", and chapter 5, "Hash Table"; DT_GNU_HASH as glibc reads it.
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { fits, type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { DT, SHT, STB, VERSYM_HIDDEN } from "./constants.ts";
import { type Dynamic, outside } from "./dynamic.ts";
import { type FileHeader, locate, type Section, type Segment } from "./file-header.ts";
import type { ElfExport, ElfImport } from "./model.ts";
import type { Versions } from "./versions.ts";

export interface Symbols {
  readonly imports: readonly ElfImport[];
  readonly exports: readonly ElfExport[];
}

interface Tables {
  readonly context: RangeContext;
  readonly header: FileHeader;
  readonly segments: readonly Segment[];
  readonly sections: readonly Section[];
  readonly dynamic: Dynamic;
}

/** st_shndx: the symbol is not defined here. */
const SHN_UNDEF = 0;

/** @throws {PackwheelError} `ELF_INVALID`, `ELF_TRUNCATED` */
export function* readSymbols(tables: Tables, versions: Versions): RangeParser<Symbols> {
  const { context, header, segments, dynamic } = tables;
  const address = dynamic.values.get(DT.SYMTAB);
  if (address === undefined) return { imports: [], exports: [] };
  const place = locate(segments, address);
  if (place === undefined) throw outside("symbol table", address);

  const entrySize = header.bits === 64 ? 24 : 16; // DT_SYMENT
  const count = Math.min(yield* countSymbols(tables, address, entrySize), Math.floor(place.length / entrySize));
  const table = yield* readRange(context, place.offset, count * entrySize, "symbol table");
  const numbers = yield* readVersionNumbers(tables, count);
  // Thousands of symbols, mostly before the machine has compiled this loop: a reader's checks would take most of it.
  const view = new DataView(table.buffer, table.byteOffset, count * entrySize);
  const { littleEndian } = header;
  const infoOffset = header.bits === 64 ? 4 : 12; // st_value and st_size stand before it, or behind

  const imports: ElfImport[] = [];
  const exports: ElfExport[] = [];
  for (let index = 1; index < count; index++) {
    const entry = index * entrySize;
    const nameOffset = view.getUint32(entry, littleEndian); // st_name
    const binding = view.getUint8(entry + infoOffset) >> 4; // st_info
    if (binding === STB.LOCAL || nameOffset === 0) continue;
    const visibility = view.getUint8(entry + infoOffset + 1) & 3; // st_other
    const section = view.getUint16(entry + infoOffset + 2, littleEndian); // st_shndx
    const name = dynamic.strings.at(nameOffset);
    if (name === undefined || name === "") continue;

    const weak = binding === STB.WEAK;
    numbers?.seek(index * 2);
    const version = versions.byIndex.get((numbers?.u16() ?? 0) & ~VERSYM_HIDDEN);
    if (section !== SHN_UNDEF) {
      // STV_HIDDEN and STV_INTERNAL
      if (visibility !== 1 && visibility !== 2) {
        exports.push(version === undefined ? { name, weak } : { name, weak, version: version.name });
      }
    } else {
      const library = version?.library;
      imports.push({
        name,
        weak,
        ...(version === undefined ? {} : { version: version.name }),
        ...(library === undefined ? {} : { library }),
      });
    }
  }
  return { imports, exports };
}

/** DT_VERSYM: a number for each symbol; undefined where symbols have no versions. */
function* readVersionNumbers(tables: Tables, count: number): RangeParser<ByteReader | undefined> {
  const { context, header, segments, dynamic } = tables;
  const address = dynamic.values.get(DT.VERSYM);
  if (address === undefined) return undefined;
  const place = locate(segments, address);
  if (place === undefined) throw outside("versions of symbols", address);
  const bytes = yield* readRange(context, place.offset, count * 2, "versions of symbols");
  return new ByteReader(bytes, header.littleEndian, "ELF_TRUNCATED", "ELF versions of symbols");
}

function* countSymbols(tables: Tables, address: number, entrySize: number): RangeParser<number> {
  const section = tables.sections.find((candidate) => candidate.type === SHT.DYNSYM && candidate.address === address);
  if (section !== undefined) return Math.floor(section.size / entrySize);
  return (
    (yield* countByHash(tables)) ??
    (yield* countByGnuHash(tables)) ??
    Math.floor(distanceToNextTable(tables.dynamic, address) / entrySize)
  );
}

/** DT_HASH has a chain entry for each symbol. */
function* countByHash({ context, header, segments, dynamic }: Tables): RangeParser<number | undefined> {
  const place = locate(segments, dynamic.values.get(DT.HASH) ?? -1);
  // On 64-bit s390 alone the numbers of this table have 8 bytes.
  if (place === undefined || (header.machine === 22 && header.bits === 64)) return undefined;
  const bytes = yield* readRange(context, place.offset, 8, "hash table");
  const reader = new ByteReader(bytes, header.littleEndian, "ELF_TRUNCATED", "ELF hash table");
  reader.skip(4); // nbucket
  return reader.u32(); // nchain
}

/** DT_GNU_HASH has the defined symbols alone, which come last: the end of the last chain is the end of the symbols. */
function* countByGnuHash({ context, header, segments, dynamic }: Tables): RangeParser<number | undefined> {
  const place = locate(segments, dynamic.values.get(DT.GNU_HASH) ?? -1);
  if (place === undefined) return undefined;
  const what = "GNU hash table";
  const head = new ByteReader(
    yield* readRange(context, place.offset, 16, what),
    header.littleEndian,
    "ELF_TRUNCATED",
    `ELF ${what}`,
  );
  const bucketCount = head.u32();
  const firstSymbol = head.u32();
  const bloomSize = head.u32() * (header.bits / 8);
  const bucketsOffset = place.offset + 16 + bloomSize;
  const buckets = new ByteReader(
    yield* readRange(context, bucketsOffset, bucketCount * 4, what),
    header.littleEndian,
    "ELF_TRUNCATED",
    `ELF ${what}`,
  );
  let last = 0;
  for (let index = 0; index < bucketCount; index++) last = Math.max(last, buckets.u32());
  if (last < firstSymbol || last === 0) return undefined; // nothing is defined

  let offset = bucketsOffset + bucketCount * 4 + (last - firstSymbol) * 4;
  for (; fits(context, offset, 4); offset += 4, last++) {
    const bytes = yield* readRange(context, offset, 4, what);
    const lowest = (header.littleEndian ? bytes[0] : bytes[3]) ?? 0;
    if ((lowest & 1) !== 0) break; // the last of its chain
  }
  return last + 1;
}

/** Entries whose values are addresses of tables. */
const TABLES: readonly number[] = [DT.HASH, DT.STRTAB, DT.GNU_HASH, DT.VERSYM, DT.VERDEF, DT.VERNEED, 7, 17, 23]; // RELA, REL, JMPREL

function distanceToNextTable({ values }: Dynamic, address: number): number {
  let distance = Number.MAX_SAFE_INTEGER;
  for (const tag of TABLES) {
    const other = values.get(tag) ?? 0;
    if (other > address) distance = Math.min(distance, other - address);
  }
  return distance;
}
