/** A distribution on disk as an upload sees it: name, metadata, hashes, and its bytes as often as they are needed. */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { formatHex } from "../../core/bytes/hex.ts";
import { PackwheelError } from "../../core/errors.ts";
import { bytesAccess } from "../../core/memory/bytes-access.ts";
import { normalizeName } from "../../core/names/project-name.ts";
import { parseVersion } from "../../core/names/version.ts";
import { throwIfAborted } from "../../core/ports/abort.ts";
import type { Engine, Hasher } from "../../core/ports/engine.ts";
import { readSdist } from "../../core/sdist/read.ts";
import type { FormFile } from "../../core/upload/form.ts";
import type { ReleaseFile } from "../../core/upload/release.ts";
import { splitWheelFilename } from "../../core/wheel/filename.ts";
import type { CoreMetadata } from "../../core/wheel/metadata.ts";
import { readWheel } from "../../core/wheel/read.ts";
import { openDiskAccess } from "../disk-access.ts";
import { readSmallFile } from "./small-file.ts";

export interface DiskDistribution extends ReleaseFile, FormFile {
  readonly metadata: CoreMetadata;
  open(): AsyncIterable<Uint8Array>;
}

export interface LoadOptions {
  /** As it is to be shown. */
  readonly path: string;
  /** Where it lies. */
  readonly place: string;
  readonly engine: Engine;
  readonly blake2b: HasherPool;
  readonly signal?: AbortSignal | undefined;
}

/** Hashers that serve one file after the other: each holds a WebAssembly instance with memory of its own. */
export class HasherPool {
  readonly #make: () => Promise<Hasher>;
  readonly #idle: Hasher[] = [];

  constructor(make: () => Promise<Hasher>) {
    this.#make = make;
  }

  async take(): Promise<Hasher> {
    return this.#idle.pop() ?? this.#make();
  }

  /** Only once its digest was taken: then it begins anew. */
  give(hasher: Hasher): void {
    this.#idle.push(hasher);
  }
}

/** Bytes read at a time: a few of them are in memory for each file that is being sent. */
const PIECE_SIZE: number = 256 * 1024;

/** @throws {PackwheelError} `FILE_MISSING`, `UPLOAD_FILE_UNFIT`, and what reading an archive may throw */
export async function loadDistribution(options: LoadOptions): Promise<DiskDistribution> {
  const { path, place } = options;
  const filename = basename(place);
  const kind = kindOf(filename, path);
  const metadata = await readMetadata(filename, kind, options);
  if (metadata === undefined || metadata.name === "" || metadata.version === "") {
    const document = kind === "wheel" ? "METADATA" : "PKG-INFO";
    throw unfit(path, `its ${document} has no name and version, or cannot be read`);
  }
  const { stamp, ...hashes } = await hashFile(options);
  return {
    path,
    filename,
    kind,
    project: normalizeName(metadata.name),
    version: parseVersion(metadata.version),
    pythonTag: kind === "wheel" ? splitWheelFilename(filename).python : undefined,
    ...hashes,
    metadata,
    open: () => readPieces(place, path, stamp),
  };
}

function kindOf(filename: string, path: string): "wheel" | "sdist" {
  if (filename.endsWith(".whl")) return "wheel";
  if (filename.endsWith(".tar.gz")) return "sdist";
  const isZip = filename.endsWith(".zip");
  const hint = isZip ? "Build the sdist as .tar.gz: indexes take no other" : "Give wheels and sdists alone";
  throw unfit(path, "its name ends in neither .whl nor .tar.gz", hint);
}

async function readMetadata(
  filename: string,
  kind: "wheel" | "sdist",
  { place, engine, signal }: LoadOptions,
): Promise<CoreMetadata | undefined> {
  const small = readSmallFile(place);
  const file = small === undefined ? await openDiskAccess(place) : { ...bytesAccess(small.bytes), close() {} };
  try {
    if (kind === "wheel") return (await readWheel(file, { filename, engine, contents: false, signal })).metadata;
    return (await readSdist(file, { filename, engine, signal })).metadata;
  } finally {
    await file.close();
  }
}

/** Both digests in one reading pass, in constant memory. */
async function hashFile({
  place,
  path,
  blake2b: pool,
  signal,
}: LoadOptions): Promise<Pick<FormFile, "size" | "sha256" | "blake2b256"> & { readonly stamp: Stamp }> {
  const sha256 = createHash("sha256");
  const small = readSmallFile(place);
  if (small !== undefined) {
    const hasher = await pool.take();
    hasher.update(small.bytes);
    const digest = formatHex(hasher.digest());
    pool.give(hasher);
    const { length: size } = small.bytes;
    const stamp = { size, mtimeMs: small.mtimeMs };
    return { size, sha256: sha256.update(small.bytes).digest("hex"), blake2b256: digest, stamp };
  }
  const blake2b = await pool.take();
  const file = await open(place, "r");
  try {
    const { size: length, mtimeMs } = await file.stat();
    if (length === 0) throw unfit(path, "it is empty");
    const buffer = Buffer.allocUnsafeSlow(Math.min(length, 4 * PIECE_SIZE));
    let size = 0;
    for (;;) {
      throwIfAborted(signal);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, size);
      if (bytesRead === 0 || size === length) break;
      const bytes = buffer.subarray(0, bytesRead);
      sha256.update(bytes);
      blake2b.update(bytes);
      size += bytesRead;
    }
    if (size !== length) throw changed(path);
    const digest = formatHex(blake2b.digest());
    pool.give(blake2b);
    const digests = { sha256: sha256.digest("hex"), blake2b256: digest };
    return { size, ...digests, stamp: { size, mtimeMs } };
  } finally {
    await file.close();
  }
}

/** What changes when a file is written anew. */
interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
}

async function* readPieces(place: string, path: string, stamp: Stamp): AsyncGenerator<Uint8Array> {
  const small = readSmallFile(place);
  if (small !== undefined) {
    if (small.bytes.length !== stamp.size || small.mtimeMs !== stamp.mtimeMs) throw changed(path);
    yield small.bytes;
    return;
  }
  const file = await open(place, "r");
  try {
    await requireUnchanged(file, path, stamp);
    // In turn: while one is filled, the other may still be on its way to the network. New ones for each piece would
    // fill the memory faster than it is cleared.
    const buffers = [0, 1].map(() => Buffer.allocUnsafeSlow(Math.min(PIECE_SIZE, stamp.size)));
    for (let offset = 0, turn = 0; offset < stamp.size; turn = 1 - turn) {
      const buffer = buffers[turn] ?? Buffer.alloc(0);
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, stamp.size - offset), offset);
      if (bytesRead === 0) throw changed(path);
      offset += bytesRead;
      if (offset >= stamp.size) await requireUnchanged(file, path, stamp);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Its digests are sent with it; a file that is built anew meanwhile would not have them. */
async function requireUnchanged(file: FileHandle, path: string, { size, mtimeMs }: Stamp): Promise<void> {
  const now = await file.stat();
  if (now.size !== size || now.mtimeMs !== mtimeMs) throw changed(path);
}

function changed(path: string): PackwheelError {
  return unfit(path, "it was changed while it was uploaded", "Wait until the build is done, and upload again");
}

function unfit(path: string, problem: string, hint?: string): PackwheelError {
  return new PackwheelError("UPLOAD_FILE_UNFIT", `Cannot upload "${path}": ${problem}`, { path, hint });
}
