import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  columnWidth,
  isPair,
  mayFollowMarkup,
  mayPrecedeMarkup,
  padWide,
  withoutCombining,
  withoutPadding,
} from "../../../../../src/core/check/readme/rst/inline/characters.ts";

describe("columnWidth()", () => {
  const rows: readonly (readonly [string, number])[] = [
    ["", 0],
    ["Title", 5],
    ["Café", 4],
    ["Cafe\u0301", 4],
    ["漢字", 4],
    ["ｱｲｳ", 3],
    ["Ａ", 2],
    ["🚀", 2],
    ["❤\ufe0f", 2],
    ["𝒳", 1],
    ["\ufeffTitle", 6],
    ["한국어", 6],
  ];
  for (const [text, width] of rows) {
    test(`measures ${JSON.stringify(text)}`, () => assert.equal(columnWidth(text), width));
  }
});

describe("padWide()", () => {
  for (const text of ["plain", "漢字 und Text", "🚀 go", "한국어"]) {
    test(`makes ${text} as long as it is wide, and back`, () => {
      assert.equal(padWide(text).length, columnWidth(text));
      assert.equal(withoutPadding(padWide(text)), text);
    });
  }

  test("keeps a narrow character of two units to one column", () => assert.equal(padWide("a𝒳b").length, 3));

  test("leaves accents to withoutCombining()", () => assert.equal(withoutCombining("Cafe\u0301"), "Cafe"));
});

describe("characters around markup", () => {
  test("may be spaces, punctuation and quotation marks before it", () => {
    for (const character of " \n\"'([{<-/:“«‘»„¿—（「") assert.ok(mayPrecedeMarkup(character), character);
    for (const character of "aé1_*.,;!?)]}\\漢§") assert.ok(!mayPrecedeMarkup(character), character);
  });

  test("may be spaces, punctuation and closing marks behind it", () => {
    for (const character of " \n\"')]}>-/:.,;!?\\\0”»’。」") assert.ok(mayFollowMarkup(character), character);
    for (const character of "aé1_*([{<漢§") assert.ok(!mayFollowMarkup(character), character);
  });

  test("quote what is between them in pairs", () => {
    for (const pair of ['""', "''", "()", "[]", "{}", "<>", "“”", "„“", "«»", "»«", "‚‘", "「」", "（）"]) {
      assert.ok(isPair(pair.charAt(0), pair.charAt(1)), pair);
    }
    for (const pair of ["([", ")(", "aa", "\"'", "“'", "「）"]) {
      assert.ok(!isPair(pair.charAt(0), pair.charAt(1)), pair);
    }
  });
});
