/** Bytes in memory, read like a file. */
import { PackwheelError } from "../errors.ts";
import type { RandomAccess } from "../ports/random-access.ts";

/** Reads give views of `bytes`, not copies. */
export function bytesAccess(bytes: Uint8Array): RandomAccess {
  // Not a Buffer, whose `slice` does not copy.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: bytes.length,
    async read(offset: number, length: number): Promise<Uint8Array> {
      const inside = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
      if (!inside || length > bytes.length - offset) {
        throw new PackwheelError(
          "FILE_TRUNCATED",
          `Cannot read ${length} bytes at byte ${offset}: the file has ${bytes.length} bytes`,
          { offset },
        );
      }
      return plain.subarray(offset, offset + length);
    },
  };
}
