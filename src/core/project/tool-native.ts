/**
 * `[[tool.packwheel.native]]`: libraries and programs that go into the wheel, how they are made and how Python sees
 * them.
 */
import { isModuleName } from "../names/identifier.ts";
import { isTargetName, TARGET_NAMES } from "../tags/target.ts";
import { NATIVE_KEYS, type NativeKey } from "./native-keys.ts";
import { type NativeValues, readValues } from "./native-values.ts";
import { type Place, quote } from "./place.ts";
import {
  checkKeys,
  describeValue,
  readLine,
  readString,
  readTable,
  suggest,
  type TomlTable,
} from "./pyproject/toml-value.ts";

export type NativeKind = "cffi" | "ctypes" | "extension" | "executable";

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
