/**
 * `scripts`, `gui-scripts` and `entry-points`: three tables that become one entry_points.txt.
 * Spec: https://packaging.python.org/en/latest/specifications/entry-points/
 */
import { parseObjectReference } from "../../names/identifier.ts";
import type { EntryPoints } from "../../wheel/entry-points.ts";
import { type Place, quote } from "../place.ts";
import { checkLine, readString, readTable } from "../pyproject/toml-value.ts";

type Group = Readonly<Record<string, string>>;

/** Tables that are not there are given as undefined. */
export interface EntryPointTables {
  readonly scripts: unknown;
  readonly guiScripts: unknown;
  readonly entryPoints: unknown;
}

/** `console_scripts` and `gui_scripts` first, then the groups in the order of the file; groups without entries are left out. */
export function readEntryPoints(tables: EntryPointTables, place: Place): EntryPoints {
  const scripts = tables.scripts === undefined ? {} : readGroup(tables.scripts, place.at("scripts"), "script");
  const guiScripts =
    tables.guiScripts === undefined ? {} : readGroup(tables.guiScripts, place.at("gui-scripts"), "script");
  const groups: [string, Group][] = [
    ["console_scripts", scripts],
    ["gui_scripts", guiScripts],
    ...(tables.entryPoints === undefined ? [] : readGroups(tables.entryPoints, place.at("entry-points"))),
  ];
  checkScriptNames(Object.keys(scripts), Object.keys(guiScripts), place);
  return Object.fromEntries(groups.filter(([, group]) => Object.keys(group).length > 0));
}

function readGroups(value: unknown, place: Place): readonly [string, Group][] {
  return Object.entries(readTable(value, place) ?? {}).flatMap(([name, table]): [string, Group][] => {
    const here = place.at(name);
    const ownTable = SCRIPT_TABLES.get(name);
    if (ownTable !== undefined) {
      here.error(
        "PROJECT_ENTRY_POINT_INVALID",
        `Group ${quote(name)} has a table of its own`,
        `Move its entries to [project.${ownTable}]`,
      );
      return [];
    }
    // Python's configparser keeps DEFAULT for values of all groups.
    if (!/^\w+(\.\w+)*$/.test(name) || name === "DEFAULT") {
      here.error(
        "PROJECT_ENTRY_POINT_INVALID",
        `${quote(name)} cannot be the name of a group`,
        "Use words of letters, digits and underscores, joined by dots",
      );
      return [];
    }
    return [[name, readGroup(table, here, "plugin")]];
  });
}

const SCRIPT_TABLES: ReadonlyMap<string, string> = new Map([
  ["console_scripts", "scripts"],
  ["gui_scripts", "gui-scripts"],
]);

function readGroup(value: unknown, place: Place, kind: "script" | "plugin"): Group {
  const entries = Object.entries(readTable(value, place) ?? {}).flatMap(([name, item]): [string, string][] => {
    const here = place.at(name);
    const nameValid = kind === "script" ? checkScriptName(name, here) : checkEntryName(name, here);
    const text = readString(item, here);
    const reference = text === undefined ? undefined : readObjectReference(text, here, kind);
    return nameValid && reference !== undefined ? [[name, reference]] : [];
  });
  return Object.fromEntries(entries);
}

/** The name of a script becomes the name of a file. */
function checkScriptName(name: string, place: Place): boolean {
  if (/^[A-Za-z0-9_.-]+$/.test(name) && name !== "." && name !== "..") return true;
  place.error(
    "PROJECT_ENTRY_POINT_INVALID",
    `${quote(name)} cannot be the name of a command`,
    "Use letters, digits, underscores, dots and hyphens",
  );
  return false;
}

/** In the INI file a name ends at `=`; `[`, `#` and `;` at its start mean something else there. */
function checkEntryName(name: string, place: Place): boolean {
  if (!checkLine(name, place)) return false;
  if (name !== "" && name === name.trim() && !name.includes("=") && !/^[[#;]/.test(name)) return true;
  place.error(
    "PROJECT_ENTRY_POINT_INVALID",
    `${quote(name)} cannot be the name of an entry point`,
    "Use a name without =, without spaces around it, that does not begin with [, # or ;",
  );
  return false;
}

/** `module`, `module:object`, either with ` [extra]`; a script needs the object. */
function readObjectReference(text: string, place: Place, kind: "script" | "plugin"): string | undefined {
  if (!checkLine(text, place)) return undefined;
  const reference = parseObjectReference(text);
  if (reference === undefined) {
    place.error(
      "PROJECT_ENTRY_POINT_INVALID",
      `${quote(text)} is not an object reference`,
      kind === "script"
        ? "Write it as `package.module:function`"
        : "Write it as `package.module` or `package.module:object`",
    );
    return undefined;
  }
  const { module, object, extras } = reference;
  if (kind === "script" && object === undefined) {
    place.error(
      "PROJECT_ENTRY_POINT_INVALID",
      `${quote(text)} names a module, and a script needs a function`,
      `Write the function to call, for example \`${module}:main\``,
    );
    return undefined;
  }
  const target = object === undefined ? module : `${module}:${object}`;
  return extras.length === 0 ? target : `${target} [${extras.join(",")}]`;
}

function checkScriptNames(scripts: readonly string[], guiScripts: readonly string[], place: Place): void {
  const seen = new Map<string, string>();
  const named = [...scripts.map((name) => ["scripts", name]), ...guiScripts.map((name) => ["gui-scripts", name])];
  for (const [table = "", name = ""] of named) {
    const other = seen.get(name.toLowerCase());
    if (other === undefined) {
      seen.set(name.toLowerCase(), name);
    } else {
      const message =
        other === name
          ? `Script ${quote(name)} is in both scripts and gui-scripts`
          : `Scripts ${quote(other)} and ${quote(name)} are one file on Windows and macOS`;
      place.at(table).at(name).warning("PROJECT_ENTRY_POINT_INVALID", message, "Give each script a name of its own");
    }
  }
}
