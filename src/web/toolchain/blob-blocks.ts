/**
 * Parts of a large blob, read in blocks that stay: each read asks another process, and a source in C++ opens close to a
 * thousand headers of one archive.
 */

const BLOCK_SIZE: number = 1 << 20;

export class BlobBlocks {
  readonly #blob: Blob;
  readonly #readNow: (blob: Blob) => Uint8Array;
  readonly #blocks = new Map<number, Uint8Array>();

  /** @param readNow Gives the bytes of a blob at once. */
  constructor(blob: Blob, readNow: (blob: Blob) => Uint8Array) {
    this.#blob = blob;
    this.#readNow = readNow;
  }

  /** Not a copy where the part lies in one block. */
  read(start: number, end: number): Uint8Array {
    const first = Math.floor(start / BLOCK_SIZE);
    const inFirst = start - first * BLOCK_SIZE;
    if (end <= (first + 1) * BLOCK_SIZE) return this.#block(first).subarray(inFirst, inFirst + end - start);
    const bytes = new Uint8Array(end - start);
    for (let at = start; at < end; ) {
      const index = Math.floor(at / BLOCK_SIZE);
      const stop = Math.min(end, (index + 1) * BLOCK_SIZE);
      bytes.set(this.#block(index).subarray(at - index * BLOCK_SIZE, stop - index * BLOCK_SIZE), at - start);
      at = stop;
    }
    return bytes;
  }

  #block(index: number): Uint8Array {
    const known = this.#blocks.get(index);
    if (known !== undefined) return known;
    const block = this.#readNow(this.#blob.slice(index * BLOCK_SIZE, (index + 1) * BLOCK_SIZE));
    this.#blocks.set(index, block);
    return block;
  }
}
