import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ByteWriter } from "../../../../src/core/bytes/byte-writer.ts";
import { PackwheelError } from "../../../../src/core/errors.ts";
import { parseCoffSymbols } from "../../../../src/core/object/coff/symbols.ts";

const EXTERNAL = 2;
const STATIC = 3;
const WEAK = 105;
const AMD64 = 0x8664;
const ARM64 = 0xaa64;
const I386 = 0x14c;

interface Row {
  readonly name: string;
  readonly value?: number;
  readonly section?: number;
  readonly storageClass?: number;
  /** Records that follow and belong to it. */
  readonly more?: number;
}

/** An object without sections, but for what its symbols say. */
function coffObject(machine: number, rows: readonly Row[], isBig = false): Uint8Array {
  const writer = new ByteWriter(true);
  const count = rows.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
  if (isBig) {
    writer.u16(0).u16(0xffff).u16(2).u16(machine).zeros(36).u32(0).u32(56).u32(count);
  } else {
    writer.u16(machine).u16(0).u32(0).u32(20).u32(count).u16(0).u16(0);
  }
  let strings = "";
  for (const { name, value = 0, section = 0, storageClass = EXTERNAL, more = 0 } of rows) {
    if (name.length > 8) {
      writer.u32(0).u32(4 + strings.length);
      strings += `${name}\0`;
    } else {
      writer.bytes(new TextEncoder().encode(name.padEnd(8, "\0")));
    }
    writer.u32(value);
    if (isBig) writer.u32(section);
    else writer.u16(section);
    writer.u16(0).u8(storageClass).u8(more);
    // A record that would be a symbol of its own, if it were read as one.
    for (let index = 0; index < more; index++) {
      writer.bytes(new TextEncoder().encode("stray\0\0\0")).u32(0);
      if (isBig) writer.u32(0);
      else writer.u16(0);
      writer.u16(0).u8(EXTERNAL).u8(0);
    }
  }
  return writer
    .u32(4 + strings.length)
    .bytes(new TextEncoder().encode(strings))
    .toBytes();
}

const ROWS: readonly Row[] = [
  { name: ".text", section: 1, storageClass: STATIC, more: 1 },
  { name: "add", section: 1 },
  { name: "malloc" },
  { name: "api_with_a_long_name", section: 1, value: 16 },
  { name: "__imp_CreateFileA" },
  { name: "shared", value: 8 },
  { name: "maybe", storageClass: WEAK, more: 1 },
];

describe("parseCoffSymbols()", () => {
  for (const isBig of [false, true]) {
    for (const machine of [AMD64, ARM64]) {
      test(`reads ${isBig ? "many sections" : "a plain object"} of machine ${machine.toString(16)}`, () => {
        const symbols = parseCoffSymbols(coffObject(machine, ROWS, isBig));
        assert.deepEqual([...(symbols?.undefined ?? [])], ["malloc", "CreateFileA"]);
        assert.deepEqual([...(symbols?.defined ?? [])], ["add", "api_with_a_long_name", "shared", "maybe"]);
      });
    }
  }

  test("gives names of x86 as C has them", () => {
    const rows = ["_sin", "_CreateFileA@28", "@fast@8", "__imp__ExitProcess@4", "___chkstk"].map((name) => ({ name }));
    const symbols = parseCoffSymbols(coffObject(I386, rows));
    assert.deepEqual([...(symbols?.undefined ?? [])], ["sin", "CreateFileA", "fast", "ExitProcess", "__chkstk"]);
  });

  test("knows what is no object", () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(64), new TextEncoder().encode("\x7fELF".padEnd(64))]) {
      assert.equal(parseCoffSymbols(bytes), undefined);
    }
  });

  test("reads bytes that end early, or says so", () => {
    const whole = coffObject(AMD64, ROWS);
    for (let length = 0; length < whole.length; length++) {
      try {
        parseCoffSymbols(whole.subarray(0, length));
      } catch (error) {
        assert.ok(error instanceof PackwheelError, String(error));
        assert.equal(error.code, "PE_TRUNCATED");
        assert.match(error.message, /^Cannot (?:read|seek)/);
      }
    }
  });
});
