/** What the linker of side modules is told, and what is made of its answers. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findTargets } from "../../src/core/targets/build-target.ts";
import { linkObjects } from "../../src/toolchain/link/link-objects.ts";
import type { LinkItem, LinkResult, LinkRun } from "../../src/toolchain/link/link-run.ts";
import { NO_STORE } from "../../src/toolchain/object-store.ts";
import type { ToolResult } from "../../src/toolchain/tool.ts";
import { makeObject } from "../core/object/wasm/wasm-bytes.ts";
import { decode, encode, FakeWorkers } from "./fake-workers.ts";

const [target] = findTargets(["pyemscripten"]);

const SYSROOT = new Map([
  [
    "libc/emscripten.txt",
    encode(
      "releases 2025.0 2026.5\nwasm32 main 2025.0\n malloc printf\nwasm32 main 2026.0\n ppoll\nwasm32 main 2025.0 -@2026.5\n sigaction\n",
    ),
  ],
  ["rt/index.txt", encode("builtins/half.c\n *: __truncdfhf2\n")],
  ["rt/builtins/half.c", encode("int half;\n")],
]);

const OBJECT: LinkItem = {
  kind: "object",
  name: "a.o",
  bytes: makeObject([
    { kind: "function", name: "malloc" },
    { kind: "function", name: "__truncdfhf2" },
  ]),
};

async function link(
  run: Partial<LinkRun>,
  answer: Partial<ToolResult> = {},
): Promise<{ readonly result: LinkResult; readonly workers: FakeWorkers }> {
  const workers = new FakeWorkers(
    () => ({ bytes: makeObject([]) }),
    () => answer,
  );
  const result = await linkObjects(
    {
      target: target!,
      floor: "2025.0",
      output: "library",
      fileName: "lib.so",
      items: [OBJECT],
      isStripped: true,
      ...run,
    },
    { version: "1", sysroot: SYSROOT, workers, store: NO_STORE },
  );
  return { result, workers };
}

describe("linkObjects() for Pyodide", () => {
  test("makes a side module of what is visible, with helpers that the main module lacks", async () => {
    const { result, workers } = await link({ soname: "lib.so" });
    const [run] = workers.tools;
    assert.equal(run?.tool, "wasm-ld");
    assert.deepEqual(run.arguments, [
      "-shared",
      "--experimental-pic",
      "-Bsymbolic",
      "--gc-sections",
      "--strip-all",
      "--unresolved-symbols=report-all",
      "--allow-undefined-file=/.packwheel/input/main-module.txt",
      "--start-lib",
      "/.packwheel/input/rt/half.o",
      "--end-lib",
      "-o",
      "/.packwheel/output/lib.so",
      "/.packwheel/input/0/a.o",
    ]);
    assert.deepEqual(
      workers.sources.map(({ source }) => source),
      ["rt/builtins/half.c"],
    );
    assert.equal(decode(result.bytes), "linked");
  });

  test("offers what the main module has at the floor", async () => {
    const offered = async (floor: string): Promise<readonly string[]> => {
      const { workers } = await link({ floor });
      return decode(workers.tools[0]?.input.get("main-module.txt")).split("\n").slice(4, -1);
    };
    assert.deepEqual(await offered("2025.0"), ["malloc", "printf", "sigaction"]);
    assert.deepEqual(await offered("2026.0"), ["malloc", "printf", "ppoll", "sigaction"]);
    assert.deepEqual(await offered("2026.5"), ["malloc", "printf", "ppoll"]);
    await assert.rejects(offered("2024.0"), { code: "TARGET_FLOOR_INVALID" });
  });

  test("leaves out words that are for other linkers", async () => {
    const words = [
      "-lm",
      "-pthread",
      "-z",
      "now",
      "-znoexecstack",
      "--hash-style=gnu",
      "-soname",
      "x",
      "-rpath",
      "y",
      "-lz",
    ];
    const { workers } = await link({ items: [OBJECT, ...words.map((word) => ({ kind: "word" as const, word }))] });
    assert.deepEqual(workers.tools[0]?.arguments.slice(-3), ["/.packwheel/input/0/a.o", "-pthread", "-lz"]);
  });

  test("leaves symbols to the loader where that is wanted", async () => {
    const { workers } = await link({ allowsUndefined: true, withoutLibraries: true, isStripped: false });
    assert.ok(workers.tools[0]?.arguments.includes("--allow-undefined"));
    assert.ok(!workers.tools[0]?.arguments.includes("--start-lib"));
  });

  test("makes one object of several", async () => {
    const { workers } = await link({ output: "relocatable", fileName: "all.o" });
    assert.deepEqual(workers.tools[0]?.arguments, ["-r", "-o", "/.packwheel/output/all.o", "/.packwheel/input/0/a.o"]);
  });

  test("refuses to make programs", async () => {
    await assert.rejects(link({ output: "program" }), {
      code: "NATIVE_KIND_UNSUPPORTED",
      message: "Cannot link a program for pyemscripten-wasm32: Pyodide loads libraries, and starts no programs",
    });
  });

  const missing = [
    { symbol: "pthread_create", hint: /^Pyodide has no threads/ },
    { symbol: "fork", hint: /^Pyodide has no processes/ },
    { symbol: "_ZSt4cout", hint: /^Parts of the C\+\+ library/ },
    {
      symbol: "ppoll",
      hint: /^`ppoll` needs emscripten 2026\.0, and pyemscripten-wasm32 is built for 2025\.0 and newer: give the wheel the platform tag pyemscripten_2026_0_wasm32/,
    },
    { symbol: "nowhere", hint: /^Neither the project nor the main module of Pyodide has it/ },
  ];
  for (const { symbol, hint } of missing) {
    test(`tells what can be done about ${symbol}`, async () => {
      const messages = `wasm-ld: error: /.packwheel/input/0/a.o: undefined symbol: ${symbol}\n`;
      const { result } = await link({}, { exitCode: 1, messages });
      assert.equal(result.bytes, undefined);
      assert.equal(result.messages, `wasm-ld: error: a.o: undefined symbol: ${symbol}\n`);
      assert.match(result.hint ?? "", hint);
    });
  }
});
