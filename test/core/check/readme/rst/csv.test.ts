import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CsvDialect, CsvProblem, parseCsv } from "../../../../../src/core/check/readme/rst/directives/csv.ts";

const PLAIN: CsvDialect = { delimiter: ",", quote: '"', escape: undefined, keepSpace: false };

describe("parseCsv()", () => {
  const rows: readonly (readonly [string, string[], string[][], CsvDialect?])[] = [
    [
      "values",
      ["a,b", "c, d"],
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["empty values and rows", ["a,", "", ",b"], [["a", ""], [], ["", "b"]]],
    ["quoted values", ['"a, b","c ""d"""'], [["a, b", 'c "d"']]],
    ["a quoted value over two lines", ['"a', 'b",c'], [["a\nb", "c"]]],
    ["a quote within a value", ['a "b" c'], [['a "b" c']]],
    ["other marks", ["'a;b';c"], [["a;b", "c"]], { ...PLAIN, delimiter: ";", quote: "'" }],
    ["escaped marks", ['a\\,b,"c\\"d"'], [["a,b", 'c"d']], { ...PLAIN, escape: "\\" }],
    ["spaces that are kept", ["a, b"], [["a", " b"]], { ...PLAIN, keepSpace: true }],
  ];
  for (const [name, lines, expected, dialect = PLAIN] of rows) {
    test(`reads ${name}`, () => assert.deepEqual(parseCsv(lines, dialect), expected));
  }

  test("refuses text behind a quotation", () => {
    assert.throws(() => parseCsv(['"a"b'], PLAIN), new CsvProblem(`',' expected after '"'`));
  });

  test("refuses a quotation without an end", () => {
    assert.throws(() => parseCsv(['"a', "b"], PLAIN), new CsvProblem("unexpected end of data"));
  });
});
