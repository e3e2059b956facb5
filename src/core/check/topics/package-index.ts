/** What PyPI asks for beyond the specifications; other indexes need not. */
import type { Finding } from "../../errors.ts";
import { isLocalVersion, tryParseVersion } from "../../names/version.ts";
import { isAllowedOnPyPI } from "../../tags/allowed-platforms.ts";
import { excerpt } from "../../wheel/header-block.ts";
import type { CoreMetadata } from "../../wheel/metadata.ts";
import { METADATA_VERSIONS } from "../../wheel/metadata-fields.ts";
import type { CheckedMember } from "../contents/wheel-contents.ts";
import { finding } from "../finding.ts";
import { checkClassifiers } from "./classifiers.ts";
import { readRequirement } from "./metadata/dependencies.ts";
import type { DistributionName } from "./names.ts";
import { checkStandardLibraryName } from "./standard-library-name.ts";

const MAX_SUMMARY = 512;
/** Raised for single projects on request, up to 1 GiB. */
const MAX_FILE_SIZE = 100 * 1024 * 1024;
/** Archives that unpack to less may have any ratio. */
const MIN_BOMB_SIZE = 64 * 1024 * 1024;
const MAX_RATIO = 50;

/** Newer than what PyPI takes, as of 2026-08. */
const NOT_YET_ACCEPTED: ReadonlySet<string> = new Set(["2.6"]);

/** Rules on the metadata. */
export async function checkIndexMetadata(metadata: CoreMetadata, path: string): Promise<Finding[]> {
  return [
    ...checkVersions(metadata, path),
    ...checkSummaryLength(metadata, path),
    ...checkDirectDependencies(metadata, path),
    ...(await checkClassifiers(metadata.classifier, path)),
    ...(await checkStandardLibraryName(metadata.name, path)),
  ];
}

/** Rules on the tags of a wheel's file name. */
export function checkIndexTags({ tags }: DistributionName): Finding[] {
  return (tags?.platform ?? [])
    .filter((platform) => !isAllowedOnPyPI(platform))
    .map((platform) => {
      const message = `PyPI does not take wheels for the platform "${excerpt(platform)}"`;
      const hint = platform.startsWith("linux_")
        ? "Build for manylinux or musllinux, and tag the wheel so"
        : "Upload the wheel elsewhere, or tag it for a platform that PyPI knows";
      return finding("INDEX_PLATFORM_TAG", message, { hint });
    });
}

/** Rules on the size of a wheel or sdist. */
export function checkIndexSize(fileSize: number): Finding[] {
  if (fileSize <= MAX_FILE_SIZE) return [];
  const message = `File has ${fileSize} bytes, and PyPI takes ${MAX_FILE_SIZE} unless a project asked for more`;
  const hint = "Ask PyPI for a higher limit, or make the file smaller";
  return [finding("INDEX_FILE_TOO_LARGE", message, { hint })];
}

/** The rule on archives that unpack to much more than they are; PyPI applies it to zip files. */
export function checkIndexRatio(fileSize: number, unpackedSize: number): Finding[] {
  if (unpackedSize <= MIN_BOMB_SIZE || unpackedSize / fileSize <= MAX_RATIO) return [];
  const message = `File unpacks to ${unpackedSize} bytes, more than ${MAX_RATIO} times its own ${fileSize}`;
  return [finding("INDEX_COMPRESSION_RATIO", message, { hint: "Store the largest files without compression" })];
}

/** The rule on files that nobody can read. */
export function checkIndexObfuscation(members: readonly Pick<CheckedMember, "path" | "obfuscator">[]): Finding[] {
  return members.flatMap(({ path, obfuscator }) => {
    if (obfuscator === undefined) return [];
    const message = `File "${excerpt(path)}" was encrypted by ${obfuscator}, which PyPI does not take`;
    return [finding("INDEX_OBFUSCATED", message, { path, hint: "Upload the source, or use an index of your own" })];
  });
}

function checkVersions({ metadataVersion, version }: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  if (NOT_YET_ACCEPTED.has(metadataVersion)) {
    const message = `PyPI does not take Metadata-Version ${metadataVersion} yet`;
    const newest = METADATA_VERSIONS.findLast((known) => !NOT_YET_ACCEPTED.has(known));
    findings.push(finding("INDEX_METADATA_VERSION", message, { path, hint: `Write ${newest}` }));
  }
  const parsed = tryParseVersion(version);
  if (parsed !== undefined && isLocalVersion(parsed)) {
    const message = `Version "${excerpt(version)}" has a local part, which PyPI does not take`;
    findings.push(finding("INDEX_LOCAL_VERSION", message, { path, hint: "Remove `+` and what follows it" }));
  }
  return findings;
}

function checkSummaryLength({ summary }: CoreMetadata, path: string): Finding[] {
  const length = [...(summary ?? "")].length;
  if (length <= MAX_SUMMARY) return [];
  const message = `Summary has ${length} characters, and PyPI takes ${MAX_SUMMARY}`;
  return [finding("INDEX_SUMMARY_TOO_LONG", message, { path })];
}

function checkDirectDependencies(metadata: CoreMetadata, path: string): Finding[] {
  const { requiresDist, providesDist, obsoletesDist } = metadata;
  return [...requiresDist, ...providesDist, ...obsoletesDist].flatMap((text) => {
    const requirement = readRequirement(text);
    if (!("url" in requirement) || requirement.url === undefined) return [];
    const message = `Requirement "${excerpt(text)}" points to a URL, which PyPI does not take`;
    return [finding("INDEX_DIRECT_DEPENDENCY", message, { path, hint: "Require a released version instead" })];
  });
}
