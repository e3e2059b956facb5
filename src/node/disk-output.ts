/**
 * Files that appear under their name whole or not at all.
 * The bytes go to a temporary file in the same folder, which gets its true name by a rename once they are on the
 * disk. Whatever ends the process before that leaves at most the temporary file behind, never half a wheel.
 */
import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PackwheelError } from "../core/errors.ts";
import type { Output, OutputFolder } from "../core/ports/output.ts";
import { forgetTemporary, rememberTemporary, removeStaleTemporaries, temporaryName } from "./temporary-files.ts";

/** Small writes are gathered to this many bytes; there are two such buffers, one filling while one is written. */
const BUFFER_SIZE = 1 << 20;

/**
 * A folder on disk for results, made when the first file is created.
 *
 * @param shownAs The folder that messages name, when the files are to be moved there.
 * @throws {PackwheelError} `OUTPUT_FAILED` from every step, with what the disk said.
 */
export function diskFolder(directory: string, shownAs: string = directory): OutputFolder {
  const folder = resolve(directory);
  let prepared = false;
  return {
    async create(filename: string): Promise<Output> {
      if (filename === "" || filename === "." || filename === ".." || /[/\\\0]/.test(filename)) {
        throw new PackwheelError("OUTPUT_FAILED", `Cannot create "${filename}": it is not a bare file name`);
      }
      const path = join(shownAs, filename);
      try {
        if (!prepared) {
          await makeFolder(folder);
          await removeStaleTemporaries(folder);
          prepared = true;
        }
        return await DiskOutput.create(folder, filename, path);
      } catch (error) {
        throw outputFailure(error, path);
      }
    },
  };
}

/** As `mkdir` with `recursive`, which in Node never ends where a file system takes no new names, as /proc does. */
export async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  const parent = dirname(folder);
  if (found === undefined && parent !== folder) await makeFolder(parent);
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have made it in the meantime.
    const now = await stat(folder).catch(() => undefined);
    if (!now?.isDirectory()) throw error;
  }
}

