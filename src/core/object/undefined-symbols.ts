/** What a relocatable file takes from others, whatever its format. */
import { parseCoffSymbols } from "./coff/symbols.ts";
import { undefinedSymbols as undefinedElfSymbols } from "./elf/undefined-symbols.ts";
import { undefinedMachOSymbols } from "./macho/undefined-symbols.ts";
import { undefinedWasmSymbols } from "./wasm/undefined-symbols.ts";

/** Names of C. Undefined when the bytes are no object. */
export function undefinedSymbols(bytes: Uint8Array): ReadonlySet<string> | undefined {
  return (
    undefinedElfSymbols(bytes) ??
    undefinedMachOSymbols(bytes) ??
    parseCoffSymbols(bytes)?.undefined ??
    undefinedWasmSymbols(bytes)
  );
}
