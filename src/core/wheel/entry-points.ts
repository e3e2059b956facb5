/**
 * entry_points.txt: commands and plugins of a distribution, in the INI form of Python's `configparser` with `=` as
 * only delimiter and case-sensitive names. PyPI reads it so, and refuses files that configparser refuses.
 * Spec: https://packaging.python.org/en/latest/specifications/entry-points/
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { decodeUtf8, hasLoneSurrogate } from "../bytes/utf8.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { FindingList } from "./finding-list.ts";
import { excerpt, LINE_BOUNDARY } from "./header-block.ts";

/** group -> name -> object reference: `console_scripts` -> `hello` -> `hello.cli:main` */
export type EntryPoints = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ParsedEntryPoints {
  /** In file order. Of a name that comes twice the first stays. */
  readonly entryPoints: EntryPoints;
  readonly findings: readonly Finding[];
}

/** A distribution with a thousand commands has a few thousand lines. */
const MAX_LINES = 100_000;

/** Groups whose names become commands. */
const SCRIPT_GROUPS: ReadonlySet<string> = new Set(["console_scripts", "gui_scripts"]);

/** What Python's `str.strip` strips: not the same as JavaScript's `trim`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
const PYTHON_SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/**
 * Read the form of an entry_points.txt. Never throws: what is wrong is told in `findings`, and reading goes on.
 * Whether names and references make sense is told by `checkEntryPoints`.
 */
export function parseEntryPoints(input: Uint8Array | string, file = "entry_points.txt"): ParsedEntryPoints {
  const reader = new EntryPointsReader(file);
  const decoded = typeof input === "string" ? { text: input, invalidAt: undefined } : decodeUtf8(input);
  if (decoded.invalidAt !== undefined) {
    reader.report("ENTRY_POINTS_NOT_UTF8", `Cannot decode ${file} as UTF-8: byte ${decoded.invalidAt} is invalid`);
  }
  const lines = decoded.text.split("\n", MAX_LINES + 1);
  if (lines.length > MAX_LINES) {
    reader.report("ENTRY_POINTS_BAD_LINE", `Cannot parse ${file} beyond line ${MAX_LINES}: it has too many`);
    lines.pop();
  }
  lines.forEach((line, index) => {
    reader.take(line, index + 1);
  });
  return reader.finish();
}

/**
 * Write an entry_points.txt, groups and names sorted by code point; empty groups are left out. `parseEntryPoints`
 * gives the same entry points back.
 *
 * @throws {PackwheelError} with the first problem that `checkEntryPoints` tells, all of them as findings.
 */
export function writeEntryPoints(entryPoints: EntryPoints): string {
  const findings = checkEntryPoints(entryPoints);
  for (const finding of findings) {
    if (finding.severity === "error") throw new PackwheelError(finding.code, finding.message, { findings });
  }
  return sortedEntries(entryPoints)
    .filter(([, names]) => Object.keys(names).length > 0)
    .map(([group, names]) => {
      const lines = sortedEntries(names).map(([name, reference]) => `${name} = ${reference}\n`);
      return `[${group}]\n${lines.join("")}`;
    })
    .join("\n");
}

export interface EntryPointFinding extends Finding {
  readonly code: "ENTRY_POINTS_BAD_GROUP" | "ENTRY_POINTS_BAD_NAME" | "ENTRY_POINTS_BAD_REFERENCE";
}

/** Groups, names and object references that installers or PyPI refuse, or read as something else. */
export function checkEntryPoints(entryPoints: EntryPoints, file = "entry_points.txt"): EntryPointFinding[] {
  const findings: EntryPointFinding[] = [];
  for (const [group, names] of Object.entries(entryPoints)) {
    // configparser takes DEFAULT for values of all groups.
    if (!/^[\p{L}\p{N}_]+(\.[\p{L}\p{N}_]+)*$/u.test(group) || group === "DEFAULT") {
      const message = `Cannot use entry point group "${excerpt(group)}": expected words joined by dots`;
      findings.push({ code: "ENTRY_POINTS_BAD_GROUP", severity: "error", message, path: file });
    }
    for (const [name, reference] of Object.entries(names)) {
      const state = nameProblem(group, name);
      if (state !== undefined) {
        const message = `Cannot use entry point name "${excerpt(name)}" in [${excerpt(group)}]: ${state}`;
        findings.push({ code: "ENTRY_POINTS_BAD_NAME", severity: "error", message, path: file });
      }
      const problem = referenceProblem(group, reference);
      if (problem !== undefined) {
        const message = `Cannot use entry point "${excerpt(name)} = ${excerpt(reference)}" in [${excerpt(group)}]: ${problem}`;
        findings.push({ code: "ENTRY_POINTS_BAD_REFERENCE", severity: "error", message, path: file });
      }
    }
  }
  return findings;
}

