/**
 * An output that hashes what is written to it. Bytes that will not change are hashed as they pass. The headers of
 * large zip members are patched once their sizes are known, so what is written from such a header on is held back,
 * and read again when the header is final: only large members are read twice, and never more than a piece is in memory.
 */
import { PackwheelError } from "../errors.ts";
import type { Hasher } from "../ports/engine.ts";
import type { Output } from "../ports/output.ts";

const PIECE_SIZE: number = 1 << 20;

export class HashedOutput implements Output {
  readonly #output: Output;
  readonly #hasher: Hasher;
  /** Up to here the hash is taken. */
  #hashed = 0;
  #size = 0;
  #held = false;

  constructor(output: Output, hasher: Hasher) {
    this.#output = output;
    this.#hasher = hasher;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  write(bytes: Uint8Array): Promise<void> | void {
    if (!this.#held) {
      this.#hasher.update(bytes);
      this.#hashed += bytes.length;
    }
    this.#size += bytes.length;
    return this.#output.write(bytes);
  }

  async patch(offset: number, bytes: Uint8Array): Promise<void> {
    if (offset < this.#hashed) {
      throw new PackwheelError("OUTPUT_FAILED", `Cannot patch at byte ${offset}: it is part of the hash already`, {
        offset,
      });
    }
    await this.#output.patch(offset, bytes);
  }

  /** From here on bytes may be patched, until `release`. */
  hold(): void {
    this.#held = true;
  }

  /** All that is written is final: catch up with the hash. */
  async release(): Promise<void> {
    while (this.#hashed < this.#size) {
      if (this.#output.read === undefined) {
        const message = "Cannot hash the file: its output gives back nothing of what was written";
        throw new PackwheelError("OUTPUT_FAILED", message, { hint: "Implement read() of the output" });
      }
      const length = Math.min(PIECE_SIZE, this.#size - this.#hashed);
      this.#hasher.update(await this.#output.read(this.#hashed, length));
      this.#hashed += length;
    }
    this.#held = false;
  }

  /** Of all bytes; call it once, after the last. */
  digest(): Uint8Array {
    return this.#hasher.digest();
  }

  async commit(): Promise<void> {
    await this.#output.commit();
  }

  async discard(): Promise<void> {
    await this.#output.discard();
  }
}
