/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type NamesErrorCode =
  | "NAME_INVALID"
  | "VERSION_INVALID"
  | "SPECIFIER_INVALID"
  | "REQUIREMENT_INVALID"
  | "MARKER_INVALID"
  | "LICENSE_EXPRESSION_INVALID"
  | "LICENSE_GLOB_INVALID"
  | "EMAIL_INVALID"
  | "BUILD_TAG_INVALID"
  | "WHEEL_FILENAME_INVALID"
  | "SDIST_FILENAME_INVALID";
