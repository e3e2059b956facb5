/** Mach-O files with an ad-hoc signature, made by hand. */
import { createHash } from "node:crypto";
import { ByteWriter } from "../../../../src/core/bytes/byte-writer.ts";
import { type MachODraft, makeMachO } from "./macho-bytes.ts";

export interface SignatureDraft {
  /** hashSize and hashType. Default SHA-256. */
  readonly hash?: { readonly size: number; readonly type: number };
  /** Default 12: pages of 4 KB. */
  readonly pageBits?: number;
  /** Bytes of code between the commands and the signature. Default 10000. */
  readonly code?: number;
  /** A blob of requirements, which the directory has a hash of. */
  readonly requirements?: Uint8Array;
  /** In place of the true ones. */
  readonly magic?: number;
  readonly directoryMagic?: number;
  readonly codeLimit?: number;
  readonly pageCount?: number;
}

export function signMachO(draft: MachODraft, signature: SignatureDraft = {}): Uint8Array {
  const place = (offset: number, size: number) => (writer: ByteWriter) =>
    void writer.u32(0x1d).u32(16).u32(offset).u32(size); // LC_CODE_SIGNATURE
  const withPlace = (offset: number, size: number): Uint8Array => {
    const file = makeMachO({ ...draft, commands: [...(draft.commands ?? []), place(offset, size)] });
    return new ByteWriter(true)
      .bytes(file)
      .zeros(signature.code ?? 10_000)
      .toBytes();
  };
  const offset = withPlace(0, 0).length;
  const size = makeSignature(withPlace(offset, 0), signature).length;
  const file = withPlace(offset, size);
  return new ByteWriter(true).bytes(file).bytes(makeSignature(file, signature)).toBytes();
}

function makeSignature(file: Uint8Array, draft: SignatureDraft): Uint8Array {
  const { hash = { size: 32, type: 2 }, pageBits = 12, requirements } = draft;
  const pageSize = pageBits === 0 ? file.length : 2 ** pageBits;
  const hashOf = (bytes: Uint8Array): Uint8Array => {
    return new Uint8Array(createHash("sha256").update(bytes).digest()).subarray(0, hash.size);
  };
  const pages = Array.from({ length: Math.ceil(file.length / pageSize) }, (_, page) => {
    return hashOf(file.subarray(page * pageSize, (page + 1) * pageSize));
  });
  const special = requirements === undefined ? [] : [hashOf(requirements), new Uint8Array(hash.size)];
  const hashOffset = 44 + 4 + special.length * hash.size;
  const directory = new ByteWriter(false)
    .u32(draft.directoryMagic ?? 0xfade0c02)
    .u32(hashOffset + pages.length * hash.size) // length
    .u32(0x20001) // version
    .u32(2) // flags: ad hoc
    .u32(hashOffset)
    .u32(44) // identOffset
    .u32(special.length)
    .u32(draft.pageCount ?? pages.length)
    .u32(draft.codeLimit ?? file.length)
    .bytes(Uint8Array.of(hash.size, hash.type, 0, pageBits))
    .u32(0)
    .bytes(Uint8Array.of(0x61, 0x2e, 0x62, 0)); // identifier
  for (const bytes of [...special, ...pages]) directory.bytes(bytes);
  const blobs = [
    { type: 0, bytes: directory.toBytes() },
    ...(requirements === undefined ? [] : [{ type: 2, bytes: requirements }]),
  ];
  const head = 12 + 8 * blobs.length;
  const size = blobs.reduce((sum, { bytes }) => sum + bytes.length, head);
  const writer = new ByteWriter(false)
    .u32(draft.magic ?? 0xfade0cc0)
    .u32(size)
    .u32(blobs.length);
  let at = head;
  for (const { type, bytes } of blobs) {
    writer.u32(type).u32(at);
    at += bytes.length;
  }
  for (const { bytes } of blobs) writer.bytes(bytes);
  return writer.toBytes();
}
