/**
 * Packing an sdist: one folder `{name}-{version}` with PKG-INFO and the chosen files, sorted, as `.tar.gz`.
 * Spec: https://packaging.python.org/en/latest/specifications/source-distribution-format/
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { formatHex } from "../bytes/hex.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { PackPorts } from "../ports/pack-ports.ts";
import { writeTar } from "../tar/write.ts";
import { ByteProgress } from "../wheel/byte-progress.ts";
import { HashedOutput } from "../wheel/hashed-output.ts";
import { checkMemberPaths } from "../wheel/member-paths.ts";
import { memoryMember } from "../wheel/memory-member.ts";
import { type CoreMetadata, writeMetadata } from "../wheel/metadata.ts";
import { isSince } from "../wheel/metadata-fields.ts";
import { placeMember, type WheelMember } from "../wheel/wheel-member.ts";
import { formatSdistFilename } from "./filename.ts";

export interface SdistContent {
  /** Written as PKG-INFO, with at least metadata version 2.2, and without `Dynamic`: every field has its final value. */
  readonly metadata: CoreMetadata;
  /** Paths as in the project: `pyproject.toml`, `src/hello/__init__.py`. A PKG-INFO among them is replaced. */
  readonly members: readonly WheelMember[];
  /** Seconds since 1970, for every member and the gzip header. */
  readonly timestamp: number;
  /** zlib level 0 to 9. Default 6. */
  readonly level?: number | undefined;
}

export interface PackedSdist {
  readonly filename: string;
  readonly kind: "sdist";
  /** Bytes of the file. */
  readonly size: number;
  /** Of the file, in hex. */
  readonly sha256: string;
  /** Warnings: paths that differ only in case. */
  readonly findings: readonly Finding[];
}

/**
 * Write the sdist into `ports.folder`. On any failure nothing is left there.
 *
 * @throws {PackwheelError} `SDIST_PYPROJECT_MISSING`, `SDIST_LICENSE_FILE_MISSING`, `SDIST_UNSAFE_PATH`,
 *   `SDIST_DUPLICATE_PATH`, `SDIST_PATH_CONFLICT`, the codes of `writeMetadata` and `writeTar`, `ABORTED`
 */
export async function packSdist(content: SdistContent, ports: PackPorts): Promise<PackedSdist> {
  throwIfAborted(ports.signal);
  const filename = formatSdistFilename(content.metadata.name, content.metadata.version);
  const topFolder = filename.slice(0, -".tar.gz".length);
  const members = content.members.filter(({ path }) => path !== "PKG-INFO");
  const findings = checkContent(members, content.metadata);
  members.push(memoryMember("PKG-INFO", writePkgInfo(content.metadata)));
  members.sort((left, right) => compareCodePoints(left.path, right.path));

  ports.reporter?.report({ kind: "phase", text: `Packing ${filename}` });
  const progress = new ByteProgress(ports.reporter, members);
  const placed = members.map((member) => progress.watch(placeMember(member, `${topFolder}/${member.path}`)));
  const hasher = await ports.engine.createSha256();
  const output = new HashedOutput(await ports.folder.create(filename), hasher);
  try {
    const mtime = content.timestamp;
    const tar = writeTar(placed, { mtime, signal: ports.signal });
    const options = { mtime: Math.min(mtime, MAX_GZIP_TIME), level: content.level, signal: ports.signal };
    for await (const bytes of ports.engine.gzip(tar, options)) await output.write(bytes);
    throwIfAborted(ports.signal);
    await output.commit();
  } catch (error) {
    // Why writing failed matters more than why the rest of it cannot be removed.
    await output.discard().catch(() => undefined);
    throw error;
  }
  progress.finish();
  return { filename, kind: "sdist", size: output.size, sha256: formatHex(output.digest()), findings };
}

/** RFC 1952 gives the time four bytes. */
const MAX_GZIP_TIME = 0xffff_ffff;

/** PKG-INFO of an sdist whose fields are all known. */
export function writePkgInfo(metadata: CoreMetadata): string {
  const metadataVersion = isSince(metadata.metadataVersion, "2.2") ? metadata.metadataVersion : "2.2";
  return writeMetadata({ ...metadata, metadataVersion, dynamic: [] });
}

function checkContent(members: readonly WheelMember[], metadata: CoreMetadata): Finding[] {
  const paths = new Set(members.map(({ path }) => path));
  const findings = checkMemberPaths(
    members.map(({ path }) => path),
    "SDIST",
  );
  for (const finding of findings) {
    if (finding.severity === "error") throw new PackwheelError(finding.code, finding.message, { findings });
  }
  if (!paths.has("pyproject.toml")) {
    throw new PackwheelError(
      "SDIST_PYPROJECT_MISSING",
      "Cannot pack the sdist: pyproject.toml is not among its files",
      {
        hint: "Do not exclude pyproject.toml",
      },
    );
  }
  for (const path of metadata.licenseFile) {
    if (paths.has(path)) continue;
    const message = `Cannot pack the sdist: the licence file ${quote(path)} is not among its files`;
    throw new PackwheelError("SDIST_LICENSE_FILE_MISSING", message, { path, hint: "Do not exclude licence files" });
  }
  return findings;
}
