/**
 * Roles of interpreted text: `:role:`text``.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/roles.html
 */
import type { RstDocument } from "../document.ts";

export interface Role {
  /** What the text of the role is checked for: `raw` and roles made from it are disabled on PyPI. */
  readonly kind: "plain" | "raw" | "pep" | "rfc" | "unimplemented";
  /** Options that a role made from this one may have, besides `class`. */
  readonly option?: "language" | "format";
}

const PLAIN: Role = { kind: "plain" };
const PEP: Role = { kind: "pep" };
const RFC: Role = { kind: "rfc" };
const UNIMPLEMENTED: Role = { kind: "unimplemented" };

/** A role made by the `role` directive, when it names no other to start from. */
export const CUSTOM_ROLE: Role = PLAIN;

const STANDARD_ROLES: ReadonlyMap<string, Role> = new Map([
  ...names(PLAIN, "abbreviation ab acronym ac subscript sub superscript sup title-reference title t"),
  ...names(PLAIN, "emphasis strong literal math"),
  ...names({ kind: "plain", option: "language" }, "code"),
  ...names({ kind: "raw", option: "format" }, "raw"),
  ...names(PEP, "pep-reference pep"),
  ...names(RFC, "rfc-reference rfc"),
  ...names(UNIMPLEMENTED, "index i named-reference anonymous-reference footnote-reference citation-reference"),
  ...names(UNIMPLEMENTED, "substitution-reference target uri-reference uri url restructuredtext-unimplemented-role"),
]);

function names(role: Role, list: string): [string, Role][] {
  return list.split(" ").map((name) => [name, role]);
}

/** The role of a name, made in the document or standard; the empty name asks for the default one. */
export function findRole(document: RstDocument, name: string): Role | undefined {
  if (name === "") return document.defaultRole ?? PLAIN;
  const key = name.toLowerCase();
  return document.roles.get(key) ?? STANDARD_ROLES.get(key);
}

/** Why a role cannot take this text, in docutils' words; `raw` is the text with its escapes. */
export function problemOfRole(role: Role, name: string, text: string, raw: string): string | undefined {
  switch (role.kind) {
    case "raw":
      return "raw (and derived) roles disabled";
    case "unimplemented":
      return `Interpreted text role "${name}" not implemented.`;
    case "pep":
      return isIntegerWithin(text, 0, 9999)
        ? undefined
        : `PEP number must be a number from 0 to 9999; "${raw}" is invalid.`;
    case "rfc":
      return isIntegerWithin(text.split("#")[0] ?? "", 1, Number.POSITIVE_INFINITY)
        ? undefined
        : `RFC number must be a number greater than or equal to 1; "${raw}" is invalid.`;
    default:
      return undefined;
  }
}

function isIntegerWithin(text: string, least: number, most: number): boolean {
  const digits = text.trim();
  if (!/^[+-]?\d+(?:_\d+)*$/.test(digits)) return false;
  const value = Number(digits.replaceAll("_", ""));
  return value >= least && value <= most;
}
