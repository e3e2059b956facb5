/**
 * Takes out of declarations what compilers know and a cdef does not: attributes, `extern "C"`, bodies of functions.
 * What is taken out becomes spaces, so that everything else keeps its place. Attributes that change a layout or a
 * call stay: the parser says what to do about them.
 */
import { isMeaningful } from "../syntax/attributes.ts";
import { type Token, tokenize } from "../syntax/tokenize.ts";
import { constantLines } from "./constant-macros.ts";

/** Other spellings of C's own words. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["__restrict", "restrict"],
  ["__restrict__", "restrict"],
  ["__inline", "inline"],
  ["__inline__", "inline"],
  ["__forceinline", "inline"],
  ["__volatile", "volatile"],
  ["__volatile__", "volatile"],
  ["__const", "const"],
  ["__const__", "const"],
  ["__signed", "signed"],
  ["__signed__", "signed"],
  ["__alignof__", "_Alignof"],
  ["_stdcall", "__stdcall"],
  ["_cdecl", "__cdecl"],
  ["__thread", "_Thread_local"],
]);

/** Words that change nothing that a caller sees. */
const NOISE: ReadonlySet<string> = new Set(
  "__extension__ _Nonnull _Nullable _Null_unspecified __nonnull __nullable __ptr32 __ptr64 __unaligned __w64 __noreturn__".split(
    " ",
  ),
);

const GROUPS: ReadonlySet<string> = new Set("__attribute__ __attribute __declspec _declspec".split(" "));
const ASSEMBLY: ReadonlySet<string> = new Set(["asm", "__asm", "__asm__"]);
const ASSERTIONS: ReadonlySet<string> = new Set(["_Static_assert", "static_assert"]);

