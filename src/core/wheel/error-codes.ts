/** Codes of the errors and findings that this area raises. Public API: add freely, never rename. */
export type WheelErrorCode =
  | HeaderErrorCode
  | MetadataErrorCode
  | WheelFileErrorCode
  | RecordErrorCode
  | EntryPointsErrorCode
  | PackErrorCode
  | ReadErrorCode
  | RepackErrorCode;

/** `Key: value` lines, as METADATA, PKG-INFO and WHEEL have them. */
type HeaderErrorCode =
  | "HEADER_NOT_UTF8"
  | "HEADER_MISSING_SEPARATOR"
  | "HEADER_ORPHAN_CONTINUATION"
  | "HEADER_EMPTY_NAME"
  | "HEADER_ENVELOPE_LINE"
  | "HEADER_TOO_MANY";

type MetadataErrorCode =
  | "METADATA_INJECTION"
  | "METADATA_INVALID_TEXT"
  | "METADATA_VERSION_UNKNOWN"
  | "METADATA_FIELD_TOO_NEW"
  | "METADATA_FIELD_MISSING"
  | "METADATA_FIELD_REPEATED"
  | "METADATA_FIELD_UNKNOWN"
  | "METADATA_DESCRIPTION_TWICE"
  | "METADATA_MIME_HEADER";

type WheelFileErrorCode =
  | "WHEEL_FILE_INJECTION"
  | "WHEEL_FILE_KEY_MISSING"
  | "WHEEL_FILE_KEY_REPEATED"
  | "WHEEL_FILE_KEY_UNKNOWN"
  | "WHEEL_FILE_BAD_VALUE";

type RecordErrorCode =
  | "RECORD_NOT_UTF8"
  | "RECORD_BAD_ROW"
  | "RECORD_UNCLOSED_QUOTE"
  | "RECORD_BAD_HASH"
  | "RECORD_BAD_SIZE"
  | "RECORD_DUPLICATE_PATH"
  | "RECORD_BAD_PATH";

type EntryPointsErrorCode =
  | "ENTRY_POINTS_NOT_UTF8"
  | "ENTRY_POINTS_NO_SECTION"
  | "ENTRY_POINTS_BAD_LINE"
  | "ENTRY_POINTS_DUPLICATE_GROUP"
  | "ENTRY_POINTS_DUPLICATE_NAME"
  | "ENTRY_POINTS_BAD_GROUP"
  | "ENTRY_POINTS_BAD_NAME"
  | "ENTRY_POINTS_BAD_REFERENCE";

type PackErrorCode =
  | "WHEEL_EMPTY"
  | "WHEEL_DUPLICATE_PATH"
  | "WHEEL_CASE_COLLISION"
  | "WHEEL_PATH_CONFLICT"
  | "WHEEL_UNSAFE_PATH"
  | "WHEEL_RESERVED_PATH"
  | "WHEEL_BAD_DATA_PATH"
  | "WHEEL_BAD_LICENSE_FILE";

type ReadErrorCode =
  | "WHEEL_DIST_INFO_MISSING"
  | "WHEEL_DIST_INFO_SEVERAL"
  | "WHEEL_DIST_INFO_NAME"
  | "WHEEL_MEMBER_MISSING"
  | "WHEEL_MEMBER_TOO_LARGE";

/** Retagging, unpacking and packing again. */
type RepackErrorCode =
  | "WHEEL_INVALID"
  | "WHEEL_TAGS_MISMATCH"
  | "WHEEL_HASH_MISMATCH"
  | "WHEEL_HASH_MISSING"
  | "WHEEL_UNPACK_CLASH";
