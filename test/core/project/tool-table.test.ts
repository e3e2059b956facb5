import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TOOL_KEYS, VERSION_SOURCES } from "../../../src/core/project/tool-keys.ts";
import type { ToolSettings } from "../../../src/core/project/tool-settings.ts";
import type { ToolTable } from "../../../src/core/project/tool-table.ts";
import { listFindings, readToml } from "./sample-project.ts";

const HEAD = '[project]\nname = "hello"\nversion = "1"\n[tool.packwheel]\n';

const NOTHING: ToolTable = {
  packages: undefined,
  include: [],
  exclude: [],
  sdistInclude: [],
  sdistExclude: [],
  forceInclude: {},
  data: {},
  sbomFiles: [],
  pythonTag: undefined,
  abiTag: undefined,
  platformTag: undefined,
  buildTag: undefined,
  metadataVersion: undefined,
  versionFile: undefined,
  native: [],
  compiler: undefined,
  dynamic: {},
};

describe("[tool.packwheel]", () => {
  test("has a default for every key", async () => {
    assert.deepEqual((await readToml('project = { name = "a", version = "1" }')).tool, NOTHING);
    assert.deepEqual((await readToml(HEAD)).tool, NOTHING);
  });

  test("is read key by key", async () => {
    const { tool, metadata } = await readToml(`${HEAD}
packages = ["./src/hello", "src/hello_cli.py"]
include = ["/assets/*.json", "!secret.json"]
exclude = ["**/tests"]
sdist-include = ["docs/"]
sdist-exclude = ["*.log"]
force-include = { "build/lib.so" = "hello/lib.so", "assets" = "" }
data.scripts = ["bin/run.sh"]
data.data = { "man/hello.1" = "share/man/man1/hello.1" }
data.headers = ["include/hello.h"]
sbom-files = ["sbom/*.json"]
python-tag = "py3.py2"
abi-tag = ["none"]
platform-tag = ["win_amd64", "manylinux_2_28_x86_64.musllinux_1_2_x86_64"]
build-tag = 7
metadata-version = "2.3"
version-file = "./src/hello/_version.py"
`);
    assert.deepEqual(tool, {
      ...NOTHING,
      packages: ["src/hello", "src/hello_cli.py"],
      include: ["/assets/*.json", "!secret.json"],
      exclude: ["**/tests"],
      sdistInclude: ["docs/"],
      sdistExclude: ["*.log"],
      forceInclude: { "build/lib.so": "hello/lib.so", assets: "" },
      data: {
        headers: { "include/hello.h": "include/hello.h" },
        scripts: { "bin/run.sh": "run.sh" },
        data: { "man/hello.1": "share/man/man1/hello.1" },
      },
      sbomFiles: ["sbom/*.json"],
      pythonTag: ["py2", "py3"],
      abiTag: ["none"],
      platformTag: ["manylinux_2_28_x86_64", "musllinux_1_2_x86_64", "win_amd64"],
      buildTag: "7",
      metadataVersion: "2.3",
      versionFile: "src/hello/_version.py",
    });
    assert.equal(metadata.metadataVersion, "2.3");
  });

  const bad = [
    { toml: "exclud = []", path: "exclud", message: 'Unknown key "exclud"', hint: 'Did you mean "exclude"?' },
    {
      toml: "data.script = []",
      path: "data.script",
      message: 'Unknown key "script"',
      hint: 'Did you mean "scripts"?',
    },
    {
      toml: "dynamic.versions = {}",
      path: "dynamic.versions",
      message: 'Unknown key "versions"',
      hint: 'Did you mean "version"?',
    },
    {
      toml: "packages = 'src/hello'",
      path: "packages",
      message: 'Expected an array, found the string "src/hello"',
      hint: 'Write it as an array: `["src/hello"]`',
    },
    {
      toml: "packages = ['../hello']",
      path: "packages[0]",
      message: 'Path "../hello" leaves the project',
      hint: "Move the file into the folder of pyproject.toml",
    },
    {
      toml: "include = ['']",
      path: "include[0]",
      message: 'Pattern "" is empty',
      hint: "Write a gitignore pattern",
    },
    {
      toml: "exclude = ['# tests']",
      path: "exclude[0]",
      message: 'Pattern "# tests" is a comment',
      hint: "Write a gitignore pattern",
    },
    {
      toml: "sdist-include = ['../docs']",
      path: "sdist-include[0]",
      message: 'Pattern "../docs" leaves the project',
      hint: "Write a gitignore pattern",
    },
    {
      toml: 'sdist-exclude = ["a\\nb"]',
      path: "sdist-exclude[0]",
      message: 'Pattern "a\\nb" has more than one line',
      hint: "Write a gitignore pattern",
    },
    {
      toml: "force-include = ['a']",
      path: "force-include",
      message: "Expected a table, found an array",
      hint: "Write a table",
    },
    {
      toml: "force-include = { a = '../b' }",
      path: "force-include.a",
      message: 'Path "../b" leaves the project',
      hint: "Move the file into the folder of pyproject.toml",
    },
    {
      toml: "force-include = { a = '/' }",
      path: "force-include.a",
      message: 'Path "/" is absolute',
      hint: "Write a path relative to pyproject.toml",
    },
    {
      toml: "data.scripts = { '/usr/bin/x' = 'x' }",
      path: "data.scripts./usr/bin/x",
      message: 'Path "/usr/bin/x" is absolute',
      hint: "Write a path relative to pyproject.toml",
    },
    {
      toml: "python-tag = 'PY3'",
      path: "python-tag",
      message: 'Tag "PY3" is not lower-case letters, digits and underscores',
      hint: "Write `py3`",
    },
    {
      toml: "platform-tag = 'linux-x86_64'",
      path: "platform-tag",
      message: 'Tag "linux-x86_64" is not lower-case letters, digits and underscores',
      hint: "Write `linux_x86_64`",
    },
    {
      toml: "abi-tag = 'none.'",
      path: "abi-tag",
      message: 'Tag "" is not lower-case letters, digits and underscores',
      hint: "Write a tag such as `py3`, `none` or `any`",
    },
    {
      toml: "abi-tag = []",
      path: "abi-tag",
      message: "Array is empty",
      hint: "Remove the key, or write at least one tag",
    },
    {
      toml: "build-tag = 'a1'",
      path: "build-tag",
      message: 'Build tag "a1" is not a digit followed by letters, digits, dots and underscores',
      hint: "Write a build tag such as `1` or `1_fix`",
    },
    {
      toml: "build-tag = '1-2'",
      path: "build-tag",
      message: 'Build tag "1-2" is not a digit followed by letters, digits, dots and underscores',
      hint: "Write a build tag such as `1` or `1_fix`",
    },
    {
      toml: "version-file = 'src/hello/VERSION'",
      path: "version-file",
      message: '"src/hello/VERSION" is not a Python file',
      hint: "Write a path that ends in .py",
    },
    {
      toml: "metadata-version = '2.1'",
      path: "metadata-version",
      message: 'Metadata version "2.1" cannot be written',
      hint: "Use one of 2.2, 2.3, 2.4, 2.5, 2.6",
    },
  ];
  for (const { toml, path, message, hint } of bad) {
    test(`reports ${toml}`, async () => {
      const findings = await listFindings(HEAD + toml);
      assert.deepEqual(
        findings.map(([severity, , place, text, advice]) => [severity, place?.replaceAll('"', ""), text, advice]),
        [["error", `pyproject.toml: tool.packwheel.${path}`, message, hint]],
      );
    });
  }

  test("reports a table that is none, but lets other tools alone", async () => {
    assert.deepEqual(await listFindings('project = { name = "a", version = "1" }\ntool = 1'), []);
    const findings = await listFindings('project = { name = "a", version = "1" }\n[tool]\npackwheel = 1');
    assert.deepEqual(findings[0]?.slice(2), [
      "pyproject.toml: tool.packwheel",
      "Expected a table, found an integer",
      "Write a table",
    ]);
  });

  test("reports a metadata version that lacks fields of the project", async () => {
    const toml = `[project]
name = "a"
version = "1"
license = "MIT"
import-names = ["a"]
[tool.packwheel]
metadata-version = "2.3"`;
    const findings = await listFindings(toml, { LICENSE: "x" });
    assert.deepEqual(
      findings.map(([, , , message, hint]) => [message, hint]),
      [
        ['Metadata version "2.3" has no field License-Expression, which the project uses', 'Use "2.4" or newer'],
        ['Metadata version "2.3" has no field License-File, which the project uses', 'Use "2.4" or newer'],
        ['Metadata version "2.3" has no field Import-Name, which the project uses', 'Use "2.5" or newer'],
      ],
    );
  });
});

