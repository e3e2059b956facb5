/**
 * Numbers and names of WebAssembly's binary format.
 * Spec: WebAssembly core, 5.2.
 */
import type { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { decodeName } from "../ranges.ts";

/** u32: seven bits a byte, the lowest first, five bytes at most. @throws {PackwheelError} `WASM_INVALID` */
export function readUnsigned(reader: ByteReader): number {
  const start = reader.offset;
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = reader.u8();
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80 && value < 2 ** 32) return value;
  }
  throw invalid("a number has more than 32 bits", start);
}

/** Skip a number of up to 64 bits, signed or not. @throws {PackwheelError} `WASM_INVALID` */
export function skipNumber(reader: ByteReader): void {
  const start = reader.offset;
  for (let index = 0; index < 10; index++) if (reader.u8() < 0x80) return;
  throw invalid("a number has more than 64 bits", start);
}

/** Bytes that are no UTF-8 become U+FFFD. */
export function readText(reader: ByteReader): string {
  const bytes = reader.take(readUnsigned(reader));
  return decodeName(bytes, 0, bytes.length);
}

/** Items that follow their count; each has one byte or more, so that a false count ends with the bytes. */
export function readList<Item>(reader: ByteReader, read: () => Item): Item[] {
  const count = readUnsigned(reader);
  if (count > reader.remaining) throw invalid(`it counts ${count} items in ${reader.remaining} bytes`, reader.offset);
  return Array.from({ length: count }, read);
}

export function invalid(problem: string, offset: number): PackwheelError {
  return new PackwheelError("WASM_INVALID", `Cannot read the WebAssembly module: ${problem}`, { offset });
}
