/**
 * The files of a project's tree, sorted, without what never ships. Folders that never ship are not entered, so that a
 * `node_modules` of 100,000 files costs nothing; those that lead to a file which pyproject.toml names are.
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { GENERATED_LIST, GENERATED_REASON, parseGeneratedFiles } from "../../editable/generated-files.ts";
import { PackwheelError } from "../../errors.ts";
import { escapeName } from "../../names/project-name.ts";
import { nativeInputs } from "../../native/native-inputs.ts";
import type { FileTree, TreeEntry } from "../../ports/file-tree.ts";
import type { Project } from "../project.ts";
import { globBase } from "./globs.ts";
import { neverShippedFile, neverShippedFolder } from "./never-shipped.ts";
import { baseName, cleanPath, folderOf, isBelow, relativeTo } from "./paths.ts";

/** A file or folder (`dist/`) that no rule of the project can take in, except by naming it. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

export interface ProjectFiles {
  /** Everything that packages and patterns may take from, sorted by code point. */
  readonly files: readonly TreeEntry[];
  /** Everything that was listed, by path: sources that pyproject.toml names may lie in `build/`. */
  readonly all: ReadonlyMap<string, TreeEntry>;
  readonly leftOut: readonly LeftOut[];
  /** What is there but cannot be packed, by path: a link out of the project, a socket. Among the files all the same. */
  readonly unreadable: ReadonlyMap<string, PackwheelError>;
}

/** Usual names of virtual environments: worth a look before the listing enters them. */
const ENVIRONMENT_FOLDERS = [".venv", "venv", "env", "ENV"];

export interface ListProjectOptions {
  /** The folder of the tree that results are written to, if they are. */
  readonly outputFolder?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** List the tree of a project, whose root folder holds pyproject.toml. */
export async function listProjectFiles(
  project: Project,
  tree: FileTree,
  { outputFolder, signal }: ListProjectOptions,
): Promise<ProjectFiles> {
  const named = namedSources(project);
  const environments = await findEnvironments(tree);
  const skipped = new Map<string, string>();
  const skipDirectory = (path: string): boolean => {
    if (named.some((source) => source === path || isBelow(source, path))) return false;
    const reason = environments.has(path) ? "a virtual environment" : judgeFolder(path, named);
    if (reason !== undefined) skipped.set(path, reason);
    return reason !== undefined;
  };
  const entries: TreeEntry[] = [];
  const unreadable = new Map<string, PackwheelError>();
  const onUnreadable = (path: string, error: PackwheelError): void => {
    unreadable.set(path, error);
    entries.push({ path, size: 0, mode: 0o644 });
  };
  const options = { skipDirectory, onUnreadable, ...(signal === undefined ? {} : { signal }) };
  for await (const entry of tree.list(options)) entries.push(entry);
  const generated = parseGeneratedFiles(await tree.read(GENERATED_LIST).catch(() => undefined));
  const authored = entries.filter(({ path }) => !generated.has(path));
  const sorted = sortProjectFiles(project, authored, outputFolder);
  const written = entries
    .filter(({ path }) => generated.has(path))
    .map(({ path }) => ({ path, reason: GENERATED_REASON }));
  const folders = [...skipped].map(([path, reason]) => ({ path: `${path}/`, reason }));
  return { ...sorted, leftOut: [...folders, ...written, ...sorted.leftOut], unreadable };
}

/** Virtual environments at the root that bear a usual name. */
async function findEnvironments(tree: FileTree): Promise<Set<string>> {
  const found = new Set<string>();
  for (const folder of ENVIRONMENT_FOLDERS) {
    try {
      if ((await tree.read(`${folder}/pyvenv.cfg`)) !== undefined) found.add(folder);
    } catch (error) {
      // A link to an environment outside the project: there to be seen, but not to be read.
      if (!(error instanceof PackwheelError)) throw error;
      found.add(folder);
    }
  }
  return found;
}

/** Tell what may ship from what never does, by names alone. */
export function sortProjectFiles(
  project: Project,
  entries: readonly TreeEntry[],
  outputFolder?: string | undefined,
): ProjectFiles {
  const packages = (project.tool.packages ?? []).map(cleanPath);
  const sorted = entries.toSorted((left, right) => compareCodePoints(left.path, right.path));
  const environments = sorted
    .filter((entry) => entry.path.endsWith("/pyvenv.cfg"))
    .map((entry) => entry.path.slice(0, -"/pyvenv.cfg".length));
  const files: TreeEntry[] = [];
  const leftOut: LeftOut[] = [];
  for (const entry of sorted) {
    const reason = environments.some((folder) => isBelow(entry.path, folder))
      ? "a virtual environment"
      : (judgeFile(entry.path, packages) ?? judgeOutput(entry.path, project, outputFolder));
    if (reason === undefined) files.push(entry);
    else leftOut.push({ path: entry.path, reason });
  }
  return { files, all: new Map(sorted.map((entry) => [entry.path, entry])), leftOut, unreadable: new Map() };
}

/** Why a file stays out. A folder that is named is judged from there on: `packages = ["build"]` means that folder. */
function judgeFile(path: string, named: readonly string[]): string | undefined {
  if (named.includes(path)) return undefined;
  const base = closestAbove(path, named);
  return base === undefined ? neverShippedFile(path, true) : neverShippedFile(relativeTo(path, base), false);
}

/** With the results of the last build in it, no build would give the same archive as the one before. */
function judgeOutput(path: string, project: Project, outputFolder: string | undefined): string | undefined {
  if (outputFolder === undefined || folderOf(path) !== outputFolder) return undefined;
  const name = baseName(path);
  const isResult = name.startsWith(`${escapeName(project.name)}-`) && /\.(?:whl|tar\.gz)$/.test(name);
  return isResult ? "the result of another build" : undefined;
}

function judgeFolder(path: string, named: readonly string[]): string | undefined {
  const base = closestAbove(path, named);
  return base === undefined ? neverShippedFolder(path, true) : neverShippedFolder(relativeTo(path, base), false);
}

function closestAbove(path: string, folders: readonly string[]): string | undefined {
  let closest: string | undefined;
  for (const folder of folders) {
    if (isBelow(path, folder) && (closest === undefined || folder.length > closest.length)) closest = folder;
  }
  return closest;
}

/** Files and folders that pyproject.toml names: the listing must reach them, wherever they are. */
function namedSources(project: Project): string[] {
  const { tool } = project;
  return [
    ...(tool.packages ?? []).map(cleanPath),
    ...Object.keys(tool.forceInclude).map(cleanPath),
    ...Object.values(tool.data).flatMap((scheme) => Object.keys(scheme).map(cleanPath)),
    ...project.referencedFiles,
    ...project.metadata.licenseFile,
    ...tool.sbomFiles.map(globBase),
    ...tool.native.flatMap((table) => {
      const { globs, headerFolders } = nativeInputs(table);
      return [...globs.map(({ glob }) => globBase(glob)), ...headerFolders];
    }),
  ].filter((path) => path !== "");
}
