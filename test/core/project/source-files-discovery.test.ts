import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { selectFiles } from "../../../src/core/project/source-files.ts";
import { filesOf, type ProjectWishes, projectStub } from "./project-stub.ts";

interface Found {
  readonly name: string;
  readonly project?: ProjectWishes;
  readonly tree: string;
  readonly wheel: string;
  /** `severity CODE path` of each finding. */
  readonly findings?: readonly string[];
}

const found: Found[] = [
  {
    name: "a package in src/",
    tree: "src/hello/__init__.py src/hello/py.typed src/hello/data/a.json",
    wheel: "hello/__init__.py hello/data/a.json hello/py.typed",
  },
  {
    name: "a package beside pyproject.toml",
    tree: "hello/__init__.py setup.py tests/a.py",
    wheel: "hello/__init__.py",
  },
  { name: "a package in lib/", tree: "lib/hello/__init__.py", wheel: "hello/__init__.py" },
  { name: "a package in python/", tree: "python/hello/__init__.py Cargo.toml src/lib.rs", wheel: "hello/__init__.py" },
  { name: "a module in src/", tree: "src/hello.py", wheel: "hello.py" },
  { name: "a module beside pyproject.toml", tree: "hello.py test_hello.py", wheel: "hello.py" },
  { name: "a module with its stub", tree: "hello.py hello.pyi", wheel: "hello.py hello.pyi" },
  { name: "a prebuilt extension module", tree: "hello.abi3.so hello.pyi", wheel: "hello.abi3.so hello.pyi" },
  {
    name: "a package whose name has other separators",
    project: { name: "Friendly.Hello-World" },
    tree: "src/friendly_hello_world/__init__.py",
    wheel: "friendly_hello_world/__init__.py",
  },
  {
    name: "a package written in another case",
    project: { name: "hello" },
    tree: "src/Hello/__init__.py",
    wheel: "Hello/__init__.py",
  },
  {
    name: "the spelling of the name before another case",
    tree: "src/hello/__init__.py src/Hello/__init__.py",
    wheel: "hello/__init__.py",
    findings: ["warning PROJECT_PACKAGE_LEFT_OUT src/Hello/"],
  },
  {
    name: "a package in a namespace",
    project: { name: "google-cloud-hello" },
    tree: "src/google/cloud/hello/__init__.py src/google/cloud/hello/a/b.py",
    wheel: "google/cloud/hello/__init__.py google/cloud/hello/a/b.py",
  },
  {
    name: "a package in a namespace of one word with `_`",
    project: { name: "google-cloud-hello" },
    tree: "google/cloud_hello/__init__.py",
    wheel: "google/cloud_hello/__init__.py",
  },
  {
    name: "a namespace package by a dotted name, in its own case",
    project: { name: "Foo.Bar" },
    tree: "src/Foo/Bar/__init__.py",
    wheel: "Foo/Bar/__init__.py",
  },
  {
    name: "a module in a namespace",
    project: { name: "acme-hello" },
    tree: "src/acme/hello.py",
    wheel: "acme/hello.py",
  },
  {
    name: "a package without __init__.py that bears the name",
    tree: "src/hello/part/a.py src/hello/notes.txt",
    wheel: "hello/notes.txt hello/part/a.py",
  },
  {
    name: "the whole of a regular package that only begins like the name",
    project: { name: "foo-bar" },
    tree: "src/foo/__init__.py src/foo/bar/__init__.py",
    wheel: "foo/__init__.py foo/bar/__init__.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "a stub package beside the package",
    tree: "src/hello/__init__.py src/hello-stubs/__init__.pyi",
    wheel: "hello-stubs/__init__.pyi hello/__init__.py",
  },
  {
    name: "a stub package alone, for the project of the same name",
    tree: "hello-stubs/__init__.pyi",
    wheel: "hello-stubs/__init__.pyi",
  },
  {
    name: "a stub package for a project called -stubs",
    project: { name: "hello-stubs" },
    tree: "src/hello-stubs/__init__.pyi",
    wheel: "hello-stubs/__init__.pyi",
  },
  {
    name: "a stub package for a project called types-",
    project: { name: "types-hello" },
    tree: "hello-stubs/__init__.pyi hello-stubs/METADATA.toml",
    wheel: "hello-stubs/METADATA.toml hello-stubs/__init__.pyi",
  },
  {
    name: "stubs of a namespace package",
    project: { name: "types-google-cloud-hello" },
    tree: "google-stubs/cloud/hello/__init__.pyi",
    wheel: "google-stubs/cloud/hello/__init__.pyi",
  },
  {
    name: "src/ rather than a folder of the same name beside it",
    tree: "src/hello/__init__.py hello/__init__.py",
    wheel: "hello/__init__.py",
    findings: ["warning PROJECT_PACKAGE_LEFT_OUT hello/"],
  },
  {
    name: "a package rather than the module of the same name",
    tree: "hello/__init__.py hello.py",
    wheel: "hello/__init__.py",
    findings: ["warning PROJECT_PACKAGE_LEFT_OUT hello.py"],
  },
  {
    name: "the package of the project's name, and warns of others in src/",
    tree: "src/hello/__init__.py src/hello_cli/__init__.py src/hello_cli/sub/__init__.py src/tool.py",
    wheel: "hello/__init__.py",
    findings: ["warning PROJECT_PACKAGE_LEFT_OUT src/hello_cli/", "warning PROJECT_PACKAGE_LEFT_OUT src/tool.py"],
  },
  {
    name: "all of src/ when nothing bears the name",
    project: { name: "attrs" },
    tree: "src/attr/__init__.py src/attr_cli.py src/data.txt src/main.rs",
    wheel: "attr/__init__.py attr_cli.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "all of src/ when that is namespace packages",
    project: { name: "other" },
    tree: "src/acme/hello/__init__.py src/acme/world/__init__.py",
    wheel: "acme/hello/__init__.py acme/world/__init__.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "all regular packages of lib/",
    project: { name: "PyYAML" },
    tree: "lib/yaml/__init__.py lib/_yaml/__init__.py",
    wheel: "_yaml/__init__.py yaml/__init__.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "the only package beside pyproject.toml",
    project: { name: "python-dateutil" },
    tree: "dateutil/__init__.py tests/__init__.py docs/conf.py examples/__init__.py setup.py",
    wheel: "dateutil/__init__.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "the only module beside pyproject.toml",
    project: { name: "python-slow" },
    tree: "slow.py setup.py conftest.py noxfile.py tests/test_slow.py",
    wheel: "slow.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "a package called lib, rather than what lies in it",
    project: { name: "other" },
    tree: "lib/__init__.py lib/hello/__init__.py app/__init__.py",
    wheel: "app/__init__.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "a package in src/ though src/ has an __init__.py by mistake",
    tree: "src/__init__.py src/hello/__init__.py",
    wheel: "hello/__init__.py",
  },
  {
    name: "a package whose name is not ASCII",
    project: { name: "other" },
    tree: "src/größe/__init__.py",
    wheel: "größe/__init__.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "no folder that Python cannot import",
    project: { name: "foo-bar" },
    tree: "foo-bar/script.py foo_bar/__init__.py",
    wheel: "foo_bar/__init__.py",
  },
  {
    name: "what is left after exclude",
    project: { tool: { exclude: ["/src"] } },
    tree: "src/hello/__init__.py hello/__init__.py",
    wheel: "hello/__init__.py",
  },
];

