/** Types as they are written, turned into types as they are meant: the order of steps is cffi's, since names depend on it. */
import { quote } from "../names/quote.ts";
import { evaluate } from "./constant.ts";
import { NAMED_TYPES } from "./primitives.ts";
import type { Scope } from "./scope.ts";
import type { CdefSource } from "./syntax/source.ts";
import type {
  EnumSpecifier,
  Expression,
  FieldNode,
  FunctionNode,
  NamesSpecifier,
  StructSpecifier,
  TagSpecifier,
  TypeNode,
} from "./syntax/tree.ts";
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
import { unknownTypeHint } from "./windows-types.ts";

/** A longer name of a type is not one that a person wrote; it bounds how deep types are, too. */
const MAX_TYPE_NAME = 8192;

/** Array lengths are four bytes with a sign. */
const MAX_LENGTH = 2n ** 31n - 1n;

/** The widest integer of C has so many bits. */
const MAX_WIDTH = 64n;

export interface QualifiedType {
  readonly type: CType;
  readonly qualifiers: number;
}

interface FieldToCheck {
  readonly source: CdefSource;
  readonly struct: StructType;
  readonly field: Field;
  readonly start: number;
}

export class TypeResolver {
  readonly #scope: Scope;
  readonly #windows: ReadonlyMap<string, string>;
  readonly #windowsTypes = new Map<string, QualifiedType>();
  /** One specifier gives one type, however many declarators follow it. */
  readonly #specifiers = new Map<TagSpecifier, StructType | EnumType>();
  readonly #fieldsToCheck: FieldToCheck[] = [];
  /** Structs that are aligned as their `long double` is. */
  readonly #wide = new Set<StructType>();
  #anonymous = 0;

  /** @param windows Names of Windows types with the C types they stand for. */
  constructor(scope: Scope, windows: ReadonlyMap<string, string>) {
    this.#scope = scope;
    this.#windows = windows;
  }

  /** Questions that only the end of all texts answers: a struct may get its fields late. */
  checkFields(): void {
    const contained = new Map<StructType, FieldToCheck[]>();
    for (const check of this.#fieldsToCheck) {
      const { source, struct, field, start } = check;
      const type = itemType(field.type);
      if (type.kind !== "struct") continue;
      if (type.fields === undefined) {
        source.fail(
          "CDEF_FIELD_OPAQUE",
          start,
          `field ${quote(field.name)} of ${quote(displayName(struct))} has the type ${quote(displayName(type))}, ` +
            "whose fields are not declared",
          "Declare its fields, or make the field a pointer",
        );
      }
      const checks = contained.get(struct) ?? [];
      checks.push(check);
      contained.set(struct, checks);
    }
    rejectCycles(contained);
  }

  /** @param typedefName Name that the type gets, when it is directly the one of a typedef. */
  resolve(node: TypeNode, typedefName?: string): QualifiedType {
    switch (node.kind) {
      case "base":
        return this.#resolveBase(node, typedefName);
      case "array": {
        const length = node.length === undefined ? undefined : this.#arrayLength(node.length);
        const { type, qualifiers } = this.resolve(node.item);
        return { type: this.#bounded(arrayType(type, length), node.start), qualifiers };
      }
      case "pointer": {
        const { type, qualifiers } = this.resolve(node.target);
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
    if (specifier.kind !== "names") return { type: this.tagType(specifier, typedefName), qualifiers: qualifiers.bits };
    const [first = "", ...others] = specifier.names;
    const known = others.length === 0 ? this.#scope.entries.get(`typedef ${first}`) : undefined;
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
      this.#scope.source.fail("CDEF_NOT_IN_ABI_MODE", start, '"..." is no type here', "Write the exact type");
    }
    return this.#scope.source.fail(
      "CDEF_TYPE_UNKNOWN",
      start,
      `unsupported type ${quote(name)}`,
      unknownTypeHint(name),
    );
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
    const { type } = this.resolve(result);
    const stdcall = (result.kind === "base" || result.kind === "pointer") && result.qualifiers.stdcall;
    return this.#bounded(functionType({ parameters: given, result: type, variadic, stdcall }), start);
  }

  /** Arrays and functions become pointers on their way into a function. */
  #parameterType(node: TypeNode): CType {
    const { type, qualifiers } = this.resolve(node);
    if (type.kind === "array") return this.#bounded(pointerType(type.item, qualifiers), node.start);
    return type.kind === "function" ? pointerType(type, 0) : type;
  }

