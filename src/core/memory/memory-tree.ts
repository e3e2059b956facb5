/** A tree of files that is held in memory: for tests, for browsers, and for files that were never on a disk. */
import { PackwheelError } from "../errors.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { FileTree, ListOptions, TreeEntry } from "../ports/file-tree.ts";
import { findPathFault } from "../zip/safe-path.ts";

/** Text is stored as UTF-8; a mode is given where it is not `0o644`. */
export type MemoryFile = string | Uint8Array | { readonly content: string | Uint8Array; readonly mode: number };

/**
 * A `FileTree` of `{ path: content }`, listed in the order of the keys. The bytes are not copied.
 *
 * @throws {PackwheelError} `TREE_UNSAFE_PATH` for a path that is absolute, has `..`, and the like.
 */
export function memoryTree(files: Readonly<Record<string, MemoryFile>>): FileTree {
  const held = new Map<string, { readonly bytes: Uint8Array; readonly mode: number }>();
  const encoder = new TextEncoder();
  for (const [path, file] of Object.entries(files)) {
    const fault = findPathFault(path);
    if (fault !== undefined) {
      throw new PackwheelError("TREE_UNSAFE_PATH", `Cannot hold a file as "${path}": ${fault}`, { path });
    }
    const { content, mode } =
      typeof file === "string" || file instanceof Uint8Array ? { content: file, mode: 0o644 } : file;
    held.set(path, { bytes: typeof content === "string" ? encoder.encode(content) : content, mode });
  }

  return {
    async *list(options: ListOptions = {}): AsyncGenerator<TreeEntry> {
      const skip = rememberedSkip(options.skipDirectory);
      for (const [path, { bytes, mode }] of held) {
        throwIfAborted(options.signal);
        if (!skip(path)) yield { path, size: bytes.length, mode };
      }
    },
    async *open(path: string): AsyncGenerator<Uint8Array> {
      const file = held.get(path);
      if (file === undefined) {
        throw new PackwheelError("TREE_FILE_MISSING", `Cannot open "${path}": there is no such file`, { path });
      }
      if (file.bytes.length > 0) yield file.bytes;
    },
    async read(path: string): Promise<Uint8Array | undefined> {
      return held.get(path)?.bytes;
    },
  };
}

/** Whether a file lies below a skipped directory; every directory is asked about once, outer ones first. */
function rememberedSkip(skipDirectory: ((path: string) => boolean) | undefined): (path: string) => boolean {
  if (skipDirectory === undefined) return () => false;
  const answers = new Map<string, boolean>();
  const isSkipped = (directory: string): boolean => {
    const known = answers.get(directory);
    if (known !== undefined) return known;
    const parent = parentOf(directory);
    const answer = (parent !== undefined && isSkipped(parent)) || skipDirectory(directory);
    answers.set(directory, answer);
    return answer;
  };
  return (path) => {
    const parent = parentOf(path);
    return parent !== undefined && isSkipped(parent);
  };
}

function parentOf(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? undefined : path.slice(0, slash);
}
