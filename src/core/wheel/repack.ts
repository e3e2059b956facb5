/**
 * Packing an unpacked wheel again, as `wheel pack` does: the tags come from WHEEL, RECORD is written anew.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { formatVersion, normalizeVersion, parseVersion, toPublicVersion } from "../names/version.ts";
import type { FileTree, TreeEntry } from "../ports/file-tree.ts";
import { parseBuildTag } from "../tags/build-tag.ts";
import { expandTags, formatTriple, makeTagSet, type TagSet } from "../tags/tag-set.ts";
import { joinWheelFilename } from "./filename.ts";
import { checkMemberPaths } from "./member-paths.ts";
import { memoryMember } from "./memory-member.ts";
import type { PackedWheel } from "./pack.ts";
import { parseWheelFile } from "./wheel-file.ts";
import type { WheelMember } from "./wheel-member.ts";
import { type WheelPorts, writeWheelArchive } from "./write-archive.ts";

export interface RepackOptions {
  /** Takes the place of `Build` in WHEEL; `""` removes it. */
  readonly buildTag?: string | undefined;
  /** Takes the place of the version's local label; `""` removes it. */
  readonly localVersion?: string | undefined;
  /** Seconds since 1970, for every member. */
  readonly timestamp: number;
  /** zlib level 0 to 9. Default 6. */
  readonly level?: number | undefined;
}

/**
 * Pack a tree that holds an unpacked wheel.
 *
 * @throws {PackwheelError} `WHEEL_INVALID` when there is not exactly one `.dist-info` with WHEEL and METADATA, or its
 *   name has no version, `BUILD_TAG_INVALID`, `VERSION_INVALID`, the codes of `writeWheelArchive`
 */
export async function repackWheel(tree: FileTree, options: RepackOptions, ports: WheelPorts): Promise<PackedWheel> {
  const entries: TreeEntry[] = [];
  for await (const entry of tree.list({ signal: ports.signal })) entries.push(entry);
  const oldName = findDistInfo(entries);
  const documents = await readDocuments(tree, oldName);
  const name = renamed(oldName, options.localVersion);
  const build = chooseBuild(documents.build, options.buildTag);
  const replaced = new Map([[`${oldName}.dist-info/WHEEL`, withBuild(documents.wheelText, build)]]);
  if (name.full !== oldName) {
    const text = documents.metadataText.replace(/^version:.*$/im, `Version: ${name.version}`);
    replaced.set(`${oldName}.dist-info/METADATA`, text);
  }
  const rename = (path: string): string => {
    if (path.startsWith(`${oldName}.dist-info/`) || path.startsWith(`${oldName}.data/`)) {
      return name.full + path.slice(oldName.length);
    }
    return path;
  };
  const recordPath = `${name.full}.dist-info/RECORD`;
  const members = entries
    .filter(({ path }) => !/^[^/]+\.dist-info\/RECORD(\.jws|\.p7s)?$/.test(path))
    .map((entry) => memberOf(entry, tree, rename(entry.path), replaced.get(entry.path)))
    .sort(inArchiveOrder(`${name.full}.dist-info/`));
  const findings = checkMemberPaths([...members.map(({ path }) => path), recordPath], "WHEEL");
  const [fault] = findings.filter(({ severity }) => severity === "error");
  if (fault !== undefined) throw new PackwheelError(fault.code, fault.message, { findings });

  const { tags } = documents;
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
function findDistInfo(entries: readonly TreeEntry[]): string {
  const names = new Set<string>();
  for (const { path } of entries) {
    const match = /^([^/]+)\.dist-info\//.exec(path);
    if (match?.[1] !== undefined) names.add(match[1]);
  }
  const [name] = names;
  if (name !== undefined && names.size === 1) return name;
  const found = names.size === 0 ? "there is no .dist-info folder" : `there are ${names.size} .dist-info folders`;
  throw new PackwheelError("WHEEL_INVALID", `Cannot pack the folder: ${found} at its top`, {
    hint: "Give the folder that packwheel unpack made",
  });
}

interface Documents {
  readonly wheelText: string;
  readonly metadataText: string;
  readonly tags: TagSet;
  readonly build: string | undefined;
}

async function readDocuments(tree: FileTree, distInfo: string): Promise<Documents> {
  const read = async (name: string): Promise<string> => {
    const path = `${distInfo}.dist-info/${name}`;
    const bytes = await tree.read(path);
    if (bytes !== undefined) return new TextDecoder().decode(bytes);
    throw new PackwheelError("WHEEL_INVALID", `Cannot pack the folder: "${path}" is missing`, { path });
  };
  const wheelText = await read("WHEEL");
  const { wheelFile } = parseWheelFile(wheelText);
  return { wheelText, metadataText: await read("METADATA"), tags: compress(wheelFile.tags), build: wheelFile.build };
}

/** Triples back to three lists; a set of triples that is no product cannot be a file name. */
function compress(triples: readonly string[]): TagSet {
  const parts = triples.map((triple) => triple.split("-"));
  const column = (index: number): string[] => [...new Set(parts.map((part) => part[index] ?? ""))];
  const tags = makeTagSet({ python: column(0), abi: column(1), platform: column(2) });
  const told = new Set(triples.map((triple) => triple.toLowerCase()));
  const missing = expandTags(tags)
    .map(formatTriple)
    .find((triple) => !told.has(triple));
  if (missing === undefined) return tags;
  throw new PackwheelError(
    "WHEEL_INVALID",
    `Cannot name the wheel: its WHEEL lists no Tag ${missing}, which the name would imply`,
    {
      hint: "List every combination of the tags in WHEEL",
    },
  );
}

interface Renamed {
  readonly distribution: string;
  readonly version: string;
  /** `distribution-version` */
  readonly full: string;
}

function renamed(oldName: string, localVersion: string | undefined): Renamed {
  const dash = oldName.indexOf("-");
  if (dash < 1) {
    throw new PackwheelError("WHEEL_INVALID", `Cannot pack the folder: "${oldName}.dist-info" names no version`);
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

/** WHEEL with this `Build` line or none; all else stays as it is. */
function withBuild(text: string, build: string | undefined): string {
  const lines = text.split(/\r\n|\n/).filter((line) => line !== "" && !/^build\s*:/i.test(line));
  if (build !== undefined) lines.push(`Build: ${build}`);
  return `${lines.join("\n")}\n`;
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
