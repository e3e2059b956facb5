/** Small Mach-O files made by hand. */
import { ByteWriter } from "../../../../src/core/bytes/byte-writer.ts";

export interface MachODraft {
  readonly bits?: 32 | 64;
  readonly littleEndian?: boolean;
  readonly cpuType?: number;
  readonly cpuSubtype?: number;
  /** 2 is a program, 6 a dylib, 8 a bundle. */
  readonly type?: number;
  readonly flags?: number;
  /** Load commands, after each other. */
  readonly commands?: readonly ((writer: ByteWriter) => void)[];
  readonly symbols?: readonly MachOSymbolDraft[];
  readonly exportsTrie?: Uint8Array;
  readonly chainedFixups?: Uint8Array;
}

export interface MachOSymbolDraft {
  readonly name: string;
  /** n_type; 0x01 is undefined and external, 0x0f defined and external. */
  readonly type: number;
  /** n_desc; the upper byte is the number of a library. */
  readonly description?: number;
  readonly value?: number;
}

export const ARM64 = 0x0100000c;
export const X86_64 = 0x01000007;

/** A dylib for arm64, unless the draft says otherwise. */
export function makeMachO(draft: MachODraft = {}): Uint8Array {
  const { bits = 64, littleEndian = true } = draft;
  const symbols = draft.symbols ?? [];
  const strings = new TextEncoder().encode(`\0${symbols.map(({ name }) => `${name}\0`).join("")}`);

  const commands = [...(draft.commands ?? [])];
  const commandsSize = (): number => measure(commands, littleEndian);
  const headerSize = bits === 64 ? 32 : 28;
  const extra =
    (draft.symbols === undefined ? 0 : 24) +
    (draft.exportsTrie === undefined ? 0 : 16) +
    (draft.chainedFixups === undefined ? 0 : 16);
  let place = headerSize + commandsSize() + extra;
  const put = (size: number): number => {
    const at = place;
    place += size;
    return at;
  };
  if (draft.symbols !== undefined) {
    const symbolsAt = put(symbols.length * (bits === 64 ? 16 : 12));
    const stringsAt = put(strings.length);
    commands.push((writer) => {
      writer.u32(2).u32(24).u32(symbolsAt).u32(symbols.length).u32(stringsAt).u32(strings.length);
    });
  }
  for (const [command, bytes] of [
    [0x80000033, draft.exportsTrie],
    [0x80000034, draft.chainedFixups],
  ] as const) {
    if (bytes === undefined) continue;
    const at = put(bytes.length);
    commands.push((writer) => void writer.u32(command).u32(16).u32(at).u32(bytes.length));
  }

  const writer = new ByteWriter(littleEndian);
  writer
    .u32(bits === 64 ? 0xfeedfacf : 0xfeedface)
    .u32(draft.cpuType ?? ARM64)
    .u32(draft.cpuSubtype ?? 0);
  writer
    .u32(draft.type ?? 6)
    .u32(commands.length)
    .u32(commandsSize())
    .u32(draft.flags ?? 0x80);
  if (bits === 64) writer.u32(0);
  for (const command of commands) command(writer);
  if (draft.symbols !== undefined) {
    let nameAt = 1;
    for (const { name, type, description = 0, value = 0 } of symbols) {
      writer.u32(nameAt).u8(type).u8(0).u16(description);
      if (bits === 64) writer.u64(BigInt(value));
      else writer.u32(value);
      nameAt += name.length + 1;
    }
    writer.bytes(strings);
  }
  if (draft.exportsTrie !== undefined) writer.bytes(draft.exportsTrie);
  if (draft.chainedFixups !== undefined) writer.bytes(draft.chainedFixups);
  return writer.toBytes();
}

/** A universal file with slices at multiples of 64 bytes. */
export function makeFat(slices: readonly { cpuType: number; bytes: Uint8Array }[], wide = false): Uint8Array {
  const writer = new ByteWriter(false);
  writer.u32(wide ? 0xcafebabf : 0xcafebabe).u32(slices.length);
  let offset = 64 * Math.ceil((8 + slices.length * 32) / 64);
  const offsets = slices.map(({ bytes }) => {
    const at = offset;
    offset += 64 * Math.ceil(bytes.length / 64);
    return at;
  });
  slices.forEach(({ cpuType, bytes }, index) => {
    const at = offsets[index]!;
    writer.u32(cpuType).u32(0);
    if (wide) writer.u64(BigInt(at)).u64(BigInt(bytes.length)).u32(6).u32(0);
    else writer.u32(at).u32(bytes.length).u32(6);
  });
  slices.forEach(({ bytes }, index) => {
    writer.zeros(offsets[index]! - writer.length).bytes(bytes);
  });
  return writer.toBytes();
}

/** LC_BUILD_VERSION. Versions are written `0x000a0d00` for 10.13. */
export function buildVersion(platform: number, minimum: number, sdk = 0x000d0100): (writer: ByteWriter) => void {
  return (writer) => void writer.u32(0x32).u32(24).u32(platform).u32(minimum).u32(sdk).u32(0);
}

/** LC_VERSION_MIN_MACOSX and its like. */
export function versionMin(command: number, minimum: number): (writer: ByteWriter) => void {
  return (writer) => void writer.u32(command).u32(16).u32(minimum).u32(0x000c0000);
}

/** LC_LOAD_DYLIB and its like. */
export function dylib(command: number, name: string): (writer: ByteWriter) => void {
  return (writer) => writeText(writer, command, name, [1, 0x00010203, 0x00010000]);
}

export function rpath(path: string): (writer: ByteWriter) => void {
  return (writer) => writeText(writer, 0x8000001c, path, []);
}

function writeText(writer: ByteWriter, command: number, value: string, fields: readonly number[]): void {
  const head = 12 + fields.length * 4;
  const bytes = new TextEncoder().encode(`${value}\0`);
  const size = 8 * Math.ceil((head + bytes.length) / 8);
  writer.u32(command).u32(size).u32(head);
  for (const field of fields) writer.u32(field);
  writer.bytes(bytes).zeros(size - head - bytes.length);
}

function measure(commands: readonly ((writer: ByteWriter) => void)[], littleEndian: boolean): number {
  const writer = new ByteWriter(littleEndian);
  for (const command of commands) command(writer);
  return writer.length;
}
