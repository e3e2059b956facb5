/**
 * What cdefs declare, with every name resolved: the table from which a module is written.
 * Anonymous structs are numbered, and typedefs lend their names to structs, in the order in which cffi does it.
 */
import { quote } from "../names/quote.ts";
import { evaluate, parseIntegerLiteral } from "./constant.ts";
import { parseSyntax } from "./parse.ts";
import { COMMON_NAMES, isIntegerPrimitive, NAMED_TYPES, usedCommonNames } from "./primitives.ts";
import { CdefSource } from "./source.ts";
import type {
  DeclarationNode,
  EnumSpecifier,
  Expression,
  FieldNode,
  FunctionNode,
  MacroNode,
  NamesSpecifier,
  StructSpecifier,
  TagSpecifier,
  TypeNode,
} from "./syntax.ts";
import {
  arrayType,
  type CType,
  displayName,
  EnumType,
  type Field,
  functionType,
  namedPointerType,
  pointerType,
  StructType,
  VOID,
} from "./types.ts";
import { unknownTypeHint, type WindowsBits, windowsTypes } from "./windows-types.ts";

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

export type DeclarationKind =
  | "anonymous"
  | "constant"
  | "enum"
  | "function"
  | "macro"
  | "struct"
  | "typedef"
  | "union"
  | "variable";

export interface Declaration {
  readonly kind: DeclarationKind;
  readonly name: string;
  /** A number for macros. */
  readonly value: CType | bigint;
  readonly qualifiers: number;
}

export interface Declarations {
  /** By kind and name: `function add`. */
  readonly entries: ReadonlyMap<string, Declaration>;
  /** Values of macros, enumerators and integer constants. */
  readonly constants: ReadonlyMap<string, bigint>;
  /** Types that come from another module. */
  readonly included: ReadonlySet<CType>;
}

/**
 * Read cdefs; later ones may use what earlier ones declare.
 *
 * @throws {PackwheelError} with a code of `CdefErrorCode`, the place, its line and a caret under it.
 */
export function parseDeclarations(texts: string | readonly CdefText[], options: DeclarationOptions = {}): Declarations {
  const builder = new DeclarationBuilder(options);
  for (const text of typeof texts === "string" ? [{ text: texts }] : texts) builder.add(text);
  builder.finish();
  return builder;
}

/** A longer name of a type is not one that a person wrote; it bounds how deep types are, too. */
const MAX_TYPE_NAME = 8192;

/** Array lengths are four bytes with a sign. */
const MAX_LENGTH = 2n ** 31n - 1n;

/** The widest integer of C has so many bits. */
const MAX_WIDTH = 64n;

/** What cffi takes for an integer at the right of `=`, and then reads or fails to read. */
const INTEGER_LIKE = /^0?x?[0-9a-f]+[lu]*$/i;

interface QualifiedType {
  readonly type: CType;
  readonly qualifiers: number;
}

interface FieldToCheck {
  readonly source: CdefSource;
  readonly struct: StructType;
  readonly field: Field;
  readonly start: number;
}

class DeclarationBuilder implements Declarations {
  readonly entries = new Map<string, Declaration>();
  readonly constants = new Map<string, bigint>();
  readonly included = new Set<CType>();
  readonly #windows: ReadonlyMap<string, string>;
  readonly #windowsTypes = new Map<string, QualifiedType>();
  /** One specifier gives one type, however many declarators follow it. */
  readonly #specifiers = new Map<TagSpecifier, StructType | EnumType>();
  readonly #fieldsToCheck: FieldToCheck[] = [];
  /** Structs that a typedef writes into the module: each can be written once. */
  readonly #named = new Set<StructType>();
  #anonymous = 0;
  #source: CdefSource = new CdefSource("", "<cdef>");
  #packed = false;

  constructor({ includes = [], windowsTypes: bits }: DeclarationOptions) {
    this.#windows = bits === undefined ? new Map() : windowsTypes(bits);
    for (const { entries, constants } of includes) this.#include(entries, constants);
  }

