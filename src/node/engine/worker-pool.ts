/**
 * The threads of the native engine that do batches of small members. Large members need none: zlib deflates their
 * blocks in Node's own pool.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import { PackwheelError } from "../../core/errors.ts";
import {
  type Batch,
  type BatchResult,
  type DecodeBatch,
  type DecodedBatch,
  type EncodeBatch,
  type EncodedBatch,
  movableParts,
} from "./batch.ts";

/** Enough that a thread has its next batch at hand when it ends one, and few enough that it ends soon. */
const BATCHES_A_WORKER = 2;

/** A thread takes about 12 MB. More of them than this write faster than one file can take. */
const MAX_WORKERS = 6;

interface Asked {
  readonly worker: PoolWorker;
  resolve(result: BatchResult): void;
  reject(error: PackwheelError): void;
}

interface PoolWorker {
  readonly thread: Worker;
  waiting: number;
}

export class WorkerPool {
  readonly #workers: PoolWorker[];
  readonly #asked = new Map<number, Asked>();
  #nextId = 0;

  private constructor(workers: PoolWorker[]) {
    this.#workers = workers;
    for (const worker of workers) {
      worker.thread.on("message", ({ id, result }: { readonly id: number; readonly result: BatchResult }) => {
        this.#settle(id)?.resolve(result);
      });
      worker.thread.on("error", (error) => this.#fail(worker, error));
      worker.thread.on("exit", () => this.#fail(worker, undefined));
      worker.thread.unref();
    }
  }

  /** Threads beside the calling one; undefined where there can be none, and the calling thread does everything. */
  static start(size: number): WorkerPool | undefined {
    // Beside this file, with the ending that this file has: `.ts` in the sources, `.js` in the package.
    const program = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);
    if (size < 1 || program.protocol !== "file:" || !existsSync(fileURLToPath(program))) return undefined;
    // Loaded only here: most projects are packed before a thread would have begun.
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    try {
      const begin = program.pathname.endsWith(".ts") ? beginFromSources(program) : undefined;
      const threads = Array.from({ length: Math.min(size, MAX_WORKERS) }, () =>
        // Options of this process (`--input-type`, `--import`) are not for the thread.
        begin === undefined ? new Worker(program, { execArgv: [] }) : new Worker(begin, { eval: true, execArgv: [] }),
      );
      return new WorkerPool(threads.map((thread) => ({ thread, waiting: 0 })));
    } catch {
      return undefined; // Node's permission model may forbid threads
    }
  }

  /** Whether a thread would take a batch now. */
  get hasRoom(): boolean {
    return this.#workers.some((worker) => worker.waiting < BATCHES_A_WORKER);
  }

  /** Hand a batch to a thread; undefined when all have enough to do, and the caller had better do it. */
  offer(batch: EncodeBatch): Promise<EncodedBatch> | undefined;
  offer(batch: DecodeBatch): Promise<DecodedBatch> | undefined;
  offer(batch: Batch): Promise<BatchResult> | undefined {
    let worker = this.#workers[0];
    for (const other of this.#workers) if (worker === undefined || other.waiting < worker.waiting) worker = other;
    if (worker === undefined || worker.waiting >= BATCHES_A_WORKER) return undefined;
    return this.#ask(worker, batch);
  }

  /** End the threads. What they were doing is lost. */
  close(): void {
    for (const worker of this.#workers.splice(0)) {
      worker.thread.removeAllListeners();
      worker.thread.on("error", () => undefined);
      worker.thread.terminate().catch(() => undefined);
    }
  }

  #ask(worker: PoolWorker, batch: Batch): Promise<BatchResult> {
    const id = this.#nextId++;
    // A thread keeps the process alive only while it owes an answer.
    if (worker.waiting++ === 0) worker.thread.ref();
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { worker, resolve, reject });
      worker.thread.postMessage({ id, batch }, batch.kind === "decode" ? movableParts(batch) : []);
    });
  }

  #settle(id: number): Asked | undefined {
    const asked = this.#asked.get(id);
    if (asked === undefined) return undefined;
    this.#asked.delete(id);
    if (--asked.worker.waiting === 0) asked.worker.thread.unref();
    return asked;
  }

  #fail(worker: PoolWorker, error: Error | undefined): void {
    const position = this.#workers.indexOf(worker);
    if (position >= 0) this.#workers.splice(position, 1);
    const state = error === undefined ? "it ended early" : error.message;
    for (const [id, asked] of this.#asked) {
      if (asked.worker !== worker) continue;
      this.#settle(id)?.reject(
        new PackwheelError("ENGINE_FAILED", `Cannot go on with a thread of the native engine: ${state}`, {
          hint: "Use the portable engine, or the native one with threads: 1",
          cause: error,
        }),
      );
    }
  }
}

/** A thread does not inherit the hooks through which Node reads TypeScript, so it sets them up again. */
function beginFromSources(program: URL): string {
  const hooks = import.meta.resolve("tsx/esm/api");
  return `import(${JSON.stringify(hooks)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(program.href)});
  });`;
}
