/** Projects of make, CMake and autoconf, built for aarch64 with `packwheel cc` in the place of their compiler. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { PACKWHEEL } from "./environment.ts";
import { findProgram, requireJudge } from "./judge.ts";

const tool = (words: string): string => `${process.execPath} ${PACKWHEEL} ${words}`;
const CC = tool("cc --target=aarch64-linux-gnu");
const TOOLS = { CC, AR: tool("ar"), RANLIB: tool("ranlib"), STRIP: tool("strip") };

const FILES: Readonly<Record<string, string>> = {
  "src/greet.h": "int greet(const char *name, char *text, unsigned long size);\n",
  "src/greet.c": [
    '#include "greet.h"',
    "#include <stdio.h>",
    "int greet(const char *name, char *text, unsigned long size)",
    '{ return snprintf(text, size, "hello %s %zu", name, sizeof(long)); }',
    "",
  ].join("\n"),
  "src/main.c": [
    '#include "greet.h"',
    "#include <stdio.h>",
    "int main(int count, char **words)",
    "{ char text[64]; greet(words[count - 1], text, sizeof text); puts(text); return 0; }",
    "",
  ].join("\n"),
  Makefile: [
    "CFLAGS = -O2 -Wall -Werror -MD",
    "hello: libgreet.a src/main.o",
    "\t$(CC) -o $@ src/main.o -L. -lgreet",
    "\t$(STRIP) $@",
    "libgreet.a: src/greet.o",
    "\t$(AR) rcs $@ src/greet.o",
    "\t$(RANLIB) $@",
    "libgreet.so: src/greet.c",
    "\t$(CC) $(CFLAGS) -fPIC -shared -Wl,-soname,libgreet.so.1 -o $@ src/greet.c",
    "-include src/greet.d src/main.d",
    "",
  ].join("\n"),
  "CMakeLists.txt": [
    "cmake_minimum_required(VERSION 3.13)",
    "project(greet C)",
    "include(CheckIncludeFile)",
    "include(CheckFunctionExists)",
    "check_include_file(stdint.h HAVE_STDINT_H)",
    "check_function_exists(no_such_function HAVE_NOTHING)",
    "if(NOT HAVE_STDINT_H OR HAVE_NOTHING)",
    '  message(FATAL_ERROR "wrong answers")',
    "endif()",
    "add_library(greet STATIC src/greet.c)",
    "add_executable(hello src/main.c)",
    "target_link_libraries(hello greet)",
    "",
  ].join("\n"),
  "configure.ac": [
    "AC_INIT([greet], [1.0])",
    "AC_CONFIG_SRCDIR([src/greet.c])",
    "AC_PROG_CC",
    "AC_CHECK_HEADERS([stdint.h no_such_header.h])",
    "AC_CHECK_FUNCS([strtol no_such_function])",
    "AC_CHECK_SIZEOF([long])",
    "AC_CONFIG_FILES([config.mk])",
    "AC_OUTPUT",
    "",
  ].join("\n"),
  "config.mk.in": "DEFS = @DEFS@\n",
};

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-build-systems-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function project(name: string): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function run(
  cwd: string,
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  assert.equal(status, 0, `${command} ${words.join(" ")}: ${error?.message ?? ""}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Runs a program of aarch64, where there is an emulator and Debian's C library for it. */
function runOnArm(t: TestContext, program: string, ...words: readonly string[]): string | undefined {
  const qemu = findProgram("qemu-aarch64-static") ?? findProgram("qemu-aarch64");
  if (!requireJudge(t, qemu !== undefined, "qemu-user") || qemu === undefined) return undefined;
  return run(folder, qemu, ["-L", "/usr/aarch64-linux-gnu", program, ...words]);
}

const found = (t: TestContext, ...names: readonly string[]): boolean => {
  return names.every((name) => requireJudge(t, findProgram(name) !== undefined, name));
};

describe("packwheel cc", () => {
  test("builds a project of make, and what changed alone the second time", (t) => {
    if (!found(t, "make")) return;
    const root = project("make");
    const variables = Object.entries(TOOLS).map(([name, value]) => `${name}=${value}`);
    run(root, "make", [...variables, "hello", "libgreet.so"]);
    assert.match(
      readFileSync(join(root, "src/greet.d"), "utf8"),
      /^src\/greet\.o: src\/greet\.c \\\n {2}src\/greet\.h\n$/,
    );
    assert.match(run(root, "make", [...variables, "hello", "libgreet.so"]), /'hello' is up to date/);
    const shown = runOnArm(t, join(root, "hello"), "make");
    if (shown !== undefined) assert.equal(shown, "hello make 8\n");
  });

  test("builds a project of CMake", (t) => {
    if (!found(t, "cmake", "make")) return;
    const root = project("cmake");
    const system = ["-DCMAKE_SYSTEM_NAME=Linux", "-DCMAKE_SYSTEM_PROCESSOR=aarch64"];
    run(root, "cmake", ["-G", "Unix Makefiles", "-S", ".", "-B", "out", ...system], { CC });
    run(root, "cmake", ["--build", "out"]);
    const shown = runOnArm(t, join(root, "out/hello"), "cmake");
    if (shown !== undefined) assert.equal(shown, "hello cmake 8\n");
  });

  test("answers a configure script of autoconf", (t) => {
    if (!found(t, "autoconf")) return;
    const root = project("autoconf");
    run(root, "autoconf", []);
    run(root, "sh", ["./configure", "--host=aarch64-linux-gnu"], { CC });
    const definitions = readFileSync(join(root, "config.mk"), "utf8");
    for (const word of ["-DHAVE_STDINT_H=1", "-DHAVE_STRTOL=1", "-DSIZEOF_LONG=8"])
      assert.ok(definitions.includes(word), word);
    for (const word of ["NO_SUCH_HEADER", "NO_SUCH_FUNCTION"]) assert.ok(!definitions.includes(word), word);
  });
});
