/** What a thread of the WASM compiler runs: jobs come in as messages, results go back the same way. */
import { parentPort, workerData } from "node:worker_threads";
import { OutsideFolder } from "../../toolchain/wasi/outside-folder.ts";
import { answerJob, type WorkerJob } from "../../toolchain/worker-messages.ts";
import { localWorkers } from "../../toolchain/workers.ts";
import { diskFiles, programPath } from "./disk-files.ts";
import { assembleToolchain } from "./load-toolchain.ts";
import type { ThreadData } from "./thread-pool.ts";

const { parts, project } = workerData as ThreadData;
const toolchain = assembleToolchain(parts);

parentPort?.on("message", async ({ id, job }: { readonly id: number; readonly job: WorkerJob }) => {
  // Mounted anew for each job: between two, files may have changed.
  const folders = {
    project: new OutsideFolder(diskFiles, programPath(project)),
    below: new OutsideFolder(diskFiles, ""),
  };
  parentPort?.postMessage(await answerJob(id, job, localWorkers(toolchain, folders)));
});
