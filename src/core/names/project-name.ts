/**
 * Names of projects, extras and dependency groups: one rule for all three.
 * Spec: https://packaging.python.org/en/latest/specifications/name-normalization/
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "./quote.ts";

declare const brand: unique symbol;

/** Lower case, words joined by single `-`: `friendly-bard`. Only `normalizeName` makes one. */
export type NormalizedName = string & { readonly [brand]: "NormalizedName" };

/** `friendly-bard` as file and folder names write it: `friendly_bard`. Only `escapeName` makes one. */
export type EscapedName = string & { readonly [brand]: "EscapedName" };

const VALID = /^(?:[a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i;
const NORMALIZED = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether `text` may name a project, an extra or a dependency group. */
export function isValidName(text: string): boolean {
  return VALID.test(text);
}

/** @throws {PackwheelError} `NAME_INVALID` unless `text` may name a project, an extra or a dependency group. */
export function assertValidName(text: string): void {
  if (isValidName(text)) return;
  throw new PackwheelError("NAME_INVALID", `Cannot use ${quote(text)} as a name: ${faultOf(text)}`, {
    hint: hintFor(text),
  });
}

/** The form in which two names are compared: `Friendly._.Bard` -> `friendly-bard`. Takes any text. */
export function normalizeName(text: string): NormalizedName {
  return text.replace(/[-_.]+/g, "-").toLowerCase() as NormalizedName; // branding
}

/** Whether `text` is what `normalizeName` would make of it, as published extras must be. */
export function isNormalizedName(text: string): text is NormalizedName {
  return NORMALIZED.test(text);
}

/** The form used in names of wheels, sdists, `.dist-info` and `.data`: `Friendly-Bard` -> `friendly_bard`. */
export function escapeName(text: string): EscapedName {
  return normalizeName(text).replaceAll("-", "_") as string as EscapedName; // branding
}

/**
 * The form in which PyPI compares a new project's name with all existing ones:
 * two names with the same form are "too similar", because `l`, `1`, `i` and `o`, `0` look alike.
 */
export function ultranormalizeName(text: string): string {
  return text.toLowerCase().replace(/[-_.]/g, "").replace(/[1i]/g, "l").replaceAll("0", "o");
}

function faultOf(text: string): string {
  if (text === "") return "it is empty";
  const stranger = /[^a-z0-9._-]/i.exec(text)?.[0];
  if (stranger !== undefined) return `it holds ${quote(stranger)}`;
  return "it must start and end with a letter or a digit";
}

function hintFor(text: string): string {
  const repaired = text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .slice(0, 200)
    .replace(/[^a-z0-9._]+/gi, "-")
    .replace(/^[-._]+|[-._]+$/g, "");
  if (repaired !== "") return `Write \`${repaired}\``;
  return "Use ASCII letters and digits, joined by `-`, `_` or `.`";
}
