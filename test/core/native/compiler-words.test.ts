import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compileArguments, linkArguments } from "../../../src/core/native/compiler-arguments.ts";
import { parseDependencies, parseDiagnostics, splitShowIncludes } from "../../../src/core/native/diagnostics.ts";
import { readTarget } from "../../../src/core/native/plan.ts";
import type { CompileJob } from "../../../src/core/ports/compiler.ts";

const JOB: CompileJob = {
  name: "hello._native",
  output: "library",
  fileName: "_native__lib.so",
  sources: ["native/a.c"],
  includeDirs: ["", "native/include"],
  defines: ["A=1"],
  flags: ["-pthread"],
  libraries: ["m"],
  std: "c11",
  target: "x86_64-unknown-linux-gnu",
  profile: "release",
  deploymentTarget: undefined,
  timestamp: 0,
};
const STEP = { source: "native/a.c", object: "/tmp/x/0.o", dependencies: "/tmp/x/0.d" };

function words(family: "gnu" | "msvc", triple: string, job: Partial<CompileJob> = {}) {
  const whole = { ...JOB, ...job, target: triple };
  const target = readTarget(triple);
  return {
    compile: compileArguments(whole, target, family, STEP, ["/tmp/x", "/home/me/hello"], ["-Wall"]).join(" "),
    link: linkArguments(whole, target, family, ["/tmp/x/0.o"], "/tmp/x/out", ["-L/opt"]).join(" "),
  };
}

describe("compileArguments() and linkArguments()", () => {
  test("for Linux", () => {
    assert.deepEqual(words("gnu", "x86_64-unknown-linux-gnu"), {
      compile:
        "-c -O2 -fPIC -std=c11 -DNDEBUG -DA=1 -I. -Inative/include -ffile-prefix-map=/tmp/x=. " +
        "-ffile-prefix-map=/home/me/hello=. -frandom-seed=native/a.c -MD -MF /tmp/x/0.d -Wall -pthread " +
        "-o /tmp/x/0.o native/a.c",
      link:
        "-shared -Wl,--build-id=none -Wl,--no-undefined -Wl,-soname,_native__lib.so -Wl,--strip-all /tmp/x/0.o " +
        "-L/opt -pthread -lm -o /tmp/x/out",
    });
  });
  test("for macOS", () => {
    const { compile, link } = words("gnu", "aarch64-apple-darwin", { fileName: "_native__lib.dylib" });
    assert.match(compile, / -arch arm64 /);
    assert.equal(
      link,
      "-dynamiclib -Wl,-install_name,@rpath/_native__lib.dylib -arch arm64 /tmp/x/0.o -L/opt -pthread -lm -o /tmp/x/out",
    );
  });
  test("for Windows with gcc", () => {
    const { compile, link } = words("gnu", "x86_64-w64-mingw32");
    assert.doesNotMatch(compile, /-fPIC/);
    assert.match(link, /^-shared -Wl,--no-insert-timestamp -static-libgcc /);
  });
  test("for Windows with cl", () => {
    assert.deepEqual(words("msvc", "x86_64-pc-windows-msvc", { flags: ["/W3"] }), {
      compile:
        "/nologo /c /Brepro /showIncludes /O2 /MD /std:c11 /DNDEBUG /DA=1 /I. /Inative/include -Wall /W3 " +
        "/Fo/tmp/x/0.o native/a.c",
      link: "/nologo /LD /Fe/tmp/x/out /tmp/x/0.o /W3 m.lib /link /Brepro /INCREMENTAL:NO -L/opt",
    });
  });
  test("for debugging, and for programs", () => {
    const { compile, link } = words("gnu", "x86_64-unknown-linux-gnu", { profile: "debug", output: "program" });
    assert.match(compile, /^-c -Og -g -fPIC/);
    assert.doesNotMatch(compile, /NDEBUG/);
    assert.equal(link, "-Wl,--build-id=none /tmp/x/0.o -L/opt -pthread -lm -o /tmp/x/out");
  });
});

describe("parseDiagnostics()", () => {
  test("reads gcc and clang", () => {
    const text = `In file included from native/b.c:1:
native/a.h:3:5: warning: unused variable 'x' [-Wunused-variable]
    3 | int x;
native/a.c:9: error: no column
native/a.c:1:10: fatal error: nothing.h: No such file or directory
C:/x/a.c:2:1: note: here
`;
    assert.deepEqual(parseDiagnostics(text), [
      {
        severity: "warning",
        message: "unused variable 'x' [-Wunused-variable]",
        file: "native/a.h",
        line: 3,
        column: 5,
      },
      { severity: "error", message: "no column", file: "native/a.c", line: 9, column: undefined },
      {
        severity: "error",
        message: "nothing.h: No such file or directory",
        file: "native/a.c",
        line: 1,
        column: 10,
      },
      { severity: "note", message: "here", file: "C:/x/a.c", line: 2, column: 1 },
    ]);
  });
  test("reads cl", () => {
    assert.deepEqual(parseDiagnostics("a.c\r\nnative\\a.c(3): warning C4101: 'x': unreferenced local variable\r\n"), [
      {
        severity: "warning",
        message: "'x': unreferenced local variable [C4101]",
        file: "native/a.c",
        line: 3,
        column: undefined,
      },
    ]);
  });
});

describe("parseDependencies()", () => {
  test("reads what -MD writes", () => {
    assert.deepEqual(
      parseDependencies("/tmp/x/0.o: native/a.c /usr/include/stdio.h \\\n native/my\\ file.h \\\r\n a$$b.h c\\#d.h\n"),
      ["native/a.c", "/usr/include/stdio.h", "native/my file.h", "a$b.h", "c#d.h"],
    );
  });
  test("takes the drive of a target for no rule", () => {
    assert.deepEqual(parseDependencies("C:/x/0.o: a.c"), ["a.c"]);
    assert.deepEqual(parseDependencies(""), []);
  });
});

describe("splitShowIncludes()", () => {
  test("knows clang-cl, which writes paths as it found them", () => {
    const text = "Note: including file: native/include/a.h\nNote: including file:  b.h\na.c(1,2): warning: x";
    assert.deepEqual(splitShowIncludes(text), {
      headers: ["native/include/a.h", "b.h"],
      output: "a.c(1,2): warning: x",
    });
  });

  test("parts headers from what people should see, in every language", () => {
    const text =
      "a.c\nNote: including file: C:\\x\\a.h\nHinweis: Einlesen der Datei:  C:\\x\\b.h\na.c(1): warning C1: x";
    assert.deepEqual(splitShowIncludes(text), {
      headers: ["C:\\x\\a.h", "C:\\x\\b.h"],
      output: "a.c\na.c(1): warning C1: x",
    });
  });
});
