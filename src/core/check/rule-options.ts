/** Which rules count, and how much: `--select`, `--ignore`, `--strict`. */
import { type Finding, PackwheelError } from "../errors.ts";
import { closestMatch } from "../names/closest.ts";
import { RULES } from "./rules.ts";

export interface RuleOptions {
  /** Codes, or beginnings of codes: only these rules count. Undefined or empty: all of them. */
  readonly select?: readonly string[] | undefined;
  /** Codes, or beginnings of codes, that do not count, also when selected. */
  readonly ignore?: readonly string[] | undefined;
  /** Warnings become errors. */
  readonly strict?: boolean | undefined;
}

/**
 * The findings that count under these options.
 *
 * @throws {PackwheelError} `CHECK_INVALID_RULE` when a code begins no rule's code: a typing error would silently
 *   change the result.
 */
export function applyRuleOptions(findings: readonly Finding[], options: RuleOptions): Finding[] {
  const { select = [], ignore = [], strict = false } = options;
  for (const prefix of [...select, ...ignore]) requireKnownPrefix(prefix);
  return findings
    .filter(({ code }) => select.length === 0 || matches(code, select))
    .filter(({ code }) => !matches(code, ignore))
    .map((found) => (strict && found.severity === "warning" ? { ...found, severity: "error" } : found));
}

function matches(code: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => code.startsWith(prefix));
}

function requireKnownPrefix(prefix: string): void {
  if (prefix !== "" && RULES.some(({ code }) => code.startsWith(prefix))) return;
  const near = closestMatch(
    prefix,
    RULES.map(({ code }) => code),
  );
  throw new PackwheelError("CHECK_INVALID_RULE", `Cannot select rules by "${prefix}": no code begins so`, {
    hint: near === undefined ? "List the codes with `packwheel check --list-rules`" : `Write \`${near}\``,
  });
}
