import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bytesAccess } from "../../../../src/core/memory/bytes-access.ts";
import { elfParser, parseElf } from "../../../../src/core/object/elf/parse.ts";
import { readRanges } from "../../../../src/core/object/ranges.ts";
import { fuzz, truncate } from "../fuzz.ts";
import { BASE, type ElfDraft, makeElf, makeNote } from "./elf-bytes.ts";

const FULL: ElfDraft = {
  interpreter: "/lib64/ld-linux-x86-64.so.2",
  stack: 6,
  needed: ["libc.so.6", "libm.so.6"],
  soname: "libhello.so.1",
  rpath: "$ORIGIN/../lib",
  runpath: "$ORIGIN:/opt/lib",
  needs: [
    { library: "libc.so.6", versions: ["GLIBC_2.2.5", "GLIBC_2.14"] },
    { library: "libm.so.6", versions: ["WEAK_2"] },
  ],
  definitions: ["libhello.so.1", "HELLO_1"],
  symbols: [
    { name: "memcpy", version: "GLIBC_2.14" },
    { name: "free", version: "GLIBC_2.2.5" },
    { name: "maybe", weak: true },
    { name: "hello", defined: true, version: "HELLO_1" },
    { name: "hello_weak", defined: true, weak: true },
    { name: "inner", defined: true, hidden: true },
  ],
  notes: makeNote("GNU", 5, [0x02, 0x80, 0x00, 0xc0, 4, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0]),
};

