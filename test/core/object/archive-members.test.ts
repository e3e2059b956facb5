import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { archiveMembers } from "../../../src/core/object/archive-members.ts";
import { undefinedSymbols } from "../../../src/core/object/elf/undefined-symbols.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A member's header: name, time, owner, group, mode, size. */
const header = (size: string): string => `${"a.o/".padEnd(16)}${"0".padEnd(32)}${size.padEnd(10)}\`\n`;

describe("archiveMembers()", () => {
  const archives = [
    { name: "an empty archive", text: "!<arch>\n", members: [] },
    {
      name: "members of odd and even size",
      text: `!<arch>\n${header("3")}abc\n${header("2")}de`,
      members: ["abc", "de"],
    },
    { name: "a member that is cut", text: `!<arch>\n${header("9")}abc`, members: ["abc"] },
    { name: "a header that is cut", text: `!<arch>\n${header("2")}ab${header("2").slice(0, 40)}`, members: ["ab"] },
    { name: "a size that is no number", text: `!<arch>\n${header("2")}ab${header("x")}cd`, members: ["ab"] },
    { name: "a negative size", text: `!<arch>\n${header("-9")}ab`, members: [] },
  ];
  for (const { name, text, members } of archives) {
    test(`reads ${name}`, () => assert.deepEqual(archiveMembers(encode(text))?.map(decode), members));
  }

  test("knows what is no archive", () => {
    for (const text of ["", "!<arch>", "!<thin>\n", "\x7fELF"]) assert.equal(archiveMembers(encode(text)), undefined);
  });
});

describe("undefinedSymbols()", () => {
  test("knows what is no ELF file", () => {
    for (const text of ["", "\x7fEL", "!<arch>\n"]) assert.equal(undefinedSymbols(encode(text)), undefined);
  });

  test("refuses a file that ends within its header", () => {
    const cut = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
    assert.throws(() => undefinedSymbols(cut), { code: "ELF_TRUNCATED" });
  });
});
