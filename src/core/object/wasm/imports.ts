/**
 * What a WebAssembly module takes and gives: its sections of imports and exports.
 * Spec: WebAssembly core, 5.5.5 and 5.5.10; for tags https://webassembly.github.io/exception-handling/core/.
 */
import type { ByteReader } from "../../bytes/byte-reader.ts";
import { invalid, readList, readText, readUnsigned, skipNumber } from "./leb128.ts";
import type { WasmExport, WasmImport, WasmKind } from "./model.ts";

const KINDS: readonly WasmKind[] = ["function", "table", "memory", "global", "tag"];

/** @throws {PackwheelError} `WASM_INVALID`, `WASM_TRUNCATED` */
export function parseImports(reader: ByteReader): readonly Omit<WasmImport, "weak">[] {
  return readList(reader, () => {
    const module = readText(reader);
    const name = readText(reader);
    const kind = readKind(reader);
    skipType(reader, kind);
    return { module, name, kind };
  });
}

/** @throws {PackwheelError} `WASM_INVALID`, `WASM_TRUNCATED` */
export function parseExports(reader: ByteReader): readonly WasmExport[] {
  return readList(reader, () => {
    const name = readText(reader);
    const kind = readKind(reader);
    skipNumber(reader);
    return { name, kind };
  });
}

function readKind(reader: ByteReader): WasmKind {
  const offset = reader.offset;
  const code = reader.u8();
  const kind = KINDS[code];
  if (kind === undefined) throw invalid(`an import or export is of the unknown kind ${code}`, offset);
  return kind;
}

function skipType(reader: ByteReader, kind: WasmKind): void {
  switch (kind) {
    case "function":
      skipNumber(reader);
      return;
    case "table":
      skipValueType(reader);
      skipLimits(reader);
      return;
    case "memory":
      skipLimits(reader);
      return;
    case "global":
      skipValueType(reader);
      reader.skip(1); // mutability
      return;
    case "tag":
      reader.skip(1); // attribute
      skipNumber(reader);
  }
}

/** `(ref null type)` and `(ref type)` name a type. */
function skipValueType(reader: ByteReader): void {
  const code = reader.u8();
  if (code === 0x63 || code === 0x64) skipNumber(reader);
}

function skipLimits(reader: ByteReader): void {
  const flags = readUnsigned(reader);
  skipNumber(reader);
  if ((flags & 1) === 1) skipNumber(reader);
}
