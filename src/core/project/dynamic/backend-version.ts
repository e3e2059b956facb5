/**
 * The line of `[tool.packwheel.dynamic]` that gives the version which a project's own backend finds.
 */
import { tryParseVersion } from "../../names/version.ts";
import { readQuietly } from "../project-path.ts";
import { isTable, type TomlTable } from "../pyproject/toml-value.ts";
import { adviseLine, adviseStatic, type BackendClues, findValue, formatTomlString, readFileList } from "./advice.ts";
import { findVersionAttribute, findVersionFile, listModuleFiles } from "./module-file.ts";

const GIT_TAG = "version = { git-tag = true }";

/** Tables of tools that take the version from the tags of the repository. */
const GIT_TOOLS = [
  "setuptools_scm",
  "setuptools-scm",
  "setuptools-git-versioning",
  "poetry-dynamic-versioning",
  "uv-dynamic-versioning",
  "versioningit",
  "versioneer",
] as const;

/** Where hatch looks when a file that is no Python has no pattern of its own. */
const HATCH_PATTERN = "^(?:__version__|VERSION) *= *[\"']v?(?<version>[^\"']+)";

/** One imperative clause, ready to paste. */
export async function suggestVersion(clues: BackendClues): Promise<string> {
  const { pyproject, tree, projectName } = clues;
  const written = findValue(pyproject, "tool", "poetry", "version");
  // Poetry's plugins want a placeholder there.
  if (typeof written === "string" && tryParseVersion(written) !== undefined && !/^0(\.0)*$/.test(written)) {
    return adviseStatic("version", formatTomlString(written));
  }
  const line = await translate(clues);
  if (line !== undefined) {
    const written = await findWrittenFile(clues);
    if (written === undefined) return adviseLine(line);
    return `${adviseLine(line)}, and \`version-file = ${formatTomlString(written)}\` below [tool.packwheel]`;
  }
  const found = await findVersionFile(tree, pyproject, projectName);
  if (found !== undefined) return adviseLine(pythonLine(found.file, found.attribute));
  for (const [file, source] of FALLBACK_FILES) {
    if ((await readQuietly(tree, file)) !== undefined)
      return adviseLine(`version = { ${source} = ${formatTomlString(file)} }`);
  }
  return 'Add one of `version = { python = "src/hello/__init__.py" }`, `{ file = "VERSION" }`, `{ git-tag = true }` and `{ env = "VERSION" }` below [tool.packwheel.dynamic], or pass --set-version';
}

/** The Python file that the backend writes the version into, without which the package may not import. */
async function findWrittenFile({ pyproject, tree }: BackendClues): Promise<string | undefined> {
  const inPackage = findValue(pyproject, "tool", "pdm", "version", "write_to");
  if (typeof inPackage === "string" && inPackage.endsWith(".py")) {
    const folder = inPackage.slice(0, inPackage.lastIndexOf("/") + 1);
    const isBelow = (await readQuietly(tree, `src/${folder}__init__.py`)) !== undefined;
    return isBelow ? `src/${inPackage}` : inPackage;
  }
  const written = [
    findValue(pyproject, "tool", "hatch", "build", "hooks", "vcs", "version-file"),
    findValue(pyproject, "tool", "hatch", "build", "targets", "wheel", "hooks", "vcs", "version-file"),
    findValue(pyproject, "tool", "setuptools_scm", "version_file"),
    findValue(pyproject, "tool", "setuptools_scm", "write_to"),
    findValue(pyproject, "tool", "setuptools-scm", "version_file"),
    findValue(pyproject, "tool", "setuptools-scm", "write_to"),
  ];
  return written.find((path): path is string => typeof path === "string" && path.endsWith(".py"));
}

const FALLBACK_FILES = [
  ["VERSION", "file"],
  ["VERSION.txt", "file"],
  ["version.txt", "file"],
  ["Cargo.toml", "cargo-toml"],
  ["package.json", "package-json"],
] as const;

async function translate(clues: BackendClues): Promise<string | undefined> {
  const { pyproject } = clues;
  return (
    (await translateSetuptools(findValue(pyproject, "tool", "setuptools"), clues)) ??
    (await translateHatch(findValue(pyproject, "tool", "hatch", "version"), clues)) ??
    (await translatePdm(findValue(pyproject, "tool", "pdm", "version"), clues)) ??
    (await translateScikitBuild(findValue(pyproject, "tool", "scikit-build", "metadata", "version"), clues)) ??
    (GIT_TOOLS.some((tool) => findValue(pyproject, "tool", tool) !== undefined) ? GIT_TAG : undefined) ??
    translateBackend(pyproject)
  );
}

