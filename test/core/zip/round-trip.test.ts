import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { concatBytes } from "../../../src/core/bytes/concat.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { readMembers } from "../../../src/core/zip/content.ts";
import { readZip } from "../../../src/core/zip/read.ts";
import { findPathFault, foldPath } from "../../../src/core/zip/safe-path.ts";
import { ZipWriter } from "../../../src/core/zip/write.ts";
import { extraField, rawArchive, zip64Field } from "./raw-archive.ts";

const engine = portableEngine();

interface File {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
}

async function pack(files: readonly File[]): Promise<Uint8Array> {
  const folder = new MemoryFolder();
  const output = await folder.create("a.zip");
  const writer = new ZipWriter(output, { timestamp: 1_580_601_600 });
  const members = files.map(({ path, content, mode }) => ({
    path,
    mode,
    size: content.length,
    async *open(): AsyncGenerator<Uint8Array> {
      yield content;
    },
  }));
  for await (const part of engine.encode(members)) await writer.write(part, members[part.index]!);
  await writer.finish();
  await output.commit();
  return folder.read("a.zip");
}

async function unpack(bytes: Uint8Array): Promise<File[]> {
  const file = bytesAccess(bytes);
  const { entries } = await readZip(file);
  const contents: Uint8Array[][] = entries.map(() => []);
  for await (const part of readMembers(file, entries, engine)) {
    if (part.kind === "whole" || part.kind === "chunk") contents[part.index]!.push(part.bytes);
  }
  return entries.map(({ path, mode }, index) => ({
    path,
    mode: mode & 0o7777,
    content: concatBytes(contents[index]!),
  }));
}

const path = fc
  .array(fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), fc.constantFrom("a", "é", "日本")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join("/"))
  .filter((candidate) => findPathFault(candidate) === undefined);

const files = fc
  .uniqueArray(
    fc.record(
      { path, content: fc.uint8Array({ maxLength: 300 }), mode: fc.constantFrom(0o644, 0o755) },
      { noNullPrototype: true },
    ),
    {
      selector: (file) => foldPath(file.path),
      maxLength: 8,
    },
  )
  .filter(
    (list) => !list.some((one) => list.some((other) => foldPath(other.path).startsWith(`${foldPath(one.path)}/`))),
  );

describe("a zip archive", () => {
  test("gives back what was packed", async () => {
    await fc.assert(fc.asyncProperty(files, async (list) => assert.deepEqual(await unpack(await pack(list)), list)));
  });

  test("gives back a large member among small ones", async () => {
    const list = [
      { path: "a", content: new Uint8Array([1]), mode: 0o644 },
      { path: "b", content: new Uint8Array(3_000_000).map((_, index) => index * (index >> 9)), mode: 0o755 },
      { path: "c", content: new Uint8Array([2]), mode: 0o644 },
    ];
    assert.deepEqual(await unpack(await pack(list)), list);
  });
});

describe("a broken archive", () => {
  // Every structure that the reader knows: ZIP64 fields and records, extra fields, comments, data descriptors.
  const wide = { size: 0xffffffff, compressedSize: 0xffffffff };
  const rich = rawArchive({
    members: [
      { name: "a/", mode: 0o040755 },
      { name: "a/b.py", data: "print(1)\n", fields: { extra: extraField(0x5455, [3, 1, 2, 3, 4]) } },
      { name: "é", data: "xyz", fields: { flags: 0x808 }, after: new Uint8Array(16) },
      {
        name: "w",
        data: "wide",
        local: { ...wide, extra: zip64Field(4n, 4n) },
        directory: { ...wide, extra: zip64Field(4n, 4n), comment: new Uint8Array([0x68, 0x69]) },
      },
    ],
    zip64: {},
    end: { comment: new Uint8Array(5) },
  });

  async function tryToUnpack(bytes: Uint8Array): Promise<"read" | "refused"> {
    try {
      await unpack(bytes);
      return "read";
    } catch (error) {
      if (!(error instanceof PackwheelError)) throw error;
      assert.match(error.code, /^ZIP_/);
      return "refused";
    }
  }

  test("is read or refused, whichever of its bytes is changed", async () => {
    const plain = await pack([
      { path: "pkg/__init__.py", content: new Uint8Array(200).fill(0x61), mode: 0o644 },
      { path: "pkg/é.bin", content: new Uint8Array([1, 2, 3]), mode: 0o755 },
    ]);
    const counts = { read: 0, refused: 0 };
    for (const bytes of [rich, plain]) {
      for (let index = 0; index < bytes.length; index++) {
        for (const flip of [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff, 0x7f, 0xaa, 0x55, 0x0f, 0xf0]) {
          const broken = bytes.slice();
          broken[index]! ^= flip;
          counts[await tryToUnpack(broken)]++;
        }
      }
    }
    assert.ok(counts.read + counts.refused >= 10_000, `${counts.read} read, ${counts.refused} refused`);
    assert.ok(counts.refused > counts.read);
  });

  test("is read or refused, whatever stands in several places of it", async () => {
    const spot = fc.tuple(fc.nat(rich.length - 1), fc.oneof(fc.nat(255), fc.constantFrom(0, 0xff)));
    await fc.assert(
      fc.asyncProperty(fc.array(spot, { minLength: 2, maxLength: 12 }), async (spots) => {
        const broken = rich.slice();
        for (const [index, byte] of spots) broken[index] = byte;
        await tryToUnpack(broken);
      }),
      { numRuns: 10_000 },
    );
  });

  test("is read or refused when a part of it is missing or stands twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(rich.length), fc.nat(rich.length), async (left, right) => {
        await tryToUnpack(concatBytes([rich.subarray(0, left), rich.subarray(right)]));
      }),
      { numRuns: 10_000 },
    );
  });

  test("is refused when it is nothing but noise before an end record", async () => {
    const end = rich.subarray(-27);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        assert.equal(await tryToUnpack(concatBytes([noise, end])), "refused");
      }),
      { numRuns: 10_000 },
    );
  });
});
