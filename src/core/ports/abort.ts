/** Cancellation: every long job takes an `AbortSignal` and looks at it between its steps. */
import { PackwheelError } from "../errors.ts";

/**
 * Stop here when the caller asked for it.
 *
 * @throws {PackwheelError} `ABORTED`; the signal's own reason when that is a `PackwheelError`, else with it as `cause`.
 */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  const reason: unknown = signal.reason;
  if (reason instanceof PackwheelError) throw reason;
  throw new PackwheelError("ABORTED", "Cannot go on: the job was cancelled", { cause: reason });
}
