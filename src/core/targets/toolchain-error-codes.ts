/** Codes of the errors of the WASM compiler. Public API: add freely, never rename. */
export type ToolchainErrorCode =
  /** A package of the toolchain is not installed, or not in the version that packwheel knows. */
  | "TOOLCHAIN_MISSING"
  /** A program of the toolchain ended by a fault of its own. */
  | "TOOLCHAIN_CRASHED"
  /** A module that was given as compiler is none. */
  | "TOOLCHAIN_INVALID"
  /** Words of `packwheel cc` that make no sense. */
  | "CC_INVALID"
  /** The archive of a compiler's headers cannot be read in place. */
  | "WASI_TAR_INVALID";
