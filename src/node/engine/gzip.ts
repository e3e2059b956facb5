/**
 * gzip with a header that says nothing of the host: no file name, a given time, operating system 255 ("unknown").
 * Spec: RFC 1952.
 */
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { PackwheelError } from "../../core/errors.ts";
import { BLOCK_LENGTH, BlockMemory, contentBlocks } from "./content-blocks.ts";
import { deflateBlocks, type PlainTotals } from "./deflate-blocks.ts";
import { inOrder, type Job } from "./in-order.ts";
import type { Threads } from "./threads.ts";

const INFLATE_CHUNK = 256 * 1024;

/** The inverse of `gunzipStream`. @param mtime Seconds since 1970, below 2^32. */
export async function* gzipStream(
  plain: AsyncIterable<Uint8Array>,
  options: { readonly level: number; readonly mtime: number; readonly threads: Threads },
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { level, mtime, threads } = options;
  const header = Buffer.alloc(10);
  header.writeUInt16LE(0x8b1f, 0); // 0, 2 bytes: magic 1f 8b
  header.writeUInt8(8, 2); // 2, 1 byte: deflate
  header.writeUInt8(0, 3); // 3, 1 byte: no flags, so no name and no comment
  header.writeUInt32LE(mtime, 4); // 4, 4 bytes
  header.writeUInt8(level === 9 ? 2 : level === 1 ? 4 : 0, 8); // 8, 1 byte: smallest, fastest, or neither
  header.writeUInt8(255, 9); // 9, 1 byte: unknown operating system
  yield header;

  const totals: PlainTotals = { size: 0, crc32: 0, sha256: new Uint8Array(0) };
  yield* inOrder(beginBlocks(plain, level, totals), (threads.inPool + 1) * BLOCK_LENGTH, signal);

  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(totals.crc32, 0); // 0, 4 bytes
  trailer.writeUInt32LE(totals.size % 2 ** 32, 4); // 4, 4 bytes
  yield trailer;
}

async function* beginBlocks(
  plain: AsyncIterable<Uint8Array>,
  level: number,
  totals: PlainTotals,
): AsyncGenerator<Job<Uint8Array>, void, undefined> {
  const blocks = contentBlocks(plain, new BlockMemory());
  for await (const block of deflateBlocks(blocks, level, totals, { framed: true })) {
    yield { cost: block.plainLength, parts: block.bytes.then((bytes) => [bytes]) };
  }
}

/**
 * The plain bytes of one or several gzip members.
 *
 * @throws {PackwheelError} `GZIP_INVALID`; `GZIP_TOO_LARGE` before more than `limit` bytes are given.
 */
export async function* gunzipStream(
  compressed: AsyncIterable<Uint8Array>,
  limit: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* inOrder(oneJob(gunzipChunks(compressed, limit)), 1, signal);
}

/** A stream that can be aborted while it waits. */
async function* oneJob(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Job<Uint8Array>, void, undefined> {
  yield { cost: 1, parts: Promise.resolve(parts) };
}

async function* gunzipChunks(
  compressed: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip({ chunkSize: INFLATE_CHUNK });
  pipeline(compressed, gunzip, () => undefined);
  let total = 0;
  try {
    for await (const bytes of gunzip) {
      total += bytes.length;
      if (total > limit) {
        throw new PackwheelError("GZIP_TOO_LARGE", `Cannot gunzip: the content is larger than ${limit} bytes`);
      }
      yield bytes;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("Z_")) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackwheelError("GZIP_INVALID", `Cannot gunzip: ${reason}`, { cause: error });
  }
}
