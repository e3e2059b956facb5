/** What a worker of the WASM compiler runs in a browser: jobs come in as messages, results go back the same way. */
import type { Toolchain } from "../../toolchain/toolchain.ts";
import type { FolderNode } from "../../toolchain/wasi/node.ts";
import { answerJob } from "../../toolchain/worker-messages.ts";
import { localWorkers } from "../../toolchain/workers.ts";
import { mountArchive, mountBlobs } from "./blob-files.ts";
import type { WebToolchainParts, WebWorkerMessage } from "./worker-messages.ts";

let toolchain: Toolchain | undefined;
let project: FolderNode | undefined;

addEventListener("message", async ({ data }: MessageEvent<WebWorkerMessage>) => {
  if (data.kind === "begin") toolchain = assemble(data.parts);
  else if (data.kind === "project") project = mountBlobs(data.files);
  else if (toolchain !== undefined)
    postMessage(await answerJob(data.id, data.job, localWorkers(toolchain, { project })));
});

function assemble({ clang, llc, version, headers, sysroot }: WebToolchainParts): Toolchain {
  return { clang, llc, version, clangFiles: mountArchive(headers), sysroot: mountArchive(sysroot) };
}
