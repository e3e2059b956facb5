/**
 * Constant expressions of declarations, with the operators that cffi evaluates: `+ - * / % << >> & | ^`.
 * Numbers are exact, as Python's are; division and remainder round towards zero, as C's do.
 */
import { quote } from "../names/quote.ts";
import type { CdefSource } from "./syntax/source.ts";
import type { Expression } from "./syntax/tree.ts";

/** Wider values fit no type of C; on the way to a value there may be some. */
const MAX_BITS = 256;

const INTEGER = /^(-?)(0[xX][0-9a-fA-F]{1,64}|0[0-7]{0,80}|[1-9][0-9]{0,76})[uUlL]*$/;

/** A literal as `#define` and initialized constants take it: `-0x1FUL`. Undefined for others, binary ones too. */
export function parseIntegerLiteral(text: string): bigint | undefined {
  const [found, sign, digits = ""] = INTEGER.exec(text) ?? [];
  if (found === undefined) return undefined;
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === "-" ? -value : value;
}

/** @throws {PackwheelError} `CDEF_CONSTANT_INVALID` */
export function evaluate(expression: Expression, constants: ReadonlyMap<string, bigint>, source: CdefSource): bigint {
  const fail = (problem: string, hint?: string): never =>
    source.fail("CDEF_CONSTANT_INVALID", expression.start, problem, hint);
  switch (expression.kind) {
    case "literal":
      return evaluateLiteral(expression.text, fail);
    case "name": {
      const value = constants.get(expression.name);
      const hint = `Add "#define ${expression.name} NUMBER" before it, or write the number`;
      return value ?? fail(`no value is known for the constant ${quote(expression.name)}`, hint);
    }
    case "unary":
      if (expression.operator === "+") return evaluate(expression.operand, constants, source);
      if (expression.operator === "-") return -evaluate(expression.operand, constants, source);
      return fail(`a cdef cannot evaluate the operator ${quote(expression.operator)}`, WRITE_NUMBER);
    case "binary": {
      const left = evaluate(expression.left, constants, source);
      const right = evaluate(expression.right, constants, source);
      const value = applyOperator(expression.operator, left, right, fail);
      if (BigInt.asIntN(MAX_BITS, value) !== value) return fail("the value is too large");
      return value;
    }
    case "other":
      return fail(`a cdef cannot evaluate ${expression.what}`, WRITE_NUMBER);
  }
}

const WRITE_NUMBER = "Write the number itself";

type Fail = (problem: string, hint?: string) => never;

function evaluateLiteral(text: string, fail: Fail): bigint {
  const character = /^'([^\\])'$/u.exec(text)?.[1];
  if (character !== undefined) return BigInt(character.codePointAt(0) ?? 0);
  // cffi takes the letter after the backslash for the value: 110 for '\n'.
  if (/^'\\/.test(text)) return fail(`cffi misreads the character ${text}`, WRITE_NUMBER);
  const [found, binary] = /^(0[bB][01]{1,256})[uUlL]*$/.exec(text) ?? [];
  if (found !== undefined && binary !== undefined) return BigInt(binary);
  return parseIntegerLiteral(text) ?? fail(`${text} is no integer`, WRITE_NUMBER);
}

function applyOperator(operator: string, left: bigint, right: bigint, fail: Fail): bigint {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0n ? fail("division by zero") : left / right;
    case "%":
      return right === 0n ? fail("division by zero") : left % right;
    case "<<":
    case ">>":
      if (right < 0n || right > MAX_BITS) return fail("the shift is negative or too wide");
      return operator === "<<" ? left << right : left >> right;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    default:
      return fail(`a cdef cannot evaluate the operator ${quote(operator)}`, WRITE_NUMBER);
  }
}
