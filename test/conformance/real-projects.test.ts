import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { PackwheelError } from "../../src/core/errors.ts";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { compareWheels } from "./compare-wheels.ts";
import { findPythonWith, type Python, requireJudge } from "./judge.ts";
import { copySources, findSources, type Source } from "./real-sources.ts";

interface RealProject {
  /** With the version. */
  readonly name: string;
  readonly source: Source;
  /** The module of its own backend. */
  readonly backend: "flit_core" | "hatchling" | "setuptools";
  /** Lines for `[tool.packwheel.dynamic]` that the error about a dynamic field must give. */
  readonly advised?: readonly string[];
  /** What else packwheel has to be told: the end of pyproject.toml. */
  readonly settings?: string;
  /** Files that the sources lack, though their pyproject.toml names them. */
  readonly added?: Readonly<Record<string, string>>;
  /** Prints the version. */
  readonly smoke?: { readonly code: string; readonly printed: string };
}

const DEBIAN = "pool/main";

/** Small projects that flit_core brings along to test itself, one for each corner of `[project]`. */
const FLIT_SAMPLES: Readonly<Record<string, Pick<RealProject, "advised" | "settings" | "smoke">>> = {
  pep621: {
    advised: ['version = { python = "module1a.py" }', 'description = "module1a.py"'],
    // Its `[tool.flit.module]` names a module that does not bear the project's name.
    settings: '[tool.packwheel]\npackages = ["module1a.py"]\n',
    smoke: { code: "import module1a; print(module1a.__version__)", printed: "0.1" },
  },
  pep621_nodynamic: {},
  normalization: {},
  with_data_dir: {
    advised: ['version = { python = "module1.py" }', 'description = "module1.py"'],
    settings: '[tool.packwheel.data]\ndata = { "data" = "" }\n',
  },
  imported_version: {
    advised: ['version = { python = "package1/_version.py" }', 'description = "package1/__init__.py"'],
  },
};

const projects: readonly RealProject[] = [
  {
    name: "packaging-23.0",
    source: {
      kind: "debian",
      path: `${DEBIAN}/p/python-packaging/python-packaging_23.0.orig.tar.gz`,
      sha256: "b6ad297f8907de0fa2fe1ccbd26fdaf387f5f47c7275fedf8cce89f99446cf97",
    },
    backend: "flit_core",
    advised: ['version = { python = "src/packaging/__init__.py" }'],
    smoke: { code: "import packaging.version as v, packaging as p; print(v.Version(p.__version__))", printed: "23.0" },
  },
  {
    name: "tomli-2.0.1",
    source: {
      kind: "debian",
      path: `${DEBIAN}/p/python-tomli/python-tomli_2.0.1.orig.tar.gz`,
      sha256: "ad22dbc128623e0c156ffaff019f29f456eba8a5d5a05164dd34f63e560449df",
    },
    backend: "flit_core",
    smoke: { code: "import tomli; print(tomli.loads('a = 1'), tomli.__version__)", printed: "{'a': 1} 2.0.1" },
  },
  {
    name: "typing_extensions-4.4.0",
    source: {
      kind: "debian",
      path: `${DEBIAN}/p/python-typing-extensions/python-typing-extensions_4.4.0.orig.tar.gz`,
      sha256: "1511434bb92bf8dd198c12b1cc812e800d4181cfcb867674e0f8279cc93087aa",
    },
    backend: "flit_core",
  },
  {
    name: "pathspec-0.11.0",
    source: {
      kind: "debian",
      path: `${DEBIAN}/p/python-pathspec/python-pathspec_0.11.0.orig.tar.gz`,
      sha256: "2e6eb90d58e44e66ccc6afddd269dd0773fb97915d445897fff120c809e61761",
    },
    backend: "flit_core",
    advised: ['version = { python = "pathspec/_meta.py" }'],
  },
  {
    name: "hatchling-1.12.2",
    source: {
      kind: "debian",
      path: `${DEBIAN}/h/hatchling/hatchling_1.12.2.orig.tar.gz`,
      sha256: "8a6d719d96653a0f3901072b12710c9c3cc934f9061b443775c6789b45333495",
    },
    backend: "hatchling",
    advised: ['version = { python = "src/hatchling/__about__.py" }'],
  },
  {
    name: "gyp-next-0.18.1",
    source: {
      kind: "npm",
      package: "node-gyp@10.2.0",
      folder: "gyp",
      sha256: "3c1859006cf54f0c90ce77b73c00c6e8efbd5fa26c5afb067d47bd02fba145ed",
    },
    backend: "setuptools",
    // `[tool.setuptools] package-dir` gives its packages another place than the tree does.
    settings: '[tool.packwheel]\npackages = []\n\n[tool.packwheel.force-include]\n"pylib/gyp" = "gyp"\n',
    added: { "README.md": "# GYP\n" },
    smoke: { code: "import gyp.input as i; print(i.multiple_toolsets)", printed: "False" },
  },
  ...Object.entries(FLIT_SAMPLES).map(
    ([folder, rest]): RealProject => ({
      name: `flit's sample ${folder}`,
      source: { kind: "installed", module: "flit_core", folder: `tests/samples/${folder}` },
      backend: "flit_core",
      ...rest,
    }),
  ),
];

