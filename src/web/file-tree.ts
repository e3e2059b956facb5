/** Trees of files that a browser gives: a dropped or chosen folder, or a directory handle (also of OPFS). */
import { PackwheelError } from "../core/errors.ts";
import type { ListOptions, TreeEntry } from "../core/ports/file-tree.ts";
import type { BlobTree } from "./blob-tree.ts";
import { unreadable } from "./unreadable.ts";

/** Browsers tell no modes. */
const MODE = 0o644;

/**
 * The files of `<input type="file" webkitdirectory>`, with the chosen folder as the root.
 * Files without a relative path (from a plain input) stand at the root.
 */
export function fileListTree(files: Iterable<File>): BlobTree {
  const byPath = new Map<string, File>();
  for (const file of files) {
    const path = file.webkitRelativePath;
    byPath.set(path === "" ? file.name : path.slice(path.indexOf("/") + 1), file);
  }
  return {
    async *list(options: ListOptions = {}): AsyncIterable<TreeEntry> {
      for (const [path, file] of byPath) {
        options.signal?.throwIfAborted();
        if (!isSkipped(path, options)) yield { path, size: file.size, mode: MODE };
      }
    },
    async *open(path: string): AsyncIterable<Uint8Array> {
      yield* readBlob(byPath.get(path), path);
    },
    async read(path: string): Promise<Uint8Array | undefined> {
      return readWhole(byPath.get(path), path);
    },
    blob: async (path) => byPath.get(path),
  };
}

/** The files below a directory handle, from `showDirectoryPicker()` or `navigator.storage.getDirectory()`. */
export function directoryTree(root: FileSystemDirectoryHandle): BlobTree {
  async function find(path: string): Promise<File | undefined> {
    const names = path.split("/");
    const last = names.pop() ?? "";
    try {
      let folder = root;
      for (const name of names) folder = await folder.getDirectoryHandle(name);
      return await (await folder.getFileHandle(last)).getFile();
    } catch (error) {
      if (error instanceof DOMException && (error.name === "NotFoundError" || error.name === "TypeMismatchError")) {
        return undefined;
      }
      throw error;
    }
  }
  return {
    list: (options: ListOptions = {}) => listDirectory(root, "", options),
    async *open(path: string): AsyncIterable<Uint8Array> {
      yield* readBlob(await find(path), path);
    },
    async read(path: string): Promise<Uint8Array | undefined> {
      return readWhole(await find(path), path);
    },
    blob: find,
  };
}

async function* listDirectory(
  folder: FileSystemDirectoryHandle,
  prefix: string,
  options: ListOptions,
): AsyncIterable<TreeEntry> {
  for await (const [name, handle] of folder) {
    options.signal?.throwIfAborted();
    const path = prefix + name;
    if (handle.kind === "file") yield { path, size: (await handle.getFile()).size, mode: MODE };
    else if (options.skipDirectory?.(path) !== true) yield* listDirectory(handle, `${path}/`, options);
  }
}

/** A list of files has no folders to prune: each folder of a path is asked about. */
function isSkipped(path: string, options: ListOptions): boolean {
  const skip = options.skipDirectory;
  if (skip === undefined) return false;
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
    if (skip(path.slice(0, slash))) return true;
  }
  return false;
}

async function* readBlob(blob: Blob | undefined, path: string): AsyncIterable<Uint8Array> {
  if (blob === undefined)
    throw new PackwheelError("TREE_FILE_MISSING", `Cannot open "${path}": no such file`, { path });
  const reader = blob.stream().getReader();
  const next = (): ReturnType<typeof reader.read> => {
    return reader.read().catch((error: unknown) => {
      throw unreadable(path, error);
    });
  };
  for (let part = await next(); !part.done; part = await next()) yield part.value;
}

async function readWhole(blob: Blob | undefined, path: string): Promise<Uint8Array | undefined> {
  try {
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw unreadable(path, error);
  }
}
