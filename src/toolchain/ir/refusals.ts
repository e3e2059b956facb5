/** The two errors of this room. */
import { PackwheelError } from "../../core/errors.ts";

/** For code that no compiler should have written. */
export function invalid(what: string): PackwheelError {
  return new PackwheelError("IR_INVALID", `Cannot make sense of the intermediate code: ${what}`);
}

/** For what LLVM 13 cannot do exactly. */
export function unsupported(what: string): PackwheelError {
  return new PackwheelError("IR_UNSUPPORTED", `Cannot lower ${what}`, {
    hint: "Compile this file with a native clang or gcc",
  });
}
