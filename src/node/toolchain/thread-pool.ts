/** The workers of the WASM compiler as threads of Node. They keep the process from nothing while they have no job. */
import { availableParallelism, totalmem } from "node:os";
import { Worker } from "node:worker_threads";
import type { SourceResult, SourceRun } from "../../toolchain/compile-source.ts";
import type { ToolResult, ToolRun } from "../../toolchain/tool.ts";
import type { WorkerAnswer, WorkerJob } from "../../toolchain/worker-messages.ts";
import { type PoolWorker, pooledWorkers, type WorkerEvents, WorkerPool } from "../../toolchain/worker-pool.ts";
import type { ToolchainWorkers } from "../../toolchain/workers.ts";
import type { ToolchainParts } from "./load-toolchain.ts";

export interface ThreadData {
  readonly parts: ToolchainParts;
  /** Absolute path of the project's folder. */
  readonly project: string;
}

/** What the front end, the code generator and their inputs take for a large source, measured with sqlite3. */
const MEMORY_OF_A_THREAD: number = 800 << 20;

const MAX_THREADS = 16;

export function usefulThreads(): number {
  const forMemory = Math.floor(totalmem() / 2 / MEMORY_OF_A_THREAD);
  return Math.max(1, Math.min(availableParallelism(), forMemory, MAX_THREADS));
}

export class ToolchainThreads implements ToolchainWorkers {
  readonly width: number;
  readonly #pool: WorkerPool<WorkerJob>;
  readonly #workers: ToolchainWorkers;

  constructor(data: ThreadData, width: number = usefulThreads()) {
    this.width = width;
    this.#pool = new WorkerPool(width, (events) => startThread(data, events));
    this.#workers = pooledWorkers(this.#pool, (job) => job);
  }

  compile(run: SourceRun, signal?: AbortSignal): Promise<SourceResult> {
    return this.#workers.compile(run, signal);
  }

  runTool(run: ToolRun, signal?: AbortSignal): Promise<ToolResult> {
    return this.#workers.runTool(run, signal);
  }

  /** End the threads. What they were doing is lost. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}

function startThread(data: ThreadData, events: WorkerEvents): PoolWorker<WorkerJob> {
  const program = new URL(
    import.meta.url.endsWith(".ts") ? "./toolchain-worker.ts" : "./toolchain-worker.js",
    import.meta.url,
  );
  const options = { workerData: data, execArgv: [] };
  const worker = program.pathname.endsWith(".ts")
    ? new Worker(beginFromSources(program), { ...options, eval: true })
    : new Worker(program, options);
  worker.unref();
  worker.on("message", (answer: WorkerAnswer) => events.onAnswer(answer));
  worker.on("error", (error) => events.onFailure(error));
  worker.on("exit", () => events.onFailure(undefined));
  return {
    give: (id, job) => worker.postMessage({ id, job }),
    async end() {
      worker.removeAllListeners();
      worker.on("error", () => undefined);
      await worker.terminate();
    },
    setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
  };
}

/** A thread does not inherit the hooks through which Node reads TypeScript, so it sets them up again. */
function beginFromSources(program: URL): string {
  const hooks = import.meta.resolve("tsx/esm/api");
  return `import(${JSON.stringify(hooks)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(program.href)});
  });`;
}
