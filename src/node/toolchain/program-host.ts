/** What `packwheel cc` and its kin take from this machine. */
import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { PackwheelError } from "../../core/errors.ts";
import type { LinkPorts } from "../../toolchain/link/link-run.ts";
import { toolchainVersion } from "../../toolchain/toolchain-packages.ts";
import { OutsideFolder } from "../../toolchain/wasi/outside-folder.ts";
import { localWorkers, type ToolchainWorkers } from "../../toolchain/workers.ts";
import { BuildCache } from "../build-cache.ts";
import { cachedObjects } from "./cached-objects.ts";
import { diskFiles } from "./disk-files.ts";
import { hurryWebAssembly, loadToolchain, loadToolchainParts } from "./load-toolchain.ts";
import { sysrootFiles } from "./sysroot-files.ts";
import { ToolchainThreads } from "./thread-pool.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** From so many sources on, threads are worth their start. */
const SOURCES_FOR_THREADS = 3;

/** @param sources Paths of what is to be compiled. */
export async function programWorkers(directory: string, sources: readonly string[]): Promise<ToolchainWorkers> {
  hurryWebAssembly(directory, sources);
  if (sources.length >= SOURCES_FOR_THREADS) {
    return new ToolchainThreads({ parts: await loadToolchainParts(directory), project: directory });
  }
  return localWorkers(await loadToolchain(directory), { below: new OutsideFolder(diskFiles, "") });
}

export async function programPorts(
  directory: string,
  sources: readonly string[],
  env: Environment,
): Promise<LinkPorts> {
  return {
    version: toolchainVersion(),
    sysroot: sysrootFiles(),
    workers: await programWorkers(directory, sources),
    // Helpers alone are kept: what a build makes is for its own tools to remember.
    store: cachedObjects(new BuildCache(cacheFolder(env), true)),
  };
}

function cacheFolder(env: Environment): string {
  const named = env["XDG_CACHE_HOME"] ?? env["LOCALAPPDATA"];
  return join(named === undefined || named === "" ? join(homedir(), ".cache") : named, "packwheel");
}

export function readStandardInput(): Uint8Array {
  return readFileSync(0);
}

/** @throws {PackwheelError} `OUTPUT_FAILED` */
export function writeResult(directory: string, path: string, bytes: Uint8Array, isProgram: boolean): void {
  const place = resolve(directory, path);
  try {
    writeFileSync(place, bytes);
    // The permissions that the process gives to new files, with leave to run where there is leave to read.
    const mode = statSync(place).mode;
    if (isProgram && statSync(place).isFile()) chmodSync(place, mode | ((mode & 0o444) >> 2));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PackwheelError("OUTPUT_FAILED", `Cannot write "${path}": ${reason}`, { path: place, cause });
  }
}
