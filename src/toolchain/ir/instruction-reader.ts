/** Reading one instruction. */
import type { Argument, Attribute, Bundle, Call, Instruction, Operation, TypedValue, Value } from "./model.ts";
import { unsupported } from "./refusals.ts";
import type { Type } from "./types.ts";
import { ValueReader } from "./value-reader.ts";

const BINARY: ReadonlySet<string> = new Set(
  "add sub mul udiv sdiv urem srem shl lshr ashr and or xor fadd fsub fmul fdiv frem".split(" "),
);

const CASTS: ReadonlySet<string> = new Set(
  "trunc zext sext fptrunc fpext fptoui fptosi uitofp sitofp ptrtoint ptrtoaddr inttoptr bitcast addrspacecast".split(
    " ",
  ),
);

export const FAST_MATH: ReadonlySet<string> = new Set("nnan ninf nsz arcp contract afn reassoc fast".split(" "));

const FLAGS: ReadonlySet<string> = new Set([
  ...FAST_MATH,
  "nuw",
  "nsw",
  "exact",
  "disjoint",
  "nneg",
  "samesign",
  "inbounds",
  "nusw",
]);

const TAILS: ReadonlySet<string> = new Set(["tail", "musttail", "notail"]);

const CALL_CONVENTION =
  /^(?:cc|cfguard_checkcc|swift(?:tail)?cc|preserve_(?:most|all|none)cc|anyregcc|(?:arm|aarch64|win64|x86|intel|spir|ptx|amdgpu)_\w*(?:cc|pcs)|(?:c|fast|cold|tail|ghc|graal|m68k_rt|win64|cxx_fast_tls|webkit_js)cc|aarch64_\w+_pcs|x86_\w+call)$/;

const ORDERINGS: ReadonlySet<string> = new Set(["unordered", "monotonic", "acquire", "release", "acq_rel", "seq_cst"]);

export class InstructionReader extends ValueReader {
  /** One instruction; the current token is its first. */
  instruction(): Instruction {
    let result: string | undefined;
    if (this.kind === "local") {
      result = this.text;
      this.advance();
      this.expect("=");
    }
    const operation = this.#operation();
    return { result, operation, attachments: this.attachments() };
  }

  /** `fastcc`, `cc 10`, or nothing. */
  convention(): string {
    if (this.kind !== "word" || !CALL_CONVENTION.test(this.text)) return "";
    const { text } = this;
    this.advance();
    return text === "cc" ? `cc ${this.number("a calling convention")}` : text;
  }

  #operation(): Operation {
    const opcode = this.take("word", "an instruction");
    if (BINARY.has(opcode)) {
      const flags = this.words(FLAGS);
      const left = this.typedValue();
      this.expect(",");
      return { kind: "binary", opcode, flags, left, right: this.value(left.type) };
    }
    if (CASTS.has(opcode)) {
      const flags = this.words(FLAGS);
      const operand = this.typedValue();
      this.expect("to");
      return { kind: "cast", opcode, flags, operand, to: this.type() };
    }
    switch (opcode) {
      case "fneg":
        return { kind: "negation", flags: this.words(FLAGS), operand: this.typedValue() };
      case "icmp":
      case "fcmp":
        return this.#comparison(opcode);
      case "select":
      case "extractelement":
      case "insertelement":
      case "shufflevector":
        return { kind: "plain", opcode, flags: this.words(FLAGS), operands: this.#operands(), indices: [] };
      case "freeze":
      case "resume":
        return { kind: "plain", opcode, flags: [], operands: [this.typedValue()], indices: [] };
      case "extractvalue":
      case "insertvalue":
        return this.#withIndices(opcode, opcode === "extractvalue" ? 1 : 2);
      case "ret": {
        const type = this.type();
        const operands = type.kind === "void" ? [] : [{ type, value: this.value(type) }];
        return { kind: "plain", opcode, flags: [], operands, indices: [] };
      }
      case "va_arg": {
        const operand = this.typedValue();
        this.expect(",");
        return { kind: "plain", opcode, flags: [], operands: [operand], indices: [], to: this.type() };
      }
      case "phi":
        return this.#phi();
      case "alloca":
        return this.#alloca();
      case "load":
        return this.#load();
      case "store":
        return this.#store();
      case "getelementptr": {
        const isInbounds = this.words(FLAGS).includes("inbounds");
        const source = this.type();
        this.expect(",");
        return { kind: "address", isInbounds, source, operands: this.#operands() };
      }
      case "cmpxchg":
        return this.#exchange();
      case "atomicrmw":
        return this.#update();
      case "fence":
        return { kind: "fence", order: this.#order() };
      case "br":
        return this.#branch();
      case "switch":
        return this.#switch();
      case "indirectbr": {
        const address = this.typedValue();
        this.expect(",");
        return { kind: "indirectbr", address, labels: this.#labelList() };
      }
      case "unreachable":
        return { kind: "unreachable" };
      case "landingpad":
        return this.#landingPad();
      case "catchswitch":
      case "catchpad":
      case "cleanuppad":
      case "catchret":
      case "cleanupret":
        return this.#funclet(opcode);
      case "call":
      case "tail":
      case "musttail":
      case "notail":
        return this.#call(opcode);
      case "invoke":
        return this.#invoke();
      default:
        throw unsupported(`the instruction "${opcode}"`);
    }
  }

  #operands(): TypedValue[] {
    const operands = [this.typedValue()];
    while (this.is(",") && this.#typeFollows()) {
      this.advance();
      operands.push(this.typedValue());
    }
    return operands;
  }

  /** After a comma: another operand, or metadata. */
  #typeFollows(): boolean {
    let at = this.position;
    while (this.source.charCodeAt(at) === 32) at++;
    return this.source.charCodeAt(at) !== 33;
  }

  #comparison(opcode: "icmp" | "fcmp"): Operation {
    const flags = this.words(FLAGS);
    const predicate = this.take("word", "a comparison");
    const left = this.typedValue();
    this.expect(",");
    return { kind: "comparison", opcode, flags, predicate, left, right: this.value(left.type) };
  }

