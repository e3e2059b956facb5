/**
 * The trees that the benchmarks pack: made once, from a seed, below `.bench/`.
 * What is made is built to deflate as the real thing does: libraries to some 40 %, source files to some 30 %.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SeededRandom } from "./random.ts";

/** Raised when what is made changes, so that older inputs are made anew. */
export const INPUTS_VERSION = 2;

/** A folder that `make` fills, unless an earlier run did. */
export function onceMade(folder: string, make: (folder: string) => void): string {
  const stamp = `${folder}.made-${INPUTS_VERSION}`;
  if (existsSync(stamp)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make(folder);
  writeFileSync(stamp, "");
  return folder;
}

export function writeInput(folder: string, path: string, content: string | Uint8Array): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}

/** What makes a folder an unpacked wheel; RECORD is empty, since `pack` writes it anew. */
export function writeDistInfo(folder: string, name: string, tag: string): void {
  const purelib = tag.endsWith("-any");
  const wheel = ["Wheel-Version: 1.0", "Generator: bench", `Root-Is-Purelib: ${purelib}`, `Tag: ${tag}`, ""].join("\n");
  const metadata = ["Metadata-Version: 2.1", `Name: ${name}`, "Version: 1.0", ""].join("\n");
  writeInput(folder, `${name}-1.0.dist-info/WHEEL`, wheel);
  writeInput(folder, `${name}-1.0.dist-info/METADATA`, metadata);
  writeInput(folder, `${name}-1.0.dist-info/RECORD`, "");
}

/**
 * A library as a linker lays it out: mostly instructions, then relocations, strings, and data that is nearly all zero.
 * Level 6 makes 37 % of it, at 47 MB/s with Node's zlib and 26 MB/s with Python's; of Node's own executable 41 %, at
 * 43 and 27 MB/s.
 */
export function nativeLibrary(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const relocations = Math.floor(length * 0.6);
  const strings = Math.floor(length * 0.8);
  const data = Math.floor(length * 0.9);
  bytes.set(machineCode(relocations, seed));
  writeRelocations(bytes.subarray(relocations, strings), seed);
  const text = new TextEncoder().encode(sourceText(1 << 20, seed));
  for (let offset = strings; offset < data; offset += text.length) {
    bytes.set(text.subarray(0, Math.min(text.length, data - offset)), offset);
  }
  const random = new SeededRandom(seed);
  for (let offset = data; offset < length; offset += 1 + random.skewed(64)) bytes[offset] = random.next() >>> 24;
  return bytes;
}

/** 24 bytes each: an address, a type that hardly changes, another address. */
function writeRelocations(bytes: Uint8Array, seed: number): void {
  const random = new SeededRandom(seed);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let address = 0x20_0000;
  for (let offset = 0; offset + 24 <= bytes.length; offset += 24) {
    address += 8 * (1 + random.skewed(8));
    view.setUint32(offset, address, true);
    view.setUint32(offset + 8, random.below(16) === 0 ? 6 : 8, true);
    view.setUint32(offset + 16, 0x1000 + 16 * random.skewed(1 << 18), true);
  }
}

/** Instructions from a skewed vocabulary, many of them in idioms of several, with immediate values between them. */
function machineCode(length: number, seed: number): Uint8Array {
  const random = new SeededRandom(seed);
  const vocabulary = Array.from({ length: 3000 }, () =>
    Array.from({ length: 2 + random.below(6) }, () => random.next() >>> 24),
  );
  const instruction = (): readonly number[] => vocabulary[random.skewed(vocabulary.length)] ?? [];
  const idioms = Array.from({ length: 4000 }, () =>
    Uint8Array.from(Array.from({ length: 2 + random.below(6) }, instruction).flat()),
  );
  const instructions = vocabulary.map((bytes) => Uint8Array.from(bytes));
  const bytes = new Uint8Array(length + 64);
  let offset = 0;
  while (offset < length) {
    const kind = random.below(32);
    if (kind < 6) {
      // A displacement: small and negative, or small and positive.
      const value = random.skewed(1 << 16);
      bytes.set([value & 255, value >>> 8, kind & 1 ? 255 : 0, kind & 1 ? 255 : 0], offset);
      offset += 4;
    } else {
      const table = kind < 18 ? idioms : instructions;
      const next = table[random.skewed(table.length)] ?? bytes.subarray(0, 0);
      bytes.set(next, offset);
      offset += next.length;
    }
  }
  return bytes.subarray(0, length);
}

/** Lines of words, indented, as a source file has them. */
export function sourceText(length: number, seed: number): string {
  const random = new SeededRandom(seed);
  const letters = "etaoinsrhdlucmfywgpbvk";
  const words = Array.from({ length: 400 }, () =>
    Array.from({ length: 2 + random.below(9) }, () => letters[random.skewed(letters.length)]).join(""),
  );
  const joints = [" ", " ", " = ", "(", ")", ".", "_", ", ", ": "];
  const lines: string[] = [];
  for (let total = 0; total < length; ) {
    let line = "    ".repeat(random.below(4));
    const count = 1 + random.below(9);
    for (let word = 0; word < count; word++) {
      line += (words[random.skewed(words.length)] ?? "") + (joints[random.below(joints.length)] ?? "");
    }
    lines.push(line);
    total += line.length + 1;
  }
  return `${lines.join("\n")}\n`;
}
