/**
 * Which files of a project go where: into the wheel and at which place, into the sdist, and why.
 *
 * Names decide; contents are read only where they must be: the first line of scripts, the first bytes of what could be
 * a program or a private key. The answer does not depend on the order in which the tree lists its files.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import type { Finding } from "../errors.ts";
import { escapeName } from "../names/project-name.ts";
import type { FileTree, TreeEntry } from "../ports/file-tree.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import { quote } from "./place.ts";
import type { Project } from "./project.ts";
import {
  findingsOfArchive,
  holdsPrivateKey,
  isSecretByName,
  mayHoldPrivateKey,
  PRIVATE_KEY_HEAD,
  secretFinding,
} from "./source-files/file-findings.ts";
import { listProjectFiles, type ProjectFiles } from "./source-files/list-files.ts";
import { findNamedFiles, type NamedFiles } from "./source-files/named-files.ts";
import { findNativeFiles, type NativeFile } from "./source-files/native-files.ts";
import type { PlacedFile } from "./source-files/placed-file.ts";
import { checkPlaces } from "./source-files/places.ts";
import { checkSdistRebuilds, planSdist, type SdistPlan } from "./source-files/plan-sdist.ts";
import { planWheel, type WheelPlan } from "./source-files/plan-wheel.ts";
import { readHead } from "./source-files/read-head.ts";
import { portableShebang, SCRIPT_HEAD, withShebang } from "./source-files/script-shebang.ts";

export type { NativeFile, NativeFormat } from "./source-files/native-files.ts";

/** What happens to one file, or to one folder that was not entered (`dist/`), and which rule says so. */
export interface FileDecision {
  readonly path: string;
  /** Place in the wheel, when it goes there. A file that goes to two places has two decisions. */
  readonly wheel?: string;
  readonly sdist: boolean;
  /** `package "src/hello"`, `exclude "*.log"`, `never shipped: a cache` */
  readonly reason: string;
}

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
  /** Members of the wheel that are ELF, Mach-O or PE files. */
  readonly native: readonly NativeFile[];
  readonly decisions: readonly FileDecision[];
  readonly findings: readonly Finding[];
}

export interface SelectOptions {
  readonly signal?: AbortSignal | undefined;
}

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
  const files = await listProjectFiles(project, tree, options.signal);
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
    native: await findNativeFiles(wheel.placed, tree, options.signal),
    decisions: decide(project, files, wheel, sdist, named),
    findings: await collectFindings(wheel, sdist, tree),
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

async function collectFindings(wheel: WheelPlan, sdist: SdistPlan, tree: FileTree): Promise<Finding[]> {
  const inWheel = wheel.placed.map((file) => ({ path: file.place, size: file.entry.size }));
  const inSdist = sdist.files.map(({ entry }) => ({ path: entry.path, size: entry.size }));
  const secrets: Finding[] = [];
  for (const { path } of inSdist) {
    const isSecret = mayHoldPrivateKey(path)
      ? holdsPrivateKey(await readHead(tree, path, PRIVATE_KEY_HEAD))
      : isSecretByName(path);
    if (isSecret) secrets.push(secretFinding(path));
  }
  const sources = new Set(wheel.placed.map((file) => file.entry.path));
  return [
    ...wheel.findings,
    ...sdist.findings,
    ...secrets,
    ...findingsOfArchive("wheel", inWheel),
    // What is odd about a file of the wheel has been said.
    ...findingsOfArchive("sdist", inSdist).filter((finding) => !sources.has(finding.path ?? "")),
  ];
}

function decide(
  project: Project,
  files: ProjectFiles,
  wheel: WheelPlan,
  sdist: SdistPlan,
  named: NamedFiles,
): FileDecision[] {
  const inSdist = new Map(sdist.files.map(({ entry, rule }) => [entry.path, rule]));
  const leftOut = new Map(files.leftOut.map(({ path, reason }) => [path, `never shipped: ${reason}`]));
  const decisions: FileDecision[] = [];
  const shipped = new Set<string>();
  const ship = (path: string, place: string, reason: string): void => {
    shipped.add(path);
    decisions.push({ path, wheel: place, sdist: true, reason });
  };
  const distInfo = `${escapeName(project.name)}-${project.version}.dist-info`;
  for (const file of wheel.placed) ship(file.entry.path, file.place, file.rule);
  for (const entry of named.licenses) ship(entry.path, `${distInfo}/licenses/${entry.path}`, "a licence file");
  for (const { entry, name } of named.sboms) ship(entry.path, `${distInfo}/sboms/${name}`, "an SBOM file");
  for (const path of [...files.all.keys(), ...leftOut.keys()]) {
    if (shipped.has(path)) continue;
    shipped.add(path);
    const rule = inSdist.get(path);
    decisions.push({
      path,
      sdist: rule !== undefined,
      reason: rule ?? leftOut.get(path) ?? whyNot(path, files, wheel, sdist),
    });
  }
  return decisions.toSorted(
    (left, right) => compareCodePoints(left.path, right.path) || compareCodePoints(left.wheel ?? "", right.wheel ?? ""),
  );
}

function whyNot(path: string, files: ProjectFiles, wheel: WheelPlan, sdist: SdistPlan): string {
  const excluded = wheel.excluded.get(path);
  if (excluded !== undefined) return `exclude ${quote(excluded)}`;
  const dropped = sdist.excluded.get(path);
  if (dropped !== undefined) return `sdist-exclude ${quote(dropped)}`;
  const fault = files.unreadable.get(path);
  if (fault !== undefined) return fault.message;
  return "outside the packages, and no rule takes it";
}
