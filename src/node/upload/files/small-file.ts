/**
 * Small files read at one stroke. For a wheel of some kilobytes, asking the thread pool to open, read and close it takes
 * several times as long as doing so, and an upload of hundreds of them is made of little else.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export interface SmallFile {
  readonly bytes: Uint8Array;
  readonly mtimeMs: number;
}

const MAX_SIZE: number = 256 * 1024;

/** Undefined for files that are larger, and for those that cannot be read: the usual way tells what is the matter. */
export function readSmallFile(place: string): SmallFile | undefined {
  let file: number;
  try {
    file = openSync(place, "r");
  } catch {
    return undefined;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size === 0 || stat.size > MAX_SIZE) return undefined;
    const bytes = new Uint8Array(stat.size);
    for (let filled = 0; filled < bytes.length; ) {
      const count = readSync(file, bytes, filled, bytes.length - filled, filled);
      if (count === 0) return undefined;
      filled += count;
    }
    return { bytes, mtimeMs: stat.mtimeMs };
  } finally {
    closeSync(file);
  }
}
