import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { writeMetadata } from "../../../src/core/wheel/metadata.ts";
import { listFindings, readFailing, readToml } from "./sample-project.ts";

const FULL = `
[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "Spam.Eggs"
version = "1.0-RC1"
description = "  Lovely spam, wonderful spam  "
readme = "README.md"
requires-python = ">= 3.9, <4"
license = "mit or apache-2.0"
license-files = ["LICENSE", "licenses/*.txt"]
keywords = ["spam", "eggs and bacon"]
authors = [
  { name = "Ann Author" },
  { email = "bob@example.org" },
  { name = "C. Schultz", email = "c@example.org" },
  { name = "Ünï Cödé", email = "u@exämple.org" },
]
maintainers = [{ name = "Dora" }, { name = "Emil", email = "emil@example.org" }]
classifiers = [
  "Development Status :: 4 - Beta",
  "Programming Language :: Python :: 3",
]
dependencies = [
  "requests[socks,security] >= 2.8.1, == 2.8.* ; python_version < '2.7'",
  "httpx",
]
import-names = ["spam", "_spam ; private"]
import-namespaces = ["company"]

[project.optional-dependencies]
GUI_extra = ["PyQt5; os_name == 'nt' or os_name == 'posix'", "tool @ https://example.org/tool-1.0.zip"]
empty = []
all = ["spam.eggs[gui-extra]"]

[project.urls]
Homepage = "https://example.org"
"Issue tracker" = "https://example.org/issues?a=1,2"

[project.scripts]
spam-cli = "spam.cli:main"

[project.gui-scripts]
spam-gui = "spam.gui:main [gui-extra]"

[project.entry-points."spam.magical"]
tomatoes = "spam:tomatoes"

[dependency-groups]
test = ["pytest", { include-group = "docs" }]
docs = ["sphinx"]

[tool.packwheel]
python-tag = "py3.py2"
build-tag = "1"

[tool.other]
anything = true
`;

