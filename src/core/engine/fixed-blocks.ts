/**
 * A stream cut into blocks of one length. fflate's output depends on how its input was cut, and a disk, a browser and
 * memory cut differently; with equal blocks the same content gives the same bytes everywhere.
 */
import { concatBytes } from "../bytes/concat.ts";

export interface Block {
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** Blocks of `length` bytes; the last one is what remains, and is empty only for an empty stream. */
export async function* fixedBlocks(stream: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Block> {
  let pieces: Uint8Array[] = [];
  let held = 0;
  for await (const part of stream) {
    let taken = 0;
    while (taken < part.length) {
      // A full block waits for one more byte, since it may turn out to be the last.
      if (held === length) {
        yield { bytes: joinPieces(pieces), last: false };
        pieces = [];
        held = 0;
      }
      const piece = part.subarray(taken, taken + length - held);
      pieces.push(piece);
      held += piece.length;
      taken += piece.length;
    }
  }
  yield { bytes: joinPieces(pieces), last: true };
}

/** A block that came in one piece is not copied: most files are small, and come so. */
function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : concatBytes(pieces);
}
