import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { crc32 } from "../../../src/core/bytes/crc32.ts";

const encoder = new TextEncoder();

describe("crc32()", () => {
  const vectors: [text: string, expected: number][] = [
    ["", 0],
    ["a", 0xe8b7be43],
    ["123456789", 0xcbf43926], // the check value of the CRC catalogue
    ["The quick brown fox jumps over the lazy dog", 0x414fa339],
  ];
  for (const [text, expected] of vectors) {
    test(`gives ${expected.toString(16)} for "${text}"`, () => assert.equal(crc32(encoder.encode(text)), expected));
  }

  test("continues from the checksum of what came before", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 100 }), (first, second) => {
        assert.equal(crc32(second, crc32(first)), crc32(new Uint8Array([...first, ...second])));
      }),
    );
  });

  test("agrees with zlib", (t) => {
    if (typeof zlibCrc32 !== "function") return t.skip("this Node has no zlib.crc32");
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => assert.equal(crc32(bytes), zlibCrc32(bytes))));
  });
});
