/**
 * A header with its includes, conditionals and macros resolved: what `cc -E -dD` gives, without a compiler. Headers of
 * the system are skipped.
 */
import { PackwheelError } from "../../errors.ts";
import { quote } from "../../names/quote.ts";
import { CdefSource } from "../syntax/source.ts";
import { type Token, tokenize } from "../syntax/tokenize.ts";
import { evaluateCondition, NoConstant } from "./condition.ts";
import { Expander } from "./expand.ts";
import { type MacroToken, macroToken, parseMacro } from "./macro.ts";
import { STANDARD_MACROS, SYSTEM_MACROS } from "./system-macros.ts";
import { WrittenText } from "./written-text.ts";

export interface HeaderText {
  /** For errors and line markers, and for what the header includes itself. */
  readonly path: string;
  readonly text: string;
}

/** Finds what `#include "path"` in the file `from` means; undefined when there is no such file. */
export type ResolveInclude = (path: string, from: string) => HeaderText | undefined;

/** By name; the value is what follows the name in `#define`. */
export type Defines = Readonly<Record<string, string>>;

const MAX_INCLUDE_DEPTH = 64;
const MAX_INCLUDES = 10_000;
const MAX_CONDITIONALS = 1000;

/** One `#if` that is open. */
interface Conditional {
  readonly hash: Token;
  /** The text around it counts. */
  readonly outer: boolean;
  /** One of its branches has been taken. */
  taken: boolean;
  active: boolean;
  sawElse: boolean;
}

/** @throws {PackwheelError} with a code of `CdefErrorCode` */
export function expandHeader(header: HeaderText, defines: Defines, resolve: ResolveInclude): string {
  const run = new HeaderRun(defines, resolve);
  run.file(header, 0);
  return run.output.toString();
}

class HeaderRun {
  readonly output = new WrittenText();
  readonly #resolve: ResolveInclude;
  readonly #expander: Expander;
  readonly #once = new Set<string>();
  #source: CdefSource = new CdefSource("", "<command-line>");
  #lines: LineCounter = new LineCounter("");
  #includes = 0;

  constructor(defines: Defines, resolve: ResolveInclude) {
    this.#resolve = resolve;
    this.#expander = new Expander((code, start, problem) => this.#source.fail(code, start, problem));
    const given = Object.entries(defines).map(([name, value]) => `${name} ${value}`);
    for (const definition of [...STANDARD_MACROS, ...given]) this.#predefine(definition);
  }

