/**
 * The values of `[[tool.packwheel.native]]` that a target may have other ones of: how something is made, and how it is
 * opened.
 */
import { type Place, quote } from "./place.ts";
import { readProjectPath } from "./project-path.ts";
import {
  describeValue,
  readArray,
  readString,
  readStringEntries,
  readStrings,
  suggest,
  type TomlTable,
} from "./pyproject/toml-value.ts";

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

/** Values that are wrong are reported, and left out. */
export function readValues(table: TomlTable, place: Place): NativeValues {
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
