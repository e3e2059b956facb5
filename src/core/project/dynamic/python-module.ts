/**
 * What a Python module says in plain words, read without running it: string constants assigned at its top level,
 * and its docstring.
 *
 * Need: `__version__ = "1.2"` in a package. Naive way: a regular expression over the text. Why it fails: the same
 * line may stand in a docstring, in a comment's neighbour, in a function, or go on over the end of the line.
 * So the module is cut into logical lines by Python's lexical rules, and only simple statements that begin
 * in the first column are looked at.
 * Spec: https://docs.python.org/3/reference/lexical_analysis.html
 */

export type PythonConstant =
  /** `__version__ = "1.2"` */
  | { readonly kind: "string"; readonly value: string; readonly line: number }
  /** `__version__ = get_version()` */
  | { readonly kind: "computed"; readonly line: number };

type Token =
  | { readonly kind: "word"; readonly text: string; readonly line: number }
  | { readonly kind: "sign"; readonly text: string; readonly line: number }
  /** `undefined` value: a string, but bytes, a format string, or one with an escape that needs Python */
  | { readonly kind: "string"; readonly value: string | undefined; readonly line: number };

/** One simple statement at the top level of a module. */
type Statement = readonly Token[];

/** Words that begin a statement with a block of its own, which may follow on the same line. */
const BLOCK_WORDS: ReadonlySet<string> = new Set(
  "async class def elif else except finally for if try while with".split(" "),
);

/** The last assignment to `name` at the top level counts, as it does for Python. Undefined when there is none. */
export function findPythonConstant(source: string, name: string): PythonConstant | undefined {
  let found: PythonConstant | undefined;
  for (const statement of readStatements(source)) {
    found = readAssignment(statement, name) ?? found;
  }
  return found;
}

/** Where `from module import name`, or `import other as name`, at the top level takes a name from. */
export interface PythonImport {
  /** `.package_data`, with a dot for each level upwards. */
  readonly module: string;
  /** As the other module calls it. */
  readonly name: string;
}

/** The last `from` statement at the top level that binds the name. */
export function findPythonImport(source: string, name: string): PythonImport | undefined {
  let found: PythonImport | undefined;
  for (const statement of readStatements(source)) {
    found = readImport(statement, name) ?? found;
  }
  return found;
}

function readImport(statement: Statement, name: string): PythonImport | undefined {
  const words = statement.map((token) => (token.kind === "string" ? "" : token.text));
  const at = words.indexOf("import");
  if (words[0] !== "from" || at === -1) return undefined;
  const names = words.slice(at + 1).filter((word) => word !== "(" && word !== ")");
  const parts = names.join(" ").split(",");
  const bound = parts.map((part) => part.trim()).find((part) => part.split(" ").at(-1) === name);
  const [original] = bound?.split(" ") ?? [];
  return original === undefined ? undefined : { module: words.slice(1, at).join(""), name: original };
}

/** The string that a module begins with. Undefined when it begins with something else. */
export function findPythonDocstring(source: string): string | undefined {
  for (const statement of readStatements(source)) return readStringExpression(statement);
  return undefined;
}

/** `name = "a"`, `name: str = "a"`, `other = name = "a"`, `name += "a"`; undefined for every other statement. */
function readAssignment(statement: Statement, name: string): PythonConstant | undefined {
  const [first] = statement;
  if (first?.kind !== "word") return undefined;
  const [, second] = statement;
  if (first.text === name && second?.kind === "sign") {
    if (isAugmented(second.text)) return { kind: "computed", line: first.line };
    if (second.text === ":") {
      const equals = statement.findIndex((token) => isSign(token, "="));
      return equals === -1 ? undefined : readValue(statement.slice(equals + 1), first.line);
    }
  }
  const parts = splitAtEquals(statement);
  const targets = parts.slice(0, -1);
  const isTarget = targets.some(([only, ...rest]) => rest.length === 0 && only?.kind === "word" && only.text === name);
  return isTarget ? readValue(parts.at(-1) ?? [], first.line) : undefined;
}

function readValue(tokens: readonly Token[], line: number): PythonConstant {
  const value = readStringExpression(tokens);
  return value === undefined ? { kind: "computed", line } : { kind: "string", value, line };
}

/** `"a"`, `"a" "b"`, `("a" "b")` */
function readStringExpression(tokens: readonly Token[]): string | undefined {
  const inner = isSign(tokens[0], "(") && isSign(tokens.at(-1), ")") ? tokens.slice(1, -1) : tokens;
  if (inner.length === 0) return undefined;
  let joined = "";
  for (const token of inner) {
    if (token.kind !== "string" || token.value === undefined) return undefined;
    joined += token.value;
  }
  return joined;
}

