/** Calls of intrinsics: those of LLVM 13 with their old names, the others expanded. */
import type { FunctionWriter } from "./function-writer.ts";
import {
  DROPPED,
  EXACT_FOR_HALF,
  EXCLUSIVE,
  intrinsicBase,
  LIBRARY_CALLS,
  MARKS,
  MEMORY_MOVES,
  oldIntrinsicName,
  REFUSED,
} from "./intrinsic-table.ts";
import { lowerClassTest } from "./lower-class-test.ts";
import { lowerFirstSet, lowerMasked } from "./lower-masked.ts";
import { localName } from "./lower-values.ts";
import type { Argument, Call, TypedValue } from "./model.ts";
import { invalid, unsupported } from "./refusals.ts";
import { integerType, type Type } from "./types.ts";

/** The instructions of a call, with the result under its name. */
export function lowerIntrinsic(call: Call, result: string | undefined, writer: FunctionWriter, tail: string): void {
  const name = call.callee.kind === "global" ? call.callee.name.slice(1) : "";
  const base = intrinsicBase(name);
  const refusal = REFUSED.get(base);
  if (refusal !== undefined) throw unsupported(`the intrinsic "${base}": ${refusal}`);
  if (DROPPED.has(base)) return;
  checkHalf(call, base, writer);
  const named = result === undefined ? undefined : localName(result);
  const args = call.arguments.map((argument) => writer.typed(argument));
  const [first] = call.arguments;

  if (base === "llvm.lifetime.start" || base === "llvm.lifetime.end") {
    const pointer = call.arguments.at(-1);
    if (pointer === undefined || pointer.value.kind !== "local") return; // of poison: no slot to mark
    writer.call("void", `@${base}.p0i8`, ["i64 -1", writer.typed(pointer)]);
    return;
  }
  if (MARKS.has(base)) {
    if (first === undefined) throw invalid("a mark at nothing");
    copyValue(first, named, writer);
    return;
  }
  if (EXCLUSIVE.test(base)) {
    lowerExclusive(call, base, named, writer);
    return;
  }
  const library = LIBRARY_CALLS.get(base);
  if (library !== undefined) {
    lowerLibraryCall(call, library, named, writer);
    return;
  }
  switch (base) {
    case "llvm.threadlocal.address":
      if (first === undefined) throw invalid("a thread-local variable without name");
      copyValue(first, named, writer);
      return;
    case "llvm.invariant.start":
      // What it gives is only for the end of the promise.
      if (named !== undefined) writer.define(`bitcast ${call.result.text} null to ${call.result.text}`, named);
      return;
    case "llvm.experimental.cttz.elts":
      lowerFirstSet(call, named, writer);
      return;
    case "llvm.ucmp":
    case "llvm.scmp":
      lowerThreeWay(call, base === "llvm.ucmp" ? "u" : "s", named, writer);
      return;
    case "llvm.is.fpclass":
      lowerClassTest(call, named, writer);
      return;
    case "llvm.frexp":
      lowerFrexp(call, named, writer);
      return;
    case "llvm.modf":
      lowerModf(call, named, writer);
      return;
    case "llvm.sincos":
      lowerSinCos(call, named, writer);
      return;
    case "llvm.minimumnum":
    case "llvm.maximumnum":
    case "llvm.minimum":
    case "llvm.maximum":
      lowerExtreme(call, base, named, writer);
      return;
    case "llvm.get.rounding":
      writer.call("i32", "@llvm.flt.rounds", [], named);
      return;
    case "llvm.masked.load":
    case "llvm.masked.store":
    case "llvm.masked.gather":
    case "llvm.masked.scatter":
    case "llvm.masked.expandload":
    case "llvm.masked.compressstore":
      lowerMasked(call, base, named, writer);
      return;
  }
  const old = oldIntrinsicName(name);
  if (old === undefined) throw unsupported(`the intrinsic "${name}", which LLVM 13 does not have`);
  const texts = MEMORY_MOVES.test(name) ? call.arguments.map((argument) => withAlignment(argument, writer)) : args;
  writer.declare(
    call.result.text,
    `@${old}`,
    call.arguments.map(({ type }) => type.text),
  );
  const flags = call.fastMath.length > 0 ? `${call.fastMath.join(" ")} ` : "";
  const text = `${tail}call ${flags}${call.result.text} @${old}(${texts.join(", ")})`;
  if (named === undefined) writer.line(text);
  else writer.define(text, named);
}

