/**
 * Every key of `[tool.packwheel]`, as data: the reader checks by it, and the reference is written from it.
 */
import type { DynamicVersion } from "./tool-table.ts";

export type ToolKeyType =
  /** `"1"` */
  | "string"
  /** `["a", "b"]` */
  | "array of strings"
  /** `"a"` or `["a", "b"]` */
  | "string or array of strings"
  /** `{ "source" = "place" }` */
  | "table of strings"
  /** `["source"]` or `{ "source" = "place" }` */
  | "array or table of strings"
  /** `{ docs = ["docs.txt"] }` */
  | "table of arrays"
  /** `{ env = "VERSION" }` */
  | "table"
  /** `[[tool.packwheel.native]]` */
  | "array of tables";

export interface ToolKey {
  /** Below `tool.packwheel`: `dynamic.version`. */
  readonly name: string;
  readonly type: ToolKeyType;
  /** What counts when the key is not there. */
  readonly default: string;
  /** One line. */
  readonly meaning: string;
}

export const TOOL_KEYS: readonly ToolKey[] = [
  {
    name: "packages",
    type: "array of strings",
    default: "found by the project's name",
    meaning: "Import packages (folders) and modules (files) that go into the wheel",
  },
  {
    name: "include",
    type: "array of strings",
    default: "[]",
    meaning: "gitignore patterns of further files, which keep their place in the tree",
  },
  {
    name: "exclude",
    type: "array of strings",
    default: "[]",
    meaning: "gitignore patterns of files that stay out of wheel and sdist",
  },
  {
    name: "sdist-include",
    type: "array of strings",
    default: "[]",
    meaning: "gitignore patterns of further files for the sdist alone",
  },
  {
    name: "sdist-exclude",
    type: "array of strings",
    default: "[]",
    meaning: "gitignore patterns of files that stay out of the sdist",
  },
  {
    name: "force-include",
    type: "table of strings",
    default: "{}",
    meaning: "Source file or folder, and its place in the wheel; wins over every exclusion",
  },
  {
    name: "data.scripts",
    type: "array or table of strings",
    default: "{}",
    meaning: "Programs for the environment's bin folder; an array keeps the file names",
  },
  {
    name: "data.data",
    type: "array or table of strings",
    default: "{}",
    meaning: "Files for the root of the environment, for example share/man; an array keeps the paths",
  },
  {
    name: "data.headers",
    type: "array or table of strings",
    default: "{}",
    meaning: "C headers; an array keeps the paths",
  },
  {
    name: "data.purelib",
    type: "array or table of strings",
    default: "{}",
    meaning: "Files for site-packages of pure Python projects; an array keeps the paths",
  },
  {
    name: "data.platlib",
    type: "array or table of strings",
    default: "{}",
    meaning: "Files for site-packages of the platform; an array keeps the paths",
  },
  {
    name: "sbom-files",
    type: "array of strings",
    default: "[]",
    meaning: "Globs of SBOM files for .dist-info/sboms (PEP 770)",
  },
  {
    name: "python-tag",
    type: "string or array of strings",
    default: "py3",
    meaning: "Python tags of the wheel, for example py2.py3",
  },
  {
    name: "abi-tag",
    type: "string or array of strings",
    default: "none",
    meaning: "ABI tags of the wheel, for example abi3",
  },
  {
    name: "platform-tag",
    type: "string or array of strings",
    default: "any",
    meaning: "Platform tags of the wheel, for example manylinux_2_28_x86_64",
  },
  {
    name: "build-tag",
    type: "string",
    default: "nothing",
    meaning: "Build tag of the wheel: begins with a digit, settles ties between equal wheels",
  },
  {
    name: "metadata-version",
    type: "string",
    default: "2.4, or 2.5 with import names",
    meaning: "Version of METADATA and PKG-INFO",
  },
  {
    name: "version-file",
    type: "string",
    default: "nothing",
    meaning: "Python file that both archives get, with the version as __version__, version and version_tuple",
  },
  {
    name: "native",
    type: "array of tables",
    default: "[]",
    meaning: "Libraries and programs that are built for the wheel; their keys are listed below",
  },
  {
    name: "compiler",
    type: "string",
    default: "auto",
    meaning: "Who compiles `sources`: auto, host, wasm, a program, or wasm:path/to/cc.wasm",
  },
  {
    name: "dynamic.version",
    type: "table",
    default: "nothing",
    meaning: "Where the version comes from: python, file, package-json, cargo-toml, git-tag or env",
  },
  {
    name: "dynamic.description",
    type: "string",
    default: "nothing",
    meaning: "File whose first line is the summary; of a Python file, the first line of its docstring",
  },
  {
    name: "dynamic.readme",
    type: "table",
    default: "nothing",
    meaning: "Files that are joined into the readme: an array, or { files, content-type }",
  },
  {
    name: "dynamic.dependencies",
    type: "string or array of strings",
    default: "nothing",
    meaning: "requirements.txt style files with the dependencies",
  },
  {
    name: "dynamic.optional-dependencies",
    type: "table of arrays",
    default: "nothing",
    meaning: "For each extra, requirements.txt style files with its dependencies",
  },
];

/** Keys of `tool.packwheel` itself: `packages`, `data`, `dynamic`, ... */
export const TOP_LEVEL_TOOL_KEYS: readonly string[] = [
  ...new Set(TOOL_KEYS.map(({ name }) => name.split(".")[0] ?? name)),
];

/** Keys below one table: `dynamic` gives `version`, `description`, ... */
export function listToolKeysBelow(table: string): readonly string[] {
  return TOOL_KEYS.flatMap(({ name }) => (name.startsWith(`${table}.`) ? name.slice(table.length + 1) : []));
}

/** A way to find a version: the key of `dynamic.version` that chooses it. */
export interface VersionSource {
  readonly name: DynamicVersion["kind"];
  /** Further keys that it takes. */
  readonly options: readonly string[];
  /** A whole line of `[tool.packwheel.dynamic]`. */
  readonly example: string;
  /** One line. */
  readonly meaning: string;
}

export const VERSION_SOURCES: readonly VersionSource[] = [
  {
    name: "python",
    options: ["attribute"],
    example: 'version = { python = "src/hello/__init__.py", attribute = "__version__" }',
    meaning:
      "A string constant at the top level of a Python file, read without running Python; without attribute, __version__",
  },
  {
    name: "file",
    options: ["regex"],
    example: 'version = { file = "CMakeLists.txt", regex = "VERSION (?<version>[0-9.]+)" }',
    meaning: "The whole text of a file, or the group version of a regular expression (^ and $ match at every line)",
  },
  {
    name: "package-json",
    options: [],
    example: 'version = { package-json = "package.json" }',
    meaning: "The version of an npm package; 1.2.3-beta.1 becomes 1.2.3b1",
  },
  {
    name: "cargo-toml",
    options: [],
    example: 'version = { cargo-toml = "Cargo.toml" }',
    meaning: "The version of a Rust package, its own or its workspace's; 1.2.3-beta.1 becomes 1.2.3b1",
  },
  {
    name: "git-tag",
    options: ["commit"],
    example: 'version = { git-tag = "v*", commit = true }',
    meaning:
      "The nearest tag, true or a pattern; N commits after v1.2.3 it is 1.2.4.devN, with commit = true 1.2.4.devN+gCOMMIT",
  },
  {
    name: "env",
    options: [],
    example: 'version = { env = "PROJECT_VERSION" }',
    meaning: "An environment variable",
  },
];
