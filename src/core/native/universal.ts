/**
 * Libraries and programs for both processors of Macs: each is built twice, by the same command or compiler, and the two
 * files become one. Tools that make universal files by themselves are welcome, too: of each file the wanted half is taken.
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { extractSlice, mergeMachO } from "../object/macho/merge.ts";
import { isObjectError } from "../object/object-bytes.ts";
import type { Project } from "../project/project.ts";
import { type Target, targetNames, UNIVERSAL2_TRIPLES } from "../tags/target.ts";
import type { Artifact } from "./native-members.ts";
import { type NativeStep, planNative, readTarget } from "./plan.ts";

/** What is built for one of the targets that a build is for. */
export interface TargetSteps {
  readonly target: Target;
  readonly steps: readonly NativeStep[];
}

/** The plan of a build: one for most targets, one for each processor of a universal one. */
export function planTargets(project: Pick<Project, "name" | "version" | "tool">, target: Target): TargetSteps[] {
  if (!isUniversal(target)) return [{ target, steps: planNative(project, target) }];
  return UNIVERSAL2_TRIPLES.map((triple) => {
    const half = readTarget(triple);
    const [system = "", ...special] = targetNames(half);
    // macos, macos-universal2, universal2-apple-darwin, macos-arm64, aarch64-apple-darwin
    const names = [system, ...targetNames(target).slice(1), ...special];
    return { target: half, steps: planNative(project, half, names) };
  });
}

function isUniversal({ system, machine }: Target): boolean {
  return system === "macos" && machine === "universal2";
}

export interface HalfArtifact {
  readonly target: Target;
  readonly artifact: Artifact;
}

/**
 * One file of what a step built for each processor; what was built for one target stays as it is.
 *
 * @throws {PackwheelError} `NATIVE_ARTIFACT_INVALID` when a file is for another processor, or an extension has two names.
 */
export function mergeArtifacts(
  { name, kind }: Pick<NativeStep, "name" | "kind">,
  halves: readonly HalfArtifact[],
): Artifact {
  const [first, ...others] = halves;
  if (first === undefined) throw invalid(name, "nothing was built", "Name a target");
  if (others.length === 0) return first.artifact;
  const { fileName, bytes } = first.artifact;
  // Only extension modules keep the names that they were built with.
  const stranger = kind === "extension" ? others.find(({ artifact }) => artifact.fileName !== fileName) : undefined;
  if (stranger !== undefined) {
    const found = `${quote(fileName)} and ${quote(stranger.artifact.fileName)} have two names`;
    throw invalid(name, found, "Have both builds give the file the same name");
  }
  // A script is the same for every processor.
  if (halves.every(({ artifact }) => isSameScript(artifact.bytes, bytes))) return first.artifact;
  return { fileName, bytes: mergeMachO(halves.map((half) => halfOf(name, half))) };
}

function halfOf(name: string, { target, artifact }: HalfArtifact): Uint8Array {
  try {
    return extractSlice(artifact.bytes, target.machine);
  } catch (error) {
    if (!isObjectError(error)) throw error;
    throw invalid(
      name,
      `${quote(artifact.fileName)} is not for ${quote(target.triple)}: ${error.message}`,
      "Have the command build for the triple in PACKWHEEL_TARGET, or give each of [tool.packwheel.native.target.macos-x86_64] and macos-arm64 its own command or artifact",
      error,
    );
  }
}

function isSameScript(bytes: Uint8Array, other: Uint8Array): boolean {
  if (bytes[0] !== 0x23 || bytes[1] !== 0x21 || bytes.length !== other.length) return false; // #!
  return bytes.every((byte, index) => byte === other[index]);
}

function invalid(name: string, reason: string, hint: string, cause?: unknown): PackwheelError {
  return new PackwheelError("NATIVE_ARTIFACT_INVALID", `Cannot use what native ${quote(name)} built: ${reason}`, {
    hint,
    path: "pyproject.toml: tool.packwheel.native",
    cause,
  });
}
