/** What passes between a pool of workers and each of them: threads of Node, workers of a browser. */
import { PackwheelError } from "../core/errors.ts";
import type { SourceResult, SourceRun } from "./compile-source.ts";
import type { ToolResult, ToolRun } from "./tool.ts";
import type { ToolchainWorkers } from "./workers.ts";

export type WorkerJob =
  | { readonly kind: "compile"; readonly run: SourceRun }
  | { readonly kind: "tool"; readonly run: ToolRun };

export type WorkerResult = SourceResult | ToolResult;

export type WorkerAnswer =
  | { readonly id: number; readonly result: WorkerResult }
  | { readonly id: number; readonly error: PassedError };

/** A `PackwheelError` without its class, which no message keeps; other errors have no code. */
export interface PassedError {
  readonly code?: PackwheelError["code"];
  readonly message: string;
  readonly hint?: string | undefined;
  readonly path?: string | undefined;
  readonly findings?: PackwheelError["findings"];
}

/** The worker's side. */
export async function answerJob(id: number, job: WorkerJob, workers: ToolchainWorkers): Promise<WorkerAnswer> {
  try {
    return { id, result: job.kind === "compile" ? await workers.compile(job.run) : await workers.runTool(job.run) };
  } catch (error) {
    return { id, error: passedError(error) };
  }
}

export function passedError(error: unknown): PassedError {
  if (!(error instanceof PackwheelError)) return { message: error instanceof Error ? error.message : String(error) };
  const { code, message, hint, path, findings } = error;
  return { code, message, hint, path, findings };
}

/** The inverse of `passedError`. */
export function errorOfPassed({ code, message, hint, path, findings }: PassedError): Error {
  return code === undefined ? new Error(message) : new PackwheelError(code, message, { hint, path, findings });
}
