/** One tree inside another: the output of a JavaScript build as package data, without copying it into the sources. */
import type { FileTree, ListOptions, TreeEntry } from "../ports/file-tree.ts";

/**
 * `base` with the files of `mounted` below `place`; what `base` holds there is hidden.
 *
 * @param place A folder of `base`, for example `src/dashboard/static`; it need not exist.
 */
export function mountTree(base: FileTree, place: string, mounted: FileTree): FileTree {
  const prefix = `${place.replace(/\/+$/, "")}/`;
  return {
    async *list(options: ListOptions = {}): AsyncIterable<TreeEntry> {
      for await (const entry of base.list(options)) {
        if (!entry.path.startsWith(prefix)) yield entry;
      }
      const skip = options.skipDirectory;
      const inner = skip === undefined ? {} : { skipDirectory: (path: string) => skip(prefix + path) };
      for await (const entry of mounted.list({ ...options, ...inner })) yield { ...entry, path: prefix + entry.path };
    },
    open(path: string): AsyncIterable<Uint8Array> {
      return path.startsWith(prefix) ? mounted.open(path.slice(prefix.length)) : base.open(path);
    },
    read(path: string): Promise<Uint8Array | undefined> {
      return path.startsWith(prefix) ? mounted.read(path.slice(prefix.length)) : base.read(path);
    },
  };
}
