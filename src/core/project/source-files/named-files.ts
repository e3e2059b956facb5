/** Files that the project names besides the wheel's members: pyproject.toml, readme, licenses, SBOMs. */
import { compareCodePoints } from "../../bytes/code-points.ts";
import type { Finding } from "../../errors.ts";
import type { TreeEntry } from "../../ports/file-tree.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import { filesOfGlob } from "./glob-files.ts";
import type { ProjectFiles } from "./list-files.ts";
import { findNativeInputs } from "./native-inputs.ts";
import { BACKEND_RULE, findOwnBackend } from "./own-backend.ts";
import { baseName } from "./paths.ts";
import { throwProblems } from "./problems.ts";

export interface SbomFile {
  readonly entry: TreeEntry;
  /** File name below `sboms/`. */
  readonly name: string;
}

export interface NamedFiles {
  readonly licenses: readonly TreeEntry[];
  /** Sorted by name. */
  readonly sboms: readonly SbomFile[];
  /** Everything that the sdist must hold, with what names it. */
  readonly rules: ReadonlyMap<string, string>;
}

/** @throws {PackwheelError} `PROJECT_SOURCE_MISSING`, `PROJECT_PATH_CONFLICT` */
export function findNamedFiles(project: Project, files: ProjectFiles): NamedFiles {
  const missing: Finding[] = [];
  const rules = new Map<string, string>();
  const find = (path: string, rule: string): TreeEntry[] => {
    const entry = files.all.get(path);
    if (entry === undefined) missing.push(fileMissing(path, rule));
    else rules.set(path, rule);
    return entry === undefined ? [] : [entry];
  };
  const sboms = project.tool.sbomFiles.flatMap((glob) => {
    const matches = filesOfGlob(glob, files);
    if (matches.length === 0) missing.push(sbomMissing(glob));
    for (const { path } of matches) rules.set(path, "an SBOM file");
    return matches;
  });
  for (const path of findOwnBackend(project, files)) rules.set(path, BACKEND_RULE);
  for (const [path, rule] of findNativeInputs(project, files, missing)) rules.set(path, rule);
  for (const path of project.referencedFiles) find(path, "pyproject.toml names it");
  const licenses = [...new Set(project.metadata.licenseFile)]
    .toSorted(compareCodePoints)
    .flatMap((path) => find(path, "a license file"));
  find("pyproject.toml", "every sdist holds it");
  throwProblems("PROJECT_SOURCE_MISSING", missing);
  return { licenses, sboms: nameSboms(sboms), rules };
}

function nameSboms(entries: readonly TreeEntry[]): SbomFile[] {
  const byName = new Map<string, TreeEntry>();
  const problems: Finding[] = [];
  for (const entry of entries) {
    const name = baseName(entry.path);
    const other = byName.get(name);
    if (other !== undefined && other.path !== entry.path) problems.push(sbomConflict(name, other.path, entry.path));
    byName.set(name, entry);
  }
  throwProblems("PROJECT_PATH_CONFLICT", problems);
  return [...byName]
    .map(([name, entry]) => ({ entry, name }))
    .toSorted((left, right) => compareCodePoints(left.name, right.name));
}

function fileMissing(path: string, rule: string): Finding {
  return {
    code: "PROJECT_SOURCE_MISSING",
    severity: "error",
    message: `Cannot find ${quote(path)} (${rule}): the project has no such file`,
    path,
  };
}

function sbomMissing(glob: string): Finding {
  return {
    code: "PROJECT_SOURCE_MISSING",
    severity: "error",
    message: `Cannot find a file for ${quote(glob)} of sbom-files`,
    path: "pyproject.toml: tool.packwheel.sbom-files",
    hint: "Make the SBOM before the build, or correct the pattern",
  };
}

function sbomConflict(name: string, one: string, other: string): Finding {
  return {
    code: "PROJECT_PATH_CONFLICT",
    severity: "error",
    message: `Cannot place ${quote(one)} and ${quote(other)} at sboms/${name}: both have this name`,
    path: "pyproject.toml: tool.packwheel.sbom-files",
    hint: "Rename one of them",
  };
}
