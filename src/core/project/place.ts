/**
 * Where in a project something is said, and what is wrong there.
 * Reading goes on after a problem, so that a user sees every problem of a file at once.
 */
import { type Finding, PackwheelError, type Severity } from "../errors.ts";
import type { ProjectFindingCode } from "./error-codes.ts";

const BARE_KEY = /^[A-Za-z0-9_-]+$/;
const QUOTE_LIMIT = 80;

/** A key of pyproject.toml (`pyproject.toml: project.urls.Homepage`), or a setting from outside. */
export class Place {
  readonly #findings: Finding[];
  readonly #source: string;
  readonly #keys: string;

  private constructor(findings: Finding[], source: string, keys: string) {
    this.#findings = findings;
    this.#source = source;
    this.#keys = keys;
  }

  /** The whole of one source, for example `pyproject.toml`. Every place below it adds to `findings`. */
  static root(findings: Finding[], source: string): Place {
    return new Place(findings, source, "");
  }

  /** The place of one key of this table, or of one item (counted from 0) of this array. */
  at(key: string | number): Place {
    if (typeof key === "number") return new Place(this.#findings, this.#source, `${this.#keys}[${key}]`);
    const shown = BARE_KEY.test(key) ? key : quote(key);
    return new Place(this.#findings, this.#source, this.#keys === "" ? shown : `${this.#keys}.${shown}`);
  }

  /** Another source that reports to the same list. */
  elsewhere(source: string): Place {
    return new Place(this.#findings, source, "");
  }

  /** The dotted key alone: `project.urls.Homepage`. */
  get keys(): string {
    return this.#keys;
  }

  toString(): string {
    return this.#keys === "" ? this.#source : `${this.#source}: ${this.#keys}`;
  }

  error(code: ProjectFindingCode, message: string, hint?: string): void {
    this.#add("error", code, message, hint);
  }

  warning(code: ProjectFindingCode, message: string, hint?: string): void {
    this.#add("warning", code, message, hint);
  }

  note(code: ProjectFindingCode, message: string, hint?: string): void {
    this.#add("note", code, message, hint);
  }

  /**
   * Run a parser that throws at the first fault; the fault is reported here, and reads as undefined.
   *
   * @param hint For faults that come without one.
   */
  attempt<T>(code: ProjectFindingCode, parse: () => T, hint?: string): T | undefined {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof PackwheelError)) throw error;
      this.error(code, error.message, error.hint ?? hint);
      return undefined;
    }
  }

  #add(severity: Severity, code: ProjectFindingCode, message: string, hint: string | undefined): void {
    const path = this.toString();
    this.#findings.push(
      hint === undefined ? { code, severity, message, path } : { code, severity, message, path, hint },
    );
  }
}

/**
 * A value as messages show it: in double quotes, on one line, cut when long.
 * Control characters are escaped, so that a hostile file cannot speak to the terminal.
 */
export function quote(text: string): string {
  const characters = [...text];
  const cut = characters.length > QUOTE_LIMIT;
  const shown = cut ? characters.slice(0, QUOTE_LIMIT) : characters;
  return `"${shown.map(escapeCharacter).join("")}${cut ? "…" : ""}"`;
}

/** Control characters and line ends as escapes, everything else as it is. */
export function escapeControls(text: string): string {
  return [...text].map((character) => (isControl(character) ? escapeCharacter(character) : character)).join("");
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '"':
      return '\\"';
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default:
      return isControl(character) ? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}` : character;
  }
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029 || isBidiControl(code);
}

/** Characters that reorder the text around them, and so could make a message lie. */
function isBidiControl(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
