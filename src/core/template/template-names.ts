/** The names that one project name leads to, in Python, in C and in file names. */
import { PackwheelError } from "../errors.ts";
import { isModuleName } from "../names/identifier.ts";
import { assertValidName, escapeName, normalizeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";

export interface TemplateNames {
  /** `my-hello`: the project on PyPI, and the crate. */
  readonly project: string;
  /** `my_hello`: the import package, the prefix of C functions, the stem of files. */
  readonly module: string;
  /** `MY_HELLO`: the prefix of macros and constants. */
  readonly macro: string;
  /** `MyHello`: the prefix of Python classes. */
  readonly type: string;
}

/** @throws {PackwheelError} `NAME_INVALID`, also for names that cannot be imported: `7zip`, `class`. */
export function templateNames(name: string): TemplateNames {
  assertValidName(name);
  const module = escapeName(name);
  if (!isModuleName(module)) {
    throw new PackwheelError("NAME_INVALID", `Cannot use ${quote(name)} here: Python cannot import ${quote(module)}`, {
      hint: "Choose a name that begins with a letter and is no keyword",
    });
  }
  const type = module
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
  return { project: normalizeName(name), module, macro: module.toUpperCase(), type };
}
