/**
 * Integers of 128 bits from and to floating point on Windows for amd64: library functions, which take such integers from
 * memory and return them in a vector register. LLVM 13 calls them in another way.
 * Spec: https://learn.microsoft.com/en-us/cpp/build/x64-calling-convention; names: GCC's libgcc, "Soft float library routines"
 */
import type { FunctionWriter } from "./function-writer.ts";
import type { TypedValue } from "./model.ts";
import { unsupported } from "./refusals.ts";
import type { Type } from "./types.ts";

/** As names of the functions have it. */
const MODES: Readonly<Partial<Record<Type["kind"], string>>> = { float: "sf", double: "df" };

/**
 * @param emit Writes the instruction that gives the result.
 * @returns False where LLVM 13 does it as others do.
 */
export function lowerInt128Cast(
  opcode: string,
  operand: TypedValue,
  to: Type,
  emit: (text: string) => void,
  writer: FunctionWriter,
): boolean {
  if (!/^(?:fpto[su]i|[su]itofp)$/.test(opcode) || !/^x86_64-.*-windows-/.test(writer.module.triple)) return false;
  const integer = opcode.endsWith("fp") ? operand.type : to;
  const number = opcode.endsWith("fp") ? to : operand.type;
  if (!holdsInt128(integer)) return false;
  const mode = MODES[number.kind];
  if (mode === undefined || integer.kind !== "integer") {
    throw unsupported(`the conversion between "${integer.text}" and "${number.text}" for Windows`);
  }
  const unsigned = opcode.includes("u") ? "un" : "";
  if (opcode.endsWith("fp")) {
    const slot = writer.fresh();
    writer.reserve(`${slot} = alloca i128, align 16`);
    writer.line(`store ${writer.typed(operand)}, i128* ${slot}, align 16`);
    const result = writer.call(number.text, `@__float${unsigned}ti${mode}`, [`i128* ${slot}`]);
    emit(`bitcast ${number.text} ${result} to ${number.text}`);
    return true;
  }
  const result = writer.call("<2 x i64>", `@__fix${unsigned === "" ? "" : "uns"}${mode}ti`, [writer.typed(operand)]);
  emit(`bitcast <2 x i64> ${result} to i128`);
  return true;
}

function holdsInt128(type: Type): boolean {
  return type.kind === "vector" ? holdsInt128(type.element) : type.kind === "integer" && type.bits > 64;
}
