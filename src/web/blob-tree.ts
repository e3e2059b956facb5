/** Trees whose files are blobs already: what compiles them need not hold them a second time. */
import type { FileTree } from "../core/ports/file-tree.ts";

export interface BlobTree extends FileTree {
  /** The file as a blob, or undefined when there is none. */
  blob(path: string): Promise<Blob | undefined>;
}

export function isBlobTree(tree: FileTree): tree is BlobTree {
  return "blob" in tree && typeof tree.blob === "function";
}
