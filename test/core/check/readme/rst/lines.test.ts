import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { splitLines, takeIndented, takeText, textsOf } from "../../../../../src/core/check/readme/rst/lines.ts";

describe("splitLines()", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["", []],
    ["a", ["a"]],
    ["a\n", ["a"]],
    ["a\n\n", ["a", ""]],
    ["a\r\nb\rc\u0085d\u2029e", ["a", "b", "c", "d", "e"]],
    ["a\vb\fc  \t", ["a b c"]],
    ["\ta", ["        a"]],
    ["abc\td\te", ["abc     d       e"]],
    ["漢\ta", ["漢       a"]],
  ];
  for (const [source, texts] of rows) {
    test(`splits ${JSON.stringify(source)}`, () => assert.deepEqual(textsOf(splitLines(source)), texts));
  }

  test("numbers lines from 1", () => {
    assert.deepEqual(splitLines("a\n\nb"), [
      { text: "a", number: 1 },
      { text: "", number: 2 },
      { text: "b", number: 3 },
    ]);
  });
});

describe("takeIndented()", () => {
  test("takes lines away from their least indentation", () => {
    const taken = takeIndented(splitLines("   a\n\n  b\nc"), 0);
    assert.deepEqual(textsOf(taken.block), [" a", "", "b"]);
    assert.deepEqual([taken.indent, taken.next, taken.blankFinish], [2, 3, false]);
  });

  test("keeps the blank line before what follows", () => {
    const taken = takeIndented(splitLines("  a\n\nb"), 0);
    assert.deepEqual([textsOf(taken.block), taken.next, taken.blankFinish], [["a", ""], 2, true]);
  });

  test("ends at a line that is indented less than the block", () => {
    const taken = takeIndented(splitLines("- a\n  b\n c"), 0, { blockIndent: 2 });
    assert.deepEqual([textsOf(taken.block), taken.next, taken.blankFinish], [["a", "b"], 2, false]);
  });

  test("leaves a marker of known length out of the first line", () => {
    const taken = takeIndented(splitLines(":a: b\n    c\n   d"), 0, { firstIndent: 4 });
    assert.deepEqual([textsOf(taken.block), taken.next, taken.blankFinish], [["b", " c", "d"], 3, true]);
  });

  test("ends at the first blank line when asked to", () => {
    const taken = takeIndented(splitLines("  a\n\n  b"), 0, { untilBlank: true });
    assert.deepEqual([textsOf(taken.block), taken.next, taken.blankFinish], [["a"], 1, true]);
  });

  test("takes nothing behind the last line", () => {
    assert.deepEqual(takeIndented([], 0), { block: [], indent: 0, blankFinish: true, next: 0 });
  });
});

describe("takeText()", () => {
  test("ends at a blank line, or at an indented one", () => {
    const lines = splitLines("a\nb\n  c\n\nd");
    assert.deepEqual(textsOf(takeText(lines, 0, false).block), ["a", "b", "  c"]);
    const flush = takeText(lines, 0, true);
    assert.deepEqual([textsOf(flush.block), flush.next, flush.indented?.number], [["a", "b"], 2, 3]);
  });
});
