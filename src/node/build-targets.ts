/**
 * One wheel for each of several targets, and the sdist once. A wheel whose code needs no C library runs with all of
 * them: it gets the tags of both, and the other target of its machine needs no wheel.
 */
import { performance } from "node:perf_hooks";
import type { DistributionKind } from "../core/build/build-project.ts";
import type { Finding } from "../core/errors.ts";
import { type BuildTarget, findTargets } from "../core/targets/build-target.ts";
import { inParallel } from "../toolchain/workers.ts";
import { type BuildDirectoryOptions, type BuiltDiskFile, buildDirectory, planDirectory } from "./build-directory.ts";
import { hostTarget } from "./host-target.ts";
import { usefulThreads } from "./toolchain/thread-pool.ts";

export interface TargetBuild {
  readonly target: BuildTarget;
  /** Undefined when another wheel is for this target too. */
  readonly wheel: BuiltDiskFile | undefined;
  /** The target whose wheel is for this one too. */
  readonly coveredBy: string | undefined;
  readonly milliseconds: number;
}

export interface BuildTargetsResult {
  readonly sdist: BuiltDiskFile | undefined;
  readonly targets: readonly TargetBuild[];
  readonly findings: readonly Finding[];
}

/**
 * @param words Names, triples and groups, as `findTargets` takes them.
 * @throws {PackwheelError} `TARGET_UNKNOWN`, and everything that `buildDirectory` throws. Wheels that were whole by
 *   then stay.
 */
export async function buildTargets(
  directory: string,
  words: readonly string[],
  options: BuildDirectoryOptions = {},
): Promise<BuildTargetsResult> {
  const targets = findTargets(words, hostTarget());
  const [first, ...others] = targets;
  if (first === undefined) return { sdist: undefined, targets: [], findings: [] };
  const run = new TargetsRun(directory, options);
  // The first alone: what is wrong with the project is wrong for all.
  await run.build(first, options.kinds ?? ["sdist", "wheel"]);
  if (!run.isForAll) {
    // Targets of one machine after each other, since the wheel of one may do for the next.
    const machines = [...new Set(others.map(({ machine }) => machine))];
    const width = (await canOverlap(directory, first, options)) ? usefulThreads() : 1;
    await inParallel(machines, width, async (machine) => {
      for (const target of others.filter((each) => each.machine === machine)) await run.build(target, ["wheel"]);
    });
  }
  const done = run.done.toSorted((left, right) => targets.indexOf(left.target) - targets.indexOf(right.target));
  return { sdist: run.sdist, targets: done, findings: run.findings };
}

class TargetsRun {
  readonly #directory: string;
  readonly #options: BuildDirectoryOptions;
  readonly done: TargetBuild[] = [];
  readonly findings: Finding[] = [];
  sdist: BuiltDiskFile | undefined;

  constructor(directory: string, options: BuildDirectoryOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  /** A wheel without code is the same everywhere. */
  get isForAll(): boolean {
    return this.done.some(({ wheel }) => wheel?.tags.some((tag) => tag.endsWith("-any")) === true);
  }

  async build(target: BuildTarget, kinds: readonly DistributionKind[]): Promise<void> {
    const { signal, reporter, native } = this.#options;
    signal?.throwIfAborted();
    const coveredBy = this.done.find(({ wheel, target: { machine } }) => {
      return machine === target.machine && wheel !== undefined && hasTagFor(wheel, target);
    });
    if (coveredBy !== undefined) {
      this.done.push({ target, wheel: undefined, coveredBy: coveredBy.target.name, milliseconds: 0 });
      return;
    }
    const start = performance.now();
    reporter?.report({ kind: "phase", text: `Building for ${target.name}` });
    const result = await buildDirectory(this.#directory, {
      ...this.#options,
      kinds,
      native: { ...native, target: target.triple },
    });
    this.sdist ??= result.files.find(({ kind }) => kind === "sdist");
    const wheel = result.files.find(({ kind }) => kind === "wheel");
    this.done.push({ target, wheel, coveredBy: undefined, milliseconds: Math.round(performance.now() - start) });
    this.findings.push(...result.findings.filter((each) => !this.findings.some((known) => isSame(known, each))));
  }
}

/** Commands of the project may write where they like; two of them at once could be in each other's way. */
async function canOverlap(
  directory: string,
  { triple }: BuildTarget,
  options: BuildDirectoryOptions,
): Promise<boolean> {
  const { reporter: _, ...quiet } = options;
  const { project } = await planDirectory(directory, { ...quiet, native: { target: triple } });
  return project.tool.native.every(({ command, targets }) => {
    return command === undefined && Object.values(targets).every((special) => special?.command === undefined);
  });
}

function isSame(left: Finding, right: Finding): boolean {
  return left.code === right.code && left.path === right.path && left.message === right.message;
}

/** `manylinux_2_17_x86_64` is for glibc, `musllinux_1_1_x86_64` for musl. */
function hasTagFor({ tags }: BuiltDiskFile, { libc, machine }: BuildTarget): boolean {
  const beginning = libc === "musl" ? "musllinux_" : "manylinux";
  return tags.some((tag) => {
    const platform = tag.split("-").at(-1) ?? "";
    return platform.startsWith(beginning) && platform.endsWith(`_${machine}`);
  });
}
