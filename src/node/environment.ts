/**
 * What a build may learn from this machine: variables, and the git tag nearest to the project's commit.
 * Spec: git-describe(1).
 */
import { existsSync } from "node:fs";
import { PackwheelError } from "../core/errors.ts";
import type { Environment, GitDescription } from "../core/ports/environment.ts";

/** A description is one short line; a git that says more than this is not answering the question. */
const MAX_ANSWER = 64 * 1024;

/** @param directory The project's folder. */
export function nodeEnvironment(directory: string): Environment {
  return {
    variable: (name) => process.env[name],
    describeGit: (match) => describeGit(directory, match),
  };
}

async function describeGit(directory: string, match: string | undefined): Promise<GitDescription | undefined> {
  const pattern = match === undefined ? [] : [`--match=${match}`];
  const answer = await runGit(directory, ["describe", "--long", "--dirty", "--tags", ...pattern]);
  if (answer.failure === undefined) return parseGitDescription(answer.stdout);
  if (answer.missing) {
    throw new PackwheelError("GIT_UNAVAILABLE", "Cannot describe the git tag: git is not installed", {
      hint: "Install git, or give the version with --set-version",
      cause: answer.failure,
    });
  }
  // git says "No names found" for a repository without tags, "No tags can describe" where none is in the history.
  if (/No (?:names found|tags can describe)|cannot describe/i.test(answer.stderr)) {
    const inside = await runGit(directory, ["rev-parse", "--verify", "--quiet", "HEAD"]);
    if (inside.failure === undefined) return undefined;
  }
  throw new PackwheelError(
    "GIT_UNAVAILABLE",
    `Cannot describe the git tag of "${directory}": ${firstLine(answer.stderr) ?? answer.failure.message}`,
    {
      hint: "Build from a git clone with at least one commit, or give the version with --set-version",
      cause: answer.failure,
    },
  );
}

/**
 * Read what `git describe --long --dirty` prints: `v1.2.3-4-gabc1234-dirty`.
 *
 * @throws {PackwheelError} `GIT_UNAVAILABLE` when it looks otherwise.
 */
export function parseGitDescription(text: string): GitDescription {
  const found = /^(?<tag>.+)-(?<distance>\d+)-g(?<commit>[0-9a-f]+)(?<dirty>-dirty)?$/.exec(text.trim())?.groups;
  if (found === undefined) {
    throw new PackwheelError("GIT_UNAVAILABLE", `Cannot read the answer of git describe: "${text.trim()}"`);
  }
  return {
    tag: found["tag"] ?? "",
    distance: Number(found["distance"]),
    commit: found["commit"] ?? "",
    dirty: found["dirty"] !== undefined,
  };
}

interface GitAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly failure: Error | undefined;
  readonly missing: boolean;
}

async function runGit(directory: string, words: readonly string[]): Promise<GitAnswer> {
  // Loaded only here: few builds ask git.
  const { execFile } = await import("node:child_process");
  return new Promise((resolve) => {
    const options = {
      cwd: directory,
      encoding: "utf8" as const,
      maxBuffer: MAX_ANSWER,
      windowsHide: true,
      // Its messages are read above, and they are translated.
      env: { ...process.env, LC_ALL: "C", LANGUAGE: "C" },
    };
    execFile("git", words, options, (failure, stdout, stderr) => {
      // A missing folder gives the same error as a missing program.
      const missing = failure?.code === "ENOENT" && existsSync(directory);
      resolve({ stdout, stderr, failure: failure ?? undefined, missing });
    });
  });
}

function firstLine(text: string): string | undefined {
  const line = text
    .trim()
    .split("\n", 1)[0]
    ?.replace(/^fatal: /, "");
  return line === "" ? undefined : line;
}
