import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { findPythons, type Python, requireJudge } from "./judge.ts";

const PROJECTS = fileURLToPath(new URL("../../fixtures/projects", import.meta.url));

/** A place of its own for one Python, and how to run that Python and its scripts there. */
interface Target {
  readonly python: string;
  readonly scripts: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly install: readonly string[];
}

function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): string {
  const result = spawnSync(command, args, { encoding: "utf8", env: environment, timeout: 120_000 });
  assert.equal(result.status, 0, `${command} ${args.join(" ")}\n${result.stdout}\n${result.stderr}`);
  return result.stdout.trim();
}

/** A virtual environment; for Python 2, which makes none by itself, a user base in the folder. */
function makeTarget(python: Python, folder: string): Target {
  const { PYTHONPATH: _path, PYTHONHOME: _home, PIP_EXTRA_INDEX_URL: _index, ...inherited } = process.env;
  const environment = {
    ...inherited,
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INDEX: "1",
    PYTHONDONTWRITEBYTECODE: "1",
  };
  if (python.version.startsWith("2.")) {
    const user = { ...environment, PYTHONUSERBASE: folder };
    return { python: python.path, scripts: join(folder, "bin"), environment: user, install: ["--user"] };
  }
  run(python.path, ["-m", "venv", folder], environment);
  return { python: join(folder, "bin", "python"), scripts: join(folder, "bin"), environment, install: [] };
}

/** Every file below a folder, as sorted relative paths. */
function listing(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const PYTHON_3 = {
  project: "hello",
  name: "hello",
  code: "import hello; print(hello.__version__, hello.greet('Ada', 'fr'))",
  printed: "1.0.0 Bonjour, Ada!",
  command: ["hello", "Ada"],
  answer: "Hello, Ada!",
};

const PYTHON_2 = {
  project: "py2-compatible",
  name: "py2-compatible",
  code: "import py2_compatible; print(py2_compatible.__version__)",
  printed: "1.0.0",
  command: ["py2-compatible"],
  answer: "Hello from Python 2 and 3",
};

describe("pip", () => {
  const pythons = findPythons();
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-pip-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("is there to judge", (t) => {
    requireJudge(t, pythons.length > 0, "Python with pip");
  });

  for (const python of pythons) {
    for (const sample of python.version.startsWith("2.") ? [PYTHON_2] : [PYTHON_3, PYTHON_2]) {
      test(`of Python ${python.version} installs, runs, checks and removes ${sample.name}`, async (t) => {
        const hasPip = spawnSync(python.path, ["-m", "pip", "--version"]).status === 0;
        if (!requireJudge(t, hasPip, `pip of Python ${python.version}`)) return;
        const home = join(folder, `${sample.name}-${python.version}`);
        const { files } = await buildDirectory(join(PROJECTS, sample.project), {
          kinds: ["wheel"],
          outDir: join(home, "dist"),
        });
        const wheel = files[0]?.path ?? "";
        const target = makeTarget(python, join(home, "environment"));
        const pip = (...args: string[]) => run(target.python, ["-m", "pip", ...args], target.environment);
        const untouched = listing(join(home, "environment"));

        run(target.python, ["-m", "zipfile", "-t", wheel], target.environment);
        pip("install", ...target.install, "--no-deps", wheel);
        assert.equal(run(target.python, ["-c", sample.code], target.environment), sample.printed);
        const [command = "", ...words] = sample.command;
        assert.equal(run(join(target.scripts, command), words, target.environment), sample.answer);
        pip("check");
        assert.match(pip("show", "-f", sample.name), /^Version: 1\.0\.0$/m);
        pip("uninstall", "-y", sample.name);
        assert.deepEqual(listing(join(home, "environment")), untouched, "uninstalling left files behind");
      });
    }
  }
});
