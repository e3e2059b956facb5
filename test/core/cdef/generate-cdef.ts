/** Random declarations from a seed: what a header could hold, and now and then what it could not. */

/** Mulberry32: small, and the same on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

const PRIMITIVES = [
  "int",
  "char",
  "unsigned",
  "signed char",
  "unsigned char",
  "short",
  "unsigned short int",
  "long",
  "unsigned long",
  "long unsigned int",
  "long long",
  "unsigned long long int",
  "float",
  "double",
  "long double",
  "_Bool",
  "bool",
  "wchar_t",
  "char16_t",
  "char32_t",
  "int8_t",
  "uint8_t",
  "int16_t",
  "uint32_t",
  "int64_t",
  "uint64_t",
  "size_t",
  "ssize_t",
  "intptr_t",
  "uintptr_t",
  "ptrdiff_t",
  "int_fast16_t",
  "uint_least32_t",
  "uintmax_t",
  "float _Complex",
  "double _Complex",
];

const QUALIFIERS = ["const", "const", "const", "volatile", "restrict", "const volatile"];

export class CdefGenerator {
  readonly #random: Random;
  readonly #typedefs: string[] = [];
  readonly #tags: { kind: "struct" | "union"; tag: string; complete: boolean }[] = [];
  readonly #enums: string[] = [];
  readonly #constants: string[] = [];
  #names = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A whole cdef of some declarations. */
  text(): string {
    const count = 1 + this.#random.below(8);
    return Array.from({ length: count }, () => this.#declaration()).join(this.#random.chance(0.3) ? " " : "\n");
  }

  /** New, and in no particular order. */
  #name(prefix: string): string {
    this.#names += 1;
    return `${this.#random.pick(["", "", "a", "Z", "_", "m1"])}${prefix}${this.#names}${this.#random.pick(["", "_t", "x", "A"])}`;
  }

  #declaration(): string {
    const random = this.#random;
    switch (random.below(14)) {
      case 0:
      case 1:
      case 2: {
        const storage = random.pick(["", "", "extern ", "static ", "inline ", "extern "]);
        return `${storage}${this.#base()} ${this.#function(this.#pointers() + this.#name("f"), 0)};`;
      }
      case 3:
      case 4: {
        const name = this.#name("T");
        const text = `typedef ${this.#base()} ${this.#declarator(name, 0)};`;
        this.#typedefs.push(name);
        return text;
      }
      case 5: {
        // A typedef that may lend its name to a struct.
        const name = this.#name("S");
        const other = this.#name("P");
        const body = this.#structOrEnum();
        this.#typedefs.push(name, other);
        return random.chance(0.5) ? `typedef ${body} ${name}, *${other};` : `typedef ${body} *${other}, ${name};`;
      }
      case 6:
      case 7: {
        // A struct without any name is never written: whether cffi would take it stays open.
        const type = this.#structOrEnum();
        return /^(struct|union) \{/.test(type) ? `extern ${type} ${this.#name("u")};` : `${type};`;
      }
      case 8: {
        const name = this.#name("v");
        return `extern ${this.#base()} ${this.#declarator(name, 0)};`;
      }
      case 9: {
        const name = this.#name("K");
        const value = random.pick(["0", "1", "-1", "42", "0x1F", "017", "-0x80", "100000UL", "255u"]);
        if (!value.startsWith("-")) this.#constants.push(name);
        return random.chance(0.5)
          ? `\n#define ${name} ${value}\n`
          : `static const ${random.pick(["int", "unsigned long", "uint8_t", "bool"])} ${name} = ${value};`;
      }
      case 10: {
        const name = this.#name("O");
        this.#typedefs.push(name);
        return random.chance(0.5) ? `typedef ... ${name};` : `typedef ... *${name};`;
      }
      case 11: {
        const { kind, tag } = this.#someTag();
        return `${kind} ${tag};`;
      }
      case 12:
        return `static const ${this.#base()} ${this.#declarator(this.#name("c"), 1)};`;
      default:
        return `${this.#base()} ${this.#declarator(this.#name("x"), 0)}, ${this.#declarator(this.#name("y"), 0)};`;
    }
  }

  #base(): string {
    const random = this.#random;
    const type = this.#unqualifiedBase();
    if (!random.chance(0.25)) return type;
    const qualifier = random.pick(QUALIFIERS.filter((word) => word !== "restrict"));
    return random.chance(0.5) ? `${qualifier} ${type}` : `${type} ${qualifier}`;
  }

  #unqualifiedBase(): string {
    const random = this.#random;
    const choice = random.next();
    if (choice < 0.25 && this.#typedefs.length > 0) return random.pick(this.#typedefs);
    if (choice < 0.4) {
      const { kind, tag } = this.#someTag();
      return `${kind} ${tag}`;
    }
    if (choice < 0.45 && this.#enums.length > 0) return `enum ${random.pick(this.#enums)}`;
    if (choice < 0.48) return "void";
    if (choice < 0.5) return "FILE";
    if (choice < 0.53) return this.#structOrEnum();
    return random.pick(PRIMITIVES);
  }

  #someTag(): { kind: "struct" | "union"; tag: string } {
    const random = this.#random;
    if (this.#tags.length > 0 && random.chance(0.7)) return random.pick(this.#tags);
    const made = { kind: random.pick(["struct", "struct", "union"] as const), tag: this.#name("s"), complete: false };
    this.#tags.push(made);
    return made;
  }

  #structOrEnum(): string {
    const random = this.#random;
    if (random.chance(0.25)) return this.#enum();
    const kind = random.pick(["struct", "struct", "union"] as const);
    if (random.chance(0.3)) return `${kind} { ${this.#fields()} }`;
    const open = this.#tags.find((tag) => !tag.complete && tag.kind === kind);
    const known = open !== undefined && random.chance(0.5) ? open : { kind, tag: this.#name("s"), complete: false };
    if (known !== open) this.#tags.push(known);
    known.complete = true;
    return `${kind} ${known.tag} { ${this.#fields()} }`;
  }

  #fields(): string {
    const random = this.#random;
    const fields = Array.from({ length: random.below(5) }, () => {
      const choice = random.next();
      if (choice < 0.1) {
        const type = random.pick(["int", "unsigned", "unsigned char", "long long", "bool"]);
        return `${type} ${this.#name("b")} : ${1 + random.below(type === "bool" ? 1 : 8)};`;
      }
      if (choice < 0.12) return `int : ${random.pick(["0", "3"])};`;
      if (choice < 0.2) return `${random.pick(["struct", "union"])} { ${this.#fields()} };`;
      // Fields by value are mostly of complete types, so that most structs can be made.
      const base = random.chance(0.8) ? random.pick(PRIMITIVES) : this.#base();
      const name = this.#name("m");
      return `${base} ${base.startsWith("struct") || base === "void" ? `*${name}` : this.#declarator(name, 0)};`;
    });
    return fields.join(" ");
  }

  #enum(): string {
    const random = this.#random;
    const tag = random.chance(0.6) ? this.#name("e") : "";
    const enumerators = Array.from({ length: 1 + random.below(4) }, () => {
      const name = this.#name("E");
      const value = random.chance(0.4) ? ` = ${random.chance(0.2) ? "-" : ""}${this.#number(0)}` : "";
      return `${name}${value}`;
    });
    if (tag !== "") this.#enums.push(tag);
    const comma = random.chance(0.2) ? "," : "";
    return `enum ${tag} { ${enumerators.join(", ")}${comma} }`;
  }

  /** A small number, as an expression. */
  #number(depth: number): string {
    const random = this.#random;
    const choice = random.next();
    if (choice < 0.2 && this.#constants.length > 0) return random.pick(this.#constants);
    if (choice < 0.4 && depth < 3) {
      const operator = random.pick(["+", "*", "|", "^", "&", "<<", "%", "/", "-"]);
      const right = ["<<", "%", "/"].includes(operator) ? String(1 + random.below(5)) : this.#number(depth + 1);
      return `(${this.#number(depth + 1)} ${operator} ${right})`;
    }
    return random.pick(["0", "1", "2", "3", "7", "0x10", "010", "'a'", "5u", "12L"]);
  }

  #pointers(): string {
    const random = this.#random;
    let text = "";
    while (random.chance(0.35)) text += `*${random.chance(0.25) ? ` ${random.pick(QUALIFIERS)} ` : ""}`;
    return text;
  }

  #declarator(name: string, depth: number): string {
    const random = this.#random;
    let text = `${this.#pointers()}${name}`;
    if (depth > 3) return text;
    // The length of an argument is forgotten, so that cffi takes any; here it is a good one.
    const length = depth === 0 ? this.#number(1) : String(random.below(20));
    if (random.chance(0.2)) text = random.chance(0.8) ? `${text}[${length}]` : `${text}[]`;
    if (random.chance(0.1)) text = `${text}[${1 + random.below(9)}]`;
    if (random.chance(0.2)) text = this.#function(`(*${random.chance(0.3) ? "const " : ""}${text})`, depth + 1);
    else if (random.chance(0.1)) text = `(${text})`;
    return text;
  }

  #function(name: string, depth: number): string {
    const random = this.#random;
    const count = random.below(4);
    if (count === 0) return `${name}(${random.pick(["", "void"])})`;
    const args = Array.from({ length: count }, () => {
      const argument = random.chance(0.5) ? this.#name("p") : "";
      return `${this.#base()} ${this.#declarator(argument, depth + 1)}`;
    });
    if (random.chance(0.1)) args.push("...");
    const convention = random.chance(0.04) && !name.includes("(") ? "__stdcall " : "";
    const at = name.search(/[^*]*$/);
    return `${name.slice(0, at)}${convention}${name.slice(at)}(${args.join(", ")})`;
  }
}

