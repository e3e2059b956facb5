/** C declarations as they are written, before their names mean anything. */

/** Bits of `qualifiers`, as cffi counts them. */
export const QUALIFIER = { CONST: 1, RESTRICT: 2, VOLATILE: 4 } as const;

export interface Qualifiers {
  /** Of `QUALIFIER`. */
  readonly bits: number;
  /** The last of them is `__stdcall`: cffi takes it for a qualifier of the result. */
  readonly stdcall: boolean;
}

export interface NamesSpecifier {
  readonly kind: "names";
  /** `["unsigned", "long"]`, `["size_t"]`, `["..."]` */
  readonly names: readonly string[];
  readonly start: number;
}

export interface StructSpecifier {
  readonly kind: "struct" | "union";
  readonly tag: string | undefined;
  /** Undefined without a body. */
  readonly fields: readonly FieldNode[] | undefined;
  /** The highest alignment of its fields, when a `#pragma pack` or an attribute gives one. */
  readonly pack: number | undefined;
  readonly start: number;
}

export interface EnumSpecifier {
  readonly kind: "enum";
  readonly tag: string | undefined;
  /** Undefined without a body. */
  readonly enumerators: readonly EnumeratorNode[] | undefined;
  readonly start: number;
}

export type TagSpecifier = StructSpecifier | EnumSpecifier;
export type Specifier = NamesSpecifier | TagSpecifier;

export interface FieldNode {
  /** Empty when it has none: a bit-field that pads, or a nested struct or union. */
  readonly name: string;
  readonly type: TypeNode;
  readonly width: Expression | undefined;
  readonly start: number;
}

export interface EnumeratorNode {
  readonly name: string;
  readonly value: Expression | undefined;
  readonly start: number;
}

/** From the name outwards: `int *a[2]` is an array of pointers to a base. */
export type TypeNode =
  | { readonly kind: "base"; readonly qualifiers: Qualifiers; readonly specifier: Specifier; readonly start: number }
  | { readonly kind: "pointer"; readonly qualifiers: Qualifiers; readonly target: TypeNode; readonly start: number }
  | { readonly kind: "array"; readonly length: Expression | undefined; readonly item: TypeNode; readonly start: number }
  | FunctionNode;

export interface FunctionNode {
  readonly kind: "function";
  readonly parameters: readonly TypeNode[];
  readonly variadic: boolean;
  readonly result: TypeNode;
  readonly start: number;
}

export type Expression =
  /** `0x10`, `1.5`, `'a'`: as it is written */
  | { readonly kind: "literal"; readonly text: string; readonly start: number }
  | { readonly kind: "name"; readonly name: string; readonly start: number }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression; readonly start: number }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly start: number;
    }
  /** What no constant is made of; `what` names it: `a cast`. */
  | { readonly kind: "other"; readonly what: string; readonly start: number };

export type DeclarationNode =
  /** `struct point { int x; };` */
  | { readonly kind: "tag"; readonly specifier: TagSpecifier; readonly start: number }
  | { readonly kind: "typedef"; readonly name: string; readonly type: TypeNode; readonly start: number }
  /** A function, a variable or a constant. */
  | {
      readonly kind: "object";
      readonly name: string;
      readonly type: TypeNode;
      readonly initializer: Expression | undefined;
      readonly start: number;
    };

/** `#define NAME value` */
export interface MacroNode {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly valueStart: number;
}

export interface SyntaxTree {
  readonly macros: readonly MacroNode[];
  readonly declarations: readonly DeclarationNode[];
}
