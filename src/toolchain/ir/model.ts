/**
 * Intermediate code as data: modules, functions, instructions, values. Names keep their sign (`%x`, `@f`, `!3`).
 * Spec: https://llvm.org/docs/LangRef.html
 */
import type { Type } from "./types.ts";

export type Value =
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "global"; readonly name: string }
  /** `5`, `true`, `null`, `poison`, `zeroinitializer`, `0x7FF8000000000000` */
  | { readonly kind: "literal"; readonly text: string }
  /** `c"text\00"` */
  | { readonly kind: "characters"; readonly text: string }
  | {
      readonly kind: "aggregate";
      readonly form: "array" | "struct" | "packed" | "vector";
      readonly elements: readonly TypedValue[];
    }
  | { readonly kind: "splat"; readonly element: TypedValue }
  | {
      readonly kind: "address";
      readonly isInbounds: boolean;
      readonly source: Type;
      readonly operands: readonly TypedValue[];
    }
  | { readonly kind: "cast"; readonly opcode: string; readonly operand: TypedValue; readonly to: Type }
  | { readonly kind: "operation"; readonly opcode: string; readonly operands: readonly TypedValue[] }
  | { readonly kind: "blockaddress"; readonly function: string; readonly block: string }
  | { readonly kind: "asm"; readonly flags: readonly string[]; readonly template: string; readonly constraints: string }
  | { readonly kind: "metadata"; readonly text: string };

export interface TypedValue {
  readonly type: Type;
  readonly value: Value;
}

export interface Attribute {
  /** `noundef`, `align`, `sret`, `"target-cpu"` with its quotes */
  readonly name: string;
  /** What stands in parentheses or after `=`; for `align 8` the number. */
  readonly argument?: string | undefined;
  /** Of `sret(T)`, `byval(T)`, `elementtype(T)`. */
  readonly type?: Type | undefined;
}

export interface Argument extends TypedValue {
  readonly attributes: readonly Attribute[];
}

export interface Bundle {
  readonly tag: string;
  readonly operands: readonly TypedValue[];
}

/** `!tbaa !7` */
export interface Attachment {
  readonly kind: string;
  readonly node: string;
}

export interface Call {
  readonly kind: "call" | "invoke";
  /** `tail`, `musttail`, `notail` or nothing. */
  readonly tail: string;
  readonly fastMath: readonly string[];
  /** `fastcc`, `cc 10` or nothing. */
  readonly convention: string;
  readonly resultAttributes: readonly Attribute[];
  readonly result: Type;
  /** Types of the fixed parameters where the ellipsis follows; else those of the arguments. */
  readonly fixed: readonly Type[] | undefined;
  readonly callee: Value;
  readonly arguments: readonly Argument[];
  /** `#5` and single words. */
  readonly attributes: readonly Attribute[];
  readonly groups: readonly string[];
  readonly bundles: readonly Bundle[];
  /** Labels of an invoke. */
  readonly normal?: string | undefined;
  readonly unwind?: string | undefined;
}

