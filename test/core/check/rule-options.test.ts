import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limitFindings, MAX_FINDINGS_OF_A_RULE } from "../../../src/core/check/limit-findings.ts";
import { applyRuleOptions, type RuleOptions } from "../../../src/core/check/rule-options.ts";
import type { Finding } from "../../../src/core/errors.ts";

const FINDINGS: readonly Finding[] = [
  { code: "RECORD_HASH_MISMATCH", severity: "error", message: "a" },
  { code: "RECORD_SIZE_MISSING", severity: "warning", message: "b" },
  { code: "CONTENT_SEVERAL_TOP_LEVEL", severity: "note", message: "c" },
];

const vectors: readonly { name: string; options: RuleOptions; messages: string }[] = [
  { name: "keeps everything without options", options: {}, messages: "abc" },
  { name: "keeps everything with empty lists", options: { select: [], ignore: [] }, messages: "abc" },
  { name: "selects by a whole code", options: { select: ["RECORD_HASH_MISMATCH"] }, messages: "a" },
  { name: "selects by beginnings", options: { select: ["RECORD_", "CONTENT_"] }, messages: "abc" },
  { name: "ignores by a beginning", options: { ignore: ["RECORD"] }, messages: "c" },
  { name: "ignores what is selected", options: { select: ["RECORD_"], ignore: ["RECORD_SIZE"] }, messages: "a" },
];

describe("applyRuleOptions()", () => {
  for (const { name, options, messages } of vectors) {
    test(name, () => {
      const found = applyRuleOptions(FINDINGS, options);
      assert.equal(found.map(({ message }) => message).join(""), messages);
    });
  }

  test("makes errors of warnings when strict, and leaves notes alone", () => {
    const severities = applyRuleOptions(FINDINGS, { strict: true }).map(({ severity }) => severity);
    assert.deepEqual(severities, ["error", "error", "note"]);
  });

  test("refuses a code that begins no rule's, with the nearest one", () => {
    assert.throws(() => applyRuleOptions([], { select: ["RECORD_HASH_MISMACH"] }), {
      code: "CHECK_INVALID_RULE",
      message: 'Cannot select rules by "RECORD_HASH_MISMACH": no code begins so',
      hint: "Write `RECORD_HASH_MISMATCH`",
    });
  });

  for (const ignore of ["", "W001", "record_"]) {
    test(`refuses "${ignore}"`, () => {
      assert.throws(() => applyRuleOptions([], { ignore: [ignore] }), { code: "CHECK_INVALID_RULE" });
    });
  }
});

describe("limitFindings()", () => {
  const many = (count: number): Finding[] => {
    return Array.from({ length: count }, (_, index) => {
      return { code: "CONTENT_BYTECODE", severity: "warning", message: String(index) };
    });
  };

  test("keeps as many as the limit allows", () => {
    const found = many(MAX_FINDINGS_OF_A_RULE);
    assert.deepEqual(limitFindings(found), found);
  });

  test("counts what it leaves out, and keeps other rules whole", () => {
    const found = limitFindings([...many(MAX_FINDINGS_OF_A_RULE + 3), ...FINDINGS]);
    assert.equal(found.length, MAX_FINDINGS_OF_A_RULE + FINDINGS.length);
    assert.equal(found[MAX_FINDINGS_OF_A_RULE - 1]?.message, "99 (and 3 more like this)");
  });
});
