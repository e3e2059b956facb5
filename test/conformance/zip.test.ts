/** Archives that we write, held before tools that read zips for a living. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { portableEngine } from "../../src/core/engine/portable-engine.ts";
import { MemoryFolder } from "../../src/core/memory/memory-folder.ts";
import { ZipWriter } from "../../src/core/zip/write.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";

interface File {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
  /** Announced size, to make the writer reserve ZIP64 fields. */
  readonly announced?: number;
}

const encoder = new TextEncoder();
const noise = new Uint8Array(1_200_000).map((_, index) => (Math.imul(index, 2654435761) >>> 13) & 255);

const small: File[] = [
  { path: "hello/__init__.py", content: encoder.encode("print('hello')\n".repeat(50)), mode: 0o644 },
  { path: "hello/data/é 日本.txt", content: encoder.encode("x"), mode: 0o644 },
  { path: "hello/empty", content: new Uint8Array(0), mode: 0o644 },
  { path: "hello-1.0.data/scripts/run", content: encoder.encode("#!python\n"), mode: 0o755 },
  { path: "hello/large.bin", content: noise, mode: 0o644 },
];
const archives: Readonly<Record<string, readonly File[]>> = {
  "small.zip": small,
  "empty.zip": [],
  "wide.zip": small.map((file) => ({ ...file, announced: 5 * 1024 ** 3 })),
  "many.zip": Array.from({ length: 66_000 }, (_, index) => ({
    path: `package/module_${index}.py`,
    content: new Uint8Array(0),
    mode: 0o644,
  })),
};

let folder = "";

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-zip-"));
  for (const [name, files] of Object.entries(archives)) writeFileSync(join(folder, name), await pack(files));
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function pack(files: readonly File[]): Promise<Uint8Array> {
  const results = new MemoryFolder();
  const output = await results.create("a.zip");
  const writer = new ZipWriter(output, { timestamp: 1_580_601_600 });
  const members = files.map(({ path, content, mode, announced }) => ({
    path,
    mode,
    size: announced ?? content.length,
    async *open(): AsyncGenerator<Uint8Array> {
      yield content;
    },
  }));
  for await (const part of portableEngine().encode(members)) {
    const pending = writer.write(part, members[part.index]!);
    if (pending !== undefined) await pending;
  }
  await writer.finish();
  await output.commit();
  return results.read("a.zip");
}

function run(program: string, ...parameters: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: "utf8", cwd: folder });
  return { status, output: stdout + stderr };
}

/** Prints what zipfile sees of each member: path, mode, size, flags, time. */
const LIST = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
for member in archive.infolist():
    name = member.filename.encode("utf-8").decode("latin-1") if sys.version_info >= (3,) else member.filename
    name = "".join(c if ord(c) < 128 else "?" for c in name)
    print("%s %o %d %d %s" % (name, member.external_attr >> 16, member.file_size, member.flag_bits, member.date_time[:3]))
`;

const pythons = findPythons();

describe("Python's zipfile takes our archives", () => {
  if (pythons.length === 0) test("with any Python", (t) => void requireJudge(t, false, "Python"));
  for (const [index, { version, path: python }] of pythons.entries()) {
    for (const name of Object.keys(archives)) {
      // 66,000 members take a second each: the oldest and the newest are enough.
      if (name === "many.zip" && index > 0 && index < pythons.length - 1) continue;
      test(`Python ${version}, ${name}`, () => {
        const { status, output } = run(python, "-m", "zipfile", "-t", name);
        assert.equal(status, 0, output);
        assert.match(output, /Done testing/);
      });
    }
    test(`Python ${version} sees names, modes, sizes, flags and times`, {
      skip: version.startsWith("2.") && "the listing is written for Python 3",
    }, () => {
      const { status, output } = run(python, "-c", LIST, "small.zip");
      assert.equal(status, 0, output);
      assert.deepEqual(output.trimEnd().split("\n"), [
        "hello/__init__.py 100644 750 0 (2020, 2, 2)",
        "hello/data/?? ??????.txt 100644 1 2048 (2020, 2, 2)",
        "hello/empty 100644 0 0 (2020, 2, 2)",
        "hello-1.0.data/scripts/run 100755 9 0 (2020, 2, 2)",
        "hello/large.bin 100644 1200000 0 (2020, 2, 2)",
      ]);
    });
  }
});

describe("Info-ZIP takes our archives", () => {
  const unzip = findProgram("unzip");
  for (const name of Object.keys(archives)) {
    test(`unzip -t ${name}`, (t) => {
      if (!requireJudge(t, unzip !== undefined, "unzip")) return;
      const { status, output } = run("unzip", "-t", "-qq", name);
      // unzip calls an archive without members a warning, exit code 1.
      assert.equal(status, name === "empty.zip" ? 1 : 0, output);
      if (name === "empty.zip") assert.match(output, /zipfile is empty/);
    });
  }

  test("unzip restores content and permissions", (t) => {
    if (!requireJudge(t, unzip !== undefined, "unzip")) return;
    const { status, output } = run("unzip", "-q", "small.zip", "-d", "out");
    assert.equal(status, 0, output);
    assert.deepEqual(new Uint8Array(readFileSync(join(folder, "out/hello/large.bin"))), noise);
    assert.equal(statSync(join(folder, "out/hello-1.0.data/scripts/run")).mode & 0o777, 0o755);
    assert.equal(statSync(join(folder, "out/hello/__init__.py")).mode & 0o777, 0o644);
  });

  test("zip -T finds nothing to mend", (t) => {
    if (!requireJudge(t, findProgram("zip") !== undefined && unzip !== undefined, "zip")) return;
    for (const name of ["small.zip", "wide.zip", "many.zip"]) {
      const { status, output } = run("zip", "-T", name);
      assert.equal(status, 0, output);
      assert.match(output, /OK/);
    }
  });
});

describe("zipdetails finds every byte of our archives accounted for", () => {
  for (const [name, zip64] of [
    ["small.zip", false],
    ["wide.zip", true],
  ] as const) {
    test(name, (t) => {
      if (!requireJudge(t, findProgram("zipdetails") !== undefined, "zipdetails")) return;
      const { status, output } = run("zipdetails", name);
      assert.equal(status, 0, output);
      assert.doesNotMatch(output, /error|warning|unexpected|trailing|unknown|descriptor/i);
      assert.equal(output.match(/LOCAL HEADER #/g)?.length, 5);
      assert.equal(output.match(/CENTRAL HEADER #/g)?.length, 5);
      assert.equal(/Extra ID.*ZIP64/i.test(output), zip64);
    });
  }
});
