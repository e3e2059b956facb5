import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { PackwheelError } from "../../src/core/errors.ts";
import { type PackProgramsOptions, packPrograms } from "../../src/node/pack-programs.ts";
import { elfProgram, machoProgram, peProgram } from "../core/program/program-bytes.ts";
import { contentsOf } from "../core/wheel/sample-wheel.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-bin-"));
  writeFileSync(file("hello"), elfProgram(62));
  writeFileSync(file("hello.exe"), peProgram(34404));
  writeFileSync(file("tool"), "#!/usr/bin/env node\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, name);
const LINUX = "hello-1.0-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";

function pack(options: Partial<PackProgramsOptions>): ReturnType<typeof packPrograms> {
  return packPrograms({
    programs: [{ path: file("hello"), platform: "linux-x86_64" }],
    description: { name: "hello", version: "1.0" },
    outDir: file("dist"),
    ...options,
  });
}

async function readWheel(name: string): ReturnType<typeof contentsOf> {
  return contentsOf(readFileSync(join(folder, "dist", name)));
}

describe("packPrograms()", () => {
  test("packs programs for several platforms, whatever their permission bits on this disk", async () => {
    const { files } = await pack({
      programs: [
        { path: file("hello"), platform: "linux-x86_64" },
        { path: file("hello.exe"), platform: "windows-amd64" },
      ],
    });
    assert.deepEqual(
      files.map(({ filename, tags }) => [filename, tags]),
      [
        [LINUX, ["py3-none-manylinux2014_x86_64", "py3-none-manylinux_2_17_x86_64"]],
        ["hello-1.0-py3-none-win_amd64.whl", ["py3-none-win_amd64"]],
      ],
    );
    assert.deepEqual(readdirSync(file("dist")).sort(), files.map(({ filename }) => filename).sort());
    const { texts, modes } = await readWheel(LINUX);
    assert.deepEqual(Object.keys(texts), [
      "hello/__init__.py",
      "hello/__main__.py",
      "hello/bin/hello",
      "hello-1.0.dist-info/METADATA",
      "hello-1.0.dist-info/WHEEL",
      "hello-1.0.dist-info/entry_points.txt",
      "hello-1.0.dist-info/RECORD",
    ]);
    assert.equal(modes["hello/bin/hello"], 0o755);
    assert.equal(
      texts["hello-1.0.dist-info/WHEEL"],
      "Wheel-Version: 1.0\nGenerator: packwheel 0.1.0\nRoot-Is-Purelib: false\n" +
        "Tag: py3-none-manylinux2014_x86_64\nTag: py3-none-manylinux_2_17_x86_64\n",
    );
    assert.equal(texts["hello-1.0.dist-info/entry_points.txt"], "[console_scripts]\nhello = hello:main\n");
  });

  test("gives the same bytes again", async () => {
    const [first] = (await pack({})).files;
    const [second] = (await pack({ outDir: file("other") })).files;
    assert.equal(first?.sha256, second?.sha256);
    const [later] = (await pack({ timestamp: 1_600_000_000 })).files;
    assert.notEqual(first?.sha256, later?.sha256);
  });

  test("describes the program as the options say", async () => {
    writeFileSync(file("LICENSE"), "MIT\n");
    writeFileSync(file("NOTICE.txt"), "Notice\n");
    writeFileSync(file("README.md"), "# Hello\n");
    await pack({
      command: "hi",
      description: {
        name: "Hello",
        version: "1.0",
        summary: "Says hello",
        readme: file("README.md"),
        license: "MIT",
        licenseFiles: [file("LICENSE"), file("NOTICE.txt")],
        urls: { Homepage: "https://example.org" },
        requiresPython: ">=3.9",
      },
    });
    const { texts } = await readWheel(LINUX);
    assert.equal(
      texts["hello-1.0.dist-info/METADATA"],
      "Metadata-Version: 2.4\nName: Hello\nVersion: 1.0\nSummary: Says hello\nLicense-Expression: MIT\n" +
        "Project-URL: Homepage, https://example.org\nRequires-Python: >=3.9\n" +
        "Description-Content-Type: text/markdown\nLicense-File: LICENSE\nLicense-File: NOTICE.txt\n\n# Hello\n",
    );
    assert.equal(texts["hello-1.0.dist-info/licenses/NOTICE.txt"], "Notice\n");
    assert.equal(texts["hello-1.0.dist-info/entry_points.txt"], "[console_scripts]\nhi = hello:main\n");
  });

  test("takes the metadata of a project", async () => {
    mkdirSync(file("project"));
    writeFileSync(
      join(file("project"), "pyproject.toml"),
      '[project]\nname = "My.Tool"\nversion = "2.0"\nlicense = "MIT"\nlicense-files = ["COPYING"]\n',
    );
    writeFileSync(join(file("project"), "COPYING"), "MIT\n");
    const { files } = await pack({ project: file("project"), description: undefined });
    const [{ filename, name, version } = { filename: "", name: "", version: "" }] = files;
    assert.deepEqual(
      [filename, name, version],
      ["my_tool-2.0-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl", "My.Tool", "2.0"],
    );
    const { texts } = await readWheel(filename);
    assert.equal(texts["my_tool-2.0.dist-info/licenses/COPYING"], "MIT\n");
    assert.equal(texts["my_tool-2.0.dist-info/entry_points.txt"], "[console_scripts]\nhello = my_tool:main\n");
  });

  test("names the script after the project when the programs have several names", async () => {
    writeFileSync(file("hello-mac"), machoProgram(16777228));
    const { files } = await pack({
      programs: [
        { path: file("hello"), platform: "linux-x86_64" },
        { path: file("hello-mac"), platform: "darwin-arm64" },
      ],
      description: { name: "Hello.All", version: "1.0" },
    });
    for (const { filename } of files) {
      const { texts } = await readWheel(filename);
      assert.equal(
        texts["hello_all-1.0.dist-info/entry_points.txt"],
        "[console_scripts]\nhello_all = hello_all:main\n",
      );
    }
  });

  test("a script for every platform makes a pure wheel", async () => {
    await pack({ programs: [{ path: file("tool"), platform: "any" }] });
    const { texts } = await readWheel("hello-1.0-py3-none-any.whl");
    assert.match(texts["hello-1.0.dist-info/WHEEL"] ?? "", /^Root-Is-Purelib: true$/m);
    assert.match(texts["hello/__init__.py"] ?? "", /subprocess\.Popen\(\["node"\] \+ arguments\)/);
  });

  const bad: readonly [
    what: string,
    options: () => Partial<PackProgramsOptions>,
    code: string,
    message: () => string,
  ][] = [
    [
      "a program for another machine, after a good one",
      () => ({
        programs: [
          { path: file("hello.exe"), platform: "windows-amd64" },
          { path: file("hello"), platform: "linux-aarch64" },
        ],
      }),
      "PROGRAM_WRONG_PLATFORM",
      () => `Cannot tag "${file("hello")}" as manylinux_2_17_aarch64: it is for Linux on x86_64`,
    ],
    [
      "two programs that share a platform",
      () => ({
        programs: [
          { path: file("hello"), platform: "linux-x86_64" },
          { path: file("tool"), platform: "manylinux2014_x86_64.linux_x86_64" },
        ],
      }),
      "PROGRAM_DUPLICATE",
      () => `Cannot pack "${file("tool")}" for manylinux2014_x86_64: "${file("hello")}" is for it too`,
    ],
    [
      "a platform that is none",
      () => ({ programs: [{ path: file("hello"), platform: "linux" }] }),
      "PROGRAM_PLATFORM_UNKNOWN",
      () => 'There is no platform "linux"',
    ],
    [
      "a program that is not there",
      () => ({ programs: [{ path: file("gone"), platform: "any" }] }),
      "FILE_MISSING",
      () => `Cannot pack "${file("gone")}": there is no such file`,
    ],
    [
      "a folder",
      () => ({ programs: [{ path: folder, platform: "any" }] }),
      "FILE_MISSING",
      () => `Cannot pack "${folder}": it is no file`,
    ],
    [
      "a licence that is not there",
      () => ({ description: { name: "hello", version: "1.0", licenseFiles: [file("gone")] } }),
      "FILE_MISSING",
      () => `Cannot read "${file("gone")}": ENOENT: no such file or directory, open '${file("gone")}'`,
    ],
    [
      "two licences of one name",
      () => ({ description: { name: "hello", version: "1.0", licenseFiles: [file("hello"), file("hello")] } }),
      "PROGRAM_DUPLICATE",
      () => 'Cannot ship two licence files named "hello"',
    ],
    [
      "a name that is no package",
      () => ({ description: { name: "3d", version: "1.0" } }),
      "PROGRAM_NAME_INVALID",
      () => 'Cannot make a package of "3d": "3d" is no Python name',
    ],
    [
      "a version that is none",
      () => ({ description: { name: "hello", version: "one" } }),
      "PROJECT_INVALID",
      () => "Cannot describe the program",
    ],
  ];
  for (const [what, options, code, message] of bad) {
    test(`refuses ${what}, and leaves no wheel`, async () => {
      await assert.rejects(pack(options()), { code, message: message() });
      assert.deepEqual(readdirSync(folder).sort(), ["hello", "hello.exe", "tool"]);
    });
  }

  test("tells problems of the metadata in the words of the options", async () => {
    await assert.rejects(
      pack({ description: { name: "hello", version: "one", license: "No such" } }),
      (error: PackwheelError) => {
        assert.deepEqual(
          error.findings.filter(({ severity }) => severity === "error").map(({ path }) => path),
          ["--set-version", "--license"],
        );
        return true;
      },
    );
  });

  test("keeps the wheels of an earlier call when writing fails", async () => {
    await pack({});
    const before = readFileSync(join(folder, "dist", LINUX));
    mkdirSync(join(folder, "dist", "hello-1.0-py3-none-win_amd64.whl"));
    await assert.rejects(
      pack({
        timestamp: 1_600_000_000,
        programs: [
          { path: file("hello"), platform: "linux-x86_64" },
          { path: file("hello.exe"), platform: "windows-amd64" },
        ],
      }),
      {
        code: "OUTPUT_FAILED",
        message: `Cannot write "${join(folder, "dist", "hello-1.0-py3-none-win_amd64.whl")}": a folder has that name`,
      },
    );
    assert.deepEqual(readFileSync(join(folder, "dist", LINUX)), before);
    assert.deepEqual(readdirSync(file("dist")).sort(), [LINUX, "hello-1.0-py3-none-win_amd64.whl"]);
  });
});
