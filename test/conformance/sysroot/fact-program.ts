/**
 * Asks a compiler for facts about a set of headers without running anything: each question is one line of a C program,
 * answers are the numbers in an array of the object file, or the symbol that a pointer of the assembler text names.
 * A line that does not compile is an answer too: there is no such thing in these headers.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ByteReader } from "../../../src/core/bytes/byte-reader.ts";
import type { HeaderSet } from "./real-headers.ts";

/** An answer by question; a question without an answer does not compile with these headers. */
export type Answers = ReadonlyMap<string, string>;

const MAGIC = "packwheel facts";

/** Which basic type a type is: 0 for structs, pointers and what else is not in this list. */
const KINDS = [
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
];
const KIND = KINDS.map((type, index) => `${index + 1}*__builtin_types_compatible_p(__typeof__(T),${type})`).join("+");

const PRELUDE = `#define FACT_KIND(T) (${KIND})\n`;

/** Lines that include what there is of these headers. */
export function includeLines(headers: readonly string[]): string {
  return headers.map((header) => `#if __has_include(<${header}>)\n#include <${header}>\n#endif\n`).join("");
}

/** The questions that a type answers; with members those of a struct. */
export function typeQuestions(type: string, members: readonly string[] = []): string[] {
  const questions = [`sizeof(${type})`, `_Alignof(${type})`, `FACT_KIND(${type})`];
  for (const member of members) {
    const place = `((${type} *)0)->${member}`;
    questions.push(`__builtin_offsetof(${type}, ${member})`, `sizeof(${place})`, `FACT_KIND(${place})`);
  }
  return questions;
}

/** The values of constant expressions, in decimal. */
export function askValues(
  headers: HeaderSet,
  flags: readonly string[],
  includes: string,
  questions: readonly string[],
): Answers {
  return withFolder((folder) => {
    const object = join(folder, "facts.o");
    const compiled = compileWhatHolds(headers, [...flags, "-c", "-o", object], questions, (lines) =>
      [
        includes,
        PRELUDE,
        `const struct { char magic[16]; unsigned long long values[]; } facts = { "${MAGIC}", {\n`,
        lines((question) => `(unsigned long long)(${question}),`),
        "0 } };\n",
      ].join(""),
    );
    return readValues(readFileSync(object), compiled);
  });
}

/**
 * Which functions have these types, and the symbols that they are called by.
 *
 * @param prototypes `ssize_t (read) (int, void *, size_t)` by name.
 */
export function askFunctions(
  headers: HeaderSet,
  flags: readonly string[],
  includes: string,
  prototypes: ReadonlyMap<string, string>,
): Answers {
  return withFolder((folder) => {
    const text = join(folder, "facts.s");
    const names = [...prototypes.keys()];
    const compiled = compileWhatHolds(headers, [...flags, "-S", "-o", text], names, (lines) =>
      [
        includes,
        // The first declaration fails where there is no such function, the second where it has another type.
        lines((name) => `extern __typeof__(&(${name})) fact_${name}; extern ${prototypes.get(name)};`),
        '#line 1 "pointers"\n',
        "__attribute__((used)) static void (*const fact_pointers[])(void) = {\n",
        lines((name) => `(void (*)(void))(${name}),`),
        "0 };\n",
      ].join(""),
    );
    return readSymbols(readFileSync(text, "utf8"), compiled);
  });
}

/** Every macro without parameters that these headers define, with its text. */
export function listMacros(
  headers: HeaderSet,
  flags: readonly string[],
  includes: string,
): ReadonlyMap<string, string> {
  const macros = new Map<string, string>();
  const predefined = new Set(definedMacros(headers, flags, "").keys());
  for (const [name, text] of definedMacros(headers, flags, includes)) if (!predefined.has(name)) macros.set(name, text);
  return macros;
}

function definedMacros(headers: HeaderSet, flags: readonly string[], includes: string): Map<string, string> {
  const { stdout } = compile(headers, [...flags, "-E", "-dM"], includes);
  return new Map([...stdout.matchAll(/^#define (\w+) (.*)$/gm)].map(([, name = "", text = ""]) => [name, text]));
}

/** Every function that these headers declare, by name, as {@link askFunctions} takes them. */
export function listFunctions(
  headers: HeaderSet,
  flags: readonly string[],
  includes: string,
): ReadonlyMap<string, string> {
  return withFolder((folder) => {
    const list = join(folder, "prototypes.txt");
    compile(headers, [...flags, "-fsyntax-only", "-aux-info", list], includes);
    const prototypes = new Map<string, string>();
    for (const line of readFileSync(list, "utf8").split("\n")) {
      const [, declaration = ""] = /^\/\*.*:N[CF] \*\/ (?:extern|static) ([^;]*);/.exec(line) ?? [];
      const [, before = "", name = "", after = ""] = /^(.*?[ *])(\w+) (\(.*)$/.exec(declaration) ?? [];
      if (name === "" || name.startsWith("__builtin")) continue;
      prototypes.set(
        name,
        `${before}(${name}) ${after}`.replace(/^inline /, "").replaceAll("__gnuc_va_list", "__builtin_va_list"),
      );
    }
    return prototypes;
  });
}

/** Leaves out one line after the other that has an error, until the program compiles. */
function compileWhatHolds(
  headers: HeaderSet,
  flags: readonly string[],
  questions: readonly string[],
  write: (lines: (line: (question: string) => string) => string) => string,
): readonly string[] {
  let left = questions.map((question, index) => ({ question, number: index + 1 }));
  for (;;) {
    const program = write((line) =>
      left.map(({ question, number }) => `#line ${number} "question"\n${line(question)}\n`).join(""),
    );
    const { status, stderr } = compile(headers, flags, program);
    if (status === 0) return left.map(({ question }) => question);
    const wrong = new Set(
      [...stderr.matchAll(/^question:(\d+):\d+: (?:error|note)/gm)].map(([, number]) => Number(number)),
    );
    const remaining = left.filter(({ number }) => !wrong.has(number));
    if (remaining.length === left.length) throw new Error(`${headers.program} cannot read the headers:\n${stderr}`);
    left = remaining;
  }
}

function compile(
  { program, flags: setFlags }: HeaderSet,
  flags: readonly string[],
  source: string,
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const fixed = ["-std=gnu17", "-w", "-fmax-errors=0", "-fno-pie", "-xc"];
  return spawnSync(program, [...setFlags, ...fixed, ...flags, "-"], {
    input: source,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    maxBuffer: 1 << 28,
  });
}

function readValues(object: Uint8Array, questions: readonly string[]): Answers {
  const isElf = object[0] === 0x7f;
  const littleEndian = !isElf || object[5] === 1; // EI_DATA; objects of Windows have no other order
  const start = Buffer.from(object).indexOf(`${MAGIC}\0`, 0, "latin1");
  const reader = new ByteReader(object, littleEndian, "ELF_TRUNCATED", "facts");
  reader.seek(start + 16);
  return new Map(questions.map((question) => [question, BigInt.asIntN(64, reader.u64()).toString()]));
}

/** Pointers in assembler text are lines such as `.quad read` after the label of their array. */
function readSymbols(text: string, names: readonly string[]): Answers {
  const start = text.indexOf("\nfact_pointers:");
  const found = [...text.slice(start).matchAll(/^\s+\.\w+\s+([A-Za-z_]\w*)\s*$/gm)].map(([, symbol = ""]) => symbol);
  return new Map(names.map((name, index) => [name, found[index] ?? ""]));
}

function withFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "packwheel-facts-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
