import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";

describe("MemoryFolder", () => {
  test("shows a file under its name once it is committed, and not before", async () => {
    const folder = new MemoryFolder();
    const output = await folder.create("a.whl");
    output.write(new Uint8Array([1, 2, 3]));
    await output.patch(1, new Uint8Array([9]));
    assert.equal(folder.files.size, 0);
    await output.commit();
    assert.deepEqual(folder.read("a.whl"), new Uint8Array([1, 9, 3]));
  });

  test("holds its own copy: the caller may use its buffer again", async () => {
    const folder = new MemoryFolder();
    const output = await folder.create("a");
    const buffer = new Uint8Array([1]);
    output.write(buffer);
    buffer[0] = 2;
    output.write(buffer);
    await output.commit();
    assert.deepEqual(folder.read("a"), new Uint8Array([1, 2]));
  });

  test("grows past its first buffer", async () => {
    const folder = new MemoryFolder();
    const output = await folder.create("a");
    for (let index = 0; index < 1000; index++) output.write(new Uint8Array(37).fill(index));
    await output.commit();
    const bytes = folder.read("a");
    assert.equal(bytes.length, 37_000);
    assert.ok(bytes.every((byte, index) => byte === (Math.floor(index / 37) & 255)));
  });

  test("leaves nothing behind after discard, and an earlier file of the name as it was", async () => {
    const folder = new MemoryFolder();
    const first = await folder.create("a");
    first.write(new Uint8Array([1]));
    await first.commit();
    const second = await folder.create("a");
    second.write(new Uint8Array([2]));
    await second.discard();
    await second.discard();
    assert.deepEqual(folder.read("a"), new Uint8Array([1]));
  });

  test("gives back what was written, patches included, as a copy", async () => {
    const output = await new MemoryFolder().create("a");
    output.write(new Uint8Array([1, 2, 3, 4]));
    await output.patch(1, new Uint8Array([9]));
    const read = await output.read?.(1, 2);
    assert.deepEqual(read, new Uint8Array([9, 3]));
    await output.patch(1, new Uint8Array([7]));
    assert.deepEqual(read, new Uint8Array([9, 3]));
    await assert.rejects(async () => output.read?.(3, 2), {
      code: "OUTPUT_FAILED",
      message: "Cannot read 2 bytes at byte 3: only 4 bytes were written",
    });
  });

  test("refuses to write after commit", async () => {
    const output = await new MemoryFolder().create("a");
    await output.commit();
    assert.throws(() => output.write(new Uint8Array(1)), { code: "OUTPUT_FAILED" });
    await assert.rejects(output.patch(0, new Uint8Array(0)), { code: "OUTPUT_FAILED" });
    await assert.rejects(output.commit(), { code: "OUTPUT_FAILED" });
  });

  for (const offset of [-1, 2, 0.5]) {
    test(`refuses to patch at ${offset}, outside what was written`, async () => {
      const output = await new MemoryFolder().create("a");
      output.write(new Uint8Array(2));
      await assert.rejects(output.patch(offset, new Uint8Array(1)), {
        code: "OUTPUT_FAILED",
        message: `Cannot patch 1 bytes at byte ${offset}: only 2 bytes were written`,
      });
    });
  }

  for (const name of ["", ".", "..", "a/b", "a\\b", "a\0"]) {
    test(`refuses the name ${JSON.stringify(name)}`, async () => {
      await assert.rejects(new MemoryFolder().create(name), {
        code: "OUTPUT_FAILED",
        message: `Cannot create "${name}": it is not a bare file name`,
      });
    });
  }

  test("says that a file was not written", () => {
    assert.throws(() => new MemoryFolder().read("a"), {
      code: "FILE_MISSING",
      message: 'Cannot read "a": it was not written',
    });
  });
});

describe("bytesAccess()", () => {
  const access = bytesAccess(new Uint8Array([1, 2, 3]));

  test("reads any part, and the empty part at the end", async () => {
    assert.equal(access.size, 3);
    assert.deepEqual(await access.read(1, 2), new Uint8Array([2, 3]));
    assert.deepEqual(await access.read(3, 0), new Uint8Array(0));
  });

  for (const [offset, length] of [
    [0, 4],
    [3, 1],
    [4, 0],
    [-1, 1],
    [1, -1],
    [0.5, 1],
    [2 ** 53, 1],
  ] as const) {
    test(`refuses ${length} bytes at ${offset}`, async () => {
      await assert.rejects(access.read(offset, length), {
        code: "FILE_TRUNCATED",
        message: `Cannot read ${length} bytes at byte ${offset}: the file has 3 bytes`,
      });
    });
  }
});
