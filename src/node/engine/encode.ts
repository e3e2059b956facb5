/**
 * Encoding with all cores: small files in batches, on threads and on this one; large ones in blocks, in Node's pool.
 * The bytes are the same whatever the number of threads: a small member is deflated alone, a large one in blocks that
 * begin where the content says.
 */
import { WHOLE_MEMBER_LIMIT } from "../../core/engine/limits.ts";
import type { EncodedPart, MemberSource } from "../../core/ports/engine.ts";
import { DiskFileContent } from "../disk-file-content.ts";
import { DIGEST_LENGTH, ENCODED_FIELDS, type EncodeBatch, type EncodedBatch, LEFT_OVER } from "./batch.ts";
import { BLOCK_LENGTH, BlockMemory, type ContentBlock, contentBlocks } from "./content-blocks.ts";
import { deflateBlocks, type PlainTotals } from "./deflate-blocks.ts";
import { encodeBatch, encodeWhole } from "./encode-batch.ts";
import { inOrder, type Job } from "./in-order.ts";
import { type Threads, workersFor } from "./threads.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A few milliseconds of work: long enough to be worth a message, short enough that no thread waits for another. */
const BATCH_FILES = 128;
const BATCH_BYTES = 256 * 1024;

/** A batch that waits for its turn holds its deflated bytes, a fraction of the plain ones. */
const DEFLATED_PART = 3;

export function encodeMembers(
  sources: Iterable<MemberSource>,
  level: number,
  threads: Threads,
  signal: AbortSignal | undefined,
): AsyncGenerator<EncodedPart, void, undefined> {
  const members = [...sources];
  const small = members.filter((source) => source.size <= WHOLE_MEMBER_LIMIT);
  const bytes = small.reduce((total, source) => total + source.size, 0);
  let pool: WorkerPool | undefined;
  const startPool = (): WorkerPool | undefined => {
    pool = workersFor(threads, small.length, bytes);
    return pool;
  };
  const budget = (threads.inPool + 1) * BLOCK_LENGTH;
  return inOrder(beginJobs(members, level, startPool), budget, signal, () => pool?.close());
}

type EncodeJob = Job<EncodedPart>;

/** A file that the thread reads itself, or bytes. */
type SmallContent = DiskFileContent | Uint8Array;

async function* beginJobs(
  sources: readonly MemberSource[],
  level: number,
  startPool: () => WorkerPool | undefined,
): AsyncGenerator<EncodeJob, void, undefined> {
  const pool = startPool();
  const memory = new BlockMemory();
  let batch = new SmallFiles(level);
  for (const [index, source] of sources.entries()) {
    const content = source.open();
    if (source.size <= WHOLE_MEMBER_LIMIT && content instanceof DiskFileContent) {
      batch.add(index, source, content);
    } else {
      const blocks = contentBlocks(content, memory);
      try {
        const first = await firstBlock(blocks);
        if (first.last) batch.add(index, source, first.bytes);
        else {
          yield* batch.begin(pool);
          batch = new SmallFiles(level);
          yield* beginLarge(index, first, blocks, level);
        }
      } finally {
        await blocks.return();
      }
    }
    if (!batch.isFull) continue;
    yield* batch.begin(pool);
    batch = new SmallFiles(level);
  }
  yield* batch.begin(pool);
}

/** Small files on their way to one thread. */
class SmallFiles {
  readonly #level: number;
  readonly #files: { readonly index: number; readonly source: MemberSource; readonly content: SmallContent }[] = [];
  #bytes = 0;

  constructor(level: number) {
    this.#level = level;
  }

  add(index: number, source: MemberSource, content: SmallContent): void {
    this.#files.push({ index, source, content });
    this.#bytes += content instanceof DiskFileContent ? source.size : content.length;
  }

  get isFull(): boolean {
    return this.#files.length >= BATCH_FILES || this.#bytes >= BATCH_BYTES;
  }