describe("[tool.packwheel.dynamic] version", () => {
  const sources = "python, file, package-json, cargo-toml, git-tag, env";
  const bad = [
    {
      source: '"src/a.py"',
      path: "",
      message: 'Expected a table, found the string "src/a.py"',
      hint: 'Write `version = { python = "src/a.py" }`',
    },
    {
      source: '"1.0"',
      path: "",
      message: 'Expected a table, found the string "1.0"',
      hint: `Write a table with one of ${sources}, such as \`{ file = "VERSION" }\``,
    },
    { source: "{}", path: "", message: "Table names no source", hint: `Write exactly one of ${sources}` },
    {
      source: '{ env = "A", file = "b" }',
      path: "",
      message: "Table names several sources: file, env",
      hint: `Write exactly one of ${sources}`,
    },
    {
      source: '{ env = "A", attribute = "b" }',
      path: ".attribute",
      message: 'Unknown key "attribute"',
      hint: "Use one of env",
    },
    {
      source: '{ env = "A=B" }',
      path: ".env",
      message: '"A=B" is not the name of an environment variable',
      hint: "Use letters, digits and underscores",
    },
    {
      source: "{ git-tag = false }",
      path: ".git-tag",
      message: "Expected true or a pattern of tags, found a boolean",
      hint: 'Write `true`, or a pattern such as `"v*"`',
    },
    {
      source: '{ git-tag = "--upload-pack=x" }',
      path: ".git-tag",
      message: 'Expected true or a pattern of tags, found the string "--upload-pack=x"',
      hint: 'Write `true`, or a pattern such as `"v*"`',
    },
    {
      source: "{ git-tag = true, commit = 1 }",
      path: ".commit",
      message: "Expected true or false, found an integer",
      hint: "Write true or false",
    },
    {
      source: '{ python = "a.py", attribute = "a.b" }',
      path: ".attribute",
      message: '"a.b" is not the name of a module\'s attribute',
      hint: "Write the name alone, such as `__version__`",
    },
    {
      source: '{ python = "../a.py" }',
      path: ".python",
      message: 'Path "../a.py" leaves the project',
      hint: "Move the file into the folder of pyproject.toml",
    },
    {
      source: '{ file = "a", regex = "(" }',
      path: ".regex",
      message: '"(" is not a regular expression',
      hint: "Write it in JavaScript's syntax",
    },
    {
      source: '{ file = "a", regex = "v(.*)" }',
      path: ".regex",
      message: '"v(.*)" has no group named version',
      hint: 'Mark the version in it, as in `"VERSION = (?<version>[0-9.]+)"`',
    },
    {
      source: "{ package-json = true }",
      path: ".package-json",
      message: "Expected a string, found a boolean",
      hint: "Write a string",
    },
  ];
  for (const { source, path, message, hint } of bad) {
    test(`cannot be ${source}`, async () => {
      const toml = `[project]\nname = "a"\ndynamic = ["version"]\n[tool.packwheel.dynamic]\nversion = ${source}`;
      const environment = { variable: () => "1", describeGit: async () => undefined };
      const findings = await listFindings(toml, {}, { environment });
      const expected = [`pyproject.toml: tool.packwheel.dynamic.version${path}`, message, hint];
      assert.deepEqual(
        findings.map((finding) => finding.slice(2)),
        [expected],
      );
    });
  }
});

