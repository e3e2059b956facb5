/** Which WASM compiler this is. */
import { CLANG_PACKAGE, LLC_PACKAGE } from "../core/targets/compiler-packages.ts";
import { PACKWHEEL_VERSION } from "../core/version.ts";

/** What results depend on, in one text. */
export function toolchainVersion(): string {
  const packages = [CLANG_PACKAGE, LLC_PACKAGE].map(({ name, version }) => `${name} ${version}`);
  return [`packwheel ${PACKWHEEL_VERSION}`, ...packages].join(", ");
}
