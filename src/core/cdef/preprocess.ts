/**
 * From a C header to the text of a cdef, with or without a compiler on the machine. Both ways end in the same
 * declarations.
 */
import { type Defines, expandHeader, type HeaderText, type ResolveInclude } from "./preprocess/expand-header.ts";
import { plainDeclarations } from "./preprocess/plain-declarations.ts";
import { selectLines } from "./preprocess/select-lines.ts";

/** Headers can tell by it that cffi reads them, not a compiler. */
export const DEFAULT_DEFINES: Defines = { PYTHON_HEADER: "1" };

export interface CleanOptions {
  /** Keep macros that stand for integers as constants of the module (default: false). */
  readonly keepConstants?: boolean | undefined;
  /** File that the text counts as where no line marker says otherwise (default: `<stdin>`). */
  readonly path?: string | undefined;
}

export interface PreprocessOptions extends CleanOptions {
  /** Default: `PYTHON_HEADER` alone. */
  readonly defines?: Defines | undefined;
  /** Without it, a header cannot include others. */
  readonly resolve?: ResolveInclude | undefined;
}

/**
 * The text of a cdef for a header, made by packwheel's own preprocessor.
 *
 * @throws {PackwheelError} with a code of `CdefErrorCode` and the place in the header.
 */
export function preprocessHeader(header: HeaderText, options: PreprocessOptions = {}): string {
  const { defines = DEFAULT_DEFINES, resolve = () => undefined, ...clean } = options;
  return cleanPreprocessed(expandHeader(header, defines, resolve), { ...clean, path: header.path });
}

/**
 * The text of a cdef for what `cc -E` printed; with `-dD`, which also prints the macros, constants can be kept.
 * Declarations of system headers go: a cdef knows the common types.
 */
export function cleanPreprocessed(
  text: string,
  { keepConstants = false, path = "<stdin>" }: CleanOptions = {},
): string {
  const plain = plainDeclarations(selectLines(text, path), keepConstants);
  // Once more, for the lines that became empty.
  return selectLines(plain, path);
}