function withAlignment(argument: Argument, writer: FunctionWriter): string {
  const alignment = argument.attributes.find(({ name }) => name === "align")?.argument;
  const value = writer.text(argument.type, argument.value);
  return `${argument.type.text}${alignment === undefined ? "" : ` align ${alignment}`} ${value}`;
}

/** `f`, nothing, or `l`: how the C library names its functions by type. */
function suffixOf(type: Type, what: string): string {
  switch (type.kind) {
    case "float":
      return "f";
    case "double":
      return "";
    case "x86_fp80":
    case "fp128":
    case "ppc_fp128":
      return "l";
    default:
      throw unsupported(`the intrinsic "${what}" of the type "${type.text}"`);
  }
}

function checkHalf(call: Call, base: string, writer: FunctionWriter): void {
  if (EXACT_FOR_HALF.has(base) || /^(?:aarch64|arm64)/.test(writer.module.triple)) return;
  const types = [call.result, ...call.arguments.map(({ type }) => type)];
  const hasHalf = types.some((type) => (type.kind === "vector" ? type.element : type).kind === "half");
  if (hasHalf && !base.startsWith("llvm.masked."))
    throw unsupported(`the intrinsic "${base}" of half-precision numbers`);
}

/** The same value under another name. */
function copyValue(value: TypedValue, named: string | undefined, writer: FunctionWriter): void {
  if (named !== undefined) writer.define(`bitcast ${writer.typed(value)} to ${value.type.text}`, named);
}

/** The size of the access is that of the pointee. */
function lowerExclusive(call: Call, base: string, named: string | undefined, writer: FunctionWriter): void {
  const pointer = call.arguments.at(-1);
  const type = pointer?.attributes.find(({ name }) => name === "elementtype")?.type;
  if (pointer === undefined || type?.kind !== "integer") throw invalid(`"${base}" without the type of its access`);
  const operands = [
    ...call.arguments.slice(0, -1).map((each) => writer.typed(each)),
    writer.pointer(pointer, type.text),
  ];
  writer.call(call.result.text, `@${base}.p0${type.text}`, operands, named);
}

/** Vectors go element by element: the C library has no functions for them. */
function lowerLibraryCall(call: Call, library: string, named: string | undefined, writer: FunctionWriter): void {
  const { result } = call;
  if (result.kind !== "vector") {
    const operands = call.arguments.map((argument) => writer.typed(argument));
    writer.call(result.text, `@${library}${suffixOf(result, library)}`, operands, named);
    return;
  }
  const name = `@${library}${suffixOf(result.element, library)}`;
  let whole = "undef";
  for (let index = 0; index < result.count; index++) {
    const operands = call.arguments.map((argument) => {
      if (argument.type.kind !== "vector") return writer.typed(argument);
      return `${argument.type.element.text} ${writer.define(`extractelement ${writer.typed(argument)}, i32 ${index}`)}`;
    });
    const value = writer.call(result.element.text, name, operands);
    const isLast = index === result.count - 1;
    whole = writer.define(
      `insertelement ${result.text} ${whole}, ${result.element.text} ${value}, i32 ${index}`,
      isLast ? named : undefined,
    );
  }
}

function only(call: Call): Argument {
  const [argument] = call.arguments;
  if (argument === undefined) throw invalid("a call without arguments");
  return argument;
}

/** -1, 0 or 1: more minus less. */
function lowerThreeWay(call: Call, sign: "u" | "s", named: string | undefined, writer: FunctionWriter): void {
  const [left, right] = call.arguments;
  if (left === undefined || right === undefined) throw invalid("a comparison without operands");
  const operands = `${writer.typed(left)}, ${writer.text(right.type, right.value)}`;
  const bit = left.type.kind === "vector" ? `<${left.type.count} x i1>` : "i1";
  const more = writer.define(`icmp ${sign}gt ${operands}`);
  const less = writer.define(`icmp ${sign}lt ${operands}`);
  const { text } = call.result;
  const up = writer.define(`zext ${bit} ${more} to ${text}`);
  const down = writer.define(`zext ${bit} ${less} to ${text}`);
  writer.define(`sub ${text} ${up}, ${down}`, named);
}

/** A slot on the stack that lives as long as the function. */
function slot(type: string, writer: FunctionWriter): string {
  const name = writer.fresh();
  // Allocations of the first block cost nothing; elsewhere they would grow the frame each time.
  writer.reserve(`${name} = alloca ${type}`);
  return `${type}* ${name}`;
}

