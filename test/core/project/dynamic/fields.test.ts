import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listFindings, readToml } from "../sample-project.ts";

function projectWith(key: string, line: string, more = ""): string {
  return `[project]\nname = "hello"\nversion = "1"\ndynamic = ["${key}"]\n${more}\n[tool.packwheel.dynamic]\n${line}\n`;
}

describe("a dynamic description", () => {
  const sources = [
    { file: "hello.py", content: '#!x\n"""\n  Says hello.  \n\nMore.\n"""\n', summary: "Says hello." },
    { file: "summary.txt", content: "\n\n Says hello. \nMore.\n", summary: "Says hello." },
  ];
  for (const { file, content, summary } of sources) {
    test(`comes from ${file}`, async () => {
      const project = await readToml(projectWith("description", `description = "${file}"`), { [file]: content });
      assert.equal(project.metadata.summary, summary);
      assert.deepEqual(project.referencedFiles, [file]);
    });
  }

  test("is missing when there is no docstring", async () => {
    assert.deepEqual(await listFindings(projectWith("description", 'description = "a.py"'), { "a.py": "x = 1" }), [
      [
        "error",
        "PROJECT_DYNAMIC_UNRESOLVED",
        "pyproject.toml: tool.packwheel.dynamic.description",
        'Module "a.py" has no docstring',
        "Write the summary there, or as description in [project]",
      ],
    ]);
  });
});

describe("a dynamic readme", () => {
  const files = { "README.md": "# A\r\n\r\n", "CHANGES.rst": "## B", "c.txt": "c\n" };

  test("is joined from files, with one empty line between them", async () => {
    const project = await readToml(projectWith("readme", 'readme = ["README.md", "CHANGES.rst", "c.txt"]'), files);
    assert.equal(project.metadata.description, "# A\n\n\n## B\n\nc\n");
    assert.equal(project.metadata.descriptionContentType, "text/markdown");
    assert.deepEqual(project.referencedFiles, ["CHANGES.rst", "README.md", "c.txt"]);
  });

  test("has the content type that it is given", async () => {
    const toml = projectWith("readme", 'readme = { files = "CHANGES.rst", content-type = "text/plain" }');
    const { metadata } = await readToml(toml, files);
    assert.equal(metadata.description, "## B\n");
    assert.equal(metadata.descriptionContentType, "text/plain");
  });

  test("is missing when one file is", async () => {
    assert.deepEqual(await listFindings(projectWith("readme", 'readme = ["README.md", "x.md", "y.md"]'), files), [
      [
        "error",
        "PROJECT_FILE_INVALID",
        "pyproject.toml: tool.packwheel.dynamic.readme",
        'File "x.md" does not exist',
        "Write the path of a file of the project",
      ],
      [
        "error",
        "PROJECT_FILE_INVALID",
        "pyproject.toml: tool.packwheel.dynamic.readme",
        'File "y.md" does not exist',
        "Write the path of a file of the project",
      ],
    ]);
  });
});

describe("dynamic dependencies", () => {
  test("come from files, behind those of the table", async () => {
    const toml = projectWith(
      "dependencies",
      'dependencies = ["requirements/main.txt", "more.txt"]',
      'dependencies = ["first"]',
    );
    const project = await readToml(toml, {
      "requirements/main.txt": `\ufeff# a comment
httpx>=0.27   # why not

-r base.in
--requirement=../more.txt
pkg @ https://example.org/pkg.zip#sha1=abc
long \\
  >=1, \\
  <2
`,
      "requirements/base.in": "base\r\n",
      "more.txt": "more ; python_version < '3.9'\n# ends in a backslash \\\nlast",
    });
    assert.deepEqual(project.metadata.requiresDist, [
      "first",
      "httpx>=0.27",
      "base",
      'more; python_version < "3.9"',
      "last",
      "pkg @ https://example.org/pkg.zip#sha1=abc",
      "long<2,>=1",
    ]);
    assert.deepEqual(project.referencedFiles, ["more.txt", "requirements/base.in", "requirements/main.txt"]);
  });

  test("may be none", async () => {
    const project = await readToml(projectWith("dependencies", 'dependencies = "r.txt"'), { "r.txt": "# none\n" });
    assert.deepEqual(project.metadata.requiresDist, []);
  });

  const option =
    "Write requirements and -r alone, or keep this file for pip and write the dependencies into pyproject.toml";
  const bad = [
    ...[
      "-e .",
      "--index-url https://example.org",
      "-c constraints.txt",
      "a==1 --hash=sha256:0",
      "--no-binary :all:",
    ].map((line) => ({
      line,
      path: "r.txt:2",
      code: "PROJECT_DEPENDENCY_INVALID",
      message: `"${line}" has an option of pip, which metadata cannot hold`,
      hint: option,
    })),
    {
      line: "./local",
      path: "r.txt:2",
      code: "PROJECT_DEPENDENCY_INVALID",
      message: 'Cannot read the requirement "./local" at character 1: a package name is expected',
      hint: "Write it as `name>=1.0`",
    },
    {
      line: "-r ../x.txt",
      path: "r.txt:2",
      code: "PROJECT_PATH_INVALID",
      message: 'Path "../x.txt" leaves the project',
      hint: "Move the file into the folder of pyproject.toml",
    },
    {
      line: "-r /etc/passwd",
      path: "r.txt:2",
      code: "PROJECT_PATH_INVALID",
      message: 'Path "/etc/passwd" leaves the project',
      hint: "Move the file into the folder of pyproject.toml",
    },
    {
      line: "-r gone.txt",
      path: "r.txt:2",
      code: "PROJECT_FILE_INVALID",
      message: 'File "gone.txt" does not exist',
      hint: "Write the path of a file of the project",
    },
    {
      line: "-r r.txt",
      path: "r.txt:2",
      code: "PROJECT_DEPENDENCY_INVALID",
      message: "Files include each other: r.txt -> r.txt",
      hint: "Remove one of these includes",
    },
  ];
  for (const { line, path, code, message, hint } of bad) {
    test(`refuse ${JSON.stringify(line)}, with the place in the file`, async () => {
      const files = { "r.txt": `good\n${line}\n` };
      assert.deepEqual(await listFindings(projectWith("dependencies", 'dependencies = "r.txt"'), files), [
        ["error", code, path, message, hint],
      ]);
    });
  }

  test("end, however often files include each other", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `${index}.txt`,
        `-r ${index + 1}.txt\n-r ${index + 1}.txt\n`.repeat(3),
      ]),
    );
    const findings = await listFindings(projectWith("dependencies", 'dependencies = "0.txt"'), files);
    assert.match(String(findings[0]?.[3]), /^Files include each other: 0\.txt -> 1\.txt/);
  });
});

describe("dynamic optional dependencies", () => {
  test("come from files, extra by extra, behind those of the table", async () => {
    const toml = projectWith(
      "optional-dependencies",
      'optional-dependencies = { Dev_tools = "dev.txt", docs = ["docs.txt"] }',
      'optional-dependencies.dev-tools = ["black"]',
    );
    const project = await readToml(toml, { "dev.txt": "pytest\n", "docs.txt": "sphinx; os_name == 'nt'\n" });
    assert.deepEqual(project.metadata.providesExtra, ["dev-tools", "docs"]);
    assert.deepEqual(project.metadata.requiresDist, [
      'black; extra == "dev-tools"',
      'pytest; extra == "dev-tools"',
      'sphinx; os_name == "nt" and extra == "docs"',
    ]);
    assert.deepEqual(project.referencedFiles, ["dev.txt", "docs.txt"]);
  });
});
