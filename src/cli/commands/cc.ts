/** `packwheel cc` and `packwheel c++`: a compiler in the place of another. */
import { hostTarget } from "../../node/host-target.ts";
import { diskFiles, programPath } from "../../node/toolchain/disk-files.ts";
import { programPorts, readStandardInput, writeResult } from "../../node/toolchain/program-host.ts";
import { runCc } from "../../toolchain/cc/run-cc.ts";
import type { ProgramContext, ProgramResult } from "../context.ts";

export async function run(words: readonly string[], context: ProgramContext): Promise<ProgramResult> {
  const { cwd, environment, hasColors, signal } = context;
  const result = await runCc(words, context.name === "c++" ? "c++" : "c", {
    workingDirectory: programPath(cwd),
    disk: diskFiles,
    stdin: readStandardInput,
    defaultTarget: hostTarget(),
    load: (sources) => programPorts(cwd, sources, environment),
    timestamp: timestampOf(environment["SOURCE_DATE_EPOCH"]),
    hasColors,
    signal,
  });
  for (const { path, bytes, isProgram } of result.files) writeResult(cwd, path, bytes, isProgram);
  return result;
}

/** What `__DATE__` tells: the time that is given, else now, as compilers do. */
function timestampOf(given: string | undefined): number {
  return given !== undefined && /^\d+$/.test(given) ? Number(given) : Math.floor(Date.now() / 1000);
}
