import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { unzipSync } from "fflate";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import type { Output, OutputFolder } from "../../../src/core/ports/output.ts";
import type { ReportEvent } from "../../../src/core/ports/reporter.ts";
import { emptyMetadata } from "../../../src/core/wheel/metadata.ts";
import { type PackedWheel, packWheelMembers, type WheelContent } from "../../../src/core/wheel/pack.ts";
import type { WheelMember } from "../../../src/core/wheel/wheel-member.ts";
import { largeMember, noise, textMember } from "./text-member.ts";

const CONTENT: WheelContent = {
  metadata: {
    ...emptyMetadata("Hello.World", "1.0"),
    summary: "Says hello",
    dynamic: ["Version"],
    licenseFile: ["LICENSE", "vendor/COPYING"],
  },
  entryPoints: { console_scripts: { hello: "hello.cli:main" } },
  tags: { python: ["py3", "py2"], abi: ["none"], platform: ["any"] },
  rootIsPurelib: true,
  members: [
    textMember("hello_world-1.0.data/scripts/run", "#!python\n", true),
    textMember("hello/größe.txt", "groß\n"),
    textMember("hello/__init__.py", ""),
    textMember("zz.pth", "x\n"),
    textMember('hello/a, "b".txt', "c\n"),
  ],
  licenseFiles: [textMember("vendor/COPYING", "copy\n"), textMember("LICENSE", "MIT\n", true)],
  sboms: [textMember("hello.cdx.json", "{}\n")],
  timestamp: 1_580_601_600,
  generator: "packwheel 1.2.3",
};

const DOCUMENTS = {
  METADATA: `Metadata-Version: 2.4
Name: Hello.World
Version: 1.0
Summary: Says hello
License-File: LICENSE
License-File: vendor/COPYING
`,
  WHEEL: `Wheel-Version: 1.0
Generator: packwheel 1.2.3
Root-Is-Purelib: true
Tag: py2-none-any
Tag: py3-none-any
`,
  "entry_points.txt": `[console_scripts]
hello = hello.cli:main
`,
  RECORD: `hello/__init__.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0
"hello/a, ""b"".txt",sha256=o6XnFfDMV0pzw_m-u2vCTzL_1bZ7OHJEwskJ2neaFHg,2
hello/größe.txt,sha256=xUelv-skn7s3WMBcdr1EKZqvy8abOHt0LPUeo0wN8EA,6
zz.pth,sha256=c8s4WKaHqElMozIwUwFigvPa051Cz2LKTnndoqrH2aw,2
hello_world-1.0.data/scripts/run,sha256=NKJyCC0fONcaYytG9mysca37TZf8wBDISvRNAW-78pQ,9
hello_world-1.0.dist-info/METADATA,sha256=6TfhrPqZ8Ui3_RJwRWtJNsDzCM9YnvRQW9W4A09r-uM,124
hello_world-1.0.dist-info/WHEEL,sha256=vMl8fB0QA_rV-5IBp6rp_VSE36eTYy0xF6c4cidxojM,104
hello_world-1.0.dist-info/entry_points.txt,sha256=_vVJphSNFUyFF1Tfse40m_PronemZA_qwf8MoyPLXT4,41
hello_world-1.0.dist-info/licenses/LICENSE,sha256=rcNzZvQDg1wUcKst-T04N9Rxk3L8HvhZPZIuBvAz-LI,4
hello_world-1.0.dist-info/licenses/vendor/COPYING,sha256=TQCWfjU9h8qTena0sdr-anL9hy5Pg3BTSXLsERy4bA4,5
hello_world-1.0.dist-info/sboms/hello.cdx.json,sha256=yj0WO6sFU4GCciYUBWjzvvfqrBh869doeOC2Pp5EI1Y,3
hello_world-1.0.dist-info/RECORD,,
`,
} as const;

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

async function pack(content: WheelContent): Promise<{ packed: PackedWheel; bytes: Uint8Array }> {
  const folder = new MemoryFolder();
  const packed = await packWheelMembers(content, { folder, engine: portableEngine() });
  assert.deepEqual([...folder.files.keys()], [packed.filename]);
  return { packed, bytes: folder.read(packed.filename) };
}

