import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PackwheelError } from "../../../src/core/errors.ts";
import { isObjectError, ObjectBytes, readObjectStream } from "../../../src/core/object/object-bytes.ts";
import { readObject } from "../../../src/core/object/object-file.ts";
import { makeElf } from "./elf/elf-bytes.ts";

const ELF = makeElf({ needed: ["libc.so.6"], symbols: [{ name: "puts" }] });

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  // One buffer for all pieces, as engines have it.
  const buffer = new Uint8Array(length);
  for (let at = 0; at < bytes.length; at += length) {
    const piece = bytes.subarray(at, at + length);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

describe("readObjectStream()", () => {
  for (const length of [1, 7, 64, ELF.length, 2 * ELF.length]) {
    test(`reads a file in pieces of ${length} bytes`, async () => {
      assert.deepEqual(await readObjectStream(inPieces(ELF, length), ELF.length), readObject(ELF));
    });
  }

  for (const [told, given] of [
    [ELF.length + 1, ELF.length],
    [ELF.length - 1, ELF.length],
    [4, 0],
  ] as const) {
    test(`refuses ${given} bytes where ${told} were told`, async () => {
      await assert.rejects(readObjectStream(inPieces(ELF.subarray(0, given), 64), told), {
        code: "OBJECT_TRUNCATED",
        message: `Cannot read the object file: it has ${given} bytes in the place of ${told}`,
      });
    });
  }
});

test("ObjectBytes refuses what is no object file", () => {
  const bytes = new ObjectBytes(4);
  bytes.add(new TextEncoder().encode("text"));
  assert.throws(() => bytes.read(), { code: "OBJECT_UNKNOWN_FORMAT" });
});

describe("isObjectError()", () => {
  test("tells faults of the file from those of its stream", () => {
    assert.equal(isObjectError(new PackwheelError("ELF_TRUNCATED", "x")), true);
    assert.equal(isObjectError(new PackwheelError("OBJECT_TRUNCATED", "x")), true);
    assert.equal(isObjectError(new PackwheelError("ZIP_CRC_MISMATCH", "x")), false);
    assert.equal(isObjectError(new Error("x")), false);
  });
});
