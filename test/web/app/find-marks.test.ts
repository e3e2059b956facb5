import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PackwheelError } from "../../../src/core/errors.ts";
import { findMarks, lineOfKey } from "../../../src/web/app/build/find-marks.ts";
import { failureOf } from "../../../src/web/app/messages/failure.ts";

const PYPROJECT = `[build-system]
requires = []

[project]
name = "hello"
"version" = 1
urls.Home = "x"

[[tool.packwheel.native]]
kind = "ctypes"
`;

const TEXTS: Readonly<Record<string, string>> = { "pyproject.toml": PYPROJECT, "native/a.c": "int a;\n" };
const textOf = (path: string): string | undefined => TEXTS[path];

const COMPILER = `linux-x86_64: Cannot compile native "a": the compiler refuses "native/a.c"

native/a.c:3:5: error: expected expression
    3 |     count+;
      |     ^
./native/a.c:1:1: warning: this is old
/usr/include/other.h:2:1: error: not of the project
1 error generated.`;

describe("findMarks()", () => {
  test("marks the lines that a compiler names, each once, in files of the project", () => {
    const failure = failureOf(new PackwheelError("NATIVE_COMPILE_FAILED", COMPILER, { path: "native/a.c" }));
    assert.deepEqual(Object.fromEntries(findMarks([failure, failure], [], textOf)), {
      "native/a.c": [
        { severity: "warning", message: "this is old", line: 1, column: 1 },
        { severity: "error", message: "expected expression", line: 3, column: 5 },
      ],
    });
  });

  test("marks the key of a finding, and adds what to do", () => {
    const finding = {
      code: "PROJECT_TYPE_WRONG",
      severity: "error",
      message: "Expected a string",
      path: "pyproject.toml: project.version",
      hint: "Write it in quotes",
    } as const;
    assert.deepEqual(Object.fromEntries(findMarks([], [finding], textOf)), {
      "pyproject.toml": [
        { severity: "error", message: "Expected a string. Write it in quotes", line: 6, column: undefined },
      ],
    });
  });

  test("marks the place that a message of the TOML reader names", () => {
    const message = "Cannot parse pyproject.toml:2:10: no such value\n\n2 | a = x";
    const failure = failureOf(new PackwheelError("PROJECT_TOML_INVALID", message, { path: "pyproject.toml" }));
    assert.deepEqual(Object.fromEntries(findMarks([failure], [], textOf)), {
      "pyproject.toml": [
        { severity: "error", message: "Cannot parse pyproject.toml:2:10: no such value", line: 2, column: 10 },
      ],
    });
  });

  test("marks nothing in files that are not there", () => {
    const failure = failureOf(
      new PackwheelError("PROJECT_FILE_MISSING", "Cannot find setup.cfg", { path: "setup.cfg" }),
    );
    assert.equal(findMarks([failure], [], textOf).size, 0);
  });
});

describe("lineOfKey()", () => {
  for (const { key, line } of [
    { key: "project.name", line: 5 },
    { key: "project.version", line: 6 },
    { key: "project.urls", line: 7 },
    { key: "project.license", line: 4 },
    { key: "build-system.requires", line: 2 },
    { key: "tool.packwheel.native[0].kind", line: 10 },
    { key: "tool.packwheel.native", line: 9 },
    { key: "tool.other.key", line: undefined },
  ]) {
    test(`finds ${key} at line ${line}`, () => assert.equal(lineOfKey(PYPROJECT, key), line));
  }
});
