/**
 * The dynamic array, which the loader reads to find all other tables.
 * Spec: System V gABI, chapter 5, "Dynamic Section".
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { NameTable } from "../name-table.ts";
import { type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { DT, PT } from "./constants.ts";
import { type FileHeader, locate, readAddress, type Segment } from "./file-header.ts";

export interface Dynamic {
  /** d_tag -> d_un, of the first entry with that tag; NEEDED is in `neededOffsets`. */
  readonly values: ReadonlyMap<number, number>;
  /** Offsets of DT_NEEDED in the string table, in order. */
  readonly neededOffsets: readonly number[];
  /** DT_STRTAB */
  readonly strings: NameTable;
}

/** Real files have some tens. */
const MAX_ENTRIES = 100_000;
const PAGE = 4096;
/** The longest path, and so the longest text that may run over the end. */
const MAX_OVERRUN = 4096;

/**
 * @returns Undefined for files that no loader links: static programs and `.o` files.
 * @throws {PackwheelError} `ELF_INVALID`, `ELF_TRUNCATED`
 */
export function* readDynamic(
  context: RangeContext,
  header: FileHeader,
  segments: readonly Segment[],
): RangeParser<Dynamic | undefined> {
  const segment = segments.find(({ type }) => type === PT.DYNAMIC);
  // In files of debug information alone the segment is there, and its bytes are not.
  if (segment === undefined || segment.fileSize === 0) return undefined;
  const values = new Map<number, number>();
  const neededOffsets: number[] = [];
  const size = Math.min(segment.fileSize, MAX_ENTRIES * (header.bits / 4));
  const bytes = yield* readRange(context, segment.offset, size, "dynamic array");
  const reader = new ByteReader(bytes, header.littleEndian, "ELF_TRUNCATED", "ELF dynamic array");
  for (;;) {
    const tag = readAddress(reader, header.bits);
    const value = readAddress(reader, header.bits);
    if (tag === DT.NULL) break;
    if (tag === DT.NEEDED) neededOffsets.push(value);
    else if (!values.has(tag)) values.set(tag, value);
  }
  const strings = yield* readStrings(context, segments, values);
  return { values, neededOffsets, strings: new NameTable(strings, "ELF_INVALID", "string table of the ELF file") };
}

function* readStrings(
  context: RangeContext,
  segments: readonly Segment[],
  values: ReadonlyMap<number, number>,
): RangeParser<Uint8Array> {
  const address = values.get(DT.STRTAB);
  if (address === undefined) return new Uint8Array();
  const place = locate(segments, address);
  if (place === undefined) throw outside("string table", address);
  // Systems map whole pages, so texts that a tool has moved beyond the end of the segment are there all the same.
  const pageEnd = PAGE * Math.ceil((place.offset + place.length) / PAGE);
  const available = Math.min(pageEnd, context.size) - place.offset;
  const size = Math.max(0, Math.min(values.get(DT.STRSZ) ?? 0, available));
  const strings = yield* readRange(context, place.offset, size, "string table");
  if (size === 0 || strings[size - 1] === 0) return strings;
  // Tools that edit search paths have let the last text run over the end, and loaders do not look at DT_STRSZ.
  const longer = Math.min(size + MAX_OVERRUN, available);
  return yield* readRange(context, place.offset, longer, "string table");
}

/** The text of an entry that is an offset in the string table, such as DT_SONAME. Undefined when there is no such entry. */
export function dynamicText(dynamic: Dynamic, tag: number, what: string): string | undefined {
  const offset = dynamic.values.get(tag);
  return offset === undefined ? undefined : stringAt(dynamic, offset, what);
}

/** @throws {PackwheelError} `ELF_INVALID` when no text is at this offset of the string table. */
export function stringAt({ strings }: Dynamic, offset: number, what: string): string {
  const text = strings.at(offset);
  if (text !== undefined) return text;
  throw new PackwheelError(
    "ELF_INVALID",
    `Cannot read the ${what} of the ELF file: the string table has ${strings.bytes.length} bytes, and none at ${offset}`,
  );
}

export function outside(what: string, address: number): PackwheelError {
  return new PackwheelError(
    "ELF_INVALID",
    `Cannot read the ${what} of the ELF file: no segment holds the address 0x${address.toString(16)}`,
  );
}
