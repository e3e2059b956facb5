import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { expandTags, formatTagSet, formatTriple, makeTagSet, parseTagSet } from "../../../src/core/tags/tag-set.ts";

describe("parseTagSet()", () => {
  test("reads the common wheel", () => {
    assert.deepEqual(parseTagSet("py2.py3-none-any"), { python: ["py2", "py3"], abi: ["none"], platform: ["any"] });
  });
  test("sorts by code point, in lower case, each once", () => {
    assert.deepEqual(parseTagSet("PY3.py2.py3-abi3t.abi3-manylinux_2_17_x86_64.manylinux2014_x86_64"), {
      python: ["py2", "py3"],
      abi: ["abi3", "abi3t"],
      platform: ["manylinux2014_x86_64", "manylinux_2_17_x86_64"],
    });
  });

  const bad = [
    { text: "py3-none", message: 'Cannot read the tags "py3-none": expected three parts' },
    { text: "py3-none-any-x", message: 'Cannot read the tags "py3-none-any-x": expected three parts' },
    { text: "", message: 'Cannot read the tags "": expected three parts' },
    { text: "--", message: 'Cannot read the Python tag "": not an identifier' },
    { text: "py3.-none-any", message: 'Cannot read the Python tag "": not an identifier' },
    { text: "py3-none-", message: 'Cannot read the platform tag "": it is empty' },
    { text: "py3-.none-any", message: 'Cannot read the ABI tag "": it is empty' },
    { text: "3-none-any", message: 'Cannot read the Python tag "3": not an identifier' },
  ];
  for (const { text, message } of bad) {
    test(`refuses "${text}"`, () => assert.throws(() => parseTagSet(text), { code: "TAG_INVALID", message }));
  }
});

describe("makeTagSet()", () => {
  test("refuses an empty list", () => {
    assert.throws(() => makeTagSet({ python: ["py3"], abi: [], platform: ["any"] }), {
      code: "TAG_INVALID",
      message: "Cannot make a tag set: a list of tags is empty",
    });
  });
  test("refuses more combinations than can be written out", () => {
    const many = (prefix: string) => Array.from({ length: 30 }, (_, i) => `${prefix}${i}`);
    assert.throws(() => makeTagSet({ python: many("py"), abi: many("a"), platform: many("p") }), {
      code: "TAG_INVALID",
      message: "Cannot make a tag set: it has 27000 combinations of tags",
    });
  });
});

describe("formatTagSet()", () => {
  test("is the inverse of parseTagSet()", () => {
    for (const text of [
      "py3-none-any",
      "cp315-abi3.abi3t-win_amd64",
      "py2.py3-none-macosx_10_9_x86_64.macosx_11_0_arm64",
    ]) {
      assert.equal(formatTagSet(parseTagSet(text)), text);
    }
  });
  test("sorts what is not sorted", () => {
    assert.equal(formatTagSet({ python: ["py3", "py2"], abi: ["none"], platform: ["any"] }), "py2.py3-none-any");
  });
});

describe("expandTags()", () => {
  test("gives every combination, the platform changing fastest", () => {
    assert.deepEqual(expandTags(parseTagSet("py2.py3-abi3.none-a.b")).map(formatTriple), [
      "py2-abi3-a",
      "py2-abi3-b",
      "py2-none-a",
      "py2-none-b",
      "py3-abi3-a",
      "py3-abi3-b",
      "py3-none-a",
      "py3-none-b",
    ]);
  });
});