export type Operation =
  | {
      readonly kind: "binary";
      readonly opcode: string;
      readonly flags: readonly string[];
      readonly left: TypedValue;
      readonly right: Value;
    }
  | { readonly kind: "negation"; readonly flags: readonly string[]; readonly operand: TypedValue }
  | {
      readonly kind: "cast";
      readonly opcode: string;
      readonly flags: readonly string[];
      readonly operand: TypedValue;
      readonly to: Type;
    }
  | {
      readonly kind: "comparison";
      readonly opcode: "icmp" | "fcmp";
      readonly flags: readonly string[];
      readonly predicate: string;
      readonly left: TypedValue;
      readonly right: Value;
    }
  /** select, extractelement, insertelement, shufflevector, freeze, extractvalue, insertvalue, ret, resume, va_arg */
  | {
      readonly kind: "plain";
      readonly opcode: string;
      readonly flags: readonly string[];
      readonly operands: readonly TypedValue[];
      /** Field numbers of extractvalue and insertvalue. */
      readonly indices: readonly number[];
      /** Of va_arg. */
      readonly to?: Type | undefined;
    }
  | {
      readonly kind: "phi";
      readonly flags: readonly string[];
      readonly type: Type;
      readonly incoming: readonly (readonly [Value, string])[];
    }
  | {
      readonly kind: "alloca";
      readonly isInalloca: boolean;
      readonly type: Type;
      readonly count: TypedValue | undefined;
      readonly alignment: string | undefined;
      readonly addressSpace: number;
    }
  | {
      readonly kind: "load";
      readonly words: readonly string[];
      readonly type: Type;
      readonly pointer: TypedValue;
      readonly order: string;
      readonly alignment: string | undefined;
    }
  | {
      readonly kind: "store";
      readonly words: readonly string[];
      readonly value: TypedValue;
      readonly pointer: TypedValue;
      readonly order: string;
      readonly alignment: string | undefined;
    }
  | {
      readonly kind: "address";
      readonly isInbounds: boolean;
      readonly source: Type;
      readonly operands: readonly TypedValue[];
    }
  | {
      readonly kind: "exchange";
      readonly words: readonly string[];
      readonly pointer: TypedValue;
      readonly expected: TypedValue;
      readonly replacement: TypedValue;
      readonly order: string;
      readonly alignment: string | undefined;
    }
  | {
      readonly kind: "update";
      readonly words: readonly string[];
      readonly opcode: string;
      readonly pointer: TypedValue;
      readonly operand: TypedValue;
      readonly order: string;
      readonly alignment: string | undefined;
    }
  | { readonly kind: "fence"; readonly order: string }
  | { readonly kind: "branch"; readonly condition: TypedValue | undefined; readonly labels: readonly string[] }
  | {
      readonly kind: "switch";
      readonly operand: TypedValue;
      readonly fallback: string;
      readonly cases: readonly (readonly [TypedValue, string])[];
    }
  | { readonly kind: "indirectbr"; readonly address: TypedValue; readonly labels: readonly string[] }
  | {
      readonly kind: "landingpad";
      readonly type: Type;
      readonly isCleanup: boolean;
      readonly clauses: readonly { readonly word: string; readonly operand: TypedValue }[];
    }
  /** Exception handling of Windows: catchswitch, catchpad, cleanuppad, catchret, cleanupret. */
  | {
      readonly kind: "funclet";
      readonly opcode: string;
      readonly parent: Value | undefined;
      readonly arguments: readonly TypedValue[];
      readonly labels: readonly string[];
      /** `to caller` for no label. */
      readonly unwind: string | undefined;
    }
  | { readonly kind: "unreachable" }
  | Call;

export interface Instruction {
  /** `%12`; undefined where there is no result. */
  readonly result: string | undefined;
  readonly operation: Operation;
  readonly attachments: readonly Attachment[];
}

export interface Block {
  /** Without sign: `12`, `entry`, `"a b"`. */
  readonly label: string;
  readonly instructions: readonly Instruction[];
}

export interface Parameter {
  readonly type: Type;
  readonly attributes: readonly Attribute[];
  /** `%0`; undefined in declarations. */
  readonly name: string | undefined;
}

export interface FunctionHeader {
  readonly name: string;
  /** `internal`, `dso_local`, `hidden`, `dllexport`, ... in order. */
  readonly linkage: readonly string[];
  readonly convention: string;
  readonly resultAttributes: readonly Attribute[];
  readonly result: Type;
  readonly parameters: readonly Parameter[];
  readonly isVariadic: boolean;
  readonly attributes: readonly Attribute[];
  readonly groups: readonly string[];
  /** `unnamed_addr`, `section "x"`, `comdat`, `align 16`, `gc "x"`. */
  readonly tail: readonly string[];
  readonly data: readonly { readonly word: "prefix" | "prologue" | "personality"; readonly operand: TypedValue }[];
  readonly attachments: readonly Attachment[];
}

export interface GlobalVariable {
  readonly kind: "variable";
  readonly name: string;
  readonly words: readonly string[];
  readonly addressSpace: number;
  readonly isConstant: boolean;
  readonly type: Type;
  readonly initializer: Value | undefined;
  /** `section "x"`, `comdat`, `align 8`. */
  readonly tail: readonly string[];
  readonly groups: readonly string[];
}

export interface GlobalAlias {
  readonly kind: "alias" | "ifunc";
  readonly name: string;
  readonly words: readonly string[];
  readonly type: Type;
  readonly target: TypedValue;
}

export type MetadataNode = { readonly isDistinct: boolean; readonly elements: readonly TypedValue[] };
