/**
 * Rests for work that never waits: deflating bytes that are already in memory would keep timers, progress bars and the
 * very click on "cancel" from having their turn.
 */
import { throwIfAborted } from "../ports/abort.ts";

/** About a fifth of a second of deflating. */
const BYTES_BETWEEN_RESTS = 8 * 1024 * 1024;

export class Pace {
  readonly #signal: AbortSignal | undefined;
  #bytes = 0;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /**
   * Tell that `bytes` bytes were worked on. Awaits only when a rest is due.
   *
   * @throws {PackwheelError} `ABORTED`
   */
  step(bytes: number): Promise<void> | undefined {
    throwIfAborted(this.#signal);
    this.#bytes += bytes;
    if (this.#bytes < BYTES_BETWEEN_RESTS) return undefined;
    this.#bytes = 0;
    return new Promise((resolve) => setTimeout(resolve, 0));
  }
}
