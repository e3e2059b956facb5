/** Calls of intrinsics: those of LLVM 13 with their old names, the others expanded. */
import type { FunctionWriter } from "./function-writer.ts";
import { DROPPED, isKnownIntrinsic, LIBRARY_CALLS, MEMORY_MOVES, PLAIN_POINTER } from "./intrinsic-table.ts";
import { lowerClassTest } from "./lower-class-test.ts";
import { invalid, localName, unsupported } from "./lower-values.ts";
import type { Argument, Call } from "./model.ts";
import { integerType, pointerTo, type Type } from "./types.ts";

/** `.p0` -> `.p0i8`, `.v4p0` -> `.v4p0i8`, `.p1` -> `.p1i8` */
function oldName(name: string): string {
  return name.replace(/\.((?:v\d+)?p\d+)(?=\.|$)/g, ".$1i8");
}

function baseOf(name: string): string {
  return name.replace(/(?:\.(?:[if]\d+|bf16|f80|ppcf128|(?:v\d+)?p\d+|v\d+[a-z]\w*))+$/, "");
}

/** The instructions of a call, with the result under its name. */
export function lowerIntrinsic(call: Call, result: string | undefined, writer: FunctionWriter, tail: string): void {
  const name = call.callee.kind === "global" ? call.callee.name.slice(1) : "";
  const base = baseOf(name);
  if (DROPPED.has(base)) return;
  const named = result === undefined ? undefined : localName(result);
  const args = call.arguments.map((argument) => writer.typed(argument));
  const [first] = call.arguments;

  if (base === "llvm.lifetime.start" || base === "llvm.lifetime.end") {
    const pointer = call.arguments.at(-1);
    if (pointer === undefined || pointer.value.kind !== "local") return; // of poison: no slot to mark
    writer.call("void", `@${base}.p0i8`, ["i64 -1", writer.typed(pointer)]);
    return;
  }
  if (PLAIN_POINTER.has(base)) {
    writer.call(call.result.text, `@${base}`, args, named);
    return;
  }
  const library = LIBRARY_CALLS.get(base);
  if (library !== undefined) {
    writer.call(call.result.text, `@${library}${suffixOf(call.result, base)}`, args, named);
    return;
  }
  switch (base) {
    case "llvm.threadlocal.address":
      if (first === undefined) throw invalid("a thread-local variable without name");
      writer.line(`${named} = bitcast ${writer.typed(first)} to ${call.result.text}`);
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
      lowerMaskedLoad(call, named, writer);
      return;
    case "llvm.masked.store":
      lowerMaskedStore(call, writer);
      return;
  }
  const old = oldName(name);
  if (!isKnownIntrinsic(old)) throw unsupported(`the intrinsic "${name}", which LLVM 13 does not have`);
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

/** Minimum and maximum with the rules of C23: -0 is less than 0; a NaN loses (`...num`) or wins. */
function lowerExtreme(call: Call, base: string, named: string | undefined, writer: FunctionWriter): void {
  const [left, right] = call.arguments;
  if (left === undefined || right === undefined) throw invalid("a minimum without operands");
  const { type } = left;
  if (type.kind !== "float" && type.kind !== "double")
    throw unsupported(`the intrinsic "${base}" of the type "${type.text}"`);
  const bits = integerType(type.kind === "float" ? 32 : 64).text;
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

/** The alignment of a masked access: a parameter attribute now, an operand then. */
function maskedAlignment(pointer: Argument): string {
  return `i32 ${pointer.attributes.find(({ name }) => name === "align")?.argument ?? "1"}`;
}

/** `v4i32` of `<4 x i32>` */
function mangled(type: Type): string {
  switch (type.kind) {
    case "vector":
      return `v${type.count}${mangled(type.element)}`;
    case "integer":
      return `i${type.bits}`;
    case "float":
      return "f32";
    case "double":
      return "f64";
    case "half":
      return "f16";
    case "pointer":
      return `p${type.addressSpace}i8`;
    default:
      throw unsupported(`a masked access of the type "${type.text}"`);
  }
}

function lowerMaskedLoad(call: Call, named: string | undefined, writer: FunctionWriter): void {
  const [pointer, mask, fallback] = call.arguments;
  if (pointer === undefined || mask === undefined || fallback === undefined)
    throw invalid("a masked load without operands");
  const type = mangled(call.result);
  const name = `@llvm.masked.load.${type}.p0${type}`;
  const operands = [
    writer.pointer(pointer, call.result.text),
    maskedAlignment(pointer),
    writer.typed(mask),
    writer.typed(fallback),
  ];
  writer.declare(call.result.text, name, [pointerTo(call.result.text), "i32", mask.type.text, call.result.text]);
  writer.define(`call ${call.result.text} ${name}(${operands.join(", ")})`, named);
}

function lowerMaskedStore(call: Call, writer: FunctionWriter): void {
  const [value, pointer, mask] = call.arguments;
  if (value === undefined || pointer === undefined || mask === undefined)
    throw invalid("a masked store without operands");
  const type = mangled(value.type);
  const name = `@llvm.masked.store.${type}.p0${type}`;
  const operands = [
    writer.typed(value),
    writer.pointer(pointer, value.type.text),
    maskedAlignment(pointer),
    writer.typed(mask),
  ];
  writer.declare("void", name, [value.type.text, pointerTo(value.type.text), "i32", mask.type.text]);
  writer.line(`call void ${name}(${operands.join(", ")})`);
}
