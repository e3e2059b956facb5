/**
 * A cursor over bytes, for the fixed layouts of binary formats. Every read is checked against the end of the bytes,
 * so that a loop over untrusted input ends, and no header is trusted further than the bytes that are really there.
 */
import { type ErrorCode, PackwheelError } from "../errors.ts";

export class ByteReader {
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
  readonly #view: DataView;
  readonly #code: ErrorCode;
  readonly #what: string;
  #offset = 0;

  /**
   * @param code Raised when a read goes past the end: `ELF_TRUNCATED`.
   * @param what Names the input in the message: `ELF header`.
   */
  constructor(bytes: Uint8Array, littleEndian: boolean, code: ErrorCode, what = "input") {
    // Node's Buffer is a Uint8Array whose `slice` does not copy: what is taken from here is never one.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.littleEndian = littleEndian;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#code = code;
    this.#what = what;
  }

  /** Where the next read begins. */
  get offset(): number {
    return this.#offset;
  }

  get remaining(): number {
    return this.bytes.length - this.#offset;
  }

  /** Go to an absolute offset; the end itself is allowed. */
  seek(offset: number): void {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > this.bytes.length) {
      throw new PackwheelError(
        this.#code,
        `Cannot seek to byte ${offset} of the ${this.#what}: it has ${this.bytes.length} bytes`,
        { offset: this.#offset },
      );
    }
    this.#offset = offset;
  }

  skip(length: number): void {
    this.#take(length);
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), this.littleEndian);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), this.littleEndian);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), this.littleEndian);
  }

  i32(): number {
    return this.#view.getInt32(this.#take(4), this.littleEndian);
  }

  i64(): bigint {
    return this.#view.getBigInt64(this.#take(8), this.littleEndian);
  }

  /** A view of the next `length` bytes; not a copy. */
  take(length: number): Uint8Array {
    const start = this.#take(length);
    return this.bytes.subarray(start, start + length);
  }

  #take(length: number): number {
    const start = this.#offset;
    if (!Number.isSafeInteger(length) || length < 0 || length > this.bytes.length - start) {
      throw new PackwheelError(
        this.#code,
        `Cannot read ${length} bytes at byte ${start} of the ${this.#what}: it has ${this.bytes.length} bytes`,
        { offset: start },
      );
    }
    this.#offset = start + length;
    return start;
  }
}

/**
 * Narrow a 64-bit field once, where it is read.
 *
 * @param what Names the field in the message: `ZIP64 member size`.
 * @throws {PackwheelError} `code` when the value is beyond 2^53 - 1 or negative.
 */
export function toSafeNumber(value: bigint, code: ErrorCode, what = "field"): number {
  if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new PackwheelError(code, `Cannot use the ${what} ${value}: it is out of range`);
  }
  return Number(value);
}
