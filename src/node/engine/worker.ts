/** What a thread of the native engine runs: batches come in as messages, results go back the same way. */
import { parentPort } from "node:worker_threads";
import { type Batch, movableParts } from "./batch.ts";
import { decodeBatch } from "./decode-batch.ts";
import { encodeBatch } from "./encode-batch.ts";

parentPort?.on("message", ({ id, batch }: { readonly id: number; readonly batch: Batch }) => {
  const result = batch.kind === "encode" ? encodeBatch(batch) : decodeBatch(batch);
  parentPort?.postMessage({ id, result }, movableParts(result));
});