function lowerFrexp(call: Call, named: string | undefined, writer: FunctionWriter): void {
  const operand = only(call);
  const exponent = slot("i32", writer);
  const name = `@frexp${suffixOf(operand.type, "llvm.frexp")}`;
  const fraction = writer.call(operand.type.text, name, [writer.typed(operand), exponent]);
  const power = writer.define(`load i32, ${exponent}`);
  const half = writer.define(`insertvalue ${call.result.text} undef, ${operand.type.text} ${fraction}, 0`);
  writer.define(`insertvalue ${call.result.text} ${half}, i32 ${power}, 1`, named);
}

function lowerModf(call: Call, named: string | undefined, writer: FunctionWriter): void {
  const operand = only(call);
  const { text } = operand.type;
  const whole = slot(text, writer);
  const fraction = writer.call(text, `@modf${suffixOf(operand.type, "llvm.modf")}`, [writer.typed(operand), whole]);
  pair(call, text, fraction, writer.define(`load ${text}, ${whole}`), named, writer);
}

function lowerSinCos(call: Call, named: string | undefined, writer: FunctionWriter): void {
  const operand = only(call);
  const { text } = operand.type;
  const suffix = suffixOf(operand.type, "llvm.sincos");
  const sine = writer.call(text, `@sin${suffix}`, [writer.typed(operand)]);
  pair(call, text, sine, writer.call(text, `@cos${suffix}`, [writer.typed(operand)]), named, writer);
}

function pair(
  call: Call,
  type: string,
  first: string,
  second: string,
  named: string | undefined,
  writer: FunctionWriter,
): void {
  const half = writer.define(`insertvalue ${call.result.text} undef, ${type} ${first}, 0`);
  writer.define(`insertvalue ${call.result.text} ${half}, ${type} ${second}, 1`, named);
}

/** Bits of the formats whose sign is their first bit. */
const WIDTHS: Readonly<Partial<Record<Type["kind"], number>>> = { float: 32, double: 64, x86_fp80: 80, fp128: 128 };

/** Minimum and maximum with the rules of C23: -0 is less than 0; a NaN loses (`...num`) or wins. */
function lowerExtreme(call: Call, base: string, named: string | undefined, writer: FunctionWriter): void {
  const [left, right] = call.arguments;
  if (left === undefined || right === undefined) throw invalid("a minimum without operands");
  const { type } = left;
  const width = WIDTHS[type.kind];
  if (width === undefined) throw unsupported(`the intrinsic "${base}" of the type "${type.text}"`);
  const bits = integerType(width).text;
  const [a, b] = [writer.text(type, left.value), writer.text(type, right.value)];
  const isLess = base.startsWith("llvm.min");
  const ordered = writer.define(`fcmp ${isLess ? "olt" : "ogt"} ${type.text} ${a}, ${b}`);
  const chosen = writer.define(`select i1 ${ordered}, ${type.text} ${a}, ${type.text} ${b}`);
  // Equal values differ in their sign at most: -0 has the bit that 0 lacks.
  const equal = writer.define(`fcmp oeq ${type.text} ${a}, ${b}`);
  const x = writer.define(`bitcast ${type.text} ${a} to ${bits}`);
  const y = writer.define(`bitcast ${type.text} ${b} to ${bits}`);
  const joined = writer.define(`${isLess ? "or" : "and"} ${bits} ${x}, ${y}`);
  const signed = writer.define(`bitcast ${bits} ${joined} to ${type.text}`);
  const numbers = writer.define(`select i1 ${equal}, ${type.text} ${signed}, ${type.text} ${chosen}`);
  if (base.endsWith("num")) {
    const noLeft = writer.define(`fcmp uno ${type.text} ${a}, ${a}`);
    const noRight = writer.define(`fcmp uno ${type.text} ${b}, ${b}`);
    const sum = writer.define(`fadd ${type.text} ${a}, ${b}`); // quiet where both are NaN
    const rest = writer.define(`select i1 ${noRight}, ${type.text} ${sum}, ${type.text} ${b}`);
    const one = writer.define(`select i1 ${noRight}, ${type.text} ${a}, ${type.text} ${numbers}`);
    writer.define(`select i1 ${noLeft}, ${type.text} ${rest}, ${type.text} ${one}`, named);
  } else {
    const unordered = writer.define(`fcmp uno ${type.text} ${a}, ${b}`);
    const sum = writer.define(`fadd ${type.text} ${a}, ${b}`);
    writer.define(`select i1 ${unordered}, ${type.text} ${sum}, ${type.text} ${numbers}`, named);
  }
}
