// Writes docs/check.md from the table of rules: node --import tsx .ci/refresh/check-rules.ts
import { writeFileSync } from "node:fs";
import { RULES } from "../../src/core/check/rules.ts";
import { formatRulesPage } from "../../src/core/check/rules-page.ts";

writeFileSync(new URL("../../docs/check.md", import.meta.url), formatRulesPage(RULES));
