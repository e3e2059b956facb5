/**
 * The lowest macOS or iOS tag for several Mach-O files together.
 * Specs: the macOS part of the platform compatibility tags; PEP 730.
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import type { Finding } from "../../errors.ts";
import { quote } from "../../names/quote.ts";
import { FAT_ARCHES } from "../../object/machine.ts";
import type { MachOVersion } from "../../object/macho/model.ts";
import { auditFinding } from "../audit-finding.ts";
import type { AppleAudit, FilesPlatform } from "../file-audit.ts";
import { bare } from "../need-text.ts";

/** A system as tags name it. */
export interface AppleVersion {
  readonly major: number;
  readonly minor: number;
}

/** The systems that came first on each machine: no tag needs to go below them. */
const FIRST_VERSIONS: Readonly<Record<string, AppleVersion>> = {
  arm64: { major: 11, minor: 0 },
  x86_64: { major: 10, minor: 4 },
  i386: { major: 10, minor: 4 },
  ppc64: { major: 10, minor: 4 },
  ppc: { major: 10, minor: 0 },
};

/** The first iOS that installers of wheels know. */
const FIRST_IOS: AppleVersion = { major: 12, minor: 0 };

export function applePlatform(files: readonly AppleAudit[]): FilesPlatform {
  const archs = commonArchs(files);
  const [first] = files;
  if (first === undefined || archs.length === 0) {
    return { platformTags: [], findings: mixedMachines(files) };
  }
  const findings = files.flatMap((file) => fileFindings(file));
  if (first.system !== "macos") return { platformTags: iosTags(files, archs, first.system), findings };
  const name = archName(archs);
  if (name === undefined) {
    const message = `No macOS tag is for ${archs.join(" and ")} together`;
    return {
      platformTags: [],
      findings: [...findings, auditFinding("AUDIT_UNKNOWN_PLATFORM", "error", message, first.path)],
    };
  }
  const { major, minor } = macVersion(files, archs);
  return { platformTags: [`macosx_${major}_${minor}_${name}`], findings };
}

/** Architectures that every file has: a wheel runs where all of its files run. */
export function commonArchs(files: readonly AppleAudit[]): string[] {
  const [first, ...others] = files;
  const archs = first?.slices.map(({ arch }) => arch) ?? [];
  return [...new Set(archs)]
    .filter((arch) => others.every(({ slices }) => slices.some((slice) => slice.arch === arch)))
    .sort(compareCodePoints);
}

/**
 * The oldest macOS for these architectures of all files. On arm64, 11.0 is the oldest there is: such a slice says
 * nothing about the others.
 */
export function macVersion(files: readonly AppleAudit[], archs: readonly string[]): AppleVersion {
  let version: AppleVersion = { major: 10, minor: 0 };
  for (const arch of archs) {
    const needed = files.map((file) => sliceVersion(file, arch)).reduce(newer, FIRST_VERSIONS[arch] ?? version);
    if (arch === "arm64" && archs.length > 1 && needed.major === 11) continue;
    version = newer(version, needed);
  }
  return version;
}

/** The version in a tag for one file and architecture; from macOS 11 on, tags know whole versions alone. */
export function sliceVersion({ system, slices }: AppleAudit, arch: string): AppleVersion {
  const minimum = slices.find((slice) => slice.arch === arch)?.minimum;
  if (minimum === undefined) return { major: 10, minor: 0 };
  return system === "macos" ? macTagVersion(minimum) : minimum;
}

function macTagVersion({ major, minor }: MachOVersion): AppleVersion {
  if (major <= 10) return { major: 10, minor: major < 10 ? 0 : minor };
  // After macOS 15 came 26; old tools say 16 for it.
  return { major: major >= 16 && major < 26 ? 26 : major, minor: 0 };
}

function newer(left: AppleVersion, right: AppleVersion): AppleVersion {
  const difference = left.major - right.major || left.minor - right.minor;
  return difference >= 0 ? left : right;
}

/** `universal2` for arm64 and x86_64. */
function archName(archs: readonly string[]): string | undefined {
  if (archs.length === 1) return archs[0];
  const same = Object.entries(FAT_ARCHES).find(
    ([, members]) => members.length === archs.length && members.every((member) => archs.includes(member)),
  );
  return same?.[0];
}

function iosTags(files: readonly AppleAudit[], archs: readonly string[], sdk: string): string[] {
  return archs.map((arch) => {
    const version = files.map((file) => sliceVersion(file, arch)).reduce(newer, FIRST_IOS);
    return `ios_${version.major}_${version.minor}_${arch}_${sdk}`;
  });
}

function mixedMachines(files: readonly AppleAudit[]): Finding[] {
  const describe = ({ slices }: AppleAudit): string => slices.map(({ arch }) => arch).join(" and ");
  const [first, ...others] = files;
  if (first === undefined) return [];
  const stranger = others.find((_, index) => commonArchs(files.slice(0, index + 2)).length === 0) ?? first;
  const message = `File is for ${describe(stranger)}, and ${quote(first.path)} is for ${describe(first)}`;
  const hint = "Make a wheel for each machine, or merge both into universal files";
  return [auditFinding("AUDIT_MIXED_MACHINES", "error", message, stranger.path, hint)];
}

function fileFindings({ system, path, slices }: AppleAudit): Finding[] {
  const findings: Finding[] = [];
  const libraries = new Set(slices.flatMap(({ external }) => external));
  for (const library of libraries) {
    const message = `File needs the library ${bare(library)}, which is no part of the system`;
    const hint = "Put the library into the wheel, or link it statically";
    findings.push(auditFinding("AUDIT_EXTERNAL_LIBRARY", "warning", message, path, hint));
  }
  for (const { arch, minimum } of slices) {
    if (minimum === undefined) {
      const message = `File does not say which macOS it needs on ${arch}`;
      findings.push(
        auditFinding("AUDIT_NO_MINIMUM_VERSION", "warning", message, path, "Build with MACOSX_DEPLOYMENT_TARGET"),
      );
    } else if (system === "macos" && minimum.major >= 11 && minimum.minor > 0) {
      const message = `File needs macOS ${minimum.major}.${minimum.minor} on ${arch}, and tags know whole versions alone`;
      const hint = `Build with MACOSX_DEPLOYMENT_TARGET=${minimum.major}.0`;
      findings.push(auditFinding("AUDIT_MINOR_VERSION_LOST", "note", message, path, hint));
    }
  }
  return findings;
}
