/** C headers on disk, and what they include. */
import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { HeaderText, ResolveInclude } from "../core/cdef/preprocess/expand-header.ts";
import { PackwheelError } from "../core/errors.ts";

/** Far more than a header has. */
const MAX_HEADER_BYTES = 16_000_000;

export interface HeaderFolders {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Where `#include "name"` is looked for beside the file that says it, in this order. */
  readonly includeDirs?: readonly string[];
}

/**
 * @param path As it is to be shown; relative to `cwd`.
 * @throws {PackwheelError} `FILE_MISSING`, or `CDEF_TOO_COMPLEX` for a file that is no header.
 */
export function readHeader(path: string, { cwd }: HeaderFolders): HeaderText {
  const full = resolve(cwd, path);
  try {
    const { size } = statSync(full);
    if (size > MAX_HEADER_BYTES) {
      throw new PackwheelError("CDEF_TOO_COMPLEX", `Cannot read "${path}": a header of ${size} bytes`, { path });
    }
    return { path, text: readFileSync(full, "utf8") };
  } catch (error) {
    if (error instanceof PackwheelError) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = isMissing ? "there is no such file" : error instanceof Error ? error.message : String(error);
    throw new PackwheelError("FILE_MISSING", `Cannot read "${path}": ${reason}`, { cause: error, path });
  }
}

/** Finds `#include "name"` beside the file that says it, then in the folders given. */
export function headerFiles({ cwd, includeDirs = [] }: HeaderFolders): ResolveInclude {
  return (name, from) => {
    if (isAbsolute(name)) return isFile(name) ? readHeader(name, { cwd }) : undefined;
    for (const folder of [dirname(from), ...includeDirs]) {
      const path = join(folder, name);
      if (isFile(resolve(cwd, path))) return readHeader(path, { cwd });
    }
    return undefined;
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
