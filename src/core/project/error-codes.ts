/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type ProjectErrorCode =
  /** The file is TOML, but says something that cannot be built: see the error's findings. */
  | "PROJECT_INVALID"
  /** There is no pyproject.toml. */
  | "PROJECT_FILE_MISSING"
  /** pyproject.toml is not TOML, or not UTF-8. */
  | "PROJECT_TOML_INVALID"
  /** pyproject.toml has no `[project]` table. */
  | "PROJECT_TABLE_MISSING";

/** Codes of the findings about one key of pyproject.toml, or about a file that a key names. */
export type ProjectFindingCode =
  | "BUILD_SYSTEM_INVALID"
  | "DEPENDENCY_GROUP_INVALID"
  | "PROJECT_CLASSIFIER_INVALID"
  | "PROJECT_DEPENDENCY_INVALID"
  | "PROJECT_DESCRIPTION_INVALID"
  | "PROJECT_DYNAMIC_INVALID"
  | "PROJECT_DYNAMIC_UNRESOLVED"
  | "PROJECT_ENTRY_POINT_INVALID"
  | "PROJECT_EXTRA_INVALID"
  | "PROJECT_FILE_INVALID"
  | "PROJECT_IMPORT_NAME_INVALID"
  | "PROJECT_KEY_MISSING"
  | "PROJECT_KEY_UNKNOWN"
  | "PROJECT_KEYWORD_INVALID"
  | "PROJECT_LICENSE_DEPRECATED"
  | "PROJECT_LICENSE_FILES_INVALID"
  | "PROJECT_LICENSE_INVALID"
  | "PROJECT_NAME_INVALID"
  | "PROJECT_PATH_INVALID"
  | "PROJECT_PERSON_INVALID"
  | "PROJECT_README_INVALID"
  | "PROJECT_REQUIRES_PYTHON_INVALID"
  | "PROJECT_TYPE_WRONG"
  | "PROJECT_URL_INVALID"
  | "PROJECT_VERSION_DIRTY"
  | "PROJECT_VERSION_INVALID"
  | "PROJECT_VERSION_OVERRIDDEN"
  | "TOOL_VALUE_INVALID";
