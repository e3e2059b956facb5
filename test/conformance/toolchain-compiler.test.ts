/** The real toolchain, in threads and in this one: what it makes is loaded by Python and read by the tools of others. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { undefinedSymbols } from "../../src/core/object/elf/undefined-symbols.ts";
import type { CCompiler, CompileJob } from "../../src/core/ports/compiler.ts";
import { BUILD_TARGETS } from "../../src/core/targets/build-target.ts";
import { BuildCache } from "../../src/node/build-cache.ts";
import { diskFiles, programPath } from "../../src/node/toolchain/disk-files.ts";
import { hurryWebAssembly, loadToolchain } from "../../src/node/toolchain/load-toolchain.ts";
import { nodeWasmCompiler } from "../../src/node/toolchain/node-wasm-compiler.ts";
import { compileSource } from "../../src/toolchain/compile-source.ts";
import type { Toolchain } from "../../src/toolchain/toolchain.ts";
import { OutsideFolder } from "../../src/toolchain/wasi/outside-folder.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";

const FILES: Readonly<Record<string, string>> = {
  "native/hello.h": '#define GREETING "hello "\nchar *greet(const char *name);\ndouble length(double x, double y);\n',
  "native/greet.c": [
    '#include "hello.h"',
    "#include <stdio.h>",
    "#include <stdlib.h>",
    "#include <string.h>",
    "char *greet(const char *name)",
    "{",
    "  size_t size = strlen(name) + sizeof GREETING;",
    "  char *text = malloc(size);",
    '  if (text != NULL) snprintf(text, size, GREETING "%s", name);',
    "  return text;",
    "}",
    'const char *where(void) { return __FILE__ " " __DATE__; }',
    "",
  ].join("\n"),
  "native/length.c":
    '#include "hello.h"\n#include <math.h>\ndouble length(double x, double y) { return sqrt(x * x + y * y); }\n',
  "native/wide.c": "unsigned long long quotient(unsigned long long a, unsigned long long b) { return a / b; }\n",
  "native/warns.c": "int unused(void)\n{\n  int nobody;\n  return 1;\n}\n",
  "native/wrong.c": "int wrong = ;\n",
  "native/lacks.c": "int nowhere(void);\nint lacks(void) { return nowhere(); }\n",
  "native/young.c": "int getentropy(void *, unsigned long);\nint young(char *a) { return getentropy(a, 1); }\n",
  "native/asm.S": ".globl answer\n.hidden answer\n.type answer, @function\nanswer:\n  movl $42, %eax\n  ret\n",
  "native/asm.c": "int answer(void);\nint ask(void) { return answer(); }\n",
  "native/endless.c": `${Array.from({ length: 4000 }, (_, index) => `int f${index}(int x) { return x * ${index} + f(x); }`).join("\n")}\n`,
};

const JOB: CompileJob = {
  name: "hello",
  output: "library",
  fileName: "libhello.so",
  sources: ["native/greet.c", "native/length.c", "native/wide.c"],
  includeDirs: [],
  defines: [],
  flags: ["-Wall"],
  libraries: ["m"],
  std: "c11",
  target: "x86_64-unknown-linux-gnu",
  profile: "release",
  deploymentTarget: undefined,
  timestamp: 1_580_601_600,
};

const folders: string[] = [];

function project(): string {
  const root = mkdtempSync(join(tmpdir(), "packwheel-toolchain-"));
  folders.push(root);
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const compilerFor = (directory: string): CCompiler =>
  nodeWasmCompiler({ directory, cache: new BuildCache(directory, true) });

let root = "";
let compiler: CCompiler;
let toolchain: Toolchain;
before(async () => {
  hurryWebAssembly(".", []);
  root = project();
  compiler = compilerFor(root);
  toolchain = await loadToolchain(root);
});
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the WASM compiler", () => {
  test("makes a library that every Python loads", async (t) => {
    const { bytes, diagnostics, cached } = await compiler.compile(JOB);
    assert.deepEqual([diagnostics, cached], [[], false]);
    const isHere = process.platform === "linux" && process.arch === "x64";
    if (!requireJudge(t, isHere && findPythons().length > 0, "Python on x86_64 Linux")) return;
    writeFileSync(join(root, "libhello.so"), bytes);
    const code = [
      "import ctypes",
      "library = ctypes.CDLL('./libhello.so')",
      "library.greet.restype = library.where.restype = ctypes.c_char_p",
      "library.length.restype, library.length.argtypes = ctypes.c_double, [ctypes.c_double] * 2",
      "print('%s %s %s' % (library.greet(b'you').decode(), library.length(3, 4), library.where().decode()))",
    ].join("\n");
    for (const { path, version } of findPythons()) {
      const { stdout, stderr } = spawnSync(path, ["-c", code], { cwd: root, encoding: "utf8" });
      assert.equal(stdout, "hello you 5.0 native/greet.c Feb  2 2020\n", `${version}: ${stderr}`);
    }
  });

  test("makes the same bytes in another folder, and from what was kept", async () => {
    const here = await compiler.compile(JOB);
    const there = await compilerFor(project()).compile(JOB);
    assert.deepEqual([here.cached, there.cached], [true, false]);
    assert.deepEqual(here.bytes, there.bytes);
    const text = Buffer.from(here.bytes).toString("latin1");
    assert.ok(!text.includes(root) && !text.includes(".packwheel"), "a path of this machine is in the library");
  });

  test("compiles again what has changed, a header for instance", async () => {
    const other = project();
    const own = compilerFor(other);
    const before = await own.compile(JOB);
    writeFileSync(join(other, "native/hello.h"), `${FILES["native/hello.h"]}`.replace("hello ", "howdy "));
    const after = await own.compile(JOB);
    assert.equal(after.cached, false);
    assert.notDeepEqual(after.bytes, before.bytes);
  });

  test("gives clang's warnings as values", async () => {
    const { diagnostics } = await compiler.compile({ ...JOB, sources: ["native/warns.c"], libraries: [] });
    assert.deepEqual(diagnostics, [
      {
        severity: "warning",
        message: "unused variable 'nobody' [-Wunused-variable]",
        file: "native/warns.c",
        line: 3,
        column: 7,
      },
    ]);
  });

  test("shows what clang says of a source that is wrong", async () => {
    const said =
      "native/wrong.c:1:13: error: expected expression\n    1 | int wrong = ;\n      |             ^\n1 error generated.";
    await assert.rejects(compiler.compile({ ...JOB, sources: ["native/wrong.c"] }), {
      code: "NATIVE_COMPILE_FAILED",
      message: `Cannot compile native "hello": the compiler refuses "native/wrong.c"\n\n${said}`,
    });
  });

  test("names the object that wants what is nowhere, and what is too young", async () => {
    await assert.rejects(compiler.compile({ ...JOB, sources: ["native/lacks.c"] }), (error: Error) => {
      assert.match(error.message, /undefined symbol: nowhere\n>>> referenced by lacks\.c\n>>> +lacks\.o:\(lacks\)/);
      return true;
    });
    await assert.rejects(compiler.compile({ ...JOB, sources: ["native/young.c"] }), {
      code: "NATIVE_COMPILE_FAILED",
      hint: /^`getentropy` needs glibc 2\.25, and linux-x86_64 is built for 2\.17 and newer: /,
    });
  });

  test("stops when it is told to", async () => {
    const controller = new AbortController();
    const job = compiler.compile({ ...JOB, sources: ["native/endless.c"], signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await assert.rejects(job, { message: "enough" });
    // The thread that was ended is replaced.
    assert.ok((await compiler.compile({ ...JOB, defines: ["AGAIN"] })).bytes.length > 0);
  });

  test("assembles files of assembly", async () => {
    const project = new OutsideFolder(diskFiles, programPath(root));
    const run = {
      target: BUILD_TARGETS[0]!,
      floor: "2.17",
      workingDirectory: "/.packwheel/project",
      output: "object",
      flags: [],
      level: "2",
      timestamp: 0,
    } as const;
    const good = await compileSource(
      toolchain,
      { project },
      { ...run, language: "assembler-with-cpp", source: "native/asm.S" },
    );
    assert.deepEqual([good.exitCode, good.messages], [0, ""]);
    writeFileSync(join(root, "native/bad.s"), "\tnop\n\tnonsense %eax\n");
    const bad = await compileSource(toolchain, { project }, { ...run, language: "assembler", source: "native/bad.s" });
    assert.equal(bad.exitCode, 1);
    assert.match(bad.messages, /^native\/bad\.s:\d+:2: error: invalid instruction mnemonic 'nonsense'/);
  });
});

describe("undefinedSymbols()", () => {
  for (const target of BUILD_TARGETS.filter(({ libc }) => libc === "glibc")) {
    test(`reads what an object for ${target.machine} wants, as readelf does`, async (t) => {
      const readelf = findProgram("readelf");
      if (!requireJudge(t, readelf !== undefined, "readelf") || readelf === undefined) return;
      const project = new OutsideFolder(diskFiles, programPath(root));
      const { bytes } = await compileSource(
        toolchain,
        { project },
        {
          target,
          floor: target.defaultFloor,
          language: "c",
          source: "native/greet.c",
          workingDirectory: "/.packwheel/project",
          output: "object",
          flags: ["-O2"],
          level: "2",
          timestamp: 0,
        },
      );
      const path = join(root, `${target.name}.o`);
      writeFileSync(path, bytes ?? "");
      const { stdout } = spawnSync(readelf, ["-sW", path], { encoding: "utf8" });
      const wanted = [...stdout.matchAll(/ GLOBAL \w+ (?:.*? )?UND (\S+)$/gm)].map(([, name]) => name);
      assert.ok(wanted.length >= 2, stdout);
      assert.deepEqual([...(undefinedSymbols(bytes ?? new Uint8Array(0)) ?? [])].sort(), wanted.sort());
    });
  }
});
