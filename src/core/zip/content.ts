/** The content of an archive's members: inflated by an engine, checked against size and CRC-32, never more than told. */
import { collectBytes } from "../bytes/concat.ts";
import { PackwheelError } from "../errors.ts";
import { throwIfAborted } from "../ports/abort.ts";
import type { CompressedMember, DecodedPart, DecodeOptions, Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { FLAG, METHOD } from "./constants.ts";
import type { ZipEntry } from "./model.ts";

/** Compressed bytes are read in pieces of this size. */
const PIECE_LENGTH = 256 * 1024;

/** Small members that lie side by side come with one read of this size. */
const READ_AHEAD_LENGTH = 1024 * 1024;

/**
 * All parts of the given members, in their order; `part.index` counts `entries`. Fastest in the order of the file.
 *
 * @throws {PackwheelError} `ZIP_ENCRYPTED`, `ZIP_UNSUPPORTED_METHOD`, `ZIP_LOCAL_MISMATCH` for what cannot be read;
 *   `ZIP_BAD_DEFLATE`, `ZIP_SIZE_MISMATCH`, `ZIP_CRC_MISMATCH` for content that is not what the archive says.
 */
export function readMembers(
  file: RandomAccess,
  entries: readonly ZipEntry[],
  engine: Engine,
  options: DecodeOptions = {},
): AsyncIterable<DecodedPart> {
  const near = readAhead(file);
  const members = entries.map((entry) => compressedMember(near, entry, options.signal));
  return engine.decode(members, options);
}

/** The plain bytes of one member, piece by piece. They are known to be right only once the stream has ended. */
export async function* openMember(
  file: RandomAccess,
  entry: ZipEntry,
  engine: Engine,
  options: DecodeOptions = {},
): AsyncGenerator<Uint8Array> {
  for await (const part of engine.decode([compressedMember(file, entry, options.signal)], options)) {
    if (part.kind === "whole" || part.kind === "chunk") yield part.bytes;
  }
}

/**
 * One small member at once: METADATA, RECORD.
 *
 * @throws {PackwheelError} `ZIP_TOO_LARGE` when it has more than `limit` bytes, before anything is read.
 */
export async function readMember(
  file: RandomAccess,
  entry: ZipEntry,
  engine: Engine,
  options: DecodeOptions & { readonly limit: number },
): Promise<Uint8Array> {
  if (entry.size > options.limit) {
    throw new PackwheelError(
      "ZIP_TOO_LARGE",
      `Cannot read "${entry.path}": it has ${entry.size} bytes, and ${options.limit} are allowed`,
      { path: entry.path },
    );
  }
  return collectBytes(openMember(file, entry, engine, options));
}

function compressedMember(file: RandomAccess, entry: ZipEntry, signal: AbortSignal | undefined): CompressedMember {
  const { path, size, compressedSize, crc32, local } = entry;
  if (local === undefined) {
    throw new PackwheelError("ZIP_LOCAL_MISMATCH", `Cannot read "${path}": its local header is not readable`, { path });
  }
  const { dataOffset } = local;
  const content = {
    path,
    size,
    compressedSize,
    crc32,
    open: () => readPieces(file, dataOffset, compressedSize, signal),
  };
  return { ...content, method: readableMethod(entry) };
}

function readableMethod({ path, flags, method, size, compressedSize }: ZipEntry): 0 | 8 {
  if (flags & (FLAG.ENCRYPTED | FLAG.STRONG_ENCRYPTION)) {
    throw new PackwheelError("ZIP_ENCRYPTED", `Cannot read "${path}": it is encrypted`, { path });
  }
  if (method === METHOD.STORED) return METHOD.STORED;
  if (method !== METHOD.DEFLATED) {
    throw new PackwheelError("ZIP_UNSUPPORTED_METHOD", `Cannot read "${path}": it is compressed by method ${method}`, {
      path,
    });
  }
  // Some writers call an empty file deflated, and write nothing.
  return size === 0 && compressedSize === 0 ? METHOD.STORED : METHOD.DEFLATED;
}

async function* readPieces(
  file: RandomAccess,
  start: number,
  length: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; done += PIECE_LENGTH) {
    throwIfAborted(signal);
    yield await file.read(start + done, Math.min(PIECE_LENGTH, length - done));
  }
}

/** Serves small reads from one larger read; large ones pass through. */
function readAhead(file: RandomAccess): RandomAccess {
  let window: { readonly start: number; readonly end: number; readonly bytes: Promise<Uint8Array> } | undefined;
  return {
    size: file.size,
    async read(offset: number, length: number): Promise<Uint8Array> {
      const end = offset + length;
      if (length >= PIECE_LENGTH || end > file.size) return file.read(offset, length);
      let current = window;
      if (current === undefined || offset < current.start || end > current.end) {
        const windowEnd = Math.min(file.size, offset + READ_AHEAD_LENGTH);
        current = { start: offset, end: windowEnd, bytes: file.read(offset, windowEnd - offset) };
        window = current;
      }
      return (await current.bytes).subarray(offset - current.start, end - current.start);
    },
  };
}
