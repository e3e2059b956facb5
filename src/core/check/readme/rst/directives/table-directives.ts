/**
 * The directives `table`, `csv-table` and `list-table`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/directives.html#tables
 */
import { readInner } from "../context.ts";
import { append, appendAll, createNode, type RstNode } from "../document.ts";
import { parseInline } from "../inline/inline.ts";
import { splitLines, textsOf } from "../lines.ts";
import { type CsvDialect, CsvProblem, parseCsv } from "./csv.ts";
import { COMMON_OPTIONS, type DirectiveCall, type DirectiveFacts, NOTHING, noteName } from "./directive-parts.ts";
import * as value from "./option-values.ts";

const TABLE_OPTIONS = {
  ...COMMON_OPTIONS,
  align: value.oneOf("left", "center", "right"),
  width: value.lengthOrPercentage,
};
const DATA_OPTIONS = {
  ...TABLE_OPTIONS,
  "header-rows": value.nonNegativeInteger,
  "stub-columns": value.nonNegativeInteger,
  widths: value.widthsOr("auto"),
};
const FACTS = { ...NOTHING, optional: 1, hasContent: true };

export const TABLE: DirectiveFacts = {
  ...FACTS,
  options: { ...TABLE_OPTIONS, widths: value.widthsOr("auto", "grid") },
  run: runTable,
};

export const CSV_TABLE: DirectiveFacts = {
  ...FACTS,
  options: {
    ...DATA_OPTIONS,
    header: value.anyValue,
    file: value.someValue,
    url: value.someValue,
    encoding: value.someValue,
    delim: value.characterOrSpace,
    keepspace: value.noValue,
    quote: value.character,
    escape: value.character,
  },
  run: runCsvTable,
};

export const LIST_TABLE: DirectiveFacts = { ...FACTS, options: DATA_OPTIONS, run: runListTable };

function bad(call: DirectiveCall, message: string): RstNode[] {
  return call.report("README_RST_BAD_DIRECTIVE", message);
}

/** A node of its own for the content, as if it stood in the document. */
function readContent(call: DirectiveCall): RstNode {
  const holder = createNode("container", call.line);
  holder.parent = call.context.node;
  readInner(call.context, call.content, holder);
  return holder;
}

function makeTable(call: DirectiveCall, title: readonly RstNode[]): RstNode {
  const table = createNode("table", call.line, title);
  noteName(call, table);
  return table;
}

function readTitle(call: DirectiveCall): RstNode[] {
  const title = call.arguments[0];
  if (title === undefined) return [];
  return [createNode("title", call.line, parseInline(call.context.document, title, call.line))];
}

function faultOfWidths(call: DirectiveCall, columns: number): string | undefined {
  const widths = call.options.get("widths");
  if (widths === undefined || widths === "auto" || widths === "grid") return undefined;
  if (value.splitWidths(widths).length === columns) return undefined;
  return `"${call.name}" widths do not match the number of columns in table (${columns}).`;
}

function runTable(call: DirectiveCall): RstNode[] {
  if (call.content.length === 0)
    return bad(call, `Content block expected for the "${call.name}" directive; none found.`);
  const title = readTitle(call);
  const holder = readContent(call);
  const [table] = holder.children;
  if (holder.children.length !== 1 || table?.kind !== "table") {
    return bad(call, `Error parsing content block for the "${call.name}" directive: exactly one table expected.`);
  }
  const fault = faultOfWidths(call, Number(table.text));
  if (fault !== undefined) return bad(call, fault);
  noteName(call, table);
  appendAll(table, title);
  return [table];
}

function runListTable(call: DirectiveCall): RstNode[] {
  if (call.content.length === 0) return bad(call, `The "${call.name}" directive is empty; content required.`);
  const title = readTitle(call);
  const holder = readContent(call);
  const fault = faultOfList(call, holder.children);
  if (fault !== undefined) return bad(call, fault);
  const rows = holder.children[0]?.children ?? [];
  const sizes = rows.map((row) => row.children[0]?.children.length ?? 0);
  const sizeFault = faultOfWidths(call, sizes[0] ?? 0) ?? faultOfSize(call, sizes);
  if (sizeFault !== undefined) return bad(call, sizeFault);
  const table = makeTable(call, title);
  appendAll(table, holder.children);
  return [table];
}

