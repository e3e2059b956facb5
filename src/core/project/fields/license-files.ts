/**
 * `license-files`: the files that License-File names, which go into every archive.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#license-files
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { assertLicenseGlob } from "../../names/license-glob.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { type Place, quote } from "../place.ts";
import { readProjectPath, readProjectText, readQuietly } from "../project-path.ts";
import { readStrings } from "../pyproject/toml-value.ts";
import { isLiteralGlob, matchesGlob, mayMatchBelow, parseGlob } from "./glob-pattern.ts";

/** What is taken when the key is not there: the names that all build backends look for, at the root alone. */
export const DEFAULT_LICENSE_PATTERNS: readonly string[] = ["LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*"];

/** A pattern that is a valid glob, and its place in the array. */
export interface LicensePattern {
  readonly text: string;
  readonly index: number;
}

/** Patterns that are not valid globs are reported and left out. */
export function readLicensePatterns(value: unknown, place: Place): readonly LicensePattern[] {
  return (readStrings(value, place) ?? []).flatMap((text, index) => {
    const pattern = place.at(index).attempt(
      "PROJECT_LICENSE_FILES_INVALID",
      () => {
        assertLicenseGlob(text);
        return { text, index };
      },
      "Write a path, or a pattern such as `LICENSE*`",
    );
    return pattern ?? [];
  });
}

export interface LicenseFileWishes {
  /** Undefined when the key is not there: then no pattern has to match. */
  readonly patterns: readonly LicensePattern[] | undefined;
  /** The `file` of a legacy license table. */
  readonly licenseFile: string | undefined;
}

/** Paths of the files, each once, sorted. Patterns that match nothing, and files that are not UTF-8, are reported. */
export async function findLicenseFiles(tree: FileTree, wishes: LicenseFileWishes, place: Place): Promise<string[]> {
  const { patterns, licenseFile } = wishes;
  const found = new Set(patterns === undefined ? await findUsualFiles(tree, place) : []);
  if (patterns !== undefined) for (const path of await findWishedFiles(tree, patterns, place)) found.add(path);
  if (licenseFile !== undefined) found.add(licenseFile);
  return [...found].sort(compareCodePoints);
}

async function findUsualFiles(tree: FileTree, place: Place): Promise<readonly string[]> {
  const paths = (await matchGlobs(tree, DEFAULT_LICENSE_PATTERNS)).flat();
  for (const path of paths) {
    // Nobody asked for this file, so it must not stop the build.
    if ((await readQuietly(tree, path)) !== undefined) continue;
    place.warning(
      "PROJECT_LICENSE_FILES_INVALID",
      `License file ${quote(path)} is not UTF-8`,
      "Save the file as UTF-8, or list the files to take in license-files",
    );
  }
  return paths;
}

async function findWishedFiles(
  tree: FileTree,
  patterns: readonly LicensePattern[],
  place: Place,
): Promise<readonly string[]> {
  const found: string[] = [];
  const globs = patterns.filter(({ text }) => !isLiteralGlob(text));
  for (const { text, index } of patterns.filter(({ text }) => isLiteralGlob(text))) {
    const path = readProjectPath(text, place.at(index));
    const content = path === undefined ? undefined : await readProjectText(tree, path, place.at(index));
    if (path !== undefined && content !== undefined) found.push(path);
  }
  const matches = await matchGlobs(
    tree,
    globs.map(({ text }) => text),
  );
  for (const [position, { text, index }] of globs.entries()) {
    const paths = matches[position] ?? [];
    if (paths.length === 0) {
      const message = `Pattern ${quote(text)} matches no file`;
      place.at(index).error("PROJECT_LICENSE_FILES_INVALID", message, "Correct the pattern, or remove it");
    }
    for (const path of paths) {
      if ((await readProjectText(tree, path, place.at(index))) !== undefined) found.push(path);
    }
  }
  return found;
}

/** For each pattern, the paths that it matches. Only folders that can hold a match are listed. */
async function matchGlobs(tree: FileTree, patterns: readonly string[]): Promise<readonly (readonly string[])[]> {
  if (patterns.length === 0) return [];
  const globs = patterns.map(parseGlob);
  const matches: string[][] = patterns.map(() => []);
  const skipDirectory = (folder: string) => !globs.some((glob) => mayMatchBelow(glob, folder));
  for await (const { path } of tree.list({ skipDirectory })) {
    for (const [index, glob] of globs.entries()) {
      if (matchesGlob(glob, path)) matches[index]?.push(path);
    }
  }
  return matches;
}
