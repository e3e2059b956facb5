/** What every engine promises, as one set of tests that is run for each of them. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { crc32, deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import { WHOLE_MEMBER_LIMIT } from "../../../src/core/engine/limits.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import type { CompressedMember, EncodedPart, Engine, MemberSource } from "../../../src/core/ports/engine.ts";

/** Bytes that deflate to about half: noise, and repeats of what was there before. The same for the same seed. */
export function sampleBytes(length: number, seed = 1): Uint8Array {
  const bytes = noise(length, seed);
  for (let index = 64; index + 16 < length; index += 32) {
    const from = index - 16 - (bytes[index]! % 48);
    bytes.copyWithin(index, from, from + 16);
  }
  return bytes;
}

export function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed >>> 0 || 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

export function sourceOf(
  path: string,
  content: Uint8Array,
  options: { pieces?: number; size?: number } = {},
): MemberSource {
  return {
    path,
    size: options.size ?? content.length,
    async *open() {
      const piece = options.pieces ?? Math.max(1, content.length);
      for (let offset = 0; offset < content.length; offset += piece) yield content.subarray(offset, offset + piece);
    },
  };
}

export interface GatheredMember {
  readonly shape: "whole" | "stream";
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly sha256: string;
  readonly size: number;
  readonly compressed: Buffer;
}

/** The members an engine encoded; the order and shape of the parts is checked on the way. */
export async function gather(parts: AsyncIterable<EncodedPart>): Promise<GatheredMember[]> {
  const members: GatheredMember[] = [];
  let open: { method: 0 | 8; chunks: Uint8Array[] } | undefined;
  for await (const part of parts) {
    assert.equal(part.index, members.length, "parts come in the order of the sources");
    if (part.kind === "begin") {
      assert.equal(open, undefined);
      open = { method: part.method, chunks: [] };
    } else if (part.kind === "chunk") {
      assert.ok(open !== undefined && part.bytes.length > 0);
      open.chunks.push(part.bytes.slice());
    } else {
      const compressed = part.kind === "whole" ? Buffer.from(part.bytes) : Buffer.concat(open?.chunks ?? []);
      if (part.kind === "end") assert.equal(part.member.method, open?.method);
      const { member } = part;
      assert.equal(member.compressedSize, compressed.length);
      members.push({
        shape: part.kind === "whole" ? "whole" : "stream",
        method: member.method,
        crc32: member.crc32,
        sha256: Buffer.from(member.sha256).toString("hex"),
        size: member.size,
        compressed,
      });
      open = undefined;
    }
  }
  assert.equal(open, undefined);
  return members;
}

function assertHolds(member: GatheredMember | undefined, content: Uint8Array): void {
  assert.ok(member !== undefined);
  const plain = member.method === 8 ? inflateRawSync(member.compressed) : member.compressed;
  assert.ok(plain.equals(content), "the content comes back");
  assert.equal(member.size, content.length);
  assert.equal(member.crc32, crc32(content));
  assert.equal(member.sha256, createHash("sha256").update(content).digest("hex"));
}

function compressed(
  path: string,
  content: Uint8Array,
  changes: Partial<CompressedMember & { bytes: Uint8Array }> = {},
): CompressedMember {
  const method = changes.method ?? 8;
  const bytes = changes.bytes ?? (method === 8 ? deflateRawSync(content) : content);
  return {
    path,
    method,
    size: content.length,
    compressedSize: bytes.length,
    crc32: crc32(content),
    async *open() {
      for (let offset = 0; offset < bytes.length; offset += 100_000) yield bytes.subarray(offset, offset + 100_000);
    },
    ...changes,
  };
}

async function decodeAll(
  engine: Engine,
  members: readonly CompressedMember[],
  signal?: AbortSignal,
): Promise<Buffer[]> {
  const contents: Buffer[] = [];
  let chunks: Uint8Array[] | undefined;
  for await (const part of engine.decode(members, { signal })) {
    assert.equal(part.index, contents.length);
    if (part.kind === "begin") chunks = [];
    else if (part.kind === "chunk") {
      assert.ok(chunks !== undefined);
      chunks.push(part.bytes.slice());
    } else {
      const content = part.kind === "whole" ? Buffer.from(part.bytes) : Buffer.concat(chunks ?? []);
      assert.equal(part.kind === "whole", content.length <= WHOLE_MEMBER_LIMIT, "the limit parts whole from streamed");
      assert.equal(part.member.size, content.length);
      assert.equal(Buffer.from(part.member.sha256).toString("hex"), createHash("sha256").update(content).digest("hex"));
      contents.push(content);
      chunks = undefined;
    }
  }
  return contents;
}

