import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { findPythons, requireJudge } from "./judge.ts";

const PROJECTS = fileURLToPath(new URL("../../fixtures/projects", import.meta.url));

interface Sample {
  readonly project: string;
  readonly code?: string;
  readonly printed?: string;
  /** Scripts, and what they print. */
  readonly commands?: Readonly<Record<string, string>>;
  /** Scripts whose first line pip must have replaced. */
  readonly pythonScripts?: readonly string[];
  /** Where the sample runs at all. */
  readonly platform?: string;
}

const samples: Sample[] = [
  {
    project: "src-layout",
    code: "import src_layout, pkgutil; print(src_layout.__version__, pkgutil.get_data('src_layout', 'data/words.txt').split())",
    printed: "1.2.3 [b'one', b'two']",
  },
  { project: "single-module", code: "import single_module", printed: "", commands: { "single-module": "one module" } },
  {
    project: "namespace",
    code: "import acme, acme.greetings.polite as p; print(p.POLITE, getattr(acme, '__file__', None))",
    printed: "Hello from acme, if you please None",
  },
  { project: "import-names", code: "import acme.names; print(acme.names.NAME)", printed: "acme.names" },
  {
    project: "several-packages",
    code: "import first, first.inner, second, third; print(first.inner.NAME, second.NAME, third.NAME)",
    printed: "first.inner second third",
  },
  {
    project: "forced-files",
    code: "import forced_files; print(forced_files.VERSION, forced_files.page().splitlines()[0])",
    printed: "1.0 <!doctype html>",
  },
  {
    project: "data-schemes",
    code: "import data_schemes_platlib, data_schemes_purelib, os, sys; print(os.path.isfile(sys.prefix + '/share/man/man1/data-schemes.1'))",
    printed: "True",
    commands: { "data-schemes-python": "a script of data_schemes", "data-schemes-shell": "a script of the shell" },
    pythonScripts: ["data-schemes-python"],
  },
  { project: "stubs" },
  {
    project: "with-native-blob",
    code: "import with_native_blob; print(with_native_blob.add(2, 3))",
    printed: "5",
    platform: "linux x64",
  },
];

describe("pip and the sample projects", () => {
  const python = findPythons().findLast(
    ({ path }) => spawnSync(path, ["-c", "import pip, venv, ensurepip"], { stdio: "ignore" }).status === 0,
  );
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-samples-"));
    if (python !== undefined) run(python.path, ["-m", "venv", join(folder, "environment")]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const { project, code, printed, commands, pythonScripts, platform } of samples) {
    test(`install and run ${project}`, async (t) => {
      if (!requireJudge(t, python !== undefined, "Python with pip and venv")) return;
      if (platform !== undefined && platform !== `${process.platform} ${process.arch}`) {
        t.skip(`it is for ${platform}`);
        return;
      }
      const { files } = await buildDirectory(join(PROJECTS, project), {
        kinds: ["wheel"],
        outDir: join(folder, project),
      });
      const bin = join(folder, "environment", "bin");
      run(join(bin, "python"), ["-m", "pip", "install", "--no-deps", files[0]?.path ?? ""]);
      if (code !== undefined) assert.equal(run(join(bin, "python"), ["-c", code]), printed);
      for (const [command, answer] of Object.entries(commands ?? {})) {
        assert.equal(run(join(bin, command), []), answer);
      }
      for (const script of pythonScripts ?? []) {
        assert.equal(readFileSync(join(bin, script), "utf8").split("\n")[0], `#!${join(bin, "python")}`);
      }
    });
  }
});

function run(command: string, args: readonly string[]): string {
  const { PYTHONPATH: _path, PYTHONHOME: _home, ...inherited } = process.env;
  const environment = {
    ...inherited,
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INDEX: "1",
    PYTHONDONTWRITEBYTECODE: "1",
  };
  const result = spawnSync(command, args, { encoding: "utf8", env: environment, timeout: 120_000 });
  assert.equal(result.status, 0, `${command} ${args.join(" ")}\n${result.stdout}\n${result.stderr}`);
  return result.stdout.trim();
}
