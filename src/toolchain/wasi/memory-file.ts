/**
 * A file in memory that may grow. Compilers write a few bytes at a time, millions of times: the room doubles when it
 * is used up, so that the cost stays in proportion to what was written.
 */
import { wasi } from "@bjorn3/browser_wasi_shim";
import { type Errno, FileNode } from "./node.ts";

/** Largest file that a module may write: no tool of the chain comes near it, a runaway one stops here. */
export const MAX_FILE_SIZE: number = 1 << 30;

export class MemoryFile extends FileNode {
  override readonly writable = true;
  #room: Uint8Array;
  #size: number;
  /** The room belongs to whoever gave it: copy before the first change. */
  #borrowed: boolean;

  /** @param content Not copied until the file is written to. */
  constructor(content: Uint8Array = new Uint8Array(0)) {
    super();
    this.#room = content;
    this.#size = content.length;
    this.#borrowed = true;
  }

  override get size(): number {
    return this.#size;
  }

  /** What the file holds now; later writes may change it. */
  get content(): Uint8Array {
    return this.#room.subarray(0, this.#size);
  }

  override read(offset: number, length: number): Uint8Array {
    return this.#room.subarray(Math.min(offset, this.#size), Math.min(offset + length, this.#size));
  }

  override write(offset: number, bytes: Uint8Array): Errno {
    const end = offset + bytes.length;
    const ret = this.#reserve(end);
    if (ret !== wasi.ERRNO_SUCCESS) return ret;
    this.#room.set(bytes, offset);
    this.#size = Math.max(this.#size, end);
    return ret;
  }

  override resize(size: number): Errno {
    const ret = this.#reserve(size);
    if (ret !== wasi.ERRNO_SUCCESS) return ret;
    // Room beyond the end is kept zero, as a file that grows again must show it.
    if (size < this.#size) this.#room.fill(0, size, this.#size);
    this.#size = size;
    return ret;
  }

  #reserve(size: number): Errno {
    if (!(size >= 0 && size <= MAX_FILE_SIZE)) return wasi.ERRNO_FBIG;
    if (size <= this.#room.length && !this.#borrowed) return wasi.ERRNO_SUCCESS;
    const room = new Uint8Array(Math.max(size, 2 * this.#room.length, 256));
    room.set(this.content);
    this.#room = room;
    this.#borrowed = false;
    return wasi.ERRNO_SUCCESS;
  }
}
