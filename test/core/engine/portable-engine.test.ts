import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { deflateRawSync, inflateRawSync, crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { concatBytes } from "../../../src/core/bytes/concat.ts";
import { crc32 } from "../../../src/core/bytes/crc32.ts";
import { formatHex } from "../../../src/core/bytes/hex.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import type {
  CompressedMember,
  DecodedPart,
  EncodedMember,
  EncodedPart,
  EncodeOptions,
  MemberSource,
} from "../../../src/core/ports/engine.ts";

const engine = portableEngine();

/** Text that deflates, with no period that would make it trivial. */
function compressible(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[index] = 97 + ((state >>> 16) % 11);
  }
  return bytes;
}

function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 7;
  for (let index = 0; index < length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state >>> 8;
  }
  return bytes;
}

function source(content: Uint8Array, cut = content.length, size = content.length): MemberSource {
  return {
    path: "a",
    size,
    async *open(): AsyncGenerator<Uint8Array> {
      for (let offset = 0; offset < content.length; offset += cut) yield content.subarray(offset, offset + cut);
    },
  };
}

interface Encoded {
  readonly kinds: string;
  readonly member: EncodedMember;
  readonly bytes: Uint8Array;
}

async function encode(sources: readonly MemberSource[], options?: EncodeOptions): Promise<Encoded[]> {
  const results: Encoded[] = [];
  let chunks: Uint8Array[] = [];
  for await (const part of engine.encode(sources, options)) {
    assert.equal(part.index, results.length);
    if (part.kind === "whole") results.push({ kinds: "whole", member: part.member, bytes: part.bytes });
    else if (part.kind === "begin") chunks = [];
    else if (part.kind === "chunk") chunks.push(part.bytes);
    else results.push({ kinds: "parts", member: part.member, bytes: concatBytes(chunks) });
  }
  return results;
}

async function encodeOne(content: Uint8Array, options?: EncodeOptions): Promise<Encoded> {
  const [only] = await encode([source(content)], options);
  assert.ok(only);
  return only;
}

function member(content: Uint8Array, bytes: Uint8Array, changes: Partial<CompressedMember> = {}): CompressedMember {
  return {
    path: "a/b.py",
    method: 8,
    size: content.length,
    compressedSize: bytes.length,
    crc32: crc32(content),
    async *open(): AsyncGenerator<Uint8Array> {
      for (let offset = 0; offset < bytes.length; offset += 50_000) yield bytes.subarray(offset, offset + 50_000);
    },
    ...changes,
  };
}

