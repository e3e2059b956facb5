/** Errors as they pass between the page and its workers, which copy data and no classes. */
import { type ErrorCode, type Finding, PackwheelError } from "../../../core/errors.ts";

export interface Failure {
  /** Undefined when it is no `PackwheelError`. */
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly hint: string | undefined;
  readonly path: string | undefined;
  readonly findings: readonly Finding[];
  /** Somebody asked to stop. */
  readonly isStop: boolean;
}

export function failureOf(error: unknown): Failure {
  const isStop = error instanceof Error && error.name === "AbortError";
  if (error instanceof PackwheelError) {
    const { code, message, hint, path, findings } = error;
    return { code, message, hint, path, findings, isStop: isStop || code === "ABORTED" };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: undefined, message, hint: undefined, path: undefined, findings: [], isStop };
}

export function errorOf({ code, message, hint, path, findings, isStop }: Failure): Error {
  if (isStop) return new DOMException(message, "AbortError");
  return code === undefined ? new Error(message) : new PackwheelError(code, message, { hint, path, findings });
}

/** The problems that an error lists, or the error itself as one. */
export function findingsOf({ code, message, hint, path, findings }: Failure): readonly Finding[] {
  if (findings.length > 0) return findings;
  const place = { ...(path !== undefined && { path }), ...(hint !== undefined && { hint }) };
  return [{ code: code ?? "UNEXPECTED", severity: "error", message, ...place }];
}
