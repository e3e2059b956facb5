/**
 * Tables whose columns are marked by `=` above and below, and that have no drawn rows.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables
 */
import { withoutCombining } from "../inline/characters.ts";
import type { SourceLine } from "../lines.ts";
import { type DrawnTable, findHeadRule, TableProblem } from "./drawn-table.ts";
import { cutColumns, unindent } from "./grid-table.ts";

const HEAD_RULE = /^=[ =]*$/;
const SPAN_RULE = /^-[ -]*$/;

/** A table of text has fewer; one that has more is made to keep a reader busy. */
const MAX_CELLS = 2_000_000;

/** Columns from the first index to before the second. */
type Column = readonly [start: number, end: number];

/** @throws {TableProblem} when text stands between columns, or spans do not fit the columns. */
export function parseSimpleTable(lines: SourceLine[]): DrawnTable {
  const texts = lines.map(({ text }) => text);
  const last = texts.length - 1;
  for (const index of [0, last]) texts[index] = (texts[index] ?? "").replaceAll("=", "-");
  const rule = findHeadRule(texts, HEAD_RULE);
  if (rule > 0) texts[rule] = (texts[rule] ?? "").replaceAll("=", "-");

  const columns = parseColumns(texts[0] ?? "");
  if (columns.length * lines.length > MAX_CELLS) throw new TableProblem("Malformed table; more cells than text.");
  const borderEnd = columns.at(-1)?.[1] ?? 0;
  const [firstStart, firstEnd] = columns[0] ?? [0, 0];
  const cells: SourceLine[][] = [];
  const readRow = (from: number, to: number, spanLine?: number): void => {
    if (from >= to && spanLine === undefined) return;
    const row = spanLine === undefined ? [...columns] : parseSpans(texts[spanLine] ?? "", spanLine, columns, borderEnd);
    fitColumns(texts.slice(from, to), from, row, columns);
    checkSpans(row, columns, from);
    for (const [start, end] of row) {
      cells.push(
        unindent(
          lines.slice(from, to).map(({ number }, index) => ({
            text: cutColumns(texts[from + index] ?? "", start, end).trimEnd(),
            number,
          })),
        ),
      );
    }
  };

  let start = 1;
  let hasText = false;
  for (let index = 1; index <= last; index++) {
    const text = texts[index] ?? "";
    if (SPAN_RULE.test(text)) {
      readRow(start, index, index);
      start = index + 1;
      hasText = false;
    } else if (text.slice(firstStart, firstEnd).trim() !== "") {
      if (hasText && index !== start) readRow(start, index);
      start = index;
      hasText = true;
    } else if (!hasText) {
      start = index + 1;
    }
  }
  return { columns: columns.length, cells };
}

function parseColumns(text: string): Column[] {
  return [...text.matchAll(/-+/g)].map((match) => [match.index, match.index + match[0].length]);
}

function parseSpans(text: string, index: number, columns: readonly Column[], borderEnd: number): Column[] {
  const spans = parseColumns(text);
  const last = spans.at(-1);
  if (last === undefined || last[1] !== borderEnd) {
    throw new TableProblem(`Column span incomplete in table line ${index + 1}.`, index);
  }
  // The last column has no end of its own.
  spans[spans.length - 1] = [last[0], columns.at(-1)?.[1] ?? last[1]];
  return spans;
}

/** Refuse text between columns, and widen the last column to hold what is in it. */
function fitColumns(texts: readonly string[], firstLine: number, row: Column[], columns: Column[]): void {
  const bare = texts.map(withoutCombining);
  for (let at = 0; at < row.length; at++) {
    const [start, end] = row[at] ?? [0, 0];
    const isLast = at === row.length - 1;
    const nextStart = row[at + 1]?.[0];
    for (const [offset, text] of bare.entries()) {
      if (isLast && text.slice(end).trim() !== "") {
        const newEnd = start + text.slice(start).trimEnd().length;
        const [mainStart, mainEnd] = columns.at(-1) ?? [0, 0];
        row[at] = [start, Math.max(mainEnd, newEnd)];
        if (newEnd > mainEnd) columns[columns.length - 1] = [mainStart, newEnd];
      } else if (text.slice(end, nextStart).trim() !== "") {
        const message = `Text in column margin in table line ${firstLine + offset + 1}.`;
        throw new TableProblem(message, firstLine + offset);
      }
    }
  }
}

/** Each span covers whole columns. */
function checkSpans(row: readonly Column[], columns: readonly Column[], firstLine: number): void {
  let column = 0;
  for (const [start, end] of row) {
    let isAligned = columns[column]?.[0] === start;
    while (isAligned && columns[column]?.[1] !== end) {
      column++;
      isAligned = column < columns.length;
    }
    if (!isAligned) {
      throw new TableProblem(`Column span alignment problem in table line ${firstLine + 2}.`, firstLine + 1);
    }
    column++;
  }
}
