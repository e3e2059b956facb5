/** Reads an sdist once, and keeps of each member what the rules look at. */
import { concatBytes } from "../../bytes/concat.ts";
import { type Finding, PackwheelError } from "../../errors.ts";
import type { RandomAccess } from "../../ports/random-access.ts";
import { readTar, type TarEntry } from "../../tar/read.ts";
import { type CheckOptions, DEFAULT_LIMITS } from "../check-options.ts";
import { adoptFindings } from "../finding.ts";
import { findRule } from "../rules.ts";
import { isScanned, ObfuscationScan } from "./obfuscation-scan.ts";
import type { SdistContents, SdistMember } from "./sdist-contents.ts";

const MAX_PACKAGE_INFO_LENGTH: number = 32 * 1024 * 1024;
const READ_SIZE: number = 1 << 20;
/** Enough for the first line of a key. */
const HEAD_LENGTH = 256;

export interface ReadSdistContents {
  readonly contents: SdistContents;
  readonly findings: readonly Finding[];
  /** False when the archive broke off; then `contents` holds what came before. */
  readonly isComplete: boolean;
}

export async function readSdistContents(file: RandomAccess, options: CheckOptions): Promise<ReadSdistContents> {
  const findings: Finding[] = [];
  const members: SdistMember[] = [];
  const packageInfos = new Map<string, Uint8Array>();
  const { signal, limits = {} } = options;
  const maxTotalSize = limits.maxTotalSize ?? DEFAULT_LIMITS.maxTotalSize;
  const maxEntries = limits.maxMembers ?? DEFAULT_LIMITS.maxMembers;
  // Each member comes with a header and padding.
  const limit = maxTotalSize + 4096 * maxEntries;
  const tar = options.engine.gunzip(readFile(file, options), { limit, signal });
  try {
    const report = (found: Finding) => findings.push(...adoptFindings([found]));
    for await (const entry of readTar(tar, { maxTotalSize, maxEntries, report, signal })) {
      const { path, kind, size, link, fault } = entry;
      const isPackageInfo = kind === "file" && /^[^/]+\/PKG-INFO$/.test(path) && size <= MAX_PACKAGE_INFO_LENGTH;
      const isScan = options.index !== "none" && kind === "file" && isScanned(path, size);
      const scan = isScan ? new ObfuscationScan() : undefined;
      const bytes =
        kind === "file" ? await readStart(entry, isPackageInfo ? size : HEAD_LENGTH, scan) : new Uint8Array(0);
      // One only: an archive of nothing but these must not be held in memory.
      if (isPackageInfo && packageInfos.size === 0) packageInfos.set(path, bytes);
      const head = bytes.slice(0, HEAD_LENGTH);
      members.push({ path, kind, size, link, fault, head, obfuscator: scan?.found });
    }
    return { contents: { members, packageInfos }, findings, isComplete: true };
  } catch (error) {
    if (!(error instanceof PackwheelError) || findRule(error.code)?.topic !== "sdist") throw error;
    findings.push({ code: error.code, severity: "error", message: error.message });
    return { contents: { members, packageInfos }, findings, isComplete: false };
  }
}

async function* readFile(file: RandomAccess, { reporter }: CheckOptions): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < file.size; offset += READ_SIZE) {
    yield await file.read(offset, Math.min(READ_SIZE, file.size - offset));
    const done = Math.min(file.size, offset + READ_SIZE);
    reporter?.report({ kind: "progress", done, total: file.size, unit: "bytes" });
  }
}

/** The first bytes of a member; the reader passes over the rest, unless it is to be scanned. */
async function readStart(entry: TarEntry, length: number, scan: ObfuscationScan | undefined): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let missing = length;
  for await (const bytes of entry.content()) {
    if (missing > 0) parts.push(bytes.slice(0, missing));
    missing -= bytes.length;
    scan?.add(bytes);
    if (missing <= 0 && scan === undefined) break;
  }
  return concatBytes(parts);
}
