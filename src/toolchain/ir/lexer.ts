/**
 * Words of LLVM's textual IR. Text is Latin-1: one character a byte, so that whatever bytes strings and names hold pass
 * through unchanged.
 * Spec: https://llvm.org/docs/LangRef.html#identifiers
 */
import { PackwheelError } from "../../core/errors.ts";

export type TokenKind =
  /** `define`, `i32`, `nuw` */
  | "word"
  /** `%x`, `%12`, `%"a b"`, with its sign */
  | "local"
  /** `@printf` */
  | "global"
  /** `$name` of a comdat */
  | "comdat"
  /** `!`, `!12`, `!tbaa` */
  | "metadata"
  /** `#3` */
  | "group"
  /** `"text"` with its quotes */
  | "string"
  /** `c"text"` */
  | "characters"
  /** `12`, `-1.5e+00`, `0x7FF8000000000000` */
  | "number"
  /** `12:` without the colon, quotes kept */
  | "label"
  /** one of `()[]{}<>,=*|` or `...` */
  | "mark"
  | "end";

const NEWLINE = 10;
const SEMICOLON = 59;
const QUOTE = 34;
const COLON = 58;

/** Letters, digits and `-$._`: what names are made of. */
const NAME = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  const digit = code >= 48 && code <= 57;
  if (letter || digit || code === 45 || code === 36 || code === 46 || code === 95) NAME[code] = 1;
}

/** One token at a time; `kind` and `text` are those of the current one. */
export class Lexer {
  readonly source: string;
  kind: TokenKind = "end";
  text = "";
  /** Where the current token begins. */
  start = 0;
  /** The current token is the first of its line. */
  startsLine = true;
  #at: number;

  constructor(source: string, at = 0) {
    this.source = source;
    this.#at = at;
    this.advance();
  }

  /** Read from another place. */
  moveTo(at: number): void {
    this.#at = at;
    this.advance();
  }

  /** Where the next token will be looked for. */
  get position(): number {
    return this.#at;
  }

  /** Line of the current token, from 1. */
  get line(): number {
    let line = 1;
    for (let at = this.source.indexOf("\n"); at !== -1 && at < this.start; at = this.source.indexOf("\n", at + 1))
      line++;
    return line;
  }

  advance(): void {
    const { source } = this;
    let at = this.#at;
    let startsLine = at === 0;
    let code = source.charCodeAt(at);
    for (;;) {
      if (code === NEWLINE) startsLine = true;
      else if (code === SEMICOLON) {
        const end = source.indexOf("\n", at);
        at = end === -1 ? source.length - 1 : end - 1;
      } else if (code !== 32 && code !== 9 && code !== 13) break;
      code = source.charCodeAt(++at);
    }
    this.startsLine = startsLine;
    this.start = at;
    if (NAME[code] === 1) {
      if (code === 99 && source.charCodeAt(at + 1) === QUOTE) this.#quoted("characters", at, at + 1);
      else if (code === 46 && source.startsWith("...", at)) this.#take("mark", at, at + 3);
      else if (code === 36) this.#sign("comdat", at);
      else this.#word(at, code);
      return;
    }
    switch (code) {
      case 37:
        this.#sign("local", at);
        return;
      case 64:
        this.#sign("global", at);
        return;
      case 33:
        this.#sign("metadata", at);
        return;
      case QUOTE:
        this.#quoted("string", at, at);
        return;
      case 35:
        this.#take("group", at, this.#nameEnd(at + 1));
        return;
      default:
        if (at >= source.length) this.#take("end", at, at);
        else this.#take("mark", at, at + 1);
    }
  }

  fail(reason: string): PackwheelError {
    const found = this.kind === "end" ? "the end" : `"${this.text.slice(0, 40)}"`;
    return new PackwheelError(
      "IR_INVALID",
      `Cannot read the intermediate code, line ${this.line}: ${reason}, found ${found}`,
    );
  }

  #sign(kind: TokenKind, at: number): void {
    if (this.source.charCodeAt(at + 1) === QUOTE) this.#quoted(kind, at, at + 1);
    else this.#take(kind, at, this.#nameEnd(at + 1));
  }

  #word(at: number, code: number): void {
    const end = this.#nameEnd(at);
    if (this.source.charCodeAt(end) === COLON) {
      this.#take("label", at, end);
      this.#at = end + 1;
      return;
    }
    const isNumber = (code >= 48 && code <= 57) || code === 45;
    if (!isNumber) {
      this.#take("word", at, end);
      return;
    }
    // The exponent of 1.0e+00.
    const sign = this.source.charCodeAt(end);
    const exponent = sign === 43 && this.source.charCodeAt(end - 1) === 101;
    this.#take("number", at, exponent ? this.#nameEnd(end + 1) : end);
  }

  #quoted(kind: TokenKind, start: number, quote: number): void {
    const end = this.source.indexOf('"', quote + 1);
    if (end === -1) throw this.fail("a quotation mark is not closed");
    if (kind === "string" && this.source.charCodeAt(end + 1) === COLON) {
      this.#take("label", start, end + 1);
      this.#at = end + 2;
      return;
    }
    this.#take(kind, start, end + 1);
  }

  #nameEnd(from: number): number {
    const { source } = this;
    let at = from;
    while (NAME[source.charCodeAt(at)] === 1) at++;
    return at;
  }

  #take(kind: TokenKind, start: number, end: number): void {
    this.kind = kind;
    this.text = this.source.slice(start, end);
    this.#at = end;
  }
}
