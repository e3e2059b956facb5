/** A file on disk that can be read at any place: how archives are opened. */
import { open } from "node:fs/promises";
import { PackwheelError } from "../core/errors.ts";
import type { RandomAccess } from "../core/ports/random-access.ts";

/**
 * Archives are read mostly from front to back in pieces of a few hundred bytes. One read of this many bytes serves
 * the pieces that follow, which makes a wheel of 20,000 small members a matter of some hundred reads. Libraries are
 * read in a few places far from each other, where it would be for nothing: so a window begins small, and grows while
 * what follows it is asked for.
 */
const WINDOW_SIZE = 256 * 1024;
const FIRST_WINDOW_SIZE = 16 * 1024;
const GROWTH = 4;

export interface DiskAccess extends RandomAccess {
  close(): Promise<void>;
}

/**
 * Open a file for reading.
 *
 * @throws {PackwheelError} `FILE_MISSING` when there is none, or it cannot be read.
 */
export async function openDiskAccess(path: string): Promise<DiskAccess> {
  const file = await open(path, "r").catch((error: unknown) => {
    throw openFailure(path, error);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new PackwheelError("FILE_MISSING", `Cannot read "${path}": not a file`, { path });
    let windowStart = 0;
    let window: Uint8Array = new Uint8Array(0);
    let windowSize = FIRST_WINDOW_SIZE;

    const readAt = async (offset: number, length: number): Promise<Uint8Array> => {
      const bytes = Buffer.allocUnsafeSlow(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
        if (bytesRead === 0) throw truncated(path, offset, length, offset + filled);
        filled += bytesRead;
      }
      return bytes;
    };

    return {
      size: stat.size,
      async read(offset: number, length: number): Promise<Uint8Array> {
        const inside = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
        if (!inside || length > stat.size - offset) throw truncated(path, offset, length, stat.size);
        if (length >= WINDOW_SIZE) return readAt(offset, length);
        let start = offset - windowStart;
        if (start < 0 || start + length > window.length) {
          const windowEnd = windowStart + window.length;
          const follows = window.length > 0 && offset >= windowStart && offset <= windowEnd + windowSize;
          windowSize = follows ? Math.min(WINDOW_SIZE, windowSize * GROWTH) : FIRST_WINDOW_SIZE;
          // A window never changes once it is filled, so views into it that the caller keeps stay right.
          const filled = await readAt(offset, Math.min(Math.max(length, windowSize), stat.size - offset));
          window = filled;
          windowStart = offset;
          start = 0;
          return filled.subarray(0, length);
        }
        return window.subarray(start, start + length);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function openFailure(path: string, error: unknown): PackwheelError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const words =
    code === "ENOENT" || code === "ENOTDIR"
      ? "there is no such file"
      : code === "EACCES" || code === "EPERM"
        ? "permission denied"
        : error instanceof Error
          ? error.message
          : String(error);
  return new PackwheelError("FILE_MISSING", `Cannot read "${path}": ${words}`, { path, cause: error });
}

function truncated(path: string, offset: number, length: number, size: number): PackwheelError {
  return new PackwheelError(
    "FILE_TRUNCATED",
    `Cannot read ${length} bytes at byte ${offset} of "${path}": the file has ${size} bytes`,
    { path, offset },
  );
}
