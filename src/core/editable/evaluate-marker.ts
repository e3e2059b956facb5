/**
 * Whether an environment marker holds.
 * Spec: https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
import type { Marker, MarkerOperand, MarkerVariable } from "../names/marker.ts";
import { normalizeName } from "../names/project-name.ts";
import { matchesSpecifier, readSpecifier } from "../names/specifier.ts";
import { tryParseVersion } from "../names/version.ts";

/** Values as the interpreter gives them; `extra` is empty where none is asked for. */
export type MarkerEnvironment = Readonly<Partial<Record<MarkerVariable, string>>>;

export function evaluateMarker(marker: Marker, environment: MarkerEnvironment): boolean {
  switch (marker.kind) {
    case "group":
      return evaluateMarker(marker.marker, environment);
    case "and":
      return marker.operands.every((operand) => evaluateMarker(operand, environment));
    case "or":
      return marker.operands.some((operand) => evaluateMarker(operand, environment));
    case "comparison":
      return compare(marker, environment);
  }
}

function compare(
  { left, operator, right }: Marker & { readonly kind: "comparison" },
  environment: MarkerEnvironment,
): boolean {
  const isExtra = [left, right].some((operand) => operand.kind === "variable" && operand.name === "extra");
  const [one, other] = [left, right].map((operand) => {
    const value = readOperand(operand, environment);
    return isExtra ? normalizeName(value) : value;
  });
  if (one === undefined || other === undefined) return false;
  if (operator === "in") return other.includes(one);
  if (operator === "not in") return !other.includes(one);
  const version = tryParseVersion(one);
  const specifier = version === undefined ? undefined : readSpecifier(`${operator}${other}`);
  // What are not versions are compared as text.
  if (version !== undefined && specifier !== undefined && "operator" in specifier) {
    return matchesSpecifier([specifier], version);
  }
  switch (operator) {
    case "==":
    case "===":
      return one === other;
    case "!=":
      return one !== other;
    case "<":
      return one < other;
    case "<=":
      return one <= other;
    case ">":
      return one > other;
    case ">=":
      return one >= other;
    case "~=":
      return false;
  }
}

function readOperand(operand: MarkerOperand, environment: MarkerEnvironment): string {
  return operand.kind === "text" ? operand.value : (environment[operand.name] ?? "");
}