  #withIndices(opcode: string, count: number): Operation {
    const operands = [this.typedValue()];
    while (operands.length < count) {
      this.expect(",");
      operands.push(this.typedValue());
    }
    const indices: number[] = [];
    while (this.is(",") && this.#typeFollows()) {
      this.advance();
      indices.push(this.number("a field number"));
    }
    return { kind: "plain", opcode, flags: [], operands, indices };
  }

  #phi(): Operation {
    const flags = this.words(FLAGS);
    const type = this.type();
    const incoming: [Value, string][] = [];
    do {
      this.expect("[");
      const value = this.value(type);
      this.expect(",");
      incoming.push([value, this.#labelName()]);
      this.expect("]");
    } while (this.is(",") && this.#typeFollows() && this.eat(","));
    return { kind: "phi", flags, type, incoming };
  }

  #alloca(): Operation {
    const isInalloca = this.eat("inalloca");
    if (this.is("swifterror")) throw unsupported("a swifterror variable");
    const type = this.type();
    let count: TypedValue | undefined;
    let alignment: string | undefined;
    let addressSpace = 0;
    while (this.is(",") && this.#typeFollows()) {
      this.advance();
      if (this.eat("align")) alignment = String(this.number("an alignment"));
      else if (this.is("addrspace")) addressSpace = this.addressSpace();
      else count = this.typedValue();
    }
    return { kind: "alloca", isInalloca, type, count, alignment, addressSpace };
  }

  #load(): Operation {
    const words = this.words(MEMORY_WORDS);
    const type = this.type();
    this.expect(",");
    const pointer = this.typedValue();
    const order = this.#order();
    return { kind: "load", words, type, pointer, order, alignment: this.#alignment() };
  }

  #store(): Operation {
    const words = this.words(MEMORY_WORDS);
    const value = this.typedValue();
    this.expect(",");
    const pointer = this.typedValue();
    const order = this.#order();
    return { kind: "store", words, value, pointer, order, alignment: this.#alignment() };
  }

  #exchange(): Operation {
    const words = this.words(EXCHANGE_WORDS);
    const [pointer, expected, replacement] = [this.typedValue(), this.#next(), this.#next()];
    return {
      kind: "exchange",
      words,
      pointer,
      expected,
      replacement,
      order: this.#order(),
      alignment: this.#alignment(),
    };
  }

  #update(): Operation {
    const words = this.words(EXCHANGE_WORDS);
    const opcode = this.take("word", "an operation");
    const [pointer, operand] = [this.typedValue(), this.#next()];
    return { kind: "update", words, opcode, pointer, operand, order: this.#order(), alignment: this.#alignment() };
  }

  #next(): TypedValue {
    this.expect(",");
    return this.typedValue();
  }

  #alignment(): string | undefined {
    if (!this.is(",") || !this.#typeFollows()) return undefined;
    this.advance();
    this.expect("align");
    return String(this.number("an alignment"));
  }

  /** `syncscope("singlethread") seq_cst`, or nothing. */
  #order(): string {
    const parts: string[] = [];
    if (this.eat("syncscope")) parts.push(`syncscope(${this.parenthesized()})`);
    while (this.kind === "word" && ORDERINGS.has(this.text)) {
      parts.push(this.text);
      this.advance();
    }
    return parts.join(" ");
  }

  #labelName(): string {
    return this.take("local", "a label");
  }

  #label(): string {
    this.expect("label");
    return this.#labelName();
  }

  #labelList(): string[] {
    this.expect("[");
    const labels: string[] = [];
    while (!this.is("]")) {
      if (labels.length > 0) this.expect(",");
      labels.push(this.#label());
    }
    this.advance();
    return labels;
  }

  #branch(): Operation {
    if (this.is("label")) return { kind: "branch", condition: undefined, labels: [this.#label()] };
    const condition = this.typedValue();
    const labels: string[] = [];
    while (labels.length < 2) {
      this.expect(",");
      labels.push(this.#label());
    }
    return { kind: "branch", condition, labels };
  }

  #switch(): Operation {
    const operand = this.typedValue();
    this.expect(",");
    const fallback = this.#label();
    this.expect("[");
    const cases: [TypedValue, string][] = [];
    while (!this.is("]")) {
      const value = this.typedValue();
      this.expect(",");
      cases.push([value, this.#label()]);
    }
    this.advance();
    return { kind: "switch", operand, fallback, cases };
  }

  #landingPad(): Operation {
    const type = this.type();
    const isCleanup = this.eat("cleanup");
    const clauses: { word: string; operand: TypedValue }[] = [];
    while (this.is("catch") || this.is("filter")) {
      const word = this.take("word", "a clause");
      clauses.push({ word, operand: this.typedValue() });
    }
    return { kind: "landingpad", type, isCleanup, clauses };
  }

  #funclet(opcode: string): Operation {
    const token = { kind: "token", text: "token" } as const;
    const words = {
      catchswitch: "within",
      catchpad: "within",
      cleanuppad: "within",
      catchret: "from",
      cleanupret: "from",
    };
    this.expect(words[opcode as keyof typeof words]); // one of the five, by the caller's switch
    const parent = this.value(token);
    const labels: string[] = [];
    const args: TypedValue[] = [];
    let unwind: string | undefined;
    if (opcode === "catchswitch") labels.push(...this.#labelList());
    if (opcode === "catchpad" || opcode === "cleanuppad") {
      this.expect("[");
      while (!this.is("]")) {
        if (args.length > 0) this.expect(",");
        args.push(this.typedValue());
      }
      this.advance();
    }
    if (opcode === "catchret") {
      this.expect("to");
      labels.push(this.#label());
    }
    if (this.eat("unwind")) {
      if (this.eat("to")) {
        this.expect("caller");
        unwind = "to caller";
      } else unwind = this.#label();
    }
    return { kind: "funclet", opcode, parent, arguments: args, labels, unwind };
  }

  #call(opcode: string): Call {
    const tail = TAILS.has(opcode) ? opcode : "";
    if (tail !== "") this.expect("call");
    const fastMath = this.words(FAST_MATH);
    return { kind: "call", tail, fastMath, ...this.#callee() };
  }

  #invoke(): Call {
    const call = this.#callee();
    this.expect("to");
    const normal = this.#label();
    this.expect("unwind");
    return { kind: "invoke", tail: "", fastMath: [], ...call, normal, unwind: this.#label() };
  }

  #callee(): Omit<Call, "kind" | "tail" | "fastMath"> {
    const convention = this.convention();
    const resultAttributes = this.attributes();
    this.addressSpace();
    const type = this.type();
    const callee = this.value(type);
    const args = this.#arguments();
    const attributes: Attribute[] = [];
    const groups: string[] = [];
    for (;;) {
      if (this.kind === "group") {
        groups.push(this.text);
        this.advance();
        continue;
      }
      const more = this.attributes();
      if (more.length === 0) break;
      attributes.push(...more);
    }
    const result = type.kind === "function" ? type.result : type;
    const fixed = type.kind === "function" && type.isVariadic ? type.parameters : undefined;
    return {
      convention,
      resultAttributes,
      result,
      fixed,
      callee,
      arguments: args,
      attributes,
      groups,
      bundles: this.#bundles(),
    };
  }

  #arguments(): Argument[] {
    this.expect("(");
    const args: Argument[] = [];
    while (!this.is(")")) {
      if (args.length > 0) this.expect(",");
      const type: Type = this.type();
      const attributes = type.kind === "metadata" ? [] : this.attributes();
      args.push({ type, attributes, value: this.value(type) });
    }
    this.advance();
    return args;
  }

  #bundles(): Bundle[] {
    if (!this.eat("[")) return [];
    const bundles: Bundle[] = [];
    while (!this.is("]")) {
      if (bundles.length > 0) this.expect(",");
      const tag = this.take("string", "a bundle's name");
      this.expect("(");
      const operands: TypedValue[] = [];
      while (!this.is(")")) {
        if (operands.length > 0) this.expect(",");
        operands.push(this.typedValue());
      }
      this.advance();
      bundles.push({ tag, operands });
    }
    this.advance();
    return bundles;
  }
}

const MEMORY_WORDS: ReadonlySet<string> = new Set(["atomic", "volatile"]);
const EXCHANGE_WORDS: ReadonlySet<string> = new Set(["weak", "volatile"]);
