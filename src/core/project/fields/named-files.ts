/**
 * The files that `readme`, `license` and `license-files` name, and what they say.
 */
import type { FileTree } from "../../ports/file-tree.ts";
import type { Place } from "../place.ts";
import { normalizeLineEnds, readProjectText } from "../project-path.ts";
import type { ProjectTable } from "../project-table.ts";
import type { License } from "./license.ts";
import { findLicenseFiles } from "./license-files.ts";
import type { Description, Readme } from "./readme.ts";

export interface NamedFiles {
  readonly readme: Description | undefined;
  /** The content of a legacy license table, for License. */
  readonly licenseText: string | undefined;
  /** Sorted. */
  readonly licenseFiles: readonly string[];
  /** All of them. */
  readonly paths: readonly string[];
}

/** @param place The `[project]` table. */
export async function readNamedFiles(tree: FileTree, table: ProjectTable, place: Place): Promise<NamedFiles> {
  const { readme, license, licensePatterns } = table;
  const description = await readDescription(tree, readme, place.at("readme"));
  const licenseText = await readLicenseText(tree, license, place.at("license").at("file"));
  const licenseFile = license?.kind === "file" && licenseText !== undefined ? license.path : undefined;
  const wishes = { patterns: licensePatterns, licenseFile };
  const licenseFiles = await findLicenseFiles(tree, wishes, place.at("license-files"));
  const paths = readme?.kind === "file" ? [readme.path, ...licenseFiles] : licenseFiles;
  return { readme: description, licenseText, licenseFiles, paths };
}

async function readDescription(
  tree: FileTree,
  readme: Readme | undefined,
  place: Place,
): Promise<Description | undefined> {
  if (readme === undefined) return undefined;
  const text = readme.kind === "text" ? readme.text : await readProjectText(tree, readme.path, place);
  return text === undefined ? undefined : { text: normalizeLineEnds(text), contentType: readme.contentType };
}

async function readLicenseText(
  tree: FileTree,
  license: License | undefined,
  place: Place,
): Promise<string | undefined> {
  if (license === undefined || license.kind === "expression") return undefined;
  const text = license.kind === "text" ? license.text : await readProjectText(tree, license.path, place);
  return text === undefined ? undefined : normalizeLineEnds(text).trim();
}
