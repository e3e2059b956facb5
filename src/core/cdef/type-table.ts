/**
 * The table `_types` of a module: which types it holds, in which order, and what stands in its slots.
 * The order follows the C names of the types, functions first; equal types share a slot whatever their names.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PRIMITIVE_NUMBERS } from "./primitives.ts";
import type { Declaration, Declarations } from "./scope.ts";
import {
  arrayType,
  type CType,
  displayName,
  type EnumType,
  type FunctionType,
  functionType,
  type PrimitiveType,
  type StructType,
  type VoidType,
} from "./types.ts";

/** Opcodes of the types, as `_cffi_backend` reads them. */
export const OPCODE = {
  PRIMITIVE: 1,
  POINTER: 3,
  ARRAY: 5,
  OPEN_ARRAY: 7,
  STRUCT_UNION: 9,
  ENUM: 11,
  FUNCTION: 13,
  FUNCTION_END: 15,
  NOOP: 17,
  BITFIELD: 19,
  CONSTANT_INT: 31,
  GLOBAL_VAR: 33,
  DLOPEN_FUNC: 35,
  DLOPEN_CONST: 37,
} as const;

/** One slot: an opcode and its argument, or a number alone. */
export type Slot = { readonly opcode: number; readonly argument: number } | { readonly number: number };

export interface TypeTable {
  readonly slots: readonly Slot[];
  /** Sorted by tag. */
  readonly structs: readonly StructType[];
  /** Sorted by tag. */
  readonly enums: readonly EnumType[];
  indexOf(type: CType): number;
}

interface Entry {
  readonly type: CType;
  index: number | undefined;
}

export function buildTypeTable(declarations: Declarations, sorted: readonly Declaration[]): TypeTable {
  const equality = new TypeEquality();
  const entries = collect(declarations, sorted, equality);
  const ordered = [...entries.values()]
    .map((entry) => ({ entry, key: `<${displayName(entry.type)}>` }))
    .sort((a, b) => compareCodePoints(a.key, b.key))
    .map(({ entry }) => entry);

  const entryOf = (type: CType): Entry => {
    const entry = entries.get(equality.number(type));
    if (entry === undefined) throw new Error(`type ${displayName(type)} was not collected`);
    return entry;
  };
  const indexOf = (type: CType): number => entryOf(type).index ?? 0;
  const length = assignIndexes(ordered, entryOf);

  const structs = ordered.flatMap(({ type }) => (type.kind === "struct" ? [type] : [])).sort(byTag);
  const enums = ordered.flatMap(({ type }) => (type.kind === "enum" ? [type] : [])).sort(byTag);
  const positions = new Map<CType, number>([...structs.entries(), ...enums.entries()].map(([at, type]) => [type, at]));

  const slots = Array<Slot>(length);
  for (const { type, index = 0 } of ordered) fill(slots, type, index, indexOf, positions);
  return { slots, structs, enums, indexOf };
}

function byTag(a: StructType | EnumType, b: StructType | EnumType): number {
  return compareCodePoints(a.tag, b.tag);
}

/** Arrays of a typedef, a variable or a field are made anew, so that their names are the ones of now. */
export function refreshed(type: CType): CType {
  return type.kind === "array" ? arrayType(refreshed(type.item), type.length) : type;
}

/** Every type that the declarations lead to, in the order in which they are met first. */
function collect(
  { included }: Declarations,
  sorted: readonly Declaration[],
  equality: TypeEquality,
): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  const visit = (first: CType): void => {
    // Not recursive: structs may point to each other in long chains.
    const waiting = [first];
    for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
      const number = equality.number(type);
      if (entries.has(number)) continue;
      entries.set(number, { type, index: undefined });
      waiting.push(...parts(type, included).reverse());
    }
  };
  const visited = new Set<StructType>();
  const visitStruct = (first: StructType): void => {
    const waiting = [first];
    for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
      if (visited.has(type)) continue;
      visited.add(type);
      visit(type);
      waiting.push(...unnamedStructs(type).reverse());
    }
  };
  for (const { kind, value } of sorted) {
    if (typeof value === "bigint") continue;
    if (kind === "function" && value.kind === "function pointer") visit(functionType(value));
    else if (kind !== "typedef" && value.kind === "struct") visitStruct(value);
    else visit(refreshed(value));
  }
  return entries;
}

/** What a type is made of, in the order in which it is looked at. */
function parts(type: CType, included: ReadonlySet<CType>): CType[] {
  switch (type.kind) {
    case "pointer":
    case "named pointer":
      return [type.target];
    case "array":
      return [type.item];
    case "function":
      return [...type.parameters, type.result];
    case "function pointer":
      return [functionType(type)];
    case "struct":
      return included.has(type) ? [] : (type.fields ?? []).map((field) => refreshed(field.type));
    default:
      return [];
  }
}