/** What a text could become under careless hands: a piece is lost, doubled, moved or replaced. */
export function mutate(random: Random, text: string): string {
  const pieces = text.match(/\w+|\s+|[^\w\s]/g) ?? [];
  const edits = 1 + random.below(3);
  for (let edit = 0; edit < edits; edit++) {
    const at = random.below(pieces.length + 1);
    const from = random.below(pieces.length + 1);
    switch (random.below(6)) {
      case 0:
        pieces.splice(at, 1);
        break;
      case 1:
        pieces.splice(at, 0, pieces[from] ?? ";");
        break;
      case 2:
        pieces.splice(at, random.below(20), ...pieces.slice(from, from + random.below(20)));
        break;
      case 3:
        pieces[at] = random.pick(ODDITIES);
        break;
      case 4:
        pieces.splice(at, 0, random.pick(ODDITIES));
        break;
      default:
        pieces.length = at;
    }
  }
  return pieces.join("");
}

const ODDITIES =
  "... ( ) { } [ ] * & , ; : = - ~ # ## \" ' \\ / /* */ // 0 0x 1.5 99999999999999999999 int struct union enum typedef const unsigned void __stdcall __attribute__ extern sizeof \u0000 \u00e9 \ud83d $ @ ` \n#define \n#if \n#endif \n#include \n# __VA_ARGS__ defined ? << 'a' \"C\" _Alignas _Atomic static".split(
    " ",
  );
