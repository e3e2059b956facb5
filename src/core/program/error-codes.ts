/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type ProgramErrorCode =
  | "PROGRAM_NAME_INVALID"
  | "PROGRAM_NOT_RUNNABLE"
  | "PROGRAM_PLATFORM_UNKNOWN"
  | "PROGRAM_WRONG_PLATFORM"
  | "PROGRAM_DUPLICATE";
