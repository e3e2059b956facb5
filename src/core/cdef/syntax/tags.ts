/** Structs, unions and enums. Spec: ISO C11, 6.7.2.1 and 6.7.2.2. */
import { quote } from "../../names/quote.ts";
import { unknownTypeHint } from "../windows-types.ts";
import { parseAttributes } from "./attributes.ts";
import type { PackChange } from "./directives.ts";
import { buildType, type Declarator, type Grammar, LIST_FIELDS } from "./grammar.ts";
import { KEYWORDS } from "./keywords.ts";
import type { TokenStream } from "./token-stream.ts";
import type { EnumeratorNode, FieldNode, Specifier, StructSpecifier, TypeNode } from "./tree.ts";

export class TagParser {
  readonly #grammar: Grammar;
  readonly #stream: TokenStream;
  readonly #packs: readonly PackChange[];
  #pack = 0;

  constructor(grammar: Grammar, packs: readonly PackChange[]) {
    this.#grammar = grammar;
    this.#stream = grammar.stream;
    this.#packs = packs;
  }

  parseStruct(kind: "struct" | "union"): StructSpecifier {
    const stream: TokenStream = this.#stream;
    const { start } = stream;
    stream.next();
    let { packed } = parseAttributes(stream, true);
    const tag = this.#parseTag();
    if (stream.text !== "{") {
      if (tag === undefined) stream.unexpected(`expected a name or "{" after "${kind}"`);
      return { kind, tag, fields: undefined, pack: undefined, start };
    }
    const pack = this.#packHere();
    stream.next();
    const fields = stream.nested(() => {
      const list: FieldNode[] = [];
      while (!stream.accept("}")) {
        if (!stream.accept(";")) list.push(...this.#parseField());
      }
      return list;
    });
    if (parseAttributes(stream, true).packed) packed = true;
    return { kind, tag, fields, pack: packed ? 1 : pack, start };
  }

  #packHere(): number | undefined {
    for (let next = this.#packs[this.#pack]; next !== undefined && next.index <= this.#stream.index; ) {
      this.#pack += 1;
      next = this.#packs[this.#pack];
    }
    return this.#packs[this.#pack - 1]?.pack;
  }

  #parseTag(): string | undefined {
    const token = this.#stream.peek();
    if (token?.kind !== "identifier" || KEYWORDS.has(token.text)) return undefined;
    return this.#stream.next().text;
  }

  #parseField(): FieldNode[] {
    const stream: TokenStream = this.#stream;
    const { start } = stream;
    if (stream.text === "..." && stream.peek(1)?.text === ";") {
      stream.fail(
        "CDEF_NOT_IN_ABI_MODE",
        'ABI mode cannot find out the fields and offsets that "...;" stands for',
        LIST_FIELDS,
      );
    }
    if (stream.text === "_Static_assert") stream.fail("CDEF_UNSUPPORTED", "a cdef cannot hold _Static_assert");
    if (!this.#grammar.startsDeclaration(0)) this.#failNoField();
    const specifiers = this.#grammar.parseSpecifiers(false);
    const { specifier } = specifiers;
    if (specifier === undefined) stream.unexpected("expected a type");
    if (stream.accept(";")) {
      if (specifier.kind !== "struct" && specifier.kind !== "union") {
        stream.source.fail("CDEF_UNSUPPORTED", start, "a field without a name");
      }
      const type: TypeNode = { kind: "base", qualifiers: specifiers.qualifiers, specifier, start };
      return [{ name: "", type, width: undefined, start }];
    }
    const fields: FieldNode[] = [];
    do {
      const declarator: Declarator =
        stream.text === ":" ? { name: undefined, start: stream.start, modifiers: [] } : this.#grammar.parseDeclarator();
      const width = stream.accept(":") ? this.#grammar.expressions.parseConditional() : undefined;
      parseAttributes(stream, false);
      const type = buildType(stream, specifiers, declarator);
      fields.push({ name: declarator.name ?? "", type, width, start: declarator.start });
    } while (stream.accept(","));
    stream.expect(";");
    return fields;
  }

  #failNoField(): never {
    const stream: TokenStream = this.#stream;
    const token = stream.peek();
    const named = token?.kind === "identifier" && !KEYWORDS.has(token.text);
    return named
      ? stream.fail("CDEF_TYPE_UNKNOWN", `unknown type ${quote(token.text)}`, unknownTypeHint(token.text))
      : stream.unexpected("expected a field");
  }

  parseEnum(): Specifier {
    const stream: TokenStream = this.#stream;
    const { start } = stream;
    stream.next();
    parseAttributes(stream, false);
    const tag = this.#parseTag();
    if (!stream.accept("{")) {
      if (tag === undefined) stream.unexpected('expected a name or "{" after "enum"');
      return { kind: "enum", tag, enumerators: undefined, start };
    }
    const enumerators: EnumeratorNode[] = [];
    do {
      if (stream.text === "}" && enumerators.length > 0) break;
      enumerators.push(this.#parseEnumerator());
    } while (stream.accept(","));
    stream.expect("}");
    parseAttributes(stream, false);
    return { kind: "enum", tag, enumerators, start };
  }

  #parseEnumerator(): EnumeratorNode {
    const stream: TokenStream = this.#stream;
    const token = stream.peek();
    const start = stream.start;
    if (stream.text === "...") this.#failPartialEnum();
    if (token?.kind !== "identifier" || KEYWORDS.has(token.text)) stream.unexpected("expected the name of a constant");
    if (this.#grammar.types.has(token.text)) {
      stream.fail("CDEF_DUPLICATE", `${quote(token.text)} is a type already`);
    }
    stream.next();
    parseAttributes(stream, false);
    if (!stream.accept("=")) return { name: token.text, value: undefined, start };
    if (stream.text === "...") this.#failPartialEnum();
    return { name: token.text, value: this.#grammar.expressions.parseConditional(), start };
  }

  #failPartialEnum(): never {
    this.#stream.fail(
      "CDEF_NOT_IN_ABI_MODE",
      'ABI mode cannot find out the values that "..." stands for in an enum',
      "Write every constant with its value",
    );
  }
}
