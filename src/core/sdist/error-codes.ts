/** Codes of the errors and findings that this area raises. Public API: add freely, never rename. */
export type SdistErrorCode =
  // Packing.
  | "SDIST_PYPROJECT_MISSING"
  | "SDIST_LICENSE_FILE_MISSING"
  | "SDIST_UNSAFE_PATH"
  | "SDIST_DUPLICATE_PATH"
  | "SDIST_PATH_CONFLICT"
  | "SDIST_CASE_COLLISION"
  // Reading.
  | "SDIST_TOP_FOLDER_SEVERAL"
  | "SDIST_PKG_INFO_MISSING"
  | "SDIST_MEMBER_TOO_LARGE";
