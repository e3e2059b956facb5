/**
 * Libraries of macOS as their linker sees them: a text with the names that a library has, in place of the library.
 * Spec: the format "tbd", version 4, of Apple's linker: https://github.com/apple-oss-distributions/tapi
 */

export interface TextStub {
  /** Where the loader finds the library: `/usr/lib/libSystem.B.dylib`. */
  readonly installName: string;
  /** `arm64` */
  readonly machine: string;
  /** As the linker has them, `_` and all. */
  readonly symbols: readonly string[];
}

export function writeTextStub({ installName, machine, symbols }: TextStub): Uint8Array {
  const target = `${machine}-macos`;
  const exported =
    symbols.length === 0
      ? []
      : [
          "exports:",
          `  - targets: [ ${target} ]`,
          `    symbols: [ ${symbols.map((symbol) => `'${symbol}'`).join(", ")} ]`,
        ];
  const lines = [
    "--- !tapi-tbd",
    "tbd-version: 4",
    `targets: [ ${target} ]`,
    `install-name: '${installName}'`,
    ...exported,
    "...",
    "",
  ];
  return new TextEncoder().encode(lines.join("\n"));
}