/** The content is one bullet list, whose items each hold one bullet list of the same length. */
function faultOfList(call: DirectiveCall, children: readonly RstNode[]): string | undefined {
  const error = `Error parsing content block for the "${call.name}" directive: `;
  const [list] = children;
  if (children.length !== 1 || list?.kind !== "bullet_list") return `${error}exactly one bullet list expected.`;
  let columns: number | undefined;
  for (const [index, row] of list.children.entries()) {
    const [cells] = row.children;
    if (row.children.length !== 1 || cells?.kind !== "bullet_list") {
      return `${error}two-level bullet list expected, but row ${index + 1} does not contain a second-level bullet list.`;
    }
    columns ??= cells.children.length;
    if (cells.children.length !== columns) {
      return `${error}uniform two-level bullet list expected, but row ${index + 1} does not contain the same number of items as row 1 (${cells.children.length} vs ${columns}).`;
    }
  }
  return undefined;
}

/** Whether the rows and columns go beyond those of the head. */
function faultOfSize(call: DirectiveCall, sizes: readonly number[]): string | undefined {
  const headRows = value.parseInteger(call.options.get("header-rows")) ?? 0;
  const stubs = value.parseInteger(call.options.get("stub-columns")) ?? 0;
  const rows = sizes.length;
  if (rows < headRows) {
    return `${headRows} header row(s) specified but only ${rows} row(s) of data supplied ("${call.name}" directive).`;
  }
  const insufficient = (what: string): string =>
    `Insufficient data supplied (${what}); no data remaining for table body, required by "${call.name}" directive.`;
  if (rows === headRows && headRows > 0) return insufficient(`${rows} row(s)`);
  for (const size of sizes) {
    if (size < stubs) {
      return `${stubs} stub column(s) specified but only ${size} columns(s) of data supplied ("${call.name}" directive).`;
    }
    if (size === stubs && stubs > 0) return insufficient(`${size} columns(s)`);
  }
  return undefined;
}

const HEADER_DIALECT: CsvDialect = { delimiter: ",", quote: '"', escape: "\\", keepSpace: false };

function dialectOf({ options }: DirectiveCall): CsvDialect {
  const delimiter = options.get("delim") ?? ",";
  const escapeCode = options.get("escape");
  const words: ReadonlyMap<string, string> = new Map([
    ["tab", "\t"],
    ["space", " "],
  ]);
  return {
    delimiter: words.get(delimiter) ?? value.decodeCharacter(delimiter) ?? ",",
    quote: value.decodeCharacter(options.get("quote") ?? '"') ?? '"',
    escape: escapeCode === undefined ? undefined : value.decodeCharacter(escapeCode),
    keepSpace: options.has("keepspace"),
  };
}

function runCsvTable(call: DirectiveCall): RstNode[] {
  const { content, context, name, options } = call;
  if (options.has("file") || options.has("url")) {
    const message = `File and URL access deactivated; ignoring "${name}" directive.`;
    return call.report("README_RST_FILE_DISABLED", message);
  }
  const title = readTitle(call);
  if (content.length === 0) return bad(call, `The "${name}" directive requires content; none supplied.`);
  const dialect = dialectOf(call);
  let header: string[][] = [];
  let rows: string[][];
  try {
    const text = options.get("header");
    const headerDialect = context.document.isModern ? dialect : HEADER_DIALECT;
    if (options.has("header")) header = parseCsv((text ?? "").split("\n"), headerDialect);
    rows = parseCsv(textsOf(content), dialect);
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    return bad(call, `Error with CSV data in "${name}" directive:\n${error.message}`);
  }
  const columns = [...header, ...rows].reduce((most, row) => Math.max(most, row.length), 0);
  const sizes = rows.map((row) => row.length);
  const fault = faultOfSize(call, sizes) ?? faultOfWidths(call, columns);
  if (fault !== undefined) return bad(call, fault);
  if (columns === 0) return bad(call, "No table data detected in CSV file.");
  const table = makeTable(call, title);
  table.parent = context.node;
  for (const cell of [...header, ...rows].flat()) {
    const entry = createNode("container", call.line);
    append(table, entry);
    const lines = splitLines(cell).map(({ text }) => ({ text, number: call.line }));
    readInner(context, lines, entry);
  }
  return [table];
}