  #bounded<T extends CType>(type: T, start: number): T {
    if (type.name.before.length + type.name.after.length > MAX_TYPE_NAME) {
      this.#scope.source.fail(
        "CDEF_TOO_COMPLEX",
        start,
        `a type whose name is longer than ${MAX_TYPE_NAME} characters`,
      );
    }
    return type;
  }

  #arrayLength(expression: Expression): number {
    const length = evaluate(expression, this.#scope.constants, this.#scope.source);
    if (length < 0n || length > MAX_LENGTH) {
      this.#scope.source.fail("CDEF_OUT_OF_RANGE", expression.start, `an array cannot have ${length} items`);
    }
    return Number(length);
  }

  tagType(specifier: TagSpecifier, typedefName: string | undefined): StructType | EnumType {
    const known = this.#specifiers.get(specifier);
    if (known !== undefined) return known;
    if (specifier.tag?.includes("$") === true) {
      this.#scope.source.fail("CDEF_UNSUPPORTED", specifier.start, `"$" in the name ${quote(specifier.tag)}`);
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
    const before = specifier.tag === undefined ? undefined : this.#scope.entries.get(`enum ${tag}`)?.value;
    if (before !== undefined && typeof before !== "bigint" && before.kind === "enum") {
      if (specifier.enumerators !== undefined) {
        this.#scope.source.fail(
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
    if (specifier.tag !== undefined) this.#scope.declare("enum", tag, type, start);
    else this.#scope.declare("anonymous", typedefName ?? `$enum_${tag}`, type, start);
    this.#specifiers.set(specifier, type);
    return type;
  }

  #enumerators({ enumerators = [], start }: EnumSpecifier): EnumType["enumerators"] {
    let next = 0n;
    let lowest = 0n;
    let highest = 0n;
    const values = enumerators.map(({ name, value, start: place }) => {
      if (value !== undefined) next = evaluate(value, this.#scope.constants, this.#scope.source);
      this.#scope.addConstant(name, next, place);
      lowest = next < lowest ? next : lowest;
      highest = next > highest ? next : highest;
      next += 1n;
      return { name, value: next - 1n };
    });
    const limit = lowest < 0n ? 2n ** 63n : 2n ** 64n;
    if (lowest < -(2n ** 63n) || highest >= limit) {
      this.#scope.source.fail("CDEF_OUT_OF_RANGE", start, "the constants of this enum do not fit into 64 bits");
    }
    return values;
  }

  #structType(specifier: StructSpecifier, typedefName: string | undefined): StructType {
    const { kind, start } = specifier;
    const tag = this.#tag(specifier, typedefName);
    const before = specifier.tag === undefined ? undefined : this.#scope.entries.get(`${kind} ${tag}`)?.value;
    let type: StructType;
    if (before !== undefined && typeof before !== "bigint" && before.kind === "struct") {
      type = before;
    } else {
      type = new StructType(kind === "union", tag);
      if (specifier.tag !== undefined) this.#scope.declare(kind, tag, type, start);
    }
    type.forcedName ??= typedefName;
    if (type.forcedName !== undefined && type.tag.startsWith("$")) {
      this.#scope.declare("anonymous", type.forcedName, type, start);
    }
    this.#specifiers.set(specifier, type);
    if (specifier.fields !== undefined) this.#setFields(type, specifier, specifier.fields);
    return type;
  }

  /** `#pragma pack(8)` is how all types are aligned anyway, but for `long double`, which many machines align to 16. */
  #setFields(type: StructType, { pack, start }: StructSpecifier, nodes: readonly FieldNode[]): void {
    if (type.fields !== undefined) {
      this.#scope.source.fail(
        "CDEF_DUPLICATE",
        start,
        `the fields of ${quote(displayName(type))} are declared more than once`,
      );
    }
    if (pack !== undefined && pack > 1 && pack < 8) {
      this.#scope.source.fail(
        "CDEF_NOT_IN_ABI_MODE",
        start,
        `ABI mode cannot express #pragma pack(${pack}): it knows 1 and the usual alignment`,
      );
    }
    const fields = nodes.map((node) => this.#field(node));
    for (const [index, field] of fields.entries()) {
      const place = nodes[index]?.start ?? start;
      this.#fieldsToCheck.push({ source: this.#scope.source, struct: type, field, start: place });
    }
    type.fields = fields;
    type.packed = this.#scope.packed || pack === 1;
    const wide = fields.findIndex((field) => this.#isWide(itemType(field.type)));
    if (wide === -1 || type.packed) return;
    this.#wide.add(type);
    if (pack === 8) {
      this.#scope.source.fail(
        "CDEF_NOT_IN_ABI_MODE",
        nodes[wide]?.start ?? start,
        "ABI mode cannot express #pragma pack(8) around long double: it knows 1 and the usual alignment",
      );
    }
  }

  #isWide(type: CType): boolean {
    return type.kind === "struct"
      ? this.#wide.has(type)
      : type.kind === "primitive" && type.primitive === "long double";
  }

  #field(node: FieldNode): Field {
    const width =
      node.width === undefined ? undefined : evaluate(node.width, this.#scope.constants, this.#scope.source);
    const { type } = this.resolve(node.type);
    if (width !== undefined && node.width !== undefined && (width < 0n || width > MAX_WIDTH)) {
      this.#scope.source.fail("CDEF_OUT_OF_RANGE", node.width.start, `a bit-field cannot have ${width} bits`);
    }
    return { name: node.name, type, width: width === undefined ? undefined : Number(width) };
  }
}

function itemType(type: CType): CType {
  let item = type;
  while (item.kind === "array") item = item.item;
  return item;
}

/** No struct can hold itself. Not recursive: structs may hold each other in long chains. */
function rejectCycles(contained: ReadonlyMap<StructType, readonly FieldToCheck[]>): void {
  const done = new Set<StructType>();
  for (const first of contained.keys()) {
    const path = [{ struct: first, next: 0 }];
    const onPath = new Set([first]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const check = done.has(top.struct) ? undefined : contained.get(top.struct)?.[top.next];
      top.next += 1;
      const inner = check === undefined ? undefined : itemType(check.field.type);
      if (check === undefined) {
        done.add(top.struct);
        onPath.delete(top.struct);
        path.pop();
      } else if (inner?.kind === "struct") {
        if (onPath.has(inner)) {
          const name = quote(displayName(inner));
          check.source.fail("CDEF_FIELD_OPAQUE", check.start, `${name} contains itself`, "Make the field a pointer");
        }
        onPath.add(inner);
        path.push({ struct: inner, next: 0 });
      }
    }
  }
}

/** A struct that has only a number so far. */
function isNameless({ tag, forcedName }: StructType): boolean {
  return forcedName === undefined && /^\$\d+$/.test(tag);
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
