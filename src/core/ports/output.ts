/** A file being written, that appears under its name whole or not at all. */

export interface Output {
  /** Append. Resolves when the caller may write more (back-pressure); the bytes may be reused then. */
  write(bytes: Uint8Array): Promise<void> | void;
  /** Overwrite bytes that were written before: local zip headers get their true sizes this way. */
  patch(offset: number, bytes: Uint8Array): Promise<void>;
  /**
   * Bytes that were written before, exactly `length` of them. Needed to hash a file whose headers were patched;
   * an output without it takes only archives of members small enough to need no patching.
   */
  read?(offset: number, length: number): Promise<Uint8Array>;
  /** Flush, and give the file its final name. */
  commit(): Promise<void>;
  /** Leave nothing behind. Safe to call after a failed `commit`. */
  discard(): Promise<void>;
}

/** Where results go: a folder on disk, a map in memory. */
export interface OutputFolder {
  /** @param filename A bare file name, no folders. */
  create(filename: string): Promise<Output>;
}
