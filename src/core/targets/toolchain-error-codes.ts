/** Codes of the errors of the WASM compiler. Public API: add freely, never rename. */
export type ToolchainErrorCode =
  /** A package of the toolchain is not installed, or not in the version that packwheel knows. */
  | "TOOLCHAIN_MISSING"
  /** A program of the toolchain ended by a fault of its own. */
  | "TOOLCHAIN_CRASHED"
  /** A module that was given as compiler is none. */
  | "TOOLCHAIN_INVALID"
  /** The list of files that a browser loads the compiler from makes no sense. */
  | "TOOLCHAIN_MANIFEST_INVALID"
  /** A file of the toolchain cannot be had from its server, or is not what the list says. */
  | "TOOLCHAIN_FETCH_FAILED"
  /** Words of `packwheel cc` that make no sense. */
  | "CC_INVALID"
  /** The archive of a compiler's headers cannot be read in place. */
  | "WASI_TAR_INVALID";
