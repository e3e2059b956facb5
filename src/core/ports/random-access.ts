/** A file that can be read at any place: an archive on disk, a Blob, bytes in memory. */
export interface RandomAccess {
  readonly size: number;
  /** Exactly `length` bytes. @throws {PackwheelError} `FILE_TRUNCATED` when the file ends before. */
  read(offset: number, length: number): Promise<Uint8Array>;
}
