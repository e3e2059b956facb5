import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import type { EncodedMember } from "../../../src/core/ports/engine.ts";
import type { Output } from "../../../src/core/ports/output.ts";
import type { RandomAccess } from "../../../src/core/ports/random-access.ts";
import { readZip } from "../../../src/core/zip/read.ts";
import { ZipWriter } from "../../../src/core/zip/write.ts";

const GIB = 1024 ** 3;

/** A file of any size that keeps what it must: zeros from `HOLE` are counted, not held. */
class SparseFile implements Output, RandomAccess {
  static readonly HOLE = new Uint8Array(64 * 1024 * 1024);
  size = 0;
  readonly #pieces: { readonly offset: number; readonly bytes: Uint8Array }[] = [];

  write(bytes: Uint8Array): void {
    if (bytes !== SparseFile.HOLE) this.#pieces.push({ offset: this.size, bytes: Uint8Array.from(bytes) });
    this.size += bytes.length;
  }

  async patch(offset: number, bytes: Uint8Array): Promise<void> {
    const piece = this.#pieces.find((held) => offset >= held.offset && offset < held.offset + held.bytes.length);
    assert.ok(piece);
    piece.bytes.set(bytes, offset - piece.offset);
  }

  async commit(): Promise<void> {}
  async discard(): Promise<void> {}

  async read(offset: number, length: number): Promise<Uint8Array> {
    assert.ok(length <= 2 * 1024 * 1024, `a read of ${length} bytes`);
    assert.ok(offset >= 0 && offset + length <= this.size, `${length} bytes at ${offset} of ${this.size}`);
    const result = new Uint8Array(length);
    for (const piece of this.#pieces) {
      const start = Math.max(offset, piece.offset);
      const end = Math.min(offset + length, piece.offset + piece.bytes.length);
      if (start < end) result.set(piece.bytes.subarray(start - piece.offset, end - piece.offset), start - offset);
    }
    return result;
  }
}

function stored(size: number): EncodedMember {
  return { method: 0, crc32: 0, sha256: new Uint8Array(32), size, compressedSize: size };
}

async function writeHole(writer: ZipWriter, path: string, size: number, announced = size): Promise<void> {
  const member = { path, mode: 0o644, size: announced };
  await writer.write({ kind: "begin", index: 0, method: 0 }, member);
  for (let done = 0; done < size; done += SparseFile.HOLE.length) {
    await writer.write({ kind: "chunk", index: 0, bytes: SparseFile.HOLE }, member);
  }
  await writer.write({ kind: "end", index: 0, member: stored(size) }, member);
}

async function writeSmall(writer: ZipWriter, path: string): Promise<void> {
  const bytes = new TextEncoder().encode("");
  await writer.write({ kind: "whole", index: 0, bytes, member: stored(0) }, { path, mode: 0o644 });
}

describe("ZIP64", () => {
  for (const count of [65_534, 65_535, 70_000]) {
    test(`${count} members are written and read back`, async () => {
      const folder = new MemoryFolder();
      const output = await folder.create("a.zip");
      const writer = new ZipWriter(output, { timestamp: 0 });
      for (let index = 0; index < count; index++) {
        const pending = writer.write(
          { kind: "whole", index, bytes: new Uint8Array(0), member: stored(0) },
          { path: `package/module_${index}.py`, mode: 0o644 },
        );
        if (pending !== undefined) await pending;
      }
      await writer.finish();
      await output.commit();
      const archive = await readZip(bytesAccess(folder.read("a.zip")));
      assert.equal(archive.entries.length, count);
      assert.equal(archive.entries.at(-1)?.path, `package/module_${count - 1}.py`);
      assert.equal(archive.zip64 !== undefined, count >= 65_535);
      assert.deepEqual(archive.strays, []);
    });
  }

  test("a member of 5 GiB, and members that lie beyond 4 GiB", async () => {
    const file = new SparseFile();
    const writer = new ZipWriter(file, { timestamp: 0 });
    await writeSmall(writer, "first");
    await writeHole(writer, "large", 5 * GIB);
    await writeSmall(writer, "last");
    assert.equal(await writer.finish(), file.size);

    const archive = await readZip(file);
    assert.deepEqual(
      archive.entries.map(({ path, size, compressedSize, usesZip64, versionNeeded }) => ({
        path,
        size,
        compressedSize,
        usesZip64,
        versionNeeded,
      })),
      [
        { path: "first", size: 0, compressedSize: 0, usesZip64: false, versionNeeded: 20 },
        { path: "large", size: 5 * GIB, compressedSize: 5 * GIB, usesZip64: true, versionNeeded: 45 },
        { path: "last", size: 0, compressedSize: 0, usesZip64: true, versionNeeded: 45 },
      ],
    );
    assert.deepEqual(archive.zip64, { extensibleLength: 0 });
    assert.deepEqual([archive.strays, archive.faults, archive.totalSize], [[], [], 5 * GIB]);
    assert.equal(archive.entries[1]?.local?.size, 5 * GIB);
    assert.ok((archive.entries[2]?.localHeaderOffset ?? 0) > 5 * GIB);
  });

  test("an archive over 4 GiB of members that are each smaller", async () => {
    const file = new SparseFile();
    const writer = new ZipWriter(file, { timestamp: 0 });
    for (const path of ["a", "b", "c"]) await writeHole(writer, path, 2 * GIB);
    await writer.finish();
    const archive = await readZip(file);
    assert.deepEqual(
      archive.entries.map(({ usesZip64, versionNeeded }) => [usesZip64, versionNeeded]),
      [
        [false, 20],
        [false, 20],
        [true, 45],
      ],
    );
    assert.ok(archive.zip64);
  });

  test("a member that was announced large and is small is read back as it is", async () => {
    const file = new SparseFile();
    const writer = new ZipWriter(file, { timestamp: 0 });
    await writeHole(writer, "a", GIB, 5 * GIB);
    await writer.finish();
    const [entry] = (await readZip(file)).entries;
    assert.deepEqual([entry?.size, entry?.local?.size, entry?.usesZip64], [GIB, GIB, false]);
  });

  test("a member that passes 4 GiB unannounced fails cleanly", async () => {
    const writer = new ZipWriter(new SparseFile(), { timestamp: 0 });
    await assert.rejects(writeHole(writer, "a", 4 * GIB, 1000), {
      code: "ZIP_MEMBER_OUTGREW",
      message: 'Cannot pack "a": it is 4 GiB or larger, and 1000 bytes were announced',
    });
  });
});
