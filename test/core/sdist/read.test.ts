import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { gzipSync } from "fflate";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { packSdist } from "../../../src/core/sdist/pack.ts";
import { type ReadSdistOptions, readSdist, type Sdist } from "../../../src/core/sdist/read.ts";
import { emptyMetadata } from "../../../src/core/wheel/metadata.ts";
import { flipBytes } from "../flip-bytes.ts";
import { tarArchive, tarBlock } from "../tar/tar-bytes.ts";
import { textMember } from "../wheel/text-member.ts";

const engine = portableEngine();

function read(bytes: Uint8Array, options: Partial<ReadSdistOptions> = {}): Promise<Sdist> {
  return readSdist(bytesAccess(bytes), { filename: "hello-1.0.tar.gz", engine, ...options });
}

const PKG_INFO = tarBlock({
  name: "hello-1.0/PKG-INFO",
  content: "Metadata-Version: 2.2\nName: hello\nVersion: 1.0\n",
});
const PYPROJECT = tarBlock({ name: "hello-1.0/pyproject.toml", content: "[project]\n" });

const sdist = (...blocks: readonly Uint8Array[]): Uint8Array => gzipSync(tarArchive(...blocks), { mtime: 0 });

describe("readSdist()", () => {
  test("reads back what packSdist wrote", async () => {
    const folder = new MemoryFolder();
    const members = [textMember("pyproject.toml", "[project]\n"), textMember("run.sh", "#!/bin/sh\n", true)];
    await packSdist({ metadata: emptyMetadata("hello", "1.0"), members, timestamp: 0 }, { folder, engine });
    const read1 = await read(folder.read("hello-1.0.tar.gz"));
    assert.deepEqual(read1.findings, []);
    assert.equal(read1.topFolder, "hello-1.0");
    assert.equal(read1.filenameParts?.name, "hello");
    assert.deepEqual(read1.metadata, emptyMetadata("hello", "1.0"));
    assert.deepEqual(
      read1.members.map(({ path, kind, size, mode }) => [path, kind, size, mode]),
      [
        ["hello-1.0/PKG-INFO", "file", 47, 0o644],
        ["hello-1.0/pyproject.toml", "file", 10, 0o644],
        ["hello-1.0/run.sh", "file", 10, 0o755],
      ],
    );
    assert.equal(read1.members[1]?.sha256, createHash("sha256").update("[project]\n").digest("hex"));
  });

  const bad: readonly { name: string; bytes: Uint8Array; filename?: string; code: string; message: string }[] = [
    {
      name: "a file name that is none",
      bytes: sdist(PKG_INFO),
      filename: "hello.tar.gz",
      code: "SDIST_FILENAME_INVALID",
      message: 'Cannot read the sdist name "hello.tar.gz": there is no dash between name and version',
    },
    {
      name: "a second folder at the top",
      bytes: sdist(PKG_INFO, tarBlock({ name: "other/a" })),
      code: "SDIST_TOP_FOLDER_SEVERAL",
      message: "Cannot tell the sdist's folder: it has 2 at its top",
    },
    {
      name: "a missing PKG-INFO",
      bytes: sdist(PYPROJECT),
      code: "SDIST_PKG_INFO_MISSING",
      message: "Cannot find hello-1.0/PKG-INFO in the sdist",
    },
    {
      name: "a symbolic link",
      bytes: sdist(PKG_INFO, tarBlock({ name: "hello-1.0/a", typeFlag: "2", link: "../../b" })),
      code: "TAR_SYMLINK",
      message: 'Tar entry "hello-1.0/a" is a symbolic link to "../../b"',
    },
    {
      name: "an unsafe path",
      bytes: sdist(PKG_INFO, tarBlock({ name: "hello-1.0/../../a" })),
      code: "TAR_UNSAFE_PATH",
      message: 'Tar entry "hello-1.0/../../a" has an unsafe path: it has a ".." part',
    },
    {
      name: "a path that comes twice",
      bytes: sdist(PKG_INFO, PYPROJECT, PYPROJECT),
      code: "TAR_DUPLICATE_PATH",
      message: 'Tar entry "hello-1.0/pyproject.toml" is there a second time',
    },
    {
      name: "paths that differ only in case",
      bytes: sdist(PKG_INFO, tarBlock({ name: "hello-1.0/a" }), tarBlock({ name: "hello-1.0/A" })),
      code: "TAR_CASE_COLLISION",
      message: 'Tar entries "hello-1.0/a" and "hello-1.0/A" differ only in case',
    },
    {
      name: "a broken PKG-INFO",
      bytes: sdist(tarBlock({ name: "hello-1.0/PKG-INFO", content: "Metadata-Version: 2.2\nName: hello\n" })),
      code: "METADATA_FIELD_MISSING",
      message: "Cannot find Version in hello-1.0/PKG-INFO: it is required",
    },
    {
      name: "data behind its end",
      bytes: gzipSync(tarArchive(tarArchive(PKG_INFO), PYPROJECT)),
      code: "TAR_TRAILING_DATA",
      message: "Cannot trust the tar archive: after its end, at byte 2048, there is more data",
    },
  ];
  for (const { name, bytes, filename, code, message } of bad) {
    test(`tells of ${name}`, async () => {
      const { findings } = await read(bytes, filename === undefined ? {} : { filename });
      assert.deepEqual(
        findings.map((finding) => [finding.code, finding.message]),
        [[code, message]],
      );
    });
  }

  test("refuses what is no gzip, no tar, too large, or cut off", async () => {
    const whole = sdist(PKG_INFO, PYPROJECT);
    const options = { filename: "hello-1.0.tar.gz", engine };
    await assert.rejects(readSdist(bytesAccess(Uint8Array.of(1, 2, 3)), options), { code: "GZIP_INVALID" });
    await assert.rejects(read(gzipSync(new TextEncoder().encode("x".repeat(600)))), { code: "TAR_NOT_A_TAR" });
    await assert.rejects(read(whole, { maxSize: 1000 }), { code: "GZIP_TOO_LARGE" });
    await assert.rejects(read(whole, { maxEntries: 0 }), { code: "TAR_TOO_MANY_ENTRIES" });
    await assert.rejects(read(whole.subarray(0, whole.length - 9)), { code: "GZIP_INVALID" });
  });

  test("does not hold a PKG-INFO of more than 32 MiB", async () => {
    const large = tarBlock({ name: "hello-1.0/PKG-INFO", content: "x".repeat(32 * 2 ** 20 + 1) });
    const { findings, metadata, members } = await read(gzipSync(tarArchive(large), { level: 1 }));
    assert.equal(metadata, undefined);
    assert.equal(members[0]?.sha256?.length, 64);
    assert.deepEqual(
      findings.map(({ code, message }) => [code, message]),
      [["SDIST_MEMBER_TOO_LARGE", "Cannot read hello-1.0/PKG-INFO: it has 33554433 bytes, and 33554432 are allowed"]],
    );
  });

  test("reads 1,000 sdists with flipped bytes, or refuses them", async () => {
    for (const flipped of flipBytes(sdist(PKG_INFO, PYPROJECT), 1_000)) {
      await read(flipped).catch((error: unknown) => {
        assert.ok(error instanceof PackwheelError, String(error));
      });
    }
  });
});
