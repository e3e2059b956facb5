/**
 * `license`: an SPDX expression, or the table that PEP 639 replaced by it.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#license
 */
import { normalizeLicenseExpression } from "../../names/license-expression.ts";
import { type Place, quote } from "../place.ts";
import { readProjectPath } from "../project-path.ts";
import { checkKeys, isTable, readString } from "../pyproject/toml-value.ts";

export type License =
  /** `license = "MIT"`, in its normal form: License-Expression */
  | { readonly kind: "expression"; readonly expression: string }
  /** `license = { file = "LICENSE" }`: its content is License, its path License-File */
  | { readonly kind: "file"; readonly path: string }
  /** `license = { text = "..." }`: License */
  | { readonly kind: "text"; readonly text: string };

export function readLicense(value: unknown, place: Place): License | undefined {
  if (isTable(value)) return readLicenseTable(value, place);
  const text = readString(value, place);
  if (text === undefined) return undefined;
  const expression = place.attempt("PROJECT_LICENSE_INVALID", () => normalizeLicenseExpression(text));
  return expression === undefined ? undefined : { kind: "expression", expression };
}

function readLicenseTable(table: Readonly<Record<string, unknown>>, place: Place): License | undefined {
  checkKeys(table, ["file", "text"], place);
  const { file, text } = table;
  if ((file === undefined) === (text === undefined)) {
    const message = file === undefined ? "Table has neither file nor text" : "Table has both file and text";
    place.error("PROJECT_LICENSE_INVALID", message, 'Write an SPDX expression instead, such as `license = "MIT"`');
    return undefined;
  }
  const license = file === undefined ? readText(text, place.at("text")) : readFile(file, place.at("file"));
  if (license !== undefined) {
    place.warning("PROJECT_LICENSE_DEPRECATED", "A table for license is deprecated", suggestExpression(license));
  }
  return license;
}

function readText(value: unknown, place: Place): License | undefined {
  const text = readString(value, place);
  if (text === undefined) return undefined;
  if (/[^\P{Cc}\t\r\n\f]/u.test(text)) {
    place.error(
      "PROJECT_LICENSE_INVALID",
      `Text ${quote(text)} holds a control character`,
      "Remove the control character",
    );
    return undefined;
  }
  return { kind: "text", text };
}

function readFile(value: unknown, place: Place): License | undefined {
  const text = readString(value, place);
  const path = text === undefined ? undefined : readProjectPath(text, place);
  return path === undefined ? undefined : { kind: "file", path };
}

/** A short text often is an expression already; it must not be turned into one silently. */
function suggestExpression(license: License): string {
  if (license.kind === "file") {
    return `Write an SPDX expression, such as \`license = "MIT"\`, and \`license-files = [${quote(license.path)}]\``;
  }
  if (license.kind === "text" && license.text.length <= 100) {
    try {
      return `Write \`license = ${quote(normalizeLicenseExpression(license.text))}\``;
    } catch {
      // Not an expression: the general advice stands.
    }
  }
  return 'Write an SPDX expression, such as `license = "MIT"`';
}
