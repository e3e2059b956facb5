/**
 * Reads what a zip archive says of itself: its directory, and the headers before its members. Nothing is inflated.
 * `inspectZip` tells everything that is wrong, for a report; `readZip` refuses an archive that is not safe to unpack.
 * Spec: PKWARE APPNOTE.TXT 6.3.10.
 */
import { PackwheelError } from "../errors.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import type { ZipErrorCode } from "./error-codes.ts";
import type { ZipArchive, ZipEntry } from "./model.ts";
import { parseCentralDirectory } from "./parse/central-directory.ts";
import { readEndRecord } from "./parse/end-record.ts";
import { FaultList } from "./parse/faults.ts";
import { checkLayout } from "./parse/layout.ts";
import { readLocalHeaders } from "./parse/local-headers.ts";
import { checkNames } from "./parse/name-faults.ts";

/** What an archive may ask of the machine that reads it. */
export interface ZipLimits {
  /** Default 200,000. */
  readonly maxEntries?: number | undefined;
  /** Sum of the members' sizes. Default 64 GiB. */
  readonly maxTotalSize?: number | undefined;
  /**
   * Sum of the sizes by the size of the file, once the sum passes 64 MiB. Default 200: deflate reaches 1030, and the
   * package index refuses more than 50.
   */
  readonly maxRatio?: number | undefined;
}

export interface ReadZipOptions {
  readonly limits?: ZipLimits | undefined;
  /** Faults that `readZip` lets pass, for example `ZIP_CASE_COLLISION` where case matters. */
  readonly tolerate?: readonly ZipErrorCode[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_MAX_ENTRIES = 200_000;
const DEFAULT_MAX_TOTAL_SIZE = 64 * 1024 ** 3;
const DEFAULT_MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 64 * 1024 ** 2;

/** The directory is held in memory; that of 200,000 members with names of 250 bytes fits. */
const MAX_DIRECTORY_SIZE = 64 * 1024 ** 2;

/**
 * An archive that is safe to unpack, as far as its headers tell; reading a member checks its content.
 *
 * @throws {PackwheelError} The first fault, with all of them in `findings`.
 */
export async function readZip(file: RandomAccess, options: ReadZipOptions = {}): Promise<ZipArchive> {
  const archive = await inspectZip(file, options);
  const faults = archive.faults.filter(({ code }) => options.tolerate?.includes(code) !== true);
  const [first] = faults;
  if (first !== undefined) {
    const findings = faults.map(({ code, message, path }) => ({
      code,
      severity: "error" as const,
      message,
      ...(path === undefined ? {} : { path }),
    }));
    throw new PackwheelError(first.code, first.message, { path: first.path, offset: first.offset, findings });
  }
  return archive;
}

/**
 * Everything an archive says, with all its faults in `faults`.
 *
 * @throws {PackwheelError} When there is no directory to speak of: `ZIP_NOT_A_ZIP`, `ZIP_TRUNCATED`, `ZIP_INVALID`,
 *   `ZIP_BAD_ZIP64`, `ZIP_MULTIPLE_DISKS`, `ZIP_TOO_MANY_ENTRIES`, `ZIP_TOO_LARGE`.
 */
export async function inspectZip(file: RandomAccess, options: ReadZipOptions = {}): Promise<ZipArchive> {
  const { limits = {}, signal } = options;
  throwIfAborted(signal);
  const faults = new FaultList();
  const end = await readEndRecord(file);

  const maxEntries = limits.maxEntries ?? DEFAULT_MAX_ENTRIES;
  if (end.entryCount > maxEntries) {
    const message = `Cannot read the archive: it has ${end.entryCount} members, and ${maxEntries} are allowed`;
    throw new PackwheelError("ZIP_TOO_MANY_ENTRIES", message);
  }
  if (end.directorySize > MAX_DIRECTORY_SIZE) {
    const message = `Cannot read the archive: its directory has ${end.directorySize} bytes, and ${MAX_DIRECTORY_SIZE} are allowed`;
    throw new PackwheelError("ZIP_TOO_LARGE", message);
  }
  const directory = parseCentralDirectory(await file.read(end.directoryOffset, end.directorySize), end, faults);
  throwIfAborted(signal);

  const inFileOrder = directory.toSorted((a, b) => a.entry.localHeaderOffset - b.entry.localHeaderOffset);
  await readLocalHeaders(file, inFileOrder, end.directoryOffset, faults);
  throwIfAborted(signal);
  const strays = checkLayout(inFileOrder, end.directoryOffset, faults);
  if (end.end < file.size) strays.push({ kind: "trailing", offset: end.end, length: file.size - end.end });
  const entries: ZipEntry[] = directory.map(({ entry }) => entry);
  checkNames(entries, faults);
  const totalSize = entries.reduce((sum, { size }) => sum + size, 0);
  checkSizes(totalSize, file.size, limits, faults);

  return {
    fileSize: file.size,
    entries,
    totalSize,
    directoryOffset: end.directoryOffset,
    directorySize: end.directorySize,
    offsetShift: end.offsetShift,
    comment: end.comment,
    zip64: end.zip64,
    strays,
    faults: faults.sorted(),
  };
}

function checkSizes(totalSize: number, fileSize: number, limits: ZipLimits, faults: FaultList): void {
  const maxTotalSize = limits.maxTotalSize ?? DEFAULT_MAX_TOTAL_SIZE;
  if (totalSize > maxTotalSize) {
    const message = `Cannot read the archive: its members have ${totalSize} bytes, and ${maxTotalSize} are allowed`;
    faults.add("ZIP_TOO_LARGE", message);
  }
  const maxRatio = limits.maxRatio ?? DEFAULT_MAX_RATIO;
  if (totalSize > RATIO_COUNTS_FROM && totalSize > maxRatio * fileSize) {
    const ratio = Math.floor(totalSize / fileSize);
    const message = `Cannot read the archive: unpacked it is ${ratio} times as large, and ${maxRatio} times are allowed`;
    faults.add("ZIP_RATIO", message);
  }
}
