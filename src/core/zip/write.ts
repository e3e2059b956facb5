/**
 * Writes zip archives that every reader takes: true sizes and CRC-32 in the local headers, never a data descriptor
 * (the package index refuses them), no extra fields and no newer version than 2.0 unless ZIP64 is needed.
 * Spec: PKWARE APPNOTE.TXT 6.3.10; the wheel's rules are in the binary distribution format.
 */
import { ByteWriter } from "../bytes/byte-writer.ts";
import { PackwheelError } from "../errors.ts";
import type { EncodedMember, EncodedPart } from "../ports/engine.ts";
import type { Output } from "../ports/output.ts";
import { EXTRA, FLAG, HOST_UNIX, LENGTH, MODE, SIGNATURE, ZIP64_MARK } from "./constants.ts";
import { writeDosTime } from "./dos-time.ts";
import { findPathFault } from "./safe-path.ts";

/** Headers and small members are joined up to this size before they are handed on. */
const BUFFER_LENGTH = 128 * 1024;

/** Larger pieces are handed on as they are, without a copy. */
const COPY_LIMIT = 32 * 1024;

/** Members expected to be this large get room for 64-bit sizes: content that does not deflate grows by a thousandth. */
const ZIP64_FROM = 0xf000_0000;

const VERSION = 20;
const VERSION_ZIP64 = 45;

export interface ZipMember {
  readonly path: string;
  /** Permission bits: `0o644`, `0o755`. */
  readonly mode: number;
  /** Bytes expected; only members of about 4 GiB must have it. */
  readonly size?: number;
  /** The fields of `writeDosTime`, where the member keeps a time of its own. */
  readonly dosTime?: number;
}

interface OpenMember {
  readonly member: ZipMember;
  readonly name: Uint8Array;
  readonly method: 0 | 8;
  readonly headerOffset: number;
  readonly zip64: boolean;
  compressedSize: number;
}

/** Takes the parts of an engine in their order, and at last writes the directory; committing is the caller's. */
export class ZipWriter {
  readonly #output: Output;
  readonly #dosTime: number;
  readonly #buffer = new ByteWriter(true, BUFFER_LENGTH);
  readonly #directory = new ByteWriter(true, BUFFER_LENGTH);
  readonly #encoder = new TextEncoder();
  readonly #paths = new Set<string>();
  /** Bytes already handed to the output. */
  #flushed = 0;
  #open: OpenMember | undefined;

  /** @param options.timestamp Seconds since 1970, for every member; told in UTC, clamped to 1980..2107. */
  constructor(output: Output, options: { readonly timestamp: number }) {
    this.#output = output;
    this.#dosTime = writeDosTime(options.timestamp);
  }

  /**
   * Write one part of `member`. Gives a promise only when there is something to wait for: await it before the next
   * call. A stream of small members mostly gives none.
   *
   * @throws {PackwheelError} `ZIP_UNSAFE_PATH`, `ZIP_DUPLICATE_NAME`, `ZIP_MEMBER_OUTGREW` for a
   *   member that passes 4 GiB unannounced, `ZIP_BAD_SEQUENCE` when parts of members are mixed.
   */
  write(part: EncodedPart, member: ZipMember): Promise<void> | undefined {
    if (part.kind === "whole") return this.#writeWhole(member, part.member, part.bytes);
    if (part.kind === "begin") return this.#begin(member, part.method);
    if (part.kind === "chunk") return this.#writeChunk(member, part.bytes);
    return this.#end(member, part.member);
  }