  async *begin(pool: WorkerPool | undefined): AsyncGenerator<EncodeJob, void, undefined> {
    if (this.#files.length === 0) return;
    const files = this.#files.map(({ content }) => (content instanceof DiskFileContent ? content.diskPath : content));
    const batch: EncodeBatch = { kind: "encode", level: this.#level, files };
    const elsewhere = pool?.offer(batch);
    const result = elsewhere ?? Promise.resolve(encodeBatch(batch));
    yield { cost: this.#bytes / DEFLATED_PART, parts: result.then((encoded) => this.#parts(encoded)) };
    // Results of other threads, timers and signals have their turn between two batches of this one.
    if (elsewhere === undefined) await new Promise((turn) => setImmediate(turn));
  }

  #parts(encoded: EncodedBatch): Iterable<EncodedPart> | AsyncIterable<EncodedPart> {
    let offset = 0;
    const parts = this.#files.map(({ index, content }, position): EncodedPart | undefined => {
      const at = position * ENCODED_FIELDS;
      const state = encoded.numbers[at];
      const crc32 = encoded.numbers[at + 1] ?? 0;
      const size = encoded.numbers[at + 2] ?? 0;
      const compressedSize = encoded.numbers[at + 3] ?? 0;
      if (state === LEFT_OVER) return undefined;
      if (content instanceof DiskFileContent) content.onRead?.(size);
      const sha256 = encoded.digests.subarray(position * DIGEST_LENGTH, (position + 1) * DIGEST_LENGTH);
      const bytes = encoded.bytes.subarray(offset, offset + compressedSize);
      offset += compressedSize;
      return {
        kind: "whole",
        index,
        member: { method: state === 8 ? 8 : 0, crc32, sha256, size, compressedSize },
        bytes,
      };
    });
    const done = parts.filter((part) => part !== undefined);
    return done.length === parts.length ? done : this.#withLeftOvers(parts);
  }

  async *#withLeftOvers(parts: readonly (EncodedPart | undefined)[]): AsyncGenerator<EncodedPart, void, undefined> {
    for (const [position, { index, source }] of this.#files.entries()) {
      const part = parts[position];
      if (part === undefined) yield* inOrder(beginAlone(index, source, this.#level), 2 * BLOCK_LENGTH, undefined);
      else yield part;
    }
  }
}

/** A member that turned out to be other than it was said to be. */
async function* beginAlone(
  index: number,
  source: MemberSource,
  level: number,
): AsyncGenerator<EncodeJob, void, undefined> {
  const blocks = contentBlocks(source.open(), new BlockMemory());
  try {
    const first = await firstBlock(blocks);
    if (first.last) yield given(first.bytes.length, { kind: "whole", index, ...encodeWhole(first.bytes, level) });
    else yield* beginLarge(index, first, blocks, level);
  } finally {
    await blocks.return();
  }
}

async function firstBlock(blocks: AsyncGenerator<ContentBlock, void, undefined>): Promise<ContentBlock> {
  const first = await blocks.next();
  return first.done ? { bytes: new Uint8Array(0), last: true, release: () => {} } : first.value;
}

async function* beginLarge(
  index: number,
  first: ContentBlock,
  others: AsyncIterable<ContentBlock>,
  level: number,
): AsyncGenerator<EncodeJob, void, undefined> {
  const method = level === 0 ? 0 : 8;
  const totals: PlainTotals = { size: 0, crc32: 0, sha256: new Uint8Array(DIGEST_LENGTH) };
  let compressedSize = 0;
  yield given(0, { kind: "begin", index, method });
  for await (const block of deflateBlocks(together(first, others), level, totals, { sha256: true })) {
    const parts = block.bytes.then((bytes): EncodedPart[] => {
      compressedSize += bytes.length;
      return [{ kind: "chunk", index, bytes }];
    });
    yield { cost: block.plainLength, parts };
  }
  // A generator, because the size is known only when the turn has come: then all blocks before it are deflated.
  const end = function* (): Generator<EncodedPart, void, undefined> {
    yield { kind: "end", index, member: { method, compressedSize, ...totals } };
  };
  yield { cost: 0, parts: Promise.resolve(end()) };
}

async function* together(
  first: ContentBlock,
  others: AsyncIterable<ContentBlock>,
): AsyncGenerator<ContentBlock, void, undefined> {
  yield first;
  yield* others;
}

function given(cost: number, part: EncodedPart): EncodeJob {
  return { cost, parts: Promise.resolve([part]) };
}
