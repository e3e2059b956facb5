import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  assertValidName,
  escapeName,
  isNormalizedName,
  isValidName,
  normalizeName,
  ultranormalizeName,
} from "../../../src/core/names/project-name.ts";
import { projectName } from "./arbitraries.ts";

describe("isValidName()", () => {
  for (const name of ["a", "A", "0", "a-b", "a.b_c-d", "Friendly.Bard", "a--b", "007"]) {
    test(`takes ${name}`, () => assert.equal(isValidName(name), true));
  }
  for (const name of ["", "-a", "a-", ".a", "_", "a b", "a\n", "ä", "a/b", "@scope/pkg", "ſ", "\u212A"]) {
    test(`refuses ${JSON.stringify(name)}`, () => assert.equal(isValidName(name), false));
  }
});

describe("assertValidName()", () => {
  const bad = [
    { name: "", message: 'Cannot use "" as a name: it is empty', hint: /^Use ASCII letters/ },
    { name: "@scope/pkg", message: 'Cannot use "@scope/pkg" as a name: it holds "@"', hint: /^Write `scope-pkg`$/ },
    { name: "my project", message: 'Cannot use "my project" as a name: it holds " "', hint: /^Write `my-project`$/ },
    { name: "café", message: 'Cannot use "café" as a name: it holds "é"', hint: /^Write `cafe`$/ },
    {
      name: "-a-",
      message: 'Cannot use "-a-" as a name: it must start and end with a letter or a digit',
      hint: /^Write `a`$/,
    },
    { name: "日本", message: 'Cannot use "日本" as a name: it holds "日"', hint: /^Use ASCII letters/ },
  ];
  for (const { name, message, hint } of bad) {
    test(`says what is wrong with ${JSON.stringify(name)}`, () => {
      assert.throws(() => assertValidName(name), { code: "NAME_INVALID", message, hint });
    });
  }
  test("lets a good name pass", () => assert.doesNotThrow(() => assertValidName("hello")));
});

describe("normalizeName()", () => {
  const vectors = [
    ["Friendly.Bard-X", "friendly-bard-x"],
    ["friendly._-.bard", "friendly-bard"],
    ["FRIENDLY_BARD", "friendly-bard"],
    ["a__b", "a-b"],
    ["007", "007"],
  ] as const;
  for (const [name, normal] of vectors) {
    test(`makes ${normal} of ${name}`, () => assert.equal(normalizeName(name), normal));
  }
  test("gives what isNormalizedName() takes, and changes it no more", () => {
    fc.assert(
      fc.property(projectName, (name) => {
        const normal = normalizeName(name);
        assert.equal(isNormalizedName(normal), true);
        assert.equal(normalizeName(normal), normal);
      }),
    );
  });
});

describe("isNormalizedName()", () => {
  for (const name of ["A", "a_b", "a.b", "a--b", "-a", "a-", "", "a\n"]) {
    test(`refuses ${JSON.stringify(name)}`, () => assert.equal(isNormalizedName(name), false));
  }
});

describe("escapeName()", () => {
  test("joins words with single underscores", () => assert.equal(escapeName("Friendly.Bard-X"), "friendly_bard_x"));
});

describe("ultranormalizeName()", () => {
  const similar = [
    ["foo", "f00"],
    ["pillow", "pi1low"],
    ["my-lib", "mylib"],
    ["my_lib", "MY.L1B"],
  ] as const;
  for (const [a, b] of similar) {
    test(`finds ${a} and ${b} too similar`, () => assert.equal(ultranormalizeName(a), ultranormalizeName(b)));
  }
  test("tells different names apart", () => {
    assert.notEqual(ultranormalizeName("requests"), ultranormalizeName("requestx"));
  });
});
