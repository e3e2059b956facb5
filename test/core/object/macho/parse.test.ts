import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ByteWriter } from "../../../../src/core/bytes/byte-writer.ts";
import { bytesAccess } from "../../../../src/core/memory/bytes-access.ts";
import { machOParser, parseMachO } from "../../../../src/core/object/macho/parse.ts";
import { readRanges } from "../../../../src/core/object/ranges.ts";
import { fuzz, truncate } from "../fuzz.ts";
import {
  ARM64,
  buildVersion,
  dylib,
  type MachODraft,
  makeFat,
  makeMachO,
  rpath,
  versionMin,
  X86_64,
} from "./macho-bytes.ts";

const LOAD = 0xc;
const ID = 0xd;
const WEAK = 0x80000018;
const REEXPORT = 0x8000001f;

/** `_hello` with the children `_new` and `_free`, of which only the leaves are symbols. */
const TRIE = Uint8Array.of(
  ...[0, 1, ...ascii("_hello"), 0, 10], // 0: root, edge "_hello" to 10
  ...[0, 2, ...ascii("_new"), 0, 25, ...ascii("_free"), 0, 29], // 10: two edges
  ...[2, 0, 0x20, 0], // 25: a symbol, without children
  ...[2, 0, 0x30, 0], // 29
);

const FULL: MachODraft = {
  commands: [
    buildVersion(1, 0x000b0000),
    dylib(ID, "@rpath/libhello.dylib"),
    dylib(LOAD, "/usr/lib/libSystem.B.dylib"),
    dylib(WEAK, "@rpath/libmaybe.dylib"),
    dylib(REEXPORT, "/usr/lib/libother.dylib"),
    rpath("@loader_path/../lib"),
    (writer) => void writer.u32(0x1d).u32(16).u32(0).u32(0), // LC_CODE_SIGNATURE
  ],
  symbols: [
    { name: "_malloc", type: 0x01, description: 0x0100 },
    { name: "_maybe", type: 0x01, description: 0x0240 },
    { name: "_anywhere", type: 0x01, description: 0xfe00 },
    { name: "_common", type: 0x01, value: 8 },
    { name: "_hello", type: 0x0f, value: 16 },
    { name: "_inner", type: 0x1f, value: 16 },
    { name: "_static", type: 0x0e, value: 16 },
    { name: "source.c", type: 0x64 },
  ],
};

