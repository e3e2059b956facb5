import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bytesAccess } from "../../../../src/core/memory/bytes-access.ts";
import { parsePe, peParser } from "../../../../src/core/object/pe/parse.ts";
import { readRanges } from "../../../../src/core/object/ranges.ts";
import { fuzz, truncate } from "../fuzz.ts";
import { makePe, type PeDraft, SECTION, SECTION_OFFSET } from "./pe-bytes.ts";

const FULL: PeDraft = {
  imports: [
    { dll: "KERNEL32.dll", symbols: ["GetTickCount", "Sleep"] },
    { dll: "WS2_32.dll", symbols: [115, "closesocket"] },
  ],
  delayed: [{ dll: "USER32.dll", symbols: ["MessageBoxA"] }],
  exports: [{ name: "hello" }, {}, { name: "far", forwardedTo: "KERNEL32.Sleep" }],
  name: "hello.dll",
};

describe("parsePe()", () => {
  for (const bits of [32, 64] as const) {
    test(`reads ${bits}-bit files`, () => {
      assert.deepEqual(parsePe(makePe({ ...FULL, bits, machine: bits === 64 ? 0x8664 : 0x14c })), {
        format: "pe",
        bits,
        machine: bits === 64 ? "amd64" : "x86",
        type: "dll",
        dllCharacteristics: 0x160,
        subsystem: 3,
        name: "hello.dll",
        imports: [
          {
            dll: "KERNEL32.dll",
            delayed: false,
            symbols: [
              { kind: "name", name: "GetTickCount" },
              { kind: "name", name: "Sleep" },
            ],
          },
          {
            dll: "WS2_32.dll",
            delayed: false,
            symbols: [
              { kind: "ordinal", ordinal: 115 },
              { kind: "name", name: "closesocket" },
            ],
          },
          { dll: "USER32.dll", delayed: true, symbols: [{ kind: "name", name: "MessageBoxA" }] },
        ],
        exports: [
          { name: "hello", ordinal: 5 },
          { ordinal: 6 },
          { name: "far", ordinal: 7, forwardedTo: "KERNEL32.Sleep" },
        ],
        hasDebug: false,
        signed: false,
        overlaySize: 0,
        managed: false,
      });
    });
  }

  test("reads imports of old linkers, which wrote one list alone", () => {
    const file = parsePe(makePe({ imports: [{ dll: "A.dll", symbols: ["a"], oneList: true }] }));
    assert.deepEqual(file.imports, [{ dll: "A.dll", delayed: false, symbols: [{ kind: "name", name: "a" }] }]);
  });

  test("reads delayed imports of old linkers, whose addresses count from zero", () => {
    const file = parsePe(
      makePe({ bits: 32, machine: 0x14c, delayed: [{ dll: "A.dll", symbols: [7] }], absolute: true }),
    );
    assert.deepEqual(file.imports, [{ dll: "A.dll", delayed: true, symbols: [{ kind: "ordinal", ordinal: 7 }] }]);
  });

  test("reads a file without imports and exports", () => {
    const file = parsePe(makePe());
    assert.deepEqual([file.imports, file.exports, file.name], [[], [], undefined]);
  });

  test("tells programs, signatures, debug information and .NET", () => {
    const program = parsePe(makePe({ characteristics: 0x22 }));
    assert.equal(program.type, "executable");
    const marked = parsePe(makePe({ directories: { 4: [0x400, 8], 6: [SECTION, 28], 14: [SECTION, 72] } }));
    assert.deepEqual([marked.signed, marked.hasDebug, marked.managed], [true, true, true]);
  });

  test("counts the bytes after the last section, without the signature", () => {
    const overlay = new Uint8Array(100);
    assert.equal(parsePe(makePe({ overlay })).overlaySize, 100);
    assert.equal(parsePe(makePe({ overlay, directories: { 4: [SECTION_OFFSET + 40, 60] } })).overlaySize, 40);
  });

  test("names the machine", () => {
    assert.equal(parsePe(makePe({ machine: 0xaa64 })).machine, "arm64");
    assert.equal(parsePe(makePe({ machine: 0x1c4 })).machine, "unknown (0x1c4)");
  });

  test("reads the same from a file that is not in memory", async () => {
    const bytes = makePe(FULL);
    assert.deepEqual(await readRanges(bytesAccess(bytes), peParser(bytes.length)), parsePe(bytes));
  });
});

