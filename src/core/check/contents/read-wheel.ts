/** Reads every member of a wheel once, and keeps of each what the rules look at. */
import { concatBytes } from "../../bytes/concat.ts";
import { createSha256 } from "../../engine/sha256.ts";
import type { Finding } from "../../errors.ts";
import { detectObjectFormat } from "../../object/detect.ts";
import { findSignatureFault } from "../../object/macho/code-signature.ts";
import type { MachOFile } from "../../object/macho/model.ts";
import { isObjectError, ObjectBytes } from "../../object/object-bytes.ts";
import type { ObjectFile } from "../../object/object-file.ts";
import type { DecodedPart, Engine, Hasher } from "../../ports/engine.ts";
import type { RandomAccess } from "../../ports/random-access.ts";
import type { Reporter } from "../../ports/reporter.ts";
import type { ZipEntry } from "../../zip/model.ts";
import { readIntactMembers } from "../../zip/read-intact.ts";
import { type CheckLimits, type CheckOptions, DEFAULT_LIMITS } from "../check-options.ts";
import { finding } from "../finding.ts";
import { readNativeFile } from "./native-file.ts";
import { isScanned, ObfuscationScan } from "./obfuscation-scan.ts";
import { type CheckedMember, HEAD_LENGTH, isReadWhole, MAX_TEXT_LENGTH, MAX_TEXT_TOTAL } from "./wheel-contents.ts";

export interface ReadWheelOptions {
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
  readonly reporter?: Reporter | undefined;
  readonly limits?: CheckLimits | undefined;
  /** Encrypted files are looked for, unless it is an index of no rules. */
  readonly index?: CheckOptions["index"];
}

export interface ReadWheel {
  /** In the order of the archive; those that could not be read are there, without hash and content. */
  readonly members: readonly CheckedMember[];
  readonly findings: readonly Finding[];
}

/** After so many broken members the archive as a whole is broken. */
const MAX_BROKEN = 100;
/** Enough for a shebang, and for the first line of a key. */
const TEXT_HEAD_LENGTH = 256;

/** @param entries Files, no directories. */
export async function readWheelMembers(
  file: RandomAccess,
  entries: readonly ZipEntry[],
  options: ReadWheelOptions,
): Promise<ReadWheel> {
  const { engine, signal } = options;
  const findings: Finding[] = [];
  const collector = new Collector(findings, options, entries, await createSha256());
  const positions = new Map(entries.map((entry, position) => [entry, position]));
  await readIntactMembers(file, entries, {
    engine,
    signal,
    maxBroken: MAX_BROKEN,
    take: (part, entry) => collector.take(part, positions.get(entry) ?? 0),
    report: ({ code, message }, entry) => {
      findings.push({ code, severity: "error", message, ...(entry && { path: entry.path }) });
    },
  });
  return { members: collector.finish(), findings };
}

const UNREAD = { sha256: undefined, content: undefined, object: undefined, obfuscator: undefined } as const;

/** What is kept of the members while their bytes pass by. */
class Collector {
  readonly #findings: Finding[];
  readonly #reporter: Reporter | undefined;
  readonly #entries: readonly ZipEntry[];
  readonly #members: (CheckedMember | undefined)[];
  readonly #total: number;
  #textLength = 0;
  #done = 0;
  #head: Uint8Array = new Uint8Array(0);
  #content: Uint8Array[] | undefined;
  readonly #maxBinarySize: number;
  readonly #scans: boolean;
  #scan: ObfuscationScan | undefined;
  /** Of the member that passes by, while it may be a compiled file. */
  #object: ObjectBytes | undefined;

  readonly #sha256: Hasher;

  constructor(
    findings: Finding[],
    { reporter, limits, index }: ReadWheelOptions,
    entries: readonly ZipEntry[],
    sha256: Hasher,
  ) {
    this.#sha256 = sha256;
    this.#findings = findings;
    this.#reporter = reporter;
    this.#maxBinarySize = limits?.maxBinarySize ?? DEFAULT_LIMITS.maxBinarySize;
    this.#scans = index !== "none";
    this.#entries = entries;
    this.#members = entries.map(() => undefined);
    this.#total = entries.reduce((sum, { size }) => sum + size, 0);
  }

