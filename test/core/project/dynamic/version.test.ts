import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PackwheelError } from "../../../../src/core/errors.ts";
import type { Environment, GitDescription } from "../../../../src/core/ports/environment.ts";
import { convertSemanticVersion } from "../../../../src/core/project/dynamic/semantic-version.ts";
import { type Files, listFindings, readToml } from "../sample-project.ts";

function projectWith(source: string): string {
  return `[project]\nname = "hello"\ndynamic = ["version"]\n[tool.packwheel.dynamic]\nversion = ${source}\n`;
}

function environment(
  variables: Readonly<Record<string, string>>,
  git?: GitDescription | PackwheelError | undefined,
): Environment & { readonly asked: (string | undefined)[] } {
  const asked: (string | undefined)[] = [];
  return {
    asked,
    variable: (name) => variables[name],
    async describeGit(match) {
      asked.push(match);
      if (git instanceof PackwheelError) throw git;
      return git;
    },
  };
}

const CARGO = '[package]\nname = "hello"\nversion = "1.2.3-rc.1"\n';

describe("a dynamic version", () => {
  const files: readonly { readonly source: string; readonly files: Files; readonly version: string }[] = [
    { source: '{ python = "hello.py" }', files: { "hello.py": "__version__ = '1.0-beta'" }, version: "1.0b0" },
    {
      source: '{ python = "src/hello/about.py", attribute = "VERSION" }',
      files: { "src/hello/about.py": "VERSION = '2'" },
      version: "2",
    },
    { source: '{ file = "VERSION" }', files: { VERSION: "\ufeffv1.2\r\n" }, version: "1.2" },
    {
      source: `{ file = "CMakeLists.txt", regex = '^project\\(hello VERSION (?<version>[0-9.]+)' }`,
      files: { "CMakeLists.txt": "# c\r\nproject(hello VERSION 3.1 LANGUAGES C)\r\n" },
      version: "3.1",
    },
    {
      source: `{ file = "x.h", regex = '"(?P<version>.+?)"$' }`,
      files: { "x.h": '#define VERSION "4.0"\n' },
      version: "4.0",
    },
    {
      source: '{ package-json = "web/package.json" }',
      files: { "web/package.json": '{"version": "1.2.3-beta.1"}' },
      version: "1.2.3b1",
    },
    { source: '{ cargo-toml = "Cargo.toml" }', files: { "Cargo.toml": CARGO }, version: "1.2.3rc1" },
  ];
  for (const { source, files: held, version } of files) {
    test(`comes from ${source}`, async () => {
      const project = await readToml(projectWith(source), held);
      assert.equal(project.version, version);
      assert.equal(project.metadata.version, version);
      assert.deepEqual(project.referencedFiles, Object.keys(held));
      assert.deepEqual(project.metadata.dynamic, []);
    });
  }

  const inWorkspace = '[package]\nname = "x"\nversion.workspace = true\n';
  const workspace = '[workspace.package]\nversion = "0.5.0"\n';
  const workspaces = [
    {
      name: "the folder above",
      files: { "rust/x/Cargo.toml": inWorkspace, "rust/Cargo.toml": workspace },
      used: ["rust/Cargo.toml", "rust/x/Cargo.toml"],
    },
    {
      name: "the root",
      files: { "rust/x/Cargo.toml": inWorkspace, "Cargo.toml": workspace, "rust/Cargo.toml": "[package]\n" },
      used: ["Cargo.toml", "rust/x/Cargo.toml"],
    },
    {
      name: "the same file",
      files: { "rust/x/Cargo.toml": inWorkspace + workspace },
      used: ["rust/x/Cargo.toml"],
    },
    {
      name: "the path that it names",
      files: { "rust/x/Cargo.toml": `${inWorkspace}workspace = "../../ws"\n`, "ws/Cargo.toml": workspace },
      used: ["rust/x/Cargo.toml", "ws/Cargo.toml"],
    },
  ];
  for (const { name, files: held, used } of workspaces) {
    test(`of a Cargo.toml comes from its workspace in ${name}`, async () => {
      const project = await readToml(projectWith('{ cargo-toml = "rust/x/Cargo.toml" }'), held);
      assert.equal(project.version, "0.5.0");
      assert.deepEqual(project.referencedFiles, used);
    });
  }

  test("comes from an environment variable", async () => {
    const project = await readToml(
      projectWith('{ env = "MY_VERSION" }'),
      {},
      { environment: environment({ MY_VERSION: " 1.0 " }) },
    );
    assert.equal(project.version, "1.0");
    assert.deepEqual(project.referencedFiles, []);
  });

  const tags = [
    { tag: "v1.2.3", distance: 0, version: "1.2.3" },
    { tag: "V1.2.3", distance: 0, version: "1.2.3" },
    { tag: "1.2.3", distance: 5, version: "1.2.4.dev5" },
    { tag: "v1.2", distance: 5, version: "1.3.dev5" },
    { tag: "v2.0rc1", distance: 1, version: "2.0rc2.dev1" },
    { tag: "v2.0.0-beta.2", distance: 0, version: "2.0.0b2" },
    { tag: "v1.0.post1", distance: 2, version: "1.0.post2.dev2" },
    { tag: "v1.0.dev3", distance: 2, version: "1.0.dev5" },
    { tag: "v1.0+local", distance: 2, version: "1.1.dev2" },
    { tag: "release/1.2.3", distance: 0, version: "1.2.3" },
    { tag: "hello-2-1.2.3", distance: 0, version: "1.2.3" },
    { tag: "hello2-v1.2.3", distance: 0, version: "1.2.3" },
    { tag: "pkg@1.2.3", distance: 0, version: "1.2.3" },
  ];
  for (const { tag, distance, version } of tags) {
    test(`is ${version}, ${distance} commits after the tag ${tag}`, async () => {
      const asked = environment({}, { tag, distance, commit: "1A2B3C4", dirty: distance > 0 });
      const project = await readToml(projectWith("{ git-tag = true }"), {}, { environment: asked });
      assert.equal(project.version, version);
      assert.deepEqual(asked.asked, [undefined]);
      assert.deepEqual(project.findings, []);
    });
  }

  test("names the commit when it is asked to, and only between tags", async () => {
    const toml = projectWith('{ git-tag = "v*", commit = true }');
    const between = environment({}, { tag: "v1.0", distance: 3, commit: "0a1b2c3", dirty: false });
    assert.equal((await readToml(toml, {}, { environment: between })).version, "1.1.dev3+g0a1b2c3");
    assert.deepEqual(between.asked, ["v*"]);
    const digits = environment({}, { tag: "v1.0", distance: 3, commit: "0012345", dirty: false });
    assert.equal((await readToml(toml, {}, { environment: digits })).version, "1.1.dev3+g0012345");
    const at = environment({}, { tag: "v1.0", distance: 0, commit: "0a1b2c3", dirty: false });
    assert.equal((await readToml(toml, {}, { environment: at })).version, "1.0");
  });

  test("warns when the tag does not tell the whole tree", async () => {
    const dirty = environment({}, { tag: "v1.0", distance: 0, commit: "0a1b2c3", dirty: true });
    assert.deepEqual(await listFindings(projectWith("{ git-tag = true }"), {}, { environment: dirty }), [
      [
        "warning",
        "PROJECT_VERSION_DIRTY",
        "pyproject.toml: tool.packwheel.dynamic.version",
        'Version is 1.0 by the tag "v1.0", but the tree has changes that are not committed',
        "Commit the changes, or build from a clean checkout",
      ],
    ]);
  });

  test("set from outside wins over everything, and asks nobody", async () => {
    const asked = environment({}, new PackwheelError("GIT_UNAVAILABLE", "no git"));
    const sdist = { "PKG-INFO": "Metadata-Version: 2.4\nName: hello\nVersion: 7\n" };
    const dynamic = await readToml(projectWith("{ git-tag = true }"), sdist, {
      environment: asked,
      setVersion: "2.0-rc1",
    });
    assert.equal(dynamic.version, "2.0rc1");
    assert.deepEqual(asked.asked, []);
    assert.deepEqual(dynamic.findings, []);

    const unsourced = await readToml('[project]\nname = "a"\ndynamic = ["version"]', {}, { setVersion: "1" });
    assert.equal(unsourced.version, "1");

    const fixed = await readToml('[project]\nname = "a"\nversion = "1"', {}, { setVersion: "2" });
    assert.equal(fixed.version, "2");
    assert.deepEqual(fixed.findings, [
      {
        code: "PROJECT_VERSION_OVERRIDDEN",
        severity: "note",
        path: "pyproject.toml: project.version",
        message: 'Version "1" is replaced by "2" for this build',
        hint: 'Write `dynamic = ["version"]` if every version comes so, for tools that read the sdist\'s pyproject.toml',
      },
    ]);
  });

  test("set from outside must be a version", async () => {
    assert.deepEqual(await listFindings(projectWith("{ git-tag = true }"), {}, { setVersion: "next" }), [
      [
        "error",
        "PROJECT_VERSION_INVALID",
        "--set-version",
        'Cannot read the version "next": not a PEP 440 version',
        "Write a version such as `1.2.3`, `1.2.3rc1`, `1.2.3.post1` or `1.2.3.dev1`",
      ],
    ]);
  });

  test("set from outside leaves the files of its source in the sdist", async () => {
    const toml = projectWith('{ cargo-toml = "x/Cargo.toml" }');
    const held = { "x/Cargo.toml": inWorkspace, "Cargo.toml": workspace };
    const project = await readToml(toml, held, { setVersion: "9" });
    assert.equal(project.version, "9");
    assert.deepEqual(project.referencedFiles, ["Cargo.toml", "x/Cargo.toml"]);
  });

  const failing = [
    {
      source: '{ python = "hello.py" }',
      files: {},
      path: "tool.packwheel.dynamic.version",
      code: "PROJECT_FILE_INVALID",
      message: 'File "hello.py" does not exist',
      hint: "Write the path of a file of the project",
    },
    {
      source: '{ python = "hello.py" }',
      files: { "hello.py": "\n\nfrom ._version import __version__" },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'File "hello.py" assigns no __version__ at its top level',
      hint: 'Write `__version__ = "1.0"` in it, or name another file or attribute',
    },
    {
      source: '{ python = "hello.py" }',
      files: { "hello.py": "\n\n__version__ = version('hello')" },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: "__version__ in hello.py:3 is not a string constant, and Python is not run",
      hint: 'Write `__version__ = "1.0"` there, or take the version from another source',
    },
    {
      source: '{ python = "hello.py" }',
      files: { "hello.py": "__version__ = 'next'" },
      code: "PROJECT_VERSION_INVALID",
      message: 'Cannot read the version "next": not a PEP 440 version',
      hint: "Write a version such as `1.2.3`, `1.2.3rc1`, `1.2.3.post1` or `1.2.3.dev1`",
    },
    {
      source: `{ file = "a.txt", regex = 'v(?<version>\\d)' }`,
      files: { "a.txt": "nothing" },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'Expression "v(?<version>\\\\d)" matches nothing in "a.txt"',
      hint: "Correct the expression or the file",
    },
    {
      source: '{ package-json = "package.json" }',
      files: { "package.json": "{" },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'File "package.json" is not JSON',
      hint: "Correct the file",
    },
    {
      source: '{ package-json = "package.json" }',
      files: { "package.json": '{"version": 1}' },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'File "package.json" has no version',
      hint: 'Write `"version": "1.0.0"` in it',
    },
    {
      source: '{ package-json = "package.json" }',
      files: { "package.json": '{"version": "1.0.0-next.4"}' },
      code: "PROJECT_VERSION_INVALID",
      message: 'Cannot read the version "1.0.0-next.4": Python versions have no pre-release like "next.4"',
      hint: "Use `-alpha.N`, `-beta.N`, `-rc.N` or `-dev.N`, or pass --set-version",
    },
    {
      source: '{ cargo-toml = "Cargo.toml" }',
      files: { "Cargo.toml": "[package]\n" },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'File "Cargo.toml" has no package.version',
      hint: 'Write `version = "0.1.0"` below [package]',
    },
    {
      source: '{ cargo-toml = "Cargo.toml" }',
      files: { "Cargo.toml": inWorkspace },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'File "Cargo.toml" takes its version from a workspace that is not in the project',
      hint: 'Write `version = "0.1.0"` below [package], or pass --set-version',
    },
    {
      source: '{ cargo-toml = "a/Cargo.toml" }',
      files: { "a/Cargo.toml": `${inWorkspace}workspace = "../.."\n` },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'File "a/Cargo.toml" takes its version from a workspace that is not in the project',
      hint: 'Write `version = "0.1.0"` below [package], or pass --set-version',
    },
    {
      source: '{ cargo-toml = "Cargo.toml" }',
      files: { "Cargo.toml": `${inWorkspace}[workspace]\nmembers = []\n` },
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'File "Cargo.toml" has no workspace.package.version',
      hint: 'Write `version = "0.1.0"` below [workspace.package]',
    },
    {
      source: '{ env = "MY_VERSION" }',
      files: {},
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: "Environment variable MY_VERSION is not set",
      hint: "Set MY_VERSION, or pass --set-version",
    },
    {
      source: '{ env = "EMPTY" }',
      files: {},
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: "Environment variable EMPTY is empty",
      hint: "Set EMPTY, or pass --set-version",
    },
    {
      source: "{ git-tag = true }",
      files: {},
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: "Git knows no tag",
      hint: "Create a tag such as `v1.0.0`, run `git fetch --tags --unshallow` in a clone without history, or pass --set-version",
    },
    {
      source: '{ git-tag = "v*" }',
      files: {},
      code: "PROJECT_DYNAMIC_UNRESOLVED",
      message: 'Git knows no tag that matches "v*"',
      hint: "Create a tag such as `v1.0.0`, run `git fetch --tags --unshallow` in a clone without history, or pass --set-version",
    },
  ];
  for (const { source, files: held, code, message, hint } of failing) {
    test(`is missing: ${message}`, async () => {
      const options = { environment: environment({ EMPTY: " " }) };
      assert.deepEqual(await listFindings(projectWith(source), held, options), [
        ["error", code, "pyproject.toml: tool.packwheel.dynamic.version", message, hint],
      ]);
    });
  }

  test("says so when git cannot be asked, or its tag is no version", async () => {
    const toml = projectWith("{ git-tag = true }");
    const ask = async (git: GitDescription | PackwheelError) =>
      (await listFindings(toml, {}, { environment: environment({}, git) }))[0]?.slice(3);
    assert.deepEqual(await ask(new PackwheelError("GIT_UNAVAILABLE", "Cannot run git", { hint: "Install it" })), [
      "Cannot run git",
      "Install it",
    ]);
    assert.deepEqual(await ask({ tag: "nightly", distance: 0, commit: "a", dirty: false }), [
      'Tag "nightly" holds no version',
      'Tell the right tags by a pattern, such as `git-tag = "v*"`',
    ]);
    assert.deepEqual((await listFindings(toml))[0]?.slice(3), ["Git cannot be asked here", "Pass --set-version"]);
  });
});

