/** A place in a line of text that is being read, for parsers written by hand: it knows where an error is. */
import { type ErrorCode, PackwheelError } from "../errors.ts";
import { quote } from "./quote.ts";

export interface FailOptions {
  /** How many characters before the cursor the fault begins. */
  readonly back?: number;
  readonly hint?: string | undefined;
}

export class TextCursor {
  offset = 0;
  readonly #text: string;
  readonly #code: ErrorCode;
  readonly #what: string;

  /** @param what The kind of text, for messages: `requirement`. */
  constructor(text: string, code: ErrorCode, what: string) {
    this.#text = text;
    this.#code = code;
    this.#what = what;
  }

  get atEnd(): boolean {
    return this.offset >= this.#text.length;
  }

  /** Move past what a sticky pattern matches here. Undefined, without moving, when it does not match. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.offset += found.length;
    return found;
  }

  /** What a sticky pattern matches here, without moving. */
  peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    return pattern.exec(this.#text)?.[0];
  }

  /** Spaces and tabs, the only white space within a line. */
  skipSpaces(): void {
    this.take(/[ \t]*/y);
  }

  fail(problem: string, { back = 0, hint }: FailOptions = {}): never {
    const offset = this.offset - back;
    throw new PackwheelError(
      this.#code,
      `Cannot read the ${this.#what} ${quote(this.#text, 200)} at character ${offset + 1}: ${problem}`,
      { offset, hint },
    );
  }
}
