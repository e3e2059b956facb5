import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PackwheelError } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { openObject, readObject } from "../../../src/core/object/object-file.ts";
import {
  parseRanges,
  type RangeContext,
  type RangeParser,
  readName,
  readRange,
  readRanges,
} from "../../../src/core/object/ranges.ts";

const bytes = new TextEncoder().encode(`short\0${"long".repeat(100)}\0no end`);
const context: RangeContext = { code: "ELF_TRUNCATED", what: "ELF file", size: bytes.length };

describe("readName()", () => {
  test("reads up to a zero byte, however far it is", () => {
    assert.equal(parseRanges(bytes, readName(context, 0, 1000, "name")), "short");
    assert.equal(parseRanges(bytes, readName(context, 6, 1000, "name")), "long".repeat(100));
  });

  const faults = [
    {
      name: "the end of the file",
      offset: 407,
      limit: 1000,
      message: "Cannot read the name of the ELF file: it has no end",
    },
    { name: "the limit", offset: 6, limit: 399, message: "Cannot read the name of the ELF file: it has no end" },
    {
      name: "a place beyond the file",
      offset: 500,
      limit: 1000,
      message: "Cannot read the name of the ELF file: bytes 500 to 500 are not all in the file, which has 413",
    },
  ];
  for (const { name, offset, limit, message } of faults) {
    test(`reports ${name}`, () => {
      assert.throws(() => parseRanges(bytes, readName(context, offset, limit, "name")), {
        code: "ELF_TRUNCATED",
        message,
      });
    });
  }
});

describe("readRange()", () => {
  const outside: [number, number][] = [
    [-1, 2],
    [0, -1],
    [0, bytes.length + 1],
    [bytes.length, 1],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [0.5, 1],
    [Number.NaN, 1],
  ];
  for (const [offset, length] of outside) {
    test(`reports ${length} bytes at ${offset}`, () => {
      assert.throws(() => parseRanges(bytes, readRange(context, offset, length, "part")), {
        code: "ELF_TRUNCATED",
        offset,
      });
    });
  }
});

describe("readRanges()", () => {
  test("gives the same bytes as memory does, wherever a range lies", async () => {
    const large = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
    const whole = { ...context, size: large.length };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(199_999), fc.nat(40_000)), { maxLength: 20 }), async (places) => {
        const read = function* (): RangeParser<Uint8Array[]> {
          const parts: Uint8Array[] = [];
          for (const [offset, length] of places) {
            parts.push(yield* readRange(whole, offset, Math.min(length, large.length - offset), "part"));
          }
          return parts;
        };
        assert.deepEqual(await readRanges(bytesAccess(large), read()), parseRanges(large, read()));
      }),
      { numRuns: 50 },
    );
  });
});

describe("readObject() and openObject()", () => {
  test("give the same answer to any bytes", async () => {
    const magic = fc.constantFrom(
      "7f454c46020101",
      "7f454c46010201",
      "cffaedfe",
      "feedface",
      "cafebabe00000001",
      "4d5a",
    );
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 600 }), async (start, rest) => {
        const file = new Uint8Array([...Buffer.from(start, "hex"), ...rest]);
        const expected = answer(() => readObject(file));
        let actual: unknown;
        try {
          actual = await openObject(bytesAccess(file));
        } catch (error) {
          actual = codeOf(error);
        }
        assert.deepEqual(actual, expected);
      }),
    );
  });
});

function answer(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof PackwheelError) return `${error.code}: ${error.message}`;
  throw error;
}
