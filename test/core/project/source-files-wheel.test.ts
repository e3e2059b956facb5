import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { type FileSelection, selectFiles } from "../../../src/core/project/source-files.ts";
import type { ToolTable } from "../../../src/core/project/tool-table.ts";
import { filesOf, projectStub } from "./project-stub.ts";

interface Chosen {
  readonly name: string;
  readonly tool?: Partial<ToolTable>;
  readonly tree: string;
  /** `source -> place` where they differ, else the place. */
  readonly wheel: readonly string[];
  readonly findings?: readonly string[];
}

const HELLO = "src/hello/__init__.py";

const chosen: Chosen[] = [
  // packages
  {
    name: "packages as folders and modules, without the leading src/",
    tool: { packages: ["src/hello", "src/hello_cli.py"] },
    tree: `${HELLO} src/hello_cli.py src/hello_cli.pyi src/other.py`,
    wheel: [
      "src/hello/__init__.py -> hello/__init__.py",
      "src/hello_cli.py -> hello_cli.py",
      "src/hello_cli.pyi -> hello_cli.pyi",
    ],
  },
  {
    name: "a package below python/ or lib/",
    tool: { packages: ["python/hello", "lib/world"] },
    tree: "python/hello/a.py lib/world/b.py",
    wheel: ["python/hello/a.py -> hello/a.py", "lib/world/b.py -> world/b.py"],
  },
  {
    name: "a package below a src/ that lies deeper",
    tool: { packages: ["backend/src/hello"] },
    tree: "backend/src/hello/a.py",
    wheel: ["backend/src/hello/a.py -> hello/a.py"],
  },
  {
    name: "one part of a namespace package, at its full place",
    tool: { packages: ["src/google/cloud/hello"] },
    tree: "src/google/cloud/hello/a.py src/google/cloud/other/b.py",
    wheel: ["src/google/cloud/hello/a.py -> google/cloud/hello/a.py"],
  },
  {
    name: "a package without Python code",
    tool: { packages: ["assets"] },
    tree: "assets/a.png",
    wheel: ["assets/a.png"],
  },
  {
    name: "everything in src/ for `src`",
    tool: { packages: ["src"] },
    tree: `${HELLO} src/notes.txt`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py", "src/notes.txt -> notes.txt"],
  },
  {
    name: "src itself when it is a package",
    tool: { packages: ["src"] },
    tree: "src/__init__.py src/a.py",
    wheel: ["src/__init__.py", "src/a.py"],
  },
  {
    name: "a package once, though a part of it is named too",
    tool: { packages: ["./src/hello/", "src/hello/sub"] },
    tree: `${HELLO} src/hello/sub/a.py`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py", "src/hello/sub/a.py -> hello/sub/a.py"],
  },
  {
    name: "a named package that is called like build output",
    tool: { packages: ["build"] },
    tree: "build/__init__.py build/__pycache__/a.pyc build/dist/a.py",
    wheel: ["build/__init__.py", "build/dist/a.py"],
  },
  { name: "nothing for `packages = []`", tool: { packages: [] }, tree: HELLO, wheel: [] },
  // what never ships
  {
    name: "no caches, version control, environments, build output and leavings",
    tree: `${HELLO} src/hello/__pycache__/a.cpython-311.pyc src/hello/old.pyc src/hello/old.pyo src/hello/.git
      src/hello/.svn/entries src/hello/.DS_Store src/hello/Thumbs.db src/hello/.a.py.swp src/hello/a.py~ src/hello/.#a.py
      src/hello/#a.py# src/hello/._a.py src/hello.egg-info/PKG-INFO src/hello/.mypy_cache/a.json src/hello/CVS/Entries
      src/hello/env/pyvenv.cfg src/hello/env/lib/a.py`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py"],
  },
  {
    name: "folders called build, dist and node_modules inside a package",
    tree: `${HELLO} src/hello/build/a.js src/hello/dist/b.js src/hello/node_modules/c.js`,
    wheel: [
      "src/hello/__init__.py -> hello/__init__.py",
      "src/hello/build/a.js -> hello/build/a.js",
      "src/hello/dist/b.js -> hello/dist/b.js",
      "src/hello/node_modules/c.js -> hello/node_modules/c.js",
    ],
  },
  // include and exclude
  {
    name: "no file that exclude names, but those that it takes back",
    tool: { exclude: ["*.txt", "!keep.txt", "/src/hello/private/"] },
    tree: `${HELLO} src/hello/a.txt src/hello/keep.txt src/hello/private/b.py`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py", "src/hello/keep.txt -> hello/keep.txt"],
  },
  {
    name: "exclude patterns in the case they are written in",
    tool: { exclude: ["*.TXT"] },
    tree: `${HELLO} src/hello/a.txt src/hello/b.TXT`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py", "src/hello/a.txt -> hello/a.txt"],
  },
  {
    name: "included files where they lie, counted from the import root",
    tool: { include: ["./data/*.json", "!data/private.json", "src/extra.pth", "docs/src/a.txt"] },
    tree: `${HELLO} data/a.json data/private.json src/extra.pth docs/src/a.txt`,
    wheel: [
      "data/a.json",
      "docs/src/a.txt",
      "src/extra.pth -> extra.pth",
      "src/hello/__init__.py -> hello/__init__.py",
    ],
  },
  {
    name: "included files counted from the import root in use",
    tool: { packages: ["backend/src/hello"], include: ["backend/src/a.pth"] },
    tree: "backend/src/hello/a.py backend/src/a.pth",
    wheel: ["backend/src/a.pth -> a.pth", "backend/src/hello/a.py -> hello/a.py"],
  },
  {
    name: "exclude before include",
    tool: { include: ["data/"], exclude: ["data/b.json"] },
    tree: `${HELLO} data/a.json data/b.json`,
    wheel: ["data/a.json", "src/hello/__init__.py -> hello/__init__.py"],
  },
  {
    name: "never-shipped files not even by include, and warns of the pattern",
    tool: { include: ["build/*.so", "nothing/", "!else/"] },
    tree: `${HELLO} build/libhello.so`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py"],
    findings: [
      'warning PROJECT_PATTERN_UNUSED include "build/*.so" matches no file',
      'warning PROJECT_PATTERN_UNUSED include "nothing/" matches no file',
    ],
  },
  // force-include
  {
    name: "a forced file from build output, whatever exclude says",
    tool: { exclude: ["*.so"], forceInclude: { "build/libhello.so": "hello/libhello.so" } },
    tree: `${HELLO} build/libhello.so build/other.so`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py", "build/libhello.so -> hello/libhello.so"],
  },
  {
    name: "a forced file into a folder",
    tool: { forceInclude: { "build/libhello.so": "hello/" } },
    tree: `${HELLO} build/libhello.so`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py", "build/libhello.so -> hello/libhello.so"],
  },
  {
    name: "a forced file that never ships otherwise",
    tool: { forceInclude: { "cache/__pycache__/a.pyc": "hello/a.pyc" } },
    tree: `${HELLO} cache/__pycache__/a.pyc`,
    wheel: ["src/hello/__init__.py -> hello/__init__.py", "cache/__pycache__/a.pyc -> hello/a.pyc"],
  },
  {
    name: "a forced folder without what never ships",
    tool: { forceInclude: { "frontend/dist": "hello/static/" } },
    tree: `${HELLO} frontend/dist/index.html frontend/dist/build/a.js frontend/dist/.DS_Store frontend/dist/__pycache__/a.pyc`,
    wheel: [
      "src/hello/__init__.py -> hello/__init__.py",
      "frontend/dist/build/a.js -> hello/static/build/a.js",
      "frontend/dist/index.html -> hello/static/index.html",
    ],
  },
  {
    name: "a forced folder at the top of the wheel",
    tool: { packages: [], forceInclude: { generated: "" } },
    tree: "generated/hello/a.py",
    wheel: ["generated/hello/a.py -> hello/a.py"],
  },
  {
    name: "a forced file at the top of the wheel",
    tool: { packages: [], forceInclude: { "generated/a.py": "." } },
    tree: "generated/a.py",
    wheel: ["generated/a.py -> a.py"],
  },
  {
    name: "a file in its package and at a second place",
    tool: { forceInclude: { "src/hello/a.txt": "hello/b.txt" } },
    tree: `${HELLO} src/hello/a.txt`,
    wheel: [
      "src/hello/__init__.py -> hello/__init__.py",
      "src/hello/a.txt -> hello/a.txt",
      "src/hello/a.txt -> hello/b.txt",
    ],
  },
  // data
  {
    name: "data schemes",
    tool: {
      data: {
        data: { share: "share/hello", "hello.1": "share/man/man1/" },
        headers: { "include/hello.h": "hello.h" },
        platlib: { "build/a.so": "hello/a.so" },
        purelib: { "extra.py": "extra.py" },
        scripts: { "bin/run": "hello-run", scripts: "" },
      },
    },
    tree: `${HELLO} share/a/b.txt hello.1 include/hello.h build/a.so extra.py bin/run scripts/one`,
    wheel: [
      "share/a/b.txt -> hello-1.0.data/data/share/hello/a/b.txt",
      "hello.1 -> hello-1.0.data/data/share/man/man1/hello.1",
      "include/hello.h -> hello-1.0.data/headers/hello.h",
      "build/a.so -> hello-1.0.data/platlib/hello/a.so",
      "extra.py -> hello-1.0.data/purelib/extra.py",
      "bin/run -> hello-1.0.data/scripts/hello-run",
      "scripts/one -> hello-1.0.data/scripts/one",
      "src/hello/__init__.py -> hello/__init__.py",
    ],
  },
  // order
  {
    name: "files in the order of their code points",
    tool: { packages: ["src/hello"] },
    tree: "src/hello/b.py src/hello/a/z.py src/hello/a.py src/hello/\u{1f600}.txt src/hello/\ufb01.txt src/hello/C.py",
    wheel: ["C.py", "a.py", "a/z.py", "b.py", "\ufb01.txt", "\u{1f600}.txt"].map(
      (path) => `src/hello/${path} -> hello/${path}`,
    ),
  },
];