async function decode(
  ...members: CompressedMember[]
): Promise<{ kinds: string[]; content: Uint8Array; sha256: string }> {
  const kinds: string[] = [];
  const content: Uint8Array[] = [];
  let sha256 = "";
  for await (const part of engine.decode(members) as AsyncIterable<DecodedPart>) {
    if (part.kind !== "chunk") kinds.push(part.kind);
    if (part.kind === "whole" || part.kind === "chunk") content.push(part.bytes);
    if (part.kind === "whole" || part.kind === "end") sha256 = formatHex(part.member.sha256);
  }
  return { kinds, content: concatBytes(content), sha256 };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("createSha256()", () => {
  test("hashes in steps, and begins anew after digest", async () => {
    const hasher = await engine.createSha256();
    hasher.update(new TextEncoder().encode("a"));
    hasher.update(new TextEncoder().encode("bc"));
    // FIPS 180-2, appendix B.1
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert.equal(formatHex(hasher.digest()), abc);
    assert.equal(formatHex(hasher.digest()), sha256(new Uint8Array(0)));
  });
});

const sizes = [0, 1, 100, 65_535, 65_536, 65_537, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3_000_000];

describe("encode()", () => {
  for (const size of sizes) {
    test(`deflates ${size} bytes into what zlib reads, with hash, CRC and sizes`, async () => {
      const content = compressible(size);
      const { kinds, member, bytes } = await encodeOne(content);
      assert.equal(kinds, size <= 1024 * 1024 ? "whole" : "parts");
      assert.equal(member.method, size < 100 ? 0 : 8);
      assert.deepEqual(Buffer.from(member.method === 0 ? bytes : inflateRawSync(bytes)), Buffer.from(content));
      assert.equal(member.size, size);
      assert.equal(member.compressedSize, bytes.length);
      assert.equal(member.crc32, crc32(content));
      assert.equal(formatHex(member.sha256), sha256(content));
    });
  }

  for (const level of [1, 6, 9]) {
    test(`gives the same bytes at level ${level}, however the content came`, async () => {
      const small = compressible(200_000);
      const large = compressible(1_300_000);
      const cuts = [1_300_000, 65_536, 65_537, 1000, 777_777];
      const [first, ...others] = await Promise.all(
        cuts.map((cut) => encode([source(small, cut, 5), source(large, cut, 0)], { level })),
      );
      for (const other of others) assert.deepEqual(other, first);
    });
  }

  test("gives the bytes that it always gave", async () => {
    const small = await encodeOne(compressible(10_000));
    const large = await encodeOne(compressible(1_100_000));
    assert.deepEqual(
      [sha256(small.bytes), sha256(large.bytes)],
      [
        "393de16494fe0a7fd9260e5e4d73a8a430634a2522486a189f7b2f77b3f03951",
        "f697b5cea2da391404ce34746da56d591f32dc7adfff7bd71224b9528e2c29d7",
      ],
    );
  });

  test("stores at level 0, large members too", async () => {
    for (const content of [compressible(1000), compressible(2_000_000)]) {
      const { member, bytes } = await encodeOne(content, { level: 0 });
      assert.equal(member.method, 0);
      assert.deepEqual(Buffer.from(bytes), Buffer.from(content));
    }
  });

  test("stores what would grow", async () => {
    const { member, bytes } = await encodeOne(noise(10_000));
    assert.equal(member.method, 0);
    assert.equal(bytes.length, 10_000);
  });

  test("deflates large noise with little growth", async () => {
    const content = noise(1_500_000);
    const { member, bytes } = await encodeOne(content);
    assert.equal(member.method, 8);
    assert.ok(bytes.length < 1_502_000, `${bytes.length} bytes`);
    assert.deepEqual(inflateRawSync(bytes), Buffer.from(content));
  });

  test("keeps the order of the sources", async () => {
    const contents = [3, 2_000_000, 5, 1_048_577, 0].map(compressible);
    const results = await encode(contents.map((content) => source(content, 100_000)));
    assert.deepEqual(
      results.map(({ member }) => member.size),
      [3, 2_000_000, 5, 1_048_577, 0],
    );
  });

  test("does not hold a large member in memory: parts come while the source is still giving", async () => {
    let given = 0;
    let firstChunkAt = 0;
    const endless: MemberSource = {
      path: "a",
      size: 0,
      async *open(): AsyncGenerator<Uint8Array> {
        for (; given < 100; given++) yield noise(100_000);
      },
    };
    for await (const part of engine.encode([endless])) {
      if (part.kind === "chunk" && firstChunkAt === 0) firstChunkAt = given;
    }
    assert.ok(firstChunkAt > 0 && firstChunkAt < 20, `first chunk after ${firstChunkAt} of 100 pieces`);
  });

  test("closes the source when the consumer stops", async () => {
    let closed = false;
    const watched: MemberSource = {
      path: "a",
      size: 0,
      async *open(): AsyncGenerator<Uint8Array> {
        try {
          for (;;) yield noise(100_000);
        } finally {
          closed = true;
        }
      },
    };
    for await (const part of engine.encode([watched]) as AsyncIterable<EncodedPart>) if (part.kind === "chunk") break;
    assert.equal(closed, true);
  });

  for (const level of [-1, 10, 1.5, Number.NaN]) {
    test(`refuses level ${level}`, async () => {
      await assert.rejects(encodeOne(new Uint8Array(1), { level }), {
        code: "ENGINE_BAD_LEVEL",
        message: `Cannot deflate at level ${level}: levels go from 0 to 9`,
      });
    });
  }

  test("stops when the job is cancelled while it works on bytes in memory", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    const block = noise(1_000_000);
    const endless: MemberSource = {
      path: "a",
      size: 0,
      async *open(): AsyncGenerator<Uint8Array> {
        for (;;) yield block;
      },
    };
    await assert.rejects(encode([endless], { signal: controller.signal, level: 0 }), { code: "ABORTED" });
  });
});

