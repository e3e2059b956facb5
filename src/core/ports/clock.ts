/** Time and chance, which the core has none of: tests bring their own. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws {PackwheelError} `ABORTED` */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A number from 0 up to, without, 1. */
export type Random = () => number;
