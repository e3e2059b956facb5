/**
 * Versions: what may be written, the one normal form of each, and their order.
 * Spec: https://packaging.python.org/en/latest/specifications/version-specifiers/
 *
 * Numbers are `bigint`: a date with a time, or a commit id of digits alone, is more than a double can hold.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "./quote.ts";

export type PreReleaseKind = "a" | "b" | "rc";

export interface Version {
  /** The `1` of `1!2.0`. Almost always 0. */
  readonly epoch: bigint;
  /** At least one number; zeros at the end are kept as written. */
  readonly release: readonly bigint[];
  readonly pre: { readonly kind: PreReleaseKind; readonly number: bigint } | undefined;
  readonly post: bigint | undefined;
  readonly dev: bigint | undefined;
  /** The parts of `+ubuntu.1`; empty when there is no local version. */
  readonly local: readonly (bigint | string)[];
}

/** Python reads no integer of more digits (`sys.set_int_max_str_digits`), so no tool could read the version. */
const MAX_DIGITS = 4300;

// Each part can begin in one place only, so matching takes linear time.
const GRAMMAR = new RegExp(
  [
    "^[ \\t\\n\\r\\f\\v]*v?",
    "(?:(?<epoch>[0-9]+)!)?",
    "(?<release>[0-9]+(?:\\.[0-9]+)*)",
    "(?:[-_.]?(?<preKind>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]+)?)?",
    "(?:-(?<bareNumber>[0-9]+)|[-_.]?(?<postWord>post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?",
    "(?:[-_.]?(?<devWord>dev)[-_.]?(?<devNumber>[0-9]+)?)?",
    "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?",
    "[ \\t\\n\\r\\f\\v]*$",
  ].join(""),
  "i",
);

const PRE_RELEASE_WORDS: Readonly<Record<string, PreReleaseKind>> = {
  a: "a",
  alpha: "a",
  b: "b",
  beta: "b",
  c: "rc",
  rc: "rc",
  pre: "rc",
  preview: "rc",
};

/**
 * Read a version in any spelling that the specification accepts: `v1.0-alpha.1` and `1.0a1` are the same.
 *
 * @throws {PackwheelError} `VERSION_INVALID`, with a hint where the meaning can be guessed.
 */
export function parseVersion(text: string): Version {
  const version = tryParseVersion(text);
  if (version !== undefined) return version;
  throw new PackwheelError("VERSION_INVALID", `Cannot read the version ${quote(text)}: not a PEP 440 version`, {
    hint: hintFor(text.trim()),
  });
}

/** As `parseVersion`, but undefined for what is no version. */
export function tryParseVersion(text: string): Version | undefined {
  const groups = GRAMMAR.exec(text)?.groups;
  if (groups === undefined) return undefined;
  if (text.length > MAX_DIGITS && text.split(/[^0-9]/).some((run) => run.length > MAX_DIGITS)) return undefined;

  const {
    epoch,
    release = "",
    preKind,
    preNumber,
    bareNumber,
    postWord,
    postNumber,
    devWord,
    devNumber,
    local,
  } = groups;
  const kind = preKind === undefined ? undefined : PRE_RELEASE_WORDS[preKind.toLowerCase()];
  return {
    epoch: BigInt(epoch ?? 0),
    release: release.split(".").map(BigInt),
    pre: kind === undefined ? undefined : { kind, number: BigInt(preNumber ?? 0) },
    post: bareNumber === undefined && postWord === undefined ? undefined : BigInt(bareNumber ?? postNumber ?? 0),
    dev: devWord === undefined ? undefined : BigInt(devNumber ?? 0),
    local: local === undefined ? [] : local.toLowerCase().split(/[-_.]/).map(parseLocalPart),
  };
}

/** The normal form, as file names and METADATA have it: `1!2.0rc1.post2.dev3+ubuntu.4`. Inverse of `parseVersion`. */
export function formatVersion(version: Version): string {
  const { local } = version;
  return formatPublicVersion(version) + (local.length === 0 ? "" : `+${local.join(".")}`);
}

