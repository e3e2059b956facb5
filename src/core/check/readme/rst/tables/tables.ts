/**
 * Where tables begin and end among the lines; the cells are read by `grid-table.ts` and `simple-table.ts`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables
 */

import { type BlockContext, type Ended, numberAt, readInner } from "../context.ts";
import { append, createNode } from "../document.ts";
import { padWide, withoutCombining, withoutPadding } from "../inline/characters.ts";
import { isBlank, type SourceLine, takeText, trimStartOfBlock } from "../lines.ts";
import { type DrawnTable, TableProblem } from "./drawn-table.ts";
import { parseGridTable } from "./grid-table.ts";
import { parseSimpleTable } from "./simple-table.ts";

export const GRID_BORDER: RegExp = /^\+-[-+]+-\+ *$/;
export const SIMPLE_TOP: RegExp = /^=+(?: +=+)+ *$/;
const SIMPLE_BORDER = /^=+[ =]*$/;

export function readTable(context: BlockContext, start: number): number | undefined {
  const text = context.lines[start]?.text ?? "";
  let ended: Ended;
  if (GRID_BORDER.test(text)) ended = readGridTable(context, start);
  else if (SIMPLE_TOP.test(text)) ended = readSimpleTable(context, start);
  else return undefined;
  if (!ended.blankFinish) {
    const message = "Blank line required after table.";
    const line = numberAt(context, ended.next);
    append(context.node, context.document.report("README_RST_MISSING_BLANK_LINE", line, message));
  }
  return ended.next;
}

function reportMalformed(context: BlockContext, line: number, detail: string): void {
  const message = detail === "" ? "Malformed table." : `Malformed table.\n${detail}`;
  append(context.node, context.document.report("README_RST_MALFORMED_TABLE", line, message));
}

function readCells(
  context: BlockContext,
  block: readonly SourceLine[],
  parse: (lines: SourceLine[]) => DrawnTable,
): void {
  let drawn: DrawnTable;
  try {
    drawn = parse(block.map(({ text, number }) => ({ text: padWide(text), number })));
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    reportMalformed(context, (block[0]?.number ?? 1) + error.offset, error.message);
    return;
  }
  const table = createNode("table", block[0]?.number ?? 0);
  table.text = String(drawn.columns);
  append(context.node, table);
  for (const cell of drawn.cells) {
    const lines = cell.map(({ text, number }) => ({ text: withoutPadding(text), number }));
    const entry = createNode("container", lines[0]?.number ?? 0);
    append(table, entry);
    readInner(context, trimStartOfBlock(lines), entry);
  }
}

function readGridTable(context: BlockContext, start: number): Ended {
  const { lines, document } = context;
  const taken = takeText(lines, start, true);
  let { next } = taken;
  let blankFinish = true;
  if (taken.indented !== undefined) {
    const message = "Unexpected indentation.";
    append(context.node, document.report("README_RST_UNEXPECTED_INDENTATION", taken.indented.number, message));
    blankFinish = false;
  }
  let block = taken.block.map(({ text, number }) => ({ text: text.trim(), number }));
  const leftEdge = block.findIndex(({ text }) => text[0] !== "+" && text[0] !== "|");
  if (leftEdge >= 0) {
    block = block.slice(0, leftEdge);
    next = start + leftEdge;
    blankFinish = false;
  }
  if (!GRID_BORDER.test(block.at(-1)?.text ?? "")) {
    blankFinish = false;
    let bottom = block.length - 2;
    while (bottom > 1 && !GRID_BORDER.test(block[bottom]?.text ?? "")) bottom--;
    if (bottom <= 1) {
      reportMalformed(context, numberAt(context, start), document.isModern ? "Bottom border missing or corrupt." : "");
      return { next, blankFinish };
    }
    // The end of the table is read again, as docutils does.
    block = block.slice(0, bottom + 1);
    next = start + bottom - 1;
  }
  const padded = block.map(({ text }) => withoutCombining(padWide(text)));
  const width = padded[0]?.length ?? 0;
  const ragged = padded.findIndex((text) => text.length !== width || !/[+|]$/.test(text));
  if (ragged >= 0) {
    if (document.isModern)
      reportMalformed(context, numberAt(context, start + ragged), "Right border not aligned or missing.");
    else reportMalformed(context, numberAt(context, start), "");
    return { next, blankFinish };
  }
  readCells(context, block, parseGridTable);
  return { next, blankFinish };
}

function readSimpleTable(context: BlockContext, start: number): Ended {
  const { lines, document } = context;
  const width = lines[start]?.text.trim().length ?? 0;
  let found = 0;
  let foundAt = -1;
  for (let index = start + 1; index < lines.length; index++) {
    const text = lines[index]?.text ?? "";
    if (!SIMPLE_BORDER.test(text)) continue;
    const isEnd = isBlank(lines[index + 1]);
    if (text.trim().length !== width) {
      const what = document.isModern ? "Bottom border or header rule" : "Bottom/header table border";
      const line = numberAt(context, document.isModern ? index : start);
      reportMalformed(context, line, `${what} does not match top border.`);
      return { next: index + 1, blankFinish: isEnd };
    }
    found++;
    foundAt = index;
    if (found < 2 && !isEnd) continue;
    readCells(context, lines.slice(start, index + 1), parseSimpleTable);
    return { next: index + 1, blankFinish: isEnd };
  }
  const extra = found > 0 ? " or no blank line after table bottom" : "";
  reportMalformed(context, numberAt(context, start), `No bottom table border found${extra}.`);
  return { next: found > 0 ? foundAt + 1 : lines.length, blankFinish: found === 0 };
}
