import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { buildProject, planBuild } from "../../../src/core/build/build-project.ts";
import { mountTree } from "../../../src/core/build/mounted-tree.ts";
import { packSdist, packWheel } from "../../../src/core/build/pack-project.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { type MemoryFile, memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { Environment } from "../../../src/core/ports/environment.ts";
import type { FileTree } from "../../../src/core/ports/file-tree.ts";
import type { ReportEvent } from "../../../src/core/ports/reporter.ts";

const PYPROJECT = `[project]
name = "Sample.Project"
version = "1.0"
description = "A sample"
readme = "README.md"
license = "MIT"

[project.scripts]
sample = "sample_project:main"
`;

const FILES: Record<string, MemoryFile> = {
  "pyproject.toml": PYPROJECT,
  "README.md": "# Sample\r\n\r\nWith CRLF.\r\n",
  LICENSE: "MIT\n",
  "src/sample_project/__init__.py": "def main():\n    pass\n",
  "src/sample_project/py.typed": "",
  "src/sample_project/data/größe.txt": "1\n",
  "src/sample_project/tool.sh": { content: "#!/bin/sh\n", mode: 0o775 },
};

const ELF = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Array(57).fill(0)]);

/** The files of an sdist as the tree that unpacking it gives. Good for the short ASCII names of these tests. */
function unpacked(sdist: Uint8Array): FileTree {
  const tar = gunzipSync(sdist);
  const files: Record<string, MemoryFile> = {};
  let paxPath: string | undefined;
  for (let offset = 0; tar[offset] !== 0 && offset < tar.length; ) {
    const text = (from: number, length: number): string => {
      const bytes = tar.subarray(offset + from, offset + from + length);
      return bytes.toString("utf8").replace(/\0.*$/s, "").trim();
    };
    const size = Number.parseInt(text(124, 12), 8);
    const content = new Uint8Array(tar.subarray(offset + 512, offset + 512 + size));
    if (text(156, 1) === "x") paxPath = /\d+ path=(.*)\n/.exec(new TextDecoder().decode(content))?.[1];
    else {
      const path = paxPath ?? text(0, 100);
      files[path.slice(path.indexOf("/") + 1)] = { content, mode: Number.parseInt(text(100, 8), 8) };
      paxPath = undefined;
    }
    offset += 512 + Math.ceil(size / 512) * 512;
  }
  return memoryTree(files);
}

function environment(variables: Record<string, string>, tag?: string): Environment {
  return {
    variable: (name) => variables[name],
    describeGit: async () => (tag === undefined ? undefined : { tag, distance: 0, commit: "abc1234", dirty: false }),
  };
}

