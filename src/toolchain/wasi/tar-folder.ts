/**
 * A tar archive as a folder, read in place: only an index is made, and no content is copied.
 * Spec: POSIX.1-2017, pax, "ustar Interchange Format".
 */
import { PackwheelError } from "../../core/errors.ts";
import { BLOCK_SIZE, paddingAfter, parseTarHeader } from "../../core/tar/header.ts";
import { FixedFile } from "./fixed-file.ts";
import { FixedFolder } from "./memory-folder.ts";
import type { FolderNode } from "./node.ts";

/** Type flags: `0` and NUL are files (NUL in old archives), `5` is a folder. */
const FILE_FLAGS: ReadonlySet<string> = new Set(["0", "\0"]);
const FOLDER_FLAG = "5";

/** Where a file of an archive lies in it. */
export interface TarPlace {
  readonly path: string;
  /** First byte of the content, and the one after its last. */
  readonly start: number;
  readonly end: number;
}

/**
 * The files of an archive. Archives with links or extended headers are not for this: what it reads are the archives
 * that compilers' packages carry.
 *
 * @throws {PackwheelError} `WASI_TAR_INVALID`, or `TAR_NOT_A_TAR`, `TAR_BAD_CHECKSUM`, `TAR_BAD_NUMBER`
 */
export function* listTar(archive: Uint8Array): Generator<TarPlace> {
  let offset = 0;
  for (;;) {
    if (offset + BLOCK_SIZE > archive.length) throw invalid(offset, "it ends before its end mark");
    const header = parseTarHeader(archive.subarray(offset, offset + BLOCK_SIZE), offset);
    if (header === undefined) return;
    const start = offset + BLOCK_SIZE;
    const end = start + header.size;
    if (end > archive.length) throw invalid(offset, "an entry is longer than the archive");
    if (FILE_FLAGS.has(header.typeFlag)) {
      yield { path: safePath(header.path, offset), start, end };
    } else if (header.typeFlag !== FOLDER_FLAG) {
      throw invalid(offset, `entries of type "${header.typeFlag}" are not known`);
    }
    offset = end + paddingAfter(header.size);
  }
}

/** The files of an archive, read-only. @throws {PackwheelError} as `listTar` */
export function mountTar(archive: Uint8Array): FolderNode {
  const root = new FixedFolder();
  for (const { path, start, end } of listTar(archive)) {
    root.add(path, new FixedFile(end - start, () => archive.subarray(start, end)));
  }
  return root;
}

function safePath(path: string | undefined, offset: number): string {
  if (path === undefined) throw invalid(offset, "a name is no UTF-8");
  if (path.split("/").includes("..")) throw invalid(offset, `"${path}" leaves the folder`);
  return path;
}

function invalid(offset: number, reason: string): PackwheelError {
  return new PackwheelError("WASI_TAR_INVALID", `Cannot mount the tar archive, byte ${offset}: ${reason}`, { offset });
}