  #include(entries: Declarations["entries"], constants: Declarations["constants"]): void {
    for (const [key, { kind, name, value, qualifiers }] of entries) {
      if (typeof value === "bigint" || kind === "function" || kind === "variable" || kind === "constant") continue;
      if (key.startsWith("anonymous $enum_$")) continue;
      this.#declare(kind, name, value, 0, qualifiers);
      this.included.add(value);
      const written = kind === "typedef" ? writtenByTypedef(value) : undefined;
      if (written !== undefined) this.#named.add(written);
    }
    for (const [name, value] of constants) this.#addConstant(name, value, 0);
  }

  add({ text, path = "<cdef>", packed = false }: CdefText): void {
    const source = new CdefSource(text, path);
    this.#source = source;
    this.#packed = packed;
    const { macros, declarations } = parseSyntax(source, (words) => this.#knownTypes(words));
    for (const macro of macros) this.#addMacro(macro);
    for (const node of declarations) this.#addDeclaration(node);
  }

  #knownTypes(words: readonly string[]): Set<string> {
    const common = new Set([...COMMON_NAMES, ...this.#windows.keys()]);
    const known = usedCommonNames(words, common);
    for (const { kind, name } of this.entries.values()) if (kind === "typedef") known.add(name);
    return known;
  }

  /** Questions that only the end of all texts answers: a struct may get its fields late. */
  finish(): void {
    for (const { source, struct, field, start } of this.#fieldsToCheck) {
      let { type } = field;
      while (type.kind === "array") type = type.item;
      if (type.kind === "struct" && type.fields === undefined) {
        source.fail(
          "CDEF_FIELD_OPAQUE",
          start,
          `field ${quote(field.name)} of ${quote(displayName(struct))} has the type ${quote(displayName(type))}, ` +
            "whose fields are not declared",
          "Declare its fields, or make the field a pointer",
        );
      }
    }
  }

  // Tables ---------------------------------------------------------------------------------------------------------

  #declare(kind: DeclarationKind, name: string, value: CType | bigint, start: number, qualifiers = 0): void {
    const key = `${kind} ${name}`;
    const before = this.entries.get(key);
    if (before !== undefined) {
      if (before.value === value && before.qualifiers === qualifiers) return;
      this.#source.fail("CDEF_DUPLICATE", start, `${kind} ${quote(name)} is declared more than once`);
    }
    this.entries.set(key, { kind, name, value, qualifiers });
  }

  #addConstant(name: string, value: bigint, start: number): void {
    const before = this.constants.get(name);
    if (before !== undefined && before !== value) {
      this.#source.fail(
        "CDEF_DUPLICATE",
        start,
        `constant ${quote(name)} is declared more than once: as ${before} and as ${value}`,
      );
    }
    this.constants.set(name, value);
  }

  #addMacro({ name, value, start, valueStart }: MacroNode): void {
    const number = parseIntegerLiteral(value);
    if (number === undefined) {
      if (value === "...") {
        this.#source.fail(
          "CDEF_NOT_IN_ABI_MODE",
          valueStart,
          `ABI mode cannot find out the value of ${quote(name)} that "..." stands for`,
          "Write the number itself",
        );
      }
      this.#source.fail(
        "CDEF_MACRO_INVALID",
        valueStart,
        `a cdef takes only integers as macros, not ${quote(value)} for ${quote(name)}`,
        "Give the header itself to packwheel, which expands macros, or write the number",
      );
    }
    this.#addConstant(name, number, start);
    this.#declare("macro", name, number, start);
  }

  #addDeclaration(node: DeclarationNode): void {
    const { start } = node;
    if (node.kind === "tag") {
      this.#tagType(node.specifier, undefined);
      return;
    }
    if (node.kind === "typedef") {
      this.#addTypedef(node.name, node.type, start);
      return;
    }
    const { name } = node;
    const { type, qualifiers } = this.#resolve(node.type);
    if (type.kind === "function") {
      this.#declare("function", name, pointerType(type, 0), start);
      return;
    }
    const number =
      type.kind === "primitive" && isIntegerPrimitive(type.primitive) ? this.#initial(node.initializer) : undefined;
    if (number !== undefined) {
      this.#addConstant(name, number, start);
      this.#declare("macro", name, number, start);
      return;
    }
    // Bit 1 is const. An array of constants is a variable to cffi.
    const kind = (qualifiers & 1) !== 0 && type.kind !== "array" ? "constant" : "variable";
    this.#declare(kind, name, type, start, qualifiers);
  }

  /** The number in `= 5` and `= -5`. */
  #initial(initializer: Expression | undefined): bigint | undefined {
    const negative = initializer?.kind === "unary" && initializer.operator === "-";
    const literal = negative ? initializer.operand : initializer;
    if (literal?.kind !== "literal" || !INTEGER_LIKE.test(literal.text)) return undefined;
    const number = parseIntegerLiteral(literal.text);
    if (number === undefined) {
      this.#source.fail(
        "CDEF_CONSTANT_INVALID",
        literal.start,
        `${literal.text} is no integer`,
        "Write the number in full",
      );
    }
    return negative ? -number : number;
  }

  #addTypedef(name: string, node: TypeNode, start: number): void {
    if (name.includes("$")) this.#source.fail("CDEF_UNSUPPORTED", start, `"$" in the name of the type ${quote(name)}`);
    const dots = dotsType(node, name);
    const { type, qualifiers } = dots === undefined ? this.#resolve(node, name) : { type: dots, qualifiers: 0 };
    this.#declare("typedef", name, type, start, qualifiers);
    const written = writtenByTypedef(type);
    if (written === undefined) return;
    if (this.#named.has(written)) {
      this.#source.fail(
        "CDEF_UNSUPPORTED",
        start,
        `a second typedef of a type that only a typedef names: ${quote(name)}`,
        "Give the struct a tag, or use the first name",
      );
    }
    this.#named.add(written);
  }

  // Types ----------------------------------------------------------------------------------------------------------

  /** @param typedefName Name that the type gets, when it is directly the one of a typedef. */
  #resolve(node: TypeNode, typedefName?: string): QualifiedType {
    switch (node.kind) {
      case "base":
        return this.#resolveBase(node, typedefName);
      case "array": {
        const length = node.length === undefined ? undefined : this.#arrayLength(node.length);
        const { type, qualifiers } = this.#resolve(node.item);
        return { type: this.#bounded(arrayType(type, length), node.start), qualifiers };
      }
      case "pointer": {
        const { type, qualifiers } = this.#resolve(node.target);
        const { bits } = node.qualifiers;
        if (type.kind === "struct" && typedefName !== undefined && isNameless(type)) {
          return { type: namedPointerType(type, typedefName), qualifiers: bits };
        }
        return { type: this.#bounded(pointerType(type, qualifiers), node.start), qualifiers: bits };
      }
      case "function":
        return { type: this.#functionType(node), qualifiers: 0 };
    }
  }

  #resolveBase(node: TypeNode & { kind: "base" }, typedefName: string | undefined): QualifiedType {
    const { specifier, qualifiers } = node;
    if (specifier.kind !== "names") return { type: this.#tagType(specifier, typedefName), qualifiers: qualifiers.bits };
    const [first = "", ...others] = specifier.names;
    const known = others.length === 0 ? this.entries.get(`typedef ${first}`) : undefined;
    if (known !== undefined && typeof known.value !== "bigint") {
      return { type: known.value, qualifiers: known.qualifiers | qualifiers.bits };
    }
    const named = this.#namedType(specifier);
    return { type: named.type, qualifiers: named.qualifiers | qualifiers.bits };
  }

  #namedType({ names, start }: NamesSpecifier): QualifiedType {
    const name = canonicalName(names);
    if (name === "void") return { type: VOID, qualifiers: 0 };
    const type = NAMED_TYPES.get(name);
    if (type !== undefined) return { type, qualifiers: 0 };
    const meaning = this.#windows.get(name);
    if (meaning !== undefined) return this.#windowsType(name, meaning);
    if (name === "...") {
      this.#source.fail("CDEF_NOT_IN_ABI_MODE", start, '"..." is no type here', "Write the exact type");
    }
    return this.#source.fail("CDEF_TYPE_UNKNOWN", start, `unsupported type ${quote(name)}`, unknownTypeHint(name));
  }

  /** `const wchar_t *` of `LPCWSTR`; the same object each time. */
  #windowsType(name: string, meaning: string): QualifiedType {
    const known = this.#windowsTypes.get(name);
    if (known !== undefined) return known;
    const stars = meaning.length - meaning.replaceAll("*", "").length;
    const words = meaning.replaceAll("*", "").trim();
    const isConst = words.startsWith("const ");
    const base = words.replace("const ", "");
    let type: CType = NAMED_TYPES.get(base) ?? VOID;
    for (let star = 0; star < stars; star++) type = pointerType(type, star === 0 && isConst ? 1 : 0);
    const qualified = { type, qualifiers: 0 };
    this.#windowsTypes.set(name, qualified);
    return qualified;
  }

  #functionType({ parameters, variadic, result, start }: FunctionNode): CType {
    const types = parameters.map((parameter) => this.#parameterType(parameter));
    const given = types.length === 1 && types[0] === VOID && !variadic ? [] : types;
    const { type } = this.#resolve(result);
    const stdcall = (result.kind === "base" || result.kind === "pointer") && result.qualifiers.stdcall;
    return this.#bounded(functionType({ parameters: given, result: type, variadic, stdcall }), start);
  }

  /** Arrays and functions become pointers on their way into a function. */
  #parameterType(node: TypeNode): CType {
    const { type, qualifiers } = this.#resolve(node);
    if (type.kind === "array") return this.#bounded(pointerType(type.item, qualifiers), node.start);
    return type.kind === "function" ? pointerType(type, 0) : type;
  }

  #bounded<T extends CType>(type: T, start: number): T {
    if (type.name.before.length + type.name.after.length > MAX_TYPE_NAME) {
      this.#source.fail("CDEF_TOO_COMPLEX", start, `a type whose name is longer than ${MAX_TYPE_NAME} characters`);
    }
    return type;
  }

  #arrayLength(expression: Expression): number {
    const length = evaluate(expression, this.constants, this.#source);
    if (length < 0n || length > MAX_LENGTH) {
      this.#source.fail("CDEF_OUT_OF_RANGE", expression.start, `an array cannot have ${length} items`);
    }
    return Number(length);
  }

  // Structs, unions, enums -----------------------------------------------------------------------------------------

  #tagType(specifier: TagSpecifier, typedefName: string | undefined): StructType | EnumType {
    const known = this.#specifiers.get(specifier);
    if (known !== undefined) return known;
    if (specifier.tag?.includes("$") === true) {
      this.#source.fail("CDEF_UNSUPPORTED", specifier.start, `"$" in the name ${quote(specifier.tag)}`);
    }
    return specifier.kind === "enum"
      ? this.#enumType(specifier, typedefName)
      : this.#structType(specifier, typedefName);
  }

  /** The tag in the source, or `$name` after a typedef, or the next number. */
  #tag(specifier: TagSpecifier, typedefName: string | undefined): string {
    if (specifier.tag !== undefined) return specifier.tag;
    if (typedefName !== undefined) return `$${typedefName}`;
    this.#anonymous += 1;
    return `$${this.#anonymous}`;
  }

  #enumType(specifier: EnumSpecifier, typedefName: string | undefined): EnumType {
    const { start } = specifier;
    const tag = this.#tag(specifier, typedefName);
    const before = specifier.tag === undefined ? undefined : this.entries.get(`enum ${tag}`)?.value;
    if (before !== undefined && typeof before !== "bigint" && before.kind === "enum") {
      if (specifier.enumerators !== undefined) {
        this.#source.fail(
          "CDEF_UNSUPPORTED",
          start,
          `the constants of enum ${quote(tag)} have to be declared where it is mentioned first`,
          "Move the declaration up",
        );
      }
      this.#specifiers.set(specifier, before);
      return before;
    }
    const type = new EnumType(tag, this.#enumerators(specifier), typedefName);
    if (specifier.tag !== undefined) this.#declare("enum", tag, type, start);
    else this.#declare("anonymous", typedefName ?? `$enum_${tag}`, type, start);
    this.#specifiers.set(specifier, type);
    return type;
  }

  #enumerators({ enumerators = [], start }: EnumSpecifier): EnumType["enumerators"] {
    let next = 0n;
    let lowest = 0n;
    let highest = 0n;
    const values = enumerators.map(({ name, value, start: place }) => {
      if (value !== undefined) next = evaluate(value, this.constants, this.#source);
      this.#addConstant(name, next, place);
      lowest = next < lowest ? next : lowest;
      highest = next > highest ? next : highest;
      next += 1n;
      return { name, value: next - 1n };
    });
    const limit = lowest < 0n ? 2n ** 63n : 2n ** 64n;
    if (lowest < -(2n ** 63n) || highest >= limit) {
      this.#source.fail("CDEF_OUT_OF_RANGE", start, "the constants of this enum do not fit into 64 bits");
    }
    return values;
  }

  #structType(specifier: StructSpecifier, typedefName: string | undefined): StructType {
    const { kind, start } = specifier;
    const tag = this.#tag(specifier, typedefName);
    const before = specifier.tag === undefined ? undefined : this.entries.get(`${kind} ${tag}`)?.value;
    let type: StructType;
    if (before !== undefined && typeof before !== "bigint" && before.kind === "struct") {
      type = before;
    } else {
      type = new StructType(kind === "union", tag);
      if (specifier.tag !== undefined) this.#declare(kind, tag, type, start);
    }
    type.forcedName ??= typedefName;
    if (type.forcedName !== undefined && type.tag.startsWith("$")) {
      this.#declare("anonymous", type.forcedName, type, start);
    }
    this.#specifiers.set(specifier, type);
    if (specifier.fields !== undefined) this.#setFields(type, specifier, specifier.fields);
    return type;
  }

  #setFields(type: StructType, { pack, start }: StructSpecifier, nodes: readonly FieldNode[]): void {
    if (type.fields !== undefined) {
      this.#source.fail(
        "CDEF_DUPLICATE",
        start,
        `the fields of ${quote(displayName(type))} are declared more than once`,
      );
    }
    if (pack !== undefined && pack > 1 && pack < 8) {
      this.#source.fail(
        "CDEF_NOT_IN_ABI_MODE",
        start,
        `ABI mode cannot express #pragma pack(${pack}): it knows 1 and the usual alignment`,
      );
    }
    const fields = nodes.map((node) => this.#field(node));
    for (const [index, field] of fields.entries()) {
      const place = nodes[index]?.start ?? start;
      this.#fieldsToCheck.push({ source: this.#source, struct: type, field, start: place });
    }
    type.fields = fields;
    type.packed = this.#packed || pack === 1;
  }

  #field(node: FieldNode): Field {
    const width = node.width === undefined ? undefined : evaluate(node.width, this.constants, this.#source);
    const { type } = this.#resolve(node.type);
    if (width !== undefined && node.width !== undefined && (width < 0n || width > MAX_WIDTH)) {
      this.#source.fail("CDEF_OUT_OF_RANGE", node.width.start, `a bit-field cannot have ${width} bits`);
    }
    return { name: node.name, type, width: width === undefined ? undefined : Number(width) };
  }
}

