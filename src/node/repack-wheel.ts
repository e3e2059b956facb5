/** Unpacked wheels and wheels on disk: packing again, giving other tags. */
import { realpath, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { DEFAULT_TIMESTAMP } from "../core/build/default-timestamp.ts";
import { PackwheelError } from "../core/errors.ts";
import type { Engine } from "../core/ports/engine.ts";
import type { OutputFolder } from "../core/ports/output.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import type { PackedWheel } from "../core/wheel/pack.ts";
import { type RepackOptions, repackWheel } from "../core/wheel/repack.ts";
import { editedFilename, retagWheel, type TagEdits } from "../core/wheel/retag.ts";
import { openDiskAccess } from "./disk-access.ts";
import { diskFolder } from "./disk-output.ts";
import { diskTree } from "./disk-tree.ts";
import { nativeEngine } from "./native-engine.ts";
import { writeTogether } from "./staged-outputs.ts";

export interface RepackDirectoryOptions extends Omit<RepackOptions, "timestamp"> {
  /** Default: the current folder. */
  readonly outDir?: string | undefined;
  readonly timestamp?: number | undefined;
  readonly engine?: Engine | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type PackedDiskWheel = PackedWheel & { readonly path: string };

/**
 * Pack a folder that holds an unpacked wheel; the folder stays as it is. Otherwise as `repackWheel`.
 *
 * @throws {PackwheelError} `WHEEL_PACK_INTO_ITSELF` when `outDir` lies in the folder: a second run would pack the
 *   wheel of the first; what `repackWheel` throws
 */
export async function repackDirectory(
  directory: string,
  options: RepackDirectoryOptions = {},
): Promise<PackedDiskWheel> {
  const outDir = options.outDir ?? ".";
  await refuseInside(directory, outDir);
  const packed = await repackWheel(
    diskTree(directory),
    { ...options, folder: options.folder ?? directory, timestamp: options.timestamp ?? DEFAULT_TIMESTAMP },
    {
      folder: diskFolder(outDir),
      engine: options.engine ?? nativeEngine(),
      reporter: options.reporter,
      signal: options.signal,
    },
  );
  return { ...packed, path: join(outDir, packed.filename) };
}

async function refuseInside(directory: string, outDir: string): Promise<void> {
  const [inner, outer] = await Promise.all([realPathOfPart(outDir), realPathOfPart(directory)]);
  if (inner !== outer && !inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)) return;
  throw new PackwheelError("WHEEL_PACK_INTO_ITSELF", `Cannot pack "${directory}" into itself`, {
    path: directory,
    hint: "Name another folder for the wheel with --dest-dir",
  });
}

/** A folder that is yet to be made lies in the part of its path that is there. */
async function realPathOfPart(path: string): Promise<string> {
  for (let part = resolve(path); ; part = dirname(part)) {
    const real = await realpath(part).catch(() => undefined);
    if (real !== undefined) return join(real, resolve(path).slice(part.length));
    if (part === dirname(part)) return resolve(path);
  }
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
  const [wheel] = await retagFiles([path], edits, options);
  return wheel;
}

/**
 * Give several wheels other tags: all of them, or, when one fails, none.
 *
 * @returns As many as `paths`; undefined where the edits change nothing.
 * @throws {PackwheelError} `WHEEL_RETAG_CLASH` when two would get one name, or one the name of another that is given;
 *   what `retagWheel` throws. The originals are kept then.
 */
export async function retagFiles(
  paths: readonly string[],
  edits: TagEdits,
  options: RetagFileOptions = {},
): Promise<(PackedDiskWheel | undefined)[]> {
  refuseClashes(paths, edits);
  const { signal } = options;
  const wheels = await writeTogether(
    async (folderFor) => {
      const written: (PackedDiskWheel | undefined)[] = [];
      for (const path of paths) written.push(await retagInto(folderFor, path, edits, options));
      return written;
    },
    { signal },
  );
  if (options.remove === true) {
    const renamed = new Map<string, string>();
    for (const [index, wheel] of wheels.entries()) {
      if (wheel !== undefined) renamed.set(resolve(paths[index] ?? ""), wheel.path);
    }
    for (const [original, path] of renamed) if (!(await isSameFile(original, path))) await rm(original);
  }
  return wheels;
}

async function retagInto(
  folderFor: (directory: string) => OutputFolder,
  path: string,
  edits: TagEdits,
  { engine = nativeEngine(), signal }: RetagFileOptions,
): Promise<PackedDiskWheel | undefined> {
  const directory = dirname(path);
  const file = await openDiskAccess(path);
  try {
    const packed = await retagWheel(file, basename(path), edits, { folder: folderFor(directory), engine, signal });
    return packed && { ...packed, path: join(directory, packed.filename) };
  } finally {
    await file.close();
  }
}

function refuseClashes(paths: readonly string[], edits: TagEdits): void {
  /** Place of a file -> the given path that it is, or will come from. */
  const taken = new Map<string, string>(paths.map((path) => [resolve(path), path]));
  for (const path of paths) {
    const target = join(dirname(path), editedFilename(basename(path), edits));
    const other = taken.get(resolve(target));
    if (other !== undefined && resolve(other) !== resolve(path)) {
      const message = `Cannot retag "${path}": its new name "${target}" is that of "${other}"`;
      throw new PackwheelError("WHEEL_RETAG_CLASH", message, { path, hint: "Give the wheels one after the other" });
    }
    taken.set(resolve(target), path);
  }
}

/** Where case does not count, a name that differs only in case is the same file. */
async function isSameFile(left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(left, { bigint: true }), stat(right, { bigint: true })]);
  return a.dev === b.dev && a.ino === b.ino;
}
