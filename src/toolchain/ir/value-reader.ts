/** Reading types, attributes and constants: what instructions and globals are made of. */
import { Lexer } from "./lexer.ts";
import type { Attachment, Attribute, TypedValue, Value } from "./model.ts";
import { unsupported } from "./refusals.ts";
import {
  functionType,
  integerType,
  type NamedType,
  POINTER,
  pointerType,
  sequenceType,
  simpleType,
  structType,
  type Type,
} from "./types.ts";

const CASTS: ReadonlySet<string> = new Set([
  "bitcast",
  "addrspacecast",
  "inttoptr",
  "ptrtoint",
  "ptrtoaddr",
  "trunc",
  "zext",
  "sext",
  "fptrunc",
  "fpext",
]);

const OPERATIONS: ReadonlySet<string> = new Set(["add", "sub", "mul", "xor", "and", "or", "shl", "lshr", "ashr"]);

const LITERALS: ReadonlySet<string> = new Set(["true", "false", "null", "undef", "poison", "zeroinitializer", "none"]);

/** Words that begin a value; other words before one are attributes. */
const VALUE_WORDS: ReadonlySet<string> = new Set([
  ...LITERALS,
  ...CASTS,
  ...OPERATIONS,
  "getelementptr",
  "icmp",
  "fcmp",
  "select",
  "extractelement",
  "insertelement",
  "shufflevector",
  "blockaddress",
  "dso_local_equivalent",
  "no_cfi",
  "splat",
  "asm",
]);

/** Attributes whose parentheses hold a type. */
const TYPED_ATTRIBUTES: ReadonlySet<string> = new Set([
  "sret",
  "byval",
  "byref",
  "inalloca",
  "preallocated",
  "elementtype",
]);

/** Deeper nesting than any compiler writes. */
const MAX_DEPTH = 200;

export class ValueReader extends Lexer {
  /** Named types, for the layout of their fields. */
  readonly namedTypes: Map<string, Type> = new Map();
  #depth = 0;

  is(text: string): boolean {
    return this.text === text && this.kind !== "string" && this.kind !== "end";
  }

  eat(text: string): boolean {
    if (!this.is(text)) return false;
    this.advance();
    return true;
  }

  expect(text: string): void {
    if (!this.eat(text)) throw this.fail(`expected "${text}"`);
  }

  /** The text of a token of this kind. */
  take(kind: Lexer["kind"], what: string): string {
    if (this.kind !== kind) throw this.fail(`expected ${what}`);
    const { text } = this;
    this.advance();
    return text;
  }

  /** The words among these, in the order in which they stand. */
  words(allowed: ReadonlySet<string>): string[] {
    const found: string[] = [];
    while (this.kind === "word" && allowed.has(this.text)) {
      found.push(this.text);
      this.advance();
    }
    return found;
  }

