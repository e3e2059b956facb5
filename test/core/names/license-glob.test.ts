import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertLicenseGlob } from "../../../src/core/names/license-glob.ts";

describe("assertLicenseGlob()", () => {
  for (const pattern of [
    "LICENSE",
    "LICEN[CS]E*",
    "licenses/**/*.txt",
    "a b-c_d.md",
    "LIZENZÄ?",
    "vendor/[a-z0-9]/NOTICE",
    "..a/b..",
  ]) {
    test(`takes ${pattern}`, () => assert.doesNotThrow(() => assertLicenseGlob(pattern)));
  }
  const bad = [
    { pattern: "", problem: "it is empty", hint: undefined },
    { pattern: "a\\b", problem: "it holds a backslash", hint: "Separate folders with `/`" },
    { pattern: "/LICENSE", problem: "it is absolute", hint: "Begin at the folder of pyproject.toml" },
    { pattern: "../LICENSE", problem: "it leaves the project", hint: "Copy the file to a place below pyproject.toml" },
    { pattern: "a/../b", problem: "it leaves the project", hint: "Copy the file to a place below pyproject.toml" },
    { pattern: "LICENSE{,.txt}", problem: 'it holds "{"', hint: /^Use letters, digits/ },
    { pattern: "!LICENSE", problem: 'it holds "!"', hint: /^Use letters, digits/ },
    { pattern: "a\n", problem: 'it holds "\\n"', hint: /^Use letters, digits/ },
    { pattern: "LICENSE[", problem: "a `[` or `]` stands alone, or nothing is between them", hint: undefined },
    { pattern: "LICENSE[]", problem: "a `[` or `]` stands alone, or nothing is between them", hint: undefined },
  ];
  for (const { pattern, problem, hint } of bad) {
    test(`refuses ${JSON.stringify(pattern)}`, () => {
      const message = `Cannot use ${JSON.stringify(pattern)} as a pattern for license files: ${problem}`;
      assert.throws(() => assertLicenseGlob(pattern), { code: "LICENSE_GLOB_INVALID", message, hint });
    });
  }
});
