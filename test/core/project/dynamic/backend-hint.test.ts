/** Projects as users of other build backends have them: what packwheel asks them to add, and that this works. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Files, listFindings, readToml } from "../sample-project.ts";

interface Sample {
  readonly name: string;
  readonly toml: string;
  readonly files?: Files;
  /** The hint for each unresolved key, in the order of `dynamic`. */
  readonly hints: readonly string[];
}

const FLIT = `[build-system]
requires = ["flit_core >=3.11,<5"]
build-backend = "flit_core.buildapi"

[project]
name = "flit-sample"
authors = [{ name = "Thomas", email = "t@example.org" }]
readme = "README.rst"
license = "BSD-3-Clause"
license-files = ["LICENSE"]
requires-python = ">=3.8"
dynamic = ["version", "description"]

[project.urls]
Documentation = "https://flit.example.org"

[project.scripts]
flit = "flit_sample:main"
`;

const FLIT_FILES = { "README.rst": "x", LICENSE: "x", "flit_sample.py": '"""A sample."""\n__version__ = "3.12.0"\n' };

const SAMPLES: readonly Sample[] = [
  {
    name: "flit",
    toml: FLIT,
    files: FLIT_FILES,
    hints: [
      'Add `version = { python = "flit_sample.py" }` below [tool.packwheel.dynamic]',
      'Add `description = "flit_sample.py"` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "flit with a module of another name",
    toml: `${FLIT}[tool.flit.module]\nname = "other"\n`,
    files: { ...FLIT_FILES, "src/other/__init__.py": '"""Other."""\n__version__ = "1"\n' },
    hints: [
      'Add `version = { python = "src/other/__init__.py" }` below [tool.packwheel.dynamic]',
      'Add `description = "src/other/__init__.py"` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "hatchling with a file",
    toml: `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "hatch-sample"
dynamic = ["version"]
[tool.hatch.version]
path = "src/hatch_sample/__about__.py"
[tool.hatch.build.targets.wheel]
packages = ["src/hatch_sample"]
`,
    files: { "src/hatch_sample/__about__.py": 'VERSION = "1.0"\n' },
    hints: [
      'Add `version = { python = "src/hatch_sample/__about__.py", attribute = "VERSION" }` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "hatchling with a pattern",
    toml: `[project]
name = "a"
dynamic = ["version"]
[tool.hatch.version]
path = "a/v.txt"
pattern = '^release: "(?P<version>[^"]+)"'
`,
    files: { "a/v.txt": 'release: "2.0"\n' },
    hints: [
      'Add `version = { file = "a/v.txt", regex = \'^release: "(?<version>[^"]+)"\' }` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "hatchling with the pattern of hatch itself, in a file that is no Python",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.hatch.version]\npath = "meta.cfg"\n',
    files: { "meta.cfg": "VERSION = '2.0'\n" },
    hints: [
      'Add `version = { file = "meta.cfg", regex = "^(?:__version__|VERSION) *= *[\\"\']v?(?<version>[^\\"\']+)" }` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "hatch-vcs and hatch-fancy-pypi-readme",
    toml: `[project]
name = "a"
dynamic = ["version", "readme"]
[tool.hatch.version]
source = "vcs"
[tool.hatch.metadata.hooks.fancy-pypi-readme]
content-type = "text/markdown"
[[tool.hatch.metadata.hooks.fancy-pypi-readme.fragments]]
path = "README.md"
[[tool.hatch.metadata.hooks.fancy-pypi-readme.fragments]]
text = "---"
[[tool.hatch.metadata.hooks.fancy-pypi-readme.fragments]]
path = "CHANGES.md"
[[tool.hatch.metadata.hooks.fancy-pypi-readme.fragments]]
path = "README.md"
start-after = "<!-- end -->"
`,
    files: { "README.md": "", "CHANGES.md": "" },
    hints: [
      "Add `version = { git-tag = true }` below [tool.packwheel.dynamic]",
      'Add `readme = { files = ["README.md", "CHANGES.md"], content-type = "text/markdown" }` below [tool.packwheel.dynamic]: whole files, without other fragments',
    ],
  },
  {
    name: "hatch with an environment variable",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.hatch.version]\nsource = "env"\nvariable = "V"\n',
    hints: ['Add `version = { env = "V" }` below [tool.packwheel.dynamic]'],
  },
  {
    name: "hatch-nodejs-version and hatch-requirements-txt",
    toml: `[project]
name = "a"
dynamic = ["version", "dependencies", "optional-dependencies"]
[tool.hatch.version]
source = "nodejs"
[tool.hatch.metadata.hooks.requirements_txt]
files = ["requirements.txt"]
[tool.hatch.metadata.hooks.requirements_txt.optional-dependencies]
crypto = ["requirements-crypto.txt"]
`,
    files: { "package.json": '{"version":"1.0.0"}', "requirements.txt": "", "requirements-crypto.txt": "" },
    hints: [
      'Add `version = { package-json = "package.json" }` below [tool.packwheel.dynamic]',
      'Add `dependencies = ["requirements.txt"]` below [tool.packwheel.dynamic]',
      'Add `optional-dependencies = { crypto = ["requirements-crypto.txt"] }` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "setuptools with attr and files",
    toml: `[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"
[project]
name = "setuptools-sample"
dynamic = ["version", "readme", "dependencies", "optional-dependencies", "description"]
[tool.setuptools]
package-dir = {"" = "lib"}
[tool.setuptools.packages.find]
where = ["lib"]
[tool.setuptools.dynamic]
version = {attr = "sample.core.__version__"}
readme = {file = ["README.rst", "USAGE.rst"], content-type = "text/x-rst"}
dependencies = {file = ["requirements.txt"]}
optional-dependencies.test = {file = "requirements-test.txt"}
description = {file = "SUMMARY"}
`,
    files: {
      "lib/sample/core.py": '__version__ = "5"',
      "README.rst": "",
      "USAGE.rst": "",
      "requirements.txt": "",
      "requirements-test.txt": "",
      SUMMARY: "x",
    },
    hints: [
      'Add `version = { python = "lib/sample/core.py" }` below [tool.packwheel.dynamic]',
      'Add `readme = { files = ["README.rst", "USAGE.rst"], content-type = "text/x-rst" }` below [tool.packwheel.dynamic]',
      'Add `dependencies = ["requirements.txt"]` below [tool.packwheel.dynamic]',
      'Add `optional-dependencies = { test = ["requirements-test.txt"] }` below [tool.packwheel.dynamic]',
      'Add `description = "SUMMARY"` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "setuptools with a version file",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.setuptools.dynamic]\nversion = { file = ["VERSION"] }\n',
    files: { VERSION: "1" },
    hints: ['Add `version = { file = "VERSION" }` below [tool.packwheel.dynamic]'],
  },
  ...["setuptools_scm", "setuptools-scm", "poetry-dynamic-versioning", "uv-dynamic-versioning", "versioningit"].map(
    (tool) => ({
      name: tool,
      toml: `[project]\nname = "a"\ndynamic = ["version"]\n[tool.${tool}]\n`,
      hints: ["Add `version = { git-tag = true }` below [tool.packwheel.dynamic]"],
    }),
  ),
  {
    name: "poetry-core 2",
    toml: `[build-system]
requires = ["poetry-core>=2"]
build-backend = "poetry.core.masonry.api"
[project]
name = "poetry-sample"
description = "Sample"
requires-python = ">=3.9,<4.0"
dynamic = ["version", "readme", "classifiers", "dependencies"]
[tool.poetry]
version = "1.2.3"
readme = "README.md"
requires-poetry = ">=2.0"
packages = [{ include = "poetry_sample", from = "src" }]
[tool.poetry.dependencies]
requests = "^2.13"
[tool.poetry.group.dev.dependencies]
pytest = "*"
`,
    hints: [
      'Write `version = "1.2.3"` in [project], and remove "version" from dynamic',
      'Write `readme = "README.md"` in [project], and remove "readme" from dynamic',
      'Write classifiers in [project], and remove "classifiers" from dynamic',
      'Write the entries of [tool.poetry.dependencies] as `dependencies = ["name>=1.0"]` in [project], and remove "dependencies" from dynamic',
    ],
  },
  {
    name: "pdm with a file",
    toml: `[build-system]
requires = ["pdm-backend"]
build-backend = "pdm.backend"
[project]
name = "pdm-sample"
dynamic = ["version"]
[tool.pdm.version]
source = "file"
path = "src/pdm_sample/__init__.py"
`,
    files: { "src/pdm_sample/__init__.py": "__version__ = '1'" },
    hints: ['Add `version = { python = "src/pdm_sample/__init__.py" }` below [tool.packwheel.dynamic]'],
  },
  {
    name: "pdm with git",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.pdm.version]\nsource = "scm"\n',
    hints: ["Add `version = { git-tag = true }` below [tool.packwheel.dynamic]"],
  },
  {
    name: "pdm with git, writing the version into src/",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.pdm.version]\nsource = "scm"\nwrite_to = "a/_version.py"\n',
    files: { "src/a/__init__.py": "" },
    hints: [
      'Add `version = { git-tag = true }` below [tool.packwheel.dynamic], and `version-file = "src/a/_version.py"` below [tool.packwheel]',
    ],
  },
  {
    name: "hatch-vcs with a version file",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.hatch]\nversion.source = "vcs"\nbuild.hooks.vcs.version-file = "src/a/_version.py"\n',
    hints: [
      'Add `version = { git-tag = true }` below [tool.packwheel.dynamic], and `version-file = "src/a/_version.py"` below [tool.packwheel]',
    ],
  },
  {
    name: "setuptools-scm with a version file",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.setuptools_scm]\nwrite_to = "src/a/_version.py"\n',
    hints: [
      'Add `version = { git-tag = true }` below [tool.packwheel.dynamic], and `version-file = "src/a/_version.py"` below [tool.packwheel]',
    ],
  },
  {
    name: "setuptools-scm with a text file",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n[tool.setuptools_scm]\nversion_file = "VERSION"\n',
    hints: ["Add `version = { git-tag = true }` below [tool.packwheel.dynamic]"],
  },
  {
    name: "flit, with the version in another module",
    toml: `[build-system]
build-backend = "flit_core.buildapi"
requires = []
[project]
name = "idna"
dynamic = ["version"]
`,
    files: {
      "idna/__init__.py": "from .core import (\n    a,\n)\nfrom .package_data import __version__\n",
      "idna/package_data.py": '__version__ = "3.13"\n',
    },
    hints: ['Add `version = { python = "idna/package_data.py" }` below [tool.packwheel.dynamic]'],
  },
  {
    name: "flit, with the version under another name",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n',
    files: {
      "src/a/__init__.py": "from ._meta.data import (  # both\n  x, number as __version__,\n)\n",
      "src/a/_meta/data.py": 'number = "1"\n',
    },
    hints: ['Add `version = { python = "src/a/_meta/data.py", attribute = "number" }` below [tool.packwheel.dynamic]'],
  },
  {
    name: "poetry with classifiers",
    toml: `[project]
name = "a"
version = "1"
dynamic = ["classifiers"]
[tool.poetry]
classifiers = ["Topic :: Software Development"]
`,
    hints: [
      'Move classifiers from [tool.poetry] to [project], add those for Python versions, and remove "classifiers" from dynamic',
    ],
  },
  {
    name: "scikit-build-core",
    toml: `[project]
name = "a"
dynamic = ["version"]
[tool.scikit-build.metadata.version]
provider = "scikit_build_core.metadata.regex"
input = "src/a/__init__.py"
`,
    files: { "src/a/__init__.py": "__version__ = '1'" },
    hints: ['Add `version = { python = "src/a/__init__.py" }` below [tool.packwheel.dynamic]'],
  },
  {
    name: "maturin",
    toml: `[build-system]
requires = ["maturin>=1"]
build-backend = "maturin"
[project]
name = "a"
dynamic = ["version"]
[tool.maturin]
manifest-path = "rust/Cargo.toml"
`,
    files: { "rust/Cargo.toml": '[package]\nversion = "1.0.0"\n' },
    hints: ['Add `version = { cargo-toml = "rust/Cargo.toml" }` below [tool.packwheel.dynamic]'],
  },
  {
    name: "no known tool, and a constant in the package",
    toml: '[project]\nname = "My.Pkg"\ndynamic = ["version"]\n',
    files: { "src/my_pkg/_version.py": "version = '1'", "package.json": "{}" },
    hints: [
      'Add `version = { python = "src/my_pkg/_version.py", attribute = "version" }` below [tool.packwheel.dynamic]',
    ],
  },
  {
    name: "no known tool, and a file that may have it",
    toml: '[project]\nname = "a"\ndynamic = ["version"]\n',
    files: { "package.json": '{"version": "1.0.0"}' },
    hints: ['Add `version = { package-json = "package.json" }` below [tool.packwheel.dynamic]'],
  },
];

describe("a dynamic key that nothing resolves", () => {
  for (const { name, toml, files = {}, hints } of SAMPLES) {
    test(`gets the line to write, translated from ${name}`, async () => {
      const findings = await listFindings(toml, files);
      assert.deepEqual(
        findings.map(([severity, code, path, , hint]) => [severity, code, path, hint]),
        hints.map((hint) => ["error", "PROJECT_DYNAMIC_UNRESOLVED", "pyproject.toml: project.dynamic", hint]),
      );
    });

    test(`reads the project of ${name} once the lines are written`, async () => {
      const lines = hints.flatMap((hint) => /^Add `(.*)` below \[tool\.packwheel\.dynamic\]/.exec(hint)?.[1] ?? []);
      const kept = hints.flatMap((hint) => /remove "(.*)" from dynamic$/.exec(hint)?.[1] ?? []);
      const changed = kept.reduce((text, key) => text.replace(new RegExp(`"${key}",? ?`), ""), toml);
      const complete = `${changed}\n[tool.packwheel.dynamic]\n${lines.join("\n")}\n`
        .replace(/dynamic = \[.*\]/, (line) => line.replace(", ]", "]"))
        .replace(/(name = .*)\n/, kept.includes("version") ? '$1\nversion = "1.2.3"\n' : "$1\n");
      const environment = {
        variable: () => "1.0",
        describeGit: async () => ({ tag: "v1.0", distance: 0, commit: "a", dirty: false }),
      };
      const project = await readToml(complete, files, { environment });
      assert.notEqual(project.version, "");
    });
  }

  const generic = [
    {
      key: "version",
      hint: 'Add one of `version = { python = "src/hello/__init__.py" }`, `{ file = "VERSION" }`, `{ git-tag = true }` and `{ env = "VERSION" }` below [tool.packwheel.dynamic], or pass --set-version',
    },
    { key: "description", hint: 'Write `description = "..."` in [project], and remove "description" from dynamic' },
    {
      key: "readme",
      hint: 'Write `readme = "README.md"` in [project] and remove "readme" from dynamic, or add `readme = ["README.md", "CHANGELOG.md"]` below [tool.packwheel.dynamic]',
    },
    {
      key: "dependencies",
      hint: 'Write `dependencies = ["name>=1.0"]` in [project], and remove "dependencies" from dynamic',
    },
    {
      key: "optional-dependencies",
      hint: 'Write `optional-dependencies = { name = ["name>=1.0"] }` in [project], and remove "optional-dependencies" from dynamic',
    },
    {
      key: "license-files",
      hint: 'Remove "license-files" from dynamic: files with the usual names are found without it',
    },
    { key: "entry-points", hint: 'Write entry-points in [project], and remove "entry-points" from dynamic' },
  ];
  for (const { key, hint } of generic) {
    test(`gets general advice for ${key} where nothing is known`, async () => {
      const version = key === "version" ? "" : 'version = "1"\n';
      const findings = await listFindings(`[project]\nname = "hello"\n${version}dynamic = ["${key}"]`);
      assert.deepEqual(findings, [
        [
          "error",
          "PROJECT_DYNAMIC_UNRESOLVED",
          "pyproject.toml: project.dynamic",
          `"${key}" is listed, and nothing says where it comes from`,
          hint,
        ],
      ]);
    });
  }

  test("gets advice that no path or text of the file can break out of", async () => {
    const findings = await listFindings(`[project]
name = "a"
dynamic = ["version"]
[tool.hatch.version]
path = "../../etc/x\\u001b[31m.py"
`);
    assert.equal(
      findings[0]?.[4],
      'Add `version = { python = "../../etc/x\\u001b[31m.py" }` below [tool.packwheel.dynamic]',
    );
  });
});

describe("a project of uv_build", () => {
  test("is read as it is", async () => {
    const project = await readToml(
      `[project]
name = "uv-sample"
version = "0.1.0"
description = "Add your description here"
readme = "README.md"
authors = [{ name = "A", email = "a@example.org" }]
requires-python = ">=3.12"
dependencies = []
[project.scripts]
uv-sample = "uv_sample:main"
[build-system]
requires = ["uv_build>=0.9.0,<0.10.0"]
build-backend = "uv_build"
[tool.uv.build-backend]
module-name = "uv_sample"
[dependency-groups]
dev = ["ruff>=0.14"]
`,
      { "README.md": "" },
    );
    assert.deepEqual(project.findings, []);
    assert.equal(project.metadata.requiresPython, ">=3.12");
    assert.deepEqual(project.entryPoints, { console_scripts: { "uv-sample": "uv_sample:main" } });
  });
});
