/**
 * Inline markup: emphasis, literals, interpreted text, references and inline targets within a text.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
 *
 * A text is read from left to right for the first place where markup may start. The end of that markup is then
 * looked for, and reading goes on behind it as if the text began there. Nothing is looked for twice: when a text
 * has no end-string of one kind from some place on, it has none later, and words are measured once.
 */
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
} from "../document.ts";
import { isUri, splitEmbedded, uriOf } from "./phrase-reference.ts";
import { type EndKind, findEnd, findStart, type InlineText, isQuoted, type Start } from "./recognition.ts";
import { findRole, problemOfRole } from "./roles.ts";

interface InlineState extends InlineText {
  readonly document: RstDocument;
  readonly line: number;
  readonly nodes: RstNode[];
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
