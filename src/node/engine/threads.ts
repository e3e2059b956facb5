/** How many threads a job gets, and whether it is long enough for any. */
import { availableParallelism } from "node:os";
import { WorkerPool } from "./worker-pool.ts";

export interface Threads {
  /** Threads for batches, beside the calling one. */
  readonly workers: number;
  /** Blocks at a time in Node's own pool. */
  readonly inPool: number;
}

/** A thread is at work after some 30 ms; a job must be a few times as long. */
const WORTH_MICROSECONDS = 150_000;
const MICROSECONDS_A_FILE = 25;
const BYTES_A_MICROSECOND = 50;

/** @param wanted Threads that may be at work at once; default: as many as the system has for this process. */
export function planThreads(wanted: number | undefined): Threads {
  const count = Math.max(1, Math.trunc(wanted ?? availableParallelism()));
  // Node's pool has four threads unless this variable says otherwise. One stays free to read and write files.
  const poolSize = Number(process.env["UV_THREADPOOL_SIZE"]) || 4;
  return { workers: count - 1, inPool: Math.max(1, Math.min(count, poolSize - 1)) };
}

/** Threads for so much work on small members; undefined when they would not be worth their start. */
export function workersFor(threads: Threads, files: number, bytes: number): WorkerPool | undefined {
  const microseconds = files * MICROSECONDS_A_FILE + bytes / BYTES_A_MICROSECOND;
  return microseconds < WORTH_MICROSECONDS ? undefined : WorkerPool.start(threads.workers);
}