describe("readProject()", () => {
  test("turns every key of [project] into core metadata", async () => {
    const project = await readToml(FULL, {
      "README.md": "\ufeff# Spam\r\n\r\nFrom spam to eggs",
      LICENSE: "MIT",
      "licenses/b.txt": "b",
      "licenses/a.txt": "a",
      "licenses/sub/c.txt": "c",
    });
    assert.equal(
      writeMetadata(project.metadata),
      `Metadata-Version: 2.5
Name: Spam.Eggs
Version: 1.0rc1
Summary: Lovely spam, wonderful spam
Author: Ann Author
Author-email: bob@example.org, "C. Schultz" <c@example.org>, Ünï Cödé <u@exämple.org>
Maintainer: Dora
Maintainer-email: Emil <emil@example.org>
License-Expression: MIT OR Apache-2.0
Project-URL: Homepage, https://example.org
Project-URL: Issue tracker, https://example.org/issues?a=1,2
Keywords: spam,eggs and bacon
Classifier: Development Status :: 4 - Beta
Classifier: Programming Language :: Python :: 3
Requires-Python: <4,>=3.9
Description-Content-Type: text/markdown
License-File: LICENSE
License-File: licenses/a.txt
License-File: licenses/b.txt
Provides-Extra: gui-extra
Provides-Extra: empty
Provides-Extra: all
Requires-Dist: requests[security,socks]==2.8.*,>=2.8.1; python_version < "2.7"
Requires-Dist: httpx
Requires-Dist: PyQt5; (os_name == "nt" or os_name == "posix") and extra == "gui-extra"
Requires-Dist: tool @ https://example.org/tool-1.0.zip ; extra == "gui-extra"
Requires-Dist: spam.eggs[gui-extra]; extra == "all"
Import-Name: spam
Import-Name: _spam; private
Import-Namespace: company

# Spam

From spam to eggs
`,
    );
    assert.equal(project.name, "Spam.Eggs");
    assert.equal(project.version, "1.0rc1");
    assert.deepEqual(project.entryPoints, {
      console_scripts: { "spam-cli": "spam.cli:main" },
      gui_scripts: { "spam-gui": "spam.gui:main [gui-extra]" },
      "spam.magical": { tomatoes: "spam:tomatoes" },
    });
    assert.deepEqual(project.referencedFiles, ["LICENSE", "README.md", "licenses/a.txt", "licenses/b.txt"]);
    assert.deepEqual(project.tool.pythonTag, ["py2", "py3"]);
    assert.equal(project.tool.buildTag, "1");
    assert.deepEqual(project.findings, []);
  });

  test("needs no more than a name and a version", async () => {
    const project = await readToml('project = { name = "hello", version = "1" }');
    assert.equal(writeMetadata(project.metadata), "Metadata-Version: 2.4\nName: hello\nVersion: 1\n");
    assert.deepEqual(project.entryPoints, {});
    assert.deepEqual(project.referencedFiles, []);
    assert.deepEqual(project.findings, []);
  });

  test("takes a readme, a license and a description that are written into the file", async () => {
    const { metadata } = await readToml(`[project]
name = "hello"
version = "1"
readme = { text = "Hi\\r\\n", content-type = "Text/Markdown; charset=UTF-8; variant=GFM" }
license = { text = "MIT" }`);
    assert.equal(metadata.description, "Hi\n");
    assert.equal(metadata.descriptionContentType, "text/markdown; charset=UTF-8; variant=GFM");
    assert.equal(metadata.license, "MIT");
    assert.equal(metadata.licenseExpression, undefined);
  });

  const readmes = [
    { file: "README.MD", type: "text/markdown" },
    { file: "docs/README.rst", type: "text/x-rst" },
    { file: "README.txt", type: "text/plain" },
  ];
  for (const { file, type } of readmes) {
    test(`knows the content type of ${file}`, async () => {
      const { metadata } = await readToml(`[project]\nname = "a"\nversion = "1"\nreadme = "./${file}"`, {
        [file]: "x",
      });
      assert.equal(metadata.descriptionContentType, type);
      assert.equal(metadata.description, "x\n");
    });
  }

  test("puts the content of a legacy license file into License, and the file into the archives", async () => {
    const project = await readToml('[project]\nname = "a"\nversion = "1"\nlicense = { file = "legal/terms.txt" }', {
      "legal/terms.txt": "One\r\n\r\nTwo\r\n",
      COPYING: "x",
    });
    assert.equal(project.metadata.license, "One\n\nTwo");
    assert.deepEqual(project.metadata.licenseFile, ["COPYING", "legal/terms.txt"]);
    assert.deepEqual(
      project.findings.map(({ code, severity, hint }) => [code, severity, hint]),
      [
        [
          "PROJECT_LICENSE_DEPRECATED",
          "warning",
          'Write an SPDX expression, such as `license = "MIT"`, and `license-files = ["legal/terms.txt"]`',
        ],
      ],
    );
  });

  test("writes one empty Import-Name when there is nothing to import", async () => {
    for (const names of ["[]", '[""]']) {
      const { metadata } = await readToml(`[project]\nname = "a"\nversion = "1"\nimport-names = ${names}`);
      assert.match(writeMetadata(metadata), /^Metadata-Version: 2\.5\n(.*\n)*Import-Name: \n$/);
    }
  });

  test("keeps names that JavaScript uses for itself", async () => {
    const { entryPoints, metadata } = await readToml(`[project]
name = "a"
version = "1"
[project.scripts]
constructor = "a:b"
__proto__ = "a:c"
[project.urls]
__proto__ = "https://example.org"`);
    assert.deepEqual(Object.entries(entryPoints["console_scripts"] ?? {}), [
      ["constructor", "a:b"],
      ["__proto__", "a:c"],
    ]);
    assert.deepEqual(metadata.projectUrl, ["__proto__, https://example.org"]);
  });

  test("reports every problem of the file at once", async () => {
    const error = await readFailing(
      `
[build-system]
requires = ["hatchling >"]

[dependency-groups]
a = [{ include-group = "b" }]

[project]
name = "hel lo"
version = "one"
descripton = "typing error"
readme = "MISSING.md"
requires-python = "3.9"
license = "mti"
license-files = ["NOTHING*", "LICENCE"]
keywords = "a"
authors = [{ email = "a" }, "c"]
classifiers = ["Python"]
dependencies = ["requests 2"]
import-names = ["class"]
dynamic = ["name", "import_names"]
[project.urls]
Homepage = "example.org"
[project.scripts]
hello = "hello"
[project.entry-points.console_scripts]
x = "y:z"
[project.optional-dependencies]
"-x" = []
[tool.packwheel]
exclud = []
platform-tag = "win-amd64"
`,
      {},
      { overrides: { "python-tags": "py3" } },
    );
    assert.equal(error.code, "PROJECT_INVALID");
    assert.equal(error.message, "Cannot build from pyproject.toml: it has 25 problems");
    assert.equal(error.hint, undefined);
    assert.equal(error.path, "pyproject.toml");
    assert.deepEqual(
      error.findings.map(({ code, path }) => `${path} ${code}`),
      [
        "pyproject.toml: build-system.requires[0] BUILD_SYSTEM_INVALID",
        "pyproject.toml: dependency-groups.a DEPENDENCY_GROUP_INVALID",
        "pyproject.toml: project.descripton PROJECT_KEY_UNKNOWN",
        "pyproject.toml: project.name PROJECT_NAME_INVALID",
        "pyproject.toml: project.version PROJECT_VERSION_INVALID",
        "pyproject.toml: project.requires-python PROJECT_REQUIRES_PYTHON_INVALID",
        "pyproject.toml: project.license PROJECT_LICENSE_INVALID",
        "pyproject.toml: project.authors[0].email PROJECT_PERSON_INVALID",
        "pyproject.toml: project.authors[1] PROJECT_PERSON_INVALID",
        "pyproject.toml: project.keywords PROJECT_TYPE_WRONG",
        "pyproject.toml: project.classifiers[0] PROJECT_CLASSIFIER_INVALID",
        "pyproject.toml: project.urls.Homepage PROJECT_URL_INVALID",
        "pyproject.toml: project.scripts.hello PROJECT_ENTRY_POINT_INVALID",
        "pyproject.toml: project.entry-points.console_scripts PROJECT_ENTRY_POINT_INVALID",
        "pyproject.toml: project.dependencies[0] PROJECT_DEPENDENCY_INVALID",
        "pyproject.toml: project.optional-dependencies.-x PROJECT_EXTRA_INVALID",
        "pyproject.toml: project.import-names[0] PROJECT_IMPORT_NAME_INVALID",
        "pyproject.toml: project.dynamic[0] PROJECT_DYNAMIC_INVALID",
        "pyproject.toml: project.dynamic[1] PROJECT_DYNAMIC_INVALID",
        "--config-setting PROJECT_KEY_UNKNOWN",
        "pyproject.toml: tool.packwheel.exclud PROJECT_KEY_UNKNOWN",
        "pyproject.toml: tool.packwheel.platform-tag TOOL_VALUE_INVALID",
        "pyproject.toml: project.readme PROJECT_FILE_INVALID",
        "pyproject.toml: project.license-files[1] PROJECT_FILE_INVALID",
        "pyproject.toml: project.license-files[0] PROJECT_LICENSE_FILES_INVALID",
      ],
    );
  });

  test("tells a single problem in its message", async () => {
    const error = await readFailing('[project]\nname = "a"\nversion = "1"\nurls.Home = "example.org"');
    assert.equal(error.message, 'pyproject.toml: project.urls.Home: "example.org" is not a URL');
    assert.equal(error.hint, "Write `https://example.org`");
    assert.equal(error.findings.length, 1);
  });

  test("goes on after warnings, and hands them over", async () => {
    const findings = await listFindings(
      `tools = 1
[build-system]
requires = []
backend = "x"
[project]
name = "a"
version = "1"
license = "MIT"
classifiers = ["License :: OSI Approved :: MIT License", "Topic :: X", "Topic :: X"]
import-names = ["a.b"]
dynamic = ["dependencies", "dependencies"]
urls.Chat = "irc://example.org/a"
scripts.Run = "a:b"
gui-scripts.run = "a:c"
[tool.packwheel.dynamic]
dependencies = "requirements.txt"`,
      { "requirements.txt": "", LICENSE: new Uint8Array([0x4d, 0xe9]) },
    );
    assert.deepEqual(
      findings.map(([severity, code, path, message]) => `${severity} ${code} ${path}: ${message}`),
      [
        'warning PROJECT_KEY_UNKNOWN pyproject.toml: tools: Unknown table or key "tools"',
        'warning PROJECT_KEY_UNKNOWN pyproject.toml: build-system.backend: Unknown key "backend"',
        'warning PROJECT_CLASSIFIER_INVALID pyproject.toml: project.classifiers[2]: "Topic :: X" is there twice',
        'warning PROJECT_URL_INVALID pyproject.toml: project.urls.Chat: "irc://example.org/a" is neither http nor https, and PyPI refuses other links',
        'warning PROJECT_ENTRY_POINT_INVALID pyproject.toml: project.gui-scripts.run: Scripts "Run" and "run" are one file on Windows and macOS',
        'warning PROJECT_DYNAMIC_INVALID pyproject.toml: project.dynamic[1]: "dependencies" is there twice',
        'warning PROJECT_IMPORT_NAME_INVALID pyproject.toml: project.import-names: "a" is in neither import-names nor import-namespaces, though a name below it is',
        'warning PROJECT_LICENSE_DEPRECATED pyproject.toml: project.classifiers: Classifier "License :: OSI Approved :: MIT License" repeats what license says',
        'warning PROJECT_LICENSE_FILES_INVALID pyproject.toml: project.license-files: License file "LICENSE" is not UTF-8',
      ],
    );
  });
});
