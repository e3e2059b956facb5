/** Writes zip archives that no honest tool would write: every field can be given another value. */
import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../../src/core/bytes/crc32.ts";

/** Fields of a header that can be given another value than the true one. */
export interface RawFields {
  readonly name?: Uint8Array;
  readonly version?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly crc32?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly extra?: Uint8Array;
}

export interface RawMember {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly deflate?: boolean;
  readonly mode?: number;
  readonly comment?: string;
  /** The compressed bytes, where they are not to be made from `bytes`. */
  readonly data?: Uint8Array;
  readonly both?: RawFields;
  readonly local?: RawFields;
  readonly central?: RawFields;
  /** Bytes between this member's data and what follows. */
  readonly after?: Uint8Array;
}

export interface RawArchive {
  readonly comment?: string;
  readonly disk?: number;
  /** Writes the ZIP64 records, too, with this much data at the end of the first. */
  readonly zip64Extension?: number;
  /** In the ZIP64 record. */
  readonly entryCount?: number;
}

export function writeRawZip(members: readonly RawMember[], archive: RawArchive = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    offset += bytes.length;
  };
  for (const member of members) {
    const data = member.data ?? (member.deflate ? deflateRawSync(member.bytes) : member.bytes);
    const honest = {
      name: new TextEncoder().encode(member.path),
      version: 20,
      flags: /^[ -~]*$/.test(member.path) ? 0 : 0x0800,
      method: member.deflate ? 8 : 0,
      crc32: crc32(member.bytes),
      size: member.bytes.length,
      compressedSize: data.length,
      extra: new Uint8Array(0),
      ...member.both,
    };
    directory.push(directoryEntry({ ...honest, ...member.central }, member, offset));
    const local = { ...honest, ...member.local };
    put(
      concat([
        u32(0x04034b50),
        u16(local.version),
        commonFields(local),
        u16(local.name.length),
        u16(local.extra.length),
      ]),
    );
    put(concat([local.name, local.extra, data, member.after ?? new Uint8Array(0)]));
  }
  const directoryBytes = concat(directory);
  const directoryOffset = offset;
  put(directoryBytes);
  if (archive.zip64Extension !== undefined) {
    const end64 = offset;
    put(concat([u32(0x06064b50), u64(44 + archive.zip64Extension), u16(45), u16(45), u32(0), u32(0)]));
    const count = archive.entryCount ?? members.length;
    put(concat([u64(count), u64(count), u64(directoryBytes.length), u64(directoryOffset)]));
    put(new Uint8Array(archive.zip64Extension));
    put(concat([u32(0x07064b50), u32(0), u64(end64), u32(1)]));
  }
  const comment = new TextEncoder().encode(archive.comment ?? "");
  const disk = archive.disk ?? 0;
  const shortCount = u16(archive.entryCount === undefined ? members.length : 0xffff);
  put(concat([u32(0x06054b50), u16(disk), u16(disk), shortCount, shortCount]));
  put(concat([u32(directoryBytes.length), u32(directoryOffset), u16(comment.length), comment]));
  return concat(parts);
}

function directoryEntry(fields: Required<RawFields>, { mode, comment }: RawMember, offset: number): Uint8Array {
  const { name, extra } = fields;
  const commentBytes = new TextEncoder().encode(comment ?? "");
  return concat([
    concat([u32(0x02014b50), u16(0x0314), u16(fields.version), commonFields(fields)]),
    concat([u16(name.length), u16(extra.length), u16(commentBytes.length), u16(0), u16(0)]),
    concat([u32(((mode ?? 0o100644) << 16) >>> 0), u32(offset), name, extra, commentBytes]),
  ]);
}

function commonFields({ flags, method, crc32, compressedSize, size }: Required<RawFields>): Uint8Array {
  return concat([u16(flags), u16(method), u32(0x00210000), u32(crc32), u32(compressedSize), u32(size)]);
}

export function u16(value: number): Uint8Array {
  return new Uint8Array([value & 255, (value >> 8) & 255]);
}

export function u32(value: number): Uint8Array {
  return concat([u16(value & 0xffff), u16(value >>> 16)]);
}

export function u64(value: number): Uint8Array {
  return concat([u32(value >>> 0), u32(Math.floor(value / 2 ** 32))]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