describe("parseMachO()", () => {
  for (const bits of [32, 64] as const) {
    for (const littleEndian of [true, false]) {
      test(`reads thin ${bits}-bit files in ${littleEndian ? "little" : "big"}-endian order`, () => {
        const bytes = makeMachO({ ...FULL, bits, littleEndian });
        const version = { major: 1, minor: 2, patch: 3 };
        const versions = { currentVersion: version, compatibilityVersion: { major: 1, minor: 0, patch: 0 } };
        assert.deepEqual(parseMachO(bytes), {
          format: "mach-o",
          universal: false,
          slices: [
            {
              arch: { name: "arm64", cpuType: ARM64, cpuSubtype: 0 },
              offset: 0,
              size: bytes.length,
              bits,
              littleEndian,
              type: "dylib",
              flags: 0x80,
              build: {
                platform: "macos",
                minimum: { major: 11, minor: 0, patch: 0 },
                sdk: { major: 13, minor: 1, patch: 0 },
              },
              id: "@rpath/libhello.dylib",
              dylibs: [
                { name: "/usr/lib/libSystem.B.dylib", kind: "load", ...versions },
                { name: "@rpath/libmaybe.dylib", kind: "weak", ...versions },
                { name: "/usr/lib/libother.dylib", kind: "reexport", ...versions },
              ],
              rpaths: ["@loader_path/../lib"],
              imports: [
                { name: "_malloc", weak: false, library: "/usr/lib/libSystem.B.dylib" },
                { name: "_maybe", weak: true, library: "@rpath/libmaybe.dylib" },
                { name: "_anywhere", weak: false },
              ],
              exports: ["_common", "_hello"],
              signed: true,
            },
          ],
        });
      });
    }
  }

  for (const wide of [false, true]) {
    test(`reads universal files with ${wide ? 64 : 32}-bit offsets`, () => {
      const intel = makeMachO({ cpuType: X86_64, cpuSubtype: 3, commands: [buildVersion(1, 0x000a0d00)] });
      const arm = makeMachO(FULL);
      const file = parseMachO(
        makeFat(
          [
            { cpuType: X86_64, bytes: intel },
            { cpuType: ARM64, bytes: arm },
          ],
          wide,
        ),
      );
      assert.equal(file.universal, true);
      assert.deepEqual(
        file.slices.map(({ arch, build, exports }) => [arch.name, build?.minimum.major, build?.minimum.minor, exports]),
        [
          ["x86_64", 10, 13, []],
          ["arm64", 11, 0, ["_common", "_hello"]],
        ],
      );
    });
  }

  test("takes the exported symbols from the trie where there is one", () => {
    const [slice] = parseMachO(makeMachO({ ...FULL, exportsTrie: TRIE })).slices;
    assert.deepEqual(slice?.exports, ["_hello_new", "_hello_free"]);
  });

  const chained = [
    { format: 1, entries: [(1 << 0) | (1 << 9), 0x00000002 | (1 << 8) | (9 << 9)] },
    { format: 2, entries: [(1 << 0) | (1 << 9), 0, 0x00000002 | (1 << 8) | (9 << 9), 0] },
    { format: 3, entries: [1, 1, 0, 0, 2 | 0x10000, 9, 0, 0] },
  ];
  for (const { format, entries } of chained) {
    test(`finds imports in chained fixups of format ${format} when the symbol table is gone`, () => {
      const fixups = new ByteWriter(true);
      fixups
        .u32(0)
        .u32(0)
        .u32(28)
        .u32(28 + entries.length * 4)
        .u32(2)
        .u32(format)
        .u32(0);
      for (const entry of entries) fixups.u32(entry);
      fixups.bytes(Uint8Array.from([0, ...ascii("_malloc"), 0, ...ascii("_maybe"), 0]));
      const [slice] = parseMachO(makeMachO({ ...FULL, symbols: [], chainedFixups: fixups.toBytes() })).slices;
      assert.deepEqual(slice?.imports, [
        { name: "_malloc", weak: false, library: "/usr/lib/libSystem.B.dylib" },
        { name: "_maybe", weak: true, library: "@rpath/libmaybe.dylib" },
      ]);
    });
  }

  const systems = [
    { command: versionMin(0x24, 0x000a0900), platform: "macos", major: 10, minor: 9 },
    { command: versionMin(0x25, 0x000d0000), platform: "ios", major: 13, minor: 0 },
    { command: buildVersion(2, 0x000d0200), platform: "ios", major: 13, minor: 2 },
    { command: buildVersion(7, 0x000d0000), platform: "iossimulator", major: 13, minor: 0 },
    { command: buildVersion(99, 0x00010000), platform: "99", major: 1, minor: 0 },
  ];
  for (const { command, platform, major, minor } of systems) {
    test(`reads the system ${platform} ${major}.${minor}`, () => {
      const [slice] = parseMachO(makeMachO({ commands: [command] })).slices;
      assert.equal(slice?.build?.platform, platform);
      assert.deepEqual(slice?.build?.minimum, { major, minor, patch: 0 });
    });
  }

  test("says nothing of a system where the file does not", () => {
    assert.equal(parseMachO(makeMachO()).slices[0]?.build, undefined);
  });

  test("leaves the bits of capabilities out of the machine", () => {
    const [slice] = parseMachO(makeMachO({ cpuSubtype: 0x80000002 })).slices;
    assert.equal(slice?.arch.cpuSubtype, 2);
  });

  test("reads the same from a file that is not in memory", async () => {
    const bytes = makeFat([{ cpuType: ARM64, bytes: makeMachO({ ...FULL, exportsTrie: TRIE }) }]);
    assert.deepEqual(await readRanges(bytesAccess(bytes), machOParser(bytes.length)), parseMachO(bytes));
  });
});

