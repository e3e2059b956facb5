/**
 * Versions of npm and Cargo as Python versions: `1.2.3-beta.1` is `1.2.3b1`.
 * Spec: https://semver.org/ ; there is no rule for the mapping, so only what means the same in both is mapped.
 */
import { PackwheelError } from "../../errors.ts";
import { normalizeVersion } from "../../names/version.ts";
import { quote } from "../place.ts";

const SEMANTIC = /^(\d+\.\d+\.\d+)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;

/** `beta`, `beta.1`, `beta1`, `beta-1` */
const PRE_RELEASE = /^(alpha|a|beta|b|rc|c|pre|preview|dev)[.-]?(\d+)?$/i;

/**
 * @returns A normalised version. Build metadata (`+abc`) becomes the local version.
 * @throws {PackwheelError} `VERSION_INVALID` for a pre-release that Python has no word for, such as `-next.4`.
 */
export function convertSemanticVersion(text: string): string {
  const [, release, preRelease, build] = SEMANTIC.exec(text.trim()) ?? [];
  if (release === undefined) {
    throw new PackwheelError("VERSION_INVALID", `Cannot read the version ${quote(text)}: not a semantic version`, {
      hint: "Write it as `1.2.3` or `1.2.3-rc.1`",
    });
  }
  const local = build === undefined ? "" : `+${build.replaceAll("-", ".")}`;
  if (preRelease === undefined) return normalizeVersion(`${release}${local}`);
  const [, word, number = "0"] = PRE_RELEASE.exec(preRelease) ?? [];
  if (word === undefined) {
    throw new PackwheelError(
      "VERSION_INVALID",
      `Cannot read the version ${quote(text)}: Python versions have no pre-release like ${quote(preRelease)}`,
      { hint: "Use `-alpha.N`, `-beta.N`, `-rc.N` or `-dev.N`, or pass --set-version" },
    );
  }
  return normalizeVersion(`${release}${word.toLowerCase() === "dev" ? ".dev" : word}${number}${local}`);
}
