/**
 * Keys of `[tool.packwheel]` given from outside for one build, each as a string or as several.
 * `python-tag=py2.py3` sets a string, a list may have any number of strings, and a table takes `name=value` strings:
 * `force-include=build/a.so=hello/a.so`, `dynamic.version=env=VERSION`.
 */
import { type Place, quote } from "./place.ts";
import { suggest, type TomlTable } from "./pyproject/toml-value.ts";
import { TOOL_KEYS, type ToolKey } from "./tool-keys.ts";
import { parseToolKeys, type ToolTable } from "./tool-table.ts";

export type ToolSettings = Readonly<Record<string, string | readonly string[]>>;

/** @param place Where settings are reported: a source of its own, not pyproject.toml. */
export function readToolSettings(settings: ToolSettings, place: Place): Partial<ToolTable> {
  const table: Record<string, unknown> = {};
  const inner = new Map<string, Record<string, unknown>>();
  for (const [name, given] of Object.entries(settings)) {
    const key = TOOL_KEYS.find((candidate) => candidate.name === name);
    if (key === undefined) {
      const names = TOOL_KEYS.map((candidate) => candidate.name);
      place.error("PROJECT_KEY_UNKNOWN", `Unknown setting ${quote(name)}`, suggest(name, names));
      continue;
    }
    const value = readSetting(key, typeof given === "string" ? [given] : given, placeOf(name, place));
    if (value === undefined) continue;
    const [outer = name, below] = name.split(".");
    if (below === undefined) {
      table[outer] = value;
    } else {
      const entries = inner.get(outer) ?? {};
      entries[below] = value;
      inner.set(outer, entries);
      table[outer] = entries;
    }
  }
  return parseToolKeys(table, place);
}

/** The TOML value that the strings stand for. */
function readSetting(key: ToolKey, given: readonly string[], place: Place): unknown {
  switch (key.type) {
    case "string":
      return readOne(given, place);
    case "string or array of strings":
    case "array of strings":
      return given;
    case "array or table of strings":
      return given.every((text) => text.includes("=")) ? readEntries(given, place) : given;
    case "table of strings":
      return readEntries(given, place);
    case "table of arrays":
      return groupEntries(given, place);
    case "table":
      // A readme may be a list of files; a version needs to say what kind of source it names.
      return given.every((text) => !text.includes("=")) ? given : withTrue(readEntries(given, place));
    case "array of tables":
      place.error("TOOL_VALUE_INVALID", "Tables cannot be given for one build", "Write them in pyproject.toml");
      return undefined;
  }
}

function placeOf(name: string, place: Place): Place {
  return name.split(".").reduce((outer, part) => outer.at(part), place);
}

function readOne(given: readonly string[], place: Place): string | undefined {
  const [only] = given;
  if (given.length === 1) return only;
  place.error("TOOL_VALUE_INVALID", `Setting is given ${given.length} times`, "Give it once");
  return undefined;
}

function readEntries(given: readonly string[], place: Place): TomlTable {
  const entries = given.flatMap((text) => splitEntry(text, place) ?? []);
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

function groupEntries(given: readonly string[], place: Place): TomlTable {
  const groups = new Map<string, string[]>();
  for (const entry of given.flatMap((text) => splitEntry(text, place) ?? [])) {
    groups.set(entry.name, [...(groups.get(entry.name) ?? []), entry.value]);
  }
  return Object.fromEntries(groups);
}

function splitEntry(text: string, place: Place): { readonly name: string; readonly value: string } | undefined {
  const separator = text.indexOf("=");
  if (separator > 0) return { name: text.slice(0, separator), value: text.slice(separator + 1) };
  place.error("TOOL_VALUE_INVALID", `${quote(text)} has no =`, "Write it as `name=value`");
  return undefined;
}

/** `git-tag=true` means the boolean. */
function withTrue(table: TomlTable): TomlTable {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, value === "true" ? true : value]));
}
