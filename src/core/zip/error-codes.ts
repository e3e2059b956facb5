/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type ZipErrorCode =
  // The archive's frame.
  | "ZIP_NOT_A_ZIP"
  | "ZIP_TRUNCATED"
  | "ZIP_INVALID"
  | "ZIP_OVERLAP"
  | "ZIP_MULTIPLE_DISKS"
  | "ZIP_BAD_ZIP64"
  | "ZIP_BAD_EXTRA"
  // Limits against archives made to exhaust the reader.
  | "ZIP_TOO_MANY_ENTRIES"
  | "ZIP_TOO_LARGE"
  | "ZIP_RATIO"
  // Names.
  | "ZIP_BAD_NAME"
  | "ZIP_UNSAFE_PATH"
  | "ZIP_DUPLICATE_NAME"
  | "ZIP_CASE_COLLISION"
  | "ZIP_PATH_CONFLICT"
  // Members.
  | "ZIP_SYMLINK"
  | "ZIP_SPECIAL_FILE"
  | "ZIP_ENCRYPTED"
  | "ZIP_UNSUPPORTED_METHOD"
  | "ZIP_LOCAL_MISMATCH"
  // Content.
  | "ZIP_BAD_DEFLATE"
  | "ZIP_SIZE_MISMATCH"
  | "ZIP_CRC_MISMATCH"
  // Writing.
  | "ZIP_MEMBER_OUTGREW"
  | "ZIP_BAD_SEQUENCE";
