/**
 * C declarations, as cffi's `cdef()` accepts them, as a syntax tree.
 * Spec: ISO C11, 6.7 "Declarations", without bodies of functions; and the additions of cffi (`typedef ... T;`).
 */
import { quote } from "../names/quote.ts";
import { parseAttributes, startsAttribute } from "./attributes.ts";
import { type PackChange, readDirectives } from "./directives.ts";
import {
  FUNCTION_WORDS,
  KEYWORDS,
  OTHER_CONVENTIONS,
  QUALIFIER_WORDS,
  STDCALL_WORDS,
  STORAGE_WORDS,
  TYPE_WORDS,
} from "./keywords.ts";
import { ExpressionParser } from "./parse-expression.ts";
import type { CdefSource } from "./source.ts";
import {
  type DeclarationNode,
  type EnumeratorNode,
  type Expression,
  type FieldNode,
  type FunctionNode,
  QUALIFIER,
  type Qualifiers,
  type Specifier,
  type StructSpecifier,
  type SyntaxTree,
  type TypeNode,
} from "./syntax.ts";
import { TokenStream } from "./token-stream.ts";
import { unknownTypeHint } from "./windows-types.ts";

/** A part of a declarator, from the name outwards. */
type Modifier =
  | { readonly kind: "pointer"; readonly qualifiers: Qualifiers; readonly start: number }
  | { readonly kind: "array"; readonly length: Expression | undefined; readonly start: number }
  | Pick<FunctionNode, "kind" | "parameters" | "variadic" | "start">;

interface Declarator {
  /** Undefined in an abstract one: `int (*)(void)`. */
  readonly name: string | undefined;
  readonly start: number;
  readonly modifiers: readonly Modifier[];
}

interface Specifiers {
  readonly specifier: Specifier | undefined;
  readonly qualifiers: Qualifiers;
  readonly storage: ReadonlySet<string>;
  readonly start: number;
}

const NO_QUALIFIERS: Qualifiers = { bits: 0, stdcall: false };
const INT: readonly string[] = ["int"];

/** Types of Microsoft's compilers, as the same types of C. */
const SIZED_WORDS: Readonly<Record<string, readonly string[]>> = {
  __int8: ["char"],
  __int16: ["short"],
  __int32: INT,
  __int64: ["long", "long"],
};

const LIST_FIELDS = 'List every field, or declare the struct without a body ("struct name;") and use pointers to it';

/**
 * @param typeNames Names of types that are known before; those that the text adds are added to it.
 * @throws {PackwheelError} with a code of `CdefErrorCode`.
 */
export function parseSyntax(source: CdefSource, typeNames: TypeNameSource): SyntaxTree {
  const { tokens, macros, packs } = readDirectives(source);
  const parser = new Parser(new TokenStream(source, tokens), typeNames(tokens.map(({ text }) => text)), packs);
  return { macros, declarations: parser.parse() };
}

/** Gives the names of types that are known before the first declaration, for the words of a text. */
export type TypeNameSource = (words: readonly string[]) => Set<string>;

class Parser {
  readonly #stream: TokenStream;
  /** Names that are types so far. */
  readonly #types: Set<string>;
  /** Names at the top that are no types. */
  readonly #objects = new Set<string>();
  readonly #packs: readonly PackChange[];
  #pack = 0;
  readonly #expressions: ExpressionParser;

