import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CompileJob } from "../../src/core/ports/compiler.ts";
import { type CompileProgress, wasmCompiler } from "../../src/toolchain/compiler.ts";
import { decode, FakeWorkers, fakePorts, MemoryStore } from "./fake-workers.ts";

const JOB: CompileJob = {
  name: "hello",
  output: "library",
  fileName: "libhello.so",
  sources: ["native/a.c", "native/b.cpp"],
  includeDirs: ["native/include", ""],
  defines: ["X=1"],
  flags: ["-Wall", "-Wl,--as-needed", "-Llib", "-lz"],
  libraries: ["m"],
  std: "c11",
  target: "x86_64-unknown-linux-gnu",
  profile: "release",
  deploymentTarget: undefined,
  timestamp: 1_580_601_600,
};

describe("wasmCompiler()", () => {
  test("refuses C++ for Windows", async () => {
    const job = { ...JOB, target: "windows-amd64" };
    await assert.rejects(wasmCompiler(fakePorts(new FakeWorkers())).compile(job), {
      code: "NATIVE_KIND_UNSUPPORTED",
      message:
        'Cannot compile native "hello" for windows-amd64: "native/b.cpp" is C++, which the WASM compiler has not for Windows',
    });
  });

  test("refuses Objective-C", async () => {
    const job = { ...JOB, target: "macos-arm64", sources: ["native/a.c", "native/b.m"] };
    await assert.rejects(wasmCompiler(fakePorts(new FakeWorkers())).compile(job), {
      code: "NATIVE_KIND_UNSUPPORTED",
      message: 'Cannot compile native "hello": "native/b.m" is Objective-C, which the WASM compiler does not compile',
    });
  });

  test("compiles each source, and links the objects", async () => {
    const workers = new FakeWorkers();
    const progress: CompileProgress[] = [];
    const compiler = wasmCompiler({ ...fakePorts(workers), onProgress: (each) => progress.push(each) });
    const result = await compiler.compile(JOB);
    assert.equal(decode(result.bytes), "linked");
    assert.deepEqual([result.diagnostics, result.cached], [[], false]);
    assert.deepEqual(
      workers.sources.map(({ source, language, level, timestamp }) => [source, language, level, timestamp]),
      [
        ["native/a.c", "c", "2", 1_580_601_600],
        ["native/b.cpp", "c++", "2", 1_580_601_600],
      ],
    );
    const flags = ["-O2", "-std=c11", "-DNDEBUG", "-DX=1", "-Inative/include", "-I.", "-Wall"];
    assert.deepEqual(workers.sources[0]?.flags, flags);
    const words = workers.tools[0]?.arguments ?? [];
    for (const part of [
      "-z defs",
      "-soname libhello.so",
      "--hash-style=both",
      "--build-id=none",
      "--strip-all",
      "-z now",
    ]) {
      assert.ok(words.join(" ").includes(part), part);
    }
    const own = words.slice(
      words.findIndex((word) => word.endsWith("a.o")),
      words.indexOf("-lc"),
    );
    assert.deepEqual(own, [
      ...[
        "/.packwheel/input/0/a.o",
        "/.packwheel/input/1/b.o",
        "--as-needed",
        "-L/.packwheel/project/lib",
        "-lz",
        "-lm",
      ],
      "--as-needed",
    ]);
    assert.deepEqual(
      progress.map(({ target, done, total }) => [target, done, total]),
      [
        ["linux-x86_64", 1, 2],
        ["linux-x86_64", 2, 2],
        ["linux-x86_64", 2, 2],
      ],
    );
  });

  test("compiles nothing again that is the same", async () => {
    const workers = new FakeWorkers(() => ({
      messages: "native/a.c:1:2: warning: careful [-Wx]\n",
      dependencies: ["a.h"],
    }));
    const store = new MemoryStore();
    const compiler = wasmCompiler(fakePorts(workers, store));
    const [first, second] = [await compiler.compile(JOB), await compiler.compile(JOB)];
    assert.deepEqual([first.cached, second.cached, workers.sources.length], [false, true, 2]);
    assert.deepEqual(second.diagnostics, first.diagnostics);
    assert.deepEqual(store.files[0], ["native/a.c", "a.h"]);
    assert.equal((await compiler.compile({ ...JOB, defines: ["X=2"] })).cached, false);
  });

  test("takes the level that the project gives, and debugs without debug information", async () => {
    const workers = new FakeWorkers();
    const compiler = wasmCompiler(fakePorts(workers));
    await compiler.compile({ ...JOB, flags: ["-O3"] });
    const { diagnostics } = await compiler.compile({ ...JOB, flags: [], profile: "debug" });
    assert.deepEqual([workers.sources[0]?.level, workers.sources[2]?.level], ["3", "1"]);
    assert.deepEqual(workers.sources[2]?.flags.slice(0, 2), ["-Og", "-std=c11"]);
    assert.deepEqual(diagnostics, [
      { severity: "warning", message: 'The WASM compiler makes no debug information: native "hello" is built without' },
    ]);
  });

  for (const [flags, warns] of [
    [["-g"], true],
    [["-ggdb3"], true],
    [["-gdwarf-5"], true],
    [["-g", "-g0"], false],
    [["-fgnu89-inline"], false],
  ] as const) {
    test(`${warns ? "warns" : "does not warn"} of missing debug information for ${flags.join(" ")}`, async () => {
      const { diagnostics } = await wasmCompiler(fakePorts(new FakeWorkers())).compile({ ...JOB, flags });
      assert.equal(
        diagnostics.some(({ message }) => message.includes("no debug information")),
        warns,
      );
    });
  }

  test("tells what the lowering left out", async () => {
    const finding = { code: "X", severity: "warning", message: "something is left out" } as const;
    const workers = new FakeWorkers(() => ({ findings: [finding] }));
    const { diagnostics } = await wasmCompiler(fakePorts(workers)).compile(JOB);
    assert.deepEqual(diagnostics[0], { severity: "warning", message: "something is left out", file: "native/a.c" });
  });

  test("says what clang says of all sources that it refuses", async () => {
    const workers = new FakeWorkers(({ source }) => ({
      exitCode: 1,
      bytes: undefined,
      messages: `${source}:1:1: error: no\n`,
    }));
    await assert.rejects(wasmCompiler(fakePorts(workers)).compile(JOB), {
      code: "NATIVE_COMPILE_FAILED",
      message:
        'Cannot compile native "hello": the compiler refuses "native/a.c" and 1 more\n\n' +
        "native/a.c:1:1: error: no\nnative/b.cpp:1:1: error: no",
      path: "native/a.c",
    });
  });

  test("says which object wants what is nowhere", async () => {
    const messages = "ld.lld: error: undefined symbol: helper\n>>> referenced by /.packwheel/input/0/a.o:(f)\n";
    const workers = new FakeWorkers(undefined, () => ({ exitCode: 1, messages }));
    await assert.rejects(wasmCompiler(fakePorts(workers)).compile(JOB), {
      code: "NATIVE_COMPILE_FAILED",
      message: 'Cannot link native "hello"\n\nld.lld: error: undefined symbol: helper\n>>> referenced by a.o:(f)',
      hint: "Name the libraries that it needs in `libraries`, and all of its files in `sources`",
    });
  });

  test("refuses targets that it does not know", async () => {
    const job = { ...JOB, target: "x86_64-pc-solaris" };
    await assert.rejects(wasmCompiler(fakePorts(new FakeWorkers())).compile(job), {
      code: "NATIVE_TARGET_UNSUPPORTED",
      message: 'Cannot compile native "hello" for "x86_64-pc-solaris": the WASM compiler does not know this target',
    });
  });
});
