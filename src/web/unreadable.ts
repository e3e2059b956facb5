/** What a browser says of a file that it gave, and that has changed or gone since then. */
import { PackwheelError } from "../core/errors.ts";

export function unreadable(path: string, cause: unknown): PackwheelError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PackwheelError("TREE_UNREADABLE", `Cannot read "${path}": ${reason}`, {
    hint: "Give the file or folder again: a browser reads none that has changed since it was given",
    path,
    cause,
  });
}
