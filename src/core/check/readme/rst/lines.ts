/**
 * Lines of a reStructuredText source, and the indented and flush blocks within them.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#whitespace
 */

/** One line without its end, tabs expanded, and where it stands in the source. */
export interface SourceLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

const TAB_WIDTH = 8;

/** All that Python's `splitlines()` takes for the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: file, group and record separators end a line there
const LINE_END = /\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/;

/** The lines of a source: every kind of line end, tabs every 8 columns, no whitespace at the end. */
export function splitLines(source: string): SourceLine[] {
  const texts = source.replace(/[\v\f]/g, " ").split(LINE_END);
  if (texts.at(-1) === "") texts.pop();
  return texts.map((text, index) => ({ text: expandTabs(text).trimEnd(), number: index + 1 }));
}

function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let result = "";
  let column = 0;
  for (const character of text) {
    if (character !== "\t") {
      result += character;
      column++;
      continue;
    }
    const width = TAB_WIDTH - (column % TAB_WIDTH);
    result += " ".repeat(width);
    column += width;
  }
  return result;
}

export function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

/** A copy of lines from `start` to before `end`. */
export function textsOf(lines: readonly SourceLine[]): string[] {
  return lines.map((line) => line.text);
}

export interface IndentedBlock {
  /** With the common indentation removed, unless `keepIndent`; blank lines at both ends are kept. */
  readonly block: SourceLine[];
  readonly indent: number;
  /** Whether a blank line, or the end, follows the block. */
  readonly blankFinish: boolean;
  /** Index of the first line that is not in the block. */
  readonly next: number;
}

export interface IndentOptions {
  /** End the block at its first blank line. */
  readonly untilBlank?: boolean;
  readonly keepIndent?: boolean;
  /** Indentation of every line, the first included, whatever the first holds there. */
  readonly blockIndent?: number;
  /** Characters to leave out of the first line, which need not be indented. */
  readonly firstIndent?: number;
}

/** The indented lines from `start` on, blank ones between them included. */
export function takeIndented(lines: readonly SourceLine[], start: number, options: IndentOptions = {}): IndentedBlock {
  const { blockIndent } = options;
  const firstIndent = options.firstIndent ?? blockIndent;
  let indent = blockIndent;
  let blankFinish = true;
  let end = firstIndent === undefined ? start : start + 1;
  for (; end < lines.length; end++) {
    const text = lines[end]?.text ?? "";
    const lead = text.length - text.trimStart().length;
    if (text !== "" && (text[0] !== " " || (blockIndent !== undefined && lead < Math.min(blockIndent, text.length)))) {
      blankFinish = end > start && isBlank(lines[end - 1]);
      break;
    }
    if (lead === text.length) {
      if (options.untilBlank === true) break;
    } else if (blockIndent === undefined) {
      indent = indent === undefined ? lead : Math.min(indent, lead);
    }
  }
  const cut = options.keepIndent === true ? 0 : (indent ?? 0);
  const block: SourceLine[] = [];
  for (let index = start; index < end; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const drop = index === start && firstIndent !== undefined ? firstIndent : cut;
    block.push(drop === 0 ? line : { text: line.text.slice(drop), number: line.number });
  }
  return { block, indent: indent ?? 0, blankFinish, next: Math.max(end, start) };
}

/** The block without the blank lines before its content. */
export function trimStartOfBlock(block: SourceLine[]): SourceLine[] {
  let start = 0;
  while (start < block.length && isBlank(block[start])) start++;
  return start === 0 ? block : block.slice(start);
}

/** The block without the blank lines after its content. */
export function trimEndOfBlock(block: SourceLine[]): SourceLine[] {
  let end = block.length;
  while (end > 0 && isBlank(block[end - 1])) end--;
  return end === block.length ? block : block.slice(0, end);
}

export interface TextBlock {
  readonly block: SourceLine[];
  readonly next: number;
  /** The indented line that ended a flush block, when one did. */
  readonly indented: SourceLine | undefined;
}

/** Lines up to a blank one; `flushLeft` ends the block at an indented line too. */
export function takeText(lines: readonly SourceLine[], start: number, flushLeft: boolean): TextBlock {
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || isBlank(line)) break;
    if (flushLeft && line.text[0] === " ") return { block: lines.slice(start, end), next: end, indented: line };
  }
  return { block: lines.slice(start, end), next: end, indented: undefined };
}
