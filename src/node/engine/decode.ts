/**
 * Decoding: small members in batches, on threads and on this one; large ones as streams, inflated in Node's pool while
 * this thread hashes. No member gives more bytes than the archive says it has.
 */
import { createHash } from "node:crypto";
import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { WHOLE_MEMBER_LIMIT } from "../../core/engine/limits.ts";
import { PackwheelError } from "../../core/errors.ts";
import type { CompressedMember, DecodedMember, DecodedPart } from "../../core/ports/engine.ts";
import { type DecodeBatch, type DecodedBatch, DIGEST_LENGTH, joinMovable } from "./batch.ts";
import { decodeBatch, decodeWhole } from "./decode-batch.ts";
import { inOrder, type Job } from "./in-order.ts";
import { badDeflate, crcMismatch, sizeMismatch } from "./mismatch.ts";
import { type Threads, workersFor } from "./threads.ts";
import type { WorkerPool } from "./worker-pool.ts";

const BATCH_MEMBERS = 128;
const BATCH_BYTES = 512 * 1024;
/** What a member costs beside its bytes, in bytes. */
const MEMBER_WEIGHT = BATCH_BYTES / BATCH_MEMBERS;
const BUDGET = 4 * 1024 * 1024;
const INFLATE_CHUNK = 256 * 1024;

/** Inflating is several times as fast as deflating. */
const EASE = 4;

type DecodeJob = Job<DecodedPart>;

export function decodeMembers(
  compressed: Iterable<CompressedMember>,
  threads: Threads,
  signal: AbortSignal | undefined,
): AsyncGenerator<DecodedPart, void, undefined> {
  const members = [...compressed];
  const small = members.filter(isSmall);
  const bytes = small.reduce((total, member) => total + member.size, 0);
  let pool: WorkerPool | undefined;
  const startPool = (): WorkerPool | undefined => {
    pool = workersFor(threads, small.length / 2, bytes / EASE);
    return pool;
  };
  return inOrder(beginJobs(members, startPool), BUDGET, signal, () => pool?.close());
}

/** The compressed bytes count too: a stream of empty blocks gives nothing for as long as it likes. */
function isSmall(member: CompressedMember): boolean {
  return member.size <= WHOLE_MEMBER_LIMIT && member.compressedSize <= 2 * WHOLE_MEMBER_LIMIT;
}

async function* beginJobs(
  members: readonly CompressedMember[],
  startPool: () => WorkerPool | undefined,
): AsyncGenerator<DecodeJob, void, undefined> {
  const pool = startPool();
  let batch = new SmallMembers();
  let sinceTurn = 0;
  for (const [index, member] of members.entries()) {
    if (isSmall(member) && pool === undefined) {
      // Nothing goes to another thread: to put members into batches would be for nothing.
      yield { cost: member.size, parts: Promise.resolve(decodeSmall(index, member, await collectExactly(member))) };
      sinceTurn += member.size + MEMBER_WEIGHT;
      if (sinceTurn < BATCH_BYTES) continue;
      sinceTurn = 0;
      await giveTurn();
      continue;
    }
    if (isSmall(member)) {
      batch.add(index, member, await collectExactly(member));
      if (!batch.isFull) continue;
      yield* batch.begin(pool);
    } else {
      yield* batch.begin(pool);
      yield { cost: WHOLE_MEMBER_LIMIT, parts: Promise.resolve(decodeLarge(index, member)) };
    }
    batch = new SmallMembers();
  }
  yield* batch.begin(pool);
}

/** Results of other threads, timers and signals have their turn between two batches of this one. */
function giveTurn(): Promise<void> {
  return new Promise((turn) => setImmediate(turn));
}

/** On this thread, and not before its part is asked for. */
function* decodeSmall(index: number, member: CompressedMember, compressed: Uint8Array): Generator<DecodedPart> {
  yield { kind: "whole", index, ...decodeWhole(compressed, member) };
}

