/** One instruction of LLVM 22 as one or more of LLVM 13. */
import type { AttributePrinter } from "./attribute-printer.ts";
import { ATTACHMENT_RULES } from "./attribute-table.ts";
import type { FunctionWriter } from "./function-writer.ts";
import { lowerCall } from "./lower-call.ts";
import { lowerInt128Cast } from "./lower-int128-cast.ts";
import { localName } from "./lower-values.ts";
import type { Attachment, Instruction, Operation, TypedValue } from "./model.ts";
import { invalid, unsupported } from "./refusals.ts";
import { addressSpaceOf, pointerTo, type Type } from "./types.ts";

/** Promises about the result that LLVM 13 does not know; without them the code means the same where they hold. */
const NEW_FLAGS: ReadonlySet<string> = new Set(["disjoint", "nneg", "samesign", "nusw"]);

/** What `atomicrmw` of LLVM 13 can do. */
const UPDATES: ReadonlySet<string> = new Set("xchg add sub and nand or xor max min umax umin fadd fsub".split(" "));

export function lowerInstruction(
  { result, operation, attachments }: Instruction,
  writer: FunctionWriter,
  attributes: AttributePrinter,
): void {
  const suffix = attachments.map(attachmentText).join("");
  const emit = (text: string): void => {
    if (result === undefined) writer.line(`${text}${suffix}`);
    else writer.define(`${text}${suffix}`, localName(result));
  };
  switch (operation.kind) {
    case "binary": {
      const { opcode, flags, left, right } = operation;
      if (isRoundedLate(left.type, writer)) {
        lowerHalf(operation, emit, writer);
        return;
      }
      emit(`${opcode} ${flagText(flags)}${writer.typed(left)}, ${writer.text(left.type, right)}`);
      return;
    }
    case "negation":
      emit(`fneg ${flagText(operation.flags)}${writer.typed(operation.operand)}`);
      return;
    case "cast":
      lowerCast(operation, emit, writer);
      return;
    case "comparison": {
      const { opcode, flags, predicate, left, right } = operation;
      emit(`${opcode} ${flagText(flags)}${predicate} ${writer.typed(left)}, ${writer.text(left.type, right)}`);
      return;
    }
    case "plain":
      lowerPlain(operation, emit, writer);
      return;
    case "phi": {
      const { flags, type, incoming } = operation;
      const pairs = incoming.map(([value, block]) => `[ ${writer.text(type, value)}, ${localName(block)} ]`);
      emit(`phi ${flagText(flags)}${type.text} ${pairs.join(", ")}`);
      return;
    }
    case "alloca":
      lowerAlloca(operation, result, writer);
      return;
    case "load":
    case "store":
      if (operation.kind === "load" && needsIntegers(operation, operation.type, writer)) {
        lowerIntegerLoad(operation, result, suffix, writer);
      } else if (operation.kind === "store" && needsIntegers(operation, operation.value.type, writer)) {
        lowerIntegerStore(operation, suffix, writer);
      } else lowerMemory(operation, emit, writer);
      return;
    case "address":
      lowerAddress(operation, result, writer);
      return;
    case "exchange": {
      const { words, pointer, expected, replacement, order, alignment } = operation;
      const place = writer.pointer(pointer, expected.type.text);
      emit(
        `cmpxchg ${wordText(words)}${place}, ${writer.typed(expected)}, ${writer.typed(replacement)} ${order}${alignText(alignment)}`,
      );
      return;
    }
    case "update":
      lowerUpdate(operation, result, suffix, emit, writer);
      return;
    case "fence":
      emit(`fence ${operation.order}`);
      return;
    case "branch":
    case "switch":
    case "indirectbr":
    case "unreachable":
      lowerJump(operation, emit, writer);
      return;
    case "landingpad": {
      const { type, isCleanup, clauses } = operation;
      const texts = clauses.map(({ word, operand }) => ` ${word} ${writer.typed(operand)}`);
      emit(`landingpad ${type.text}${isCleanup ? " cleanup" : ""}${texts.join("")}`);
      return;
    }
    case "funclet":
      lowerFunclet(operation, emit, writer);
      return;
    default:
      lowerCall(operation, result, suffix, writer, attributes);
  }
}

function attachmentText({ kind, node }: Attachment): string {
  const rule = ATTACHMENT_RULES.get(kind);
  if (rule === undefined) throw unsupported(`metadata of the kind "${kind}": its meaning is not known`);
  if (rule.action === "refuse") throw unsupported(`metadata of the kind "${kind}": ${rule.reason}`);
  return rule.action === "keep" ? `, !${kind} ${node}` : "";
}

function flagText(flags: readonly string[]): string {
  return wordText(flags.filter((flag) => !NEW_FLAGS.has(flag)));
}

function wordText(words: readonly string[]): string {
  return words.length === 0 ? "" : `${words.join(" ")} `;
}

function alignText(alignment: string | undefined): string {
  return alignment === undefined ? "" : `, align ${alignment}`;
}

type Of<K extends Operation["kind"]> = Extract<Operation, { readonly kind: K }>;
type Emit = (text: string) => void;

