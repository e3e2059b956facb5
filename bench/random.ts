/** Numbers that look random and are the same in every run. Mulberry32, by Tommy Ettinger, public domain. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return (value ^ (value >>> 14)) >>> 0;
  }

  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }

  /** Like `below`, with small numbers much more frequent, as words and instructions are. */
  skewed(limit: number): number {
    const uniform = this.next() / 2 ** 32;
    return Math.floor(uniform * uniform * uniform * limit);
  }
}
