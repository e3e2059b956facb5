/** Wine, which runs programs for Windows. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findProgram } from "./judge.ts";

/** What Wine keeps for itself: made at its first start, which takes some seconds. */
const PREFIX = fileURLToPath(new URL("../../.cache/wine", import.meta.url));

/** Debian's wine64 is not on PATH. */
export function findWine(): string | undefined {
  const debian = "/usr/lib/wine/wine64";
  return findProgram("wine64") ?? (existsSync(debian) ? debian : undefined);
}

export interface WineResult {
  readonly status: number | null;
  /** What the program printed, with the ends of lines of Unix. */
  readonly output: string;
}

/** @param words Program and arguments. A program that hangs is a wrong one. */
export function runInWine(wine: string, folder: string, words: readonly string[]): WineResult {
  const { status, stdout, stderr } = spawnSync(wine, words, {
    cwd: folder,
    encoding: "latin1",
    timeout: 120_000,
    maxBuffer: 1 << 26,
    env: { ...process.env, WINEPREFIX: PREFIX, WINEDEBUG: "-all" },
  });
  const messages = stderr.replace(/^wine: (?:created|configuration|failed to open).*\n?/gm, "");
  return { status, output: (stdout + messages).replaceAll("\r\n", "\n") };
}
