/**
 * Encoding with all cores: small files in batches, on threads and on this one; large ones in blocks, in Node's pool.
 * The bytes are the same whatever the number of threads: a small member is deflated alone, a large one in blocks that
 * begin where the content says.
 */
import { WHOLE_MEMBER_LIMIT } from "../../core/engine/limits.ts";
import type { EncodedMember, EncodedPart, MemberSource } from "../../core/ports/engine.ts";
import { DiskFileContent } from "../disk-file-content.ts";
import { DIGEST_LENGTH, ENCODED_FIELDS, type EncodeBatch, type EncodedBatch, LEFT_OVER } from "./batch.ts";
import { BLOCK_LENGTH, deflateBlocks, type PlainTotals } from "./deflate-blocks.ts";
import { encodeBatch, encodeWhole } from "./encode-batch.ts";
import { inOrder, type Job } from "./in-order.ts";
import { readAhead } from "./read-ahead.ts";
import { type Threads, workersFor } from "./threads.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A few milliseconds of work: long enough to be worth a message, short enough that no thread waits for another. */
const BATCH_FILES = 64;
const BATCH_BYTES = 256 * 1024;

export async function* encodeMembers(
  sources: Iterable<MemberSource>,
  level: number,
  threads: Threads,
  signal: AbortSignal | undefined,
): AsyncGenerator<EncodedPart, void, undefined> {
  const members = [...sources];
  const small = members.filter((source) => source.size <= WHOLE_MEMBER_LIMIT);
  const bytes = small.reduce((total, source) => total + source.size, 0);
  const pool = await workersFor(threads, small.length, bytes);
  try {
    yield* inOrder(beginJobs(members, level, pool), (threads.inPool + 1) * BLOCK_LENGTH, signal);
  } finally {
    pool?.close();
  }
}

type EncodeJob = Job<EncodedPart>;

async function* beginJobs(
  sources: readonly MemberSource[],
  level: number,
  pool: WorkerPool | undefined,
): AsyncGenerator<EncodeJob, void, undefined> {
  let batch = new SmallFiles(level);
  for (const [index, source] of sources.entries()) {
    const content = source.open();
    if (source.size <= WHOLE_MEMBER_LIMIT) {
      if (content instanceof DiskFileContent) batch.add(index, source, content.diskPath);
      else {
        const start = await readAhead(content, WHOLE_MEMBER_LIMIT);
        if (start.whole === undefined) {
          yield* batch.begin(pool);
          batch = new SmallFiles(level);
          yield* beginLarge(index, start.all, level);
        } else batch.add(index, source, start.whole);
      }
      if (!batch.isFull) continue;
      yield* batch.begin(pool);
    } else {
      yield* batch.begin(pool);
      yield* beginMember(index, content, level);
    }
    batch = new SmallFiles(level);
  }
  yield* batch.begin(pool);
}

/** Small files on their way to one thread. */
class SmallFiles {
  readonly #level: number;
  readonly #indexes: number[] = [];
  readonly #sources: MemberSource[] = [];
  readonly #files: (string | Uint8Array)[] = [];
  #bytes = 0;

  constructor(level: number) {
    this.#level = level;
  }

  add(index: number, source: MemberSource, file: string | Uint8Array): void {
    this.#indexes.push(index);
    this.#sources.push(source);
    this.#files.push(file);
    this.#bytes += typeof file === "string" ? source.size : file.length;
  }

  get isFull(): boolean {
    return this.#files.length >= BATCH_FILES || this.#bytes >= BATCH_BYTES;
  }

  async *begin(pool: WorkerPool | undefined): AsyncGenerator<EncodeJob, void, undefined> {
    if (this.#files.length === 0) return;
    const batch: EncodeBatch = { kind: "encode", level: this.#level, files: this.#files };
    const elsewhere = pool?.offer(batch);
    const result = elsewhere ?? Promise.resolve(encodeBatch(batch));
    yield { cost: this.#bytes, parts: result.then((encoded) => this.#parts(encoded)) };
    // Results of other threads, timers and signals have their turn between two batches of this one.
    if (elsewhere === undefined) await new Promise((turn) => setImmediate(turn));
  }

  async *#parts({ bytes, numbers, digests }: EncodedBatch): AsyncGenerator<EncodedPart, void, undefined> {
    let offset = 0;
    for (const [position, source] of this.#sources.entries()) {
      const index = this.#indexes[position] ?? 0;
      const [state, crc32 = 0, size = 0, compressedSize = 0] = numbers.subarray(position * ENCODED_FIELDS);
      if (state === LEFT_OVER) {
        const alone = beginMember(index, source.open(), this.#level);
        yield* inOrder(alone, 2 * BLOCK_LENGTH, undefined);
        continue;
      }
      const sha256 = digests.subarray(position * DIGEST_LENGTH, (position + 1) * DIGEST_LENGTH);
      const member: EncodedMember = { method: state === 8 ? 8 : 0, crc32, sha256, size, compressedSize };
      yield { kind: "whole", index, member, bytes: bytes.subarray(offset, offset + compressedSize) };
      offset += compressedSize;
    }
  }
}

/** A member that should be large. What it holds decides. */
async function* beginMember(
  index: number,
  content: AsyncIterable<Uint8Array>,
  level: number,
): AsyncGenerator<EncodeJob, void, undefined> {
  const start = await readAhead(content, WHOLE_MEMBER_LIMIT);
  if (start.whole === undefined) yield* beginLarge(index, start.all, level);
  else yield given(start.whole.length, { kind: "whole", index, ...encodeWhole(start.whole, level) });
}

async function* beginLarge(
  index: number,
  content: AsyncIterable<Uint8Array>,
  level: number,
): AsyncGenerator<EncodeJob, void, undefined> {
  const method = level === 0 ? 0 : 8;
  const totals: PlainTotals = { size: 0, crc32: 0, sha256: new Uint8Array(DIGEST_LENGTH) };
  let compressedSize = 0;
  let ready: Promise<unknown> = Promise.resolve();
  yield given(0, { kind: "begin", index, method });
  for await (const block of deflateBlocks(content, level, totals, { sha256: true })) {
    const parts = block.bytes.then((bytes): EncodedPart[] => {
      compressedSize += bytes.length;
      return [{ kind: "chunk", index, bytes }];
    });
    ready = Promise.all([ready, parts]);
    ready.catch(() => undefined); // the block itself fails when its turn has come
    yield { cost: block.plainLength, parts };
  }
  const parts = ready.then((): EncodedPart[] => [
    { kind: "end", index, member: { method, compressedSize, ...totals } },
  ]);
  yield { cost: 0, parts };
}

function given(cost: number, part: EncodedPart): EncodeJob {
  return { cost, parts: Promise.resolve([part]) };
}
