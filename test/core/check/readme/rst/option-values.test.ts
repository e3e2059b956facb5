import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as value from "../../../../../src/core/check/readme/rst/directives/option-values.ts";

interface Row {
  readonly name: string;
  readonly check: value.CheckOption;
  readonly good: readonly (string | undefined)[];
  readonly bad: readonly (string | undefined)[];
}

const rows: readonly Row[] = [
  { name: "any value", check: value.anyValue, good: [undefined, "", "a"], bad: [] },
  { name: "some value", check: value.someValue, good: ["a"], bad: [undefined] },
  { name: "no value", check: value.noValue, good: [undefined, " "], bad: ["a"] },
  {
    name: "an integer",
    check: value.integer,
    good: ["1", " -2 ", "+3", "1_000"],
    bad: [undefined, "", "1.5", "a", "1_"],
  },
  { name: "a number from zero on", check: value.nonNegativeInteger, good: ["0", "7"], bad: ["-1", "a", undefined] },
  { name: "a percentage", check: value.percentage, good: ["50", "50%", "50 %"], bad: ["-1%", "a%", undefined, "%"] },
  {
    name: "a length",
    check: value.length,
    good: ["1", "1.5em", ".5 px", "10rem"],
    bad: ["-1px", "1%", "px", "1 foot", undefined],
  },
  {
    name: "a length or percentage",
    check: value.lengthOrPercentage,
    good: ["50%", "1in"],
    bad: ["1..2px", "", undefined],
  },
  {
    name: "the width of a figure",
    check: value.figureWidth,
    good: ["image", "IMAGE", "50%"],
    bad: ["wide", undefined],
  },
  { name: "class names", check: value.classNames, good: ["a b", "Ünder"], bad: [undefined, "123", "a _"] },
  {
    name: "one of several words",
    check: value.oneOf("left", "right"),
    good: ["left", " Right "],
    bad: ["top", "", undefined],
  },
  {
    name: "widths",
    check: value.widthsOr("auto"),
    good: ["auto", "1 2", "1, 2"],
    bad: ["grid", "0", "1,", "a", undefined],
  },
  {
    name: "a character",
    check: value.character,
    good: [";", "U+3B", "59", "0x3b", "&#x3b;"],
    bad: ["ab", "0x110000", undefined],
  },
  { name: "a character or space", check: value.characterOrSpace, good: ["tab", "space", ","], bad: ["tabs"] },
];

describe("values of directive options", () => {
  for (const { name, check, good, bad } of rows) {
    test(`tell ${name} from others`, () => {
      for (const text of good) assert.equal(check(text, true), undefined, String(text));
      for (const text of bad) assert.match(check(text, true) ?? "", /\w/, String(text));
    });
  }

  test("have fewer units of length in older releases", () => {
    assert.equal(value.length("1em", false), undefined);
    assert.match(value.length("1rem", false) ?? "", /^not a positive measure of one of the following units: em ex/);
  });
});
