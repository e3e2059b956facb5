/**
 * The metadata of a program that has no pyproject.toml: what the options say is written as one, and read with all of
 * its checks. Problems are told in the words of the options.
 */
import { stringify } from "smol-toml";
import { type Finding, PackwheelError } from "../errors.ts";
import { memoryTree } from "../memory/memory-tree.ts";
import { quote } from "../names/quote.ts";
import type { FileTree } from "../ports/file-tree.ts";
import type { Project } from "../project/project.ts";
import { readProject } from "../project/read-project.ts";

/** A file given by an option: its name as it will be shipped, and its bytes. */
export interface GivenFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface ProgramDescription {
  readonly name: string;
  readonly version: string;
  readonly summary?: string | undefined;
  readonly readme?: GivenFile | undefined;
  /** SPDX expression. */
  readonly license?: string | undefined;
  readonly licenseFiles?: readonly GivenFile[] | undefined;
  /** Label -> URL. */
  readonly urls?: Readonly<Record<string, string>> | undefined;
  readonly requiresPython?: string | undefined;
}

export interface DescribedProject {
  readonly project: Project;
  /** Holds the licence files. */
  readonly tree: FileTree;
}

/** Key of `[project]` -> the option that gave it. */
const OPTIONS: Readonly<Record<string, string>> = {
  name: "--name",
  version: "--set-version",
  description: "--summary",
  readme: "--readme",
  license: "--license",
  "license-files": "--license-file",
  urls: "--url",
  "requires-python": "--requires-python",
};

/**
 * @throws {PackwheelError} `PROJECT_INVALID` with every problem in `findings`; `PROGRAM_DUPLICATE` when two files would
 *   be shipped under one name
 */
export async function describeProgram(description: ProgramDescription): Promise<DescribedProject> {
  const { readme, licenseFiles = [], license, summary, urls } = description;
  const table = {
    name: description.name,
    version: description.version,
    "requires-python": description.requiresPython ?? ">=3.8",
    "license-files": licenseFiles.map(({ name }) => name),
    ...(summary !== undefined && { description: summary }),
    ...(readme !== undefined && { readme: readme.name }),
    ...(license !== undefined && { license }),
    ...(urls !== undefined && { urls: { ...urls } }),
  };
  refuseTwins(licenseFiles);
  const files = [...licenseFiles, ...(readme === undefined ? [] : [readme])];
  const tree = memoryTree({
    ...Object.fromEntries(files.map(({ name, content }) => [name, content])),
    "pyproject.toml": stringify({ project: table }),
  });
  try {
    return { project: await readProject(tree), tree };
  } catch (error) {
    if (!(error instanceof PackwheelError) || error.findings.length === 0) throw error;
    throw new PackwheelError(error.code, "Cannot describe the program", { findings: error.findings.map(inOptions) });
  }
}

function refuseTwins(files: readonly GivenFile[]): void {
  const twin = files.find(({ name }, index) => files.findIndex((file) => file.name === name) !== index);
  if (twin === undefined) return;
  throw new PackwheelError("PROGRAM_DUPLICATE", `Cannot ship two licence files named ${quote(twin.name)}`, {
    hint: "Rename one of them",
  });
}

/** `pyproject.toml: project.license` becomes `--license`. */
function inOptions(finding: Finding): Finding {
  const key = /^pyproject\.toml: project\.([\w-]+)/.exec(finding.path ?? "")?.[1];
  const option = key === undefined ? undefined : OPTIONS[key];
  return option === undefined ? finding : { ...finding, path: option };
}