/** @param keepConstants Whether macros that are integers stay, as `#define NAME 123`. */
export function plainDeclarations(text: string, keepConstants: boolean): string {
  const edits = new Edits(text);
  const all = tokenize(text);
  const tokens = withoutDirectives(all, text, edits, keepConstants);
  new Cleaner(tokens, edits).run();
  return edits
    .apply()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Line markers and `#pragma pack` stay; `#define` becomes a number, or goes with the others. */
function withoutDirectives(all: readonly Token[], text: string, edits: Edits, keepConstants: boolean): Token[] {
  const tokens: Token[] = [];
  const lines: (readonly Token[])[] = [];
  for (let index = 0; index < all.length; ) {
    const token = all[index];
    if (token === undefined) break;
    let end = index + 1;
    if (token.text === "#" && token.startsLine) {
      while (all[end]?.startsLine === false) end += 1;
      lines.push(all.slice(index, end));
    } else {
      tokens.push(token);
    }
    index = end;
  }
  const kept = keepConstants ? constantLines(lines) : new Map<Token, string>();
  for (const line of lines) {
    const [hash, word, first] = line;
    if (hash === undefined || word?.kind === "number" || (word?.text === "pragma" && first?.text === "pack")) continue;
    const newline = text.indexOf("\n", hash.start);
    const end = Math.max(line.at(-1)?.end ?? hash.end, newline === -1 ? text.length : newline);
    edits.replace(hash.start, end, kept.get(hash) ?? "");
  }
  return tokens;
}

class Cleaner {
  readonly #tokens: readonly Token[];
  readonly #edits: Edits;
  /** Index of the closing bracket, by that of the opening one. */
  readonly #closings: ReadonlyMap<number, number>;
  #index = 0;
  /** Braces that are open: whether each is one of `extern "C" {`. */
  readonly #braces: boolean[] = [];
  /** How many of them are not. */
  #depth = 0;
  /** First token of the declaration at the top that is being read. */
  #declaration = 0;
  /** The last token that stays. */
  #last: Token | undefined;

  constructor(tokens: readonly Token[], edits: Edits) {
    this.#tokens = tokens;
    this.#edits = edits;
    this.#closings = matchBrackets(tokens);
  }

  run(): void {
    for (let token = this.#tokens[0]; token !== undefined; token = this.#tokens[this.#index]) this.#step(token);
  }

  #text(ahead: number): string {
    return this.#tokens[this.#index + ahead]?.text ?? "";
  }

  #atTop(): boolean {
    return this.#depth === 0;
  }

  #step(token: Token): void {
    const { text } = token;
    const spelling = token.kind === "identifier" ? SPELLINGS.get(text) : undefined;
    if (spelling !== undefined) {
      this.#edits.replace(token.start, token.end, spelling);
      this.#keep(token);
    } else if (NOISE.has(text)) {
      this.#blank(1);
    } else if (GROUPS.has(text) && this.#opensGroup(1)) {
      const length = this.#groupLength(1) + 1;
      const words = this.#tokens.slice(this.#index, this.#index + length);
      if (words.some((word) => word.kind === "identifier" && isMeaningful(word.text))) this.#index += length;
      else this.#blank(length);
    } else if (ASSEMBLY.has(text)) {
      const qualified = this.#text(1) === "(" ? 1 : 2;
      if (this.#opensGroup(qualified)) this.#blank(qualified + this.#groupLength(qualified));
      else this.#keep(token);
    } else if (ASSERTIONS.has(text) && this.#opensGroup(1)) {
      const length = 1 + this.#groupLength(1);
      this.#blank(this.#text(length) === ";" ? length + 1 : length);
    } else if (text === "[" && this.#text(1) === "[" && this.#closes(0)) {
      this.#blank(this.#groupLength(0));
    } else if (text === "extern" && /^"C(?:\+\+)?"$/.test(this.#text(1))) {
      this.#linkage(token);
    } else if (text === "{" && this.#last?.text === ")" && this.#atTop() && this.#closes(0)) {
      this.#functionBody();
    } else {
      this.#brace(text);
      this.#keep(token);
      if (text === ";" && this.#atTop()) this.#declaration = this.#index;
    }
  }

  #brace(text: string): void {
    if (text === "{") {
      this.#braces.push(false);
      this.#depth += 1;
    }
    if (text !== "}") return;
    const isLinkage = this.#braces.pop();
    if (isLinkage === false) this.#depth -= 1;
    if (isLinkage === true) {
      const token = this.#tokens[this.#index];
      if (token !== undefined) this.#edits.replace(token.start, token.end, "");
      this.#declaration = this.#index + 1;
    }
  }

  #keep(token: Token): void {
    this.#last = token;
    this.#index += 1;
  }

  #blank(length: number): void {
    const first = this.#tokens[this.#index];
    const last = this.#tokens[Math.min(this.#index + length, this.#tokens.length) - 1];
    if (first !== undefined && last !== undefined) this.#edits.replace(first.start, last.end, "");
    this.#index += length;
  }

  #opensGroup(ahead: number): boolean {
    return this.#text(ahead) === "(" && this.#closes(ahead);
  }

  /** Brackets that nothing closes stay, for the parser to say so. */
  #closes(ahead: number): boolean {
    return this.#closings.has(this.#index + ahead);
  }

  /** Number of tokens from an opening bracket to the one that closes it. */
  #groupLength(ahead: number): number {
    const from = this.#index + ahead;
    return (this.#closings.get(from) ?? from) - from + 1;
  }

  /** `extern "C" {` with its `}`, or the words in front of one declaration. */
  #linkage(token: Token): void {
    if (this.#text(2) === "{") {
      this.#blank(3);
      this.#braces.push(true);
      this.#declaration = this.#index;
      return;
    }
    const language = this.#tokens[this.#index + 1];
    if (language !== undefined) this.#edits.replace(language.start, language.end, "");
    this.#keep(token);
    this.#index += 1;
  }

  /** A function that the library exports keeps its prototype; one for the compiler alone goes whole. */
  #functionBody(): void {
    const length = this.#groupLength(0);
    const words = new Set(
      this.#tokens.slice(this.#declaration, this.#index).map(({ text }) => SPELLINGS.get(text) ?? text),
    );
    const isPrivate = words.has("static") || (words.has("inline") && !words.has("extern"));
    const brace = this.#tokens[this.#index];
    const first = isPrivate ? this.#tokens[this.#declaration] : brace;
    const last = this.#tokens[Math.min(this.#index + length, this.#tokens.length) - 1];
    if (first !== undefined && last !== undefined) this.#edits.replace(first.start, last.end, isPrivate ? "" : ";");
    this.#index += length;
    this.#declaration = this.#index;
    this.#last = undefined;
  }
}

const OPENING_OF: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

/** Each kind of bracket by itself, whatever stands between. */
function matchBrackets(tokens: readonly Token[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<string, number[]>([...OPENING_OF.values()].map((opening) => [opening, []]));
  for (let index = 0; index < tokens.length; index++) {
    const text = tokens[index]?.text ?? "";
    if (text.length !== 1) continue;
    open.get(text)?.push(index);
    const from = open.get(OPENING_OF.get(text) ?? "")?.pop();
    if (from !== undefined) closings.set(from, index);
  }
  return closings;
}

/** Replacements in one text; later ones may cover earlier ones. */
class Edits {
  readonly #text: string;
  #edits: { start: number; end: number; text: string }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Newlines stay, and what is shorter than before is filled with spaces. */
  apply(): string {
    const parts: string[] = [];
    let done = 0;
    // The widest of several that begin together covers the others.
    this.#edits.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const { start, end, text } of this.#edits) {
      if (start < done) continue;
      const rest = this.#text.slice(start + text.length, end).replace(/[^\n]/g, " ");
      const lost = this.#text.slice(start, Math.min(start + text.length, end)).includes("\n") ? "\n" : "";
      parts.push(this.#text.slice(done, start), text, lost, rest);
      done = end;
    }
    parts.push(this.#text.slice(done));
    return parts.join("");
  }
}
