/**
 * What cdefs declare, with every name resolved: the table from which a module is written.
 * Anonymous structs are numbered, and typedefs lend their names to structs, in the order in which cffi does it.
 */
import { quote } from "../names/quote.ts";
import { parseIntegerLiteral } from "./constant.ts";
import { COMMON_NAMES, isIntegerPrimitive, usedCommonNames } from "./primitives.ts";
import { TypeResolver } from "./resolve-types.ts";
import { type Declarations, Scope } from "./scope.ts";
import { parseSyntax } from "./syntax/parse.ts";
import { CdefSource } from "./syntax/source.ts";
import { type DeclarationNode, type Expression, type MacroNode, QUALIFIER, type TypeNode } from "./syntax/tree.ts";
import { type CType, namedPointerType, pointerType, StructType } from "./types.ts";
import { type WindowsBits, windowsTypes } from "./windows-types.ts";

/** One `cdef()` call. */
export interface CdefText {
  readonly text: string;
  /** Name for errors (default: `<cdef>`). */
  readonly path?: string | undefined;
  /** Structs without alignment, as `cdef(packed=True)` has them. */
  readonly packed?: boolean | undefined;
}

export interface DeclarationOptions {
  /** Types of these may be used: `ffi.include()`. */
  readonly includes?: readonly Declarations[] | undefined;
  /** Know the types of `<windows.h>`, with pointers of this size. */
  readonly windowsTypes?: WindowsBits | undefined;
}

/**
 * Read cdefs; later ones may use what earlier ones declare.
 *
 * @throws {PackwheelError} with a code of `CdefErrorCode`, the place, its line and a caret under it.
 */
export function parseDeclarations(texts: string | readonly CdefText[], options: DeclarationOptions = {}): Declarations {
  const builder = new DeclarationBuilder(options);
  for (const text of typeof texts === "string" ? [{ text: texts }] : texts) builder.add(text);
  return builder.finish();
}

/** What cffi takes for an integer at the right of `=`, and then reads or fails to read. */
const INTEGER_LIKE = /^0?x?[0-9a-f]+[lu]*$/i;

class DeclarationBuilder {
  readonly #scope: Scope = new Scope();
  readonly #types: TypeResolver;
  readonly #typeNames: ReadonlySet<string>;
  /** Structs that a typedef writes into the module: each can be written once. */
  readonly #named = new Set<StructType>();

  constructor({ includes = [], windowsTypes: bits }: DeclarationOptions) {
    const windows: ReadonlyMap<string, string> = bits === undefined ? new Map() : windowsTypes(bits);
    this.#types = new TypeResolver(this.#scope, windows);
    this.#typeNames = new Set([...COMMON_NAMES, ...windows.keys()]);
    for (const { entries, constants } of includes) this.#include(entries, constants);
  }

