import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../../src/core/memory/memory-tree.ts";
import { parsePyprojectToml } from "../../../../src/core/project/pyproject/pyproject-toml.ts";
import { readProject } from "../../../../src/core/project/read-project.ts";
import { readFailing } from "../sample-project.ts";

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("parsePyprojectToml()", () => {
  test("takes a byte order mark and line ends of Windows", () => {
    const table = parsePyprojectToml(encode('\ufeff[project]\r\nname = "a"\r\ndescription = """x\r\ny"""\r\n'));
    assert.equal(JSON.stringify(table), '{"project":{"name":"a","description":"x\\r\\ny"}}');
  });

  const broken = [
    {
      name: "a string without its end",
      toml: '[project]\nname = "hello\nversion = "1"\n',
      message:
        'Cannot parse pyproject.toml:2:14: control characters are not allowed in strings\n\n2 | name = "hello\n                 ^',
    },
    {
      name: "a key without a value",
      toml: "[project]\r\nname =\r\n",
      message: "Cannot parse pyproject.toml:2:7: invalid value\n\n2 | name =\n          ^",
    },
    {
      name: "a key that is there twice",
      toml: "[project]\nname = 'a'\nname = 'b'\n",
      message:
        "Cannot parse pyproject.toml:3:1: trying to redefine an already defined table or value\n\n3 | name = 'b'\n    ^",
    },
    {
      name: "control characters, without passing them on",
      toml: "[project]\nname = \x1b[31m\n",
      message: "Cannot parse pyproject.toml:2:8: invalid value\n\n2 | name = \\u001b[31m\n           ^",
    },
  ];
  for (const { name, toml, message } of broken) {
    test(`shows the place of ${name}`, () => {
      assert.throws(() => parsePyprojectToml(encode(toml)), {
        code: "PROJECT_TOML_INVALID",
        message,
        path: "pyproject.toml",
      });
    });
  }

  test("cuts a long line around the fault", () => {
    const toml = `x = [${"1, ".repeat(200)}?]`;
    assert.throws(
      () => parsePyprojectToml(encode(toml)),
      (error: Error) => {
        const [, , source = "", caret = ""] = error.message.split("\n");
        assert.ok(source.length < 120 && caret.length < 120);
        assert.equal(source.charAt(caret.indexOf("^")), "?");
        return true;
      },
    );
  });

  test("tells the first byte that is not UTF-8", () => {
    assert.throws(() => parsePyprojectToml(new Uint8Array([0x61, 0x20, 0xff])), {
      code: "PROJECT_TOML_INVALID",
      message: "Cannot read pyproject.toml: byte 2 is not UTF-8",
      hint: "Save the file as UTF-8",
      offset: 2,
    });
  });

  test("refuses a file that is too large to be one", () => {
    assert.throws(() => parsePyprojectToml(new Uint8Array(4 * 1024 * 1024 + 1)), {
      code: "PROJECT_TOML_INVALID",
      message: "Cannot read pyproject.toml: it has more than 4194304 bytes",
    });
  });

  test("refuses nesting that would exhaust the stack", () => {
    assert.throws(() => parsePyprojectToml(encode(`x = ${"[".repeat(100_000)}`)), { code: "PROJECT_TOML_INVALID" });
  });
});

describe("readProject() without what it needs", () => {
  const start = "Cannot build from pyproject.toml: it has no [project] table";
  const tables = [
    {
      name: "nothing at all",
      toml: "",
      files: {},
      hint: 'Write [project] with `name = "your-project"` and `version = "0.1.0"` below it',
    },
    {
      name: "the table of Poetry 1",
      toml: '[tool.poetry]\nname = "spam"\nversion = "2.0"\n[tool.poetry.dependencies]\npython = "^3.9"\n',
      files: {},
      hint: 'Write [project] with `name = "spam"` and `version = "2.0"`, and move dependencies there too: Poetry 2 reads [project] as well as [tool.poetry]',
    },
    {
      name: "the table of flit 2",
      toml: '[tool.flit.metadata]\nmodule = "spam"\n',
      files: {},
      hint: "Move [tool.flit.metadata] to [project]: flit 3.2 and newer read it",
    },
    {
      name: "a setup.cfg",
      toml: '[build-system]\nrequires = ["setuptools"]\n',
      files: { "setup.cfg": "[metadata]", "setup.py": "" },
      hint: "Move the metadata of setup.cfg to [project] with name and version: setuptools 61 and newer read it, and packwheel does not read setup.cfg",
    },
    {
      name: "a setup.py",
      toml: "",
      files: { "setup.py": "" },
      hint: "Move the metadata of setup.py to [project] with name and version: setuptools 61 and newer read it, and packwheel does not read setup.py",
    },
  ];
  for (const { name, toml, files, hint } of tables) {
    test(`says what to write where there is ${name}`, async () => {
      const error = await readFailing(toml, files);
      assert.deepEqual([error.code, error.message, error.hint], ["PROJECT_TABLE_MISSING", start, hint]);
    });
  }

  test("says what to write where there is no pyproject.toml", async () => {
    await assert.rejects(readProject(memoryTree({ "README.md": "" })), {
      code: "PROJECT_FILE_MISSING",
      message: "Cannot find pyproject.toml at the root of the project",
      hint: "Write a pyproject.toml with a [project] table that has name and version",
    });
    await assert.rejects(readProject(memoryTree({ "setup.py": "" })), {
      code: "PROJECT_FILE_MISSING",
      hint: "Write a pyproject.toml with a [project] table: setup.py and setup.cfg are not read",
    });
  });
});
