/** A C header as libraries have them: made from a seed, the same in every run, and taken by cffi as it is. */
import { SeededRandom } from "./random.ts";

const NOUNS = "buffer stream device session packet codec frame cursor token record channel window".split(" ");
const VERBS = "open close read write reset flush query update attach detach measure convert".split(" ");
const NUMBERS = "int unsigned long double uint8_t uint16_t uint32_t uint64_t int64_t size_t float short".split(" ");

/** `length` lines and a few more: whole declarations are written until they are reached. */
export function libraryHeader(length: number, seed: number): string {
  const writer = new HeaderWriter(seed);
  const lines = [
    "/* The interface of a library. */",
    "#ifndef LIBRARY_H",
    "#define LIBRARY_H",
    "",
    "#ifndef PYTHON_HEADER",
    "#include <stddef.h>",
    "#include <stdint.h>",
    "#endif",
    "",
    "#ifdef __cplusplus",
    'extern "C" {',
    "#endif",
    "",
  ];
  for (let part = 0; lines.length < length - 5; part++) lines.push(...writer.part(part), "");
  return `${[...lines, "#ifdef __cplusplus", "}", "#endif", "#endif /* LIBRARY_H */"].join("\n")}\n`;
}

class HeaderWriter {
  readonly #random: SeededRandom;
  /** What can be passed by value and pointed to: structs, enums and numbers by their typedefs. */
  readonly #types: string[] = [];

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  /** What one file of a library declares: constants, an enum, two structs, typedefs, a callback, functions. */
  part(index: number): string[] {
    const name = `${this.#pick(NOUNS)}${index}`;
    const lines = [
      `/* ${name}: constants --------------------------------------------------------- */`,
      `#define LIB_${name.toUpperCase()}_MAX ${1 + this.#random.below(4096)}`,
      `#define LIB_${name.toUpperCase()}_MASK 0x${(1 + this.#random.below(65_535)).toString(16)}`,
      `#define LIB_${name.toUpperCase()}_SIZE (16 * LIB_${name.toUpperCase()}_MAX)`,
      "",
      ...this.#enumeration(name),
      "",
      ...this.#structure(name),
      "",
      `typedef ${this.#pick(NUMBERS)} lib_${name}_number;`,
      `typedef lib_${name}_number lib_${name}_index; // counted from zero`,
      `typedef struct lib_${name}_handle lib_${name}_handle;`,
      `typedef int (*lib_${name}_callback)(lib_${name}_handle *handle, const lib_${name} *item, void *context);`,
      "",
    ];
    this.#types.push(`lib_${name}_number`, `lib_${name}_index`);
    for (let count = 0; count < 8; count++) lines.push(...this.#functions(name, count));
    return lines;
  }

  #enumeration(name: string): string[] {
    const constants = Array.from({ length: 3 + this.#random.below(6) }, (_, index) => {
      const value = index === 0 ? " = 0" : this.#random.below(3) === 0 ? ` = ${index} << 4` : "";
      return `    LIB_${name.toUpperCase()}_STATE${index}${value}, /* state ${index} */`;
    });
    return ["typedef enum {", ...constants, `} lib_${name}_state;`];
  }

  #structure(name: string): string[] {
    const fields = Array.from({ length: 4 + this.#random.below(8) }, (_, index) => {
      const shapes = [
        `${this.#type()} field${index};`,
        `${this.#type()} *pointer${index};`,
        `const char *text${index};`,
        `${this.#pick(NUMBERS)} array${index}[${1 + this.#random.below(64)}];`,
        `unsigned int bits${index} : ${1 + this.#random.below(31)};`,
        `struct lib_${name} *next${index};`,
        `int (*call${index})(void *context, ${this.#type()} value);`,
      ];
      return `    ${this.#pick(shapes)}${this.#random.below(3) === 0 ? " /* see the manual */" : ""}`;
    });
    const lines = [`typedef struct lib_${name} {`, ...fields, `    lib_${name}_state state;`, `} lib_${name};`];
    this.#types.push(`lib_${name}`, `lib_${name}_state`);
    return lines;
  }

  #functions(name: string, count: number): string[] {
    const parameters = Array.from({ length: this.#random.below(4) }, (_, index) => {
      const shapes = [`${this.#type()} value${index}`, `const ${this.#type()} *input${index}`, `char *text${index}`];
      return this.#pick(shapes);
    });
    if (this.#random.below(4) === 0) parameters.push(`lib_${name}_callback callback`, "void *context");
    const results = ["int", "void", "size_t", "const char *", `lib_${name} *`];
    const declaration = `${this.#pick(results)} lib_${name}_${this.#pick(VERBS)}${count}`;
    return [
      "/**",
      ` * ${this.#pick(VERBS)}s the ${name}; see what its constants say about errors and limits.`,
      " */",
      `${declaration}(lib_${name}_handle *handle${parameters.map((parameter) => `,\n    ${parameter}`).join("")});`,
    ].flatMap((line) => line.split("\n"));
  }

  #type(): string {
    return this.#random.below(2) === 0 || this.#types.length === 0 ? this.#pick(NUMBERS) : this.#pick(this.#types);
  }

  #pick(words: readonly string[]): string {
    return words[this.#random.below(words.length)] ?? "int";
  }
}
