/** What a page tells the workers of its compiler. They answer with `WorkerAnswer`. */
import type { WorkerJob } from "../../toolchain/worker-messages.ts";
import type { ArchivedFiles } from "./blob-files.ts";

/** What a worker needs to have the toolchain. Modules pass without being compiled again, blobs without a copy. */
export interface WebToolchainParts {
  readonly clang: WebAssembly.Module;
  readonly llc: WebAssembly.Module;
  readonly version: string;
  readonly headers: ArchivedFiles;
  readonly sysroot: ArchivedFiles;
}

export type WebWorkerMessage =
  | { readonly kind: "begin"; readonly parts: WebToolchainParts }
  /** The files that the next jobs are about. */
  | { readonly kind: "project"; readonly files: ReadonlyMap<string, Blob> }
  | { readonly kind: "job"; readonly id: number; readonly job: WorkerJob };