  take(part: DecodedPart, position: number): void {
    if (part.kind === "begin" || part.kind === "whole") this.#begin(position);
    if (part.kind === "chunk" || part.kind === "whole") this.#append(position, part.bytes);
    if (part.kind === "end" || part.kind === "whole") this.#end(position, part.member.sha256);
  }

  finish(): CheckedMember[] {
    return this.#entries.map(({ path, size }, position) => {
      return this.#members[position] ?? { path, size, head: new Uint8Array(0), ...UNREAD };
    });
  }

  #begin(position: number): void {
    this.#head = new Uint8Array(0);
    this.#content = undefined;
    this.#object = undefined;
    const entry = this.#entries[position];
    const isScan = this.#scans && entry !== undefined && isScanned(entry.path, entry.size);
    this.#scan = isScan ? new ObfuscationScan() : undefined;
    if (entry === undefined || !isReadWhole(entry.path)) return;
    if (entry.size <= MAX_TEXT_LENGTH && this.#textLength + entry.size <= MAX_TEXT_TOTAL) {
      this.#textLength += entry.size;
      this.#content = [];
    } else {
      const message = `File has ${entry.size} bytes, too many to be read`;
      this.#findings.push(finding("DIST_INFO_FILE_TOO_LARGE", message, { path: entry.path }));
    }
  }

  #append(position: number, bytes: Uint8Array): void {
    const missing = HEAD_LENGTH - this.#head.length;
    const before = this.#head;
    // Copies, as the engine may use its buffers again.
    if (missing > 0 && bytes.length > 0) this.#head = concatBytes([this.#head, bytes.subarray(0, missing)]);
    const size = this.#entries[position]?.size ?? 0;
    if (missing > 0 && this.#head.length === Math.min(HEAD_LENGTH, size)) this.#beginObject(position, before);
    this.#object?.add(bytes);
    this.#scan?.add(bytes);
    this.#content?.push(bytes.slice());
    this.#done = Math.min(this.#total, this.#done + bytes.length);
    this.#reporter?.report({ kind: "progress", done: this.#done, total: this.#total, unit: "bytes" });
  }

  /** The head is complete: what it says decides whether all of the file is needed. */
  #beginObject(position: number, before: Uint8Array): void {
    const entry = this.#entries[position];
    if (entry === undefined || readNativeFile(this.#head) === undefined) return;
    if (entry.size > this.#maxBinarySize) {
      const message = `Compiled file has ${entry.size} bytes, too many to be read`;
      this.#findings.push(finding("NATIVE_TOO_LARGE", message, { path: entry.path }));
      return;
    }
    this.#object = new ObjectBytes(entry.size);
    this.#object.add(before);
  }

  #endObject(path: string): ObjectFile | undefined {
    try {
      const object = this.#object?.read();
      if (object?.format === "mach-o") this.#checkSignatures(path, object, this.#object?.bytes);
      return object;
    } catch (error) {
      if (!isObjectError(error)) throw error;
      this.#findings.push(finding("NATIVE_UNREADABLE", error.message, { path }));
      return undefined;
    } finally {
      this.#object = undefined;
    }
  }

  #checkSignatures(path: string, { slices }: MachOFile, bytes: Uint8Array = new Uint8Array(0)): void {
    for (const slice of slices) {
      const fault = findSignatureFault(bytes, slice, this.#sha256);
      if (fault === undefined) continue;
      const message = `Signature for ${slice.arch.name} is broken: ${fault}`;
      const hint = "Sign the file again after its last change: codesign --force --sign - FILE";
      this.#findings.push(finding("AUDIT_SIGNATURE_BROKEN", message, { path, hint }));
    }
  }

  #end(position: number, sha256: Uint8Array): void {
    const entry = this.#entries[position];
    if (entry === undefined) return;
    const content = this.#content === undefined ? undefined : concatBytes(this.#content);
    // A wheel may have hundreds of thousands of members, of which few are object files.
    const head = detectObjectFormat(this.#head) === undefined ? this.#head.slice(0, TEXT_HEAD_LENGTH) : this.#head;
    const object = this.#endObject(entry.path);
    const obfuscator = this.#scan?.found;
    this.#members[position] = { path: entry.path, size: entry.size, sha256, head, content, object, obfuscator };
  }
}
