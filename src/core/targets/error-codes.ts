/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type TargetsErrorCode =
  /** A word that names no target and no group of targets. */
  | "TARGET_UNKNOWN"
  /** A platform tag is asked for that is for none of the targets. */
  | "TARGET_TAG_UNUSED"
  /** A version of the C library that is none, or older than the target can be built for. */
  | "TARGET_FLOOR_INVALID"
  /** A data file of the WASM compiler is missing or damaged. */
  | "SYSROOT_INVALID";
