/**
 * The portable engine, but for reading large members, which a browser inflates and hashes several times as fast itself.
 * What it writes, and all that it says of what it reads, is the same: where a browser fails, the portable way tells why.
 * Specs: RFC 1952, https://compression.spec.whatwg.org/ and https://w3c.github.io/webcrypto/#SubtleCrypto-method-digest
 */
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

/** Magic number, method 8, no flags, no time, no level, unknown system. Spec: RFC 1952, section 2.3 */
const GZIP_HEAD: Uint8Array = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
const GZIP_TRAILER_LENGTH = 8;

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
  if (method === 8) return (await fillInflated(content, member)) ? content : undefined;
  return (await fill(content, member.open())) && crc32(content) === member.crc32 ? content : undefined;
}

async function fillInflated(room: Uint8Array, member: CompressedMember): Promise<boolean> {
  const compressed = await asGzip(member);
  if (compressed === undefined) return false;
  try {
    return await fill(room, inflateStream(compressed));
  } catch {
    return false; // the portable way finds the same fault, and has a name for it
  }
}

/** The deflated bytes with the head and the end of a gzip file, so that the browser checks CRC-32 and size as well. */
async function asGzip(member: CompressedMember): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { crc32, size, compressedSize } = member;
  const bytes = new Uint8Array(GZIP_HEAD.length + compressedSize + GZIP_TRAILER_LENGTH);
  bytes.set(GZIP_HEAD);
  const end = GZIP_HEAD.length + compressedSize;
  if (!(await fill(bytes.subarray(GZIP_HEAD.length, end), member.open()))) return undefined;
  const trailer = new DataView(bytes.buffer, end);
  trailer.setUint32(0, crc32, true); // 0, 4 bytes: CRC-32 of the content
  trailer.setUint32(4, size, true); // 4, 4 bytes: its size
  return bytes;
}

async function* inflateStream(compressed: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  const inflater = new DecompressionStream("gzip");
  const writer = inflater.writable.getWriter();
  // What goes wrong is told to the reader, too.
  writer.write(compressed).catch(() => undefined);
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