const faults: { name: string; bytes: () => Uint8Array; code: string; message: string | RegExp }[] = [
  {
    name: "nothing",
    bytes: () => new Uint8Array(),
    code: "PE_TRUNCATED",
    message: "Cannot read the DOS header of the PE file: bytes 0 to 64 are not all in the file, which has 0",
  },
  {
    name: "a text",
    bytes: () => new TextEncoder().encode("hello ".repeat(20)),
    code: "PE_INVALID",
    message: "Cannot read the PE file: it does not begin with MZ",
  },
  {
    name: "a program of DOS",
    bytes: () => changed((view) => view.setUint32(0x40, 0x454e)),
    code: "PE_INVALID",
    message: "Cannot read the PE file: the PE signature is not at byte 64",
  },
  {
    name: "a header beyond the file",
    bytes: () => changed((view) => view.setUint32(0x3c, 0xffffff00, true)),
    code: "PE_TRUNCATED",
    message: /^Cannot read the COFF header of the PE file: bytes 4294967040 to 4294967064 are not all in the file/,
  },
  {
    name: "too many sections",
    bytes: () => changed((view) => view.setUint16(0x46, 97, true)),
    code: "PE_INVALID",
    message: "Cannot read the PE file: it counts 97 sections",
  },
  {
    name: "an optional header of no known kind",
    bytes: () => changed((view) => view.setUint16(0x58, 0x107, true)),
    code: "PE_INVALID",
    message: "Cannot read the PE file: its optional header begins with 0x107",
  },
  {
    name: "an optional header that is cut short",
    bytes: () => changed((view) => view.setUint16(0x54, 100, true)),
    code: "PE_TRUNCATED",
    message: "Cannot read 36 bytes at byte 72 of the PE file: it has 100 bytes",
  },
  {
    name: "imports in no section",
    bytes: () => makePe({ directories: { 1: [0x990000, 40] } }),
    code: "PE_INVALID",
    message: "Cannot read the PE file: no section holds its imports, which are at 0x990000",
  },
  {
    name: "exports in no section",
    bytes: () => makePe({ directories: { 0: [0x990000, 40] } }),
    code: "PE_INVALID",
    message: "Cannot read the PE file: no section holds its exports, which are at 0x990000",
  },
  {
    name: "an import table without its end",
    bytes: () => {
      const bytes = makePe(FULL);
      // The last DLL's descriptor is followed by zeros: what is cut there has no end.
      return bytes.subarray(0, bytes.length - 1).fill(0xff, SECTION_OFFSET + 0x10);
    },
    code: "PE_INVALID",
    message: /^Cannot read the PE file: no section holds its imports, which are at 0x[0-9a-f]+$/,
  },
  {
    name: "more exports than there are ordinals",
    bytes: () => {
      const bytes = makePe({ exports: [{ name: "hello" }] });
      const view = new DataView(bytes.buffer);
      const at = view.getUint32(0x58 + 112, true) - SECTION + SECTION_OFFSET;
      view.setUint32(at + 20, 0x10001, true);
      return bytes;
    },
    code: "PE_INVALID",
    message: "Cannot read the PE file: it counts 65537 exports and 1 names for them",
  },
];

describe("parsePe() of a broken file", () => {
  for (const { name, bytes, code, message } of faults) {
    test(`reports ${name}`, () => assert.throws(() => parsePe(bytes()), { code, message }));
  }

  test("reports more symbols than any program imports, in bounded time", () => {
    // Each DLL has the same long list of symbols.
    const bytes = makePe({ imports: [{ dll: "a.dll", symbols: Array.from({ length: 30_000 }, () => 1) }] });
    const view = new DataView(bytes.buffer);
    const at = view.getUint32(0x58 + 112 + 8, true) - SECTION + SECTION_OFFSET;
    const longer = new Uint8Array(bytes.length + 20 * 40);
    longer.set(bytes);
    const descriptor = bytes.slice(at, at + 20);
    for (let index = 0; index < 40; index++) longer.set(descriptor, at + 20 * index);
    const sectionSize = view.getUint32(0x58 + 240 + 16, true) + 20 * 40;
    new DataView(longer.buffer).setUint32(0x58 + 240 + 16, sectionSize, true);
    assert.throws(() => parsePe(longer), {
      code: "PE_INVALID",
      message: "Cannot read the PE file: it imports more than 500000 symbols",
    });
  });

  test("ends for every beginning of a file", () => truncate(makePe(FULL), parsePe));

  for (const bits of [32, 64] as const) {
    test(`ends for 10,000 damaged ${bits}-bit files`, () => fuzz(makePe({ ...FULL, bits }), 10_000, parsePe));
  }
});

function changed(change: (view: DataView) => void): Uint8Array {
  const bytes = makePe(FULL);
  change(new DataView(bytes.buffer));
  return bytes;
}
