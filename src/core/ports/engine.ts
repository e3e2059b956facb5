/**
 * Hashing and deflating, the work that takes the time.
 * `portable` (fflate, hash-wasm) gives the same bytes on every platform and in browsers;
 * `native` (node:zlib, node:crypto, threads) gives the same hashes and contents, but its deflated
 * bytes are equal only for one version of zlib.
 */

export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

/** A file that is to become a member of an archive. */
export interface MemberSource {
  readonly path: string;
  /** Bytes expected; only a hint for planning. */
  readonly size: number;
  /** A piece must stay as it is when the next is asked for: engines hold some of them. */
  open(): AsyncIterable<Uint8Array>;
}

/** What an archive's directory and RECORD say of one member. */
export interface EncodedMember {
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly sha256: Uint8Array;
  readonly size: number;
  readonly compressedSize: number;
}

/**
 * Small members come whole; large ones as `begin`, any number of `chunk`, `end`. The bytes of a part belong to the
 * consumer until it asks for the next part; whoever keeps them longer copies them.
 */
export type EncodedPart =
  | { readonly kind: "whole"; readonly index: number; readonly member: EncodedMember; readonly bytes: Uint8Array }
  | { readonly kind: "begin"; readonly index: number; readonly method: 0 | 8 }
  | { readonly kind: "chunk"; readonly index: number; readonly bytes: Uint8Array }
  | { readonly kind: "end"; readonly index: number; readonly member: EncodedMember };

export interface EncodeOptions {
  /** zlib level, 0 (store) to 9. Default 6. */
  readonly level?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A member of an archive that is to be read back. */
export interface CompressedMember {
  readonly path: string;
  readonly method: 0 | 8;
  /** As the archive's directory says; the engine fails when the content differs. */
  readonly size: number;
  readonly compressedSize: number;
  readonly crc32: number;
  /** The compressed bytes: exactly `compressedSize` of them. */
  open(): AsyncIterable<Uint8Array>;
}

export interface DecodedMember {
  readonly sha256: Uint8Array;
  readonly size: number;
}

/** As `EncodedPart`, the other way; `end` and `whole` come only after size and CRC-32 were found right. */
export type DecodedPart =
  | { readonly kind: "whole"; readonly index: number; readonly member: DecodedMember; readonly bytes: Uint8Array }
  | { readonly kind: "begin"; readonly index: number }
  | { readonly kind: "chunk"; readonly index: number; readonly bytes: Uint8Array }
  | { readonly kind: "end"; readonly index: number; readonly member: DecodedMember };

export interface DecodeOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Engine {
  readonly name: "portable" | "native";
  createSha256(): Promise<Hasher>;
  /** Parts arrive in the order of the sources, each member's parts together. */
  encode(sources: Iterable<MemberSource>, options?: EncodeOptions): AsyncIterable<EncodedPart>;
  /**
   * The inverse: inflates, and checks size and CRC-32 of every member.
   * @throws {PackwheelError} `ZIP_BAD_DEFLATE`, `ZIP_SIZE_MISMATCH`, `ZIP_CRC_MISMATCH`
   */
  decode(members: Iterable<CompressedMember>, options?: DecodeOptions): AsyncIterable<DecodedPart>;
  /** A gzip stream with a fixed header: no name, mtime as given (seconds), OS 255. */
  gzip(
    plain: AsyncIterable<Uint8Array>,
    options: EncodeOptions & { readonly mtime: number },
  ): AsyncIterable<Uint8Array>;
  /** @throws {PackwheelError} `GZIP_INVALID`, `GZIP_TOO_LARGE` past `limit` bytes. */
  gunzip(
    compressed: AsyncIterable<Uint8Array>,
    options: { readonly limit: number; readonly signal?: AbortSignal | undefined },
  ): AsyncIterable<Uint8Array>;
}
