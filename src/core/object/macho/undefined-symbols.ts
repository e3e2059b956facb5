/**
 * What a relocatable Mach-O file takes from others.
 * Spec: mach-o/nlist.h.
 */
import { detectObjectFormat } from "../detect.ts";
import { parseMachO } from "./parse.ts";

/**
 * Names of C, without the `_` that each symbol begins with. Those that may be missing are left out.
 *
 * @returns Undefined when the bytes are no Mach-O file.
 * @throws {PackwheelError} `MACHO_TRUNCATED`, `MACHO_INVALID`
 */
export function undefinedMachOSymbols(bytes: Uint8Array): ReadonlySet<string> | undefined {
  if (detectObjectFormat(bytes) !== "mach-o") return undefined;
  const imports = parseMachO(bytes).slices.flatMap((slice) => slice.imports);
  return new Set(imports.filter(({ weak }) => !weak).map(({ name }) => name.replace(/^_/, "")));
}
