/** Small members inflated, hashed and held against what the archive says, on whichever thread this runs. */
import { hash } from "node:crypto";
import { crc32, inflateRawSync } from "node:zlib";
import { PackwheelError } from "../../core/errors.ts";
import type { CompressedMember, DecodedMember } from "../../core/ports/engine.ts";
import { COMPRESSED_FIELDS, type DecodeBatch, type DecodedBatch, DIGEST_LENGTH, joinMovable } from "./batch.ts";
import { badDeflate, crcMismatch, sizeMismatch } from "./mismatch.ts";

/** What the archive's directory says of a member. */
export type MemberClaims = Pick<CompressedMember, "path" | "method" | "size" | "crc32">;

export function decodeBatch(batch: DecodeBatch): DecodedBatch {
  const count = batch.numbers.length / COMPRESSED_FIELDS;
  const done = new Uint8Array(count);
  const digests = new Uint8Array(count * DIGEST_LENGTH);
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (let index = 0; index < count; index++) {
    const [method, compressedSize = 0, size = 0, crc32 = 0] = batch.numbers.subarray(index * COMPRESSED_FIELDS);
    const compressed = batch.bytes.subarray(offset, offset + compressedSize);
    offset += compressedSize;
    try {
      const claims = { path: "", method: method === 8 ? 8 : 0, size, crc32 } as const;
      const { bytes, member } = decodeWhole(compressed, claims);
      digests.set(member.sha256, index * DIGEST_LENGTH);
      pieces.push(bytes);
      done[index] = 1;
    } catch {
      // The asking thread meets the same error, and knows the member's path.
    }
  }
  return { bytes: joinMovable(pieces), done, digests };
}

/** @throws {PackwheelError} `ZIP_BAD_DEFLATE`, `ZIP_SIZE_MISMATCH`, `ZIP_CRC_MISMATCH` */
export function decodeWhole(
  compressed: Uint8Array,
  claims: MemberClaims,
): { readonly bytes: Uint8Array; readonly member: DecodedMember } {
  const bytes = claims.method === 8 ? inflateWhole(compressed, claims) : compressed;
  if (bytes.length > claims.size) throw sizeMismatch(claims, "holds more");
  if (bytes.length < claims.size) throw sizeMismatch(claims, `holds ${bytes.length}`);
  const checksum = crc32(bytes);
  if (checksum !== claims.crc32) throw crcMismatch(claims, checksum);
  return { bytes, member: { sha256: hash("sha256", bytes, "buffer"), size: bytes.length } };
}

function inflateWhole(compressed: Uint8Array, claims: MemberClaims): Uint8Array {
  try {
    // One byte of room more than the size, so that a stream which fills it is known to hold too much.
    return inflateRawSync(compressed, { chunkSize: Math.max(64, claims.size + 1), maxOutputLength: claims.size + 1 });
  } catch (error) {
    if (error instanceof PackwheelError) throw error;
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw tooLarge ? sizeMismatch(claims, "holds more") : badDeflate(claims, error);
  }
}
