/** The engine that lets the browser inflate and hash; Node has the same functions. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { concatBytes } from "../../src/core/bytes/concat.ts";
import { crc32 } from "../../src/core/bytes/crc32.ts";
import { formatHex } from "../../src/core/bytes/hex.ts";
import { portableEngine } from "../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../src/core/errors.ts";
import type { CompressedMember, Engine } from "../../src/core/ports/engine.ts";
import { browserEngine } from "../../src/web/browser-engine.ts";

const TEXT = new TextEncoder().encode("all of these words, again and again; ".repeat(100_000)); // 3.7 MB

function member(
  path: string,
  plain: Uint8Array,
  changed: Partial<CompressedMember> = {},
  bytes?: Uint8Array,
): CompressedMember {
  const method = changed.method ?? 8;
  const compressed = bytes ?? (method === 0 ? plain : new Uint8Array(deflateRawSync(plain)));
  return {
    path,
    method,
    size: plain.length,
    compressedSize: compressed.length,
    crc32: crc32(plain),
    async *open() {
      yield compressed.subarray(0, 1000);
      yield compressed.subarray(1000);
    },
    ...changed,
  };
}

/** What an engine tells of members: shapes, hashes, contents; or how it fails. */
async function decode(engine: Engine, members: readonly CompressedMember[]): Promise<unknown[]> {
  const told: unknown[] = [];
  let held: Uint8Array[] = [];
  try {
    for await (const part of engine.decode(members)) {
      if (part.kind === "begin") held = [];
      if (part.kind === "chunk") held.push(part.bytes.slice());
      if (part.kind !== "whole" && part.kind !== "end") continue;
      const content = part.kind === "whole" ? part.bytes : concatBytes(held);
      told.push([part.kind, part.index, part.member.size, formatHex(part.member.sha256), crc32(content)]);
    }
  } catch (error) {
    assert.ok(error instanceof PackwheelError, String(error));
    told.push([error.code, error.message]);
  }
  return told;
}

const deflated = new Uint8Array(deflateRawSync(TEXT));
const half = TEXT.subarray(0, 500_000);

const cases: readonly { readonly name: string; readonly members: readonly CompressedMember[] }[] = [
  {
    name: "large and small, in their order",
    members: [
      member("a", TEXT),
      member("b", half),
      member("c", half.subarray(9)),
      member("d", new Uint8Array(0)),
      member("e", TEXT),
    ],
  },
  { name: "stored members", members: [member("a", TEXT, { method: 0 }), member("b", half, { method: 0 })] },
  { name: "a wrong CRC-32", members: [member("a", half), member("b", TEXT, { crc32: 1 }), member("c", half)] },
  { name: "more bytes than told", members: [member("a", TEXT, { size: TEXT.length - 1 })] },
  { name: "fewer bytes than told", members: [member("a", TEXT, { size: TEXT.length + 1 })] },
  { name: "a stream that breaks off", members: [member("a", TEXT, {}, deflated.subarray(0, 5000))] },
  { name: "a stream that is none", members: [member("a", TEXT, {}, new Uint8Array(200_000).fill(0xff))] },
  { name: "a stored member of another size", members: [member("a", TEXT, { method: 0, size: TEXT.length - 5 })] },
];

describe("browserEngine()", () => {
  for (const { name, members } of cases) {
    test(`tells of ${name} what the portable engine tells`, async () => {
      const expected = await decode(portableEngine(), members);
      assert.deepEqual(await decode(browserEngine(), members), expected);
      assert.notEqual(expected.length, 0);
    });
  }

  test("stops when it is told to", async () => {
    const decoding = browserEngine().decode([member("a", TEXT)], { signal: AbortSignal.abort() });
    await assert.rejects(async () => decoding[Symbol.asyncIterator]().next(), { code: "ABORTED" });
  });
});
