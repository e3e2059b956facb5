/** Each rule of PyPI that can be known is found before an upload, as an error where PyPI refuses the file. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findRule } from "../../../src/core/check/rules.ts";
import { CONTENT_CASES } from "./cases/content.ts";
import { ENTRY_POINTS_CASES } from "./cases/entry-points.ts";
import { FRAMING_CASES } from "./cases/framing.ts";
import { ONLINE_CASES } from "./cases/online.ts";
import { INDEX_CASES } from "./cases/package-index.ts";
import { PYPI_RULES } from "./cases/pypi-rules.ts";
import { README_CASES } from "./cases/readme.ts";
import { RECORD_CASES } from "./cases/record.ts";
import { SDIST_CASES, SDIST_FILENAME } from "./cases/sdist.ts";
import { checkBytes, checkDraft, goodWheel } from "./wheel-draft.ts";

const SHOWN: ReadonlySet<string> = new Set([
  ...[CONTENT_CASES, ENTRY_POINTS_CASES, FRAMING_CASES, INDEX_CASES, README_CASES, RECORD_CASES, SDIST_CASES]
    .flat()
    .map(({ code }) => code),
  ...ONLINE_CASES.flatMap(({ says }) => says),
]);
/** PyPI takes such a wheel, and writes to its maintainers. */
const MAILED: ReadonlySet<string> = new Set(["RECORD_FILE_UNLISTED", "RECORD_FILE_ABSENT"]);

for (const [topic, rules] of Object.entries(PYPI_RULES)) {
  describe(`PyPI's rules on ${topic}`, () => {
    for (const rule of rules) {
      if ("unknown" in rule || "ours" in rule) continue;
      test(`${rule.rule}: ${rule.code}`, async () => {
        const severity = findRule(rule.code)?.severity;
        if ("online" in rule || "shownElsewhere" in rule) {
          assert.ok(SHOWN.has(rule.code), `${rule.code} has no example`);
        } else {
          const draft = goodWheel();
          if ("wheel" in rule) rule.wheel(draft);
          const options = { index: "pypi" } as const;
          const findings =
            "wheel" in rule
              ? await checkDraft(draft, options)
              : await checkBytes(rule.sdist(), rule.filename ?? SDIST_FILENAME, options);
          assert.ok(
            findings.some(({ code }) => code === rule.code),
            `found ${findings.map(({ code }) => code).join(", ") || "nothing"}`,
          );
        }
        // Errors keep `packwheel upload` from sending anything.
        const isRefused = !("online" in rule) && !("warns" in rule && rule.warns) && !MAILED.has(rule.code);
        if (isRefused) assert.equal(severity, "error");
      });
    }
  });
}

test("an index without rules takes what PyPI does not", async () => {
  const draft = goodWheel();
  draft.files["hello/x.py"] = "__pyarmor_enter__\n";
  assert.deepEqual(await checkDraft(draft, { index: "none" }), []);
});

test("only Python files are looked at, and only for whole marks", async () => {
  const draft = goodWheel();
  draft.files["hello/notes.txt"] = "__pyarmor_enter__\n";
  draft.files["hello/about.py"] = '"""__pyarmor__ and ---BEGIN PYE FILE--- are signs of encryption."""\n';
  assert.deepEqual(await checkDraft(draft), []);
});
