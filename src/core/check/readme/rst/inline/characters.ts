/**
 * What reStructuredText needs to know about single characters: punctuation around inline markup, and columns.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
 */
import { COMBINING_RANGES, WIDE_RANGES } from "./character-width-data.ts";

/** Opening brackets and both kinds of quotation marks: markup may start after one. */
const OPENER = /^["'(<[{\p{Ps}\p{Pi}\p{Pf}]$/u;
const CLOSER = /^["')>\]}\p{Pe}\p{Pi}\p{Pf}]$/u;
/** Dashes and other punctuation: markup may start after one and end before one. The two signs were symbols once. */
const DELIMITER = /^(?![§¶])[-/:\p{Pd}]$|^(?![\0-\x7f§¶])\p{Po}$/u;
const SPACE = /^\s$/;

/** Closing characters of an opening one, where they are not the next code point. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["(", ")"],
  ["<", ">"],
  ["[", "]"],
  ["{", "}"],
  ["«", "»"],
  ["»", "«»"],
  ["‘", "’‚"],
  ["’", "‘’"],
  ["“", "”„"],
  ["”", "“”"],
  ["‹", "›"],
  ["›", "‹›"],
  ["‚", "‛‘’"],
  ["„", "‟“”"],
  ["‛", "‚"],
  ["‟", "„"],
]);

/** Answers for the characters below U+0800 are kept: nearly every text asks for these alone. */
const KEPT = 0x800;

function keeping(test: (character: string) => boolean): (character: string) => boolean {
  const answers: (boolean | undefined)[] = [];
  return (character) => {
    const code = character.charCodeAt(0);
    if (code >= KEPT || character.length > 1) return test(character);
    const known = answers[code];
    if (known !== undefined) return known;
    const answer = test(character);
    answers[code] = answer;
    return answer;
  };
}

export const isSpace: (character: string) => boolean = keeping((character) => SPACE.test(character));

/** Whether inline markup may start after this character. */
export const mayPrecedeMarkup: (character: string) => boolean = keeping(
  (character) => SPACE.test(character) || OPENER.test(character) || DELIMITER.test(character),
);

/** Whether inline markup may end before this character; U+0000 stands for a backslash. */
export const mayFollowMarkup: (character: string) => boolean = keeping(
  (character) =>
    SPACE.test(character) || /^[\0\\.,;!?]$/.test(character) || DELIMITER.test(character) || CLOSER.test(character),
);

/** Whether `open` and `close` quote what is between them, as `"` and `"`, or `(` and `)`. */
export function isPair(open: string, close: string): boolean {
  const closers = PAIRS.get(open);
  if (closers !== undefined) return closers.includes(close);
  if (!OPENER.test(open)) return false;
  return close.charCodeAt(0) === open.charCodeAt(0) + 1;
}

type Range = readonly [first: number, last: number];

function parseRanges(text: string): Range[] {
  let end = 0;
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [distance = "", length = "0"] = word.split("-");
      const first = end + Number.parseInt(distance, 16);
      end = first + Number.parseInt(length, 16);
      return [first, end];
    });
}

let tables: { readonly wide: readonly Range[]; readonly combining: readonly Range[] } | undefined;

function loadTables(): { readonly wide: readonly Range[]; readonly combining: readonly Range[] } {
  tables ??= { wide: parseRanges(WIDE_RANGES), combining: parseRanges(COMBINING_RANGES) };
  return tables;
}

function isWithin(ranges: readonly Range[], code: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (code < range[0]) high = middle - 1;
    else if (code > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

const FIRST_COMBINING = 0x300;

function isWide(code: number): boolean {
  return code >= FIRST_COMBINING && isWithin(loadTables().wide, code);
}

export function isCombining(code: number): boolean {
  return code >= FIRST_COMBINING && isWithin(loadTables().combining, code);
}

/** Columns that a text takes in a fixed-width font: 2 for East Asian wide characters and emoji, 0 for accents. */
export function columnWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (!isCombining(code)) width += isWide(code) ? 2 : 1;
  }
  return width;
}

/** Stands for the second column of a wide character, or for a character that UTF-16 needs two units for. */
export const PADDING = "\0";

/** The text with one UTF-16 unit a column, so that columns are indices; `withoutPadding` undoes it. */
export function padWide(text: string): string {
  if (!/[^\0-\u02ff]/.test(text)) return text;
  let result = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // A pair of surrogates is already as long as the two columns of a wide character.
    if (code > 0xffff) result += isWide(code) ? character : "\ufffd";
    else result += isWide(code) ? character + PADDING : character;
  }
  return result;
}

export function withoutPadding(text: string): string {
  return text.includes(PADDING) ? text.replaceAll(PADDING, "") : text;
}

export function withoutCombining(text: string): string {
  if (!/[^\0-\u02ff]/.test(text)) return text;
  return [...text].filter((character) => !isCombining(character.codePointAt(0) ?? 0)).join("");
}