/** `[tool.setuptools.dynamic] version = { attr = "hello.__version__" }` or `{ file = "VERSION" }` */
async function translateSetuptools(table: unknown, clues: BackendClues): Promise<string | undefined> {
  const version = isTable(table) ? findValue(table, "dynamic", "version") : undefined;
  const [file] = readFileList(version);
  if (file !== undefined) return `version = { file = ${formatTomlString(file)} }`;
  const attribute = isTable(version) ? version["attr"] : undefined;
  if (typeof attribute !== "string" || !isTable(table)) return undefined;
  const dot = attribute.lastIndexOf(".");
  const name = attribute.slice(dot + 1);
  const folder = findValue(table, "package-dir", "");
  const inside = listModuleFiles(dot === -1 ? name : attribute.slice(0, dot));
  const files = [...(typeof folder === "string" ? inside.map((path) => `${folder}/${path}`) : []), ...inside];
  return pythonLine((await firstExisting(files, clues)) ?? files[0] ?? "hello.py", name);
}

/** `[tool.hatch.version]`: `path` and `pattern`, or another `source` */
async function translateHatch(table: unknown, clues: BackendClues): Promise<string | undefined> {
  if (!isTable(table)) return undefined;
  const { path, pattern, source = "regex", variable, expression } = table;
  if (source === "vcs" || source === "uv-dynamic-versioning" || source === "versioningit") return GIT_TAG;
  if (source === "env" && typeof variable === "string") return `version = { env = ${formatTomlString(variable)} }`;
  if (source === "nodejs") {
    return `version = { package-json = ${formatTomlString(typeof path === "string" ? path : "package.json")} }`;
  }
  if (typeof path !== "string") return undefined;
  if (typeof pattern === "string") return regexLine(path, pattern.replaceAll("(?P<", "(?<"));
  if (typeof expression === "string" && /^\w+$/.test(expression)) return pythonLine(path, expression);
  if (!path.endsWith(".py")) return regexLine(path, HATCH_PATTERN);
  return pythonLine(path, (await findVersionAttribute(clues.tree, path)) ?? "__version__");
}

/** `[tool.pdm.version]`: `source = "file"` with `path`, or `source = "scm"` */
async function translatePdm(table: unknown, clues: BackendClues): Promise<string | undefined> {
  if (!isTable(table)) return undefined;
  if (table["source"] === "scm") return GIT_TAG;
  const path = table["path"];
  if (typeof path !== "string") return undefined;
  return pythonLine(path, (await findVersionAttribute(clues.tree, path)) ?? "__version__");
}

/** `[tool.scikit-build.metadata.version]`: `provider`, with `input` and `regex` for one of them */
async function translateScikitBuild(table: unknown, clues: BackendClues): Promise<string | undefined> {
  if (!isTable(table)) return undefined;
  const { provider, input, regex } = table;
  if (provider === "scikit_build_core.metadata.setuptools_scm") return GIT_TAG;
  if (provider !== "scikit_build_core.metadata.regex" || typeof input !== "string") return undefined;
  const named = typeof regex === "string" ? regex.replaceAll("(?P<value>", "(?<version>") : HATCH_PATTERN;
  if (typeof regex === "string" || !input.endsWith(".py")) return regexLine(input, named);
  return pythonLine(input, (await findVersionAttribute(clues.tree, input)) ?? "__version__");
}

/** Backends that need no table. */
function translateBackend(pyproject: TomlTable): string | undefined {
  const backend = findValue(pyproject, "build-system", "build-backend");
  if (backend !== "maturin") return undefined;
  const manifest = findValue(pyproject, "tool", "maturin", "manifest-path");
  return `version = { cargo-toml = ${formatTomlString(typeof manifest === "string" ? manifest : "Cargo.toml")} }`;
}

async function firstExisting(files: readonly string[], { tree }: BackendClues): Promise<string | undefined> {
  for (const file of files) {
    if ((await readQuietly(tree, file)) !== undefined) return file;
  }
  return undefined;
}

function pythonLine(file: string, attribute: string): string {
  const name = attribute === "__version__" ? "" : `, attribute = ${formatTomlString(attribute)}`;
  return `version = { python = ${formatTomlString(file)}${name} }`;
}

function regexLine(file: string, regex: string): string {
  return `version = { file = ${formatTomlString(file)}, regex = ${formatTomlString(regex)} }`;
}
