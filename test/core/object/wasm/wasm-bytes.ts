/** Side modules and objects of WebAssembly, byte by byte. Specs: WebAssembly core, 5; tool-conventions. */
import type { WasmKind } from "../../../../src/core/object/wasm/model.ts";

export interface SideModuleDraft {
  readonly memory?: readonly [size: number, alignment: number];
  readonly table?: readonly [size: number, alignment: number];
  readonly needed?: readonly string[];
  readonly runtimePath?: readonly string[];
  /** `env.name` */
  readonly weak?: readonly string[];
  readonly imports?: readonly (readonly [module: string, name: string, kind: WasmKind])[];
  readonly exports?: readonly (readonly [name: string, kind: WasmKind])[];
}

const KINDS: readonly WasmKind[] = ["function", "table", "memory", "global", "tag"];
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** What a `WasmKind` is followed by in an import. */
const TYPES: Readonly<Record<WasmKind, readonly number[]>> = {
  function: [0x80, 0x01], // type 128
  table: [0x70, 1, 1, 2], // funcref, 1 to 2
  memory: [0, 1], // 1 or more
  global: [0x7f, 1], // i32, mutable
  tag: [0, 3],
};

export function makeSideModule(draft: SideModuleDraft = {}): Uint8Array {
  const [size = 0, alignment = 0] = draft.memory ?? [];
  const [tableSize = 0, tableAlignment = 0] = draft.table ?? [];
  const subsections = [
    ...section(1, [size, alignment, tableSize, tableAlignment].flatMap(number)),
    ...(draft.needed === undefined ? [] : section(2, list(draft.needed, text))),
    ...(draft.weak === undefined ? [] : section(4, list(draft.weak, importInfo))),
    ...(draft.runtimePath === undefined ? [] : section(5, list(draft.runtimePath, text))),
  ];
  return Uint8Array.from([
    ...HEADER,
    ...section(0, [...text("dylink.0"), ...subsections]),
    ...section(1, [0]),
    ...(draft.imports === undefined ? [] : section(2, list(draft.imports, importEntry))),
    ...(draft.exports === undefined ? [] : section(7, list(draft.exports, exportEntry))),
  ]);
}

export type SymbolDraft =
  | { readonly kind: "function" | "global"; readonly name: string; readonly defined?: boolean; readonly weak?: boolean }
  | { readonly kind: "data"; readonly name: string; readonly defined?: boolean; readonly weak?: boolean }
  | { readonly kind: "section" };

/** Undefined functions and globals are named by imports, in the order of the symbols. */
export function makeObject(symbols: readonly SymbolDraft[]): Uint8Array {
  const imports: (readonly [string, string, WasmKind])[] = [];
  const rows = symbols.map((symbol) => {
    if (symbol.kind === "section") return [3, 0, 1];
    const flags = (symbol.weak === true ? 1 : 0) | (symbol.defined === true ? 0 : 0x10);
    if (symbol.kind === "data") {
      return [1, flags, ...text(symbol.name), ...(symbol.defined === true ? [0, 0, 4] : [])];
    }
    const { kind, name } = symbol;
    if (symbol.defined === true) return [kind === "function" ? 0 : 2, flags, 9, ...text(name)];
    const index = imports.filter(([, , each]) => each === kind).length;
    imports.push(["env", name, kind]);
    return [kind === "function" ? 0 : 2, flags, index];
  });
  return Uint8Array.from([
    ...HEADER,
    ...section(2, list(imports, importEntry)),
    ...section(0, [
      ...text("linking"),
      2,
      ...section(
        8,
        list(rows, (row) => row),
      ),
      ...section(5, [0]),
    ]),
  ]);
}

export function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...number(content.length), ...content];
}

export function text(value: string): readonly number[] {
  const bytes = new TextEncoder().encode(value);
  return [...number(bytes.length), ...bytes];
}

/** LEB128 */
export function number(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(Math.floor(value / 0x80))];
}

function list<Item>(items: readonly Item[], write: (item: Item) => readonly number[]): readonly number[] {
  return [...number(items.length), ...items.flatMap(write)];
}

function importEntry([module, name, kind]: readonly [string, string, WasmKind]): readonly number[] {
  return [...text(module), ...text(name), KINDS.indexOf(kind), ...TYPES[kind]];
}

function exportEntry([name, kind]: readonly [string, WasmKind]): readonly number[] {
  return [...text(name), KINDS.indexOf(kind), 5];
}

function importInfo(name: string): readonly number[] {
  const [module = "", field = ""] = name.split(/\.(?=[^.]*$)/);
  return [...text(module), ...text(field), 0x11]; // weak, undefined
}
