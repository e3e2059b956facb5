/** Virtual environments of real Pythons for tests, offline, and commands that run in them. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Python } from "./judge.ts";

/** The command line as npm installs it; `npm test` builds it first. */
export const PACKWHEEL: string = fileURLToPath(new URL("../../bin/packwheel.js", import.meta.url));

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TestEnvironment {
  readonly folder: string;
  readonly python: string;
  readonly scripts: string;
  /** Run a command with the variables of the environment; throws unless it ends well. */
  run(command: string, ...words: string[]): Promise<string>;
  pip(...words: string[]): Promise<string>;
  /** Run a command that may fail, with further variables; those that are undefined are unset. */
  attempt(command: string, words: readonly string[], variables?: NodeJS.ProcessEnv, cwd?: string): Promise<Answer>;
}

/** No index, no byte code, no variables of the tests' own surroundings that pip would heed. */
function variables(): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(
    ([name]) => !/^(?:PYTHON|PIP_|VIRTUAL_ENV|SOURCE_DATE_EPOCH)/.test(name),
  );
  return {
    ...Object.fromEntries(ours),
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INDEX: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    PACKWHEEL,
  };
}

/** Run a command; its exit code is part of the answer. */
export function attempt(
  command: string,
  words: readonly string[],
  changed: NodeJS.ProcessEnv = {},
  cwd?: string,
): Promise<Answer> {
  const environment = Object.entries({ ...variables(), ...changed }).filter(([, value]) => value !== undefined);
  return new Promise((resolve) => {
    const options = { encoding: "utf8" as const, env: Object.fromEntries(environment), cwd, timeout: 120_000 };
    execFile(command, words, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr: code === -1 ? `${error?.message}\n${stderr}` : stderr });
    });
  });
}

/** @param withPip Costs seconds. */
export async function makeEnvironment(python: Python, folder: string, withPip = true): Promise<TestEnvironment> {
  const run = async (command: string, ...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await attempt(command, words);
    if (code === 0) return stdout.trim();
    throw new Error(`${command} ${words.join(" ")}: exit code ${code}\n${stdout}\n${stderr}`);
  };
  await run(python.path, "-m", "venv", ...(withPip ? [] : ["--without-pip"]), folder);
  const scripts = join(folder, "bin");
  const own = join(scripts, "python");
  return { folder, python: own, scripts, run, pip: (...words) => run(own, "-m", "pip", ...words), attempt };
}

/** Every file below a folder, as sorted paths. */
export function listing(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