const guided: Found[] = [
  {
    name: "the packages of import-names",
    project: { name: "attrs", importName: ["attr", "attrs"] },
    tree: "src/attr/__init__.py src/attrs/__init__.py",
    wheel: "attr/__init__.py attrs/__init__.py",
  },
  {
    name: "private names and modules of import-names",
    project: { importName: ["hello", "_hello ; private"] },
    tree: "hello/__init__.py _hello.abi3.so world.py",
    wheel: "_hello.abi3.so hello/__init__.py",
  },
  {
    name: "a dotted import name, whose parent covers another",
    project: { importName: ["acme.hello", "acme.hello.world"], importNamespace: ["acme"] },
    tree: "src/acme/hello/__init__.py src/acme/hello/world.py",
    wheel: "acme/hello/__init__.py acme/hello/world.py",
  },
  {
    name: "the package of the name inside import-namespaces",
    project: { name: "acme-hello", importNamespace: ["acme"] },
    tree: "src/acme/hello/__init__.py src/acme_hello/__init__.py",
    wheel: "acme/hello/__init__.py",
    findings: ["warning PROJECT_PACKAGE_LEFT_OUT src/acme_hello/"],
  },
  {
    name: "everything inside import-namespaces when nothing bears the name",
    project: { name: "other", importNamespace: ["acme"] },
    tree: "src/acme/hello/__init__.py src/acme/world.py",
    wheel: "acme/hello/__init__.py acme/world.py",
    findings: ["note PROJECT_PACKAGE_GUESSED pyproject.toml"],
  },
  {
    name: "nothing for a project that says it has no import names",
    project: { importName: [""] },
    tree: "a.py",
    wheel: "",
  },
];