  number(what: string): number {
    const text = this.take("number", what);
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 0) throw this.fail(`expected ${what}, read ${text}`);
    return value;
  }

  /** `addrspace(1)`, or 0. */
  addressSpace(): number {
    if (!this.eat("addrspace")) return 0;
    this.expect("(");
    const space = this.number("an address space");
    this.expect(")");
    return space;
  }

  /** Whether a type comes next. */
  get startsType(): boolean {
    const { kind, text } = this;
    if (kind === "word")
      return text === "ptr" || simpleType(text) !== undefined || /^i[1-9]\d*$/.test(text) || text === "opaque";
    return (kind === "mark" && (text === "[" || text === "<" || text === "{")) || kind === "local";
  }

  type(): Type {
    this.#enter();
    let type = this.#bareType();
    while (this.is("(")) type = this.#functionType(type);
    this.#depth--;
    return type;
  }

  typedValue(): TypedValue {
    const type = this.type();
    return { type, value: this.value(type) };
  }

  value(type: Type): Value {
    this.#enter();
    const value = this.#value(type);
    this.#depth--;
    return value;
  }

  attributes(): Attribute[] {
    const found: Attribute[] = [];
    for (;;) {
      const attribute = this.#attribute();
      if (attribute === undefined) return found;
      found.push(attribute);
    }
  }

  /** `, !tbaa !7, !prof !8` */
  attachments(): Attachment[] {
    const found: Attachment[] = [];
    while (this.is(",")) {
      this.advance();
      found.push(this.attachment());
    }
    return found;
  }

  attachment(): Attachment {
    const kind = this.take("metadata", "metadata").slice(1);
    return { kind, node: this.metadataText() };
  }

  /** `!7`, or a node written in place, whose text nobody needs. */
  metadataText(): string {
    const text = this.take("metadata", "metadata");
    if (text === "!") {
      if (this.kind === "string") {
        const string = this.text;
        this.advance();
        return `!${string}`;
      }
      this.#skipBalanced("{", "}");
      return "!{}";
    }
    // !DIExpression(), !DIArgList(...)
    if (this.is("(")) {
      this.#skipBalanced("(", ")");
      return "!{}";
    }
    return text;
  }

  /** What stands between the parentheses that come next, without them. */
  parenthesized(): string {
    if (!this.is("(")) throw this.fail('expected "("');
    const start = this.start + 1;
    this.#skipBalanced("(", ")", false);
    const text = this.source.slice(start, this.start);
    this.advance();
    return text;
  }

  #skipBalanced(open: string, close: string, andLast = true): void {
    let depth = 0;
    for (;;) {
      if (this.kind === "end") throw this.fail(`expected "${close}"`);
      if (this.is(open)) depth++;
      if (this.is(close) && --depth === 0) break;
      this.advance();
    }
    if (andLast) this.advance();
  }

  #enter(): void {
    if (++this.#depth > MAX_DEPTH) throw this.fail(`values nest deeper than ${MAX_DEPTH}`);
  }

  #bareType(): Type {
    const { kind, text } = this;
    if (kind === "local") {
      this.advance();
      const type: NamedType = { kind: "named", text };
      return type;
    }
    if (kind === "word") {
      const type = this.#wordType(text);
      if (type !== undefined) return type;
    }
    if (this.eat("[")) return this.#sequence("array", "]");
    if (this.eat("{")) return structType(this.#fields("}"), false);
    if (this.eat("<")) {
      if (!this.eat("{")) return this.#sequence("vector", ">");
      const fields = this.#fields("}");
      this.expect(">");
      return structType(fields, true);
    }
    throw this.fail("expected a type");
  }

  #wordType(word: string): Type | undefined {
    if (word === "bfloat") throw unsupported('the type "bfloat"');
    const simple = simpleType(word);
    if (simple !== undefined) {
      this.advance();
      return simple;
    }
    if (word === "ptr") {
      this.advance();
      const space = this.addressSpace();
      return space === 0 ? POINTER : pointerType(space);
    }
    if (word === "target" || word === "x86_amx" || word === "x86_mmx") throw unsupported(`the type "${word}"`);
    const bits = /^i([1-9]\d{0,6})$/.exec(word)?.[1];
    if (bits === undefined) return undefined;
    this.advance();
    return integerType(Number(bits));
  }

  #sequence(kind: "array" | "vector", close: string): Type {
    if (this.is("vscale")) throw unsupported("a vector whose length the processor chooses");
    const count = this.number("a length");
    this.expect("x");
    const element = this.type();
    this.expect(close);
    return sequenceType(kind, count, element);
  }

  #fields(close: string): Type[] {
    const fields: Type[] = [];
    while (!this.is(close)) {
      if (fields.length > 0) this.expect(",");
      fields.push(this.type());
    }
    this.advance();
    return fields;
  }

  #functionType(result: Type): Type {
    this.expect("(");
    const parameters: Type[] = [];
    let isVariadic = false;
    while (!this.is(")")) {
      if (parameters.length > 0) this.expect(",");
      if (this.eat("...")) {
        isVariadic = true;
        break;
      }
      parameters.push(this.type());
    }
    this.expect(")");
    return functionType(result, parameters, isVariadic);
  }

  #value(type: Type): Value {
    const { kind, text } = this;
    switch (kind) {
      case "local":
        this.advance();
        return { kind: "local", name: text };
      case "global":
        this.advance();
        return { kind: "global", name: text };
      case "number":
        this.advance();
        return { kind: "literal", text };
      case "characters":
        this.advance();
        return { kind: "characters", text };
      case "metadata":
        return { kind: "metadata", text: this.metadataText() };
      case "word":
        return this.#wordValue(text, type);
      case "mark":
        return this.#aggregate();
      default:
        throw this.fail("expected a value");
    }
  }

  #aggregate(): Value {
    if (this.eat("[")) return { kind: "aggregate", form: "array", elements: this.#elements("]") };
    if (this.eat("{")) return { kind: "aggregate", form: "struct", elements: this.#elements("}") };
    if (!this.eat("<")) throw this.fail("expected a value");
    if (!this.eat("{")) return { kind: "aggregate", form: "vector", elements: this.#elements(">") };
    const elements = this.#elements("}");
    this.expect(">");
    return { kind: "aggregate", form: "packed", elements };
  }

  #elements(close: string): TypedValue[] {
    const elements: TypedValue[] = [];
    while (!this.is(close)) {
      if (elements.length > 0) this.expect(",");
      elements.push(this.typedValue());
    }
    this.advance();
    return elements;
  }

  #wordValue(word: string, type: Type): Value {
    if (type.kind === "metadata") {
      // `metadata i32 5`: only debug records write it.
      const { value } = this.typedValue();
      return value;
    }
    if (LITERALS.has(word)) {
      this.advance();
      return { kind: "literal", text: word };
    }
    this.advance();
    if (word === "splat") {
      this.expect("(");
      const element = this.typedValue();
      this.expect(")");
      return { kind: "splat", element };
    }
    if (word === "getelementptr") return this.#addressValue();
    if (CASTS.has(word)) {
      this.#skipFlags();
      this.expect("(");
      const operand = this.typedValue();
      this.expect("to");
      const to = this.type();
      this.expect(")");
      return { kind: "cast", opcode: word, operand, to };
    }
    if (OPERATIONS.has(word)) {
      this.#skipFlags();
      this.expect("(");
      return { kind: "operation", opcode: word, operands: this.#elements(")") };
    }
    if (word === "blockaddress") {
      this.expect("(");
      const name = this.take("global", "a function");
      this.expect(",");
      const block = this.take("local", "a label");
      this.expect(")");
      return { kind: "blockaddress", function: name, block };
    }
    if (word === "dso_local_equivalent" || word === "no_cfi")
      return { kind: "global", name: this.take("global", "a function") };
    if (word === "asm") return this.#asm();
    throw unsupported(`the constant "${word}"`);
  }

  #addressValue(): Value {
    let isInbounds = false;
    while (this.kind === "word") {
      isInbounds ||= this.text === "inbounds";
      const isRange = this.text === "inrange";
      this.advance();
      if (isRange && this.is("(")) this.parenthesized();
    }
    this.expect("(");
    const source = this.type();
    this.expect(",");
    return { kind: "address", isInbounds, source, operands: this.#elements(")") };
  }

  #asm(): Value {
    const flags = this.words(new Set(["sideeffect", "alignstack", "inteldialect", "unwind"]));
    const template = this.take("string", "assembly");
    this.expect(",");
    return { kind: "asm", flags, template, constraints: this.take("string", "constraints") };
  }

  /** Promises of no overflow in a constant: without them it is the same number. */
  #skipFlags(): void {
    while (this.kind === "word" && (this.text === "nuw" || this.text === "nsw" || this.text === "exact"))
      this.advance();
  }

  #attribute(): Attribute | undefined {
    const { kind, text } = this;
    // Attributes end with their line: what follows a call is the next instruction.
    if (this.startsLine) return undefined;
    if (kind === "string") {
      this.advance();
      return this.eat("=") ? { name: text, argument: this.take("string", "a value") } : { name: text };
    }
    if (kind !== "word" || VALUE_WORDS.has(text) || ATTRIBUTE_ENDS.has(text) || this.startsType) return undefined;
    this.advance();
    if (TYPED_ATTRIBUTES.has(text)) {
      this.expect("(");
      const type = this.type();
      this.expect(")");
      return { name: text, type };
    }
    if (this.is("(")) return { name: text, argument: this.parenthesized() };
    if (this.is("=")) {
      this.advance();
      return { name: text, argument: this.take("number", "a number") };
    }
    if (text === "align" && this.kind === "number")
      return { name: text, argument: String(this.number("an alignment")) };
    return { name: text };
  }
}

/** Words of a function's header and of calls that are no attributes. */
const ATTRIBUTE_ENDS: ReadonlySet<string> = new Set([
  "unnamed_addr",
  "local_unnamed_addr",
  "section",
  "partition",
  "comdat",
  "gc",
  "prefix",
  "prologue",
  "personality",
  "addrspace",
  "to",
  "unwind",
  "within",
]);