  constructor(stream: TokenStream, types: Set<string>, packs: readonly PackChange[]) {
    this.#stream = stream;
    this.#types = types;
    this.#packs = packs;
    this.#expressions = new ExpressionParser(stream, {
      startsType: (ahead) => this.#startsDeclaration(ahead),
      parseTypeName: () => this.#parseTypeName(),
    });
  }

  parse(): DeclarationNode[] {
    const declarations: DeclarationNode[] = [];
    const stream: TokenStream = this.#stream;
    while (!stream.atEnd) {
      if (stream.accept(";")) continue;
      if (stream.text === "_Pragma") {
        stream.next();
        stream.expect("(");
        stream.next();
        stream.expect(")");
        continue;
      }
      if (stream.text === "_Static_assert") {
        stream.fail("CDEF_UNSUPPORTED", "a cdef cannot hold _Static_assert", "Guard it with #ifndef PYTHON_HEADER");
      }
      if (!this.#startsDeclaration(0)) this.#failNoDeclaration();
      declarations.push(...this.#parseDeclaration());
    }
    return declarations;
  }

  #failNoDeclaration(): never {
    const stream: TokenStream = this.#stream;
    const token = stream.peek();
    if (token?.text === "#") {
      stream.fail("CDEF_DIRECTIVE", "a directive has to begin its line");
    }
    if (token?.kind !== "identifier" || KEYWORDS.has(token.text)) stream.unexpected("expected a declaration");
    if (stream.peek(1)?.text === "(") {
      stream.fail(
        "CDEF_SYNTAX",
        `expected a declaration, found ${quote(token.text)} and arguments`,
        "Define the macro, or write the type of the function before its name",
      );
    }
    this.#failUnknownType(token.text);
  }

  #failUnknownType(name: string): never {
    this.#stream.fail("CDEF_TYPE_UNKNOWN", `unknown type ${quote(name)}`, unknownTypeHint(name));
  }

  // Declarations ---------------------------------------------------------------------------------------------------

  #parseDeclaration(): DeclarationNode[] {
    const stream: TokenStream = this.#stream;
    const specifiers = this.#parseSpecifiers(true);
    const { specifier, start } = specifiers;
    if (stream.text === ";" && specifier !== undefined && specifier.kind !== "names") {
      stream.next();
      return [{ kind: "tag", specifier, start }];
    }
    const isTypedef = specifiers.storage.has("typedef");
    const nodes: DeclarationNode[] = [];
    do {
      const declarator = this.#parseDeclarator();
      nodes.push(this.#declarationNode(specifiers, declarator, isTypedef));
    } while (stream.accept(","));
    if (stream.text === "{") {
      stream.fail(
        "CDEF_UNSUPPORTED",
        "a cdef cannot hold the body of a function",
        "Guard it with #ifndef PYTHON_HEADER, or leave the prototype alone",
      );
    }
    // Names count from the end of the whole declaration on, as for cffi's parser.
    for (const node of nodes) this.#addName(node);
    if (stream.text !== ";") stream.unexpected('expected ";"');
    stream.next();
    return nodes;
  }

  #declarationNode(specifiers: Specifiers, declarator: Declarator, isTypedef: boolean): DeclarationNode {
    const stream: TokenStream = this.#stream;
    const name = declarator.name ?? "";
    const { start } = declarator;
    // Without a type `foo_t`, `extern foo_t *x;` reads as a variable `foo_t` and something after it.
    if (specifiers.specifier === undefined && (stream.text === "*" || stream.peek()?.kind === "identifier")) {
      stream.source.fail("CDEF_TYPE_UNKNOWN", start, `unknown type ${quote(name)}`, unknownTypeHint(name));
    }
    const type = this.#buildType(specifiers, declarator);
    parseAttributes(stream, false);
    if (isTypedef) return { kind: "typedef", name, type, start };
    const initializer = stream.accept("=") ? this.#expressions.parseInitializer() : undefined;
    return { kind: "object", name, type, initializer, start };
  }

  #addName(node: DeclarationNode): void {
    if (node.kind === "tag") return;
    const [own, other] = node.kind === "typedef" ? [this.#types, this.#objects] : [this.#objects, this.#types];
    if (other.has(node.name)) {
      const what = node.kind === "typedef" ? "something that is no type" : "a type";
      this.#stream.source.fail("CDEF_DUPLICATE", node.start, `${quote(node.name)} is ${what} already`);
    }
    own.add(node.name);
  }

  #buildType(specifiers: Specifiers, declarator: Declarator): TypeNode {
    const { start } = specifiers;
    let { specifier } = specifiers;
    if (specifier === undefined) {
      // C of old: a function without a type gives an int.
      if (declarator.modifiers[0]?.kind !== "function") {
        this.#stream.source.fail("CDEF_SYNTAX", start, "a declaration without a type");
      }
      specifier = { kind: "names", names: INT, start };
    }
    let type: TypeNode = { kind: "base", qualifiers: specifiers.qualifiers, specifier, start };
    for (const modifier of declarator.modifiers.toReversed()) {
      if (modifier.kind === "pointer") type = { ...modifier, target: type };
      else if (modifier.kind === "array") type = { ...modifier, item: type };
      else type = { ...modifier, result: type };
    }
    return type;
  }

  // Specifiers -----------------------------------------------------------------------------------------------------

  #startsDeclaration(ahead: number): boolean {
    const token = this.#stream.peek(ahead);
    if (token === undefined) return false;
    const { text } = token;
    if (token.kind !== "identifier") return text === "...";
    return (
      TYPE_WORDS.has(text) ||
      this.#types.has(text) ||
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

  /** @param withStorage Whether `static` and its like may stand here: not in structs and type names. */
  #parseSpecifiers(withStorage: boolean): Specifiers {
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
        const inner = this.#parseSpecifiers(false);
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
      } else if (this.#types.has(text) && !sawType) {
        typeStart = stream.start;
        names.push(stream.next().text);
      } else if (text === "struct" || text === "union") {
        if (sawType) stream.unexpected("two types in one declaration");
        tag = this.#parseStruct(text);
      } else if (text === "enum") {
        if (sawType) stream.unexpected("two types in one declaration");
        tag = this.#parseEnum();
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
    if (this.#startsDeclaration(0)) this.#parseTypeName();
    else this.#expressions.parseConditional();
    stream.expect(")");
  }

  #parseStruct(kind: "struct" | "union"): StructSpecifier {
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
    if (!this.#startsDeclaration(0)) this.#failNoField();
    const specifiers = this.#parseSpecifiers(false);
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
        stream.text === ":" ? { name: undefined, start: stream.start, modifiers: [] } : this.#parseDeclarator();
      const width = stream.accept(":") ? this.#expressions.parseConditional() : undefined;
      parseAttributes(stream, false);
      const type = this.#buildType(specifiers, declarator);
      fields.push({ name: declarator.name ?? "", type, width, start: declarator.start });
    } while (stream.accept(","));
    stream.expect(";");
    return fields;
  }

  #failNoField(): never {
    const token = this.#stream.peek();
    const named = token?.kind === "identifier" && !KEYWORDS.has(token.text);
    return named ? this.#failUnknownType(token.text) : this.#stream.unexpected("expected a field");
  }

  #parseEnum(): Specifier {
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
    if (this.#types.has(token.text)) {
      stream.fail("CDEF_DUPLICATE", `${quote(token.text)} is a type already`);
    }
    stream.next();
    parseAttributes(stream, false);
    if (!stream.accept("=")) return { name: token.text, value: undefined, start };
    if (stream.text === "...") this.#failPartialEnum();
    return { name: token.text, value: this.#expressions.parseConditional(), start };
  }

  #failPartialEnum(): never {
    this.#stream.fail(
      "CDEF_NOT_IN_ABI_MODE",
      'ABI mode cannot find out the values that "..." stands for in an enum',
      "Write every constant with its value",
    );
  }

  // Declarators ----------------------------------------------------------------------------------------------------

  #parseTypeName(): void {
    const specifiers = this.#parseSpecifiers(false);
    if (specifiers.specifier === undefined) this.#stream.unexpected("expected a type");
    this.#parseAbstractDeclarator();
  }

  #parseDeclarator(): Declarator {
    const stream: TokenStream = this.#stream;
    return stream.nested(() => {
      const pointers = this.#parsePointers();
      let inner: Declarator;
      if (stream.accept("(")) {
        inner = this.#parseDeclarator();
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
      if (stream.text === "(" && (this.#startsDeclaration(1) || stream.peek(1)?.text === ")")) {
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
    const length = stream.text === "]" ? undefined : this.#expressions.parseAssignment();
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
    if (!this.#startsDeclaration(0)) {
      if (token?.kind === "identifier" && !KEYWORDS.has(token.text)) this.#failUnknownType(token.text);
      stream.unexpected("expected an argument");
    }
    const specifiers = this.#parseSpecifiers(true);
    const { start } = specifiers;
    // Only a type is missing in `f(const x)`: C of old takes int.
    const specifier = specifiers.specifier ?? { kind: "names", names: INT, start };
    const declarator = this.#hasName() ? this.#parseDeclarator() : this.#parseAbstractDeclarator();
    parseAttributes(stream, false);
    return this.#buildType({ ...specifiers, specifier }, declarator);
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
        return !(inParentheses && this.#types.has(token.text));
      }
    }
  }
}

function addQualifier({ bits }: Qualifiers, word: string): Qualifiers {
  // cffi reads __stdcall as these two, and takes them for what they are elsewhere than at functions.
  if (STDCALL_WORDS.has(word)) return { bits: bits | QUALIFIER.VOLATILE | QUALIFIER.CONST, stdcall: true };
  if (word === "const") return { bits: bits | QUALIFIER.CONST, stdcall: false };
  if (word === "volatile") return { bits: bits | QUALIFIER.VOLATILE, stdcall: false };
  if (word === "restrict") return { bits: bits | QUALIFIER.RESTRICT, stdcall: false };
  return { bits, stdcall: false };
}
