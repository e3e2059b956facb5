/**
 * A member's content in blocks of one length, read into memory that is used again.
 * V8 frees large buffers only after some 60 MB of them have piled up; blocks that are used again never do.
 */
import { type FileHandle, open } from "node:fs/promises";
import { fixedBlocks } from "../../core/engine/fixed-blocks.ts";
import { WHOLE_MEMBER_LIMIT } from "../../core/engine/limits.ts";
import { DiskFileContent, readFailure } from "../disk-file-content.ts";

/**
 * A member of one block is small and comes whole. For large ones the length weighs little: a block's end costs five
 * bytes and a fresh Huffman table.
 */
export const BLOCK_LENGTH: number = WHOLE_MEMBER_LIMIT;

export interface ContentBlock {
  /** `BLOCK_LENGTH` bytes, fewer in the last block. */
  readonly bytes: Uint8Array;
  readonly last: boolean;
  /** Say that the bytes are no longer needed. */
  release(): void;
}

/** Blocks of memory that wait for their next use. */
export class BlockMemory {
  readonly #free: Buffer[] = [];

  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(BLOCK_LENGTH);
  }

  give(block: Buffer): void {
    this.#free.push(block);
  }
}

/** At least one block; the last is empty only when there is no content at all. */
export function contentBlocks(
  content: AsyncIterable<Uint8Array>,
  memory: BlockMemory,
): AsyncGenerator<ContentBlock, void, undefined> {
  return content instanceof DiskFileContent ? diskBlocks(content, memory) : streamBlocks(content);
}

async function* streamBlocks(content: AsyncIterable<Uint8Array>): AsyncGenerator<ContentBlock, void, undefined> {
  for await (const { bytes, last } of fixedBlocks(content, BLOCK_LENGTH)) yield { bytes, last, release: () => {} };
}

async function* diskBlocks(
  content: DiskFileContent,
  memory: BlockMemory,
): AsyncGenerator<ContentBlock, void, undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(content.diskPath, "r");
    let block = await readBlock(file, memory);
    for (;;) {
      // Only the next read tells whether a full block is the last.
      const next = block.length === BLOCK_LENGTH ? await readBlock(file, memory) : undefined;
      const { buffer, length } = block;
      const last = next === undefined || next.length === 0;
      if (last && next !== undefined) memory.give(next.buffer);
      content.onRead?.(length);
      yield { bytes: buffer.subarray(0, length), last, release: () => memory.give(buffer) };
      if (last) return;
      block = next;
    }
  } catch (error) {
    throw readFailure(error, content.path);
  } finally {
    await file?.close();
  }
}

async function readBlock(
  file: FileHandle,
  memory: BlockMemory,
): Promise<{ readonly buffer: Buffer; readonly length: number }> {
  const buffer = memory.take();
  let length = 0;
  while (length < BLOCK_LENGTH) {
    const { bytesRead } = await file.read(buffer, length, BLOCK_LENGTH - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return { buffer, length };
}
