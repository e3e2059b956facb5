/**
 * Integer expressions of `#if` and of constant macros. Spec: ISO C11, 6.10.1: numbers have 64 bits, signed or not.
 */
import { quote } from "../../names/quote.ts";
import type { MacroToken } from "./macro.ts";

interface Value {
  readonly value: bigint;
  readonly unsigned: boolean;
}

export interface ConditionOptions {
  /** What a name that is no macro stands for: 0 in `#if`; undefined makes the whole no constant. */
  readonly unknown: bigint | undefined;
}

/** Something in an expression that is no integer, or no expression. */
export class NoConstant extends Error {
  readonly start: number;
  constructor(start: number, problem: string) {
    super(problem);
    this.start = start;
  }
}

const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%"],
];

const MAX_DEPTH = 200;

/**
 * @param tokens With macros expanded, and `defined` answered.
 * @throws {NoConstant}
 */
export function evaluateCondition(tokens: readonly MacroToken[], start: number, options: ConditionOptions): bigint {
  const reader = new ConditionReader(tokens, start, options);
  const { value } = reader.comma(true);
  reader.expectEnd();
  return value;
}

class ConditionReader {
  readonly #tokens: readonly MacroToken[];
  readonly #start: number;
  readonly #unknown: bigint | undefined;
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly MacroToken[], start: number, { unknown }: ConditionOptions) {
    this.#tokens = tokens;
    this.#start = start;
    this.#unknown = unknown;
  }

  get #text(): string {
    return this.#tokens[this.#index]?.text ?? "";
  }

  #fail(problem: string): never {
    throw new NoConstant(this.#tokens[this.#index]?.start ?? this.#start, problem);
  }

  #accept(text: string): boolean {
    if (this.#text !== text) return false;
    this.#index += 1;
    return true;
  }

  expectEnd(): void {
    if (this.#index < this.#tokens.length) this.#fail(`unexpected ${quote(this.#text)} in an integer expression`);
  }

  /** @param used Whether the value counts: `0 && 1 / 0` divides by nothing. */
  comma(used: boolean): Value {
    let value = this.#conditional(used);
    while (this.#accept(",")) value = this.#conditional(used);
    return value;
  }

  #conditional(used: boolean): Value {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#fail(`more than ${MAX_DEPTH} levels in an integer expression`);
    let result = this.#binary(0, used);
    if (this.#accept("?")) {
      const isTrue = result.value !== 0n;
      const whenTrue = this.comma(used && isTrue);
      if (!this.#accept(":")) this.#fail('expected ":" in an integer expression');
      const whenFalse = this.#conditional(used && !isTrue);
      const unsigned = whenTrue.unsigned || whenFalse.unsigned;
      result = wrap((isTrue ? whenTrue : whenFalse).value, unsigned);
    }
    this.#depth -= 1;
    return result;
  }

  #binary(level: number, used: boolean): Value {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary(used);
    let left = this.#binary(level + 1, used);
    for (let operator = this.#text; operators.includes(operator); operator = this.#text) {
      this.#index += 1;
      if (operator === "&&" || operator === "||") {
        const decided = (left.value !== 0n) === (operator === "||");
        const right = this.#binary(level + 1, used && !decided);
        const isTrue =
          operator === "&&" ? left.value !== 0n && right.value !== 0n : left.value !== 0n || right.value !== 0n;
        left = truth(decided ? operator === "||" : isTrue);
      } else {
        left = this.#apply(operator, left, this.#binary(level + 1, used), used);
      }
    }
    return left;
  }

  #apply(operator: string, left: Value, right: Value, used: boolean): Value {
    if (operator === "<<" || operator === ">>") return shift(operator, left, right.value);
    const unsigned = left.unsigned || right.unsigned;
    const [a, b] = [wrap(left.value, unsigned).value, wrap(right.value, unsigned).value];
    switch (operator) {
      case "==":
        return truth(a === b);
      case "!=":
        return truth(a !== b);
      case "<":
        return truth(a < b);
      case ">":
        return truth(a > b);
      case "<=":
        return truth(a <= b);
      case ">=":
        return truth(a >= b);
      case "|":
        return wrap(a | b, unsigned);
      case "^":
        return wrap(a ^ b, unsigned);
      case "&":
        return wrap(a & b, unsigned);
      case "+":
        return wrap(a + b, unsigned);
      case "-":
        return wrap(a - b, unsigned);
      case "*":
        return wrap(a * b, unsigned);
      default:
        if (b === 0n) return used ? this.#fail("division by zero in an integer expression") : wrap(0n, unsigned);
        return wrap(operator === "/" ? a / b : a % b, unsigned);
    }
  }

  #unary(used: boolean): Value {
    const operators: string[] = [];
    while (["+", "-", "~", "!"].includes(this.#text)) {
      operators.push(this.#text);
      this.#index += 1;
    }
    let result = this.#primary(used);
    for (const operator of operators.reverse()) {
      if (operator === "-") result = wrap(-result.value, result.unsigned);
      if (operator === "~") result = wrap(~result.value, result.unsigned);
      if (operator === "!") result = truth(result.value === 0n);
    }
    return result;
  }

  #primary(used: boolean): Value {
    const token = this.#tokens[this.#index];
    if (token === undefined) return this.#fail("an integer expression ends too early");
    if (this.#accept("(")) {
      const inner = this.comma(used);
      if (!this.#accept(")")) this.#fail('expected ")" in an integer expression');
      return inner;
    }
    if (token.kind === "number") {
      const value = parseNumber(token.text) ?? this.#fail(`${quote(token.text)} is no integer`);
      this.#index += 1;
      return value;
    }
    if (token.kind === "character") {
      const value = characterValue(token.text) ?? this.#fail(`${token.text} is no character with a known value`);
      this.#index += 1;
      return { value, unsigned: false };
    }
    if (token.kind === "identifier" && this.#unknown !== undefined) {
      this.#index += 1;
      // `__has_attribute(x)` and its like ask a compiler: without one the answer is no.
      if (token.text.startsWith("__has_") && this.#text === "(") this.#skipGroup();
      return { value: this.#unknown, unsigned: false };
    }
    return this.#fail(`unexpected ${quote(token.text)} in an integer expression`);
  }

  #skipGroup(): void {
    let depth = 0;
    do {
      if (this.#text === "(") depth += 1;
      if (this.#text === ")") depth -= 1;
      if (this.#index >= this.#tokens.length) this.#fail('expected ")" in an integer expression');
      this.#index += 1;
    } while (depth > 0);
  }
}

function truth(isTrue: boolean): Value {
  return { value: isTrue ? 1n : 0n, unsigned: false };
}

function wrap(value: bigint, unsigned: boolean): Value {
  return { value: unsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value), unsigned };
}

function shift(operator: "<<" | ">>", left: Value, by: bigint): Value {
  // Shifting by a negative number shifts the other way, as gcc has it; 64 bits leave nothing.
  const distance = operator === "<<" ? by : -by;
  const bounded = distance > 64n ? 64n : distance < -64n ? -64n : distance;
  return wrap(bounded < 0n ? left.value >> -bounded : left.value << bounded, left.unsigned);
}

function parseNumber(text: string): Value | undefined {
  const [found, digits = "", suffix = ""] =
    /^(0[xX][0-9a-fA-F]{1,32}|0[bB][01]{1,64}|0[0-7]{0,32}|[1-9][0-9]{0,32})([uUlLzZ]{0,3})$/.exec(text) ?? [];
  if (found === undefined) return undefined;
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  if (value >= 2n ** 64n) return undefined;
  return { value, unsigned: /u/i.test(suffix) || value >= 2n ** 63n };
}

const ESCAPES: Readonly<Record<string, bigint>> = {
  a: 7n,
  b: 8n,
  e: 27n,
  f: 12n,
  n: 10n,
  r: 13n,
  t: 9n,
  v: 11n,
  "\\": 92n,
  "'": 39n,
  '"': 34n,
  "?": 63n,
};

/** Plain characters and escapes of ASCII, as every compiler values them. */
function characterValue(text: string): bigint | undefined {
  const inner = /^'(.+)'$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  if (/^[\x20-\x7e]$/.test(inner) && inner !== "\\") return BigInt(inner.charCodeAt(0));
  const octal = /^\\([0-7]{1,3})$/.exec(inner)?.[1];
  const number = octal === undefined ? /^\\x([0-9a-fA-F]{1,2})$/.exec(inner)?.[1] : octal;
  const value = number === undefined ? undefined : Number.parseInt(number, octal === undefined ? 16 : 8);
  // Above ASCII it depends on whether char has a sign.
  if (value !== undefined) return value < 128 ? BigInt(value) : undefined;
  return inner.length === 2 && inner.startsWith("\\") ? ESCAPES[inner.charAt(1)] : undefined;
}
