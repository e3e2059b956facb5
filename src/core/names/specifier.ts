/**
 * Version specifiers: `>=3.9,<4,!=3.10.*`.
 * Spec: https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "./quote.ts";
import {
  compareVersions,
  formatPublicVersion,
  formatVersion,
  isLocalVersion,
  isPostRelease,
  isPreRelease,
  toPublicVersion,
  tryParseVersion,
  type Version,
} from "./version.ts";

export type SpecifierOperator = "~=" | "==" | "!=" | "<=" | ">=" | "<" | ">" | "===";

export interface Specifier {
  readonly operator: SpecifierOperator;
  /** As written, without spaces: `3.10.*`, `1.0-alpha`. */
  readonly version: string;
}

/** All must hold. Empty: every version fits. */
export type SpecifierSet = readonly Specifier[];

const OPERATOR = /^(===|==|~=|!=|<=|>=|<|>)/;

/**
 * Read a comma-separated list. Spaces and empty items do not count.
 *
 * @throws {PackwheelError} `SPECIFIER_INVALID`, with the offset of the item that is wrong.
 */
export function parseSpecifierSet(text: string): SpecifierSet {
  const specifiers: Specifier[] = [];
  let offset = 0;
  for (const item of text.split(",")) {
    if (item.trim() !== "") specifiers.push(parseSpecifier(item, offset));
    offset += item.length + 1;
  }
  return specifiers;
}

