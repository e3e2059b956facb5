/**
 * The symbol table of a Mach-O slice, and the imports of chained fixups, which remain where the table was stripped.
 * Specs: mach-o/nlist.h; mach-o/fixup-chains.h.
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { NameTable } from "../name-table.ts";
import { type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { MH_TWOLEVEL, N_EXT, N_PBUD, N_PEXT, N_STAB, N_TYPE, N_UNDF, N_WEAK_REF } from "./constants.ts";
import type { LoadCommands } from "./load-commands.ts";
import type { MachOImport } from "./model.ts";

export interface SymbolTable {
  readonly imports: readonly MachOImport[];
  /** Names that are defined here and seen from outside. */
  readonly defined: readonly string[];
}

/** @throws {PackwheelError} `MACHO_TRUNCATED` */
export function* readSymbolTable(
  context: RangeContext,
  start: number,
  commands: LoadCommands,
): RangeParser<SymbolTable> {
  const place = commands.symbolTable;
  if (place === undefined || place.count === 0) return { imports: [], defined: [] };
  const entrySize = commands.bits === 64 ? 16 : 12; // sizeof(struct nlist_64), nlist
  const table = yield* readRange(context, start + place.symbolsOffset, place.count * entrySize, "symbol table");
  const stringBytes = yield* readRange(context, start + place.strings.offset, place.strings.size, "string table");
  const strings = new NameTable(stringBytes, "MACHO_INVALID", "string table of the Mach-O file");
  const reader = new ByteReader(table, commands.littleEndian, "MACHO_TRUNCATED", "Mach-O symbol table");
  const imports: MachOImport[] = [];
  const defined: string[] = [];
  for (let index = 0; index < place.count; index++) {
    reader.seek(index * entrySize);
    const nameOffset = reader.u32(); // n_strx
    const type = reader.u8(); // n_type
    reader.skip(1); // n_sect
    const description = reader.u16(); // n_desc
    if ((type & N_STAB) !== 0 || (type & N_EXT) === 0) continue;
    const kind = type & N_TYPE;
    const hasValue = reader.u32() !== 0 || (commands.bits === 64 && reader.u32() !== 0); // n_value
    const name = strings.at(nameOffset);
    if (name === undefined || name === "") continue;
    // An undefined symbol with a value is a common one, of that size.
    if ((kind === N_UNDF && !hasValue) || kind === N_PBUD) {
      imports.push(makeImport(commands, name, (description & N_WEAK_REF) !== 0, description >>> 8));
    } else if ((type & N_PEXT) === 0) {
      defined.push(name);
    }
  }
  return { imports, defined };
}

/** DYLD_CHAINED_IMPORT, _ADDEND and _ADDEND64, by imports_format. */
const IMPORT_SIZES: readonly number[] = [0, 4, 8, 16];

/** What is stored in another way, such as compressed, gives no imports: the symbol table has them in practice. */
export function* readChainedImports(
  context: RangeContext,
  start: number,
  commands: LoadCommands,
): RangeParser<MachOImport[]> {
  const place = commands.chainedFixups;
  if (place === undefined || place.size < 28) return [];
  const bytes = yield* readRange(context, start + place.offset, place.size, "chained fixups");
  const reader = new ByteReader(bytes, commands.littleEndian, "MACHO_TRUNCATED", "Mach-O chained fixups");
  reader.skip(8); // fixups_version, starts_offset
  const importsOffset = reader.u32();
  const symbolsOffset = reader.u32();
  const count = reader.u32(); // imports_count
  const format = reader.u32(); // imports_format
  const entrySize = IMPORT_SIZES[format] ?? 0;
  const compression = reader.u32(); // symbols_format
  if (entrySize === 0 || compression !== 0 || symbolsOffset > bytes.length) return [];
  const strings = new NameTable(
    bytes.subarray(symbolsOffset),
    "MACHO_INVALID",
    "names of the chained fixups of the Mach-O file",
  );
  const imports: MachOImport[] = [];
  for (let index = 0; index < count; index++) {
    reader.seek(importsOffset + index * entrySize);
    const { ordinal, weak, nameOffset } = readChainedImport(reader, format);
    const name = strings.at(nameOffset);
    if (name !== undefined && name !== "") imports.push(makeImport(commands, name, weak, ordinal));
  }
  return imports;
}

interface ChainedImport {
  readonly ordinal: number;
  readonly weak: boolean;
  readonly nameOffset: number;
}

function readChainedImport(reader: ByteReader, format: number): ChainedImport {
  if (format === 3) {
    const low = reader.u32(); // lib_ordinal 16 bits, weak_import 1 bit
    return { ordinal: low & 0xffff, weak: (low & 0x10000) !== 0, nameOffset: reader.u32() };
  }
  const value = reader.u32(); // lib_ordinal 8 bits, weak_import 1 bit, name_offset 23 bits
  return { ordinal: value & 0xff, weak: (value & 0x100) !== 0, nameOffset: value >>> 9 };
}

/** Ordinals above these say "this file", "any library" and the like. */
const MAX_LIBRARY_ORDINAL = 0xfc;

function makeImport({ flags, dylibs }: LoadCommands, name: string, weak: boolean, ordinal: number): MachOImport {
  const twoLevel = (flags & MH_TWOLEVEL) !== 0 && ordinal <= MAX_LIBRARY_ORDINAL;
  const library = twoLevel ? dylibs[ordinal - 1]?.name : undefined;
  return { name, weak, ...(library === undefined ? {} : { library }) };
}
