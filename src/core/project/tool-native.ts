/**
 * `[[tool.packwheel.native]]`: libraries and programs that go into the wheel, how they are made and how Python sees
 * them.
 */
import { isModuleName } from "../names/identifier.ts";
import { isTargetName, TARGET_NAMES } from "../tags/target.ts";
import { NATIVE_KEYS, type NativeKey } from "./native-keys.ts";
import { type Place, quote } from "./place.ts";
import { readProjectPath } from "./project-path.ts";
import {
  checkKeys,
  describeValue,
  readArray,
  readLine,
  readString,
  readStringEntries,
  readStrings,
  readTable,
  suggest,
  type TomlTable,
} from "./pyproject/toml-value.ts";

export type NativeKind = "cffi" | "ctypes" | "extension" | "executable";

export const RTLD_FLAGS = ["NOW", "LAZY", "GLOBAL", "LOCAL", "NODELETE", "NOLOAD", "DEEPBIND"] as const;
export type RtldFlag = (typeof RTLD_FLAGS)[number];

/** Keys that a target may give another value. Paths and globs are relative to pyproject.toml. */
export interface NativeValues {
  /** A string goes through the shell. */
  readonly command?: string | readonly string[] | undefined;
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly artifact?: string | undefined;
  readonly inputs?: readonly string[] | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly includeDirs?: readonly string[] | undefined;
  readonly defines?: readonly string[] | undefined;
  readonly flags?: readonly string[] | undefined;
  readonly libraries?: readonly string[] | undefined;
  readonly std?: string | undefined;
  readonly header?: string | undefined;
  readonly headerDefines?: readonly string[] | undefined;
  readonly rtldFlags?: readonly RtldFlag[] | undefined;
}

/** One table. Exactly one of `command` and `sources` is there, for every target. */
export interface NativeTable extends NativeValues {
  readonly name: string;
  readonly kind: NativeKind;
  readonly module: string | undefined;
  readonly targets: Readonly<Record<string, NativeValues>>;
}

const KINDS: readonly NativeKind[] = ["cffi", "ctypes", "extension", "executable"];

/** Tables that are wrong are reported, and left out. */
export function parseNativeTables(value: unknown, place: Place): readonly NativeTable[] | undefined {
  if (!Array.isArray(value)) {
    place.error(
      "PROJECT_TYPE_WRONG",
      `Expected an array of tables, found ${describeValue(value)}`,
      "Write [[tool.packwheel.native]], with two brackets",
    );
    return undefined;
  }
  const tables = value.flatMap((item, index) => parseNativeTable(item, place.at(index)) ?? []);
  reportRepeats(tables, place);
  return tables;
}

function parseNativeTable(value: unknown, place: Place): NativeTable | undefined {
  const table = readTable(value, place);
  if (table === undefined) return undefined;
  checkKeys(
    table,
    NATIVE_KEYS.map(({ name }) => name),
    place,
  );
  const kind = readKind(table, place);
  const module = table["module"] === undefined ? undefined : readModule(table["module"], place.at("module"));
  const name = readName(table, kind, module, place);
  const values = readValues(table, place);
  const targets = readTargets(table["target"], kind, place.at("target"));
  if (kind === undefined) return undefined;
  checkFits(table, kind, place);
  checkNeeded(table, kind, place);
  checkMaking(table, values, targets, kind, place);
  return name === undefined ? undefined : { ...values, name, kind, module, targets };
}

function readKind(table: TomlTable, place: Place): NativeKind | undefined {
  const value = table["kind"];
  if (value === undefined) {
    place.error("PROJECT_KEY_MISSING", 'Key "kind" is missing', `Write \`kind\` as one of ${KINDS.join(", ")}`);
    return undefined;
  }
  const text = readString(value, place.at("kind"));
  const kind = KINDS.find((known) => known === text);
  if (text !== undefined && kind === undefined) {
    place.at("kind").error("TOOL_VALUE_INVALID", `There is no kind ${quote(text)}`, suggest(text, KINDS));
  }
  return kind;
}

