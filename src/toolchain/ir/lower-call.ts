/** Calls: of functions by their declared types, of pointers through casts, of assembly. */
import type { AttributePrinter } from "./attribute-printer.ts";
import type { FunctionWriter } from "./function-writer.ts";
import { lowerIntrinsic } from "./lower-intrinsics.ts";
import { localName } from "./lower-values.ts";
import type { Argument, Call } from "./model.ts";
import { unsupported } from "./refusals.ts";
import { checkHalfPassing, type ShapedParameter, shapeParameters } from "./signature.ts";
import { functionText, type Type } from "./types.ts";

/** Bundles that code generation reads. */
const KEPT_BUNDLES: ReadonlySet<string> = new Set(['"funclet"']);

/** Bundles that only inform the optimizer. */
const DROPPED_BUNDLES: ReadonlySet<string> = new Set(['"align"', '"nonnull"', '"noundef"', '"cold"']);

/** @param suffix Metadata, with its comma. */
export function lowerCall(
  call: Call,
  result: string | undefined,
  suffix: string,
  writer: FunctionWriter,
  attributes: AttributePrinter,
): void {
  const isIntrinsic = call.callee.kind === "global" && call.callee.name.startsWith("@llvm.");
  if (isIntrinsic && call.kind === "call") {
    lowerIntrinsic(call, result, writer, call.tail === "" ? "" : `${call.tail} `);
    return;
  }
  if (isIntrinsic && call.callee.kind === "global") throw unsupported(`an invoke of "${call.callee.name}"`);

  if (call.callee.kind !== "asm" && call.convention === "") checkHalfPassing(call.result, attributes.rules.triple);
  const shapes = shapeParameters(
    call.arguments,
    call.callee.kind === "asm" ? "asm" : call.convention,
    attributes.rules,
  );
  const copies = shapes.some(({ copied }) => copied !== undefined);
  if (copies && call.tail === "musttail")
    throw unsupported("a 128-bit integer on the stack of a call that must be a tail call");
  const texts = call.arguments.map((argument, index) => argumentText(argument, shapes[index], writer, attributes));
  const fixed = call.fixed === undefined ? undefined : fixedTypes(call.fixed, shapes);
  const type = functionText(call.result.text, fixed ?? shapes.map(({ text }) => text), fixed !== undefined);
  const callee = calleeText(call, type, writer);
  const words = [
    copies || call.kind === "invoke" ? "" : call.tail,
    call.kind,
    ...call.fastMath,
    call.convention,
    ...attributes.list(call.resultAttributes, "value"),
    fixed === undefined ? call.result.text : type,
  ].filter((word) => word !== "");
  const after = [...attributes.list(call.attributes, "function"), ...call.groups, ...bundles(call, writer)];
  const ends =
    call.kind === "invoke" ? `\n          to label ${label(call.normal)} unwind label ${label(call.unwind)}` : "";
  const text = `${words.join(" ")} ${callee}(${texts.join(", ")})${after.map((word) => ` ${word}`).join("")}${ends}${suffix}`;
  if (result === undefined) writer.line(text);
  else writer.define(text, localName(result));
}

function label(name: string | undefined): string {
  return localName(name ?? "");
}

/** Pointers of fixed parameters carry the types of their arguments. */
function fixedTypes(fixed: readonly Type[], shapes: readonly ShapedParameter[]): string[] {
  return fixed.map((type, index) => shapes[index]?.text ?? type.text);
}

function argumentText(
  argument: Argument,
  shape: ShapedParameter | undefined,
  writer: FunctionWriter,
  attributes: AttributePrinter,
): string {
  if (shape?.copied !== undefined) {
    const name = writer.fresh();
    writer.reserve(`${name} = alloca i128, align 16`);
    writer.line(`store ${writer.typed(argument)}, i128* ${name}, align 16`);
    return `i128* byval(i128) align 16 ${name}`;
  }
  const { type, value } = argument;
  const words = attributes.list(argument.attributes, "value", shape?.pointee);
  const pointee = shape?.pointee;
  if (pointee === undefined) return [type.text, ...words, writer.text(type, value)].join(" ");
  const pointer = writer.pointer({ type, value }, pointee);
  return words.length === 0 ? pointer : pointer.replace(shape?.text ?? "", `${shape?.text ?? ""} ${words.join(" ")}`);
}

function calleeText(call: Call, type: string, writer: FunctionWriter): string {
  const { callee } = call;
  if (callee.kind === "asm") {
    const flags = callee.flags.filter((flag) => flag !== "unwind").join(" ");
    return `asm ${flags === "" ? "" : `${flags} `}${callee.template}, ${callee.constraints}`;
  }
  const space = callee.kind === "global" ? (writer.values.symbols.get(callee.name)?.addressSpace ?? 0) : 0;
  const pointerType = { kind: "pointer", addressSpace: space, text: "i8*" } as const;
  const pointer = writer.pointer({ type: pointerType, value: callee }, type);
  return pointer.slice(`${type}* `.length);
}

function bundles(call: Call, writer: FunctionWriter): string[] {
  const kept = call.bundles.filter(({ tag }) => {
    if (KEPT_BUNDLES.has(tag)) return true;
    if (DROPPED_BUNDLES.has(tag)) return false;
    throw unsupported(`the operand bundle ${tag}`);
  });
  if (kept.length === 0) return [];
  const texts = kept.map(
    ({ tag, operands }) => `${tag}(${operands.map((operand) => writer.typed(operand)).join(", ")})`,
  );
  return [`[ ${texts.join(", ")} ]`];
}
