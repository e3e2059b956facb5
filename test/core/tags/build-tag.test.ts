import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseBuildTag } from "../../../src/core/tags/build-tag.ts";

describe("parseBuildTag()", () => {
  const vectors = [
    { text: "1", number: 1n, suffix: "" },
    { text: "007", number: 7n, suffix: "" },
    { text: "2local", number: 2n, suffix: "local" },
    { text: "1_a.b", number: 1n, suffix: "_a.b" },
    { text: "20240105123456789012", number: 20240105123456789012n, suffix: "" },
  ];
  for (const { text, ...tag } of vectors) test(`reads ${text}`, () => assert.deepEqual(parseBuildTag(text), tag));

  const bad = [
    { text: "", problem: "it must begin with a digit", hint: undefined },
    { text: "beta", problem: "it must begin with a digit", hint: "Write `1beta`" },
    { text: "١", problem: "it must begin with a digit", hint: undefined },
    { text: "1-2", problem: "it holds a character that no file name may", hint: undefined },
    { text: "1/2", problem: "it holds a character that no file name may", hint: undefined },
    { text: "1 2", problem: "it holds a character that no file name may", hint: undefined },
    { text: "1\n", problem: "it holds a character that no file name may", hint: undefined },
  ];
  for (const { text, problem, hint } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot use ${JSON.stringify(text)} as a build tag: ${problem}`;
      assert.throws(() => parseBuildTag(text), { code: "BUILD_TAG_INVALID", message, hint });
    });
  }
  test("refuses a number that Python cannot read", () => {
    assert.throws(() => parseBuildTag("1".repeat(4301)), {
      code: "BUILD_TAG_INVALID",
      message: `Cannot use "${"1".repeat(77)}..." as a build tag: its number has more than 4300 digits`,
    });
  });
});
