/**
 * The file name, and what must agree with it.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { type Finding, PackwheelError } from "../../errors.ts";
import { escapeName, isValidName, normalizeName } from "../../names/project-name.ts";
import { compareVersions, formatVersion, tryParseVersion } from "../../names/version.ts";
import { makeTagSet, type TagSet } from "../../tags/tag-set.ts";
import { excerpt } from "../../wheel/header-block.ts";
import type { CoreMetadata } from "../../wheel/metadata.ts";
import { finding } from "../finding.ts";

/** PyPI stores `<file name>.metadata` beside each file, and file systems end names at 255 bytes. */
const MAX_FILENAME_BYTES = 246;

/** The parts of a file name as they are written, whether they make sense or not. */
export interface DistributionName {
  readonly name: string;
  readonly version: string;
  /** `hello-1.0`: how the folders within are to be called. */
  readonly prefix: string;
  readonly build: string | undefined;
  /** Undefined for an sdist, and when a tag cannot be read. */
  readonly tags: TagSet | undefined;
}

export interface ReadName {
  /** Undefined when the name does not fall into parts. */
  readonly parts: DistributionName | undefined;
  readonly findings: readonly Finding[];
}

/** What holds for the file names of all kinds of distributions. */
export function checkFilename(filename: string): Finding[] {
  const findings: Finding[] = [];
  if ([...filename].some((character) => character < " " || character === "\x7f")) {
    const message = `File name "${excerpt(filename)}" holds a control character`;
    findings.push(finding("FILENAME_CONTROL_CHARACTER", message));
  }
  if (/[/\\]/.test(filename)) {
    findings.push(finding("FILENAME_SEPARATOR", `File name "${excerpt(filename)}" holds a slash or backslash`));
  }
  const bytes = new TextEncoder().encode(filename).length;
  if (bytes > MAX_FILENAME_BYTES) {
    const message = `File name "${excerpt(filename)}" has ${bytes} bytes, and the limit is ${MAX_FILENAME_BYTES}`;
    findings.push(finding("FILENAME_TOO_LONG", message));
  }
  return findings;
}

/** `hello-1.0-1-py3-none-any.whl` */
export function readWheelName(filename: string): ReadName {
  const parts = filename.replace(/\.whl$/, "").split("-");
  const [name = "", version = ""] = parts;
  if (parts.length < 5 || parts.length > 6) {
    const message = `Wheel name "${excerpt(filename)}" has ${parts.length} parts between dashes, not 5 or 6`;
    const hint = "Write name-version-python-abi-platform.whl";
    return { parts: undefined, findings: [finding("FILENAME_INVALID", message, { hint })] };
  }
  const build = parts.length === 6 ? parts[2] : undefined;
  const findings = [...checkWheelNamePart(name), ...checkVersionPart(version)];
  if (build !== undefined && !/^[0-9]/.test(build)) {
    const message = `Build tag "${excerpt(build)}" in the file name does not begin with a digit`;
    findings.push(finding("FILENAME_BUILD_INVALID", message));
  }
  const [python = [], abi = [], platform = []] = parts.slice(-3).map((tags) => tags.split("."));
  const written: TagSet = { python, abi, platform };
  const tags = readTags(written, findings);
  if (tags !== undefined) findings.push(...checkTagOrder(written));
  return { parts: { name, version, prefix: `${name}-${version}`, build, tags }, findings };
}

/** `hello-1.0.tar.gz` */
export function readSdistName(filename: string): ReadName {
  const stem = filename.replace(/\.(tar\.gz|zip)$/, "");
  const dash = stem.lastIndexOf("-");
  if (dash < 1 || dash === stem.length - 1) {
    const message = `Sdist name "${excerpt(filename)}" is not a name, a dash and a version`;
    return { parts: undefined, findings: [finding("FILENAME_INVALID", message)] };
  }
  const name = stem.slice(0, dash);
  const version = stem.slice(dash + 1);
  const findings: Finding[] = [];
  const parsed = tryParseVersion(version);
  if (!isValidName(name)) findings.push(finding("FILENAME_NAME_INVALID", nameMessage(name)));
  if (parsed === undefined) findings.push(finding("FILENAME_VERSION_INVALID", versionMessage(version)));
  if (isValidName(name) && parsed !== undefined) {
    const expected = `${escapeName(name)}-${formatVersion(parsed)}.tar.gz`;
    if (filename !== expected) {
      const message = `Sdist name "${excerpt(filename)}" is not normalised`;
      findings.push(finding("SDIST_FILENAME_NOT_NORMALIZED", message, { hint: `Rename it to ${expected}` }));
    }
  }
  return { parts: { name, version, prefix: `${name}-${version}`, build: undefined, tags: undefined }, findings };
}

/** Whether the metadata speak of the same release as the file name. */
export function checkNameAgainstMetadata(parts: DistributionName, metadata: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  if (metadata.name !== "" && normalizeName(metadata.name) !== normalizeName(parts.name)) {
    const message = `Name "${excerpt(metadata.name)}" is not the "${excerpt(parts.name)}" of the file name`;
    findings.push(finding("NAME_MISMATCH", message, { path }));
  }
  const inMetadata = tryParseVersion(metadata.version);
  const inFilename = tryParseVersion(parts.version);
  if (inMetadata !== undefined && inFilename !== undefined && compareVersions(inMetadata, inFilename) !== 0) {
    const message = `Version "${excerpt(metadata.version)}" is not the "${excerpt(parts.version)}" of the file name`;
    findings.push(finding("VERSION_MISMATCH", message, { path }));
  }
  return findings;
}

function checkWheelNamePart(name: string): Finding[] {
  // A wheel's name part is escaped: what could not be a project name by its ends or by `__` is told as invalid.
  if (!isValidName(name) || name.includes("__")) return [finding("FILENAME_NAME_INVALID", nameMessage(name))];
  const escaped = escapeName(name);
  if (name === escaped) return [];
  const message = `Name "${excerpt(name)}" in the file name is not normalised`;
  return [finding("FILENAME_NAME_NOT_NORMALIZED", message, { hint: `Write ${escaped}` })];
}

function checkVersionPart(version: string): Finding[] {
  const parsed = tryParseVersion(version);
  if (parsed === undefined) return [finding("FILENAME_VERSION_INVALID", versionMessage(version))];
  const normalized = formatVersion(parsed);
  if (version === normalized) return [];
  const message = `Version "${excerpt(version)}" in the file name is not normalised`;
  return [finding("FILENAME_VERSION_NOT_NORMALIZED", message, { hint: `Write ${normalized}` })];
}

function readTags(written: TagSet, findings: Finding[]): TagSet | undefined {
  try {
    return makeTagSet(written);
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    findings.push(finding("FILENAME_TAG_INVALID", error.message, { hint: error.hint }));
    return undefined;
  }
}

function checkTagOrder({ python, abi, platform }: TagSet): Finding[] {
  return [python, abi, platform].flatMap((tags) => {
    const sorted = [...new Set(tags)].sort(compareCodePoints).join(".");
    if (tags.join(".") === sorted) return [];
    const message = `Tags "${excerpt(tags.join("."))}" in the file name are not sorted`;
    return [finding("FILENAME_TAGS_UNSORTED", message, { hint: `Write ${sorted}` })];
  });
}

function nameMessage(name: string): string {
  return `Name "${excerpt(name)}" in the file name is not a project name`;
}

function versionMessage(version: string): string {
  return `Version "${excerpt(version)}" in the file name is not a version`;
}
