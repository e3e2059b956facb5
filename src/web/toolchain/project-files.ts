/** The files of a project as the compiler sees them: all that a source may include, as blobs. */
import { collectBytes } from "../../core/bytes/concat.ts";
import type { FileTree } from "../../core/ports/file-tree.ts";
import { neverShippedFolder } from "../../core/project/source-files/never-shipped.ts";
import { isBlobTree } from "../blob-tree.ts";

/** Path -> content. Workers that were told of them once know them again by their identity. */
export type ProjectFiles = ReadonlyMap<string, Blob>;

/** @throws {PackwheelError} what the tree throws; the signal's reason */
export async function readProjectFiles(tree: FileTree, signal?: AbortSignal): Promise<ProjectFiles> {
  const files = new Map<string, Blob>();
  const skipDirectory = (path: string): boolean => neverShippedFolder(path, false) !== undefined;
  for await (const { path } of tree.list({ skipDirectory, onUnreadable: () => undefined, signal })) {
    const blob = isBlobTree(tree) ? await tree.blob(path) : await readBlob(tree, path);
    if (blob !== undefined) files.set(path, blob);
  }
  return files;
}

async function readBlob(tree: FileTree, path: string): Promise<Blob> {
  // Their bytes may be a view of a larger buffer, or of one that threads share: a blob wants neither.
  return new Blob([new Uint8Array(await collectBytes(tree.open(path)))]);
}
