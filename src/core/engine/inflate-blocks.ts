/**
 * Inflating bytes that nobody vouches for. A deflate stream can grow a thousandfold, so it is fed in small blocks, and
 * whoever takes what comes out can stop after any of them.
 */
import { Inflate, inflateSync } from "fflate";
import { PackwheelError } from "../errors.ts";
import { fixedBlocks } from "./fixed-blocks.ts";

/** At most about 32 MiB come out of one block. */
const BLOCK_LENGTH = 32 * 1024;

/**
 * The plain bytes, piece by piece.
 *
 * @throws {PackwheelError} `ZIP_BAD_DEFLATE`
 */
export async function* inflateBlocks(compressed: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const produced: Uint8Array[] = [];
  const inflate = new Inflate((bytes) => {
    if (bytes.length > 0) produced.push(bytes);
  });
  for await (const block of fixedBlocks(compressed, BLOCK_LENGTH)) {
    try {
      inflate.push(block.bytes, block.last);
    } catch (error) {
      throw badDeflate(path, error);
    }
    yield* produced.splice(0);
  }
}

/**
 * A small member at once, much faster than block by block. Gives at most `size + 1` bytes: the one too many tells that
 * the stream holds more than it should.
 *
 * @throws {PackwheelError} `ZIP_BAD_DEFLATE`
 */
export function inflateWhole(compressed: Uint8Array, size: number, path: string): Uint8Array {
  if (compressed.length === 0) throw badDeflate(path, "unexpected EOF");
  const room = new Uint8Array(size + 1);
  try {
    return inflateSync(compressed, { out: room });
  } catch (error) {
    // fflate writes past the end of the room into nothing, except that a stored block raises this.
    if (error instanceof RangeError) return room;
    throw badDeflate(path, error);
  }
}

function badDeflate(path: string, cause: unknown): PackwheelError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PackwheelError("ZIP_BAD_DEFLATE", `Cannot inflate "${path}": ${reason}`, { path, cause });
}
