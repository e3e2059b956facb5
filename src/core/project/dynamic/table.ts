/**
 * `[tool.packwheel.dynamic]`: where the values come from that `[project]` leaves out.
 */
import { checkExtraName } from "../fields/dependencies.ts";
import { contentTypeOf, readContentType } from "../fields/readme.ts";
import { type Place, quote } from "../place.ts";
import { readProjectPath } from "../project-path.ts";
import {
  checkKeys,
  describeValue,
  isTable,
  readBoolean,
  readString,
  readStringOrStrings,
  readTable,
  type TomlTable,
} from "../pyproject/toml-value.ts";
import { listToolKeysBelow, VERSION_SOURCES, type VersionSource } from "../tool-keys.ts";
import type { DynamicReadme, DynamicTable, DynamicVersion } from "../tool-table.ts";

const SOURCE_NAMES = VERSION_SOURCES.map(({ name }) => name);

/** What flit, setuptools and hatch look for too. */
const DEFAULT_ATTRIBUTE = "__version__";

export function parseDynamicTable(value: unknown, place: Place): DynamicTable | undefined {
  const table = readTable(value, place);
  if (table === undefined) return undefined;
  checkKeys(table, listToolKeysBelow("dynamic"), place);
  function key<T>(name: string, read: (value: unknown, at: Place) => T): T | undefined {
    return table?.[name] === undefined ? undefined : read(table[name], place.at(name));
  }
  const keys: DynamicTable = {
    version: key("version", readVersionSource),
    description: key("description", readOnePath),
    readme: key("readme", readReadmeFiles),
    dependencies: key("dependencies", readFiles),
    optionalDependencies: key("optional-dependencies", readOptionalFiles),
  };
  // Undefined stands for a key that is not there, and must not cover one that is.
  return Object.fromEntries(Object.entries(keys).filter(([, read]) => read !== undefined));
}

function readVersionSource(value: unknown, place: Place): DynamicVersion | undefined {
  if (!isTable(value)) {
    const hint =
      typeof value === "string" && value.endsWith(".py")
        ? `Write \`version = { python = ${quote(value)} }\``
        : `Write a table with one of ${SOURCE_NAMES.join(", ")}, such as \`{ file = "VERSION" }\``;
    place.error("TOOL_VALUE_INVALID", `Expected a table, found ${describeValue(value)}`, hint);
    return undefined;
  }
  const [source, ...others] = VERSION_SOURCES.filter(({ name }) => value[name] !== undefined);
  if (source === undefined || others.length > 0) {
    checkKeys(value, [...SOURCE_NAMES, ...VERSION_SOURCES.flatMap(({ options }) => options)], place);
    const message =
      source === undefined
        ? "Table names no source"
        : `Table names several sources: ${[source, ...others].map(({ name }) => name).join(", ")}`;
    place.error("TOOL_VALUE_INVALID", message, `Write exactly one of ${SOURCE_NAMES.join(", ")}`);
    return undefined;
  }
  checkKeys(value, [source.name, ...source.options], place);
  return readSource(source.name, value, place);
}

function readSource(source: VersionSource["name"], table: TomlTable, place: Place): DynamicVersion | undefined {
  const here = place.at(source);
  switch (source) {
    case "git-tag":
      return readGitTag(table, place);
    case "env": {
      const name = readString(table["env"], here);
      return name === undefined || !checkVariableName(name, here) ? undefined : { kind: "env", name };
    }
    case "package-json":
    case "cargo-toml": {
      const file = readOnePath(table[source], here);
      return file === undefined ? undefined : { kind: source, file };
    }
    case "file": {
      const file = readOnePath(table["file"], here);
      const regex = table["regex"] === undefined ? undefined : readRegex(table["regex"], place.at("regex"));
      if (file === undefined || (regex === undefined && table["regex"] !== undefined)) return undefined;
      return { kind: "file", file, regex };
    }
    case "python": {
      const file = readOnePath(table["python"], here);
      const attribute =
        table["attribute"] === undefined ? DEFAULT_ATTRIBUTE : readAttribute(table["attribute"], place.at("attribute"));
      return file === undefined || attribute === undefined ? undefined : { kind: "python", file, attribute };
    }
  }
}

