/**
 * Which files of a project go where: into the wheel and at which place, into the sdist, and why.
 *
 * Names decide; contents are read only where they must be: the first line of scripts, the first bytes of what could be
 * a program or a private key. The answer does not depend on the order in which the tree lists its files.
 */
import type { Finding } from "../errors.ts";
import type { FileTree, TreeEntry } from "../ports/file-tree.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import type { Project } from "./project.ts";
import { explainFiles, type FileDecision } from "./source-files/decisions.ts";
import { findingsOfArchive, findingsOfVersionFile } from "./source-files/file-findings.ts";
import { type ListProjectOptions, listProjectFiles } from "./source-files/list-files.ts";
import { findNamedFiles } from "./source-files/named-files.ts";
import { findNativeFiles, type NativeFile } from "./source-files/native-files.ts";
import { findingsOfBackend } from "./source-files/own-backend.ts";
import type { PlacedFile } from "./source-files/placed-file.ts";
import { checkPlaces } from "./source-files/places.ts";
import { checkSdistRebuilds, planSdist, type SdistPlan } from "./source-files/plan-sdist.ts";
import { planWheel, type WheelPlan } from "./source-files/plan-wheel.ts";
import { readHead } from "./source-files/read-head.ts";
import { portableShebang, SCRIPT_HEAD, withShebang } from "./source-files/script-shebang.ts";
import { findSecrets } from "./source-files/secrets.ts";

export type { FileDecision } from "./source-files/decisions.ts";
export type { NativeFile, NativeFormat } from "./source-files/native-files.ts";

/** All lists are sorted by path, by code point. */
export interface FileSelection {
  /** Without dist-info. */
  readonly wheel: readonly WheelMember[];
  /** Paths below the sdist's top folder; PKG-INFO is left to the packer. */
  readonly sdist: readonly WheelMember[];
  /** Paths are the values of `License-File`. */
  readonly licenseFiles: readonly WheelMember[];
  /** Paths are file names below `sboms/`. */
  readonly sboms: readonly WheelMember[];
  /** Folders of the tree that Python would have to search to import the packages from there: `src`. Sorted. */
  readonly importRoots: readonly string[];
  /** Members of the wheel that are ELF, Mach-O or PE files. */
  readonly native: readonly NativeFile[];
  readonly decisions: readonly FileDecision[];
  readonly findings: readonly Finding[];
}

export type SelectOptions = ListProjectOptions;

/**
 * Choose the files of a project's wheel and sdist.
 *
 * @param tree Its root holds pyproject.toml.
 * @throws {PackwheelError} `PROJECT_NO_PACKAGE`, `PROJECT_AMBIGUOUS_PACKAGE`, `PROJECT_PACKAGE_MISSING`,
 *   `PROJECT_SOURCE_MISSING`, `PROJECT_PLACE_INVALID`, `PROJECT_PATH_CONFLICT`, `PROJECT_SDIST_INCOMPLETE`,
 *   `WHEEL_EMPTY`; and what the tree says of a chosen file that cannot be read, such as `TREE_LINK_ESCAPES`.
 */
export async function selectFiles(
  project: Project,
  tree: FileTree,
  options: SelectOptions = {},
): Promise<FileSelection> {
  const files = await listProjectFiles(project, tree, options);
  const wheel = planWheel(project, files);
  checkPlaces(wheel.placed);
  const named = findNamedFiles(project, files);
  const sdist = planSdist(project, files, wheel, named.rules);
  checkSdistRebuilds(project, sdist, wheel);
  const members: WheelMember[] = [];
  for (const file of wheel.placed) members.push(await wheelMember(file, tree));
  return {
    wheel: members,
    sdist: sdist.files.map(({ entry }) => plainMember(entry, entry.path, tree)),
    licenseFiles: named.licenses.map((entry) => plainMember(entry, entry.path, tree)),
    sboms: named.sboms.map(({ entry, name }) => plainMember(entry, name, tree)),
    importRoots: wheel.importRoots,
    native: await findNativeFiles(wheel.placed, tree, options.signal),
    decisions: explainFiles(project, files, wheel, sdist, named),
    findings: await collectFindings(project, wheel, sdist, tree),
  };
}

function plainMember(entry: TreeEntry, path: string, tree: FileTree): WheelMember {
  return { path, size: entry.size, executable: (entry.mode & 0o111) !== 0, open: () => tree.open(entry.path) };
}

async function wheelMember(file: PlacedFile, tree: FileTree): Promise<WheelMember> {
  const plain = plainMember(file.entry, file.place, tree);
  if (!file.script) return plain;
  const shebang = portableShebang(await readHead(tree, file.entry.path, SCRIPT_HEAD));
  if (shebang === undefined) return { ...plain, executable: true };
  const size = plain.size - shebang.oldLength + shebang.bytes.length;
  return { ...plain, executable: true, size, open: () => withShebang(tree.open(file.entry.path), shebang) };
}

async function collectFindings(
  project: Project,
  wheel: WheelPlan,
  sdist: SdistPlan,
  tree: FileTree,
): Promise<Finding[]> {
  const inWheel = wheel.placed.map((file) => ({ path: file.place, size: file.entry.size }));
  const inSdist = sdist.files.map(({ entry }) => ({ path: entry.path, size: entry.size }));
  const sources = new Set(wheel.placed.map((file) => file.entry.path));
  return [
    ...wheel.findings,
    ...sdist.findings,
    ...findingsOfBackend(
      project,
      inSdist.map((file) => file.path),
    ),
    ...findingsOfVersionFile(project.tool.versionFile, sources),
    ...(await findSecrets(
      inSdist.map((file) => file.path),
      tree,
    )),
    ...findingsOfArchive("wheel", inWheel),
    // What is odd about a file of the wheel has been said.
    ...findingsOfArchive("sdist", inSdist).filter((finding) => !sources.has(finding.path ?? "")),
  ];
}