/** Differences that are meant, by the backend that makes the other side. */
const ALLOWED: readonly { readonly backend: RegExp; readonly difference: RegExp; readonly reason: string }[] = [
  {
    backend: /./,
    difference: /^METADATA Metadata-Version: \["2\.1"\] \| \["2\.4"\]$/,
    reason: "The backends of Debian 12 are older than licence expressions and License-File",
  },
  {
    backend: /./,
    difference: /^WHEEL Generator: /,
    reason: "Every tool names itself",
  },
  {
    backend: /flit_core|setuptools/,
    difference:
      /^only (theirs: \*\.dist-info\/|ours: \*\.dist-info\/licenses\/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$/,
    reason: "PEP 639 moved licence files into a folder of their own",
  },
  {
    backend: /flit_core/,
    difference: /^METADATA License-File: null \| /,
    reason: "flit_core 3.8 takes the files, and does not name them",
  },
  {
    backend: /flit_core/,
    difference: /^METADATA License: null \| /,
    reason: "flit_core 3.8 leaves out the table that project.license was then",
  },
  {
    backend: /setuptools/,
    difference: /^only theirs: \*\.dist-info\/top_level\.txt$/,
    reason: "A file of setuptools alone, which no installer reads",
  },
  {
    backend: /flit_core/,
    difference: /^(name|WHEEL Tag): .*(['"])py2-none-any\2, \2py3-none-any\2\]\)? \| [^|]*\[\2py3-none-any\2\]\)?$/,
    reason: "Without requires-python flit takes a project for one that runs on Python 2 too",
  },
];

describe("real projects, built by packwheel and by their own backends", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-real-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const project of projects) {
    test(project.name, async (t) => {
      const { backend, smoke } = project;
      const python = findPythonWith(`import ${backend}, build, packaging, pip`);
      const found = requireJudge(t, python !== undefined, `Python with build, packaging, pip and ${backend}`);
      if (!found || python === undefined) return;
      const sources = await findSources(project.name, project.source, python.path);
      if (sources === undefined) {
        // Mirrors without sources are common; what is installed here is not to blame.
        t.skip(`nobody serves the sources of ${project.name} here`);
        return;
      }
      const place = join(folder, project.name.replaceAll(" ", "-"));
      const theirs = copySources(sources, join(place, "theirs"));
      const ours = copySources(sources, join(place, "ours"));
      for (const tree of [theirs, ours]) {
        for (const [path, text] of Object.entries(project.added ?? {})) writeFileSync(join(tree, path), text);
      }
      await followAdvice(ours, project);

      const built = await buildDirectory(ours, { kinds: ["wheel"], outDir: join(place, "ours-dist") });
      const wheel = built.files[0]?.path ?? "";
      const judged = buildWithBackend(python, theirs, join(place, "theirs-dist"));
      const differences = compareWheels(python, judged, wheel);
      const unexpected = differences.filter(
        (line) => !ALLOWED.some(({ backend: of, difference }) => of.test(backend) && difference.test(line)),
      );
      assert.deepEqual(unexpected, []);

      if (smoke !== undefined) {
        const target = join(place, "installed");
        run(python.path, ["-m", "pip", "install", "--no-deps", "--no-index", "--target", target, wheel]);
        assert.equal(run(python.path, ["-c", smoke.code], { PYTHONPATH: target }), smoke.printed);
      }
    });
  }
});

/** A project with dynamic fields is refused, and what the error says to add makes it build. */
async function followAdvice(directory: string, { advised = [], settings = "" }: RealProject): Promise<void> {
  const file = join(directory, "pyproject.toml");
  appendFileSync(file, `\n${settings}`);
  if (advised.length === 0) return;
  const given: string[] = [];
  await assert.rejects(
    buildDirectory(directory, { kinds: ["wheel"] }),
    (error) =>
      error instanceof PackwheelError &&
      error.findings.every(({ hint = "" }) => {
        const line = /^Add `(.*)` below \[tool\.packwheel\.dynamic\]$/.exec(hint)?.[1];
        if (line !== undefined) given.push(line);
        return true;
      }),
  );
  assert.deepEqual(given, advised);
  appendFileSync(file, `\n[tool.packwheel.dynamic]\n${given.join("\n")}\n`);
}

function buildWithBackend(python: Python, directory: string, outDir: string): string {
  // Debian's packages of backends do not always name what only editable installs need.
  run(python.path, ["-m", "build", "--wheel", "--no-isolation", "--skip-dependency-check", "-o", outDir, directory]);
  const [wheel = ""] = readdirSync(outDir).filter((name) => name.endsWith(".whl"));
  return join(outDir, wheel);
}

function run(command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): string {
  const { PYTHONPATH: _path, PYTHONHOME: _home, ...inherited } = process.env;
  const environment = { ...inherited, PIP_DISABLE_PIP_VERSION_CHECK: "1", PYTHONDONTWRITEBYTECODE: "1", ...more };
  const result = spawnSync(command, args, { encoding: "utf8", env: environment, timeout: 120_000 });
  assert.equal(result.status, 0, `${command} ${args.join(" ")}\n${result.stdout}\n${result.stderr}`);
  return result.stdout.trim();
}
