/** Problems that come in lists are raised together, so that one run shows them all. */
import { type ErrorCode, type Finding, PackwheelError } from "../../errors.ts";

/** @throws {PackwheelError} with this code when there are problems: the first in its message, all in its findings. */
export function throwProblems(code: ErrorCode, problems: readonly Finding[]): void {
  const [first, ...rest] = problems;
  if (first === undefined) return;
  const message = rest.length === 0 ? first.message : `${first.message} (and ${rest.length} more of this kind)`;
  throw new PackwheelError(code, message, { hint: first.hint, path: first.path, findings: problems });
}
