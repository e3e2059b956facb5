/** Small PE files made by hand: one section at address 0x1000, whose bytes follow the headers at 0x200. */
import { ByteWriter } from "../../../../src/core/bytes/byte-writer.ts";

export interface PeDraft {
  readonly bits?: 32 | 64;
  readonly machine?: number;
  readonly characteristics?: number;
  readonly dllCharacteristics?: number;
  readonly imports?: readonly PeImportDraft[];
  readonly delayed?: readonly PeImportDraft[];
  /** Addresses of delayed imports count from zero rather than from the image base, as old linkers wrote them. */
  readonly absolute?: boolean;
  readonly exports?: readonly PeExportDraft[];
  readonly name?: string;
  /** Data directories: index and [address, size]. */
  readonly directories?: Readonly<Record<number, readonly [address: number, size: number]>>;
  /** Bytes after the last section. */
  readonly overlay?: Uint8Array;
}

export interface PeImportDraft {
  readonly dll: string;
  /** Names, and numbers for ordinals. */
  readonly symbols: readonly (string | number)[];
  /** Leave the first list of symbols out, as old linkers do. */
  readonly oneList?: boolean;
}

export interface PeExportDraft {
  readonly name?: string;
  readonly forwardedTo?: string;
}

export const SECTION = 0x1000;
export const SECTION_OFFSET = 0x200;
export const IMAGE_BASE = 0x10000000;
const ORDINAL_BASE = 5;

/** A DLL for amd64, unless the draft says otherwise. */
export function makePe(draft: PeDraft = {}): Uint8Array {
  const { bits = 64 } = draft;
  const section = new Section();
  const directories: Record<number, readonly [number, number]> = { ...draft.directories };
  if (draft.imports !== undefined) directories[1] = writeImports(section, draft.imports, bits);
  if (draft.delayed !== undefined)
    directories[13] = writeDelayed(section, draft.delayed, bits, draft.absolute === true);
  if (draft.exports !== undefined) directories[0] = writeExports(section, draft.exports, draft.name ?? "hello.dll");
  const body = section.bytes();

  const writer = new ByteWriter(true);
  writer.u16(0x5a4d).zeros(58).u32(0x40); // e_lfanew
  writer
    .u32(0x4550)
    .u16(draft.machine ?? 0x8664)
    .u16(1)
    .zeros(12);
  writer.u16(bits === 64 ? 240 : 224).u16(draft.characteristics ?? 0x2022);
  const optional = writer.length;
  writer.u16(bits === 64 ? 0x20b : 0x10b).zeros(bits === 64 ? 22 : 26);
  if (bits === 64) writer.u64(BigInt(IMAGE_BASE));
  else writer.u32(IMAGE_BASE);
  writer
    .zeros(optional + 60 - writer.length)
    .u32(SECTION_OFFSET)
    .u32(0);
  writer
    .u16(3)
    .u16(draft.dllCharacteristics ?? 0x160)
    .zeros(bits === 64 ? 36 : 20)
    .u32(16);
  for (let index = 0; index < 16; index++) {
    const [address, size] = directories[index] ?? [0, 0];
    writer.u32(address).u32(size);
  }
  writer.zeros(8).u32(body.length).u32(SECTION).u32(body.length).u32(SECTION_OFFSET).zeros(16);
  writer.zeros(SECTION_OFFSET - writer.length).bytes(body);
  return writer.bytes(draft.overlay ?? new Uint8Array()).toBytes();
}

/** Content of the section; parts refer to each other by address. */
class Section {
  readonly #writer = new ByteWriter(true);

  /** @returns The address of what was added. */
  add(bytes: Uint8Array): number {
    const address = SECTION + this.#writer.length;
    this.#writer.bytes(bytes).zeros(-this.#writer.length & 7);
    return address;
  }

  text(value: string): number {
    return this.add(new TextEncoder().encode(`${value}\0`));
  }

  bytes(): Uint8Array {
    return this.#writer.zeros(-this.#writer.length & 15).toBytes();
  }
}

function writeImports(section: Section, imports: readonly PeImportDraft[], bits: 32 | 64): [number, number] {
  const table = new ByteWriter(true);
  for (const { dll, symbols, oneList = false } of imports) {
    const list = writeList(section, symbols, bits);
    table
      .u32(oneList ? 0 : list)
      .u32(0)
      .u32(0)
      .u32(section.text(dll))
      .u32(list);
  }
  return [section.add(table.zeros(20).toBytes()), table.length];
}

function writeDelayed(
  section: Section,
  imports: readonly PeImportDraft[],
  bits: 32 | 64,
  absolute: boolean,
): [number, number] {
  const base = absolute ? IMAGE_BASE : 0;
  const table = new ByteWriter(true);
  for (const { dll, symbols } of imports) {
    const list = writeList(section, symbols, bits);
    table
      .u32(absolute ? 0 : 1)
      .u32(base + section.text(dll))
      .u32(0)
      .u32(0)
      .u32(base + list)
      .zeros(12);
  }
  return [section.add(table.zeros(32).toBytes()), table.length];
}

function writeList(section: Section, symbols: readonly (string | number)[], bits: 32 | 64): number {
  const list = new ByteWriter(true);
  for (const symbol of symbols) {
    const isOrdinal = typeof symbol === "number";
    const value = isOrdinal ? symbol : section.add(new TextEncoder().encode(`\0\0${symbol}\0`));
    if (bits === 64) list.u32(value).u32(isOrdinal ? 0x80000000 : 0);
    else list.u32((isOrdinal ? 0x80000000 : 0) + value);
  }
  return section.add(list.zeros(bits / 8).toBytes());
}

function writeExports(section: Section, exports: readonly PeExportDraft[], dll: string): [number, number] {
  const named = exports.flatMap(({ name }, index) => (name === undefined ? [] : [{ name, index }]));
  const dllAt = section.text(dll);
  const names = new ByteWriter(true);
  const ordinals = new ByteWriter(true);
  for (const { name, index } of named) {
    names.u32(section.text(name));
    ordinals.u16(index);
  }
  const namesAt = section.add(names.toBytes());
  const ordinalsAt = section.add(ordinals.toBytes());
  const forwarders = exports.map(({ forwardedTo }) => forwardedTo ?? "");
  const start = section.add(new Uint8Array());
  // Texts within the directory are forwarders: they come behind the table.
  const table = new ByteWriter(true);
  const addresses = new ByteWriter(true);
  let textAt = start + 40 + exports.length * 4;
  for (const text of forwarders) {
    addresses.u32(text === "" ? SECTION : textAt);
    if (text !== "") textAt += text.length + 1;
  }
  table.zeros(12).u32(dllAt).u32(ORDINAL_BASE).u32(exports.length).u32(named.length);
  table
    .u32(start + 40)
    .u32(namesAt)
    .u32(ordinalsAt)
    .bytes(addresses.view());
  for (const text of forwarders) if (text !== "") table.bytes(new TextEncoder().encode(`${text}\0`));
  return [section.add(table.toBytes()), table.length];
}