export function unnamedStructs({ fields = [] }: StructType): StructType[] {
  return fields.flatMap(({ name, type }) => (name === "" && type.kind === "struct" ? [type] : []));
}

/** Functions take their slots first, and lend those of their arguments to types that have none yet. */
function assignIndexes(ordered: readonly Entry[], entryOf: (type: CType) => Entry): number {
  let next = 0;
  for (const entry of ordered) {
    if (entry.type.kind !== "function") continue;
    entry.index = next++;
    for (const parameter of entry.type.parameters) {
      entryOf(parameter).index ??= next;
      next += 1;
    }
    next += 1; // FUNCTION_END
  }
  for (const entry of ordered) {
    if (entry.index !== undefined) continue;
    entry.index = next++;
    if (entry.type.kind === "array" && entry.type.length !== undefined) next += 1; // the length
  }
  return next;
}

function fill(
  slots: Slot[],
  type: CType,
  index: number,
  indexOf: (type: CType) => number,
  positions: ReadonlyMap<CType, number>,
): void {
  switch (type.kind) {
    case "void":
    case "primitive":
      slots[index] = primitiveSlot(type);
      break;
    case "pointer":
    case "named pointer":
      slots[index] = { opcode: OPCODE.POINTER, argument: indexOf(type.target) };
      break;
    case "function pointer":
      slots[index] = { opcode: OPCODE.POINTER, argument: indexOf(functionType(type)) };
      break;
    case "array":
      slots[index] = {
        opcode: type.length === undefined ? OPCODE.OPEN_ARRAY : OPCODE.ARRAY,
        argument: indexOf(type.item),
      };
      if (type.length !== undefined) slots[index + 1] = { number: type.length };
      break;
    case "struct":
      slots[index] = { opcode: OPCODE.STRUCT_UNION, argument: positions.get(type) ?? 0 };
      break;
    case "enum":
      slots[index] = { opcode: OPCODE.ENUM, argument: positions.get(type) ?? 0 };
      break;
    case "function":
      fillFunction(slots, type, index, indexOf);
  }
}

function fillFunction(slots: Slot[], type: FunctionType, index: number, indexOf: (type: CType) => number): void {
  slots[index] = { opcode: OPCODE.FUNCTION, argument: indexOf(type.result) };
  let at = index + 1;
  for (const parameter of type.parameters) {
    const own = indexOf(parameter);
    if (own !== at) {
      slots[at] = parameter.kind === "primitive" ? primitiveSlot(parameter) : { opcode: OPCODE.NOOP, argument: own };
    }
    at += 1;
  }
  slots[at] = { opcode: OPCODE.FUNCTION_END, argument: (type.variadic ? 1 : 0) + (type.stdcall ? 2 : 0) };
}

function primitiveSlot(type: VoidType | PrimitiveType): Slot {
  const number = type.kind === "void" ? 0 : (PRIMITIVE_NUMBERS.get(type.primitive) ?? 0);
  return { opcode: OPCODE.PRIMITIVE, argument: number };
}

/** Numbers types so that equal ones have the same number: structs and enums by identity, the others by their parts. */
class TypeEquality {
  readonly #byObject = new Map<CType, number>();
  readonly #byShape = new Map<string, number>();

  number(type: CType): number {
    const known = this.#byObject.get(type);
    if (known !== undefined) return known;
    const shape = this.#shape(type);
    const number = (shape === undefined ? undefined : this.#byShape.get(shape)) ?? this.#byObject.size;
    this.#byObject.set(type, number);
    if (shape !== undefined) this.#byShape.set(shape, number);
    return number;
  }

  #shape(type: CType): string | undefined {
    switch (type.kind) {
      case "void":
        return "void";
      case "primitive":
        return type.primitive;
      case "pointer":
        return `* ${this.number(type.target)} ${type.qualifiers}`;
      case "named pointer":
        return `* ${this.number(type.target)} ${type.pointerName}`;
      case "array":
        return `[] ${this.number(type.item)} ${type.length ?? ""}`;
      case "function":
      case "function pointer": {
        const parameters = type.parameters.map((parameter) => this.number(parameter)).join(" ");
        const flags = `${type.variadic ? "v" : ""}${type.stdcall ? "s" : ""}`;
        return `${type.kind === "function" ? "()" : "(*)"} ${flags} ${this.number(type.result)}: ${parameters}`;
      }
      default:
        return undefined;
    }
  }
}