async function* streamOf(bytes: Uint8Array, piece = 70_000): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += piece) yield bytes.subarray(offset, offset + piece);
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part.slice());
  return Buffer.concat(parts);
}

export function engineContract(name: string, makeEngine: () => Engine): void {
  const LIMIT = WHOLE_MEMBER_LIMIT;

  describe(`${name}: encode()`, () => {
    const contents = [
      { name: "an empty file", content: new Uint8Array(0), method: 0, shape: "whole" },
      { name: "one byte", content: new Uint8Array([65]), method: 0, shape: "whole" },
      { name: "a short text", content: Buffer.from("print('hello')\n".repeat(20)), method: 8, shape: "whole" },
      { name: "noise, which is stored", content: noise(5000), method: 0, shape: "whole" },
      { name: "a file of the limit", content: sampleBytes(LIMIT), method: 8, shape: "whole" },
      { name: "a file of the limit and one byte", content: sampleBytes(LIMIT + 1), method: 8, shape: "stream" },
      { name: "a large file", content: sampleBytes(3 * LIMIT + 12345), method: 8, shape: "stream" },
      { name: "a large file of zeros", content: new Uint8Array(5 * LIMIT), method: 8, shape: "stream" },
      { name: "large noise", content: noise(2 * LIMIT + 7), method: 8, shape: "stream" },
    ] as const;
    for (const { name, content, method, shape } of contents) {
      test(`hashes and deflates ${name}`, async () => {
        const [member, ...rest] = await gather(makeEngine().encode([sourceOf("a", content)]));
        assert.equal(rest.length, 0);
        assertHolds(member, content);
        assert.equal(member?.method, method);
        assert.equal(member?.shape, shape);
      });
    }

    test("keeps the order of many members of mixed sizes", async () => {
      const all = Array.from({ length: 300 }, (_, index) =>
        index % 97 === 50 ? sampleBytes(LIMIT + index * 10, index) : sampleBytes((index * 37) % 4000, index),
      );
      const members = await gather(makeEngine().encode(all.map((content, index) => sourceOf(`m${index}`, content))));
      assert.equal(members.length, all.length);
      for (const [index, content] of all.entries()) assertHolds(members[index], content);
    });

    test("gives no part for no members", async () => {
      assert.deepEqual(await gather(makeEngine().encode([])), []);
    });

    test("gives the same bytes however the content is cut", async () => {
      const content = sampleBytes(2 * LIMIT + 999);
      const cuts = [1 << 20, 65_536, 12_345, 3 * LIMIT];
      const encoded = [];
      for (const pieces of cuts) {
        const [member] = await gather(makeEngine().encode([sourceOf("a", content, { pieces })]));
        encoded.push(
          createHash("sha256")
            .update(member?.compressed ?? "")
            .digest("hex"),
        );
      }
      assert.equal(new Set(encoded).size, 1);
    });

    test("believes the content, not the size that was said", async () => {
      const small = sampleBytes(1000);
      const large = sampleBytes(LIMIT + 1000);
      const members = await gather(
        makeEngine().encode([
          sourceOf("a", small, { size: 50 * LIMIT }),
          sourceOf("b", large, { size: 3, pieces: 65_536 }),
          sourceOf("c", small, { size: 0 }),
        ]),
      );
      assert.deepEqual(
        members.map((member) => member.shape),
        ["whole", "stream", "whole"],
      );
      assertHolds(members[0], small);
      assertHolds(members[1], large);
      assertHolds(members[2], small);
    });

    test("level 0 stores", async () => {
      const contents = [sampleBytes(1000), sampleBytes(LIMIT + 5)];
      const sources = contents.map((content, index) => sourceOf(`${index}`, content));
      const members = await gather(makeEngine().encode(sources, { level: 0 }));
      for (const [index, content] of contents.entries()) {
        assertHolds(members[index], content);
        assert.equal(members[index]?.method, 0);
      }
    });

    test("level 9 is not larger than level 1", async () => {
      const content = sampleBytes(200_000);
      const sizes = [];
      for (const level of [1, 9]) {
        const [member] = await gather(makeEngine().encode([sourceOf("a", content)], { level }));
        assertHolds(member, content);
        sizes.push(member?.compressed.length ?? 0);
      }
      assert.ok(sizes[1]! <= sizes[0]!);
    });

    for (const level of [-1, 10, 1.5, Number.NaN]) {
      test(`refuses the level ${level}`, async () => {
        await assert.rejects(async () => gather(makeEngine().encode([], { level })), {
          code: "ENGINE_BAD_LEVEL",
          message: `Cannot deflate at level ${level}: levels go from 0 to 9`,
        });
      });
    }

    test("passes on the error of a source, after the members before it", async () => {
      const failure = new PackwheelError("TREE_FILE_MISSING", 'Cannot open "b": there is no such file');
      for (const size of [10, 5 * LIMIT]) {
        const broken: MemberSource = {
          path: "b",
          size,
          // biome-ignore lint/correctness/useYield: it fails before it has anything to give
          async *open() {
            throw failure;
          },
        };
        const begun = makeEngine().encode([sourceOf("a", sampleBytes(10)), broken, sourceOf("c", sampleBytes(10))]);
        await assert.rejects(gather(begun), (error) => error === failure);
      }
    });

    test("stops when the signal was aborted before", async () => {
      const encoding = gather(makeEngine().encode([sourceOf("a", sampleBytes(10))], { signal: AbortSignal.abort() }));
      await assert.rejects(encoding, { code: "ABORTED" });
    });

    test("stops when the signal is aborted in the middle of a member, and closes the source", async () => {
      const controller = new AbortController();
      const content = sampleBytes(LIMIT);
      let closed = false;
      const endless: MemberSource = {
        path: "a",
        size: 1000 * LIMIT,
        async *open() {
          try {
            for (;;) yield content;
          } finally {
            closed = true;
          }
        },
      };
      let parts = 0;
      await assert.rejects(
        async () => {
          for await (const _ of makeEngine().encode([endless], { signal: controller.signal })) {
            if (++parts === 5) controller.abort();
          }
        },
        { code: "ABORTED" },
      );
      await new Promise((turn) => setTimeout(turn, 20));
      assert.ok(closed);
    });

    test("a caller that stops early closes the source", async () => {
      let closed = false;
      const source: MemberSource = {
        path: "a",
        size: 10 * LIMIT,
        async *open() {
          try {
            for (let turn = 0; turn < 10; turn++) yield sampleBytes(LIMIT, turn);
          } finally {
            closed = true;
          }
        },
      };
      for await (const part of makeEngine().encode([source])) if (part.kind === "chunk") break;
      await new Promise((turn) => setTimeout(turn, 20));
      assert.ok(closed);
    });
  });

  describe(`${name}: decode()`, () => {
    test("gives back what was deflated or stored, small and large, in order", async () => {
      const contents = [
        new Uint8Array(0),
        sampleBytes(3000, 2),
        noise(100, 3),
        sampleBytes(LIMIT, 4),
        sampleBytes(LIMIT + 1, 5),
        new Uint8Array(7 * LIMIT),
        sampleBytes(50, 6),
        noise(2 * LIMIT, 7),
      ];
      const members = contents.flatMap((content, index) => [
        compressed(`${index}`, content),
        compressed(`${index}-stored`, content, { method: 0 }),
      ]);
      const decoded = await decodeAll(makeEngine(), members);
      assert.equal(decoded.length, members.length);
      for (const [index, content] of decoded.entries()) assert.ok(content.equals(contents[index >> 1]!));
    });

    test("reads what the engine itself wrote", async () => {
      const engine = makeEngine();
      const contents = Array.from({ length: 40 }, (_, index) =>
        sampleBytes(index % 20 === 7 ? LIMIT + 9 : index * 100),
      );
      const encoded = await gather(engine.encode(contents.map((content, index) => sourceOf(`${index}`, content))));
      const members = encoded.map((member, index) =>
        compressed(`${index}`, contents[index]!, { method: member.method, bytes: member.compressed }),
      );
      const decoded = await decodeAll(engine, members);
      for (const [index, content] of contents.entries()) assert.ok(decoded[index]?.equals(content));
    });

    for (const [size, length] of [
      ["small", 4000],
      ["large", LIMIT + 4000],
    ] as const) {
      const content = sampleBytes(length, 9);
      const deflated = deflateRawSync(content);
      const bad = [
        {
          name: "a wrong CRC-32",
          changes: { crc32: 1 },
          code: "ZIP_CRC_MISMATCH",
          message: /^Cannot read "a\/b": the archive gives CRC-32 00000001, the content has [0-9a-f]{8}$/,
        },
        {
          name: "more than the size",
          changes: { size: length - 1 },
          code: "ZIP_SIZE_MISMATCH",
          message: `Cannot read "a/b": the archive gives ${length - 1} bytes, the member holds more`,
        },
        {
          name: "less than the size",
          changes: { size: length + 1 },
          code: "ZIP_SIZE_MISMATCH",
          message: `Cannot read "a/b": the archive gives ${length + 1} bytes, the member holds ${length}`,
        },
        {
          name: "a cut stream",
          changes: { bytes: deflated.subarray(0, -20) },
          code: "ZIP_BAD_DEFLATE",
          message: /^Cannot inflate "a\/b": /,
        },
        {
          name: "a stream of a bad block type",
          changes: { bytes: Buffer.concat([Buffer.from([0xff]), deflated]) },
          code: "ZIP_BAD_DEFLATE",
          message: /^Cannot inflate "a\/b": /,
        },
        {
          name: "stored bytes of another length",
          changes: { method: 0, bytes: content.subarray(5) },
          code: "ZIP_SIZE_MISMATCH",
          message: /^Cannot read "a\/b": the archive gives \d+ bytes, the member /,
        },
      ] as const;
      for (const { name, changes, code, message } of bad) {
        test(`refuses a ${size} member with ${name}, after those before it`, async () => {
          const seen: number[] = [];
          const members = [compressed("first", sampleBytes(10)), compressed("a/b", content, changes)];
          const decoding = (async () => {
            for await (const part of makeEngine().decode(members)) if (part.kind === "whole") seen.push(part.index);
          })();
          await assert.rejects(decoding, { code, message, path: "a/b" });
          assert.deepEqual(seen, [0]);
        });
      }
    }

    test("a bomb is stopped at the size it was said to have", async () => {
      const bomb = compressed("bomb", new Uint8Array(64 * LIMIT));
      const small = { ...bomb, size: 1000 };
      await assert.rejects(decodeAll(makeEngine(), [small]), { code: "ZIP_SIZE_MISMATCH" });
      let given = 0;
      await assert.rejects(
        async () => {
          for await (const part of makeEngine().decode([{ ...bomb, size: 2 * LIMIT }])) {
            if (part.kind === "chunk") given += part.bytes.length;
          }
        },
        { code: "ZIP_SIZE_MISMATCH" },
      );
      assert.ok(given <= 2 * LIMIT);
    });

    test("an empty stream is no deflate stream", async () => {
      const member = compressed("a", new Uint8Array(0), { bytes: new Uint8Array(0) });
      await assert.rejects(decodeAll(makeEngine(), [member]), { code: "ZIP_BAD_DEFLATE" });
    });

    test("a long stream that gives little is read in bounded memory", async () => {
      const emptyBlocks = Buffer.alloc(5 * 600_000);
      for (let offset = 0; offset < emptyBlocks.length; offset += 5) emptyBlocks.set([0, 0, 0, 0xff, 0xff], offset);
      const bytes = Buffer.concat([emptyBlocks, deflateRawSync(Buffer.from("end"))]);
      const [content] = await decodeAll(makeEngine(), [compressed("a", Buffer.from("end"), { bytes })]);
      assert.equal(String(content), "end");
    });

    test("every flipped byte ends in the content or a PackwheelError", async () => {
      const content = sampleBytes(600, 11);
      const good = deflateRawSync(content);
      for (let position = 0; position < good.length; position++) {
        const bytes = Buffer.from(good);
        bytes[position]! ^= 1 << (position % 8);
        try {
          const [decoded] = await decodeAll(makeEngine(), [compressed("a", content, { bytes })]);
          assert.ok(decoded?.equals(content));
        } catch (error) {
          assert.ok(error instanceof PackwheelError, String(error));
        }
      }
    });

    test("stops when the signal is aborted", async () => {
      const members = [compressed("a", sampleBytes(5 * LIMIT))];
      await assert.rejects(decodeAll(makeEngine(), members, AbortSignal.abort()), { code: "ABORTED" });
      const controller = new AbortController();
      await assert.rejects(
        async () => {
          for await (const part of makeEngine().decode(members, { signal: controller.signal })) {
            if (part.kind === "chunk") controller.abort();
          }
        },
        { code: "ABORTED" },
      );
    });
  });

  describe(`${name}: gzip() and gunzip()`, () => {
    for (const length of [0, 1, 1000, LIMIT, 3 * LIMIT + 17]) {
      test(`write and read ${length} bytes`, async () => {
        const engine = makeEngine();
        const content = sampleBytes(length, 13);
        const bytes = await collect(engine.gzip(streamOf(content), { mtime: 0x5e0be100 }));
        assert.deepEqual([...bytes.subarray(0, 10)], [0x1f, 0x8b, 8, 0, 0x00, 0xe1, 0x0b, 0x5e, 0, 255]);
        assert.ok(gunzipSync(bytes).equals(content), "another tool reads it");
        assert.ok((await collect(engine.gunzip(streamOf(bytes), { limit: length }))).equals(content));
        assert.ok((await collect(engine.gunzip(streamOf(gzipSync(content)), { limit: length }))).equals(content));
      });
    }

    test("the header tells the level", async () => {
      const engine = makeEngine();
      for (const [level, flag] of [
        [1, 4],
        [6, 0],
        [9, 2],
        [0, 0],
      ] as const) {
        const bytes = await collect(engine.gzip(streamOf(sampleBytes(3000)), { mtime: 0, level }));
        assert.equal(bytes[8], flag);
        assert.equal(gunzipSync(bytes).length, 3000);
      }
    });

    test("the bytes do not depend on how the input was cut", async () => {
      const engine = makeEngine();
      const content = sampleBytes(2 * LIMIT + 77);
      const one = await collect(engine.gzip(streamOf(content, 1 << 22), { mtime: 0 }));
      assert.ok(one.equals(await collect(engine.gzip(streamOf(content, 9999), { mtime: 0 }))));
    });

    test("several gzip members are one stream", async () => {
      const bytes = Buffer.concat([gzipSync("one"), gzipSync("two")]);
      assert.equal(String(await collect(makeEngine().gunzip(streamOf(bytes), { limit: 10 }))), "onetwo");
    });

    const good = gzipSync(sampleBytes(5000));
    const bad = [
      { name: "nothing", bytes: Buffer.alloc(0) },
      { name: "text", bytes: Buffer.from("this is no gzip file at all") },
      { name: "a cut header", bytes: good.subarray(0, 6) },
      { name: "a cut body", bytes: good.subarray(0, 1000) },
      { name: "a cut trailer", bytes: good.subarray(0, -3) },
      {
        name: "a wrong CRC-32",
        bytes: Buffer.concat([good.subarray(0, -8), Buffer.from([1, 2, 3, 4]), good.subarray(-4)]),
      },
      { name: "a wrong size", bytes: Buffer.concat([good.subarray(0, -4), Buffer.from([1, 2, 3, 4])]) },
    ];
    for (const { name, bytes } of bad) {
      test(`gunzip() refuses ${name}`, async () => {
        await assert.rejects(collect(makeEngine().gunzip(streamOf(bytes), { limit: 100_000 })), {
          code: "GZIP_INVALID",
          message: /^Cannot gunzip: /,
        });
      });
    }

    test("gunzip() stops before it gives more than the limit", async () => {
      let given = 0;
      await assert.rejects(
        async () => {
          const bomb = gzipSync(new Uint8Array(32 * LIMIT));
          for await (const bytes of makeEngine().gunzip(streamOf(bomb, 1000), { limit: 3 * LIMIT }))
            given += bytes.length;
        },
        { code: "GZIP_TOO_LARGE", message: `Cannot gunzip: the content is larger than ${3 * LIMIT} bytes` },
      );
      assert.ok(given <= 3 * LIMIT);
    });

    test("stop when the signal is aborted", async () => {
      const signal = AbortSignal.abort();
      await assert.rejects(collect(makeEngine().gzip(streamOf(sampleBytes(9)), { mtime: 0, signal })), {
        code: "ABORTED",
      });
      await assert.rejects(collect(makeEngine().gunzip(streamOf(good), { limit: 9999, signal })), { code: "ABORTED" });
    });
  });

  describe(`${name}: createSha256()`, () => {
    test("hashes what it is given, and begins anew after digest()", async () => {
      const hasher = await makeEngine().createSha256();
      for (const text of ["abc", "", "wheel".repeat(1000)]) {
        hasher.update(Buffer.from(text.slice(0, 2)));
        hasher.update(Buffer.from(text.slice(2)));
        assert.equal(Buffer.from(hasher.digest()).toString("hex"), createHash("sha256").update(text).digest("hex"));
      }
    });
  });
}
