/**
 * A tree of files: on disk, in memory, in an archive or in a browser.
 * Paths are `/`-separated, relative, NFC or not as the source has them, and already safe (no `..`, no drive).
 */
import type { PackwheelError } from "../errors.ts";

export interface TreeEntry {
  /** `src/hello/__init__.py` */
  readonly path: string;
  /** Bytes, as far as the listing knows. What counts is what `open` gives. */
  readonly size: number;
  /** Unix permission bits (`0o644`); trees without modes give `0o644`. */
  readonly mode: number;
}

export interface ListOptions {
  /** Called with each directory's path before it is entered; `true` leaves it out, with all below it. */
  readonly skipDirectory?: (path: string) => boolean;
  /**
   * Called, in place of throwing, for what cannot be a file of an archive: a link that dangles, leaves the tree or
   * loops, a socket, a device. The listing goes on without it; the error matters only when the caller wants that path.
   */
  readonly onUnreadable?: (path: string, error: PackwheelError) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface FileTree {
  /**
   * Every regular file. Links are followed; a link that leaves the tree or loops is an error
   * (`TREE_LINK_ESCAPES`, `TREE_LINK_LOOP`). The order is the source's own: callers sort.
   */
  list(options?: ListOptions): AsyncIterable<TreeEntry>;
  /** The bytes of one file. @throws {PackwheelError} `TREE_FILE_MISSING` */
  open(path: string): AsyncIterable<Uint8Array>;
  /** The bytes of one small file at once, or undefined when there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/**
 * Content that an engine may read in its own way (on another thread, straight from the disk), and that tells even then
 * how far it was read. A wrapper that counts what passes would hide from the engine where the bytes come from.
 */
export interface WatchableContent extends AsyncIterable<Uint8Array> {
  /** The same content; `onRead` hears of the bytes as they are read. */
  watched(onRead: (bytes: number) => void): AsyncIterable<Uint8Array>;
}

export function isWatchable(content: AsyncIterable<Uint8Array>): content is WatchableContent {
  return "watched" in content && typeof content.watched === "function";
}
