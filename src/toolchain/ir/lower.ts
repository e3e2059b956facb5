/**
 * Intermediate code of LLVM 22 as LLVM 13 reads it. clang 22 writes pointers without types and knows attributes, flags and
 * intrinsics that are newer; LLVM 13's code generator wants typed pointers and its own names. Functions are read, lowered
 * and written one by one, so that a module takes little more memory than its text.
 *
 * What would change its meaning is an error. docs/design/0006-lowering-ir.md tells how and why.
 */
import { decodeLatin1, encodeLatin1 } from "../../core/bytes/latin1.ts";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import { AttributePrinter } from "./attribute-printer.ts";
import { FLAG_RULES, KEPT_METADATA } from "./attribute-table.ts";
import { FunctionWriter, type ModuleCollection } from "./function-writer.ts";
import { HiddenSymbols } from "./hidden-symbols.ts";
import { Layout } from "./layout.ts";
import { lowerInstruction } from "./lower-instruction.ts";
import { type KnownSymbol, localName, ValueLowering } from "./lower-values.ts";
import type { FunctionHeader, GlobalAlias, GlobalVariable, MetadataNode } from "./model.ts";
import { ModuleReader } from "./module-reader.ts";
import { invalid, unsupported } from "./refusals.ts";
import { checkHalfPassing, shapeParameters } from "./signature.ts";
import { functionText, type Type } from "./types.ts";

export interface LoweredIr {
  /** Text for LLVM 13. */
  readonly ir: Uint8Array;
  /** What was left out and somebody may miss. */
  readonly findings: readonly Finding[];
}

export interface LowerOptions {
  /** The file it was made from, for messages: `native/hello.c`. */
  readonly source: string;
}

/** @throws {PackwheelError} `IR_INVALID`, `IR_UNSUPPORTED` */
export function lowerIr(ir: Uint8Array, { source }: LowerOptions): LoweredIr {
  const lowering = new ModuleLowering(decodeLatin1(ir));
  try {
    return { ir: encodeLatin1(lowering.run()), findings: lowering.findings(source) };
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    const where = lowering.currentFunction === undefined ? "" : `, function "${lowering.currentFunction.slice(1)}"`;
    throw new PackwheelError(error.code, `${error.message} (${source}${where})`, {
      cause: error,
      hint: error.hint,
      path: source,
    });
  }
}

