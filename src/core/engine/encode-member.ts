/** One file hashed and deflated, the way that depends on nothing but its content and the level. */
import { Deflate, deflateSync } from "fflate";
import { concatBytes } from "../bytes/concat.ts";
import { crc32 } from "../bytes/crc32.ts";
import type { EncodedMember, EncodedPart, Hasher, MemberSource } from "../ports/engine.ts";
import { fixedBlocks } from "./fixed-blocks.ts";
import type { DeflateLevel } from "./level.ts";
import { WHOLE_MEMBER_LIMIT } from "./limits.ts";
import type { Pace } from "./pace.ts";

/** The block that fflate's stream is fed with. Changing it changes the bytes of every archive. */
const BLOCK_LENGTH = 64 * 1024;

export interface EncodeState {
  readonly level: DeflateLevel;
  readonly pace: Pace;
  readonly hasher: Hasher;
}

/** What was read decides how the member is encoded; `source.size` may be wrong. */
export async function* encodeMember(
  source: MemberSource,
  index: number,
  state: EncodeState,
): AsyncGenerator<EncodedPart> {
  let large: LargeMember | undefined;
  let held: Uint8Array[] = [];
  let heldLength = 0;

  for await (const block of fixedBlocks(source.open(), BLOCK_LENGTH)) {
    const rest = state.pace.step(block.bytes.length);
    if (rest !== undefined) await rest;
    if (large === undefined) {
      held.push(block.bytes);
      heldLength += block.bytes.length;
      if (block.last) {
        yield encodeWhole(held, index, state);
        return;
      }
      if (heldLength < WHOLE_MEMBER_LIMIT) continue;
      // More than the limit is coming: what was held goes first.
      large = new LargeMember(state);
      yield { kind: "begin", index, method: large.method };
      for (const bytes of held)
        for (const chunk of large.push(bytes, false)) yield { kind: "chunk", index, bytes: chunk };
      held = [];
    } else {
      for (const chunk of large.push(block.bytes, block.last)) yield { kind: "chunk", index, bytes: chunk };
      if (block.last) yield { kind: "end", index, member: large.finish() };
    }
  }
}

function encodeWhole(pieces: readonly Uint8Array[], index: number, { level, hasher }: EncodeState): EncodedPart {
  const [only] = pieces;
  const plain = pieces.length === 1 && only !== undefined ? only : concatBytes(pieces);
  hasher.update(plain);
  const facts = { crc32: crc32(plain), sha256: hasher.digest(), size: plain.length };
  const deflated = level === 0 || plain.length === 0 ? plain : deflateSync(plain, { level });
  const method = deflated.length < plain.length ? 8 : 0;
  const bytes = method === 8 ? deflated : plain;
  return { kind: "whole", index, bytes, member: { ...facts, method, compressedSize: bytes.length } };
}

/** A member of any size that passes through, block by block. */
class LargeMember {
  readonly method: 0 | 8;
  readonly #hasher: Hasher;
  readonly #deflate: Deflate | undefined;
  #produced: Uint8Array[] = [];
  #crc32 = 0;
  #size = 0;
  #compressedSize = 0;

  constructor({ level, hasher }: EncodeState) {
    this.method = level === 0 ? 0 : 8;
    this.#hasher = hasher;
    if (level !== 0) this.#deflate = new Deflate({ level }, (bytes) => this.#produced.push(bytes));
  }

  /** The encoded bytes that this block made ready. */
  push(bytes: Uint8Array, last: boolean): Uint8Array[] {
    this.#hasher.update(bytes);
    this.#crc32 = crc32(bytes, this.#crc32);
    this.#size += bytes.length;
    if (this.#deflate === undefined) this.#produced.push(bytes);
    else this.#deflate.push(bytes, last);
    const ready = this.#produced.filter((chunk) => chunk.length > 0);
    this.#produced = [];
    for (const chunk of ready) this.#compressedSize += chunk.length;
    return ready;
  }

  finish(): EncodedMember {
    return {
      method: this.method,
      crc32: this.#crc32,
      sha256: this.#hasher.digest(),
      size: this.#size,
      compressedSize: this.#compressedSize,
    };
  }
}
