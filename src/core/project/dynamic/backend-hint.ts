/**
 * What to write for a dynamic key, translated from what the project tells its own build backend.
 * The tables of backends are read for this advice alone: no value of theirs gets into a wheel unasked.
 */
import { quote } from "../place.ts";
import { readQuietly } from "../project-path.ts";
import type { DynamicKey } from "../project-table.ts";
import { isTable } from "../pyproject/toml-value.ts";
import {
  adviseLine,
  adviseStatic,
  type BackendClues,
  findValue,
  formatTomlString,
  readFileList,
  readStringList,
} from "./advice.ts";
import { suggestVersion } from "./backend-version.ts";
import { findModuleFile } from "./module-file.ts";

/** One imperative clause, ready to paste. */
export async function suggestDynamicSource(key: DynamicKey, clues: BackendClues): Promise<string> {
  switch (key) {
    case "version":
      return suggestVersion(clues);
    case "description":
      return suggestDescription(clues);
    case "readme":
      return suggestReadme(clues);
    case "dependencies":
      return suggestDependencies(clues);
    case "optional-dependencies":
      return suggestOptionalDependencies(clues);
    case "classifiers":
      return suggestClassifiers(clues);
    case "license-files":
      return 'Remove "license-files" from dynamic: files with the usual names are found without it';
    default:
      return `Write ${key} in [project], and remove ${quote(key)} from dynamic`;
  }
}

/** Poetry adds classifiers for the licence and for every Python that is supported to those of its own table. */
function suggestClassifiers({ pyproject }: BackendClues): string {
  const isPoetry = Array.isArray(findValue(pyproject, "tool", "poetry", "classifiers"));
  return isPoetry
    ? 'Move classifiers from [tool.poetry] to [project], add those for Python versions, and remove "classifiers" from dynamic'
    : 'Write classifiers in [project], and remove "classifiers" from dynamic';
}

async function suggestDescription({ pyproject, projectName, tree }: BackendClues): Promise<string> {
  const [file] = readFileList(findValue(pyproject, "tool", "setuptools", "dynamic", "description"));
  if (file !== undefined) return adviseLine(`description = ${formatTomlString(file)}`);
  const poetry = findValue(pyproject, "tool", "poetry", "description");
  if (typeof poetry === "string") return adviseStatic("description", formatTomlString(poetry));
  const module = await findModuleFile(tree, pyproject, projectName);
  if (module !== undefined) return adviseLine(`description = ${formatTomlString(module)}`);
  return 'Write `description = "..."` in [project], and remove "description" from dynamic';
}

function suggestReadme({ pyproject }: BackendClues): string {
  const setuptools = findValue(pyproject, "tool", "setuptools", "dynamic", "readme");
  const files = readFileList(setuptools);
  const type = isTable(setuptools) ? setuptools["content-type"] : undefined;
  if (files.length > 0) return adviseReadme(files, type);

  const fancy = suggestFragments(findValue(pyproject, "tool", "hatch", "metadata", "hooks", "fancy-pypi-readme"));
  if (fancy !== undefined) return fancy;

  const poetry = readStringList(findValue(pyproject, "tool", "poetry", "readme"));
  const [first, ...others] = poetry;
  if (others.length > 0) return adviseReadme(poetry, undefined);
  if (first !== undefined) return adviseStatic("readme", formatTomlString(first));
  return 'Write `readme = "README.md"` in [project] and remove "readme" from dynamic, or add `readme = ["README.md", "CHANGELOG.md"]` below [tool.packwheel.dynamic]';
}

/** hatch-fancy-pypi-readme may also cut its files, and put text between them. */
function suggestFragments(table: unknown): string | undefined {
  const fragments = isTable(table) ? table["fragments"] : undefined;
  if (!isTable(table) || !Array.isArray(fragments)) return undefined;
  const tables = fragments.filter(isTable);
  const paths = [...new Set(tables.flatMap(({ path }) => (typeof path === "string" ? [path] : [])))];
  if (paths.length === 0) return undefined;
  const advice = adviseReadme(paths, table["content-type"]);
  const isWhole = tables.every((fragment) => Object.keys(fragment).every((key) => key === "path"));
  return isWhole && table["substitutions"] === undefined ? advice : `${advice}: whole files, without other fragments`;
}

function adviseReadme(files: readonly string[], contentType: unknown): string {
  const list = `[${files.map(formatTomlString).join(", ")}]`;
  return adviseLine(
    typeof contentType === "string"
      ? `readme = { files = ${list}, content-type = ${formatTomlString(contentType)} }`
      : `readme = ${list}`,
  );
}

async function suggestDependencies({ pyproject, tree }: BackendClues): Promise<string> {
  const setuptools = readFileList(findValue(pyproject, "tool", "setuptools", "dynamic", "dependencies"));
  const hatch = readStringList(findValue(pyproject, "tool", "hatch", "metadata", "hooks", "requirements_txt", "files"));
  const files = setuptools.length > 0 ? setuptools : hatch;
  if (files.length > 0) return adviseLine(`dependencies = [${files.map(formatTomlString).join(", ")}]`);
  if (isTable(findValue(pyproject, "tool", "poetry", "dependencies"))) {
    return 'Write the entries of [tool.poetry.dependencies] as `dependencies = ["name>=1.0"]` in [project], and remove "dependencies" from dynamic';
  }
  const usual = await readQuietly(tree, "requirements.txt");
  if (usual !== undefined) return adviseLine('dependencies = ["requirements.txt"]');
  return 'Write `dependencies = ["name>=1.0"]` in [project], and remove "dependencies" from dynamic';
}

function suggestOptionalDependencies({ pyproject }: BackendClues): string {
  const setuptools = findValue(pyproject, "tool", "setuptools", "dynamic", "optional-dependencies");
  const hatch = findValue(pyproject, "tool", "hatch", "metadata", "hooks", "requirements_txt", "optional-dependencies");
  const extras = [
    ...Object.entries(isTable(setuptools) ? setuptools : {}).map(
      ([name, value]) => [name, readFileList(value)] as const,
    ),
    ...Object.entries(isTable(hatch) ? hatch : {}).map(([name, value]) => [name, readStringList(value)] as const),
  ];
  const shown = extras
    .filter(([, files]) => files.length > 0)
    .map(([name, files]) => `${formatTomlKey(name)} = [${files.map(formatTomlString).join(", ")}]`);
  if (shown.length > 0) return adviseLine(`optional-dependencies = { ${shown.join(", ")} }`);
  return 'Write `optional-dependencies = { name = ["name>=1.0"] }` in [project], and remove "optional-dependencies" from dynamic';
}

function formatTomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}
