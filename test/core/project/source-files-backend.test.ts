import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { readProject } from "../../../src/core/project/read-project.ts";
import { selectFiles } from "../../../src/core/project/source-files.ts";
import { filesOf, type ProjectWishes, projectStub } from "./project-stub.ts";

const BACKEND = { module: "packwheel_backend", folders: [""] };

interface Chosen {
  readonly name: string;
  readonly project: ProjectWishes;
  readonly tree: string;
  readonly wheel: string;
  readonly sdist: string;
  readonly findings?: readonly string[];
}

const chosen: readonly Chosen[] = [
  {
    name: "a backend beside pyproject.toml in the sdist alone",
    project: { ownBackend: BACKEND },
    tree: "src/hello/__init__.py packwheel_backend.py other.py",
    wheel: "hello/__init__.py",
    sdist: "packwheel_backend.py pyproject.toml src/hello/__init__.py",
  },
  {
    name: "the only other module, whatever its name, beside a backend",
    project: { ownBackend: BACKEND },
    tree: "greetings.py packwheel_backend.py",
    wheel: "greetings.py",
    sdist: "greetings.py packwheel_backend.py pyproject.toml",
    findings: ["PROJECT_PACKAGE_GUESSED"],
  },
  {
    name: "a backend that builds itself in both",
    project: { name: "packwheel-backend", ownBackend: BACKEND },
    tree: "packwheel_backend.py",
    wheel: "packwheel_backend.py",
    sdist: "packwheel_backend.py pyproject.toml",
  },
  {
    name: "a backend that import-names lists in both",
    project: { name: "tools", ownBackend: BACKEND, importName: ["packwheel_backend"] },
    tree: "packwheel_backend.py",
    wheel: "packwheel_backend.py",
    sdist: "packwheel_backend.py pyproject.toml",
  },
  {
    name: "a package as a backend, whole, from the first folder that has it",
    project: { ownBackend: { module: "backend.hooks", folders: ["missing", "tools"] } },
    tree: "hello.py tools/backend/hooks.py tools/backend/data.txt tools/helper.py tools/notes.txt backend/hooks.py",
    wheel: "hello.py",
    sdist: "hello.py pyproject.toml tools/backend/data.txt tools/backend/hooks.py tools/helper.py",
  },
  {
    name: "nothing of a backend that sdist-exclude names",
    project: { ownBackend: BACKEND, tool: { sdistExclude: ["/packwheel_backend.py"] } },
    tree: "hello.py packwheel_backend.py",
    wheel: "hello.py",
    sdist: "hello.py pyproject.toml",
    findings: ["PROJECT_BACKEND_MISSING"],
  },
  {
    name: "nothing, with a warning, where the backend is missing",
    project: { ownBackend: BACKEND },
    tree: "hello.py",
    wheel: "hello.py",
    sdist: "hello.py pyproject.toml",
    findings: ["PROJECT_BACKEND_MISSING"],
  },
];

describe("selectFiles() puts", () => {
  for (const { name, project, tree, wheel, sdist, findings } of chosen) {
    test(name, async () => {
      const selection = await selectFiles(projectStub(project), memoryTree(filesOf(tree)));
      assert.equal(selection.wheel.map(({ path }) => path).join(" "), wheel);
      assert.equal(selection.sdist.map(({ path }) => path).join(" "), sdist);
      assert.deepEqual(
        selection.findings.map(({ code }) => code),
        findings ?? [],
      );
    });
  }

  test("says which file pip will miss, and how to get it", async () => {
    const { findings } = await selectFiles(
      projectStub({ ownBackend: { module: "packwheel_backend", folders: ["", "tools"] } }),
      memoryTree(filesOf("hello.py")),
    );
    assert.deepEqual(findings, [
      {
        code: "PROJECT_BACKEND_MISSING",
        severity: "warning",
        message:
          'Cannot find the build backend "packwheel_backend" in backend-path: pip will not build from the sdist without "packwheel_backend.py" or "tools/packwheel_backend.py"',
        path: "pyproject.toml: build-system.build-backend",
        hint: "Write it with packwheel backend",
      },
    ]);
  });
});

describe("readProject()", () => {
  const read = async (lines: string) => {
    const pyproject = `[build-system]\nrequires = []\n${lines}\n[project]\nname = "hello"\nversion = "1.0"\n`;
    return (await readProject(memoryTree({ "pyproject.toml": pyproject }))).ownBackend;
  };

  test("gives the module and the folders of a backend in the project", async () => {
    const lines = 'build-backend = "tools.backend:hooks"\nbackend-path = [".", "./", "_build"]';
    assert.deepEqual(await read(lines), { module: "tools.backend", folders: ["", "", "_build"] });
  });

  test("gives no backend that is to be installed, and no path without a backend", async () => {
    assert.equal(await read('build-backend = "flit_core.buildapi"'), undefined);
    assert.equal(await read('backend-path = ["."]'), undefined);
  });
});
