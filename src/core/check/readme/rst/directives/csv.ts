/**
 * Comma-separated values as the `csv-table` directive takes them: Python's csv module in its strict mode.
 * Spec: https://docs.python.org/3/library/csv.html
 */

export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  /** Without one, a quote within quotes is written twice. */
  readonly escape: string | undefined;
  /** Whitespace behind a delimiter belongs to the value. */
  readonly keepSpace: boolean;
}

/** Values that are no CSV; the message is Python's. */
export class CsvProblem extends Error {}

/**
 * The values of each row.
 *
 * @throws {CsvProblem} when a quotation does not end, or does not end where a value does.
 */
export function parseCsv(lines: readonly string[], dialect: CsvDialect): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let state: "start of row" | "start" | "plain" | "quoted" | "quote seen" = "start of row";
  const endField = (): void => {
    row.push(field);
    field = "";
  };
  for (const line of lines) {
    const characters = [...line, "\n"];
    for (let index = 0; index < characters.length; index++) {
      const character = characters[index] ?? "";
      if (state === "quoted") {
        if (character === dialect.escape) field += characters[++index] ?? "";
        else if (character === dialect.quote) state = dialect.escape === undefined ? "quote seen" : "plain";
        else field += character;
        continue;
      }
      if (state === "quote seen") {
        if (character === dialect.quote) {
          field += character;
          state = "quoted";
          continue;
        }
        if (character !== dialect.delimiter && character !== "\n") {
          throw new CsvProblem(`'${dialect.delimiter}' expected after '${dialect.quote}'`);
        }
      }
      if (character === "\n") {
        if (state !== "start of row") endField();
        break;
      }
      if (character === dialect.delimiter) {
        endField();
        state = "start";
      } else if (state !== "plain" && character === dialect.quote) {
        state = "quoted";
      } else if (state !== "plain" && character === " " && !dialect.keepSpace) {
        state = "start";
      } else {
        field += character === dialect.escape ? (characters[++index] ?? "") : character;
        state = "plain";
      }
    }
    if (state === "quoted") continue;
    rows.push(row);
    row = [];
    state = "start of row";
  }
  if (state === "quoted") throw new CsvProblem("unexpected end of data");
  return rows;
}
