/**
 * The words and parts of advice for dynamic keys.
 */
import type { FileTree } from "../../ports/file-tree.ts";
import { escapeControls, quote } from "../place.ts";
import { isTable, type TomlTable } from "../pyproject/toml-value.ts";

/** What a project says of itself outside of `[project]`. */
export interface BackendClues {
  /** The whole pyproject.toml. */
  readonly pyproject: TomlTable;
  readonly projectName: string;
  readonly tree: FileTree;
}

/** ``Add `version = { env = "VERSION" }` below [tool.packwheel.dynamic]`` */
export function adviseLine(line: string): string {
  return `Add \`${line}\` below [tool.packwheel.dynamic]`;
}

/** The value is known: it needs no dynamic source. */
export function adviseStatic(key: string, value: string): string {
  return `Write \`${key} = ${value}\` in [project], and remove ${quote(key)} from dynamic`;
}

/** A TOML string that holds exactly this text. */
export function formatTomlString(text: string): string {
  const isPlain = !/[\\"]/.test(text);
  return !isPlain && !/['\p{Cc}]/u.test(text) ? `'${text}'` : escapeControls(JSON.stringify(text));
}

/** The value below a chain of tables; undefined when one is missing. */
export function findValue(table: TomlTable, ...keys: readonly string[]): unknown {
  let current: unknown = table;
  for (const key of keys) current = isTable(current) ? current[key] : undefined;
  return current;
}

/** The files of setuptools' `{ file = ["a", "b"] }`, where one may also stand alone. */
export function readFileList(value: unknown): readonly string[] {
  return isTable(value) ? readStringList(value["file"]) : [];
}

/** Several strings, or one with commas between them. */
export function readStringList(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
  const parts = typeof value === "string" ? value.split(",").map((text) => text.trim()) : [];
  return parts.filter((text) => text !== "");
}
