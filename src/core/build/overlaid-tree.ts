/** A tree with some files laid over it: what a build writes, where nothing may be written into the sources. */
import { type MemoryFile, memoryTree } from "../memory/memory-tree.ts";
import type { FileTree, ListOptions, TreeEntry } from "../ports/file-tree.ts";

/** `base` with these files, each in the place of the one that `base` may have there. */
export function overlayTree(base: FileTree, files: Readonly<Record<string, MemoryFile>>): FileTree {
  const over = memoryTree(files);
  const treeOf = (path: string): FileTree => (Object.hasOwn(files, path) ? over : base);
  return {
    async *list(options: ListOptions = {}): AsyncIterable<TreeEntry> {
      for await (const entry of base.list(options)) {
        if (!Object.hasOwn(files, entry.path)) yield entry;
      }
      yield* over.list(options);
    },
    open: (path: string) => treeOf(path).open(path),
    read: (path: string) => treeOf(path).read(path),
  };
}
