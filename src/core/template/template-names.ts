/** The names that one project name leads to, in Python, in C and in file names. */
import { STANDARD_LIBRARY } from "../check/data/standard-library.ts";
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

/** @throws {PackwheelError} `NAME_INVALID`, also for names that cannot be imported: `7zip`, `class`, `json`. */
export function templateNames(name: string): TemplateNames {
  assertValidName(name);
  const module = escapeName(name);
  if (!isModuleName(module)) {
    throw new PackwheelError("NAME_INVALID", `Cannot use ${quote(name)} here: Python cannot import ${quote(module)}`, {
      hint: "Choose a name that begins with a letter and is no keyword",
    });
  }
  const project = normalizeName(name);
  if (STANDARD_LIBRARY.has(project)) {
    throw new PackwheelError("NAME_INVALID", `Cannot use ${quote(name)} here: Python has a module of this name`, {
      hint: "Choose another name; PyPI takes none of Python's own modules",
    });
  }
  const type = module
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
  return { project, module, macro: module.toUpperCase(), type };
}
