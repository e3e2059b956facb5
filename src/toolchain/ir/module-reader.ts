/** Reading what stands at the top of a module: globals, function headers, groups of attributes, metadata. */

import { InstructionReader } from "./instruction-reader.ts";
import type {
  Attachment,
  Attribute,
  Block,
  FunctionHeader,
  GlobalAlias,
  GlobalVariable,
  Instruction,
  MetadataNode,
  Parameter,
  TypedValue,
} from "./model.ts";
import { unsupported } from "./refusals.ts";

const LINKAGE: ReadonlySet<string> = new Set(
  (
    "private internal available_externally linkonce weak common appending extern_weak linkonce_odr weak_odr external " +
    "dso_local dso_preemptable default hidden protected dllimport dllexport"
  ).split(" "),
);

/** Words of a variable that stand before its type. */
const VARIABLE_WORDS: ReadonlySet<string> = new Set([
  ...LINKAGE,
  "unnamed_addr",
  "local_unnamed_addr",
  "externally_initialized",
]);

export class ModuleReader extends InstructionReader {
  /** `@x = ...`; the current token is the name. */
  global(): GlobalVariable | GlobalAlias {
    const name = this.take("global", "a name");
    this.expect("=");
    const words: string[] = [];
    let addressSpace = 0;
    for (;;) {
      if (this.is("thread_local")) {
        this.advance();
        words.push(this.is("(") ? `thread_local(${this.parenthesized()})` : "thread_local");
      } else if (this.is("addrspace")) addressSpace = this.addressSpace();
      else if (this.kind === "word" && VARIABLE_WORDS.has(this.text)) {
        words.push(this.text);
        this.advance();
      } else break;
    }
    if (this.is("alias") || this.is("ifunc")) {
      const kind = this.take("word", "alias") === "alias" ? "alias" : "ifunc";
      const type = this.type();
      this.expect(",");
      return { kind, name, words, type, target: this.#aliasTarget() };
    }
    const isConstant = this.is("constant");
    if (!isConstant && !this.is("global")) throw this.fail('expected "global"');
    this.advance();
    const type = this.type();
    const isDeclaration = words.some((word) => word === "external" || word === "extern_weak");
    const initializer = isDeclaration ? undefined : this.value(type);
    return { kind: "variable", name, words, addressSpace, isConstant, type, initializer, ...this.#variableTail() };
  }

  /** After `define` or `declare`, up to the body. */
  functionHeader(): FunctionHeader {
    const early: Attachment[] = [];
    // Declarations carry their metadata here.
    while (this.kind === "metadata") early.push(this.attachment());
    const linkage = this.words(LINKAGE);
    const convention = this.convention();
    const resultAttributes = this.attributes();
    const result = this.type();
    const name = this.take("global", "a function's name");
    const { parameters, isVariadic } = this.#parameters();
    return {
      name,
      linkage,
      convention,
      resultAttributes,
      result,
      parameters,
      isVariadic,
      ...this.#functionTail(early),
    };
  }

  /** The body of a function; the current token is its `{`. */
  body(header: FunctionHeader): Block[] {
    this.expect("{");
    const blocks: Block[] = [];
    let label: string | undefined;
    let instructions: Instruction[] = [];
    // The first block has the number after the parameters without names.
    const first = String(header.parameters.filter(({ name }) => name === undefined || /^%\d/.test(name)).length);
    const close = (): void => {
      if (label !== undefined || instructions.length > 0) blocks.push({ label: label ?? first, instructions });
      instructions = [];
    };
    while (!this.is("}")) {
      if (this.kind === "end") throw this.fail('expected "}"');
      if (this.kind === "label") {
        close();
        label = this.text;
        this.advance();
      } else if (this.kind === "group") this.#skipLine();
      else if (this.is("uselistorder")) this.#skipLine();
      else instructions.push(this.instruction());
    }
    close();
    this.advance();
    return blocks;
  }

  /** `attributes #0 = { ... }`; the current token is the word. */
  attributeGroup(): { readonly group: string; readonly attributes: readonly Attribute[] } {
    this.expect("attributes");
    const group = this.take("group", "a group of attributes");
    this.expect("=");
    this.expect("{");
    const attributes = this.attributes();
    this.expect("}");
    return { group, attributes };
  }

  /** `!{...}` after the sign of equality; undefined for a node of debug information. */
  metadataNode(): MetadataNode | undefined {
    const isDistinct = this.eat("distinct");
    const sign = this.take("metadata", "metadata");
    if (sign !== "!") {
      this.parenthesized();
      return undefined;
    }
    this.expect("{");
    const elements: TypedValue[] = [];
    while (!this.is("}")) {
      if (elements.length > 0) this.expect(",");
      elements.push(this.#metadataElement());
    }
    this.advance();
    return { isDistinct, elements };
  }

  #metadataElement(): TypedValue {
    const metadata = { kind: "metadata", text: "metadata" } as const;
    if (this.kind === "metadata") return { type: metadata, value: { kind: "metadata", text: this.metadataText() } };
    if (this.eat("null")) return { type: metadata, value: { kind: "metadata", text: "null" } };
    return this.typedValue();
  }

  #aliasTarget(): TypedValue {
    if (this.startsType) return this.typedValue();
    // A constant expression stands without its type.
    const type = { kind: "pointer", addressSpace: 0, text: "i8*" } as const;
    return { type, value: this.value(type) };
  }

  #parameters(): { readonly parameters: readonly Parameter[]; readonly isVariadic: boolean } {
    this.expect("(");
    const parameters: Parameter[] = [];
    let isVariadic = false;
    while (!this.is(")")) {
      if (parameters.length > 0) this.expect(",");
      if (this.eat("...")) {
        isVariadic = true;
        break;
      }
      const type = this.type();
      const attributes = this.attributes();
      const name = this.kind === "local" ? this.take("local", "a name") : undefined;
      parameters.push({ type, attributes, name });
    }
    this.expect(")");
    return { parameters, isVariadic };
  }

