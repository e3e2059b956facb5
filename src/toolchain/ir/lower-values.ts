/** Values as LLVM 13 writes them: pointers get types, and constants that it lacks become ones that it has. */
import type { Layout } from "./layout.ts";
import type { TypedValue, Value } from "./model.ts";
import { invalid, unsupported } from "./refusals.ts";
import { addressSpaceOf, pointerTo, type Type } from "./types.ts";

export interface KnownSymbol {
  /** What lies at the address: `i32`, `i32 (i8*, ...)`. */
  readonly pointee: string;
  readonly addressSpace: number;
}

/** `%12` -> `%$12`: inserted instructions would break the numbering. A name that begins with `$` gets another one. */
export function localName(name: string): string {
  const code = name.charCodeAt(1);
  if ((code >= 48 && code <= 57) || code === DOLLAR) return `%$${name.slice(1)}`;
  return code === QUOTE && name.charCodeAt(2) === DOLLAR ? `%"$${name.slice(2)}` : name;
}

const DOLLAR = 36;
const QUOTE = 34;

/** A vector of `count` times the same element, or the element alone. */
function likeVector(type: Type, element: string): string {
  return type.kind === "vector" ? `<${type.count} x ${element}>` : element;
}

export class ValueLowering {
  readonly layout: Layout;
  readonly symbols: ReadonlyMap<string, KnownSymbol>;

  constructor(layout: Layout, symbols: ReadonlyMap<string, KnownSymbol>) {
    this.layout = layout;
    this.symbols = symbols;
  }

  /** Type and value: `i8* %$3`. */
  typed({ type, value }: TypedValue): string {
    return `${type.text} ${this.text(type, value)}`;
  }

  /** The value alone. */
  text(type: Type, value: Value): string {
    switch (value.kind) {
      case "local":
        return localName(value.name);
      case "literal":
      case "characters":
        return value.text;
      case "metadata":
        return value.text;
      case "global":
        return this.#symbolText(value.name, type.text);
      case "aggregate":
        return this.#aggregateText(value.form, value.elements);
      case "splat": {
        if (type.kind !== "vector") throw invalid("splat of something that is no vector");
        return `<${new Array<string>(type.count).fill(this.typed(value.element)).join(", ")}>`;
      }
      case "address":
        return this.#addressText(value);
      case "cast":
        return this.#castText(value.opcode, value.operand, value.to);
      case "operation":
        return `${value.opcode} (${value.operands.map((operand) => this.typed(operand)).join(", ")})`;
      case "blockaddress":
        return `blockaddress(${value.function}, ${localName(value.block)})`;
      case "asm":
        throw invalid("assembly that is no callee");
    }
  }

  /**
   * A constant pointer as a pointer to `pointee`: `i32* @x`, `i8* bitcast (...)`. Undefined for what only an instruction
   * can cast.
   */
  constantPointer(type: Type, value: Value, pointee: string): string | undefined {
    const space = addressSpaceOf(type);
    if (space === undefined) throw invalid(`an address of the type "${type.text}"`);
    const wanted = likeVector(type, pointerTo(pointee, space));
    if (value.kind === "local") return wanted === type.text ? `${wanted} ${localName(value.name)}` : undefined;
    if (value.kind === "literal") return `${wanted} ${value.text}`;
    if (value.kind === "global") return `${wanted} ${this.#symbolText(value.name, wanted)}`;
    const text = this.text(type, value);
    return wanted === type.text ? `${wanted} ${text}` : `${wanted} bitcast (${type.text} ${text} to ${wanted})`;
  }

  /** The value of a global variable, whose memory may hold padding. */
  initializer(type: Type, value: Value): string {
    const placement = this.layout.placement(type);
    if (value.kind !== "aggregate" || placement.text === type.text) {
      const { padded } = placement;
      if (padded === undefined || value.kind !== "aggregate") return this.text(type, value);
      return this.#paddedText(value.elements, padded);
    }
    if (placement.padded !== undefined) return this.#paddedText(value.elements, placement.padded);
    const inner = value.elements.map(
      (element) => `${this.layout.placement(element.type).text} ${this.initializer(element.type, element.value)}`,
    );
    return `[${inner.join(", ")}]`;
  }

