/**
 * Unpacking a wheel on disk: everything is verified and written to a folder beside the final one, which then takes its
 * place. A broken or hostile wheel leaves nothing.
 */
import { randomBytes } from "node:crypto";
import { closeSync, fchmodSync, mkdirSync, openSync, writeSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PackwheelError } from "../core/errors.ts";
import { throwIfAborted } from "../core/ports/abort.ts";
import type { Engine } from "../core/ports/engine.ts";
import type { RandomAccess } from "../core/ports/random-access.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import { type OpenedWheel, openWheel } from "../core/wheel/open-wheel.ts";
import type { RecordVerifier } from "../core/wheel/verify-hashes.ts";
import { readMembers } from "../core/zip/content.ts";
import type { ZipEntry } from "../core/zip/model.ts";
import type { ZipLimits } from "../core/zip/read.ts";
import { openDiskAccess } from "./disk-access.ts";
import { makeFolder, outputFailure } from "./disk-output.ts";
import { nativeEngine } from "./native-engine.ts";
import { forgetTemporary, rememberTemporary, removeStaleTemporaries, temporaryName } from "./temporary-files.ts";

export interface UnpackOptions {
  /** Folder in which `NAME-VERSION` is made. Default: the current one. */
  readonly destination?: string | undefined;
  readonly engine?: Engine | undefined;
  readonly limits?: ZipLimits | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Unpack a wheel. A folder that is there already keeps its other files; those of the wheel take their places.
 *
 * @returns The folder: `destination/NAME-VERSION`.
 * @throws {PackwheelError} `WHEEL_HASH_MISMATCH`, `WHEEL_HASH_MISSING`, `WHEEL_INVALID` without RECORD,
 *   `WHEEL_UNPACK_CLASH` when a file stands where a folder must be, the codes of `readZip`, `OUTPUT_FAILED`
 */
export async function unpackWheel(path: string, options: UnpackOptions = {}): Promise<string> {
  const filename = basename(path);
  const { destination = ".", engine = nativeEngine(), limits, signal } = options;
  const file = await openDiskAccess(path);
  try {
    const wheel = await openWheel(file, filename, {
      engine,
      limits,
      signal,
      verb: "unpack",
      // Where case matters, two such files are two files.
      tolerate: process.platform === "linux" ? ["ZIP_CASE_COLLISION"] : [],
    });
    const { distribution, version } = wheel.parts;
    const folder = join(destination, `${distribution}-${version}`);
    options.reporter?.report({ kind: "phase", text: `Unpacking ${filename}` });
    try {
      await makeFolder(destination);
      await removeStaleTemporaries(destination);
      await fillFolder(folder, signal, (temporary) => writeMembers(file, wheel, temporary, engine, options));
    } catch (error) {
      throw signal?.aborted === true ? error : outputFailure(error, folder);
    }
    return folder;
  } finally {
    await file.close();
  }
}

/** `work` writes into a temporary folder beside `folder`, which then takes its place. */
async function fillFolder(
  folder: string,
  signal: AbortSignal | undefined,
  work: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = resolve(dirname(folder), temporaryName(basename(folder), randomBytes(6).toString("hex")));
  rememberTemporary(temporary);
  try {
    await mkdir(temporary);
    await work(temporary);
    throwIfAborted(signal);
    await refuseClash(temporary, folder);
    await moveInto(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // a later run takes it away
    forgetTemporary(temporary);
  }
}

async function writeMembers(
  file: RandomAccess,
  { archive, verifier }: OpenedWheel,
  folder: string,
  engine: Engine,
  { reporter, signal }: UnpackOptions,
): Promise<void> {
  const entries = archive.entries.filter(({ isDirectory }) => !isDirectory);
  const writer = new MemberFiles(folder, verifier);
  let done = 0;
  try {
    for await (const part of readMembers(file, entries, engine, { signal })) {
      const entry = entries[part.index];
      if (entry === undefined) continue;
      if (part.kind === "begin" || part.kind === "whole") writer.begin(entry);
      if (part.kind === "chunk" || part.kind === "whole") {
        writer.write(part.bytes);
        done += part.bytes.length;
      }
      if (part.kind === "end" || part.kind === "whole") writer.end(entry, part.member.sha256);
      reporter?.report({ kind: "progress", done, total: archive.totalSize, unit: "bytes" });
    }
  } finally {
    writer.close();
  }
}

/**
 * One file after the other, each opened exclusively: no member can write through another. The calls are synchronous,
 * since a promise for each would take longer than writing a small file, and the engine's threads go on meanwhile.
 */
class MemberFiles {
  readonly #folder: string;
  readonly #verifier: RecordVerifier;
  readonly #made = new Set<string>();
  #descriptor: number | undefined;

  constructor(folder: string, verifier: RecordVerifier) {
    this.#folder = folder;
    this.#verifier = verifier;
  }

  begin({ path, mode }: ZipEntry): void {
    this.#verifier.begin(path);
    const target = join(this.#folder, ...path.split("/"));
    const parent = dirname(target);
    if (!this.#made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#made.add(parent);
    }
    this.#descriptor = openSync(target, "wx");
    // Through the descriptor, and after opening: the umask does not count, and nothing but this file is meant. A file
    // that its owner cannot read could not be packed again.
    if (mode !== 0 && process.platform !== "win32") fchmodSync(this.#descriptor, (mode & 0o777) | 0o400);
  }

  write(bytes: Uint8Array): void {
    this.#verifier.update(bytes);
    if (this.#descriptor === undefined) return;
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
  }

  end({ path }: ZipEntry, sha256: Uint8Array): void {
    this.#verifier.end(path, sha256);
    this.close();
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

/** Before anything is moved: files where folders must be, and the other way round. */
async function refuseClash(from: string, to: string): Promise<void> {
  const existing = await stat(to).catch(() => undefined);
  if (existing === undefined) return;
  if (!existing.isDirectory()) throw clash(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const target = join(to, entry.name);
    if (entry.isDirectory()) await refuseClash(join(from, entry.name), target);
    else if ((await stat(target).catch(() => undefined))?.isDirectory()) throw clash(target);
  }
}

/** A new folder is one rename; into one that is there, file by file. */
async function moveInto(from: string, to: string): Promise<void> {
  const existing = await stat(to).catch(() => undefined);
  if (existing === undefined) {
    await rename(from, to);
    return;
  }
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await moveInto(source, target);
    else await rename(source, target);
  }
}

function clash(path: string): PackwheelError {
  return new PackwheelError("WHEEL_UNPACK_CLASH", `Cannot unpack to "${path}": something else stands there`, {
    hint: "Remove it, or choose another folder with --dest",
    path,
  });
}
