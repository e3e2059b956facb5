/**
 * Types of the intermediate code. Each has `text`, its spelling for LLVM 13, where every `ptr` is an `i8*`: two types are
 * the same when their texts are.
 * Spec: https://llvm.org/docs/LangRef.html#type-system
 */

export interface SimpleType {
  readonly kind:
    | "void"
    | "half"
    | "bfloat"
    | "float"
    | "double"
    | "fp128"
    | "x86_fp80"
    | "ppc_fp128"
    | "label"
    | "metadata"
    | "token";
  readonly text: string;
}

export interface IntegerType {
  readonly kind: "integer";
  readonly bits: number;
  readonly text: string;
}

export interface PointerType {
  readonly kind: "pointer";
  readonly addressSpace: number;
  readonly text: string;
}

export interface SequenceType {
  readonly kind: "array" | "vector";
  readonly count: number;
  readonly element: Type;
  readonly text: string;
}

export interface StructType {
  readonly kind: "struct";
  readonly packed: boolean;
  readonly fields: readonly Type[];
  readonly text: string;
}

export interface NamedType {
  readonly kind: "named";
  /** `%struct.point` */
  readonly text: string;
}

export interface FunctionType {
  readonly kind: "function";
  readonly result: Type;
  readonly parameters: readonly Type[];
  readonly isVariadic: boolean;
  readonly text: string;
}

export type Type = SimpleType | IntegerType | PointerType | SequenceType | StructType | NamedType | FunctionType;

const SIMPLE: ReadonlySet<string> = new Set<SimpleType["kind"]>([
  "void",
  "half",
  "bfloat",
  "float",
  "double",
  "fp128",
  "x86_fp80",
  "ppc_fp128",
  "label",
  "metadata",
  "token",
]);

function isSimple(word: string): word is SimpleType["kind"] {
  return SIMPLE.has(word);
}

const simpleTypes = new Map<string, SimpleType>();
const integerTypes = new Map<number, IntegerType>();

/** Undefined for words that name no such type. */
export function simpleType(word: string): SimpleType | undefined {
  const known = simpleTypes.get(word);
  if (known !== undefined || !isSimple(word)) return known;
  const type: SimpleType = { kind: word, text: word };
  simpleTypes.set(word, type);
  return type;
}

export function integerType(bits: number): IntegerType {
  let type = integerTypes.get(bits);
  if (type === undefined) {
    type = { kind: "integer", bits, text: `i${bits}` };
    integerTypes.set(bits, type);
  }
  return type;
}

export const POINTER: PointerType = { kind: "pointer", addressSpace: 0, text: "i8*" };

export function pointerType(addressSpace: number): PointerType {
  if (addressSpace === 0) return POINTER;
  return { kind: "pointer", addressSpace, text: `i8 addrspace(${addressSpace})*` };
}

export function sequenceType(kind: "array" | "vector", count: number, element: Type): SequenceType {
  const text = kind === "array" ? `[${count} x ${element.text}]` : `<${count} x ${element.text}>`;
  return { kind, count, element, text };
}

export function structType(fields: readonly Type[], packed: boolean): StructType {
  return {
    kind: "struct",
    packed,
    fields,
    text: structText(
      fields.map(({ text }) => text),
      packed,
    ),
  };
}

export function structText(fields: readonly string[], packed: boolean): string {
  const inner = fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  return packed ? `<${inner}>` : inner;
}

export function functionType(result: Type, parameters: readonly Type[], isVariadic: boolean): FunctionType {
  const text = functionText(
    result.text,
    parameters.map(({ text }) => text),
    isVariadic,
  );
  return { kind: "function", result, parameters, isVariadic, text };
}

export function functionText(result: string, parameters: readonly string[], isVariadic: boolean): string {
  return `${result} (${[...parameters, ...(isVariadic ? ["..."] : [])].join(", ")})`;
}

/** `T*` for what lies at an address, in the address space of the pointer that is at hand. */
export function pointerTo(pointee: string, addressSpace = 0): string {
  return addressSpace === 0 ? `${pointee}*` : `${pointee} addrspace(${addressSpace})*`;
}

/** Whether it is a pointer, or a vector of pointers. */
export function addressSpaceOf(type: Type): number | undefined {
  if (type.kind === "pointer") return type.addressSpace;
  return type.kind === "vector" && type.element.kind === "pointer" ? type.element.addressSpace : undefined;
}