describe("[tool.packwheel.dynamic]", () => {
  const bad = [
    { line: "readme = []", path: "readme", message: "Array is empty", hint: "Write at least one file" },
    {
      line: "readme = { content-type = 'text/plain' }",
      path: "readme.files",
      message: "Key files is missing",
      hint: 'Write `files = ["README.md"]`',
    },
    {
      line: "readme = ['README']",
      path: "readme",
      message: 'File "README" ends in none of .md, .rst and .txt',
      hint: 'Write `{ files = ["README"], content-type = "text/markdown" }`',
    },
    {
      line: "optional-dependencies = { 'a b' = 'x' }",
      path: 'optional-dependencies."a b"',
      message: '"a b" cannot be the name of an extra',
      hint: "Use letters, digits, hyphens, underscores and dots, with a letter or digit at both ends",
    },
    {
      line: "dependencies = [1]",
      path: "dependencies[0]",
      message: "Expected a string, found an integer",
      hint: 'Write it in quotes: `"1"`',
    },
  ];
  for (const { line, path, message, hint } of bad) {
    test(`reports ${line}`, async () => {
      const key = line.slice(0, line.indexOf(" "));
      const toml = `[project]\nname = "a"\nversion = "1"\ndynamic = ["${key}"]\n[tool.packwheel.dynamic]\n${line}`;
      const findings = await listFindings(toml);
      const expected = [`pyproject.toml: tool.packwheel.dynamic.${path}`, message, hint];
      assert.deepEqual(
        findings.map((finding) => finding.slice(2)),
        [expected],
      );
    });
  }
});