describe("convertSemanticVersion()", () => {
  const versions = [
    { text: "1.2.3", python: "1.2.3" },
    { text: " 1.2.3\n", python: "1.2.3" },
    { text: "1.2.3-alpha", python: "1.2.3a0" },
    { text: "1.2.3-alpha.4", python: "1.2.3a4" },
    { text: "1.2.3-beta1", python: "1.2.3b1" },
    { text: "1.2.3-rc-1", python: "1.2.3rc1" },
    { text: "1.2.3-pre.2", python: "1.2.3rc2" },
    { text: "1.2.3-dev.7", python: "1.2.3.dev7" },
    { text: "1.2.3+build-5.a", python: "1.2.3+build.5.a" },
    { text: "1.2.3-rc.1+x", python: "1.2.3rc1+x" },
  ];
  for (const { text, python } of versions) {
    test(`turns ${JSON.stringify(text)} into ${python}`, () => assert.equal(convertSemanticVersion(text), python));
  }
  for (const text of [
    "1.2",
    "v1.2.3",
    "1.2.3-",
    "",
    "1.2.3.4",
    "workspace:*",
    "1.2.3-0",
    "1.2.3-beta.1.2",
    "1.2.3-x",
  ]) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => convertSemanticVersion(text), { code: "VERSION_INVALID" });
    });
  }
});
