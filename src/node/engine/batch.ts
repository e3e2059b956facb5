/**
 * Batches of small members, as they travel between threads: what belongs to all members of a batch lies in one array,
 * which moves without being copied. A message of many small objects would cost more than the work it asks for.
 */

/** Files to hash and deflate. */
export interface EncodeBatch {
  readonly kind: "encode";
  readonly level: number;
  /** A file's place on disk, or its bytes. */
  readonly files: readonly (string | Uint8Array)[];
}

export interface EncodedBatch {
  /** The encoded bytes of all members, one after the other. */
  readonly bytes: Uint8Array;
  /** `ENCODED_FIELDS` numbers a member: state, CRC-32, size, compressed size. */
  readonly numbers: Float64Array;
  /** SHA-256, 32 bytes a member. */
  readonly digests: Uint8Array;
}

/** Members to inflate, hash and check. */
export interface DecodeBatch {
  readonly kind: "decode";
  /** The compressed bytes of all members, one after the other. */
  readonly bytes: Uint8Array;
  /** `COMPRESSED_FIELDS` numbers a member: method, compressed size, size, CRC-32. */
  readonly numbers: Float64Array;
}

export interface DecodedBatch {
  /** The plain bytes of all members, one after the other; nothing of a member that is left over. */
  readonly bytes: Uint8Array;
  /** 1 for a member that is done, 0 for one that is left over. */
  readonly done: Uint8Array;
  /** SHA-256, 32 bytes a member. */
  readonly digests: Uint8Array;
}

export type Batch = EncodeBatch | DecodeBatch;
export type BatchResult = EncodedBatch | DecodedBatch;

export const ENCODED_FIELDS = 4;
export const COMPRESSED_FIELDS = 4;
export const DIGEST_LENGTH = 32;

/**
 * The state of a member that the batch could not take: unreadable, or larger than was said. The asking thread does
 * it again by itself, and there gives the error or takes the long way; so errors need not travel.
 */
export const LEFT_OVER = -1;

/** What may move to another thread instead of being copied. */
export function movableParts(message: Batch | BatchResult): ArrayBuffer[] {
  const views: (Uint8Array | Float64Array)[] = [];
  if ("bytes" in message) views.push(message.bytes);
  if ("numbers" in message) views.push(message.numbers);
  if ("digests" in message) views.push(message.digests);
  return views.flatMap((view) => (view.buffer instanceof ArrayBuffer ? [view.buffer] : []));
}

/** All pieces in one array with memory of its own, which can move to another thread. */
export function joinMovable(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}
