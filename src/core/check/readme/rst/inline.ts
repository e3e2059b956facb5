/**
 * Inline markup: emphasis, literals, interpreted text, references and inline targets within a text.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
 *
 * A text is read from left to right for the first place where markup may start. The end of that markup is then
 * looked for, and reading goes on behind it as if the text began there. Nothing is looked for twice: when a text
 * has no end-string of one kind from some place on, it has none later, and words are measured once.
 */
import { isPair, isSpace, mayFollowMarkup, mayPrecedeMarkup } from "./characters.ts";
import {
  addName,
  append,
  createNode,
  createText,
  dropEscapes,
  hideEscapes,
  type NodeKind,
  normalizeName,
  normalizeSpace,
  noteTarget,
  type RstDocument,
  type RstNode,
  restoreEscapes,
} from "./document.ts";
import { findRole, type Role } from "./roles.ts";

/** Letters and digits with single `-._+:` between them. */
export const SIMPLE_NAME = "[\\p{L}\\p{N}]+(?:[-._+:][\\p{L}\\p{N}]+)*";

const NAME_AT = new RegExp(SIMPLE_NAME, "uy");
const FOOTNOTE_AT = new RegExp(`\\[(?:([0-9]+|#(?:${SIMPLE_NAME})?|\\*)|(${SIMPLE_NAME}))\\]_`, "uy");

type EndKind = "*" | "**" | "``" | "`" | "target" | "|";

interface InlineState {
  readonly document: RstDocument;
  /** With escapes as U+0000. */
  readonly text: string;
  readonly line: number;
  /** Where reading goes on: what is before counts as read. */
  start: number;
  /** End-strings that are not in the rest of the text. */
  readonly absent: Set<EndKind>;
  readonly nodes: RstNode[];
}

/** A place where markup starts. */
interface Start {
  readonly kind: "*" | "**" | "``" | "_`" | "|" | "`" | "name" | "footnote";
  readonly index: number;
  /** Behind the start-string, or behind the whole when there is nothing more to look for. */
  readonly end: number;
  /** The role, name or label. */
  readonly name: string;
}

/** Read the markup of a text, and note the targets and problems in it. */
export function parseInline(document: RstDocument, source: string, line: number): RstNode[] {
  const text = hideEscapes(source);
  const state: InlineState = { document, text, line, start: 0, absent: new Set(), nodes: [] };
  let plainFrom = 0;
  for (;;) {
    const start = findStart(state);
    if (start === undefined) break;
    const count = state.nodes.length;
    const from = state.start;
    const end = readMarkup(state, start);
    if (state.nodes.length > count) {
      const markup = state.nodes.splice(count);
      addText(state, plainFrom, start.index);
      state.nodes.push(...markup);
      plainFrom = end;
    }
    state.start = Math.max(end, from + 1);
  }
  addText(state, plainFrom, text.length);
  return state.nodes;
}

function addText(state: InlineState, from: number, to: number): void {
  if (to > from) state.nodes.push(createText(state.text.slice(from, to)));
}

function mayEndAt(text: string, index: number): boolean {
  return index >= text.length || mayFollowMarkup(text.charAt(index));
}

function isSpaceAt(text: string, index: number): boolean {
  return index < text.length && isSpace(text.charAt(index));
}

