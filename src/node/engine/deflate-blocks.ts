/**
 * One large stream deflated in blocks that do not wait for each other.
 * A deflate stream is a sequence of blocks that refer at most 32 KiB back. A block can therefore be deflated alone when
 * it is given the 32 KiB before it, and ended on a byte boundary by a sync flush; the results, joined, are one stream.
 * pigz does the same. Where the blocks begin depends on the content alone, so the bytes do not depend on the threads.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, crc32, deflateRaw, type ZlibOptions } from "node:zlib";
import type { ContentBlock } from "./content-blocks.ts";

const deflateInPool = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw);

const DICTIONARY_LENGTH = 32 * 1024;

/** Most machine code fits in half; what does not takes a second buffer. */
const OUTPUT_CHUNK = 512 * 1024;

/** What is known of the whole once all blocks were begun. */
export interface PlainTotals {
  size: number;
  crc32: number;
  sha256: Uint8Array;
}

export interface DeflatedBlock {
  readonly plainLength: number;
  /** The deflated bytes; on their way when the block is given. */
  readonly bytes: Promise<Uint8Array>;
}

export interface DeflateBlocksOptions {
  /** Level 0 makes deflate blocks of stored bytes, as gzip needs them; else it gives the plain bytes. */
  readonly framed?: boolean;
  readonly sha256?: boolean;
}

/**
 * The blocks deflated, each begun as it is asked for.
 *
 * @param totals Complete when the last block was given.
 */
export async function* deflateBlocks(
  blocks: AsyncIterable<ContentBlock>,
  level: number,
  totals: PlainTotals,
  options: DeflateBlocksOptions,
): AsyncGenerator<DeflatedBlock, void, undefined> {
  const hash = options.sha256 ? createHash("sha256") : undefined;
  let before: Uint8Array | undefined;
  for await (const { bytes, last, release } of blocks) {
    const isPlain = level === 0 && !options.framed;
    const deflated = isPlain ? Promise.resolve(bytes) : deflateBlock(bytes, level, before, last);
    hash?.update(bytes);
    totals.crc32 = crc32(bytes, totals.crc32);
    totals.size += bytes.length;
    if (last && hash !== undefined) totals.sha256 = hash.digest();
    // A copy, since the block's memory is used again as soon as this block is deflated.
    before = last ? undefined : new Uint8Array(bytes.subarray(-DICTIONARY_LENGTH));
    // Plain bytes are given out as they are. A failure is looked at when its turn has come.
    if (!isPlain) deflated.then(release, () => undefined);
    yield { plainLength: bytes.length, bytes: deflated };
  }
}

function deflateBlock(
  bytes: Uint8Array,
  level: number,
  dictionary: Uint8Array | undefined,
  last: boolean,
): Promise<Uint8Array> {
  return deflateInPool(bytes, {
    level,
    chunkSize: Math.min(OUTPUT_CHUNK, bytes.length + 1024),
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(dictionary === undefined ? {} : { dictionary }),
  });
}
