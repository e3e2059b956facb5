import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { RULES } from "../../../src/core/check/rules.ts";
import { formatRulesPage } from "../../../src/core/check/rules-page.ts";

describe("docs/check.md", () => {
  test("lists the rules as they are (else run .ci/refresh/check-rules.ts)", () => {
    const page = readFileSync(new URL("../../../docs/check.md", import.meta.url), "utf8");
    assert.equal(page, formatRulesPage(RULES));
  });
});

describe("formatRulesPage()", () => {
  test("keeps characters of Markdown out of the cells", () => {
    const page = formatRulesPage([
      { code: "A_B", topic: "record", severity: "note", meaning: "A | in __init__.py", why: "a*b\\c" },
    ]);
    assert.ok(page.endsWith("| `A_B` | note | A \\| in \\_\\_init\\_\\_.py | a\\*b\\\\c |\n"), page);
  });
});
