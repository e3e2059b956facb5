/** The project's files as a tree, as the page handed them over. */
import { PackwheelError } from "../../../core/errors.ts";
import type { ListOptions, TreeEntry } from "../../../core/ports/file-tree.ts";
import type { BlobTree } from "../../blob-tree.ts";
import type { ProjectFile } from "../messages/building.ts";

/** Pages know no modes. */
const MODE = 0o644;

export function givenTree(files: readonly ProjectFile[]): BlobTree {
  const blobs = new Map(
    files.map(({ path, content }) => [path, typeof content === "string" ? new Blob([content]) : content]),
  );
  return {
    async *list({ signal, skipDirectory }: ListOptions = {}): AsyncGenerator<TreeEntry> {
      for (const [path, { size }] of blobs) {
        signal?.throwIfAborted();
        if (!isSkipped(path, skipDirectory)) yield { path, size, mode: MODE };
      }
    },
    async *open(path: string): AsyncGenerator<Uint8Array> {
      const blob = blobs.get(path);
      if (blob === undefined) {
        throw new PackwheelError("TREE_FILE_MISSING", `Cannot open "${path}": there is no such file`, { path });
      }
      const reader = blob.stream().getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    },
    async read(path: string): Promise<Uint8Array | undefined> {
      const blob = blobs.get(path);
      return blob && new Uint8Array(await blob.arrayBuffer());
    },
    async blob(path: string): Promise<Blob | undefined> {
      return blobs.get(path);
    },
  };
}

function isSkipped(path: string, skip: ListOptions["skipDirectory"]): boolean {
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    if (skip?.(path.slice(0, slash)) === true) return true;
  }
  return false;
}