describe("packWheel() and packSdist()", () => {
  test("name the files by the escaped name", async () => {
    assert.equal((await packWheel(memoryTree(FILES))).filename, "sample_project-1.0-py3-none-any.whl");
    assert.equal((await packSdist(memoryTree(FILES))).filename, "sample_project-1.0.tar.gz");
  });

  const versions: readonly { name: string; pyproject: string; environment?: Environment; setVersion?: string }[] = [
    { name: "a version in pyproject.toml", pyproject: PYPROJECT },
    { name: "a version given from outside", pyproject: PYPROJECT, setVersion: "3.0" },
    {
      name: "a version from a git tag",
      pyproject: `${PYPROJECT.replace('version = "1.0"', 'dynamic = ["version"]')}[tool.packwheel.dynamic]\nversion = { git-tag = "v*" }\n`,
      environment: environment({}, "v4.1"),
    },
    {
      name: "a version from an environment variable",
      pyproject: `${PYPROJECT.replace('version = "1.0"', 'dynamic = ["version"]')}[tool.packwheel.dynamic]\nversion = { env = "V" }\n`,
      environment: environment({ V: "5.0" }),
    },
  ];
  for (const { name, pyproject, ...options } of versions) {
    test(`give the same wheel from the tree and from the unpacked sdist, with ${name}`, async () => {
      const tree = memoryTree({ ...FILES, "pyproject.toml": pyproject });
      const sdist = await packSdist(tree, options);
      const direct = await packWheel(tree, options);
      // The unpacked sdist stands alone: without git, variables or options.
      const fromSdist = await packWheel(unpacked(sdist.bytes), { environment: environment({}) });
      assert.equal(fromSdist.filename, direct.filename);
      assert.deepEqual(fromSdist.bytes, direct.bytes);
    });
  }

  test("do not depend on the order in which the tree lists its files", async () => {
    const backwards = memoryTree(Object.fromEntries(Object.entries(FILES).reverse()));
    assert.deepEqual((await packWheel(backwards)).bytes, (await packWheel(memoryTree(FILES))).bytes);
    assert.deepEqual((await packSdist(backwards)).bytes, (await packSdist(memoryTree(FILES))).bytes);
  });

  test("change with the timestamp and with nothing else", async () => {
    const first = await packWheel(memoryTree(FILES), { timestamp: 1_600_000_000 });
    const second = await packWheel(memoryTree(FILES), { timestamp: 1_700_000_000 });
    assert.notEqual(first.sha256, second.sha256);
    assert.equal(first.size, second.size);
  });

  test("stop when they are told to", async () => {
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await assert.rejects(packWheel(memoryTree(FILES), { signal: stop.signal }), (error) => {
      return error instanceof PackwheelError ? error.code === "ABORTED" : String(error).includes("enough");
    });
  });

  test("tell their steps", async () => {
    const events: ReportEvent[] = [];
    await packWheel(memoryTree(FILES), { reporter: { report: (event) => events.push(event) } });
    assert.deepEqual(
      events.filter((event) => event.kind === "phase").map((event) => event.text),
      ["Reading pyproject.toml", "Choosing files", "Packing sample_project-1.0-py3-none-any.whl"],
    );
    const last = events.filter((event) => event.kind === "progress").at(-1);
    assert.ok(last !== undefined && last.done === last.total && last.total > 0, "progress does not reach its total");
  });
});

describe("the tags of a wheel", () => {
  const withLibrary = { ...FILES, "src/sample_project/libsample.so": ELF };

  test("are py3-none-any by default", async () => {
    assert.deepEqual((await packWheel(memoryTree(FILES))).tags, ["py3-none-any"]);
  });

  test("come from the options before the configuration", async () => {
    const tree = memoryTree({ ...FILES, "pyproject.toml": `${PYPROJECT}[tool.packwheel]\npython-tag = "py2.py3"\n` });
    assert.deepEqual((await packWheel(tree)).tags, ["py2-none-any", "py3-none-any"]);
    assert.deepEqual((await packWheel(tree, { pythonTag: ["py38"] })).tags, ["py38-none-any"]);
  });

  test("must be given for a wheel that holds a library", async () => {
    await assert.rejects(packWheel(memoryTree(withLibrary)), {
      code: "WHEEL_PLATFORM_TAG_NEEDED",
      message:
        'Cannot tag the wheel of "Sample.Project": it holds the ELF file "sample_project/libsample.so", which fits one platform only',
      hint: 'Pass --platform-tag, or set platform-tag in [tool.packwheel], for example "manylinux_2_17_x86_64"',
    });
  });

  test("are asked for by an example of the library's own platform", async () => {
    const header = new Uint8Array(0x48);
    header.set([0x4d, 0x5a]); // MZ
    header[0x3c] = 0x40; // e_lfanew
    header.set([0x50, 0x45], 0x40); // PE
    const tree = memoryTree({ ...FILES, "src/sample_project/sample.dll": header });
    await assert.rejects(packWheel(tree), {
      code: "WHEEL_PLATFORM_TAG_NEEDED",
      hint: 'Pass --platform-tag, or set platform-tag in [tool.packwheel], for example "win_amd64"',
    });
  });

  test("are never any for a wheel that holds a library", async () => {
    await assert.rejects(packWheel(memoryTree(withLibrary), { platformTag: ["any"] }), {
      code: "WHEEL_NATIVE_IN_ANY",
      message: 'Cannot tag the wheel of "Sample.Project" as "any": it holds the ELF file "sample_project/libsample.so"',
    });
  });

  test("make a wheel with a library platlib, one member of WHEEL for each combination", async () => {
    const folder = new MemoryFolder();
    const platformTag = ["manylinux_2_17_x86_64", "musllinux_1_2_x86_64"];
    const { files } = await buildProject(
      memoryTree(withLibrary),
      { kinds: ["wheel"], platformTag, buildTag: "3", level: 0 },
      { folder, engine: portableEngine() },
    );
    assert.equal(files[0]?.filename, "sample_project-1.0-3-py3-none-manylinux_2_17_x86_64.musllinux_1_2_x86_64.whl");
    const text = new TextDecoder("latin1").decode(folder.read(files[0].filename));
    assert.ok(
      text.includes(
        "Root-Is-Purelib: false\nTag: py3-none-manylinux_2_17_x86_64\nTag: py3-none-musllinux_1_2_x86_64\nBuild: 3\n",
      ),
      "WHEEL is not as expected",
    );
  });

  test("keep a half result from being written when they are wrong", async () => {
    const folder = new MemoryFolder();
    await assert.rejects(buildProject(memoryTree(withLibrary), {}, { folder, engine: portableEngine() }), {
      code: "WHEEL_PLATFORM_TAG_NEEDED",
    });
    assert.deepEqual([...folder.files.keys()], []);
  });
});

