/**
 * CSV as Python's `csv.reader` reads it with its default dialect, not strict: what RECORD is made of.
 * Spec: https://docs.python.org/3/library/csv.html
 */

export interface CsvRow {
  readonly fields: readonly string[];
  /** Count of this row, from 1; empty lines do not count. */
  readonly number: number;
}

export interface ParsedCsv {
  readonly rows: readonly CsvRow[];
  /** Number of the row whose last quote the text ends in. */
  readonly unclosedQuote: number | undefined;
  /** Whether there are more rows than were asked for. */
  readonly isCut: boolean;
}

/** Up to `maxRows` rows of text; lines end with CR LF, LF or CR, and empty ones are passed over. */
export function parseCsv(text: string, maxRows: number): ParsedCsv {
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let offset = 0;
  for (;;) {
    const field = readField(text, offset);
    fields.push(field.value);
    offset = field.end;
    if (text[offset] === ",") {
      offset += 1;
      continue;
    }
    // A line of nothing at all gives one empty field that was not quoted.
    const isEmptyLine = fields.length === 1 && field.value === "" && !field.quoted;
    if (!isEmptyLine) rows.push({ fields, number: rows.length + 1 });
    if (field.unclosed) return { rows, unclosedQuote: rows.length, isCut: false };
    if (offset >= text.length) return { rows, unclosedQuote: undefined, isCut: false };
    if (rows.length >= maxRows) return { rows, unclosedQuote: undefined, isCut: true };
    fields = [];
    offset += text.startsWith("\r\n", offset) ? 2 : 1;
  }
}

interface Field {
  readonly value: string;
  /** Offset of the comma, the line end or the end of the text. */
  readonly end: number;
  readonly quoted: boolean;
  readonly unclosed: boolean;
}

/** A quote opens only at the start of a field; what follows its closing quote is taken as it is. */
function readField(text: string, start: number): Field {
  let value = "";
  let offset = start;
  const quoted = text[offset] === '"';
  if (quoted) {
    for (offset += 1; ; offset += 2) {
      const close = text.indexOf('"', offset);
      if (close < 0) return { value: value + text.slice(offset), end: text.length, quoted, unclosed: true };
      value += text.slice(offset, close);
      offset = close;
      if (text[close + 1] !== '"') break;
      value += '"';
    }
    offset += 1;
  }
  const end = plainEnd(text, offset);
  return { value: value + text.slice(offset, end), end, quoted, unclosed: false };
}

function plainEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}
