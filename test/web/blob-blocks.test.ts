import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BlobBlocks } from "../../src/web/toolchain/blob-blocks.ts";

const MEGABYTE = 1 << 20;
const CONTENT: Uint8Array = new Uint8Array(3 * MEGABYTE - 100).map((_, index) => (index * 31) % 251);

/** Blocks of a blob that is read from `CONTENT`, with the number of reads. */
function openBlocks(): { readonly blocks: BlobBlocks; readonly reads: () => number } {
  let reads = 0;
  class Part extends Blob {
    readonly start: number;
    readonly end: number;
    constructor(start: number, end: number) {
      super();
      this.start = start;
      this.end = end;
    }
    override slice(start = 0, end: number = this.end): Part {
      return new Part(this.start + start, Math.min(this.start + end, this.end));
    }
  }
  const blocks = new BlobBlocks(new Part(0, CONTENT.length), (part) => {
    reads += 1;
    assert.ok(part instanceof Part);
    return CONTENT.slice(part.start, part.end);
  });
  return { blocks, reads: () => reads };
}

describe("BlobBlocks", () => {
  const parts: readonly (readonly [string, number, number, number])[] = [
    ["the beginning", 0, 10, 1],
    ["nothing", 20, 20, 1],
    ["a part within a block", MEGABYTE + 5, MEGABYTE + 500, 1],
    ["all of a block", MEGABYTE, 2 * MEGABYTE, 1],
    ["a part across a border", MEGABYTE - 7, MEGABYTE + 9, 2],
    ["a part of three blocks", 10, 2 * MEGABYTE + 10, 3],
    ["the end", CONTENT.length - 5, CONTENT.length, 1],
  ];
  for (const [name, start, end, reads] of parts) {
    test(`gives ${name}, with as few reads as there are blocks`, () => {
      const opened = openBlocks();
      assert.deepEqual(opened.blocks.read(start, end), CONTENT.subarray(start, end));
      assert.equal(opened.reads(), reads);
      opened.blocks.read(start, end);
      assert.equal(opened.reads(), reads);
    });
  }
});
