import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { type Zippable, zipSync } from "fflate";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { emptyMetadata } from "../../../src/core/wheel/metadata.ts";
import { packWheelMembers } from "../../../src/core/wheel/pack.ts";
import { type ReadWheelOptions, readWheel, type Wheel } from "../../../src/core/wheel/read.ts";
import { flipBytes } from "../flip-bytes.ts";
import { largeMember, textMember } from "./text-member.ts";

const engine = portableEngine();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(bytes: Uint8Array, options: Partial<ReadWheelOptions> = {}): Promise<Wheel> {
  return readWheel(bytesAccess(bytes), { filename: "hello-1.0-py3-none-any.whl", engine, ...options });
}

const INFO = "hello-1.0.dist-info";

/** Another program's wheel, as text by path. */
function foreignWheel(files: Readonly<Record<string, string>>): Uint8Array {
  const zippable: Zippable = {};
  for (const [path, text] of Object.entries(files)) zippable[path] = bytesOf(text);
  return zipSync(zippable, { mtime: "2020-02-02" });
}

const GOOD: Readonly<Record<string, string>> = {
  "hello/__init__.py": "",
  [`${INFO}/METADATA`]: "Metadata-Version: 2.1\nName: hello\nVersion: 1.0\n",
  [`${INFO}/WHEEL`]: "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
  [`${INFO}/RECORD`]: `${INFO}/RECORD,,\n`,
};

