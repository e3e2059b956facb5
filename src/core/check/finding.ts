/** Findings that refer to a rule, and so have its severity. */
import type { Finding, Severity } from "../errors.ts";
import { findRule, getRule, type RuleCode } from "./rules.ts";

export interface FindingPlace {
  /** Member of the archive the finding is about. */
  readonly path?: string | undefined;
  readonly hint?: string | undefined;
}

/** A finding of one rule. */
export function finding(code: RuleCode, message: string, place: FindingPlace = {}): Finding {
  const { path, hint } = place;
  return {
    code,
    severity: getRule(code).severity,
    message,
    ...(path === undefined ? {} : { path }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/**
 * Findings that a reader made, placed at a member. Of the reader's severity and the rule's, the milder counts: a
 * reader knows exceptions, and the table knows who minds.
 */
export function adoptFindings(findings: readonly Finding[], path?: string): Finding[] {
  return findings.map((found) => {
    const severity = milder(found.severity, findRule(found.code)?.severity ?? found.severity);
    return { ...found, severity, ...(path === undefined ? {} : { path }) };
  });
}

const SEVERITIES: readonly Severity[] = ["note", "warning", "error"];

function milder(left: Severity, right: Severity): Severity {
  return SEVERITIES.indexOf(left) < SEVERITIES.indexOf(right) ? left : right;
}