/** LLVM 13 computes with half-precision numbers as `float` where a machine has none, and rounds when it stores them. */
function isRoundedLate(type: Type, writer: FunctionWriter): boolean {
  const { kind } = type.kind === "vector" ? type.element : type;
  return kind === "half" && !/^(?:aarch64|arm64)/.test(writer.module.triple);
}

/** One operation on `float`, then rounded: the result is that of the operation itself, since `float` is wide enough. */
function lowerHalf({ opcode, flags, left, right }: Of<"binary">, emit: Emit, writer: FunctionWriter): void {
  const { type } = left;
  const wide = type.kind === "vector" ? `<${type.count} x float>` : "float";
  const a = writer.define(`fpext ${writer.typed(left)} to ${wide}`);
  const b = writer.define(`fpext ${writer.typed({ type, value: right })} to ${wide}`);
  const sum = writer.define(`${opcode} ${flagText(flags)}${wide} ${a}, ${b}`);
  emit(`fptrunc ${wide} ${sum} to ${type.text}`);
}

/** No cast of LLVM 13 takes flags: dropping a promise changes nothing where it holds. */
function lowerCast({ opcode, operand, to }: Of<"cast">, emit: Emit, writer: FunctionWriter): void {
  if (lowerInt128Cast(opcode, operand, to, emit, writer)) return;
  emit(`${opcode === "ptrtoaddr" ? "ptrtoint" : opcode} ${writer.typed(operand)} to ${to.text}`);
}

function lowerPlain({ opcode, flags, operands, indices, to }: Of<"plain">, emit: Emit, writer: FunctionWriter): void {
  const [first] = operands;
  if (opcode === "ret" && first === undefined) {
    emit("ret void");
    return;
  }
  if (opcode === "va_arg") {
    if (first === undefined || to === undefined) throw invalid("va_arg without operand");
    emit(`va_arg ${writer.typed(first)}, ${to.text}`);
    return;
  }
  const numbers = first === undefined ? indices : movedIndices(operands, indices, writer);
  const texts = [...operands.map((operand) => writer.typed(operand)), ...numbers.map(String)];
  emit(`${opcode} ${flagText(flags)}${texts.join(", ")}`);
}

/** Field numbers of a value whose named struct has padding. */
function movedIndices(
  operands: readonly TypedValue[],
  indices: readonly number[],
  writer: FunctionWriter,
): readonly number[] {
  let type: Type | undefined = operands[0]?.type;
  return indices.map((index) => {
    if (type === undefined) throw invalid("a field of nothing");
    const moved: number =
      type.kind === "named" ? (writer.values.layout.placement(type).fields?.[index] ?? index) : index;
    const inner: Type = writer.values.layout.resolve(type);
    type = inner.kind === "struct" ? inner.fields[index] : inner.kind === "array" ? inner.element : undefined;
    return moved;
  });
}

function lowerAlloca(
  { isInalloca, type, count, alignment, addressSpace }: Of<"alloca">,
  result: string | undefined,
  writer: FunctionWriter,
): void {
  const { text } = writer.values.layout.placement(type);
  const space = addressSpace === 0 ? "" : `, addrspace(${addressSpace})`;
  const many = count === undefined ? "" : `, ${writer.typed(count)}`;
  const line = `alloca ${isInalloca ? "inalloca " : ""}${text}${many}${alignText(alignment)}${space}`;
  writer.forget(line, pointerTo(text, addressSpace), pointerTo("i8", addressSpace), result);
}

function lowerMemory(operation: Of<"load"> | Of<"store">, emit: Emit, writer: FunctionWriter): void {
  const { kind, words, pointer, order, alignment } = operation;
  const type = kind === "load" ? operation.type : operation.value.type;
  if (writer.values.layout.isMoved(type)) throw unsupported(`a ${kind} of a whole "${type.text}"`);
  const place = writer.pointer(pointer, type.text);
  const rest = `${order === "" ? "" : ` ${order}`}${alignText(alignment)}`;
  if (kind === "load") emit(`load ${wordText(words)}${type.text}, ${place}${rest}`);
  else emit(`store ${wordText(words)}${writer.typed(operation.value)}, ${place}${rest}`);
}

/**
 * Atomic loads and stores of what is no integer, which LLVM 13 cannot do everywhere: PowerPC's fence behind a load takes
 * integers alone, and Z has no such access of floating-point numbers. The bits are the same.
 */
function needsIntegers({ words }: Of<"load"> | Of<"store">, type: Type, writer: FunctionWriter): boolean {
  return words.includes("atomic") && type.kind !== "integer" && /^(?:powerpc|ppc|s390x)/.test(writer.module.triple);
}

function lowerIntegerLoad(load: Of<"load">, result: string | undefined, suffix: string, writer: FunctionWriter): void {
  const { words, type, pointer, order, alignment } = load;
  const integer = integerOf(type);
  const place = writer.pointer(pointer, integer);
  const bits = writer.define(`load ${wordText(words)}${integer}, ${place} ${order}${alignText(alignment)}${suffix}`);
  const cast = type.kind === "pointer" ? "inttoptr" : "bitcast";
  writer.define(`${cast} ${integer} ${bits} to ${type.text}`, result === undefined ? undefined : localName(result));
}

