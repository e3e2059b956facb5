import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { CompileJob } from "../../src/core/ports/compiler.ts";
import { BuildCache } from "../../src/node/build-cache.ts";
import { chooseCompiler, explainChoice, findHostCompiler } from "../../src/node/choose-compiler.ts";
import { hostTarget } from "../../src/node/host-target.ts";

const LINUX = { skip: process.platform === "linux" ? false : "this machine is not Linux" };

let empty = "";
let withCc = "";
before(() => {
  empty = mkdtempSync(join(tmpdir(), "packwheel-choose-"));
  withCc = mkdtempSync(join(tmpdir(), "packwheel-choose-"));
  writeFileSync(join(withCc, "cc"), "#!/bin/sh\n");
  chmodSync(join(withCc, "cc"), 0o755);
});
after(() => {
  for (const folder of [empty, withCc]) rmSync(folder, { recursive: true, force: true });
});

describe("explainChoice()", LINUX, () => {
  const OTHER = "s390x-unknown-linux-musl";
  const choices = [
    { name: "this machine with a compiler", triple: hostTarget(), path: () => withCc, kind: "host", isOwn: true },
    { name: "this machine without a compiler", triple: hostTarget(), path: () => empty, kind: "wasm", isOwn: true },
    { name: "another machine", triple: OTHER, path: () => withCc, kind: "wasm", isOwn: false },
    { name: "another machine, with CC", triple: OTHER, path: () => empty, cc: "zig cc", kind: "host", isOwn: false },
    { name: "a target of no table", triple: "x86_64-pc-solaris", path: () => withCc, kind: "host", isOwn: false },
  ];
  for (const { name, triple, path, cc, kind, isOwn } of choices) {
    test(`takes ${kind} for ${name}`, () => {
      const choice = explainChoice(triple, { PATH: path(), CC: cc }, empty);
      assert.deepEqual([choice.kind, choice.isOwn], [kind, isOwn]);
    });
  }

  test("says why", () => {
    const reason = (triple: string, env: Record<string, string>): string => explainChoice(triple, env, empty).reason;
    assert.equal(reason(hostTarget(), { PATH: withCc }), `${join(withCc, "cc")} is here`);
    assert.equal(reason(hostTarget(), { PATH: empty }), "no C compiler is installed");
    assert.equal(reason(OTHER, { PATH: withCc }), "it is another machine");
    assert.equal(reason(OTHER, { CC: " zig cc " }), "CC names zig cc");
    assert.equal(findHostCompiler({ PATH: empty }, empty), undefined);
  });
});

describe("chooseCompiler()", () => {
  const job: CompileJob = {
    name: "hello",
    output: "library",
    fileName: "libhello.so",
    sources: ["a.c"],
    includeDirs: [],
    defines: [],
    flags: [],
    libraries: [],
    std: undefined,
    target: hostTarget(),
    profile: "release",
    deploymentTarget: undefined,
    timestamp: 0,
  };
  const compile = (wanted: string, files: Readonly<Record<string, Uint8Array>> = {}): Promise<unknown> => {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(empty, name), bytes);
    const cache = new BuildCache(empty, false);
    return chooseCompiler(wanted, { directory: empty, cache, env: { PATH: empty } }).compile(job);
  };

  test("takes a program by its name, as CC does", async () => {
    await assert.rejects(compile("no-such-cc"), {
      code: "NATIVE_TOOL_MISSING",
      message: 'Cannot compile native "hello": $CC names "no-such-cc", which is not installed',
    });
  });

  test("looks for the host's compiler alone when that is asked for", async () => {
    await assert.rejects(compile("host"), { code: "NATIVE_TOOL_MISSING" });
  });

  const ADD = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
  const plugins = [
    { name: "missing.wasm", files: {}, reason: "there is no such file" },
    { name: "text.wasm", files: { "text.wasm": new Uint8Array([1, 2, 3]) }, reason: "it is no WebAssembly module" },
    { name: "empty.wasm", files: { "empty.wasm": ADD }, reason: "it is no WASI preview 1 command module" },
  ];
  for (const { name, files, reason } of plugins) {
    test(`refuses ${name} as compiler: ${reason}`, () =>
      assert.rejects(compile(`wasm:${name}`, files), {
        code: "TOOLCHAIN_INVALID",
        message: `Cannot use "${name}" as compiler: ${reason}`,
      }));
  }
});
