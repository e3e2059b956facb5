import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planNative, readTarget } from "../../../src/core/native/plan.ts";
import { readToml } from "../project/sample-project.ts";

const HEAD = '[project]\nname = "hello-world"\nversion = "1.0"\n';

async function plan(tables: string, triple: string) {
  return planNative(await readToml(HEAD + tables), readTarget(triple));
}

const CFFI = `[[tool.packwheel.native]]
kind = "cffi"
module = "hello.inner._native"
header = "a.h"
sources = ["a.c"]
flags = ["-O3"]
`;

describe("planNative()", () => {
  const places = [
    { triple: "x86_64-unknown-linux-gnu", library: "hello/inner/_native__lib.so" },
    { triple: "aarch64-apple-darwin", library: "hello/inner/_native__lib.dylib" },
    { triple: "x86_64-pc-windows-msvc", library: "hello/inner/_native__lib.dll" },
  ];
  for (const { triple, library } of places) {
    test(`puts a library beside its modules for ${triple}`, async () => {
      const [step] = await plan(CFFI, triple);
      assert.equal(step?.place, library);
      assert.equal(step?.loaderPlace, "hello/inner/_native.py");
      assert.equal(step?.ffiPlace, "hello/inner/_native__ffi.py");
      assert.deepEqual(step?.headerDefines, ["PYTHON_HEADER"]);
      assert.deepEqual(step?.rtldFlags, ["NOW"]);
    });
  }

  test("puts a module of the top level there", async () => {
    const [step] = await plan(
      '[[tool.packwheel.native]]\nkind = "ctypes"\nmodule = "hello"\nsources = ["a.c"]',
      "x86_64-unknown-linux-gnu",
    );
    assert.deepEqual([step?.place, step?.loaderPlace, step?.ffiPlace], ["hello__lib.so", "hello.py", undefined]);
  });

  const programs = [
    { extra: "", triple: "x86_64-unknown-linux-gnu", place: "hello_world-1.0.data/scripts/tool" },
    { extra: "", triple: "x86_64-pc-windows-msvc", place: "hello_world-1.0.data/scripts/tool.exe" },
    { extra: 'module = "hello.run"', triple: "x86_64-pc-windows-msvc", place: "hello/run/bin/tool.exe" },
  ];
  for (const { extra, triple, place } of programs) {
    test(`puts a program at ${place}`, async () => {
      const table = `[[tool.packwheel.native]]\nkind = "executable"\nname = "tool"\ncommand = "make"\n${extra}`;
      assert.equal((await plan(table, triple))[0]?.place, place);
    });
  }

  test("lets more special targets win, and joins variables", async () => {
    const table = `[[tool.packwheel.native]]
kind = "ctypes"
module = "hello._native"
command = "make"
env = { A = "general", B = "general" }
inputs = ["a.c"]
[tool.packwheel.native.target.linux-aarch64]
env = { B = "aarch64" }
[tool.packwheel.native.target.linux]
command = ["make", "linux"]
env = { B = "linux", C = "linux" }
[tool.packwheel.native.target.windows]
sources = ["a.c"]
`;
    const [arm] = await plan(table, "aarch64-unknown-linux-gnu");
    assert.deepEqual(arm?.making, {
      kind: "command",
      command: ["make", "linux"],
      cwd: "",
      env: { A: "general", B: "aarch64", C: "linux" },
      artifact: undefined,
      inputs: ["a.c"],
    });
    const [windows] = await plan(table, "x86_64-pc-windows-msvc");
    assert.deepEqual(windows?.making, {
      kind: "sources",
      sources: ["a.c"],
      includeDirs: [],
      defines: [],
      flags: [],
      libraries: [],
      std: undefined,
    });
  });

  test("refuses a target that nothing is said for", async () => {
    const table = `[[tool.packwheel.native]]
kind = "ctypes"
module = "hello._native"
target.linux.sources = ["a.c"]
`;
    assert.equal((await plan(table, "x86_64-unknown-linux-gnu")).length, 1);
    await assert.rejects(plan(table, "aarch64-apple-darwin"), {
      code: "NATIVE_NOTHING_TO_DO",
      message:
        'Cannot build native "hello._native" for "aarch64-apple-darwin": neither "command" nor "sources" is given for it',
      hint: "Write [tool.packwheel.native.target.macos] with one of them",
    });
  });

  test("refuses what is no triple", () => {
    assert.throws(() => readTarget("linux"), {
      code: "NATIVE_TARGET_INVALID",
      message: 'Cannot build for "linux": it is no target triple',
      hint: "Write a triple such as aarch64-unknown-linux-gnu, or macos-universal2",
    });
  });
});
