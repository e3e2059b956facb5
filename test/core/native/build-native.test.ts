import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildProject } from "../../../src/core/build/build-project.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { readSdist, readWheel } from "../../../src/core/memory/inspect.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { type MemoryFile, memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { NativePorts } from "../../../src/core/native/native-ports.ts";
import type { CommandJob } from "../../../src/core/ports/command-runner.ts";
import type { CompileJob } from "../../../src/core/ports/compiler.ts";

/** The first bytes of an ELF file: enough to be taken for one, too few to be audited. */
const ELF = Uint8Array.from([
  ...[0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[3, 0, 0x3e, 0, 1, 0, 0, 0],
  ...new Array<number>(40).fill(0),
]);

const HEAD = `[project]
name = "hello"
version = "1.0"
requires-python = ">=3.9"
[tool.packwheel]
platform-tag = "linux_x86_64"
`;

const CTYPES = `[[tool.packwheel.native]]
kind = "ctypes"
module = "hello._native"
sources = ["native/*.c"]
include-dirs = ["native/include"]
defines = ["A"]
`;

const FILES = {
  "hello/__init__.py": "",
  "native/b.c": "",
  "native/a.c": "",
  "native/private.h": "",
  "native/include/deep/a.h": "",
  "native/notes.txt": "",
};

interface Made {
  readonly wheel: Awaited<ReturnType<typeof readWheel>> | undefined;
  readonly filename: string;
  readonly sdist: readonly string[];
  readonly codes: readonly string[];
  readonly jobs: readonly (CompileJob | CommandJob)[];
}

interface Answer {
  readonly fileName?: string;
  readonly bytes?: Uint8Array;
  readonly native?: Partial<NativePorts>;
  readonly without?: boolean;
}

async function build(toml: string, files: Readonly<Record<string, MemoryFile>>, answer: Answer = {}): Promise<Made> {
  const jobs: (CompileJob | CommandJob)[] = [];
  const { fileName = "libx.so", bytes = ELF } = answer;
  const native: NativePorts = {
    target: "x86_64-unknown-linux-gnu",
    compiler: {
      compile: async (job) => {
        jobs.push(job);
        const diagnostics = [{ severity: "warning" as const, message: "odd", file: "native/a.c", line: 3, column: 1 }];
        return { bytes, diagnostics, cached: false };
      },
    },
    commands: {
      run: async (job) => {
        jobs.push(job);
        return { fileName, bytes, cached: false };
      },
    },
    ...answer.native,
  };
  const folder = new MemoryFolder();
  const tree = memoryTree({ "pyproject.toml": HEAD + toml, ...files });
  const ports = { folder, engine: portableEngine(), native: answer.without ? undefined : () => native };
  const { files: built, findings } = await buildProject(tree, { timestamp: 1_600_000_000 }, ports);
  const [sdist, wheel] = built;
  const source = await readSdist(folder.read(sdist!.filename), { filename: sdist!.filename });
  return {
    wheel: await readWheel(folder.read(wheel!.filename), { filename: wheel!.filename }),
    filename: wheel!.filename,
    sdist: source.members.map(({ path }) => path.slice(path.indexOf("/") + 1)).filter((path) => path !== ""),
    codes: findings.map(({ code }) => code),
    jobs,
  };
}

async function failing(toml: string, files: Readonly<Record<string, MemoryFile>>, answer?: Answer) {
  try {
    await build(toml, files, answer);
  } catch (error) {
    if (error instanceof PackwheelError) return { code: error.code, message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error("it was built");
}

describe("buildProject() with native tables", () => {
  test("compiles what the globs name, and ships the library with its loader", async () => {
    const { wheel, filename, jobs, codes } = await build(CTYPES, FILES);
    assert.equal(filename, "hello-1.0-py3-none-linux_x86_64.whl");
    const members = wheel?.members.map(({ path }) => path).filter((path) => !path.includes(".dist-info/"));
    assert.deepEqual(members, ["hello/__init__.py", "hello/_native.py", "hello/_native__lib.so"]);
    assert.deepEqual(jobs, [
      {
        name: "hello._native",
        output: "library",
        fileName: "_native__lib.so",
        sources: ["native/a.c", "native/b.c"],
        includeDirs: ["native/include"],
        defines: ["A"],
        flags: [],
        libraries: [],
        std: undefined,
        target: "x86_64-unknown-linux-gnu",
        profile: "release",
        deploymentTarget: undefined,
        timestamp: 1_600_000_000,
        signal: undefined,
      },
    ]);
    assert.ok(codes.includes("NATIVE_COMPILER_WARNING"));
  });

  test("puts sources and their headers into the sdist, and nothing that was built", async () => {
    const { sdist } = await build(CTYPES, { ...FILES, ".packwheel/cache/x.bin": "x" });
    assert.deepEqual(sdist, [
      "PKG-INFO",
      "hello/__init__.py",
      "native/a.c",
      "native/b.c",
      "native/include/deep/a.h",
      "native/private.h",
      "pyproject.toml",
    ]);
  });

  test("makes the tables of cffi from the header, its includes and the macros for it", async () => {
    const toml = `[[tool.packwheel.native]]
kind = "cffi"
module = "hello._native"
header = "native/hello.h"
header-defines = ["PYTHON_HEADER", "LIMIT=5"]
command = ["make"]
`;
    const header = `#include <stdint.h>
#include "types.h"
#ifndef PYTHON_HEADER
#error only for Python
#endif
#define MAXIMUM 7
number twice(number n);
int first[LIMIT];
`;
    const made = await build(toml, {
      ...FILES,
      "native/hello.h": header,
      "native/types.h": "typedef int32_t number;\n",
    });
    assert.deepEqual(
      made.wheel?.members.map(({ path }) => path).filter((path) => path.startsWith("hello/")),
      ["hello/__init__.py", "hello/_native.py", "hello/_native__ffi.py", "hello/_native__lib.so"],
    );
    assert.ok(made.sdist.includes("native/types.h"));
    assert.deepEqual(made.wheel?.metadata?.requiresDist, ['cffi>=1.0; platform_python_implementation != "PyPy"']);
    assert.ok(made.codes.includes("NATIVE_REQUIREMENT_ADDED"));
  });

  test("leaves a requirement of cffi as the project has it", async () => {
    const toml = `${HEAD.replace("[tool.packwheel]", 'dependencies = ["CFFI >= 2"]\n[tool.packwheel]').slice(HEAD.indexOf("\n") + 1)}
[[tool.packwheel.native]]
kind = "cffi"
module = "hello._native"
header = "native/private.h"
command = "make"
`;
    const tree = memoryTree({ "pyproject.toml": `[project]\n${toml}`, ...FILES });
    const { planBuild } = await import("../../../src/core/build/build-project.ts");
    const { project, findings } = await planBuild(tree);
    assert.deepEqual(project.metadata.requiresDist, ["CFFI>=2"]);
    assert.ok(!findings.some(({ code }) => code === "NATIVE_REQUIREMENT_ADDED"));
  });

  const EXTENSION = `[[tool.packwheel.native]]
kind = "extension"
module = "hello._native"
command = ["make"]
`;
  const extensions = [
    { fileName: "_native.cpython-313-x86_64-linux-gnu.so", filename: "hello-1.0-cp313-cp313-linux_x86_64.whl" },
    { fileName: "_native.abi3.so", filename: "hello-1.0-cp39-abi3-linux_x86_64.whl" },
  ];
  for (const { fileName, filename } of extensions) {
    test(`ships the extension ${fileName} under its name, and tags by it`, async () => {
      const made = await build(EXTENSION, FILES, { fileName });
      assert.equal(made.filename, filename);
      assert.ok(made.wheel?.members.some(({ path }) => path === `hello/${fileName}`));
    });
  }

  test("ships programs as scripts, or in a package", async () => {
    const toml = `[[tool.packwheel.native]]
kind = "executable"
name = "one"
command = "make one"
[[tool.packwheel.native]]
kind = "executable"
name = "two"
module = "hello"
command = "make two"
`;
    const { wheel, jobs } = await build(toml, FILES);
    const paths = wheel?.members.map(({ path }) => path);
    assert.ok(paths?.includes("hello-1.0.data/scripts/one"));
    assert.ok(paths?.includes("hello/bin/two"));
    assert.deepEqual(
      jobs.map(({ name, output }) => [name, output]),
      [
        ["one", "program"],
        ["two", "program"],
      ],
    );
  });

  const bad: readonly { name: string; toml: string; files?: object; answer?: Answer; error: object }[] = [
    {
      name: "a generated file in the place of the project's",
      toml: CTYPES,
      files: { "hello/_Native.py": "" },
      error: {
        code: "NATIVE_FILE_CLASH",
        message: 'Cannot generate "hello/_native.py" of the wheel: the project has "hello/_Native.py"',
        hint: "Remove or exclude that file, or choose another `module`",
      },
    },
    {
      name: "two tables that make the same file",
      toml: ["x", "X"]
        .map(
          (name) =>
            `[[tool.packwheel.native]]\nkind = "executable"\nmodule = "hello"\nname = "${name}"\ncommand = "make"\n`,
        )
        .join(""),
      error: {
        code: "NATIVE_FILE_CLASH",
        message: 'Cannot generate "hello/bin/X" of the wheel: another native table makes it too',
        hint: "Give the tables different modules",
      },
    },
    {
      name: "a static library",
      toml: CTYPES,
      answer: { bytes: new TextEncoder().encode("!<arch>\n") },
      error: {
        code: "NATIVE_ARTIFACT_INVALID",
        message:
          'Cannot use what native "hello._native" built: "_native__lib.so" is a static library, and "x86_64-unknown-linux-gnu" needs an ELF file',
        hint: "Build a shared library: cdylib for cargo, -shared for C, c-shared for go",
      },
    },
    {
      name: "a library of another system",
      toml: CTYPES,
      answer: { native: { target: "aarch64-apple-darwin" } },
      error: {
        code: "NATIVE_ARTIFACT_INVALID",
        message:
          'Cannot use what native "hello._native" built: "_native__lib.dylib" is an ELF file, and "aarch64-apple-darwin" needs a Mach-O file',
        hint: "Correct `artifact`, or name what was built for with --target",
      },
    },
    {
      name: "an extension that Python would not find",
      toml: EXTENSION,
      answer: { fileName: "libnative.so" },
      error: {
        code: "NATIVE_ARTIFACT_INVALID",
        message:
          'Cannot use what native "hello._native" built: "libnative.so" is not what Python imports as "hello._native"',
        hint: "Have the command name it _native.abi3.so, or _native with the EXT_SUFFIX of the Python it is for",
      },
    },
    {
      name: "an extension whose name says nothing",
      toml: EXTENSION,
      answer: { fileName: "_native.so" },
      error: {
        code: "NATIVE_TAGS_UNKNOWN",
        message:
          'Cannot tag the wheel of "hello": the name of its extension module does not say for which Python it is',
        hint: "Set python-tag and abi-tag in [tool.packwheel], for example cp39 and abi3",
      },
    },
    {
      name: "sources that are not there",
      toml: CTYPES.replace("*.c", "*.cpp"),
      error: {
        code: "PROJECT_SOURCE_MISSING",
        message: 'Cannot find a file for "native/*.cpp" of sources',
        hint: "Correct the path or pattern; it is relative to pyproject.toml",
      },
    },
    {
      name: "sources that no compiler takes",
      toml: CTYPES.replace("*.c", "*"),
      error: {
        code: "NATIVE_SOURCE_INVALID",
        message: 'Cannot compile native "hello._native": "native/notes.txt" is neither C nor C++',
        hint: "Correct `sources`; headers need no mention",
      },
    },
    {
      name: "native code where nothing can build it",
      toml: CTYPES,
      answer: { without: true },
      error: {
        code: "NATIVE_UNAVAILABLE",
        message: 'Cannot build the wheel of "hello": it has native code, and nothing here can build that',
        hint: "Build with `packwheel build`, or give `native` among the ports",
      },
    },
    {
      name: "commands where only a compiler is given",
      toml: EXTENSION,
      answer: { native: { commands: undefined } },
      error: {
        code: "NATIVE_UNAVAILABLE",
        message: 'Cannot build native "hello._native": nothing here can run commands',
        hint: "Build with `packwheel build`, or give `native` among the ports",
      },
    },
  ];
  for (const { name, toml, files, answer, error } of bad) {
    test(`refuses ${name}`, async () => {
      assert.deepEqual(await failing(toml, { ...FILES, ...files }, answer), error);
    });
  }
});
