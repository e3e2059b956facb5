/**
 * The section `dylink.0`: what a side module needs of the program that loads it.
 * Spec: https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md#the-dylink0-section
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { readList, readText, readUnsigned } from "./leb128.ts";
import type { SideModuleSpace } from "./model.ts";

export interface Dylink {
  readonly memory: SideModuleSpace;
  readonly table: SideModuleSpace;
  readonly needed: readonly string[];
  readonly runtimePath: readonly string[];
  /** `env.name` of imports that may be missing. */
  readonly weakImports: ReadonlySet<string>;
}

const SUBSECTION = { MEM_INFO: 1, NEEDED: 2, IMPORT_INFO: 4, RUNTIME_PATH: 5 } as const;
const BINDING_MASK = 3;
const BINDING_WEAK = 1;

/** @throws {PackwheelError} `WASM_INVALID`, `WASM_TRUNCATED` */
export function parseDylink(section: ByteReader): Dylink {
  let spaces: Pick<Dylink, "memory" | "table"> = { memory: EMPTY, table: EMPTY };
  let needed: readonly string[] = [];
  let runtimePath: readonly string[] = [];
  const weakImports = new Set<string>();
  while (section.remaining > 0) {
    const kind = section.u8();
    const content = section.take(readUnsigned(section));
    const reader = new ByteReader(content, true, "WASM_TRUNCATED", "section dylink.0");
    if (kind === SUBSECTION.MEM_INFO) spaces = { memory: readSpace(reader), table: readSpace(reader) };
    if (kind === SUBSECTION.NEEDED) needed = readList(reader, () => readText(reader));
    if (kind === SUBSECTION.RUNTIME_PATH) runtimePath = readList(reader, () => readText(reader));
    if (kind === SUBSECTION.IMPORT_INFO) {
      for (const { name, flags } of readList(reader, () => readImportInfo(reader))) {
        if ((flags & BINDING_MASK) === BINDING_WEAK) weakImports.add(name);
      }
    }
  }
  return { ...spaces, needed, runtimePath, weakImports };
}

const EMPTY: SideModuleSpace = { size: 0, alignment: 1 };

function readSpace(reader: ByteReader): SideModuleSpace {
  const size = readUnsigned(reader);
  return { size, alignment: 2 ** Math.min(readUnsigned(reader), 32) };
}

function readImportInfo(reader: ByteReader): { readonly name: string; readonly flags: number } {
  const module = readText(reader);
  const field = readText(reader);
  return { name: `${module}.${field}`, flags: readUnsigned(reader) };
}
