/**
 * A table of strings that end with a zero byte, to which symbols refer by offset.
 *
 * Offsets may point into the middle of a string, and any number of symbols at one string. In a broken table thousands
 * of symbols can have one name of megabytes; so all names that are read together may not be much longer than the table.
 */
import { type ErrorCode, PackwheelError } from "../errors.ts";
import { decodeName } from "./ranges.ts";

/** Linkers let names share their ends, but not often. */
const MAX_USES = 8;
/** Larger tables stay bytes. */
const MAX_TEXT = 64 * 1024 * 1024;
/** Small tables may be used more often. */
const SMALL_TABLE = 1024 * 1024;

export class NameTable {
  readonly bytes: Uint8Array;
  /** The whole table as text, when it is ASCII; undefined before the first name is asked for. */
  #text: string | false | undefined;
  readonly #code: ErrorCode;
  readonly #what: string;
  #left: number;

  /** @param what Names the table in the message: `string table of the ELF file`. */
  constructor(bytes: Uint8Array, code: ErrorCode, what: string) {
    this.bytes = bytes;
    this.#code = code;
    this.#what = what;
    this.#left = MAX_USES * bytes.length + SMALL_TABLE;
  }

  /** The string at an offset; undefined where there is none. @throws {PackwheelError} `code` after too many. */
  at(offset: number): string | undefined {
    if (offset < 0 || offset >= this.bytes.length) return undefined;
    this.#text ??= asciiText(this.bytes);
    const found = this.#text === false ? this.bytes.indexOf(0, offset) : this.#text.indexOf("\0", offset);
    const end = found < 0 ? this.bytes.length : found;
    this.#left -= end - offset;
    if (this.#left < 0) {
      throw new PackwheelError(
        this.#code,
        `Cannot read the ${this.#what}: its ${this.bytes.length} bytes are used too often`,
      );
    }
    if (found < 0) return undefined;
    return this.#text === false ? decodeName(this.bytes, offset, end) : this.#text.slice(offset, end);
  }
}

/**
 * One text for all names: a file has thousands of them, which the machine decodes faster together than one by one.
 * False where bytes and characters do not correspond.
 */
function asciiText(bytes: Uint8Array): string | false {
  if (bytes.length > MAX_TEXT) return false;
  const text = LATIN1.decode(bytes);
  return NO_ASCII.test(text) ? false : text;
}

const LATIN1: TextDecoder = new TextDecoder("latin1");
const NO_ASCII = /[^\0-\x7f]/;
