/**
 * One wheel for each of several targets, and the sdist once. A wheel whose code needs no C library runs with all of
 * them: it gets the tags of both, and the other target of its machine needs no wheel.
 */
import { performance } from "node:perf_hooks";
import type { Finding } from "../core/errors.ts";
import { type BuildTarget, findTargets } from "../core/targets/build-target.ts";
import { type BuildDirectoryOptions, type BuiltDiskFile, buildDirectory } from "./build-directory.ts";
import { hostTarget } from "./host-target.ts";

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
  const kinds = options.kinds ?? ["sdist", "wheel"];
  const done: TargetBuild[] = [];
  const findings: Finding[] = [];
  let sdist: BuiltDiskFile | undefined;
  for (const target of targets) {
    options.signal?.throwIfAborted();
    const coveredBy = done.find(({ wheel, target: { machine } }) => {
      return machine === target.machine && wheel !== undefined && hasTagFor(wheel, target);
    });
    if (coveredBy !== undefined) {
      done.push({ target, wheel: undefined, coveredBy: coveredBy.target.name, milliseconds: 0 });
      continue;
    }
    const start = performance.now();
    options.reporter?.report({ kind: "phase", text: `Building for ${target.name}` });
    const result = await buildDirectory(directory, {
      ...options,
      kinds: sdist === undefined && done.length === 0 ? kinds : ["wheel"],
      native: { ...options.native, target: target.triple },
    });
    sdist ??= result.files.find(({ kind }) => kind === "sdist");
    const wheel = result.files.find(({ kind }) => kind === "wheel");
    done.push({ target, wheel, coveredBy: undefined, milliseconds: Math.round(performance.now() - start) });
    findings.push(...result.findings.filter((each) => !findings.some((known) => isSame(known, each))));
    // Without a wheel of its own kind, the project is the same everywhere.
    if (wheel?.tags.some((tag) => tag.endsWith("-any")) === true) break;
  }
  return { sdist, targets: done, findings };
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
