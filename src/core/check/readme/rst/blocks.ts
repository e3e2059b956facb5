/**
 * The body of a document: which element starts at a line, paragraphs, block quotes, and literal and doctest blocks.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#body-elements
 */
import { readQuotes } from "./block-quotes.ts";
import { type BlockContext, numberAt, warnUnindent } from "./context.ts";
import { append, createNode } from "./document.ts";
import { readExplicitMarkup } from "./explicit.ts";
import { parseInline } from "./inline/inline.ts";
import { isBlank, type SourceLine, takeIndented, takeText, textsOf, trimStartOfBlock } from "./lines.ts";
import {
  readBulletList,
  readDefinitionList,
  readEnumeratedList,
  readFieldList,
  readLineBlock,
  readOptionList,
} from "./lists/lists.ts";
import { readTable } from "./tables/tables.ts";
import { isAdornment, readAdornment, readUnderline } from "./titles.ts";

/** Readers of elements that their first line tells, in the order in which they are tried. */
const READERS: readonly ((context: BlockContext, start: number) => number | undefined)[] = [
  readBulletList,
  readEnumeratedList,
  readFieldList,
  readOptionList,
  readDoctest,
  readLineBlock,
  readTable,
  readExplicitMarkup,
  readLine,
];

/** Read all lines of a context. */
export function readBlocks(context: BlockContext): void {
  let index = 0;
  while (index < context.lines.length) index = readBlock(context, index);
}

/** Read the element at a line. @returns the index of the line behind it. */
function readBlock(context: BlockContext, start: number): number {
  const line = context.lines[start];
  if (line === undefined || isBlank(line)) return start + 1;
  if (line.text[0] === " ") return readBlockQuote(context, start);
  if (mayStartElement(line.text)) {
    for (const read of READERS) {
      const next = read(context, start);
      if (next !== undefined) return next;
    }
  }
  return readText(context, start);
}

/** Most lines are text, and their first two characters tell so. */
function mayStartElement(text: string): boolean {
  return /^(?:[^a-zA-Z0-9\u0080-\uffff]|[0-9ivxlcdmIVXLCDM]+[.)]|[a-zA-Z][.)]|[\u2022\u2023\u2043])/.test(text);
}

function readDoctest(context: BlockContext, start: number): number | undefined {
  if (!/^>>>(?: |$)/.test(context.lines[start]?.text ?? "")) return undefined;
  append(context.node, createNode("doctest_block", numberAt(context, start)));
  return takeText(context.lines, start, false).next;
}

/** A line of punctuation: title or transition at the outermost level, a mistake elsewhere. */
function readLine(context: BlockContext, start: number): number | undefined {
  const text = context.lines[start]?.text ?? "";
  if (!isAdornment(text)) return undefined;
  if (context.isOutermost) return readAdornment(context, start);
  const marker = text.trim();
  if (marker.length < 4) return undefined;
  const message = "Unexpected section title or transition.";
  append(context.node, context.document.report("README_RST_UNEXPECTED_TITLE", numberAt(context, start), message));
  return start + 1;
}

/** A paragraph, a title with an underline, or the first term of a definition list. */
function readText(context: BlockContext, start: number): number {
  const line = context.lines[start];
  const below = context.lines[start + 1];
  if (line === undefined) return start + 1;
  if (below === undefined || isBlank(below)) return readParagraph(context, [line], start + 1);
  if (below.text[0] === " ") return readDefinitionList(context, start) ?? start + 1;
  if (isAdornment(below.text)) {
    const next = readUnderline(context, start);
    if (next !== undefined) return next;
  }
  const { block, next, indented } = takeText(context.lines, start + 1, true);
  if (indented !== undefined) {
    const message = "Unexpected indentation.";
    const problem = context.document.report("README_RST_UNEXPECTED_INDENTATION", indented.number, message);
    const end = readParagraph(context, [line, ...block], next);
    append(context.node, problem);
    return end;
  }
  return readParagraph(context, [line, ...block], next);
}

/** @param next Index of the line behind the paragraph. @returns where reading goes on. */
function readParagraph(context: BlockContext, lines: readonly SourceLine[], next: number): number {
  const data = textsOf(lines).join("\n").trimEnd();
  const line = lines[0]?.number ?? 1;
  const isLiteralNext = endsWithLiteralMark(data);
  if (data !== "::") {
    const text = !isLiteralNext
      ? data
      : /[ \n]/.test(data.charAt(data.length - 3))
        ? data.slice(0, -3).trimEnd()
        : data.slice(0, -1);
    append(context.node, createNode("paragraph", line, parseInline(context.document, text, line)));
  }
  return isLiteralNext ? readLiteralBlock(context, next) : next;
}

function endsWithLiteralMark(text: string): boolean {
  if (!text.endsWith("::")) return false;
  let backslashes = 0;
  while (text.charAt(text.length - 3 - backslashes) === "\\") backslashes++;
  return backslashes % 2 === 0;
}

function readLiteralBlock(context: BlockContext, start: number): number {
  const { block, next, blankFinish } = takeIndented(context.lines, start);
  if (trimStartOfBlock(block).length === 0) return readQuotedLiteralBlock(context, next);
  append(context.node, createNode("literal_block", block[0]?.number ?? 0));
  if (!blankFinish) warnUnindent(context, next, "Literal block");
  return next;
}

/** A literal block whose lines all start with the same punctuation. */
function readQuotedLiteralBlock(context: BlockContext, start: number): number {
  const { lines, document, node } = context;
  const quote = /^[!-/:-@[-`{-~]/.exec(lines[start]?.text ?? "")?.[0];
  if (quote === undefined) {
    const message = "Literal block expected; none found.";
    append(node, document.report("README_RST_MISSING_LITERAL_BLOCK", numberAt(context, start), message));
    return start;
  }
  append(node, createNode("literal_block", numberAt(context, start)));
  let index = start + 1;
  for (; index < lines.length && !isBlank(lines[index]); index++) {
    const first = lines[index]?.text[0];
    if (first === quote) continue;
    if (first === " ") {
      const message = "Unexpected indentation.";
      append(node, document.report("README_RST_UNEXPECTED_INDENTATION", numberAt(context, index), message));
    } else {
      const message = "Inconsistent literal block quoting.";
      append(node, document.report("README_RST_INCONSISTENT_QUOTING", numberAt(context, index), message));
    }
    break;
  }
  return index;
}

function readBlockQuote(context: BlockContext, start: number): number {
  const { block, next, blankFinish } = takeIndented(context.lines, start);
  readQuotes(context, block);
  if (!blankFinish) warnUnindent(context, next, "Block quote");
  return next;
}

/** Read a document's lines into its root. */
export function readDocument(document: BlockContext["document"], lines: readonly SourceLine[]): void {
  const context = { document, lines, isOutermost: true, depth: 0, node: document.root, readBlocks };
  readBlocks(context);
}
