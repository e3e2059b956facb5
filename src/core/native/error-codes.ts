/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type NativeErrorCode =
  /** Nobody was given who could run commands or compile: a browser, or a library caller. */
  | "NATIVE_UNAVAILABLE"
  /** A build command ended with an exit code other than 0. */
  | "NATIVE_COMMAND_FAILED"
  /** A compiler refused a source, or could not link. */
  | "NATIVE_COMPILE_FAILED"
  /** A program that the build needs is not installed. */
  | "NATIVE_TOOL_MISSING"
  /** The compiler at hand makes nothing for this target. */
  | "NATIVE_TARGET_UNSUPPORTED"
  /** The system of the target has no such things, as Pyodide has no programs. */
  | "NATIVE_KIND_UNSUPPORTED"
  /** What was given as target is no triple. */
  | "NATIVE_TARGET_INVALID"
  /** For this target, pyproject.toml says neither `command` nor `sources`. */
  | "NATIVE_NOTHING_TO_DO"
  /** A glob of `sources` matches no file, or a file that is no C or C++. */
  | "NATIVE_SOURCE_INVALID"
  /** The command left no file that `artifact` matches. */
  | "NATIVE_ARTIFACT_MISSING"
  /** The command left several files that could be meant. */
  | "NATIVE_ARTIFACT_AMBIGUOUS"
  /** What was built is not what its kind needs: no library, or for another system. */
  | "NATIVE_ARTIFACT_INVALID"
  /** A generated file would take the place of a file of the project. */
  | "NATIVE_FILE_CLASH"
  /** Extension modules whose names ask for different tags, or for tags that nobody gave. */
  | "NATIVE_TAGS_UNKNOWN"
  /** The cache folder cannot be removed. */
  | "NATIVE_CLEAN_FAILED";

/** Codes of the warnings and notes about native code. */
export type NativeFindingCode = "NATIVE_COMPILER_WARNING" | "NATIVE_INPUTS_UNKNOWN" | "NATIVE_REQUIREMENT_ADDED";
