/**
 * Mach-O files: the libraries and programs of macOS and iOS, for one architecture or for several at once.
 * Specs: mach-o/loader.h, mach-o/fat.h.
 */
import { parseRanges, type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { parseExportsTrie } from "./exports-trie.ts";
import { readFatHeader } from "./fat-header.ts";
import { readLoadCommands } from "./load-commands.ts";
import type { MachOFile, MachOImport, MachOSlice } from "./model.ts";
import { readChainedImports, readSymbolTable } from "./symbol-table.ts";

/**
 * @param bytes The whole file.
 * @throws {PackwheelError} `MACHO_INVALID`, `MACHO_TRUNCATED`
 */
export function parseMachO(bytes: Uint8Array): MachOFile {
  return parseRanges(bytes, machOParser(bytes.length));
}

/** The parser behind `parseMachO`, for files that are not in memory: see `readRanges`. */
export function* machOParser(size: number): RangeParser<MachOFile> {
  const context: RangeContext = { code: "MACHO_TRUNCATED", what: "Mach-O file", size };
  const entries = yield* readFatHeader(context);
  if (entries === undefined) {
    return { format: "mach-o", universal: false, slices: [yield* readSlice(context, 0, size)] };
  }
  const slices: MachOSlice[] = [];
  for (const { offset, size } of entries) slices.push(yield* readSlice(context, offset, size));
  return { format: "mach-o", universal: true, slices };
}

function* readSlice(file: RangeContext, offset: number, size: number): RangeParser<MachOSlice> {
  // A slice may not reach into what follows it.
  const context = { ...file, size: offset + size };
  const commands = yield* readLoadCommands(context, offset);
  const symbols = yield* readSymbolTable(context, offset, commands);
  const chained = yield* readChainedImports(context, offset, commands);
  const { exportsTrie, build, id } = commands;
  const trie =
    exportsTrie === undefined || exportsTrie.size === 0
      ? undefined
      : parseExportsTrie(yield* readRange(context, offset + exportsTrie.offset, exportsTrie.size, "exported symbols"));
  return {
    arch: commands.arch,
    offset,
    size,
    bits: commands.bits,
    littleEndian: commands.littleEndian,
    type: commands.type,
    flags: commands.flags,
    ...(build === undefined ? {} : { build }),
    ...(id === undefined ? {} : { id }),
    dylibs: commands.dylibs,
    rpaths: commands.rpaths,
    imports: joinImports(symbols.imports, chained),
    exports: trie ?? symbols.defined,
    signed: commands.signature !== undefined,
  };
}

/** Both tables have the same symbols, unless one was stripped. */
function joinImports(first: readonly MachOImport[], second: readonly MachOImport[]): MachOImport[] {
  const known = new Set(first.map(({ name }) => name));
  return [...first, ...second.filter(({ name }) => !known.has(name))];
}
