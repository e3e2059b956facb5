/** The WASM compiler for one folder, and an end to its threads. */
import type { CCompiler } from "../../../src/core/ports/compiler.ts";
import { BuildCache } from "../../../src/node/build-cache.ts";
import { cachedObjects } from "../../../src/node/toolchain/cached-objects.ts";
import { hurryWebAssembly, loadToolchainParts } from "../../../src/node/toolchain/load-toolchain.ts";
import { sysrootFiles } from "../../../src/node/toolchain/sysroot-files.ts";
import { ToolchainThreads } from "../../../src/node/toolchain/thread-pool.ts";
import { wasmCompiler } from "../../../src/toolchain/compiler.ts";
import { toolchainVersion } from "../../../src/toolchain/toolchain-packages.ts";

export interface StartedCompiler {
  readonly compiler: CCompiler;
  readonly threads: ToolchainThreads;
}

/**
 * @param cacheFolder Keeps objects, runtime helpers above all, from one compilation to the next.
 * @param work `long` when the compiler itself is worth to be compiled for speed: from a minute on.
 */
export async function startCompiler(
  project: string,
  cacheFolder: string,
  work: "short" | "long" = "short",
): Promise<StartedCompiler> {
  if (work === "short") hurryWebAssembly(project, []);
  const threads = new ToolchainThreads({ parts: await loadToolchainParts(project), project });
  const compiler = wasmCompiler({
    version: toolchainVersion(),
    sysroot: sysrootFiles(),
    workers: threads,
    store: cachedObjects(new BuildCache(cacheFolder, true)),
  });
  return { compiler, threads };
}
