/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type TargetsErrorCode =
  /** A word that names no target and no group of targets. */
  "TARGET_UNKNOWN";
