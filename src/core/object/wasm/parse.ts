/**
 * Side modules: the libraries and extension modules of a Python that runs as WebAssembly.
 * Spec: https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md
 */
import { parseRanges, type RangeContext, type RangeParser } from "../ranges.ts";
import { parseDylink } from "./dylink.ts";
import { parseExports, parseImports } from "./imports.ts";
import { invalid } from "./leb128.ts";
import type { SideModule } from "./model.ts";
import { readSection, readSections, SECTION } from "./sections.ts";

/**
 * @param bytes The whole file.
 * @throws {PackwheelError} `WASM_INVALID`, `WASM_TRUNCATED`
 */
export function parseSideModule(bytes: Uint8Array): SideModule {
  return parseRanges(bytes, sideModuleParser(bytes.length));
}

/** The parser behind `parseSideModule`, for files that are not in memory: see `readRanges`. */
export function* sideModuleParser(size: number): RangeParser<SideModule> {
  const context: RangeContext = { code: "WASM_TRUNCATED", what: "WebAssembly module", size };
  const sections = yield* readSections(context);
  const [dylink] = sections;
  if (dylink?.name !== "dylink.0") throw invalid("it does not begin with dylink.0, so it is no side module", 8);
  const { weakImports, ...own } = parseDylink(yield* readSection(context, dylink, "section dylink.0"));
  const imports = sections.find(({ id }) => id === SECTION.IMPORT);
  const exports = sections.find(({ id }) => id === SECTION.EXPORT);
  const taken = imports === undefined ? [] : parseImports(yield* readSection(context, imports, "section of imports"));
  return {
    format: "side-module",
    ...own,
    imports: taken.map((each) => ({ ...each, weak: weakImports.has(`${each.module}.${each.name}`) })),
    exports: exports === undefined ? [] : parseExports(yield* readSection(context, exports, "section of exports")),
  };
}
