/**
 * From members in their final order to a wheel file: compressed, recorded, hashed, and committed whole or not at all.
 * Content is read once; RECORD tells what was really written.
 */
import { formatHex } from "../bytes/hex.ts";
import { PackwheelError } from "../errors.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { EncodedMember } from "../ports/engine.ts";
import type { PackPorts } from "../ports/pack-ports.ts";
import { ZipWriter } from "../zip/write.ts";
import { ByteProgress } from "./byte-progress.ts";
import { HashedOutput } from "./hashed-output.ts";
import { memoryMember } from "./memory-member.ts";
import { type RecordEntry, writeRecord } from "./record.ts";
import type { WheelMember } from "./wheel-member.ts";

export interface WheelArchive {
  readonly filename: string;
  /** In the order of the archive, without RECORD. */
  readonly members: readonly WheelMember[];
  /** `hello-1.0.dist-info/RECORD` */
  readonly recordPath: string;
  /** Seconds since 1970, for every member. */
  readonly timestamp: number;
  /** zlib level 0 to 9. Default 6. */
  readonly level?: number | undefined;
}

export interface WrittenArchive {
  /** Bytes of the file. */
  readonly size: number;
  /** Of the file, in hex. */
  readonly sha256: string;
}

/**
 * Write a wheel into `ports.folder`. On any failure nothing is left there.
 *
 * @throws {PackwheelError} the codes of `ZipWriter`, of the members' sources and of the output; `ABORTED`
 */
export async function writeWheelArchive(archive: WheelArchive, ports: PackPorts): Promise<WrittenArchive> {
  throwIfAborted(ports.signal);
  ports.reporter?.report({ kind: "phase", text: `Packing ${archive.filename}` });
  const progress = new ByteProgress(ports.reporter, archive.members);
  const hasher = await ports.engine.createSha256();
  const output = new HashedOutput(await ports.folder.create(archive.filename), hasher);
  try {
    const zip = new ZipWriter(output, { timestamp: archive.timestamp });
    const encoded = new MemberWriter(zip, output, archive.level, ports);
    const recorded = await encoded.write(archive.members.map((member) => progress.watch(member)));
    const record = writeRecord([...recorded, { path: archive.recordPath }]);
    await encoded.write([memoryMember(archive.recordPath, record)]);
    await zip.finish();
    throwIfAborted(ports.signal);
    await output.commit();
  } catch (error) {
    // Why writing failed matters more than why the rest of it cannot be removed.
    await output.discard().catch(() => undefined);
    throw error;
  }
  progress.finish();
  return { size: output.size, sha256: formatHex(output.digest()) };
}

class MemberWriter {
  readonly #zip: ZipWriter;
  readonly #output: HashedOutput;
  readonly #level: number | undefined;
  readonly #ports: PackPorts;

  constructor(zip: ZipWriter, output: HashedOutput, level: number | undefined, ports: PackPorts) {
    this.#zip = zip;
    this.#output = output;
    this.#level = level;
    this.#ports = ports;
  }

  /** @returns The rows of RECORD for these members. */
  async write(members: readonly WheelMember[]): Promise<RecordEntry[]> {
    const rows: RecordEntry[] = [];
    const { engine, signal } = this.#ports;
    for await (const part of engine.encode(members, { level: this.#level, signal })) {
      throwIfAborted(signal);
      const member = members[part.index];
      if (member === undefined) {
        throw new PackwheelError("ZIP_BAD_SEQUENCE", `Cannot write the archive: there is no member ${part.index}`);
      }
      const { path, size } = member;
      if (part.kind === "begin") this.#output.hold();
      const pending = this.#zip.write(part, { path, size, mode: member.mode ?? (member.executable ? 0o755 : 0o644) });
      if (pending !== undefined) await pending;
      if (part.kind === "end") await this.#output.release();
      if (part.kind === "end" || part.kind === "whole") rows.push(recordRow(path, part.member));
    }
    return rows;
  }
}

function recordRow(path: string, { sha256, size }: EncodedMember): RecordEntry {
  return { path, hash: { algorithm: "sha256", digest: sha256 }, size };
}