for (const [title, cases] of [
  ["packages found by name", found],
  ["packages found by import names", guided],
] as const) {
  describe(`selectFiles(): ${title}`, () => {
    for (const { name, project, tree, wheel, findings } of cases) {
      test(`takes ${name}`, async () => {
        const selection = await selectFiles(projectStub(project), memoryTree(filesOf(tree)));
        assert.equal(selection.wheel.map((member) => member.path).join(" "), wheel);
        assert.deepEqual(
          selection.findings.map((finding) => `${finding.severity} ${finding.code} ${finding.path}`),
          findings ?? [],
        );
      });
    }
  });
}

describe("selectFiles(): packages left out", () => {
  test("says which line takes all of them", async () => {
    const tree = memoryTree(filesOf("src/attrs/__init__.py src/attr/__init__.py attrs/__init__.py"));
    const { findings } = await selectFiles(projectStub({ name: "attrs" }), tree);
    assert.deepEqual(
      findings.map((finding) => [finding.message, finding.hint]),
      [
        [
          "attrs/ stays out of the wheel: src/attrs/ bears the project's name too, and is taken",
          'Write `packages = ["attrs"]` under [tool.packwheel] to take it, or leave it out with `exclude`',
        ],
        [
          "src/attr/ stays out of the wheel: neither the project's name nor `import-names` leads to it",
          'Write `packages = ["src/attrs", "src/attr"]` under [tool.packwheel] to take it, or leave it out with `exclude`',
        ],
      ],
    );
  });

  test("gives one line that takes everything", async () => {
    const tree = memoryTree(filesOf("src/black/__init__.py src/blackd/__init__.py src/blib2to3/__init__.py"));
    const { findings } = await selectFiles(projectStub({ name: "black" }), tree);
    const hint =
      'Write `packages = ["src/black", "src/blackd", "src/blib2to3"]` under [tool.packwheel] to take all of them, or leave it out with `exclude`';
    assert.deepEqual(
      findings.map((finding) => [finding.path, finding.hint]),
      [
        ["src/blackd/", hint],
        ["src/blib2to3/", hint],
      ],
    );
  });

  test("names a folder of several once, by the outermost that is left out whole", async () => {
    const tree = memoryTree(
      filesOf("src/acme/hello/__init__.py src/acme/world/a/b.py src/acme/world/c.py src/acme/d.py"),
    );
    const { findings } = await selectFiles(projectStub({ name: "acme-hello" }), tree);
    assert.deepEqual(
      findings.map((finding) => finding.path),
      ["src/acme/d.py", "src/acme/world/"],
    );
  });
});

