/**
 * Reading a few places of a large file.
 *
 * The tables that tell what a library needs take some hundred kilobytes of it, wherever the file puts them, and the
 * machine code around them may take gigabytes. A parser that takes all bytes would read too much; one that awaits each
 * read could not be used on bytes at hand without waiting. So a parser here is a generator: it yields the range that it
 * wants next and is given the bytes. Bytes in memory answer at once, a file answers through a small cache.
 */
import { type ErrorCode, PackwheelError } from "../errors.ts";
import type { RandomAccess } from "../ports/random-access.ts";

export interface Range {
  readonly offset: number;
  readonly length: number;
}

/** A parser that asks for bytes as it goes. Each range that it yields lies within the file. */
export type RangeParser<T> = Generator<Range, T, Uint8Array>;

/** Parts of a file are held in pieces of this size. */
const BLOCK = 16 * 1024;
/** Pieces held at a time: 1 MB. */
const MAX_BLOCKS = 64;
/** Names are read in steps of this size until their end is found. */
const NAME_STEP = 64;

/** What the messages of a format's parser begin with, and the code that they carry. */
export interface RangeContext {
  readonly code: ErrorCode;
  /** `ELF file` */
  readonly what: string;
  /** Bytes in the file. */
  readonly size: number;
}

/** Run a parser over bytes in memory. */
export function parseRanges<T>(bytes: Uint8Array, parser: RangeParser<T>): T {
  // Not a Buffer, whose `slice` does not copy.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let step = parser.next();
  while (step.done !== true) {
    const { offset, length } = step.value;
    step = parser.next(plain.subarray(offset, offset + length));
  }
  return step.value;
}

/** Run a parser over a file, of which nothing is read but what the parser asks for. */
export async function readRanges<T>(access: RandomAccess, parser: RangeParser<T>): Promise<T> {
  const blocks = new Map<number, Uint8Array>();
  let step = parser.next();
  while (step.done !== true) {
    const { offset, length } = step.value;
    const index = Math.floor(offset / BLOCK);
    if (offset + length > (index + 1) * BLOCK) {
      step = parser.next(await access.read(offset, length));
      continue;
    }
    let block = blocks.get(index);
    if (block === undefined) {
      if (blocks.size >= MAX_BLOCKS) blocks.clear();
      block = await access.read(index * BLOCK, Math.min(BLOCK, access.size - index * BLOCK));
      blocks.set(index, block);
    }
    const start = offset - index * BLOCK;
    step = parser.next(block.subarray(start, start + length));
  }
  return step.value;
}

/** The bytes of one range, or an error that names it where it does not lie within the file. */
export function* readRange(
  context: RangeContext,
  offset: number,
  length: number,
  part: string,
): RangeParser<Uint8Array> {
  if (!fits(context, offset, length)) {
    throw new PackwheelError(
      context.code,
      `Cannot read the ${part} of the ${context.what}: bytes ${offset} to ${offset + length} are not all in the file, which has ${context.size}`,
      { offset },
    );
  }
  return yield { offset, length };
}

/** Whether a range lies within the file. */
export function fits({ size }: RangeContext, offset: number, length: number): boolean {
  return (
    Number.isSafeInteger(offset) &&
    Number.isSafeInteger(length) &&
    offset >= 0 &&
    length >= 0 &&
    length <= size - offset
  );
}

/** The text at a place of the file, up to a zero byte or the end of the file, and never longer than `limit`. */
export function* readName(context: RangeContext, offset: number, limit: number, part: string): RangeParser<string> {
  let length = NAME_STEP;
  for (;;) {
    const available = Math.max(0, Math.min(length, limit, context.size - offset));
    const bytes = yield* readRange(context, offset, available, part);
    const end = bytes.indexOf(0);
    if (end >= 0) return decodeName(bytes, 0, end);
    if (available < length) {
      throw new PackwheelError(context.code, `Cannot read the ${part} of the ${context.what}: it has no end`, {
        offset,
      });
    }
    length *= 4;
  }
}

/** Bytes up to this many are quicker to turn into text one by one. */
const SHORT_NAME = 48;

/** The text from `start` to `end`. Bytes that are no UTF-8 become U+FFFD. */
export function decodeName(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT_NAME) return DECODER.decode(bytes.subarray(start, end));
  let text = "";
  for (let index = start; index < end; index++) {
    const byte = bytes[index] ?? 0;
    if (byte >= 0x80) return DECODER.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

const DECODER: TextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text at an offset of a table of strings, up to a zero byte; undefined where there is none. */
export function nameAt(table: Uint8Array, offset: number): string | undefined {
  if (offset < 0 || offset >= table.length) return undefined;
  const end = table.indexOf(0, offset);
  return end < 0 ? undefined : decodeName(table, offset, end);
}
