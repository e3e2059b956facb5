import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { selectFiles } from "../../../src/core/project/source-files.ts";
import { filesOf, type ProjectWishes, projectStub } from "./project-stub.ts";

const HELLO = "src/hello/__init__.py";

interface Chosen {
  readonly name: string;
  readonly project?: ProjectWishes;
  readonly tree: string;
  readonly sdist: string;
  readonly findings?: readonly string[];
}

const chosen: Chosen[] = [
  {
    name: "pyproject.toml and what the wheel is made of, and nothing else",
    tree: `${HELLO} src/hello/a.txt tests/test_a.py README.md docs/index.md .github/ci.yml`,
    sdist: `pyproject.toml ${HELLO} src/hello/a.txt`,
  },
  {
    name: "the files that pyproject.toml names",
    project: { referencedFiles: ["README.md", "VERSION"], licenseFile: ["LICENSE", "licenses/MIT.txt"] },
    tree: `${HELLO} README.md VERSION LICENSE licenses/MIT.txt licenses/other.txt`,
    sdist: `LICENSE README.md VERSION licenses/MIT.txt pyproject.toml ${HELLO}`,
  },
  {
    name: "what sdist-include names",
    project: { tool: { sdistInclude: ["tests/*", "/*.md", "!tests/big.bin"] } },
    tree: `${HELLO} tests/test_a.py tests/big.bin CHANGELOG.md docs/a.md`,
    sdist: `CHANGELOG.md pyproject.toml ${HELLO} tests/test_a.py`,
  },
  {
    name: "nothing that exclude or sdist-exclude names among them",
    project: { tool: { sdistInclude: ["tests/"], sdistExclude: ["*.bin"], exclude: ["tests/private/"] } },
    tree: `${HELLO} tests/test_a.py tests/big.bin tests/private/b.py`,
    sdist: `pyproject.toml ${HELLO} tests/test_a.py`,
  },
  {
    name: "named files though exclude matches them",
    project: { referencedFiles: ["README.md"], licenseFile: ["LICENSE.md"], tool: { exclude: ["*.md"] } },
    tree: `${HELLO} README.md LICENSE.md src/hello/notes.md`,
    sdist: `LICENSE.md README.md pyproject.toml ${HELLO}`,
  },
  {
    name: "forced sources, data sources and SBOM files at their own places",
    project: {
      tool: {
        forceInclude: { "build/libhello.so": "hello/libhello.so" },
        data: { scripts: { "bin/run": "run" } },
        sbomFiles: ["build/sbom/*.cdx.json"],
      },
    },
    tree: `${HELLO} build/libhello.so bin/run build/sbom/a.cdx.json build/sbom/b.txt`,
    sdist: `bin/run build/libhello.so build/sbom/a.cdx.json pyproject.toml ${HELLO}`,
  },
  {
    name: "no PKG-INFO of an unpacked sdist",
    project: { tool: { sdistInclude: ["*"] } },
    tree: `${HELLO} PKG-INFO setup.cfg src/hello/PKG-INFO`,
    sdist: `pyproject.toml setup.cfg src/hello/PKG-INFO ${HELLO}`,
  },
  {
    name: "no junk, not even by sdist-include, and warns of patterns without files",
    project: { tool: { sdistInclude: ["*.pyc", "dist/"] } },
    tree: `${HELLO} a.pyc dist/hello.whl`,
    sdist: `pyproject.toml ${HELLO}`,
    findings: [
      'warning PROJECT_PATTERN_UNUSED sdist-include "*.pyc" matches no file',
      'warning PROJECT_PATTERN_UNUSED sdist-include "dist/" matches no file',
    ],
  },
];

describe("selectFiles(): what goes into the sdist", () => {
  for (const { name, project, tree, sdist, findings } of chosen) {
    test(`takes ${name}`, async () => {
      const selection = await selectFiles(projectStub(project), memoryTree(filesOf(tree)));
      assert.equal(selection.sdist.map((member) => member.path).join(" "), sdist);
      assert.deepEqual(
        selection.findings.map((finding) => `${finding.severity} ${finding.code} ${finding.message}`),
        findings ?? [],
      );
    });
  }

  test("gives every member the bytes and the executable bit of its file", async () => {
    const tree = memoryTree({ ...filesOf(HELLO), "src/hello/run.sh": { content: "#!/bin/sh\n", mode: 0o744 } });
    const { sdist } = await selectFiles(projectStub(), tree);
    const run = sdist.find((member) => member.path === "src/hello/run.sh");
    assert.ok(run);
    assert.equal(run.executable, true);
    assert.equal(run.size, 10);
    assert.equal(await textOf(run.open()), "#!/bin/sh\n");
    assert.equal(sdist.find((member) => member.path === HELLO)?.executable, false);
  });
});

