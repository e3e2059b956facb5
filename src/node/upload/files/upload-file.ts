/** A distribution on disk as an upload sees it: name, metadata, hashes, and its bytes as often as they are needed. */
import { createHash, hash } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { formatHex } from "../../../core/bytes/hex.ts";
import { checkDistribution } from "../../../core/check/check-distribution.ts";
import { examineWheel } from "../../../core/check/check-wheel.ts";
import { type Finding, PackwheelError } from "../../../core/errors.ts";
import { bytesAccess } from "../../../core/memory/bytes-access.ts";
import { normalizeName } from "../../../core/names/project-name.ts";
import { parseVersion } from "../../../core/names/version.ts";
import { throwIfAborted } from "../../../core/ports/abort.ts";
import type { Engine } from "../../../core/ports/engine.ts";
import type { RandomAccess } from "../../../core/ports/random-access.ts";
import type { Reporter } from "../../../core/ports/reporter.ts";
import { readSdist } from "../../../core/sdist/read.ts";
import type { IndexRules } from "../../../core/upload/index/servers.ts";
import type { ReleaseFile } from "../../../core/upload/publish/release.ts";
import type { FormFile } from "../../../core/upload/request/form.ts";
import { splitWheelFilename } from "../../../core/wheel/filename.ts";
import type { CoreMetadata } from "../../../core/wheel/metadata.ts";
import { readWheel } from "../../../core/wheel/read.ts";
import { openDiskAccess } from "../../disk-access.ts";
import type { HasherPool } from "./hasher-pool.ts";
import { readSmallFile, type SmallFile } from "./small-file.ts";

export interface DiskDistribution extends ReleaseFile, FormFile {
  readonly metadata: CoreMetadata;
  /** All of it, when it is small and was kept. */
  readonly bytes?: Uint8Array | undefined;
  open(): AsyncIterable<Uint8Array>;
}

