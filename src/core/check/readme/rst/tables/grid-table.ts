/**
 * Tables drawn with `+`, `-` and `|`, whose cells may span rows and columns.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 *
 * Cells are found by walking their borders: right along the top to a `+`, down from there to a `+`, left along the
 * bottom, and up again. The corners of each cell are where the next ones may begin. The table is well drawn when the
 * cells found in this way cover it.
 */
import { isCombining, withoutCombining } from "../inline/characters.ts";
import type { SourceLine } from "../lines.ts";
import { type DrawnTable, findHeadRule, TableProblem } from "./drawn-table.ts";

const HEAD_RULE = /^\+=[=+]+=\+ *$/;

interface Cell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** @throws {TableProblem} when the borders do not make cells. */
export function parseGridTable(lines: SourceLine[]): DrawnTable {
  const texts = lines.map(({ text }) => text);
  const rule = findHeadRule(texts, HEAD_RULE);
  if (rule > 0) texts[rule] = (texts[rule] ?? "").replaceAll("=", "-");
  const cells = findCells(texts.map(withoutCombining));
  const borders = new Set(cells.flatMap(({ left, right }) => [left, right]));
  return { columns: borders.size - 1, cells: cells.map((cell) => cutCell(lines, texts, cell)) };
}

/** Cells from top to bottom, each row from left to right. */
function findCells(texts: readonly string[]): Cell[] {
  const grid = measureGrid(texts);
  const bottom = texts.length - 1;
  const right = grid.width - 1;
  /** For each column, the last line that is within a cell found so far. */
  const done: number[] = new Array<number>(grid.width).fill(-1);
  const corners: Set<number>[] = texts.map(() => new Set<number>());
  corners[0]?.add(0);
  const cells: Cell[] = [];
  for (let top = 0; top < bottom; top++) {
    // A cell adds corners to its right and below, so each row is complete when its turn comes.
    for (let left = 0; left < right; left++) {
      if (corners[top]?.has(left) !== true || top <= (done[left] ?? 0)) continue;
      const cell = walkCell(grid, top, left);
      if (cell === undefined) continue;
      for (let column = left; column < cell.right; column++) {
        if (done[column] !== top - 1) throw new TableProblem(INCOMPLETE);
        done[column] = cell.bottom - 1;
      }
      cells.push(cell);
      corners[top]?.add(cell.right);
      corners[cell.bottom]?.add(left);
    }
  }
  if (done.slice(0, right).some((line) => line !== bottom - 1)) throw new TableProblem(INCOMPLETE);
  return cells;
}

const INCOMPLETE = "Malformed table; parse incomplete.";

/** The drawing, and for each place how far a border reaches from it. */
interface Grid {
  readonly texts: readonly string[];
  readonly width: number;
  /** The first column of the run of `-` and `+` that ends at the place; behind the place when it is neither. */
  readonly leftReach: Int32Array;
  /** The first row of the run of `|` and `+` that ends at the place. */
  readonly upReach: Int32Array;
}

function measureGrid(texts: readonly string[]): Grid {
  const width = texts[0]?.length ?? 0;
  const leftReach = new Int32Array(width * texts.length);
  const upReach = new Int32Array(width * texts.length);
  for (const [row, text] of texts.entries()) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const character = text[column];
      const isHorizontal = character === "+" || character === "-";
      const isVertical = character === "+" || character === "|";
      leftReach[at] = !isHorizontal ? column + 1 : column === 0 ? 0 : (leftReach[at - 1] ?? 0);
      upReach[at] = !isVertical ? row + 1 : row === 0 ? 0 : (upReach[at - width] ?? 0);
    }
  }
  return { texts, width, leftReach, upReach };
}

function walkCell(grid: Grid, top: number, left: number): Cell | undefined {
  const line = grid.texts[top] ?? "";
  if (line[left] !== "+") return undefined;
  for (let right = left + 1; right < line.length; right++) {
    const character = line[right];
    if (character === "+") {
      const bottom = walkDown(grid, top, left, right);
      if (bottom !== undefined) return { top, left, bottom, right };
    } else if (character !== "-") {
      return undefined;
    }
  }
  return undefined;
}

function walkDown(grid: Grid, top: number, left: number, right: number): number | undefined {
  for (let bottom = top + 1; bottom < grid.texts.length; bottom++) {
    const character = grid.texts[bottom]?.[right];
    if (character === "+") {
      if (isClosed(grid, top, left, bottom, right)) return bottom;
    } else if (character !== "|") {
      return undefined;
    }
  }
  return undefined;
}

/** Whether the bottom and the left border lead back to where the cell began. */
function isClosed(
  { texts, width, leftReach, upReach }: Grid,
  top: number,
  left: number,
  bottom: number,
  right: number,
) {
  if (texts[bottom]?.[left] !== "+") return false;
  if ((leftReach[bottom * width + right] ?? 0) > left) return false;
  return (upReach[bottom * width + left] ?? 0) <= top;
}

function cutCell(lines: readonly SourceLine[], texts: readonly string[], cell: Cell): SourceLine[] {
  const cut: SourceLine[] = [];
  for (let row = cell.top + 1; row < cell.bottom; row++) {
    const text = cutColumns(texts[row] ?? "", cell.left + 1, cell.right);
    cut.push({ text: text.trimEnd(), number: lines[row]?.number ?? 0 });
  }
  return unindent(cut);
}

/** The part of a text between two columns, where accents take no column. */
export function cutColumns(text: string, left: number, right: number): string {
  if (!/[^\0-\u02ff]/.test(text)) return text.slice(left, right);
  let column = -1;
  let result = "";
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (!isCombining(character.charCodeAt(0))) column++;
    if (column >= left && column < right) result += character;
  }
  return result;
}

/** Lines without the indentation that they share. */
export function unindent(lines: readonly SourceLine[]): SourceLine[] {
  let indent = Number.POSITIVE_INFINITY;
  for (const { text } of lines) {
    if (text !== "") indent = Math.min(indent, text.length - text.trimStart().length);
  }
  if (indent === 0 || !Number.isFinite(indent)) return [...lines];
  return lines.map(({ text, number }) => ({ text: text.slice(indent), number }));
}
