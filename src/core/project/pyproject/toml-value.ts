/**
 * Values of a TOML document, read with the type that a key asks for.
 * A wrong type is reported at its place, and reads as undefined.
 */
import { closestMatch } from "../../names/closest.ts";
import { LINE_BOUNDARY } from "../../wheel/header-block.ts";
import { type Place, quote } from "../place.ts";

export type TomlTable = Readonly<Record<string, unknown>>;

export function isTable(value: unknown): value is TomlTable {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** `the string "a"`, `an array`, ...: what a message says was found. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return `the string ${quote(value)}`;
  if (typeof value === "boolean") return "a boolean";
  if (typeof value === "bigint") return "an integer";
  if (typeof value === "number") return Number.isInteger(value) ? "an integer" : "a float";
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return "a date or time";
  return "a table";
}

export function readString(value: unknown, place: Place): string | undefined {
  if (typeof value === "string") return value;
  reportType(value, place, "a string", typeof value === "number" ? `Write it in quotes: \`"${value}"\`` : undefined);
  return undefined;
}

export function readBoolean(value: unknown, place: Place): boolean | undefined {
  if (typeof value === "boolean") return value;
  reportType(value, place, "true or false", undefined);
  return undefined;
}

export function readTable(value: unknown, place: Place): TomlTable | undefined {
  if (isTable(value)) return value;
  reportType(value, place, "a table", undefined);
  return undefined;
}

export function readArray(value: unknown, place: Place): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const hint = typeof value === "string" ? `Write it as an array: \`[${quote(value)}]\`` : undefined;
  reportType(value, place, "an array", hint);
  return undefined;
}

/** Items that are not strings are reported and left out. */
export function readStrings(value: unknown, place: Place): readonly string[] | undefined {
  return readArray(value, place)?.flatMap((item, index) => readString(item, place.at(index)) ?? []);
}

/** One string, or an array of them. */
export function readStringOrStrings(value: unknown, place: Place): readonly string[] | undefined {
  return typeof value === "string" ? [value] : readStrings(value, place);
}

/** Entries whose value is not a string are reported and left out. */
export function readStringEntries(value: unknown, place: Place): readonly (readonly [string, string])[] | undefined {
  const table = readTable(value, place);
  if (table === undefined) return undefined;
  return Object.entries(table).flatMap(([key, item]) => {
    const text = readString(item, place.at(key));
    return text === undefined ? [] : [[key, text] as const];
  });
}

/** A string that fits into one line of a header; line ends and other control characters are reported. */
export function readLine(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  return text === undefined || !checkLine(text, place) ? undefined : text.trim();
}

/** All of Unicode's control characters but the tab, which does no harm in a header. */
const CONTROL_CHARACTER = /[^\P{Cc}\t]/u;

/** Report whatever would break out of one line of METADATA or entry_points.txt. */
export function checkLine(text: string, place: Place): boolean {
  if (LINE_BOUNDARY.test(text)) {
    place.error("PROJECT_TYPE_WRONG", `Value ${quote(text)} has more than one line`, "Write it on one line");
    return false;
  }
  if (CONTROL_CHARACTER.test(text)) {
    place.error("PROJECT_TYPE_WRONG", `Value ${quote(text)} holds a control character`, "Remove the control character");
    return false;
  }
  return true;
}

/** Report every key that `known` does not hold, with the nearest one that it does. */
export function checkKeys(table: TomlTable, known: readonly string[], place: Place): void {
  for (const key of Object.keys(table)) {
    if (known.includes(key)) continue;
    place.at(key).error("PROJECT_KEY_UNKNOWN", `Unknown key ${quote(key)}`, suggest(key, known));
  }
}

/** `Did you mean "x"?` when one of the known words is near, else a list of them. */
export function suggest(word: string, known: readonly string[]): string {
  const closest = closestMatch(word, known);
  return closest === undefined ? `Use one of ${known.join(", ")}` : `Did you mean ${quote(closest)}?`;
}

function reportType(value: unknown, place: Place, expected: string, hint: string | undefined): void {
  place.error("PROJECT_TYPE_WRONG", `Expected ${expected}, found ${describeValue(value)}`, hint ?? `Write ${expected}`);
}
