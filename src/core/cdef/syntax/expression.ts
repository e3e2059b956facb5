/**
 * Expressions of array lengths, bit-fields, enumerators and initializers.
 * Spec: ISO C11, 6.5. All of C's expressions are read; those that are no constant for cffi become `other`.
 */
import { KEYWORDS } from "./keywords.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Expression } from "./tree.ts";

/** A chain of operators is as deep as it is long. */
const MAX_OPERATORS = 1000;

/** Higher binds tighter. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  "||": 1,
  "&&": 2,
  "|": 3,
  "^": 4,
  "&": 5,
  "==": 6,
  "!=": 6,
  "<": 7,
  ">": 7,
  "<=": 7,
  ">=": 7,
  "<<": 8,
  ">>": 8,
  "+": 9,
  "-": 9,
  "*": 10,
  "/": 10,
  "%": 10,
};

const ASSIGNMENTS: ReadonlySet<string> = new Set("= += -= *= /= %= &= |= ^= <<= >>=".split(" "));
const PREFIXES: ReadonlySet<string> = new Set(["+", "-", "~", "!", "&", "*", "++", "--"]);

const DECIMAL = /^(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)/;
/** Suffixes that cffi's parser takes. */
const INTEGER_SUFFIX = /^(?:[uU](?:ll|LL|[lL])?|(?:ll|LL|[lL])[uU]?)?$/;
const FLOAT =
  /^(?:(?:[0-9]*\.[0-9]+|[0-9]+\.)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+|0[xX](?:[0-9a-fA-F]+\.?|[0-9a-fA-F]*\.[0-9a-fA-F]+)[pP][+-]?[0-9]+)[FfLl]?$/;

/** What expressions need of the rest of the grammar. */
export interface TypeNames {
  /** Whether the token so far ahead begins a type. */
  startsType(ahead: number): boolean;
  parseTypeName(): void;
}

export class ExpressionParser {
  readonly #stream: TokenStream;
  readonly #types: TypeNames;

  constructor(stream: TokenStream, types: TypeNames) {
    this.#stream = stream;
    this.#types = types;
  }

  /** `a = b`, or what stands right of `=` in an initializer. */
  parseInitializer(): Expression {
    const stream: TokenStream = this.#stream;
    const { start } = stream;
    if (!stream.accept("{")) return this.parseAssignment();
    return stream.nested(() => {
      while (!stream.accept("}")) {
        this.#skipDesignators();
        this.parseInitializer();
        if (!stream.accept(",")) {
          stream.expect("}");
          break;
        }
      }
      return { kind: "other", what: "a list", start };
    });
  }

