/**
 * C text as preprocessing tokens: what the preprocessor and the parser of declarations both read.
 * Spec: ISO C11, 6.4 "Lexical elements"; comments and `\` before a newline are white space here.
 */

export type TokenKind = "identifier" | "number" | "character" | "string" | "punctuator" | "other";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
  /** Nothing but white space stands before it on its line: a `#` here begins a directive. */
  readonly startsLine: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** Looked up by the next three, two and one characters. */
const PUNCTUATORS: ReadonlySet<string> = new Set(
  "... <<= >>= ++ -- -> && || << >> <= >= == != *= /= %= += -= &= |= ^= ## = + - * / % | & ~ ^ ! < > ? ( ) [ ] { } , . ; : #".split(
    " ",
  ),
);

/** Those that begin no longer one. */
const SINGLE: ReadonlySet<string> = new Set("( ) [ ] { } , ; : ? ~".split(" "));

const IDENTIFIER_START = /[A-Za-z_$]/;
const NUMBER_START = /[0-9.]/;
const STRING_START = /[LuU'"]/;
const IDENTIFIER = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const NUMBER = /0[xX](?:[pP][+-]|[0-9A-Za-z_.])*|\.?[0-9](?:[eE][+-]|[0-9A-Za-z_.])*/y;
const CHARACTER = /(?:u8|[LuU])?'(?:[^'\\\n]|\\[^\n])+'/y;
const STRING = /(?:u8|[LuU])?"(?:[^"\\\n]|\\[^\n])*"/y;

export interface TokenizeOptions {
  /** Whether a newline inside of a comment ends a line. To C a comment is a space; to cffi it keeps its newlines. */
  readonly commentsEndLines?: boolean;
}

/** All tokens of a text. Whatever is no token of C comes as one character of kind `other`. */
export function tokenize(text: string, { commentsEndLines = false }: TokenizeOptions = {}): Token[] {
  const tokens: Token[] = [];
  const space = new SpaceSkipper(text, commentsEndLines);
  let startsLine = true;
  for (let offset = 0; ; ) {
    const begin = space.skip(offset);
    if (begin >= text.length) return tokens;
    startsLine ||= space.newline;
    const [kind, end] = tokenAt(text, begin);
    tokens.push({ kind, text: text.slice(begin, end), start: begin, end, startsLine, spaced: begin > offset });
    offset = end;
    startsLine = false;
  }
}

function tokenAt(text: string, offset: number): [TokenKind, number] {
  const char = text.charAt(offset);
  if (STRING_START.test(char)) {
    const string = matchEnd(STRING, text, offset);
    if (string !== undefined) return ["string", string];
    const character = matchEnd(CHARACTER, text, offset);
    if (character !== undefined) return ["character", character];
  }
  const identifier = IDENTIFIER_START.test(char) ? matchEnd(IDENTIFIER, text, offset) : undefined;
  if (identifier !== undefined) return ["identifier", identifier];
  const number = NUMBER_START.test(char) ? matchEnd(NUMBER, text, offset) : undefined;
  if (number !== undefined) return ["number", number];
  if (SINGLE.has(char)) return ["punctuator", offset + 1];
  for (let length = 3; length > 0; length--) {
    if (PUNCTUATORS.has(text.slice(offset, offset + length))) return ["punctuator", offset + length];
  }
  return ["other", offset + 1];
}

function matchEnd(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Spaces, newlines, comments and joined lines. */
class SpaceSkipper {
  /** Whether the last skip went past the end of a line. */
  newline = false;
  readonly #text: string;
  readonly #commentsEndLines: boolean;
  /** Known once, so that many comments without an end do not cost a search each. */
  readonly #lastCommentEnd: number;

  constructor(text: string, commentsEndLines: boolean) {
    this.#text = text;
    this.#commentsEndLines = commentsEndLines;
    this.#lastCommentEnd = text.lastIndexOf("*/");
  }

  skip(from: number): number {
    const text = this.#text;
    this.newline = false;
    let offset = from;
    for (;;) {
      const char = text.charCodeAt(offset);
      if (char === 0x0a) {
        this.newline = true;
        offset += 1;
      } else if (char === 0x20 || (char >= 0x09 && char <= 0x0d)) {
        offset += 1;
      } else if (char === 0x5c) {
        const joined = this.#joinedLine(offset);
        if (joined === 0) return offset;
        offset += joined;
      } else if (char === 0x2f && text.charCodeAt(offset + 1) === 0x2a && offset + 2 <= this.#lastCommentEnd) {
        const end = text.indexOf("*/", offset + 2) + 2;
        if (this.#commentsEndLines && text.slice(offset, end).includes("\n")) this.newline = true;
        offset = end;
      } else if (char === 0x2f && text.charCodeAt(offset + 1) === 0x2f) {
        offset = this.#endOfLine(offset);
      } else {
        return offset;
      }
    }
  }

  /** Length of `\` and the newline after it, or 0. */
  #joinedLine(offset: number): number {
    if (this.#text.charCodeAt(offset + 1) === 0x0a) return 2;
    return this.#text.startsWith("\r\n", offset + 1) ? 3 : 0;
  }

  /** Offset of the newline that ends a line; one after `\` does not. */
  #endOfLine(from: number): number {
    const text = this.#text;
    for (let offset = from; ; ) {
      const newline = text.indexOf("\n", offset);
      if (newline === -1) return text.length;
      const before = text.charCodeAt(newline - 1) === 0x0d ? newline - 2 : newline - 1;
      if (text.charCodeAt(before) !== 0x5c) return newline;
      offset = newline + 1;
    }
  }
}
