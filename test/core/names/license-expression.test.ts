import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { DEPRECATED_LICENSE_IDS, EXCEPTION_IDS, LICENSE_IDS } from "../../../src/core/names/data/spdx.ts";
import { normalizeLicenseExpression } from "../../../src/core/names/license-expression.ts";
import { licenseExpression } from "./arbitraries.ts";
import { fuzz } from "./fuzz.ts";

describe("normalizeLicenseExpression()", () => {
  const vectors = [
    ["mit", "MIT"],
    ["mit and (apache-2.0 or bsd-2-clause)", "MIT AND (Apache-2.0 OR BSD-2-Clause)"],
    ["apache-2.0 WITH llvm-exception", "Apache-2.0 WITH LLVM-exception"],
    ["(mit)", "(MIT)"],
    ["((mit))", "((MIT))"],
    ["gpl-2.0+", "GPL-2.0+"],
    ["mit+", "MIT+"],
    ["  MIT\n  OR\tISC ", "MIT OR ISC"],
    ["licenseref-My.Own-1", "LicenseRef-My.Own-1"],
    ["MIT OR(ISC)AND 0BSD", "MIT OR (ISC) AND 0BSD"],
    ["gpl-3.0-or-later with gcc-exception-3.1 and mit", "GPL-3.0-or-later WITH GCC-exception-3.1 AND MIT"],
  ] as const;
  for (const [text, normal] of vectors) {
    test(`makes ${normal} of ${JSON.stringify(text)}`, () => assert.equal(normalizeLicenseExpression(text), normal));
  }
  test("changes a normal form no more", () => {
    fc.assert(
      fc.property(licenseExpression, (text) => {
        const normal = normalizeLicenseExpression(text);
        assert.equal(normalizeLicenseExpression(normal), normal);
      }),
    );
  });

  const anyHint = "Write an identifier of https://spdx.org/licenses/, or `LicenseRef-` and a name of your own";
  const bad = [
    { text: "", problem: "it is empty", hint: "Write an SPDX identifier such as `MIT`" },
    { text: " \t", problem: "it is empty", hint: "Write an SPDX identifier such as `MIT`" },
    { text: "mit or", problem: "a license must follow `OR`" },
    { text: "MIT WITH", problem: "a license must follow `WITH`" },
    { text: "or MIT", problem: "a license is missing before `or`" },
    { text: "MIT and or ISC", problem: "a license is missing before `or`" },
    { text: "(MIT", problem: "a `(` has no `)`" },
    { text: "MIT)", problem: "a `)` has no `(`" },
    { text: "(", problem: "a license must follow `(`" },
    { text: "()", problem: "a license is missing before `)`" },
    { text: "MIT (ISC)", problem: "an operator is missing before `(`" },
    { text: "MIT ISC", problem: 'an operator is missing before "ISC"', hint: anyHint },
    { text: "mit/apache", problem: '"mit/apache" is not an SPDX license identifier', hint: anyHint },
    { text: "MITT", problem: '"MITT" is not an SPDX license identifier', hint: "Write `MIT`" },
    { text: "Apache-2", problem: '"Apache-2" is not an SPDX license identifier', hint: "Write `Apache-2.0`" },
    { text: "Apache License 2.0", problem: '"Apache" is not an SPDX license identifier', hint: "Write `Apache-2.0`" },
    { text: "MIT License", problem: 'an operator is missing before "License"', hint: "Write `MIT`" },
    { text: "BSD", problem: '"BSD" is not an SPDX license identifier', hint: "Write `BSD-3-Clause`" },
    { text: "GPLv3+", problem: '"GPLv3+" is not an SPDX license identifier', hint: "Write `GPL-3.0-or-later`" },
    {
      text: "Proprietary",
      problem: '"Proprietary" is not an SPDX license identifier',
      hint: "Write `LicenseRef-Proprietary`",
    },
    { text: "constructor", problem: '"constructor" is not an SPDX license identifier', hint: anyHint },
    { text: "LLVM-exception", problem: '"LLVM-exception" is an exception, to be written after `WITH`' },
    { text: "MIT WITH ISC", problem: '"ISC" is not an SPDX license exception' },
    {
      text: "MIT WITH LVM-exception",
      problem: '"LVM-exception" is not an SPDX license exception',
      hint: "Write `LLVM-exception`",
    },
    { text: "(MIT) WITH LLVM-exception", problem: "`WITH` must follow a license identifier" },
    { text: "MIT WITH LLVM-exception WITH LLVM-exception", problem: "`WITH` must follow a license identifier" },
    { text: "MIT WITH (LLVM-exception)", problem: '"(" is not an SPDX license exception' },
    { text: "LicenseRef-a_b", problem: 'after `LicenseRef-` come letters, digits, `.` and `-` alone, not "a_b"' },
    { text: "LicenseRef-x+", problem: 'after `LicenseRef-` come letters, digits, `.` and `-` alone, not "x+"' },
    { text: "LicenseRef-", problem: 'after `LicenseRef-` come letters, digits, `.` and `-` alone, not ""' },
    {
      text: "DocumentRef-x:LicenseRef-y",
      problem: '"DocumentRef-x:LicenseRef-y" is not an SPDX license identifier',
      hint: anyHint,
    },
    { text: "MIT\u00a0OR ISC", problem: '"MIT\u00a0OR" is not an SPDX license identifier', hint: anyHint },
  ];
  for (const { text, problem, hint } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the license expression ${JSON.stringify(text)}: ${problem}`;
      assert.throws(() => normalizeLicenseExpression(text), { code: "LICENSE_EXPRESSION_INVALID", message, hint });
    });
  }
  test("gives an expression or an error for 10,000 broken texts", () => {
    fuzz(normalizeLicenseExpression, licenseExpression);
  });
});

describe("the SPDX list", () => {
  const lists = { LICENSE_IDS, DEPRECATED_LICENSE_IDS, EXCEPTION_IDS };
  for (const [name, text] of Object.entries(lists)) {
    test(`holds each identifier of ${name} once`, () => {
      const ids = text.trim().split(/\s+/);
      assert.equal(new Set(ids.map((id) => id.toLowerCase())).size, ids.length);
      for (const id of ids) assert.match(id, /^[A-Za-z0-9.-]+$/);
    });
  }
  test("is whole", () => {
    assert.ok(LICENSE_IDS.trim().split(/\s+/).length > 650);
    assert.ok(EXCEPTION_IDS.trim().split(/\s+/).length > 60);
    for (const id of ["MIT", "Apache-2.0", "BSD-3-Clause", "GPL-3.0-or-later", "PSF-2.0"]) {
      assert.ok(LICENSE_IDS.split(/\s+/).includes(id), id);
    }
  });
});
