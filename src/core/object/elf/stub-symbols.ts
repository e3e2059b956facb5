/**
 * The symbols of a library without code: in the order that the hash table wants, each with an address of its own.
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { PackwheelError } from "../../errors.ts";
import { gnuHash } from "./symbol-hash.ts";

export interface StubSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Bytes of an object; functions need none. */
  readonly size?: number;
  /** `GLIBC_2.17`, the version that the plain name means; undefined for a library without versions. */
  readonly version?: string;
  readonly weak?: boolean;
  /** The object of the library whose other name this is: `__environ` for `environ`. */
  readonly sameAs?: string;
}

export type SymbolKind = "function" | "object" | "thread-local";

export interface Placement {
  /** Name -> distance from the first symbol of its kind. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Room that all of a kind take together. */
  readonly sizes: Readonly<Record<SymbolKind, number>>;
}

/** From one function to the next. */
const FUNCTION_SIZE = 16;
/** Objects begin at multiples of their size, up to this. */
const MAX_ALIGNMENT = 64;

/** DT_GNU_HASH has some four symbols in a bucket. */
export function bucketCount(symbols: readonly StubSymbol[]): number {
  return Math.max(1, Math.floor(symbols.length / 4));
}

/** The symbols of a bucket of DT_GNU_HASH must follow each other, in the order of the buckets. */
export function sortForHash(symbols: readonly StubSymbol[]): readonly StubSymbol[] {
  const count = bucketCount(symbols);
  return symbols
    .map((symbol) => ({ symbol, bucket: gnuHash(symbol.name) % count }))
    .sort((a, b) => a.bucket - b.bucket || compareCodePoints(a.symbol.name, b.symbol.name))
    .map(({ symbol }) => symbol);
}

/**
 * @param library What messages call it.
 * @throws {PackwheelError} `STUB_LIBRARY_INVALID` when a name comes twice, or `sameAs` is no object.
 */
export function placeSymbols(library: string, symbols: readonly StubSymbol[]): Placement {
  const offsets = new Map<string, number>();
  const sizes: Record<SymbolKind, number> = { function: 0, object: 0, "thread-local": 0 };
  for (const { name, kind, size = 0, sameAs } of symbols) {
    if (offsets.has(name)) throw invalid(library, `"${name}" comes twice`);
    if (sameAs !== undefined) {
      offsets.set(name, 0); // below, once all others have a place
      continue;
    }
    const room = kind === "function" ? FUNCTION_SIZE : Math.max(1, size);
    const alignment = kind === "function" ? FUNCTION_SIZE : alignmentFor(room);
    const offset = Math.ceil(sizes[kind] / alignment) * alignment;
    offsets.set(name, offset);
    sizes[kind] = offset + room;
  }
  const owners = new Map(symbols.map((symbol) => [symbol.name, symbol]));
  for (const { name, kind, sameAs } of symbols) {
    if (sameAs === undefined) continue;
    const owner = owners.get(sameAs);
    if (owner === undefined || owner.sameAs !== undefined || owner.kind !== kind) {
      throw invalid(library, `"${name}" is another name of "${sameAs}", which is no ${kind} of the library`);
    }
    offsets.set(name, offsets.get(sameAs) ?? 0);
  }
  return { offsets, sizes };
}

/** The next power of two, as compilers align objects that they may copy with wide registers. */
function alignmentFor(size: number): number {
  let alignment = 1;
  while (alignment < size && alignment < MAX_ALIGNMENT) alignment *= 2;
  return alignment;
}

function invalid(library: string, problem: string): PackwheelError {
  return new PackwheelError("STUB_LIBRARY_INVALID", `Cannot write a stub of ${library}: ${problem}`);
}
