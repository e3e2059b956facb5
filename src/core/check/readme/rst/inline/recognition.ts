/**
 * Where inline markup starts and ends in a text.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
 */
import { isPair, isSpace, mayFollowMarkup, mayPrecedeMarkup } from "./characters.ts";
import { SIMPLE_NAME } from "./simple-name.ts";

export type EndKind = "*" | "**" | "``" | "`" | "target" | "|";

/** A text, and how far it was read. */
export interface InlineText {
  /** With escapes as U+0000. */
  readonly text: string;
  /** Where reading goes on: what is before counts as read. */
  start: number;
  /** End-strings that are not in the rest of the text. */
  readonly absent: Set<EndKind>;
}

/** A place where markup starts. */
export interface Start {
  readonly kind: "*" | "**" | "``" | "_`" | "|" | "`" | "name" | "footnote";
  readonly index: number;
  /** Behind the start-string, or behind the whole when there is nothing more to look for. */
  readonly end: number;
  /** The role, name or label. */
  readonly name: string;
}

const NAME_AT = new RegExp(SIMPLE_NAME, "uy");
const FOOTNOTE_AT = new RegExp(`\\[(?:([0-9]+|#(?:${SIMPLE_NAME})?|\\*)|(${SIMPLE_NAME}))\\]_`, "uy");

function mayEndAt(text: string, index: number): boolean {
  return index >= text.length || mayFollowMarkup(text.charAt(index));
}

function isSpaceAt(text: string, index: number): boolean {
  return index < text.length && isSpace(text.charAt(index));
}

/** The first place from `state.start` on where markup starts. */
export function findStart(state: InlineText): Start | undefined {
  const { text } = state;
  /** Up to here no reference name can start: the word was seen not to end in `_`. */
  let wordEnd = 0;
  for (let index = state.start; index < text.length; index++) {
    const character = text.charAt(index);
    if (index > state.start && !mayPrecedeMarkup(text.charAt(index - 1))) continue;
    switch (character) {
      case "*":
      case "`":
      case "_":
      case "|": {
        const start = startStringAt(text, index);
        if (start !== undefined) return start;
        break;
      }
      case "[": {
        const start = footnoteAt(text, index);
        if (start !== undefined) return start;
        break;
      }
      case ":": {
        const start = roleAt(text, index);
        if (start !== undefined) return start;
        break;
      }
      default: {
        if (index < wordEnd) break;
        const nameEnd = endOfName(text, index);
        if (nameEnd === index) break;
        const start = referenceAt(text, index, nameEnd);
        if (start !== undefined) return start;
        wordEnd = nameEnd;
      }
    }
  }
  return undefined;
}

function endOfName(text: string, index: number): number {
  NAME_AT.lastIndex = index;
  return NAME_AT.test(text) ? NAME_AT.lastIndex : index;
}

function startStringAt(text: string, index: number): Start | undefined {
  const character = text.charAt(index);
  const next = text.charAt(index + 1);
  const make = (kind: Start["kind"], length: number): Start | undefined =>
    isSpaceAt(text, index + length) ? undefined : { kind, index, end: index + length, name: "" };
  if (character === "*") return next === "*" ? make("**", 2) : make("*", 1);
  if (character === "|") return next === "|" ? undefined : make("|", 1);
  if (character === "_") return next === "`" ? make("_`", 2) : undefined;
  return next === "`" ? make("``", 2) : make("`", 1);
}

function footnoteAt(text: string, index: number): Start | undefined {
  FOOTNOTE_AT.lastIndex = index;
  const match = FOOTNOTE_AT.exec(text);
  if (match === null || !mayEndAt(text, FOOTNOTE_AT.lastIndex)) return undefined;
  return { kind: "footnote", index, end: FOOTNOTE_AT.lastIndex, name: match[0].slice(1, -2) };
}

function roleAt(text: string, index: number): Start | undefined {
  const nameEnd = endOfName(text, index + 1);
  if (nameEnd === index + 1 || text.charAt(nameEnd) !== ":" || text.charAt(nameEnd + 1) !== "`") return undefined;
  const end = nameEnd + 2;
  if (text.charAt(end) === "`" || isSpaceAt(text, end)) return undefined;
  return { kind: "`", index, end, name: text.slice(index + 1, nameEnd) };
}

function referenceAt(text: string, index: number, nameEnd: number): Start | undefined {
  if (text.charAt(nameEnd) !== "_") return undefined;
  for (const length of [2, 1]) {
    const end = nameEnd + length;
    if (length === 2 && text.charAt(nameEnd + 1) !== "_") continue;
    if (mayEndAt(text, end)) return { kind: "name", index, end, name: text.slice(index, nameEnd) };
  }
  return undefined;
}

/** Whether the start-string is quoted, as in `"*"`, or has nothing behind it: then it is text. */
export function isQuoted(state: InlineText, start: Start): boolean {
  if (start.index === state.start) return false;
  if (start.end >= state.text.length) return true;
  return isPair(state.text.charAt(start.index - 1), state.text.charAt(start.end));
}

export interface End {
  readonly index: number;
  readonly end: number;
}

/** The end-string of a kind, from `from` on; one directly at `from` would leave the markup empty. */
export function findEnd(state: InlineText, kind: EndKind, from: number): End | undefined {
  if (state.absent.has(kind)) return undefined;
  const mark = kind === "target" ? "`" : kind;
  for (let index = state.text.indexOf(mark, from); index >= 0; index = state.text.indexOf(mark, index + 1)) {
    const end = endAt(state.text, kind, index, from);
    if (end !== undefined) return index === from ? undefined : { index, end };
  }
  state.absent.add(kind);
  return undefined;
}

function endAt(text: string, kind: EndKind, index: number, from: number): number | undefined {
  const before = index > from ? text.charAt(index - 1) : "";
  if (kind === "``") return !isSpaceOf(before) && mayEndAt(text, index + 2) ? index + 2 : undefined;
  if (kind === "`") return interpretedEndAt(text, index, from);
  if (isSpaceOf(before) || before === "\0") return undefined;
  if (kind === "|") {
    const underscores = /^_{0,2}/.exec(text.slice(index + 1, index + 3))?.[0].length ?? 0;
    for (let length = underscores; length >= 0; length--) {
      if (mayEndAt(text, index + 1 + length)) return index + 1 + length;
    }
    return undefined;
  }
  const length = kind === "**" ? 2 : 1;
  return mayEndAt(text, index + length) ? index + length : undefined;
}

function isSpaceOf(character: string): boolean {
  return character !== "" && isSpace(character);
}

/** The end of interpreted text may carry a role and one or two underscores. */
function interpretedEndAt(text: string, index: number, from: number): number | undefined {
  const before = index > from ? text.charAt(index - 1) : "";
  const escaped = index - 1 > from && text.charAt(index - 2) === "\0";
  if ((isSpaceOf(before) || before === "\0") && !escaped) return undefined;
  let end = index + 1;
  const ends: number[] = [];
  if (text.charAt(end) === ":") {
    const nameEnd = endOfName(text, end + 1);
    if (nameEnd > end + 1 && text.charAt(nameEnd) === ":") ends.push(nameEnd + 1);
  }
  ends.push(end);
  for (end of ends) {
    const underscores = /^_{0,2}/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    for (let length = underscores; length >= 0; length--) if (mayEndAt(text, end + length)) return end + length;
  }
  return undefined;
}
