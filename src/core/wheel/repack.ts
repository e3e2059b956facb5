/**
 * Packing an unpacked wheel again, as `wheel pack` does: the tags come from WHEEL, RECORD is written anew.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { formatVersion, normalizeVersion, parseVersion, toPublicVersion } from "../names/version.ts";
import type { FileTree, TreeEntry } from "../ports/file-tree.ts";
import type { PackPorts } from "../ports/pack-ports.ts";
import { parseBuildTag } from "../tags/build-tag.ts";
import { expandTags, formatTriple, parseTagSet, type TagSet } from "../tags/tag-set.ts";
import { editWheelFile, readWheelFileIdentity, type WheelFileIdentity } from "./edit-wheel-file.ts";
import { joinWheelFilename } from "./filename.ts";
import { parseHeaderBlock } from "./header-block.ts";
import { checkMemberPaths } from "./member-paths.ts";
import { memoryMember } from "./memory-member.ts";
import type { PackedWheel } from "./pack.ts";
import type { WheelMember } from "./wheel-member.ts";
import { writeWheelArchive } from "./write-archive.ts";

export interface RepackOptions {
  /** Takes the place of `Build` in WHEEL; `""` removes it. */
  readonly buildTag?: string | undefined;
  /** Takes the place of the version's local label; `""` removes it. */
  readonly localVersion?: string | undefined;
  /** Seconds since 1970, for every member. */
  readonly timestamp: number;
  /** zlib level 0 to 9. Default 6. */
  readonly level?: number | undefined;
  /** What messages call the tree: the place of its folder. */
  readonly folder?: string | undefined;
}

/**
 * Pack a tree that holds an unpacked wheel.
 *
 * @throws {PackwheelError} `WHEEL_INVALID` when there is not exactly one `.dist-info` with WHEEL and METADATA, or its
 *   name has no version, `BUILD_TAG_INVALID`, `VERSION_INVALID`, the codes of `writeWheelArchive`
 */
export async function repackWheel(tree: FileTree, options: RepackOptions, ports: PackPorts): Promise<PackedWheel> {
  const entries: TreeEntry[] = [];
  for await (const entry of tree.list({ signal: ports.signal })) entries.push(entry);
  const folder = options.folder === undefined ? "the folder" : quote(options.folder);
  const oldName = findDistInfo(entries, folder);
  const documents = await readDocuments(tree, oldName, folder);
  const { tags, triples } = documents.identity;
  const name = renamed(oldName, options.localVersion, folder);
  const build = chooseBuild(documents.identity.build, options.buildTag);
  const replaced = new Map<string, string>();
  if (build !== documents.identity.build) {
    replaced.set(`${oldName}.dist-info/WHEEL`, editWheelFile(documents.wheel, { build }));
  }
  if (name.full !== oldName) {
    replaced.set(`${oldName}.dist-info/METADATA`, withVersion(documents.metadata, name.version, oldName));
  }
  const rename = (path: string): string => {
    const belongs = path.startsWith(`${oldName}.dist-info/`) || path.startsWith(`${oldName}.data/`);
    return belongs ? name.full + path.slice(oldName.length) : path;
  };
  const recordPath = `${name.full}.dist-info/RECORD`;
  const members = entries
    .filter(({ path }) => !/^[^/]+\.dist-info\/RECORD(\.jws|\.p7s)?$/.test(path))
    .map((entry) => memberOf(entry, tree, rename(entry.path), replaced.get(entry.path)))
    .sort(inArchiveOrder(`${name.full}.dist-info/`));
  const pathFindings = checkMemberPaths([...members.map(({ path }) => path), recordPath], "WHEEL");
  const fault = pathFindings.find(({ severity }) => severity === "error");
  if (fault !== undefined) throw new PackwheelError(fault.code, fault.message, { findings: pathFindings });
  const findings = [...pathFindings, ...unlistedTags(tags, triples, `${name.full}.dist-info/WHEEL`)];

  const filename = joinWheelFilename({
    distribution: name.distribution,
    version: name.version,
    build,
    python: tags.python.join("."),
    abi: tags.abi.join("."),
    platform: tags.platform.join("."),
  });
  const { timestamp, level } = options;
  const written = await writeWheelArchive({ filename, members, recordPath, timestamp, level }, ports);
  return { filename, kind: "wheel", tags: expandTags(tags).map(formatTriple), ...written, findings };
}

/** `hello-1.0` of the one folder `hello-1.0.dist-info`. */
function findDistInfo(entries: readonly TreeEntry[], folder: string): string {
  const names = new Set<string>();
  for (const { path } of entries) {
    const match = /^([^/]+)\.dist-info\//.exec(path);
    if (match?.[1] !== undefined) names.add(match[1]);
  }
  const [name] = names;
  if (name !== undefined && names.size === 1) return name;
  const found =
    names.size === 0
      ? "there is no .dist-info folder"
      : `there are ${names.size} .dist-info folders (${[...names].sort(compareCodePoints).map(shownFolder).join(", ")})`;
  throw new PackwheelError("WHEEL_INVALID", `Cannot pack ${folder}: ${found} at its top`, {
    hint: names.size === 0 ? "Give the folder that packwheel unpack made" : "Leave only that of the wheel",
  });
}