  #functionTail(
    early: readonly Attachment[],
  ): Pick<FunctionHeader, "attributes" | "groups" | "tail" | "data" | "attachments"> {
    const attributes: Attribute[] = [];
    const groups: string[] = [];
    const tail: string[] = [];
    const data: { word: "prefix" | "prologue" | "personality"; operand: TypedValue }[] = [];
    const attachments = [...early];
    for (;;) {
      const { kind, text } = this;
      if (kind === "group") {
        groups.push(text);
        this.advance();
      } else if (kind === "metadata" && early.length === 0 && this.#isAttachment()) attachments.push(this.attachment());
      else if (text === "unnamed_addr" || text === "local_unnamed_addr") {
        tail.push(text);
        this.advance();
      } else if (text === "section" || text === "gc" || text === "partition") {
        this.advance();
        const name = this.take("string", "a name");
        if (text !== "partition") tail.push(`${text} ${name}`);
      } else if (text === "comdat") tail.push(this.#comdat());
      else if (text === "align") {
        this.advance();
        tail.push(`align ${this.number("an alignment")}`);
      } else if (text === "addrspace") this.addressSpace();
      else if (text === "prefix" || text === "prologue" || text === "personality") {
        this.advance();
        data.push({ word: text, operand: this.typedValue() });
      } else {
        const more = kind === "word" || kind === "string" ? this.attributes() : [];
        if (more.length === 0) return { attributes, groups, tail, data, attachments };
        attributes.push(...more);
      }
    }
  }

  /** `!dbg !5` and no `!5 = ...` of the next line. */
  #isAttachment(): boolean {
    return /^![A-Za-z]/.test(this.text) && !/^\s*=/.test(this.source.slice(this.position, this.position + 4));
  }

  #variableTail(): Pick<GlobalVariable, "tail" | "groups"> {
    const tail: string[] = [];
    const groups: string[] = [];
    while (this.eat(",")) {
      const { text } = this;
      if (this.kind === "metadata") {
        // It ties a section to another one, for the linker to drop both or none.
        if (this.attachment().kind === "associated") throw unsupported("a variable that lives as long as another");
      } else if (text === "section") {
        this.advance();
        tail.push(`section ${this.take("string", "a section")}`);
      } else if (text === "align") {
        this.advance();
        tail.push(`align ${this.number("an alignment")}`);
      } else if (text === "comdat") tail.push(this.#comdat());
      else if (text === "partition" || text === "code_model") {
        // Where the linker may split the file; how far code may reach, which the model of the whole module says too.
        this.advance();
        this.take("string", "a name");
      } else if (/^(?:no_)?sanitize_\w+$/.test(text)) this.advance();
      else throw unsupported(`"${text}" of a global variable`);
    }
    while (this.kind === "group") {
      groups.push(this.text);
      this.advance();
    }
    return { tail, groups };
  }

  #comdat(): string {
    this.expect("comdat");
    if (!this.eat("(")) return "comdat";
    const name = this.take("comdat", "a comdat");
    this.expect(")");
    return `comdat(${name})`;
  }

  /** Debug records and orders of uses: one line each. */
  #skipLine(): void {
    const end = this.source.indexOf("\n", this.start);
    this.moveTo(end === -1 ? this.source.length : end + 1);
  }
}
