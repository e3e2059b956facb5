import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { elfFormatOf } from "../../../../src/core/object/elf/elf-format.ts";
import { parseElf } from "../../../../src/core/object/elf/parse.ts";
import type { StubSymbol } from "../../../../src/core/object/elf/stub-symbols.ts";
import { writeStubLibrary } from "../../../../src/core/object/elf/write-stub-library.ts";
import { readMachines } from "../../../../src/core/object/machine.ts";

const SYMBOLS: readonly StubSymbol[] = [
  { name: "memcpy", kind: "function", version: "GLIBC_2.14" },
  { name: "free", kind: "function", version: "GLIBC_2.2.5" },
  { name: "stat", kind: "function", version: "GLIBC_2.33", weak: true },
  { name: "__environ", kind: "object", size: 8, version: "GLIBC_2.2.5" },
  { name: "environ", kind: "object", size: 8, version: "GLIBC_2.2.5", weak: true, sameAs: "__environ" },
  { name: "errno", kind: "thread-local", size: 4, version: "GLIBC_2.2.5" },
];
const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

describe("writeStubLibrary()", () => {
  const machines = ["x86_64", "aarch64", "i686", "armv7l", "ppc64le", "s390x", "riscv64"];
  for (const machine of machines) {
    const format = elfFormatOf(machine)!;

    test(`writes for ${machine} what the reader reads`, () => {
      const bytes = writeStubLibrary(format, { soname: "libc.so.6", symbols: SYMBOLS });
      assert.deepEqual(readMachines(bytes), { system: "linux", machines: [machine] });
      const file = parseElf(bytes);
      assert.equal(file.soname, "libc.so.6");
      assert.equal(file.flags, format.flags);
      assert.equal(file.type, "shared");
      assert.equal(file.executableStack, false);
      assert.deepEqual(file.needed, []);
      assert.deepEqual(file.versionDefinitions, ["GLIBC_2.14", "GLIBC_2.2.5", "GLIBC_2.33"]);
      assert.deepEqual(
        [...file.exports].sort(byName),
        SYMBOLS.map(({ name, version, weak = false }) => ({ name, weak, version })).sort(byName),
      );
    });

    test(`writes for ${machine} a library without versions`, () => {
      const symbols: StubSymbol[] = [{ name: "sqrt", kind: "function" }];
      const file = parseElf(writeStubLibrary(format, { soname: "libc.so", symbols }));
      assert.deepEqual(file.versionDefinitions, []);
      assert.deepEqual(file.exports, [{ name: "sqrt", weak: false }]);
    });
  }

  const x86 = elfFormatOf("x86_64")!;

  test("writes the same bytes for any order of symbols", () => {
    const bytes = writeStubLibrary(x86, { soname: "libc.so.6", symbols: SYMBOLS });
    assert.deepEqual(writeStubLibrary(x86, { soname: "libc.so.6", symbols: [...SYMBOLS].reverse() }), bytes);
  });

  test("writes a library without symbols", () => {
    assert.deepEqual(parseElf(writeStubLibrary(x86, { soname: "libutil.so.1", symbols: [] })).exports, []);
  });

  const bad: readonly { readonly problem: string; readonly symbols: readonly StubSymbol[] }[] = [
    {
      problem: '"a" comes twice',
      symbols: [
        { name: "a", kind: "function" },
        { name: "a", kind: "object", size: 4 },
      ],
    },
    {
      problem: '"b" is another name of "a", which is no object of the library',
      symbols: [
        { name: "a", kind: "function" },
        { name: "b", kind: "object", size: 4, sameAs: "a" },
      ],
    },
    {
      problem: '"b" is another name of "c", which is no object of the library',
      symbols: [{ name: "b", kind: "object", size: 4, sameAs: "c" }],
    },
    { problem: "it is too large", symbols: [{ name: "a", kind: "object", size: 0x1000001 }] },
  ];
  for (const { problem, symbols } of bad) {
    test(`refuses symbols where ${problem}`, () => {
      assert.throws(() => writeStubLibrary(x86, { soname: "liba.so", symbols }), {
        code: "STUB_LIBRARY_INVALID",
        message: `Cannot write a stub of liba.so: ${problem}`,
      });
    });
  }

  test("knows no machine that packwheel makes no files for", () => assert.equal(elfFormatOf("vax"), undefined));
});