export interface LoadOptions {
  /** As it is to be shown. */
  readonly path: string;
  /** Where it lies. */
  readonly place: string;
  readonly engine: Engine;
  readonly blake2b: HasherPool;
  /** By whose rules it is checked; undefined leaves it unchecked. */
  readonly index: IndexRules | undefined;
  /** Whether there is room for so many bytes until the file is sent. */
  readonly mayKeep: (size: number) => boolean;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface LoadedDistribution {
  /** Undefined for a file whose metadata cannot be read. */
  readonly distribution: DiskDistribution | undefined;
  /** Of the check; paths begin with that of the file. */
  readonly findings: readonly Finding[];
}

/** Bytes read at a time: a few of them are in memory for each file that is being sent. */
const PIECE_SIZE: number = 256 * 1024;

/** @throws {PackwheelError} `FILE_MISSING`, `UPLOAD_FILE_UNFIT`, and what reading an archive may throw */
export async function loadDistribution(options: LoadOptions): Promise<LoadedDistribution> {
  const { path, place, index } = options;
  const filename = basename(place);
  const kind = kindOf(filename, path);
  const small = readSmallFile(place);
  const access = small === undefined ? await openDiskAccess(place) : { ...bytesAccess(small.bytes), close() {} };
  let examined: Examined;
  let opened: Stamp | undefined;
  try {
    opened = small === undefined ? await stat(place) : undefined;
    examined = await examine(access, { filename, kind, ...options });
  } finally {
    await access.close();
  }
  const { metadata, findings } = examined;
  if (metadata === undefined || metadata.name === "" || metadata.version === "") {
    if (index === undefined) throw unreadable(path);
    return { distribution: undefined, findings };
  }
  const { stamp, ...hashes } = small === undefined ? await hashLarge(options) : await hashSmall(small, options);
  if (opened !== undefined && !isSame(opened, stamp)) throw changed(path);
  const kept = small !== undefined && options.mayKeep(stamp.size) ? small.bytes : undefined;
  const distribution: DiskDistribution = {
    path,
    filename,
    kind,
    project: normalizeName(metadata.name),
    version: parseVersion(metadata.version),
    pythonTag: kind === "wheel" ? splitWheelFilename(filename).python : undefined,
    ...hashes,
    metadata,
    bytes: kept,
    open: () => (kept === undefined ? readPieces(place, path, stamp) : onePiece(kept)),
  };
  return { distribution, findings };
}

function kindOf(filename: string, path: string): "wheel" | "sdist" {
  if (filename.endsWith(".whl")) return "wheel";
  if (filename.endsWith(".tar.gz")) return "sdist";
  const isZip = filename.endsWith(".zip");
  const hint = isZip ? "Build the sdist as .tar.gz: indexes take no other" : "Give wheels and sdists alone";
  throw unfit(path, "its name ends in neither .whl nor .tar.gz", hint);
}

/** What keeps a file from being sent even when nothing is checked. */
export function unreadable(path: string): PackwheelError {
  const document = path.endsWith(".whl") ? "METADATA" : "PKG-INFO";
  return unfit(path, `its ${document} has no name and version, or cannot be read`);
}

interface Examined {
  readonly metadata: CoreMetadata | undefined;
  readonly findings: readonly Finding[];
}

interface ExamineOptions extends LoadOptions {
  readonly filename: string;
  readonly kind: "wheel" | "sdist";
}

/** What the file says of itself, and what there is to say of it. A wheel is read once for both. */
async function examine(file: RandomAccess, options: ExamineOptions): Promise<Examined> {
  const { filename, kind, path, engine, index, reporter, signal } = options;
  if (index === undefined) {
    if (kind === "sdist")
      return { metadata: (await readSdist(file, { filename, engine, signal })).metadata, findings: [] };
    return { metadata: (await readWheel(file, { filename, engine, contents: false, signal })).metadata, findings: [] };
  }
  const rules = { filename, engine, index, reporter, signal };
  const examined =
    kind === "wheel"
      ? await examineWheel(file, rules)
      : {
          metadata: (await readSdist(file, { filename, engine, signal })).metadata,
          findings: await checkDistribution(file, rules),
        };
  const findings = examined.findings.map((finding) => {
    return { ...finding, path: finding.path ? `${path}: ${finding.path}` : path };
  });
  return { metadata: examined.metadata, findings };
}

type Hashes = Pick<FormFile, "size" | "sha256" | "blake2b256"> & { readonly stamp: Stamp };

async function hashSmall({ bytes, mtimeMs }: SmallFile, { blake2b: pool }: LoadOptions): Promise<Hashes> {
  const hasher = await pool.take();
  hasher.update(bytes);
  const blake2b256 = formatHex(hasher.digest());
  pool.give(hasher);
  const size = bytes.length;
  return { size, sha256: hash("sha256", bytes, "hex"), blake2b256, stamp: { size, mtimeMs } };
}

/** Both digests in one reading pass, in constant memory. */
async function hashLarge({ place, path, blake2b: pool, signal }: LoadOptions): Promise<Hashes> {
  const sha256 = createHash("sha256");
  const blake2b = await pool.take();
  const file = await open(place, "r");
  const buffers = takeBuffers();
  const [buffer = Buffer.alloc(0)] = buffers;
  try {
    const { size: length, mtimeMs } = await file.stat();
    if (length === 0) throw unfit(path, "it is empty");
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
    giveBuffers(buffers);
    await file.close();
  }
}

/** What changes when a file is written anew. */
interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Two for each file that is being sent, used in turn: while one is filled, the other may still be on its way to the
 * network. New ones for each file, or each piece, would fill the memory faster than it is cleared.
 */
const idleBuffers: (readonly Buffer[])[] = [];
const MAX_IDLE = 8;

function takeBuffers(): readonly Buffer[] {
  return idleBuffers.pop() ?? [0, 1].map(() => Buffer.allocUnsafeSlow(PIECE_SIZE));
}

function giveBuffers(buffers: readonly Buffer[]): void {
  if (idleBuffers.length < MAX_IDLE) idleBuffers.push(buffers);
}

async function* readPieces(place: string, path: string, stamp: Stamp): AsyncGenerator<Uint8Array> {
  const small = readSmallFile(place);
  if (small !== undefined) {
    if (small.bytes.length !== stamp.size || small.mtimeMs !== stamp.mtimeMs) throw changed(path);
    yield small.bytes;
    return;
  }
  const file = await open(place, "r");
  const buffers = takeBuffers();
  try {
    await requireUnchanged(file, path, stamp);
    for (let offset = 0, turn = 0; offset < stamp.size; turn = 1 - turn) {
      const buffer = buffers[turn] ?? Buffer.alloc(0);
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, stamp.size - offset), offset);
      if (bytesRead === 0) throw changed(path);
      offset += bytesRead;
      const piece = buffer.subarray(0, bytesRead);
      if (offset < stamp.size) yield piece;
      else {
        await requireUnchanged(file, path, stamp);
        // Nobody asks for more behind the last, so nothing tells when it has left; a copy leaves the buffer free.
        yield Buffer.from(piece);
      }
    }
  } finally {
    giveBuffers(buffers);
    await file.close();
  }
}

/** Its digests are sent with it; a file that is built anew meanwhile would not have them. */
async function requireUnchanged(file: FileHandle, path: string, stamp: Stamp): Promise<void> {
  if (!isSame(await file.stat(), stamp)) throw changed(path);
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs;
}

function changed(path: string): PackwheelError {
  return unfit(path, "it was changed while it was uploaded", "Wait until the build is done, and upload again");
}

function unfit(path: string, problem: string, hint?: string): PackwheelError {
  return new PackwheelError("UPLOAD_FILE_UNFIT", `Cannot upload "${path}": ${problem}`, { path, hint });
}
