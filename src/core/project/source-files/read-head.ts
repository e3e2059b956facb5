/** The first bytes of a file, without reading the rest. */
import type { FileTree } from "../../ports/file-tree.ts";

/** At most `length` bytes, fewer when the file is shorter. */
export async function readHead(tree: FileTree, path: string, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(length);
  let filled = 0;
  for await (const chunk of tree.open(path)) {
    const part = chunk.subarray(0, length - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled === length) break;
  }
  return head.subarray(0, filled);
}