const refused = [
  {
    name: "an empty tree",
    tree: "",
    code: "PROJECT_NO_PACKAGE",
    message:
      'Cannot find a package for "hello": looked for src/hello/, hello/, src/hello.py, hello.py, hello-stubs/; saw no Python file',
    hint: 'Write `packages = ["src/hello"]` under [tool.packwheel], or `packages = []` when there is nothing to import',
  },
  {
    name: "support folders alone",
    project: { name: "foo-bar" },
    tree: "tests/__init__.py docs/conf.py setup.py",
    code: "PROJECT_NO_PACKAGE",
    message:
      'Cannot find a package for "foo-bar": looked for src/foo_bar/, foo_bar/, src/foo_bar.py, foo_bar.py, foo_bar-stubs/, foo/bar/; saw docs/, setup.py, tests/',
    hint: 'Write `packages = ["src/foo_bar"]` under [tool.packwheel], or `packages = []` when there is nothing to import',
  },
  {
    name: "more folders than a message can hold",
    tree: "a/x.py b/x.py c/x.py d/x.py e/x.py f/x.py g/x.py h/x.py i/x.py",
    code: "PROJECT_NO_PACKAGE",
    message:
      'Cannot find a package for "hello": looked for src/hello/, hello/, src/hello.py, hello.py, hello-stubs/; saw a/, b/, c/, d/, e/, f/, g/, h/ and 1 more',
    hint: 'Write `packages = ["a"]` under [tool.packwheel], or `packages = []` when there is nothing to import',
  },
  {
    name: "several packages beside pyproject.toml",
    tree: "one/__init__.py two/__init__.py tests/__init__.py",
    code: "PROJECT_AMBIGUOUS_PACKAGE",
    message: 'Cannot choose a package for "hello": none bears its name, and one/, two/ could be meant',
    hint: 'Write `packages = ["one"]` under [tool.packwheel]',
  },
  {
    name: "several modules beside pyproject.toml",
    tree: "one.py two.py setup.py",
    code: "PROJECT_AMBIGUOUS_PACKAGE",
    message: 'Cannot choose a package for "hello": none bears its name, and one.py, two.py could be meant',
    hint: 'Write `packages = ["one.py"]` under [tool.packwheel]',
  },
  {
    name: "two spellings of the name, neither of them its own",
    tree: "src/Hello/__init__.py src/HELLO/__init__.py",
    code: "PROJECT_AMBIGUOUS_PACKAGE",
    message: 'Cannot choose between src/HELLO/ and src/Hello/: both match the name "hello"',
    hint: 'Write `packages = ["src/HELLO"]` under [tool.packwheel]',
  },
  {
    name: "two namespaces that fit the name",
    project: { name: "a-b-c" },
    tree: "a/b_c/__init__.py a_b/c/__init__.py",
    code: "PROJECT_AMBIGUOUS_PACKAGE",
    message: 'Cannot choose between a/b_c/ and a_b/c/: both match the name "a-b-c"',
    hint: 'Write `packages = ["a/b_c"]` under [tool.packwheel]',
  },
  {
    name: "an import name that is not there",
    project: { importName: ["acme.hello"] },
    tree: "src/hello/__init__.py",
    code: "PROJECT_NO_PACKAGE",
    message:
      'Cannot find the import name "acme.hello": there is no folder or module "acme/hello" in src/, beside pyproject.toml, in lib/ or in python/',
    hint: "Correct `import-names`, or name the folder in `packages` under [tool.packwheel]",
  },
  {
    name: "a package that exclude takes away whole",
    project: { tool: { exclude: ["hello/"] } },
    tree: "src/hello/__init__.py",
    code: "PROJECT_NO_PACKAGE",
    message:
      'Cannot find a package for "hello": looked for src/hello/, hello/, src/hello.py, hello.py, hello-stubs/; saw no Python file',
    hint: 'Write `packages = ["src/hello"]` under [tool.packwheel], or `packages = []` when there is nothing to import',
  },
];

describe("selectFiles(): no package found", () => {
  for (const { name, project, tree, code, message, hint } of refused) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(selectFiles(projectStub(project), memoryTree(filesOf(tree))), { code, message, hint });
    });
  }
});
