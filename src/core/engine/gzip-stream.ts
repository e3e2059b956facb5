/**
 * gzip with a header that says nothing of the host: no file name, a given time, operating system 255 ("unknown").
 * Spec: RFC 1952.
 */
import { Deflate, Gunzip } from "fflate";
import { ByteReader } from "../bytes/byte-reader.ts";
import { ByteWriter } from "../bytes/byte-writer.ts";
import { concatBytes } from "../bytes/concat.ts";
import { crc32 } from "../bytes/crc32.ts";
import { PackwheelError } from "../errors.ts";
import type { EncodeOptions } from "../ports/engine.ts";
import { fixedBlocks } from "./fixed-blocks.ts";
import { toDeflateLevel } from "./level.ts";
import { Pace } from "./pace.ts";

/** The block that fflate's stream is fed with. Changing it changes the bytes of every sdist. */
const DEFLATE_BLOCK_LENGTH = 64 * 1024;

/** At most about 32 MiB come out of one block. */
const GUNZIP_BLOCK_LENGTH = 32 * 1024;

/** fflate keeps an unfinished header and reads it again with each block: an endless name would take for ever. */
const MAX_HEADER_BLOCKS = 4;

const TRAILER_LENGTH = 8;

/** The inverse of `gunzipStream`. @param options.mtime Seconds since 1970, below 2^32. */
export async function* gzipStream(
  plain: AsyncIterable<Uint8Array>,
  options: EncodeOptions & { readonly mtime: number },
): AsyncGenerator<Uint8Array> {
  const level = toDeflateLevel(options.level);
  const pace = new Pace(options.signal);
  yield new ByteWriter(true)
    .u16(0x8b1f) // 0, 2 bytes: magic 1f 8b
    .u8(8) // 2, 1 byte: deflate
    .u8(0) // 3, 1 byte: no flags, so no name and no comment
    .u32(options.mtime) // 4, 4 bytes
    .u8(level === 9 ? 2 : level === 1 ? 4 : 0) // 8, 1 byte: smallest, fastest, or neither
    .u8(255) // 9, 1 byte: unknown operating system
    .toBytes();

  let checksum = 0;
  let size = 0;
  const produced: Uint8Array[] = [];
  const deflate = new Deflate({ level }, (bytes) => {
    if (bytes.length > 0) produced.push(bytes);
  });
  for await (const block of fixedBlocks(plain, DEFLATE_BLOCK_LENGTH)) {
    const rest = pace.step(block.bytes.length);
    if (rest !== undefined) await rest;
    checksum = crc32(block.bytes, checksum);
    size += block.bytes.length;
    deflate.push(block.bytes, block.last);
    yield* produced.splice(0);
  }
  yield new ByteWriter(true)
    .u32(checksum)
    .u32(size % 2 ** 32)
    .toBytes();
}

/**
 * The plain bytes of one or several gzip members, each checked against its CRC-32 and size.
 *
 * @throws {PackwheelError} `GZIP_INVALID`; `GZIP_TOO_LARGE` before more than `limit` bytes are given.
 */
export async function* gunzipStream(
  compressed: AsyncIterable<Uint8Array>,
  options: { readonly limit: number; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<Uint8Array> {
  const pace = new Pace(options.signal);
  const reader = new GunzipReader();
  let total = 0;
  for await (const block of fixedBlocks(compressed, GUNZIP_BLOCK_LENGTH)) {
    const pieces = reader.push(block.bytes, block.last);
    for (const bytes of pieces) {
      total += bytes.length;
      if (total > options.limit) {
        throw new PackwheelError("GZIP_TOO_LARGE", `Cannot gunzip: the content is larger than ${options.limit} bytes`);
      }
      const rest = pace.step(bytes.length);
      if (rest !== undefined) await rest;
      yield bytes;
    }
  }
}

/** fflate inflates and finds where members end; it does not check them, so this does. */
class GunzipReader {
  readonly #gunzip: Gunzip;
  #produced: Uint8Array[] = [];
  #checksum = 0;
  #size = 0;
  #headerBlocks = 0;
  /** The input from `#tailStart` on: this block and the trailer that may have begun before it. */
  #tail: Uint8Array = new Uint8Array(0);
  #tailStart = 0;

  constructor() {
    this.#gunzip = new Gunzip((bytes) => {
      this.#headerBlocks = 0;
      this.#checksum = crc32(bytes, this.#checksum);
      this.#size += bytes.length;
      if (bytes.length > 0) this.#produced.push(bytes);
    });
    this.#gunzip.onmember = (offset) => this.#checkTrailer(offset);
  }

  push(bytes: Uint8Array, last: boolean): Uint8Array[] {
    const kept = this.#tail.subarray(Math.max(0, this.#tail.length - TRAILER_LENGTH));
    this.#tailStart += this.#tail.length - kept.length;
    this.#tail = concatBytes([kept, bytes]);
    this.#headerBlocks++;
    try {
      this.#gunzip.push(bytes, last);
    } catch (error) {
      if (error instanceof PackwheelError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new PackwheelError("GZIP_INVALID", `Cannot gunzip: ${reason}`, { cause: error });
    }
    if (this.#headerBlocks > MAX_HEADER_BLOCKS) {
      throw new PackwheelError("GZIP_INVALID", "Cannot gunzip: the header does not end");
    }
    if (last) this.#checkTrailer(this.#tailStart + this.#tail.length);
    const produced = this.#produced;
    this.#produced = [];
    return produced;
  }

  /** @param end Where the member ends in the input. */
  #checkTrailer(end: number): void {
    const start = end - TRAILER_LENGTH - this.#tailStart;
    if (start < 0) throw new PackwheelError("GZIP_INVALID", "Cannot gunzip: the input ends too early");
    const trailer = new ByteReader(this.#tail, true, "GZIP_INVALID", "gzip trailer");
    trailer.seek(start);
    const checksum = trailer.u32();
    const size = trailer.u32();
    if (checksum !== this.#checksum || size !== this.#size % 2 ** 32) {
      throw new PackwheelError(
        "GZIP_INVALID",
        "Cannot gunzip: the content does not have the CRC-32 and size it should",
      );
    }
    this.#checksum = 0;
    this.#size = 0;
  }
}