  #include(entries: Declarations["entries"], constants: Declarations["constants"]): void {
    for (const [key, { kind, name, value, qualifiers }] of entries) {
      if (typeof value === "bigint" || kind === "function" || kind === "variable" || kind === "constant") continue;
      if (key.startsWith("anonymous $enum_$")) continue;
      this.#scope.declare(kind, name, value, 0, qualifiers);
      this.#scope.included.add(value);
      const written = kind === "typedef" ? writtenByTypedef(value) : undefined;
      if (written !== undefined) this.#named.add(written);
    }
    for (const [name, value] of constants) this.#scope.addConstant(name, value, 0);
  }

  add({ text, path = "<cdef>", packed = false }: CdefText): void {
    const source = new CdefSource(text, path);
    this.#scope.source = source;
    this.#scope.packed = packed;
    const { macros, declarations } = parseSyntax(source, (words) => this.#knownTypes(words));
    for (const macro of macros) this.#addMacro(macro);
    for (const node of declarations) this.#addDeclaration(node);
  }

  #knownTypes(words: readonly string[]): Set<string> {
    const known = usedCommonNames(words, this.#typeNames);
    for (const { kind, name } of this.#scope.entries.values()) if (kind === "typedef") known.add(name);
    return known;
  }

  /** @throws {PackwheelError} for what only the end of all texts shows: a struct may get its fields late. */
  finish(): Declarations {
    this.#types.checkFields();
    return this.#scope;
  }

  #addMacro({ name, value, start, valueStart }: MacroNode): void {
    const number = parseIntegerLiteral(value);
    if (number === undefined) {
      if (value === "...") {
        this.#scope.source.fail(
          "CDEF_NOT_IN_ABI_MODE",
          valueStart,
          `ABI mode cannot find out the value of ${quote(name)} that "..." stands for`,
          "Write the number itself",
        );
      }
      this.#scope.source.fail(
        "CDEF_MACRO_INVALID",
        valueStart,
        `a cdef takes only integers as macros, not ${quote(value)} for ${quote(name)}`,
        "Give the header itself to packwheel, which expands macros, or write the number",
      );
    }
    this.#scope.addConstant(name, number, start);
    this.#scope.declare("macro", name, number, start);
  }

  #addDeclaration(node: DeclarationNode): void {
    const { start } = node;
    if (node.kind === "tag") {
      this.#types.tagType(node.specifier, undefined);
      return;
    }
    if (node.kind === "typedef") {
      this.#addTypedef(node.name, node.type, start);
      return;
    }
    const { name } = node;
    const { type, qualifiers } = this.#types.resolve(node.type);
    if (type.kind === "function") {
      this.#scope.declare("function", name, pointerType(type, 0), start);
      return;
    }
    const number =
      type.kind === "primitive" && isIntegerPrimitive(type.primitive) ? this.#initial(node.initializer) : undefined;
    if (number !== undefined) {
      this.#scope.addConstant(name, number, start);
      this.#scope.declare("macro", name, number, start);
      return;
    }
    // An array of constants is a variable to cffi.
    const kind = (qualifiers & QUALIFIER.CONST) !== 0 && type.kind !== "array" ? "constant" : "variable";
    this.#scope.declare(kind, name, type, start, qualifiers);
  }

  /** The number in `= 5` and `= -5`. */
  #initial(initializer: Expression | undefined): bigint | undefined {
    const negative = initializer?.kind === "unary" && initializer.operator === "-";
    const literal = negative ? initializer.operand : initializer;
    if (literal?.kind !== "literal" || !INTEGER_LIKE.test(literal.text)) return undefined;
    const number = parseIntegerLiteral(literal.text);
    if (number === undefined) {
      this.#scope.source.fail(
        "CDEF_CONSTANT_INVALID",
        literal.start,
        `${literal.text} is no integer`,
        "Write the number in full",
      );
    }
    return negative ? -number : number;
  }

  #addTypedef(name: string, node: TypeNode, start: number): void {
    if (name.includes("$"))
      this.#scope.source.fail("CDEF_UNSUPPORTED", start, `"$" in the name of the type ${quote(name)}`);
    const dots = dotsType(node, name);
    const { type, qualifiers } = dots === undefined ? this.#types.resolve(node, name) : { type: dots, qualifiers: 0 };
    this.#scope.declare("typedef", name, type, start, qualifiers);
    const written = writtenByTypedef(type);
    if (written === undefined) return;
    if (this.#named.has(written)) {
      this.#scope.source.fail(
        "CDEF_UNSUPPORTED",
        start,
        `a second typedef of a type that only a typedef names: ${quote(name)}`,
        "Give the struct a tag, or use the first name",
      );
    }
    this.#named.add(written);
  }
}

/** The struct that a typedef, and nothing else, brings into the module. */
function writtenByTypedef(type: CType): StructType | undefined {
  if (type.kind === "named pointer") return type.target;
  return type.kind === "struct" && type.isUnknown ? type : undefined;
}

/** `typedef ... name;` and `typedef ... *name;`: types of which nothing is known. */
function dotsType(node: TypeNode, name: string): CType | undefined {
  const base = node.kind === "pointer" ? node.target : node;
  if (base.kind !== "base" || base.specifier.kind !== "names" || base.specifier.names[0] !== "...") return undefined;
  if (node.kind === "base") return new StructType(false, `$${name}`, name);
  return namedPointerType(new StructType(false, `$$${name}`), name);
}