function shownFolder(name: string): string {
  return quote(`${name}.dist-info`);
}

interface Documents {
  readonly wheel: Uint8Array;
  readonly metadata: Uint8Array;
  readonly identity: WheelFileIdentity;
}

async function readDocuments(tree: FileTree, distInfo: string, folder: string): Promise<Documents> {
  const read = async (name: string): Promise<Uint8Array> => {
    const path = `${distInfo}.dist-info/${name}`;
    const bytes = await tree.read(path);
    if (bytes !== undefined) return bytes;
    throw new PackwheelError("WHEEL_INVALID", `Cannot pack ${folder}: ${quote(path)} is missing`, { path });
  };
  const wheel = await read("WHEEL");
  const identity = readWheelFileIdentity(wheel, `${distInfo}.dist-info/WHEEL`);
  return { wheel, identity, metadata: await read("METADATA") };
}

/** The name stands for every combination of its tags; a WHEEL that lists fewer is packed, for installers obey the name. */
function unlistedTags(tags: TagSet, triples: readonly string[], path: string): Finding[] {
  const listed = new Set(triples.flatMap((triple) => expandTags(parseTagSet(triple)).map(formatTriple)));
  const missing = expandTags(tags)
    .map(formatTriple)
    .find((triple) => !listed.has(triple));
  if (missing === undefined) return [];
  const message = `The name of the wheel stands for ${missing} too, which WHEEL does not list`;
  const hint = "List every combination of the tags in WHEEL";
  return [{ code: "WHEEL_TAGS_MISMATCH", severity: "warning", message, path, hint }];
}

interface Renamed {
  readonly distribution: string;
  readonly version: string;
  /** `distribution-version` */
  readonly full: string;
}

function renamed(oldName: string, localVersion: string | undefined, folder: string): Renamed {
  const dash = oldName.indexOf("-");
  const isNameAndVersion = /^[^\s-]+-[^\s-]+$/.test(oldName);
  if (!isNameAndVersion) {
    const state = dash < 1 || dash === oldName.length - 1 ? "names no version" : "is not `NAME-VERSION` with one dash";
    throw new PackwheelError("WHEEL_INVALID", `Cannot pack ${folder}: ${shownFolder(oldName)} ${state}`, {
      hint: "Write `_` for other dashes, and rename the .data folder likewise",
    });
  }
  const distribution = oldName.slice(0, dash);
  const oldVersion = oldName.slice(dash + 1);
  if (localVersion === undefined) return { distribution, version: oldVersion, full: oldName };
  const publicPart = formatVersion(toPublicVersion(parseVersion(oldVersion)));
  const version = localVersion === "" ? publicPart : normalizeVersion(`${publicPart}+${localVersion}`);
  return { distribution, version, full: `${distribution}-${version}` };
}

function chooseBuild(told: string | undefined, wanted: string | undefined): string | undefined {
  const build = wanted ?? told;
  if (build === undefined || build === "") return undefined;
  parseBuildTag(build);
  return build;
}

/** METADATA with another version; every other byte stays. */
function withVersion(metadata: Uint8Array, version: string, distInfo: string): string {
  const path = `${distInfo}.dist-info/METADATA`;
  const { text, invalidAt } = decodeUtf8(metadata);
  const line = parseHeaderBlock(text, path).headers.find(({ name }) => name.toLowerCase() === "version")?.line;
  if (invalidAt === undefined && line !== undefined) {
    // Odd items are the line ends.
    const pieces = text.split(/(\r\n|\r|\n)/);
    pieces[2 * (line - 1)] = `Version: ${version}`;
    return pieces.join("");
  }
  const state = line === undefined ? "it has no Version" : `byte ${invalidAt} is no UTF-8`;
  throw new PackwheelError("WHEEL_INVALID", `Cannot write the version into ${quote(path)}: ${state}`, { path });
}

function memberOf(entry: TreeEntry, tree: FileTree, path: string, text: string | undefined): WheelMember {
  const mode = entry.mode & 0o777;
  const executable = (mode & 0o111) !== 0;
  if (text !== undefined) return { ...memoryMember(path, text), mode };
  return { path, size: entry.size, executable, mode, open: () => tree.open(entry.path) };
}

function inArchiveOrder(distInfo: string): (left: WheelMember, right: WheelMember) => number {
  return (left, right) => {
    const last = Number(left.path.startsWith(distInfo)) - Number(right.path.startsWith(distInfo));
    return last !== 0 ? last : compareCodePoints(left.path, right.path);
  };
}
