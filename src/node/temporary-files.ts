/**
 * The temporary files and folders of results that are being written, and how they go when the process goes.
 * A signal or `process.exit` is answered by removing them; what a SIGKILL or a power cut leaves behind is removed by
 * a later run, which knows it by its name: `.<name>.packwheel-<pid>-<random>.tmp`.
 */
import { rmSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const NAME = /^\..*\.packwheel-(\d{1,10})-[0-9a-f]{12}\.tmp$/s;

/**
 * A process of another container or machine that shares the folder looks dead from here. No build takes longer than
 * this between two writes.
 */
const STALE_AFTER_MS = 60 * 60 * 1000;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const living = new Set<string>();

/** @param random 12 hexadecimal digits. */
export function temporaryName(filename: string, random: string): string {
  // Most file systems end names at 255 bytes; a character of a file name has at most three a UTF-16 unit.
  return `.${filename.slice(0, 60)}.packwheel-${process.pid}-${random}.tmp`;
}

/** Have this file, or this folder with all that is in it, removed should the process end before `forgetTemporary`. */
export function rememberTemporary(path: string): void {
  if (living.size === 0) {
    process.on("exit", removeLiving);
    for (const signal of SIGNALS) process.on(signal, endBySignal);
  }
  living.add(path);
}

export function forgetTemporary(path: string): void {
  if (!living.delete(path) || living.size > 0) return;
  process.off("exit", removeLiving);
  for (const signal of SIGNALS) process.off(signal, endBySignal);
}

/** Remove what processes that are gone left in a folder. Whatever cannot be removed stays. */
export async function removeStaleTemporaries(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs <= STALE_AFTER_MS) continue;
    await rm(path, { force: true, recursive: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

function removeLiving(): void {
  for (const path of living) {
    try {
      rmSync(path, { force: true, recursive: true });
    } catch {
      // The process is ending; a later run tries again.
    }
  }
}

/**
 * Listening to a signal takes away what it does by default, so it is sent again once the files are gone. Where the
 * program listens too, ending is its decision: it aborts the job, which discards its files, or it exits.
 */
function endBySignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  removeLiving();
  process.off(signal, endBySignal);
  process.kill(process.pid, signal);
}
