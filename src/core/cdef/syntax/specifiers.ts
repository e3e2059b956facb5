/** Declaration specifiers: the type, its qualifiers and the storage class. Spec: ISO C11, 6.7.1 to 6.7.5. */
import { quote } from "../../names/quote.ts";
import { parseAttributes, startsAttribute } from "./attributes.ts";
import { addQualifier, type Grammar, INT, LIST_FIELDS, NO_QUALIFIERS, type Specifiers } from "./grammar.ts";
import {
  FUNCTION_WORDS,
  OTHER_CONVENTIONS,
  QUALIFIER_WORDS,
  STDCALL_WORDS,
  STORAGE_WORDS,
  TYPE_WORDS,
} from "./keywords.ts";
import type { TagParser } from "./tags.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Specifier } from "./tree.ts";

/** Types of Microsoft's compilers, as the same types of C. */
const SIZED_WORDS: Readonly<Record<string, readonly string[]>> = {
  __int8: ["char"],
  __int16: ["short"],
  __int32: INT,
  __int64: ["long", "long"],
};

export class SpecifierParser {
  readonly #grammar: Grammar;
  readonly #tags: TagParser;
  readonly #stream: TokenStream;

  constructor(grammar: Grammar, tags: TagParser) {
    this.#grammar = grammar;
    this.#tags = tags;
    this.#stream = grammar.stream;
  }

  startsDeclaration(ahead: number): boolean {
    const token = this.#stream.peek(ahead);
    if (token === undefined) return false;
    const { text } = token;
    if (token.kind !== "identifier") return text === "...";
    return (
      TYPE_WORDS.has(text) ||
      this.#grammar.types.has(text) ||
      QUALIFIER_WORDS.has(text) ||
      STORAGE_WORDS.has(text) ||
      FUNCTION_WORDS.has(text) ||
      STDCALL_WORDS.has(text) ||
      text === "struct" ||
      text === "union" ||
      text === "enum" ||
      text === "_Alignas" ||
      Object.hasOwn(SIZED_WORDS, text) ||
      startsAttribute(text)
    );
  }

  parseSpecifiers(withStorage: boolean): Specifiers {
    const stream: TokenStream = this.#stream;
    const { start } = stream;
    const names: string[] = [];
    const storage = new Set<string>();
    let tag: Specifier | undefined;
    let qualifiers = NO_QUALIFIERS;
    let typeStart = start;
    for (;;) {
      const { text } = stream;
      const sawType = names.length > 0 || tag !== undefined;
      if (text === "_Atomic" && stream.peek(1)?.text === "(") {
        stream.next();
        stream.next();
        // The type in the parentheses stands for itself: atomic or not makes no difference to callers.
        const inner = this.parseSpecifiers(false);
        stream.expect(")");
        if (inner.specifier?.kind === "names") names.push(...inner.specifier.names);
        else tag = inner.specifier;
      } else if (QUALIFIER_WORDS.has(text) || STDCALL_WORDS.has(text)) {
        qualifiers = addQualifier(qualifiers, stream.next().text);
      } else if (STORAGE_WORDS.has(text)) {
        if (!withStorage) stream.unexpected("expected a type");
        storage.add(text);
        stream.next();
        if (text === "extern") this.#rejectLinkage();
      } else if (FUNCTION_WORDS.has(text)) {
        if (!withStorage) stream.unexpected("expected a type");
        stream.next();
      } else if (TYPE_WORDS.has(text)) {
        if (!sawType) typeStart = stream.start;
        names.push(stream.next().text);
      } else if (Object.hasOwn(SIZED_WORDS, text)) {
        stream.next();
        names.push(...(SIZED_WORDS[text] ?? []));
      } else if (text === "..." && stream.peek()?.kind === "punctuator") {
        if (sawType) this.#failDotsAfterType(names);
        typeStart = stream.start;
        names.push(stream.next().text);
      } else if (this.#grammar.types.has(text) && !sawType) {
        typeStart = stream.start;
        names.push(stream.next().text);
      } else if (text === "struct" || text === "union") {
        if (sawType) stream.unexpected("two types in one declaration");
        tag = this.#tags.parseStruct(text);
      } else if (text === "enum") {
        if (sawType) stream.unexpected("two types in one declaration");
        tag = this.#tags.parseEnum();
      } else if (text === "_Alignas") {
        this.#skipAlignas(withStorage);
      } else if (startsAttribute(text)) {
        parseAttributes(stream, false);
      } else {
        if (OTHER_CONVENTIONS.has(text)) {
          stream.fail("CDEF_NOT_IN_ABI_MODE", `ABI mode does not know the calling convention ${quote(text)}`);
        }
        break;
      }
    }
    if (tag !== undefined && names.length > 0) {
      stream.source.fail("CDEF_SYNTAX", tag.start, "two types in one declaration");
    }
    const specifier: Specifier | undefined =
      tag ?? (names.length > 0 ? { kind: "names", names, start: typeStart } : undefined);
    return { specifier, qualifiers, storage, start };
  }

  #failDotsAfterType(names: readonly string[]): never {
    this.#stream.fail(
      "CDEF_NOT_IN_ABI_MODE",
      `ABI mode cannot find out what type "${names.join(" ")} ..." is`,
      "Write the exact type",
    );
  }

  #rejectLinkage(): void {
    const token = this.#stream.peek();
    if (token?.kind !== "string") return;
    if (/^"(?:Python|Python\s*\+\s*C|C\s*\+\s*Python)"$/.test(token.text)) {
      this.#stream.fail(
        "CDEF_NOT_IN_ABI_MODE",
        `ABI mode has no extern ${token.text}`,
        "Declare a function pointer type, and make callbacks with ffi.callback()",
      );
    }
    this.#stream.fail(
      "CDEF_UNSUPPORTED",
      `a cdef cannot hold extern ${quote(token.text.slice(1, -1))}`,
      "Guard it with #ifdef __cplusplus",
    );
  }

  #skipAlignas(withStorage: boolean): void {
    const stream: TokenStream = this.#stream;
    if (!withStorage) {
      stream.fail("CDEF_NOT_IN_ABI_MODE", "ABI mode cannot express _Alignas, which changes the layout", LIST_FIELDS);
    }
    stream.next();
    stream.expect("(");
    if (this.startsDeclaration(0)) this.#grammar.parseTypeName();
    else this.#grammar.expressions.parseConditional();
    stream.expect(")");
  }
}
