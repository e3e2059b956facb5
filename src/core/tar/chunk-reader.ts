/** Reads exact lengths from a stream that comes in chunks of any length. */

export class ChunkReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #offset = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Bytes given so far. */
  get offset(): number {
    return this.#offset;
  }

  /** `length` bytes, or fewer at the end of the stream. For short lengths: the bytes are held. */
  async read(length: number): Promise<Uint8Array> {
    const first = await this.readSome(length);
    if (first.length === length || first.length === 0) return first;
    const bytes = new Uint8Array(length);
    bytes.set(first);
    let filled = first.length;
    while (filled < length) {
      const more = await this.readSome(length - filled);
      if (more.length === 0) break;
      bytes.set(more, filled);
      filled += more.length;
    }
    return bytes.subarray(0, filled);
  }

  /** One to `limit` bytes, as they come; none at the end of the stream. */
  async readSome(limit: number): Promise<Uint8Array> {
    while (this.#chunk.length === 0 && limit > 0) {
      const next = await this.#source.next();
      if (next.done === true) return new Uint8Array(0);
      this.#chunk = next.value;
    }
    const bytes = this.#chunk.subarray(0, limit);
    this.#chunk = this.#chunk.subarray(bytes.length);
    this.#offset += bytes.length;
    return bytes;
  }

  /** Tell the source that no more is wanted: files behind it get closed. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