/** The same wheel with some files changed, or left out where undefined. */
function changed(files: Readonly<Record<string, string | undefined>>): Uint8Array {
  const all = Object.entries({ ...GOOD, ...files }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return foreignWheel(Object.fromEntries(all));
}

async function packGood(): Promise<Uint8Array> {
  const folder = new MemoryFolder();
  const elf = textMember("hello/_native.so", `\x7fELF\x02\x01\x01${"\0".repeat(57)}`);
  const { filename } = await packWheelMembers(
    {
      metadata: { ...emptyMetadata("hello", "1.0"), summary: "Says hello", licenseFile: ["LICENSE"] },
      entryPoints: { console_scripts: { hello: "hello:main" } },
      tags: { python: ["py3"], abi: ["none"], platform: ["linux_x86_64"] },
      rootIsPurelib: false,
      members: [textMember("hello/__init__.py", "x = 1\n"), elf, largeMember("hello/large.bin", 1_200_000)],
      licenseFiles: [textMember("LICENSE", "MIT\n")],
      sboms: [],
      timestamp: 0,
      generator: "packwheel 1.2.3",
    },
    { folder, engine },
  );
  return folder.read(filename);
}

describe("readWheel()", () => {
  test("reads back what packWheelMembers wrote", async () => {
    const wheel = await read(await packGood(), { filename: "hello-1.0-py3-none-linux_x86_64.whl" });
    assert.deepEqual(wheel.findings, []);
    assert.equal(wheel.distInfo, INFO);
    assert.equal(wheel.filenameParts?.platform, "linux_x86_64");
    assert.equal(wheel.metadata?.summary, "Says hello");
    assert.deepEqual(wheel.wheelFile, {
      wheelVersion: "1.0",
      generator: "packwheel 1.2.3",
      rootIsPurelib: false,
      tags: ["py3-none-linux_x86_64"],
    });
    assert.deepEqual(wheel.entryPoints, { console_scripts: { hello: "hello:main" } });
    assert.deepEqual(wheel.native, [{ path: "hello/_native.so", format: "elf" }]);
    assert.deepEqual(wheel.members[0], {
      path: "hello/__init__.py",
      size: 6,
      sha256: createHash("sha256").update("x = 1\n").digest("hex"),
      mode: 0o644,
    });
    // What RECORD says is what the members have.
    const hashes = wheel.members.map(({ path, size, sha256 }) => [path, size, sha256]);
    const recorded = wheel.record?.map(({ path, size, hash }) => [
      path,
      size,
      hash && Buffer.from(hash.digest).toString("hex"),
    ]);
    assert.deepEqual(recorded?.slice(0, -1), hashes.slice(0, -1));
    assert.deepEqual(recorded?.at(-1), [`${INFO}/RECORD`, undefined, undefined]);
  });

  test("reads the documents alone when contents are not wanted", async () => {
    const wheel = await read(await packGood(), { contents: false });
    assert.equal(wheel.metadata?.name, "hello");
    assert.deepEqual(wheel.native, []);
    assert.equal(wheel.members.find(({ path }) => path === "hello/large.bin")?.sha256, undefined);
    assert.equal(wheel.members.length, 8);
  });

  test("reads another program's wheel, without its folders", async () => {
    const wheel = await read(changed({ "hello/": "" }));
    assert.deepEqual(wheel.findings, []);
    assert.deepEqual(
      wheel.members.map(({ path }) => path),
      Object.keys(GOOD),
    );
  });

  const bad: readonly { name: string; bytes: Uint8Array; filename?: string; code: string; message: string }[] = [
    {
      name: "a file name that is none",
      bytes: changed({}),
      filename: "hello.whl",
      code: "WHEEL_FILENAME_INVALID",
      message: 'Cannot read the wheel name "hello.whl": it has 1 parts between dashes, not five or six',
    },
    {
      name: "a missing dist-info folder",
      bytes: foreignWheel({ "hello/__init__.py": "" }),
      code: "WHEEL_DIST_INFO_MISSING",
      message: "Cannot find a .dist-info folder in the wheel",
    },
    {
      name: "two dist-info folders",
      bytes: changed({ "a-1.dist-info/METADATA": "" }),
      code: "WHEEL_DIST_INFO_SEVERAL",
      message: `Cannot tell which of 2 .dist-info folders is the wheel's: reading "${INFO}"`,
    },
    {
      name: "a dist-info folder of another name",
      bytes: changed({}),
      filename: "other-1.0-py3-none-any.whl",
      code: "WHEEL_DIST_INFO_NAME",
      message: `The wheel's folder is "${INFO}", and its file name asks for "other-1.0.dist-info"`,
    },
    ...["METADATA", "WHEEL", "RECORD"].map((name) => ({
      name: `a missing ${name}`,
      bytes: changed({ [`${INFO}/${name}`]: undefined }),
      code: "WHEEL_MEMBER_MISSING",
      message: `Cannot find ${INFO}/${name} in the wheel`,
    })),
    {
      name: "a broken METADATA, by its place in the wheel",
      bytes: changed({ [`${INFO}/METADATA`]: "Metadata-Version: 2.1\nName: hello\n" }),
      code: "METADATA_FIELD_MISSING",
      message: `Cannot find Version in ${INFO}/METADATA: it is required`,
    },
    {
      name: "a broken RECORD, by its place in the wheel",
      bytes: changed({ [`${INFO}/RECORD`]: "a,b\n" }),
      code: "RECORD_BAD_ROW",
      message: `Cannot parse ${INFO}/RECORD row 1: expected 3 fields, found 2`,
    },
    {
      name: "a broken entry_points.txt, by its place in the wheel",
      bytes: changed({ [`${INFO}/entry_points.txt`]: "x" }),
      code: "ENTRY_POINTS_NO_SECTION",
      message: `Cannot parse line 1 of ${INFO}/entry_points.txt "x": expected a [group] before it`,
    },
    {
      name: "an unsafe path",
      bytes: changed({ "../evil.py": "" }),
      code: "ZIP_UNSAFE_PATH",
      message: 'Cannot unpack "../evil.py": it has a ".." part',
    },
  ];
  for (const { name, bytes, filename, code, message } of bad) {
    test(`tells of ${name}, and gives the rest`, async () => {
      const wheel = await read(bytes, filename === undefined ? {} : { filename });
      assert.deepEqual(
        wheel.findings.map((finding) => [finding.code, finding.message]),
        [[code, message]],
      );
      assert.equal(wheel.members[0]?.path, "hello/__init__.py");
    });
  }

  test("tells of each broken member, and hashes the others", async () => {
    const bytes = changed({ "a.py": "a".repeat(100), "b.py": "b", "c.py": "c".repeat(100) });
    breakChecksums(bytes, ["a.py", "c.py"]);
    const wheel = await read(bytes);
    assert.deepEqual(
      wheel.findings.map(({ code, path }) => [code, path]),
      [
        ["ZIP_CRC_MISMATCH", "a.py"],
        ["ZIP_CRC_MISMATCH", "c.py"],
      ],
    );
    assert.equal(wheel.members.find(({ path }) => path === "a.py")?.sha256, undefined);
    assert.equal(wheel.members.find(({ path }) => path === "b.py")?.sha256?.length, 64);
    assert.equal(wheel.metadata?.name, "hello");
  });

  test("gives up after twenty broken members", async () => {
    const paths = Array.from({ length: 30 }, (_, index) => `m${index + 10}.py`);
    const bytes = changed(Object.fromEntries(paths.map((path) => [path, path])));
    breakChecksums(bytes, paths);
    const wheel = await read(bytes);
    assert.deepEqual(
      wheel.findings.map(({ path }) => path),
      paths.slice(0, 20),
    );
    assert.equal(wheel.members.length, 34);
  });

  test("does not hold a METADATA of more than 32 MiB", async () => {
    const zippable = { [`${INFO}/METADATA`]: new Uint8Array(32 * 2 ** 20 + 1), [`${INFO}/WHEEL`]: new Uint8Array() };
    const wheel = await read(zipSync({ ...zippable, [`${INFO}/RECORD`]: new Uint8Array() }, { level: 1 }));
    assert.equal(wheel.metadata, undefined);
    assert.deepEqual(
      wheel.findings.slice(0, 1).map(({ code, message }) => [code, message]),
      [["WHEEL_MEMBER_TOO_LARGE", `Cannot read ${INFO}/METADATA: it has 33554433 bytes, and 33554432 are allowed`]],
    );
  });

  test("inflates no bomb", async () => {
    const wheel = await read(foreignWheel({ ...GOOD, "hello/zeros": "\0".repeat(1000) }), {
      limits: { maxTotalSize: 900 },
    });
    assert.deepEqual(
      wheel.findings.map(({ code }) => code),
      ["ZIP_TOO_LARGE"],
    );
    assert.equal(wheel.members.find(({ path }) => path === "hello/zeros")?.sha256, undefined);
    assert.equal(wheel.metadata?.name, "hello");
  });

  test("refuses a file that is no archive", async () => {
    await assert.rejects(read(bytesOf("x".repeat(100))), { name: "PackwheelError", code: "ZIP_NOT_A_ZIP" });
  });

  test("stops when it is cancelled", async () => {
    await assert.rejects(read(changed({}), { signal: AbortSignal.abort() }), { code: "ABORTED" });
  });

  test("reads 2,000 wheels with flipped bytes, or refuses them", async () => {
    const bytes = changed({ "hello/größe.py": "x = 1\n".repeat(20) });
    for (const flipped of flipBytes(bytes, 2_000)) {
      await read(flipped).catch((error: unknown) => {
        assert.ok(error instanceof PackwheelError, String(error));
      });
    }
  });
});

/** Write another CRC-32 into the directory and before the data of some members. */
function breakChecksums(bytes: Uint8Array, paths: readonly string[]): void {
  const text = new TextDecoder("latin1").decode(bytes);
  for (const path of paths) {
    for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
      // The name follows 30 bytes of a local header, or 46 bytes of a directory entry.
      if (text.startsWith("PK\x03\x04", at - 30)) bytes.fill(1, at - 16, at - 12);
      if (text.startsWith("PK\x01\x02", at - 46)) bytes.fill(1, at - 30, at - 26);
    }
  }
}