function readModule(value: unknown, place: Place): string | undefined {
  const module = readString(value, place);
  // Generated modules are imported by Python 2.7 too, and their names become file names.
  if (module === undefined || (isModuleName(module) && /^[\w.]+$/.test(module))) return module;
  place.error("TOOL_VALUE_INVALID", `${quote(module)} is not the name of a module`, "Write it as `hello._native`");
  return undefined;
}

function readName(
  table: TomlTable,
  kind: NativeKind | undefined,
  module: string | undefined,
  place: Place,
): string | undefined {
  if (table["name"] === undefined) {
    if (kind === "executable") {
      place.error("PROJECT_KEY_MISSING", 'Key "name" is missing', "Write the program's name, without `.exe`");
    } else if (kind !== undefined && table["module"] === undefined) {
      place.error(
        "PROJECT_KEY_MISSING",
        'Key "module" is missing',
        "Write the name that Python imports, such as `hello._native`",
      );
    }
    return kind === "executable" ? undefined : module;
  }
  const name = readLine(table["name"], place.at("name"));
  if (name === undefined || /^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}$/.test(name)) {
    if (name !== undefined && kind !== undefined && kind !== "executable" && table["module"] === undefined) {
      place.error(
        "PROJECT_KEY_MISSING",
        'Key "module" is missing',
        "Write the name that Python imports, such as `hello._native`",
      );
      return undefined;
    }
    return name;
  }
  place
    .at("name")
    .error(
      "TOOL_VALUE_INVALID",
      `Name ${quote(name)} cannot be a file's`,
      "Use letters, digits, dots, dashes and underscores",
    );
  return undefined;
}

/** Keys that other values of the table make senseless. */
function checkFits(table: TomlTable, kind: NativeKind, place: Place): void {
  const making = table["command"] !== undefined ? "command" : table["sources"] !== undefined ? "sources" : undefined;
  for (const key of NATIVE_KEYS) {
    if (table[key.name] === undefined) continue;
    checkKind(key, kind, place);
    if (key.with !== undefined && making !== undefined && key.with !== making && table[key.with] === undefined) {
      place
        .at(key.name)
        .error("TOOL_VALUE_INVALID", `Key ${quote(key.name)} goes with ${quote(key.with)} only`, "Remove the key");
    }
  }
}

function checkKind(key: NativeKey, kind: NativeKind, place: Place): void {
  if (key.kinds === undefined || key.kinds.includes(kind)) return;
  const kinds = key.kinds.map(quote).join(" and ");
  place
    .at(key.name)
    .error("TOOL_VALUE_INVALID", `Key ${quote(key.name)} is for the kind ${kinds} only`, "Remove the key");
}

function checkNeeded(table: TomlTable, kind: NativeKind, place: Place): void {
  if (kind === "cffi" && table["header"] === undefined) {
    place.error(
      "PROJECT_KEY_MISSING",
      'Key "header" is missing',
      "Name the C header that says what the library offers",
    );
  }
}

/** Whatever the target, there must be one way to make it. */
function checkMaking(
  table: TomlTable,
  values: NativeValues,
  targets: Readonly<Record<string, NativeValues>>,
  kind: NativeKind,
  place: Place,
): void {
  if (table["command"] !== undefined && table["sources"] !== undefined) {
    place.error("TOOL_VALUE_INVALID", 'Table has both "command" and "sources"', "Keep one of them");
    return;
  }
  const overrides = Object.values(targets);
  const isMade =
    table["command"] !== undefined ||
    table["sources"] !== undefined ||
    overrides.some(({ command, sources }) => command !== undefined || sources !== undefined);
  if (!isMade) {
    place.error(
      "PROJECT_KEY_MISSING",
      'Neither "command" nor "sources" is there',
      "Write the command that builds it, or the C files that packwheel is to compile",
    );
  }
  const compiles = values.sources !== undefined || overrides.some(({ sources }) => sources !== undefined);
  if (kind === "extension" && compiles) {
    place
      .at("sources")
      .error(
        "TOOL_VALUE_INVALID",
        "packwheel compiles no extension modules: they need the headers of one Python",
        "Build it with `command`, or load the library through cffi or ctypes",
      );
  }
}