  /** Write the directory. @returns The size of the archive. */
  async finish(): Promise<number> {
    if (this.#open !== undefined) throw badSequence(`the archive ends within "${this.#open.member.path}"`);
    await this.#flush();
    const directoryOffset = this.#flushed;
    const directorySize = this.#directory.length;
    await this.#hand(this.#directory.view());
    writeEndRecords(this.#buffer, this.#paths.size, directorySize, directoryOffset);
    await this.#flush();
    return this.#flushed;
  }

  #writeWhole(member: ZipMember, encoded: EncodedMember, bytes: Uint8Array): Promise<void> | undefined {
    const name = this.#takeName(member.path);
    if (bytes.length !== encoded.compressedSize) throw badSequence(`"${member.path}" has another length than it says`);
    const copied = bytes.length <= COPY_LIMIT;
    const writeNow = (): Promise<void> | undefined => {
      const headerOffset = this.#flushed + this.#buffer.length;
      this.#writeDirectoryEntry(member, name, encoded, headerOffset, false);
      writeLocalHeader(this.#buffer, name, encoded.method, member.dosTime ?? this.#dosTime, encoded, false);
      if (!copied) return this.#flushThenHand(bytes);
      this.#buffer.bytes(bytes);
      return undefined;
    };
    return this.#withRoom(LENGTH.LOCAL_HEADER + name.length + (copied ? bytes.length : 0), writeNow);
  }

  #begin(member: ZipMember, method: 0 | 8): Promise<void> | undefined {
    const name = this.#takeName(member.path);
    const zip64 = (member.size ?? 0) >= ZIP64_FROM;
    return this.#withRoom(LENGTH.LOCAL_HEADER + name.length + 20, () => {
      const headerOffset = this.#flushed + this.#buffer.length;
      writeLocalHeader(
        this.#buffer,
        name,
        method,
        member.dosTime ?? this.#dosTime,
        { crc32: 0, size: 0, compressedSize: 0 },
        zip64,
      );
      this.#open = { member, name, method, headerOffset, zip64, compressedSize: 0 };
      return undefined;
    });
  }

  #writeChunk(member: ZipMember, bytes: Uint8Array): Promise<void> | undefined {
    const open = this.#openMember(member);
    open.compressedSize += bytes.length;
    if (!open.zip64 && open.compressedSize >= ZIP64_MARK.U32) throw outgrew(member);
    if (bytes.length > COPY_LIMIT) return this.#flushThenHand(bytes);
    return this.#withRoom(bytes.length, () => {
      this.#buffer.bytes(bytes);
      return undefined;
    });
  }

  async #end(member: ZipMember, encoded: EncodedMember): Promise<void> {
    const { name, method, headerOffset, zip64, compressedSize } = this.#openMember(member);
    if (!zip64 && encoded.size >= ZIP64_MARK.U32) throw outgrew(member);
    if (encoded.method !== method || encoded.compressedSize !== compressedSize) {
      throw badSequence(`"${member.path}" ends otherwise than it began`);
    }
    this.#open = undefined;
    this.#writeDirectoryEntry(member, name, encoded, headerOffset, zip64);
    await this.#flush();
    const header = new ByteWriter(true);
    writeLocalHeader(header, name, method, member.dosTime ?? this.#dosTime, encoded, zip64);
    await this.#output.patch(headerOffset, header.view());
  }

  #openMember(member: ZipMember): OpenMember {
    if (this.#open?.member.path === member.path) return this.#open;
    throw badSequence(`"${member.path}" was not begun`);
  }

  /** Judges a new member's path, and gives it as bytes. */
  #takeName(path: string): Uint8Array {
    if (this.#open !== undefined) throw badSequence(`"${path}" begins within "${this.#open.member.path}"`);
    const fault = findPathFault(path);
    if (fault !== undefined) {
      throw new PackwheelError("ZIP_UNSAFE_PATH", `Cannot pack "${path}": ${fault}`, { path });
    }
    if (this.#paths.has(path)) {
      throw new PackwheelError("ZIP_DUPLICATE_NAME", `Cannot pack "${path}": the archive has it already`, { path });
    }
    this.#paths.add(path);
    return this.#encoder.encode(path);
  }

  /**
   * Append an entry of the central directory: 46 bytes, the name, and a ZIP64 field of what does not fit.
   *
   * @param zip64 Whether the local header has 64-bit sizes.
   */
  #writeDirectoryEntry(
    member: ZipMember,
    name: Uint8Array,
    encoded: EncodedMember,
    offset: number,
    zip64: boolean,
  ): void {
    const large = [encoded.size, encoded.compressedSize, offset].filter((value) => value >= ZIP64_MARK.U32);
    const version = zip64 || large.length > 0 ? VERSION_ZIP64 : VERSION;
    const attributes = ((MODE.REGULAR | (member.mode & 0o7777)) << 16) >>> 0;
    this.#directory
      .u32(SIGNATURE.DIRECTORY_ENTRY) // 0, 4 bytes
      .u16((HOST_UNIX << 8) | version) // 4, 2 bytes: made by; readers honour the mode for Unix alone
      .u16(version) // 6, 2 bytes: version needed
      .u16(nameFlags(name)) // 8, 2 bytes
      .u16(encoded.method) // 10, 2 bytes
      .u32(member.dosTime ?? this.#dosTime) // 12, 4 bytes: time, then date
      .u32(encoded.crc32) // 16, 4 bytes
      .u32(Math.min(encoded.compressedSize, ZIP64_MARK.U32)) // 20, 4 bytes
      .u32(Math.min(encoded.size, ZIP64_MARK.U32)) // 24, 4 bytes
      .u16(name.length) // 28, 2 bytes
      .u16(large.length > 0 ? 4 + 8 * large.length : 0) // 30, 2 bytes: length of the extra fields
      .u16(0) // 32, 2 bytes: no comment
      .u16(0) // 34, 2 bytes: disk
      .u16(0) // 36, 2 bytes: internal attributes
      .u32(attributes) // 38, 4 bytes: external attributes
      .u32(Math.min(offset, ZIP64_MARK.U32)) // 42, 4 bytes: local header
      .bytes(name);
    if (large.length === 0) return;
    this.#directory.u16(EXTRA.ZIP64).u16(8 * large.length);
    for (const value of large) this.#directory.u64(BigInt(value));
  }

  /** Do `next` once the buffer has room for `length` bytes more. */
  #withRoom(length: number, next: () => Promise<void> | undefined): Promise<void> | undefined {
    if (this.#buffer.length + length <= BUFFER_LENGTH) return next();
    const pending = this.#flush();
    return pending === undefined ? next() : pending.then(next);
  }

  #flush(): Promise<void> | undefined {
    if (this.#buffer.length === 0) return undefined;
    const pending = this.#hand(this.#buffer.view());
    if (pending !== undefined) return pending.then(() => this.#buffer.clear());
    this.#buffer.clear();
    return undefined;
  }

  async #flushThenHand(bytes: Uint8Array): Promise<void> {
    await this.#flush();
    await this.#hand(bytes);
  }

  #hand(bytes: Uint8Array): Promise<void> | undefined {
    this.#flushed += bytes.length;
    return this.#output.write(bytes) ?? undefined;
  }
}

