/**
 * The types that cffi knows by name, and their numbers in a generated module.
 * Origin: `_cffi_backend` of cffi 2.0 (`_version = 0x2601`); the numbers are a stable interface.
 */
import { type PrimitiveType, primitiveType, StructType } from "./types.ts";

/** Names in the order of their numbers; number 0 is `void`. */
const NUMBERED: readonly string[] = [
  "_Bool",
  "char",
  "signed char",
  "unsigned char",
  "short",
  "unsigned short",
  "int",
  "unsigned int",
  "long",
  "unsigned long",
  "long long",
  "unsigned long long",
  "float",
  "double",
  "long double",
  "wchar_t",
  "int8_t",
  "uint8_t",
  "int16_t",
  "uint16_t",
  "int32_t",
  "uint32_t",
  "int64_t",
  "uint64_t",
  "intptr_t",
  "uintptr_t",
  "ptrdiff_t",
  "size_t",
  "ssize_t",
  "int_least8_t",
  "uint_least8_t",
  "int_least16_t",
  "uint_least16_t",
  "int_least32_t",
  "uint_least32_t",
  "int_least64_t",
  "uint_least64_t",
  "int_fast8_t",
  "uint_fast8_t",
  "int_fast16_t",
  "uint_fast16_t",
  "int_fast32_t",
  "uint_fast32_t",
  "int_fast64_t",
  "uint_fast64_t",
  "intmax_t",
  "uintmax_t",
  "_cffi_float_complex_t",
  "_cffi_double_complex_t",
  "char16_t",
  "char32_t",
];

export const PRIMITIVE_NUMBERS: ReadonlyMap<string, number> = new Map(NUMBERED.map((name, index) => [name, index + 1]));

/** Characters and numbers with a fraction; every other primitive is an integer. */
const NO_INTEGERS: ReadonlySet<string> = new Set([
  "char",
  "wchar_t",
  "char16_t",
  "char32_t",
  "float",
  "double",
  "long double",
  "_cffi_float_complex_t",
  "_cffi_double_complex_t",
]);

export function isIntegerPrimitive(primitive: string): boolean {
  return !NO_INTEGERS.has(primitive);
}

const ALIASES: readonly (readonly [name: string, primitive: string])[] = [
  ["bool", "_Bool"],
  ["float _Complex", "_cffi_float_complex_t"],
  ["double _Complex", "_cffi_double_complex_t"],
];

/** One object for each name: whether a name is declared twice is a question of identity. */
export const NAMED_TYPES: ReadonlyMap<string, PrimitiveType | StructType> = new Map<string, PrimitiveType | StructType>(
  [
    ...NUMBERED.map((name) => [name, primitiveType(name)] as const),
    ...ALIASES.map(([name, primitive]) => [name, primitiveType(primitive)] as const),
    ["FILE", new StructType(false, "_IO_FILE", "FILE")],
  ],
);

/** The names among them that C does not know by itself: they are types where nothing else defines them. */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  [...NAMED_TYPES.keys()].filter((name) => name.endsWith("_t") || name === "bool" || name === "FILE"),
);

/**
 * The common names that a text uses as types and does not define by a typedef of its own.
 *
 * @param words Its tokens in order.
 */
export function usedCommonNames(words: readonly string[], common: ReadonlySet<string>): Set<string> {
  const used = new Set<string>();
  const defined = new Set<string>();
  let inTypedef = false;
  let depth = 0;
  let previous = "";
  for (const word of words) {
    if (word === ";" || (word === "," && depth === 0)) {
      if (inTypedef) {
        used.delete(previous);
        defined.add(previous);
      }
      if (word === ";") inTypedef = false;
    } else if (word === "typedef") {
      inTypedef = true;
      depth = 0;
    } else if (word === "(") {
      depth += 1;
    } else if (word === ")") {
      depth -= 1;
    } else if (common.has(word) && !defined.has(word)) {
      used.add(word);
    }
    previous = word;
  }
  return used;
}