function readTargets(
  value: unknown,
  kind: NativeKind | undefined,
  place: Place,
): Readonly<Record<string, NativeValues>> {
  const tables = value === undefined ? {} : (readTable(value, place) ?? {});
  const allowed = NATIVE_KEYS.filter(({ perTarget }) => perTarget);
  const targets: Record<string, NativeValues> = {};
  for (const [name, item] of Object.entries(tables)) {
    const here = place.at(name);
    if (!isTargetName(name)) {
      here.error("TOOL_VALUE_INVALID", `There is no target ${quote(name)}`, suggest(name, TARGET_NAMES));
    }
    const table = readTable(item, here);
    if (table === undefined) continue;
    checkKeys(
      table,
      allowed.map((key) => key.name),
      here,
    );
    if (kind !== undefined) {
      for (const key of allowed) if (table[key.name] !== undefined) checkKind(key, kind, here);
    }
    if (table["command"] !== undefined && table["sources"] !== undefined) {
      here.error("TOOL_VALUE_INVALID", 'Table has both "command" and "sources"', "Keep one of them");
    }
    targets[name] = readValues(table, here);
  }
  return targets;
}

function readValues(table: TomlTable, place: Place): NativeValues {
  const read = <T>(key: string, reader: (value: unknown, place: Place) => T | undefined): T | undefined =>
    table[key] === undefined ? undefined : reader(table[key], place.at(key));
  const values = {
    command: read("command", readCommand),
    cwd: read("cwd", readFolder),
    env: read("env", readEnvironment),
    artifact: read("artifact", readPathOf),
    inputs: read("inputs", readPaths),
    sources: read("sources", readSources),
    includeDirs: read("include-dirs", readFolders),
    defines: read("defines", readDefines),
    flags: read("flags", readWords),
    libraries: read("libraries", readLibraries),
    std: read("std", readStandard),
    header: read("header", readPathOf),
    headerDefines: read("header-defines", readDefines),
    rtldFlags: read("rtld-flags", readRtldFlags),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function readCommand(value: unknown, place: Place): string | readonly string[] | undefined {
  if (typeof value !== "string" && !Array.isArray(value)) {
    place.error(
      "PROJECT_TYPE_WRONG",
      `Expected a string or an array, found ${describeValue(value)}`,
      'Write `["cargo", "build", "--release"]`',
    );
    return undefined;
  }
  const words = typeof value === "string" ? [value] : (readWords(value, place) ?? []);
  if ((words[0] ?? "").trim() === "") {
    place.error("TOOL_VALUE_INVALID", "Command is empty", 'Write `["cargo", "build", "--release"]`');
    return undefined;
  }
  return typeof value === "string" ? value : words;
}

/** Words that a program is given: anything but a NUL. */
function readWords(value: unknown, place: Place): readonly string[] | undefined {
  return readArray(value, place)?.flatMap((item, index) => {
    const text = readString(item, place.at(index));
    if (text === undefined) return [];
    if (!text.includes("\0")) return [text];
    place.at(index).error("TOOL_VALUE_INVALID", `${quote(text)} holds a NUL character`, "Remove the NUL character");
    return [];
  });
}

function readEnvironment(value: unknown, place: Place): Readonly<Record<string, string>> | undefined {
  const entries = readStringEntries(value, place);
  if (entries === undefined) return undefined;
  return Object.fromEntries(
    entries.filter(([name, text]) => {
      const fault = findVariableFault(name, text);
      if (fault !== undefined) place.at(name).error("TOOL_VALUE_INVALID", fault[0], fault[1]);
      return fault === undefined;
    }),
  );
}

function findVariableFault(name: string, text: string): readonly [string, string] | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return [`${quote(name)} is not the name of an environment variable`, "Use letters, digits and underscores"];
  }
  if (name.startsWith("PACKWHEEL_")) return [`${quote(name)} is given by packwheel itself`, "Choose another name"];
  // The value stays out of the message: it may be a secret.
  return text.includes("\0")
    ? [`Value of ${quote(name)} holds a NUL character`, "Remove the NUL character"]
    : undefined;
}

