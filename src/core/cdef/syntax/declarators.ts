/** Declarators: what stands around a name and says which pointers, arrays and functions it is. Spec: ISO C11, 6.7.6. */
import { quote } from "../../names/quote.ts";
import { unknownTypeHint } from "../windows-types.ts";
import { parseAttributes } from "./attributes.ts";
import {
  addQualifier,
  buildType,
  type Declarator,
  type Grammar,
  INT,
  type Modifier,
  NO_QUALIFIERS,
} from "./grammar.ts";
import { KEYWORDS, OTHER_CONVENTIONS, QUALIFIER_WORDS, STDCALL_WORDS } from "./keywords.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Qualifiers, TypeNode } from "./tree.ts";

export class DeclaratorParser {
  readonly #grammar: Grammar;
  readonly #stream: TokenStream;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    this.#stream = grammar.stream;
  }

  parseTypeName(): void {
    const specifiers = this.#grammar.parseSpecifiers(false);
    if (specifiers.specifier === undefined) this.#stream.unexpected("expected a type");
    this.#parseAbstractDeclarator();
  }

  parseDeclarator(): Declarator {
    const stream: TokenStream = this.#stream;
    return stream.nested(() => {
      const pointers = this.#parsePointers();
      let inner: Declarator;
      if (stream.accept("(")) {
        inner = this.parseDeclarator();
        stream.expect(")");
      } else {
        const token = stream.peek();
        if (token?.kind !== "identifier" || KEYWORDS.has(token.text)) stream.unexpected("expected a name");
        if (OTHER_CONVENTIONS.has(token.text)) {
          stream.fail("CDEF_NOT_IN_ABI_MODE", `ABI mode does not know the calling convention ${quote(token.text)}`);
        }
        inner = { name: token.text, start: stream.next().start, modifiers: [] };
      }
      return { ...inner, modifiers: [...inner.modifiers, ...this.#parseSuffixes(), ...pointers] };
    });
  }

  #parseAbstractDeclarator(): Declarator {
    const stream: TokenStream = this.#stream;
    return stream.nested(() => {
      const { start } = stream;
      const pointers = this.#parsePointers();
      const modifiers: Modifier[] = [];
      if (stream.text === "(" && (this.#grammar.startsDeclaration(1) || stream.peek(1)?.text === ")")) {
        modifiers.push(this.#parseFunction());
      } else if (stream.accept("(")) {
        modifiers.push(...this.#parseAbstractDeclarator().modifiers);
        if (modifiers.length === 0) stream.unexpected("expected a type");
        stream.expect(")");
      }
      modifiers.push(...this.#parseSuffixes(), ...pointers);
      return { name: undefined, start, modifiers };
    });
  }

  /** The last star is the outermost pointer. */
  #parsePointers(): Modifier[] {
    const stream: TokenStream = this.#stream;
    const pointers: Modifier[] = [];
    while (stream.text === "*") {
      const { start } = stream.next();
      pointers.push({ kind: "pointer", qualifiers: this.#parseQualifiers(), start });
    }
    return pointers.reverse();
  }

  #parseQualifiers(): Qualifiers {
    const stream: TokenStream = this.#stream;
    let qualifiers = NO_QUALIFIERS;
    while (QUALIFIER_WORDS.has(stream.text) || STDCALL_WORDS.has(stream.text)) {
      qualifiers = addQualifier(qualifiers, stream.next().text);
    }
    return qualifiers;
  }

  #parseSuffixes(): Modifier[] {
    const suffixes: Modifier[] = [];
    for (;;) {
      if (this.#stream.text === "[") suffixes.push(this.#parseArray());
      else if (this.#stream.text === "(") suffixes.push(this.#parseFunction());
      else return suffixes;
    }
  }

  #parseArray(): Modifier {
    const stream: TokenStream = this.#stream;
    const { start } = stream.expect("[");
    stream.accept("static");
    this.#parseQualifiers();
    stream.accept("static");
    if (stream.text === "...") {
      stream.fail(
        "CDEF_NOT_IN_ABI_MODE",
        'ABI mode cannot find out the length that "[...]" stands for',
        "Write the length of the array",
      );
    }
    const length = stream.text === "]" ? undefined : this.#grammar.expressions.parseAssignment();
    stream.expect("]");
    return { kind: "array", length, start };
  }

  #parseFunction(): Modifier {
    const stream: TokenStream = this.#stream;
    const { start } = stream.expect("(");
    const parameters: TypeNode[] = [];
    let variadic = false;
    if (stream.accept(")")) return { kind: "function", parameters, variadic, start };
    do {
      if (stream.text === "..." && stream.peek(1)?.text === ")") {
        if (parameters.length === 0) {
          stream.fail(
            "CDEF_UNSUPPORTED",
            'a function with only "..." as argument',
            "Name at least one argument before it",
          );
        }
        stream.next();
        variadic = true;
        break;
      }
      parameters.push(this.#parseParameter());
    } while (stream.accept(","));
    stream.expect(")");
    return { kind: "function", parameters, variadic, start };
  }

  #parseParameter(): TypeNode {
    const stream: TokenStream = this.#stream;
    const token = stream.peek();
    if (!this.#grammar.startsDeclaration(0)) {
      if (token?.kind === "identifier" && !KEYWORDS.has(token.text))
        stream.fail("CDEF_TYPE_UNKNOWN", `unknown type ${quote(token.text)}`, unknownTypeHint(token.text));
      stream.unexpected("expected an argument");
    }
    const specifiers = this.#grammar.parseSpecifiers(true);
    const { start } = specifiers;
    // Only a type is missing in `f(const x)`: C of old takes int.
    const specifier = specifiers.specifier ?? { kind: "names", names: INT, start };
    const declarator = this.#hasName() ? this.parseDeclarator() : this.#parseAbstractDeclarator();
    parseAttributes(stream, false);
    return buildType(stream, { ...specifiers, specifier }, declarator);
  }

  /**
   * Whether the declarator of an argument names it. In `int (x)` it depends on whether `x` is a type: then it is the
   * argument of an unnamed function.
   */
  #hasName(): boolean {
    const stream: TokenStream = this.#stream;
    let inParentheses = false;
    for (let ahead = 0; ; ahead++) {
      const token = stream.peek(ahead);
      if (token === undefined) return false;
      if (token.text === "(") inParentheses = true;
      else if (token.text !== "*" && !QUALIFIER_WORDS.has(token.text) && !STDCALL_WORDS.has(token.text)) {
        if (token.kind !== "identifier" || KEYWORDS.has(token.text)) return false;
        return !(inParentheses && this.#grammar.types.has(token.text));
      }
    }
  }
}
