import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compareCodePoints } from "../../../src/core/bytes/code-points.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { readProject } from "../../../src/core/project/read-project.ts";
import { ACTIONS } from "../../../src/core/template/ci/actions.ts";
import { templateFiles } from "../../../src/core/template/template-files.ts";
import { templateNames } from "../../../src/core/template/template-names.ts";
import { TEMPLATE_KINDS, type TemplateKind } from "../../../src/core/template/template-options.ts";

const SHARED = [".gitignore", "LICENSE", "README.md", "packwheel_backend.py", "pyproject.toml"];
const LIBRARY = [
  "native/my_hello.h",
  "src/my_hello/__init__.py",
  "src/my_hello/__init__.pyi",
  "src/my_hello/_border.py",
  "src/my_hello/_border.pyi",
  "src/my_hello/_errors.py",
  "src/my_hello/_errors.pyi",
  "src/my_hello/_greeter.py",
  "src/my_hello/_greeter.pyi",
  "src/my_hello/py.typed",
  "tests/test_my_hello.py",
];

const lists: Readonly<Record<TemplateKind, readonly string[]>> = {
  c: [...LIBRARY, "native/my_hello.c"],
  cpp: [...LIBRARY, "native/my_hello.cpp"],
  rust: [...LIBRARY, "native/Cargo.lock", "native/Cargo.toml", "native/src/border.rs", "native/src/lib.rs"],
  ctypes: [...LIBRARY, "native/my_hello.c"],
  bin: ["src/main.c", "tests/test_my_hello.py"],
  pure: ["src/my_hello/__init__.py", "src/my_hello/__main__.py", "src/my_hello/py.typed", "tests/test_my_hello.py"],
};

describe("templateFiles()", () => {
  for (const template of TEMPLATE_KINDS) {
    test(`writes the files of ${template}, sorted`, () => {
      const files = templateFiles({ template, name: "my-hello" });
      assert.deepEqual(Object.keys(files), [...SHARED, ...lists[template]].sort(compareCodePoints));
    });

    test(`writes a pyproject.toml for ${template} that packwheel reads without a finding`, async () => {
      const files = templateFiles({ template, name: "my-hello" });
      const project = await readProject(memoryTree(files));
      assert.deepEqual(project.findings, []);
      assert.equal(project.name, "my-hello");
      assert.equal(project.version, "0.1.0");
      assert.deepEqual(
        project.tool.native.map(({ kind }) => kind),
        nativeKinds[template],
      );
    });

    test(`writes text for ${template} that is whole: LF, a last newline, no tab, no gaps`, () => {
      for (const ci of ["github", "gitlab"] as const) {
        for (const [path, content] of Object.entries(templateFiles({ template, name: "a1", ci }))) {
          assert.doesNotMatch(content, /\r|\t|[ ]\n|\$\{[a-z]+\}|undefined|\n\n\n\n/, path);
          assert.ok(content === "" || /[^\n]\n$/.test(content), path);
        }
      }
    });
  }

  test("leaves the license file out when the text is not known", async () => {
    const files = templateFiles({ template: "pure", name: "hello", license: "apache-2.0 or mpl-2.0" });
    assert.equal(files["LICENSE"], undefined);
    assert.match(files["pyproject.toml"] ?? "", /^license = "Apache-2\.0 OR MPL-2\.0"$/m);
    assert.deepEqual((await readProject(memoryTree(files))).findings, []);
  });

  for (const license of ["MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD"]) {
    test(`writes the text of ${license}`, () => {
      const { LICENSE: text = "" } = templateFiles({ template: "pure", name: "Hello.World", license });
      assert.match(text, /^Copyright \(c\) the authors of hello-world$/m);
      assert.ok(text.split("\n").every((line) => line.length <= 80));
    });
  }

  const wrong = [
    { name: "", code: "NAME_INVALID", message: 'Cannot use "" as a name: it is empty' },
    { name: "7zip", code: "NAME_INVALID", message: 'Cannot use "7zip" here: Python cannot import "7zip"' },
    { name: "Class", code: "NAME_INVALID", message: 'Cannot use "Class" here: Python cannot import "class"' },
    { name: "JSON", code: "NAME_INVALID", message: 'Cannot use "JSON" here: Python has a module of this name' },
    {
      name: "hello",
      license: "GPL",
      code: "LICENSE_EXPRESSION_INVALID",
      message: 'Cannot read the license expression "GPL": "GPL" is not an SPDX license identifier',
    },
  ];
  for (const { name, license, code, message } of wrong) {
    test(`refuses the name "${name}"${license === undefined ? "" : ` with the license "${license}"`}`, () => {
      assert.throws(() => templateFiles({ template: "pure", name, license }), { code, message });
    });
  }
});

const nativeKinds: Readonly<Record<TemplateKind, readonly string[]>> = {
  c: ["cffi"],
  cpp: ["cffi"],
  rust: ["cffi"],
  ctypes: ["ctypes"],
  bin: ["executable"],
  pure: [],
};

describe("templateNames()", () => {
  test("leads to the names of Python and C", () => {
    assert.deepEqual(templateNames("My.Hello-World"), {
      project: "my-hello-world",
      module: "my_hello_world",
      macro: "MY_HELLO_WORLD",
      type: "MyHelloWorld",
    });
  });
});

describe("the workflow for GitHub", () => {
  for (const template of TEMPLATE_KINDS) {
    const files = templateFiles({ template, name: "hello", ci: "github" });
    const workflow = files[".github/workflows/wheels.yml"] ?? "";

    test(`of ${template} pins every action to a commit`, () => {
      const used = [...workflow.matchAll(/uses: (.*)/g)].map(([, action]) => action ?? "");
      assert.ok(used.length >= 5);
      for (const action of used) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    test(`of ${template} asks for an identity in the job that publishes alone`, () => {
      const [head = "", body = ""] = workflow.split("\njobs:\n");
      const jobs = body.split(/^ {2}(?=\w+:$)/m);
      assert.match(head, /^permissions:\n {2}contents: read$/m);
      assert.deepEqual(
        jobs.filter((job) => job.includes("id-token: write")).map((job) => job.split(":", 1)[0]),
        ["publish"],
      );
      assert.doesNotMatch(workflow, /secrets\./);
    });
  }

  test("knows each action by the commit of a release", () => {
    for (const { name, version, commit } of Object.values(ACTIONS)) {
      assert.match(`${name} ${version} ${commit}`, /^[\w-]+\/[\w-]+ v\d+\.\d+\.\d+ [0-9a-f]{40}$/);
    }
  });
});

describe("the pipeline for GitLab", () => {
  test("publishes on tags alone, with an identity", () => {
    const { ".gitlab-ci.yml": pipeline = "" } = templateFiles({ template: "c", name: "hello", ci: "gitlab" });
    const jobs = pipeline.split("\n\n");
    assert.deepEqual(
      jobs.filter((job) => job.includes("id_tokens:")).map((job) => job.split(":", 1)[0]),
      ["publish"],
    );
    assert.match(jobs.at(-1) ?? "", /- if: \$CI_COMMIT_TAG =~ \/\^v\//);
  });
});
