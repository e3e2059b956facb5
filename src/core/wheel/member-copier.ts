/** Members of one archive in another, with their modes and times: copied as they are compressed, or replaced by a text. */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { EncodedMember, Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { METHOD } from "../zip/constants.ts";
import { formatDosTime } from "../zip/dos-time.ts";
import type { ZipEntry } from "../zip/model.ts";
import type { ZipMember, ZipWriter } from "../zip/write.ts";
import type { HashedOutput } from "./hashed-output.ts";
import { memoryMember } from "./memory-member.ts";

export interface CopyPorts {
  readonly engine: Engine;
  readonly signal?: AbortSignal | undefined;
}

/** Compressed bytes are copied in pieces of this size. */
const PIECE_SIZE: number = 1 << 20;

export class MemberCopier {
  readonly #zip: ZipWriter;
  readonly #output: HashedOutput;
  readonly #ports: CopyPorts;

  constructor(zip: ZipWriter, output: HashedOutput, ports: CopyPorts) {
    this.#zip = zip;
    this.#output = output;
    this.#ports = ports;
  }

  /** The compressed bytes, unread. */
  async copy(file: RandomAccess, entry: ZipEntry): Promise<void> {
    const offset = entry.local?.dataOffset;
    if (offset === undefined || (entry.method !== METHOD.STORED && entry.method !== METHOD.DEFLATED)) {
      const message = `Cannot copy ${quote(entry.path)}: it is compressed by method ${entry.method}`;
      throw new PackwheelError("ZIP_UNSUPPORTED_METHOD", message, { path: entry.path });
    }
    const { size, compressedSize, crc32 } = entry;
    // Some writers call an empty file deflated, and write nothing; not every reader takes that.
    const method = compressedSize === 0 ? METHOD.STORED : entry.method;
    const encoded: EncodedMember = { method, crc32, size, compressedSize, sha256: new Uint8Array(0) };
    const target = zipMember(entry);
    if (compressedSize <= PIECE_SIZE) {
      const bytes = await file.read(offset, compressedSize);
      await this.#zip.write({ kind: "whole", index: 0, member: encoded, bytes }, target);
      return;
    }
    this.#output.hold();
    await this.#zip.write({ kind: "begin", index: 0, method }, target);
    for (let done = 0; done < compressedSize; done += PIECE_SIZE) {
      throwIfAborted(this.#ports.signal);
      const bytes = await file.read(offset + done, Math.min(PIECE_SIZE, compressedSize - done));
      await this.#zip.write({ kind: "chunk", index: 0, bytes }, target);
    }
    await this.#zip.write({ kind: "end", index: 0, member: encoded }, target);
    await this.#output.release();
  }

  /** A text in the place of what the entry held. */
  async write(entry: ZipEntry, text: string): Promise<EncodedMember> {
    let member: EncodedMember | undefined;
    const source = memoryMember(entry.path, text);
    for await (const part of this.#ports.engine.encode([source], { signal: this.#ports.signal })) {
      if (part.kind === "begin") this.#output.hold();
      await this.#zip.write(part, { ...zipMember(entry), size: source.size });
      if (part.kind === "end") await this.#output.release();
      if (part.kind === "end" || part.kind === "whole") member = part.member;
    }
    if (member !== undefined) return member;
    throw new PackwheelError("ZIP_BAD_SEQUENCE", `Cannot write ${quote(entry.path)}: nothing came`);
  }
}

function zipMember({ path, mode, size, modified }: ZipEntry): ZipMember {
  return { path, mode: mode === 0 ? 0o644 : mode & 0o7777, size, dosTime: formatDosTime(modified) };
}
