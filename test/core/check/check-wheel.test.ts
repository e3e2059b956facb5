import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findRule } from "../../../src/core/check/rules.ts";
import { AUDIT_CASES } from "./cases/audit.ts";
import { CONTENT_CASES } from "./cases/content.ts";
import { ENTRY_POINTS_CASES } from "./cases/entry-points.ts";
import { FRAMING_CASES } from "./cases/framing.ts";
import { METADATA_CASES } from "./cases/metadata.ts";
import { NAMES_CASES } from "./cases/names.ts";
import { NATIVE_CASES } from "./cases/native.ts";
import { INDEX_CASES } from "./cases/package-index.ts";
import { README_CASES } from "./cases/readme.ts";
import { RECORD_CASES } from "./cases/record.ts";
import { checkDraft, goodWheel } from "./wheel-draft.ts";

const TOPICS = {
  framing: FRAMING_CASES,
  names: NAMES_CASES,
  metadata: METADATA_CASES,
  record: RECORD_CASES,
  "entry points": ENTRY_POINTS_CASES,
  readme: README_CASES,
  content: CONTENT_CASES,
  native: NATIVE_CASES,
  audit: AUDIT_CASES,
  index: INDEX_CASES,
};

test("checkWheel() finds nothing in a good wheel", async () => {
  assert.deepEqual(await checkDraft(goodWheel()), []);
});

for (const [topic, cases] of Object.entries(TOPICS)) {
  describe(`checkWheel() on ${topic}`, () => {
    for (const { name, code, message, change, also = [], options } of cases) {
      test(`tells ${code} of ${name}`, async () => {
        const draft = goodWheel();
        change(draft);
        const findings = await checkDraft(draft, options);
        const codes = new Set(findings.map((finding) => finding.code));
        assert.deepEqual([...codes].sort(), [code, ...also].sort());
        const finding = findings.find((candidate) => candidate.code === code);
        if (typeof message === "string") assert.equal(finding?.message, message);
        else assert.match(finding?.message ?? "", message);
        for (const each of findings) assert.ok(findRule(each.code), `${each.code} is in no table`);
      });
    }
  });
}
