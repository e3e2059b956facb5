/**
 * What a relocatable WebAssembly file takes from others: the undefined symbols of its section `linking`.
 * Spec: https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md#symbol-table-subsection
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { detectObjectFormat } from "../detect.ts";
import { parseRanges, type RangeContext, type RangeParser } from "../ranges.ts";
import { parseImports } from "./imports.ts";
import { readText, readUnsigned, skipNumber } from "./leb128.ts";
import type { WasmKind } from "./model.ts";
import { readSection, readSections, SECTION } from "./sections.ts";

const SYMBOL_TABLE = 8; // WASM_SYMBOL_TABLE
const FLAG = { WEAK: 1, UNDEFINED: 0x10, EXPLICIT_NAME: 0x40 } as const;
const DATA = 1;
const SECTION_SYMBOL = 3;
/** Kinds of symbols that are named by imports, where they are undefined. */
const IMPORT_KINDS: Readonly<Record<number, WasmKind>> = { 0: "function", 2: "global", 4: "tag", 5: "table" };

/**
 * Names that must be found elsewhere; weak ones may be missing, and are left out.
 *
 * @returns Undefined when the bytes are no WebAssembly.
 * @throws {PackwheelError} `WASM_INVALID`, `WASM_TRUNCATED`
 */
export function undefinedWasmSymbols(bytes: Uint8Array): ReadonlySet<string> | undefined {
  if (detectObjectFormat(bytes) !== "wasm") return undefined;
  return parseRanges(bytes, symbolParser(bytes.length));
}

function* symbolParser(size: number): RangeParser<ReadonlySet<string>> {
  const context: RangeContext = { code: "WASM_TRUNCATED", what: "WebAssembly object", size };
  const sections = yield* readSections(context);
  const linking = sections.find(({ name }) => name === "linking");
  if (linking === undefined) return new Set();
  const imports = sections.find(({ id }) => id === SECTION.IMPORT);
  const taken = imports === undefined ? [] : parseImports(yield* readSection(context, imports, "section of imports"));
  const names = new Map<WasmKind, string[]>();
  for (const { kind, name } of taken) names.set(kind, [...(names.get(kind) ?? []), name]);
  return readLinking(
    yield* readSection(context, linking, "section linking"),
    (kind, index) => names.get(kind)?.[index],
  );
}

function readLinking(
  reader: ByteReader,
  importName: (kind: WasmKind, index: number) => string | undefined,
): ReadonlySet<string> {
  const names = new Set<string>();
  skipNumber(reader); // version
  while (reader.remaining > 0) {
    const kind = reader.u8();
    const content = new ByteReader(reader.take(readUnsigned(reader)), true, "WASM_TRUNCATED", "section linking");
    if (kind !== SYMBOL_TABLE) continue;
    const count = readUnsigned(content);
    for (let index = 0; index < count; index++) {
      const { name, flags } = readSymbol(content, importName);
      const isWanted = (flags & FLAG.UNDEFINED) !== 0 && (flags & FLAG.WEAK) === 0;
      if (isWanted && name !== undefined) names.add(name);
    }
  }
  return names;
}

function readSymbol(
  reader: ByteReader,
  importName: (kind: WasmKind, index: number) => string | undefined,
): { readonly name: string | undefined; readonly flags: number } {
  const kind = reader.u8();
  const flags = readUnsigned(reader);
  const isUndefined = (flags & FLAG.UNDEFINED) !== 0;
  if (kind === SECTION_SYMBOL) {
    skipNumber(reader);
    return { name: undefined, flags };
  }
  if (kind === DATA) {
    const name = readText(reader);
    if (!isUndefined) for (let part = 0; part < 3; part++) skipNumber(reader); // segment, offset, size
    return { name, flags };
  }
  const index = readUnsigned(reader);
  const isNamed = !isUndefined || (flags & FLAG.EXPLICIT_NAME) !== 0;
  if (isNamed) return { name: readText(reader), flags };
  const importKind = IMPORT_KINDS[kind];
  return { name: importKind === undefined ? undefined : importName(importKind, index), flags };
}
