import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../../src/core/memory/memory-tree.ts";
import { readProject } from "../../../../src/core/project/read-project.ts";
import { writeMetadata } from "../../../../src/core/wheel/metadata.ts";
import { listFindings, readFailing, readToml } from "../sample-project.ts";

function projectWith(source: string): string {
  return `[project]\nname = "hello"\ndynamic = ["version"]\n[tool.packwheel.dynamic]\nversion = ${source}\n`;
}

describe("the version of an unpacked sdist", () => {
  const info = (name: string, metadata: string) =>
    `Metadata-Version: ${metadata}\nName: ${name}\nVersion: 1.5\n\nbody\n`;
  const sdist = { "PKG-INFO": info("Hello", "2.4") };

  for (const source of ["{ git-tag = true }", '{ env = "X" }', '{ file = "VERSION" }']) {
    test(`comes from PKG-INFO, not from ${source}`, async () => {
      const project = await readToml(projectWith(source), { ...sdist, VERSION: "3" });
      assert.equal(project.version, "1.5");
      assert.deepEqual(project.findings, []);
    });
  }

  test("is the one of PKG-INFO where pyproject.toml has another, with a warning", async () => {
    assert.deepEqual(await listFindings('[project]\nname = "hello"\nversion = "2"', sdist), [
      [
        "warning",
        "PROJECT_VERSION_OVERRIDDEN",
        "pyproject.toml: project.version",
        'Version "2" is not the one of PKG-INFO, "1.5", which counts in an unpacked sdist',
        "Delete PKG-INFO to build another version from these files",
      ],
    ]);
    assert.deepEqual(await listFindings('[project]\nname = "hello"\nversion = "1.5"', sdist), []);
  });

  const others = [
    { name: "another project", content: info("other", "2.4") },
    { name: "old metadata, where the version may change", content: info("hello", "2.1") },
    { name: "unknown metadata", content: info("hello", "3.0") },
    { name: "no version", content: "Metadata-Version: 2.4\nName: hello\n" },
    { name: "a version that is none", content: "Metadata-Version: 2.4\nName: hello\nVersion: x\n" },
  ];
  for (const { name, content } of others) {
    test(`does not come from a PKG-INFO of ${name}`, async () => {
      const project = await readToml(projectWith('{ file = "VERSION" }'), { "PKG-INFO": content, VERSION: "3" });
      assert.equal(project.version, "3");
    });
  }
});

describe("dynamic keys of an unpacked sdist", () => {
  const keys = [
    "version",
    "description",
    "readme",
    "requires-python",
    "license",
    "authors",
    "maintainers",
    "keywords",
    "classifiers",
    "urls",
    "dependencies",
    "optional-dependencies",
    "import-names",
    "import-namespaces",
  ];
  const toml = `[project]
name = "hello"
dynamic = ${JSON.stringify(keys)}
classifiers = ["Topic :: A"]
scripts.hello = "hello:main"
`;
  const info = `Metadata-Version: 2.5
Name: hello
Version: 1.5
Summary: Says hello
Author: Ann
Author-email: Bob <bob@example.org>
Maintainer-email: c@example.org
License-Expression: MIT
Project-URL: Home, https://example.org
Keywords: a,b
Classifier: Topic :: A
Classifier: Topic :: B
Requires-Python: >=3.9
Description-Content-Type: text/markdown
Provides-Extra: x
Requires-Dist: one
Requires-Dist: two; extra == "x"
Import-Name: hello
Import-Namespace: company

# Hello

From another backend.
`;

  test("come from PKG-INFO where nothing else says them", async () => {
    const project = await readToml(toml, { "PKG-INFO": info });
    assert.equal(writeMetadata(project.metadata), info);
    assert.deepEqual(project.entryPoints, { console_scripts: { hello: "hello:main" } });
  });

  test("come from their own source first", async () => {
    const sourced = `${toml}[tool.packwheel.dynamic]\ndescription = "d"\n`;
    const { metadata } = await readToml(sourced, { "PKG-INFO": info, d: "Mine" });
    assert.equal(metadata.summary, "Mine");
    assert.equal(metadata.keywords, "a,b");
  });

  test("are left open by those that PKG-INFO calls dynamic, and by entry points", async () => {
    const open = info.replace("Version: 1.5\n", "Version: 1.5\nDynamic: keywords\nDynamic: Requires-Dist\n");
    const error = await readFailing(toml.replace('"version",', '"version","scripts",'), { "PKG-INFO": open });
    assert.deepEqual(
      error.findings.map(({ message }) => message),
      ["scripts", "keywords", "dependencies", "optional-dependencies"].map(
        (key) => `"${key}" is listed, and nothing says where it comes from`,
      ),
    );
  });

  test("do not come from values that break out of their line", async () => {
    const error = await readFailing(toml, { "PKG-INFO": info.replace("Keywords: a,b", "Keywords: a,\n Evil: b") });
    assert.deepEqual(
      error.findings.map(({ message }) => message),
      ['"keywords" is listed, and nothing says where it comes from'],
    );
  });

  test("stay the same when the sdist is unpacked and packed again", async () => {
    const first = await readToml(toml, { "PKG-INFO": info });
    const tree = memoryTree({ "pyproject.toml": toml, "PKG-INFO": writeMetadata(first.metadata) });
    assert.deepEqual(await readProject(tree), first);
  });
});