describe("decode()", () => {
  for (const size of sizes) {
    test(`reads ${size} bytes that zlib deflated`, async () => {
      const content = compressible(size);
      const result = await decode(member(content, deflateRawSync(content)));
      assert.deepEqual(result.kinds, size <= 1024 * 1024 ? ["whole"] : ["begin", "end"]);
      assert.deepEqual(Buffer.from(result.content), Buffer.from(content));
      assert.equal(result.sha256, sha256(content));
    });

    test(`reads ${size} bytes that were stored`, async () => {
      const content = noise(size);
      const result = await decode(member(content, content, { method: 0 }));
      assert.deepEqual(Buffer.from(result.content), Buffer.from(content));
      assert.equal(result.sha256, sha256(content));
    });
  }

  test("reads small members that hardly deflate, through the block path", async () => {
    const content = noise(900_000);
    const result = await decode(member(content, deflateRawSync(content)));
    assert.deepEqual(result.kinds, ["whole"]);
    assert.equal(result.sha256, sha256(content));
  });

  test("reads back what encode wrote", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 0, max: 9 }), async (content, level) => {
        const encoded = await encodeOne(content, { level });
        const result = await decode(member(content, encoded.bytes, { method: encoded.member.method }));
        assert.deepEqual(result.content, content);
      }),
    );
  });

  // Small members go through one path, large ones through another: each fault is tried on both.
  for (const [name, content] of [
    ["small", compressible(50_000)],
    ["large", compressible(1_500_000)],
  ] as const) {
    const deflated = deflateRawSync(content);
    const faults: [what: string, member: CompressedMember, expected: { code: string; message: string | RegExp }][] = [
      [
        "is larger than the archive says",
        member(content, deflated, { size: content.length - 1 }),
        {
          code: "ZIP_SIZE_MISMATCH",
          message: `Cannot read "a/b.py": the archive gives ${content.length - 1} bytes, the member holds more`,
        },
      ],
      [
        "is smaller than the archive says",
        member(content, deflated, { size: content.length + 1 }),
        {
          code: "ZIP_SIZE_MISMATCH",
          message: `Cannot read "a/b.py": the archive gives ${content.length + 1} bytes, the member holds ${content.length}`,
        },
      ],
      [
        "is stored with two sizes",
        member(content, content, { method: 0, size: content.length + 1 }),
        {
          code: "ZIP_SIZE_MISMATCH",
          message: `Cannot read "a/b.py": the archive gives ${content.length + 1} bytes, the member stores ${content.length} bytes`,
        },
      ],
      [
        "has another CRC-32",
        member(content, deflated, { crc32: 0xabc }),
        {
          code: "ZIP_CRC_MISMATCH",
          message: `Cannot read "a/b.py": the archive gives CRC-32 00000abc, the content has ${zlibHex(content)}`,
        },
      ],
      [
        "ends in the middle of its deflate stream",
        member(content, deflated.subarray(0, deflated.length - 10)),
        { code: "ZIP_BAD_DEFLATE", message: 'Cannot inflate "a/b.py": unexpected EOF' },
      ],
      [
        "has no deflate stream",
        member(content, new Uint8Array(100).fill(0xff)),
        { code: "ZIP_BAD_DEFLATE", message: 'Cannot inflate "a/b.py": invalid block type' },
      ],
    ];
    for (const [what, broken, expected] of faults) {
      test(`says that a ${name} member ${what}`, async () => {
        await assert.rejects(decode(broken), { ...expected, path: "a/b.py" });
      });
    }
  }

  test("says that nothing at all is no deflate stream", async () => {
    await assert.rejects(decode(member(new Uint8Array(0), new Uint8Array(0))), { code: "ZIP_BAD_DEFLATE" });
  });

  test("stops a bomb soon after the size that the archive gave", async () => {
    // 300 MB of zeros in 300 kB; the archive says 2 MB.
    const bomb = deflateRawSync(new Uint8Array(300_000_000), { level: 9 });
    let given = 0;
    const start = process.memoryUsage().rss;
    await assert.rejects(
      async () => {
        const members = [member(new Uint8Array(2_000_000), bomb)];
        for await (const part of engine.decode(members)) if (part.kind === "chunk") given += part.bytes.length;
      },
      { code: "ZIP_SIZE_MISMATCH" },
    );
    assert.ok(given <= 2_000_000, `${given} bytes`);
    assert.ok(process.memoryUsage().rss - start < 250_000_000);
  });

  test("ends on any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(2000), async (bytes, size) => {
        const content = new Uint8Array(size);
        // A few of them are a right stream: 03 00 is the empty one.
        const outcome = await decode(member(content, bytes)).catch((error: unknown) => error);
        if (outcome instanceof Error)
          assert.match(`${outcome.name} ${"code" in outcome && outcome.code}`, /^PackwheelError ZIP_/);
        else assert.equal(size, 0);
      }),
      { numRuns: 10_000 },
    );
  });

  test("stops when the job is cancelled", async () => {
    const content = compressible(10);
    const iterator = engine.decode([member(content, content, { method: 0 })], { signal: AbortSignal.abort() });
    await assert.rejects(
      async () => {
        for await (const part of iterator) assert.fail(part.kind);
      },
      { code: "ABORTED" },
    );
  });
});

function zlibHex(content: Uint8Array): string {
  return zlibCrc32(content).toString(16).padStart(8, "0");
}
