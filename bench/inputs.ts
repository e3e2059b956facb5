/**
 * The trees that the benchmarks pack: made once, from a seed, below `.bench/`.
 * Real machine code and real text deflate to some 40 % and 30 %; what is made here is built to do the same.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SeededRandom } from "./random.ts";

/** Raised when what is made changes, so that older inputs are made anew. */
const INPUTS_VERSION = 1;

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

/** Instructions from a skewed vocabulary, with immediate values between them, and functions that begin alike. */
export function machineCode(length: number, seed: number): Uint8Array {
  const random = new SeededRandom(seed);
  const vocabulary = Array.from({ length: 6000 }, () =>
    Uint8Array.from({ length: 2 + random.below(6) }, () => random.next() >>> 24),
  );
  const prologue = Uint8Array.from([0x55, 0x48, 0x89, 0xe5, 0x41, 0x57, 0x41, 0x56, 0x53, 0x48, 0x83, 0xec]);
  const bytes = new Uint8Array(length + 16);
  let offset = 0;
  while (offset < length) {
    const kind = random.below(64);
    if (kind === 0) {
      bytes.set(prologue, offset);
      offset += prologue.length;
    } else if (kind < 14) {
      // A displacement: small and negative, or small and positive.
      const value = random.skewed(1 << 16);
      bytes.set([value & 255, value >>> 8, kind & 1 ? 255 : 0, kind & 1 ? 255 : 0], offset);
      offset += 4;
    } else {
      const instruction = vocabulary[random.skewed(vocabulary.length)] ?? prologue;
      bytes.set(instruction, offset);
      offset += instruction.length;
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
