/**
 * The sections of a WebAssembly module: where they are, without their content.
 * Spec: WebAssembly core, 5.5.2.
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import { type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { invalid, readText, readUnsigned } from "./leb128.ts";

export const SECTION = { CUSTOM: 0, IMPORT: 2, EXPORT: 7 } as const;

export interface Section {
  readonly id: number;
  /** Of a custom section: `dylink.0`, `linking`. */
  readonly name: string | undefined;
  readonly offset: number;
  readonly length: number;
}

/** `\0asm`, version 1 */
const HEADER_LENGTH = 8;
/** One byte of id, five of length; the name of a custom section, and its length. */
const HEAD_LENGTH = 6 + 5 + 64;
const MAX_SECTIONS = 10_000;

/** @throws {PackwheelError} `WASM_TRUNCATED`, `WASM_INVALID` */
export function* readSections(context: RangeContext): RangeParser<readonly Section[]> {
  const sections: Section[] = [];
  let offset = HEADER_LENGTH;
  while (offset < context.size) {
    if (sections.length === MAX_SECTIONS) throw invalid(`it has more than ${MAX_SECTIONS} sections`, offset);
    const length = Math.min(HEAD_LENGTH, context.size - offset);
    const head = new ByteReader(
      yield* readRange(context, offset, length, "sections"),
      true,
      context.code,
      context.what,
    );
    const id = head.u8();
    const size = readUnsigned(head);
    const start = offset + head.offset;
    if (size > context.size - start) yield* readRange(context, start, size, "sections"); // tells that it is cut
    sections.push({ id, ...placeOf(head, id, start, size) });
    offset = start + size;
  }
  return sections;
}

function placeOf(head: ByteReader, id: number, start: number, size: number): Omit<Section, "id"> {
  if (id !== SECTION.CUSTOM) return { name: undefined, offset: start, length: size };
  const before = head.offset;
  const available = Math.min(size, head.remaining);
  const reader = new ByteReader(head.bytes.subarray(before, before + available), true, "WASM_TRUNCATED", "name");
  const nameLength = readUnsigned(reader);
  // Longer names than those that are asked for need not be read.
  if (nameLength > reader.remaining) return { name: undefined, offset: start, length: size };
  reader.seek(0);
  const name = readText(reader);
  return { name, offset: start + reader.offset, length: size - reader.offset };
}

/** The content of a section, to be read in order. */
export function* readSection(
  context: RangeContext,
  { offset, length }: Section,
  part: string,
): RangeParser<ByteReader> {
  return new ByteReader(yield* readRange(context, offset, length, part), true, context.code, part);
}
