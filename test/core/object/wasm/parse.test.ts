import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bytesAccess } from "../../../../src/core/memory/bytes-access.ts";
import { readRanges } from "../../../../src/core/object/ranges.ts";
import { parseSideModule, sideModuleParser } from "../../../../src/core/object/wasm/parse.ts";
import { undefinedWasmSymbols } from "../../../../src/core/object/wasm/undefined-symbols.ts";
import { fuzz, truncate } from "../fuzz.ts";
import { makeObject, makeSideModule, number, type SideModuleDraft, section, text } from "./wasm-bytes.ts";

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

const FULL: SideModuleDraft = {
  memory: [70_000, 4],
  table: [3, 0],
  needed: ["libfoo.so"],
  runtimePath: ["$ORIGIN/../hello.libs"],
  weak: ["env.perhaps"],
  imports: [
    ["env", "memory", "memory"],
    ["env", "__indirect_function_table", "table"],
    ["env", "__memory_base", "global"],
    ["env", "malloc", "function"],
    ["env", "perhaps", "function"],
    ["env", "__cpp_exception", "tag"],
    ["GOT.mem", "stdout", "global"],
  ],
  exports: [
    ["hello", "function"],
    ["count", "global"],
  ],
};

describe("parseSideModule()", () => {
  test("reads what a module takes and gives", () => {
    assert.deepEqual(parseSideModule(makeSideModule(FULL)), {
      format: "side-module",
      memory: { size: 70_000, alignment: 16 },
      table: { size: 3, alignment: 1 },
      needed: ["libfoo.so"],
      runtimePath: ["$ORIGIN/../hello.libs"],
      imports: [
        { module: "env", name: "memory", kind: "memory", weak: false },
        { module: "env", name: "__indirect_function_table", kind: "table", weak: false },
        { module: "env", name: "__memory_base", kind: "global", weak: false },
        { module: "env", name: "malloc", kind: "function", weak: false },
        { module: "env", name: "perhaps", kind: "function", weak: true },
        { module: "env", name: "__cpp_exception", kind: "tag", weak: false },
        { module: "GOT.mem", name: "stdout", kind: "global", weak: false },
      ],
      exports: [
        { name: "hello", kind: "function" },
        { name: "count", kind: "global" },
      ],
    });
  });

  test("reads a module without imports and exports", () => {
    const { memory, needed, imports, exports } = parseSideModule(makeSideModule());
    assert.deepEqual(
      { memory, needed, imports, exports },
      {
        memory: { size: 0, alignment: 1 },
        needed: [],
        imports: [],
        exports: [],
      },
    );
  });

  test("reads the same from a file of which only parts are read", async () => {
    const bytes = makeSideModule(FULL);
    const large = Uint8Array.from([
      ...bytes,
      ...section(
        10,
        Array.from({ length: 100_000 }, () => 0),
      ),
    ]);
    let total = 0;
    const access = bytesAccess(large);
    const counting = {
      size: access.size,
      read(offset: number, length: number) {
        total += length;
        return access.read(offset, length);
      },
    };
    assert.deepEqual(await readRanges(counting, sideModuleParser(large.length)), parseSideModule(bytes));
    assert.ok(total < 20_000, `${total} bytes were read`);
  });

  const bad = [
    {
      name: "a module without dylink.0",
      bytes: [...HEADER, ...section(1, [0])],
      code: "WASM_INVALID",
      message: "Cannot read the WebAssembly module: it does not begin with dylink.0, so it is no side module",
    },
    {
      name: "a header alone",
      bytes: HEADER,
      code: "WASM_INVALID",
      message: "Cannot read the WebAssembly module: it does not begin with dylink.0, so it is no side module",
    },
    {
      name: "a section that is longer than the file",
      bytes: [...HEADER, 0, 100, ...text("dylink.0")],
      code: "WASM_TRUNCATED",
      message:
        "Cannot read the sections of the WebAssembly module: bytes 10 to 110 are not all in the file, which has 19",
    },
    {
      name: "a length that does not end",
      bytes: [...HEADER, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
      code: "WASM_INVALID",
      message: "Cannot read the WebAssembly module: a number has more than 32 bits",
    },
    {
      name: "more imports than there are bytes",
      bytes: [...HEADER, ...section(0, text("dylink.0")), ...section(2, number(1_000_000))],
      code: "WASM_INVALID",
      message: "Cannot read the WebAssembly module: it counts 1000000 items in 0 bytes",
    },
    {
      name: "an import of an unknown kind",
      bytes: [...HEADER, ...section(0, text("dylink.0")), ...section(2, [1, ...text("env"), ...text("a"), 9, 0])],
      code: "WASM_INVALID",
      message: "Cannot read the WebAssembly module: an import or export is of the unknown kind 9",
    },
    {
      name: "a name that is longer than its section",
      bytes: [...HEADER, ...section(0, text("dylink.0")), ...section(2, [1, 200, 1, 0x61])],
      code: "WASM_TRUNCATED",
      message: "Cannot read 200 bytes at byte 3 of the section of imports: it has 4 bytes",
    },
    {
      name: "a number of more than 64 bits",
      bytes: [
        ...HEADER,
        ...section(0, text("dylink.0")),
        ...section(7, [1, ...text("a"), 0, ...Array.from({ length: 11 }, () => 0x80), 0]),
      ],
      code: "WASM_INVALID",
      message: "Cannot read the WebAssembly module: a number has more than 64 bits",
    },
  ];
  for (const { name, bytes, code, message } of bad) {
    test(`reports ${name}`, () => {
      assert.throws(() => parseSideModule(Uint8Array.from(bytes)), { code, message });
    });
  }

  test("ends well on every beginning of a file", () => truncate(makeSideModule(FULL), parseSideModule));
  test("ends well on broken files", () => fuzz(makeSideModule(FULL), 3000, parseSideModule));
});

describe("undefinedWasmSymbols()", () => {
  const OBJECT = makeObject([
    { kind: "function", name: "hello", defined: true },
    { kind: "function", name: "malloc" },
    { kind: "data", name: "table", defined: true },
    { kind: "data", name: "stdout" },
    { kind: "section" },
    { kind: "global", name: "__stack_pointer" },
    { kind: "function", name: "perhaps", weak: true },
    { kind: "function", name: "free" },
  ]);

  test("names what must be found elsewhere", () => {
    assert.deepEqual([...(undefinedWasmSymbols(OBJECT) ?? [])].sort(), ["__stack_pointer", "free", "malloc", "stdout"]);
  });
  test("finds nothing in a module that is linked", () => {
    assert.deepEqual([...(undefinedWasmSymbols(Uint8Array.from([...HEADER, ...section(1, [0])])) ?? ["?"])], []);
  });
  test("knows what is no object of WebAssembly", () => {
    assert.equal(undefinedWasmSymbols(new TextEncoder().encode("\x7fELF....")), undefined);
    assert.equal(undefinedWasmSymbols(makeSideModule(FULL)), undefined);
  });
  test("ends well on every beginning of a file", () => truncate(OBJECT, undefinedWasmSymbols));
  test("ends well on broken files", () => fuzz(OBJECT, 3000, undefinedWasmSymbols));
});
