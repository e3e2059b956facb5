/**
 * What a side module says of itself: a WebAssembly module that a running program links, as Emscripten makes them.
 * Specs: WebAssembly core, 5.5; https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md
 */

export interface SideModule {
  readonly format: "side-module";
  /** Static data, and the places of the table for functions whose address is taken. */
  readonly memory: SideModuleSpace;
  readonly table: SideModuleSpace;
  /** Side modules that are loaded first: `libfoo.so`. */
  readonly needed: readonly string[];
  /** Where they are looked for: `$ORIGIN/../hello.libs`. */
  readonly runtimePath: readonly string[];
  readonly imports: readonly WasmImport[];
  readonly exports: readonly WasmExport[];
}

export interface SideModuleSpace {
  /** Bytes; for the table, entries. */
  readonly size: number;
  /** Power of two. */
  readonly alignment: number;
}

export type WasmKind = "function" | "table" | "memory" | "global" | "tag";

export interface WasmImport {
  /** `env`; `GOT.mem` and `GOT.func` for addresses of data and functions. */
  readonly module: string;
  readonly name: string;
  readonly kind: WasmKind;
  /** May be missing. */
  readonly weak: boolean;
}

export interface WasmExport {
  readonly name: string;
  readonly kind: WasmKind;
}
