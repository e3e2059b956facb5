import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PackwheelError } from "../../../src/core/errors.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { FileTree } from "../../../src/core/ports/file-tree.ts";
import type { Project } from "../../../src/core/project/project.ts";
import { type FileSelection, selectFiles } from "../../../src/core/project/source-files.ts";
import { filesOf, projectStub } from "./project-stub.ts";

const HELLO = "src/hello/__init__.py";

describe("selectFiles(): decisions", () => {
  test("says for every file where it goes, and why", async () => {
    const project = projectStub({
      referencedFiles: ["README.md"],
      licenseFile: ["LICENSE"],
      tool: {
        include: ["data/*.json"],
        exclude: ["*.log"],
        sdistInclude: ["tests/"],
        sdistExclude: ["*.bin"],
        forceInclude: { "build/libhello.so": "hello/libhello.so", "src/hello/a.txt": "hello/b.txt" },
        data: { scripts: { "bin/run": "run" } },
        sbomFiles: ["sbom/*.json"],
      },
    });
    const tree = memoryTree(
      filesOf(`${HELLO} src/hello/a.txt src/hello/a.log src/hello/__pycache__/a.pyc src/hello/b.pyc data/a.json
        build/libhello.so build/tmp/a.o build/b.o bin/run tests/a.py tests/a.bin tests/a.log README.md LICENSE docs/a.md
        sbom/a.json dist/hello.whl .git/HEAD .venv/pyvenv.cfg .venv/lib/a.py my-env/pyvenv.cfg my-env/a.py`),
    );
    const { decisions } = await selectFiles(project, tree);
    assert.deepEqual(
      decisions.map(
        (decision) => `${decision.path} | ${decision.wheel ?? "-"} | ${decision.sdist} | ${decision.reason}`,
      ),
      [
        ".git/ | - | false | never shipped: version control",
        ".venv/ | - | false | never shipped: a virtual environment",
        "LICENSE | hello-1.0.dist-info/licenses/LICENSE | true | a license file",
        "README.md | - | true | pyproject.toml names it",
        'bin/run | hello-1.0.data/scripts/run | true | data.scripts "bin/run"',
        "build/b.o | - | false | never shipped: build output",
        'build/libhello.so | hello/libhello.so | true | force-include "build/libhello.so"',
        "build/tmp/ | - | false | never shipped: build output",
        'data/a.json | data/a.json | true | include "data/*.json"',
        "dist/ | - | false | never shipped: build output",
        "docs/a.md | - | false | outside the packages, and no rule takes it",
        "my-env/a.py | - | false | never shipped: a virtual environment",
        "my-env/pyvenv.cfg | - | false | never shipped: a virtual environment",
        "pyproject.toml | - | true | every sdist holds it",
        "sbom/a.json | hello-1.0.dist-info/sboms/a.json | true | an SBOM file",
        'src/hello/__init__.py | hello/__init__.py | true | package "src/hello"',
        "src/hello/__pycache__/ | - | false | never shipped: compiled Python",
        'src/hello/a.log | - | false | exclude "*.log"',
        'src/hello/a.txt | hello/a.txt | true | package "src/hello"',
        'src/hello/a.txt | hello/b.txt | true | force-include "src/hello/a.txt"',
        "src/hello/b.pyc | - | false | never shipped: compiled Python",
        'tests/a.bin | - | false | sdist-exclude "*.bin"',
        'tests/a.log | - | false | exclude "*.log"',
        'tests/a.py | - | true | sdist-include "tests/"',
      ],
    );
  });
});

describe("selectFiles(): listing", () => {
  test("does not enter folders that never ship", async () => {
    const asked = await askedFolders(
      projectStub(),
      "node_modules/a/b.js .git/objects/aa .venv/pyvenv.cfg src/hello/__pycache__/a.pyc",
    );
    assert.deepEqual(asked, {
      ".git": true,
      ".venv": true,
      node_modules: true,
      src: false,
      "src/hello": false,
      "src/hello/__pycache__": true,
    });
  });

  test("enters them only where they lead to a file that pyproject.toml names", async () => {
    const project = projectStub({ tool: { forceInclude: { "build/native/lib": "hello/lib" } } });
    const asked = await askedFolders(
      project,
      "build/native/lib/sub/a.so build/native/lib/.git/HEAD build/native/tmp/b.o build/c/d.o",
    );
    assert.deepEqual(asked, {
      build: false,
      "build/c": true,
      "build/native": false,
      "build/native/lib": false,
      "build/native/lib/.git": true,
      "build/native/lib/sub": false,
      "build/native/tmp": true,
      src: false,
      "src/hello": false,
    });
  });

  test("stops when the caller says so", async () => {
    const signal = AbortSignal.abort();
    await assert.rejects(selectFiles(projectStub(), memoryTree(filesOf(HELLO)), { signal }), { code: "ABORTED" });
  });
});