type MemberSizes = Pick<EncodedMember, "crc32" | "size" | "compressedSize">;

function writeLocalHeader(
  writer: ByteWriter,
  name: Uint8Array,
  method: 0 | 8,
  dosTime: number,
  sizes: MemberSizes,
  zip64: boolean,
): void {
  writer
    .u32(SIGNATURE.LOCAL_HEADER) // 0, 4 bytes
    .u16(zip64 ? VERSION_ZIP64 : VERSION) // 4, 2 bytes: version needed
    .u16(nameFlags(name)) // 6, 2 bytes
    .u16(method) // 8, 2 bytes
    .u32(dosTime) // 10, 4 bytes: time, then date
    .u32(sizes.crc32) // 14, 4 bytes
    .u32(zip64 ? ZIP64_MARK.U32 : sizes.compressedSize) // 18, 4 bytes
    .u32(zip64 ? ZIP64_MARK.U32 : sizes.size) // 22, 4 bytes
    .u16(name.length) // 26, 2 bytes
    .u16(zip64 ? 20 : 0) // 28, 2 bytes: length of the extra fields
    .bytes(name);
  // The local ZIP64 field holds both sizes, always.
  if (zip64) writer.u16(EXTRA.ZIP64).u16(16).u64(BigInt(sizes.size)).u64(BigInt(sizes.compressedSize));
}

/** The ZIP64 records come only where the plain one cannot tell it all. */
function writeEndRecords(writer: ByteWriter, count: number, directorySize: number, directoryOffset: number): void {
  if (count >= ZIP64_MARK.U16 || directorySize >= ZIP64_MARK.U32 || directoryOffset >= ZIP64_MARK.U32) {
    writer
      .u32(SIGNATURE.ZIP64_END_RECORD) // 0, 4 bytes
      .u64(BigInt(LENGTH.ZIP64_END_RECORD - 12)) // 4, 8 bytes: what follows this field
      .u16((HOST_UNIX << 8) | VERSION_ZIP64) // 12, 2 bytes: made by
      .u16(VERSION_ZIP64) // 14, 2 bytes: version needed
      .u32(0) // 16, 4 bytes: this disk
      .u32(0) // 20, 4 bytes: disk of the directory
      .u64(BigInt(count)) // 24, 8 bytes: entries on this disk
      .u64(BigInt(count)) // 32, 8 bytes: entries
      .u64(BigInt(directorySize)) // 40, 8 bytes
      .u64(BigInt(directoryOffset)) // 48, 8 bytes
      .u32(SIGNATURE.ZIP64_LOCATOR) // 0, 4 bytes
      .u32(0) // 4, 4 bytes: disk of the record above
      .u64(BigInt(directoryOffset + directorySize)) // 8, 8 bytes: its offset
      .u32(1); // 16, 4 bytes: number of disks
  }
  writer
    .u32(SIGNATURE.END_RECORD) // 0, 4 bytes
    .u16(0) // 4, 2 bytes: this disk
    .u16(0) // 6, 2 bytes: disk of the directory
    .u16(Math.min(count, ZIP64_MARK.U16)) // 8, 2 bytes: entries on this disk
    .u16(Math.min(count, ZIP64_MARK.U16)) // 10, 2 bytes: entries
    .u32(Math.min(directorySize, ZIP64_MARK.U32)) // 12, 4 bytes
    .u32(Math.min(directoryOffset, ZIP64_MARK.U32)) // 16, 4 bytes
    .u16(0); // 20, 2 bytes: no comment
}

/** Only names beyond ASCII are marked as UTF-8: without the mark they would be read as code page 437. */
function nameFlags(name: Uint8Array): number {
  for (const byte of name) if (byte >= 0x80) return FLAG.UTF8;
  return 0;
}

function outgrew(member: ZipMember): PackwheelError {
  return new PackwheelError(
    "ZIP_MEMBER_OUTGREW",
    `Cannot pack "${member.path}": it is 4 GiB or larger, and ${member.size ?? 0} bytes were announced`,
    { path: member.path, hint: "Keep the file unchanged while it is packed" },
  );
}

function badSequence(what: string): PackwheelError {
  return new PackwheelError("ZIP_BAD_SEQUENCE", `Cannot write the archive: ${what}`);
}
