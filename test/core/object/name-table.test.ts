import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NameTable } from "../../../src/core/object/name-table.ts";

const table = (text: string): NameTable =>
  new NameTable(new TextEncoder().encode(text), "ELF_INVALID", "string table of the ELF file");

describe("NameTable", () => {
  test("gives the text at an offset, also in the middle of one", () => {
    const names = table("\0xfree\0grüße\0");
    assert.deepEqual([names.at(0), names.at(1), names.at(2), names.at(7)], ["", "xfree", "free", "grüße"]);
  });

  test("gives nothing outside the table, and where a text has no end", () => {
    const names = table("abc\0def");
    assert.deepEqual(
      [names.at(-1), names.at(7), names.at(100), names.at(4)],
      [undefined, undefined, undefined, undefined],
    );
  });

  test("does not read one long text for thousands of symbols", () => {
    const names = table(`${"a".repeat(100_000)}\0`);
    assert.throws(
      () => {
        for (let index = 0; index < 10_000; index++) names.at(0);
      },
      {
        code: "ELF_INVALID",
        message: "Cannot read the string table of the ELF file: its 100001 bytes are used too often",
      },
    );
  });
});
