/**
 * The portable engine, but for reading large members, which a browser inflates and hashes several times as fast itself.
 * What it writes, and all that it says of what it reads, is the same: where a browser fails, the portable way tells why.
 * Specs: https://compression.spec.whatwg.org/ and https://w3c.github.io/webcrypto/#SubtleCrypto-method-digest
 */
import { collectBytes } from "../core/bytes/concat.ts";
import { crc32 } from "../core/bytes/crc32.ts";
import { decodeMember } from "../core/engine/decode-member.ts";
import { WHOLE_MEMBER_LIMIT } from "../core/engine/limits.ts";
import { Pace } from "../core/engine/pace.ts";
import { portableEngine } from "../core/engine/portable-engine.ts";
import { createSha256 } from "../core/engine/sha256.ts";
import type { CompressedMember, DecodedPart, DecodeOptions, Engine } from "../core/ports/engine.ts";

/** Below this size, asking the browser takes longer than the work. */
const FROM_SIZE: number = 128 * 1024;
/** A member must be held whole to be hashed by the browser. */
const TO_SIZE: number = 128 << 20;

export function browserEngine(): Engine {
  return {
    ...portableEngine(),
    async *decode(members, { signal }: DecodeOptions = {}): AsyncGenerator<DecodedPart> {
      const pace = new Pace(signal);
      const hasher = await createSha256();
      let index = 0;
      // The browser hashes one member while this thread inflates the next.
      let hashed: Promise<readonly DecodedPart[]> | undefined;
      for (const member of members) {
        const content = await inflate(member);
        if (hashed !== undefined) yield* await hashed;
        hashed = undefined;
        const rest = pace.step(member.size);
        if (rest !== undefined) await rest;
        if (content === undefined) yield* decodeMember(member, index, { pace, hasher });
        else hashed = hash(content, index);
        index++;
      }
      if (hashed !== undefined) yield* await hashed;
    },
  };
}

/** The content, if the browser is to be asked, and if it is what the archive says. */
async function inflate(member: CompressedMember): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { method, size, compressedSize } = member;
  if (size < FROM_SIZE || size > TO_SIZE || compressedSize > TO_SIZE) return undefined;
  const content = new Uint8Array(size);
  const isWhole = method === 0 ? await fill(content, member.open()) : await fillInflated(content, member);
  return isWhole && crc32(content) === member.crc32 ? content : undefined;
}

async function fillInflated(room: Uint8Array, member: CompressedMember): Promise<boolean> {
  const compressed = await collectBytes(member.open());
  try {
    return await fill(room, inflateStream(compressed));
  } catch {
    return false; // the portable way finds the same fault, and has a name for it
  }
}

async function* inflateStream(compressed: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflater = new DecompressionStream("deflate-raw");
  const writer = inflater.writable.getWriter();
  // What goes wrong is told to the reader, too.
  writer.write(new Uint8Array(compressed)).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = inflater.readable.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Whether the pieces fill the room exactly. */
async function fill(room: Uint8Array, pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  let length = 0;
  for await (const piece of pieces) {
    if (length + piece.length > room.length) return false;
    room.set(piece, length);
    length += piece.length;
  }
  return length === room.length;
}

async function hash(bytes: Uint8Array<ArrayBuffer>, index: number): Promise<readonly DecodedPart[]> {
  const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const member = { sha256, size: bytes.length };
  if (bytes.length <= WHOLE_MEMBER_LIMIT) return [{ kind: "whole", index, member, bytes }];
  return [
    { kind: "begin", index },
    { kind: "chunk", index, bytes },
    { kind: "end", index, member },
  ];
}
