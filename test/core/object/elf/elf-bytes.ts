/**
 * Small ELF files made by hand: one segment at address 0x10000 that holds the whole file, so that an address is a
 * place in the file plus 0x10000.
 */
import { ByteWriter } from "../../../../src/core/bytes/byte-writer.ts";

export interface ElfDraft {
  readonly bits?: 32 | 64;
  readonly littleEndian?: boolean;
  readonly osAbi?: number;
  readonly type?: number;
  readonly machine?: number;
  readonly flags?: number;
  readonly interpreter?: string;
  /** p_flags of PT_GNU_STACK; undefined for none. */
  readonly stack?: number;
  readonly needed?: readonly string[];
  readonly soname?: string;
  readonly rpath?: string;
  readonly runpath?: string;
  readonly needs?: readonly { readonly library: string; readonly versions: readonly string[] }[];
  readonly definitions?: readonly string[];
  readonly symbols?: readonly SymbolDraft[];
  readonly notes?: Uint8Array;
  readonly noteAlignment?: number;
  /** More entries of the dynamic array. */
  readonly dynamic?: readonly (readonly [tag: number, value: number])[];
  /** Leave DT_HASH out, so that the end of the symbols must be found in another way. */
  readonly withoutHash?: boolean;
}

export interface SymbolDraft {
  readonly name: string;
  readonly defined?: boolean;
  readonly weak?: boolean;
  readonly hidden?: boolean;
  /** Of a needed or a defined version. */
  readonly version?: string;
}

export const BASE = 0x10000;

/** A shared object for x86-64, unless the draft says otherwise. */
export function makeElf(draft: ElfDraft = {}): Uint8Array {
  const { bits = 64, littleEndian = true } = draft;
  const strings = new StringTable();
  const versionNumbers = new Map<string, number>();
  const body = new ByteWriter(littleEndian);
  const headerSize = bits === 64 ? 64 : 52;
  const segmentSize = bits === 64 ? 56 : 32;
  const segmentCount = 2 + [draft.interpreter, draft.stack, draft.notes].filter((part) => part !== undefined).length;
  const start = headerSize + segmentSize * segmentCount;
  const here = (): number => start + body.length;

  const interpreterAt = here();
  if (draft.interpreter !== undefined) body.bytes(text(`${draft.interpreter}\0`));
  const notesAt = here();
  if (draft.notes !== undefined) body.bytes(draft.notes);

  const needs = draft.needs ?? [];
  const needsAt = here();
  writeNeeds(body, needs, strings, versionNumbers);
  const definitions = draft.definitions ?? [];
  const definitionsAt = here();
  writeDefinitions(body, definitions, strings, versionNumbers);

  const symbols = draft.symbols ?? [];
  const numbersAt = here();
  body.u16(0);
  for (const { version } of symbols) body.u16(version === undefined ? 1 : (versionNumbers.get(version) ?? 0));
  const hashAt = here();
  body
    .u32(1)
    .u32(symbols.length + 1)
    .u32(0);
  for (let index = 0; index <= symbols.length; index++) body.u32(0);
  const symbolsAt = here();
  body.zeros(bits === 64 ? 24 : 16);
  for (const symbol of symbols) writeSymbol(body, bits, symbol, strings);

  const entries: [number, number][] = [];
  for (const name of draft.needed ?? []) entries.push([1, strings.add(name)]);
  if (draft.soname !== undefined) entries.push([14, strings.add(draft.soname)]);
  if (draft.rpath !== undefined) entries.push([15, strings.add(draft.rpath)]);
  if (draft.runpath !== undefined) entries.push([29, strings.add(draft.runpath)]);
  if (draft.withoutHash !== true) entries.push([4, BASE + hashAt]);
  entries.push([6, BASE + symbolsAt]);
  if (needs.length > 0) entries.push([0x6ffffffe, BASE + needsAt], [0x6fffffff, needs.length]);
  if (definitions.length > 0) entries.push([0x6ffffffc, BASE + definitionsAt], [0x6ffffffd, definitions.length]);
  if (needs.length + definitions.length > 0) entries.push([0x6ffffff0, BASE + numbersAt]);
  for (const [tag, value] of draft.dynamic ?? []) entries.push([tag, value]);
  const stringsAt = here();
  const stringBytes = strings.bytes();
  body.bytes(stringBytes);
  entries.push([5, BASE + stringsAt], [10, stringBytes.length], [0, 0]);
  const dynamicAt = here();
  for (const [tag, value] of entries) {
    if (bits === 64) body.u64(BigInt(tag)).u64(BigInt(value));
    else body.u32(tag).u32(value);
  }

  const file = new ByteWriter(littleEndian);
  file.bytes(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, littleEndian ? 1 : 2, 1, draft.osAbi ?? 0));
  file
    .zeros(8)
    .u16(draft.type ?? 3)
    .u16(draft.machine ?? 62)
    .u32(1);
  const address = (value: number): void => void (bits === 64 ? file.u64(BigInt(value)) : file.u32(value));
  address(0); // e_entry
  address(headerSize); // e_phoff
  address(0); // e_shoff
  file
    .u32(draft.flags ?? 0)
    .u16(headerSize)
    .u16(segmentSize)
    .u16(segmentCount)
    .u16(0)
    .u16(0)
    .u16(0);

  const size = start + body.length;
  const segment = (type: number, flags: number, offset: number, length: number, alignment: number): void => {
    file.u32(type);
    if (bits === 64) file.u32(flags);
    for (const value of [offset, BASE + offset, BASE + offset, length, length]) address(value);
    if (bits === 32) file.u32(flags);
    address(alignment);
  };
  segment(1, 5, 0, size, 0x1000);
  segment(2, 6, dynamicAt, start + body.length - dynamicAt, 8);
  if (draft.interpreter !== undefined) segment(3, 4, interpreterAt, draft.interpreter.length + 1, 1);
  if (draft.stack !== undefined) segment(0x6474e551, draft.stack, 0, 0, 16);
  if (draft.notes !== undefined) segment(4, 4, notesAt, draft.notes.length, draft.noteAlignment ?? 4);
  return file.bytes(body.view()).toBytes();
}

