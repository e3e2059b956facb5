import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { concatBytes } from "../../../src/core/bytes/concat.ts";
import { crc32 } from "../../../src/core/bytes/crc32.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import type { EncodedMember, EncodedPart } from "../../../src/core/ports/engine.ts";
import type { Output } from "../../../src/core/ports/output.ts";
import { type ZipMember, ZipWriter } from "../../../src/core/zip/write.ts";

const encoder = new TextEncoder();
/** 2020-02-02 00:00:00 UTC */
const timestamp = 1_580_601_600;

function stored(content: Uint8Array): EncodedMember {
  return {
    method: 0,
    crc32: crc32(content),
    sha256: new Uint8Array(32),
    size: content.length,
    compressedSize: content.length,
  };
}

function whole(content: string | Uint8Array): EncodedPart {
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  return { kind: "whole", index: 0, bytes, member: stored(bytes) };
}

async function write(steps: readonly [EncodedPart, ZipMember][], output?: Output): Promise<Uint8Array> {
  const folder = new MemoryFolder();
  const target = output ?? (await folder.create("a.zip"));
  const writer = new ZipWriter(target, { timestamp });
  for (const [part, member] of steps) await writer.write(part, member);
  const size = await writer.finish();
  if (output !== undefined) return new Uint8Array(0);
  await target.commit();
  assert.equal(folder.read("a.zip").length, size);
  return folder.read("a.zip");
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

describe("ZipWriter", () => {
  test("writes these very bytes for two small members", async () => {
    const bytes = await write([
      [whole("abc"), { path: "a.py", mode: 0o644 }],
      [whole(""), { path: "é", mode: 0o755 }],
    ]);
    assert.equal(
      hex(bytes),
      [
        // local header of a.py: version 20, no flags, stored, 2020-02-02 00:00, CRC-32, 3, 3
        "504b0304 1400 0000 0000 0000 4250 c2412435 03000000 03000000 0400 0000 612e7079 616263",
        // local header of é: flag bit 11
        "504b0304 1400 0008 0000 0000 4250 00000000 00000000 00000000 0200 0000 c3a9",
        // directory: made by Unix with version 20; attributes S_IFREG | 0644
        "504b0102 1403 1400 0000 0000 0000 4250 c2412435 03000000 03000000 0400 0000 0000 0000 0000 0000a481 00000000",
        "612e7079",
        "504b0102 1403 1400 0008 0000 0000 4250 00000000 00000000 00000000 0200 0000 0000 0000 0000 0000ed81 25000000",
        "c3a9",
        // end: 2 entries, directory of 98 bytes at 69
        "504b0506 0000 0000 0200 0200 62000000 45000000 0000",
      ]
        .join("")
        .replaceAll(" ", ""),
    );
  });

  test("writes an empty archive", async () => {
    assert.equal(hex(await write([])), `504b0506${"00".repeat(18)}`);
  });

  test("gives a member the same bytes whether it comes whole or in parts", async () => {
    const content = new Uint8Array(100_000).map((_, index) => index);
    const member = { path: "large.bin", mode: 0o644, size: 1 };
    const parts: EncodedPart[] = [
      { kind: "begin", index: 0, method: 0 },
      { kind: "chunk", index: 0, bytes: content.subarray(0, 10) },
      { kind: "chunk", index: 0, bytes: content.subarray(10, 70_000) },
      { kind: "chunk", index: 0, bytes: content.subarray(70_000) },
      { kind: "end", index: 0, member: stored(content) },
    ];
    const after: [EncodedPart, ZipMember] = [whole("x"), { path: "x", mode: 0o644 }];
    assert.deepEqual(
      await write([...parts.map((part): [EncodedPart, ZipMember] => [part, member]), after]),
      await write([[whole(content), member], after]),
    );
  });

  test("reserves 64-bit sizes for a member that is announced with nearly 4 GiB", async () => {
    const member = { path: "a", mode: 0o644, size: 0xf000_0000 };
    const bytes = await write([
      [{ kind: "begin", index: 0, method: 0 }, member],
      [{ kind: "chunk", index: 0, bytes: encoder.encode("abc") }, member],
      [{ kind: "end", index: 0, member: stored(encoder.encode("abc")) }, member],
    ]);
    const local =
      "504b0304 2d00 0000 0000 0000 4250 c2412435 ffffffff ffffffff 0100 1400 61" +
      "0100 1000 0300000000000000 0300000000000000 616263";
    const directory =
      "504b0102 2d03 2d00 0000 0000 0000 4250 c2412435 03000000 03000000 0100 0000 0000 0000 0000 0000a481 00000000 61";
    assert.ok(hex(bytes).startsWith(`${local}${directory}`.replaceAll(" ", "")));
  });

  test("lets a member keep a time of its own", async () => {
    const parts: EncodedPart[] = [
      { kind: "begin", index: 0, method: 0 },
      { kind: "end", index: 0, member: stored(new Uint8Array(0)) },
    ];
    const steps = [
      [whole(""), { path: "a", mode: 0o644, dosTime: 0x12345678 }],
      ...parts.map((part) => [part, { path: "b", mode: 0o644, dosTime: 0x12345678 }]),
    ] as [EncodedPart, ZipMember][];
    const written = hex(await write(steps));
    // In the local headers, and in the directory.
    assert.equal(written.split("78563412").length - 1, 4);
    assert.ok(!written.includes("00004250"));
  });

  test("hands small members on together, and asks nobody to wait for them", async () => {
    let writes = 0;
    const output: Output = {
      write: () => void writes++,
      patch: () => assert.fail("nothing to patch"),
      commit: async () => {},
      discard: async () => {},
    };
    const writer = new ZipWriter(output, { timestamp });
    for (let index = 0; index < 5000; index++) {
      assert.equal(writer.write(whole("x".repeat(100)), { path: `package/file${index}.py`, mode: 0o644 }), undefined);
    }
    await writer.finish();
    assert.ok(writes < 20, `${writes} writes`);
  });

  test("waits for an output that is slower", async () => {
    const pieces: Uint8Array[] = [];
    const output: Output = {
      async write(bytes: Uint8Array): Promise<void> {
        await new Promise((resolve) => setTimeout(resolve, 1));
        pieces.push(bytes.slice()); // read only now: the writer must not have used its buffer again
      },
      patch: () => assert.fail("nothing to patch"),
      commit: async () => {},
      discard: async () => {},
    };
    const steps = Array.from({ length: 500 }, (_, index): [EncodedPart, ZipMember] => [
      whole(String(index).repeat(index * 13)),
      { path: `${index}`, mode: 0o644 },
    ]);
    await write(steps, output);
    assert.deepEqual(concatBytes(pieces), await write(steps));
    assert.ok(pieces.length > 10);
  });

  test("passes on what the output says", async () => {
    const output: Output = {
      write: () => Promise.reject(new Error("disk full")),
      patch: async () => {},
      commit: async () => {},
      discard: async () => {},
    };
    await assert.rejects(write([[whole("x"), { path: "x", mode: 0o644 }]], output), { message: "disk full" });
  });

  const content = encoder.encode("abc");
  const member = { path: "a", mode: 0o644, size: 3 };
  const begin: EncodedPart = { kind: "begin", index: 0, method: 0 };
  const chunk: EncodedPart = { kind: "chunk", index: 0, bytes: content };
  const end: EncodedPart = { kind: "end", index: 0, member: stored(content) };
  const bad: [what: string, steps: [EncodedPart, ZipMember][], code: string, message: string][] = [
    [
      "an unsafe path",
      [[whole("x"), { path: "../x", mode: 0o644 }]],
      "ZIP_UNSAFE_PATH",
      'Cannot pack "../x": it has a ".." part',
    ],
    [
      "a folder",
      [[whole("x"), { path: "x/", mode: 0o755 }]],
      "ZIP_UNSAFE_PATH",
      'Cannot pack "x/": it has an empty part ("//" or a "/" at its end)',
    ],
    [
      "a path twice",
      [
        [whole("x"), member],
        [whole("x"), member],
      ],
      "ZIP_DUPLICATE_NAME",
      'Cannot pack "a": the archive has it already',
    ],
    [
      "content of another length than its member says",
      [[{ kind: "whole", index: 0, bytes: content, member: stored(new Uint8Array(2)) }, member]],
      "ZIP_BAD_SEQUENCE",
      'Cannot write the archive: "a" has another length than it says',
    ],
    ["a chunk of nothing", [[chunk, member]], "ZIP_BAD_SEQUENCE", 'Cannot write the archive: "a" was not begun'],
    [
      "a chunk of another member",
      [
        [begin, member],
        [chunk, { ...member, path: "b" }],
      ],
      "ZIP_BAD_SEQUENCE",
      'Cannot write the archive: "b" was not begun',
    ],
    [
      "a member within another",
      [
        [begin, member],
        [whole("x"), { ...member, path: "b" }],
      ],
      "ZIP_BAD_SEQUENCE",
      'Cannot write the archive: "b" begins within "a"',
    ],
    [
      "an end within a member",
      [[begin, member]],
      "ZIP_BAD_SEQUENCE",
      'Cannot write the archive: the archive ends within "a"',
    ],
    [
      "an end that counts otherwise",
      [
        [begin, member],
        [end, member],
      ],
      "ZIP_BAD_SEQUENCE",
      'Cannot write the archive: "a" ends otherwise than it began',
    ],
    [
      "a member that grew past 4 GiB",
      [
        [begin, member],
        [chunk, member],
        [{ kind: "end", index: 0, member: { ...stored(content), size: 0xffffffff } }, member],
      ],
      "ZIP_MEMBER_OUTGREW",
      'Cannot pack "a": it is 4 GiB or larger, and 3 bytes were announced',
    ],
  ];
  for (const [what, steps, code, message] of bad) {
    test(`refuses ${what}`, async () => {
      await assert.rejects(write(steps), { name: "PackwheelError", code, message });
    });
  }
});
