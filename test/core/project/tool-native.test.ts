import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listFindings, readToml } from "./sample-project.ts";

const HEAD = '[project]\nname = "hello"\nversion = "1"\n[[tool.packwheel.native]]\n';

describe("[[tool.packwheel.native]]", () => {
  test("is read key by key", async () => {
    const { tool } = await readToml(`${HEAD}
kind = "cffi"
module = "hello._native"
header = "./native/hello.h"
header-defines = ["PYTHON_HEADER", "A=1"]
rtld-flags = ["RTLD_NOW", "NODELETE"]
sources = ["native/*.c"]
include-dirs = ["native/include", "."]
defines = ["FAST", "LIMIT=12"]
flags = ["-pthread"]
libraries = ["m"]
std = "c11"
[tool.packwheel.native.target.windows]
libraries = ["ws2_32"]
[[tool.packwheel.native]]
name = "hello-tool"
kind = "executable"
command = ["cargo", "build", "--release"]
cwd = "tool"
env = { RUSTFLAGS = "-C target-cpu=x86-64-v2" }
inputs = ["tool/**/*.rs"]
artifact = "target/release/hello-tool*"
[tool.packwheel.native.target.linux-musl-x86_64]
command = "make static"
`);
    assert.deepEqual(tool.native, [
      {
        name: "hello._native",
        kind: "cffi",
        module: "hello._native",
        header: "native/hello.h",
        headerDefines: ["PYTHON_HEADER", "A=1"],
        rtldFlags: ["NOW", "NODELETE"],
        sources: ["native/*.c"],
        includeDirs: ["native/include", ""],
        defines: ["FAST", "LIMIT=12"],
        flags: ["-pthread"],
        libraries: ["m"],
        std: "c11",
        targets: { windows: { libraries: ["ws2_32"] } },
      },
      {
        name: "hello-tool",
        kind: "executable",
        module: undefined,
        command: ["cargo", "build", "--release"],
        cwd: "tool",
        env: { RUSTFLAGS: "-C target-cpu=x86-64-v2" },
        inputs: ["tool/**/*.rs"],
        artifact: "target/release/hello-tool*",
        targets: { "linux-musl-x86_64": { command: "make static" } },
      },
    ]);
  });

  const ctypes = 'kind = "ctypes"\nmodule = "hello._native"\n';
  const bad = [
    {
      toml: 'module = "hello._native"\nsources = ["a.c"]',
      at: "",
      message: 'Key "kind" is missing',
      hint: "Write `kind` as one of cffi, ctypes, extension, executable",
    },
    {
      toml: 'kind = "ctype"\nmodule = "hello._native"\nsources = ["a.c"]',
      at: ".kind",
      message: 'There is no kind "ctype"',
      hint: 'Did you mean "ctypes"?',
    },
    {
      toml: 'kind = "ctypes"\nsources = ["a.c"]',
      at: "",
      message: 'Key "module" is missing',
      hint: "Write the name that Python imports, such as `hello._native`",
    },
    {
      toml: 'kind = "ctypes"\nmodule = "hello-native"\nsources = ["a.c"]',
      at: ".module",
      message: '"hello-native" is not the name of a module',
      hint: "Write it as `hello._native`",
    },
    {
      toml: 'kind = "executable"\ncommand = "make"',
      at: "",
      message: 'Key "name" is missing',
      hint: "Write the program's name, without `.exe`",
    },
    {
      toml: 'kind = "executable"\nname = "../x"\ncommand = "make"',
      at: ".name",
      message: 'Name "../x" cannot be a file\'s',
      hint: "Use letters, digits, dots, dashes and underscores",
    },
    {
      toml: `${ctypes}`,
      at: "",
      message: 'Neither "command" nor "sources" is there',
      hint: "Write the command that builds it, or the C files that packwheel is to compile",
    },
    {
      toml: `${ctypes}command = "make"\nsources = ["a.c"]`,
      at: "",
      message: 'Table has both "command" and "sources"',
      hint: "Keep one of them",
    },
    {
      toml: `${ctypes}source = ["a.c"]\ncommand = "make"`,
      at: ".source",
      message: 'Unknown key "source"',
      hint: 'Did you mean "sources"?',
    },
    {
      toml: `${ctypes}sources = []`,
      at: ".sources",
      message: "Array is empty",
      hint: 'Name the C files, such as `["native/*.c"]`',
    },
    {
      toml: `${ctypes}sources = ["../a.c"]`,
      at: ".sources[0]",
      message: 'Path "../a.c" leaves the project',
      hint: "Move the file into the folder of pyproject.toml",
    },
    {
      toml: `${ctypes}sources = ["a.c"]\ncwd = "native"`,
      at: ".cwd",
      message: 'Key "cwd" goes with "command" only',
      hint: "Remove the key",
    },
    {
      toml: `${ctypes}sources = ["a.c"]\nheader = "a.h"`,
      at: ".header",
      message: 'Key "header" is for the kind "cffi" only',
      hint: "Remove the key",
    },
    {
      toml: 'kind = "cffi"\nmodule = "hello._native"\nsources = ["a.c"]',
      at: "",
      message: 'Key "header" is missing',
      hint: "Name the C header that says what the library offers",
    },
    {
      toml: 'kind = "extension"\nmodule = "hello._native"\nsources = ["a.c"]',
      at: ".sources",
      message: "packwheel compiles no extension modules: they need the headers of one Python",
      hint: "Build it with `command`, or load the library through cffi or ctypes",
    },
    {
      toml: `${ctypes}command = []`,
      at: ".command",
      message: "Command is empty",
      hint: 'Write `["cargo", "build", "--release"]`',
    },
    {
      toml: `${ctypes}command = { a = 1 }`,
      at: ".command",
      message: "Expected a string or an array, found a table",
      hint: 'Write `["cargo", "build", "--release"]`',
    },
    {
      toml: `${ctypes}command = ["make", "a\\u0000b"]`,
      at: ".command[1]",
      message: '"a\\u0000b" holds a NUL character',
      hint: "Remove the NUL character",
    },
    {
      toml: `${ctypes}command = "make"\nenv = { PACKWHEEL_TARGET = "secret" }`,
      at: ".env.PACKWHEEL_TARGET",
      message: '"PACKWHEEL_TARGET" is given by packwheel itself',
      hint: "Choose another name",
    },
    {
      toml: `${ctypes}command = "make"\nenv = { "A-B" = "secret" }`,
      at: ".env.A-B",
      message: '"A-B" is not the name of an environment variable',
      hint: "Use letters, digits and underscores",
    },
    {
      toml: `${ctypes}sources = ["a.c"]\ndefines = ["-DA"]`,
      at: ".defines[0]",
      message: '"-DA" is no macro',
      hint: "Write `NAME` or `NAME=VALUE`",
    },
    {
      toml: `${ctypes}sources = ["a.c"]\nlibraries = ["-lm"]`,
      at: ".libraries[0]",
      message: '"-lm" is not a library\'s name',
      hint: "Write `m` for -lm",
    },
    {
      toml: `${ctypes}sources = ["a.c"]\nstd = "-std=c11"`,
      at: ".std",
      message: 'There is no standard "-std=c11"',
      hint: "Write it as `c11`, `gnu17` or `c++17`",
    },
    {
      toml: `${ctypes}sources = ["a.c"]\nrtld-flags = ["NODELET"]`,
      at: ".rtld-flags[0]",
      message: 'There is no flag "NODELET"',
      hint: 'Did you mean "NODELETE"?',
    },
    {
      toml: `${ctypes}sources = ["a.c"]\ntarget.widows.flags = []`,
      at: ".target.widows",
      message: 'There is no target "widows"',
      hint: 'Did you mean "windows"?',
    },
    {
      toml: `${ctypes}sources = ["a.c"]\ntarget.windows.kind = "cffi"`,
      at: ".target.windows.kind",
      message: 'Unknown key "kind"',
      hint: "Use one of command, cwd, env, artifact, inputs, sources, include-dirs, defines, flags, libraries, std, header, header-defines, rtld-flags",
    },
  ];
  for (const { toml, at, message, hint } of bad) {
    test(`reports ${toml.replaceAll("\n", "; ")}`, async () => {
      const findings = await listFindings(HEAD + toml);
      assert.deepEqual(
        findings.map(([severity, , place, text, advice]) => [severity, place, text, advice]),
        [["error", `pyproject.toml: tool.packwheel.native[0]${at}`, message, hint]],
      );
    });
  }

  test("reports all that is wrong at once, and never the value of a variable", async () => {
    const findings = await listFindings(
      `${HEAD}kind = "ctypes"\nmodule = "1"\nlibrary = 1\ncommand = "make"\nenv = { "x y" = "hunter2" }`,
    );
    assert.deepEqual(
      findings.map(([, code]) => code),
      ["PROJECT_KEY_UNKNOWN", "TOOL_VALUE_INVALID", "TOOL_VALUE_INVALID"],
    );
    assert.ok(!JSON.stringify(findings).includes("hunter2"));
  });

  test("is an array of tables", async () => {
    const toml = '[project]\nname = "hello"\nversion = "1"\n[tool.packwheel.native]\nkind = "ctypes"';
    assert.deepEqual(await listFindings(toml), [
      [
        "error",
        "PROJECT_TYPE_WRONG",
        "pyproject.toml: tool.packwheel.native",
        "Expected an array of tables, found a table",
        "Write [[tool.packwheel.native]], with two brackets",
      ],
    ]);
  });

  test("has each module once", async () => {
    const table = '[[tool.packwheel.native]]\nkind = "ctypes"\nmodule = "hello._native"\nsources = ["a.c"]\n';
    assert.deepEqual(await listFindings(`[project]\nname = "hello"\nversion = "1"\n${table}${table}`), [
      [
        "error",
        "TOOL_VALUE_INVALID",
        "pyproject.toml: tool.packwheel.native[1]",
        'Another table has the name "hello._native" too',
        "Choose another name",
      ],
    ]);
  });

  test("cannot be given for one build", async () => {
    const findings = await listFindings('[project]\nname = "hello"\nversion = "1"', {}, { overrides: { native: "x" } });
    assert.deepEqual(findings[0]?.slice(2), [
      "--config-setting: native",
      "Tables cannot be given for one build",
      "Write them in pyproject.toml",
    ]);
  });
});
