import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CcArguments, parseCcArguments } from "../../../src/toolchain/cc/parse-arguments.ts";

const NOTHING: CcArguments = {
  action: "link",
  question: undefined,
  items: [],
  output: undefined,
  flags: [],
  level: "0",
  target: undefined,
  isShared: false,
  isRelocatable: false,
  isStatic: false,
  isStripped: false,
  withoutLibraries: false,
  withoutStart: false,
  withoutHeaders: false,
  wantsDebugInformation: false,
  dependencies: undefined,
  isVerbose: false,
};

const source = (path: string, language: "c" | "c++" | "assembler" | "assembler-with-cpp" | "header" = "c") => {
  return { kind: "source", path, language } as const;
};
const file = (path: string) => ({ kind: "file", path }) as const;
const word = (text: string) => ({ kind: "word", word: text }) as const;

const lines: readonly { line: string; parsed: Partial<CcArguments> }[] = [
  { line: "-c a.c", parsed: { action: "object", items: [source("a.c")] } },
  { line: "-c -o out.o a.c", parsed: { action: "object", output: "out.o", items: [source("a.c")] } },
  { line: "-oout.o -c a.c", parsed: { action: "object", output: "out.o", items: [source("a.c")] } },
  { line: "-O2 -S a.c", parsed: { action: "assembly", level: "2", flags: ["-O2"], items: [source("a.c")] } },
  { line: "-E -c a.c", parsed: { action: "preprocess", items: [source("a.c")] } },
  { line: "-c -fsyntax-only a.c", parsed: { action: "check", items: [source("a.c")] } },
  {
    line: "-I inc -Iother -isystem sys -D A=1 -DB -UC -include c.h -Wall -std=c11 -fno-strict-aliasing",
    parsed: {
      flags: "-I inc -I other -isystem sys -D A=1 -D B -U C -include c.h -Wall -std=c11 -fno-strict-aliasing".split(
        " ",
      ),
    },
  },
  {
    line: "-shared a.o -L lib -lz b.a -Wl,--as-needed,-soname,x.so.1 -Xlinker -Map=m -z lazy -lm",
    parsed: {
      isShared: true,
      items: [
        ...[file("a.o"), word("-Llib"), word("-lz"), file("b.a"), word("--as-needed"), word("-soname"), word("x.so.1")],
        ...[word("-Map=m"), word("-z"), word("lazy"), word("-lm")],
      ],
    },
  },
  { line: "-pthread a.c", parsed: { flags: ["-pthread"], items: [word("-lpthread"), source("a.c")] } },
  {
    line: "-rdynamic -s -static a.o",
    parsed: { isStripped: true, isStatic: true, items: [word("--export-dynamic"), file("a.o")] },
  },
  { line: "--target=aarch64-linux-gnu a.o", parsed: { target: "aarch64-linux-gnu", items: [file("a.o")] } },
  { line: "-target aarch64-linux-gnu a.o", parsed: { target: "aarch64-linux-gnu", items: [file("a.o")] } },
  {
    line: "--sysroot /x --sysroot=/y -isysroot /z -B/w -pipe -flto=auto -fuse-ld=gold -static-libgcc a.o",
    parsed: { items: [file("a.o")] },
  },
  { line: "-x c++ a.txt -x none b.c -", parsed: { items: [source("a.txt", "c++"), source("b.c"), source("-")] } },
  {
    line: "a.C a.cpp a.S a.s a.h a.i libx.so.1.2 noending",
    parsed: {
      items: [
        ...[
          source("a.C", "c++"),
          source("a.cpp", "c++"),
          source("a.S", "assembler-with-cpp"),
          source("a.s", "assembler"),
        ],
        ...[source("a.h", "header"), source("a.i"), file("libx.so.1.2"), file("noending")],
      ],
    },
  },
  { line: "-c -- -a.c", parsed: { action: "object", items: [source("-a.c")] } },
  {
    line: "-c a.c -MD -MF a.d -MT x -MQ $y -MP",
    parsed: {
      action: "object",
      items: [source("a.c")],
      dependencies: { path: "a.d", targets: ["x", "$$y"], ownHeadersOnly: false, phony: true },
    },
  },
  {
    line: "-MM -MG a.c",
    parsed: {
      action: "dependencies",
      items: [source("a.c")],
      dependencies: { path: undefined, targets: [], ownHeadersOnly: true, phony: false },
    },
  },
  { line: "-g -Og a.o", parsed: { wantsDebugInformation: true, level: "1", flags: ["-Og"], items: [file("a.o")] } },
  { line: "-g -g0 -Ofast a.o", parsed: { level: "3", flags: ["-Ofast"], items: [file("a.o")] } },
  {
    line: "-nostdlib -nostdinc a.o",
    parsed: { withoutLibraries: true, withoutStart: true, withoutHeaders: true, items: [file("a.o")] },
  },
  { line: "-undef a.o", parsed: { flags: ["-undef"], items: [file("a.o")] } },
  { line: "--version", parsed: { question: "version" } },
  { line: "-v", parsed: { question: "version", isVerbose: true } },
  { line: "-dumpmachine", parsed: { question: "target" } },
  { line: "--print-file-name=libc.so", parsed: { question: { file: "libc.so" } } },
];

describe("parseCcArguments()", () => {
  for (const { line, parsed } of lines) {
    test(`reads ${line}`, () => assert.deepEqual(parseCcArguments(line.split(" ")), { ...NOTHING, ...parsed }));
  }

  test("reads C as C++ for c++", () => {
    assert.deepEqual(parseCcArguments(["a.c"], "c++").items, [source("a.c", "c++")]);
  });

  const bad = [
    { line: "a.c -o", message: 'Cannot read option "-o": its value is missing' },
    { line: "-I", message: 'Cannot read option "-I": its value is missing' },
    { line: "-c a.m", message: 'Cannot compile "a.m": it is Objective-C, which packwheel does not compile' },
    { line: "-c b/a.mm", message: 'Cannot compile "b/a.mm": it is Objective-C, which packwheel does not compile' },
    {
      line: "-x objective-c++ a.c",
      message: 'Cannot compile "objective-c++": it is Objective-C, which packwheel does not compile',
    },
    { line: "-x fortran a.f", message: 'Cannot compile "fortran": it is no language that packwheel compiles' },
  ];
  for (const { line, message } of bad) {
    test(`refuses ${line}`, () => {
      assert.throws(() => parseCcArguments(line.split(" ")), { code: "CC_INVALID", message });
    });
  }
});
