import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatSpecifierSet, matchesSpecifier, parseSpecifierSet } from "../../../src/core/names/specifier.ts";
import { parseVersion } from "../../../src/core/names/version.ts";
import { processorTime } from "../../processor-time.ts";
import { specifierSet } from "./arbitraries.ts";
import { fuzz } from "./fuzz.ts";

describe("parseSpecifierSet()", () => {
  test("tells operators and versions", () => {
    assert.deepEqual(parseSpecifierSet(" >= 3.9 , ==3.10.*,===weird-1,"), [
      { operator: ">=", version: "3.9" },
      { operator: "==", version: "3.10.*" },
      { operator: "===", version: "weird-1" },
    ]);
  });
  test("reads nothing as any version", () => assert.deepEqual(parseSpecifierSet(""), []));

  const operators = "it must begin with one of ~=, ==, !=, <=, >=, <, >, ===";
  const bad = [
    { text: "3.8", problem: operators, hint: "Write `>=3.8`" },
    { text: "3.8+", problem: operators, hint: "Write `>=3.8`" },
    { text: "=>3.8", problem: operators, hint: "Write `>=3.8`" },
    { text: "=<3.8", problem: operators, hint: "Write `<=3.8`" },
    { text: "=3.8", problem: operators, hint: "Write `==3.8`" },
    { text: "<>3.8", problem: operators, hint: "Write `!=3.8`" },
    { text: "^3.8", problem: operators, hint: "Write `>=3.8,<4`" },
    { text: "^0.3", problem: operators, hint: "Write `>=0.3,<0.4`" },
    { text: "~3.8", problem: operators, hint: "Write `~=3.8`" },
    { text: "~3", problem: operators, hint: "Write `~=3.0`" },
    { text: "3.*", problem: operators, hint: "Write `==3.*`" },
    { text: "python3", problem: operators, hint: "Write a specifier such as `>=3.9`" },
    { text: ">=", problem: "the version is missing", hint: undefined },
    { text: ">=3.8.*", problem: "`.*` may follow `==` and `!=` alone", hint: "Write `>=3.8`" },
    { text: "==1.0a1.*", problem: "`.*` may follow plain numbers alone", hint: "Write `==1.0a1`" },
    { text: ">=1.0+local", problem: "a local version may follow `==`, `!=` and `===` alone", hint: "Write `>=1.0`" },
    { text: "~=1", problem: "`~=` needs at least two numbers", hint: "Write `~=1.0` or `>=1`" },
    { text: ">=3.8 <4", problem: "a comma is missing", hint: "Write `>=3.8,<4`" },
    { text: ">=three", problem: '"three" is not a PEP 440 version', hint: undefined },
    { text: "===a;b", problem: 'it holds ";"', hint: undefined },
    { text: "===a b", problem: 'it holds " "', hint: undefined },
    { text: "====1", problem: operators, hint: "Write a specifier such as `>=3.9`" },
  ];
  for (const { text, problem, hint } of bad) {
    test(`refuses ${text}`, () => {
      const message = `Cannot read the version specifier ${JSON.stringify(text)}: ${problem}`;
      assert.throws(() => parseSpecifierSet(text), { code: "SPECIFIER_INVALID", message, hint });
    });
  }
  test("tells where the wrong item begins", () => {
    assert.throws(() => parseSpecifierSet(">=3.8, 4"), { code: "SPECIFIER_INVALID", offset: 7 });
  });
  test("stays quick on long texts", () => {
    const start = processorTime();
    for (const piece of [" ", ",", ">=1,", "=", ">= ", "1", "1.", "x "]) {
      assert.throws(() => parseSpecifierSet(`>=1${piece.repeat(1 << 16)}?`), { code: "SPECIFIER_INVALID" });
    }
    assert.ok(processorTime() - start < 5000);
  });
  test("gives specifiers or an error for 10,000 broken texts", () => fuzz(parseSpecifierSet, specifierSet));
});

