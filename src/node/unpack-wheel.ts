/**
 * Unpacking a wheel on disk: everything is verified and written to a folder beside the final one, which then takes its
 * place. A broken or hostile wheel leaves nothing.
 */
import { createHash, type Hash, randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PackwheelError } from "../core/errors.ts";
import type { Engine } from "../core/ports/engine.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import { splitWheelFilename } from "../core/wheel/filename.ts";
import { parseRecord } from "../core/wheel/record.ts";
import { RecordedHashes } from "../core/wheel/verify-hashes.ts";
import { readMember, readMembers } from "../core/zip/content.ts";
import type { ZipArchive, ZipEntry } from "../core/zip/model.ts";
import { readZip, type ZipLimits } from "../core/zip/read.ts";
import { type DiskAccess, openDiskAccess } from "./disk-access.ts";
import { nativeEngine } from "./native-engine.ts";

export interface UnpackOptions {
  /** Folder in which `NAME-VERSION` is made. Default: the current one. */
  readonly destination?: string | undefined;
  readonly engine?: Engine | undefined;
  readonly limits?: ZipLimits | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MAX_RECORD_SIZE: number = 32 * 2 ** 20;

/**
 * Unpack a wheel. A folder that is there already keeps its other files; those of the wheel take their places.
 *
 * @returns The folder: `destination/NAME-VERSION`.
 * @throws {PackwheelError} `WHEEL_HASH_MISMATCH`, `WHEEL_HASH_MISSING`, `WHEEL_INVALID` without RECORD,
 *   `WHEEL_UNPACK_CLASH` when a file stands where a folder must be, the codes of `readZip`, `OUTPUT_FAILED`
 */
export async function unpackWheel(path: string, options: UnpackOptions = {}): Promise<string> {
  const filename = basename(path);
  const { distribution, version } = splitWheelFilename(filename);
  const destination = options.destination ?? ".";
  const engine = options.engine ?? nativeEngine();
  const file = await openDiskAccess(path);
  try {
    const archive = await readZip(file, {
      limits: options.limits,
      signal: options.signal,
      // Where case matters, two such files are two files.
      tolerate: process.platform === "linux" ? ["ZIP_CASE_COLLISION"] : [],
    });
    const hashes = await readHashes(file, archive, `${distribution}-${version}.dist-info`, filename, engine);
    const folder = join(destination, `${distribution}-${version}`);
    const temporary = join(destination, `.${distribution}-${version}.${randomBytes(6).toString("hex")}.tmp`);
    options.reporter?.report({ kind: "phase", text: `Unpacking ${filename}` });
    try {
      await mkdir(temporary, { recursive: true });
      await writeMembers(file, archive, hashes, temporary, engine, options);
      await moveInto(temporary, folder);
    } catch (error) {
      throw error instanceof PackwheelError || options.signal?.aborted === true ? error : outputFailure(folder, error);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    return folder;
  } finally {
    await file.close();
  }
}

async function readHashes(
  file: DiskAccess,
  archive: ZipArchive,
  distInfo: string,
  filename: string,
  engine: Engine,
): Promise<RecordedHashes> {
  const entry = archive.entries.find(({ path }) => path === `${distInfo}/RECORD`);
  if (entry === undefined) {
    throw new PackwheelError("WHEEL_INVALID", `Cannot unpack "${filename}": it has no ${distInfo}/RECORD`, {
      path: filename,
    });
  }
  const record = parseRecord(await readMember(file, entry, engine, { limit: MAX_RECORD_SIZE }));
  return new RecordedHashes(filename, record.entries);
}

async function writeMembers(
  file: DiskAccess,
  archive: ZipArchive,
  hashes: RecordedHashes,
  folder: string,
  engine: Engine,
  { reporter, signal }: UnpackOptions,
): Promise<void> {
  const entries = archive.entries.filter(({ isDirectory }) => !isDirectory);
  const writer = new MemberFiles(folder, hashes);
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
  readonly #hashes: RecordedHashes;
  readonly #made = new Set<string>();
  #descriptor: number | undefined;
  /** For the rare RECORD that names another algorithm than the engine's. */
  #other: Hash | undefined;

  constructor(folder: string, hashes: RecordedHashes) {
    this.#folder = folder;
    this.#hashes = hashes;
  }

  begin({ path, mode }: ZipEntry): void {
    const algorithm = this.#hashes.algorithm(path);
    this.#other = algorithm === undefined || algorithm === "sha256" ? undefined : createHash(algorithm);
    const target = join(this.#folder, ...path.split("/"));
    const parent = dirname(target);
    if (!this.#made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#made.add(parent);
    }
    this.#descriptor = openSync(target, "wx", mode === 0 ? 0o644 : (mode & 0o777) | 0o600);
  }

  write(bytes: Uint8Array): void {
    this.#other?.update(bytes);
    if (this.#descriptor === undefined) return;
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
  }

  end({ path }: ZipEntry, sha256: Uint8Array): void {
    if (this.#hashes.algorithm(path) !== undefined) this.#hashes.verify(path, this.#other?.digest() ?? sha256);
    this.close();
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

/** A new folder is one rename; into one that is there, file by file. */
async function moveInto(from: string, to: string): Promise<void> {
  const existing = await stat(to).catch(() => undefined);
  if (existing === undefined) {
    await rename(from, to);
    return;
  }
  if (!existing.isDirectory()) throw clash(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await moveInto(source, target);
    else {
      const old = await stat(target).catch(() => undefined);
      if (old?.isDirectory()) throw clash(target);
      await rename(source, target);
    }
  }
}

function clash(path: string): PackwheelError {
  return new PackwheelError("WHEEL_UNPACK_CLASH", `Cannot unpack to "${path}": something else stands there`, {
    hint: "Remove it, or choose another folder with --dest",
    path,
  });
}

function outputFailure(folder: string, cause: unknown): PackwheelError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PackwheelError("OUTPUT_FAILED", `Cannot unpack to "${folder}": ${reason}`, { cause, path: folder });
}
