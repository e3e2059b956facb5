import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { collectBytes } from "../../../src/core/bytes/concat.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import type { RandomAccess } from "../../../src/core/ports/random-access.ts";
import { openMember } from "../../../src/core/zip/content.ts";
import { inspectZip, readZip } from "../../../src/core/zip/read.ts";

const engine = portableEngine();
const HELLO = "hello, hello, hello\n".repeat(10);

function fixture(name: string): RandomAccess {
  return bytesAccess(readFileSync(new URL(`../../../fixtures/zip/${name}`, import.meta.url)));
}

/** `mode path content` of every entry. */
async function list(file: RandomAccess): Promise<string[]> {
  const { entries } = await readZip(file);
  const lines: string[] = [];
  for (const entry of entries) {
    const content = new TextDecoder().decode(await collectBytes(openMember(file, entry, engine)));
    lines.push(`${entry.mode.toString(8)} ${entry.path} ${content === HELLO ? "HELLO" : JSON.stringify(content)}`);
  }
  return lines;
}

const pythonEntries = [
  '40755 dir/ ""',
  "100644 dir/hello.txt HELLO",
  '100755 dir/run "#!/bin/sh\\n"',
  "100644 dir/é日.txt HELLO",
  '100644 empty ""',
];

const infoZipEntries = [
  "100644 tree/hello.txt HELLO",
  '40755 tree/sub/ ""',
  '100755 tree/sub/run "#!/bin/sh\\n"',
  '100644 tree/empty ""',
];

describe("readZip() reads", () => {
  test("an archive by Python's zipfile", async () => {
    const file = fixture("python-zipfile.zip");
    assert.deepEqual(await list(file), pythonEntries);
    const archive = await readZip(file);
    assert.equal(new TextDecoder().decode(archive.comment), "made by zipfile");
    assert.deepEqual(archive.entries[1]?.modified, { year: 2020, month: 2, day: 2, hour: 12, minute: 34, second: 56 });
    assert.deepEqual(archive.strays, []);
  });

  test("an archive that zipfile wrote into a pipe, with data descriptors", async () => {
    const file = fixture("python-streamed.zip");
    assert.deepEqual(await list(file), pythonEntries);
    const { entries, strays } = await readZip(file);
    assert.ok(entries.every(({ flags }) => (flags & 8) !== 0));
    assert.deepEqual(strays, []);
  });

  test("an archive by zipfile with 64-bit sizes", async () => {
    const file = fixture("python-zip64.zip");
    assert.deepEqual(await list(file), ["100644 a.txt HELLO", "100644 b.txt HELLO"]);
    const { entries, strays } = await readZip(file);
    assert.deepEqual(
      entries.map(({ local }) => [local?.size, local?.extra.length]),
      [
        [200, 20],
        [200, 20],
      ],
    );
    assert.deepEqual(strays, []);
  });

  test("an archive by Info-ZIP, with its extra fields", async () => {
    const file = fixture("info-zip.zip");
    assert.deepEqual(await list(file), infoZipEntries);
    const { strays } = await readZip(file);
    assert.deepEqual(strays, []);
  });

  test("an archive that Info-ZIP wrote into a pipe", async () => {
    const file = fixture("info-zip-streamed.zip");
    assert.deepEqual(await list(file), ["100644 tree/hello.txt HELLO"]);
    const { entries, strays } = await readZip(file);
    assert.equal((entries[0]?.flags ?? 0) & 8, 8);
    assert.deepEqual(strays, []);
  });

  test("an archive that a script was put before", async () => {
    const file = fixture("info-zip-prefixed.zip");
    assert.deepEqual(await list(file), infoZipEntries);
    assert.deepEqual((await readZip(file)).strays, [{ kind: "prefix", offset: 0, length: 17 }]);
  });
});

describe("readZip() refuses", () => {
  const refused: [name: string, code: string, message: string][] = [
    ["python-bzip2.zip", "ZIP_UNSUPPORTED_METHOD", 'Cannot read "a.txt": it is compressed by bzip2 (method 12)'],
    ["python-lzma.zip", "ZIP_UNSUPPORTED_METHOD", 'Cannot read "a.txt": it is compressed by LZMA (method 14)'],
    ["info-zip-symlink.zip", "ZIP_SYMLINK", 'Cannot unpack "tree/link": it is a symbolic link'],
    ["info-zip-encrypted.zip", "ZIP_ENCRYPTED", 'Cannot read "tree/hello.txt": it is encrypted'],
  ];
  for (const [name, code, message] of refused) {
    test(`${name}: ${code}`, async () => {
      await assert.rejects(readZip(fixture(name)), { code, message });
      const { faults } = await inspectZip(fixture(name));
      assert.deepEqual(
        faults.map((fault) => fault.code),
        [code],
      );
    });
  }
});
