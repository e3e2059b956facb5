/** The WASM compiler for a project on disk. Nothing is loaded before the first job. */
import { resolve } from "node:path";
import type { CCompiler } from "../../core/ports/compiler.ts";
import type { Reporter } from "../../core/ports/reporter.ts";
import { wasmCompiler } from "../../toolchain/compiler.ts";
import type { BuildCache } from "../build-cache.ts";
import { cachedObjects } from "./cached-objects.ts";
import { loadToolchainParts, toolchainVersion } from "./load-toolchain.ts";
import { sysrootFiles } from "./sysroot-files.ts";
import { ToolchainThreads } from "./thread-pool.ts";

export interface NodeWasmCompilerOptions {
  /** The project's folder. */
  readonly directory: string;
  readonly cache: BuildCache;
  readonly reporter?: Reporter | undefined;
}

/** The threads end with the process: they keep it from nothing while they have no job. */
export function nodeWasmCompiler({ directory, cache, reporter }: NodeWasmCompilerOptions): CCompiler {
  const root = resolve(directory);
  let compiler: Promise<CCompiler> | undefined;
  const load = async (): Promise<CCompiler> => {
    const workers = new ToolchainThreads({ parts: await loadToolchainParts(root), project: root });
    return wasmCompiler({
      version: toolchainVersion(),
      sysroot: sysrootFiles(),
      workers,
      store: cachedObjects(cache),
      onProgress({ target, source, done, total }) {
        const text = source === undefined ? `Linking for ${target}` : `Compiled ${source} for ${target}`;
        reporter?.report({ kind: "phase", text });
        reporter?.report({ kind: "progress", done, total, unit: "files" });
      },
    });
  };
  return {
    async compile(job) {
      compiler ??= load();
      return (await compiler).compile(job);
    },
  };
}
