/**
 * The tables by which a loader or a linker finds the symbols that a library defines.
 * Specs: System V gABI, chapter 4, "Symbol Table"; Linux Standard Base, "Symbol Versioning"; DT_GNU_HASH as glibc
 * reads it.
 */
import type { ByteWriter } from "../../bytes/byte-writer.ts";
import { STB, STT, VER_FLG } from "./constants.ts";
import { bucketCount, type StubSymbol } from "./stub-symbols.ts";
import { gnuHash, systemHash } from "./symbol-hash.ts";
import { RECORD_SIZES, type StringTableWriter, writeWord } from "./write-headers.ts";

const TYPES = { function: STT.FUNC, object: STT.OBJECT, "thread-local": STT.TLS } as const;

export interface SymbolPlace {
  readonly section: number; // st_shndx
  readonly value: number; // st_value
}

/** .dynsym: the null symbol, then all others. */
export function writeSymbols(
  writer: ByteWriter,
  bits: 32 | 64,
  symbols: readonly StubSymbol[],
  strings: StringTableWriter,
  placeOf: (symbol: StubSymbol) => SymbolPlace,
): void {
  writer.zeros(RECORD_SIZES[bits].symbol);
  for (const symbol of symbols) {
    const { section, value } = placeOf(symbol);
    const info = ((symbol.weak === true ? STB.WEAK : STB.GLOBAL) << 4) | TYPES[symbol.kind];
    writer.u32(strings.add(symbol.name));
    if (bits === 32) writer.u32(value).u32(symbol.size ?? 0);
    writer.u8(info).u8(0).u16(section); // st_info, st_other, st_shndx
    if (bits === 64) writer.u64(BigInt(value)).u64(BigInt(symbol.size ?? 0));
  }
}

/** .gnu.version: 0 for the null symbol, 1 for no version, from 2 on the place in `versions`. */
export function writeVersionNumbers(
  writer: ByteWriter,
  symbols: readonly StubSymbol[],
  versions: readonly string[],
): void {
  const numbers = new Map(versions.map((version, index) => [version, index + 2]));
  writer.u16(0);
  for (const { version } of symbols) writer.u16(version === undefined ? 1 : (numbers.get(version) ?? 1));
}

/** .gnu.version_d; the first name is that of the library itself. */
export function writeDefinitions(writer: ByteWriter, names: readonly string[], strings: StringTableWriter): void {
  names.forEach((name, index) => {
    writer
      .u16(1) // vd_version
      .u16(index === 0 ? VER_FLG.BASE : 0) // vd_flags
      .u16(index + 1) // vd_ndx
      .u16(1) // vd_cnt
      .u32(systemHash(name)) // vd_hash
      .u32(20) // vd_aux: the part below
      .u32(index === names.length - 1 ? 0 : 28) // vd_next
      .u32(strings.add(name)) // vda_name
      .u32(0); // vda_next
  });
}

/** .gnu.hash over symbols in the order of `sortForHash`. */
export function writeGnuHash(writer: ByteWriter, bits: 32 | 64, symbols: readonly StubSymbol[]): void {
  const count = bucketCount(symbols);
  const hashes = symbols.map(({ name }) => gnuHash(name));
  const filter = bloomFilter(bits, hashes);
  writer.u32(count).u32(1).u32(filter.length).u32(BLOOM_SHIFT); // the first symbol is the null symbol
  for (const word of filter) {
    if (bits === 64) writer.u64(word);
    else writer.u32(Number(word));
  }
  const buckets = hashes.map((hash) => hash % count);
  for (let bucket = 0; bucket < count; bucket++) writer.u32(buckets.indexOf(bucket) + 1); // 0 for an empty one
  hashes.forEach((hash, index) => {
    const isLast = buckets[index + 1] !== buckets[index];
    writer.u32(((hash & ~1) | (isLast ? 1 : 0)) >>> 0);
  });
}

const BLOOM_SHIFT = 6;

/** Two bits for each symbol, by which most names that the library has not are turned away. */
function bloomFilter(bits: 32 | 64, hashes: readonly number[]): readonly bigint[] {
  let length = 1;
  while (length * bits < hashes.length * 8) length *= 2;
  const words = new Array<bigint>(length).fill(0n);
  for (const hash of hashes) {
    const index = Math.floor(hash / bits) % length;
    const first = 1n << BigInt(hash % bits);
    const second = 1n << BigInt((hash >>> BLOOM_SHIFT) % bits);
    words[index] = (words[index] ?? 0n) | first | second;
  }
  return words;
}

/** .dynamic, with DT_NULL at its end. */
export function writeDynamicArray(
  writer: ByteWriter,
  bits: 32 | 64,
  entries: readonly (readonly [tag: number, value: number])[],
): void {
  for (const [tag, value] of [...entries, [0, 0] as const]) {
    writeWord(writer, bits, tag);
    writeWord(writer, bits, value);
  }
}
