/**
 * How parameters look in a signature: pointers that carry a type, and 128-bit integers that go through memory.
 *
 * On x86-64 a 128-bit integer takes two registers or none: where fewer than two are left it lies on the stack, aligned to
 * 16 bytes. LLVM 13 splits it between the last register and the stack, and aligns it to 8. `byval` has it right: such a
 * parameter becomes a copy in memory, which its function loads.
 * Spec: https://gitlab.com/x86-psABIs/x86-64-ABI, "Parameter Passing"
 */
import { PackwheelError } from "../../core/errors.ts";
import type { Attribute } from "./model.ts";
import { pointerTo, type Type } from "./types.ts";

export interface ShapedParameter {
  /** The type in signatures: `i32`, `i8*`, `%struct.s*`. */
  readonly text: string;
  /** What a pointer points to where its attribute says so. */
  readonly pointee: string | undefined;
  /** The value goes through memory, as a copy of this type. */
  readonly copied: "i128" | undefined;
}

/** Attributes that name the type behind the pointer. */
const POINTEE_ATTRIBUTES: ReadonlySet<string> = new Set([
  "sret",
  "byval",
  "byref",
  "inalloca",
  "preallocated",
  "elementtype",
]);

const GENERAL_REGISTERS = 6;

interface Passed {
  readonly type: Type;
  readonly attributes: readonly Attribute[];
}

export interface SignatureRules {
  readonly triple: string;
  /** The text of a type as memory holds it. */
  memoryText(type: Type): string;
}

/** @param convention `""` for that of C. */
export function shapeParameters(
  parameters: readonly Passed[],
  convention: string,
  rules: SignatureRules,
): ShapedParameter[] {
  const isC = convention === "" || convention === "ccc";
  const copies = isC && isSystemV(rules.triple);
  let registers = GENERAL_REGISTERS;
  return parameters.map(({ type, attributes }) => {
    const typed = attributes.find(({ name }) => POINTEE_ATTRIBUTES.has(name));
    if (typed?.type !== undefined) {
      if (typed.name !== "byval") registers--;
      const pointee = rules.memoryText(typed.type);
      return { text: pointerTo(pointee), pointee, copied: undefined };
    }
    if (isC) checkPassing(type, attributes, rules.triple);
    const isWide = type.kind === "integer" && type.bits > 64;
    if (isWide && copies) {
      if (registers < 2 && type.bits !== 128) throw unsupportedPassing(`an argument of ${type.bits} bits on the stack`);
      if (registers < 2) return { text: "i128*", pointee: undefined, copied: "i128" };
      registers -= 2;
    } else if (!attributes.some(({ name }) => name === "nest")) {
      registers -= generalRegisters(type);
    }
    registers = Math.max(registers, 0);
    return { text: type.text, pointee: undefined, copied: undefined };
  });
}

/** Values that LLVM 13 passes in other places than compilers of today. */
function checkPassing(type: Type, attributes: readonly Attribute[], triple: string): void {
  if (type.kind === "integer" && type.bits > (/^i\d86-/.test(triple) ? 64 : 128)) {
    throw unsupportedPassing(`an argument of ${type.bits} bits`);
  }
  checkHalfPassing(type, triple);
  // Numbers that are aligned beyond their own size, for the stack alone.
  const isOverAligned = attributes.some(({ name, argument }) => name === "alignstack" && Number(argument) > 8);
  if (isOverAligned && type.kind === "array" && (type.element.kind === "float" || type.element.kind === "double")) {
    throw unsupportedPassing("an argument of floating-point numbers with an alignment of their own");
  }
}

/** Half-precision numbers travel in the registers of other types since LLVM 15, but for AArch64. */
export function checkHalfPassing(type: Type, triple: string): void {
  if (type.kind !== "half" || /^(?:aarch64|arm64)/.test(triple)) return;
  throw unsupportedPassing("a half-precision argument or result");
}

function unsupportedPassing(what: string): PackwheelError {
  return new PackwheelError("IR_UNSUPPORTED", `Cannot lower ${what}: LLVM 13 passes it in another way`, {
    hint: "Compile this file with a native clang or gcc",
  });
}

function isSystemV(triple: string): boolean {
  return /^(?:x86_64|amd64)-/.test(triple) && !/windows|win32|mingw|cygwin/.test(triple);
}

function generalRegisters(type: Type): number {
  switch (type.kind) {
    case "integer":
      return Math.ceil(type.bits / 64);
    case "pointer":
      return 1;
    case "struct":
      return type.fields.reduce((sum, field) => sum + generalRegisters(field), 0);
    case "array":
      return type.count * generalRegisters(type.element);
    default:
      return 0;
  }
}
