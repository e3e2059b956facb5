/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type ObjectErrorCode =
  | "ELF_INVALID"
  | "ELF_TRUNCATED"
  | "MACHO_INVALID"
  | "MACHO_MERGE_IMPOSSIBLE"
  | "MACHO_SLICE_MISSING"
  | "MACHO_TRUNCATED"
  | "OBJECT_TRUNCATED"
  | "OBJECT_UNKNOWN_FORMAT"
  | "PE_INVALID"
  | "PE_TRUNCATED"
  | "WASM_INVALID"
  | "WASM_TRUNCATED"
  /** Symbols of which no library can be made for linkers. */
  | "STUB_LIBRARY_INVALID";