  /**
   * The type that indices lead to, and the indices as memory has them.
   *
   * @param indices Without the first, which steps over whole objects.
   */
  walk(
    source: Type,
    indices: readonly TypedValue[],
  ): { readonly pointee: string; readonly indices: readonly string[] } {
    let type = source;
    const texts = indices.map((index) => {
      const inner = this.layout.resolve(type);
      if (inner.kind === "array" || inner.kind === "vector") {
        type = inner.element;
        return this.typed(index);
      }
      if (inner.kind !== "struct") throw invalid(`an index into "${inner.text}"`);
      const number = constantIndex(index);
      const field = inner.fields[number];
      if (field === undefined) throw invalid(`field ${number} of "${inner.text}"`);
      const moved = this.layout.placement(type).fields?.[number] ?? number;
      type = field;
      if (index.type.kind !== "vector") return `${index.type.text} ${moved}`;
      if (moved !== number) throw unsupported("a vector of addresses in a struct whose fields move");
      return this.typed(index);
    });
    return { pointee: this.layout.placement(type).text, indices: texts };
  }

  #symbolText(name: string, wanted: string): string {
    const symbol = this.symbols.get(name);
    if (symbol === undefined) throw invalid(`the symbol "${name}", which nobody declares`);
    const own = pointerTo(symbol.pointee, symbol.addressSpace);
    return own === wanted ? name : `bitcast (${own} ${name} to ${wanted})`;
  }

  #aggregateText(form: "array" | "struct" | "packed" | "vector", elements: readonly TypedValue[]): string {
    if (form === "array") return `[${elements.map((element) => this.#memberText(element)).join(", ")}]`;
    if (form === "vector") return `<${elements.map((element) => this.typed(element)).join(", ")}>`;
    const inner = `{ ${elements.map((element) => this.#memberText(element)).join(", ")} }`;
    return form === "packed" ? `<${inner}>` : inner;
  }

  /** A named struct within another constant has padding wherever it stands. */
  #memberText({ type, value }: TypedValue): string {
    const { padded } = this.layout.placement(type);
    const isPadded = type.kind === "named" && padded !== undefined && value.kind === "aggregate";
    return `${type.text} ${isPadded ? this.#paddedText(value.elements, padded) : this.text(type, value)}`;
  }

  #paddedText(
    elements: readonly TypedValue[],
    padded: readonly ({ kind: "field"; index: number } | { kind: "padding"; text: string })[],
  ): string {
    const parts = padded.map((field) => {
      if (field.kind === "padding") return `${field.text} zeroinitializer`;
      const element = elements[field.index];
      if (element === undefined) throw invalid(`a constant without field ${field.index}`);
      return `${this.layout.placement(element.type).text} ${this.initializer(element.type, element.value)}`;
    });
    return `<{ ${parts.join(", ")} }>`;
  }

  #addressText({ isInbounds, source, operands }: Extract<Value, { kind: "address" }>): string {
    const [base, ...indices] = operands;
    const [first, ...rest] = indices;
    if (base === undefined || first === undefined) throw invalid("an address without operands");
    const { text: sourceText } = this.layout.placement(source);
    const pointer = this.constantPointer(base.type, base.value, sourceText);
    if (pointer === undefined) throw invalid("a constant made of a local value");
    const { pointee, indices: texts } = this.walk(source, rest);
    const text = `getelementptr ${isInbounds ? "inbounds " : ""}(${[sourceText, pointer, this.typed(first), ...texts].join(", ")})`;
    const space = addressSpaceOf(base.type) ?? 0;
    if (base.type.kind === "vector" || [first, ...rest].some(({ type }) => type.kind === "vector")) {
      throw unsupported("a constant vector of addresses");
    }
    return pointee === "i8" ? text : `bitcast (${pointerTo(pointee, space)} ${text} to ${pointerTo("i8", space)})`;
  }

  #castText(opcode: string, operand: TypedValue, to: Type): string {
    const word = opcode === "ptrtoaddr" ? "ptrtoint" : opcode;
    if (word === "bitcast" && operand.type.text === to.text) return this.text(operand.type, operand.value);
    return `${word} (${this.typed(operand)} to ${to.text})`;
  }
}

/** A field number: an integer, or a vector of the same one. */
function constantIndex({ value }: TypedValue): number {
  if (value.kind === "literal") return value.text === "zeroinitializer" ? 0 : Number(value.text);
  if (value.kind === "splat") return constantIndex(value.element);
  throw invalid("a field number that is no constant");
}