describe("parseElf()", () => {
  for (const bits of [32, 64] as const) {
    for (const littleEndian of [true, false]) {
      test(`reads ${bits}-bit files in ${littleEndian ? "little" : "big"}-endian order`, () => {
        const file = parseElf(makeElf({ ...FULL, bits, littleEndian, notes: makeNote("Other", 1, [0]) }));
        assert.deepEqual(
          { ...file, machine: "" },
          {
            format: "elf",
            bits,
            littleEndian,
            osAbi: 0,
            type: "shared",
            machine: "",
            flags: 0,
            interpreter: "/lib64/ld-linux-x86-64.so.2",
            executableStack: false,
            soname: "libhello.so.1",
            needed: ["libc.so.6", "libm.so.6"],
            rpath: ["$ORIGIN/../lib"],
            runpath: ["$ORIGIN", "/opt/lib"],
            textRelocations: false,
            isProgram: true,
            versionNeeds: [
              {
                library: "libc.so.6",
                versions: [
                  { name: "GLIBC_2.2.5", weak: false },
                  { name: "GLIBC_2.14", weak: false },
                ],
              },
              { library: "libm.so.6", versions: [{ name: "WEAK_2", weak: true }] },
            ],
            versionDefinitions: ["HELLO_1"],
            imports: [
              { name: "memcpy", weak: false, version: "GLIBC_2.14", library: "libc.so.6" },
              { name: "free", weak: false, version: "GLIBC_2.2.5", library: "libc.so.6" },
              { name: "maybe", weak: true },
            ],
            exports: [
              { name: "hello", weak: false, version: "HELLO_1" },
              { name: "hello_weak", weak: true },
            ],
            isaNeeded: 0,
          },
        );
      });
    }
  }

  const machines: { name: string; draft: ElfDraft; machine: string }[] = [
    { name: "x86_64", draft: { machine: 62 }, machine: "x86_64" },
    { name: "x32, which has the same number and 32 bits", draft: { machine: 62, bits: 32 }, machine: "unknown (0x3e)" },
    { name: "i686", draft: { machine: 3, bits: 32 }, machine: "i686" },
    { name: "aarch64", draft: { machine: 183 }, machine: "aarch64" },
    { name: "big-endian aarch64", draft: { machine: 183, littleEndian: false }, machine: "unknown (0xb7)" },
    { name: "ppc64", draft: { machine: 21, littleEndian: false }, machine: "ppc64" },
    { name: "ppc64le", draft: { machine: 21 }, machine: "ppc64le" },
    { name: "s390x", draft: { machine: 22, littleEndian: false }, machine: "s390x" },
    { name: "riscv64", draft: { machine: 243 }, machine: "riscv64" },
    { name: "loongarch64", draft: { machine: 258 }, machine: "loongarch64" },
  ];
  for (const { name, draft, machine } of machines) {
    test(`names the machine ${name}`, () => assert.equal(parseElf(makeElf(draft)).machine, machine));
  }

  test("tells the ABI of 32-bit ARM", () => {
    const draft = { machine: 40, bits: 32 } as const;
    assert.deepEqual(parseElf(makeElf({ ...draft, flags: 0x05000400 })).arm, { eabi: 5, hardFloat: true });
    assert.deepEqual(parseElf(makeElf({ ...draft, flags: 0x05000200 })).arm, { eabi: 5, hardFloat: false });
    assert.deepEqual(parseElf(makeElf({ ...draft, flags: 0x04000000 })).arm, { eabi: 4, hardFloat: false });
    assert.equal(parseElf(makeElf()).arm, undefined);
  });

  test("tells whether the stack is executable", () => {
    assert.equal(parseElf(makeElf({ stack: 7 })).executableStack, true);
    assert.equal(parseElf(makeElf({ stack: 6 })).executableStack, false);
    assert.equal(parseElf(makeElf()).executableStack, undefined);
  });

  test("tells libraries from programs", () => {
    assert.equal(parseElf(makeElf()).isProgram, false);
    assert.equal(parseElf(makeElf({ type: 2 })).isProgram, true);
    assert.equal(parseElf(makeElf({ dynamic: [[0x6ffffffb, 0x08000000]] })).isProgram, true); // DF_1_PIE
  });

  test("finds relocations of machine code, noted in two ways", () => {
    assert.equal(parseElf(makeElf({ dynamic: [[22, 0]] })).textRelocations, true); // DT_TEXTREL
    assert.equal(parseElf(makeElf({ dynamic: [[30, 4]] })).textRelocations, true); // DF_TEXTREL
    assert.equal(parseElf(makeElf({ dynamic: [[30, 8]] })).textRelocations, false);
  });

  test("reads the level of x86-64 that a file needs", () => {
    const property = (type: number[], value: number): number[] => [...type, 4, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0];
    const needed = [0x02, 0x80, 0x00, 0xc0];
    const used = [0x02, 0x00, 0x01, 0xc0];
    const both = makeNote("GNU", 5, [...property(used, 15), ...property(needed, 7)]);
    assert.equal(parseElf(makeElf({ notes: both, noteAlignment: 8 })).isaNeeded, 7);
    assert.equal(parseElf(makeElf({ notes: makeNote("GNU", 5, property(used, 15)) })).isaNeeded, 0);
    assert.equal(parseElf(makeElf({ notes: makeNote("GNU", 3, property(needed, 7)) })).isaNeeded, 0);
    assert.equal(parseElf(makeElf({ notes: both, machine: 183 })).isaNeeded, 0, "another machine's property");
  });

  test("reads the Android that a file is for", () => {
    assert.equal(parseElf(makeElf({ notes: makeNote("Android", 1, [24, 0, 0, 0]) })).androidApiLevel, 24);
    assert.equal(parseElf(makeElf({ notes: makeNote("Android", 2, [24, 0, 0, 0]) })).androidApiLevel, undefined);
  });

  test("finds the end of the symbols where no hash table tells it", () => {
    const file = parseElf(makeElf({ ...FULL, withoutHash: true }));
    assert.deepEqual(
      file.imports.map(({ name }) => name),
      ["memcpy", "free", "maybe"],
    );
  });

  test("reads a file of a static program, which has no dynamic array", () => {
    const bytes = makeElf({ type: 2 });
    new DataView(bytes.buffer).setUint32(64 + 56, 0, true); // p_type of PT_DYNAMIC
    const file = parseElf(bytes);
    assert.deepEqual(file.needed, []);
    assert.deepEqual(file.imports, []);
    assert.equal(file.type, "executable");
  });

  test("reads a search path that runs over the end of the string table", () => {
    const bytes = makeElf({ runpath: "$ORIGIN/libs" });
    const view = new DataView(bytes.buffer);
    const entry = findDynamic(bytes, 10);
    view.setBigUint64(entry + 8, view.getBigUint64(entry + 8, true) - 4n, true); // DT_STRSZ
    assert.deepEqual(parseElf(bytes).runpath, ["$ORIGIN/libs"]);
  });

  test("reads a search path beyond the end of its segment, on the page that is mapped with it", () => {
    const bytes = makeElf({ runpath: "$ORIGIN/libs" });
    const view = new DataView(bytes.buffer);
    const strings = Number(view.getBigUint64(findDynamic(bytes, 5) + 8, true)) - BASE;
    view.setBigUint64(64 + 32, BigInt(strings + 4), true); // p_filesz of PT_LOAD
    assert.deepEqual(parseElf(bytes).runpath, ["$ORIGIN/libs"]);
  });

  test("reads a view of other bytes by its own bounds", () => {
    const bytes = makeElf(FULL);
    const around = new Uint8Array(bytes.length + 200).fill(0xff);
    around.set(bytes, 100);
    assert.deepEqual(parseElf(around.subarray(100, 100 + bytes.length)), parseElf(bytes));
    assert.deepEqual(parseElf(Buffer.from(bytes)), parseElf(bytes));
  });

  test("reads the same from a file that is not in memory, and little of it", async () => {
    const bytes = new Uint8Array(8 << 20);
    bytes.set(makeElf(FULL));
    let read = 0;
    const access = bytesAccess(bytes);
    const counting = {
      size: access.size,
      read: (offset: number, length: number) => {
        read += length;
        return access.read(offset, length);
      },
    };
    assert.deepEqual(await readRanges(counting, elfParser(bytes.length)), parseElf(bytes));
    assert.ok(read <= 1 << 16, `${read} bytes read`);
  });
});

