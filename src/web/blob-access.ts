/** Reading a Blob or File of a browser at any place, without loading it whole. */
import { PackwheelError } from "../core/errors.ts";
import type { RandomAccess } from "../core/ports/random-access.ts";

export function blobAccess(blob: Blob): RandomAccess {
  return {
    size: blob.size,
    async read(offset: number, length: number): Promise<Uint8Array> {
      if (offset < 0 || length < 0 || offset + length > blob.size) {
        throw new PackwheelError(
          "FILE_TRUNCATED",
          `Cannot read ${length} bytes at ${offset}: the file has ${blob.size}`,
          {
            offset,
          },
        );
      }
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    },
  };
}
