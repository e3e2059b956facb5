/** Wheels and sdists on disk: reading and checking them. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { checkDistribution } from "../core/check/check-distribution.ts";
import type { CheckOptions } from "../core/check/check-options.ts";
import { type Finding, PackwheelError } from "../core/errors.ts";
import type { Engine } from "../core/ports/engine.ts";
import type { RandomAccess } from "../core/ports/random-access.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import { readSdist, type Sdist } from "../core/sdist/read.ts";
import { expandTags, formatTriple } from "../core/tags/tag-set.ts";
import { parseWheelFilename } from "../core/wheel/filename.ts";
import { readWheel, type Wheel } from "../core/wheel/read.ts";
import { openDiskAccess } from "./disk-access.ts";
import { nativeEngine } from "./native-engine.ts";

export interface InspectOptions {
  readonly engine?: Engine | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type InspectedFile = {
  readonly path: string;
  readonly size: number;
  /** Of the file, in hex. */
  readonly sha256: string;
} & ({ readonly kind: "wheel"; readonly wheel: Wheel } | { readonly kind: "sdist"; readonly sdist: Sdist });

/** A file is hashed in pieces of this size. */
const PIECE_SIZE: number = 1 << 20;

/**
 * Read a wheel or an sdist as far as it can be read.
 *
 * @throws {PackwheelError} `FILE_MISSING`, `FILE_KIND_UNKNOWN` for other names, and what `readWheel` and `readSdist`
 *   throw for files that are no archives
 */
export async function inspectFile(path: string, options: InspectOptions = {}): Promise<InspectedFile> {
  const { engine = nativeEngine(), reporter, signal } = options;
  const filename = basename(path);
  const kind = kindOf(filename);
  const file = await openDiskAccess(path);
  try {
    reporter?.report({ kind: "phase", text: `Reading ${filename}` });
    const about = { path, size: file.size, sha256: await hashOf(file, signal) };
    if (kind === "wheel") return { ...about, kind, wheel: await readWheel(file, { filename, engine, signal }) };
    return { ...about, kind, sdist: await readSdist(file, { filename, engine, signal }) };
  } finally {
    await file.close();
  }
}

/** What `checkDistribution` takes but for the name, which is that of the file. */
export type CheckFileOptions = Omit<CheckOptions, "filename" | "engine"> & Pick<InspectOptions, "engine">;

/** Everything that PyPI and installers would say of a file on disk. @throws {PackwheelError} `FILE_MISSING` */
export async function checkFile(path: string, options: CheckFileOptions = {}): Promise<Finding[]> {
  const { engine = nativeEngine(), ...rest } = options;
  const file = await openDiskAccess(path);
  try {
    return await checkDistribution(file, { ...rest, filename: basename(path), engine });
  } finally {
    await file.close();
  }
}

/** What a file is by its name and bytes, whatever it holds. */
export interface FileFacts {
  readonly path: string;
  /** `file` when the name is that of neither. */
  readonly kind: "wheel" | "sdist" | "file";
  /** Expanded triples of a wheel's name; empty when it has none. */
  readonly tags: readonly string[];
  readonly size: number;
  /** Of the file, in hex. */
  readonly sha256: string;
}

/** @throws {PackwheelError} `FILE_MISSING` */
export async function describeFile(path: string, signal?: AbortSignal): Promise<FileFacts> {
  const filename = basename(path);
  const kind = filename.endsWith(".whl") ? "wheel" : filename.endsWith(".tar.gz") ? "sdist" : "file";
  const file = await openDiskAccess(path);
  try {
    return { path, kind, tags: tagsOf(filename), size: file.size, sha256: await hashOf(file, signal) };
  } finally {
    await file.close();
  }
}

function tagsOf(filename: string): string[] {
  try {
    return expandTags(parseWheelFilename(filename).tags).map(formatTriple);
  } catch (error) {
    if (error instanceof PackwheelError) return [];
    throw error;
  }
}

function kindOf(filename: string): "wheel" | "sdist" {
  if (filename.endsWith(".whl")) return "wheel";
  if (filename.endsWith(".tar.gz")) return "sdist";
  throw new PackwheelError("FILE_KIND_UNKNOWN", `Cannot read "${filename}": it ends in neither .whl nor .tar.gz`, {
    hint: "Give a wheel or an sdist",
    path: filename,
  });
}

async function hashOf(file: RandomAccess, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash("sha256");
  for (let offset = 0; offset < file.size; offset += PIECE_SIZE) {
    signal?.throwIfAborted();
    hash.update(await file.read(offset, Math.min(PIECE_SIZE, file.size - offset)));
  }
  return hash.digest("hex");
}
