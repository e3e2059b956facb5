/**
 * Reading a tar archive as a stream: ustar, pax, and GNU's long names. Nothing in it is trusted: every length is
 * bounded, and an entry that could do harm when unpacked says so in its `fault`.
 * Spec: POSIX.1-2017, pax; GNU tar manual, "Basic Tar Format"; for faults PEP 721.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { throwIfAborted } from "../ports/abort.ts";
import { ChunkReader } from "./chunk-reader.ts";
import { entryKind, findEntryFault, plainPath, SPARSE, type TarEntryKind, type TarFault } from "./entry.ts";
import { BLOCK_SIZE, paddingAfter, parseTarHeader, type TarHeader } from "./header.ts";
import { parsePaxRecords } from "./pax-records.ts";

export interface TarEntry {
  /** Without `./` before it, and `/` after a folder. What is no UTF-8 is U+FFFD. */
  readonly path: string;
  readonly kind: TarEntryKind;
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** What a link points to, as written; undefined for what is no link. */
  readonly link: string | undefined;
  readonly fault: TarFault | undefined;
  /** The entry's bytes: to be read, if at all, before the next entry is asked for. */
  content(): AsyncIterable<Uint8Array>;
}

export interface ReadTarOptions {
  readonly maxEntries?: number | undefined;
  /** Of all content together. */
  readonly maxTotalSize?: number | undefined;
  /** Told of what is wrong with the archive but does not stop reading. */
  readonly report?: ((finding: Finding) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_MAX_ENTRIES = 1_000_000;
const DEFAULT_MAX_TOTAL_SIZE: number = 64 * 2 ** 30;

/** Of one pax header or GNU long name; real ones have a few hundred bytes. */
const MAX_EXTENSION_SIZE: number = 1 << 20;

/** Of all entries together: whoever lists them holds their names. */
const MAX_NAMES_LENGTH: number = 64 * 2 ** 20;

/** Of one entry; GNU tar and Python write two at most. */
const MAX_EXTENSIONS = 16;

const USED_KEYWORDS: ReadonlySet<string> = new Set(["path", "linkpath", "size", "mtime"]);

/**
 * The entries of an archive, one after the other.
 *
 * @throws {PackwheelError} `TAR_NOT_A_TAR`, `TAR_TRUNCATED`, `TAR_BAD_CHECKSUM`, `TAR_BAD_NUMBER`, `TAR_BAD_PAX`,
 *   `TAR_TOO_MANY_ENTRIES`, `TAR_TOO_LARGE`, `TAR_HEADER_TOO_LARGE`, `ABORTED`
 */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  options: ReadTarOptions = {},
): AsyncGenerator<TarEntry> {
  const reader = new ChunkReader(source);
  try {
    yield* readEntries(reader, options);
  } finally {
    await reader.close();
  }
}

async function* readEntries(reader: ChunkReader, options: ReadTarOptions): AsyncGenerator<TarEntry> {
  const maxEntries = options.maxEntries ?? DEFAULT_MAX_ENTRIES;
  const maxTotalSize = options.maxTotalSize ?? DEFAULT_MAX_TOTAL_SIZE;
  const global = new Map<string, string>();
  let extension: EntryExtension = {};
  let extensionCount = 0;
  let entryCount = 0;
  let totalSize = 0;
  let namesLength = 0;
  for (;;) {
    throwIfAborted(options.signal);
    const offset = reader.offset;
    const header = await readHeader(reader, options);
    if (header === undefined) return;
    const extended = await readExtension(header, reader, global);
    if (extended !== undefined) {
      extension = { ...extension, ...extended };
      // An archive of nothing else must come to an end as well.
      if (++extensionCount > MAX_EXTENSIONS) throw tooManyExtensions(offset);
      continue;
    }
    if (++entryCount > maxEntries) throw tooMany(maxEntries, offset);
    await skipSparseMap(header, reader);
    const pax = new Map([...global, ...(extension.pax ?? [])]);
    const size = entrySize(header, pax, offset);
    totalSize += size;
    if (totalSize > maxTotalSize) {
      const message = `Cannot read the tar archive: it unpacks to more than ${maxTotalSize} bytes`;
      throw new PackwheelError("TAR_TOO_LARGE", message, { offset });
    }
    const content = new EntryContent(reader, size);
    const entry = makeEntry(header, extension, pax, size, content);
    namesLength += entry.path.length;
    if (namesLength > MAX_NAMES_LENGTH) {
      const message = `Cannot read the tar archive: its names have more than ${MAX_NAMES_LENGTH} characters`;
      throw new PackwheelError("TAR_TOO_LARGE", message, { offset });
    }
    yield entry;
    await content.finish();
    extension = {};
    extensionCount = 0;
  }
}

/** What the blocks before an entry say of it. */
interface EntryExtension {
  readonly pax?: ReadonlyMap<string, string>;
  readonly longName?: string;
  readonly longLink?: string;
}

/** Undefined at the archive's end. */
async function readHeader(reader: ChunkReader, options: ReadTarOptions): Promise<TarHeader | undefined> {
  const offset = reader.offset;
  const block = await reader.read(BLOCK_SIZE);
  if (block.length === 0 && offset > 0) {
    const message = "Cannot find the end of the tar archive: its two blocks of zeros are missing";
    options.report?.({ code: "TAR_MISSING_END", severity: "warning", message });
    return undefined;
  }
  if (block.length < BLOCK_SIZE) {
    if (offset === 0) {
      throw new PackwheelError("TAR_NOT_A_TAR", "Cannot read the tar archive: it is shorter than a header", { offset });
    }
    throw truncated(reader.offset);
  }
  const header = parseTarHeader(block, offset);
  if (header === undefined) await checkEnd(reader, options);
  return header;
}

/** Programs disagree on what lies behind the end, so nothing may. */
async function checkEnd(reader: ChunkReader, options: ReadTarOptions): Promise<void> {
  for (;;) {
    throwIfAborted(options.signal);
    const offset = reader.offset;
    const rest = await reader.readSome(1 << 20);
    if (rest.length === 0) return;
    const foreign = rest.findIndex((byte) => byte !== 0);
    if (foreign < 0) continue;
    const message = `Cannot trust the tar archive: after its end, at byte ${offset + foreign}, there is more data`;
    options.report?.({ code: "TAR_TRAILING_DATA", severity: "error", message });
    return;
  }
}

/** Undefined when the header is that of an entry itself. */
async function readExtension(
  header: TarHeader,
  reader: ChunkReader,
  global: Map<string, string>,
): Promise<EntryExtension | undefined> {
  if (!["x", "X", "g", "L", "K"].includes(header.typeFlag)) return undefined;
  const offset = reader.offset;
  if (header.size > MAX_EXTENSION_SIZE) {
    const message = `Cannot read the tar header before byte ${offset}: it is longer than ${MAX_EXTENSION_SIZE} bytes`;
    throw new PackwheelError("TAR_HEADER_TOO_LARGE", message, { offset });
  }
  const bytes = await reader.read(header.size + paddingAfter(header.size));
  if (bytes.length < header.size) throw truncated(reader.offset);
  const content = bytes.subarray(0, header.size);
  if (header.typeFlag === "L") return { longName: cutAtNul(decodeUtf8(content).text) };
  if (header.typeFlag === "K") return { longLink: cutAtNul(decodeUtf8(content).text) };
  const pax = usedRecords(parsePaxRecords(content, offset));
  if (header.typeFlag !== "g") return { pax };
  for (const [keyword, value] of pax) global.set(keyword, value);
  return {};
}

/** GNU tar tells the holes of a sparse file in blocks of their own, before its content. */
async function skipSparseMap(header: TarHeader, reader: ChunkReader): Promise<void> {
  for (let more = header.hasSparseMap; more; ) {
    const block = await reader.read(BLOCK_SIZE);
    if (block.length < BLOCK_SIZE) throw truncated(reader.offset);
    more = block[504] !== 0; // isextended
  }
}

/** Only what is asked for later: a global header is held for the whole archive, and looked at for every entry. */
function usedRecords(records: ReadonlyMap<string, string>): Map<string, string> {
  const used = new Map<string, string>();
  for (const [keyword, value] of records) {
    if (keyword.startsWith("GNU.sparse.")) used.set(SPARSE, value);
    else if (USED_KEYWORDS.has(keyword)) used.set(keyword, value);
  }
  return used;
}

function entrySize(header: TarHeader, pax: ReadonlyMap<string, string>, offset: number): number {
  // Links, devices and folders have no content, whatever their size says (POSIX).
  const kind = entryKind(header, pax);
  if (kind !== "file" && kind !== "sparse" && kind !== "unknown") return 0;
  const text = pax.get("size");
  if (text === undefined) return header.size;
  const size = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(size)) return size;
  const message = `Cannot read the pax header before byte ${offset}: its size is no number of bytes`;
  throw new PackwheelError("TAR_BAD_NUMBER", message, { offset });
}

