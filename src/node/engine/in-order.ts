/**
 * Work that is begun ahead of its turn, and given out in turn. What is begun and not yet given is bounded by a budget
 * of bytes, so that a wheel of any size takes the same memory.
 */
import { throwIfAborted } from "../../core/ports/abort.ts";

export interface Job<Part> {
  /** Bytes that this job holds while it waits, about. */
  readonly cost: number;
  /** What the job gives; it is at work already. */
  readonly parts: Promise<Iterable<Part> | AsyncIterable<Part>>;
}

/**
 * The parts of all jobs, in the order of the jobs.
 *
 * @param jobs Begins a job each time it is asked for one.
 * @param onEnd Called once, however it ends.
 * @throws {PackwheelError} `ABORTED`; whatever a job throws, when its turn has come.
 */
export async function* inOrder<Part>(
  jobs: AsyncGenerator<Job<Part>>,
  budget: number,
  signal: AbortSignal | undefined,
  onEnd?: () => void,
): AsyncGenerator<Part, void, undefined> {
  const begun: Job<Part>[] = [];
  const patience = new Patience(signal);
  let held = 0;
  let more = true;
  try {
    for (;;) {
      while (more && (held < budget || begun.length === 0)) {
        const next = await patience.wait(jobs.next());
        if (next.done) more = false;
        else {
          // A job may fail long before its turn. Node must not take that for an error nobody looks at.
          next.value.parts.catch(() => undefined);
          begun.push(next.value);
          held += next.value.cost;
        }
      }
      const head = begun.shift();
      if (head === undefined) return;
      const parts = await patience.wait(head.parts);
      if (Symbol.asyncIterator in parts) yield* untilAborted(parts, patience);
      // A loop, since `yield*` would wait for each part of an array as if it were a promise.
      else for (const part of parts) yield part;
      held -= head.cost;
    }
  } finally {
    patience.end();
    onEnd?.();
    // Not awaited: a source that hangs would keep an aborted job from ending.
    jobs.return(undefined).catch(() => undefined);
  }
}

async function* untilAborted<Part>(
  parts: AsyncIterable<Part>,
  patience: Patience,
): AsyncGenerator<Part, void, undefined> {
  const iterator = parts[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await patience.wait(iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    iterator.return?.().catch(() => undefined); // not awaited, as above
  }
}

/**
 * Waits that end when the signal is aborted: a file that does not answer must not keep the caller waiting.
 * `Promise.race` against one promise that lives as long as the job would keep every result until the job's end.
 */
class Patience {
  readonly #signal: AbortSignal | undefined;
  #giveUp: ((error: unknown) => void) | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    signal?.addEventListener("abort", this.#onAbort);
  }

  async wait<Value>(promise: Promise<Value>): Promise<Value> {
    throwIfAborted(this.#signal);
    if (this.#signal === undefined) return promise;
    try {
      return await new Promise<Value>((resolve, reject) => {
        this.#giveUp = reject;
        promise.then(resolve, reject);
      });
    } finally {
      this.#giveUp = undefined;
    }
  }

  end(): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => {
    try {
      throwIfAborted(this.#signal);
    } catch (error) {
      this.#giveUp?.(error);
    }
  };
}
