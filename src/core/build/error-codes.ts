/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type BuildErrorCode =
  | "BUILD_NOTHING"
  | "BUILD_NOT_REPRODUCIBLE"
  | "PLUGIN_OUTPUT_CLASH"
  | "PROJECT_FOLDER_MISSING"
  | "SOURCE_DATE_EPOCH_INVALID"
  | "WHEEL_NATIVE_IN_ANY"
  | "WHEEL_PLATFORM_TAG_NEEDED";
