/**
 * Files of an environment that are replaced together: the new ones are written beside their places, the old ones are
 * moved aside, the new ones are moved in. When a step fails, everything is as it was before.
 */
import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { PackwheelError } from "../../core/errors.ts";
import { outputFailure } from "../disk-output.ts";
import { forgetTemporary, rememberTemporary, temporaryName } from "../temporary-files.ts";

export interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable: boolean;
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The calls are synchronous, so that no signal can come between them.
 *
 * @param remove Absolute paths of files that are there; folders that become empty go too.
 * @param keep Folders that stay, empty or not.
 * @throws {PackwheelError} `DEVELOP_FILE_CLASH` where a file stands that is not to be removed; `OUTPUT_FAILED`
 */
export function replaceFiles(files: readonly NewFile[], remove: readonly string[], keep: readonly string[]): void {
  refuseClashes(files, new Set(remove));
  const madeFolders: string[] = [];
  const done: Move[] = [];
  const staged: Move[] = [];
  const aside = remove.map((path) => ({ from: path, to: besideOf(path) }));
  try {
    for (const file of files) {
      const parent = dirname(file.path);
      madeFolders.push(...missingFolders(parent));
      attempt(parent, () => mkdirSync(parent, { recursive: true }));
      const from = besideOf(file.path);
      rememberTemporary(from);
      staged.push({ from, to: file.path });
      attempt(file.path, () =>
        writeFileSync(from, file.content, { flag: "wx", mode: file.executable ? 0o755 : 0o644 }),
      );
    }
    for (const move of [...aside, ...staged]) {
      attempt(move.to, () => renameSync(move.from, move.to));
      done.push(move);
    }
  } catch (error) {
    for (const { from, to } of done.reverse()) putBack(to, from);
    for (const { from } of staged) rmSync(from, { force: true });
    removeEmptyFolders(madeFolders, keep);
    throw error;
  } finally {
    for (const { from } of staged) forgetTemporary(from);
  }
  for (const { to } of aside) rmSync(to, { force: true });
  removeEmptyFolders(remove.map(dirname), keep);
}

function refuseClashes(files: readonly NewFile[], removed: ReadonlySet<string>): void {
  for (const { path } of files) {
    if (removed.has(path) || attempt(path, () => lstatSync(path, { throwIfNoEntry: false })) === undefined) continue;
    throw new PackwheelError(
      "DEVELOP_FILE_CLASH",
      `Cannot install "${path}": a file that does not belong to the project is there`,
      {
        path,
        hint: "Uninstall what it belongs to, or remove it",
      },
    );
  }
}

function attempt<Result>(path: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw outputFailure(error, path);
  }
}

function besideOf(path: string): string {
  return join(dirname(path), temporaryName(basename(path), randomBytes(6).toString("hex")));
}

/** One that cannot go back must not keep the others from it. */
function putBack(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // What made the step fail is told; the file is beside its place, under a temporary name.
  }
}

function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let above = folder; !existsSync(above) && dirname(above) !== above; above = dirname(above)) missing.push(above);
  return missing;
}

function removeEmptyFolders(folders: readonly string[], keep: readonly string[]): void {
  const kept = new Set(keep);
  const longestFirst = [...new Set(folders)].sort((left, right) => right.length - left.length);
  for (const folder of longestFirst) {
    for (let above = folder; !kept.has(above) && isEmptyFolder(above); above = dirname(above)) rmdirSync(above);
  }
}

function isEmptyFolder(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length === 0;
}
