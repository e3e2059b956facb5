import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { FileTree } from "../../../src/core/ports/file-tree.ts";
import type { PackedWheel } from "../../../src/core/wheel/pack.ts";
import { type RepackOptions, repackWheel } from "../../../src/core/wheel/repack.ts";
import { readZip } from "../../../src/core/zip/read.ts";
import { flipBytes } from "../flip-bytes.ts";
import { contentsOf, hashField, INFO, WHEEL_TEXT } from "./sample-wheel.ts";

const METADATA = "Metadata-Version: 2.1\r\nName: hello\r\nVersion: 1.0\r\n\r\nVersion: no header\r\n";
const FOLDER: Readonly<Record<string, string>> = {
  "hello/__init__.py": "x = 1\n",
  "zebra.py": "",
  "hello/größe 😀.txt": "groß\n",
  'hello/a, "b".txt': "c\n",
  "hello-1.0.data/scripts/run": "#!python\n",
  [`${INFO}/METADATA`]: METADATA,
  [`${INFO}/WHEEL`]: WHEEL_TEXT,
  [`${INFO}/RECORD`]: "old\n",
  [`${INFO}/RECORD.jws`]: "{}",
  [`${INFO}/licenses/LICENSE`]: "MIT\n",
};

async function repack(
  files: Readonly<Record<string, string>>,
  options: Partial<RepackOptions> = {},
): Promise<PackedWheel & { readonly bytes: Uint8Array }> {
  return repackTree(memoryTree(files), options);
}

async function repackTree(
  tree: FileTree,
  options: Partial<RepackOptions> = {},
): Promise<PackedWheel & { readonly bytes: Uint8Array }> {
  const folder = new MemoryFolder();
  const packed = await repackWheel(tree, { timestamp: 0, ...options }, { folder, engine: portableEngine() });
  return { ...packed, bytes: folder.read(packed.filename) };
}

