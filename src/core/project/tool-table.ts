/**
 * `[tool.packwheel]`: everything a project can tell packwheel beyond the standard `[project]` table.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { METADATA_VERSIONS } from "../wheel/metadata-fields.ts";
import { parseDynamicTable } from "./dynamic/table.ts";
import { type Place, quote } from "./place.ts";
import { readProjectPath } from "./project-path.ts";
import {
  checkKeys,
  readString,
  readStringEntries,
  readStringOrStrings,
  readStrings,
  readTable,
  type TomlTable,
} from "./pyproject/toml-value.ts";
import { listToolKeysBelow, TOP_LEVEL_TOOL_KEYS } from "./tool-keys.ts";
import { type NativeTable, parseNativeTables } from "./tool-native.ts";

/** Where a value that `dynamic` names comes from. */
export type DynamicVersion =
  /** `{ python = "src/hello/__init__.py", attribute = "__version__" }`: a literal, read without running Python */
  | { readonly kind: "python"; readonly file: string; readonly attribute: string }
  /** `{ file = "VERSION" }` or `{ file = "CMakeLists.txt", regex = "VERSION (?<version>[0-9.]+)" }` */
  | { readonly kind: "file"; readonly file: string; readonly regex: string | undefined }
  /** `{ package-json = "package.json" }` */
  | { readonly kind: "package-json"; readonly file: string }
  /** `{ cargo-toml = "Cargo.toml" }` */
  | { readonly kind: "cargo-toml"; readonly file: string }
  /** `{ git-tag = true }` or `{ git-tag = "v*" }`; with `commit = true` the version ends in `+g<commit>` between tags */
  | { readonly kind: "git-tag"; readonly match: string | undefined; readonly commit?: boolean | undefined }
  /** `{ env = "PROJECT_VERSION" }` */
  | { readonly kind: "env"; readonly name: string };

export interface DynamicReadme {
  /** Joined in this order, one empty line between them. */
  readonly files: readonly string[];
  /** Taken from the first file's ending when absent. */
  readonly contentType: string | undefined;
}

/** `[tool.packwheel.dynamic]` */
export interface DynamicTable {
  readonly version?: DynamicVersion | undefined;
  readonly readme?: DynamicReadme | undefined;
  /** requirements.txt style files. */
  readonly dependencies?: readonly string[] | undefined;
  readonly optionalDependencies?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Files whose first line is the summary, or a Python file whose module docstring is. */
  readonly description?: string | undefined;
}

/** Keys of `.data`: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory */
export type DataScheme = "purelib" | "platlib" | "headers" | "scripts" | "data";

/** `[tool.packwheel]`, defaults filled in. Paths and globs are relative to pyproject.toml. */
export interface ToolTable {
  /** Import packages or modules, as folders or files: `["src/hello", "src/hello_cli.py"]`. Undefined: found by name. */
  readonly packages: readonly string[] | undefined;
  /** gitignore patterns of files that go in besides the packages, at the place they have in the tree. */
  readonly include: readonly string[];
  /** gitignore patterns of files that stay out of wheel and sdist. */
  readonly exclude: readonly string[];
  /** Further files for the sdist alone. */
  readonly sdistInclude: readonly string[];
  readonly sdistExclude: readonly string[];
  /** Source file or folder -> place in the wheel. Wins over every exclusion. */
  readonly forceInclude: Readonly<Record<string, string>>;
  /** scheme -> (source file or folder -> place below `.data/<scheme>/`). */
  readonly data: Readonly<Partial<Record<DataScheme, Readonly<Record<string, string>>>>>;
  /** Globs of SBOM files for `dist-info/sboms/` (PEP 770). */
  readonly sbomFiles: readonly string[];
  readonly pythonTag: readonly string[] | undefined;
  readonly abiTag: readonly string[] | undefined;
  readonly platformTag: readonly string[] | undefined;
  readonly buildTag: string | undefined;
  readonly metadataVersion: string | undefined;
  /** `src/hello/_version.py`: written into the archives, not into the tree. */
  readonly versionFile: string | undefined;
  /** `[[tool.packwheel.native]]`, in the order of the file. */
  readonly native: readonly NativeTable[];
  /** Who compiles: `auto`, `host`, `wasm`, `wasm:tools/cc.wasm`, `clang-19`; undefined when nobody said so. */
  readonly compiler: string | undefined;
  readonly dynamic: DynamicTable;
}

