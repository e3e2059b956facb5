/**
 * Files that an editable install writes into the project, because Python imports them from there: built libraries and
 * the modules that load them. A list of them is kept, so that a later build takes them for what they are.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";

/** In the folder of caches, which is neither shipped nor under version control. */
export const GENERATED_LIST = ".packwheel/editable-files.txt";

export const GENERATED_REASON = "written by an editable install";

/** @param bytes Of the list, paths in the tree, one a line; undefined when there is none. */
export function parseGeneratedFiles(bytes: Uint8Array | undefined): ReadonlySet<string> {
  const text = bytes === undefined ? "" : decodeUtf8(bytes).text;
  return new Set(text.split("\n").filter((path) => path !== ""));
}

export function formatGeneratedFiles(paths: Iterable<string>): string {
  return [...new Set(paths)]
    .sort(compareCodePoints)
    .map((path) => `${path}\n`)
    .join("");
}
