/** The WASM compiler for a project on disk. Nothing is loaded before the first job. */
import { resolve } from "node:path";
import type { CCompiler, CompileJob } from "../../core/ports/compiler.ts";
import type { Reporter } from "../../core/ports/reporter.ts";
import { wasmCompiler } from "../../toolchain/compiler.ts";
import { toolchainVersion } from "../../toolchain/toolchain-packages.ts";
import type { BuildCache } from "../build-cache.ts";
import { cachedObjects } from "./cached-objects.ts";
import { hurryWebAssembly, loadToolchainParts } from "./load-toolchain.ts";
import { sysrootFiles } from "./sysroot-files.ts";
import { ToolchainThreads } from "./thread-pool.ts";

export interface NodeWasmCompilerOptions {
  /** The project's folder. */
  readonly directory: string;
  readonly cache: BuildCache;
  readonly reporter?: Reporter | undefined;
  /** Oldest version of the C library, by target's name; default: that of the target. */
  readonly floors?: ReadonlyMap<string, string> | undefined;
  /** As in `NativeOptions`. */
  readonly wholeProcess?: boolean | undefined;
}

/** One set of threads for a project, whoever builds it, and for how many targets. */
const threads = new Map<string, Promise<ToolchainThreads>>();

function threadsFor(root: string): Promise<ToolchainThreads> {
  const known = threads.get(root);
  if (known !== undefined) return known;
  const started = loadToolchainParts(root).then((parts) => new ToolchainThreads({ parts, project: root }));
  threads.set(root, started);
  // What is missing may be installed before the next try.
  started.catch(() => threads.delete(root));
  return started;
}

/** The threads end with the process: they keep it from nothing while they have no job. */
export function nodeWasmCompiler({
  directory,
  cache,
  reporter,
  floors,
  wholeProcess,
}: NodeWasmCompilerOptions): CCompiler {
  const root = resolve(directory);
  let compiler: Promise<CCompiler> | undefined;
  const load = async ({ sources }: CompileJob): Promise<CCompiler> => {
    if (wholeProcess === true) hurryWebAssembly(root, sources);
    const workers = await threadsFor(root);
    return wasmCompiler({
      version: toolchainVersion(),
      sysroot: sysrootFiles(),
      workers,
      store: cachedObjects(cache),
      floors,
      onProgress({ target, source, done, total }) {
        const text = source === undefined ? `Linking for ${target}` : `Compiled ${source} for ${target}`;
        reporter?.report({ kind: "phase", text });
        reporter?.report({ kind: "progress", done, total, unit: "files" });
      },
    });
  };
  return {
    async compile(job) {
      compiler ??= load(job);
      return (await compiler).compile(job);
    },
  };
}
