/** The contents of an archive's members, as far as they can be read: hashed, looked at, and some of them kept. */
import { concatBytes } from "../bytes/concat.ts";
import { formatHex } from "../bytes/hex.ts";
import type { Finding } from "../errors.ts";
import { DETECT_LENGTH, detectObjectFormat, type ObjectFormat } from "../object/detect.ts";
import type { Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import type { ZipArchive, ZipEntry } from "../zip/model.ts";
import { isDecodable, readIntactMembers } from "../zip/read-intact.ts";

export interface ArchiveMember {
  readonly path: string;
  /** Bytes, as the archive's directory says. */
  readonly size: number;
  /** Hex; undefined when the content was not read. */
  readonly sha256?: string;
  /** Permission bits; 0 when the archive gives none. */
  readonly mode: number;
  /** When it is machine code. */
  readonly format?: ObjectFormat;
}

export interface ReadMembersOptions {
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
  /** Paths whose bytes are given back. */
  readonly keep: ReadonlySet<string>;
  /** False reads nothing but what is kept. */
  readonly contents: boolean;
  readonly report: (finding: Finding) => void;
}

export interface ReadMembersResult {
  /** In the order of the archive's directory, without folders. */
  readonly members: readonly ArchiveMember[];
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

/** METADATA is at most a few hundred kilobytes, RECORD of a hundred thousand files about ten megabytes. */
const MAX_KEPT_SIZE: number = 32 * 2 ** 20;

/** A wheel with more broken members tells nothing new. */
const MAX_BROKEN = 20;

/** @throws {PackwheelError} `ABORTED`; faults of single members are reported instead. */
export async function readArchiveMembers(
  file: RandomAccess,
  archive: ZipArchive,
  options: ReadMembersOptions,
): Promise<ReadMembersResult> {
  const files = archive.entries.filter(({ isDirectory }) => !isDirectory);
  const seen = new Map<ZipEntry, SeenContent>();
  // An archive made to exhaust the reader: its documents are bounded, the rest is left alone.
  const isBomb = archive.faults.some(({ code }) => code === "ZIP_TOO_LARGE" || code === "ZIP_RATIO");
  const wanted = files
    .filter((entry) => isDecodable(entry) && (options.keep.has(entry.path) || (options.contents && !isBomb)))
    .filter((entry) => isKeepable(entry, options));
  const { engine, signal, keep, report } = options;
  let held: HeldBytes = new HeldBytes(0);
  await readIntactMembers(file, wanted, {
    engine,
    signal,
    maxBroken: MAX_BROKEN,
    take: (part, entry) => {
      const isKept = keep.has(entry.path);
      if (part.kind === "begin" || part.kind === "whole") held = new HeldBytes(isKept ? MAX_KEPT_SIZE : DETECT_LENGTH);
      if (part.kind === "chunk" || part.kind === "whole") held.add(part.bytes);
      if (part.kind === "begin" || part.kind === "chunk") return;
      const bytes = held.join();
      const { sha256 } = part.member;
      seen.set(entry, { sha256, head: bytes.slice(0, DETECT_LENGTH), bytes: isKept ? bytes : undefined });
    },
    report: ({ code, message }, entry) =>
      report({ code, severity: "error", message, ...(entry && { path: entry.path }) }),
  });
  const members = files.map((entry) => describeMember(entry, seen.get(entry)));
  const kept = new Map<string, Uint8Array>();
  for (const [{ path }, { bytes }] of seen) if (bytes !== undefined && !kept.has(path)) kept.set(path, bytes);
  return { members, kept };
}

interface SeenContent {
  readonly sha256: Uint8Array;
  readonly head: Uint8Array;
  readonly bytes: Uint8Array | undefined;
}

/** The first bytes of a stream, copied: engines use their buffers again. */
class HeldBytes {
  readonly #pieces: Uint8Array[] = [];
  #room: number;

  constructor(limit: number) {
    this.#room = limit;
  }

  add(bytes: Uint8Array): void {
    if (this.#room === 0) return;
    const taken = bytes.slice(0, this.#room);
    this.#pieces.push(taken);
    this.#room -= taken.length;
  }

  join(): Uint8Array {
    return concatBytes(this.#pieces);
  }
}

function isKeepable({ path, size }: ZipEntry, { keep, report }: ReadMembersOptions): boolean {
  if (!keep.has(path) || size <= MAX_KEPT_SIZE) return true;
  const message = `Cannot read ${path}: it has ${size} bytes, and ${MAX_KEPT_SIZE} are allowed`;
  report({ code: "WHEEL_MEMBER_TOO_LARGE", severity: "error", message, path });
  return false;
}

function describeMember({ path, size, mode }: ZipEntry, content: SeenContent | undefined): ArchiveMember {
  const format = content && detectObjectFormat(content.head);
  return {
    path,
    size,
    ...(content && { sha256: formatHex(content.sha256) }),
    mode: mode & 0o7777,
    ...(format && { format }),
  };
}