describe("formatSpecifierSet()", () => {
  const vectors = [
    [">=1,<2", "<2,>=1"],
    [" != 1.5 , >= 1.0 ", "!=1.5,>=1.0"],
    [">=1.0,>=1,>=1.0.0", ">=1"],
    ["~=1.0,~=1.0.0", "~=1.0,~=1.0.0"],
    ["", ""],
    ["==1.0-ALPHA", "==1.0-ALPHA"],
  ] as const;
  for (const [text, normal] of vectors) {
    test(`makes "${normal}" of "${text}"`, () => assert.equal(formatSpecifierSet(parseSpecifierSet(text)), normal));
  }
  test("changes a normal form no more", () => {
    fc.assert(
      fc.property(specifierSet, (text) => {
        const normal = formatSpecifierSet(parseSpecifierSet(text));
        assert.equal(formatSpecifierSet(parseSpecifierSet(normal)), normal);
      }),
    );
  });
});

describe("matchesSpecifier()", () => {
  const vectors = [
    { specifier: "", fits: "0 1.0a1 2", fitsNot: "" },
    { specifier: "==1.0", fits: "1 1.0.0 1.0+local", fitsNot: "1.0.post1 1.0a1 1.0.1" },
    { specifier: "==1.0+a", fits: "1.0+A", fitsNot: "1.0 1.0+b" },
    { specifier: "!=1.0", fits: "1.1 1.0a1", fitsNot: "1.0 1.0+local" },
    { specifier: "==1.1.*", fits: "1.1 1.1.2 1.1a1 1.1.post1 1.1.dev1", fitsNot: "1.10 1.2 1 1!1.1" },
    { specifier: "==1.0.*", fits: "1", fitsNot: "2" },
    { specifier: "!=1.1.*", fits: "1.10 1.2", fitsNot: "1.1.2 1.1a1" },
    { specifier: ">=1.0", fits: "1 1.0+x 1.0.post1 2", fitsNot: "1.0a1 0.9" },
    { specifier: "<=1.0", fits: "1 1.0+x 1.0a1", fitsNot: "1.0.post1 2" },
    { specifier: "<1.0", fits: "0.9 0.9.post1", fitsNot: "1.0a1 1.0.dev1 1.0 1.0+x" },
    { specifier: "<1.0rc1", fits: "1.0a1 1.0.dev1", fitsNot: "1.0rc1 1.0" },
    { specifier: ">1.0", fits: "1.0.1 1.1a1", fitsNot: "1.0 1.0.post1 1.0+x 1.0.0.post2" },
    { specifier: ">1.0.post1", fits: "1.0.post2 1.0.1", fitsNot: "1.0.post1 1.0.post1+x" },
    { specifier: "~=2.2", fits: "2.2 2.3 2.2.post3", fitsNot: "3.0 2.1 2.2a1 3.0a1" },
    { specifier: "~=1.4.5a4", fits: "1.4.5a4 1.4.5 1.4.9", fitsNot: "1.5 1.4.5a3" },
    { specifier: "===1.0", fits: "1.0", fitsNot: "1.0.0 1.0+x" },
    { specifier: "===1.0RC1", fits: "1.0rc1", fitsNot: "1.0" },
    { specifier: ">=3.9,<4,!=3.10.*", fits: "3.9 3.11.1", fitsNot: "3.10.2 4.0 4.0a1 3.8" },
  ];
  for (const { specifier, fits, fitsNot } of vectors) {
    test(`knows what fits "${specifier}"`, () => {
      const set = parseSpecifierSet(specifier);
      const matching = (list: string) =>
        list.split(" ").filter((text) => text !== "" && matchesSpecifier(set, parseVersion(text)));
      assert.deepEqual(matching(fits).join(" "), fits);
      assert.deepEqual(matching(fitsNot), []);
    });
  }
});
