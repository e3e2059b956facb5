/**
 * What files need against what a platform tag promises: a tag may promise less than the files could have, never more.
 * Specs: PEP 600 (any `manylinux_X_Y` is a tag, also where no policy has that name), PEP 656; macOS tags.
 */
import { FAT_ARCHES } from "../object/machine.ts";
import type { PlatformTag } from "../tags/platform-tag.ts";
import type { AppleAudit, EmscriptenAudit, FileAudit, LinuxAudit, Need } from "./file-audit.ts";
import { bare, formatNeed } from "./need-text.ts";
import { commonArchs, sliceVersion } from "./platform/apple.ts";
import { formatPolicy, type PolicyFamily, policiesFor } from "./platform/policies.ts";
import { PYEMSCRIPTEN_PLATFORMS } from "./platform/pyemscripten.ts";

/** One reason why a file may not have a tag. The problem goes on after the name of the file: `needs macOS 12.0 on arm64`. */
export type TagObstacle =
  /** The file is for another system or machine. */
  | { readonly kind: "foreign"; readonly path: string; readonly problem: string }
  /** The file needs a later version of the system. */
  | { readonly kind: "version"; readonly path: string; readonly problem: string }
  /** The file needs something that the policy of the tag does not promise. */
  | {
      readonly kind: "need";
      readonly path: string;
      readonly problem: string;
      readonly need: Need;
      readonly family: PolicyFamily;
    };

/** What of the files the tag does not promise. */
export function findObstacles(files: readonly FileAudit[], tag: PlatformTag): TagObstacle[] {
  return files.flatMap((file) => obstaclesOf(file, tag));
}

function obstaclesOf(file: FileAudit, tag: PlatformTag): TagObstacle[] {
  const { path } = file;
  switch (file.system) {
    case "linux":
      return linuxObstacles(file, tag);
    case "android":
      if (tag.kind !== "android" || tag.abi !== file.arch) return [foreign(path, `is for Android on ${file.arch}`)];
      if (tag.apiLevel >= file.apiLevel) return [];
      return [{ kind: "version", path, problem: `needs Android API level ${file.apiLevel}` }];
    case "windows":
      if (tag.kind === "windows" && tag.arch === file.arch) return [];
      return [foreign(path, `is for Windows on ${file.arch}`)];
    case "emscripten":
      return emscriptenObstacles(file, tag);
    case "unknown":
      // Who knows the platform better than the tables here may say so, but not that there is none.
      return tag.kind === "any" ? [foreign(path, "holds machine code")] : [];
    default:
      return appleObstacles(file, tag);
  }
}

/** Before PEP 783, Pyodide gave its platforms other names, which PyPI does not take. */
const OWN_NAME = /^(?:pyodide|emscripten)_\d+(?:_\d+)+_wasm32$/;

function emscriptenObstacles({ path, platforms, needs }: EmscriptenAudit, tag: PlatformTag): TagObstacle[] {
  if (tag.kind === "other" && OWN_NAME.test(tag.text)) return [];
  if (tag.kind !== "pyemscripten") return [foreign(path, "is for Python on WebAssembly")];
  const wanted = `${tag.year}.${tag.patch}`;
  // Who knows a platform that is newer than the tables may say so.
  if (platforms.includes(wanted) || !PYEMSCRIPTEN_PLATFORMS.includes(wanted)) return [];
  return needs
    .filter((need) => !need.platforms.includes(wanted))
    .map(({ symbol }) => ({
      kind: "version",
      path,
      problem: `needs ${bare(symbol)}, which pyemscripten_${tag.year}_${tag.patch} does not have`,
    }));
}

function foreign(path: string, problem: string): TagObstacle {
  return { kind: "foreign", path, problem };
}

function linuxObstacles(file: LinuxAudit, tag: PlatformTag): TagObstacle[] {
  const stranger = [foreign(file.path, `is for Linux on ${file.arch}`)];
  switch (tag.kind) {
    case "linux":
      return sameArch(tag.arch, file.arch) ? [] : stranger;
    case "manylinux-legacy": {
      const policy = policiesFor("manylinux", tag.arch).find(({ alias }) => alias === tag.name);
      if (policy === undefined || tag.arch !== file.arch) return stranger;
      return policyObstacles(file, { ...policy, kind: "manylinux" });
    }
    case "manylinux":
    case "musllinux":
      return tag.arch === file.arch ? policyObstacles(file, tag) : stranger;
    default:
      return stranger;
  }
}

/** ELF headers do not tell the versions of 32-bit ARM apart. */
function sameArch(wanted: string, found: string): boolean {
  return wanted === found || (found === "armv7l" && /^armv[678]l$/.test(wanted));
}

interface WantedPolicy {
  readonly kind: PolicyFamily;
  readonly major: number;
  readonly minor: number;
}

function policyObstacles(file: LinuxAudit, wanted: WantedPolicy): TagObstacle[] {
  const family = wanted.kind;
  return file[family].needs.flatMap((need) => {
    if (isPromised(need, wanted)) return [];
    const { floor } = need;
    const where = typeof floor === "string" ? `no ${family} policy promises` : `is in ${formatPolicy(floor)} and above`;
    return [{ kind: "need", path: file.path, problem: `needs ${formatNeed(need)}, which ${where}`, need, family }];
  });
}

function isPromised(need: Need, { major, minor }: WantedPolicy): boolean {
  const { floor } = need;
  if (typeof floor === "string") return floor === "free";
  if (floor.major < major || (floor.major === major && floor.minor <= minor)) return true;
  // Between two policies, glibc's own versions tell what a system of that tag has.
  const version = need.kind === "version" ? /^GLIBC_(\d+)\.(\d+)(?:\.\d+)?$/.exec(need.version) : null;
  if (version === null) return false;
  const [glibcMajor, glibcMinor] = [Number(version[1]), Number(version[2])];
  return glibcMajor < major || (glibcMajor === major && glibcMinor <= minor);
}

function appleObstacles(file: AppleAudit, tag: PlatformTag): TagObstacle[] {
  const archs = file.slices.map(({ arch }) => arch);
  const stranger = foreign(file.path, `is for ${systemName(file)} on ${archs.join(" and ")}`);
  if (file.system !== "macos") {
    if (tag.kind !== "ios" || tag.sdk !== file.system) return [stranger];
    return appleVersionObstacles(file, [tag.arch], tag, stranger);
  }
  if (tag.kind !== "macos") return [stranger];
  return appleVersionObstacles(file, FAT_ARCHES[tag.arch] ?? [tag.arch], tag, stranger);
}

function systemName({ system }: AppleAudit): string {
  return system === "macos" ? "macOS" : "iOS";
}

function appleVersionObstacles(
  file: AppleAudit,
  wantedArchs: readonly string[],
  { major, minor }: { readonly major: number; readonly minor: number },
  stranger: TagObstacle,
): TagObstacle[] {
  const archs = commonArchs([file]);
  if (wantedArchs.some((arch) => !archs.includes(arch))) return [stranger];
  return wantedArchs.flatMap((arch) => {
    const needed = sliceVersion(file, arch);
    // The first macOS on arm64 was 11: lower tags of universal files speak of the other machine.
    if (arch === "arm64" && wantedArchs.length > 1 && needed.major === 11) return [];
    const isEnough = major > needed.major || (major === needed.major && minor >= needed.minor);
    if (isEnough) return [];
    const problem = `needs ${systemName(file)} ${needed.major}.${needed.minor} on ${arch}`;
    return [{ kind: "version", path: file.path, problem }];
  });
}
