/** Fixed layouts of binary formats written into a buffer that grows; the inverse of `ByteReader`. */

const FIRST_CAPACITY = 256;

export class ByteWriter {
  readonly littleEndian: boolean;
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(littleEndian: boolean, capacity: number = FIRST_CAPACITY) {
    this.littleEndian = littleEndian;
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Bytes written so far, which is also where the next write goes. */
  get length(): number {
    return this.#length;
  }

  u8(value: number): this {
    // The offset comes first: growing replaces the view.
    const offset = this.#grow(1);
    this.#view.setUint8(offset, value);
    return this;
  }

  u16(value: number): this {
    const offset = this.#grow(2);
    this.#view.setUint16(offset, value, this.littleEndian);
    return this;
  }

  u32(value: number): this {
    const offset = this.#grow(4);
    this.#view.setUint32(offset, value, this.littleEndian);
    return this;
  }

  u64(value: bigint): this {
    const offset = this.#grow(8);
    this.#view.setBigUint64(offset, value, this.littleEndian);
    return this;
  }

  bytes(value: Uint8Array): this {
    const offset = this.#grow(value.length);
    this.#bytes.set(value, offset);
    return this;
  }

  /** `length` zero bytes. */
  zeros(length: number): this {
    const offset = this.#grow(length);
    this.#bytes.fill(0, offset, offset + length);
    return this;
  }

  /** Forget what was written, and keep the buffer for the next use. */
  clear(): void {
    this.#length = 0;
  }

  /** What was written, as a view that the next write or `clear` may change. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What was written, as a copy of its own. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(length: number): number {
    const start = this.#length;
    const needed = start + length;
    if (needed > this.#bytes.length) {
      // Doubling keeps the total copying linear.
      const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, start));
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    this.#length = needed;
    return start;
  }
}
