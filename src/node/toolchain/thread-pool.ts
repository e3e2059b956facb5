/**
 * Threads that hold the toolchain: each run is a job for the first that is free. A job that is cancelled ends its
 * thread, since a running program cannot be asked to stop.
 */
import { availableParallelism, totalmem } from "node:os";
import { Worker } from "node:worker_threads";
import { PackwheelError } from "../../core/errors.ts";
import type { SourceResult, SourceRun } from "../../toolchain/compile-source.ts";
import type { ToolResult, ToolRun } from "../../toolchain/tool.ts";
import type { ToolchainWorkers } from "../../toolchain/workers.ts";
import type { ToolchainParts } from "./load-toolchain.ts";

export type ThreadJob =
  | { readonly kind: "compile"; readonly run: SourceRun }
  | { readonly kind: "tool"; readonly run: ToolRun };

export interface ThreadData {
  readonly parts: ToolchainParts;
  /** Absolute path of the project's folder. */
  readonly project: string;
}

export type ThreadAnswer =
  | { readonly id: number; readonly result: SourceResult | ToolResult }
  | { readonly id: number; readonly error: ThreadError };

/** A `PackwheelError` as it passes between threads; others have no code. */
export interface ThreadError {
  readonly code?: PackwheelError["code"];
  readonly message: string;
  readonly hint?: string | undefined;
  readonly path?: string | undefined;
  readonly findings?: PackwheelError["findings"];
}

/** What the front end, the code generator and their inputs take for a large source, measured with sqlite3. */
const MEMORY_OF_A_THREAD: number = 800 << 20;

const MAX_THREADS = 16;

export function usefulThreads(): number {
  const forMemory = Math.floor(totalmem() / 2 / MEMORY_OF_A_THREAD);
  return Math.max(1, Math.min(availableParallelism(), forMemory, MAX_THREADS));
}

interface Waiting {
  readonly job: ThreadJob;
  readonly signal: AbortSignal | undefined;
  resolve(result: SourceResult | ToolResult): void;
  reject(error: unknown): void;
}

interface PoolThread {
  readonly worker: Worker;
  current: (Waiting & { readonly id: number; readonly stop: () => void }) | undefined;
}

export class ToolchainThreads implements ToolchainWorkers {
  readonly width: number;
  readonly #data: ThreadData;
  readonly #threads: PoolThread[] = [];
  readonly #queue: Waiting[] = [];
  #nextId = 0;

  constructor(data: ThreadData, width: number = usefulThreads()) {
    this.#data = data;
    this.width = width;
  }

  compile(run: SourceRun, signal?: AbortSignal): Promise<SourceResult> {
    // A thread answers a job with the result of its kind.
    return this.#ask({ kind: "compile", run }, signal) as Promise<SourceResult>;
  }

  runTool(run: ToolRun, signal?: AbortSignal): Promise<ToolResult> {
    return this.#ask({ kind: "tool", run }, signal) as Promise<ToolResult>;
  }

  /** End the threads. What they were doing is lost. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #ask(job: ThreadJob, signal: AbortSignal | undefined): Promise<SourceResult | ToolResult> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, signal, resolve, reject });
      this.#handOut();
    });
  }

  #handOut(): void {
    for (;;) {
      const free = this.#threads.find(({ current }) => current === undefined);
      const thread = free ?? (this.#threads.length < this.width && this.#queue.length > 0 ? this.#start() : undefined);
      const waiting = thread === undefined ? undefined : this.#queue.shift();
      if (thread === undefined || waiting === undefined) return;
      this.#give(thread, waiting);
    }
  }

  #give(thread: PoolThread, waiting: Waiting): void {
    const { job, signal } = waiting;
    if (signal?.aborted === true) {
      waiting.reject(signal.reason);
      return;
    }
    const id = this.#nextId++;
    const onAbort = (): void => {
      this.#drop(thread);
      waiting.reject(signal?.reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    thread.current = { ...waiting, id, stop: () => signal?.removeEventListener("abort", onAbort) };
    thread.worker.ref();
    thread.worker.postMessage({ id, job });
  }

  #start(): PoolThread {
    const program = new URL(
      import.meta.url.endsWith(".ts") ? "./toolchain-worker.ts" : "./toolchain-worker.js",
      import.meta.url,
    );
    const options = { workerData: this.#data, execArgv: [] };
    const worker = program.pathname.endsWith(".ts")
      ? new Worker(beginFromSources(program), { ...options, eval: true })
      : new Worker(program, options);
    const thread: PoolThread = { worker, current: undefined };
    worker.unref();
    worker.on("message", (answer: ThreadAnswer) => this.#settle(thread, answer));
    worker.on("error", (error) => this.#fail(thread, error));
    worker.on("exit", () => this.#fail(thread, undefined));
    this.#threads.push(thread);
    return thread;
  }

  #settle(thread: PoolThread, answer: ThreadAnswer): void {
    const { current } = thread;
    if (current === undefined || current.id !== answer.id) return;
    thread.current = undefined;
    thread.worker.unref();
    current.stop();
    if ("result" in answer) current.resolve(answer.result);
    else current.reject(errorOf(answer.error));
    this.#handOut();
  }

  #fail(thread: PoolThread, error: Error | undefined): void {
    const { current } = thread;
    this.#drop(thread);
    current?.stop();
    current?.reject(
      new PackwheelError(
        "TOOLCHAIN_CRASHED",
        `Cannot go on with a thread of the WASM compiler: ${error?.message ?? "it ended early"}`,
        { hint: "Give it more memory, or fewer sources at a time", cause: error },
      ),
    );
    this.#handOut();
  }

  #drop(thread: PoolThread): void {
    const position = this.#threads.indexOf(thread);
    if (position < 0) return;
    this.#threads.splice(position, 1);
    thread.current?.stop();
    thread.current = undefined;
    thread.worker.removeAllListeners();
    thread.worker.on("error", () => undefined);
    thread.worker.terminate().catch(() => undefined);
  }
}

function errorOf({ code, message, hint, path, findings }: ThreadError): Error {
  return code === undefined ? new Error(message) : new PackwheelError(code, message, { hint, path, findings });
}

/** A thread does not inherit the hooks through which Node reads TypeScript, so it sets them up again. */
function beginFromSources(program: URL): string {
  const hooks = import.meta.resolve("tsx/esm/api");
  return `import(${JSON.stringify(hooks)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(program.href)});
  });`;
}