/** One note: `makeNote("GNU", 5, [0x02, 0x80, 0x00, 0xc0, ...])`. */
export function makeNote(name: string, type: number, content: readonly number[], littleEndian = true): Uint8Array {
  const writer = new ByteWriter(littleEndian);
  writer
    .u32(name.length + 1)
    .u32(content.length)
    .u32(type)
    .bytes(text(`${name}\0`));
  writer.zeros(-writer.length & 3).bytes(Uint8Array.from(content));
  return writer.zeros(-writer.length & 3).toBytes();
}

class StringTable {
  #text = "\0";

  add(value: string): number {
    const at = this.#text.length;
    this.#text += `${value}\0`;
    return at;
  }

  bytes(): Uint8Array {
    return text(this.#text);
  }
}

function writeNeeds(
  body: ByteWriter,
  needs: NonNullable<ElfDraft["needs"]>,
  strings: StringTable,
  numbers: Map<string, number>,
): void {
  needs.forEach(({ library, versions }, index) => {
    const isLast = index === needs.length - 1;
    body
      .u16(1)
      .u16(versions.length)
      .u32(strings.add(library))
      .u32(16)
      .u32(isLast ? 0 : 16 + 16 * versions.length);
    versions.forEach((version, place) => {
      const number = 2 + numbers.size;
      numbers.set(version, number);
      const flags = version.startsWith("WEAK_") ? 2 : 0;
      body
        .u32(0)
        .u16(flags)
        .u16(number)
        .u32(strings.add(version))
        .u32(place === versions.length - 1 ? 0 : 16);
    });
  });
}

/** The first definition is the name of the library itself. */
function writeDefinitions(
  body: ByteWriter,
  definitions: readonly string[],
  strings: StringTable,
  numbers: Map<string, number>,
): void {
  definitions.forEach((name, index) => {
    const number = index === 0 ? 1 : 2 + numbers.size;
    if (index > 0) numbers.set(name, number);
    body
      .u16(1)
      .u16(index === 0 ? 1 : 0)
      .u16(number)
      .u16(1)
      .u32(0)
      .u32(20)
      .u32(index === definitions.length - 1 ? 0 : 28);
    body.u32(strings.add(name)).u32(0);
  });
}

function writeSymbol(body: ByteWriter, bits: 32 | 64, symbol: SymbolDraft, strings: StringTable): void {
  const name = strings.add(symbol.name);
  const info = ((symbol.weak === true ? 2 : 1) << 4) | 2;
  const other = symbol.hidden === true ? 2 : 0;
  const section = symbol.defined === true ? 1 : 0;
  if (bits === 64) body.u32(name).u8(info).u8(other).u16(section).u64(0n).u64(0n);
  else body.u32(name).u32(0).u32(0).u8(info).u8(other).u16(section);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