class EntryPointsReader {
  readonly #file: string;
  readonly #found = new FindingList();
  /** The lines of each value: configparser joins a value with the deeper indented lines below it. */
  readonly #groups = new Map<string, Map<string, string[]>>();
  #group: Map<string, string[]> | undefined;
  #value: string[] | undefined;
  #indent = 0;

  constructor(file: string) {
    this.#file = file;
  }

  report(code: string, message: string): void {
    this.#found.add({ code, severity: "error", message, path: this.#file });
  }

  take(line: string, number: number): void {
    const text = pythonStrip(line);
    if (text.startsWith("#") || text.startsWith(";")) return;
    if (text === "") {
      this.#value?.push("");
      return;
    }
    const indent = leadingSpaces(line);
    if (this.#value !== undefined && indent > this.#indent) {
      this.#value.push(text);
      return;
    }
    this.#indent = indent;
    const close = text.lastIndexOf("]");
    if (text.startsWith("[") && close > 1) this.#openGroup(text.slice(1, close), number);
    else this.#takeName(text, number);
  }

  finish(): ParsedEntryPoints {
    const groups = [...this.#groups].map(([group, names]) => {
      const values = [...names].map(([name, lines]) => [name, pythonStripEnd(lines.join("\n"))] as const);
      return [group, Object.fromEntries(values)] as const;
    });
    return { entryPoints: Object.fromEntries(groups), findings: this.#found.findings };
  }

  #openGroup(name: string, number: number): void {
    const known = this.#groups.get(name);
    if (known !== undefined) {
      const message = `Group [${excerpt(name)}] on line ${number} of ${this.#file} is there a second time`;
      this.report("ENTRY_POINTS_DUPLICATE_GROUP", message);
    }
    this.#group = known ?? new Map();
    this.#groups.set(name, this.#group);
    this.#value = undefined;
  }

  #takeName(text: string, number: number): void {
    const equals = text.indexOf("=");
    const where = `Cannot parse line ${number} of ${this.#file} "${excerpt(text)}"`;
    if (this.#group === undefined) {
      this.report("ENTRY_POINTS_NO_SECTION", `${where}: expected a [group] before it`);
      return;
    }
    if (equals < 1) {
      this.report("ENTRY_POINTS_BAD_LINE", `${where}: expected "name = module:object"`);
      return;
    }
    const name = pythonStrip(text.slice(0, equals));
    this.#value = [pythonStrip(text.slice(equals + 1))];
    if (this.#group.has(name)) {
      const message = `Name "${excerpt(name)}" on line ${number} of ${this.#file} is there a second time in its group`;
      this.report("ENTRY_POINTS_DUPLICATE_NAME", message);
    } else {
      this.#group.set(name, this.#value);
    }
  }
}

function nameProblem(group: string, name: string): string | undefined {
  if (name === "" || pythonStrip(name) !== name) return "it is empty or has blanks around it";
  if (LINE_BOUNDARY.test(name) || hasLoneSurrogate(name) || name.includes("\0"))
    return "it holds a line break or no text";
  if (name.includes("=")) return 'it holds "="';
  if (/^[[#;]/.test(name)) return `it begins with "${name.charAt(0)}"`;
  if (SCRIPT_GROUPS.has(group) && !/^[\p{L}\p{N}_.-]+$/u.test(name)) {
    return "commands are named with letters, digits, '_', '.' and '-' alone";
  }
  if (SCRIPT_GROUPS.has(group) && /^\.+$/.test(name)) return "it names a folder";
  return undefined;
}

/** `module.sub`, `module:object.attribute`, each with `[extra,...]` behind it; commands need the object. */
function referenceProblem(group: string, reference: string): string | undefined {
  // Node takes 2 ms to prepare the classes of every alphabet, which hardly any reference needs.
  const isPlain = !/[^ -~]/.test(reference);
  const identifier = isPlain
    ? "[A-Za-z_][A-Za-z0-9_]*"
    : String.raw`[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*`;
  const dotted = String.raw`${identifier}(?:\.${identifier})*`;
  const match = new RegExp(String.raw`^${dotted}(:${dotted})?(?: *\[[^\[\]\n\r]*\])?$`, "u").exec(reference);
  if (match === null || LINE_BOUNDARY.test(reference)) return 'expected "module" or "module:object"';
  if (SCRIPT_GROUPS.has(group) && match[1] === undefined) return 'commands need "module:function"';
  return undefined;
}

function sortedEntries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([left], [right]) => compareCodePoints(left, right));
}

function leadingSpaces(text: string): number {
  let count = 0;
  while (count < text.length && PYTHON_SPACE.test(text.charAt(count))) count++;
  return count;
}

function pythonStrip(text: string): string {
  return pythonStripEnd(text.slice(leadingSpaces(text)));
}

function pythonStripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && PYTHON_SPACE.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
