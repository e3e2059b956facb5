import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { emitAbiModule } from "../../src/core/cdef/emit-abi-module.ts";
import { runCli } from "./run-cli.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const HEADER = `#pragma once
#include <stdint.h>
#include "types.h"
#define LIBRARY_LIMIT (1 << 4)
#ifdef PYTHON_HEADER
uint32_t seen_by_python(point *p);
#endif
#if defined(EXTRA) && EXTRA > 1
int extra(int);
#endif
int LIBRARY_PREFIX(add)(int a, int b);
`;

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-cffi-"));
  mkdirSync(join(folder, "include"));
  writeFileSync(join(folder, "library.h"), HEADER);
  writeFileSync(join(folder, "include", "types.h"), "typedef struct { int x, y; } point;\n");
  writeFileSync(join(folder, "broken.h"), "int good(int);\n\n  int bad(foo_t *x);\n");
});
after(() => rmSync(folder, { recursive: true, force: true }));

const WORDS = ["cffi", "--include-dir", "include", "-D", "LIBRARY_PREFIX(name)=library_##name", "library.h"];

describe("packwheel cffi", () => {
  test("prints the module and nothing else on stdout", async () => {
    const run = await runCli([...WORDS, "--module", "pkg._native"], { cwd: folder });
    const source =
      "typedef struct { int x, y; } point; uint32_t seen_by_python(point *p); int library_add(int a, int b);";
    assert.deepEqual(run, { exitCode: 0, stdout: emitAbiModule({ moduleName: "pkg._native", source }), stderr: "" });
  });

  test("keeps constants and takes defines when asked to", async () => {
    const run = await runCli([...WORDS, "--module", "m", "--constants", "--define", "EXTRA=2"], { cwd: folder });
    assert.match(run.stdout, /b'\\xFF\\xFF\\xFF\\x1FLIBRARY_LIMIT',16/);
    assert.match(run.stdout, /extra',0/);
  });

  test("prints the text of the cdef with --preprocessed", async () => {
    const run = await runCli([...WORDS, "--preprocessed"], { cwd: folder });
    assert.equal(
      run.stdout,
      `# 1 "include/types.h"
typedef struct { int x, y; } point;
# 6 "library.h"
uint32_t seen_by_python(point *p);




int library_add        (int a, int b);
`,
    );
  });

  test("gives one JSON object with --json", async () => {
    const run = await runCli(["cffi", "--json", "--module", "m", "include/types.h"], { cwd: folder });
    const text = emitAbiModule({ moduleName: "m", source: "typedef struct { int x, y; } point;" });
    assert.deepEqual(JSON.parse(run.stdout), {
      version: 1,
      command: "cffi",
      files: [{ path: "include/types.h", kind: "cffi-module", module: "m", text }],
      findings: [],
    });
  });

  test("shows the place of an error with its line and a caret", async () => {
    const run = await runCli(["cffi", "--module", "m", "broken.h"], { cwd: folder });
    assert.deepEqual(run, {
      exitCode: 1,
      stdout: "",
      stderr: `error: Cannot read broken.h:3:11: unknown type "foo_t" [CDEF_TYPE_UNKNOWN]
    int bad(foo_t *x);
            ^

hint: Declare it before it is used; types of system headers are not read
`,
    });
  });

  test("knows Windows types when asked to", async () => {
    writeFileSync(join(folder, "windows.h"), "HANDLE open(LPCWSTR name, DWORD access);\n");
    const without = await runCli(["cffi", "--module", "m", "windows.h"], { cwd: folder });
    assert.match(without.stderr, /unknown type "HANDLE"/);
    const run = await runCli(["cffi", "--module", "m", "--windows-types", "64", "windows.h"], { cwd: folder });
    const source = "void *open(const wchar_t *name, unsigned long access);";
    assert.equal(run.stdout, emitAbiModule({ moduleName: "m", source }));
  });

  const faults = [
    { name: "no module name", argv: ["library.h"], message: "What is the module called?" },
    { name: "no header", argv: ["--module", "m"], message: 'Command "cffi" needs an argument' },
    {
      name: "bits that are none",
      argv: ["--module", "m", "--windows-types", "48", "library.h"],
      message: 'Option "--windows-types" needs 32 or 64, not "48"',
    },
  ];
  for (const { name, argv, message } of faults) {
    test(`refuses ${name} with exit code 2`, async () => {
      const run = await runCli(["cffi", ...argv], { cwd: folder });
      assert.equal(run.exitCode, 2);
      assert.ok(run.stderr.startsWith(`error: ${message}\n`), run.stderr);
    });
  }

  test("names a header that is missing", async () => {
    const run = await runCli(["cffi", "--module", "m", "nowhere.h"], { cwd: folder });
    assert.equal(run.stderr, 'error: Cannot read "nowhere.h": there is no such file [FILE_MISSING]\n');
  });

  test("names an include that is missing", async () => {
    const run = await runCli(["cffi", "--module", "m", "library.h"], { cwd: folder });
    assert.match(
      run.stderr,
      /^error: Cannot read library\.h:3:10: no file "types\.h" was found \[CDEF_INCLUDE_MISSING\]\n/,
    );
  });

  test("refuses a define that is none", async () => {
    const run = await runCli(["cffi", "--module", "m", "-D", "1=2", "include/types.h"], { cwd: folder });
    assert.match(run.stderr, /^error: Cannot define "1 2": expected a name after #define \[CDEF_MACRO_INVALID\]/);
  });

  /** As a process, because standard input is the process's own. */
  function withInput(input: string, ...words: string[]): { readonly stdout: string; readonly status: number | null } {
    const program = "import { main } from './src/cli/main.ts'; process.exitCode = await main(process.argv.slice(1));";
    const argv = ["--import", "tsx", "--input-type=module", "-e", program, "--", "cffi", ...words, "-"];
    return spawnSync(process.execPath, argv, { cwd: ROOT, input, encoding: "utf8" });
  }

  test("reads a header from standard input", () => {
    const run = withInput("#define TWO 2\nint f(int a[TWO]);\n", "--module", "m", "--constants");
    const source = "#define TWO 2\nint f(int *);";
    assert.deepEqual([run.status, run.stdout], [0, emitAbiModule({ moduleName: "m", source })]);
  });

  test("cleans what a compiler has preprocessed", () => {
    const input = `# 0 "a.h"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
typedef int from_the_system;
# 0 "<command-line>" 2
# 1 "a.h"
__attribute__((visibility("default"))) int f(int);
`;
    assert.equal(withInput(input, "--preprocessed").stdout, `# 1 "a.h"\n${" ".repeat(39)}int f(int);\n`);
  });
});
