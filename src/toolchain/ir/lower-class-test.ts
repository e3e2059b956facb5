/**
 * `llvm.is.fpclass`: which kinds of number count, as comparisons of the bits.
 * Spec: https://llvm.org/docs/LangRef.html#llvm-is-fpclass
 */
import type { FunctionWriter } from "./function-writer.ts";
import type { Call } from "./model.ts";
import { invalid, unsupported } from "./refusals.ts";
import type { Type } from "./types.ts";

interface Format {
  readonly bits: number;
  /** Bits of the fraction, with the leading one where it is stored. */
  readonly fraction: number;
  /** Bits of the exponent. */
  readonly exponent: number;
  /** The leading one is stored. */
  readonly isExplicit: boolean;
}

const FORMATS: Readonly<Partial<Record<Type["kind"], Format>>> = {
  half: { bits: 16, fraction: 10, exponent: 5, isExplicit: false },
  float: { bits: 32, fraction: 23, exponent: 8, isExplicit: false },
  double: { bits: 64, fraction: 52, exponent: 11, isExplicit: false },
  fp128: { bits: 128, fraction: 112, exponent: 15, isExplicit: false },
  x86_fp80: { bits: 80, fraction: 64, exponent: 15, isExplicit: true },
};

/** Bits of the mask, by kind: the negative one, the positive one. */
const SIGNED: readonly (readonly [
  kind: "infinite" | "normal" | "subnormal" | "zero",
  negative: number,
  positive: number,
])[] = [
  ["infinite", 1 << 2, 1 << 9],
  ["normal", 1 << 3, 1 << 8],
  ["subnormal", 1 << 4, 1 << 7],
  ["zero", 1 << 5, 1 << 6],
];

export function lowerClassTest(call: Call, named: string | undefined, writer: FunctionWriter): void {
  const [operand, wanted] = call.arguments;
  if (operand === undefined || wanted?.value.kind !== "literal")
    throw invalid("a test of a number's class without operands");
  const format = FORMATS[operand.type.kind];
  if (format === undefined) throw unsupported(`a test of the class of the type "${operand.type.text}"`);
  const mask = Number(wanted.value.text);
  const type = `i${format.bits}`;
  const bits = writer.define(`bitcast ${writer.typed(operand)} to ${type}`);
  const absolute = writer.define(`and ${type} ${bits}, ${(1n << BigInt(format.bits - 1)) - 1n}`);
  const parts: string[] = [];
  const test = (text: string): string => writer.define(text);

  const leading = format.isExplicit ? 1n << BigInt(format.fraction - 1) : 0n;
  const infinity = (((1n << BigInt(format.exponent)) - 1n) << BigInt(format.fraction)) | leading;
  const smallest = (1n << BigInt(format.fraction)) | leading;
  const quiet = infinity | (1n << BigInt(format.fraction - (format.isExplicit ? 2 : 1)));

  if ((mask & 3) === 3) parts.push(test(`icmp ugt ${type} ${absolute}, ${infinity}`));
  else if ((mask & 2) !== 0) parts.push(test(`icmp uge ${type} ${absolute}, ${quiet}`));
  else if ((mask & 1) !== 0) {
    const isNan = test(`icmp ugt ${type} ${absolute}, ${infinity}`);
    const isLoud = test(`icmp ult ${type} ${absolute}, ${quiet}`);
    parts.push(test(`and i1 ${isNan}, ${isLoud}`));
  }
  for (const [kind, negative, positive] of SIGNED) {
    const both = mask & (negative | positive);
    if (both === 0) continue;
    const is = testKind(kind, { type, absolute, infinity, smallest }, writer);
    if (both === (negative | positive)) {
      parts.push(is);
      continue;
    }
    const sign = test(`icmp ${both === negative ? "slt" : "sge"} ${type} ${bits}, 0`);
    parts.push(test(`and i1 ${is}, ${sign}`));
  }
  const joined = parts.reduce<string | undefined>(
    (sum, part) => (sum === undefined ? part : test(`or i1 ${sum}, ${part}`)),
    undefined,
  );
  writer.define(joined === undefined ? "and i1 false, false" : `and i1 ${joined}, true`, named);
}

interface Bits {
  readonly type: string;
  readonly absolute: string;
  readonly infinity: bigint;
  /** The smallest normal number. */
  readonly smallest: bigint;
}

function testKind(kind: "infinite" | "normal" | "subnormal" | "zero", bits: Bits, writer: FunctionWriter): string {
  const { type, absolute, infinity, smallest } = bits;
  switch (kind) {
    case "infinite":
      return writer.define(`icmp eq ${type} ${absolute}, ${infinity}`);
    case "zero":
      return writer.define(`icmp eq ${type} ${absolute}, 0`);
    case "normal": {
      const above = writer.define(`sub ${type} ${absolute}, ${smallest}`);
      return writer.define(`icmp ult ${type} ${above}, ${infinity - smallest}`);
    }
    case "subnormal": {
      const below = writer.define(`sub ${type} ${absolute}, 1`);
      return writer.define(`icmp ult ${type} ${below}, ${smallest - 1n}`);
    }
  }
}