function makeEntry(
  header: TarHeader,
  extension: EntryExtension,
  pax: ReadonlyMap<string, string>,
  size: number,
  content: EntryContent,
): TarEntry {
  const written = pax.get("path") ?? extension.longName ?? header.path;
  const link = pax.get("linkpath") ?? extension.longLink ?? header.linkPath ?? "\ufffd";
  const kind = entryKind(header, pax);
  const path = plainPath(written ?? "\ufffd", kind);
  const mtime = Number(pax.get("mtime") ?? Number.NaN);
  return {
    path,
    kind,
    size,
    mode: header.mode & 0o777,
    mtime: Number.isFinite(mtime) ? mtime : header.mtime,
    link: kind === "symlink" || kind === "hard-link" ? link : undefined,
    fault: findEntryFault(path, kind, link, header.typeFlag),
    content: () => content.read(),
  };
}

/** What is left of an entry's bytes in the stream. */
class EntryContent {
  readonly #reader: ChunkReader;
  readonly #padding: number;
  #left: number;

  constructor(reader: ChunkReader, size: number) {
    this.#reader = reader;
    this.#left = size;
    this.#padding = paddingAfter(size);
  }

  async *read(): AsyncGenerator<Uint8Array> {
    while (this.#left > 0) {
      const bytes = await this.#reader.readSome(this.#left);
      if (bytes.length === 0) throw truncated(this.#reader.offset);
      this.#left -= bytes.length;
      yield bytes;
    }
  }

  /** Go to the next header. */
  async finish(): Promise<void> {
    for await (const _ of this.read());
    const padding = await this.#reader.read(this.#padding);
    if (padding.length < this.#padding) throw truncated(this.#reader.offset);
  }
}

function cutAtNul(text: string): string {
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

function truncated(offset: number): PackwheelError {
  return new PackwheelError("TAR_TRUNCATED", `Cannot read the tar archive: it ends at byte ${offset}, in an entry`, {
    offset,
  });
}

function tooManyExtensions(offset: number): PackwheelError {
  const message = `Cannot read the tar header at byte ${offset}: more than ${MAX_EXTENSIONS} headers stand before one entry`;
  return new PackwheelError("TAR_HEADER_TOO_LARGE", message, { offset });
}

function tooMany(maxEntries: number, offset: number): PackwheelError {
  const message = `Cannot read the tar archive: it has more than ${maxEntries} entries`;
  return new PackwheelError("TAR_TOO_MANY_ENTRIES", message, { offset });
}
