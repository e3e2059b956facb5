/**
 * The tables of imports: which symbols of which DLL a PE file needs, at its start or at the first call.
 * Spec: Microsoft PE format, "The .idata Section" and "Delay-Load Import Tables".
 */
import { type RangeContext, type RangeParser, readName, readRange } from "../ranges.ts";
import { DIRECTORY } from "./constants.ts";
import { type Headers, invalid, makeReader, toOffset } from "./headers.ts";
import type { PeImport, PeSymbol } from "./model.ts";

/** More than any program has: tables may overlap, so the size of the file bounds nothing. */
const MAX_DLLS = 4096;
const MAX_SYMBOLS = 500_000;
/** Names of C++ are long. */
export const MAX_NAME: number = 64 * 1024;
/** All names together. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** What may still be read. */
interface Budget {
  symbols: number;
  characters: number;
}

/** @throws {PackwheelError} `PE_INVALID`, `PE_TRUNCATED` */
export function* readImports(context: RangeContext, headers: Headers): RangeParser<PeImport[]> {
  const budget: Budget = { symbols: MAX_SYMBOLS, characters: MAX_CHARACTERS };
  const atStart = yield* readDescriptors(context, headers, DIRECTORY.IMPORT, budget);
  const delayed = yield* readDescriptors(context, headers, DIRECTORY.DELAY_IMPORT, budget);
  return [...atStart, ...delayed];
}

function* readDescriptors(
  context: RangeContext,
  headers: Headers,
  kind: typeof DIRECTORY.IMPORT | typeof DIRECTORY.DELAY_IMPORT,
  budget: Budget,
): RangeParser<PeImport[]> {
  const directory = headers.directories[kind];
  if (directory === undefined || directory.address === 0) return [];
  const delayed = kind === DIRECTORY.DELAY_IMPORT;
  const what = delayed ? "delayed imports" : "imports";
  const size = delayed ? 32 : 20;
  const start = toOffset(headers, directory.address, what);
  const imports: PeImport[] = [];
  for (;;) {
    const bytes = yield* readRange(context, start + imports.length * size, size, what);
    const { name, lookup } = delayed ? readDelayDescriptor(bytes, headers) : readDescriptor(bytes);
    if (name === 0) return imports;
    if (imports.length >= MAX_DLLS) throw invalid(`it imports from more than ${MAX_DLLS} DLLs`, start);
    const dll = yield* readText(context, headers, name, what, budget);
    imports.push({
      dll,
      delayed,
      symbols: lookup === 0 ? [] : yield* readLookup(context, headers, lookup, what, budget),
    });
  }
}

interface Descriptor {
  /** Address of the name of the DLL; 0 ends the table. */
  readonly name: number;
  /** Address of the list of symbols. */
  readonly lookup: number;
}

function readDescriptor(bytes: Uint8Array): Descriptor {
  const reader = makeReader(bytes);
  const lookup = reader.u32(); // OriginalFirstThunk
  reader.skip(8); // TimeDateStamp, ForwarderChain
  const name = reader.u32();
  // Old linkers fill in the second list alone, which is the same before the file is loaded.
  return { name, lookup: lookup === 0 ? reader.u32() : lookup };
}

function readDelayDescriptor(bytes: Uint8Array, { imageBase }: Headers): Descriptor {
  const reader = makeReader(bytes);
  const relative = (reader.u32() & 1) !== 0; // Attributes: addresses count from the image base
  const name = reader.u32();
  reader.skip(8); // ModuleHandle, DelayImportAddressTable
  const lookup = reader.u32(); // DelayImportNameTable
  const base = relative ? 0 : Number(imageBase & 0xffffffffn);
  return { name: name === 0 ? 0 : (name - base) >>> 0, lookup: lookup === 0 ? 0 : (lookup - base) >>> 0 };
}

function* readLookup(
  context: RangeContext,
  headers: Headers,
  address: number,
  what: string,
  budget: Budget,
): RangeParser<PeSymbol[]> {
  const symbols: PeSymbol[] = [];
  const size = headers.bits / 8;
  const start = toOffset(headers, address, what);
  for (;;) {
    const reader = makeReader(yield* readRange(context, start + symbols.length * size, size, what));
    const low = reader.u32();
    const high = size === 8 ? reader.u32() : 0;
    if (low === 0 && high === 0) return symbols;
    budget.symbols--;
    if (budget.symbols < 0) throw invalid(`it imports more than ${MAX_SYMBOLS} symbols`, start);
    const isOrdinal = ((size === 8 ? high : low) & 0x80000000) !== 0;
    symbols.push(
      isOrdinal
        ? { kind: "ordinal", ordinal: low & 0xffff }
        : // Two bytes before the name are a hint where to look for it.
          { kind: "name", name: yield* readText(context, headers, low + 2, what, budget) },
    );
  }
}

function* readText(
  context: RangeContext,
  headers: Headers,
  address: number,
  what: string,
  budget: Budget,
): RangeParser<string> {
  const text = yield* readName(context, toOffset(headers, address, what), MAX_NAME, what);
  budget.characters -= text.length;
  if (budget.characters < 0)
    throw invalid(`the names of its ${what} have more than ${MAX_CHARACTERS} characters`, undefined);
  return text;
}
