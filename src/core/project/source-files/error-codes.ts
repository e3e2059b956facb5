/** Codes of the errors that choosing a project's files raises. Public API: add freely, never rename. */
export type SourceFilesErrorCode =
  /** Nothing in the tree looks like the project's import package. */
  | "PROJECT_NO_PACKAGE"
  /** Several folders or modules could be the project's import package. */
  | "PROJECT_AMBIGUOUS_PACKAGE"
  /** `packages` names something that is not there. */
  | "PROJECT_PACKAGE_MISSING"
  /** `force-include`, `data`, `sbom-files` or the standard table names a file that is not there. */
  | "PROJECT_SOURCE_MISSING"
  /** Two files want the same place in the wheel, or a file wants the place of a folder. */
  | "PROJECT_PATH_CONFLICT"
  /** A place in the wheel or sdist that no installer would accept. */
  | "PROJECT_PLACE_INVALID"
  /** The sdist would lack what the wheel is built from. */
  | "PROJECT_SDIST_INCOMPLETE"
  | "WHEEL_EMPTY";

/** Codes of the warnings and notes about a project's files. */
export type SourceFilesFindingCode =
  | "PROJECT_PACKAGE_GUESSED"
  | "PROJECT_PACKAGE_LEFT_OUT"
  | "PROJECT_PATTERN_UNUSED"
  | "PROJECT_VERSION_FILE_LEFT_OUT"
  | "PROJECT_FILE_COUNT"
  | "PROJECT_FILES_LARGE"
  | "PROJECT_SECRET"
  | "PROJECT_PATH_NOT_PORTABLE"
  | "PROJECT_PATH_CASE"
  | "PROJECT_PATH_UNICODE";
