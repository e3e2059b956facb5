import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type MemoryFile, memoryTree } from "../../src/core/memory/memory-tree.ts";
import { elfFormatOf } from "../../src/core/object/elf/elf-format.ts";
import { writeStubLibrary } from "../../src/core/object/elf/write-stub-library.ts";
import { buildTargets } from "../../src/web/build-targets.ts";

/** A compiler that nobody may ask for. */
const toolchain = async (): Promise<never> => {
  throw new Error("The compiler is loaded for nothing");
};
const PROJECT = { "pyproject.toml": '[project]\nname = "hello"\nversion = "1.0"\n', "hello/__init__.py": "" };

describe("buildTargets() in a browser", () => {
  test("loads no compiler for a project of Python alone, which is built once", async () => {
    const { sdist, targets } = await buildTargets(memoryTree(PROJECT), ["all"], { toolchain });
    assert.equal(sdist?.filename, "hello-1.0.tar.gz");
    assert.deepEqual(
      targets.map(({ wheel }) => wheel?.filename),
      ["hello-1.0-py3-none-any.whl"],
    );
    const [first] = targets;
    assert.deepEqual([...(first?.wheel?.bytes.subarray(0, 2) ?? [])], [0x50, 0x4b]); // PK
  });

  test("loads none for a library that is there already, either", async () => {
    const format = elfFormatOf("x86_64");
    assert.ok(format);
    const library = writeStubLibrary(format, { soname: "libhello.so", symbols: [] });
    const files: Readonly<Record<string, MemoryFile>> = { ...PROJECT, "hello/libhello.so": library };
    const words = ["linux-x86_64", "musl-x86_64"];
    const { targets } = await buildTargets(memoryTree(files), words, { toolchain, kinds: ["wheel"] });
    assert.deepEqual(
      targets.map(({ target, coveredBy }) => [target.name, coveredBy]),
      [
        ["linux-x86_64", undefined],
        ["musl-x86_64", "linux-x86_64"],
      ],
    );
  });

  test("tells why the compiler cannot be had, and builds nothing", async () => {
    const table = '[[tool.packwheel.native]]\nkind = "ctypes"\nmodule = "hello._native"\nsources = ["hello.c"]\n';
    const files = { ...PROJECT, "pyproject.toml": PROJECT["pyproject.toml"] + table, "hello.c": "int hello;\n" };
    const events: string[] = [];
    const building = buildTargets(memoryTree(files), ["linux"], {
      toolchain,
      onTarget: (event) => events.push(event.kind),
    });
    await assert.rejects(building, { message: "The compiler is loaded for nothing" });
    assert.deepEqual(events, ["begin"]);
  });

  test("refuses targets that there are not, and this machine, which no browser knows", async () => {
    for (const word of ["vax", "host"]) {
      await assert.rejects(buildTargets(memoryTree(PROJECT), [word], { toolchain }), { code: "TARGET_UNKNOWN" });
    }
  });
});
