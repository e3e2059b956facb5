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
 * @throws {PackwheelError} `ABORTED`; whatever a job throws, when its turn has come.
 */
export async function* inOrder<Part>(
  jobs: AsyncGenerator<Job<Part>>,
  budget: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Part, void, undefined> {
  const begun: Job<Part>[] = [];
  const abort = watchAbort(signal);
  let held = 0;
  let more = true;
  try {
    for (;;) {
      while (more && (held < budget || begun.length === 0)) {
        throwIfAborted(signal);
        const next = await Promise.race([jobs.next(), abort.happens]);
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
      const parts = await Promise.race([head.parts, abort.happens]);
      yield* Symbol.asyncIterator in parts ? untilAborted(parts, abort.happens) : parts;
      throwIfAborted(signal);
      held -= head.cost;
    }
  } finally {
    abort.forget();
    // Not awaited: a source that hangs would keep an aborted job from ending.
    jobs.return(undefined).catch(() => undefined);
  }
}

async function* untilAborted<Part>(
  parts: AsyncIterable<Part>,
  abort: Promise<never>,
): AsyncGenerator<Part, void, undefined> {
  const iterator = parts[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), abort]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    iterator.return?.().catch(() => undefined); // not awaited, as above
  }
}

/** A promise that rejects when the signal is aborted: a file that does not answer must not keep the caller waiting. */
function watchAbort(signal: AbortSignal | undefined): { readonly happens: Promise<never>; forget(): void } {
  let listener = (): void => undefined;
  const happens = new Promise<never>((_resolve, reject) => {
    listener = () => {
      try {
        throwIfAborted(signal);
      } catch (error) {
        reject(error);
      }
    };
  });
  happens.catch(() => undefined);
  signal?.addEventListener("abort", listener);
  return { happens, forget: () => signal?.removeEventListener("abort", listener) };
}
