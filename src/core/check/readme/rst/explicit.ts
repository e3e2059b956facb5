/**
 * Explicit markup, the blocks that start with two dots: footnotes, citations, hyperlink targets, directives,
 * substitution definitions and comments; also anonymous targets, which start with two underscores.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#explicit-markup-blocks
 */
import { type BlockContext, type Ended, numberAt, readInner, warnUnindent } from "./context.ts";
import { readDirective } from "./directives/directives.ts";
import { addName, append, createNode, normalizeName, noteTarget } from "./document.ts";
import { SIMPLE_NAME } from "./inline/simple-name.ts";
import { isBlank, takeIndented, textsOf, trimStartOfBlock } from "./lines.ts";
import { readSubstitutionDefinition } from "./substitution-definitions.ts";
import { readAnonymousTarget, readTarget } from "./targets.ts";

const START = /^\.\.(?: +|$)/;
const ANONYMOUS = /^__(?: +|$)/;
const FOOTNOTE = new RegExp(`^\\.\\. +\\[([0-9]+|#(?:${SIMPLE_NAME})?|\\*)\\](?: +|$)`, "u");
const CITATION = new RegExp(`^\\.\\. +\\[(${SIMPLE_NAME})\\](?: +|$)`, "u");
const TARGET = /^\.\. +_(?! |$)/;
const SUBSTITUTION = /^\.\. +\|(?! |$)/;
const DIRECTIVE = new RegExp(`^\\.\\. +(${SIMPLE_NAME}) ?::(?: +|$)`, "u");

/** Read the explicit markup at a line, and what follows it directly. */
export function readExplicitMarkup(context: BlockContext, start: number): number | undefined {
  const first = readConstruct(context, start);
  if (first === undefined) return undefined;
  let ended: Ended = first;
  for (;;) {
    const following: Ended | undefined = isBlank(context.lines[ended.next])
      ? undefined
      : readConstruct(context, ended.next);
    if (following === undefined) break;
    ended = following;
  }
  if (!ended.blankFinish) warnUnindent(context, ended.next, "Explicit markup");
  return ended.next;
}

function readConstruct(context: BlockContext, start: number): Ended | undefined {
  const text = context.lines[start]?.text ?? "";
  const anonymous = ANONYMOUS.exec(text)?.[0];
  if (anonymous !== undefined) return readAnonymousTarget(context, start, anonymous.length);
  const marker = START.exec(text)?.[0];
  if (marker === undefined) return undefined;
  const note = FOOTNOTE.exec(text) ?? CITATION.exec(text);
  if (note !== null) return readNote(context, start, note[1] ?? "", note[0].length);
  const target = TARGET.exec(text)?.[0];
  if (target !== undefined) {
    return readTarget(context, start, target.length) ?? afterMalformed(context, start, target.length, true);
  }
  const substitution = SUBSTITUTION.exec(text)?.[0];
  if (substitution !== undefined) {
    const ended = readSubstitutionDefinition(context, start, substitution.length);
    return ended ?? afterMalformed(context, start, substitution.length, false);
  }
  const directive = DIRECTIVE.exec(text);
  if (directive !== null) return readDirective(context, start, directive[1] ?? "", directive[0].length);
  return readComment(context, start, marker.length);
}

/** What was malformed is reported by its reader, and what follows its last line counts as a comment. */
function afterMalformed(context: BlockContext, start: number, length: number, untilBlank: boolean): Ended {
  const { next } = takeIndented(context.lines, start, { firstIndent: length, untilBlank, keepIndent: true });
  return readComment(context, next - 1, START.exec(context.lines[start]?.text ?? "")?.[0].length ?? 0);
}

function readComment(context: BlockContext, start: number, length: number): Ended {
  append(context.node, createNode("comment", numberAt(context, start)));
  const comment = context.node.children.at(-1);
  const text = context.lines[start]?.text ?? "";
  if (isBlank(context.lines[start + 1]) && text.slice(length).trim() === "") {
    return { next: start + 1, blankFinish: true };
  }
  const { block, next, blankFinish } = takeIndented(context.lines, start, { firstIndent: length });
  if (comment !== undefined) comment.text = textsOf(trimStartOfBlock(block)).join("\n").trimEnd();
  return { next, blankFinish };
}

/** A footnote or a citation. */
function readNote(context: BlockContext, start: number, label: string, length: number): Ended {
  const { document, node } = context;
  const line = numberAt(context, start);
  const { block, next, blankFinish } = takeIndented(context.lines, start, { firstIndent: length });
  const isCitation = !/^(?:[0-9]+|#.*|\*)$/su.test(label);
  const note = createNode(isCitation ? "citation" : "footnote", line);
  append(node, note);
  const name = normalizeName(label);
  if (name.startsWith("#")) {
    note.auto = "#";
    if (name.length > 1) addName(note, name.slice(1));
    document.autoFootnotes.push(note);
  } else if (name === "*") {
    note.auto = "*";
    document.symbolFootnotes.push(note);
  } else {
    addName(note, name);
  }
  noteTarget(document, note, true);
  const content = trimStartOfBlock(block);
  if (content.length > 0) readInner(context, content, note);
  else if (document.isModern) {
    const message = `${isCitation ? "Citation" : "Footnote"} content expected.`;
    append(note, document.report("README_RST_EMPTY_FOOTNOTE", line, message));
  }
  return { next, blankFinish };
}
