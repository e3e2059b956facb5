/**
 * Short names of platforms, and the tags that prebuilt programs for them get.
 * The floors are those of current toolchains: Go and Rust programs need glibc 2.17 or no libc at all, macOS 10.12 on
 * Intel (Rust's default) and 11.0 on Apple silicon.
 */
import { PackwheelError } from "../errors.ts";
import { closestMatch } from "../names/closest.ts";
import { quote } from "../names/quote.ts";
import { parsePlatformTag } from "../tags/platform-tag.ts";

export interface ProgramPlatform {
  readonly name: string;
  readonly tags: readonly string[];
  /** What Go, Node and other toolchains call it. */
  readonly aliases: readonly string[];
}

export const PROGRAM_PLATFORMS: readonly ProgramPlatform[] = [
  {
    name: "linux-x86_64",
    tags: ["manylinux_2_17_x86_64", "manylinux2014_x86_64"],
    aliases: ["linux-amd64", "linux-x64"],
  },
  {
    name: "linux-aarch64",
    tags: ["manylinux_2_17_aarch64", "manylinux2014_aarch64"],
    aliases: ["linux-arm64"],
  },
  {
    name: "linux-i686",
    tags: ["manylinux_2_17_i686", "manylinux2014_i686"],
    aliases: ["linux-386", "linux-ia32"],
  },
  {
    name: "linux-armv7l",
    tags: ["manylinux_2_17_armv7l", "manylinux2014_armv7l"],
    aliases: ["linux-armv7", "linux-arm"],
  },
  { name: "linux-ppc64le", tags: ["manylinux_2_17_ppc64le", "manylinux2014_ppc64le"], aliases: [] },
  { name: "linux-s390x", tags: ["manylinux_2_17_s390x", "manylinux2014_s390x"], aliases: [] },
  { name: "linux-riscv64", tags: ["manylinux_2_31_riscv64"], aliases: [] },
  {
    name: "musl-x86_64",
    tags: ["musllinux_1_1_x86_64"],
    aliases: ["musl-amd64", "linux-amd64-musl", "linux-x64-musl", "linux-x86_64-musl"],
  },
  {
    name: "musl-aarch64",
    tags: ["musllinux_1_1_aarch64"],
    aliases: ["musl-arm64", "linux-arm64-musl", "linux-aarch64-musl"],
  },
  { name: "musl-i686", tags: ["musllinux_1_1_i686"], aliases: ["linux-386-musl"] },
  { name: "musl-armv7l", tags: ["musllinux_1_1_armv7l"], aliases: ["linux-armv7-musl"] },
  {
    name: "macos-x86_64",
    tags: ["macosx_10_12_x86_64"],
    aliases: ["macos-amd64", "macos-x64", "darwin-amd64", "darwin-x64", "darwin-x86_64"],
  },
  {
    name: "macos-arm64",
    tags: ["macosx_11_0_arm64"],
    aliases: ["macos-aarch64", "darwin-arm64", "darwin-aarch64"],
  },
  { name: "macos-universal2", tags: ["macosx_10_12_universal2"], aliases: ["darwin-universal2"] },
  {
    name: "windows-amd64",
    tags: ["win_amd64"],
    aliases: ["windows-x86_64", "windows-x64", "win32-x64"],
  },
  { name: "windows-arm64", tags: ["win_arm64"], aliases: ["windows-aarch64", "win32-arm64"] },
  { name: "windows-win32", tags: ["win32"], aliases: ["windows-386", "windows-i686", "win32-ia32"] },
];

/** Systems that Python runs on and that have no tags of their own in the specification. */
const OTHER_SYSTEMS = /^(aix|cygwin|dragonfly|freebsd|gnu|haiku|illumos|mingw|msys|netbsd|openbsd|solaris|sunos)_/;

/**
 * The tags of a platform.
 *
 * @param platform A short name (`linux-x86_64`, `darwin-arm64`), or platform tags joined by dots.
 * @throws {PackwheelError} `PROGRAM_PLATFORM_UNKNOWN`
 */
export function programPlatformTags(platform: string): readonly string[] {
  const known = PROGRAM_PLATFORMS.find(({ name, aliases }) => name === platform || aliases.includes(platform));
  if (known !== undefined) return known.tags;
  const tags = platform.toLowerCase().split(".");
  if (tags.every(isPlatformTag)) return tags;
  const names = PROGRAM_PLATFORMS.flatMap(({ name, aliases }) => [name, ...aliases]);
  const near = closestMatch(platform, [...names, ...PROGRAM_PLATFORMS.flatMap((each) => each.tags)]);
  throw new PackwheelError("PROGRAM_PLATFORM_UNKNOWN", `There is no platform ${quote(platform)}`, {
    hint:
      near === undefined
        ? `Give a platform tag, or one of ${PROGRAM_PLATFORMS.map(({ name }) => name).join(", ")}`
        : `Write ${near}`,
  });
}

function isPlatformTag(text: string): boolean {
  if (!/^[a-z0-9_]+$/.test(text)) return false;
  return parsePlatformTag(text).kind !== "other" || OTHER_SYSTEMS.test(text);
}