/** The normal form without the local part. */
export function formatPublicVersion(version: Version): string {
  const { epoch, release, pre, post, dev } = version;
  let text = epoch === 0n ? "" : `${epoch}!`;
  text += release.join(".");
  if (pre !== undefined) text += `${pre.kind}${pre.number}`;
  if (post !== undefined) text += `.post${post}`;
  if (dev !== undefined) text += `.dev${dev}`;
  return text;
}

/** `formatVersion(parseVersion(text))`. @throws {PackwheelError} `VERSION_INVALID` */
export function normalizeVersion(text: string): string {
  return formatVersion(parseVersion(text));
}

/** For `Array.prototype.sort`, oldest first. Zero for equal versions, also when spelled `1.0` and `1.0.0`. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compareNumbers(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    preRank(a) - preRank(b) ||
    compareNumbers(a.pre?.number ?? 0n, b.pre?.number ?? 0n) ||
    compareNumbers(a.post ?? -1n, b.post ?? -1n) ||
    compareDevelopment(a.dev, b.dev) ||
    compareLocals(a.local, b.local)
  );
}

/** Alpha, beta, release candidate or development release: what installers pass over unless asked. */
export function isPreRelease(version: Version): boolean {
  return version.pre !== undefined || version.dev !== undefined;
}

export function isPostRelease(version: Version): boolean {
  return version.post !== undefined;
}

/** Whether there is a local part (`+ubuntu.1`), which no public index takes. */
export function isLocalVersion(version: Version): boolean {
  return version.local.length > 0;
}

/** The same version without its local part. */
export function toPublicVersion(version: Version): Version {
  return version.local.length === 0 ? version : { ...version, local: [] };
}

function parseLocalPart(part: string): bigint | string {
  return /^[0-9]+$/.test(part) ? BigInt(part) : part;
}

function compareNumbers(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Missing numbers count as zero: `1.0` equals `1.0.0`. */
function compareReleases(a: readonly bigint[], b: readonly bigint[]): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareNumbers(a[i] ?? 0n, b[i] ?? 0n);
    if (order !== 0) return order;
  }
  return 0;
}

/** A development release of a final version comes before that version's alphas. */
function preRank({ pre, post, dev }: Version): number {
  if (pre !== undefined) return { a: 0, b: 1, rc: 2 }[pre.kind];
  return post === undefined && dev !== undefined ? -1 : 3;
}

/** A development release comes before what it leads to. */
function compareDevelopment(a: bigint | undefined, b: bigint | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareNumbers(a, b);
}

/** Words come before numbers, and a shorter list before a longer one that begins with it. */
function compareLocals(a: Version["local"], b: Version["local"]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined) return 1;
    if (typeof left !== typeof right) return typeof left === "string" ? -1 : 1;
    const order =
      typeof left === "bigint" && typeof right === "bigint"
        ? compareNumbers(left, right)
        : compareCodePoints(String(left), String(right));
    if (order !== 0) return order;
  }
  return a.length < b.length ? -1 : 0;
}

/** Versions of other ecosystems, and what they most likely mean. */
function hintFor(text: string): string {
  const described = /^v?([0-9]+(?:\.[0-9]+)*)-([0-9]+)-g([0-9a-f]{4,40})$/i.exec(text);
  if (described !== null) return `Write \`${described[1]}.post${described[2]}+g${described[3]}\``;

  const semantic = /^v?([0-9]+(?:\.[0-9]+)*)[-.]([a-z]+)[-.]?([0-9]*)/i.exec(text);
  if (semantic !== null) {
    return `Write \`${semantic[1]}.dev${semantic[3] || "0"}\`, as only a, b, rc, post and dev may follow the numbers`;
  }
  return "Write a version such as `1.2.3`, `1.2.3rc1`, `1.2.3.post1` or `1.2.3.dev1`";
}