function splitAtEquals(statement: Statement): readonly Token[][] {
  const parts: Token[][] = [[]];
  for (const token of statement) {
    if (isSign(token, "=")) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === "sign" && token.text === text;
}

function isAugmented(sign: string): boolean {
  return sign.length > 1 && sign.endsWith("=") && !["==", "!=", "<=", ">=", ":="].includes(sign);
}

/** Simple statements that begin in the first column; of a block its first word alone. What is indented is passed over. */
function* readStatements(source: string): Generator<Statement> {
  const scanner = new Scanner(source);
  while (!scanner.atEnd) {
    const indented = scanner.skipIndentation();
    const statements = scanner.readLogicalLine();
    const [first] = statements[0] ?? [];
    const isBlock = first?.kind === "word" && BLOCK_WORDS.has(first.text);
    if (indented) continue;
    if (isBlock) yield [first];
    else yield* statements.filter((statement) => statement.length > 0);
  }
}

/** Walks the text once; every step moves forward. */
class Scanner {
  readonly #text: string;
  #position: number;
  #line = 1;

  constructor(text: string) {
    this.#text = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    this.#position = this.#text.startsWith("\ufeff") ? 1 : 0;
  }

  get atEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  /** @returns Whether the line begins with blanks. */
  skipIndentation(): boolean {
    const blanks = this.#take(/[ \t\f]*/y);
    return blanks !== "";
  }

  /** Up to the line end that no bracket, string or backslash hides; split at semicolons. */
  readLogicalLine(): readonly Statement[] {
    const statements: Token[][] = [[]];
    let depth = 0;
    while (!this.atEnd) {
      this.#take(/(?:[ \t\f]|\\\n)*/y);
      if (this.#peek() === "#") this.#take(/[^\n]*/y);
      if (this.#peek() === "\n") {
        this.#take(/\n/y);
        if (depth === 0) break;
        continue;
      }
      const token = this.#readToken();
      if (token === undefined) continue;
      if (token.kind === "sign") {
        if ("([{".includes(token.text)) depth += 1;
        if (")]}".includes(token.text)) depth = Math.max(0, depth - 1);
        if (token.text === ";" && depth === 0) {
          statements.push([]);
          continue;
        }
      }
      statements.at(-1)?.push(token);
    }
    return statements;
  }

  #readToken(): Token | undefined {
    const line = this.#line;
    const prefix = this.#take(/(?:[rRbBuUfFtT]{1,2})?(?=["'])/y);
    if (this.#peek() === '"' || this.#peek() === "'") return { kind: "string", value: this.#readString(prefix), line };
    const word = this.#take(/[\p{XID_Start}_]\p{XID_Continue}*/uy);
    if (word !== "") return { kind: "word", text: word, line };
    const number = this.#take(/[0-9][0-9A-Za-z_.]*/y);
    if (number !== "") return { kind: "word", text: number, line };
    const sign = this.#take(/(?:\*\*|\/\/|<<|>>|[+\-*/%&|^@<>=!:])?=(?!=)|==|[^\s]/uy);
    if (sign !== "") return { kind: "sign", text: sign, line };
    // A stray control character: no Python, but not ours to judge.
    this.#position += 1;
    return undefined;
  }

  /** From the opening quote to behind the closing one. An open string ends with its line, or with the file. */
  #readString(prefix: string): string | undefined {
    const triple = this.#take(/"""|'''/y);
    const quote = triple === "" ? this.#take(/["']/y) : triple;
    const start = this.#position;
    let end: number | undefined;
    while (this.#position < this.#text.length) {
      if (this.#text.startsWith(quote, this.#position)) {
        end = this.#position;
        this.#move(quote.length);
        break;
      }
      if (triple === "" && this.#peek() === "\n") return undefined;
      this.#move(this.#peek() === "\\" ? 2 : 1);
    }
    if (end === undefined || /[bft]/i.test(prefix)) return undefined;
    const content = this.#text.slice(start, end);
    return /r/i.test(prefix) ? content : unescapePython(content);
  }

  #peek(): string {
    return this.#text.charAt(this.#position);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const taken = pattern.exec(this.#text)?.[0] ?? "";
    this.#move(taken.length);
    return taken;
  }

  #move(length: number): void {
    for (let count = 0; count < length; count++) {
      if (this.#text.charAt(this.#position) === "\n") this.#line += 1;
      this.#position += 1;
    }
  }
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Undefined for `\N{...}` and broken escapes. An unknown escape stays as it is, as in Python. */
function unescapePython(content: string): string | undefined {
  let broken = false;
  const value = content.replace(
    /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S]|$))/g,
    (whole: string, octal?: string, hex2?: string, hex4?: string, hex8?: string, letter = "") => {
      const hex = hex2 ?? hex4 ?? hex8;
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16);
        if (code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
        broken = true;
        return whole;
      }
      if ("NxuU".includes(letter)) broken = true;
      return SIMPLE_ESCAPES[letter] ?? whole;
    },
  );
  return broken ? undefined : value;
}