class ModuleLowering {
  readonly #text: string;
  /** What LLVM reads before all else. */
  readonly #head: string[] = [];
  readonly #output: string[] = [];
  readonly #symbols = new Map<string, KnownSymbol>();
  readonly #named = new Map<string, Type>();
  readonly #metadata = new Map<string, MetadataNode | undefined>();
  readonly #namedMetadata = new Map<string, readonly string[]>();
  readonly #declarations = new Map<string, string>();
  readonly #ownSymbols = new Set<string>();
  #triple = "";
  #hidden = new HiddenSymbols("");
  #hasDebugInformation = false;
  currentFunction: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  findings(source: string): Finding[] {
    if (!this.#hasDebugInformation) return [];
    return [
      {
        code: "IR_DEBUG_INFORMATION_DROPPED",
        severity: "warning",
        message: "The WebAssembly compiler writes no debug information yet",
        path: source,
        hint: "Compile with a native clang or gcc to debug",
      },
    ];
  }

  run(): string {
    this.#triple = /^target triple = "([^"]*)"/m.exec(this.#text)?.[1] ?? "";
    if (this.#triple === "") throw invalid("the module names no target");
    this.#hidden = new HiddenSymbols(this.#triple);
    const reader = new ModuleReader(this.#text);
    this.#readNamedTypes(reader);
    const layout = new Layout(this.#triple, this.#named);
    const rules = { triple: this.#triple, memoryText: (type: Type): string => layout.placement(type).text };
    const attributes = new AttributePrinter(rules);
    const values = new ValueLowering(layout, this.#symbols);
    this.#readSymbols(reader, layout, attributes);
    for (const [name, type] of this.#named) {
      const text =
        type.kind === "struct" ? layout.definition(type, name) : type.kind === "named" ? "opaque" : type.text;
      this.#output.push(`${name} = type ${text}`);
    }
    reader.moveTo(0);
    while (reader.kind !== "end") this.#entity(reader, values, attributes);
    this.#writeMetadata(values);
    this.#output.push(...this.#hidden.lines(), ...this.#declarations.values(), "");
    return [...this.#head, this.#output.join("\n")].join("\n");
  }

  #readNamedTypes(reader: ModuleReader): void {
    for (const { index } of this.#text.matchAll(/^%(?:"[^"\n]*"|[^\s=]+) = type /gm)) {
      reader.moveTo(index);
      const name = reader.take("local", "a type's name");
      reader.expect("=");
      reader.expect("type");
      this.#named.set(name, reader.eat("opaque") ? { kind: "named", text: name } : reader.type());
    }
  }

  /** Types of all globals: a use may stand before its definition. */
  #readSymbols(reader: ModuleReader, layout: Layout, attributes: AttributePrinter): void {
    for (const { index } of this.#text.matchAll(/^(?:@(?:"[^"\n]*"|[^\s=]+) = |define |declare )/gm)) {
      reader.moveTo(index);
      if (reader.kind === "global") {
        const global = reader.global();
        const pointee = layout.placement(global.type).text;
        this.#symbols.set(global.name, { pointee, addressSpace: global.kind === "variable" ? global.addressSpace : 0 });
        this.#ownSymbols.add(global.name);
      } else {
        reader.advance();
        const header = reader.functionHeader();
        this.#symbols.set(header.name, { pointee: this.#functionType(header, attributes), addressSpace: 0 });
        this.#ownSymbols.add(header.name);
      }
    }
  }

  #functionType({ result, parameters, convention, isVariadic }: FunctionHeader, attributes: AttributePrinter): string {
    const shapes = shapeParameters(parameters, convention, attributes.rules);
    return functionText(
      result.text,
      shapes.map(({ text }) => text),
      isVariadic,
    );
  }

  #entity(reader: ModuleReader, values: ValueLowering, attributes: AttributePrinter): void {
    const { kind, text } = reader;
    if (kind === "local") this.#skipType(reader);
    else if (kind === "global") this.#writeGlobal(reader.global(), values);
    else if (kind === "comdat") this.#writeComdat(reader);
    else if (kind === "metadata") this.#readMetadata(reader);
    else if (text === "define") this.#writeFunction(reader, values, attributes);
    else if (text === "declare") this.#writeDeclaration(reader, attributes);
    else if (text === "attributes") this.#writeGroup(reader, attributes);
    else if (text === "source_filename") {
      reader.advance();
      reader.expect("=");
      this.#head.push(`source_filename = ${reader.take("string", "a name")}`);
    } else if (text === "target") this.#writeTarget(reader);
    else if (text === "module") {
      reader.advance();
      reader.expect("asm");
      this.#output.push(`module asm ${reader.take("string", "assembly")}`);
    } else throw reader.fail("expected a global, a function or metadata");
  }

  #skipType(reader: ModuleReader): void {
    reader.advance();
    reader.expect("=");
    reader.expect("type");
    if (!reader.eat("opaque")) reader.type();
  }

  /** The data layout is LLVM 13's own; the triple chooses it. */
  #writeTarget(reader: ModuleReader): void {
    reader.advance();
    const what = reader.take("word", "triple or datalayout");
    reader.expect("=");
    const value = reader.take("string", "a value");
    if (what === "triple") this.#head.push(`target triple = ${value}`);
  }

  #writeComdat(reader: ModuleReader): void {
    const name = reader.take("comdat", "a comdat");
    reader.expect("=");
    reader.expect("comdat");
    const kind = reader.take("word", "a kind of comdat");
    this.#output.push(`${name} = comdat ${kind === "nodeduplicate" ? "noduplicates" : kind}`);
  }

