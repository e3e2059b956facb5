import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ByteReader, toSafeNumber } from "../../../src/core/bytes/byte-reader.ts";
import { ByteWriter } from "../../../src/core/bytes/byte-writer.ts";
import { collectBytes, concatBytes } from "../../../src/core/bytes/concat.ts";

for (const littleEndian of [true, false]) {
  describe(`ByteReader and ByteWriter, ${littleEndian ? "little" : "big"} endian`, () => {
    const written = new ByteWriter(littleEndian, 1)
      .u8(0x12)
      .u16(0x3456)
      .u32(0x89abcdef)
      .u64(0xfedcba9876543210n)
      .zeros(2)
      .bytes(new Uint8Array([7, 8]))
      .toBytes();

    test("write the bytes in the order asked for", () => {
      const expected = littleEndian
        ? "12 56 34 ef cd ab 89 10 32 54 76 98 ba dc fe 00 00 07 08"
        : "12 34 56 89 ab cd ef fe dc ba 98 76 54 32 10 00 00 07 08";
      assert.equal(Buffer.from(written).toString("hex"), expected.replaceAll(" ", ""));
    });

    test("read back what was written, also from the middle of a buffer", () => {
      const shifted = concatBytes([new Uint8Array(3), written]).subarray(3);
      const reader = new ByteReader(shifted, littleEndian, "ZIP_TRUNCATED");
      assert.equal(reader.u8(), 0x12);
      assert.equal(reader.u16(), 0x3456);
      assert.equal(reader.u32(), 0x89abcdef);
      assert.equal(reader.u64(), 0xfedcba9876543210n);
      reader.skip(2);
      assert.equal(reader.remaining, 2);
      assert.deepEqual(reader.take(2), new Uint8Array([7, 8]));
      assert.equal(reader.offset, written.length);
    });
  });
}

describe("ByteReader", () => {
  test("reads signed numbers", () => {
    const reader = new ByteReader(new Uint8Array(12).fill(0xff), true, "ZIP_TRUNCATED");
    assert.equal(reader.i32(), -1);
    assert.equal(reader.i64(), -1n);
  });

  test("takes views that copy when sliced, from a Buffer too", () => {
    const taken = new ByteReader(Buffer.from([1, 2, 3]), true, "ZIP_TRUNCATED").take(2);
    const copy = taken.slice();
    taken[0] = 9;
    assert.deepEqual(copy, new Uint8Array([1, 2]));
  });

  const reads: [name: string, read: (reader: ByteReader) => unknown, length: number][] = [
    ["u8", (reader) => reader.u8(), 1],
    ["u16", (reader) => reader.u16(), 2],
    ["u32", (reader) => reader.u32(), 4],
    ["u64", (reader) => reader.u64(), 8],
    ["i32", (reader) => reader.i32(), 4],
    ["i64", (reader) => reader.i64(), 8],
    ["take", (reader) => reader.take(3), 3],
    ["skip", (reader) => reader.skip(3), 3],
  ];
  for (const [name, read, length] of reads) {
    test(`${name} refuses to go past the end, with the caller's code and the offset`, () => {
      const reader = new ByteReader(new Uint8Array(length + 1), true, "ZIP_TRUNCATED", "directory");
      reader.seek(2);
      assert.throws(() => read(reader), {
        code: "ZIP_TRUNCATED",
        offset: 2,
        message: `Cannot read ${length} bytes at byte 2 of the directory: it has ${length + 1} bytes`,
      });
      assert.equal(reader.offset, 2);
    });
  }

  for (const length of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    test(`take refuses a length of ${length}`, () => {
      const reader = new ByteReader(new Uint8Array(4), true, "ZIP_TRUNCATED");
      assert.throws(() => reader.take(length), { code: "ZIP_TRUNCATED" });
    });
  }

  for (const offset of [-1, 5, 0.5, Number.NaN]) {
    test(`seek refuses offset ${offset}`, () => {
      const reader = new ByteReader(new Uint8Array(4), true, "ZIP_TRUNCATED", "header");
      assert.throws(() => reader.seek(offset), {
        code: "ZIP_TRUNCATED",
        message: `Cannot seek to byte ${offset} of the header: it has 4 bytes`,
      });
    });
  }
});

describe("ByteWriter", () => {
  test("keeps its buffer when cleared", () => {
    const writer = new ByteWriter(true).u32(1);
    writer.clear();
    assert.deepEqual(writer.u8(5).view(), new Uint8Array([5]));
  });

  test("clears what an earlier use left where zeros are asked for", () => {
    const writer = new ByteWriter(true).u32(0xffffffff);
    writer.clear();
    assert.deepEqual(writer.zeros(4).toBytes(), new Uint8Array(4));
  });
});

describe("toSafeNumber()", () => {
  test("narrows up to 2^53 - 1", () => assert.equal(toSafeNumber(2n ** 53n - 1n, "ZIP_INVALID"), 2 ** 53 - 1));

  for (const value of [2n ** 53n, 2n ** 64n - 1n, -1n]) {
    test(`refuses ${value}`, () => {
      assert.throws(() => toSafeNumber(value, "ZIP_INVALID", "member size"), {
        code: "ZIP_INVALID",
        message: `Cannot use the member size ${value}: it is out of range`,
      });
    });
  }
});

describe("collectBytes()", () => {
  test("joins the pieces of a stream in order", async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array([1, 2]);
      yield new Uint8Array([]);
      yield new Uint8Array([3]);
    }
    assert.deepEqual(await collectBytes(pieces()), new Uint8Array([1, 2, 3]));
  });

  test("gives no bytes for an empty stream", async () => {
    assert.deepEqual(await collectBytes((async function* () {})()), new Uint8Array(0));
  });
});