const faults: { name: string; bytes: () => Uint8Array; code: string; message: string | RegExp }[] = [
  {
    name: "nothing",
    bytes: () => new Uint8Array(),
    code: "MACHO_TRUNCATED",
    message: "Cannot read the header of the Mach-O file: bytes 0 to 8 are not all in the file, which has 0",
  },
  {
    name: "a text",
    bytes: () => Uint8Array.from(ascii("#!/bin/sh\necho hello, this is long enough\n")),
    code: "MACHO_INVALID",
    message: "Cannot read the Mach-O file: no Mach-O magic number is at byte 0, but 0x23212f62",
  },
  {
    name: "a universal file of a thousand slices",
    bytes: () => new ByteWriter(false).u32(0xcafebabe).u32(1000).zeros(64).toBytes(),
    code: "MACHO_INVALID",
    message: "Cannot read the universal Mach-O file: it counts 1000 slices",
  },
  {
    name: "a universal file without slices",
    bytes: () => new ByteWriter(false).u32(0xcafebabe).u32(0).toBytes(),
    code: "MACHO_INVALID",
    message: "Cannot read the universal Mach-O file: it counts 0 slices",
  },
  {
    name: "a slice beyond the file",
    bytes: () => new ByteWriter(false).u32(0xcafebabe).u32(1).u32(ARM64).u32(0).u32(4096).u32(100).u32(14).toBytes(),
    code: "MACHO_TRUNCATED",
    message: "Cannot read the arm64 slice of the Mach-O file: bytes 4096 to 4196 are not all in the file, which has 28",
  },
  {
    name: "a slice beyond all numbers",
    bytes: () =>
      new ByteWriter(false)
        .u32(0xcafebabf)
        .u32(1)
        .u32(ARM64)
        .u32(0)
        .u64(1n << 60n)
        .u64(1n)
        .u64(0n)
        .toBytes(),
    code: "MACHO_INVALID",
    message: "Cannot use the offset of a slice 1152921504606846976: it is out of range",
  },
  {
    name: "a slice that is a static library",
    bytes: () => makeFat([{ cpuType: ARM64, bytes: Uint8Array.from(ascii("!<arch>\nhello.o/        ")) }]),
    code: "MACHO_INVALID",
    message: "Cannot read the Mach-O file: no Mach-O magic number is at byte 64, but 0x213c6172",
  },
  {
    name: "load commands that do not fit",
    bytes: () => changed((view) => view.setUint32(16, 0xffff, true)),
    code: "MACHO_INVALID",
    message: /^Cannot read the Mach-O file: its 65535 load commands do not fit in \d+ bytes$/,
  },
  {
    name: "more load commands than memory",
    bytes: () => changed((view) => view.setUint32(20, 0xffffffff, true)),
    code: "MACHO_INVALID",
    message: /load commands do not fit in 4294967295 bytes$/,
  },
  {
    name: "a load command without length",
    bytes: () => changed((view) => view.setUint32(36, 0, true)),
    code: "MACHO_INVALID",
    message: "Cannot read the Mach-O file: load command 0 has 0 bytes",
  },
  {
    name: "a load command that is longer than all of them",
    bytes: () => changed((view) => view.setUint32(36, 0x10000, true)),
    code: "MACHO_TRUNCATED",
    message: /^Cannot read 65536 bytes at byte 0 of the Mach-O load commands/,
  },
  {
    name: "a library name outside its command",
    bytes: () => makeMachO({ commands: [(writer) => void writer.u32(LOAD).u32(24).u32(0x1000).u32(0).u32(0).u32(0)] }),
    code: "MACHO_INVALID",
    message: "Cannot read the Mach-O file: a load command of 24 bytes has its text at byte 4096",
  },
  {
    name: "a symbol table beyond the file",
    bytes: () =>
      makeMachO({ commands: [(writer) => void writer.u32(2).u32(24).u32(100).u32(0x1000000).u32(0).u32(0)] }),
    code: "MACHO_TRUNCATED",
    message: /^Cannot read the symbol table of the Mach-O file: bytes 100 to 268435556 are not all in the file/,
  },
  {
    name: "exported symbols in a circle",
    bytes: () => makeMachO({ exportsTrie: Uint8Array.of(0, 1, 0x61, 0, 0) }),
    code: "MACHO_INVALID",
    message: "Cannot read the exported symbols of the Mach-O file: two edges lead to one node",
  },
  {
    name: "an exported symbol whose name has no end",
    bytes: () => makeMachO({ exportsTrie: Uint8Array.of(0, 1, 0x61, 0x61) }),
    code: "MACHO_INVALID",
    message: "Cannot read the exported symbols of the Mach-O file: the name of an edge has no end",
  },
  {
    name: "an exported symbol at no place",
    bytes: () => makeMachO({ exportsTrie: Uint8Array.of(0, 1, 0x61, 0, 0xff, 0xff, 0xff, 0xff, 0x7f) }),
    code: "MACHO_INVALID",
    message: "Cannot read the exported symbols of the Mach-O file: a number does not fit",
  },
];

describe("parseMachO() of a broken file", () => {
  for (const { name, bytes, code, message } of faults) {
    test(`reports ${name}`, () => assert.throws(() => parseMachO(bytes()), { code, message }));
  }

  const fixups = new ByteWriter(true).u32(0).u32(0).u32(28).u32(32).u32(1).u32(1).u32(0).u32(0x201).u32(0x616100);
  const whole = makeFat([
    { cpuType: X86_64, bytes: makeMachO({ ...FULL, cpuType: X86_64 }) },
    { cpuType: ARM64, bytes: makeMachO({ ...FULL, exportsTrie: TRIE, chainedFixups: fixups.toBytes() }) },
  ]);

  test("ends for every beginning of a file", () => truncate(whole, parseMachO));
  test("ends for 10,000 damaged universal files", () => fuzz(whole, 10_000, parseMachO));
  test("ends for 10,000 damaged thin files", () => fuzz(makeMachO({ ...FULL, exportsTrie: TRIE }), 10_000, parseMachO));
});

function changed(change: (view: DataView) => void): Uint8Array {
  const bytes = makeMachO(FULL);
  change(new DataView(bytes.buffer));
  return bytes;
}

function ascii(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}
