/**
 * What an editable wheel holds besides dist-info: the `.pth` file, and copies of the files that Python cannot find in
 * the tree at the place where the wheel would have them.
 * Spec: https://peps.python.org/pep-0660/
 */
import type { Finding } from "../errors.ts";
import { quote } from "../names/quote.ts";
import type { Project } from "../project/project.ts";
import type { FileSelection } from "../project/source-files.ts";
import { dataFolder } from "../wheel/dist-info.ts";
import { memoryMember } from "../wheel/memory-member.ts";
import { placeMember, type WheelMember } from "../wheel/wheel-member.ts";
import { formatPathFile, pathFileName } from "./path-file.ts";

export interface EditableMembers {
  readonly members: readonly WheelMember[];
  /** What the build made for packages of the tree; paths in the tree, where Python imports it. */
  readonly generated: readonly WheelMember[];
  /** Warnings: files that will be missing. */
  readonly findings: readonly Finding[];
}

/**
 * @param locate Gives the absolute path of a folder of the tree; the empty path is the project's root.
 * @throws {PackwheelError} `EDITABLE_PATH_INVALID`
 */
export function editableMembers(
  project: Pick<Project, "name" | "version">,
  selection: Pick<FileSelection, "wheel" | "importRoots" | "decisions">,
  locate: (folder: string) => string,
): EditableMembers {
  const { importRoots } = selection;
  const members: WheelMember[] = [];
  const findings: Finding[] = [];
  if (importRoots.length > 0) {
    members.push(memoryMember(pathFileName(project.name), formatPathFile(importRoots.map(locate))));
  }
  const data = `${dataFolder(project.name, project.version)}/`;
  const sources = new Map(
    selection.decisions.flatMap(({ path, wheel }) => (wheel === undefined ? [] : [[wheel, path]])),
  );
  const isInTree = ({ path }: WheelMember): boolean =>
    importRoots.some((root) => sources.get(path) === join(root, path));
  const roots = new Map<string, string>();
  for (const member of selection.wheel) {
    const root = importRoots.find((one) => sources.get(member.path) === join(one, member.path));
    if (root === undefined) continue;
    for (let folder = folderOf(member.path); folder !== ""; folder = folderOf(folder)) roots.set(folder, root);
  }
  const imported = new Set(selection.wheel.filter(isInTree).map(({ path }) => topOf(path)));
  const generated: WheelMember[] = [];
  for (const member of selection.wheel) {
    // Python reads .pth files in site-packages alone.
    const isPathFile = /^[^/]+\.pth$/.test(member.path);
    if (isInTree(member) && !isPathFile) continue;
    const root = sources.has(member.path) ? undefined : rootOf(member.path, roots);
    if (root !== undefined) {
      generated.push(placeMember(member, join(root, member.path)));
      continue;
    }
    // A second folder of a package's name would never be looked into.
    if (!member.path.startsWith(data) && imported.has(topOf(member.path)) && !isPathFile) {
      findings.push(notInTree(member.path, sources.get(member.path) ?? member.path));
    } else {
      members.push(member);
    }
  }
  return { members, generated, findings };
}

/** The import root of the closest package around a file. */
function rootOf(path: string, roots: ReadonlyMap<string, string>): string | undefined {
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) {
    const root = roots.get(folder);
    if (root !== undefined) return root;
  }
  return undefined;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function join(root: string, path: string): string {
  return root === "" ? path : `${root}/${path}`;
}

function topOf(path: string): string {
  return path.split("/", 1)[0] ?? path;
}

function notInTree(place: string, source: string): Finding {
  return {
    code: "EDITABLE_FILE_ELSEWHERE",
    severity: "warning",
    message: `The wheel has ${quote(source)} at ${quote(place)}, where an editable install does not: Python reads the package from the project's folder`,
    path: source,
    hint: "Put the file, or a link to it, at that place in the project",
  };
}
