/**
 * `license-files`: the files that License-File names, which go into every archive.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#license-files
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { assertLicenseGlob } from "../../names/license-glob.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { type Place, quote } from "../place.ts";
import { readProjectText } from "../project-path.ts";
import { readStrings } from "../toml-value.ts";
import { isLiteralGlob, matchesGlob, mayMatchBelow, parseGlob } from "./glob-pattern.ts";

/** What is taken when the key is not there: the names that all build backends look for, at the root alone. */
export const DEFAULT_LICENSE_PATTERNS: readonly string[] = ["LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*"];

/** Patterns as written; those that are not valid globs are reported and left out. */
export function readLicensePatterns(value: unknown, place: Place): readonly string[] {
  return (readStrings(value, place) ?? []).filter((pattern, index) => {
    const valid = place.at(index).attempt(
      "PROJECT_LICENSE_FILES_INVALID",
      () => {
        assertLicenseGlob(pattern);
        return true;
      },
      "Write a path, or a pattern such as LICENSE*",
    );
    return valid === true;
  });
}

export interface LicenseFileWishes {
  /** Undefined when the key is not there: then no pattern has to match. */
  readonly patterns: readonly string[] | undefined;
  /** The `file` of a legacy license table. */
  readonly licenseFile: string | undefined;
}

/** Paths of the files, each once, sorted. Patterns that match nothing, and files that are not UTF-8, are reported. */
export async function findLicenseFiles(tree: FileTree, wishes: LicenseFileWishes, place: Place): Promise<string[]> {
  const found = new Set<string>(wishes.licenseFile === undefined ? [] : [wishes.licenseFile]);
  const patterns = wishes.patterns ?? DEFAULT_LICENSE_PATTERNS;
  const matches = await matchPatterns(tree, patterns);
  for (const [index, pattern] of patterns.entries()) {
    const paths = matches[index] ?? [];
    for (const path of paths) found.add(path);
    if (paths.length > 0 || wishes.patterns === undefined) continue;
    place
      .at(index)
      .error(
        "PROJECT_LICENSE_FILES_INVALID",
        `Pattern ${quote(pattern)} matches no file`,
        "Correct the pattern, or remove it",
      );
  }
  const sorted = [...found].sort(compareCodePoints);
  for (const path of sorted) await readProjectText(tree, path, place);
  return sorted;
}

/** For each pattern, the paths that it matches. Only folders that can hold a match are listed. */
async function matchPatterns(tree: FileTree, patterns: readonly string[]): Promise<readonly (readonly string[])[]> {
  const globs = patterns.map(parseGlob);
  if (patterns.every(isLiteralGlob)) {
    const paths = globs.map((glob) => glob.map((part) => (part.kind === "name" ? part.text : "")).join("/"));
    const contents = await Promise.all(paths.map((path) => tree.read(path)));
    return paths.map((path, index) => (contents[index] === undefined ? [] : [path]));
  }
  const matches: string[][] = patterns.map(() => []);
  const skipDirectory = (folder: string) => !globs.some((glob) => mayMatchBelow(glob, folder));
  for await (const { path } of tree.list({ skipDirectory })) {
    for (const [index, glob] of globs.entries()) {
      if (matchesGlob(glob, path)) matches[index]?.push(path);
    }
  }
  return matches;
}
