import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { archiveMembers } from "../../../../src/core/object/archive-members.ts";
import { writeImportLibrary } from "../../../../src/core/object/coff/write-import-library.ts";

const text = (bytes: Uint8Array | undefined): string => new TextDecoder("latin1").decode(bytes);

describe("writeImportLibrary()", () => {
  const cases = [
    {
      what: "a function of amd64",
      machine: 0x8664,
      stdcallBytes: undefined,
      start: "\0\0\xff\xff\0\0\x64\x86\0\0\0\0\x1e\0\0\0\0\0\x10\0",
      symbol: "access",
    },
    {
      what: "a function of arm64 whose x86 twin takes its arguments off the stack",
      machine: 0xaa64,
      stdcallBytes: 8,
      start: "\0\0\xff\xff\0\0\x64\xaa\0\0\0\0\x1e\0\0\0\0\0\x10\0",
      symbol: "access",
    },
    {
      what: "a function of x86",
      machine: 0x14c,
      stdcallBytes: undefined,
      start: "\0\0\xff\xff\0\0\x4c\x01\0\0\0\0\x1f\0\0\0\0\0\x10\0",
      symbol: "_access",
    },
    {
      what: "a function of x86 that takes its arguments off the stack",
      machine: 0x14c,
      stdcallBytes: 8,
      start: "\0\0\xff\xff\0\0\x4c\x01\0\0\0\0\x21\0\0\0\0\0\x10\0",
      symbol: "_access@8",
    },
  ] as const;
  for (const { what, machine, stdcallBytes, start, symbol } of cases) {
    test(`writes ${what}`, () => {
      const imported = { name: "access", exportName: "_access", dll: "ucrtmock.dll.x", stdcallBytes };
      const [index, member] = archiveMembers(writeImportLibrary(machine, [imported])) ?? [];
      assert.equal(text(member), `${start}${symbol}\0ucrtmock.dll.x\0_access\0`);
      const offset = 8 + 60 + (index?.length ?? 0) + ((index?.length ?? 0) % 2);
      const place = `\0\0\0${String.fromCharCode(offset)}`;
      assert.equal(text(index), `\0\0\0\x02${place}${place}${symbol}\0__imp_${symbol}\0`);
    });
  }

  test("writes a library of nothing", () => {
    assert.equal(
      text(writeImportLibrary(0x8664, [])),
      "!<arch>\n/               0           0     0     644     4         `\n\0\0\0\0",
    );
  });
});
