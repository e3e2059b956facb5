import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { WHOLE_MEMBER_LIMIT } from "../../src/core/engine/limits.ts";
import type { CompressedMember, MemberSource } from "../../src/core/ports/engine.ts";
import { DiskFileContent } from "../../src/node/disk-file-content.ts";
import { WorkerPool } from "../../src/node/engine/worker-pool.ts";
import { nativeEngine } from "../../src/node/native-engine.ts";
import { engineContract, gather, noise, sampleBytes, sourceOf } from "../core/engine/engine-contract.ts";

engineContract("nativeEngine()", () => nativeEngine());
engineContract("nativeEngine({ threads: 1 })", () => nativeEngine({ threads: 1 }));

const repository = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "packwheel-engine-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;

function writeFiles(contents: readonly Uint8Array[]): MemberSource[] {
  const folder = join(scratch, `files-${folders++}`);
  mkdirSync(folder);
  return contents.map((content, index) => {
    const path = `m${index}`;
    writeFileSync(join(folder, path), content);
    return { path, size: content.length, open: () => new DiskFileContent(join(folder, path), path) };
  });
}

/** Enough work for the engine to start threads. */
function manyContents(): Uint8Array[] {
  return Array.from({ length: 7000 }, (_, index) =>
    index % 2500 === 1200 ? sampleBytes(2 * WHOLE_MEMBER_LIMIT + index, index) : sampleBytes((index * 7) % 2000, index),
  );
}

describe("nativeEngine() with threads", () => {
  const contents = manyContents();
  const sources = writeFiles(contents);

  test("packs files of the disk and files in memory to the same bytes, whatever the number of threads", async () => {
    const inMemory = contents.map((content, index) => sourceOf(`m${index}`, content));
    const digests = [];
    for (const [threads, given] of [
      [1, sources],
      [2, sources],
      [5, sources],
      [3, inMemory],
    ] as const) {
      const members = await gather(nativeEngine({ threads }).encode(given));
      const digest = createHash("sha256");
      for (const member of members) digest.update(member.compressed).update(member.sha256).update(`${member.crc32}`);
      digests.push(digest.digest("hex"));
      assert.equal(members.length, contents.length);
      for (const index of [0, 1, 999, 1200, 6999]) {
        const { method, compressed } = members[index]!;
        assert.ok((method === 8 ? inflateRawSync(compressed) : compressed).equals(contents[index]!));
      }
    }
    assert.equal(new Set(digests).size, 1);
  });

  test("reads back what it packed, and stops at the member that is broken", async () => {
    const engine = nativeEngine({ threads: 3 });
    const encoded = await gather(engine.encode(sources));
    const members = encoded.map((member, index): CompressedMember => {
      const { method, size, crc32, compressed } = member;
      const open = () => sourceOf("", compressed).open();
      return { path: `m${index}`, method, size, compressedSize: compressed.length, crc32, open };
    });
    let next = 0;
    for await (const part of engine.decode(members)) {
      if (part.kind === "whole") assert.ok(Buffer.from(part.bytes).equals(contents[part.index]!));
      if (part.kind === "whole" || part.kind === "end") assert.equal(part.index, next++);
    }
    assert.equal(next, members.length);

    members[6000] = { ...members[6000]!, crc32: 7 };
    next = 0;
    const decoding = (async () => {
      for await (const part of engine.decode(members)) if (part.kind === "whole" || part.kind === "end") next++;
    })();
    await assert.rejects(decoding, { code: "ZIP_CRC_MISMATCH", path: "m6000" });
    assert.equal(next, 6000);
  });

  test("names the file that is gone, after the members before it", async () => {
    const given = [...sources];
    given[5000] = { path: "gone.py", size: 10, open: () => new DiskFileContent(join(scratch, "gone.py"), "gone.py") };
    let members = 0;
    const encoding = (async () => {
      for await (const part of nativeEngine({ threads: 2 }).encode(given)) {
        if (part.kind === "whole" || part.kind === "end") members++;
      }
    })();
    await assert.rejects(encoding, {
      code: "TREE_FILE_MISSING",
      message: 'Cannot open "gone.py": there is no such file',
    });
    assert.equal(members, 5000);
  });

  test("can be aborted, and be left by a caller that has seen enough", async () => {
    const controller = new AbortController();
    let parts = 0;
    const encoding = (async () => {
      for await (const _ of nativeEngine({ threads: 3 }).encode(sources, { signal: controller.signal })) {
        if (++parts === 2000) controller.abort();
      }
    })();
    await assert.rejects(encoding, { code: "ABORTED" });
    for await (const _ of nativeEngine({ threads: 3 }).encode(sources)) if (--parts === 0) break;
  });
});