/** A folder whose only output notes what becomes of it, and may fail. */
class WatchedFolder implements OutputFolder {
  readonly inner = new MemoryFolder();
  readonly ends: string[] = [];
  readonly #change: (output: Output) => Partial<Output>;

  constructor(change: (output: Output) => Partial<Output> = () => ({})) {
    this.#change = change;
  }

  async create(filename: string): Promise<Output> {
    const output = await this.inner.create(filename);
    const plain: Output = {
      write: (bytes) => output.write(bytes),
      patch: (offset, bytes) => output.patch(offset, bytes),
      commit: async () => {
        this.ends.push("commit");
        await output.commit();
      },
      discard: async () => {
        this.ends.push("discard");
        await output.discard();
      },
    };
    return { ...plain, ...this.#change(output) };
  }
}

describe("packWheelMembers()", () => {
  test("packs packages, data and dist-info in this order, with RECORD last", async () => {
    const { packed, bytes } = await pack(CONTENT);
    assert.deepEqual(packed, {
      filename: "hello_world-1.0-py2.py3-none-any.whl",
      kind: "wheel",
      tags: ["py2-none-any", "py3-none-any"],
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      findings: [],
    });
    const files = unzipSync(bytes);
    const listed = DOCUMENTS.RECORD.trimEnd()
      .split("\n")
      .map((row) => row.replace(/,(sha256=.*)?,[0-9]*$/, "").replace('"hello/a, ""b"".txt"', 'hello/a, "b".txt'));
    assert.deepEqual(Object.keys(files), listed);
    for (const [name, text] of Object.entries(DOCUMENTS)) {
      assert.equal(decode(files[`hello_world-1.0.dist-info/${name}`]), text);
    }
    assert.equal(decode(files["hello_world-1.0.dist-info/licenses/vendor/COPYING"]), "copy\n");
    assert.equal(decode(files["hello/größe.txt"]), "groß\n");
  });

  test("gives the same bytes whatever the order of its input", async () => {
    const turned = {
      ...CONTENT,
      members: CONTENT.members.toReversed(),
      licenseFiles: CONTENT.licenseFiles.toReversed(),
      tags: { python: ["py2", "py3"], abi: ["none"], platform: ["any"] },
    };
    assert.deepEqual((await pack(turned)).bytes, (await pack(CONTENT)).bytes);
  });

  test("writes a build tag, platform tags, and a platlib root", async () => {
    const content = {
      ...CONTENT,
      buildTag: "1local",
      rootIsPurelib: false,
      tags: { python: ["py3"], abi: ["none"], platform: ["manylinux_2_17_x86_64", "manylinux2014_x86_64"] },
    };
    const { packed, bytes } = await pack(content);
    assert.equal(packed.filename, "hello_world-1.0-1local-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl");
    assert.equal(
      decode(unzipSync(bytes)["hello_world-1.0.dist-info/WHEEL"]),
      "Wheel-Version: 1.0\nGenerator: packwheel 1.2.3\nRoot-Is-Purelib: false\n" +
        "Tag: py3-none-manylinux2014_x86_64\nTag: py3-none-manylinux_2_17_x86_64\nBuild: 1local\n",
    );
  });

  test("leaves out entry_points.txt when there are none", async () => {
    const { bytes } = await pack({ ...CONTENT, entryPoints: {} });
    assert.equal(unzipSync(bytes)["hello_world-1.0.dist-info/entry_points.txt"], undefined);
  });

  test("hashes the file with the final headers of large members", async () => {
    const sizes = [3_000_000, 1_500_000];
    const members = sizes.map((size, index) => largeMember(`hello/large${index}.bin`, size));
    const { packed, bytes } = await pack({ ...CONTENT, members: [...CONTENT.members, ...members] });
    assert.equal(packed.sha256, createHash("sha256").update(bytes).digest("hex"));
    assert.equal(packed.size, bytes.length);
    const files = unzipSync(bytes);
    assert.deepEqual(files["hello/large0.bin"], noise(3_000_000));
    const digest = createHash("sha256").update(noise(1_500_000)).digest("base64url");
    const record = decode(files["hello_world-1.0.dist-info/RECORD"]);
    assert.ok(record.includes(`hello/large1.bin,sha256=${digest},1500000\n`));
  });

  test("records what was read, not what was announced", async () => {
    const member = { ...textMember("hello/__init__.py", "12345"), size: 3 };
    const { bytes } = await pack({ ...CONTENT, members: [member] });
    const record = decode(unzipSync(bytes)["hello_world-1.0.dist-info/RECORD"]);
    assert.match(record, /^hello\/__init__\.py,sha256=[\w-]{43},5\n/);
  });

  test("takes members that are objects of a class", async () => {
    class ClassMember implements WheelMember {
      get path(): string {
        return "LICENSE";
      }
      get size(): number {
        return 4;
      }
      get executable(): boolean {
        return true;
      }
      open(): AsyncIterable<Uint8Array> {
        return textMember("LICENSE", "MIT\n").open();
      }
    }
    const plain = await pack(CONTENT);
    const licenseFiles = [textMember("vendor/COPYING", "copy\n"), new ClassMember()];
    const reporter = { report: () => {} };
    const folder = new MemoryFolder();
    const packed = await packWheelMembers({ ...CONTENT, licenseFiles }, { folder, engine: portableEngine(), reporter });
    assert.equal(packed.sha256, plain.packed.sha256);
  });

  test("warns of paths that differ only in case", async () => {
    const { packed } = await pack({ ...CONTENT, members: [textMember("a/README"), textMember("a/readme")] });
    assert.deepEqual(packed.findings, [
      {
        code: "WHEEL_CASE_COLLISION",
        severity: "warning",
        message: '"a/README" and "a/readme" differ only in case: Windows and macOS install only one of them',
        path: "a/readme",
        hint: "Rename one of them",
      },
    ]);
  });

  const badMembers: readonly { name: string; paths: readonly string[]; code: string; message: string }[] = [
    { name: "no files", paths: [], code: "WHEEL_EMPTY", message: "Cannot pack the wheel: it has no files" },
    {
      name: "a path that comes twice",
      paths: ["a.py", "a.py"],
      code: "WHEEL_DUPLICATE_PATH",
      message: 'Cannot pack "a.py": it comes twice',
    },
    {
      name: "a file where a folder must be",
      paths: ["a/b.py", "a"],
      code: "WHEEL_PATH_CONFLICT",
      message: 'Cannot pack "a/b.py": "a" is a file',
    },
    {
      name: "a path that leaves the wheel",
      paths: ["../a.py"],
      code: "WHEEL_UNSAFE_PATH",
      message: 'Cannot pack "../a.py": it has a ".." part',
    },
    {
      name: "an absolute path",
      paths: ["/a.py"],
      code: "WHEEL_UNSAFE_PATH",
      message: 'Cannot pack "/a.py": it is absolute',
    },
    {
      name: "a line break in a path, which could forge rows of RECORD",
      paths: ["a.py,,\nb.py"],
      code: "WHEEL_UNSAFE_PATH",
      message: 'Cannot pack "a.py,,\\nb.py": it has the control character U+000a',
    },
    {
      name: "a file that installers write",
      paths: ["hello_world-1.0.dist-info/INSTALLER"],
      code: "WHEEL_RESERVED_PATH",
      message: 'Cannot pack "hello_world-1.0.dist-info/INSTALLER": installers write that file',
    },
    {
      name: "a signature of RECORD",
      paths: ["hello_world-1.0.dist-info/RECORD.jws"],
      code: "WHEEL_RESERVED_PATH",
      message: 'Cannot pack "hello_world-1.0.dist-info/RECORD.jws": installers write that file',
    },
    {
      name: "a METADATA from elsewhere",
      paths: ["hello_world-1.0.dist-info/METADATA"],
      code: "WHEEL_RESERVED_PATH",
      message: 'Cannot pack "hello_world-1.0.dist-info/METADATA": that folder is written by packwheel',
    },
    {
      name: "a second dist-info folder",
      paths: ["other-2.dist-info/METADATA"],
      code: "WHEEL_RESERVED_PATH",
      message: 'Cannot pack "other-2.dist-info/METADATA": that folder is written by packwheel',
    },
    {
      name: "a data folder of another name",
      paths: ["hello.data/data/a"],
      code: "WHEEL_BAD_DATA_PATH",
      message:
        'Cannot pack "hello.data/data/a": installers take "hello.data" for a data folder, and this wheel\'s is "hello_world-1.0.data"',
    },
    {
      name: "an unknown key of the data folder",
      paths: ["hello_world-1.0.data/man/a"],
      code: "WHEEL_BAD_DATA_PATH",
      message: 'Cannot pack "hello_world-1.0.data/man/a": "man" is none of purelib, platlib, headers, scripts, data',
    },
    {
      name: "a file in place of a data folder's key",
      paths: ["hello_world-1.0.data/data"],
      code: "WHEEL_BAD_DATA_PATH",
      message: 'Cannot pack "hello_world-1.0.data/data": it is a file where the folder of data belongs',
    },
    {
      name: "a script in a sub-folder",
      paths: ["hello_world-1.0.data/scripts/a/b"],
      code: "WHEEL_BAD_DATA_PATH",
      message: 'Cannot pack "hello_world-1.0.data/scripts/a/b": scripts lie in no sub-folder',
    },
  ];
  for (const { name, paths, code, message } of badMembers) {
    test(`refuses ${name}`, async () => {
      const folder = new WatchedFolder();
      const members = paths.map((path) => textMember(path));
      await assert.rejects(packWheelMembers({ ...CONTENT, members }, { folder, engine: portableEngine() }), {
        name: "PackwheelError",
        code,
        message,
      });
      assert.deepEqual(folder.ends, []);
    });
  }

  const badContents: readonly { name: string; change: Partial<WheelContent>; code: string; message: string }[] = [
    {
      name: "a licence file that is not given",
      change: { licenseFiles: [textMember("LICENSE")] },
      code: "WHEEL_BAD_LICENSE_FILE",
      message: 'Cannot pack the wheel: License-File "vendor/COPYING" is not among its licence files',
    },
    {
      name: "a licence file that is not named",
      change: { licenseFiles: [...CONTENT.licenseFiles, textMember("NOTICE")] },
      code: "WHEEL_BAD_LICENSE_FILE",
      message: 'Cannot pack the licence file "NOTICE": no License-File names it',
    },
    {
      name: "an SBOM that leaves its folder",
      change: { sboms: [textMember("../METADATA")] },
      code: "WHEEL_UNSAFE_PATH",
      message: 'Cannot pack "hello_world-1.0.dist-info/sboms/../METADATA": it has a ".." part',
    },
    {
      name: "a line break in the generator",
      change: { generator: "x\nTag: evil" },
      code: "WHEEL_FILE_INJECTION",
      message: 'Cannot write Generator "x\\u000aTag: evil": it holds a line break',
    },
    {
      name: "a line break in the summary",
      change: { metadata: { ...CONTENT.metadata, summary: "a\nName: evil" } },
      code: "METADATA_INJECTION",
      message: 'Cannot write Summary "a\\u000aName: evil": a line break at character 1 would start a new field',
    },
  ];
  for (const { name, change, code, message } of badContents) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(pack({ ...CONTENT, ...change }), { name: "PackwheelError", code, message });
    });
  }

  test("refuses a tag with a line break", async () => {
    const tags = { python: ["py3\nTag: evil"], abi: ["none"], platform: ["any"] };
    await assert.rejects(pack({ ...CONTENT, tags }), { code: "TAG_INVALID" });
  });

  const failing: WheelMember = {
    ...textMember("hello/broken.py"),
    // biome-ignore lint/correctness/useYield: a disk fails before it gives anything
    async *open() {
      throw new PackwheelError("TREE_FILE_MISSING", "Cannot read hello/broken.py: it is gone");
    },
  };

  test("discards the output when a source fails", async () => {
    const folder = new WatchedFolder();
    const content = { ...CONTENT, members: [...CONTENT.members, failing] };
    await assert.rejects(packWheelMembers(content, { folder, engine: portableEngine() }), {
      code: "TREE_FILE_MISSING",
    });
    assert.deepEqual(folder.ends, ["discard"]);
    assert.equal(folder.inner.files.size, 0);
  });

  test("discards the output when the disk is full, and tells of that even if discarding fails too", async () => {
    const folder = new WatchedFolder(() => ({
      write: () => {
        throw new PackwheelError("OUTPUT_FAILED", "Cannot write: the disk is full");
      },
      discard: async () => {
        folder.ends.push("discard");
        throw new Error("discarding failed too");
      },
    }));
    await assert.rejects(packWheelMembers(CONTENT, { folder, engine: portableEngine() }), {
      code: "OUTPUT_FAILED",
      message: "Cannot write: the disk is full",
    });
    assert.deepEqual(folder.ends, ["discard"]);
  });

  test("discards the output when committing fails", async () => {
    const folder = new WatchedFolder(() => ({
      commit: async () => {
        throw new PackwheelError("OUTPUT_FAILED", "Cannot rename");
      },
    }));
    await assert.rejects(packWheelMembers(CONTENT, { folder, engine: portableEngine() }), { message: "Cannot rename" });
    assert.deepEqual(folder.ends, ["discard"]);
  });

  test("needs no reading back for small members, and says what a large one needs", async () => {
    const folder = new WatchedFolder();
    await packWheelMembers(CONTENT, { folder, engine: portableEngine() });
    assert.deepEqual(folder.ends, ["commit"]);
    const content = { ...CONTENT, members: [largeMember("hello/large.bin", 1_500_000)] };
    await assert.rejects(packWheelMembers(content, { folder, engine: portableEngine() }), {
      code: "OUTPUT_FAILED",
      message: "Cannot hash the file: its output gives back nothing of what was written",
    });
    assert.deepEqual(folder.ends, ["commit", "discard"]);
  });

  test("does not begin when it was cancelled before", async () => {
    const folder = new WatchedFolder();
    const signal = AbortSignal.abort();
    await assert.rejects(packWheelMembers(CONTENT, { folder, engine: portableEngine(), signal }), { code: "ABORTED" });
    assert.deepEqual(folder.ends, []);
  });

  test("discards the output when it is cancelled in the middle", async () => {
    const folder = new WatchedFolder();
    const controller = new AbortController();
    const { signal } = controller;
    const cancelling: WheelMember = {
      ...textMember("hello/stop.py"),
      async *open() {
        yield new Uint8Array(10);
        controller.abort();
        yield new Uint8Array(10);
      },
    };
    const content = { ...CONTENT, members: [cancelling, ...CONTENT.members] };
    await assert.rejects(packWheelMembers(content, { folder, engine: portableEngine(), signal }), { code: "ABORTED" });
    assert.deepEqual(folder.ends, ["discard"]);
  });

  test("reports its phase, then bytes up to all of them", async () => {
    const events: ReportEvent[] = [];
    const reporter = { report: (event: ReportEvent) => void events.push(event) };
    const content = { ...CONTENT, members: [largeMember("hello/large.bin", 2_000_000), ...CONTENT.members] };
    await packWheelMembers(content, { folder: new MemoryFolder(), engine: portableEngine(), reporter });
    assert.deepEqual(events[0], { kind: "phase", text: "Packing hello_world-1.0-py2.py3-none-any.whl" });
    const progress = events.filter((event) => event.kind === "progress");
    const total = 2_000_000 + 19 + 12 + 269;
    assert.ok(progress.length > 10 && progress.length <= 501);
    assert.ok(
      progress.every((event, index) => event.total === total && event.done >= (progress[index - 1]?.done ?? 0)),
    );
    assert.equal(progress.at(-1)?.done, total);
  });
});
