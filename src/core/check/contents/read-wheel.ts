/** Reads every member of a wheel once, and keeps of each what the rules look at. */
import { concatBytes } from "../../bytes/concat.ts";
import { type Finding, PackwheelError } from "../../errors.ts";
import { detectObjectFormat } from "../../object/detect.ts";
import { throwIfAborted } from "../../ports/abort.ts";
import type { DecodedPart, Engine } from "../../ports/engine.ts";
import type { RandomAccess } from "../../ports/random-access.ts";
import type { Reporter } from "../../ports/reporter.ts";
import { FLAG, METHOD } from "../../zip/constants.ts";
import { readMembers } from "../../zip/content.ts";
import type { ZipEntry } from "../../zip/model.ts";
import { finding } from "../finding.ts";
import { findRule } from "../rules.ts";
import { type CheckedMember, HEAD_LENGTH, isReadWhole, MAX_TEXT_LENGTH, MAX_TEXT_TOTAL } from "./wheel-contents.ts";

export interface ReadWheelOptions {
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
  readonly reporter?: Reporter | undefined;
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
  const { engine, signal, reporter } = options;
  const findings: Finding[] = [];
  const collector = new Collector(findings, reporter, entries);
  let waiting = entries
    .map((entry, position) => ({ entry, position }))
    .filter(({ entry }) => isReadable(entry))
    .sort((a, b) => a.entry.localHeaderOffset - b.entry.localHeaderOffset);
  // A broken member ends the decoding, and the others are to be told of as well.
  for (let broken = 0; waiting.length > 0 && broken < MAX_BROKEN; broken++) {
    let done = 0;
    try {
      const sources = waiting.map(({ entry }) => entry);
      for await (const part of readMembers(file, sources, engine, { signal })) {
        throwIfAborted(signal);
        const position = waiting[part.index]?.position;
        if (position !== undefined) collector.take(part, position);
        if (part.kind === "whole" || part.kind === "end") done = part.index + 1;
      }
      break;
    } catch (error) {
      if (!(error instanceof PackwheelError) || findRule(error.code)?.topic !== "framing") throw error;
      // Engines that work ahead may meet a broken member before its turn.
      const named = waiting.findIndex(({ entry }, index) => index >= done && entry.path === error.path);
      const failed = named === -1 ? done : named;
      const path = waiting[failed]?.entry.path;
      findings.push({ code: error.code, severity: "error", message: error.message, ...(path && { path }) });
      waiting = waiting.filter((_, index) => index >= done && index !== failed);
    }
  }
  return { members: collector.finish(), findings };
}

/** What no engine decodes the framing rules tell of. */
function isReadable({ local, method, flags }: ZipEntry): boolean {
  const isEncrypted = (flags & (FLAG.ENCRYPTED | FLAG.STRONG_ENCRYPTION)) !== 0;
  return local !== undefined && !isEncrypted && (method === METHOD.STORED || method === METHOD.DEFLATED);
}

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

  constructor(findings: Finding[], reporter: Reporter | undefined, entries: readonly ZipEntry[]) {
    this.#findings = findings;
    this.#reporter = reporter;
    this.#entries = entries;
    this.#members = entries.map(() => undefined);
    this.#total = entries.reduce((sum, { size }) => sum + size, 0);
  }

  take(part: DecodedPart, position: number): void {
    if (part.kind === "begin" || part.kind === "whole") this.#begin(position);
    if (part.kind === "chunk" || part.kind === "whole") this.#append(part.bytes);
    if (part.kind === "end" || part.kind === "whole") this.#end(position, part.member.sha256);
  }

  finish(): CheckedMember[] {
    return this.#entries.map(({ path, size }, position) => {
      const unread = { path, size, sha256: undefined, head: new Uint8Array(0), content: undefined };
      return this.#members[position] ?? unread;
    });
  }

  #begin(position: number): void {
    this.#head = new Uint8Array(0);
    this.#content = undefined;
    const entry = this.#entries[position];
    if (entry === undefined || !isReadWhole(entry.path)) return;
    if (entry.size <= MAX_TEXT_LENGTH && this.#textLength + entry.size <= MAX_TEXT_TOTAL) {
      this.#textLength += entry.size;
      this.#content = [];
    } else {
      const message = `File has ${entry.size} bytes, too many to be read`;
      this.#findings.push(finding("DIST_INFO_FILE_TOO_LARGE", message, { path: entry.path }));
    }
  }

  #append(bytes: Uint8Array): void {
    const missing = HEAD_LENGTH - this.#head.length;
    // Copies, as the engine may use its buffers again.
    if (missing > 0 && bytes.length > 0) this.#head = concatBytes([this.#head, bytes.subarray(0, missing)]);
    this.#content?.push(bytes.slice());
    this.#done = Math.min(this.#total, this.#done + bytes.length);
    this.#reporter?.report({ kind: "progress", done: this.#done, total: this.#total, unit: "bytes" });
  }

  #end(position: number, sha256: Uint8Array): void {
    const entry = this.#entries[position];
    if (entry === undefined) return;
    const content = this.#content === undefined ? undefined : concatBytes(this.#content);
    // A wheel may have hundreds of thousands of members, of which few are object files.
    const head = detectObjectFormat(this.#head) === undefined ? this.#head.slice(0, TEXT_HEAD_LENGTH) : this.#head;
    this.#members[position] = { path: entry.path, size: entry.size, sha256, head, content };
  }
}
