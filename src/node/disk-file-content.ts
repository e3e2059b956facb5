/** The content of one file on disk, read when it is asked for. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { PackwheelError } from "../core/errors.ts";
import type { WatchableContent } from "../core/ports/file-tree.ts";

/** Files up to this size are read at once and synchronously: four calls in a row beat four trips to a thread. */
const READ_AT_ONCE = 1 << 20;
const CHUNK_SIZE = 1 << 20;

/** What `open` of a tree on disk gives. The native engine knows it, and lets its threads read the file themselves. */
export class DiskFileContent implements WatchableContent {
  /** Absolute. */
  readonly diskPath: string;
  /** As the tree names it; for messages. */
  readonly path: string;
  /** To be called by whoever reads the file, with the bytes that were read. */
  readonly onRead: ((bytes: number) => void) | undefined;

  constructor(diskPath: string, path: string, onRead?: (bytes: number) => void) {
    this.diskPath = diskPath;
    this.path = path;
    this.onRead = onRead;
  }

  watched(onRead: (bytes: number) => void): DiskFileContent {
    return new DiskFileContent(this.diskPath, this.path, onRead);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      const small = readSmallFile(this.diskPath);
      const parts = small === undefined ? readLargeFile(this.diskPath) : small.length === 0 ? [] : [small];
      for await (const part of parts) {
        this.onRead?.(part.length);
        yield part;
      }
    } catch (error) {
      throw readFailure(error, this.path);
    }
  }
}

/** The whole file when it has at most `limit` bytes, else undefined. Throws the errors of `node:fs`. */
export function readSmallFile(diskPath: string, limit: number = READ_AT_ONCE): Uint8Array | undefined {
  const file = openSync(diskPath, "r");
  try {
    const stat = fstatSync(file);
    if (stat.size > limit) return undefined;
    // One byte more than the size shows whether the file has grown since, and lets one read reach the end.
    let bytes = Buffer.allocUnsafeSlow(stat.size + 1);
    let length = 0;
    for (;;) {
      const count = readSync(file, bytes, length, bytes.length - length, null);
      if (count === 0) return bytes.subarray(0, length);
      length += count;
      if (length > limit) return undefined;
      if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, limit) + 1);
    }
  } finally {
    closeSync(file);
  }
}

async function* readLargeFile(diskPath: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(diskPath, "r");
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(CHUNK_SIZE), 0, CHUNK_SIZE, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** What a failed read means to a user of the tree. */
export function readFailure(error: unknown, path: string): PackwheelError {
  if (error instanceof PackwheelError) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new PackwheelError("TREE_FILE_MISSING", `Cannot open "${path}": there is no such file`, {
      path,
      cause: error,
    });
  }
  const words = describeCode(code) ?? (error instanceof Error ? error.message : String(error));
  const hint = code === "EACCES" || code === "EPERM" ? "Give yourself the right to read it" : undefined;
  return new PackwheelError("TREE_UNREADABLE", `Cannot read "${path}": ${words}`, { path, hint, cause: error });
}

function describeCode(code: unknown): string | undefined {
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "EISDIR") return "it is a folder";
  if (code === "ENAMETOOLONG") return "the name is too long";
  return undefined;
}
