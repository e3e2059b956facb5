/** Small files hashed and deflated, on whichever thread this runs. */
import { hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import { WHOLE_MEMBER_LIMIT } from "../../core/engine/limits.ts";
import type { EncodedMember } from "../../core/ports/engine.ts";
import { DIGEST_LENGTH, ENCODED_FIELDS, type EncodeBatch, type EncodedBatch, joinMovable, LEFT_OVER } from "./batch.ts";

/** What a thread reads files into. One byte more than the limit shows that a file is too large. */
let room: Buffer | undefined;

export function encodeBatch(batch: EncodeBatch): EncodedBatch {
  const numbers = new Float64Array(batch.files.length * ENCODED_FIELDS);
  const digests = new Uint8Array(batch.files.length * DIGEST_LENGTH);
  const pieces: Uint8Array[] = [];
  for (const [index, file] of batch.files.entries()) {
    const plain = typeof file === "string" ? readIfSmall(file) : file;
    if (plain === undefined) {
      numbers[index * ENCODED_FIELDS] = LEFT_OVER;
      continue;
    }
    const { member, bytes } = encodeWhole(plain, batch.level);
    const at = index * ENCODED_FIELDS;
    numbers[at] = member.method;
    numbers[at + 1] = member.crc32;
    numbers[at + 2] = member.size;
    numbers[at + 3] = member.compressedSize;
    digests.set(member.sha256, index * DIGEST_LENGTH);
    // The next file is read over the bytes of this one.
    pieces.push(bytes === plain && typeof file === "string" ? new Uint8Array(bytes) : bytes);
  }
  return { bytes: joinMovable(pieces), numbers, digests };
}

/** Deflate a member that is in memory; stored when deflating does not make it smaller. */
export function encodeWhole(plain: Uint8Array, level: number): { member: EncodedMember; bytes: Uint8Array } {
  const deflated = level === 0 || plain.length === 0 ? plain : deflateSmall(plain, level);
  const method = deflated.length < plain.length ? 8 : 0;
  const bytes = method === 8 ? deflated : plain;
  const sha256 = hash("sha256", plain, "buffer");
  const member = { method, crc32: crc32(plain), sha256, size: plain.length, compressedSize: bytes.length } as const;
  return { member, bytes };
}

function deflateSmall(plain: Uint8Array, level: number): Uint8Array {
  return deflateRawSync(plain, {
    level,
    ...tablesFor(plain.length),
    // What is deflated into one buffer needs no joining.
    chunkSize: plain.length + 64,
  });
}

/**
 * zlib's tables as large as the file needs. With those for any file, 256 KiB a call, V8 collects garbage after every
 * 250 small files, which takes a tenth of the time. zlib keeps 262 bytes of the window for itself.
 */
function tablesFor(length: number): { readonly windowBits: number; readonly memLevel: number } {
  if (length <= 4096 - 262) return { windowBits: 12, memLevel: 6 };
  if (length <= 16384 - 262) return { windowBits: 14, memLevel: 7 };
  return { windowBits: 15, memLevel: 8 };
}

/** The file's bytes, until the next call; undefined when it is too large or cannot be read. */
function readIfSmall(diskPath: string): Uint8Array | undefined {
  room ??= Buffer.allocUnsafeSlow(WHOLE_MEMBER_LIMIT + 1);
  try {
    const file = openSync(diskPath, "r");
    try {
      let length = 0;
      for (;;) {
        const count = readSync(file, room, length, room.length - length, null);
        const wanted = room.length - length;
        length += count;
        if (length > WHOLE_MEMBER_LIMIT) return undefined;
        // A file gives less than is asked for at its end alone; asking again would be a tenth of the time.
        if (count < wanted) return room.subarray(0, length);
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
