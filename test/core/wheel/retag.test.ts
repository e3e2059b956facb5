import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { editedFilename, retagWheel, type TagEdits } from "../../../src/core/wheel/retag.ts";
import { readZip } from "../../../src/core/zip/read.ts";
import { flipBytes } from "../flip-bytes.ts";
import { contentsOf, FILES, hashField, INFO, sampleWheel, WHEEL_TEXT } from "./sample-wheel.ts";

const NAME = "hello-1.0-py2.py3-none-any.whl";

async function retag(bytes: Uint8Array, edits: TagEdits, name = NAME): Promise<{ name: string; bytes: Uint8Array }> {
  const folder = new MemoryFolder();
  const packed = await retagWheel(bytesAccess(bytes), name, edits, { folder, engine: portableEngine() });
  assert.ok(packed, "nothing was written");
  assert.deepEqual([...folder.files.keys()], [packed.filename]);
  return { name: packed.filename, bytes: folder.read(packed.filename) };
}

describe("editedFilename()", () => {
  const cases: readonly [name: string, edits: TagEdits, expected: string][] = [
    [NAME, {}, NAME],
    [NAME, { python: "py3" }, "hello-1.0-py3-none-any.whl"],
    [NAME, { python: "+cp311.py3" }, "hello-1.0-cp311.py2.py3-none-any.whl"],
    [NAME, { python: "-py2" }, "hello-1.0-py3-none-any.whl"],
    [NAME, { python: "-py9" }, NAME],
    [NAME, { platform: "win32.linux_x86_64" }, "hello-1.0-py2.py3-none-linux_x86_64.win32.whl"],
    [NAME, { abi: "abi3", platform: "+win32", build: "1" }, "hello-1.0-1-py2.py3-abi3-any.win32.whl"],
    ["hello-1.0-1-py3-none-any.whl", { build: "" }, "hello-1.0-py3-none-any.whl"],
    ["hello-1.0-1-py3-none-any.whl", { build: "2b" }, "hello-1.0-2b-py3-none-any.whl"],
    ["hello-1.0-1-py3-none-any.whl", { python: "py2" }, "hello-1.0-1-py2-none-any.whl"],
    ["hello-1.0-py3.py2-none-any.whl", {}, NAME],
  ];
  for (const [name, edits, expected] of cases) {
    test(`makes ${expected} of ${name} by ${JSON.stringify(edits)}`, () => {
      assert.equal(editedFilename(name, edits), expected);
    });
  }

  const bad: readonly [name: string, edits: TagEdits, code: string, message: string][] = [
    [NAME, { python: "-py2.py3" }, "TAG_INVALID", 'Cannot apply "-py2.py3" to the tags: none would be left'],
    [NAME, { platform: "" }, "TAG_INVALID", 'Cannot apply "" to the tags: a tag is empty'],
    [NAME, { platform: "+a..b" }, "TAG_INVALID", 'Cannot apply "+a..b" to the tags: a tag is empty'],
    [
      NAME,
      { platform: "a/b" },
      "TAG_INVALID",
      'Cannot read the platform tag "a/b": it may hold letters, digits and `_` alone',
    ],
    [NAME, { build: "b1" }, "BUILD_TAG_INVALID", 'Cannot use "b1" as a build tag: it must begin with a digit'],
    [
      NAME,
      { build: "1-2" },
      "BUILD_TAG_INVALID",
      'Cannot use "1-2" as a build tag: it holds a character that no file name may',
    ],
    [
      "hello.whl",
      {},
      "WHEEL_FILENAME_INVALID",
      'Cannot read the wheel name "hello.whl": it has 1 parts between dashes, not five or six',
    ],
  ];
  for (const [name, edits, code, message] of bad) {
    test(`refuses ${JSON.stringify(edits)} for ${name}`, () => {
      assert.throws(() => editedFilename(name, edits), { code, message });
    });
  }
});