/** The first place from `state.start` on where markup starts. */
function findStart(state: InlineState): Start | undefined {
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

/** Read the markup that starts here. @returns where reading goes on. */
function readMarkup(state: InlineState, start: Start): number {
  switch (start.kind) {
    case "*":
      return readSpan(state, start, "*", "emphasis", "inline");
    case "**":
      return readSpan(state, start, "**", "strong", "inline");
    case "``":
      return readSpan(state, start, "``", "literal", "inline");
    case "|":
      return readSpan(state, start, "|", "substitution_reference", "substitution_reference");
    case "_`":
      return readSpan(state, start, "target", "target", "target");
    case "`":
      return readInterpreted(state, start);
    case "footnote":
      return readFootnoteReference(state, start);
    default: {
      const isAnonymous = state.text.slice(start.end - 2, start.end) === "__";
      addReference(state, start.name, isAnonymous);
      return start.end;
    }
  }
}

/** Whether the start-string is quoted, as in `"*"`, or has nothing behind it: then it is text. */
function isQuoted(state: InlineState, start: Start): boolean {
  if (start.index === state.start) return false;
  if (start.end >= state.text.length) return true;
  return isPair(state.text.charAt(start.index - 1), state.text.charAt(start.end));
}

interface End {
  readonly index: number;
  readonly end: number;
}

/** The end-string of a kind, from `from` on; one directly at `from` would leave the markup empty. */
function findEnd(state: InlineState, kind: EndKind, from: number): End | undefined {
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

function readSpan(state: InlineState, start: Start, endKind: EndKind, name: string, kind: NodeKind): number {
  if (isQuoted(state, start)) return start.end;
  const end = findEnd(state, endKind, start.end);
  if (end === undefined) {
    addProblem(state, "README_RST_UNCLOSED_INLINE", `Inline ${name} start-string without end-string.`);
    return start.end;
  }
  const content = state.text.slice(start.end, end.index);
  const node = createNode(kind);
  node.text = endKind === "``" ? restoreEscapes(content) : content;
  if (kind === "target") {
    addName(node, normalizeName(dropEscapes(content)));
    noteInlineTarget(state, node, true);
  }
  if (kind === "substitution_reference")
    addSubstitutionReference(state, node, state.text.slice(end.index + 1, end.end));
  else state.nodes.push(node);
  return end.end;
}

function addProblem(state: InlineState, code: Parameters<RstDocument["report"]>[0], message: string): void {
  state.document.report(code, state.line, message);
  state.nodes.push(createNode("problematic"));
}

/** A target within a text has no line of its own when it is noted; the text's line is the best there is. */
function noteInlineTarget(state: InlineState, node: RstNode, explicit: boolean): void {
  node.line = state.line;
  noteTarget(state.document, node, explicit);
}

function addReference(state: InlineState, name: string, isAnonymous: boolean): RstNode {
  const node = createNode("reference");
  node.text = name;
  node.anonymous = isAnonymous;
  if (!isAnonymous) node.referenceName = normalizeName(dropEscapes(name));
  state.nodes.push(node);
  return node;
}

function addSubstitutionReference(state: InlineState, node: RstNode, suffix: string): void {
  const name = dropEscapes(node.text);
  node.referenceName = normalizeSpace(name);
  if (suffix === "") {
    state.nodes.push(node);
    return;
  }
  const reference = addReference(state, name, suffix === "__");
  append(reference, node);
}

function readFootnoteReference(state: InlineState, start: Start): number {
  const label = start.name;
  const isCitation = !/^(?:[0-9]+|#.*|\*)$/su.test(label);
  const node = createNode(isCitation ? "citation_reference" : "footnote_reference");
  node.text = label;
  const name = normalizeName(label);
  if (name.startsWith("#")) {
    node.auto = "#";
    if (name.length > 1) node.referenceName = name.slice(1);
  } else if (name === "*") {
    node.auto = "*";
  } else {
    node.referenceName = name;
  }
  state.nodes.push(node);
  return start.end;
}

function readInterpreted(state: InlineState, start: Start): number {
  let role = start.name;
  if (role === "" && isQuoted(state, start)) return start.end;
  const end = findEnd(state, "`", start.end);
  if (end === undefined) {
    addProblem(
      state,
      "README_RST_UNCLOSED_INLINE",
      "Inline interpreted text or phrase reference start-string without end-string.",
    );
    // Only the backquote is set aside; a role before it is text.
    return start.end;
  }
  const suffix = state.text.slice(end.index + 1, end.end);
  const suffixRole = /^:(.*):/su.exec(suffix)?.[1] ?? "";
  let position = "prefix";
  if (suffixRole !== "") {
    if (role !== "") {
      addProblem(
        state,
        "README_RST_BAD_ROLE",
        "Multiple roles in interpreted text (both prefix and suffix present; only one allowed).",
      );
      return end.end;
    }
    role = suffix.slice(1, -1);
    position = "suffix";
  }
  const content = state.text.slice(start.end, end.index);
  if (!suffix.endsWith("_")) {
    readRole(state, content, role);
    return end.end;
  }
  if (role !== "") {
    const message = `Mismatch: both interpreted text role ${position} and reference suffix.`;
    addProblem(state, "README_RST_BAD_ROLE", message);
    return end.end;
  }
  readPhraseReference(state, content, suffix === "__");
  return end.end;
}

function readRole(state: InlineState, content: string, name: string): void {
  const role = findRole(state.document, name);
  if (role === undefined) {
    addProblem(state, "README_RST_UNKNOWN_ROLE", `Unknown interpreted text role "${name}".`);
    return;
  }
  const problem = problemOfRole(role, name, dropEscapes(content), content);
  if (problem !== undefined) {
    addProblem(state, role.kind === "raw" ? "README_RST_RAW_DISABLED" : "README_RST_BAD_ROLE", problem);
    return;
  }
  const node = createNode("inline");
  node.text = content;
  state.nodes.push(node);
}

function problemOfRole(role: Role, name: string, text: string, raw: string): string | undefined {
  switch (role.kind) {
    case "raw":
      return "raw (and derived) roles disabled";
    case "unimplemented":
      return `Interpreted text role "${name}" not implemented.`;
    case "pep":
      return isIntegerWithin(text, 0, 9999)
        ? undefined
        : `PEP number must be a number from 0 to 9999; "${raw}" is invalid.`;
    case "rfc":
      return isIntegerWithin(text.split("#")[0] ?? "", 1, Number.POSITIVE_INFINITY)
        ? undefined
        : `RFC number must be a number greater than or equal to 1; "${raw}" is invalid.`;
    default:
      return undefined;
  }
}

function isIntegerWithin(text: string, least: number, most: number): boolean {
  const digits = text.trim();
  if (!/^[+-]?\d+(?:_\d+)*$/.test(digits)) return false;
  const value = Number(digits.replaceAll("_", ""));
  return value >= least && value <= most;
}

/** A reference in backquotes, which may hold its own target: `` `text <uri>`_ ``, `` `text <name_>`_ ``. */
function readPhraseReference(state: InlineState, content: string, isAnonymous: boolean): void {
  const embedded = splitEmbedded(content);
  if (embedded === undefined) {
    addReference(state, content, isAnonymous);
    return;
  }
  const { target: destination } = embedded;
  const restored = restoreEscapes(destination);
  const isAlias = destination.endsWith("_") && !restored.endsWith("\\_") && !isUri(destination);
  const uri = isAlias ? undefined : uriOf(destination);
  const alias = isAlias ? normalizeName(dropEscapes(destination.slice(0, -1))) : undefined;
  const text = embedded.text === "" ? (alias ?? uri ?? "") : embedded.text;
  const reference = createNode("reference");
  reference.text = text;
  reference.referenceName = alias;
  reference.referenceUri = uri;
  state.nodes.push(reference);
  if (isAnonymous) return;
  const target = createNode("target");
  addName(target, normalizeName(dropEscapes(text)));
  target.referenceName = alias;
  target.referenceUri = uri;
  if (alias !== undefined) {
    state.document.indirectTargets.push(target);
    if (state.document.isModern) noteInlineTarget(state, target, false);
  } else {
    noteInlineTarget(state, target, !state.document.isModern);
  }
  state.nodes.push(target);
}

interface Embedded {
  readonly text: string;
  readonly target: string;
}

/** `text <target>`, the brackets at the end and after whitespace; escaped brackets are part of the target. */
function splitEmbedded(content: string): Embedded | undefined {
  const last = content.length - 1;
  if (content.charAt(last) !== ">" || last < 2) return undefined;
  const beforeLast = content.charAt(last - 1);
  if (isSpace(beforeLast) || beforeLast === "\0") return undefined;
  for (let index = last - 1; index >= 0; index--) {
    const character = content.charAt(index);
    if ((character !== "<" && character !== ">") || (index > 0 && content.charAt(index - 1) === "\0")) continue;
    if (character === ">" || isSpace(content.charAt(index + 1))) return undefined;
    let lead = 0;
    while (lead < index && /[ \n]/.test(content.charAt(index - lead - 1))) lead++;
    if (lead === 0 && index > 0) return undefined;
    return { text: content.slice(0, index - lead), target: content.slice(index + 1, last) };
  }
  return undefined;
}

/** Whether the target is a URI or an e-mail address, so that its last underscore belongs to it. */
function isUri(target: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9.+-]*:\S*$/.test(target) || /^[^\s@]+@[^\s@]+$/.test(target);
}

/** Whitespace within a URI is for the eye alone, unless it is escaped. */
export function uriOf(text: string): string {
  return text
    .split(/\0[ \n]/)
    .map((part) => dropEscapes(part.replace(/\s+/g, "")))
    .join(" ");
}