/** Small members on their way to one thread. */
class SmallMembers {
  readonly #indexes: number[] = [];
  readonly #members: CompressedMember[] = [];
  readonly #compressed: Uint8Array[] = [];
  #bytes = 0;

  add(index: number, member: CompressedMember, compressed: Uint8Array): void {
    this.#indexes.push(index);
    this.#members.push(member);
    this.#compressed.push(compressed);
    this.#bytes += member.size + compressed.length;
  }

  get isFull(): boolean {
    return this.#members.length >= BATCH_MEMBERS || this.#bytes >= BATCH_BYTES;
  }

  async *begin(pool: WorkerPool | undefined): AsyncGenerator<DecodeJob, void, undefined> {
    if (this.#members.length === 0) return;
    const elsewhere = pool?.hasRoom ? pool.offer(this.#batch()) : undefined;
    const result = elsewhere ?? Promise.resolve(decodeBatch(this.#batch()));
    yield { cost: this.#bytes, parts: result.then((decoded) => this.#parts(decoded)) };
    if (elsewhere === undefined) await giveTurn();
  }

  #batch(): DecodeBatch {
    const numbers = this.#members.flatMap((member, position) => {
      const compressedSize = this.#compressed[position]?.length ?? 0;
      return [member.method, compressedSize, member.size, member.crc32];
    });
    return { kind: "decode", bytes: joinMovable(this.#compressed), numbers: new Float64Array(numbers) };
  }

  *#parts({ bytes, done, digests }: DecodedBatch): Generator<DecodedPart, void, undefined> {
    let offset = 0;
    for (const [position, member] of this.#members.entries()) {
      const index = this.#indexes[position] ?? 0;
      if (done[position] !== 1) {
        yield { kind: "whole", index, ...decodeWhole(this.#compressed[position] ?? new Uint8Array(0), member) };
        continue;
      }
      const sha256 = digests.subarray(position * DIGEST_LENGTH, (position + 1) * DIGEST_LENGTH);
      const plain = bytes.subarray(offset, offset + member.size);
      yield { kind: "whole", index, member: { sha256, size: member.size }, bytes: plain };
      offset += member.size;
    }
  }
}

async function collectExactly(member: CompressedMember): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of member.open()) {
    length += part.length;
    if (length > member.compressedSize) break;
    parts.push(part);
  }
  if (length !== member.compressedSize)
    throw sizeMismatch(member, `is not of ${member.compressedSize} compressed bytes`);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}

async function* decodeLarge(index: number, member: CompressedMember): AsyncGenerator<DecodedPart, void, undefined> {
  const isWhole = member.size <= WHOLE_MEMBER_LIMIT;
  const held: Uint8Array[] = [];
  const hash = createHash("sha256");
  let checksum = 0;
  let size = 0;
  if (!isWhole) yield { kind: "begin", index };
  for await (const bytes of member.method === 8 ? inflateStream(member) : member.open()) {
    size += bytes.length;
    if (size > member.size) throw sizeMismatch(member, "holds more");
    hash.update(bytes);
    checksum = crc32(bytes, checksum);
    if (isWhole) held.push(bytes);
    else yield { kind: "chunk", index, bytes };
  }
  if (size !== member.size) throw sizeMismatch(member, `holds ${size}`);
  if (checksum !== member.crc32) throw crcMismatch(member, checksum);
  const decoded: DecodedMember = { sha256: hash.digest(), size };
  if (isWhole) yield { kind: "whole", index, member: decoded, bytes: Buffer.concat(held) };
  else yield { kind: "end", index, member: decoded };
}

async function* inflateStream(member: CompressedMember): AsyncGenerator<Uint8Array, void, undefined> {
  const inflate = createInflateRaw({ chunkSize: INFLATE_CHUNK });
  // Errors of the source arrive where the stream is read, like those of zlib.
  pipeline(member.open(), inflate, () => undefined);
  try {
    yield* inflate;
  } catch (error) {
    if (error instanceof PackwheelError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw code.startsWith("Z_") ? badDeflate(member, error) : error;
  }
}
