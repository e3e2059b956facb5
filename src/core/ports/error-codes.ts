/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type PortsErrorCode =
  | "TREE_FILE_MISSING"
  | "TREE_UNSAFE_PATH"
  | "TREE_LINK_ESCAPES"
  | "TREE_LINK_LOOP"
  | "TREE_LINK_DANGLING"
  | "TREE_SPECIAL_FILE"
  | "TREE_NAME_NOT_UTF8"
  | "TREE_UNREADABLE"
  | "FILE_TRUNCATED"
  | "FILE_MISSING"
  | "OUTPUT_FAILED"
  | "GIT_UNAVAILABLE"
  | "GZIP_INVALID"
  | "GZIP_TOO_LARGE"
  | "ENGINE_FAILED"
  | "ENGINE_BAD_LEVEL"
  | "ABORTED";
