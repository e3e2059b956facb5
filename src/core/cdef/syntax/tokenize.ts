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

/** Those of more than one character: looked up by the next three and two. */
const LONG_PUNCTUATORS: ReadonlySet<string> = new Set(
  "... <<= >>= ++ -- -> && || << >> <= >= == != *= /= %= += -= &= |= ^= ##".split(" "),
);

/** What a character of ASCII begins. */
const BEGINS = { OTHER: 0, IDENTIFIER: 1, DIGIT: 2, BRACKET: 3, OPERATOR: 4, QUOTE: 5 } as const;

/** By character code. */
const CLASSES: Uint8Array = new Uint8Array(128);
for (const [characters, begins] of [
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$", BEGINS.IDENTIFIER],
  ["0123456789", BEGINS.DIGIT],
  // A punctuator by itself, whatever follows.
  ["()[]{},;:?~", BEGINS.BRACKET],
  // A punctuator that another operator may make longer.
  ["+-*/%|&^!<>=.#", BEGINS.OPERATOR],
  ["'\"", BEGINS.QUOTE],
] as const) {
  for (const character of characters) CLASSES[character.charCodeAt(0)] = begins;
}

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
    const start = space.skip(offset);
    if (start >= text.length) return tokens;
    startsLine ||= space.newline;
    const kind = kindAt(text, start);
    const end = endOfToken(text, start, kind);
    tokens.push({ kind, text: text.slice(start, end), start, end, startsLine, spaced: start > offset });
    offset = end;
    startsLine = false;
  }
}

function kindAt(text: string, offset: number): TokenKind {
  switch (CLASSES[text.charCodeAt(offset)]) {
    case BEGINS.IDENTIFIER:
      return isPrefix(text, offset) ? (literalAt(text, offset) ?? "identifier") : "identifier";
    case BEGINS.DIGIT:
      return "number";
    case BEGINS.BRACKET:
      return "punctuator";
    case BEGINS.OPERATOR:
      return text.charCodeAt(offset) === 0x2e && CLASSES[text.charCodeAt(offset + 1)] === BEGINS.DIGIT
        ? "number"
        : "punctuator";
    case BEGINS.QUOTE:
      return literalAt(text, offset) ?? "other";
    default:
      return "other";
  }
}

function endOfToken(text: string, start: number, kind: TokenKind): number {
  switch (kind) {
    case "identifier": {
      let end = start + 1;
      for (;;) {
        const found = CLASSES[text.charCodeAt(end)];
        if (found !== BEGINS.IDENTIFIER && found !== BEGINS.DIGIT) return end;
        end += 1;
      }
    }
    case "punctuator":
      return start + punctuatorLength(text, start);
    case "number":
      return matchEnd(NUMBER, text, start) ?? start + 1;
    case "string":
      return matchEnd(STRING, text, start) ?? start + 1;
    case "character":
      return matchEnd(CHARACTER, text, start) ?? start + 1;
    case "other":
      return start + 1;
  }
}

/** Only what begins with two operators can be longer than one character. */
function punctuatorLength(text: string, start: number): number {
  if (CLASSES[text.charCodeAt(start)] !== BEGINS.OPERATOR) return 1;
  if (CLASSES[text.charCodeAt(start + 1)] !== BEGINS.OPERATOR) return 1;
  if (LONG_PUNCTUATORS.has(text.slice(start, start + 3))) return 3;
  return LONG_PUNCTUATORS.has(text.slice(start, start + 2)) ? 2 : 1;
}

/** `L`, `u`, `U` or `u8` with a quote after it. */
function isPrefix(text: string, offset: number): boolean {
  const first = text.charCodeAt(offset);
  if (first !== 0x4c && first !== 0x75 && first !== 0x55) return false;
  const isLong = first === 0x75 && text.charCodeAt(offset + 1) === 0x38;
  return CLASSES[text.charCodeAt(offset + (isLong ? 2 : 1))] === BEGINS.QUOTE;
}

/** Undefined where a quote is not closed. */
function literalAt(text: string, offset: number): "string" | "character" | undefined {
  if (matchEnd(STRING, text, offset) !== undefined) return "string";
  return matchEnd(CHARACTER, text, offset) === undefined ? undefined : "character";
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