/** Write a file at once: afterwards it holds all of `content`, or what it held before. */
export async function atomicWriteFile(path: string, content: string | Uint8Array): Promise<void> {
  const output = await diskFolder(dirname(path)).create(basename(path));
  try {
    await output.write(typeof content === "string" ? Buffer.from(content) : content);
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

class DiskOutput implements Output {
  readonly #folder: string;
  readonly #filename: string;
  /** As the caller wrote it; for messages. */
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: FileHandle;
  #state: "open" | "committed" | "discarded" = "open";
  #buffer: Buffer = Buffer.allocUnsafeSlow(64 * 1024);
  #spare: Buffer | undefined;
  #filled = 0;
  /** Bytes that are on the disk or on their way: where `#buffer` begins. */
  #flushed = 0;
  /** The write on its way. It never rejects: a failure waits in `#failure` for the next call. */
  #writing: Promise<void> | undefined;
  #failure: PackwheelError | undefined;

  private constructor(folder: string, filename: string, path: string, temporary: string, file: FileHandle) {
    this.#folder = folder;
    this.#filename = filename;
    this.#path = path;
    this.#temporary = temporary;
    this.#file = file;
  }

  static async create(folder: string, filename: string, path: string): Promise<DiskOutput> {
    const temporary = join(folder, temporaryName(filename, randomBytes(6).toString("hex")));
    rememberTemporary(temporary);
    try {
      const file = await open(temporary, "wx+");
      return new DiskOutput(folder, filename, path, temporary, file);
    } catch (error) {
      forgetTemporary(temporary);
      throw error;
    }
  }

  write(bytes: Uint8Array): Promise<void> | void {
    this.#refuseUnlessOpen();
    if (bytes.length <= this.#buffer.length - this.#filled) {
      this.#buffer.set(bytes, this.#filled);
      this.#filled += bytes.length;
      return;
    }
    return this.#writeThrough(bytes);
  }

  async patch(offset: number, bytes: Uint8Array): Promise<void> {
    this.#refuseOutside("patch", offset, bytes.length);
    if (offset >= this.#flushed) {
      this.#buffer.set(bytes, offset - this.#flushed);
      return;
    }
    await this.#flush();
    await this.#settle();
    await this.#writeAt(bytes, offset);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    this.#refuseOutside("read", offset, length);
    if (offset + length > this.#flushed) await this.#flush();
    await this.#settle();
    const bytes = Buffer.allocUnsafeSlow(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.#file.read(bytes, done, length - done, offset + done);
      if (bytesRead === 0) throw this.#outside("read", offset, length, offset + done);
      done += bytesRead;
    }
    return bytes;
  }

  async commit(): Promise<void> {
    this.#refuseUnlessOpen();
    try {
      await this.#flush();
      await this.#settle();
      await this.#file.sync();
      await this.#file.close();
      await renameOver(this.#temporary, join(this.#folder, this.#filename));
    } catch (error) {
      await this.discard();
      throw outputFailure(error, this.#path);
    }
    this.#state = "committed";
    forgetTemporary(this.#temporary);
    await syncFolder(this.#folder);
  }

  async discard(): Promise<void> {
    if (this.#state !== "open") return;
    this.#state = "discarded";
    await this.#writing;
    await this.#file.close().catch(() => undefined); // closed already, when it was `commit` that failed
    await rm(this.#temporary, { force: true }).catch(() => undefined); // a later run takes it away
    forgetTemporary(this.#temporary);
  }

  async #writeThrough(bytes: Uint8Array): Promise<void> {
    if (bytes.length >= BUFFER_SIZE) {
      await this.#flush();
      await this.#settle();
      await this.#writeAt(bytes, this.#flushed);
      this.#flushed += bytes.length;
      return;
    }
    await this.#flush();
    this.#refuseUnlessOpen();
    if (this.#buffer.length < bytes.length) this.#buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
    this.#buffer.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  /** Send the full buffer on its way, and take up the other one. */
  async #flush(): Promise<void> {
    await this.#settle();
    if (this.#filled === 0) return;
    const full = this.#buffer;
    const bytes = full.subarray(0, this.#filled);
    const offset = this.#flushed;
    this.#buffer = this.#spare ?? Buffer.allocUnsafeSlow(BUFFER_SIZE);
    this.#spare = undefined;
    this.#filled = 0;
    this.#flushed += bytes.length;
    this.#writing = this.#writeAt(bytes, offset)
      .then(() => {
        // The first buffer is small, for the sake of small files, and is not used again.
        if (full.length === BUFFER_SIZE) this.#spare = full;
      })
      .catch(() => undefined); // kept as `#failure`
  }

  async #settle(): Promise<void> {
    await this.#writing;
    this.#writing = undefined;
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #writeAt(bytes: Uint8Array, offset: number): Promise<void> {
    let done = 0;
    try {
      // A disk that is nearly full takes a part, and says so only at the next write.
      while (done < bytes.length) {
        const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, offset + done);
        done += bytesWritten;
      }
    } catch (error) {
      this.#failure = outputFailure(error, this.#path);
      throw this.#failure;
    }
  }

  #refuseOutside(verb: "patch" | "read", offset: number, length: number): void {
    this.#refuseUnlessOpen();
    const end = this.#flushed + this.#filled;
    const inside = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
    if (!inside || length > end - offset) throw this.#outside(verb, offset, length, end);
  }

  #outside(verb: "patch" | "read", offset: number, length: number, end: number): PackwheelError {
    const state = `only ${end} bytes were written`;
    return new PackwheelError(
      "OUTPUT_FAILED",
      `Cannot ${verb} ${length} bytes at byte ${offset} of "${this.#path}": ${state}`,
      { offset, path: this.#path },
    );
  }

  #refuseUnlessOpen(): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#state === "open") return;
    throw new PackwheelError("OUTPUT_FAILED", `Cannot write "${this.#path}": the file is closed`, { path: this.#path });
  }
}

/** Windows refuses to rename over a file that a virus scanner or an indexer has open for a moment. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let turn = 0; ; turn++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      const passing = process.platform === "win32" && (code === "EPERM" || code === "EACCES" || code === "EBUSY");
      if (!passing || turn === 6) throw error;
      await new Promise((done) => setTimeout(done, 10 << turn));
    }
  }
}

/** The new name is itself data of the folder. Where folders cannot be synced (Windows), the rename has to do. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

export function outputFailure(error: unknown, path: string): PackwheelError {
  if (error instanceof PackwheelError) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const { words, hint } = explain(code) ?? {
    words: error instanceof Error ? error.message : String(error),
    hint: undefined,
  };
  return new PackwheelError("OUTPUT_FAILED", `Cannot write "${path}": ${words}`, { path, hint, cause: error });
}

function explain(code: unknown): { readonly words: string; readonly hint: string } | undefined {
  switch (code) {
    case "ENOSPC":
      return { words: "the disk is full", hint: "Free some space, or write to another disk" };
    case "EDQUOT":
      return { words: "the disk quota is used up", hint: "Free some space, or write to another disk" };
    case "EFBIG":
      return {
        words: "the file is larger than the system allows",
        hint: "Raise the limit (ulimit -f), or write elsewhere",
      };
    case "EACCES":
    case "EPERM":
      return { words: "permission denied", hint: "Give yourself the right to write there, or choose another folder" };
    case "EROFS":
      return { words: "the file system is read-only", hint: "Choose a folder that can be written to" };
    case "EEXIST":
    case "ENOTDIR":
      return { words: "a part of the path is a file, not a folder", hint: "Choose another folder" };
    case "EISDIR":
    case "ENOTEMPTY":
      return { words: "a folder has that name", hint: "Remove the folder, or choose another place" };
    case "ENAMETOOLONG":
      return { words: "the name is too long", hint: "Choose a shorter path" };
    default:
      return undefined;
  }
}
