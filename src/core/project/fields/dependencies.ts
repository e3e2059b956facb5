/**
 * `dependencies` and `optional-dependencies`: requirements for Requires-Dist, extras for Provides-Extra.
 * Spec: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
import { isValidName, normalizeName } from "../../names/project-name.ts";
import { formatRequirement, parseRequirement, type Requirement, requirementOfExtra } from "../../names/requirement.ts";
import { type Place, quote } from "../place.ts";
import { readStrings, readTable } from "../pyproject/toml-value.ts";

/** An extra, in its normal form, and what it asks for. */
export interface Extra {
  readonly name: string;
  readonly requirements: readonly Requirement[];
}

export function readDependencies(value: unknown, place: Place): readonly Requirement[] {
  return (readStrings(value, place) ?? []).flatMap((text, index) => readRequirement(text, place.at(index)) ?? []);
}

/** In the order of the file. Two names that are one after normalisation are an error. */
export function readOptionalDependencies(value: unknown, place: Place): readonly Extra[] {
  const written = new Map<string, string>();
  return Object.entries(readTable(value, place) ?? {}).flatMap(([name, list]) => {
    const here = place.at(name);
    const requirements = readDependencies(list, here);
    if (!checkExtraName(name, here)) return [];
    const normalized = normalizeName(name);
    const other = written.get(normalized);
    if (other !== undefined) {
      here.error(
        "PROJECT_EXTRA_INVALID",
        `Extras ${quote(other)} and ${quote(name)} are both ${quote(normalized)} once normalised`,
        "Join their lists under one name",
      );
      return [];
    }
    written.set(normalized, name);
    return [{ name: normalized, requirements }];
  });
}

export function checkExtraName(name: string, place: Place): boolean {
  if (isValidName(name)) return true;
  place.error(
    "PROJECT_EXTRA_INVALID",
    `${quote(name)} cannot be the name of an extra`,
    "Use letters, digits, hyphens, underscores and dots, with a letter or digit at both ends",
  );
  return false;
}

/** A requirement that cannot be read is reported, and reads as undefined. */
export function readRequirement(text: string, place: Place): Requirement | undefined {
  return place.attempt("PROJECT_DEPENDENCY_INVALID", () => parseRequirement(text.trim()), "Write it as `name>=1.0`");
}

/** Requires-Dist: the dependencies first, then those of each extra. */
export function formatRequiresDist(dependencies: readonly Requirement[], extras: readonly Extra[]): readonly string[] {
  return [
    ...dependencies,
    ...extras.flatMap(({ name, requirements }) => requirements.map((each) => requirementOfExtra(each, name))),
  ].map(formatRequirement);
}
