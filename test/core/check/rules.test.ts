import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findRule, getRule, RULES } from "../../../src/core/check/rules.ts";
import { AUDIT_CASES } from "./cases/audit.ts";
import { CONTENT_CASES } from "./cases/content.ts";
import { ENTRY_POINTS_CASES } from "./cases/entry-points.ts";
import { FRAMING_CASES } from "./cases/framing.ts";
import { METADATA_CASES } from "./cases/metadata.ts";
import { NAMES_CASES } from "./cases/names.ts";
import { NATIVE_CASES } from "./cases/native.ts";
import { ONLINE_CASES } from "./cases/online.ts";
import { INDEX_CASES } from "./cases/package-index.ts";
import { README_CASES } from "./cases/readme.ts";
import { RECORD_CASES } from "./cases/record.ts";
import { SDIST_CASES } from "./cases/sdist.ts";

const EXAMPLES = new Set(
  [
    ...FRAMING_CASES,
    ...NAMES_CASES,
    ...METADATA_CASES,
    ...RECORD_CASES,
    ...ENTRY_POINTS_CASES,
    ...README_CASES,
    ...CONTENT_CASES,
    ...NATIVE_CASES,
    ...AUDIT_CASES,
    ...INDEX_CASES,
    ...SDIST_CASES,
    ...ONLINE_CASES.flatMap(({ says }) => says.map((code) => ({ code }))),
  ].map(({ code }) => code),
);

describe("the table of rules", () => {
  test("gives each code once", () => {
    const codes = RULES.map(({ code }) => code);
    assert.deepEqual(codes.toSorted(), [...new Set(codes)].toSorted());
  });

  for (const { code, meaning, why } of RULES) {
    test(`explains ${code} in one line`, () => {
      assert.match(code, /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/);
      assert.match(meaning, /^\S[^\n]{10,130}[^.\n]$/);
      assert.match(why, /^[^\n]{5,}$/);
    });

    // The rules of reStructuredText have their examples beside their own parser.
    if (code.startsWith("README_RST_")) continue;
    test(`has a failing example of ${code}`, () => assert.ok(EXAMPLES.has(code)));
  }

  test("finds a rule by its code", () => {
    assert.equal(findRule("RECORD_HASH_MISMATCH")?.topic, "record");
    assert.equal(findRule("RECORD_HASH"), undefined);
    assert.throws(() => getRule("RECORD_HASH"), {
      code: "CHECK_INVALID_RULE",
      message: 'Cannot find a rule with the code "RECORD_HASH"',
    });
  });
});
