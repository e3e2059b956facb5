/**
 * Reading an sdist as it is found, good or bad: what cannot be read is told in `findings`, and all else is given.
 * Spec: https://packaging.python.org/en/latest/specifications/source-distribution-format/
 */
import { concatBytes } from "../bytes/concat.ts";
import { formatHex } from "../bytes/hex.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import type { Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import type { TarEntryKind } from "../tar/entry.ts";
import { readTar, type TarEntry } from "../tar/read.ts";
import { type CoreMetadata, parseMetadata } from "../wheel/metadata.ts";
import { foldPath } from "../zip/safe-path.ts";
import { parseSdistFilename, type SdistFilename } from "./filename.ts";

export interface Sdist {
  readonly filename: string;
  /** Undefined when the name is not that of an sdist. */
  readonly filenameParts: SdistFilename | undefined;
  /** `hello-1.0`; undefined when there is not exactly one. */
  readonly topFolder: string | undefined;
  /** Of PKG-INFO. */
  readonly metadata: CoreMetadata | undefined;
  /** In the order of the archive; folders are left out. Paths begin with the top folder. */
  readonly members: readonly SdistMember[];
  readonly findings: readonly Finding[];
}

export interface SdistMember {
  readonly path: string;
  readonly kind: Exclude<TarEntryKind, "directory">;
  readonly size: number;
  /** Hex; undefined for what is no file. */
  readonly sha256?: string;
  /** Permission bits. */
  readonly mode: number;
}

export interface ReadSdistOptions {
  /** `hello-1.0.tar.gz`, without folders. */
  readonly filename: string;
  readonly engine: Engine;
  /** Bytes that may come out of the archive. Default 4 GiB. */
  readonly maxSize?: number | undefined;
  /** Default 200,000. */
  readonly maxEntries?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_MAX_SIZE: number = 4 * 2 ** 30;
const DEFAULT_MAX_ENTRIES = 200_000;
const MAX_PKG_INFO_SIZE: number = 32 * 2 ** 20;
const PIECE_SIZE: number = 256 * 1024;

/**
 * Read an sdist, the `.tar.gz` kind alone.
 *
 * @throws {PackwheelError} the codes of `gunzip` and `readTar` for an archive that cannot be read to its end
 */
export async function readSdist(file: RandomAccess, options: ReadSdistOptions): Promise<Sdist> {
  const { filename, engine, signal } = options;
  const findings: Finding[] = [];
  const filenameParts = readFilename(filename, findings);
  const limit = options.maxSize ?? DEFAULT_MAX_SIZE;
  const tar = engine.gunzip(piecesOf(file), { limit, signal });
  const reader = new MemberReader(engine, findings);
  const maxEntries = options.maxEntries ?? DEFAULT_MAX_ENTRIES;
  const report = (finding: Finding): void => void findings.push(finding);
  for await (const entry of readTar(tar, { maxEntries, maxTotalSize: limit, report, signal })) await reader.take(entry);
  const { members, topFolders, pkgInfos } = reader;

  const [topFolder] = topFolders;
  if (topFolders.size > 1) {
    const message = `Cannot tell the sdist's folder: it has ${topFolders.size} at its top`;
    findings.push({ code: "SDIST_TOP_FOLDER_SEVERAL", severity: "error", message });
  }
  const path = `${topFolder ?? filename.replace(/\.tar\.gz$/, "")}/PKG-INFO`;
  const bytes = pkgInfos.get(path);
  if (!members.some((member) => member.path === path)) {
    const message = `Cannot find ${path} in the sdist`;
    findings.push({ code: "SDIST_PKG_INFO_MISSING", severity: "error", message, path });
  }
  const parsed = bytes && parseMetadata(bytes, path);
  findings.push(...(parsed?.findings ?? []));
  return {
    filename,
    filenameParts,
    topFolder: topFolders.size === 1 ? topFolder : undefined,
    metadata: parsed?.metadata,
    members,
    findings,
  };
}

/** Takes the entries one by one, as the archive gives them. */
class MemberReader {
  readonly members: SdistMember[] = [];
  readonly topFolders: Set<string> = new Set();
  /** Content by path: the one that counts is known only once all folders are. */
  readonly pkgInfos: Map<string, Uint8Array> = new Map();
  readonly #engine: Engine;
  readonly #findings: Finding[];
  readonly #exact = new Set<string>();
  readonly #folded = new Map<string, string>();

  constructor(engine: Engine, findings: Finding[]) {
    this.#engine = engine;
    this.#findings = findings;
  }

  async take(entry: TarEntry): Promise<void> {
    const { path, kind, size, mode, fault } = entry;
    if (path !== "") this.topFolders.add(path.split("/", 1)[0] ?? "");
    if (fault !== undefined) this.#findings.push({ ...fault, severity: "error", path });
    if (kind === "directory") return;
    this.#comparePath(path);
    if (kind !== "file") {
      this.members.push({ path, kind, size, mode });
      return;
    }
    const sha256 = await this.#readContent(entry);
    this.members.push({ path, kind, size, sha256: formatHex(sha256), mode });
  }

  async #readContent({ path, size, content }: TarEntry): Promise<Uint8Array> {
    const keep = /^[^/]+\/PKG-INFO$/.test(path) && this.pkgInfos.size === 0;
    const kept: Uint8Array[] = [];
    if (keep && size > MAX_PKG_INFO_SIZE) {
      const message = `Cannot read ${path}: it has ${size} bytes, and ${MAX_PKG_INFO_SIZE} are allowed`;
      this.#findings.push({ code: "SDIST_MEMBER_TOO_LARGE", severity: "error", message, path });
    }
    const hasher = await this.#engine.createSha256();
    for await (const bytes of content()) {
      hasher.update(bytes);
      if (keep && size <= MAX_PKG_INFO_SIZE) kept.push(bytes.slice());
    }
    if (keep && size <= MAX_PKG_INFO_SIZE) this.pkgInfos.set(path, concatBytes(kept));
    return hasher.digest();
  }

  #comparePath(path: string): void {
    const name = quote(path);
    const folded = foldPath(path);
    const twin = this.#folded.get(folded);
    if (this.#exact.has(path)) {
      const message = `Tar entry ${name} is there a second time`;
      this.#findings.push({ code: "TAR_DUPLICATE_PATH", severity: "error", message, path });
    } else if (twin !== undefined) {
      const message = `Tar entries ${quote(twin)} and ${name} differ only in case`;
      this.#findings.push({ code: "TAR_CASE_COLLISION", severity: "warning", message, path });
    }
    this.#exact.add(path);
    this.#folded.set(folded, path);
  }
}

function readFilename(filename: string, findings: Finding[]): SdistFilename | undefined {
  try {
    return parseSdistFilename(filename);
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    findings.push({ code: error.code, severity: "error", message: error.message, path: filename });
    return undefined;
  }
}

async function* piecesOf(file: RandomAccess): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < file.size; offset += PIECE_SIZE) {
    yield await file.read(offset, Math.min(PIECE_SIZE, file.size - offset));
  }
}
