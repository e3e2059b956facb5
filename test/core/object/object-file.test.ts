import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { openObject, readObject } from "../../../src/core/object/object-file.ts";
import { makeElf } from "./elf/elf-bytes.ts";
import { makeMachO } from "./macho/macho-bytes.ts";
import { makePe } from "./pe/pe-bytes.ts";
import { makeSideModule } from "./wasm/wasm-bytes.ts";

const files = [
  { format: "elf", bytes: makeElf({ needed: ["libc.so.6"] }) },
  { format: "mach-o", bytes: makeMachO() },
  { format: "pe", bytes: makePe({ imports: [{ dll: "a.dll", symbols: ["a"] }] }) },
  { format: "side-module", bytes: makeSideModule() },
];

describe("readObject()", () => {
  for (const { format, bytes } of files) {
    test(`reads ${format} files`, () => assert.equal(readObject(bytes).format, format));
  }

  test("reports what is no object file", () => {
    assert.throws(() => readObject(new TextEncoder().encode("import sys\n")), {
      code: "OBJECT_UNKNOWN_FORMAT",
      message: "Cannot read the object file: it is not ELF, Mach-O, PE or a side module",
    });
  });
});

describe("openObject()", () => {
  for (const { format, bytes } of files) {
    test(`reads the same from a ${format} file on disk`, async () => {
      assert.deepEqual(await openObject(bytesAccess(bytes)), readObject(bytes));
    });
  }

  test("reads places far apart without keeping more than some pieces", async () => {
    const bytes = new Uint8Array(64 << 20);
    bytes.set(makeElf({ needed: ["libc.so.6"] }));
    let largest = 0;
    const access = bytesAccess(bytes);
    const counting = {
      size: access.size,
      read: (offset: number, length: number) => {
        largest = Math.max(largest, length);
        return access.read(offset, length);
      },
    };
    const file = await openObject(counting);
    assert.deepEqual(file.format === "elf" && file.needed, ["libc.so.6"]);
    assert.ok(largest <= 16 * 1024, `${largest} bytes read at once`);
  });

  test("passes on what reading raises", async () => {
    const access = { size: 5000, read: () => Promise.reject(new Error("disk on fire")) };
    await assert.rejects(openObject(access), /disk on fire/);
  });
});