function lowerIntegerStore(store: Of<"store">, suffix: string, writer: FunctionWriter): void {
  const { words, value, pointer, order, alignment } = store;
  const integer = integerOf(value.type);
  const cast = value.type.kind === "pointer" ? "ptrtoint" : "bitcast";
  const bits = writer.define(`${cast} ${writer.typed(value)} to ${integer}`);
  const place = writer.pointer(pointer, integer);
  writer.line(`store ${wordText(words)}${integer} ${bits}, ${place} ${order}${alignText(alignment)}${suffix}`);
}

function integerOf(type: Type): string {
  if (type.kind === "float") return "i32";
  if (type.kind === "double" || type.kind === "pointer") return "i64";
  throw unsupported(`an atomic access of the type "${type.text}"`);
}

function lowerAddress(
  { isInbounds, source, operands }: Of<"address">,
  result: string | undefined,
  writer: FunctionWriter,
): void {
  const [base, first, ...rest] = operands;
  if (base === undefined || first === undefined) throw invalid("an address without operands");
  const { text } = writer.values.layout.placement(source);
  const pointer = writer.pointer(base, text);
  const { pointee, indices } = writer.values.walk(source, rest);
  const space = addressSpaceOf(base.type) ?? 0;
  const vector = operands.find(({ type }) => type.kind === "vector")?.type;
  const wrap = (type: string): string => (vector?.kind === "vector" ? `<${vector.count} x ${type}>` : type);
  const line = `getelementptr ${isInbounds ? "inbounds " : ""}${[text, pointer, writer.typed(first), ...indices].join(", ")}`;
  writer.forget(line, wrap(pointerTo(pointee, space)), wrap(pointerTo("i8", space)), result);
}

function lowerUpdate(
  operation: Of<"update">,
  result: string | undefined,
  suffix: string,
  emit: Emit,
  writer: FunctionWriter,
): void {
  const { words, opcode, pointer, operand, order, alignment } = operation;
  if (!UPDATES.has(opcode)) throw unsupported(`the atomic operation "${opcode}"`);
  const rest = `${order}${alignText(alignment)}`;
  if (operand.type.kind !== "pointer") {
    const place = writer.pointer(pointer, operand.type.text);
    emit(`atomicrmw ${wordText(words)}${opcode} ${place}, ${writer.typed(operand)} ${rest}`);
    return;
  }
  // LLVM 13 exchanges integers only.
  const integer = writer.pointerInteger;
  const place = writer.pointer(pointer, integer);
  const value = writer.define(`ptrtoint ${writer.typed(operand)} to ${integer}`);
  const old = writer.define(`atomicrmw ${wordText(words)}${opcode} ${place}, ${integer} ${value} ${rest}${suffix}`);
  if (result !== undefined) writer.define(`inttoptr ${integer} ${old} to ${operand.type.text}`, localName(result));
}

function lowerJump(
  operation: Of<"branch"> | Of<"switch"> | Of<"indirectbr"> | Of<"unreachable">,
  emit: Emit,
  writer: FunctionWriter,
): void {
  const label = (name: string): string => `label ${localName(name)}`;
  switch (operation.kind) {
    case "branch": {
      const condition = operation.condition === undefined ? "" : `${writer.typed(operation.condition)}, `;
      emit(`br ${condition}${operation.labels.map(label).join(", ")}`);
      return;
    }
    case "switch": {
      const cases = operation.cases.map(([value, name]) => `${writer.typed(value)}, ${label(name)}`);
      emit(`switch ${writer.typed(operation.operand)}, ${label(operation.fallback)} [ ${cases.join(" ")} ]`);
      return;
    }
    case "indirectbr":
      emit(`indirectbr ${writer.typed(operation.address)}, [${operation.labels.map(label).join(", ")}]`);
      return;
    case "unreachable":
      emit("unreachable");
  }
}

function lowerFunclet(operation: Of<"funclet">, emit: Emit, writer: FunctionWriter): void {
  const { opcode, parent, labels, unwind } = operation;
  const token = { kind: "token", text: "token" } as const;
  const from = parent === undefined ? "none" : writer.text(token, parent);
  const args = `[${operation.arguments.map((argument) => writer.typed(argument)).join(", ")}]`;
  const to = unwind === undefined ? "" : ` unwind ${unwind === "to caller" ? unwind : `label ${localName(unwind)}`}`;
  const names = labels.map((name) => `label ${localName(name)}`);
  switch (opcode) {
    case "catchswitch":
      emit(`catchswitch within ${from} [${names.join(", ")}]${to}`);
      return;
    case "catchret":
      emit(`catchret from ${from} to ${names.join("")}`);
      return;
    case "cleanupret":
      emit(`cleanupret from ${from}${to}`);
      return;
    default:
      emit(`${opcode} within ${from} ${args}`);
  }
}
