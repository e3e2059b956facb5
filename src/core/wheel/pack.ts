/**
 * Packing a wheel: packages first, then `.data`, then `.dist-info` with RECORD as the very last member.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import type { PackPorts } from "../ports/pack-ports.ts";
import { expandTags, formatTriple, makeTagSet } from "../tags/tag-set.ts";
import { type DistInfoContent, dataFolder, distInfoFolder, distInfoMembers } from "./dist-info.ts";
import { formatWheelFilename } from "./filename.ts";
import { checkMemberPaths } from "./member-paths.ts";
import type { CoreMetadata } from "./metadata.ts";
import type { WheelMember } from "./wheel-member.ts";
import { writeWheelArchive } from "./write-archive.ts";

export interface WheelContent extends DistInfoContent {
  /** Everything outside of `.dist-info`: `hello/__init__.py`, `hello-1.0.data/scripts/run`. */
  readonly members: readonly WheelMember[];
  /** A wheel of metadata alone: a project that is but a list of dependencies. */
  readonly allowEmpty?: boolean | undefined;
  /** Seconds since 1970, for every member. */
  readonly timestamp: number;
  /** zlib level 0 to 9. Default 6. */
  readonly level?: number | undefined;
}

export interface PackedWheel {
  readonly filename: string;
  readonly kind: "wheel";
  /** Expanded triples: `["py2-none-any", "py3-none-any"]`. */
  readonly tags: readonly string[];
  /** Bytes of the file. */
  readonly size: number;
  /** Of the file, in hex. */
  readonly sha256: string;
  /** Warnings: paths that differ only in case. */
  readonly findings: readonly Finding[];
}

/**
 * Write the wheel into `ports.folder`. The same content gives the same bytes. On any failure nothing is left there.
 *
 * @throws {PackwheelError} `WHEEL_EMPTY`, `WHEEL_UNSAFE_PATH`, `WHEEL_DUPLICATE_PATH`, `WHEEL_PATH_CONFLICT`,
 *   `WHEEL_RESERVED_PATH`, `WHEEL_BAD_DATA_PATH`, `WHEEL_BAD_LICENSE_FILE`, `TAG_INVALID`, the codes of the
 *   documents' writers and of `writeWheelArchive`
 */
export async function packWheelMembers(given: WheelContent, ports: PackPorts): Promise<PackedWheel> {
  const tags = makeTagSet(given.tags);
  const content = { ...given, tags };
  const { metadata, buildTag } = content;
  const filename = formatWheelFilename({ name: metadata.name, version: metadata.version, build: buildTag, tags });
  const members = orderMembers(content);
  const recordPath = `${distInfoFolder(metadata.name, metadata.version)}/RECORD`;
  const findings = checkMembers(content, [...members.map(({ path }) => path), recordPath]);
  const { timestamp, level } = content;
  const written = await writeWheelArchive({ filename, members, recordPath, timestamp, level }, ports);
  return { filename, kind: "wheel", tags: expandTags(tags).map(formatTriple), ...written, findings };
}

/** All members but RECORD, in the order of the archive. */
function orderMembers(content: WheelContent): WheelMember[] {
  const data = `${dataFolder(content.metadata.name, content.metadata.version)}/`;
  const byPath = (left: WheelMember, right: WheelMember): number => compareCodePoints(left.path, right.path);
  return [
    ...content.members.filter(({ path }) => !path.startsWith(data)).sort(byPath),
    ...content.members.filter(({ path }) => path.startsWith(data)).sort(byPath),
    ...distInfoMembers(content),
  ];
}

/** @returns What is worth a warning. */
function checkMembers(content: WheelContent, paths: readonly string[]): Finding[] {
  if (content.members.length === 0 && content.allowEmpty !== true) {
    const hint = "Name the packages in [tool.packwheel], or check what is excluded";
    throw new PackwheelError("WHEEL_EMPTY", "Cannot pack the wheel: it has no files", { hint });
  }
  for (const { path } of content.members) requirePlace(path, content.metadata);
  const findings = checkMemberPaths(paths, "WHEEL");
  for (const finding of findings) {
    if (finding.severity === "error") throw new PackwheelError(finding.code, finding.message, { findings });
  }
  return findings;
}

/** Keys of the data folder; installers fail on others. */
const SCHEMES: ReadonlySet<string> = new Set(["purelib", "platlib", "headers", "scripts", "data"]);

/** Written by installers, or a signature that nothing reads any more (PEP 815). */
const FOREIGN_DIST_INFO: ReadonlySet<string> = new Set([
  "INSTALLER",
  "REQUESTED",
  "direct_url.json",
  "RECORD.jws",
  "RECORD.p7s",
]);

/** Top-level folders named `*.dist-info` and `*.data` have a meaning for installers, whatever stands before the dot. */
function requirePlace(path: string, metadata: CoreMetadata): void {
  const [top = "", second = "", ...rest] = path.split("/");
  if (top === path) return;
  if (top.endsWith(".dist-info")) {
    const state = FOREIGN_DIST_INFO.has(second) ? "installers write that file" : "that folder is written by packwheel";
    throw new PackwheelError("WHEEL_RESERVED_PATH", `Cannot pack ${quote(path)}: ${state}`, { path });
  }
  const data = dataFolder(metadata.name, metadata.version);
  const fault = top.endsWith(".data") ? findDataFault(data, top, second, rest.length) : undefined;
  if (fault === undefined) return;
  throw new PackwheelError("WHEEL_BAD_DATA_PATH", `Cannot pack ${quote(path)}: ${fault}`, { path });
}

/** @param depth How many parts the path has below the scheme. */
function findDataFault(data: string, top: string, scheme: string, depth: number): string | undefined {
  if (top !== data) return `installers take ${quote(top)} for a data folder, and this wheel's is "${data}"`;
  if (!SCHEMES.has(scheme)) return `${quote(scheme)} is none of ${[...SCHEMES].join(", ")}`;
  if (depth === 0) return `it is a file where the folder of ${scheme} belongs`;
  return scheme === "scripts" && depth > 1 ? "scripts lie in no sub-folder" : undefined;
}