describe("settings from outside", () => {
  const toml = `[project]
name = "hello"
dynamic = ["version", "readme"]
[tool.packwheel]
python-tag = "py2"
exclude = ["a"]
data.scripts = ["bin/a"]
[tool.packwheel.dynamic]
version = { file = "VERSION" }
readme = "README.md"
`;
  const files = { VERSION: "1", "README.md": "a", "b.md": "b" };
  async function readWith(overrides: ToolSettings) {
    const environment = { variable: () => "7", describeGit: async () => undefined };
    return readToml(toml, files, { overrides, environment });
  }

  test("replace keys of the file, and leave the others", async () => {
    const { tool, version, metadata } = await readWith({
      "python-tag": "py3.py2",
      exclude: ["b", "c"],
      include: "d",
      "force-include": ["x/a.so=hello/a.so", "y=z=1"],
      "data.data": "man=share/man",
      "data.headers": "include/a.h",
      "build-tag": "2",
      "dynamic.version": "env=VERSION",
      "dynamic.readme": ["b.md", "README.md"],
    });
    assert.deepEqual(tool.pythonTag, ["py2", "py3"]);
    assert.deepEqual(tool.exclude, ["b", "c"]);
    assert.deepEqual(tool.include, ["d"]);
    assert.deepEqual(tool.forceInclude, { "x/a.so": "hello/a.so", y: "z=1" });
    assert.deepEqual(tool.data, {
      scripts: { "bin/a": "a" },
      data: { man: "share/man" },
      headers: { "include/a.h": "include/a.h" },
    });
    assert.equal(tool.buildTag, "2");
    assert.equal(version, "7");
    assert.equal(metadata.description, "b\n\na\n");
  });

  test("may set booleans and lists within tables", async () => {
    const described = { tag: "v3", distance: 0, commit: "a", dirty: false };
    const environment = { variable: () => undefined, describeGit: async () => described };
    const overrides = { "dynamic.version": "git-tag=true" };
    assert.equal((await readToml(toml, files, { overrides, environment })).version, "3");
    const extras = await readToml(
      '[project]\nname = "a"\nversion = "1"\ndynamic = ["optional-dependencies"]',
      { "x.txt": "x", "y.txt": "y" },
      { overrides: { "dynamic.optional-dependencies": ["e=x.txt", "e=y.txt"] } },
    );
    assert.deepEqual(extras.metadata.requiresDist, ['x; extra == "e"', 'y; extra == "e"']);
  });

  const bad: readonly { overrides: ToolSettings; path: string; message: string; hint: string }[] = [
    {
      overrides: { "python-tags": "py3" },
      path: "--config-setting",
      message: 'Unknown setting "python-tags"',
      hint: 'Did you mean "python-tag"?',
    },
    {
      overrides: { "build-tag": ["1", "2"] },
      path: "--config-setting: build-tag",
      message: "Setting is given 2 times",
      hint: "Give it once",
    },
    {
      overrides: { "dynamic.optional-dependencies": "docs" },
      path: "--config-setting: dynamic.optional-dependencies",
      message: '"docs" has no =',
      hint: "Write it as `name=value`",
    },
    {
      overrides: { "force-include": "a" },
      path: "--config-setting: force-include",
      message: '"a" has no =',
      hint: "Write it as `name=value`",
    },
    {
      overrides: { "platform-tag": "Any" },
      path: "--config-setting: platform-tag",
      message: 'Tag "Any" is not lower-case letters, digits and underscores',
      hint: "Write `any`",
    },
    {
      overrides: { "dynamic.version": "envy=A" },
      path: "--config-setting: dynamic.version.envy",
      message: 'Unknown key "envy"',
      hint: 'Did you mean "env"?',
    },
  ];
  for (const { overrides, path, message, hint } of bad) {
    test(`report ${JSON.stringify(overrides)}`, async () => {
      const [finding] = await listFindings(toml, files, { overrides });
      assert.deepEqual(finding?.slice(2), [path, message, hint]);
    });
  }
});