describe("mountTree()", () => {
  test("shows the mounted files in the place of the base's", async () => {
    const base = memoryTree({ ...FILES, "src/sample_project/static/old.js": "old" });
    const tree = mountTree(base, "src/sample_project/static", memoryTree({ "index.html": "<p>", "js/app.js": "1" }));
    const paths: string[] = [];
    for await (const entry of tree.list()) paths.push(entry.path);
    assert.deepEqual(paths.filter((path) => path.includes("static")).sort(), [
      "src/sample_project/static/index.html",
      "src/sample_project/static/js/app.js",
    ]);
    assert.equal(new TextDecoder().decode(await tree.read("src/sample_project/static/index.html")), "<p>");
    const plain = await packWheel(memoryTree(FILES));
    const mounted = await packWheel(tree);
    assert.ok(mounted.size > plain.size);
  });
});

describe("version-file", () => {
  const files = {
    ...FILES,
    "pyproject.toml": `${PYPROJECT}\n[tool.packwheel]\nversion-file = "src/sample_project/_version.py"\n`,
    "src/sample_project/_version.py": "what an earlier build left there",
  };
  const written =
    '# Written when the archives were built.\n__version__ = version = "1.0"\n__version_tuple__ = version_tuple = (1, 0)\n';

  test("is in the sdist and in the wheel, whatever lies in its place", async () => {
    const folder = new MemoryFolder();
    await buildProject(memoryTree(files), {}, { folder, engine: portableEngine() });
    const sdist = unpacked(folder.files.get("sample_project-1.0.tar.gz") ?? new Uint8Array());
    assert.equal(new TextDecoder().decode(await sdist.read("src/sample_project/_version.py")), written);
    const { selection } = await planBuild(memoryTree(files));
    assert.ok(selection.wheel.some(({ path }) => path === "sample_project/_version.py"));
    assert.deepEqual((await packWheel(sdist)).bytes, (await packWheel(memoryTree(files))).bytes);
  });

  test("is there when the tree has none", async () => {
    const { "src/sample_project/_version.py": _left, ...fresh } = files;
    assert.deepEqual((await packWheel(memoryTree(fresh))).bytes, (await packWheel(memoryTree(files))).bytes);
  });
});
