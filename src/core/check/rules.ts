/**
 * The table of everything that `check` may find. Documentation and options are made from it, every finding refers to
 * it, and its codes are public API.
 */
import { PackwheelError } from "../errors.ts";
import { MARKDOWN_PROBLEMS, type MarkdownCode } from "./readme/markdown.ts";
import { RST_PROBLEMS, type RstCode } from "./readme/rst/codes.ts";
import type { Rule, RuleFacts, RuleTopic } from "./rule.ts";
import { AUDIT_RULES } from "./rules/audit.ts";
import { CONTENT_RULES } from "./rules/content.ts";
import { ENTRY_POINTS_RULES } from "./rules/entry-points.ts";
import { FRAMING_RULES } from "./rules/framing.ts";
import { METADATA_RULES } from "./rules/metadata.ts";
import { NAMES_RULES } from "./rules/names.ts";
import { NATIVE_RULES } from "./rules/native.ts";
import { INDEX_RULES } from "./rules/package-index.ts";
import { README_RULES } from "./rules/readme.ts";
import { RECORD_RULES } from "./rules/record.ts";
import { SDIST_RULES } from "./rules/sdist.ts";

/** Every code there is. */
export type RuleCode =
  | keyof typeof FRAMING_RULES
  | keyof typeof NAMES_RULES
  | keyof typeof METADATA_RULES
  | keyof typeof RECORD_RULES
  | keyof typeof ENTRY_POINTS_RULES
  | keyof typeof README_RULES
  | MarkdownCode
  | RstCode
  | keyof typeof CONTENT_RULES
  | keyof typeof NATIVE_RULES
  | keyof typeof AUDIT_RULES
  | keyof typeof INDEX_RULES
  | keyof typeof SDIST_RULES;

const TABLES: readonly [RuleTopic, Readonly<Record<string, RuleFacts>>][] = [
  ["framing", FRAMING_RULES],
  ["names", NAMES_RULES],
  ["metadata", METADATA_RULES],
  ["record", RECORD_RULES],
  ["entry-points", ENTRY_POINTS_RULES],
  ["readme", README_RULES],
  ["readme", MARKDOWN_PROBLEMS],
  ["readme", RST_PROBLEMS],
  ["content", CONTENT_RULES],
  ["native", NATIVE_RULES],
  ["native", AUDIT_RULES],
  ["index", INDEX_RULES],
  ["sdist", SDIST_RULES],
];

/** All rules, topic by topic. */
export const RULES: readonly Rule[] = TABLES.flatMap(([topic, rules]) => {
  return Object.entries(rules).map(([code, { severity, meaning, why }]) => ({ code, topic, severity, meaning, why }));
});

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule with this code, if there is one. */
export function findRule(code: string): Rule | undefined {
  return BY_CODE.get(code);
}

/** As `findRule`. @throws {PackwheelError} `CHECK_INVALID_RULE` */
export function getRule(code: string): Rule {
  const rule = BY_CODE.get(code);
  if (rule === undefined) throw new PackwheelError("CHECK_INVALID_RULE", `Cannot find a rule with the code "${code}"`);
  return rule;
}
