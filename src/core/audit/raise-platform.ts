/**
 * A platform tag that the user asks for, against what the files need: it may promise less than they could, never more.
 * Specs: PEP 600 (any `manylinux_X_Y` is a tag, also where no policy has that name), PEP 656; macOS tags.
 */
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { FAT_ARCHES } from "../object/machine.ts";
import { formatPlatformTag, type PlatformTag, parsePlatformTag } from "../tags/platform-tag.ts";
import { auditFinding } from "./audit-finding.ts";
import type { WheelAudit } from "./audit-wheel.ts";
import type { AppleAudit, FileAudit, LinuxAudit, Need } from "./file-audit.ts";
import { formatNeed } from "./need-text.ts";
import { commonArchs, sliceVersion } from "./platform/apple.ts";
import { formatPolicy, type PolicyFamily, policiesFor } from "./platform/policies.ts";

/**
 * Use these tags instead of the lowest ones.
 *
 * @param wanted `["manylinux_2_28_x86_64"]`, `["linux_x86_64"]`
 * @returns The wanted tags in their normal form.
 * @throws {PackwheelError} `AUDIT_TAG_TOO_LOW` naming the file and the symbol that needs more; `TAG_INVALID`
 */
export function raisePlatform(audit: Pick<WheelAudit, "files" | "platformTags">, wanted: readonly string[]): string[] {
  return wanted.map((text) => {
    const tag = parsePlatformTag(text);
    const findings = audit.files.flatMap((file) => obstacles(file, tag));
    const [first] = findings;
    if (first !== undefined) throw tooLow(text, first, findings, audit.platformTags);
    return formatPlatformTag(tag);
  });
}

function tooLow(
  wanted: string,
  first: Finding,
  findings: readonly Finding[],
  lowest: readonly string[],
): PackwheelError {
  const more = findings.length > 1 ? `, and ${findings.length - 1} more` : "";
  return new PackwheelError(
    "AUDIT_TAG_TOO_LOW",
    `Cannot tag the wheel ${quote(wanted)}: ${quote(first.path ?? "")} ${first.message}${more}`,
    { path: first.path, findings, hint: hintFor(lowest) },
  );
}

function hintFor(lowest: readonly string[]): string | undefined {
  const tags = lowest.join(".");
  if (tags === "") return undefined;
  return tags.startsWith("linux_")
    ? `Use ${tags}, or put what is missing into the wheel`
    : `Use ${tags} or a higher tag`;
}

/** What of a file the tag does not promise; messages go on after the name of the file. */
function obstacles(file: FileAudit, tag: PlatformTag): Finding[] {
  const problems = problemsOf(file, tag);
  return problems.map((problem) => auditFinding("AUDIT_NO_POLICY", "error", problem, file.path));
}

function problemsOf(file: FileAudit, tag: PlatformTag): string[] {
  switch (file.system) {
    case "linux":
      return linuxProblems(file, tag);
    case "android":
      if (tag.kind !== "android" || tag.abi !== file.arch) return [`is for Android on ${file.arch}`];
      return tag.apiLevel < file.apiLevel ? [`needs Android API level ${file.apiLevel}`] : [];
    case "windows":
      return tag.kind === "windows" && tag.arch === file.arch ? [] : [`is for Windows on ${file.arch}`];
    case "unknown":
      // Who knows the platform better than the tables here may say so, but not that there is none.
      return tag.kind === "any" ? ["holds machine code"] : [];
    default:
      return appleProblems(file, tag);
  }
}

function linuxProblems(file: LinuxAudit, tag: PlatformTag): string[] {
  const foreign = `is for Linux on ${file.arch}`;
  switch (tag.kind) {
    case "linux":
      return sameArch(tag.arch, file.arch) ? [] : [foreign];
    case "manylinux-legacy": {
      const policy = policiesFor("manylinux", tag.arch).find(({ alias }) => alias === tag.name);
      if (policy === undefined || tag.arch !== file.arch) return [foreign];
      return policyProblems(file, { ...policy, kind: "manylinux" });
    }
    case "manylinux":
    case "musllinux":
      return tag.arch === file.arch ? policyProblems(file, tag) : [foreign];
    default:
      return [foreign];
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

function policyProblems(file: LinuxAudit, wanted: WantedPolicy): string[] {
  return file[wanted.kind].needs.flatMap((need) => {
    if (isPromised(need, wanted)) return [];
    const { floor } = need;
    const name = formatNeed(need);
    if (typeof floor === "string") return [`needs ${name}, which no ${wanted.kind} policy promises`];
    return [`needs ${name}, which is in ${formatPolicy(floor)} and above`];
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

function appleProblems(file: AppleAudit, tag: PlatformTag): string[] {
  const archs = file.slices.map(({ arch }) => arch);
  const foreign = `is for ${systemName(file)} on ${archs.join(" and ")}`;
  if (file.system !== "macos") {
    if (tag.kind !== "ios" || tag.sdk !== file.system) return [foreign];
    return appleVersionProblems(file, [tag.arch], tag, foreign);
  }
  if (tag.kind !== "macos") return [foreign];
  return appleVersionProblems(file, FAT_ARCHES[tag.arch] ?? [tag.arch], tag, foreign);
}

function systemName({ system }: AppleAudit): string {
  return system === "macos" ? "macOS" : "iOS";
}

function appleVersionProblems(
  file: AppleAudit,
  wantedArchs: readonly string[],
  { major, minor }: { readonly major: number; readonly minor: number },
  foreign: string,
): string[] {
  const archs = commonArchs([file]);
  if (wantedArchs.some((arch) => !archs.includes(arch))) return [foreign];
  return wantedArchs.flatMap((arch) => {
    const needed = sliceVersion(file, arch);
    // The first macOS on arm64 was 11: lower tags of universal files speak of the other machine.
    if (arch === "arm64" && wantedArchs.length > 1 && needed.major === 11) return [];
    const isEnough = major > needed.major || (major === needed.major && minor >= needed.minor);
    return isEnough ? [] : [`needs ${systemName(file)} ${needed.major}.${needed.minor} on ${arch}`];
  });
}