describe("selectFiles(): what goes into the wheel", () => {
  for (const { name, tool, tree, wheel, findings } of chosen) {
    test(`takes ${name}`, async () => {
      const selection = await selectFiles(projectStub({ tool: tool ?? {} }), memoryTree(filesOf(tree)));
      assert.deepEqual(await sourcesOf(selection), wheel);
      assert.deepEqual(
        selection.findings.map((finding) => `${finding.severity} ${finding.code} ${finding.message}`),
        findings ?? [],
      );
    });
  }
});

/** Each file of these trees holds its own path, so that the members tell where their bytes come from. */
async function sourcesOf(selection: FileSelection): Promise<string[]> {
  return Promise.all(
    selection.wheel.map(async (member) => {
      let source = "";
      for await (const chunk of member.open()) source += new TextDecoder().decode(chunk);
      return source === member.path ? source : `${source} -> ${member.path}`;
    }),
  );
}

interface Refused {
  readonly name: string;
  readonly tool: Partial<ToolTable>;
  readonly tree: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

const refused: Refused[] = [
  {
    name: "a package that is not there",
    tool: { packages: ["src/hullo"] },
    tree: HELLO,
    code: "PROJECT_PACKAGE_MISSING",
    message: 'Cannot find the package "src/hullo": there is no such folder or file with anything to ship',
    hint: undefined,
  },
  {
    name: "a package that lies in src/",
    tool: { packages: ["hello"] },
    tree: HELLO,
    code: "PROJECT_PACKAGE_MISSING",
    message: 'Cannot find the package "hello": there is no such folder or file with anything to ship',
    hint: 'Write "src/hello"',
  },
  {
    name: "several packages that are not there, all at once",
    tool: { packages: ["src/a", "src/b", "src/hello"] },
    tree: HELLO,
    code: "PROJECT_PACKAGE_MISSING",
    message:
      'Cannot find the package "src/a": there is no such folder or file with anything to ship (and 1 more of this kind)',
    hint: undefined,
  },
  {
    name: "patterns among the packages",
    tool: { packages: ["src/*"] },
    tree: HELLO,
    code: "PROJECT_PACKAGE_MISSING",
    message: 'Cannot find the package "src/*": there is no such folder or file with anything to ship',
    hint: "Name each package; patterns belong in `include`",
  },
  {
    name: "the project's own folder as a package",
    tool: { packages: ["."] },
    tree: HELLO,
    code: "PROJECT_PACKAGE_MISSING",
    message: 'Cannot take "." as a package: it is not a folder or file below pyproject.toml',
    hint: 'Name the package itself, for example `packages = ["src/hello"]`',
  },
  {
    name: "a package outside the project",
    tool: { packages: ["../hello"] },
    tree: HELLO,
    code: "PROJECT_PACKAGE_MISSING",
    message: 'Cannot take "../hello" as a package: it is not a folder or file below pyproject.toml',
    hint: 'Name the package itself, for example `packages = ["src/hello"]`',
  },
  {
    name: "a forced file that is not there",
    tool: { forceInclude: { "build/libhello.so": "hello/libhello.so" } },
    tree: HELLO,
    code: "PROJECT_SOURCE_MISSING",
    message: 'Cannot find "build/libhello.so" of force-include: there is no such file, and no folder with files',
    hint: "Name a file or folder below pyproject.toml, or make it before the build",
  },
  {
    name: "the whole project as a forced folder",
    tool: { forceInclude: { ".": "hello/all" } },
    tree: HELLO,
    code: "PROJECT_SOURCE_MISSING",
    message: 'Cannot find "." of force-include: there is no such file, and no folder with files',
    hint: "Name a file or folder below pyproject.toml, or make it before the build",
  },
  {
    name: "a data file that is not there",
    tool: { data: { scripts: { "bin/run": "run" } } },
    tree: HELLO,
    code: "PROJECT_SOURCE_MISSING",
    message: 'Cannot find "bin/run" of data.scripts: there is no such file, and no folder with files',
    hint: "Name a file or folder below pyproject.toml, or make it before the build",
  },
  {
    name: "scripts in folders",
    tool: { data: { scripts: { scripts: "" } } },
    tree: `${HELLO} scripts/more/run`,
    code: "PROJECT_PLACE_INVALID",
    message: 'Cannot place "scripts/more/run" at scripts/more/run: the scripts of a wheel have no folders',
    hint: "Name each script, and give it a bare file name",
  },
  {
    name: "two sources for one place",
    tool: { forceInclude: { "generated/a.py": "hello/a.py" } },
    tree: `${HELLO} src/hello/a.py generated/a.py`,
    code: "PROJECT_PATH_CONFLICT",
    message:
      'Cannot fill "hello/a.py" of the wheel from "generated/a.py" (force-include "generated/a.py") and "src/hello/a.py" (package "src/hello"): both land there',
    hint: "Leave one of them out with `exclude`, or map it to another place",
  },
  {
    name: "a file where a folder must be",
    tool: { forceInclude: { "a.txt": "hello/sub" } },
    tree: `${HELLO} src/hello/sub/b.py a.txt`,
    code: "PROJECT_PATH_CONFLICT",
    message:
      'Cannot fill "hello/sub" of the wheel from "a.txt" (force-include "a.txt") and "src/hello/sub/b.py" (package "src/hello"): one needs a file there, the other a folder',
    hint: "Leave one of them out with `exclude`, or map it to another place",
  },
  {
    name: "a place outside the wheel",
    tool: { forceInclude: { "a.txt": "../a.txt" } },
    tree: `${HELLO} a.txt`,
    code: "PROJECT_PLACE_INVALID",
    message: 'Cannot place "a.txt" at "../a.txt" (force-include "a.txt"): it has a ".." part',
    hint: "Rename the file, or map it to another place with `force-include`",
  },
  {
    name: "an absolute place",
    tool: { forceInclude: { "a.txt": "/hello/a.txt" } },
    tree: `${HELLO} a.txt`,
    code: "PROJECT_PLACE_INVALID",
    message: 'Cannot place "a.txt" at "/hello/a.txt" (force-include "a.txt"): it is absolute',
    hint: "Rename the file, or map it to another place with `force-include`",
  },
  {
    name: "a place in dist-info",
    tool: { forceInclude: { "a.txt": "hello-1.0.dist-info/a.txt" } },
    tree: `${HELLO} a.txt`,
    code: "PROJECT_PLACE_INVALID",
    message:
      'Cannot place "a.txt" at "hello-1.0.dist-info/a.txt" (force-include "a.txt"): packwheel writes dist-info itself',
    hint: "Rename the file, or map it to another place with `force-include`",
  },
  {
    name: "a top folder that installers take for data",
    tool: { packages: ["hello.data"] },
    tree: "hello.data/a.txt",
    code: "PROJECT_PLACE_INVALID",
    message:
      'Cannot place "hello.data/a.txt" at "hello.data/a.txt" (package "hello.data"): only `data` under [tool.packwheel] may fill the data folder',
    hint: "Rename the file, or map it to another place with `force-include`",
  },
  {
    name: "a wheel without files",
    tool: { packages: ["src/hello"], exclude: ["*.py"] },
    tree: HELLO,
    code: "WHEEL_EMPTY",
    message:
      'Cannot build an empty wheel: no file of the project goes into it; exclude "*.py" keeps out "src/hello/__init__.py"',
    hint: "Correct `packages` and `exclude`, or write `packages = []` for a project of metadata alone",
  },
];

describe("selectFiles(): what cannot be a wheel", () => {
  for (const { name, tool, tree, code, message, hint } of refused) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(selectFiles(projectStub({ tool }), memoryTree(filesOf(tree))), { code, message, hint });
    });
  }
});