interface Fault {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly code: string;
  readonly message: string | RegExp;
}

const faults: Fault[] = [
  {
    name: "nothing",
    bytes: () => new Uint8Array(),
    code: "ELF_TRUNCATED",
    message: "Cannot read the header of the ELF file: bytes 0 to 16 are not all in the file, which has 0",
  },
  {
    name: "a text",
    bytes: () => new TextEncoder().encode("#!/bin/sh\necho hello\n"),
    code: "ELF_INVALID",
    message: "Cannot read the ELF file: it does not begin with the ELF magic number",
  },
  {
    name: "an unknown class",
    bytes: () => changed((view) => view.setUint8(4, 3)),
    code: "ELF_INVALID",
    message: "Cannot read the ELF file: its class is 3, neither 1 nor 2",
  },
  {
    name: "an unknown byte order",
    bytes: () => changed((view) => view.setUint8(5, 0)),
    code: "ELF_INVALID",
    message: "Cannot read the ELF file: its byte order is 0, neither 1 nor 2",
  },
  {
    name: "an unknown version",
    bytes: () => changed((view) => view.setUint8(6, 2)),
    code: "ELF_INVALID",
    message: "Cannot read the ELF file: its version is 2, not 1",
  },
  {
    name: "program headers that are too small",
    bytes: () => changed((view) => view.setUint16(54, 8, true)),
    code: "ELF_INVALID",
    message: "Cannot read the ELF file: its program headers have 8 bytes each, and need 56",
  },
  {
    name: "program headers that are too large",
    bytes: () => changed((view) => view.setUint16(54, 0xffff, true)),
    code: "ELF_INVALID",
    message: "Cannot read the ELF file: its program headers have 65535 bytes each, and need 56",
  },
  {
    name: "program headers beyond the file",
    bytes: () => changed((view) => view.setBigUint64(32, 0x7fffffff_ffffffffn, true)),
    code: "ELF_TRUNCATED",
    message: /^Cannot read the program headers of the ELF file: bytes 9007199254740991 to .* are not all in the file/,
  },
  {
    name: "a dynamic array beyond the file",
    bytes: () => changed((view) => view.setBigUint64(64 + 56 + 8, 0xffffffn, true)),
    code: "ELF_TRUNCATED",
    message: /^Cannot read the dynamic array of the ELF file: bytes 16777215 to \d+ are not all in the file/,
  },
  {
    name: "a dynamic array without its end",
    bytes: () => changed((view) => view.setBigUint64(64 + 56 + 32, 16n, true)),
    code: "ELF_TRUNCATED",
    message: "Cannot read 4 bytes at byte 16 of the ELF dynamic array: it has 16 bytes",
  },
  {
    name: "a string table at no address",
    bytes: () => withDynamic(5, 0x99999999n),
    code: "ELF_INVALID",
    message: "Cannot read the string table of the ELF file: no segment holds the address 0x99999999",
  },
  {
    name: "a symbol table at no address",
    bytes: () => withDynamic(6, 0x7fffffff_ffffffffn),
    code: "ELF_INVALID",
    message: "Cannot read the symbol table of the ELF file: no segment holds the address 0x1fffffffffffff",
  },
  {
    name: "versions at no address",
    bytes: () => withDynamic(0x6ffffffe, 1n),
    code: "ELF_INVALID",
    message: "Cannot read the needed versions of the ELF file: no segment holds the address 0x1",
  },
  {
    name: "versions of symbols at no address",
    bytes: () => withDynamic(0x6ffffff0, 1n),
    code: "ELF_INVALID",
    message: "Cannot read the versions of symbols of the ELF file: no segment holds the address 0x1",
  },
  {
    name: "a library name beyond the string table",
    bytes: () => withDynamic(14, 0xffffn),
    code: "ELF_INVALID",
    message: /^Cannot read the library name of the ELF file: the string table has \d+ bytes, and none at 65535$/,
  },
  {
    name: "needed versions that lead to themselves",
    bytes: () => {
      const bytes = makeElf(FULL);
      const view = new DataView(bytes.buffer);
      const place = Number(view.getBigUint64(findDynamic(bytes, 0x6ffffffe) + 8, true)) - BASE;
      view.setBigUint64(findDynamic(bytes, 0x6fffffff) + 8, 0xffffffffn, true); // DT_VERNEEDNUM
      view.setUint16(place + 2, 0xffff, true); // vn_cnt
      view.setUint32(place + 8, 0, true); // vn_aux
      view.setUint32(place + 12, 1, true); // vna_next of the same bytes
      return bytes;
    },
    code: "ELF_INVALID",
    message: /needed versions of the ELF file/,
  },
];

describe("parseElf() of a broken file", () => {
  for (const { name, bytes, code, message } of faults) {
    test(`reports ${name}`, () => assert.throws(() => parseElf(bytes()), { code, message }));
  }

  test("ends for every beginning of a file", () => truncate(makeElf(FULL), parseElf));

  for (const bits of [32, 64] as const) {
    test(`ends for 10,000 damaged ${bits}-bit files`, () => fuzz(makeElf({ ...FULL, bits }), 10_000, parseElf));
  }
});

function changed(change: (view: DataView) => void): Uint8Array {
  const bytes = makeElf(FULL);
  change(new DataView(bytes.buffer));
  return bytes;
}

function withDynamic(tag: number, value: bigint): Uint8Array {
  const bytes = makeElf(FULL);
  new DataView(bytes.buffer).setBigUint64(findDynamic(bytes, tag) + 8, value, true);
  return bytes;
}

/** Where the entry of a 64-bit file's dynamic array with this tag lies. */
function findDynamic(bytes: Uint8Array, tag: number): number {
  const view = new DataView(bytes.buffer);
  for (let at = Number(view.getBigUint64(64 + 56 + 8, true)); ; at += 16) {
    if (view.getBigUint64(at, true) === BigInt(tag)) return at;
  }
}