function readGitTag(table: TomlTable, place: Place): DynamicVersion | undefined {
  const value = table["git-tag"];
  const commit = table["commit"] === undefined ? false : readBoolean(table["commit"], place.at("commit"));
  if (commit === undefined) return undefined;
  if (value === true) return { kind: "git-tag", match: undefined, commit };
  if (typeof value === "string" && value !== "" && !/[\s\p{Cc}]/u.test(value) && !value.startsWith("-")) {
    return { kind: "git-tag", match: value, commit };
  }
  place
    .at("git-tag")
    .error(
      "TOOL_VALUE_INVALID",
      `Expected true or a pattern of tags, found ${describeValue(value)}`,
      'Write `true`, or a pattern such as `"v*"`',
    );
  return undefined;
}

function checkVariableName(name: string, place: Place): boolean {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return true;
  place.error(
    "TOOL_VALUE_INVALID",
    `${quote(name)} is not the name of an environment variable`,
    "Use letters, digits and underscores",
  );
  return false;
}

function readAttribute(value: unknown, place: Place): string | undefined {
  const name = readString(value, place);
  if (name === undefined || /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) return name;
  place.error(
    "TOOL_VALUE_INVALID",
    `${quote(name)} is not the name of a module's attribute`,
    "Write the name alone, such as `__version__`",
  );
  return undefined;
}

/** The expression is the project's own, so it is trusted to end; here only its form is checked. */
function readRegex(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  if (text === undefined) return undefined;
  // Python's spelling of a named group is what people bring from other tools.
  const regex = text.replaceAll("(?P<", "(?<");
  const names = groupNames(regex);
  if (names === undefined) {
    place.error("TOOL_VALUE_INVALID", `${quote(text)} is not a regular expression`, "Write it in JavaScript's syntax");
    return undefined;
  }
  if (names.includes("version")) return regex;
  place.error(
    "TOOL_VALUE_INVALID",
    `${quote(text)} has no group named version`,
    'Mark the version in it, as in `"VERSION = (?<version>[0-9.]+)"`',
  );
  return undefined;
}

/** An alternative that matches nothing makes every expression match, and so tells its groups. */
function groupNames(regex: string): readonly string[] | undefined {
  try {
    new RegExp(regex, "m");
    return Object.keys(new RegExp(`${regex}|`, "m").exec("")?.groups ?? {});
  } catch {
    return undefined;
  }
}

function readReadmeFiles(value: unknown, place: Place): DynamicReadme | undefined {
  const table: TomlTable = isTable(value) ? value : { files: value };
  checkKeys(table, ["files", "content-type"], place);
  const here = isTable(value) ? place.at("files") : place;
  if (table["files"] === undefined) {
    here.error("TOOL_VALUE_INVALID", "Key files is missing", 'Write `files = ["README.md"]`');
    return undefined;
  }
  const files = readFiles(table["files"], here);
  const given = table["content-type"];
  const contentType = given === undefined ? undefined : readContentType(given, place.at("content-type"));
  const [first] = files ?? [];
  if (files === undefined || first === undefined || (given !== undefined && contentType === undefined))
    return undefined;
  if (contentType === undefined && contentTypeOf(first) === undefined) {
    place.error(
      "TOOL_VALUE_INVALID",
      `File ${quote(first)} ends in none of .md, .rst and .txt`,
      `Write \`{ files = [${quote(first)}], content-type = "text/markdown" }\``,
    );
    return undefined;
  }
  return { files, contentType };
}

function readOptionalFiles(value: unknown, place: Place): Readonly<Record<string, readonly string[]>> | undefined {
  const table = readTable(value, place);
  if (table === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, item]) => {
      const here = place.at(name);
      const files = readFiles(item, here);
      return checkExtraName(name, here) && files !== undefined ? [[name, files]] : [];
    }),
  );
}

/** A path, or an array with at least one. */
function readFiles(value: unknown, place: Place): readonly string[] | undefined {
  const texts = readStringOrStrings(value, place);
  if (texts === undefined) return undefined;
  const files = texts.flatMap((text, index) => {
    const path = readProjectPath(text, Array.isArray(value) ? place.at(index) : place);
    return path ?? [];
  });
  if (Array.isArray(value) && value.length === 0) {
    place.error("TOOL_VALUE_INVALID", "Array is empty", "Write at least one file");
  }
  return files.length === 0 ? undefined : files;
}

function readOnePath(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  return text === undefined ? undefined : readProjectPath(text, place);
}
