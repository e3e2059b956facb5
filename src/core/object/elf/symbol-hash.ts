/**
 * The hashes by which ELF finds names: that of the first hash table, which names of versions still carry, and GNU's.
 * Specs: System V gABI, chapter 5, "Hash Table"; DT_GNU_HASH as glibc reads it.
 */

const UTF8 = new TextEncoder();

/** Of the name of a version: `vd_hash`, `vna_hash`. */
export function systemHash(name: string): number {
  let hash = 0;
  for (const byte of UTF8.encode(name)) {
    hash = (hash << 4) + byte;
    const high = hash & 0xf0000000;
    hash = (hash ^ (high >>> 24)) & ~high;
  }
  return hash >>> 0;
}

/** Of a name in DT_GNU_HASH. */
export function gnuHash(name: string): number {
  let hash = 5381;
  for (const byte of UTF8.encode(name)) hash = (hash * 33 + byte) >>> 0;
  return hash;
}
