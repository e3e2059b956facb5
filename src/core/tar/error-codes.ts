/** Codes of the errors and findings that this area raises. Public API: add freely, never rename. */
export type TarErrorCode =
  // The archive's frame.
  | "TAR_NOT_A_TAR"
  | "TAR_TRUNCATED"
  | "TAR_BAD_CHECKSUM"
  | "TAR_BAD_NUMBER"
  | "TAR_BAD_PAX"
  | "TAR_MISSING_END"
  | "TAR_TRAILING_DATA"
  // Limits against archives made to exhaust the reader.
  | "TAR_TOO_MANY_ENTRIES"
  | "TAR_TOO_LARGE"
  | "TAR_HEADER_TOO_LARGE"
  // Names.
  | "TAR_BAD_NAME"
  | "TAR_UNSAFE_PATH"
  | "TAR_DUPLICATE_PATH"
  | "TAR_CASE_COLLISION"
  // Entries that are no plain file and no folder.
  | "TAR_SYMLINK"
  | "TAR_HARD_LINK"
  | "TAR_DEVICE"
  | "TAR_SPARSE"
  | "TAR_UNKNOWN_TYPE"
  // Writing.
  | "TAR_SIZE_MISMATCH";