  #skipDesignators(): void {
    const stream: TokenStream = this.#stream;
    let seen = false;
    for (;;) {
      if (stream.accept("[")) {
        this.parseConditional();
        stream.expect("]");
      } else if (stream.accept(".")) {
        stream.next();
      } else {
        break;
      }
      seen = true;
    }
    if (seen) stream.expect("=");
  }

  /** Without a comma operator. */
  parseAssignment(): Expression {
    const left = this.parseConditional();
    const stream: TokenStream = this.#stream;
    if (!ASSIGNMENTS.has(stream.text)) return left;
    stream.next();
    stream.nested(() => this.parseAssignment());
    return { kind: "other", what: "an assignment", start: left.start };
  }

  parseConditional(): Expression {
    const stream: TokenStream = this.#stream;
    const condition = this.#parseBinary(1);
    if (!stream.accept("?")) return condition;
    return stream.nested(() => {
      this.#parseComma();
      stream.expect(":");
      this.parseConditional();
      return { kind: "other", what: 'the operator "?:"', start: condition.start };
    });
  }

  #parseComma(): Expression {
    let result = this.parseAssignment();
    while (this.#stream.accept(",")) {
      this.parseAssignment();
      result = { kind: "other", what: "a comma", start: result.start };
    }
    return result;
  }

  #parseBinary(lowest: number): Expression {
    const stream: TokenStream = this.#stream;
    return stream.nested(() => {
      let left = this.#parseCast();
      for (let operators = 0; ; operators++) {
        const operator = stream.text;
        const precedence = stream.peek()?.kind === "punctuator" ? PRECEDENCE[operator] : undefined;
        if (precedence === undefined || precedence < lowest) return left;
        if (operators > MAX_OPERATORS) stream.fail("CDEF_TOO_COMPLEX", `more than ${MAX_OPERATORS} operators in a row`);
        stream.next();
        const right = this.#parseBinary(precedence + 1);
        left = { kind: "binary", operator, left, right, start: left.start };
      }
    });
  }

  #parseCast(): Expression {
    const stream: TokenStream = this.#stream;
    const { start } = stream;
    if (stream.text === "(" && this.#types.startsType(1)) {
      stream.next();
      this.#types.parseTypeName();
      stream.expect(")");
      if (stream.peek()?.text === "{") {
        this.parseInitializer();
        return this.#parsePostfix({ kind: "other", what: "a compound literal", start });
      }
      stream.nested(() => this.#parseCast());
      return { kind: "other", what: "a cast", start };
    }
    return this.#parseUnary();
  }

  #parseUnary(): Expression {
    const stream: TokenStream = this.#stream;
    const { start, text } = stream;
    if (text === "sizeof" || text === "_Alignof") {
      stream.next();
      if (stream.text === "(" && this.#types.startsType(1)) {
        stream.next();
        this.#types.parseTypeName();
        stream.expect(")");
      } else {
        stream.nested(() => this.#parseUnary());
      }
      return { kind: "other", what: text, start };
    }
    if (stream.peek()?.kind === "punctuator" && PREFIXES.has(text)) {
      stream.next();
      const operand = stream.nested(() => this.#parseCast());
      return { kind: "unary", operator: text, operand, start };
    }
    return this.#parsePostfix(this.#parsePrimary());
  }

  #parsePostfix(primary: Expression): Expression {
    const stream: TokenStream = this.#stream;
    const { start } = primary;
    let result = primary;
    for (;;) {
      if (stream.accept("[")) {
        this.#parseComma();
        stream.expect("]");
        result = { kind: "other", what: "an index", start };
      } else if (stream.accept("(")) {
        if (!stream.accept(")")) {
          this.#parseComma();
          stream.expect(")");
        }
        result = { kind: "other", what: "a call", start };
      } else if (stream.accept(".") || stream.accept("->")) {
        if (stream.next().kind !== "identifier") stream.unexpected("expected the name of a field");
        result = { kind: "other", what: "a field", start };
      } else if (stream.accept("++") || stream.accept("--")) {
        result = { kind: "other", what: "a change of a variable", start };
      } else {
        return result;
      }
    }
  }

  #parsePrimary(): Expression {
    const stream: TokenStream = this.#stream;
    const token = stream.peek();
    const start = stream.start;
    if (token === undefined) stream.unexpected("expected an expression");
    if (token.kind === "number") {
      if (!isNumber(token.text)) stream.fail("CDEF_SYNTAX", `${token.text} is no number`);
      stream.next();
      return { kind: "literal", text: token.text, start };
    }
    if (token.kind === "character") {
      stream.next();
      return { kind: "literal", text: token.text, start };
    }
    if (token.kind === "string") {
      while (stream.peek()?.kind === "string") stream.next();
      return { kind: "other", what: "a string", start };
    }
    if (stream.accept("(")) {
      const inner = stream.nested(() => this.#parseComma());
      stream.expect(")");
      return inner;
    }
    if (token.kind === "identifier" && token.text === "offsetof") {
      stream.next();
      stream.expect("(");
      this.#types.parseTypeName();
      stream.expect(",");
      this.#parsePostfix(this.#parsePrimary());
      stream.expect(")");
      return { kind: "other", what: "offsetof", start };
    }
    if (token.kind === "identifier" && !KEYWORDS.has(token.text) && !this.#types.startsType(0)) {
      stream.next();
      return { kind: "name", name: token.text, start };
    }
    return stream.unexpected("expected an expression");
  }
}

function isNumber(text: string): boolean {
  const digits = DECIMAL.exec(text)?.[0];
  if (digits !== undefined && INTEGER_SUFFIX.test(text.slice(digits.length))) return true;
  return FLOAT.test(text);
}
