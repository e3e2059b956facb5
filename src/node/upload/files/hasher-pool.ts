/** Hashers that serve one file after the other: each holds a WebAssembly instance with memory of its own. */
import type { Hasher } from "../../../core/ports/engine.ts";

export class HasherPool {
  readonly #make: () => Promise<Hasher>;
  readonly #idle: Hasher[] = [];

  constructor(make: () => Promise<Hasher>) {
    this.#make = make;
  }

  async take(): Promise<Hasher> {
    return this.#idle.pop() ?? this.#make();
  }

  /** Only once its digest was taken: then it begins anew. */
  give(hasher: Hasher): void {
    this.#idle.push(hasher);
  }
}
