import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { quote } from "../../../src/core/names/quote.ts";

describe("quote()", () => {
  const vectors = [
    ["plain é 日本", '"plain é 日本"'],
    ['a "b" \\', '"a \\"b\\" \\\\"'],
    ["a\nb\tc\0", '"a\\nb\\tc\\u0000"'],
    ["\u001b[31m\u009b\u007f", '"\\u001b[31m\\u009b\\u007f"'],
    ["a\u202eb\u200b\u2028\ufeff", '"a\\u202eb\\u200b\\u2028\\ufeff"'],
    ["\u{e0001}\ud800", '"\\u{e0001}\\ud800"'],
  ] as const;
  for (const [text, quoted] of vectors) {
    test(`shows ${quoted}`, () => assert.equal(quote(text), quoted));
  }
  test("cuts what is long", () => {
    assert.equal(quote("x".repeat(80)), `"${"x".repeat(80)}"`);
    assert.equal(quote("x".repeat(81)), `"${"x".repeat(77)}..."`);
    assert.equal(quote("x".repeat(30), 10), '"xxxxxxx..."');
  });
});