describe("repackWheel()", () => {
  test("names the wheel by WHEEL, and writes RECORD anew as the last member", async () => {
    const { filename, bytes, findings } = await repack(FOLDER);
    assert.equal(filename, "hello-1.0-py2.py3-none-any.whl");
    assert.deepEqual(findings, []);
    const { texts } = await contentsOf(bytes);
    assert.equal(
      texts[`${INFO}/RECORD`],
      [
        `hello-1.0.data/scripts/run,${hashField("sha256", "#!python\n")},9`,
        `hello/__init__.py,${hashField("sha256", "x = 1\n")},6`,
        `"hello/a, ""b"".txt",${hashField("sha256", "c\n")},2`,
        `hello/größe 😀.txt,${hashField("sha256", "groß\n")},6`,
        "zebra.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
        `${INFO}/METADATA,${hashField("sha256", METADATA)},${METADATA.length}`,
        `${INFO}/WHEEL,${hashField("sha256", WHEEL_TEXT)},${WHEEL_TEXT.length}`,
        `${INFO}/licenses/LICENSE,${hashField("sha256", "MIT\n")},4`,
        `${INFO}/RECORD,,`,
        "",
      ].join("\n"),
    );
    const { [`${INFO}/RECORD`]: _old, [`${INFO}/RECORD.jws`]: _signature, ...kept } = FOLDER;
    const { [`${INFO}/RECORD`]: _new, ...written } = texts;
    assert.deepEqual(written, kept);
    assert.equal(Object.keys(texts).at(-1), `${INFO}/RECORD`);
  });

  test("gives the same bytes whatever the order of the folder", async () => {
    const turned = Object.fromEntries(Object.entries(FOLDER).reverse());
    assert.deepEqual((await repack(turned)).bytes, (await repack(FOLDER)).bytes);
  });

  test("clamps times to what zip archives can tell", async () => {
    const { entries } = await readZip(bytesAccess((await repack(FOLDER, { timestamp: 0 })).bytes));
    assert.ok(entries.every(({ modified }) => modified.year === 1980 && modified.month === 1 && modified.day === 1));
    const late = await readZip(bytesAccess((await repack(FOLDER, { timestamp: 1e14 })).bytes));
    assert.ok(late.entries.every(({ modified }) => modified.year === 2107));
  });

  test("keeps permission bits, and no others", async () => {
    const plain = memoryTree(FOLDER);
    const modes: Record<string, number> = { "hello/__init__.py": 0o640, "hello-1.0.data/scripts/run": 0o4775 };
    const tree: FileTree = {
      ...plain,
      async *list(options) {
        for await (const entry of plain.list(options)) yield { ...entry, mode: modes[entry.path] ?? 0o644 };
      },
    };
    const found = (await contentsOf((await repackTree(tree, { buildTag: "1" })).bytes)).modes;
    assert.equal(found["hello/__init__.py"], 0o640);
    assert.equal(found["hello-1.0.data/scripts/run"], 0o775);
    assert.equal(found[`${INFO}/WHEEL`], 0o644);
  });

  const builds: readonly [told: string, wanted: string | undefined, name: string, wheel: string][] = [
    ["", "7b", "hello-1.0-7b-py2.py3-none-any.whl", `${WHEEL_TEXT}Build: 7b\n`],
    ["Build: 3\n", undefined, "hello-1.0-3-py2.py3-none-any.whl", `${WHEEL_TEXT}Build: 3\n`],
    ["Build: 3\n", "4", "hello-1.0-4-py2.py3-none-any.whl", `${WHEEL_TEXT}Build: 4\n`],
    ["Build: 3\n", "", "hello-1.0-py2.py3-none-any.whl", WHEEL_TEXT],
    ["", "", "hello-1.0-py2.py3-none-any.whl", WHEEL_TEXT],
    ["\n", "", "hello-1.0-py2.py3-none-any.whl", `${WHEEL_TEXT}\n`],
  ];
  for (const [told, wanted, name, wheel] of builds) {
    test(`build tag ${JSON.stringify(wanted)} where WHEEL has ${JSON.stringify(told)}`, async () => {
      const packed = await repack({ ...FOLDER, [`${INFO}/WHEEL`]: WHEEL_TEXT + told }, { buildTag: wanted });
      assert.equal(packed.filename, name);
      assert.equal((await contentsOf(packed.bytes)).texts[`${INFO}/WHEEL`], wheel);
    });
  }

  const versions: readonly [old: string, local: string, version: string][] = [
    ["1.0", "ubuntu.1", "1.0+ubuntu.1"],
    ["1.0", "Ubuntu-1_2", "1.0+ubuntu.1.2"],
    ["1.0+abc", "def", "1.0+def"],
    ["1.0+abc", "", "1.0"],
    ["1.0", "", "1.0"],
  ];
  for (const [old, local, version] of versions) {
    test(`local version ${JSON.stringify(local)} makes ${version} of ${old}: folders and METADATA too`, async () => {
      const files = Object.fromEntries(
        Object.entries(FOLDER).map(([path, text]) => [
          path.replace(/^hello-1\.0\./, `hello-${old}.`),
          text.replace("Version: 1.0\r", `Version: ${old}\r`),
        ]),
      );
      const packed = await repack(files, { localVersion: local });
      assert.equal(packed.filename, `hello-${version}-py2.py3-none-any.whl`);
      const { texts } = await contentsOf(packed.bytes);
      assert.equal(
        texts[`hello-${version}.dist-info/METADATA`],
        METADATA.replace("Version: 1.0\r", `Version: ${version}\r`),
      );
      assert.equal(texts[`hello-${version}.data/scripts/run`], "#!python\n");
      assert.match(texts[`hello-${version}.dist-info/RECORD`] ?? "", /\.dist-info\/RECORD,,\n$/);
      assert.deepEqual(
        Object.keys(texts).filter((path) => path.startsWith("hello-") && !path.startsWith(`hello-${version}.`)),
        [],
      );
    });
  }

  test("warns when the name stands for tags that WHEEL does not list", async () => {
    const packed = await repack({ ...FOLDER, [`${INFO}/WHEEL`]: "Tag: py2-none-any\nTag: py3-none-win32\n" });
    assert.equal(packed.filename, "hello-1.0-py2.py3-none-any.win32.whl");
    assert.deepEqual(packed.findings, [
      {
        code: "WHEEL_TAGS_MISMATCH",
        severity: "warning",
        message: "The name of the wheel stands for py2-none-win32 too, which WHEEL does not list",
        path: `${INFO}/WHEEL`,
        hint: "List every combination of the tags in WHEEL",
      },
    ]);
  });

  const { [`${INFO}/WHEEL`]: _wheel, ...noWheel } = FOLDER;
  const { [`${INFO}/METADATA`]: _metadata, ...noMetadata } = FOLDER;
  const renamed = (to: string): Record<string, string> =>
    Object.fromEntries(Object.entries(FOLDER).map(([path, text]) => [path.replace(INFO, to), text]));
  const bad: readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    options: Partial<RepackOptions>,
    code: string,
    message: string,
  ][] = [
    ["an empty folder", {}, {}, "WHEEL_INVALID", "Cannot pack the folder: there is no .dist-info folder at its top"],
    [
      "an empty folder that is named",
      {},
      { folder: "dist/hello" },
      "WHEEL_INVALID",
      'Cannot pack "dist/hello": there is no .dist-info folder at its top',
    ],
    [
      "a .dist-info below the top",
      { "a/b-1.dist-info/WHEEL": "" },
      {},
      "WHEEL_INVALID",
      "Cannot pack the folder: there is no .dist-info folder at its top",
    ],
    [
      "two .dist-info folders",
      { ...FOLDER, "b-1.dist-info/x": "" },
      {},
      "WHEEL_INVALID",
      'Cannot pack the folder: there are 2 .dist-info folders ("b-1.dist-info", "hello-1.0.dist-info") at its top',
    ],
    ["no WHEEL", noWheel, {}, "WHEEL_INVALID", `Cannot pack the folder: "${INFO}/WHEEL" is missing`],
    ["no METADATA", noMetadata, {}, "WHEEL_INVALID", `Cannot pack the folder: "${INFO}/METADATA" is missing`],
    [
      "a WHEEL without tags",
      { ...FOLDER, [`${INFO}/WHEEL`]: "Wheel-Version: 1.0\n" },
      {},
      "WHEEL_INVALID",
      `Cannot find the tags of the wheel: "${INFO}/WHEEL" has no Tag`,
    ],
    [
      "a .dist-info without a version",
      renamed("hello.dist-info"),
      {},
      "WHEEL_INVALID",
      'Cannot pack the folder: "hello.dist-info" names no version',
    ],
    [
      "a name with two dashes",
      renamed("hello-world-1.0.dist-info"),
      {},
      "WHEEL_INVALID",
      'Cannot pack the folder: "hello-world-1.0.dist-info" is not `NAME-VERSION` with one dash',
    ],
    [
      "a bad build tag",
      FOLDER,
      { buildTag: "x" },
      "BUILD_TAG_INVALID",
      'Cannot use "x" as a build tag: it must begin with a digit',
    ],
    [
      "a bad local version",
      FOLDER,
      { localVersion: "a b" },
      "VERSION_INVALID",
      'Cannot read the version "1.0+a b": not a PEP 440 version',
    ],
    [
      "METADATA without Version, when it must change",
      { ...FOLDER, [`${INFO}/METADATA`]: "Name: hello\n\nVersion: 1.0\n" },
      { localVersion: "a" },
      "WHEEL_INVALID",
      `Cannot write the version into "${INFO}/METADATA": it has no Version`,
    ],
  ];
  for (const [what, files, options, code, message] of bad) {
    test(`refuses ${what}, and writes nothing`, async () => {
      const folder = new MemoryFolder();
      const job = repackWheel(memoryTree(files), { timestamp: 0, ...options }, { folder, engine: portableEngine() });
      await assert.rejects(job, { code, message });
      assert.equal(folder.files.size, 0);
    });
  }

  test("ends 4,000 broken WHEEL and METADATA files in a wheel, or an error of its own", async () => {
    const encoder = new TextEncoder();
    const small = { "a.py": "", [`${INFO}/METADATA`]: METADATA, [`${INFO}/WHEEL`]: `${WHEEL_TEXT}Build: 1\n` };
    let packed = 0;
    for (const path of [`${INFO}/WHEEL`, `${INFO}/METADATA`] as const) {
      for (const bytes of flipBytes(encoder.encode(small[path]), 2000)) {
        try {
          await repackTree(memoryTree({ ...small, [path]: bytes }), { buildTag: "2", localVersion: "x" });
          packed++;
        } catch (error) {
          if (!(error instanceof PackwheelError)) throw error;
        }
      }
    }
    assert.ok(packed > 0);
  });
});
