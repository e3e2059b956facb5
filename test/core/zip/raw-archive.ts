/** Archives put together field by field, so that a test can make any of them wrong. */
import { ByteWriter } from "../../../src/core/bytes/byte-writer.ts";
import { concatBytes } from "../../../src/core/bytes/concat.ts";
import { crc32 } from "../../../src/core/bytes/crc32.ts";

export interface RawHeader {
  readonly signature: number;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly name: Uint8Array;
  readonly extra: Uint8Array;
}

export interface RawMember {
  readonly name: string;
  /** What stands between the headers; stored unless `fields` say otherwise. */
  readonly data?: string | Uint8Array;
  /** Unix mode with type bits. */
  readonly mode?: number;
  /** Fields of both headers. */
  readonly fields?: Partial<RawHeader>;
  readonly local?: Partial<RawHeader>;
  readonly directory?: Partial<RawHeader> & {
    readonly offset?: number;
    readonly disk?: number;
    readonly comment?: Uint8Array;
  };
  /** Bytes before the local header, and after the data. */
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
}

export interface RawEnd {
  readonly disk: number;
  readonly diskEntryCount: number;
  readonly entryCount: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
  readonly commentLength: number;
  readonly comment: Uint8Array;
}

export interface RawZip64 {
  readonly entryCount?: number;
  readonly directorySize?: bigint;
  readonly directoryOffset?: bigint;
  readonly recordOffset?: bigint;
  readonly recordLength?: bigint;
  readonly diskCount?: number;
  readonly extensible?: Uint8Array;
  readonly signature?: number;
}

export interface RawArchive {
  readonly members: readonly RawMember[];
  readonly end?: Partial<RawEnd>;
  readonly zip64?: RawZip64;
  /** Bytes at the end of the directory, counted as part of it. */
  readonly directoryTail?: Uint8Array;
  readonly trailing?: Uint8Array;
}

const encoder = new TextEncoder();
const EMPTY = new Uint8Array(0);

export function rawArchive({ members, end, zip64, directoryTail = EMPTY, trailing = EMPTY }: RawArchive): Uint8Array {
  const file = new ByteWriter(true);
  const directory = new ByteWriter(true);
  for (const member of members) {
    const data = typeof member.data === "string" ? encoder.encode(member.data) : (member.data ?? EMPTY);
    const common: RawHeader = {
      signature: 0,
      flags: 0,
      method: 0,
      crc32: crc32(data),
      compressedSize: data.length,
      size: data.length,
      name: encoder.encode(member.name),
      extra: EMPTY,
      ...member.fields,
    };
    const local = { ...common, signature: 0x04034b50, ...member.local };
    const central = { ...common, signature: 0x02014b50, offset: 0, disk: 0, comment: EMPTY };
    file.bytes(member.before ?? EMPTY);
    const entry = { ...central, offset: file.length, ...member.directory };
    file.u32(local.signature).u16(20);
    writeCommon(file, local);
    file.u16(local.name.length).u16(local.extra.length).bytes(local.name).bytes(local.extra);
    file.bytes(data).bytes(member.after ?? EMPTY);
    directory.u32(entry.signature).u16(0x0314).u16(20);
    writeCommon(directory, entry);
    directory.u16(entry.name.length).u16(entry.extra.length).u16(entry.comment.length);
    directory
      .u16(entry.disk)
      .u16(0)
      .u32(((member.mode ?? 0o100644) << 16) >>> 0);
    directory.u32(entry.offset).bytes(entry.name).bytes(entry.extra).bytes(entry.comment);
  }
  directory.bytes(directoryTail);
  const directoryOffset = file.length;
  file.bytes(directory.view());
  if (zip64 !== undefined) writeZip64(file, zip64, members.length, directory.length, directoryOffset);
  const record: RawEnd = {
    disk: 0,
    diskEntryCount: end?.entryCount ?? members.length,
    entryCount: members.length,
    directorySize: directory.length,
    directoryOffset,
    commentLength: end?.comment?.length ?? 0,
    comment: EMPTY,
    ...end,
  };
  file.u32(0x06054b50).u16(record.disk).u16(0).u16(record.diskEntryCount).u16(record.entryCount);
  file.u32(record.directorySize).u32(record.directoryOffset).u16(record.commentLength).bytes(record.comment);
  return concatBytes([file.view(), trailing]);
}

function writeCommon(writer: ByteWriter, header: RawHeader): void {
  writer.u16(header.flags).u16(header.method).u32(0x00210000);
  writer.u32(header.crc32).u32(header.compressedSize).u32(header.size);
}

function writeZip64(file: ByteWriter, zip64: RawZip64, count: number, size: number, offset: number): void {
  const recordOffset = file.length;
  const extensible = zip64.extensible ?? EMPTY;
  const entryCount = BigInt(zip64.entryCount ?? count);
  file.u32(zip64.signature ?? 0x06064b50).u64(zip64.recordLength ?? BigInt(44 + extensible.length));
  file.u16(45).u16(45).u32(0).u32(0).u64(entryCount).u64(entryCount);
  file
    .u64(zip64.directorySize ?? BigInt(size))
    .u64(zip64.directoryOffset ?? BigInt(offset))
    .bytes(extensible);
  file
    .u32(0x07064b50)
    .u32(0)
    .u64(zip64.recordOffset ?? BigInt(recordOffset))
    .u32(zip64.diskCount ?? 1);
}

/** One extra field. */
export function extraField(id: number, data: Uint8Array | readonly number[]): Uint8Array {
  return new ByteWriter(true).u16(id).u16(data.length).bytes(Uint8Array.from(data)).toBytes();
}

/** A ZIP64 extra field of these values. */
export function zip64Field(...values: bigint[]): Uint8Array {
  const data = new ByteWriter(true);
  for (const value of values) data.u64(value);
  return extraField(1, data.view());
}

/** An Info-ZIP Unicode path field for the name that the header has. */
export function unicodePathField(headerName: Uint8Array, path: string): Uint8Array {
  const name = encoder.encode(path);
  return extraField(0x7075, new ByteWriter(true).u8(1).u32(crc32(headerName)).bytes(name).view());
}
