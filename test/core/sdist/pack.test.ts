import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { gunzipSync } from "fflate";
import { collectBytes } from "../../../src/core/bytes/concat.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import type { ReportEvent } from "../../../src/core/ports/reporter.ts";
import { packSdist, type SdistContent, writePkgInfo } from "../../../src/core/sdist/pack.ts";
import { readTar } from "../../../src/core/tar/read.ts";
import { emptyMetadata } from "../../../src/core/wheel/metadata.ts";
import { chunksOf, largeMember, noise, textMember } from "../wheel/text-member.ts";

const engine = portableEngine();

const CONTENT: SdistContent = {
  metadata: { ...emptyMetadata("Hello.World", "1.0"), dynamic: ["Version"], licenseFile: ["LICENSE"] },
  members: [
    textMember("src/hello/größe.py", "x = 1\n"),
    textMember("pyproject.toml", "[project]\n"),
    textMember("LICENSE", "MIT\n"),
    textMember("run.sh", "#!/bin/sh\n", true),
    textMember("PKG-INFO", "of another time\n"),
  ],
  timestamp: 1_580_601_600,
};

const PKG_INFO = "Metadata-Version: 2.4\nName: Hello.World\nVersion: 1.0\nLicense-File: LICENSE\n";

async function pack(content: SdistContent): Promise<Uint8Array> {
  const folder = new MemoryFolder();
  const { filename } = await packSdist(content, { folder, engine });
  return folder.read(filename);
}

describe("packSdist()", () => {
  test("packs one folder, sorted, with its own PKG-INFO", async () => {
    const folder = new MemoryFolder();
    const packed = await packSdist(CONTENT, { folder, engine });
    const bytes = folder.read("hello_world-1.0.tar.gz");
    assert.deepEqual(packed, {
      filename: "hello_world-1.0.tar.gz",
      kind: "sdist",
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      findings: [],
    });
    const entries: unknown[] = [];
    for await (const { path, mode, mtime, content } of readTar(chunksOf(gunzipSync(bytes)))) {
      assert.equal(mtime, 1_580_601_600);
      entries.push([path, mode.toString(8), new TextDecoder().decode(await collectBytes(content()))]);
    }
    assert.deepEqual(entries, [
      ["hello_world-1.0/LICENSE", "644", "MIT\n"],
      ["hello_world-1.0/PKG-INFO", "644", PKG_INFO],
      ["hello_world-1.0/pyproject.toml", "644", "[project]\n"],
      ["hello_world-1.0/run.sh", "755", "#!/bin/sh\n"],
      ["hello_world-1.0/src/hello/größe.py", "644", "x = 1\n"],
    ]);
  });

  test("writes a gzip header with the time, and nothing of the host", async () => {
    const bytes = await pack(CONTENT);
    assert.deepEqual([...bytes.subarray(0, 4)], [0x1f, 0x8b, 8, 0]);
    assert.equal(new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true), 1_580_601_600);
    assert.equal(bytes[9], 255);
  });

  test("gives the same bytes whatever the order of its input", async () => {
    assert.deepEqual(await pack({ ...CONTENT, members: CONTENT.members.toReversed() }), await pack(CONTENT));
  });

  test("streams large members", async () => {
    const bytes = await pack({ ...CONTENT, members: [...CONTENT.members, largeMember("a.bin", 2_500_000)] });
    for await (const { path, content } of readTar(chunksOf(gunzipSync(bytes)))) {
      if (path.endsWith("a.bin")) assert.deepEqual(await collectBytes(content()), noise(2_500_000));
    }
  });

  test("raises the metadata version to 2.2, and leaves Dynamic out", () => {
    const metadata = { ...emptyMetadata("a", "1"), metadataVersion: "2.1", dynamic: ["Version"] };
    assert.equal(writePkgInfo(metadata), "Metadata-Version: 2.2\nName: a\nVersion: 1\n");
  });

  test("warns of paths that differ only in case", async () => {
    const members = [...CONTENT.members, textMember("Run.sh")];
    const { findings } = await packSdist({ ...CONTENT, members }, { folder: new MemoryFolder(), engine });
    assert.deepEqual(
      findings.map(({ code, severity, path }) => [code, severity, path]),
      [["SDIST_CASE_COLLISION", "warning", "Run.sh"]],
    );
  });

  const bad = [
    {
      name: "no pyproject.toml",
      members: [textMember("LICENSE")],
      code: "SDIST_PYPROJECT_MISSING",
      message: "Cannot pack the sdist: pyproject.toml is not among its files",
    },
    {
      name: "no licence file",
      members: [textMember("pyproject.toml")],
      code: "SDIST_LICENSE_FILE_MISSING",
      message: 'Cannot pack the sdist: the licence file "LICENSE" is not among its files',
    },
    {
      name: "a path that comes twice",
      members: [...CONTENT.members, textMember("LICENSE")],
      code: "SDIST_DUPLICATE_PATH",
      message: 'Cannot pack "LICENSE": it comes twice',
    },
    {
      name: "a file where a folder must be",
      members: [...CONTENT.members, textMember("src")],
      code: "SDIST_PATH_CONFLICT",
      message: 'Cannot pack "src/hello/größe.py": "src" is a file',
    },
    {
      name: "a path that leaves the project",
      members: [...CONTENT.members, textMember("../x")],
      code: "SDIST_UNSAFE_PATH",
      message: 'Cannot pack "../x": it has a ".." part',
    },
  ];
  for (const { name, members, code, message } of bad) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(pack({ ...CONTENT, members }), { name: "PackwheelError", code, message });
    });
  }

  test("leaves nothing behind when a source changes while it is packed", async () => {
    const folder = new MemoryFolder();
    const members = [...CONTENT.members, { ...largeMember("a.bin", 2_500_000), size: 2_400_000 }];
    await assert.rejects(packSdist({ ...CONTENT, members }, { folder, engine }), { code: "TAR_SIZE_MISMATCH" });
    assert.equal(folder.files.size, 0);
  });

  test("leaves nothing behind when it is cancelled", async () => {
    const folder = new MemoryFolder();
    const controller = new AbortController();
    const reporter = { report: () => controller.abort() };
    const ports = { folder, engine, reporter, signal: controller.signal };
    await assert.rejects(packSdist(CONTENT, ports), { code: "ABORTED" });
    assert.equal(folder.files.size, 0);
  });

  test("reports its phase, then bytes up to all of them", async () => {
    const events: ReportEvent[] = [];
    const reporter = { report: (event: ReportEvent) => void events.push(event) };
    await packSdist(CONTENT, { folder: new MemoryFolder(), engine, reporter });
    assert.deepEqual(events[0], { kind: "phase", text: "Packing hello_world-1.0.tar.gz" });
    const total = 6 + 10 + 4 + 10 + PKG_INFO.length;
    assert.deepEqual(events.at(-1), { kind: "progress", done: total, total, unit: "bytes" });
  });
});