/** The struct that a typedef, and nothing else, brings into the module. */
function writtenByTypedef(type: CType): StructType | undefined {
  if (type.kind === "named pointer") return type.target;
  return type.kind === "struct" && type.isUnknown ? type : undefined;
}

/** A struct that has only a number so far. */
function isNameless({ tag, forcedName }: StructType): boolean {
  return forcedName === undefined && /^\$\d+$/.test(tag);
}

/** `typedef ... name;` and `typedef ... *name;`: types of which nothing is known. */
function dotsType(node: TypeNode, name: string): CType | undefined {
  const base = node.kind === "pointer" ? node.target : node;
  if (base.kind !== "base" || base.specifier.kind !== "names" || base.specifier.names[0] !== "...") return undefined;
  if (node.kind === "base") return new StructType(false, `$${name}`, name);
  return namedPointerType(new StructType(false, `$$${name}`), name);
}

/** `long unsigned int` is `unsigned long`; what is no such combination stays as it is, and is unknown. */
function canonicalName(names: readonly string[]): string {
  if (names.length === 2 && names[0] === "signed" && names[1] === "char") return "signed char";
  const counts = { unsigned: 0, short: 0, long: 0, signed: 0 };
  let index = 0;
  for (; index < names.length; index++) {
    const name = names[index];
    if (name !== "unsigned" && name !== "short" && name !== "long" && name !== "signed") break;
    counts[name] += 1;
  }
  const sized = counts.short + counts.long > 0;
  const rest = index === names.length ? ["int"] : names.slice(index);
  const prefixes = (["unsigned", "short", "long"] as const).flatMap((name) => Array<string>(counts[name]).fill(name));
  const base = sized && rest.length === 1 && rest[0] === "int" ? [] : rest;
  return [...prefixes, ...base].join(" ");
}
