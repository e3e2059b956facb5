import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildEditable, planMetadata } from "../../../src/core/build/build-editable.ts";
import { packWheel } from "../../../src/core/build/pack-project.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { readWheel } from "../../../src/core/memory/inspect.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";

const PROJECT = '[project]\nname = "hello"\nversion = "1.0"\n[project.scripts]\nhello = "hello:main"\n';

async function build(files: Readonly<Record<string, string>>, tool = "") {
  const tree = memoryTree({ "pyproject.toml": `${PROJECT}[tool.packwheel]\n${tool}\n`, ...files });
  const folder = new MemoryFolder();
  const locate = (path: string): string => (path === "" ? "/home/ada/hello" : `/home/ada/hello/${path}`);
  const { files: built, findings } = await buildEditable(tree, locate, {}, { folder, engine: portableEngine() });
  const filename = built[0]?.filename ?? "";
  const bytes = folder.read(filename);
  const wheel = await readWheel(bytes, { filename });
  assert.deepEqual(wheel.findings, []);
  return { filename, findings, wheel, tree };
}

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly tool?: string;
  /** Members outside of dist-info. */
  readonly members: readonly string[];
  readonly findings?: readonly string[];
}

const PTH = "__editable__.hello.pth";

const cases: readonly Case[] = [
  { name: "a path to src/", files: { "src/hello/__init__.py": "" }, members: [PTH] },
  { name: "a path to the project for a module beside pyproject.toml", files: { "hello.py": "" }, members: [PTH] },
  {
    name: "what is included besides the packages, where Python does not find it",
    files: { "src/hello/__init__.py": "", "src/hello.pth": "/x\n", "data/a.json": "{}", "src/hello/b.json": "{}" },
    tool: 'include = ["data/*.json", "src/hello.pth"]',
    members: [PTH, "data/a.json", "hello.pth"],
  },
  {
    name: "scripts and data, but not what belongs into a package",
    files: { "src/hello/__init__.py": "", "bin/run": "#!/bin/sh\n", "web/a.html": "", "web/b.txt": "" },
    tool: 'force-include = { "web/a.html" = "hello/a.html", "web/b.txt" = "other/b.txt" }\ndata.scripts = ["bin/run"]',
    members: [PTH, "other/b.txt", "hello-1.0.data/scripts/run"],
    findings: ["EDITABLE_FILE_ELSEWHERE"],
  },
  { name: "nothing for a project without packages", files: {}, tool: "packages = []", members: [] },
];

describe("an editable wheel", () => {
  for (const { name, files, tool, members, findings } of cases) {
    test(`holds ${name}`, async () => {
      const built = await build(files, tool);
      const paths = built.wheel.members.map(({ path }) => path);
      assert.deepEqual(
        paths.filter((path) => !path.includes(".dist-info/")),
        members,
      );
      assert.deepEqual(
        built.findings.map(({ code }) => code),
        findings ?? [],
      );
    });
  }

  test("says which file will be missing, and what to do", async () => {
    const { findings } = await build(
      { "hello/__init__.py": "", "a.html": "" },
      'force-include = { "a.html" = "hello/b.html" }',
    );
    assert.deepEqual(findings, [
      {
        code: "EDITABLE_FILE_ELSEWHERE",
        severity: "warning",
        message:
          'The wheel has "a.html" at "hello/b.html", where an editable install does not: Python reads the package from the project\'s folder',
        path: "a.html",
        hint: "Put the file, or a link to it, at that place in the project",
      },
    ]);
  });

  test("has the name, tags, metadata and entry points of the wheel", async () => {
    const files = { "src/hello/__init__.py": "" };
    const tool = 'python-tag = "py2.py3"\nbuild-tag = "3"';
    const editable = await build(files, tool);
    const packed = await packWheel(editable.tree);
    const wheel = await readWheel(packed.bytes, { filename: packed.filename });
    assert.equal(editable.filename, packed.filename);
    assert.deepEqual(editable.wheel.metadata, wheel.metadata);
    assert.deepEqual(editable.wheel.entryPoints, wheel.entryPoints);
    assert.deepEqual(editable.wheel.wheelFile, wheel.wheelFile);
  });
});

describe("planMetadata()", () => {
  test("gives the dist-info folder of the wheel, but for RECORD", async () => {
    const tree = memoryTree({
      "pyproject.toml": PROJECT.replace("[project.scripts]", 'license-files = ["LICENSE"]\n[project.scripts]'),
      "hello.py": "",
      LICENSE: "MIT\n",
    });
    const { folder, name, version, members, findings } = await planMetadata(tree);
    assert.deepEqual(
      { folder, name, version, findings },
      { folder: "hello-1.0.dist-info", name: "hello", version: "1.0", findings: [] },
    );
    assert.deepEqual(
      members.map(({ path }) => path),
      ["METADATA", "WHEEL", "entry_points.txt", "licenses/LICENSE"].map((path) => `${folder}/${path}`),
    );
  });
});
