/** What a zip archive says of itself, and what is wrong with it. */
import type { DosTime } from "./dos-time.ts";
import type { ZipErrorCode } from "./error-codes.ts";

/** One entry of the central directory, with what stands before the member's data. */
export interface ZipEntry {
  /** `hello/__init__.py`; a directory's path ends with `/`. */
  readonly path: string;
  /** How the bytes of the name were read: without flag bit 11 (`utf-8`) they are in code page 437. */
  readonly nameEncoding: "ascii" | "utf-8" | "cp437" | "unicode-path-extra";
  readonly isDirectory: boolean;
  readonly isSymlink: boolean;
  /** Unix mode with its type bits (`0o100644`); 0 when the archive gives none. */
  readonly mode: number;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  /** General purpose flags: see `FLAG`. */
  readonly flags: number;
  readonly crc32: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly modified: DosTime;
  /** `made by`: 3 is Unix, 0 is DOS and Windows. */
  readonly hostSystem: number;
  readonly versionNeeded: number;
  readonly externalAttributes: number;
  /** Extra fields of the directory entry; see `parseExtraFields`. */
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
  /** Whether a ZIP64 extra field gave one of the sizes or the offset. */
  readonly usesZip64: boolean;
  /** In the file, bytes before the archive counted in. */
  readonly localHeaderOffset: number;
  /** Undefined when it could not be read; `faults` then says why. */
  readonly local: ZipLocalHeader | undefined;
}

/** The header before a member's data. */
export interface ZipLocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly size: number;
  readonly compressedSize: number;
  /** The name as bytes; equal to the directory's unless a fault says otherwise. */
  readonly name: Uint8Array;
  readonly extra: Uint8Array;
  /** Where the compressed bytes begin. */
  readonly dataOffset: number;
}

/** Bytes that belong to no member and no record. */
export interface ZipStray {
  /** Before the first member; between members or before the directory; after the end record. */
  readonly kind: "prefix" | "gap" | "trailing";
  readonly offset: number;
  readonly length: number;
}

/** One thing that makes an archive unfit to be unpacked. */
export interface ZipFault {
  readonly code: ZipErrorCode;
  readonly message: string;
  /** The member, where it is about one. */
  readonly path?: string;
  /** Where in the file. */
  readonly offset?: number;
}

export interface ZipArchive {
  readonly fileSize: number;
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Sum of the entries' sizes. */
  readonly totalSize: number;
  readonly directoryOffset: number;
  readonly directorySize: number;
  /** How far the archive's own offsets are off: bytes that were put before it afterwards. */
  readonly offsetShift: number;
  readonly comment: Uint8Array;
  /** Present when the archive ends with ZIP64 records; `extensibleLength` counts data that no one defines. */
  readonly zip64: { readonly extensibleLength: number } | undefined;
  /** In the order of the file, the first fifty. */
  readonly strays: readonly ZipStray[];
  /** In the order of the file, the first fifty of each code; `readZip` throws the first. */
  readonly faults: readonly ZipFault[];
}
