/** What the parts of the parser share: specifiers and declarators, and how a type is made of both. */
import type { ExpressionParser } from "./expression.ts";
import { STDCALL_WORDS } from "./keywords.ts";
import type { TokenStream } from "./token-stream.ts";
import {
  type Expression,
  type FunctionNode,
  QUALIFIER,
  type Qualifiers,
  type Specifier,
  type TypeNode,
} from "./tree.ts";

/** A part of a declarator, from the name outwards. */
export type Modifier =
  | { readonly kind: "pointer"; readonly qualifiers: Qualifiers; readonly start: number }
  | { readonly kind: "array"; readonly length: Expression | undefined; readonly start: number }
  | Pick<FunctionNode, "kind" | "parameters" | "variadic" | "start">;

export interface Declarator {
  /** Undefined in an abstract one: `int (*)(void)`. */
  readonly name: string | undefined;
  readonly start: number;
  readonly modifiers: readonly Modifier[];
}

export interface Specifiers {
  readonly specifier: Specifier | undefined;
  readonly qualifiers: Qualifiers;
  readonly storage: ReadonlySet<string>;
  readonly start: number;
}

/** The parts call each other through this. */
export interface Grammar {
  readonly stream: TokenStream;
  /** Names that are types so far. */
  readonly types: ReadonlySet<string>;
  readonly expressions: ExpressionParser;
  /** Whether the token so far ahead begins a declaration, or a type. */
  startsDeclaration(ahead: number): boolean;
  /** @param withStorage Whether `static` and its like may stand here: not in structs and type names. */
  parseSpecifiers(withStorage: boolean): Specifiers;
  parseDeclarator(): Declarator;
  parseTypeName(): void;
}

export const NO_QUALIFIERS: Qualifiers = { bits: 0, stdcall: false };
export const INT: readonly string[] = ["int"];

/** What to do about a layout that ABI mode cannot know. */
export const LIST_FIELDS =
  'List every field, or declare the struct without a body ("struct name;") and use pointers to it';

export function addQualifier({ bits }: Qualifiers, word: string): Qualifiers {
  // cffi reads __stdcall as these two, and takes them for what they are elsewhere than at functions.
  if (STDCALL_WORDS.has(word)) return { bits: bits | QUALIFIER.VOLATILE | QUALIFIER.CONST, stdcall: true };
  if (word === "const") return { bits: bits | QUALIFIER.CONST, stdcall: false };
  if (word === "volatile") return { bits: bits | QUALIFIER.VOLATILE, stdcall: false };
  if (word === "restrict") return { bits: bits | QUALIFIER.RESTRICT, stdcall: false };
  return { bits, stdcall: false };
}

/** Stars and brackets around one name; far more than people write, and safe for the stack. */
const MAX_MODIFIERS = 200;

/** @param stream For errors. */
export function buildType(stream: TokenStream, specifiers: Specifiers, declarator: Declarator): TypeNode {
  const { start } = specifiers;
  if (declarator.modifiers.length > MAX_MODIFIERS) {
    stream.source.fail("CDEF_TOO_COMPLEX", declarator.start, `more than ${MAX_MODIFIERS} pointers and arrays in a row`);
  }
  let { specifier } = specifiers;
  if (specifier === undefined) {
    // C of old: a function without a type gives an int.
    if (declarator.modifiers[0]?.kind !== "function") {
      stream.source.fail("CDEF_SYNTAX", start, "a declaration without a type");
    }
    specifier = { kind: "names", names: INT, start };
  }
  let type: TypeNode = { kind: "base", qualifiers: specifiers.qualifiers, specifier, start };
  for (const modifier of declarator.modifiers.toReversed()) {
    if (modifier.kind === "pointer") type = { ...modifier, target: type };
    else if (modifier.kind === "array") type = { ...modifier, item: type };
    else type = { ...modifier, result: type };
  }
  return type;
}
