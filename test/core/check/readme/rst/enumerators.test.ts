import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { continuesList, parseEnumerator } from "../../../../../src/core/check/readme/rst/lists/enumerators.ts";

describe("parseEnumerator()", () => {
  const rows: readonly (readonly [string, string, number | undefined])[] = [
    ["1. a", "period arabic", 1],
    ["12) a", "right parenthesis arabic", 12],
    ["(3) a", "parentheses arabic", 3],
    ["#.", "period #", 1],
    ["a. b", "period loweralpha", 1],
    ["Z. b", "period upperalpha", 26],
    ["i. b", "period lowerroman", 1],
    ["I) b", "right parenthesis upperroman", 1],
    ["v. b", "period loweralpha", 22],
    ["xiv. b", "period lowerroman", 14],
    ["MCMXCIX. b", "period upperroman", 1999],
    ["iiii. b", "period lowerroman", undefined],
  ];
  for (const [line, kind, ordinal] of rows) {
    test(`reads ${line}`, () => {
      const found = parseEnumerator(line, undefined);
      assert.deepEqual([`${found?.format} ${found?.sequence}`, found?.ordinal], [kind, ordinal]);
    });
  }

  test("tries the sequence of the item before first", () => {
    const fourth = parseEnumerator("iv. a", undefined);
    assert.equal(parseEnumerator("v. a", fourth)?.ordinal, 5);
  });

  test("reads nothing that is no marker", () => {
    for (const line of ["1.a", "1 a", "ab. c", "(1. a", "- a", "", "1a) b"]) {
      assert.equal(parseEnumerator(line, undefined), undefined, line);
    }
  });
});

describe("continuesList()", () => {
  const first = parseEnumerator("1. a", undefined);
  const second = parseEnumerator("2. a", first);

  test("asks for the next number in the same form", () => {
    assert.ok(first !== undefined && second !== undefined);
    assert.ok(continuesList(second, first, undefined));
    assert.ok(!continuesList(first, second, undefined));
    const other = parseEnumerator("2) a", first);
    assert.ok(other !== undefined && !continuesList(other, first, undefined));
  });

  test("asks for a blank line, an indented one, or the next item below", () => {
    assert.ok(first !== undefined);
    for (const below of [undefined, "", "   b", "2. b", "#. b"])
      assert.ok(continuesList(first, undefined, below), below);
    for (const below of ["b", "3. b", "2.b", "2) b"]) assert.ok(!continuesList(first, undefined, below), below);
  });
});
