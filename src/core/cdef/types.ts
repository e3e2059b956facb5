/**
 * The types of C as cffi models them. A type's C name decides its place in the type table: it is made when the type is
 * built, from the names that its parts have by then.
 */
import { QUALIFIER } from "./syntax/tree.ts";

/** A C name in two halves: a declarator goes between them. `int (*` and `)(char)` for a pointer to a function. */
export interface CName {
  readonly before: string;
  readonly after: string;
}

export type CType =
  | VoidType
  | PrimitiveType
  | PointerType
  | NamedPointerType
  | ArrayType
  | FunctionType
  | FunctionPointerType
  | StructType
  | EnumType;

export interface VoidType {
  readonly kind: "void";
  readonly name: CName;
}

export interface PrimitiveType {
  readonly kind: "primitive";
  readonly primitive: string;
  readonly name: CName;
}

export interface PointerType {
  readonly kind: "pointer";
  readonly target: CType;
  /** Of the target; bits of `QUALIFIER`. */
  readonly qualifiers: number;
  readonly name: CName;
}

/** Pointer to a struct that has no name but the pointer's: `typedef struct { int x; } *handle;` */
export interface NamedPointerType {
  readonly kind: "named pointer";
  readonly target: StructType;
  readonly pointerName: string;
  readonly name: CName;
}

export interface ArrayType {
  readonly kind: "array";
  readonly item: CType;
  /** Undefined in `[]`. */
  readonly length: number | undefined;
  readonly name: CName;
}

interface Signature {
  readonly parameters: readonly CType[];
  readonly result: CType;
  readonly variadic: boolean;
  readonly stdcall: boolean;
  readonly name: CName;
}

export interface FunctionType extends Signature {
  readonly kind: "function";
}

export interface FunctionPointerType extends Signature {
  readonly kind: "function pointer";
}

export interface Field {
  /** Empty when it has none. */
  readonly name: string;
  readonly type: CType;
  /** Bits of a bit-field. */
  readonly width: number | undefined;
}

/** A struct or union. The same object everywhere it is meant, so that fields and name can come later. */
export class StructType {
  readonly kind = "struct";
  readonly isUnion: boolean;
  /** `point`; `$point_t` for one named by a typedef alone, `$1` without any name. */
  readonly tag: string;
  /** Name of the first typedef for it, which replaces `struct tag`. */
  forcedName: string | undefined;
  fields: readonly Field[] | undefined;
  packed = false;
  /** Made by `typedef ... name;`, or `FILE`. */
  readonly isUnknown: boolean;

  constructor(isUnion: boolean, tag: string, unknownName?: string) {
    this.isUnion = isUnion;
    this.tag = tag;
    this.forcedName = unknownName;
    this.isUnknown = unknownName !== undefined;
  }

  get name(): CName {
    return { before: this.forcedName ?? `${this.isUnion ? "union" : "struct"} ${this.tag}`, after: "" };
  }
}

export class EnumType {
  readonly kind = "enum";
  readonly tag: string;
  /** Known for good after the first mention: a typedef's name, or undefined. */
  readonly forcedName: string | undefined;
  readonly enumerators: readonly { readonly name: string; readonly value: bigint }[];
  readonly name: CName;

  constructor(tag: string, enumerators: EnumType["enumerators"], forcedName: string | undefined) {
    this.tag = tag;
    this.enumerators = enumerators;
    this.forcedName = forcedName;
    this.name = { before: forcedName ?? `enum ${tag}`, after: "" };
  }
}

export const VOID: VoidType = { kind: "void", name: { before: "void", after: "" } };

export function primitiveType(primitive: string): PrimitiveType {
  return { kind: "primitive", primitive, name: { before: primitive, after: "" } };
}

/** `unsigned int (*)(char const *)`, as a person reads it. */
export function displayName({ name }: CType): string {
  return name.before + name.after;
}

function around({ before, after }: CName, left: string, right: string): CName {
  return { before: before + left, after: right + after };
}

export function pointerType(target: CType, qualifiers: number): PointerType | FunctionPointerType {
  if (target.kind === "function") return functionPointerType(target);
  const isArray = target.kind === "array";
  let left = isArray ? "(*" : " *";
  if ((qualifiers & QUALIFIER.CONST) !== 0) left = ` const ${left.trimStart()}`;
  if ((qualifiers & QUALIFIER.VOLATILE) !== 0) left = ` volatile ${left.trimStart()}`;
  if ((qualifiers & QUALIFIER.RESTRICT) !== 0) left = ` __restrict ${left.trimStart()}`;
  return { kind: "pointer", target, qualifiers, name: around(target.name, left, isArray ? ")" : "") };
}

export function namedPointerType(target: StructType, pointerName: string): NamedPointerType {
  return { kind: "named pointer", target, pointerName, name: { before: pointerName, after: "" } };
}

export function arrayType(item: CType, length: number | undefined): ArrayType {
  return { kind: "array", item, length, name: around(item.name, "", `[${length ?? ""}]`) };
}

type Call = Omit<Signature, "name">;

/** A function itself: with the names that its arguments and its result have now. */
export function functionType({ parameters, result, variadic, stdcall }: Call): FunctionType {
  return {
    kind: "function",
    parameters,
    result,
    variadic,
    stdcall,
    name: around(result.name, stdcall ? "(__stdcall " : "(", `)(${argumentNames(parameters, variadic)})`),
  };
}

export function functionPointerType({ parameters, result, variadic, stdcall }: Call): FunctionPointerType {
  return {
    kind: "function pointer",
    parameters,
    result,
    variadic,
    stdcall,
    name: around(result.name, stdcall ? "(__stdcall *" : "(*", `)(${argumentNames(parameters, variadic)})`),
  };
}

function argumentNames(parameters: readonly CType[], variadic: boolean): string {
  const names = parameters.map(displayName);
  if (variadic) names.push("...");
  return names.length === 0 ? "void" : names.join(", ");
}
