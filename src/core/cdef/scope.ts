/** The tables that cdefs fill, and the text that is being read. */
import { quote } from "../names/quote.ts";
import { CdefSource } from "./syntax/source.ts";
import type { CType } from "./types.ts";

export type DeclarationKind =
  | "anonymous"
  | "constant"
  | "enum"
  | "function"
  | "macro"
  | "struct"
  | "typedef"
  | "union"
  | "variable";

export interface Declaration {
  readonly kind: DeclarationKind;
  readonly name: string;
  /** A number for macros. */
  readonly value: CType | bigint;
  readonly qualifiers: number;
}

export interface Declarations {
  /** By kind and name: `function add`. */
  readonly entries: ReadonlyMap<string, Declaration>;
  /** Values of macros, enumerators and integer constants. */
  readonly constants: ReadonlyMap<string, bigint>;
  /** Types that come from another module. */
  readonly included: ReadonlySet<CType>;
}

export class Scope implements Declarations {
  readonly entries: Map<string, Declaration> = new Map();
  readonly constants: Map<string, bigint> = new Map();
  readonly included: Set<CType> = new Set();
  source: CdefSource = new CdefSource("", "<cdef>");
  /** Structs of this text have no alignment. */
  packed = false;

  declare(kind: DeclarationKind, name: string, value: CType | bigint, start: number, qualifiers = 0): void {
    const key = `${kind} ${name}`;
    const before = this.entries.get(key);
    if (before !== undefined) {
      if (before.value === value && before.qualifiers === qualifiers) return;
      this.source.fail("CDEF_DUPLICATE", start, `${kind} ${quote(name)} is declared more than once`);
    }
    this.entries.set(key, { kind, name, value, qualifiers });
  }

  addConstant(name: string, value: bigint, start: number): void {
    const before = this.constants.get(name);
    if (before !== undefined && before !== value) {
      this.source.fail(
        "CDEF_DUPLICATE",
        start,
        `constant ${quote(name)} is declared more than once: as ${before} and as ${value}`,
      );
    }
    this.constants.set(name, value);
  }
}
