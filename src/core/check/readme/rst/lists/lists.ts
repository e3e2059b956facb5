/**
 * Bullet, enumerated, field, option and definition lists, and line blocks.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#bullet-lists and the sections after it
 */
import { type BlockContext, type Ended, numberAt, readInner, warnUnindent } from "../context.ts";
import { append, createNode, type NodeKind, type RstNode } from "../document.ts";
import { parseInline } from "../inline/inline.ts";
import { isBlank, type SourceLine, takeIndented, textsOf, trimStartOfBlock } from "../lines.ts";
import { continuesList, type Enumerator, parseEnumerator } from "./enumerators.ts";
import { fieldMarkerOf } from "./field-marker.ts";

const BULLET = /^[-+*\u2022\u2023\u2043](?: +|$)/;
const LINE_MARKER = /^\|(?: +|$)/;

const ARGUMENT = "(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)";
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${ARGUMENT})?)`;
const OPTION_MARKER = new RegExp(`^${OPTION}(?:, ${OPTION})*(?:  +| ?$)`);

/** A reader of one item: what it read, or nothing when the line is no item of the list. */
type ReadItem = (context: BlockContext, list: RstNode, index: number) => Ended | undefined;

/** Read a list whose items start alike. @returns where reading goes on; undefined when no item is here. */
function readList(context: BlockContext, start: number, kind: NodeKind, what: string, readItem: ReadItem) {
  const list = createNode(kind, numberAt(context, start));
  const first = readItem(context, list, start);
  if (first === undefined) return undefined;
  append(context.node, list);
  let { next, blankFinish } = first;
  for (;;) {
    let index = next;
    while (index < context.lines.length && isBlank(context.lines[index])) index++;
    const item = index < context.lines.length ? readItem(context, list, index) : undefined;
    if (item === undefined) break;
    ({ next, blankFinish } = item);
  }
  if (!blankFinish) warnUnindent(context, next, what);
  return next;
}

export function readBulletList(context: BlockContext, start: number): number | undefined {
  const bullet = context.lines[start]?.text[0];
  return readList(context, start, "bullet_list", "Bullet list", (_, list, index) => {
    const match = BULLET.exec(context.lines[index]?.text ?? "");
    if (match === null || match[0][0] !== bullet) return undefined;
    return readListItem(context, list, index, match[0].length);
  });
}

/** An item of a bullet or enumerated list; its text is aligned with the first line, if that has any. */
function readListItem(context: BlockContext, list: RstNode, index: number, markerLength: number): Ended {
  const hasText = (context.lines[index]?.text.length ?? 0) > markerLength;
  const options = hasText ? { blockIndent: markerLength } : { firstIndent: markerLength };
  const { block, next, blankFinish } = takeIndented(context.lines, index, options);
  readContent(context, list, "list_item", block);
  return { next, blankFinish };
}

function readContent(context: BlockContext, parent: RstNode, kind: NodeKind, block: SourceLine[]): RstNode {
  const node = createNode(kind, block[0]?.number ?? 0);
  append(parent, node);
  readInner(context, trimStartOfBlock(block), node);
  return node;
}

export function readEnumeratedList(context: BlockContext, start: number): number | undefined {
  let last: Enumerator | undefined;
  return readList(context, start, "enumerated_list", "Enumerated list", (_, list, index) => {
    const line = context.lines[index]?.text ?? "";
    const enumerator = parseEnumerator(line, last);
    const nextLine = context.lines[index + 1]?.text;
    if (enumerator === undefined || !continuesList(enumerator, last, nextLine)) return undefined;
    const isAutomatic = enumerator.sequence === "#" || last?.isAutomatic === true;
    last = { ...enumerator, sequence: last?.sequence ?? enumerator.sequence, isAutomatic };
    return readListItem(context, list, index, enumerator.markerLength);
  });
}

export function readFieldList(context: BlockContext, start: number): number | undefined {
  return readList(context, start, "field_list", "Field list", (_, list, index) => {
    const marker = fieldMarkerOf(context.lines[index]?.text ?? "");
    if (marker === undefined) return undefined;
    const line = numberAt(context, index);
    const { block, next, blankFinish } = takeIndented(context.lines, index, { firstIndent: marker.length });
    const field = createNode("field", line);
    append(list, field);
    append(field, createNode("field_name", line, parseInline(context.document, marker.name, line)));
    readContent(context, field, "field_body", block);
    return { next, blankFinish };
  });
}

export function readOptionList(context: BlockContext, start: number): number | undefined {
  return readList(context, start, "option_list", "Option list", (_, list, index) => {
    const text = context.lines[index]?.text ?? "";
    const marker = OPTION_MARKER.exec(text)?.[0];
    if (marker === undefined) return undefined;
    const { block, next, blankFinish } = takeIndented(context.lines, index, { firstIndent: marker.length });
    // Without a description it is text.
    if (trimStartOfBlock(block).length === 0) return undefined;
    readContent(context, list, "list_item", block);
    return { next, blankFinish };
  });
}

/** A term is one line; what is indented below it is its definition. */
export function readDefinitionList(context: BlockContext, start: number): number | undefined {
  return readList(context, start, "definition_list", "Definition list", (_, list, index) => {
    const term = context.lines[index]?.text ?? "";
    const below = context.lines[index + 1]?.text ?? "";
    if (term.startsWith(" ") || !below.startsWith(" ")) return undefined;
    if (index !== start && startsOtherBlock(term)) return undefined;
    const line = numberAt(context, index);
    const { block, next, blankFinish } = takeIndented(context.lines, index + 1);
    append(list, createNode("term", line, parseInline(context.document, term, line)));
    readContent(context, list, "definition", block);
    return { next, blankFinish };
  });
}

/** Whether the line starts something else than text, so that it is no further term. */
function startsOtherBlock(text: string): boolean {
  return (
    BULLET.test(text) ||
    fieldMarkerOf(text) !== undefined ||
    OPTION_MARKER.test(text) ||
    LINE_MARKER.test(text) ||
    /^(?:>>>|\.\.|__)(?: |$)/.test(text) ||
    /^([!-/:-@[-`{-~])\1* *$/.test(text) ||
    /^=+(?: +=+)+ *$/.test(text) ||
    /^\+-[-+]+-\+ *$/.test(text) ||
    parseEnumerator(text, undefined) !== undefined
  );
}

export function readLineBlock(context: BlockContext, start: number): number | undefined {
  if (!LINE_MARKER.test(context.lines[start]?.text ?? "")) return undefined;
  const block = createNode("line_block", numberAt(context, start));
  append(context.node, block);
  let next = start;
  let blankFinish = false;
  while (!blankFinish) {
    const marker = LINE_MARKER.exec(context.lines[next]?.text ?? "");
    if (marker === null) break;
    const line = numberAt(context, next);
    const taken = takeIndented(context.lines, next, { firstIndent: marker[0].length, untilBlank: true });
    const text = textsOf(trimStartOfBlock(taken.block)).join("\n");
    append(block, createNode("line", line, parseInline(context.document, text, line)));
    ({ next, blankFinish } = taken);
  }
  if (!blankFinish) {
    const line = numberAt(context, start) + 1;
    const message = "Line block ends without a blank line.";
    append(context.node, context.document.report("README_RST_MISSING_BLANK_LINE", line, message));
  }
  return next;
}
