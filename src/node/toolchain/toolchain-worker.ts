/** What a thread of the WASM compiler runs: jobs come in as messages, results go back the same way. */
import { parentPort, workerData } from "node:worker_threads";
import { PackwheelError } from "../../core/errors.ts";
import { OutsideFolder } from "../../toolchain/wasi/outside-folder.ts";
import { localWorkers } from "../../toolchain/workers.ts";
import { diskFiles, programPath } from "./disk-files.ts";
import { assembleToolchain } from "./load-toolchain.ts";
import type { ThreadAnswer, ThreadData, ThreadError, ThreadJob } from "./thread-pool.ts";

const { parts, project } = workerData as ThreadData;
const toolchain = assembleToolchain(parts);

parentPort?.on("message", async ({ id, job }: { readonly id: number; readonly job: ThreadJob }) => {
  parentPort?.postMessage(await answer(id, job));
});

async function answer(id: number, job: ThreadJob): Promise<ThreadAnswer> {
  // Mounted anew for each job: between two, files may have changed.
  const folders = {
    project: new OutsideFolder(diskFiles, programPath(project)),
    below: new OutsideFolder(diskFiles, ""),
  };
  const workers = localWorkers(toolchain, folders);
  try {
    return { id, result: job.kind === "compile" ? await workers.compile(job.run) : await workers.runTool(job.run) };
  } catch (error) {
    return { id, error: threadError(error) };
  }
}

function threadError(error: unknown): ThreadError {
  if (!(error instanceof PackwheelError)) return { message: error instanceof Error ? error.message : String(error) };
  const { code, message, hint, path, findings } = error;
  return { code, message, hint, path, findings };
}