  #predefine(definition: string): void {
    const macro = parseMacro(tokenize(definition), (_, problem) => {
      throw new PackwheelError("CDEF_MACRO_INVALID", `Cannot define ${quote(definition)}: ${problem}`, {
        hint: "Write NAME or NAME=VALUE",
      });
    });
    this.#expander.macros.set(macro.name, macro);
  }

  file({ path, text }: HeaderText, depth: number): void {
    const [outerSource, outerLines] = [this.#source, this.#lines];
    this.#source = new CdefSource(text, path);
    this.#lines = new LineCounter(text);
    this.#tokens(tokenize(text), depth);
    this.#source = outerSource;
    this.#lines = outerLines;
  }

  #tokens(tokens: readonly Token[], depth: number): void {
    const open: Conditional[] = [];
    let text: MacroToken[] = [];
    const isActive = (): boolean => open.at(-1)?.active ?? true;
    for (let index = 0; index < tokens.length; ) {
      const token = tokens[index];
      if (token === undefined) break;
      if (token.text !== "#" || !token.startsLine) {
        if (isActive()) text.push(macroToken(token));
        index += 1;
        continue;
      }
      let end = index + 1;
      while (tokens[end]?.startsLine === false) end += 1;
      const [word, ...words] = tokens.slice(index + 1, end);
      index = end;
      if (word === undefined) continue;
      if (!this.#conditional(token, word, words, open) && isActive()) {
        this.#write(text);
        text = [];
        this.#directive(token, word, words, depth);
      }
    }
    this.#write(text);
    const unclosed = open.at(-1);
    if (unclosed !== undefined) this.#source.fail("CDEF_DIRECTIVE", unclosed.hash.start, "#if without #endif");
  }

  #write(tokens: readonly MacroToken[]): void {
    const { path } = this.#source;
    for (const token of this.#expander.expand(tokens)) {
      const { line, column } = this.#lines.place(token.start);
      if (token.text === "__LINE__") this.#writeToken({ ...token, text: String(line) }, path, line, undefined);
      else if (token.text === "__FILE__")
        this.#writeToken({ ...token, text: JSON.stringify(path) }, path, line, undefined);
      else this.#writeToken(token, path, line, token.expanded ? undefined : column);
    }
  }

  #writeToken(token: MacroToken, path: string, line: number, column: number | undefined): void {
    if (!this.output.isAt(path, line)) this.output.startLine(path, line);
    this.output.token(token, column);
  }

  // Conditionals ---------------------------------------------------------------------------------------------------

  /** @returns Whether the directive was one of them. */
  #conditional(hash: Token, word: Token, words: readonly Token[], open: Conditional[]): boolean {
    const current = open.at(-1);
    const outer = current?.active ?? true;
    switch (word.text) {
      case "if":
      case "ifdef":
      case "ifndef": {
        if (open.length >= MAX_CONDITIONALS) this.#source.fail("CDEF_TOO_COMPLEX", hash.start, "too many #if");
        const active = outer && this.#isTrue(word, words);
        open.push({ hash, outer, taken: active, active, sawElse: false });
        return true;
      }
      case "elif":
      case "elifdef":
      case "elifndef":
      case "else":
        if (current === undefined || current.sawElse) {
          return this.#source.fail("CDEF_DIRECTIVE", hash.start, `#${word.text} without #if`);
        }
        current.sawElse = word.text === "else";
        current.active = current.outer && !current.taken && (current.sawElse || this.#isTrue(word, words));
        current.taken ||= current.active;
        return true;
      case "endif":
        if (open.pop() === undefined) this.#source.fail("CDEF_DIRECTIVE", hash.start, "#endif without #if");
        return true;
      default:
        return false;
    }
  }

  #isTrue(word: Token, words: readonly Token[]): boolean {
    if (word.text.endsWith("def")) {
      const name = words[0];
      if (name?.kind !== "identifier") {
        return this.#source.fail("CDEF_DIRECTIVE", word.start, `expected a name after #${word.text}`);
      }
      return this.#expander.macros.has(name.text) !== word.text.endsWith("ndef");
    }
    try {
      const tokens = this.#expander.expand(this.#answerDefined(words));
      return evaluateCondition(tokens, word.start, { unknown: 0n }) !== 0n;
    } catch (error) {
      if (!(error instanceof NoConstant)) throw error;
      return this.#source.fail("CDEF_DIRECTIVE", error.start, error.message);
    }
  }

  /** `defined NAME` and `defined(NAME)` as 1 and 0: before macros are expanded. */
  #answerDefined(words: readonly Token[]): MacroToken[] {
    const answered: MacroToken[] = [];
    for (let index = 0; index < words.length; index++) {
      const token = words[index];
      if (token === undefined) break;
      if (token.text !== "defined" || token.kind !== "identifier") {
        answered.push(macroToken(token));
        continue;
      }
      const inParentheses = words[index + 1]?.text === "(";
      const name = words[index + (inParentheses ? 2 : 1)];
      if (name?.kind !== "identifier" || (inParentheses && words[index + 3]?.text !== ")")) {
        return this.#source.fail("CDEF_DIRECTIVE", token.start, 'expected a name after "defined"');
      }
      index += inParentheses ? 3 : 1;
      answered.push({ ...macroToken(token), kind: "number", text: this.#expander.macros.has(name.text) ? "1" : "0" });
    }
    return answered;
  }

  // Other directives -----------------------------------------------------------------------------------------------

  #directive(hash: Token, word: Token, words: readonly Token[], depth: number): void {
    switch (word.text) {
      case "define": {
        const macro = parseMacro(words, (token, problem) =>
          this.#source.fail("CDEF_DIRECTIVE", token?.start ?? word.start, problem),
        );
        this.#expander.macros.set(macro.name, macro);
        this.#keepLine(hash, words);
        return;
      }
      case "undef":
        this.#expander.macros.delete(words[0]?.text ?? "");
        this.#keepLine(hash, words);
        return;
      case "include":
      case "include_next":
      case "import":
        this.#include(word, words, depth);
        return;
      case "pragma":
        if (words[0]?.text === "once") this.#once.add(this.#source.path);
        else if (words[0]?.text === "pack") this.#keepLine(hash, words);
        return;
      case "error":
        this.#failError(hash, word, words);
        return;
      case "warning":
      case "line":
      case "ident":
      case "sccs":
        return;
      default:
        if (word.kind === "number") return;
        this.#source.fail("CDEF_DIRECTIVE", hash.start, `unknown directive ${quote(`#${word.text}`)}`);
    }
  }

  #failError(hash: Token, word: Token, words: readonly Token[]): never {
    const text = this.#source.text.slice(word.end, words.at(-1)?.end ?? word.end).trim();
    return this.#source.fail(
      "CDEF_ERROR_DIRECTIVE",
      hash.start,
      `#error ${text}`,
      "Define what the header asks for, or guard this part with #ifndef PYTHON_HEADER",
    );
  }

  /** The directive on one line: who reads the text decides what to make of it. */
  #keepLine(hash: Token, words: readonly Token[]): void {
    const { line } = this.#lines.place(hash.start);
    const word = this.#source.text.slice(hash.end).match(/^\s*(\w+)/)?.[1] ?? "";
    this.output.startLine(this.#source.path, line);
    this.output.line(
      `#${word} ${words.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join("")}`,
    );
  }

  #include(word: Token, words: readonly Token[], depth: number): void {
    const tokens =
      words[0]?.kind === "string" || words[0]?.text === "<" ? words : this.#expander.expand(words.map(macroToken));
    const [first] = tokens;
    if (first?.text === "<") {
      const name = tokens
        .slice(1, -1)
        .map(({ text }) => text)
        .join("");
      for (const definition of SYSTEM_MACROS.get(name) ?? []) this.#predefine(definition);
      return;
    }
    if (first?.kind !== "string" || !first.text.startsWith('"')) {
      this.#source.fail("CDEF_DIRECTIVE", word.start, `expected a file after #${word.text}`);
    }
    const path = first.text.slice(1, -1);
    const found = this.#resolve(path, this.#source.path);
    if (found === undefined) {
      this.#source.fail(
        "CDEF_INCLUDE_MISSING",
        first.start,
        `no file ${quote(path)} was found`,
        "Guard the #include with #ifndef PYTHON_HEADER, or write <> around what belongs to the system",
      );
    }
    if (this.#once.has(found.path)) return;
    this.#includes += 1;
    if (depth >= MAX_INCLUDE_DEPTH || this.#includes > MAX_INCLUDES) {
      this.#source.fail("CDEF_TOO_COMPLEX", word.start, "too many headers include each other");
    }
    this.file(found, depth + 1);
  }
}

/** Lines and columns of offsets that mostly grow. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #start = 0;
  #end: number;

  constructor(text: string) {
    this.#text = text;
    this.#end = endOf(text, 0);
  }

  /** Line from 1, column from 0. */
  place(offset: number): { readonly line: number; readonly column: number } {
    if (offset < this.#start) {
      this.#line = 1;
      this.#start = 0;
      this.#end = endOf(this.#text, 0);
    }
    while (offset > this.#end) {
      this.#line += 1;
      this.#start = this.#end + 1;
      this.#end = endOf(this.#text, this.#start);
    }
    return { line: this.#line, column: offset - this.#start };
  }
}

function endOf(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  return newline === -1 ? text.length : newline;
}