function readPathOf(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  return text === undefined ? undefined : readProjectPath(text, place);
}

/** As a path; the project itself is `.`. */
function readFolder(value: unknown, place: Place): string | undefined {
  const text = readString(value, place);
  return text === "." || text === "./" ? "" : text === undefined ? undefined : readProjectPath(text, place);
}

function readFolders(value: unknown, place: Place): readonly string[] | undefined {
  return readArray(value, place)?.flatMap((item, index) => readFolder(item, place.at(index)) ?? []);
}

function readPaths(value: unknown, place: Place): readonly string[] | undefined {
  return readStrings(value, place)?.flatMap((text, index) => readProjectPath(text, place.at(index)) ?? []);
}

function readSources(value: unknown, place: Place): readonly string[] | undefined {
  const sources = readPaths(value, place);
  if (sources?.length === 0 && Array.isArray(value) && value.length === 0) {
    place.error("TOOL_VALUE_INVALID", "Array is empty", 'Name the C files, such as `["native/*.c"]`');
  }
  return sources;
}

function readDefines(value: unknown, place: Place): readonly string[] | undefined {
  return readFitting(value, place, /^[A-Za-z_]\w*(?:=[^\0\r\n]*)?$/, "is no macro", "Write `NAME` or `NAME=VALUE`");
}

function readLibraries(value: unknown, place: Place): readonly string[] | undefined {
  return readFitting(value, place, /^\w[\w.+-]*$/, "is not a library's name", "Write `m` for -lm");
}

function readRtldFlags(value: unknown, place: Place): readonly RtldFlag[] | undefined {
  return readStrings(value, place)?.flatMap((text, index) => {
    const flag = RTLD_FLAGS.find((known) => known === text.replace(/^RTLD_/, ""));
    if (flag === undefined) {
      place.at(index).error("TOOL_VALUE_INVALID", `There is no flag ${quote(text)}`, suggest(text, RTLD_FLAGS));
    }
    return flag ?? [];
  });
}

function readStandard(value: unknown, place: Place): string | undefined {
  const std = readString(value, place);
  if (std === undefined || /^(?:c|gnu|c\+\+|gnu\+\+)\d[0-9a-z]$/.test(std)) return std;
  place.error("TOOL_VALUE_INVALID", `There is no standard ${quote(std)}`, "Write it as `c11`, `gnu17` or `c++17`");
  return undefined;
}

function readFitting(
  value: unknown,
  place: Place,
  form: RegExp,
  state: string,
  hint: string,
): readonly string[] | undefined {
  return readStrings(value, place)?.filter((text, index) => {
    const fits = form.test(text);
    if (!fits) place.at(index).error("TOOL_VALUE_INVALID", `${quote(text)} ${state}`, hint);
    return fits;
  });
}

/** Two tables with one name or one module would write the same files. */
function reportRepeats(tables: readonly NativeTable[], place: Place): void {
  for (const key of ["name", "module"] as const) {
    const seen = new Set<string>();
    tables.forEach((table, index) => {
      const value = table[key];
      if (value === undefined || (key === "module" && table.kind === "executable")) return;
      if (seen.has(value) && !(key === "module" && table.name === value)) {
        place
          .at(index)
          .error("TOOL_VALUE_INVALID", `Another table has the ${key} ${quote(value)} too`, `Choose another ${key}`);
      }
      seen.add(value);
    });
  }
}