const refused = [
  {
    name: "sdist-exclude of a member of the wheel",
    project: { tool: { sdistExclude: ["*.txt"] } },
    tree: `${HELLO} src/hello/a.txt src/hello/b.txt`,
    code: "PROJECT_SDIST_INCOMPLETE",
    message:
      'Cannot leave "src/hello/a.txt" out of the sdist (sdist-exclude "*.txt"): the wheel is made of it (and 1 more of this kind)',
    hint: "Narrow the pattern, or leave the file out of the wheel too, with `exclude`",
  },
  {
    name: "sdist-exclude of the readme",
    project: { referencedFiles: ["README.md"], tool: { sdistExclude: ["*.md"] } },
    tree: `${HELLO} README.md`,
    code: "PROJECT_SDIST_INCOMPLETE",
    message: 'Cannot leave "README.md" out of the sdist (sdist-exclude "*.md"): pyproject.toml names it',
    hint: "Narrow the pattern, or leave the file out of the wheel too, with `exclude`",
  },
  {
    name: "a license file that is not there",
    project: { licenseFile: ["LICENSE"] },
    tree: HELLO,
    code: "PROJECT_SOURCE_MISSING",
    message: 'Cannot find "LICENSE" (a license file): the project has no such file',
    hint: undefined,
  },
  {
    name: "an SBOM pattern without files",
    project: { tool: { sbomFiles: ["sbom/*.json"] } },
    tree: HELLO,
    code: "PROJECT_SOURCE_MISSING",
    message: 'Cannot find a file for "sbom/*.json" of sbom-files',
    hint: "Make the SBOM before the build, or correct the pattern",
  },
  {
    name: "two SBOM files of one name",
    project: { tool: { sbomFiles: ["*/a.json"] } },
    tree: `${HELLO} one/a.json two/a.json`,
    code: "PROJECT_PATH_CONFLICT",
    message: 'Cannot place "one/a.json" and "two/a.json" at sboms/a.json: both have this name',
    hint: "Rename one of them",
  },
  {
    name: "a PKG-INFO that is to be mapped into the wheel",
    project: { tool: { forceInclude: { "PKG-INFO": "hello/PKG-INFO" } } },
    tree: `${HELLO} PKG-INFO`,
    code: "PROJECT_PLACE_INVALID",
    message: 'Cannot put "PKG-INFO" into the sdist: packwheel writes that file itself',
    hint: "Rename the file, or leave it out",
  },
];

describe("selectFiles(): what cannot be an sdist", () => {
  for (const { name, project, tree, code, message, hint } of refused) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(selectFiles(projectStub(project), memoryTree(filesOf(tree))), { code, message, hint });
    });
  }

  test("refuses a guess that would be another one in the sdist", async () => {
    // In the tree `foo` is a package with a part `bar`, so the name leads to lib/; the sdist has `foo/bar` alone.
    const project = projectStub({ name: "foo-bar", tool: { sdistInclude: ["foo/bar/"] } });
    const tree = memoryTree(filesOf("foo/__init__.py foo/bar/__init__.py lib/foo_bar/__init__.py"));
    await assert.rejects(selectFiles(project, tree), {
      code: "PROJECT_SDIST_INCOMPLETE",
      message: 'Cannot build the same wheel from the sdist: "foo_bar/__init__.py" would be missing there',
      hint: "Name the packages in `packages` under [tool.packwheel]",
    });
  });
});

describe("selectFiles(): license and SBOM files", () => {
  test("gives license files by the value of License-File, once each", async () => {
    const project = projectStub({ licenseFile: ["licenses/MIT.txt", "LICENSE", "LICENSE"] });
    const { licenseFiles } = await selectFiles(project, memoryTree(filesOf(`${HELLO} LICENSE licenses/MIT.txt`)));
    assert.deepEqual(
      licenseFiles.map((member) => member.path),
      ["LICENSE", "licenses/MIT.txt"],
    );
    assert.equal(await textOf(licenseFiles[1]!.open()), "licenses/MIT.txt");
  });

  test("gives SBOM files by their file name, for globs that overlap too", async () => {
    const project = projectStub({ tool: { sbomFiles: ["**/*.cdx.json", "sbom/{a,b}.*", "dist/c.cdx.json"] } });
    const tree = memoryTree(filesOf(`${HELLO} sbom/a.cdx.json sbom/b.spdx.json .sbom/d.cdx.json dist/c.cdx.json`));
    const { sboms } = await selectFiles(project, tree);
    assert.deepEqual(
      sboms.map((member) => member.path),
      ["a.cdx.json", "b.spdx.json", "c.cdx.json", "d.cdx.json"],
    );
    assert.equal(await textOf(sboms[2]!.open()), "dist/c.cdx.json");
  });
});

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of content) text += new TextDecoder().decode(chunk);
  return text;
}
