/** The WASM compiler in a page: loaded once, with workers that compile for whatever project is given. */
import { PackwheelError } from "../../core/errors.ts";
import type { SysrootFiles } from "../../toolchain/sysroot/library-data.ts";
import { toolchainVersion } from "../../toolchain/toolchain-packages.ts";
import { listTar, type TarPlace } from "../../toolchain/wasi/tar-folder.ts";
import type { WorkerAnswer, WorkerJob } from "../../toolchain/worker-messages.ts";
import { type PoolWorker, pooledWorkers, type WorkerEvents, WorkerPool } from "../../toolchain/worker-pool.ts";
import type { ToolchainWorkers } from "../../toolchain/workers.ts";
import { type FetchToolchainOptions, fetchToolchain } from "./fetch-toolchain.ts";
import { KeptObjects } from "./kept-objects.ts";
import { ObjectMemory } from "./object-memory.ts";
import type { ProjectFiles } from "./project-files.ts";
import { sha256Hex } from "./sha256.ts";
import { usefulWorkers } from "./useful-workers.ts";
import type { WebToolchainParts, WebWorkerMessage } from "./worker-messages.ts";

/** Name of the cache in the page's Cache Storage. */
const OBJECTS = "packwheel-objects";

export interface LoadToolchainOptions extends FetchToolchainOptions {
  /** How many workers compile at once. Default: one for each core, at most three. */
  readonly workers?: number | undefined;
  /** Keep compiled objects between visits, too. Default false: they are held until the page goes. */
  readonly keepObjects?: boolean | undefined;
  /** Starts a worker with the module `toolchain-worker.js`, for bundlers that need to see this in the page's own code. */
  readonly createWorker?: (() => Worker) | undefined;
}

interface WebJob {
  readonly job: WorkerJob;
  readonly project: ProjectFiles;
}

interface WebToolchainSettings {
  readonly sysroot: SysrootFiles;
  readonly objects: ObjectMemory;
  readonly workers: number;
  readonly createWorker: () => Worker;
}

export class WebToolchain {
  /** What results depend on, in one text. */
  readonly version: string;
  /** packwheel's folder `wasm`. */
  readonly sysroot: SysrootFiles;
  /** What was compiled before. */
  readonly objects: ObjectMemory;
  readonly #pool: WorkerPool<WebJob>;

  /** Use `loadToolchain`. */
  constructor(parts: WebToolchainParts, { sysroot, objects, workers, createWorker }: WebToolchainSettings) {
    this.version = parts.version;
    this.sysroot = sysroot;
    this.objects = objects;
    this.#pool = new WorkerPool(workers, (events) => startWorker(createWorker, parts, events));
  }

  /** How many sources are compiled at once. */
  get width(): number {
    return this.#pool.width;
  }

  /** Workers that see these files as the project. */
  workersFor(project: ProjectFiles): ToolchainWorkers {
    return pooledWorkers(this.#pool, (job) => ({ job, project }));
  }

  /** End the workers, and let go of their memory. Jobs that are not done fail; later ones start workers again. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}

/**
 * Load the compiler: some 42 MB at the first visit, from the browser's cache later on, also without a network.
 *
 * @throws {PackwheelError} `TOOLCHAIN_FETCH_FAILED`, `TOOLCHAIN_MANIFEST_INVALID`, `TOOLCHAIN_INVALID`; the signal's
 *   reason
 */
export async function loadToolchain(options: LoadToolchainOptions): Promise<WebToolchain> {
  const { reporter, signal } = options;
  const bytes = await fetchToolchain(options);
  reporter?.report({ kind: "phase", text: "Starting the WASM compiler" });
  const [clang, llc] = await Promise.all([compileModule(bytes.clang, "clang"), compileModule(bytes.llc, "llc")]);
  signal?.throwIfAborted();
  const headers = [...listTar(bytes.headers)].filter(({ path }) => path.startsWith("include/"));
  const sysroot = [...listTar(bytes.sysroot)];
  const parts: WebToolchainParts = {
    clang,
    llc,
    // Headers change more often than versions while packwheel is worked on.
    version: `${toolchainVersion()}, sysroot ${await sha256Hex(bytes.sysroot)}`,
    headers: { archive: new Blob([bytes.headers]), places: headers },
    sysroot: { archive: new Blob([bytes.sysroot]), places: sysroot },
  };
  const kept = options.keepObjects === true ? await KeptObjects.open(OBJECTS, options.caches) : undefined;
  return new WebToolchain(parts, {
    sysroot: filesOf(bytes.sysroot, sysroot),
    objects: new ObjectMemory(kept),
    workers: options.workers ?? usefulWorkers(),
    createWorker: options.createWorker ?? createOwnWorker,
  });
}

function filesOf(archive: Uint8Array, places: readonly TarPlace[]): SysrootFiles {
  return new Map(places.map(({ path, start, end }) => [path, archive.subarray(start, end)]));
}

async function compileModule(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw new PackwheelError("TOOLCHAIN_INVALID", `Cannot start ${name}: this browser refuses the module`, {
      hint: "Use a browser of the last two years, and give it more memory",
      cause,
    });
  }
}

/** Bundlers look for this very form. */
function createOwnWorker(): Worker {
  return new Worker(new URL("./toolchain-worker.js", import.meta.url), { type: "module" });
}

function startWorker(createWorker: () => Worker, parts: WebToolchainParts, events: WorkerEvents): PoolWorker<WebJob> {
  const worker = createWorker();
  const tell = (message: WebWorkerMessage): void => worker.postMessage(message);
  let known: ProjectFiles | undefined;
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => events.onAnswer(data));
  worker.addEventListener("messageerror", () => events.onFailure(new Error("an answer could not be read")));
  worker.addEventListener("error", (event) => {
    events.onFailure(new Error(event.message === undefined ? "its program cannot be loaded" : event.message));
  });
  tell({ kind: "begin", parts });
  return {
    give(id, { job, project }) {
      if (known !== project) tell({ kind: "project", files: project });
      known = project;
      tell({ kind: "job", id, job });
    },
    async end() {
      worker.terminate();
    },
  };
}
