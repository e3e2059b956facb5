/**
 * A pyproject.toml without `[project]`: what to write depends on what the project has instead.
 */
import { PackwheelError } from "../../errors.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { findValue, formatTomlString } from "../dynamic/advice.ts";
import { PYPROJECT } from "./pyproject-toml.ts";
import { isTable, type TomlTable } from "./toml-value.ts";

export async function missingProjectTable(pyproject: TomlTable, tree: FileTree): Promise<PackwheelError> {
  return new PackwheelError("PROJECT_TABLE_MISSING", "Cannot build from pyproject.toml: it has no [project] table", {
    path: PYPROJECT,
    hint: await suggestTable(pyproject, tree),
  });
}

async function suggestTable(pyproject: TomlTable, tree: FileTree): Promise<string> {
  const poetry = findValue(pyproject, "tool", "poetry");
  if (isTable(poetry)) {
    return `Write ${describeStart(poetry)}, and move dependencies there too: Poetry 2 reads [project] as well as [tool.poetry]`;
  }
  if (isTable(findValue(pyproject, "tool", "flit", "metadata"))) {
    return "Move [tool.flit.metadata] to [project]: flit 3.2 and newer read it";
  }
  for (const file of ["setup.cfg", "setup.py"]) {
    if ((await tree.read(file)) === undefined) continue;
    return `Move the metadata of ${file} to [project] with name and version: setuptools 61 and newer read it, and packwheel does not read ${file}`;
  }
  return 'Write [project] with `name = "your-project"` and `version = "0.1.0"` below it';
}

/** The head of the table, as far as the other table tells. */
function describeStart(table: TomlTable): string {
  const name = table["name"];
  const version = table["version"];
  const shownName = typeof name === "string" ? formatTomlString(name) : '"your-project"';
  const shownVersion = typeof version === "string" ? formatTomlString(version) : '"0.1.0"';
  return `[project] with \`name = ${shownName}\` and \`version = ${shownVersion}\``;
}