/** Versions that may be asked for: older ones are not allowed in an sdist, and both archives have the same. */
const WRITABLE_METADATA_VERSIONS: readonly string[] = METADATA_VERSIONS.filter((version) => version >= "2.2");

const DATA_SCHEMES: readonly DataScheme[] = ["purelib", "platlib", "headers", "scripts", "data"];

/** What counts for a key that is given nowhere. */
const DEFAULTS: ToolTable = {
  packages: undefined,
  include: [],
  exclude: [],
  sdistInclude: [],
  sdistExclude: [],
  forceInclude: {},
  data: {},
  sbomFiles: [],
  pythonTag: undefined,
  abiTag: undefined,
  platformTag: undefined,
  buildTag: undefined,
  metadataVersion: undefined,
  versionFile: undefined,
  native: [],
  compiler: undefined,
  dynamic: {},
};

/**
 * @param value The table of pyproject.toml; undefined when it has none.
 * @param settings The same keys given from outside (`readToolSettings`): each replaces the file's.
 */
export function parseToolTable(value: unknown, place: Place, settings: Partial<ToolTable> = {}): ToolTable {
  const file = value === undefined ? {} : parseToolKeys(value, place);
  return {
    ...DEFAULTS,
    ...file,
    ...settings,
    data: { ...file.data, ...settings.data },
    dynamic: { ...file.dynamic, ...settings.dynamic },
  };
}

/** The keys that the table has, without defaults. Keys whose value is wrong are reported and left out. */
export function parseToolKeys(value: unknown, place: Place): Partial<ToolTable> {
  const table = readTable(value, place) ?? {};
  checkKeys(table, TOP_LEVEL_TOOL_KEYS, place);
  const keys = {
    packages: optional(table, "packages", place, readPaths),
    include: optional(table, "include", place, readPatterns),
    exclude: optional(table, "exclude", place, readPatterns),
    sdistInclude: optional(table, "sdist-include", place, readPatterns),
    sdistExclude: optional(table, "sdist-exclude", place, readPatterns),
    forceInclude: optional(table, "force-include", place, readMapping),
    data: optional(table, "data", place, readData),
    sbomFiles: optional(table, "sbom-files", place, readPaths),
    pythonTag: optional(table, "python-tag", place, readTags),
    abiTag: optional(table, "abi-tag", place, readTags),
    platformTag: optional(table, "platform-tag", place, readTags),
    buildTag: optional(table, "build-tag", place, readBuildTag),
    metadataVersion: optional(table, "metadata-version", place, readMetadataVersion),
    versionFile: optional(table, "version-file", place, readVersionFile),
    native: optional(table, "native", place, parseNativeTables),
    compiler: optional(table, "compiler", place, readCompiler),
    dynamic: optional(table, "dynamic", place, parseDynamicTable),
  };
  // Undefined stands for a key that is not there, and must not cover one that is.
  return Object.fromEntries(Object.entries(keys).filter(([, read]) => read !== undefined)) as Partial<ToolTable>;
}

function optional<T>(
  table: TomlTable,
  key: string,
  place: Place,
  read: (value: unknown, place: Place) => T | undefined,
): T | undefined {
  return table[key] === undefined ? undefined : read(table[key], place.at(key));
}

function readPaths(value: unknown, place: Place): readonly string[] | undefined {
  return readStrings(value, place)?.flatMap((text, index) => readProjectPath(text, place.at(index)) ?? []);
}

/** gitignore patterns may begin with `/` or `!`; what they may not do is leave the tree. */
function readPatterns(value: unknown, place: Place): readonly string[] | undefined {
  return readStrings(value, place)?.filter((pattern, index) => {
    const fault = findPatternFault(pattern);
    if (fault !== undefined) {
      place.at(index).error("TOOL_VALUE_INVALID", `Pattern ${quote(pattern)} ${fault}`, "Write a gitignore pattern");
    }
    return fault === undefined;
  });
}

function findPatternFault(pattern: string): string | undefined {
  if (pattern.trim() === "") return "is empty";
  if (pattern.startsWith("#")) return "is a comment";
  if (/[\r\n]/.test(pattern)) return "has more than one line";
  if (pattern.split("/").includes("..")) return "leaves the project";
  return undefined;
}

