/** A wheel of any size: two thousand modules, and as many megabytes as are wanted of what does not compress well. */

import { packWheel } from "../../../src/core/build/pack-project.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { nativeEngine } from "../../../src/node/native-engine.ts";

const BINARY_SIZE = 5_000_000;

/** @param size Bytes of the data, about as many as the wheel will have beside some hundred kilobytes. */
export async function largeWheel(size: number): Promise<Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    "pyproject.toml": '[project]\nname = "large"\nversion = "1.0"\n',
    "large/__init__.py": "",
  };
  for (let index = 0; index < 2000; index++) {
    files[`large/part_${index % 40}/module_${index}.py`] = `VALUE = ${index}\n`.repeat(20);
  }
  for (let index = 0; index * BINARY_SIZE < size; index++) {
    files[`large/data/table_${index}.bin`] = noise(index + 1, Math.min(BINARY_SIZE, size - index * BINARY_SIZE));
  }
  return (await packWheel(memoryTree(files), { level: 1, engine: nativeEngine() })).bytes;
}

/** The same for the same seed: a xorshift generator. Every fourth byte is zero, so that it deflates a little. */
function noise(seed: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let index = 0; index < length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = index % 4 === 0 ? 0 : state & 0xff;
  }
  return bytes;
}