describe("selectFiles(): results of earlier builds", () => {
  const tree = memoryTree(
    filesOf(`${HELLO} src/hello/out/hello-1.0.tar.gz src/hello/out/hello-0.9-py3-none-any.whl src/hello/out/hello.txt
      src/hello/out/other-1.0-py3-none-any.whl src/hello/out/deep/hello-1.0.tar.gz`),
  );

  test("stay out when results go into a package", async () => {
    const { wheel, sdist, decisions } = await selectFiles(projectStub(), tree, { outputFolder: "src/hello/out" });
    const kept = ["deep/hello-1.0.tar.gz", "hello.txt", "other-1.0-py3-none-any.whl"];
    assert.deepEqual(
      wheel.map(({ path }) => path),
      ["hello/__init__.py", ...kept.map((path) => `hello/out/${path}`)],
    );
    assert.ok(!sdist.some(({ path }) => path === "src/hello/out/hello-1.0.tar.gz"));
    assert.deepEqual(
      decisions.filter(({ reason }) => reason === "never shipped: the result of another build").map(({ path }) => path),
      ["src/hello/out/hello-0.9-py3-none-any.whl", "src/hello/out/hello-1.0.tar.gz"],
    );
  });

  test("are files like others in any other folder", async () => {
    const { wheel } = await selectFiles(projectStub(), tree, { outputFolder: "dist" });
    assert.equal(wheel.length, 6);
  });
});

describe("selectFiles(): what the tree cannot read", () => {
  const outside = new PackwheelError("TREE_LINK_ESCAPES", 'Cannot follow the link: "/etc" is outside the folder');

  /** A tree with one more path that stands for a link out of it. */
  function treeWithLink(paths: string, link: string): FileTree {
    const whole = memoryTree(filesOf(paths));
    return {
      ...whole,
      async *list(options) {
        if (options?.onUnreadable === undefined) throw outside;
        options.onUnreadable(link, outside);
        yield* whole.list(options);
      },
    };
  }

  for (const [name, tool, link] of [
    ["a file of a package", {}, "src/hello/a.txt"],
    ["a folder of a package", {}, "src/hello/sub"],
    ["an included file", { include: ["data/"] }, "data/a.txt"],
    ["a file for the sdist alone", { sdistInclude: ["tests/"] }, "tests/a.txt"],
    ["a forced file", { forceInclude: { "build/a.so": "hello/a.so" } }, "build/a.so"],
    ["a named package", { packages: ["src/world"] }, "src/world"],
  ] as const) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(selectFiles(projectStub({ tool }), treeWithLink(HELLO, link)), outside);
    });
  }

  test("refuses a link that bears the project's name, where no package is found", async () => {
    await assert.rejects(selectFiles(projectStub(), treeWithLink("README.md", "src/hello")), outside);
    await assert.rejects(selectFiles(projectStub(), treeWithLink("README.md", "result")), {
      code: "PROJECT_NO_PACKAGE",
    });
  });

  test("passes over an environment that is a link out of the tree", async () => {
    const whole = memoryTree(filesOf(`${HELLO} .venv/pyvenv.cfg .venv/lib/a.py`));
    const tree: FileTree = {
      ...whole,
      read: async (path) => (path.startsWith(".venv/") ? Promise.reject(outside) : undefined),
    };
    const { decisions } = await selectFiles(projectStub(), tree);
    assert.deepEqual(decisions[0], { path: ".venv/", sdist: false, reason: "never shipped: a virtual environment" });
  });

  test("passes over what nothing takes in", async () => {
    const { decisions } = await selectFiles(projectStub(), treeWithLink(HELLO, "docs/link"));
    assert.deepEqual(decisions[0], { path: "docs/link", sdist: false, reason: outside.message });
  });
});