describe("nativeEngine() with files of the disk", () => {
  test("takes the size that a file has, not the one that was listed", async () => {
    const contents = [sampleBytes(2 * WHOLE_MEMBER_LIMIT + 5), sampleBytes(100), noise(WHOLE_MEMBER_LIMIT)];
    const [grown, shrunk, same] = writeFiles(contents);
    const members = await gather(
      nativeEngine().encode([{ ...grown!, size: 10 }, { ...shrunk!, size: 50 * WHOLE_MEMBER_LIMIT }, same!]),
    );
    assert.deepEqual(
      members.map(({ shape, size }) => [shape, size]),
      [
        ["stream", contents[0]?.length],
        ["whole", 100],
        ["whole", WHOLE_MEMBER_LIMIT],
      ],
    );
    assert.ok(inflateRawSync(members[0]!.compressed).equals(contents[0]!));
  });

  test("tells a watcher of every byte that it read", async () => {
    const contents = [sampleBytes(3 * WHOLE_MEMBER_LIMIT + 5), sampleBytes(100), sampleBytes(0), sampleBytes(5000)];
    let read = 0;
    const sources = writeFiles(contents).map((source) => ({
      ...source,
      open: () => {
        const content = source.open();
        assert.ok(content instanceof DiskFileContent);
        return content.watched((bytes) => {
          read += bytes;
        });
      },
    }));
    await gather(nativeEngine().encode(sources));
    assert.equal(read, 3 * WHOLE_MEMBER_LIMIT + 5 + 100 + 5000);
  });

  test("needs no more memory for a member of 300 MB", async () => {
    const piece = sampleBytes(WHOLE_MEMBER_LIMIT);
    const source: MemberSource = {
      path: "large",
      size: 300 * piece.length,
      async *open() {
        for (let turn = 0; turn < 300; turn++) yield piece;
      },
    };
    const before = process.memoryUsage().rss;
    let most = 0;
    for await (const _ of nativeEngine().encode([source], { level: 1 })) {
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    assert.ok(most < 150e6, `${most} bytes more`);
  });
});

describe("WorkerPool", () => {
  test("a thread that fails is an error of the engine", async () => {
    const pool = WorkerPool.start(1);
    assert.ok(pool !== undefined);
    const broken = pool.offer({ kind: "encode", level: 99, files: [Buffer.from("text")] });
    await assert.rejects(broken ?? Promise.resolve(), {
      code: "ENGINE_FAILED",
      message: /^Cannot go on with a thread of the native engine: .*level/,
    });
    assert.equal(pool.offer({ kind: "encode", level: 6, files: [] }), undefined, "the thread takes no more work");
    pool.close();
  });

  test("has no threads when none were asked for", () => {
    assert.equal(WorkerPool.start(0), undefined);
  });
});

/** Packs files with threads, and prints the hash of all bytes and where the engine was loaded from. */
const PROGRAM = `
const { nativeEngine } = await import(process.argv[1]);
const { createHash } = await import("node:crypto");
const sources = Array.from({ length: 9000 }, (_, index) => ({
  path: "m" + index, size: 40, async *open() { yield Buffer.from("print('hello')\\n".repeat(index % 9)); } }));
const digest = createHash("sha256");
for await (const part of nativeEngine({ threads: 3 }).encode(sources)) digest.update(part.bytes);
console.log(digest.digest("hex"));`;

describe("nativeEngine() in a process of its own", () => {
  const run = (words: readonly string[], engine: string): string => {
    const command = [...words, "--input-type=module", "-e", PROGRAM, join(repository, engine)];
    return execFileSync(process.execPath, command, { cwd: repository, encoding: "utf8", timeout: 60_000 });
  };

  test("ends by itself, run from the sources", () => {
    assert.match(run(["--import", "tsx"], "src/node/native-engine.ts"), /^[0-9a-f]{64}\n$/);
  });

  test("ends by itself, run from the package, and gives the same bytes", (t) => {
    if (!existsSync(join(repository, "dist/node/engine/worker.js"))) {
      t.skip("not built: npm run build");
      return;
    }
    assert.equal(run([], "dist/node/native-engine.js"), run(["--import", "tsx"], "src/node/native-engine.ts"));
  });
});
