/** `packwheel test`: wheels in the Pythons of this machine, and in Pyodide. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, type TestContext, test } from "node:test";
import { runCli } from "../cli/run-cli.ts";
import { FILES, sampleWheel } from "../core/wheel/sample-wheel.ts";
import { PACKWHEEL } from "./environment.ts";
import { findPythons, requireJudge } from "./judge.ts";
import { findPyodideFolder } from "./pyodide/find-pyodide.ts";

const INFO = "hello-1.0.dist-info";
const METADATA = "Metadata-Version: 2.1\nName: hello\nVersion: 1.0\n";

interface TrialFile {
  readonly status: string;
  readonly modules: readonly string[];
  readonly tests?: number;
  readonly reason?: string;
  readonly output: string;
  readonly tag?: string;
  readonly interpreter?: { readonly kind: string; readonly label: string; readonly version: string };
}

const folder = mkdtempSync(join(tmpdir(), "packwheel-trial-"));
/** Where this process makes temporary folders. */
const scratch = mkdtempSync(join(folder, "scratch"));
process.env["TMPDIR"] = scratch;
after(() => rmSync(folder, { recursive: true, force: true }));

/** A wheel in a folder of its own. */
function wheelOf(files: Readonly<Record<string, string>>, name = "hello-1.0-py2.py3-none-any.whl"): string {
  const place = mkdtempSync(join(folder, "w"));
  const bytes = sampleWheel({ files: { [`${INFO}/METADATA`]: METADATA, ...files } });
  writeFileSync(join(place, name), bytes);
  return join(place, name);
}

/** Runs the command with a folder for temporary files of its own, which must be empty afterwards. */
async function tryIn(
  python: string | undefined,
  words: readonly string[],
): Promise<{ readonly exitCode: number; readonly files: readonly TrialFile[]; readonly findings: readonly string[] }> {
  const choice = python === undefined ? [] : ["--python", python];
  const { PATH, HOME } = process.env;
  const environment = { ...(PATH === undefined ? {} : { PATH }), ...(HOME === undefined ? {} : { HOME }) };
  const { exitCode, stdout } = await runCli(["test", ...words, ...choice, "--json"], { environment, cwd: folder });
  const { files, findings } = JSON.parse(stdout) as {
    files: TrialFile[];
    findings: { code: string; message: string }[];
  };
  assert.deepEqual(readdirSync(scratch), []);
  return { exitCode, files, findings: findings.map(({ code, message }) => `${code} ${message}`) };
}

function pythonFor(t: TestContext): string | undefined {
  const python = findPythons().at(-1)?.path;
  requireJudge(t, python !== undefined, "Python");
  return python;
}

const GOOD = wheelOf(FILES);

