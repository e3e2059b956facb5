import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { collectBytes, concatBytes } from "../../../src/core/bytes/concat.ts";
import { gunzipStream, gzipStream } from "../../../src/core/engine/gzip-stream.ts";

const encoder = new TextEncoder();
const text = encoder.encode("the quick brown fox jumps over the lazy dog\n".repeat(5000));

async function* cutInto(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += length) yield bytes.subarray(offset, offset + length);
}

function gzip(bytes: Uint8Array, options: { mtime?: number; level?: number; cut?: number } = {}): Promise<Uint8Array> {
  const { mtime = 0, level, cut = 1000 } = options;
  return collectBytes(gzipStream(cutInto(bytes, cut), { mtime, level }));
}

function gunzip(bytes: Uint8Array, limit = 10_000_000, cut = 1000): Promise<Uint8Array> {
  return collectBytes(gunzipStream(cutInto(bytes, cut), { limit }));
}

describe("gzipStream()", () => {
  test("writes a header with the given time, no name, and operating system 255", async () => {
    const bytes = await gzip(encoder.encode("hello"), { mtime: 0x12345678 });
    assert.deepEqual([...bytes.subarray(0, 10)], [0x1f, 0x8b, 8, 0, 0x78, 0x56, 0x34, 0x12, 0, 255]);
    assert.deepEqual([...bytes.subarray(-8)], [0x86, 0xa6, 0x10, 0x36, 5, 0, 0, 0]);
  });

  for (const level of [0, 1, 6, 9]) {
    for (const size of [0, 1, 65_536, 220_000, 500_000]) {
      test(`writes ${size} bytes at level ${level} so that zlib reads them`, async () => {
        const content = concatBytes([text, text, text]).subarray(0, size);
        assert.deepEqual(gunzipSync(await gzip(content, { level })), Buffer.from(content));
      });
    }
  }

  test("tells the extreme levels in the header, as zlib does", async () => {
    assert.equal((await gzip(text, { level: 9 }))[8], 2);
    assert.equal((await gzip(text, { level: 1 }))[8], 4);
  });

  test("gives the same bytes however the content came", async () => {
    const first = await gzip(text, { cut: text.length });
    for (const cut of [1, 999, 65_536, 100_000]) assert.deepEqual(await gzip(text, { cut }), first);
  });

  test("stops when the job is cancelled", async () => {
    const stream = gzipStream(cutInto(text, 1000), { mtime: 0, signal: AbortSignal.abort() });
    await assert.rejects(collectBytes(stream), { code: "ABORTED" });
  });
});

describe("gunzipStream()", () => {
  test("reads what zlib wrote, however it is cut", async () => {
    const bytes = gzipSync(text);
    for (const cut of [1, 7, 1000, 100_000]) assert.deepEqual(await gunzip(bytes, text.length, cut), text);
  });

  test("reads a header with name, comment, extra field and checksum", async () => {
    const plain = gzipSync(encoder.encode("x"));
    const header = [0x1f, 0x8b, 8, 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 0x61, 0, 0x62, 0x63, 0];
    assert.deepEqual(await gunzip(concatBytes([new Uint8Array(header), plain.subarray(10)])), encoder.encode("x"));
  });

  test("reads several members as one content", async () => {
    const parts = ["one ", "", "two ", "three"].map((part) => encoder.encode(part));
    const bytes = concatBytes(parts.map((part) => gzipSync(part)));
    for (const cut of [1, 3, 1000]) assert.deepEqual(await gunzip(bytes, 100, cut), encoder.encode("one two three"));
  });

  test("reads large members across blocks", async () => {
    const large = concatBytes([text, text, text, text, text, text]);
    const noise = new Uint8Array(300_000).map((_, index) => (index * index * 7919) >>> 5);
    const bytes = concatBytes([gzipSync(noise), gzipSync(large), gzipSync(noise)]);
    assert.deepEqual(Buffer.from(await gunzip(bytes)), Buffer.concat([noise, large, noise]));
  });

  test("checks the CRC-32 of each member, not of the last alone", async () => {
    const first = gzipSync(text);
    first[first.length - 8]! ^= 1;
    await assert.rejects(gunzip(concatBytes([first, gzipSync(text)])), {
      code: "GZIP_INVALID",
      message: "Cannot gunzip: the content does not have the CRC-32 and size it should",
    });
  });

  test("gives up before more than the limit", async () => {
    const bytes = gzipSync(new Uint8Array(50_000_000));
    let given = 0;
    await assert.rejects(
      async () => {
        for await (const part of gunzipStream(cutInto(bytes, 1000), { limit: 1_000_000 })) given += part.length;
      },
      { code: "GZIP_TOO_LARGE", message: "Cannot gunzip: the content is larger than 1000000 bytes" },
    );
    assert.ok(given <= 1_000_000);
    assert.equal((await gunzip(gzipSync(new Uint8Array(1000)), 1000)).length, 1000);
  });

  const small = gzipSync(encoder.encode("hello, hello, hello"));
  for (let length = 0; length < small.length; length++) {
    test(`refuses the first ${length} bytes of a member of ${small.length}`, async () => {
      await assert.rejects(gunzip(small.subarray(0, length)), { code: "GZIP_INVALID" });
    });
  }

  const bad: [name: string, bytes: Uint8Array, message: RegExp][] = [
    ["bytes that are no gzip", encoder.encode("not gzip at all, no"), /^Cannot gunzip: invalid gzip data$/],
    [
      "bytes after the last member",
      concatBytes([small, encoder.encode("trailing")]),
      /^Cannot gunzip: invalid gzip data$/,
    ],
    [
      "one byte after the last member",
      concatBytes([small, new Uint8Array([0])]),
      /^Cannot gunzip: the content does not/,
    ],
    ["another method", small.map((byte, index) => (index === 2 ? 9 : byte)), /^Cannot gunzip: invalid gzip data$/],
    [
      "a name that does not end",
      concatBytes([new Uint8Array([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]), new Uint8Array(1_000_000).fill(0x61)]),
      /^Cannot gunzip: the header does not end$/,
    ],
    ["a wrong size", small.map((byte, index) => (index === small.length - 4 ? byte + 1 : byte)), /CRC-32 and size/],
  ];
  for (const [name, bytes, message] of bad) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(gunzip(bytes), { code: "GZIP_INVALID", message });
    });
  }

  test("ends on any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(small.length - 1), fc.integer({ min: 1, max: 255 }), async (index, flip) => {
        const broken = small.map((byte, at) => (at === index ? byte ^ flip : byte));
        try {
          await gunzip(broken, 100_000);
        } catch (error) {
          assert.match((error as { code: string }).code, /^GZIP_/);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
