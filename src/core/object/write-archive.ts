/**
 * A static library with an index of its symbols, which linkers look into rather than into the members.
 * Spec: the format "ar" of Unix, as System V Application Binary Interface, chapter 7, "Archive File", writes it.
 */
import { ByteWriter } from "../bytes/byte-writer.ts";

export interface ArchiveMember {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the index says it has. */
  readonly symbols: readonly string[];
}

const MAGIC = "!<arch>\n";
const HEADER_SIZE = 60;
/** A name and the slash that ends it; longer ones are in a table. */
const NAME_SIZE = 16;
const encoder = new TextEncoder();

export function writeArchive(members: readonly ArchiveMember[]): Uint8Array {
  const symbols = encoder.encode(members.flatMap((member) => member.symbols.map((symbol) => `${symbol}\0`)).join(""));
  const count = members.reduce((sum, member) => sum + member.symbols.length, 0);
  const indexSize = 4 + 4 * count + symbols.length;
  const long = longNames(members);
  const longSize = long.table.length === 0 ? 0 : HEADER_SIZE + evenSize(long.table.length);
  let offset = MAGIC.length + HEADER_SIZE + evenSize(indexSize) + longSize;
  // The numbers of the index are big-endian on every machine.
  const writer = new ByteWriter(false);
  writer.bytes(encoder.encode(MAGIC)).bytes(header("/", indexSize)).u32(count);
  for (const member of members) {
    for (let index = 0; index < member.symbols.length; index++) writer.u32(offset);
    offset += HEADER_SIZE + evenSize(member.bytes.length);
  }
  writer.bytes(symbols).zeros(indexSize % 2);
  if (longSize > 0) writeMember(writer, "//", encoder.encode(long.table));
  for (const [index, { bytes }] of members.entries()) writeMember(writer, long.fields[index] ?? "", bytes);
  return writer.toBytes();
}

/** `add.o/`, or the place of a longer name in the table: `/0`. */
function longNames(members: readonly ArchiveMember[]): { readonly table: string; readonly fields: readonly string[] } {
  let table = "";
  const fields = members.map(({ name }) => {
    if (name.length < NAME_SIZE) return `${name}/`;
    const place = `/${table.length}`;
    table += `${name}/\n`;
    return place;
  });
  return { table, fields };
}

function writeMember(writer: ByteWriter, field: string, bytes: Uint8Array): void {
  writer
    .bytes(header(field, bytes.length))
    .bytes(bytes)
    .zeros(bytes.length % 2);
}

function evenSize(size: number): number {
  return size + (size % 2);
}

function header(name: string, size: number): Uint8Array {
  const fields = [
    name.padEnd(NAME_SIZE), // 0, 16 bytes: name
    "0".padEnd(12), // 16, 12 bytes: time
    "0".padEnd(6), // 28, 6 bytes: owner
    "0".padEnd(6), // 34, 6 bytes: group
    "644".padEnd(8), // 40, 8 bytes: mode, in octal digits
    String(size).padEnd(10), // 48, 10 bytes: size
    "`\n", // 58, 2 bytes
  ];
  return encoder.encode(fields.join(""));
}
