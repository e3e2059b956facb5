/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type CdefErrorCode =
  // Reading.
  | "CDEF_SYNTAX"
  | "CDEF_TOO_COMPLEX"
  | "CDEF_UNSUPPORTED"
  | "CDEF_NOT_IN_ABI_MODE"
  // Preprocessing.
  | "CDEF_DIRECTIVE"
  | "CDEF_ERROR_DIRECTIVE"
  | "CDEF_INCLUDE_MISSING"
  | "CDEF_MACRO_INVALID"
  // Meaning.
  | "CDEF_TYPE_UNKNOWN"
  | "CDEF_CONSTANT_INVALID"
  | "CDEF_DUPLICATE"
  | "CDEF_FIELD_OPAQUE"
  | "CDEF_OUT_OF_RANGE"
  // Writing.
  | "CDEF_MODULE_NAME_INVALID";
