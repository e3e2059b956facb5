/**
 * The table of exports: what a DLL gives to others.
 * Spec: Microsoft PE format, "The .edata Section".
 */
import { type RangeContext, type RangeParser, readName, readRange } from "../ranges.ts";
import { DIRECTORY } from "./constants.ts";
import { type Headers, invalid, makeReader, toOffset } from "./headers.ts";
import { MAX_NAME } from "./imports.ts";
import type { PeExport } from "./model.ts";

export interface Exports {
  readonly name: string | undefined;
  readonly exports: readonly PeExport[];
}

/** Ordinals have 16 bits. */
const MAX_EXPORTS = 0x10000;
const MAX_CHARACTERS = 64 * 1024 * 1024;
const WHAT = "exports";

/** @throws {PackwheelError} `PE_INVALID`, `PE_TRUNCATED` */
export function* readExports(context: RangeContext, headers: Headers): RangeParser<Exports> {
  const directory = headers.directories[DIRECTORY.EXPORT];
  if (directory === undefined || directory.address === 0) return { name: undefined, exports: [] };
  const start = toOffset(headers, directory.address, WHAT);
  const table = makeReader(yield* readRange(context, start, 40, WHAT));
  table.seek(12); // flags, time stamp, version
  const nameAddress = table.u32();
  const ordinalBase = table.u32();
  const addressCount = table.u32();
  const nameCount = table.u32();
  const addresses = table.u32();
  const names = table.u32();
  const ordinals = table.u32();
  if (addressCount > MAX_EXPORTS || nameCount > MAX_EXPORTS) {
    throw invalid(`it counts ${addressCount} exports and ${nameCount} names for them`, start + 20);
  }

  const texts = new Texts(context, headers);
  const byIndex = yield* readNames(texts, { names, ordinals, count: nameCount });
  const exports: PeExport[] = [];
  const list = makeReader(yield* texts.readTable(addresses, addressCount * 4));
  for (let index = 0; index < addressCount; index++) {
    const address = list.u32();
    if (address === 0) continue; // a gap between ordinals
    // An address within the table itself is that of a text.
    const isForwarded = address >= directory.address && address < directory.address + directory.size;
    const forwardedTo = isForwarded ? yield* texts.read(address) : undefined;
    for (const name of byIndex.get(index) ?? [undefined]) {
      exports.push({
        ...(name === undefined ? {} : { name }),
        ordinal: ordinalBase + index,
        ...(forwardedTo === undefined ? {} : { forwardedTo }),
      });
    }
  }
  const name = nameAddress === 0 ? undefined : yield* texts.read(nameAddress);
  return { name, exports };
}

/** Index in the table of addresses -> names for it, of which there may be several. */
function* readNames(
  texts: Texts,
  { names, ordinals, count }: { names: number; ordinals: number; count: number },
): RangeParser<Map<number, string[]>> {
  const byIndex = new Map<number, string[]>();
  const nameReader = makeReader(yield* texts.readTable(names, count * 4));
  const indexReader = makeReader(yield* texts.readTable(ordinals, count * 2));
  for (let number = 0; number < count; number++) {
    const name = yield* texts.read(nameReader.u32());
    const index = indexReader.u16();
    const others = byIndex.get(index);
    if (others === undefined) byIndex.set(index, [name]);
    else others.push(name);
  }
  return byIndex;
}

/** Texts and tables of the exports. Any number of them may be one long text, so they are counted. */
class Texts {
  readonly #context: RangeContext;
  readonly #headers: Headers;
  #characters = 0;

  constructor(context: RangeContext, headers: Headers) {
    this.#context = context;
    this.#headers = headers;
  }

  *read(address: number): RangeParser<string> {
    const text = yield* readName(this.#context, toOffset(this.#headers, address, WHAT), MAX_NAME, WHAT);
    this.#characters += text.length;
    if (this.#characters > MAX_CHARACTERS) {
      throw invalid(`the names of its exports have more than ${MAX_CHARACTERS} characters`, undefined);
    }
    return text;
  }

  *readTable(address: number, size: number): RangeParser<Uint8Array> {
    if (size === 0) return new Uint8Array();
    return yield* readRange(this.#context, toOffset(this.#headers, address, WHAT), size, WHAT);
  }
}
