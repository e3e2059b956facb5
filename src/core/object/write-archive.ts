/**
 * A static library with an index of its symbols, which linkers look into rather than into the members.
 * Spec: the format "ar" of Unix, as System V Application Binary Interface, chapter 7, "Archive File", writes it.
 */
import { ByteWriter } from "../bytes/byte-writer.ts";

export interface ArchiveMember {
  /** At most 15 characters. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the index says it has. */
  readonly symbols: readonly string[];
}

const HEADER_SIZE = 60;
const encoder = new TextEncoder();

export function writeArchive(members: readonly ArchiveMember[]): Uint8Array {
  const names = encoder.encode(members.flatMap(({ symbols }) => symbols.map((symbol) => `${symbol}\0`)).join(""));
  const count = members.reduce((sum, { symbols }) => sum + symbols.length, 0);
  const indexSize = 4 + 4 * count + names.length;
  let offset = 8 + HEADER_SIZE + evenSize(indexSize);
  // The numbers of the index are big-endian on every machine.
  const writer = new ByteWriter(false);
  writer.bytes(encoder.encode("!<arch>\n")).bytes(header("/", indexSize)).u32(count);
  for (const { bytes, symbols } of members) {
    for (let index = 0; index < symbols.length; index++) writer.u32(offset);
    offset += HEADER_SIZE + evenSize(bytes.length);
  }
  writer.bytes(names).zeros(indexSize % 2);
  for (const { name, bytes } of members) {
    writer
      .bytes(header(`${name}/`, bytes.length))
      .bytes(bytes)
      .zeros(bytes.length % 2);
  }
  return writer.toBytes();
}

function evenSize(size: number): number {
  return size + (size % 2);
}

function header(name: string, size: number): Uint8Array {
  const fields = [
    name.padEnd(16), // 0, 16 bytes: name, ended by a slash
    "0".padEnd(12), // 16, 12 bytes: time
    "0".padEnd(6), // 28, 6 bytes: owner
    "0".padEnd(6), // 34, 6 bytes: group
    "644".padEnd(8), // 40, 8 bytes: mode, in octal digits
    String(size).padEnd(10), // 48, 10 bytes: size
    "`\n", // 58, 2 bytes
  ];
  return encoder.encode(fields.join(""));
}
