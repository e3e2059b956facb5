/** Unpacked wheels and wheels on disk: packing again, giving other tags. */
import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DEFAULT_TIMESTAMP } from "../core/build/build-project.ts";
import type { Engine } from "../core/ports/engine.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import type { PackedWheel } from "../core/wheel/pack.ts";
import { type RepackOptions, repackWheel } from "../core/wheel/repack.ts";
import { editedFilename, retagWheel, type TagEdits } from "../core/wheel/retag.ts";
import { openDiskAccess } from "./disk-access.ts";
import { diskFolder } from "./disk-output.ts";
import { diskTree } from "./disk-tree.ts";
import { nativeEngine } from "./native-engine.ts";

export interface RepackDirectoryOptions extends Omit<RepackOptions, "timestamp"> {
  /** Default: the current folder. */
  readonly outDir?: string | undefined;
  readonly timestamp?: number | undefined;
  readonly engine?: Engine | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type PackedDiskWheel = PackedWheel & { readonly path: string };

/** Pack a folder that holds an unpacked wheel. Otherwise as `repackWheel`. */
export async function repackDirectory(
  directory: string,
  options: RepackDirectoryOptions = {},
): Promise<PackedDiskWheel> {
  const outDir = options.outDir ?? ".";
  const packed = await repackWheel(
    diskTree(directory),
    { ...options, timestamp: options.timestamp ?? DEFAULT_TIMESTAMP },
    {
      folder: diskFolder(outDir),
      engine: options.engine ?? nativeEngine(),
      reporter: options.reporter,
      signal: options.signal,
    },
  );
  return { ...packed, path: join(outDir, packed.filename) };
}

export interface RetagFileOptions {
  /** Remove the original once the new wheel is there. */
  readonly remove?: boolean | undefined;
  readonly engine?: Engine | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Write a wheel with other tags beside the original.
 *
 * @returns The new wheel; undefined when the edits change nothing, and nothing was written.
 * @throws {PackwheelError} what `retagWheel` throws; the original is kept then.
 */
export async function retagFile(
  path: string,
  edits: TagEdits,
  options: RetagFileOptions = {},
): Promise<PackedDiskWheel | undefined> {
  const filename = basename(path);
  if (editedFilename(filename, edits) === filename) return undefined;
  const folder = dirname(path);
  const file = await openDiskAccess(path);
  let packed: PackedWheel;
  try {
    const { engine = nativeEngine(), signal } = options;
    packed = await retagWheel(file, filename, edits, { folder: diskFolder(folder), engine, signal });
  } finally {
    await file.close();
  }
  if (options.remove === true) await rm(path);
  return { ...packed, path: join(folder, packed.filename) };
}
