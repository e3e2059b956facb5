/**
 * Files that appear together or not at all. They are written into a temporary folder beside their places, and moved
 * once the last of them is whole: until then, what had their names before is untouched.
 */
import { randomBytes } from "node:crypto";
import { lstat, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PackwheelError } from "../core/errors.ts";
import { throwIfAborted } from "../core/ports/abort.ts";
import type { OutputFolder } from "../core/ports/output.ts";
import { diskFolder, outputFailure, renameOver, syncFolder } from "./disk-output.ts";
import { forgetTemporary, rememberTemporary, removeStaleTemporaries, temporaryName } from "./temporary-files.ts";

interface Stage {
  /** As the caller wrote it. */
  readonly directory: string;
  /** Inside of `directory`. */
  readonly temporary: string;
  readonly folder: OutputFolder;
}

/**
 * Run `work`, and give its files their places when it is done. When it throws, nothing is left.
 *
 * @param work Is given a function from a directory to the folder to write into.
 * @throws {PackwheelError} `OUTPUT_FAILED`, `ABORTED`, and whatever `work` throws
 */
export async function writeTogether<Result>(
  work: (folderFor: (directory: string) => OutputFolder) => Promise<Result>,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Result> {
  const stages = new Map<string, Stage>();
  try {
    const result = await work((directory) => {
      const place = resolve(directory);
      const stage = stages.get(place) ?? openStage(directory);
      stages.set(place, stage);
      return stage.folder;
    });
    throwIfAborted(signal);
    const moves = await planMoves([...stages.values()]);
    for (const { from, to } of moves) {
      await renameOver(from, to).catch((error: unknown) => {
        throw outputFailure(error, to);
      });
    }
    return result;
  } finally {
    for (const { temporary, directory } of stages.values()) {
      await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // a later run takes it away
      forgetTemporary(temporary);
      await syncFolder(directory);
      await removeStaleTemporaries(directory).catch(() => undefined); // it may never have been made
    }
  }
}

function openStage(directory: string): Stage {
  const temporary = join(resolve(directory), temporaryName("files", randomBytes(6).toString("hex")));
  rememberTemporary(temporary);
  return { directory, temporary, folder: diskFolder(temporary, directory) };
}

/** Refuses, before the first move, what would make a later one fail. */
async function planMoves(stages: readonly Stage[]): Promise<{ readonly from: string; readonly to: string }[]> {
  const moves: { readonly from: string; readonly to: string }[] = [];
  for (const { directory, temporary } of stages) {
    for (const name of await readdir(temporary).catch(() => [])) {
      const to = join(directory, name);
      const there = await lstat(to).catch(() => undefined);
      if (there?.isDirectory()) {
        throw new PackwheelError("OUTPUT_FAILED", `Cannot write "${to}": a folder has that name`, {
          path: to,
          hint: "Remove the folder, or choose another place",
        });
      }
      moves.push({ from: join(temporary, name), to });
    }
  }
  return moves;
}
