/**
 * The lines of a cdef that are no C: `#define NAME value`, `#pragma pack`, line markers. What is left are the tokens
 * of its declarations.
 */
import { quote } from "../../names/quote.ts";
import { STDCALL_WORDS } from "./keywords.ts";
import { type CdefSource, parseLineMarker } from "./source.ts";
import { type Token, tokenize } from "./tokenize.ts";
import type { MacroNode } from "./tree.ts";

export interface CdefTokens {
  readonly tokens: readonly Token[];
  readonly macros: readonly MacroNode[];
  readonly packs: readonly PackChange[];
}

/** From the token with this index on, fields are aligned to `pack` at most; undefined means as usual. */
export interface PackChange {
  readonly index: number;
  readonly pack: number | undefined;
}

/** @throws {PackwheelError} `CDEF_DIRECTIVE` */
export function readDirectives(source: CdefSource): CdefTokens {
  const all = tokenize(source.text, { commentsEndLines: true });
  const tokens: Token[] = [];
  const macros = new Map<string, MacroNode>();
  const packs: PackChange[] = [];
  const stack = new PackStack();
  for (let index = 0; index < all.length; ) {
    const token = all[index];
    if (token === undefined) break;
    if (token.text === "__cdecl") {
      index += 1;
      continue;
    }
    if (token.text !== "#" || !token.startsLine) {
      const before = STDCALL_WORDS.has(token.text) ? tokens.at(-1) : undefined;
      if (before?.text === "(") {
        // cffi reads `int (__stdcall *f)(int)` as `int __stdcall (*f)(int)`.
        tokens.splice(-1, 1, token, before);
      } else {
        tokens.push(token);
      }
      index += 1;
      continue;
    }
    let end = index + 1;
    while (all[end]?.startsLine === false) end += 1;
    const words = all.slice(index + 1, end);
    index = end;
    const word = words[0];
    if (word === undefined) source.fail("CDEF_DIRECTIVE", token.start, `"#" without a directive`);
    if (word.text === "define") {
      const macro = readDefine(source, token, words);
      // The last of several counts, as for cffi.
      macros.set(macro.name, macro);
    } else if (word.text === "pragma") {
      if (words[1]?.text === "pack" && stack.apply(source, words.slice(1))) {
        packs.push({ index: tokens.length, pack: stack.current });
      }
    } else if (word.text === "line" || word.kind === "number") {
      checkLineMarker(source, token);
    } else {
      const hint =
        word.text === "include" || word.text.startsWith("if")
          ? "Give the header itself to packwheel, which preprocesses it, instead of cdef text"
          : undefined;
      source.fail("CDEF_DIRECTIVE", token.start, `a cdef cannot hold the directive ${quote(`#${word.text}`)}`, hint);
    }
  }
  return { tokens, macros: [...macros.values()], packs };
}

function readDefine(source: CdefSource, hash: Token, words: readonly Token[]): MacroNode {
  const name = words[1];
  if (name?.kind !== "identifier" || name.text.includes("$")) {
    source.fail("CDEF_DIRECTIVE", name?.start ?? hash.start, "expected a name after #define");
  }
  const value = words.slice(2);
  const text = value.map((token, index) => (index > 0 && token.spaced ? ` ${token.text}` : token.text)).join("");
  return { name: name.text, value: text, start: hash.start, valueStart: value[0]?.start ?? name.end };
}

function checkLineMarker(source: CdefSource, hash: Token): void {
  const newline = source.text.indexOf("\n", hash.start);
  const line = source.text.slice(hash.start, newline === -1 ? undefined : newline).replace(/\r$/, "");
  if (parseLineMarker(line) === undefined) source.fail("CDEF_DIRECTIVE", hash.start, "a line marker that is none");
}

/** More levels than any header has. */
const MAX_PACK_LEVELS = 1000;

/** What `#pragma pack` says: `pack(1)`, `pack()`, `pack(push)`, `pack(push, 1)`, `pack(push, name, 1)`, `pack(pop)`. */
class PackStack {
  current: number | undefined;
  readonly #saved: { readonly name: string | undefined; readonly pack: number | undefined }[] = [];

  /** @param words From `pack` on. @returns Whether the pragma was understood as one that changes alignment. */
  apply(source: CdefSource, words: readonly Token[]): boolean {
    const [pack, ...inner] = words;
    if (pack === undefined || inner[0]?.text !== "(" || inner.at(-1)?.text !== ")") return false;
    const parts = inner.slice(1, -1).filter(({ text }) => text !== ",");
    const number = parts.find(({ kind }) => kind === "number");
    const verb = parts[0]?.text;
    const name = parts.find(({ kind, text }) => kind === "identifier" && text !== "push" && text !== "pop")?.text;
    if (verb === "push") {
      if (this.#saved.length >= MAX_PACK_LEVELS) {
        source.fail("CDEF_TOO_COMPLEX", pack.start, `more than ${MAX_PACK_LEVELS} levels of #pragma pack(push)`);
      }
      this.#saved.push({ name, pack: this.current });
    } else if (verb === "pop") {
      this.#pop(name);
    } else if (number === undefined) {
      this.current = undefined;
    }
    if (number !== undefined) {
      const value = Number(number.text);
      if (![0, 1, 2, 4, 8, 16].includes(value)) {
        source.fail("CDEF_DIRECTIVE", number.start, `#pragma pack does not take ${quote(number.text)}`);
      }
      this.current = value === 0 ? undefined : value;
    }
    return true;
  }

  #pop(name: string | undefined): void {
    const named = name === undefined ? -1 : this.#saved.findLastIndex((saved) => saved.name === name);
    const [saved] = this.#saved.splice(named === -1 ? this.#saved.length - 1 : named);
    if (saved !== undefined) this.current = saved.pack;
  }
}
