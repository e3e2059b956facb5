/**
 * Access to the elements of a vector that a mask chooses. LLVM 22 keeps the alignment with the pointer, LLVM 13 wanted it
 * as an operand, and pointers of the type that is accessed.
 * Spec: https://llvm.org/docs/LangRef.html#masked-vector-load-and-store-intrinsics
 */
import type { FunctionWriter } from "./function-writer.ts";
import type { Argument, Call } from "./model.ts";
import { invalid, unsupported } from "./refusals.ts";
import { integerType, type Type } from "./types.ts";

interface Form {
  /** Which argument is the pointer, or the vector of pointers. */
  readonly pointer: number;
  /** Which argument the accessed vector is; undefined for the result. */
  readonly value: number | undefined;
  /** The pointer is to one element. */
  readonly isElement: boolean;
  /** LLVM 13 has an operand for the alignment, and types of pointers in the name. */
  readonly isAligned: boolean;
}

const FORMS: Readonly<Record<string, Form>> = {
  "llvm.masked.load": { pointer: 0, value: undefined, isElement: false, isAligned: true },
  "llvm.masked.store": { pointer: 1, value: 0, isElement: false, isAligned: true },
  "llvm.masked.gather": { pointer: 0, value: undefined, isElement: true, isAligned: true },
  "llvm.masked.scatter": { pointer: 1, value: 0, isElement: true, isAligned: true },
  "llvm.masked.expandload": { pointer: 0, value: undefined, isElement: true, isAligned: false },
  "llvm.masked.compressstore": { pointer: 1, value: 0, isElement: true, isAligned: false },
};

export function lowerMasked(call: Call, base: string, named: string | undefined, writer: FunctionWriter): void {
  const form = FORMS[base];
  if (form === undefined) throw invalid(`"${base}" as a masked access`);
  // Until 22, the alignment was an operand here too.
  const [own, args] = withoutAlignment(call.arguments, form);
  const pointer = args[form.pointer];
  const type = form.value === undefined ? call.result : args[form.value]?.type;
  if (pointer === undefined || type?.kind !== "vector") throw invalid(`"${base}" of something that is no vector`);
  const pointee = form.isElement ? type.element.text : type.text;
  const operands = args.flatMap((argument, index) => {
    if (index !== form.pointer) return [writer.typed(argument)];
    const text = writer.pointer(argument, pointee);
    return form.isAligned ? [text, `i32 ${own}`] : [text];
  });
  const access = mangled(type);
  const target = form.isElement ? `v${type.count}p0${mangled(type.element)}` : `p0${access}`;
  const name = form.isAligned ? `@${base}.${access}.${target}` : `@${base}.${access}`;
  writer.call(call.result.text, name, operands, named);
}

function withoutAlignment(args: readonly Argument[], { pointer, isAligned }: Form): readonly [string, Argument[]] {
  const after = args[pointer + 1];
  if (isAligned && after?.type.kind === "integer" && after.value.kind === "literal") {
    return [after.value.text, args.filter((argument) => argument !== after)];
  }
  const alignment = args[pointer]?.attributes.find(({ name }) => name === "align")?.argument;
  return [alignment ?? "1", [...args]];
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

/** `llvm.experimental.cttz.elts`: the number of the first element that is not zero, by the bits of all comparisons. */
export function lowerFirstSet(call: Call, named: string | undefined, writer: FunctionWriter): void {
  const [operand] = call.arguments;
  if (operand?.type.kind !== "vector" || call.result.kind !== "integer") throw invalid("a search in no vector");
  // The first element is the lowest bit on machines with the low byte first only.
  if (/^(?:s390x|powerpc64-|powerpc-|sparc|aarch64_be|armeb)/.test(writer.module.triple)) {
    throw unsupported("a search for the first set element on a machine with the high byte first");
  }
  const { count } = operand.type;
  // One bit more than elements, which ends the search.
  const wide = integerType(Math.max(count + 1, call.result.bits)).text;
  const isSet = writer.define(`icmp ne ${writer.typed(operand)}, zeroinitializer`);
  const bits = writer.define(`bitcast <${count} x i1> ${isSet} to i${count}`);
  const more = writer.define(`zext i${count} ${bits} to ${wide}`);
  const ended = writer.define(`or ${wide} ${more}, ${1n << BigInt(count)}`);
  const first = writer.call(wide, `@llvm.cttz.${wide}`, [`${wide} ${ended}`, "i1 true"]);
  const result = call.result.text;
  writer.define(wide === result ? `add ${wide} ${first}, 0` : `trunc ${wide} ${first} to ${result}`, named);
}
