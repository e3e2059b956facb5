/**
 * Dependencies from files in the style of pip's requirements.txt: one requirement a line, comments, and `-r` for
 * further files. What pip reads as an option for itself has no place in metadata, and is an error.
 * Spec: https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
import type { Requirement } from "../../names/requirement.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { readRequirement } from "../fields/dependencies.ts";
import { type Place, quote } from "../place.ts";
import { readProjectText } from "../project-path.ts";

export interface FileRequirements {
  readonly requirements: readonly Requirement[];
  /** Every file that was read: those given, and those that they include. */
  readonly files: readonly string[];
}

/** Faults in a file are reported with its name and line; a file that is missing, at `place`. */
export async function readRequirementsFiles(
  tree: FileTree,
  files: readonly string[],
  place: Place,
): Promise<FileRequirements> {
  const requirements: Requirement[] = [];
  const read = new Set<string>();
  for (const file of files) await readFile({ tree, requirements, read, trail: [] }, file, place);
  return { requirements, files: [...read] };
}

interface Reading {
  readonly tree: FileTree;
  readonly requirements: Requirement[];
  readonly read: Set<string>;
  /** The files that include each other down to this one. */
  readonly trail: readonly string[];
}

/** Nobody nests files deeper; a bound keeps the stack small. */
const MAX_NESTING = 20;

async function readFile(reading: Reading, file: string, place: Place): Promise<void> {
  if (reading.trail.includes(file) || reading.trail.length === MAX_NESTING) {
    const message = `Files include each other: ${[...reading.trail, file].join(" -> ")}`;
    place.error("PROJECT_DEPENDENCY_INVALID", message, "Remove one of these includes");
    return;
  }
  // A file that is included twice adds nothing the second time.
  if (reading.read.has(file)) return;
  const text = await readProjectText(reading.tree, file, place);
  if (text === undefined) return;
  reading.read.add(file);
  for (const { content, number } of listLines(text)) {
    const here = place.elsewhere(`${file}:${number}`);
    const included = /^(?:-r\s*|--requirement(?:\s+|=))(\S.*)$/.exec(content)?.[1];
    if (included !== undefined) {
      const path = resolveInclude(file, included.trim());
      if (path === undefined) {
        const message = `Path ${quote(included)} leaves the project`;
        here.error("PROJECT_PATH_INVALID", message, "Move the file into the folder of pyproject.toml");
      } else await readFile({ ...reading, trail: [...reading.trail, file] }, path, here);
    } else if (/^-|\s--[a-z]/.test(content)) {
      here.error(
        "PROJECT_DEPENDENCY_INVALID",
        `${quote(content)} has an option of pip, which metadata cannot hold`,
        "Write requirements and -r alone, or keep this file for pip and write the dependencies into pyproject.toml",
      );
    } else {
      const requirement = readRequirement(content, here);
      if (requirement !== undefined) reading.requirements.push(requirement);
    }
  }
}

/** Lines with content, comments taken off, lines that end in a backslash joined to the next. */
function listLines(text: string): readonly { readonly content: string; readonly number: number }[] {
  const lines: { content: string; number: number }[] = [];
  let pending: { content: string; number: number } | undefined;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(raw);
    const current: { content: string; number: number } = pending ?? { content: "", number: index + 1 };
    // A comment ends where its line ends, whatever that is.
    const continues = raw.endsWith("\\") && !isComment;
    current.content += continues ? raw.slice(0, -1) : raw;
    pending = continues ? current : undefined;
    if (!continues) lines.push(current);
  }
  if (pending !== undefined) lines.push(pending);
  return lines
    .map(({ content, number }) => ({ content: content.replace(/(^|\s)#.*$/, "").trim(), number }))
    .filter(({ content }) => content !== "");
}

/** Relative to the file that includes it; undefined when it leaves the project. */
function resolveInclude(file: string, target: string): string | undefined {
  if (/^[/\\]|^[A-Za-z]:|\\|:\/\//.test(target)) return undefined;
  const path = file.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") {
      if (path.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") path.push(part);
  }
  return path.length === 0 ? undefined : path.join("/");
}
