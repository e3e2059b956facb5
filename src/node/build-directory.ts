/** Building a project on disk: its folder as the tree, `dist/` as the output, the native engine. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  type BuildOptions,
  type BuildPlan,
  type BuildPorts,
  type BuiltFile,
  buildProject,
  planBuild,
} from "../core/build/build-project.ts";
import { type Finding, PackwheelError } from "../core/errors.ts";
import type { NativePorts } from "../core/native/native-ports.ts";
import type { Engine } from "../core/ports/engine.ts";
import type { Environment } from "../core/ports/environment.ts";
import type { FileTree } from "../core/ports/file-tree.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import type { Project } from "../core/project/project.ts";
import { diskFolder } from "./disk-output.ts";
import { diskTree } from "./disk-tree.ts";
import { nodeEnvironment } from "./environment.ts";
import type { NativeOptions } from "./native-build.ts";
import { nativeEngine } from "./native-engine.ts";
import { sourceDateEpoch } from "./source-date-epoch.ts";

export interface BuildDirectoryOptions extends BuildOptions {
  /** Default `dist` in the project. */
  readonly outDir?: string | undefined;
  /** Default: the native engine. */
  readonly engine?: Engine | undefined;
  /** Default: this process's variables, and git. */
  readonly environment?: Environment | undefined;
  /** How native code is built: target, profile, and whether what was built before may be taken again. */
  readonly native?: NativeOptions | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A file that was written, with its place on disk. */
export interface BuiltDiskFile extends BuiltFile {
  /** `outDir` joined with the file name, as given: relative when `outDir` is. */
  readonly path: string;
}

export interface BuildDirectoryResult {
  readonly files: readonly BuiltDiskFile[];
  readonly findings: readonly Finding[];
}

/**
 * Build the project in a folder.
 *
 * @throws {PackwheelError} everything that `buildProject` throws, and `OUTPUT_FAILED` when the disk refuses.
 */
export async function buildDirectory(
  directory: string,
  options: BuildDirectoryOptions = {},
): Promise<BuildDirectoryResult> {
  const { tree, outDir, build, ports } = diskBuild(directory, options);
  const result = await buildProject(tree, build, ports);
  return {
    files: result.files.map((file) => ({ ...file, path: join(outDir, file.filename) })),
    findings: result.findings,
  };
}

/** A build on disk: where from, where to, and with what. */
export interface DiskBuild {
  readonly tree: FileTree;
  readonly outDir: string;
  readonly build: BuildOptions;
  readonly ports: BuildPorts;
}

/** The defaults of every build of a folder. @throws {PackwheelError} `PROJECT_FOLDER_MISSING` */
export function diskBuild(directory: string, options: BuildDirectoryOptions): DiskBuild {
  const environment = options.environment ?? nodeEnvironment(directory);
  const outDir = options.outDir ?? join(directory, "dist");
  return {
    tree: projectTree(directory),
    outDir,
    build: {
      ...options,
      outputFolder: options.outputFolder ?? placeInTree(directory, outDir),
      timestamp: options.timestamp ?? sourceDateEpoch(environment),
    },
    ports: {
      folder: diskFolder(outDir),
      engine: options.engine ?? nativeEngine(),
      environment,
      native: nativeOf(directory, options),
      reporter: options.reporter,
      signal: options.signal,
    },
  };
}

/** What builds the native code of a project; loaded when there is some. */
export function nativeOf(
  directory: string,
  { native, platformTag, reporter }: Pick<BuildDirectoryOptions, "native" | "platformTag" | "reporter">,
): (project: Project) => Promise<NativePorts> {
  return async ({ tool }) => {
    const { nativePorts } = await import("./native-build.ts");
    const chosen = { compiler: native?.compiler ?? tool.compiler, platformTag: platformTag ?? tool.platformTag };
    return nativePorts(directory, { ...native, ...chosen }, reporter);
  };
}

/** What `buildDirectory` would put into the archives, and why. */
export async function planDirectory(directory: string, options: BuildDirectoryOptions = {}): Promise<BuildPlan> {
  const outputFolder = options.outputFolder ?? placeInTree(directory, options.outDir ?? join(directory, "dist"));
  const planned = { ...options, outputFolder };
  const plan = await planBuild(projectTree(directory), planned, {
    environment: options.environment ?? nodeEnvironment(directory),
    reporter: options.reporter,
    signal: options.signal,
  });
  return plan.project.tool.native.length === 0 ? plan : withPlannedFiles(plan, options.native?.target);
}

/** Also what native code will add. */
async function withPlannedFiles(plan: BuildPlan, triple: string | undefined): Promise<BuildPlan> {
  const { readTarget } = await import("../core/native/plan.ts");
  const { planTargets } = await import("../core/native/universal.ts");
  const { plannedFiles } = await import("../core/native/planned-files.ts");
  const { hostTarget } = await import("./host-target.ts");
  const [planned] = planTargets(plan.project, readTarget(triple ?? hostTarget()));
  const files = plannedFiles(planned?.steps ?? []);
  const { selection } = plan;
  return { ...plan, selection: { ...selection, decisions: [...selection.decisions, ...files] } };
}

/** Where a folder lies in the tree of a project; undefined when it does not, or is not there yet. */
export function placeInTree(directory: string, folder: string): string | undefined {
  if (!existsSync(directory) || !existsSync(folder)) return undefined;
  const path = relative(realpathSync(directory), realpathSync(folder));
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path.replaceAll(sep, "/");
}

/** The tree of a project's folder. @throws {PackwheelError} `PROJECT_FOLDER_MISSING` */
export function projectTree(directory: string): ReturnType<typeof diskTree> {
  const isDirectory = statSync(directory, { throwIfNoEntry: false })?.isDirectory();
  if (isDirectory) return diskTree(directory);
  throw new PackwheelError(
    "PROJECT_FOLDER_MISSING",
    `Cannot build "${directory}": ${isDirectory === undefined ? "no such folder" : "not a folder"}`,
    { hint: "Give the folder that holds pyproject.toml", path: resolve(directory) },
  );
}
