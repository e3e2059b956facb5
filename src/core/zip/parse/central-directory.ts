/**
 * The central directory: one entry for each member, at the end of the archive.
 * Spec: PKWARE APPNOTE.TXT 6.3.10, section 4.3.12.
 */
import { ByteReader, toSafeNumber } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { EXTRA, FLAG, LENGTH, METHOD, MODE, SIGNATURE, ZIP64_MARK } from "../constants.ts";
import { parseDosTime } from "../dos-time.ts";
import type { ZipErrorCode } from "../error-codes.ts";
import { type ExtraFields, parseExtraFields } from "../extra-field.ts";
import type { ZipEntry, ZipLocalHeader } from "../model.ts";
import type { EndRecord } from "./end-record.ts";
import type { FaultList } from "./faults.ts";
import { decodeMemberName } from "./member-name.ts";

/** An entry whose local header is still to be read, and its name as the directory has it. */
export interface DirectoryEntry {
  readonly entry: Omit<ZipEntry, "local"> & { local: ZipLocalHeader | undefined };
  readonly name: Uint8Array;
}

const NO_BYTES = new Uint8Array(0);

/**
 * @param bytes The whole directory, as the end record describes it.
 * @throws {PackwheelError} `ZIP_INVALID`, `ZIP_BAD_ZIP64`
 */
export function parseCentralDirectory(bytes: Uint8Array, end: EndRecord, faults: FaultList): DirectoryEntry[] {
  const reader = new ByteReader(bytes, true, "ZIP_INVALID", "central directory");
  const entries: DirectoryEntry[] = [];
  for (let index = 0; index < end.entryCount; index++) entries.push(parseEntry(reader, end, faults));
  if (reader.remaining > 0) {
    throw new PackwheelError(
      "ZIP_INVALID",
      `Cannot read the central directory: ${reader.remaining} bytes follow its ${end.entryCount} entries`,
      { offset: end.directoryOffset + reader.offset },
    );
  }
  return entries;
}

function parseEntry(reader: ByteReader, end: EndRecord, faults: FaultList): DirectoryEntry {
  const offset = end.directoryOffset + reader.offset;
  if (reader.remaining < LENGTH.DIRECTORY_ENTRY || reader.u32() !== SIGNATURE.DIRECTORY_ENTRY) {
    throw new PackwheelError("ZIP_INVALID", `Cannot read the central directory: there is no entry at byte ${offset}`, {
      offset,
    });
  }
  const madeBy = reader.u16(); // 4, 2 bytes
  const versionNeeded = reader.u16(); // 6, 2 bytes
  const flags = reader.u16(); // 8, 2 bytes
  const method = reader.u16(); // 10, 2 bytes
  const modified = parseDosTime(reader.u32()); // 12, 4 bytes
  const crc32 = reader.u32(); // 16, 4 bytes
  const narrowCompressedSize = reader.u32(); // 20, 4 bytes
  const narrowSize = reader.u32(); // 24, 4 bytes
  const nameLength = reader.u16(); // 28, 2 bytes
  const extraLength = reader.u16(); // 30, 2 bytes
  const commentLength = reader.u16(); // 32, 2 bytes
  const narrowDisk = reader.u16(); // 34, 2 bytes
  reader.skip(2); // 36, 2 bytes: internal attributes
  const externalAttributes = reader.u32(); // 38, 4 bytes
  const narrowOffset = reader.u32(); // 42, 4 bytes
  const name = reader.take(nameLength);
  const extra = extraLength === 0 ? NO_BYTES : reader.take(extraLength).slice();
  const comment = commentLength === 0 ? NO_BYTES : reader.take(commentLength).slice();

  const fields = parseExtraFields(extra);
  const { path, encoding, fault: nameFault } = decodeMemberName(name, flags, fields);
  const wide = new Zip64Values(fields, path);
  const size = wide.take(narrowSize, ZIP64_MARK.U32, "size");
  const compressedSize = wide.take(narrowCompressedSize, ZIP64_MARK.U32, "compressed size");
  const localOffset = wide.take(narrowOffset, ZIP64_MARK.U32, "offset");
  const disk = wide.take(narrowDisk, ZIP64_MARK.U16, "disk");

  const extraFault = findExtraFault(fields);
  if (nameFault !== undefined) faults.add(nameFault.code, nameFault.message, { path, offset });
  if (extraFault !== undefined) faults.add("ZIP_BAD_EXTRA", `Cannot trust "${path}": ${extraFault}`, { path, offset });
  if (disk !== 0) {
    faults.add("ZIP_MULTIPLE_DISKS", `Cannot read "${path}": it is on disk ${disk} of an archive`, { path, offset });
  }

  const mode = externalAttributes >>> 16;
  const entry = {
    path,
    nameEncoding: encoding,
    isDirectory: path.endsWith("/"),
    isSymlink: (mode & MODE.TYPE) === MODE.SYMLINK,
    mode,
    method,
    flags,
    crc32,
    size,
    compressedSize,
    modified,
    hostSystem: madeBy >>> 8,
    versionNeeded,
    externalAttributes,
    extra,
    comment,
    usesZip64: wide.used,
    localHeaderOffset: end.offsetShift + localOffset,
    local: undefined,
  };
  checkReadable(entry, offset, faults);
  checkFileType(entry, offset, faults);
  return { entry, name: name.slice() };
}

