import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { closestMatch } from "../../../src/core/names/closest.ts";
import { processorTime } from "../../processor-time.ts";

describe("closestMatch()", () => {
  const candidates = ["packages", "include", "exclude", "data", "build-tag"];
  const vectors = [
    ["package", "packages"],
    ["inlcude", "include"],
    ["Exclude", "exclude"],
    ["buld_tag", "build-tag"],
    ["dat", "data"],
    ["datum", undefined],
    ["zzzzzzzz", undefined],
    ["", undefined],
  ] as const;
  for (const [word, nearest] of vectors) {
    test(`finds ${nearest ?? "nothing"} for "${word}"`, () => assert.equal(closestMatch(word, candidates), nearest));
  }
  test("prefers the nearest to the first", () => assert.equal(closestMatch("abcdef", ["abcxxf", "abcdxf"]), "abcdxf"));
  test("prefers the first of equally near ones", () => assert.equal(closestMatch("abc", ["abd", "abe"]), "abd"));
  test("counts a swap of neighbours as one edit", () => assert.equal(closestMatch("nmae", ["name"]), "name"));
  test("stays quick on long words", () => {
    const start = processorTime();
    assert.equal(closestMatch("x".repeat(1e6), ["y".repeat(1e6), "x"]), undefined);
    assert.ok(processorTime() - start < 1000);
  });
});
