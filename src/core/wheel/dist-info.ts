/**
 * The `.dist-info` folder of a wheel: its documents, licence files and SBOMs, sorted. RECORD is not among them, for it
 * is written last, from what is then in the archive.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-dist-info-directory
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { escapeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";
import { normalizeVersion } from "../names/version.ts";
import { expandTags, formatTriple, type TagSet } from "../tags/tag-set.ts";
import { type EntryPoints, writeEntryPoints } from "./entry-points.ts";
import { memoryMember } from "./memory-member.ts";
import { type CoreMetadata, writeMetadata } from "./metadata.ts";
import { WHEEL_VERSION, type WheelFile, writeWheelFile } from "./wheel-file.ts";
import { placeMember, type WheelMember } from "./wheel-member.ts";

export interface DistInfoContent {
  readonly metadata: CoreMetadata;
  readonly entryPoints: EntryPoints;
  readonly tags: TagSet;
  readonly buildTag?: string | undefined;
  readonly rootIsPurelib: boolean;
  /** Paths as in `License-File`: `LICENSE`, `vendor/COPYING`. */
  readonly licenseFiles: readonly WheelMember[];
  /** Paths below `sboms/`: `hello.cdx.json`. */
  readonly sboms: readonly WheelMember[];
  /** `packwheel 1.2.3` */
  readonly generator: string;
}

/** `friendly_bard-1.0.dist-info`; the escaped parts are those of the file name. */
export function distInfoFolder(name: string, version: string): string {
  return `${escapeName(name)}-${normalizeVersion(version)}.dist-info`;
}

/** `friendly_bard-1.0.data`: what goes elsewhere than beside the packages. */
export function dataFolder(name: string, version: string): string {
  return `${escapeName(name)}-${normalizeVersion(version)}.data`;
}

/**
 * The members of the folder but RECORD, sorted by code point.
 *
 * @throws {PackwheelError} `WHEEL_BAD_LICENSE_FILE` when the licence files are not those that the metadata names, and
 *   the codes of the writers.
 */
export function distInfoMembers(content: DistInfoContent): WheelMember[] {
  requireLicenseFiles(content);
  const { metadata } = content;
  const folder = distInfoFolder(metadata.name, metadata.version);
  const entryPoints = writeEntryPoints(content.entryPoints);
  const members: WheelMember[] = [
    // What was dynamic is known by now; in a wheel the field tells nothing.
    memoryMember(`${folder}/METADATA`, writeMetadata({ ...metadata, dynamic: [] })),
    memoryMember(`${folder}/WHEEL`, writeWheelFile(wheelFileOf(content))),
    ...content.licenseFiles.map((file) => placeMember(file, `${folder}/licenses/${file.path}`, false)),
    ...content.sboms.map((file) => placeMember(file, `${folder}/sboms/${file.path}`, false)),
  ];
  if (entryPoints !== "") members.push(memoryMember(`${folder}/entry_points.txt`, entryPoints));
  return members.sort((left, right) => compareCodePoints(left.path, right.path));
}

function wheelFileOf({ tags, buildTag, rootIsPurelib, generator }: DistInfoContent): WheelFile {
  return {
    wheelVersion: WHEEL_VERSION,
    generator,
    rootIsPurelib,
    tags: expandTags(tags).map(formatTriple),
    ...(buildTag ? { build: buildTag } : {}),
  };
}

/** PyPI refuses a wheel without a file that it names; one that is not named would be there for nothing. */
function requireLicenseFiles({ metadata, licenseFiles }: DistInfoContent): void {
  const named = new Set(metadata.licenseFile);
  const given = new Set(licenseFiles.map(({ path }) => path));
  for (const path of named) {
    if (given.has(path)) continue;
    const message = `Cannot pack the wheel: License-File ${quote(path)} is not among its licence files`;
    throw new PackwheelError("WHEEL_BAD_LICENSE_FILE", message, { path });
  }
  for (const path of given) {
    if (named.has(path)) continue;
    const message = `Cannot pack the licence file ${quote(path)}: no License-File names it`;
    throw new PackwheelError("WHEEL_BAD_LICENSE_FILE", message, { path });
  }
}