function checkReadable(entry: DirectoryEntry["entry"], offset: number, faults: FaultList): void {
  const { path, flags, method, size, compressedSize } = entry;
  const report = (code: ZipErrorCode, what: string): void =>
    faults.add(code, `Cannot read "${path}": it ${what}`, { path, offset });
  if (flags & (FLAG.ENCRYPTED | FLAG.STRONG_ENCRYPTION | FLAG.MASKED_HEADER)) {
    report("ZIP_ENCRYPTED", "is encrypted");
  } else if ((method !== METHOD.STORED && method !== METHOD.DEFLATED) || flags & FLAG.PATCHED) {
    report("ZIP_UNSUPPORTED_METHOD", `is compressed by ${methodName(method, flags)}`);
  } else if (method === METHOD.STORED && size !== compressedSize) {
    report("ZIP_SIZE_MISMATCH", `stores ${compressedSize} bytes as ${size}`);
  }
}

/** Archives hold regular files and folders; a mode without a type, as zipfile sometimes writes it, is one of these. */
function checkFileType(entry: DirectoryEntry["entry"], offset: number, faults: FaultList): void {
  const { path, mode, isDirectory, isSymlink, size } = entry;
  const type = mode & MODE.TYPE;
  const report = (code: ZipErrorCode, what: string): void =>
    faults.add(code, `Cannot unpack "${path}": it is ${what}`, { path, offset });
  if (isSymlink) {
    report("ZIP_SYMLINK", "a symbolic link");
  } else if (type === MODE.DIRECTORY && !isDirectory) {
    report("ZIP_SPECIAL_FILE", "a folder without a closing slash");
  } else if (type !== 0 && type !== (isDirectory ? MODE.DIRECTORY : MODE.REGULAR)) {
    report("ZIP_SPECIAL_FILE", `no regular file but of the type ${type.toString(8)}`);
  } else if (isDirectory && size > 0) {
    report("ZIP_SPECIAL_FILE", `a folder that holds ${size} bytes`);
  }
}

/** The values of the ZIP64 field, in their fixed order, each there only when its narrow field holds the mark. */
export class Zip64Values {
  readonly #fields: ExtraFields;
  readonly #path: string;
  #reader: ByteReader | undefined;

  constructor(fields: ExtraFields, path: string) {
    this.#fields = fields;
    this.#path = path;
  }

  get used(): boolean {
    return this.#reader !== undefined;
  }

  /** @throws {PackwheelError} `ZIP_BAD_ZIP64` */
  take(narrow: number, mark: number, what: string): number {
    if (narrow !== mark) return narrow;
    this.#reader ??= this.#open(what);
    return mark === ZIP64_MARK.U16
      ? this.#reader.u32()
      : toSafeNumber(this.#reader.u64(), "ZIP_BAD_ZIP64", `${what} of "${this.#path}"`);
  }

  #open(what: string): ByteReader {
    const field = this.#fields.fields.find(({ id }) => id === EXTRA.ZIP64);
    if (field !== undefined) return new ByteReader(field.data, true, "ZIP_BAD_ZIP64", `ZIP64 field of "${this.#path}"`);
    throw new PackwheelError(
      "ZIP_BAD_ZIP64",
      `Cannot read "${this.#path}": the ZIP64 field with its ${what} is missing`,
    );
  }
}

/** What two readers could read in two ways. */
export function findExtraFault({ fields, rest }: ExtraFields): string | undefined {
  if (fields.length === 0 && rest.length === 0) return undefined;
  if (rest.length >= 4) return "an extra field is longer than its header";
  for (const id of [EXTRA.ZIP64, EXTRA.UNICODE_PATH]) {
    let count = 0;
    for (const field of fields) if (field.id === id) count++;
    if (count > 1) return `the extra field 0x${id.toString(16).padStart(4, "0")} stands ${count} times`;
  }
  return undefined;
}

function methodName(method: number, flags: number): string {
  if (flags & FLAG.PATCHED) return "a patch of another file";
  const names: Readonly<Record<number, string>> = {
    9: "Deflate64",
    12: "bzip2",
    14: "LZMA",
    93: "Zstandard",
    95: "xz",
  };
  return names[method] === undefined ? `method ${method}` : `${names[method]} (method ${method})`;
}
