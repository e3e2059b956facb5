/**
 * The C++ programs of fixtures/cxx-programs: built by the WASM compiler, with the headers of libc++ and the code of
 * wasm/rt/cxx, they print what they print when g++ builds them. One machine of 64 bits, one of 32, one with big bytes first.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import { findTargets } from "../../src/core/targets/build-target.ts";
import { loadToolchainParts } from "../../src/node/toolchain/load-toolchain.ts";
import { sysrootFiles } from "../../src/node/toolchain/sysroot-files.ts";
import { ToolchainThreads } from "../../src/node/toolchain/thread-pool.ts";
import { linkObjects } from "../../src/toolchain/link/link-objects.ts";
import type { LinkPorts } from "../../src/toolchain/link/link-run.ts";
import type { StoredObject } from "../../src/toolchain/object-store.ts";
import { PLACES } from "../../src/toolchain/toolchain.ts";
import { CROSS_TOOLS, findCrossTool } from "./cross-tools.ts";
import { findProgram, requireJudge } from "./judge.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/cxx-programs/", import.meta.url));
const FLAGS = ["-std=c++20", "-O2", "-Wall", "-Wextra"];

describe("C++ through the WASM compiler", () => {
  const folder = mkdtempSync(join(tmpdir(), "packwheel-cxx-"));
  let threads: ToolchainThreads;
  let ports: LinkPorts;
  before(async () => {
    threads = new ToolchainThreads({ parts: await loadToolchainParts(FIXTURES), project: FIXTURES });
    const kept = new Map<string, StoredObject>();
    ports = {
      version: "test",
      sysroot: sysrootFiles(),
      workers: threads,
      store: {
        read: async (parts) => kept.get(JSON.stringify(parts)),
        write: async (parts, object) => {
          kept.set(JSON.stringify(parts), object);
        },
      },
    };
  });
  after(async () => {
    await threads.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function build(name: string, source: string, output: "program" | "library"): Promise<Uint8Array> {
    const target = findTargets([name])[0]!;
    const common = { target, floor: target.defaultFloor };
    const { bytes, messages } = await threads.compile({
      ...common,
      language: "c++",
      source,
      workingDirectory: PLACES.project,
      output: "object",
      level: "2",
      flags: FLAGS,
      timestamp: 0,
    });
    assert.equal(messages, "");
    const libraries = ["-lm", "-lpthread"].map((word) => ({ kind: "word", word }) as const);
    const items = [{ kind: "object", name: "main.o", bytes: bytes! } as const, ...libraries];
    const linked = await linkObjects({ ...common, output, fileName: "result", items, isStripped: false }, ports);
    assert.equal(linked.messages, "");
    return linked.bytes!;
  }

  function outputOf(program: string, ...words: readonly string[]): string {
    const result = spawnSync(program, words, { encoding: "utf8", timeout: 60_000 });
    assert.equal(result.status, 0, `${program}: ${result.stderr}${result.error?.message ?? ""}`);
    return result.stdout;
  }

  for (const { machine, qemu, prefix } of CROSS_TOOLS.filter(({ machine }) =>
    ["x86_64", "i686", "s390x"].includes(machine),
  )) {
    for (const source of ["language.cc", "containers.cc", "threads.cc"]) {
      test(`${source} prints on ${machine} what g++ makes it print`, async (t) => {
        const compiler = findProgram("g++");
        const runner = qemu === undefined ? undefined : findProgram(qemu);
        const isReady = compiler !== undefined && findCrossTool(CROSS_TOOLS[0]!, "gcc") !== undefined;
        if (!requireJudge(t, isReady && (qemu === undefined || runner !== undefined), `g++ and ${qemu ?? ""}`)) return;
        const theirs = join(folder, "theirs");
        outputOf(compiler!, ...FLAGS, "-w", join(FIXTURES, source), "-o", theirs, "-pthread");
        const ours = join(folder, "ours");
        writeFileSync(ours, await build(`linux-${machine}`, source, "program"));
        chmodSync(ours, 0o755);
        const words = runner === undefined ? [] : ["-L", `/usr/${prefix}`, ours];
        assert.equal(outputOf(runner ?? ours, ...words), outputOf(theirs));
      });
    }
  }

  test("keeps the standard library to itself in a library", async () => {
    const elf = parseElf(await build("linux-x86_64", "containers.cc", "library"));
    assert.deepEqual(
      elf.exports.map(({ name }) => name),
      ["main"],
    );
  });

  const refused = [
    { name: "throw", text: "void f() { throw 1; }", says: "cannot use 'throw' with exceptions disabled" },
    {
      name: "a missing type",
      text: "#include <typeinfo>\nconst char *f(int &v) { return typeid(v).name(); }",
      says: "use of typeid requires -frtti",
    },
    { name: "<iostream>", text: "#include <iostream>", says: "<iostream> takes code of the C++ library" },
  ];
  for (const { name, text, says } of refused) {
    test(`names ${name} as what it lacks`, async () => {
      const target = findTargets(["linux-x86_64"])[0]!;
      const { exitCode, messages } = await threads.compile({
        target,
        floor: target.defaultFloor,
        language: "c++",
        source: "-",
        stdin: new TextEncoder().encode(text),
        workingDirectory: PLACES.project,
        output: "check",
        level: "2",
        flags: FLAGS,
        timestamp: 0,
      });
      assert.equal(exitCode, 1);
      assert.ok(messages.includes(says), messages);
      assert.ok(messages.includes("use a native compiler"), messages);
    });
  }
});