describe("retagWheel()", () => {
  test("writes WHEEL and RECORD anew, and keeps every other member, its mode and its time", async () => {
    const original = sampleWheel();
    const { name, bytes } = await retag(original, { python: "py3", platform: "+win32", build: "7" });
    assert.equal(name, "hello-1.0-7-py3-none-any.win32.whl");
    const wheel =
      "Wheel-Version: 1.0\nGenerator: test 1\nRoot-Is-Purelib: true\n" +
      "Tag: py3-none-any\nTag: py3-none-win32\nBuild: 7\n";
    const { texts, modes } = await contentsOf(bytes);
    const record = [
      `hello/__init__.py,${hashField("sha256", "x = 1\n")},6`,
      `hello/größe 😀.txt,${hashField("sha256", "groß\n")},6`,
      `"hello/a, ""b"".txt",${hashField("sha256", "c\n")},2`,
      `hello/run.sh,${hashField("sha256", "#!/bin/sh\n")},10`,
      `hello/big.txt,${hashField("sha256", FILES["hello/big.txt"] ?? "")},10000`,
      "hello/empty,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
      `${INFO}/METADATA,${hashField("sha256", FILES[`${INFO}/METADATA`] ?? "")},67`,
      `${INFO}/WHEEL,${hashField("sha256", wheel)},${wheel.length}`,
      `${INFO}/RECORD,,`,
      "",
    ].join("\n");
    assert.deepEqual(texts, { ...FILES, [`${INFO}/WHEEL`]: wheel, [`${INFO}/RECORD`]: record });
    assert.deepEqual(Object.keys(texts), [...Object.keys(FILES), `${INFO}/WHEEL`, `${INFO}/RECORD`]);
    assert.equal(modes["hello/run.sh"], 0o755);
    assert.equal(modes["hello/__init__.py"], 0o644);
    const [before, after] = await Promise.all([readZip(bytesAccess(original)), readZip(bytesAccess(bytes))]);
    assert.deepEqual(after.entries[0]?.modified, before.entries[0]?.modified);
    assert.equal(after.entries[4]?.compressedSize, before.entries[4]?.compressedSize);
  });

  test("gives the first wheel again when the edits are taken back", async () => {
    const first = await retag(sampleWheel(), { platform: "win32" });
    const there = await retag(first.bytes, { platform: "linux_x86_64", build: "3" }, first.name);
    const back = await retag(there.bytes, { platform: "win32", build: "" }, there.name);
    assert.equal(back.name, first.name);
    assert.deepEqual(back.bytes, first.bytes);
  });

  test("writes nothing when the name stays", async () => {
    const folder = new MemoryFolder();
    const ports = { folder, engine: portableEngine() };
    assert.equal(await retagWheel(bytesAccess(sampleWheel()), NAME, { python: "+py3" }, ports), undefined);
    assert.equal(folder.files.size, 0);
  });

  test("drops signatures of RECORD, which would be wrong, from archive and RECORD", async () => {
    const files = { ...FILES, [`${INFO}/RECORD.jws`]: "{}", [`${INFO}/RECORD.p7s`]: "" };
    const record = (text: string): string => text.replaceAll(/^.*RECORD\.(jws|p7s).*\n/gm, "");
    const { texts } = await contentsOf((await retag(sampleWheel({ files, record }), { python: "py3" })).bytes);
    assert.deepEqual(Object.keys(texts), [...Object.keys(FILES), `${INFO}/WHEEL`, `${INFO}/RECORD`]);
    assert.doesNotMatch(texts[`${INFO}/RECORD`] ?? "", /jws|p7s/);
  });

  test("leaves out folders and their rows, and rows of files that are not there", async () => {
    const bytes = sampleWheel({
      record: (text) => `hello/,,\nhello/gone.py,${hashField("sha256", "")},0\n${text}`,
      members: (members) => [{ name: "hello/", mode: 0o40755 }, ...members],
    });
    const { texts } = await contentsOf((await retag(bytes, { python: "py3" })).bytes);
    assert.deepEqual(Object.keys(texts), [...Object.keys(FILES), `${INFO}/WHEEL`, `${INFO}/RECORD`]);
    assert.doesNotMatch(texts[`${INFO}/RECORD`] ?? "", /gone|hello\/,/);
  });

  test("keeps SHA-384 and SHA-512 rows of members, and fills in sizes", async () => {
    const strong = hashField("sha512", "x = 1\n");
    const record = (text: string): string =>
      text
        .replace(/^hello\/__init__.py,.*$/m, `hello/__init__.py,${strong},`)
        .replace(/^hello\/run.sh,.*$/m, `hello/run.sh,${hashField("sha384", "#!/bin/sh\n")},10`);
    const { texts } = await contentsOf((await retag(sampleWheel({ record }), { python: "py3" })).bytes);
    assert.match(texts[`${INFO}/RECORD`] ?? "", new RegExp(`^hello/__init__.py,${strong},6$`, "m"));
    assert.match(texts[`${INFO}/RECORD`] ?? "", /^hello\/run.sh,sha384=/m);
  });

  test("takes compressed tags, CRLF and other case in WHEEL, and keeps lines it does not know", async () => {
    const wheel = "wheel-version: 1.0\r\nX-Other: a\r\n b\r\nTAG: py2.py3-none-any\r\nGenerator: é\r\n\r\n";
    const { texts } = await contentsOf((await retag(sampleWheel({ wheel }), { python: "py3" })).bytes);
    assert.equal(texts[`${INFO}/WHEEL`], "wheel-version: 1.0\nX-Other: a\n b\nGenerator: é\nTag: py3-none-any\n");
  });

  test("finds a .dist-info whose name differs from the file's in case alone, or in how its version is written", async () => {
    for (const stem of ["HELLO-1.0", "Hello-v1.0"]) {
      const { name } = await retag(sampleWheel(), { python: "py3" }, `${stem}-py2.py3-none-any.whl`);
      assert.equal(name, `${stem}-py3-none-any.whl`);
    }
    await assert.rejects(retag(sampleWheel(), {}, "hello_world-1.0-py2.py3-none-any.whl"), {
      code: "WHEEL_INVALID",
      message: 'Cannot retag "hello_world-1.0-py2.py3-none-any.whl": it has no hello_world-1.0.dist-info/RECORD',
    });
  });

  test("stores an empty member that another tool called deflated", async () => {
    const bytes = sampleWheel({
      members: (members) =>
        members.map((each) =>
          each.name === "hello/empty"
            ? { ...each, data: "", fields: { ...each.fields, size: 0, compressedSize: 0, crc32: 0 } }
            : each,
        ),
    });
    const { entries } = await readZip(bytesAccess((await retag(bytes, { python: "py3" })).bytes));
    assert.equal(entries.find(({ path }) => path === "hello/empty")?.method, 0);
  });

  const without = (path: string) => (text: string) => text.replace(new RegExp(`^${path},.*\n`, "m"), "");
  const bad: readonly { what: string; bytes: Uint8Array; name?: string; code: string; message: string | RegExp }[] = [
    {
      what: "tags of the name that WHEEL does not have",
      bytes: sampleWheel(),
      name: "hello-1.0-py3-none-any.whl",
      code: "WHEEL_TAGS_MISMATCH",
      message: 'Cannot retag "hello-1.0-py3-none-any.whl": its name says py3-none-any, and its WHEEL py2.py3-none-any',
    },
    {
      what: "a build tag that WHEEL does not have",
      bytes: sampleWheel(),
      name: "hello-1.0-1-py2.py3-none-any.whl",
      code: "WHEEL_TAGS_MISMATCH",
      message: 'Cannot retag "hello-1.0-1-py2.py3-none-any.whl": its name says build tag 1, and its WHEEL no build tag',
    },
    {
      what: "a build tag that the name does not have",
      bytes: sampleWheel({ wheel: `${WHEEL_TEXT}Build: 2\n` }),
      code: "WHEEL_TAGS_MISMATCH",
      message: `Cannot retag "${NAME}": its name says no build tag, and its WHEEL build tag 2`,
    },
    {
      what: "a WHEEL without tags",
      bytes: sampleWheel({ wheel: "Wheel-Version: 1.0\n" }),
      code: "WHEEL_INVALID",
      message: `Cannot find the tags of the wheel: "${INFO}/WHEEL" has no Tag`,
    },
    {
      what: "a tag of two parts",
      bytes: sampleWheel({ wheel: "Tag: py3-none\n" }),
      code: "WHEEL_INVALID",
      message: `Cannot read Tag "py3-none" in "${INFO}/WHEEL": expected three parts`,
    },
    {
      what: "a WHEEL that is no text of headers",
      bytes: sampleWheel({ wheel: "Tag: py3-none-any\nnonsense here\n" }),
      code: "WHEEL_INVALID",
      message: /^Cannot read line 2 of hello-1\.0\.dist-info\/WHEEL "nonsense here"/,
    },
    {
      what: "no RECORD",
      bytes: sampleWheel({ record: () => "" }),
      code: "WHEEL_INVALID",
      message: `Cannot retag "${NAME}": it has no ${INFO}/RECORD`,
    },
    {
      what: "no WHEEL",
      bytes: sampleWheel({ members: (all) => all.filter(({ name }) => !name.endsWith("/WHEEL")) }),
      code: "WHEEL_INVALID",
      message: `Cannot retag "${NAME}": it has no ${INFO}/WHEEL`,
    },
    {
      what: "a member that RECORD does not have",
      bytes: sampleWheel({ record: without("hello/run\\.sh") }),
      code: "WHEEL_HASH_MISSING",
      message: `Cannot verify "hello/run.sh" in "${NAME}": RECORD has no hash of it`,
    },
    {
      what: "a member that is not what RECORD says",
      bytes: sampleWheel({ record: (text) => text.replace(hashField("sha256", "x = 1\n"), hashField("sha256", "y")) }),
      code: "WHEEL_HASH_MISMATCH",
      message:
        `"hello/__init__.py" in "${NAME}" is not what RECORD says: ` +
        `found ${hashField("sha256", "x = 1\n")}, expected ${hashField("sha256", "y")}`,
    },
    { what: "a text file", bytes: Buffer.from("no zip"), code: "ZIP_NOT_A_ZIP", message: /./ },
  ];
  for (const { what, bytes, name, code, message } of bad) {
    test(`refuses ${what}, and writes nothing`, async () => {
      const folder = new MemoryFolder();
      const ports = { folder, engine: portableEngine() };
      const job = retagWheel(bytesAccess(bytes), name ?? NAME, { platform: "win32" }, ports);
      await assert.rejects(job, { code, message });
      assert.equal(folder.files.size, 0);
    });
  }

  test("ends 10,000 broken wheels in a wheel that is whole, or an error of its own", async () => {
    const { "hello/big.txt": _big, ...files } = FILES;
    const engine = portableEngine();
    const written: { readonly name: string; readonly bytes: Uint8Array }[] = [];
    for (const bytes of flipBytes(sampleWheel({ files }), 10_000)) {
      const folder = new MemoryFolder();
      try {
        const packed = await retagWheel(bytesAccess(bytes), NAME, { platform: "win32" }, { folder, engine });
        assert.ok(packed);
        written.push({ name: packed.filename, bytes: folder.read(packed.filename) });
      } catch (error) {
        if (!(error instanceof PackwheelError)) throw error;
      }
    }
    assert.ok(written.length > 0);
    // Retagging verifies every member.
    for (const { name, bytes } of written) await retag(bytes, { platform: "any" }, name);
  });

  test("stops when it is told to", async () => {
    const folder = new MemoryFolder();
    const ports = { folder, engine: portableEngine(), signal: AbortSignal.abort() };
    await assert.rejects(retagWheel(bytesAccess(sampleWheel()), NAME, { python: "py3" }, ports));
    assert.equal(folder.files.size, 0);
  });
});