describe("packwheel test", () => {
  test("tries a wheel in every Python that it finds", async (t) => {
    if (pythonFor(t) === undefined) return;
    const { exitCode, files } = await tryIn(undefined, [GOOD, "--code", "import hello; assert hello.x == 1"]);
    assert.equal(exitCode, 0);
    assert.ok(files.every(({ status, modules }) => status === "passed" && modules.join() === "hello"));
    const tags = new Map(files.map(({ interpreter, tag }) => [interpreter?.version, tag]));
    for (const { version } of findPythons()) {
      assert.equal(tags.get(version), version.startsWith("2") ? "py2-none-any" : "py3-none-any", version);
    }
  });

  const failures: readonly {
    readonly name: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly words?: readonly string[];
    readonly reason: RegExp;
    readonly output?: RegExp;
  }[] = [
    {
      name: "a module that cannot be imported",
      files: { "hello/__init__.py": "import hello_missing\n" },
      reason: /^import hello: exit code 1$/,
      output: /^Traceback[\s\S]*hello_missing/,
    },
    {
      name: "a module that is not there",
      words: ["--import", "hello.nowhere"],
      reason: /^import hello\.nowhere: exit code 1$/,
    },
    {
      name: "a module that comes from elsewhere",
      words: ["--import", "json"],
      reason: /^import json: exit code 1$/,
      output: /json comes from .*, and not from the wheel/,
    },
    {
      name: "code that fails",
      words: ["-c", "import hello; print('before'); assert hello.x == 2"],
      reason: /^-c: exit code 1$/,
      output: /^before\n[\s\S]*AssertionError/,
    },
    { name: "a crash", words: ["-c", "import os; os.abort()"], reason: /^-c: ended by SIGABRT$/ },
    { name: "an early end", words: ["-c", "import os; os._exit(0)"], reason: /^-c: it ended the interpreter$/ },
    {
      name: "what takes too long",
      words: ["--timeout", "1", "-c", "import time; time.sleep(60)"],
      reason: /^-c: it ran for more than 1 s$/,
    },
  ];
  for (const { name, files = FILES, words = [], reason, output = /(?:)/ } of failures) {
    test(`reports ${name}`, async (t) => {
      const python = pythonFor(t);
      if (python === undefined) return;
      const trial = await tryIn(python, [wheelOf(files), ...words]);
      assert.equal(trial.exitCode, 1);
      assert.equal(trial.files[0]?.status, "failed");
      assert.match(trial.files[0]?.reason ?? "", reason);
      assert.match(trial.files[0]?.output.replaceAll("\r\n", "\n") ?? "", output);
      assert.match(trial.findings[0] ?? "", /^TRIAL_FAILED Wheel fails in /);
    });
  }

  const tests = mkdtempSync(join(folder, "tests"));
  const TESTS: Readonly<Record<string, string>> = {
    "test_case.py":
      "import unittest\nimport hello\n\nclass A(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(hello.x, 1)\n    def test_b(self):\n        pass\n",
    "script.py": "import hello\nassert __name__ == '__main__'\nassert hello.x == 1\n",
    "bad/test_bad.py":
      "import unittest\n\nclass A(unittest.TestCase):\n    def test_a(self):\n        self.fail('on purpose')\n",
    "none/readme.txt": "nothing\n",
  };
  for (const [name, content] of Object.entries(TESTS)) {
    mkdirSync(join(tests, name, ".."), { recursive: true });
    writeFileSync(join(tests, name), content);
  }
  const testRuns = [
    { path: "test_case.py", status: "passed", tests: 2 },
    { path: "script.py", status: "passed", tests: undefined },
    { path: "bad", status: "failed", tests: undefined },
    { path: "none", status: "failed", tests: undefined },
  ];
  for (const { path, status, tests: count } of testRuns) {
    test(`runs the tests of ${path}`, async (t) => {
      const python = pythonFor(t);
      if (python === undefined) return;
      const { files } = await tryIn(python, [GOOD, "--file", join(tests, path)]);
      assert.equal(files[0]?.status, status, files[0]?.output);
      assert.equal(files[0]?.tests, count);
    });
  }

  test("installs scripts, data and both kinds of libraries", async (t) => {
    const python = pythonFor(t);
    if (python === undefined) return;
    const wheel = wheelOf({
      "hello/__init__.py": "def main():\n    print('by entry point')\n",
      "hello-1.0.data/purelib/other.py": "y = 2\n",
      "hello-1.0.data/scripts/hello-script": "#!python\nimport hello, other\nprint('by script', other.y)\n",
      "hello-1.0.data/data/share/hello.txt": "data\n",
      "hello-1.0.data/headers/hello.h": "int hello;\n",
      [`${INFO}/entry_points.txt`]: "[console_scripts]\nhello-run = hello:main\n",
    });
    const code = [
      "import os, subprocess",
      "for name in ('hello-run', 'hello-script'):",
      "    print(subprocess.Popen([name], stdout=subprocess.PIPE).communicate()[0].decode())",
      "root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__import__('hello').__file__))))",
      "assert os.path.isfile(os.path.join(root, 'data', 'share', 'hello.txt'))",
      "assert os.path.isfile(os.path.join(root, 'include', 'hello', 'hello.h'))",
      "raise SystemExit(5)",
    ].join("\n");
    const { files } = await tryIn(python, [wheel, "-c", code]);
    assert.deepEqual(files[0]?.modules, ["hello", "other"]);
    assert.equal(files[0]?.reason, "-c: exit code 5", files[0]?.output);
    assert.match(files[0]?.output ?? "", /by entry point[\s\S]*by script 2/);
  });

  const unfit = wheelOf(FILES, "hello-1.0-py3-none-macosx_11_0_arm64.whl");
  const needy = wheelOf({
    ...FILES,
    [`${INFO}/METADATA`]: `${METADATA}Requires-Dist: not-there-at-all>=2; python_version >= "2"\nRequires-Dist: never; extra == "x"\n`,
  });
  const newer = wheelOf({ ...FILES, [`${INFO}/METADATA`]: `${METADATA}Requires-Python: >=9\n` });
  const leftOut = [
    { name: "a wheel for another system", wheel: unfit, words: [], exitCode: 1, status: "skipped" },
    { name: "a wheel for a newer Python", wheel: newer, words: [], exitCode: 1, status: "skipped" },
    {
      name: "such a wheel where that is wanted",
      wheel: unfit,
      words: ["--skip-unfit"],
      exitCode: 0,
      status: "skipped",
    },
    { name: "a wheel whose requirements are missing", wheel: needy, words: [], exitCode: 1, status: "skipped" },
    { name: "nothing of requirements", wheel: needy, words: ["--ignore-requirements"], exitCode: 0, status: "passed" },
  ];
  for (const { name, wheel, words, exitCode, status } of leftOut) {
    test(`leaves out ${name}`, async (t) => {
      const python = pythonFor(t);
      if (python === undefined) return;
      const trial = await tryIn(python, [wheel, ...words]);
      assert.equal(trial.exitCode, exitCode);
      assert.equal(trial.files[0]?.status, status);
      if (exitCode === 1) assert.match(trial.findings[0] ?? "", /^TRIAL_NOT_TRIED Wheel was not tried: /);
      if (wheel === needy && exitCode === 1) assert.match(trial.files[0]?.reason ?? "", /^lacks not-there-at-all>=2$/);
    });
  }

  test("refuses what is no Python, and what is no wheel", async (t) => {
    const python = pythonFor(t);
    if (python === undefined) return;
    assert.match(
      (await tryIn(join(folder, "nowhere"), [GOOD])).findings[0] ?? "",
      /^TRIAL_PYTHON_FAILED .*no such program$/,
    );
    const answer = await tryIn(python, [join(folder, "hello-1.0-py3-none-any.whl")]);
    assert.match(answer.findings[0] ?? "", /^FILE_MISSING /);
    assert.equal((await runCli(["test"])).exitCode, 2);
    assert.equal((await runCli(["test", GOOD, "--timeout", "soon"])).exitCode, 2);
    assert.equal((await runCli(["test", GOOD, "--file", join(folder, "nowhere")])).exitCode, 2);
  });

  test("leaves nothing behind when it is interrupted", async (t) => {
    const python = pythonFor(t);
    if (python === undefined || process.platform === "win32") return;
    const place = mkdtempSync(join(folder, "interrupted"));
    const code = "print('sleeping', flush=True)\nimport time\ntime.sleep(60)";
    const child = spawn(process.execPath, [PACKWHEEL, "test", GOOD, "--python", python, "-c", code], {
      env: { ...process.env, TMPDIR: place },
      stdio: "ignore",
    });
    while (!readdirSync(place, { recursive: true }).some((name) => String(name).endsWith("report.json"))) {
      assert.equal(child.exitCode, null);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill("SIGINT");
    const exitCode = await new Promise((resolve) => child.on("exit", resolve));
    assert.equal(exitCode, 130);
    assert.deepEqual(readdirSync(place), []);
  });
});

describe("packwheel test in Pyodide", () => {
  test("imports a wheel for any platform, and runs its tests", async (t) => {
    const pyodide = findPyodideFolder();
    if (!requireJudge(t, pyodide !== undefined, "the npm package pyodide") || pyodide === undefined) return;
    const tests = mkdtempSync(join(folder, "pyodide"));
    writeFileSync(
      join(tests, "test_it.py"),
      "import unittest, sys, hello\nclass A(unittest.TestCase):\n    def test_it(self):\n        self.assertEqual((sys.platform, hello.x), ('emscripten', 1))\n",
    );
    const { exitCode, files } = await tryIn(pyodide, [
      GOOD,
      wheelOf({ "hello.py": "raise SystemExit('no')\n" }),
      "--file",
      tests,
    ]);
    assert.equal(exitCode, 1);
    assert.deepEqual(
      files.map(({ status, tests: count, reason }) => [status, count, reason]),
      [
        ["passed", 1, undefined],
        ["failed", undefined, "import hello: exit code 1"],
      ],
    );
    assert.match(files[0]?.interpreter?.label ?? "", /^Pyodide \S+ \(CPython 3\.\d+\)$/);
  });
});