  #writeGlobal(global: GlobalVariable | GlobalAlias, values: ValueLowering): void {
    const { name, words, type } = global;
    const start = `${name} = ${words.map((word) => `${word} `).join("")}`;
    if (global.kind !== "variable") {
      const pointee = values.layout.placement(type).text;
      const own = this.#symbols.get(name)?.pointee ?? pointee;
      const target = values.constantPointer(global.target.type, global.target.value, own);
      if (target === undefined) throw invalid(`the target of "${name}"`);
      this.#output.push(`${start}${global.kind} ${own}, ${target}`);
      return;
    }
    if (global.initializer !== undefined) this.#hidden.add(name, words);
    const special = this.#specialGlobal(global, values);
    if (special !== undefined) {
      this.#output.push(...special);
      return;
    }
    const space = global.addressSpace === 0 ? "" : `addrspace(${global.addressSpace}) `;
    const word = global.isConstant ? "constant" : "global";
    const memory = values.layout.placement(type).text;
    const initializer = global.initializer === undefined ? "" : ` ${values.initializer(type, global.initializer)}`;
    const tail = [...global.tail.map((part) => `, ${part}`), ...global.groups.map((group) => ` ${group}`)].join("");
    this.#output.push(`${start}${space}${word} ${memory}${initializer}${tail}`);
  }

  /** Lists that LLVM reads itself, whose elements have the types that it wants. */
  #specialGlobal(
    { name, words, initializer, tail }: GlobalVariable,
    values: ValueLowering,
  ): readonly string[] | undefined {
    const start = `${name} = ${words.map((word) => `${word} `).join("")}`;
    const suffix = tail.map((part) => `, ${part}`).join("");
    if (name === "@llvm.used" || name === "@llvm.compiler.used") return undefined;
    if (name !== "@llvm.global_ctors" && name !== "@llvm.global_dtors") {
      if (name.startsWith("@llvm.")) throw unsupported(`the global "${name}"`);
      return undefined;
    }
    if (initializer?.kind !== "aggregate") return [];
    const element = "{ i32, void ()*, i8* }";
    const entries = initializer.elements.map(({ value }) => {
      if (value.kind !== "aggregate" || value.elements.length !== 3) throw invalid(`an entry of "${name}"`);
      const [priority, called, data] = value.elements;
      if (priority === undefined || called === undefined || data === undefined) throw invalid(`an entry of "${name}"`);
      const target = values.constantPointer(called.type, called.value, "void ()");
      return `${element} { ${values.typed(priority)}, ${target}, ${values.typed(data)} }`;
    });
    return [`${start}global [${entries.length} x ${element}] [${entries.join(", ")}]${suffix}`];
  }

  #writeDeclaration(reader: ModuleReader, attributes: AttributePrinter): void {
    reader.advance();
    const header = reader.functionHeader();
    // Intrinsics are declared anew, where they are used, without attributes: LLVM 13 knows its own.
    if (header.name.startsWith("@llvm.")) return;
    this.#output.push(`declare ${this.#headerText(header, attributes, false).text}`);
  }

  #writeFunction(reader: ModuleReader, values: ValueLowering, attributes: AttributePrinter): void {
    reader.advance();
    const header = reader.functionHeader();
    this.currentFunction = header.name;
    this.#hidden.add(header.name, header.linkage);
    const blocks = reader.body(header);
    const writer = new FunctionWriter(values, this.#collection());
    const { text, entry } = this.#headerText(header, attributes, true);
    blocks.forEach(({ label, instructions }, index) => {
      if (index > 0) writer.lines.push("");
      writer.lines.push(`${localName(`%${label}`).slice(1)}:`);
      if (index === 0) {
        writer.lines.push(RESERVED, ...entry);
      }
      for (const instruction of instructions) lowerInstruction(instruction, writer, attributes);
    });
    const data = header.data.map(({ word, operand }) => ` ${word} ${values.typed(operand)}`).join("");
    this.#output.push(`define ${text}${data} {`);
    for (const line of writer.lines) {
      if (line === RESERVED) this.#output.push(...writer.reserved);
      else this.#output.push(line);
    }
    this.#output.push("}");
    this.currentFunction = undefined;
  }

  #collection(): ModuleCollection {
    return { triple: this.#triple, declarations: this.#declarations, ownSymbols: this.#ownSymbols };
  }

  /** The header, and what its first block does before all else. */
  #headerText(
    header: FunctionHeader,
    attributes: AttributePrinter,
    isDefinition: boolean,
  ): { readonly text: string; readonly entry: readonly string[] } {
    const shapes = shapeParameters(header.parameters, header.convention, attributes.rules);
    if (header.convention === "" && !header.name.startsWith("@llvm.")) checkHalfPassing(header.result, this.#triple);
    const entry: string[] = [];
    let unnamed = 0;
    const parameters = header.parameters.map(({ type, attributes: own, name }, index) => {
      const shape = shapes[index];
      const text = shape?.text ?? type.text;
      const known = name ?? `%${unnamed}`;
      if (name === undefined || /^%\d/.test(name)) unnamed++;
      const local = localName(known);
      const words = attributes.list(own, "value", shape?.pointee);
      if (shape?.copied !== undefined) {
        entry.push(`  ${local} = load i128, i128* ${local}.in, align 16`);
        return `i128* byval(i128) align 16 ${!isDefinition ? "" : `${local}.in`}`.trimEnd();
      }
      if (shape?.pointee !== undefined && text !== type.text) {
        entry.push(`  ${local} = bitcast ${text} ${local}.in to ${type.text}`);
        return [text, ...words, ...(!isDefinition ? [] : [`${local}.in`])].join(" ");
      }
      return [text, ...words, ...(!isDefinition ? [] : [local])].join(" ");
    });
    if (header.isVariadic) parameters.push("...");
    const before = [
      ...header.linkage,
      header.convention,
      ...attributes.list(header.resultAttributes, "value"),
      header.result.text,
    ];
    const isBefore = (part: string): boolean => part.endsWith("unnamed_addr");
    const after = [
      ...header.tail.filter(isBefore),
      ...attributes.list(header.attributes, "function"),
      ...header.groups,
      ...header.tail.filter((part) => !isBefore(part)),
    ];
    const words = before.filter((word) => word !== "").join(" ");
    return {
      text: `${words} ${header.name}(${parameters.join(", ")})${after.map((word) => ` ${word}`).join("")}`,
      entry,
    };
  }

  #writeGroup(reader: ModuleReader, attributes: AttributePrinter): void {
    const { group, attributes: list } = reader.attributeGroup();
    const texts = attributes.list(list, "group");
    // A group without attributes is an error to LLVM 13; one in quotation marks that nobody knows says nothing.
    this.#output.push(`attributes ${group} = { ${texts.length === 0 ? '"empty"' : texts.join(" ")} }`);
  }

  #readMetadata(reader: ModuleReader): void {
    const name = reader.take("metadata", "metadata");
    reader.expect("=");
    if (/^!\d/.test(name)) {
      this.#metadata.set(name, reader.metadataNode());
      return;
    }
    reader.take("metadata", "a list of nodes");
    reader.expect("{");
    const nodes: string[] = [];
    while (!reader.is("}")) {
      if (nodes.length > 0) reader.expect(",");
      nodes.push(reader.metadataText());
    }
    reader.advance();
    this.#namedMetadata.set(name, nodes);
  }

  #writeMetadata(values: ValueLowering): void {
    // For Windows, a module names its compilation unit even where nothing is told of it.
    this.#hasDebugInformation =
      this.#namedMetadata.has("!llvm.dbg.cu") && !this.#text.includes("emissionKind: NoDebug");
    const flags = new Set(this.#namedMetadata.get("!llvm.module.flags"));
    const dropped = new Set([...flags].filter((node) => DEBUG_FLAGS.test(this.#nodeText(node, values, false) ?? "")));
    for (const [name, nodes] of this.#namedMetadata) {
      if (!KEPT_METADATA.has(name)) continue;
      this.#output.push(`${name} = !{${nodes.filter((node) => !dropped.has(node)).join(", ")}}`);
    }
    for (const name of this.#metadata.keys()) {
      const text = dropped.has(name) ? "!{}" : this.#nodeText(name, values, flags.has(name));
      this.#output.push(`${name} = ${text ?? "!{}"}`);
    }
  }

  /** Undefined for nodes of debug information. */
  #nodeText(name: string, values: ValueLowering, isFlag: boolean): string | undefined {
    const node = this.#metadata.get(name);
    if (node === undefined) return undefined;
    const texts = node.elements.map(({ type, value }) =>
      type.kind === "metadata" ? values.text(type, value) : values.typed({ type, value }),
    );
    if (isFlag) checkFlag(texts[1]);
    // LLVM 13 has no "the smaller wins" among the ways to merge flags.
    if (isFlag && texts[0] === "i32 8") texts[0] = "i32 7";
    // Where the weights come from: said since LLVM 19.
    if (texts[0] === '!"branch_weights"' && texts[1]?.startsWith("!") === true) texts.splice(1, 1);
    return `${node.isDistinct ? "distinct " : ""}!{${texts.join(", ")}}`;
  }
}

/** Where allocations go that are found out about later. */
const RESERVED = "; reserved";

const DEBUG_FLAGS = /!"(?:Dwarf Version|Debug Info Version|CodeView|DWARF64)"/;

/** @param name `!"PIC Level"` */
function checkFlag(name: string | undefined): void {
  const rule = FLAG_RULES.get(name?.slice(2, -1) ?? "");
  if (rule?.action === "refuse") throw unsupported(`the module flag ${name}: ${rule.reason}`);
}
