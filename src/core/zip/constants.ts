/** Numbers of the zip format. Spec: PKWARE APPNOTE.TXT 6.3.10; the Unix modes as Info-ZIP stores them. */

export const SIGNATURE = {
  LOCAL_HEADER: 0x04034b50,
  DIRECTORY_ENTRY: 0x02014b50,
  END_RECORD: 0x06054b50,
  ZIP64_END_RECORD: 0x06064b50,
  ZIP64_LOCATOR: 0x07064b50,
} as const;

/** Lengths of the fixed parts. */
export const LENGTH = {
  LOCAL_HEADER: 30,
  DIRECTORY_ENTRY: 46,
  END_RECORD: 22,
  ZIP64_END_RECORD: 56,
  ZIP64_LOCATOR: 20,
} as const;

export const METHOD = { STORED: 0, DEFLATED: 8 } as const;

/** Bits of the general purpose flags. */
export const FLAG = {
  ENCRYPTED: 0x0001,
  /** Sizes and CRC-32 stand after the data, in a data descriptor. */
  DATA_DESCRIPTOR: 0x0008,
  PATCHED: 0x0020,
  STRONG_ENCRYPTION: 0x0040,
  UTF8: 0x0800,
  MASKED_HEADER: 0x2000,
} as const;

export const EXTRA = { ZIP64: 0x0001, UNICODE_PATH: 0x7075 } as const;

/** In a 16-bit or 32-bit field: the value stands in a ZIP64 record. */
export const ZIP64_MARK = { U16: 0xffff, U32: 0xffffffff } as const;

/** Type bits of a Unix mode. */
export const MODE = { TYPE: 0o170000, REGULAR: 0o100000, DIRECTORY: 0o040000, SYMLINK: 0o120000 } as const;

/** "Made by" host whose external attributes hold a Unix mode. */
export const HOST_UNIX = 3;
