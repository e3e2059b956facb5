/**
 * One wheel for each of several targets, and the sdist once, of a project on disk.
 *
 * Nothing is at its place before every target is done: half a set of wheels is easily uploaded by mistake.
 */
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { buildProject } from "../core/build/build-project.ts";
import { findTargets, isInAllAlone } from "../core/targets/build-target.ts";
import { requireTargets } from "../core/targets/tags-for-target.ts";
import {
  type BuildForTargetsOptions,
  buildForTargets,
  type TargetBuild as TargetBuildOf,
  type TargetBuilds,
} from "../toolchain/build-for-targets.ts";
import { type BuildDirectoryOptions, type BuiltDiskFile, diskBuild, planDirectory } from "./build-directory.ts";
import { hostTarget } from "./host-target.ts";
import { writeTogether } from "./staged-outputs.ts";
import { usefulThreads } from "./toolchain/thread-pool.ts";

/** With `keepGoing`, wheels of other targets are kept when one fails; without, one failure leaves no file. */
export interface BuildTargetsOptions
  extends BuildDirectoryOptions,
    Pick<BuildForTargetsOptions<BuiltDiskFile>, "keepGoing" | "onTarget"> {}

export type TargetBuild = TargetBuildOf<BuiltDiskFile>;
export type BuildTargetsResult = TargetBuilds<BuiltDiskFile>;

/**
 * Of the platform tags that are asked for, each wheel gets those that are for its target.
 *
 * @param words Names, triples and groups, as `findTargets` takes them.
 * @throws {PackwheelError} `TARGET_UNKNOWN`, `TARGET_TAG_UNUSED`, and everything that `buildDirectory` throws, with the target's name before
 *   the message. No file is left then.
 */
export async function buildTargets(
  directory: string,
  words: readonly string[],
  options: BuildTargetsOptions = {},
): Promise<BuildTargetsResult> {
  const targets = findTargets(words, hostTarget());
  requireTargets(targets, options.platformTag ?? []);
  return writeTogether(
    (folderFor) => {
      return buildForTargets(
        targets,
        {
          async build(target, kinds, ports) {
            const native = { ...options.native, target: target.triple };
            const disk = diskBuild(directory, { ...options, ...ports, kinds, native, target });
            const folder = folderFor(disk.outDir);
            const { files, findings } = await buildProject(disk.tree, disk.build, { ...disk.ports, folder });
            return { files: files.map((file) => ({ ...file, path: join(disk.outDir, file.filename) })), findings };
          },
          width: async () => ((await canOverlap(directory, options)) ? usefulThreads() : 1),
          now: () => performance.now(),
        },
        { ...options, isOptional: (target) => isInAllAlone(target, words, hostTarget()) },
      );
    },
    { signal: options.signal },
  );
}

/** Commands of the project may write where they like; two of them at once could be in each other's way. */
async function canOverlap(directory: string, options: BuildDirectoryOptions): Promise<boolean> {
  const { reporter: _, ...quiet } = options;
  const { project } = await planDirectory(directory, quiet);
  return project.tool.native.every(({ command, targets }) => {
    return command === undefined && Object.values(targets).every((special) => special?.command === undefined);
  });
}
