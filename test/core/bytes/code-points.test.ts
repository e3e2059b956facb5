import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compareCodePoints } from "../../../src/core/bytes/code-points.ts";

describe("compareCodePoints()", () => {
  const ordered = ["", "A", "B", "Z", "_", "a", "a/b", "a0", "aa", "é", "\ufb01", "\uffff", "\u{10000}", "\u{1f600}"];
  test("sorts by code point, upper case first, astral characters last", () => {
    assert.deepEqual([...ordered].reverse().sort(compareCodePoints), ordered);
  });

  test("gives the order of the UTF-8 bytes", () => {
    const text = fc.string({ unit: "binary", maxLength: 6 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        assert.equal(Math.sign(compareCodePoints(left, right)), Buffer.compare(Buffer.from(left), Buffer.from(right)));
      }),
    );
  });
});
