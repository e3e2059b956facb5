/**
 * The `Key: value` lines that METADATA, PKG-INFO and WHEEL are made of, read as Python's `email.parser` with the
 * `compat32` policy reads them: that parser, not RFC 822, is what every installer uses.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import type { Finding } from "../errors.ts";
import { FindingList } from "./finding-list.ts";

export interface Header {
  /** As it is written: `Requires-Dist`, `requires-dist`. */
  readonly name: string;
  /** Leading blanks and trailing line ends are gone; line ends and indents of continuation lines are still there. */
  readonly value: string;
  /** Of its first line, from 1. */
  readonly line: number;
}

export interface HeaderBlock {
  readonly headers: readonly Header[];
  /** Everything after the first empty line. */
  readonly body: string;
  readonly findings: readonly Finding[];
}

/** METADATA files have tens of headers, some a few thousand; one with more than this is made to waste memory. */
const MAX_HEADERS = 100_000;

/**
 * Where text splits into lines for Python: `str.splitlines` knows more than CR and LF, and some versions end a header
 * at any of them. Nothing that is written into a header may hold one.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
export const LINE_BOUNDARY: RegExp = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/**
 * Read a header block and its body. Never throws: what is wrong is told in `findings`, and reading goes on where
 * Python's parser would.
 *
 * @param file Named in findings: `METADATA`.
 */
export function parseHeaderBlock(input: Uint8Array | string, file: string): HeaderBlock {
  const found = new FindingList();
  const text = typeof input === "string" ? input : decode(input, file, found);
  const reader = new HeaderReader(file, found);
  let offset = 0;
  for (let line = 1; offset < text.length; line++) {
    const end = lineEnd(text, offset);
    const content = text.slice(offset, end.contentEnd);
    if (content === "") {
      offset = end.next;
      break;
    }
    if (!isHeaderLine(content)) {
      found.add({
        code: "HEADER_MISSING_SEPARATOR",
        severity: "error",
        message: `Cannot read line ${line} of ${file} "${excerpt(content)}": expected "Name: value" or an empty line`,
        path: file,
      });
      break;
    }
    if (!reader.take(content, text.slice(offset, end.next), line)) break;
    offset = end.next;
  }
  const { headers, envelope } = reader.finish();
  return { headers, body: envelope + text.slice(offset), findings: found.findings };
}

/** A value as one piece of text: line ends are LF, and indents that folding added are gone. */
export function unfoldValue(value: string, foldWidth: number): string {
  const [first = "", ...rest] = value.split(/\r\n|\r|\n/);
  if (rest.length === 0) return value;
  let indent = foldWidth;
  for (const line of rest) {
    const blanks = leadingBlanks(line);
    if (blanks < line.length) indent = Math.min(indent, blanks);
  }
  return [first, ...rest.map((line) => line.slice(Math.min(indent, leadingBlanks(line))))].join("\n");
}

/** Quoted in messages: what a terminal would obey or hide is made visible, and it is not too long. */
export function excerpt(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}

class HeaderReader {
  readonly #file: string;
  readonly #found: FindingList;
  readonly #headers: Header[] = [];
  #name: string | undefined;
  #parts: string[] = [];
  #line = 0;
  /** A `From ` line, while it is the last: Python's parser then takes it for the first of the body. */
  #envelope = "";

  constructor(file: string, found: FindingList) {
    this.#file = file;
    this.#found = found;
  }

  /** @returns False when reading must stop. */
  take(content: string, wholeLine: string, line: number): boolean {
    this.#envelope = "";
    if (content.startsWith(" ") || content.startsWith("\t")) {
      if (this.#name === undefined) {
        this.#report("HEADER_ORPHAN_CONTINUATION", `line ${line} of ${this.#file} continues no header`);
      } else {
        this.#parts.push(wholeLine);
      }
      return true;
    }
    this.#close();
    if (content.startsWith("From ")) {
      this.#report("HEADER_ENVELOPE_LINE", `line ${line} of ${this.#file} begins with "From " as in a mailbox`);
      if (line > 1) this.#envelope = wholeLine;
      return true;
    }
    const colon = content.indexOf(":");
    if (colon === 0) {
      this.#report("HEADER_EMPTY_NAME", `line ${line} of ${this.#file} has no name before ":"`);
      return true;
    }
    if (this.#headers.length >= MAX_HEADERS) {
      this.#report("HEADER_TOO_MANY", `${this.#file} has more than ${MAX_HEADERS} headers`);
      return false;
    }
    this.#name = content.slice(0, colon);
    this.#parts = [wholeLine.slice(colon + 1)];
    this.#line = line;
    return true;
  }

  finish(): { headers: readonly Header[]; envelope: string } {
    this.#close();
    return { headers: this.#headers, envelope: this.#envelope };
  }

  #close(): void {
    if (this.#name === undefined) return;
    const value = trimHeaderValue(this.#parts.join(""));
    this.#headers.push({ name: this.#name, value, line: this.#line });
    this.#name = undefined;
    this.#parts = [];
  }

  #report(code: string, what: string): void {
    this.#found.add({ code, severity: "error", message: `Cannot read a header: ${what}`, path: this.#file });
  }
}

function decode(bytes: Uint8Array, file: string, found: FindingList): string {
  const { text, invalidAt } = decodeUtf8(bytes);
  if (invalidAt !== undefined) {
    const message = `Cannot decode ${file} as UTF-8: byte ${invalidAt} is invalid`;
    found.add({ code: "HEADER_NOT_UTF8", severity: "error", message, path: file });
  }
  return text;
}

/** `[\x21-\x39\x3b-\x7e]*:` or a continuation; a loop, for a line may be as long as the file. */
function isHeaderLine(line: string): boolean {
  if (line.startsWith(" ") || line.startsWith("\t") || line.startsWith("From ")) return true;
  for (let index = 0; index < line.length; index++) {
    const unit = line.charCodeAt(index);
    if (unit === 0x3a) return true;
    if (unit < 0x21 || unit > 0x7e) return false;
  }
  return false;
}

/** Lines end with CR LF, LF or CR. */
function lineEnd(text: string, offset: number): { contentEnd: number; next: number } {
  for (let index = offset; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x0a) return { contentEnd: index, next: index + 1 };
    if (unit === 0x0d) return { contentEnd: index, next: index + (text.charCodeAt(index + 1) === 0x0a ? 2 : 1) };
  }
  return { contentEnd: text.length, next: text.length };
}

function trimHeaderValue(value: string): string {
  let end = value.length;
  while (end > 0 && (value[end - 1] === "\n" || value[end - 1] === "\r")) end--;
  return value.slice(Math.min(leadingBlanks(value), end), end);
}

function leadingBlanks(text: string): number {
  let count = 0;
  while (text[count] === " " || text[count] === "\t") count++;
  return count;
}
