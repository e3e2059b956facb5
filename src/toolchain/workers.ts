/** Who does the work of the toolchain: this thread, or others that have the same modules and files. */
import { compileSource, type SourceResult, type SourceRun } from "./compile-source.ts";
import { runTool, type ToolResult, type ToolRun } from "./tool.ts";
import type { OtherFolders, Toolchain } from "./toolchain.ts";

export interface ToolchainWorkers {
  /** How many runs are worth to be asked for at once. */
  readonly width: number;
  /** @throws {PackwheelError} as `compileSource`, and `ABORTED` */
  compile(run: SourceRun, signal?: AbortSignal): Promise<SourceResult>;
  runTool(run: ToolRun, signal?: AbortSignal): Promise<ToolResult>;
}

/** One after the other, in this thread. */
export function localWorkers(toolchain: Toolchain, folders: OtherFolders): ToolchainWorkers {
  return {
    width: 1,
    async compile(run, signal) {
      signal?.throwIfAborted();
      return compileSource(toolchain, folders, run);
    },
    async runTool(run, signal) {
      signal?.throwIfAborted();
      return runTool(toolchain, run, folders);
    },
  };
}

/** Several at a time, in order; the first failure ends it. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) results.set(index, await work(item, index));
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return [...results].toSorted(([left], [right]) => left - right).map(([, result]) => result);
}
