/** A file that nobody may write to, whose bytes are fetched when they are first read. */
import { wasi } from "@bjorn3/browser_wasi_shim";
import { type Errno, FileNode } from "./node.ts";

export class FixedFile extends FileNode {
  override readonly writable = false;
  override readonly size: number;
  readonly #load: () => Uint8Array;
  #bytes: Uint8Array | undefined;

  /** @param load Gives exactly `size` bytes. */
  constructor(size: number, load: () => Uint8Array) {
    super();
    this.size = size;
    this.#load = load;
  }

  override read(offset: number, length: number): Uint8Array {
    this.#bytes ??= this.#load();
    return this.#bytes.subarray(offset, offset + length);
  }

  override write(): Errno {
    return wasi.ERRNO_ROFS;
  }

  override resize(): Errno {
    return wasi.ERRNO_ROFS;
  }
}
