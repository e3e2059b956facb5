/**
 * C declarations, as cffi's `cdef()` accepts them, as a syntax tree.
 * Spec: ISO C11, 6.7 "Declarations", without bodies of functions; and the additions of cffi (`typedef ... T;`).
 */
import { quote } from "../../names/quote.ts";
import { unknownTypeHint } from "../windows-types.ts";
import { parseAttributes } from "./attributes.ts";
import { DeclaratorParser } from "./declarators.ts";
import { type PackChange, readDirectives } from "./directives.ts";
import { ExpressionParser } from "./expression.ts";
import { buildType, type Declarator, type Grammar, type Specifiers } from "./grammar.ts";
import { KEYWORDS } from "./keywords.ts";
import type { CdefSource } from "./source.ts";
import { SpecifierParser } from "./specifiers.ts";
import { TagParser } from "./tags.ts";
import { TokenStream } from "./token-stream.ts";
import type { DeclarationNode, SyntaxTree } from "./tree.ts";

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

class Parser implements Grammar {
  readonly stream: TokenStream;
  readonly types: Set<string>;
  readonly expressions: ExpressionParser;
  /** Names at the top that are no types. */
  readonly #objects = new Set<string>();
  readonly #specifiers: SpecifierParser;
  readonly #declarators: DeclaratorParser;

  constructor(stream: TokenStream, types: Set<string>, packs: readonly PackChange[]) {
    this.stream = stream;
    this.types = types;
    this.expressions = new ExpressionParser(stream, {
      startsType: (ahead) => this.startsDeclaration(ahead),
      parseTypeName: () => this.parseTypeName(),
    });
    this.#specifiers = new SpecifierParser(this, new TagParser(this, packs));
    this.#declarators = new DeclaratorParser(this);
  }

  startsDeclaration(ahead: number): boolean {
    return this.#specifiers.startsDeclaration(ahead);
  }

  parseSpecifiers(withStorage: boolean): Specifiers {
    return this.#specifiers.parseSpecifiers(withStorage);
  }

  parseDeclarator(): Declarator {
    return this.#declarators.parseDeclarator();
  }

  parseTypeName(): void {
    this.#declarators.parseTypeName();
  }

  parse(): DeclarationNode[] {
    const declarations: DeclarationNode[] = [];
    const stream: TokenStream = this.stream;
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
      if (!this.startsDeclaration(0)) this.#failNoDeclaration();
      declarations.push(...this.#parseDeclaration());
    }
    return declarations;
  }

  #failNoDeclaration(): never {
    const stream: TokenStream = this.stream;
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
    this.stream.fail("CDEF_TYPE_UNKNOWN", `unknown type ${quote(name)}`, unknownTypeHint(name));
  }

  #parseDeclaration(): DeclarationNode[] {
    const stream: TokenStream = this.stream;
    const specifiers = this.parseSpecifiers(true);
    const { specifier, start } = specifiers;
    if (stream.text === ";" && specifier !== undefined && specifier.kind !== "names") {
      stream.next();
      return [{ kind: "tag", specifier, start }];
    }
    const isTypedef = specifiers.storage.has("typedef");
    const nodes: DeclarationNode[] = [];
    do {
      const declarator = this.parseDeclarator();
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
    const stream: TokenStream = this.stream;
    const name = declarator.name ?? "";
    const { start } = declarator;
    // Without a type `foo_t`, `extern foo_t *x;` reads as a variable `foo_t` and something after it.
    if (specifiers.specifier === undefined && (stream.text === "*" || stream.peek()?.kind === "identifier")) {
      stream.source.fail("CDEF_TYPE_UNKNOWN", start, `unknown type ${quote(name)}`, unknownTypeHint(name));
    }
    const type = buildType(stream, specifiers, declarator);
    parseAttributes(stream, false);
    if (isTypedef) return { kind: "typedef", name, type, start };
    const initializer = stream.accept("=") ? this.expressions.parseInitializer() : undefined;
    return { kind: "object", name, type, initializer, start };
  }

  #addName(node: DeclarationNode): void {
    if (node.kind === "tag") return;
    const [own, other] = node.kind === "typedef" ? [this.types, this.#objects] : [this.#objects, this.types];
    if (other.has(node.name)) {
      const what = node.kind === "typedef" ? "something that is no type" : "a type";
      this.stream.source.fail("CDEF_DUPLICATE", node.start, `${quote(node.name)} is ${what} already`);
    }
    own.add(node.name);
  }
}