async function askedFolders(project: Project, paths: string): Promise<Record<string, boolean>> {
  const whole = memoryTree(filesOf(`${HELLO} ${paths}`));
  const asked: [string, boolean][] = [];
  const tree: FileTree = {
    ...whole,
    list: (options) =>
      whole.list({
        skipDirectory: (path) => {
          const skip = options?.skipDirectory?.(path) ?? false;
          asked.push([path, skip]);
          return skip;
        },
      }),
  };
  await selectFiles(project, tree);
  return Object.fromEntries(asked.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Pieces that mean something to some rule, so that random trees meet the rules often. */
const FOLDERS = [
  "",
  "src",
  "lib",
  "foo",
  "src/foo",
  "src/foo_bar",
  "foo_bar",
  "src/foo/bar",
  "foo/bar",
  "lib/foo_bar",
  "src/other",
  "tests",
  "build",
  "data",
  "env",
  "foo_bar-stubs",
  "src/foo_bar/__pycache__",
  "src/foo_bar/build",
  "python/Foo_Bar",
];
const NAMES = [
  "__init__.py",
  "a.py",
  "b.txt",
  "foo_bar.py",
  "c.pyc",
  "__init__.pyi",
  "pyvenv.cfg",
  "d.so",
  "PKG-INFO",
  "README.md",
];
const PATTERNS = [
  "*.txt",
  "/src",
  "foo/",
  "!b.txt",
  "**/a.py",
  "data/*",
  "src/foo_bar",
  "*",
  "tests/",
  "/foo_bar/*",
  "lib",
];

const paths = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES))
    .map(([folder, name]) => (folder === "" ? name : `${folder}/${name}`)),
  { minLength: 1, maxLength: 14 },
);
const patterns = fc.array(fc.constantFrom(...PATTERNS), { maxLength: 2 });
const sources = fc.constantFrom("build", "data", "build/a.py", "env", "tests/b.txt", "lib");
const projects = fc
  .record({
    packages: fc.option(fc.array(fc.constantFrom(...FOLDERS.slice(1), "foo_bar.py"), { maxLength: 2 }), {
      nil: undefined,
      freq: 1,
    }),
    include: patterns,
    exclude: patterns,
    sdistInclude: patterns,
    sdistExclude: fc.array(fc.constantFrom("tests/", "*.txt", "docs"), { maxLength: 1 }),
    forceInclude: fc.dictionary(sources, fc.constantFrom("foo_bar/forced", "forced", ""), { maxKeys: 1 }),
    data: fc.record({ scripts: fc.dictionary(sources, fc.constantFrom("run", ""), { maxKeys: 1 }) }),
  })
  .chain((tool) =>
    fc
      .record({
        importName: fc.constantFrom([], [], ["foo_bar"], ["foo.bar"]),
        importNamespace: fc.constantFrom([], [], ["foo"]),
      })
      .map((names) => projectStub({ name: "foo-bar", tool, ...names })),
  );

describe("selectFiles(): properties", () => {
  test("the unpacked sdist gives the same wheel and the same sdist", async () => {
    let chosen = 0;
    await fc.assert(
      fc.asyncProperty(projects, paths, async (project, list) => {
        const first = await selectionOrError(project, memoryTree(filesOf(list.join(" "))));
        if (first instanceof PackwheelError) return;
        chosen += 1;
        const unpacked = { "PKG-INFO": "metadata", ...(await contentsOf(first.sdist)) };
        const second = await selectFiles(project, memoryTree(unpacked));
        assert.deepEqual(await contentsOf(second.wheel), await contentsOf(first.wheel));
        assert.deepEqual(await contentsOf(second.sdist), await contentsOf(first.sdist));
        assert.deepEqual(second.native, first.native);
      }),
      { numRuns: 1500 },
    );
    assert.ok(chosen > 200, `only ${chosen} random projects could be built`);
  });

  test("the order of the listing does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(projects, paths, fc.func(fc.nat()), async (project, list, rank) => {
        const shuffled = list.toSorted((left, right) => rank(left) - rank(right));
        const [one, other] = await Promise.all(
          [list, shuffled].map((order) => selectionOrError(project, memoryTree(filesOf(order.join(" "))))),
        );
        assert.deepEqual(comparable(other!), comparable(one!));
      }),
      { numRuns: 500 },
    );
  });
});

/** Any other error fails the test. */
async function selectionOrError(project: Project, tree: FileTree): Promise<FileSelection | PackwheelError> {
  try {
    return await selectFiles(project, tree);
  } catch (error) {
    if (error instanceof PackwheelError) return error;
    throw error;
  }
}

/** Everything but the functions. */
function comparable(result: FileSelection | PackwheelError): unknown {
  if (result instanceof PackwheelError) return [result.code, result.message, result.hint, result.findings];
  return JSON.parse(JSON.stringify(result));
}

async function contentsOf(members: FileSelection["wheel"]): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const member of members) {
    let text = "";
    for await (const chunk of member.open()) text += new TextDecoder().decode(chunk);
    contents[member.path] = text;
  }
  return contents;
}
