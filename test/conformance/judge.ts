/**
 * Outside judges: real tools that say whether what we write is right.
 * A judge that is missing fails the run in CI, where everything is installed, and skips with its reason elsewhere.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { TestContext } from "node:test";

export interface Python {
  /** `3.11.7` */
  readonly version: string;
  readonly path: string;
}

/** True when the judge was found. Otherwise fails in CI (`CI=true`), and elsewhere marks the test as skipped. */
export function requireJudge(t: TestContext, found: boolean, what: string): boolean {
  if (found) return true;
  if (process.env["CI"] === "true") throw new Error(`${what} is not installed, and CI needs it`);
  t.skip(`${what} is not installed`);
  return false;
}

let known: readonly Python[] | undefined;

/** Every Python on this machine, oldest first, one for each version: from PATH and from pyenv. */
export function findPythons(): readonly Python[] {
  known ??= lookForPythons();
  return known;
}

/** The first Python, newest first, for which `code` exits with 0. */
export function findPythonWith(code: string): Python | undefined {
  return findPythons().findLast(({ path }) => spawnSync(path, ["-c", code], { stdio: "ignore" }).status === 0);
}

/** The path of a program on PATH, if there is one. */
export function findProgram(name: string): string | undefined {
  return findPrograms(name)[0];
}

function findPrograms(name: string): string[] {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))).filter(existsSync);
}

function lookForPythons(): readonly Python[] {
  const byVersion = new Map<string, Python>();
  for (const candidate of candidatePaths()) {
    const code = "import sys; print('%d.%d.%d' % tuple(sys.version_info[:3])); print(sys.executable)";
    const result = spawnSync(candidate, ["-c", code], { encoding: "utf8", timeout: 20_000 });
    const [version = "", path = candidate] = result.status === 0 ? result.stdout.split(/\r?\n/) : [];
    if (/^\d+\.\d+\.\d+$/.test(version) && !byVersion.has(version)) byVersion.set(version, { version, path });
  }
  return [...byVersion.values()].sort((a, b) => compareDotted(a.version, b.version));
}

function candidatePaths(): string[] {
  const names = ["python3", "python2.7"];
  for (let minor = 6; minor <= 14; minor++) names.push(`python3.${minor}`);
  const paths = names.flatMap(findPrograms);

  const versions = join(process.env["PYENV_ROOT"] ?? join(homedir(), ".pyenv"), "versions");
  if (existsSync(versions)) {
    for (const name of readdirSync(versions)) {
      const path = join(versions, name, "bin", "python");
      if (existsSync(path)) paths.push(path);
    }
  }
  return paths;
}

function compareDotted(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
