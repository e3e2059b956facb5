/**
 * Workers that hold the toolchain: each run is a job for the first that is free. A job that is cancelled ends its
 * worker, since a running program cannot be asked to stop; another one is started when it is needed. What a worker is,
 * the caller knows: a thread of Node, a worker of a browser.
 */
import { PackwheelError } from "../core/errors.ts";
import type { SourceResult, SourceRun } from "./compile-source.ts";
import type { ToolResult, ToolRun } from "./tool.ts";
import { errorOfPassed, type WorkerAnswer, type WorkerJob, type WorkerResult } from "./worker-messages.ts";
import type { ToolchainWorkers } from "./workers.ts";

/** One worker, as the pool knows it. */
export interface PoolWorker<Job> {
  /** It has nothing else to do. */
  give(id: number, job: Job): void;
  /** Whatever it was doing is lost, and nothing is heard of it any more. */
  end(): Promise<void>;
  /** It has a job, or none: a process need not stay alive for idle threads. */
  setBusy?(isBusy: boolean): void;
}

/** What the pool hears of a worker. */
export interface WorkerEvents {
  onAnswer(answer: WorkerAnswer): void;
  /** It ended, and nobody asked it to. */
  onFailure(error: unknown): void;
}

interface Waiting<Job> {
  readonly job: Job;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: WorkerResult) => void;
  readonly reject: (error: unknown) => void;
  /** Listens for the end of the caller's patience, in the queue and at work. */
  stopListening: () => void;
}

interface Place<Job> {
  readonly worker: PoolWorker<Job>;
  current: { readonly id: number; readonly waiting: Waiting<Job> } | undefined;
}

export class WorkerPool<Job> {
  readonly width: number;
  readonly #start: (events: WorkerEvents) => PoolWorker<Job>;
  readonly #places: Place<Job>[] = [];
  readonly #queue: Waiting<Job>[] = [];
  #nextId = 0;

  /** @param width How many workers there may be at once; each is started when there is work for it. */
  constructor(width: number, start: (events: WorkerEvents) => PoolWorker<Job>) {
    this.width = width;
    this.#start = start;
  }

  /** @throws {PackwheelError} what the job throws, `TOOLCHAIN_CRASHED` when the worker ends; the signal's reason */
  ask(job: Job, signal?: AbortSignal): Promise<WorkerResult> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      const waiting: Waiting<Job> = { job, signal, resolve, reject, stopListening: () => undefined };
      const onAbort = (): void => this.#abort(waiting);
      signal?.addEventListener("abort", onAbort, { once: true });
      waiting.stopListening = () => signal?.removeEventListener("abort", onAbort);
      this.#queue.push(waiting);
      this.#handOut();
    });
  }

  /** End the workers. Jobs that are not done fail. */
  async close(): Promise<void> {
    const places = this.#places.splice(0);
    const lost = [...this.#queue.splice(0), ...places.flatMap(({ current }) => current?.waiting ?? [])];
    for (const waiting of lost) this.#reject(waiting, crashed("it was closed", undefined));
    await Promise.all(places.map(({ worker }) => worker.end()));
  }

  #handOut(): void {
    for (;;) {
      const free = this.#places.find(({ current }) => current === undefined);
      if (free === undefined && this.#places.length >= this.width) return;
      const waiting = this.#queue.shift();
      if (waiting === undefined) return;
      try {
        this.#give(free ?? this.#open(), waiting);
      } catch (error) {
        this.#dropWith(waiting);
        this.#reject(waiting, crashed(error instanceof Error ? error.message : "it does not start", error));
      }
    }
  }

  #give(place: Place<Job>, waiting: Waiting<Job>): void {
    const id = this.#nextId++;
    place.current = { id, waiting };
    place.worker.setBusy?.(true);
    place.worker.give(id, waiting.job);
  }

  #open(): Place<Job> {
    const place: Place<Job> = {
      worker: this.#start({
        onAnswer: (answer) => this.#settle(place, answer),
        onFailure: (error) => this.#fail(place, error),
      }),
      current: undefined,
    };
    this.#places.push(place);
    return place;
  }

  #settle(place: Place<Job>, answer: WorkerAnswer): void {
    const { current } = place;
    if (current === undefined || current.id !== answer.id) return;
    place.current = undefined;
    place.worker.setBusy?.(false);
    current.waiting.stopListening();
    if ("result" in answer) current.waiting.resolve(answer.result);
    else current.waiting.reject(errorOfPassed(answer.error));
    this.#handOut();
  }

  #fail(place: Place<Job>, error: unknown): void {
    const waiting = place.current?.waiting;
    this.#drop(place);
    if (waiting !== undefined) {
      this.#reject(waiting, crashed(error instanceof Error ? error.message : "it ended early", error));
    }
    this.#handOut();
  }

  #abort(waiting: Waiting<Job>): void {
    const position = this.#queue.indexOf(waiting);
    if (position >= 0) this.#queue.splice(position, 1);
    this.#dropWith(waiting);
    this.#reject(waiting, waiting.signal?.reason);
    this.#handOut();
  }

  /** End the worker that has this job, if one has it. */
  #dropWith(waiting: Waiting<Job>): void {
    const place = this.#places.find(({ current }) => current?.waiting === waiting);
    if (place !== undefined) this.#drop(place);
  }

  #reject(waiting: Waiting<Job>, reason: unknown): void {
    waiting.stopListening();
    waiting.reject(reason);
  }

  #drop(place: Place<Job>): void {
    const position = this.#places.indexOf(place);
    if (position < 0) return;
    this.#places.splice(position, 1);
    place.current = undefined;
    place.worker.end().catch(() => undefined);
  }
}

function crashed(reason: string, cause: unknown): PackwheelError {
  return new PackwheelError("TOOLCHAIN_CRASHED", `Cannot go on with a worker of the WASM compiler: ${reason}`, {
    hint: "Give it more memory, or fewer sources at a time",
    cause,
  });
}

/** A pool as `ToolchainWorkers`. @param jobOf What else the workers must be told with each job. */
export function pooledWorkers<Job>(pool: WorkerPool<Job>, jobOf: (job: WorkerJob) => Job): ToolchainWorkers {
  return {
    width: pool.width,
    // A worker answers a job with the result of its kind.
    compile: (run: SourceRun, signal) => pool.ask(jobOf({ kind: "compile", run }), signal) as Promise<SourceResult>,
    runTool: (run: ToolRun, signal) => pool.ask(jobOf({ kind: "tool", run }), signal) as Promise<ToolResult>,
  };
}
