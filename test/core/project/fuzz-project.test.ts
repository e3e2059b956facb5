/** Files as an attacker may write them: reading ends in a project or a `PackwheelError`, and no value leaves its line. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PackwheelError } from "../../../src/core/errors.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { Project } from "../../../src/core/project/project.ts";
import { readProject } from "../../../src/core/project/read-project.ts";
import { writeEntryPoints } from "../../../src/core/wheel/entry-points.ts";
import { LINE_BOUNDARY } from "../../../src/core/wheel/header-block.ts";
import { parseMetadata, writeMetadata } from "../../../src/core/wheel/metadata.ts";
import { METADATA_FIELDS } from "../../../src/core/wheel/metadata-fields.ts";
import { flipBytes } from "../flip-bytes.ts";
import { mutated } from "../names/arbitraries.ts";
import { readToml } from "./sample-project.ts";

const SAMPLE = `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[dependency-groups]
test = ["pytest", { include-group = "docs" }]
docs = ["sphinx"]
[project]
name = "hello"
dynamic = ["version", "description", "readme", "dependencies", "optional-dependencies"]
requires-python = ">=3.8"
license = "MIT OR Apache-2.0"
license-files = ["LICENSE", "lic*/**"]
keywords = ["a", "b"]
authors = [{ name = "A B", email = "a@example.org" }, { name = "C" }]
classifiers = ["Topic :: X"]
dependencies = ["x>=1; os_name == 'nt'"]
import-names = ["hello", "_hello; private"]
import-namespaces = ["company"]
[project.optional-dependencies]
e = ["y @ https://example.org/y.zip"]
[project.urls]
Home = "https://example.org"
[project.scripts]
run = "hello:main"
[project.entry-points.group]
e = "hello.e"
[tool.packwheel]
packages = ["hello"]
force-include = { a = "b" }
data.scripts = ["bin/x"]
python-tag = "py2.py3"
build-tag = "1"
[tool.packwheel.dynamic]
version = { python = "hello.py" }
description = "hello.py"
readme = { files = ["a.md", "b.md"], content-type = "text/markdown" }
dependencies = ["r.txt"]
optional-dependencies = { f = ["r.txt"] }
`;

const FILES = {
  "hello.py": '"""Hello."""\n__version__ = "1.0"\n',
  "a.md": "a",
  "b.md": "b",
  "r.txt": "z\n",
  LICENSE: "x",
  "lic/y": "y",
};

/** Whatever was read can be written, and reads back as the same fields. */
function checkWritten({ metadata, entryPoints }: Project): void {
  const text = writeMetadata(metadata);
  const parsed = parseMetadata(text);
  assert.deepEqual(parsed.findings, []);
  for (const { key } of METADATA_FIELDS) {
    const value = metadata[key];
    if (key === "description" || key === "license" || value === undefined || value === "") continue;
    for (const line of typeof value === "string" ? [value] : value) assert.ok(!LINE_BOUNDARY.test(line), line);
    assert.deepEqual(parsed.metadata[key], value, key);
  }
  writeEntryPoints(entryPoints);
}

async function readBytes(bytes: Uint8Array, more: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  let project: Project;
  try {
    project = await readProject(memoryTree({ ...more, "pyproject.toml": bytes }));
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    // What a terminal would obey never comes through.
    const shown = [error, ...error.findings].flatMap(({ message, hint }) => [message, hint ?? ""]).join("\n");
    assert.doesNotMatch(shown, /[^\P{Cc}\n]/u);
    return;
  }
  checkWritten(project);
}

describe("readProject() of any bytes", () => {
  const sample = new TextEncoder().encode(SAMPLE);

  test("reads the sample itself", async () => {
    const project = await readToml(SAMPLE, FILES);
    assert.deepEqual(project.findings, []);
    checkWritten(project);
  });

  test("ends in a project or a PackwheelError with ten thousand changed files", async () => {
    for (const bytes of flipBytes(sample, 10_000)) await readBytes(bytes, FILES);
  });

  test("ends with ten thousand files that mostly are TOML still", async () => {
    const alphabet = "abz019 _-.,:;=*?/\\@#'\"[]{}()<>!&|+~^$%é\u{1F600}\u2028\n";
    await fc.assert(
      fc.asyncProperty(mutated(fc.constant(SAMPLE), alphabet), (toml) =>
        readBytes(new TextEncoder().encode(toml), FILES),
      ),
      { numRuns: 10_000 },
    );
  });

  test("ends when values are swapped for ones of other types", async () => {
    const values = [
      "1",
      "''",
      "[]",
      "{}",
      "true",
      "1.5",
      "2000-01-01",
      "[[]]",
      "[{}]",
      "{ a = [1] }",
      "'a'",
      "['a', 'a']",
    ];
    const lines = SAMPLE.split("\n");
    for (const [index, line] of lines.entries()) {
      const key = /^(\S+) = /.exec(line)?.[1];
      if (key === undefined) continue;
      for (const value of values) {
        const toml = lines.with(index, `${key} = ${value}`).join("\n");
        await readBytes(new TextEncoder().encode(toml), FILES);
      }
    }
  });

  test("ends when it is cut short anywhere", async () => {
    for (let length = 0; length < sample.length; length += 3) await readBytes(sample.subarray(0, length), FILES);
  });

  test("ends with changed files beside it", async () => {
    for (const [name, content] of Object.entries(FILES)) {
      for (const bytes of flipBytes(new TextEncoder().encode(content.repeat(3)), 200)) {
        await readBytes(sample, { ...FILES, [name]: bytes });
      }
    }
  });
});

describe("readProject() of an sdist with any PKG-INFO", () => {
  const keys = [
    "version",
    "description",
    "readme",
    "license",
    "authors",
    "keywords",
    "classifiers",
    "urls",
    "dependencies",
  ];
  const toml = new TextEncoder().encode(`[project]\nname = "hello"\ndynamic = ${JSON.stringify(keys)}\n`);
  const info = `Metadata-Version: 2.4
