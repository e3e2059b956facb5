/** The tokens of a cdef while they are read: one place, and words for what is wrong there. */
import type { ErrorCode } from "../../errors.ts";
import { quote } from "../../names/quote.ts";
import type { CdefSource } from "./source.ts";
import type { Token } from "./tokenize.ts";

/** Brackets, structs and operators within each other; far more than people write, and safe for the stack. */
const MAX_DEPTH = 200;

export class TokenStream {
  index = 0;
  readonly source: CdefSource;
  readonly #tokens: readonly Token[];
  #depth = 0;

  constructor(source: CdefSource, tokens: readonly Token[]) {
    this.source = source;
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.index + ahead];
  }

  /** Text of the next token; empty at the end. */
  get text(): string {
    return this.#tokens[this.index]?.text ?? "";
  }

  /** Offset of the next token, or of the end. */
  get start(): number {
    return this.#tokens[this.index]?.start ?? this.#tokens.at(-1)?.end ?? 0;
  }

  get atEnd(): boolean {
    return this.index >= this.#tokens.length;
  }

  next(): Token {
    const token = this.#tokens[this.index];
    if (token === undefined) this.fail("CDEF_SYNTAX", "unexpected end of the declarations");
    this.index += 1;
    return token;
  }

  accept(text: string): boolean {
    if (this.#tokens[this.index]?.text !== text) return false;
    this.index += 1;
    return true;
  }

  expect(text: string): Token {
    if (this.text !== text) this.unexpected(`expected ${quote(text)}`);
    return this.next();
  }

  /** Read something that may hold itself. */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.fail("CDEF_TOO_COMPLEX", `more than ${MAX_DEPTH} levels within each other`);
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** `expected ";" before "int"` */
  unexpected(problem: string, hint?: string): never {
    const before = this.atEnd ? "the end" : quote(this.text, 40);
    this.fail("CDEF_SYNTAX", `${problem} before ${before}`, hint);
  }

  fail(code: ErrorCode, problem: string, hint?: string): never {
    this.source.fail(code, this.start, problem, hint);
  }
}
