import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { collectBytes } from "../../../src/core/bytes/concat.ts";
import { crc32 } from "../../../src/core/bytes/crc32.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { openMember, readMember, readMembers } from "../../../src/core/zip/content.ts";
import type { ZipEntry } from "../../../src/core/zip/model.ts";
import { inspectZip, readZip } from "../../../src/core/zip/read.ts";
import { type RawMember, rawArchive } from "./raw-archive.ts";

const engine = portableEngine();
const text = new TextEncoder().encode("hello, hello, hello\n".repeat(10));

function deflated(name: string, content: Uint8Array): RawMember {
  return { name, data: deflateRawSync(content), fields: { method: 8, size: content.length, crc32: crc32(content) } };
}

async function firstEntry(bytes: Uint8Array): Promise<ZipEntry> {
  const [entry] = (await inspectZip(bytesAccess(bytes))).entries;
  assert.ok(entry);
  return entry;
}

describe("readMembers()", () => {
  test("gives stored and deflated, small and large members in the order asked for", async () => {
    const large = new Uint8Array(2_000_000).map((_, index) => index >> 8);
    const bytes = rawArchive({
      members: [{ name: "stored", data: text }, deflated("large", large), deflated("small", text), { name: "empty" }],
    });
    const file = bytesAccess(bytes);
    const { entries } = await readZip(file);
    const found = new Map<number, number>();
    for await (const part of readMembers(file, entries.toReversed(), engine)) {
      if (part.kind === "whole" || part.kind === "chunk") {
        found.set(part.index, crc32(part.bytes, found.get(part.index) ?? 0));
      }
    }
    assert.deepEqual(
      [...found],
      [
        [0, 0],
        [1, crc32(text)],
        [2, crc32(large)],
        [3, crc32(text)],
      ],
    );
  });

  test("reads members that lie side by side with few reads", async () => {
    const members = Array.from({ length: 2000 }, (_, index) => deflated(`m${index}`, text));
    const file = bytesAccess(rawArchive({ members }));
    const { entries } = await readZip(file);
    let reads = 0;
    const counted = {
      size: file.size,
      read(offset: number, length: number): Promise<Uint8Array> {
        reads++;
        return file.read(offset, length);
      },
    };
    for await (const part of readMembers(counted, entries, engine)) assert.equal(part.kind, "whole");
    assert.ok(reads < 5, `${reads} reads`);
  });

  test("reads an empty file that is called deflated, with nothing in it", async () => {
    const file = bytesAccess(rawArchive({ members: [{ name: "a", fields: { method: 8 } }] }));
    const { entries } = await readZip(file);
    for await (const part of readMembers(file, entries, engine)) assert.equal(part.kind, "whole");
  });
});

describe("openMember() and readMember()", () => {
  test("give the content of one member", async () => {
    const bytes = rawArchive({ members: [deflated("a", text)] });
    const entry = await firstEntry(bytes);
    assert.deepEqual(await collectBytes(openMember(bytesAccess(bytes), entry, engine)), text);
    assert.deepEqual(await readMember(bytesAccess(bytes), entry, engine, { limit: text.length }), text);
  });

  test("refuse a member that is larger than the caller expects, before reading it", async () => {
    const bytes = rawArchive({ members: [deflated("a", text)] });
    const entry = await firstEntry(bytes);
    const file = { size: bytes.length, read: () => assert.fail("nothing is to be read") };
    await assert.rejects(readMember(file, entry, engine, { limit: 199 }), {
      code: "ZIP_TOO_LARGE",
      message: 'Cannot read "a": it has 200 bytes, and 199 are allowed',
      path: "a",
    });
  });

  const bad: [what: string, member: RawMember, code: string, message: string][] = [
    [
      "another CRC-32",
      { ...deflated("a", text), fields: { method: 8, size: 200, crc32: 5 } },
      "ZIP_CRC_MISMATCH",
      `Cannot read "a": the archive gives CRC-32 00000005, the content has ${crc32(text).toString(16)}`,
    ],
    [
      "another size",
      { ...deflated("a", text), fields: { method: 8, size: 199, crc32: crc32(text) } },
      "ZIP_SIZE_MISMATCH",
      'Cannot read "a": the archive gives 199 bytes, the member holds more',
    ],
    [
      "no deflate stream",
      { name: "a", data: "xyz", fields: { method: 8 } },
      "ZIP_BAD_DEFLATE",
      'Cannot inflate "a": unexpected EOF',
    ],
    ["encryption", { name: "a", fields: { flags: 1 } }, "ZIP_ENCRYPTED", 'Cannot read "a": it is encrypted'],
    [
      "an unknown method",
      { name: "a", fields: { method: 14 } },
      "ZIP_UNSUPPORTED_METHOD",
      'Cannot read "a": it is compressed by method 14',
    ],
    [
      "no local header",
      { name: "a", local: { signature: 1 } },
      "ZIP_LOCAL_MISMATCH",
      'Cannot read "a": its local header is not readable',
    ],
  ];
  for (const [what, member, code, message] of bad) {
    test(`refuse a member with ${what}`, async () => {
      const bytes = rawArchive({ members: [member] });
      const entry = await firstEntry(bytes);
      await assert.rejects(collectBytes(openMember(bytesAccess(bytes), entry, engine)), { code, message, path: "a" });
    });
  }

  test("stop when the job is cancelled", async () => {
    const bytes = rawArchive({ members: [{ name: "a", data: text }] });
    const entry = await firstEntry(bytes);
    const stream = openMember(bytesAccess(bytes), entry, engine, { signal: AbortSignal.abort() });
    await assert.rejects(collectBytes(stream), { code: "ABORTED" });
  });
});
