import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CompileJob } from "../../src/core/ports/compiler.ts";
import { pluginCompiler } from "../../src/toolchain/plugin-compiler.ts";
import { mountFiles } from "../../src/toolchain/wasi/memory-folder.ts";
import { decode, encode } from "./fake-workers.ts";
import { type Statement, tinyModule } from "./wasi/tiny-module.ts";

const JOB: CompileJob = {
  name: "hello",
  output: "library",
  fileName: "o",
  sources: ["a.c"],
  includeDirs: [],
  defines: [],
  flags: [],
  libraries: ["m"],
  std: undefined,
  target: "x86_64-unknown-linux-gnu",
  profile: "release",
  deploymentTarget: undefined,
  timestamp: 0,
};

const vectorOf = (address: number, length: number): Uint8Array =>
  new Uint8Array(Uint32Array.of(address, length).buffer);

/** Writes its words to both names that it may be asked for, and to standard error. */
function compilerModule(exitCode: number): WebAssembly.Module {
  const open = (address: number, length: number): Statement => {
    return { call: "path_open", values: [3, 0, address, length, 1, 64n, 64n, 0, 0] };
  };
  const write = (file: number | { readonly at: number }): Statement => ({ call: "fd_write", values: [file, 16, 1, 8] });
  return tinyModule(
    [
      { call: "args_sizes_get", values: [4, 20] },
      { call: "args_get", values: [200, 1000] },
      open(100, 15),
      write({ at: 0 }),
      open(120, 8),
      write({ at: 0 }),
      write(2),
      { call: "proc_exit", values: [exitCode] },
    ],
    { 16: vectorOf(1000, 0), 100: encode("output/object.o"), 120: encode("output/o") },
  );
}

const project = () => mountFiles([["a.c", encode("int a;")]]);

describe("pluginCompiler()", () => {
  test("calls the module as documented, to compile and to link", async () => {
    const compiler = pluginCompiler({ module: compilerModule(0), name: "cc.wasm", project });
    const { bytes, cached } = await compiler.compile(JOB);
    assert.equal(cached, false);
    assert.equal(
      decode(bytes).replaceAll("\0", " ").trim(),
      "cc -o /output/o --target=x86_64-unknown-linux-gnu -shared /input/0.o -lm",
    );
  });

  test("shows what the module says when it refuses a source", async () => {
    const compiler = pluginCompiler({ module: compilerModule(1), name: "cc.wasm", project });
    const words = "cc -o /output/object.o --target=x86_64-unknown-linux-gnu -c -O2 -fPIC -DNDEBUG a.c";
    await assert.rejects(compiler.compile(JOB), (error: Error) => {
      assert.equal(
        error.message.replaceAll("\0", " ").trim(),
        `Cannot compile native "hello": cc.wasm refuses "a.c"\n\n${words}`,
      );
      return true;
    });
  });

  test("survives a module that crashes", async () => {
    const module = tinyModule([{ unreachable: true }]);
    await assert.rejects(pluginCompiler({ module, name: "cc.wasm", project }).compile(JOB), {
      code: "NATIVE_COMPILE_FAILED",
      message: 'Cannot compile native "hello": cc.wasm refuses "a.c"\n\nthe compiler crashed: unreachable',
    });
  });
});