function readCompiler(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  if (text === undefined || (text.trim() !== "" && text !== "wasm:")) return text;
  place.error("TOOL_VALUE_INVALID", `Compiler ${quote(text)} is none`, 'Write "auto", "host", "wasm" or a program');
  return undefined;
}

function readData(value: unknown, place: Place): ToolTable["data"] | undefined {
  const table = readTable(value, place);
  if (table === undefined) return undefined;
  checkKeys(table, listToolKeysBelow("data"), place);
  const data: Partial<Record<DataScheme, Readonly<Record<string, string>>>> = {};
  for (const scheme of DATA_SCHEMES) {
    const entry = table[scheme];
    if (entry === undefined) continue;
    const here = place.at(scheme);
    data[scheme] = Array.isArray(entry) ? readDataPaths(entry, scheme, here) : readMapping(entry, here);
  }
  return data;
}

/** Scripts land in one flat folder, so only their file name counts; everything else keeps its path. */
function readDataPaths(value: unknown, scheme: DataScheme, place: Place): Readonly<Record<string, string>> {
  const paths = readPaths(value, place) ?? [];
  return Object.fromEntries(
    paths.map((path) => [path, scheme === "scripts" ? (path.split("/").at(-1) ?? path) : path]),
  );
}

/** Source -> place; both relative, neither leaving its root. A place that ends in `/` is a folder, and stays so. */
function readMapping(value: unknown, place: Place): Readonly<Record<string, string>> {
  const entries = readStringEntries(value, place) ?? [];
  return Object.fromEntries(
    entries.flatMap(([source, target]) => {
      const here = place.at(source);
      const from = readProjectPath(source, here);
      // An empty place is the root: the folder's content lands there.
      const to = ["", ".", "./"].includes(target) ? "" : readProjectPath(target, here);
      if (from === undefined || to === undefined) return [];
      return [[from, to !== "" && target.endsWith("/") ? `${to}/` : to]];
    }),
  );
}

/** `"py2.py3"` and `["py2", "py3"]` are the same. */
function readTags(value: unknown, place: Place): readonly string[] | undefined {
  const texts = readStringOrStrings(value, place);
  if (texts === undefined) return undefined;
  const tags = texts.flatMap((text) => text.split("."));
  for (const tag of tags) {
    if (/^[a-z0-9_]+$/.test(tag)) continue;
    const repaired = tag.toLowerCase().replaceAll(/[-. ]/g, "_");
    place.error(
      "TOOL_VALUE_INVALID",
      `Tag ${quote(tag)} is not lower-case letters, digits and underscores`,
      /^[a-z0-9_]+$/.test(repaired) ? `Write \`${repaired}\`` : "Write a tag such as `py3`, `none` or `any`",
    );
    return undefined;
  }
  if (tags.length === 0) {
    place.error("TOOL_VALUE_INVALID", "Array is empty", "Remove the key, or write at least one tag");
    return undefined;
  }
  return [...new Set(tags)].sort(compareCodePoints);
}

function readVersionFile(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  const path = text === undefined ? undefined : readProjectPath(text, place);
  if (path === undefined || path.endsWith(".py")) return path;
  place.error("TOOL_VALUE_INVALID", `${quote(path)} is not a Python file`, "Write a path that ends in .py");
  return undefined;
}

function readBuildTag(value: unknown, place: Place): string | undefined {
  const tag = typeof value === "number" && Number.isInteger(value) ? String(value) : readString(value, place);
  if (tag === undefined || /^[0-9][A-Za-z0-9_.]*$/.test(tag)) return tag;
  place.error(
    "TOOL_VALUE_INVALID",
    `Build tag ${quote(tag)} is not a digit followed by letters, digits, dots and underscores`,
    "Write a build tag such as `1` or `1_fix`",
  );
  return undefined;
}

function readMetadataVersion(value: unknown, place: Place): string | undefined {
  const version = readString(value, place);
  if (version === undefined || WRITABLE_METADATA_VERSIONS.includes(version)) return version;
  place.error(
    "TOOL_VALUE_INVALID",
    `Metadata version ${quote(version)} cannot be written`,
    `Use one of ${WRITABLE_METADATA_VERSIONS.join(", ")}`,
  );
  return undefined;
}
