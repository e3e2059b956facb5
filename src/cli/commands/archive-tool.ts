/** `packwheel ar`, `ranlib`, `strip` and `nm`. */
import { diskFiles, programPath } from "../../node/toolchain/disk-files.ts";
import { programWorkers, writeResult } from "../../node/toolchain/program-host.ts";
import { type ArchiveTool, runArchiveTool } from "../../toolchain/cc/run-archive-tool.ts";
import type { ProgramContext, ProgramResult } from "../context.ts";

export async function run(words: readonly string[], { name, cwd, signal }: ProgramContext): Promise<ProgramResult> {
  // The table of programs has these names.
  const result = await runArchiveTool(name as ArchiveTool, words, {
    workingDirectory: programPath(cwd),
    disk: diskFiles,
    load: () => programWorkers(cwd, []),
    signal,
  });
  for (const { path, bytes } of result.files) writeResult(cwd, path, bytes, false);
  return result;
}
