/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type IrErrorCode =
  /** What the compiler wrote is no intermediate code as it should be. */
  | "IR_INVALID"
  /** The code holds something that LLVM 13 cannot express exactly. */
  | "IR_UNSUPPORTED";
