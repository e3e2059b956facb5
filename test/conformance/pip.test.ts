import assert from "node:assert/strict";
import { execFile } from "node:child_process";
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

function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { encoding: "utf8", env: environment, timeout: 120_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout.trim());
      else reject(new Error(`${command} ${args.join(" ")}: ${error.message}\n${stdout}\n${stderr}`));
    });
  });
}

/** A virtual environment; for Python 2, which makes none by itself, a user base in the folder. */
async function makeTarget(python: Python, folder: string): Promise<Target> {
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
  await run(python.path, ["-m", "venv", folder], environment);
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

describe("pip", { concurrency: 2 }, () => {
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
    const samples = python.version.startsWith("2.") ? [PYTHON_2] : [PYTHON_3, PYTHON_2];
    test(`of Python ${python.version} installs, runs, checks and removes what packwheel built`, async (t) => {
      const pipVersion = await run(python.path, ["-m", "pip", "--version"], process.env).catch(() => undefined);
      if (!requireJudge(t, pipVersion !== undefined, `pip of Python ${python.version}`)) return;
      const home = join(folder, python.version);
      const target = await makeTarget(python, join(home, "environment"));
      const pip = (...args: string[]) => run(target.python, ["-m", "pip", ...args], target.environment);
      for (const sample of samples) {
        const outDir = join(home, "dist");
        const { files } = await buildDirectory(join(PROJECTS, sample.project), { kinds: ["wheel"], outDir });
        const wheel = files[0]?.path ?? "";
        const untouched = listing(join(home, "environment"));

        await run(target.python, ["-m", "zipfile", "-t", wheel], target.environment);
        await pip("install", ...target.install, "--no-deps", wheel);
        assert.equal(await run(target.python, ["-c", sample.code], target.environment), sample.printed);
        const [command = "", ...words] = sample.command;
        assert.equal(await run(join(target.scripts, command), words, target.environment), sample.answer);
        await pip("check");
        assert.match(await pip("show", "-f", sample.name), /^Version: 1\.0\.0$/m);
        await pip("uninstall", "-y", sample.name);
        assert.deepEqual(listing(join(home, "environment")), untouched, "uninstalling left files behind");
      }
    });
  }
});