describe("TOOL_KEYS", () => {
  test("names every key that a project may have, each in one line", async () => {
    for (const { name, default: fallback, meaning } of TOOL_KEYS) {
      assert.ok(fallback !== "" && meaning !== "" && !meaning.includes("\n") && !meaning.endsWith("."), name);
      const findings = await listFindings(`${HEAD}${name} = false`);
      assert.ok(!findings.some(([, code]) => code === "PROJECT_KEY_UNKNOWN"), name);
    }
    assert.equal(new Set(TOOL_KEYS.map(({ name }) => name)).size, TOOL_KEYS.length);
  });

  test("names no key that is not read", async () => {
    for (const { name } of TOOL_KEYS) {
      const findings = await listFindings(`${HEAD}${name} = 2000-01-01`);
      assert.ok(
        findings.some(
          ([severity, , path]) => severity === "error" && path?.startsWith(`pyproject.toml: tool.packwheel.${name}`),
        ),
        name,
      );
    }
  });
});

describe("VERSION_SOURCES", () => {
  for (const { name, options, example, meaning } of VERSION_SOURCES) {
    test(`shows ${name} by an example that is read`, async () => {
      assert.ok(meaning !== "" && !meaning.includes("\n") && !meaning.endsWith("."));
      const toml = `[project]\nname = "a"\ndynamic = ["version"]\n[tool.packwheel.dynamic]\n${example}`;
      const { tool } = await readToml(toml, {}, { setVersion: "1" });
      assert.equal(tool.dynamic.version?.kind, name);
      for (const option of options) assert.match(example, new RegExp(` ${option} = `));
    });
  }
});