/** The form that goes into METADATA: sorted, each once, without spaces; versions stay as they were written. */
export function formatSpecifierSet(specifiers: SpecifierSet): string {
  const sorted = specifiers.map(formatSpecifier).sort(compareCodePoints);
  const seen = new Set<string>();
  return sorted
    .filter((text) => {
      const key = comparisonKey(text);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .join(",");
}

export function formatSpecifier({ operator, version }: Specifier): string {
  return operator + version;
}

/**
 * Whether a version fits every specifier.
 * Pre-releases are judged like any other version: passing over them is the installer's choice.
 */
export function matchesSpecifier(specifiers: SpecifierSet, version: Version): boolean {
  return specifiers.every((specifier) => matchesOne(specifier, version));
}

/** Why a text is no specifier. */
export interface SpecifierFault {
  readonly problem: string;
  readonly hint: string | undefined;
}

/**
 * Read one specifier.
 *
 * @param offset Where `text` begins in what the user wrote; added to the offset of an error.
 * @throws {PackwheelError} `SPECIFIER_INVALID`
 */
export function parseSpecifier(text: string, offset = 0): Specifier {
  const result = readSpecifier(text);
  if ("operator" in result) return result;
  throw new PackwheelError(
    "SPECIFIER_INVALID",
    `Cannot read the version specifier ${quote(text.trim())}: ${result.problem}`,
    { offset: offset + text.length - text.trimStart().length, hint: result.hint },
  );
}

/** As `parseSpecifier`, for callers with errors of their own. */
export function readSpecifier(text: string): Specifier | SpecifierFault {
  const trimmed = text.trim();
  const match = OPERATOR.exec(trimmed);
  const version = trimmed.slice(match?.[0].length ?? 0).trim();
  if (match === null || /^[=<>~]/.test(version)) return missingOperator(trimmed);
  const operator = match[1] as SpecifierOperator; // the pattern matches these operators alone
  return faultOf(operator, version) ?? { operator, version };
}

function faultOf(operator: SpecifierOperator, version: string): SpecifierFault | undefined {
  if (version === "") return { problem: "the version is missing", hint: undefined };
  if (operator === "===") {
    const stranger = /[^A-Za-z0-9._*+!-]/.exec(version);
    return stranger === null ? undefined : { problem: `it holds ${quote(stranger[0])}`, hint: undefined };
  }
  if (/\s/.test(version)) return { problem: "a comma is missing", hint: commaHint(operator, version) };

  const isPrefix = version.endsWith(".*");
  const base = isPrefix ? version.slice(0, -2) : version;
  const parsed = tryParseVersion(base);
  if (parsed === undefined) return { problem: `${quote(version)} is not a PEP 440 version`, hint: undefined };

  const mayBePrefix = operator === "==" || operator === "!=";
  if (isPrefix && !mayBePrefix) {
    return { problem: "`.*` may follow `==` and `!=` alone", hint: `Write \`${operator}${base}\`` };
  }
  if (isPrefix && (isPreRelease(parsed) || isPostRelease(parsed) || isLocalVersion(parsed))) {
    return { problem: "`.*` may follow plain numbers alone", hint: `Write \`${operator}${base}\`` };
  }
  if (isLocalVersion(parsed) && !mayBePrefix) {
    return {
      problem: "a local version may follow `==`, `!=` and `===` alone",
      hint: `Write \`${operator}${formatPublicVersion(parsed)}\``,
    };
  }
  if (operator === "~=" && parsed.release.length < 2) {
    return { problem: "`~=` needs at least two numbers", hint: `Write \`~=${base}.0\` or \`>=${base}\`` };
  }
  return undefined;
}

/** What people write instead of an operator, by habit from npm, Poetry or Cargo. */
function missingOperator(text: string): SpecifierFault {
  const problem = "it must begin with one of ~=, ==, !=, <=, >=, <, >, ===";
  const other = /^(\^|~>?|=>|=<|=|<>)?[ \t]*(v?[0-9][^\s,]{0,60}?)(\+|(?:\.[*xX])+)?$/.exec(text);
  const version = other?.[2] ?? "";
  const parsed = tryParseVersion(version);
  if (parsed === undefined) return { problem, hint: "Write a specifier such as `>=3.9`" };
  if (other?.[3]?.startsWith(".")) return { problem, hint: `Write \`==${version}.*\`` };
  const [first = 0n, second] = parsed.release;
  switch (other?.[1]) {
    case "^": {
      const limit = first === 0n && second !== undefined ? `0.${second + 1n}` : `${first + 1n}`;
      return { problem, hint: `Write \`>=${version},<${limit}\`` };
    }
    case "~":
    case "~>":
      return { problem, hint: `Write \`~=${second === undefined ? `${version}.0` : version}\`` };
    case "=":
      return { problem, hint: `Write \`==${version}\`` };
    case "=<":
      return { problem, hint: `Write \`<=${version}\`` };
    case "<>":
      return { problem, hint: `Write \`!=${version}\`` };
    default:
      return { problem, hint: `Write \`>=${version}\`` };
  }
}

/** For `>=1 <2`, as npm writes it. */
function commaHint(operator: SpecifierOperator, version: string): string | undefined {
  const [first = "", ...rest] = version.split(/\s+/);
  const next = readSpecifier(rest.join(""));
  if (tryParseVersion(first) === undefined || !("operator" in next)) return undefined;
  return `Write \`${operator}${first},${formatSpecifier(next)}\``;
}

/** Equal for specifiers that accept the same versions: `>=1.0` and `>=1`. */
function comparisonKey(text: string): string {
  const { operator, version } = parseSpecifier(text);
  const parsed = operator === "===" || version.endsWith(".*") ? undefined : tryParseVersion(version);
  if (parsed === undefined) return text;
  return operator + formatVersion(operator === "~=" ? parsed : { ...parsed, release: withoutZeros(parsed.release) });
}

function withoutZeros(release: readonly bigint[]): readonly bigint[] {
  const last = release.findLastIndex((number) => number !== 0n);
  return release.slice(0, Math.max(last, 0) + 1);
}

function matchesOne({ operator, version: text }: Specifier, version: Version): boolean {
  if (operator === "===") return formatVersion(version).toLowerCase() === text.toLowerCase();
  if (text.endsWith(".*")) {
    const prefix = tryParseVersion(text.slice(0, -2));
    return prefix !== undefined && hasPrefix(version, prefix) === (operator === "==");
  }
  const wanted = tryParseVersion(text);
  if (wanted === undefined) return false;
  const candidate = toPublicVersion(version);
  switch (operator) {
    case "==":
      return compareVersions(isLocalVersion(wanted) ? version : candidate, wanted) === 0;
    case "!=":
      return compareVersions(isLocalVersion(wanted) ? version : candidate, wanted) !== 0;
    case "<=":
      return compareVersions(candidate, wanted) <= 0;
    case ">=":
      return compareVersions(candidate, wanted) >= 0;
    case "<":
      return compareVersions(version, wanted) < 0 && !isPreReleaseOf(version, wanted);
    case ">":
      return compareVersions(candidate, wanted) > 0 && !isPostReleaseOf(version, wanted);
    case "~=":
      return (
        compareVersions(candidate, wanted) >= 0 &&
        hasPrefix(version, { ...wanted, release: wanted.release.slice(0, -1) })
      );
  }
}

/** Same epoch, and the release begins with the numbers of `prefix`. */
function hasPrefix(version: Version, prefix: Version): boolean {
  return version.epoch === prefix.epoch && prefix.release.every((number, i) => (version.release[i] ?? 0n) === number);
}

/** `<1.0` must not let 1.0's own pre-releases in, unless it names one. */
function isPreReleaseOf(version: Version, wanted: Version): boolean {
  if (isPreRelease(wanted) || !isPreRelease(version)) return false;
  return compareVersions(version, { ...wanted, dev: 0n, local: [] }) >= 0;
}

/** `>1.0` must not let 1.0's own post-releases in, unless it names one. */
function isPostReleaseOf(version: Version, wanted: Version): boolean {
  if (isPostRelease(wanted) || !isPostRelease(version)) return false;
  return compareVersions({ ...version, post: undefined, dev: undefined, local: [] }, wanted) === 0;
}
