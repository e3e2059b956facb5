/** Lines of one function of LLVM 13 while it is written: fresh names, casts of pointers, calls of intrinsics. */

import { localName, type ValueLowering } from "./lower-values.ts";
import type { TypedValue, Value } from "./model.ts";
import { addressSpaceOf, functionText, pointerTo, type Type } from "./types.ts";

/** What whole modules collect while their functions are lowered. */
export interface ModuleCollection {
  readonly triple: string;
  /** Declarations of intrinsics and of library functions, by name. */
  readonly declarations: Map<string, string>;
  /** Names that the module declares or defines itself. */
  readonly ownSymbols: ReadonlySet<string>;
}

export class FunctionWriter {
  readonly values: ValueLowering;
  readonly module: ModuleCollection;
  readonly lines: string[] = [];
  /** Allocations that belong into the first block. */
  readonly reserved: string[] = [];
  #fresh = 0;

  constructor(values: ValueLowering, module: ModuleCollection) {
    this.values = values;
    this.module = module;
  }

  /** A name that nothing else has. */
  fresh(): string {
    return `%$t${this.#fresh++}`;
  }

  line(text: string): void {
    this.lines.push(`  ${text}`);
  }

  /** The integer that holds an address. */
  get pointerInteger(): string {
    return /^(?:i\d86|arm|thumb|mips|powerpc-|riscv32|wasm32)/.test(this.module.triple) &&
      !/^arm64/.test(this.module.triple)
      ? "i32"
      : "i64";
  }

  reserve(text: string): void {
    this.reserved.push(`  ${text}`);
  }

  /** Give a new value a name. */
  define(text: string, name: string = this.fresh()): string {
    this.line(`${name} = ${text}`);
    return name;
  }

  typed(operand: TypedValue): string {
    return this.values.typed(operand);
  }

  text(type: Type, value: Value): string {
    return this.values.text(type, value);
  }

  /** A pointer to what is loaded, stored or indexed: `i32* %$t3`. */
  pointer({ type, value }: TypedValue, pointee: string): string {
    const constant = this.values.constantPointer(type, value, pointee);
    if (constant !== undefined) return constant;
    const own = pointerTo(pointee, addressSpaceOf(type) ?? 0);
    const wanted = type.kind === "vector" ? `<${type.count} x ${own}>` : own;
    return `${wanted} ${this.define(`bitcast ${type.text} ${this.text(type, value)} to ${wanted}`)}`;
  }

  /** The `i8*` of a pointer to something else, under the name that the code knows. */
  forget(text: string, type: string, wanted: string, result: string | undefined): void {
    if (result === undefined) return;
    const name = localName(result);
    if (type === wanted) this.line(`${name} = ${text}`);
    else {
      const typed = this.define(text);
      this.line(`${name} = bitcast ${type} ${typed} to ${wanted}`);
    }
  }

  /**
   * Call a function of LLVM 13 or of a library, with values as they are.
   *
   * @param operands Types and values: `double %$1`.
   * @param result Name for the result; a fresh one when undefined. Nothing is named for `void`.
   */
  call(type: string, name: string, operands: readonly string[], result?: string): string {
    this.declare(type, name, operands.map(typeOf));
    const text = `call ${type} ${this.#callee(type, name, operands)}(${operands.join(", ")})`;
    if (type === "void") {
      this.line(text);
      return "";
    }
    return this.define(text, result);
  }

  declare(type: string, name: string, parameters: readonly string[]): void {
    if (this.module.ownSymbols.has(name) && !name.startsWith("@llvm.")) return;
    this.module.declarations.set(name, `declare ${type} ${name}(${parameters.join(", ")})`);
  }

  /** A library function that the module declares in its own way is called through a cast. */
  #callee(type: string, name: string, operands: readonly string[]): string {
    const own = this.values.symbols.get(name)?.pointee;
    const wanted = functionText(type, operands.map(typeOf), false);
    return own === undefined || own === wanted || name.startsWith("@llvm.")
      ? name
      : `bitcast (${own}* ${name} to ${wanted}*)`;
  }
}

/** `i32* align 4 %x` -> `i32*`: types of operands hold no blanks but in brackets, and end before the first outer one. */
function typeOf(operand: string): string {
  let depth = 0;
  for (let at = 0; at < operand.length; at++) {
    const character = operand[at] ?? "";
    if ("[{<(".includes(character)) depth++;
    else if ("]}>)".includes(character)) depth--;
    else if (character === " " && depth === 0) {
      const next = operand[at + 1];
      if (next !== "(" && !operand.startsWith("addrspace(", at + 1)) return operand.slice(0, at);
    }
  }
  return operand;
}
