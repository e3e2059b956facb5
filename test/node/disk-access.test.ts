import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { openDiskAccess } from "../../src/node/disk-access.ts";

const scratch = mkdtempSync(join(tmpdir(), "packwheel-access-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const LENGTH = 900_001;
const content = new Uint8Array(LENGTH).map((_, index) => (index * 31 + (index >>> 8)) & 255);
const path = join(scratch, "archive.whl");
writeFileSync(path, content);

describe("openDiskAccess()", () => {
  test("reads at any place, in any order, and keeps what it gave", async () => {
    const file = await openDiskAccess(path);
    try {
      assert.equal(file.size, LENGTH);
      const places = [
        [LENGTH - 22, 22],
        [0, 30],
        [30, 100],
        [262_140, 10],
        [262_144, 262_144],
        [5, 600_000],
        [130, 262_143],
        [LENGTH, 0],
        [0, LENGTH],
      ] as const;
      const pieces = [];
      for (const [offset, length] of places) pieces.push(await file.read(offset, length));
      for (const [index, [offset, length]] of places.entries()) {
        assert.ok(Buffer.from(pieces[index]!).equals(content.subarray(offset, offset + length)), `${offset} ${length}`);
      }
    } finally {
      await file.close();
    }
  });

  test("serves reads that go on at the same time", async () => {
    const file = await openDiskAccess(path);
    try {
      const offsets = Array.from({ length: 200 }, (_, index) => (index * 7919 * 13) % (LENGTH - 500));
      const pieces = await Promise.all(offsets.map((offset) => file.read(offset, 500)));
      for (const [index, offset] of offsets.entries()) {
        assert.ok(Buffer.from(pieces[index]!).equals(content.subarray(offset, offset + 500)));
      }
    } finally {
      await file.close();
    }
  });

  const outside = [
    [LENGTH - 10, 11],
    [LENGTH + 1, 0],
    [-1, 5],
    [0, -1],
    [0, LENGTH + 1],
    [0.5, 2],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ] as const;
  for (const [offset, length] of outside) {
    test(`refuses ${length} bytes at byte ${offset}`, async () => {
      const file = await openDiskAccess(path);
      try {
        await assert.rejects(file.read(offset, length), {
          code: "FILE_TRUNCATED",
          message: `Cannot read ${length} bytes at byte ${offset} of "${path}": the file has ${LENGTH} bytes`,
        });
      } finally {
        await file.close();
      }
    });
  }

  test("says when the file has become shorter since it was opened", async () => {
    const shrinking = join(scratch, "shrinking.whl");
    writeFileSync(shrinking, content);
    const file = await openDiskAccess(shrinking);
    try {
      truncateSync(shrinking, 1000);
      await assert.rejects(file.read(500, 1000), { code: "FILE_TRUNCATED", message: /the file has 1000 bytes$/ });
    } finally {
      await file.close();
    }
  });

  test("says when there is no such file, or it is a folder", async () => {
    const missing = join(scratch, "missing.whl");
    await assert.rejects(openDiskAccess(missing), {
      code: "FILE_MISSING",
      message: `Cannot read "${missing}": there is no such file`,
    });
    await assert.rejects(openDiskAccess(scratch), { code: "FILE_MISSING" });
  });
});
