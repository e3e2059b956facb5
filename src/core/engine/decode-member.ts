/** One member of an archive read back: inflated, hashed, and held against what the archive says of it. */
import { collectBytes, concatBytes } from "../bytes/concat.ts";
import { crc32 } from "../bytes/crc32.ts";
import { PackwheelError } from "../errors.ts";
import type { CompressedMember, DecodedMember, DecodedPart, Hasher } from "../ports/engine.ts";
import { inflateBlocks, inflateWhole } from "./inflate-blocks.ts";
import { WHOLE_MEMBER_LIMIT } from "./limits.ts";
import type { Pace } from "./pace.ts";

/** Compressed members up to this size are inflated at once. */
const INFLATE_AT_ONCE_LIMIT = 128 * 1024;

export interface DecodeState {
  readonly pace: Pace;
  readonly hasher: Hasher;
}

/** @throws {PackwheelError} `ZIP_BAD_DEFLATE`, `ZIP_SIZE_MISMATCH`, `ZIP_CRC_MISMATCH` */
export async function* decodeMember(
  member: CompressedMember,
  index: number,
  state: DecodeState,
): AsyncGenerator<DecodedPart> {
  if (member.method === 0 && member.size !== member.compressedSize) {
    throw sizeMismatch(member, `stores ${member.compressedSize} bytes`);
  }
  const content = new CheckedContent(member, state.hasher);

  if (member.method === 8 && member.size <= WHOLE_MEMBER_LIMIT && member.compressedSize <= INFLATE_AT_ONCE_LIMIT) {
    const bytes = inflateWhole(await collectBytes(member.open()), member.size, member.path);
    content.take(bytes);
    const rest = state.pace.step(bytes.length);
    if (rest !== undefined) await rest;
    yield { kind: "whole", index, member: content.finish(), bytes };
    return;
  }

  const pieces = member.method === 0 ? member.open() : inflateBlocks(member.open(), member.path);
  if (member.size <= WHOLE_MEMBER_LIMIT) {
    const held: Uint8Array[] = [];
    for await (const bytes of pieces) {
      content.take(bytes);
      held.push(bytes);
      const rest = state.pace.step(bytes.length);
      if (rest !== undefined) await rest;
    }
    const [only] = held;
    const bytes = held.length === 1 && only !== undefined ? only : concatBytes(held);
    yield { kind: "whole", index, member: content.finish(), bytes };
    return;
  }

  yield { kind: "begin", index };
  for await (const bytes of pieces) {
    content.take(bytes);
    const rest = state.pace.step(bytes.length);
    if (rest !== undefined) await rest;
    yield { kind: "chunk", index, bytes };
  }
  yield { kind: "end", index, member: content.finish() };
}

/** Counts and checks what comes out, and stops as soon as it is too much. */
class CheckedContent {
  readonly #member: CompressedMember;
  readonly #hasher: Hasher;
  #crc32 = 0;
  #size = 0;

  constructor(member: CompressedMember, hasher: Hasher) {
    this.#member = member;
    this.#hasher = hasher;
  }

  take(bytes: Uint8Array): void {
    this.#size += bytes.length;
    if (this.#size > this.#member.size) throw sizeMismatch(this.#member, "holds more");
    this.#crc32 = crc32(bytes, this.#crc32);
    this.#hasher.update(bytes);
  }

  finish(): DecodedMember {
    const { path, size, crc32: expected } = this.#member;
    const sha256 = this.#hasher.digest();
    if (this.#size !== size) throw sizeMismatch(this.#member, `holds ${this.#size}`);
    if (this.#crc32 !== expected) {
      throw new PackwheelError(
        "ZIP_CRC_MISMATCH",
        `Cannot read "${path}": the archive gives CRC-32 ${formatCrc(expected)}, the content has ${formatCrc(this.#crc32)}`,
        { path },
      );
    }
    return { sha256, size };
  }
}

function sizeMismatch(member: CompressedMember, found: string): PackwheelError {
  const message = `Cannot read "${member.path}": the archive gives ${member.size} bytes, the member ${found}`;
  return new PackwheelError("ZIP_SIZE_MISMATCH", message, { path: member.path });
}

function formatCrc(value: number): string {
  return value.toString(16).padStart(8, "0");
}
