/**
 * CRC-32 as zip and gzip use it: reflected polynomial 0xEDB88320, initial value and final XOR all ones.
 * Eight tables let one step take eight bytes, which is several times as fast as a byte at a time.
 * Spec: RFC 1952, section 8; ISO 3309.
 */

/** Eight tables of 256 in one: `tables[256 * n + byte]` is the CRC of `byte` followed by `n` zero bytes. */
let tables: Int32Array | undefined;

/**
 * The checksum of `bytes`, as an unsigned 32-bit number.
 *
 * @param previous Checksum of what came before: `crc32(b, crc32(a))` is the checksum of `a` followed by `b`.
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  // Made at the first use: programs that load this file need not come to it.
  tables ??= makeTables();
  const table = tables;
  const eights = bytes.length - (bytes.length % 8);
  let crc = ~previous;
  let index = 0;
  for (; index < eights; index += 8) {
    const low =
      crc ^
      (at(bytes, index) | (at(bytes, index + 1) << 8) | (at(bytes, index + 2) << 16) | (at(bytes, index + 3) << 24));
    crc =
      at(table, 1792 + (low & 255)) ^
      at(table, 1536 + ((low >>> 8) & 255)) ^
      at(table, 1280 + ((low >>> 16) & 255)) ^
      at(table, 1024 + (low >>> 24)) ^
      at(table, 768 + at(bytes, index + 4)) ^
      at(table, 512 + at(bytes, index + 5)) ^
      at(table, 256 + at(bytes, index + 6)) ^
      at(table, at(bytes, index + 7));
  }
  for (; index < bytes.length; index++) crc = at(table, (crc ^ at(bytes, index)) & 255) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function makeTables(): Int32Array {
  const made = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    made[byte] = crc;
  }
  for (let index = 256; index < made.length; index++) {
    const before = at(made, index - 256);
    made[index] = at(made, before & 255) ^ (before >>> 8);
  }
  return made;
}

function at(values: Int32Array | Uint8Array, index: number): number {
  return values[index] as number; // every caller stays in range
}