Name: hello
Version: 1.5
Summary: Says hello
Author-email: "B, C" <bob@example.org>
License: One
         Two
Project-URL: Home, https://example.org
Keywords: a,b
Classifier: Topic :: A
Description-Content-Type: text/markdown
Provides-Extra: x
Requires-Dist: one
Requires-Dist: two; extra == "x"

# Hello
`;

  test("ends in a project that can be written, or a PackwheelError", async () => {
    checkWritten(await readProject(memoryTree({ "pyproject.toml": toml, "PKG-INFO": info })));
    for (const bytes of flipBytes(new TextEncoder().encode(info), 10_000)) await readBytes(toml, { "PKG-INFO": bytes });
  });
});

describe("a string with line ends in it", () => {
  /** Everywhere that a string may stand; `$` is the string, in TOML's own escapes. */
  const places = [
    'name = "a$"\nversion = "1"',
    'name = "a"\nversion = "1$"',
    'name = "a"\nversion = "1"\ndescription = "a$b"',
    'name = "a"\nversion = "1"\nrequires-python = ">=3$"',
    'name = "a"\nversion = "1"\nrequires-python = "===3$x"',
    'name = "a"\nversion = "1"\nlicense = "MIT$"',
    'name = "a"\nversion = "1"\nlicense = { text = "a$b" }',
    'name = "a"\nversion = "1"\nlicense = "LicenseRef-$x"',
    'name = "a"\nversion = "1"\nlicense-files = ["L$*"]',
    'name = "a"\nversion = "1"\nlicense-files = ["a$b"]',
    'name = "a"\nversion = "1"\nreadme = "a$.md"',
    'name = "a"\nversion = "1"\nreadme = { text = "a$b", content-type = "text/plain" }',
    'name = "a"\nversion = "1"\nreadme = { text = "a", content-type = "text/plain$" }',
    'name = "a"\nversion = "1"\nreadme = { text = "a", content-type = "text/plain; charset=UTF-8$x" }',
    'name = "a"\nversion = "1"\nkeywords = ["a$b"]',
    'name = "a"\nversion = "1"\nauthors = [{ name = "a$b" }]',
    'name = "a"\nversion = "1"\nauthors = [{ name = "a$b", email = "a@b.org" }]',
    'name = "a"\nversion = "1"\nmaintainers = [{ email = "a@b.org$" }]',
    'name = "a"\nversion = "1"\nmaintainers = [{ email = "a@b$c.org" }]',
    'name = "a"\nversion = "1"\nclassifiers = ["Topic :: a$b"]',
    'name = "a"\nversion = "1"\nclassifiers = ["Topic$ :: b"]',
    'name = "a"\nversion = "1"\nurls."a$b" = "https://example.org"',
    'name = "a"\nversion = "1"\nurls.a = "https://example.org/$x"',
    'name = "a"\nversion = "1"\nscripts."a$b" = "c:d"',
    'name = "a"\nversion = "1"\nscripts.a = "c:d$"',
    'name = "a"\nversion = "1"\nscripts.a = "c:d$e = f:g"',
    'name = "a"\nversion = "1"\nentry-points."a$b".c = "d"',
    'name = "a"\nversion = "1"\nentry-points.a."b$c" = "d"',
    'name = "a"\nversion = "1"\nentry-points.a.b = "d$[x]"',
    'name = "a"\nversion = "1"\nentry-points.a.b = "d [x$y]"',
    'name = "a"\nversion = "1"\ndependencies = ["a$b"]',
    'name = "a"\nversion = "1"\ndependencies = ["a>=1$"]',
    'name = "a"\nversion = "1"\ndependencies = ["a @ https://example.org/$x"]',
    'name = "a"\nversion = "1"\ndependencies = ["a; os_name == \'$\'"]',
    'name = "a"\nversion = "1"\noptional-dependencies."a$b" = []',
    'name = "a"\nversion = "1"\noptional-dependencies.a = ["b$"]',
    'name = "a"\nversion = "1"\nimport-names = ["a$b"]',
    'name = "a"\nversion = "1"\nimport-names = ["a; private$"]',
    'name = "a"\nversion = "1"\nimport-namespaces = ["a$"]',
    'name = "a"\nversion = "1"\ntool.packwheel.python-tag = "py3$"',
  ];
  const ends = [
    "\\n",
    "\\r",
    "\\r\\n",
    "\\u000b",
    "\\f",
    "\\u001c",
    "\\u001e",
    "\\u0085",
    "\\u2028",
    "\\u2029",
    "\\u0000",
  ];
  for (const place of places) {
    test(`never gets out of its header from ${JSON.stringify(place)}`, async () => {
      for (const end of ends) {
        for (const value of [end, `${end}Evil: 1`, `${end}${end}body`, `${end} folded`]) {
          const toml = `[project]\n${place.replace("$", value)}\n`;
          await readBytes(new TextEncoder().encode(toml), { "a.md": "", LICENSE: "" });
        }
      }
    });
  }

  test("never gets out of its header from a setting, a file or the environment", async () => {
    const dynamic = (line: string, key = "version") =>
      `[project]\nname = "a"\n${key === "version" ? "" : 'version = "1"\n'}dynamic = ["${key}"]\n[tool.packwheel.dynamic]\n${line}`;
    const noise = fc.string({ unit: fc.constantFrom("\n", "\r", "\u2028", "\u0085", "a", "1", " ", ":") });
    await fc.assert(
      fc.asyncProperty(noise, async (text) => {
        const environment = {
          variable: () => `1${text}`,
          describeGit: async () => ({ tag: `v1${text}`, distance: 2, commit: text, dirty: false }),
        };
        const cases: readonly [string, Readonly<Record<string, string>>][] = [
          [dynamic('version = { env = "X" }'), {}],
          [dynamic("version = { git-tag = true, commit = true }"), {}],
          [dynamic('version = { file = "v" }'), { v: `1${text}` }],
          [dynamic('version = { python = "v.py" }'), { "v.py": `__version__ = ${JSON.stringify(`1${text}`)}` }],
          [dynamic('description = "d"', "description"), { d: text }],
          [dynamic('description = "d.py"', "description"), { "d.py": `"""${text}"""` }],
          [dynamic('dependencies = "r"', "dependencies"), { r: text }],
        ];
        for (const [toml, files] of cases) {
          for (const setVersion of [undefined, `2${text}`]) {
            const project = await readToml(toml, files, { environment, setVersion }).catch((error: unknown) => {
              if (error instanceof PackwheelError) return undefined;
              throw error;
            });
            if (project !== undefined) checkWritten(project);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
