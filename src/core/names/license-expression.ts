/**
 * SPDX license expressions: `MIT AND (Apache-2.0 OR BSD-2-Clause)`.
 * Spec: https://packaging.python.org/en/latest/specifications/license-expression/
 */
import { PackwheelError } from "../errors.ts";
import { closestMatch } from "./closest.ts";
import { DEPRECATED_LICENSE_IDS, EXCEPTION_IDS, LICENSE_IDS } from "./data/spdx.ts";
import { quote } from "./quote.ts";

/** What people write for licenses whose identifier is another, in lower case and without spaces. */
const COMMON_NAMES: ReadonlyMap<string, string> = new Map([
  ["agpl", "AGPL-3.0-or-later"],
  ["agplv3", "AGPL-3.0-or-later"],
  ["apache", "Apache-2.0"],
  ["apache2", "Apache-2.0"],
  ["apache2.0", "Apache-2.0"],
  ["apachelicense2.0", "Apache-2.0"],
  ["apachelicense,version2.0", "Apache-2.0"],
  ["asl2", "Apache-2.0"],
  ["boost", "BSL-1.0"],
  ["bsd", "BSD-3-Clause"],
  ["bsd-2", "BSD-2-Clause"],
  ["bsd-3", "BSD-3-Clause"],
  ["bsdlicense", "BSD-3-Clause"],
  ["3-clausebsd", "BSD-3-Clause"],
  ["cc0", "CC0-1.0"],
  ["commercial", "LicenseRef-Proprietary"],
  ["gpl", "GPL-3.0-or-later"],
  ["gpl2", "GPL-2.0-or-later"],
  ["gplv2", "GPL-2.0-or-later"],
  ["gplv2+", "GPL-2.0-or-later"],
  ["gpl3", "GPL-3.0-or-later"],
  ["gplv3", "GPL-3.0-or-later"],
  ["gplv3+", "GPL-3.0-or-later"],
  ["lgpl", "LGPL-3.0-or-later"],
  ["lgplv3", "LGPL-3.0-or-later"],
  ["mitlicense", "MIT"],
  ["themitlicense", "MIT"],
  ["mpl", "MPL-2.0"],
  ["mpl2", "MPL-2.0"],
  ["proprietary", "LicenseRef-Proprietary"],
  ["psf", "PSF-2.0"],
  ["psfl", "PSF-2.0"],
  ["publicdomain", "LicenseRef-Public-Domain"],
]);

/**
 * The form that goes into METADATA: identifiers in their own case, operators in upper case, single spaces.
 * Nothing is reordered, and parentheses stay.
 *
 * @throws {PackwheelError} `LICENSE_EXPRESSION_INVALID`, with the nearest identifier as its hint.
 */
export function normalizeLicenseExpression(text: string): string {
  const tokens = text.match(/[()]|[^() \t\n\r\f\v]+/g) ?? [];
  const written: string[] = [];
  let depth = 0;
  for (const token of tokens) {
    const next = normalizeToken(token, written, text);
    if (next === "(") depth++;
    if (next === ")" && --depth < 0) fail(text, "a `)` has no `(`");
    written.push(next);
  }
  const last = written.at(-1);
  if (last === undefined) fail(text, "it is empty", "Write an SPDX identifier such as `MIT`");
  if (isOperator(last) || last === "(") fail(text, `a license must follow \`${last}\``);
  if (depth > 0) fail(text, "a `(` has no `)`");
  return written.join(" ").replaceAll("( ", "(").replaceAll(" )", ")");
}

/** @param before The tokens already read, normalised. */
function normalizeToken(token: string, before: readonly string[], text: string): string {
  const previous = before.at(-1);
  const wantsLicense = previous === undefined || previous === "(" || previous === "AND" || previous === "OR";
  const lower = token.toLowerCase();

  if (previous === "WITH") return normalizeException(token, text);
  if (token === "(") return wantsLicense ? token : fail(text, "an operator is missing before `(`");
  if (lower === "and" || lower === "or" || lower === "with" || token === ")") {
    if (wantsLicense) fail(text, `a license is missing before \`${token}\``);
    if (lower === "with" && (previous === ")" || before.at(-2) === "WITH")) {
      fail(text, "`WITH` must follow a license identifier");
    }
    return lower.toUpperCase();
  }
  if (!wantsLicense) fail(text, `an operator is missing before ${quote(token)}`, wholeTextHint(text));
  return normalizeLicense(token, text);
}

function normalizeLicense(token: string, text: string): string {
  if (/^licenseref-/i.test(token)) {
    const name = token.slice("LicenseRef-".length);
    if (!/^[A-Za-z0-9.-]+$/.test(name)) {
      fail(text, `after \`LicenseRef-\` come letters, digits, \`.\` and \`-\` alone, not ${quote(name)}`);
    }
    return `LicenseRef-${name}`;
  }
  const lower = token.toLowerCase();
  const orLater = lower.endsWith("+") ? "+" : "";
  const id = licenses().get(lower.slice(0, lower.length - orLater.length));
  if (id !== undefined) return id + orLater;
  if (exceptions().has(lower)) fail(text, `${quote(token)} is an exception, to be written after \`WITH\``);
  return fail(text, `${quote(token)} is not an SPDX license identifier`, licenseHint(token) ?? wholeTextHint(text));
}

function normalizeException(token: string, text: string): string {
  const exception = exceptions().get(token.toLowerCase());
  if (exception !== undefined) return exception;
  const nearest = closestMatch(token, exceptions().values());
  return fail(
    text,
    `${quote(token)} is not an SPDX license exception`,
    nearest === undefined ? undefined : `Write \`${nearest}\``,
  );
}

function licenseHint(token: string): string | undefined {
  const common = COMMON_NAMES.get(token.toLowerCase()) ?? closestMatch(token, licenses().values());
  return common === undefined ? undefined : `Write \`${common}\``;
}

/** For texts such as `Apache License 2.0`, which read as several identifiers. */
function wholeTextHint(text: string): string {
  const compact = text.slice(0, 100).replace(/\s+/g, "").toLowerCase();
  const common = COMMON_NAMES.get(compact) ?? closestMatch(text.trim().replace(/\s+/g, "-"), licenses().values());
  if (common !== undefined) return `Write \`${common}\``;
  return "Write an identifier of https://spdx.org/licenses/, or `LicenseRef-` and a name of your own";
}

let licenseTable: ReadonlyMap<string, string> | undefined;
let exceptionTable: ReadonlyMap<string, string> | undefined;

/** Lower case -> as SPDX writes it. Made when first needed: most projects name one license or none. */
function licenses(): ReadonlyMap<string, string> {
  licenseTable ??= byLowerCase(words(LICENSE_IDS).concat(words(DEPRECATED_LICENSE_IDS)));
  return licenseTable;
}

function exceptions(): ReadonlyMap<string, string> {
  exceptionTable ??= byLowerCase(words(EXCEPTION_IDS));
  return exceptionTable;
}

function byLowerCase(ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(ids.map((id) => [id.toLowerCase(), id]));
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function isOperator(token: string): boolean {
  return token === "AND" || token === "OR" || token === "WITH";
}

function fail(text: string, problem: string, hint?: string): never {
  throw new PackwheelError(
    "LICENSE_EXPRESSION_INVALID",
    `Cannot read the license expression ${quote(text)}: ${problem}`,
    { hint },
  );
}
