/**
 * Blobs as files of the WASM compiler: a worker may read them at once, as a running program needs it, and only those
 * that a program opens take room in it.
 * Spec: https://w3c.github.io/FileAPI/#FileReaderSync
 */

import { FixedFile } from "../../toolchain/wasi/fixed-file.ts";
import { FixedFolder } from "../../toolchain/wasi/memory-folder.ts";
import type { FolderNode } from "../../toolchain/wasi/node.ts";
import type { TarPlace } from "../../toolchain/wasi/tar-folder.ts";
import { unreadable } from "../unreadable.ts";
import { BlobBlocks } from "./blob-blocks.ts";

/** An archive and where its files lie in it. */
export interface ArchivedFiles {
  readonly archive: Blob;
  readonly places: readonly TarPlace[];
}

/** @param files Path -> content. */
export function mountBlobs(files: ReadonlyMap<string, Blob>): FolderNode {
  const root = new FixedFolder();
  for (const [path, blob] of files) root.add(path, new FixedFile(blob.size, () => readNow(blob, path)));
  return root;
}

export function mountArchive({ archive, places }: ArchivedFiles): FolderNode {
  const root = new FixedFolder();
  const blocks = new BlobBlocks(archive, (block) => readNow(block, "the compiler's files"));
  for (const { path, start, end } of places) {
    root.add(path, new FixedFile(end - start, () => blocks.read(start, end)));
  }
  return root;
}

function readNow(blob: Blob, path: string): Uint8Array {
  try {
    return new Uint8Array(new FileReaderSync().readAsArrayBuffer(blob));
  } catch (error) {
    throw unreadable(path, error);
  }
}
