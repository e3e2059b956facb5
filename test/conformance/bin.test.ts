/** Programs that pip has installed from packwheel's wheels, run through their console scripts by every Python. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runCli } from "../cli/run-cli.ts";
import { findProgram, findPythons, type Python, requireJudge } from "./judge.ts";

/** Tells whether it got SIGPIPE as it should be, its words, and exits with 7; `wait` waits for a signal. */
const SOURCE = `
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void leave(int number) { _exit(number == SIGTERM ? 42 : 5); }

int main(int count, char **words) {
  if (count > 1 && strcmp(words[1], "wait") == 0) {
    signal(SIGTERM, leave);
    signal(SIGINT, leave);
    printf("%d\\n", (int)getpid());
    fflush(stdout);
    for (;;) pause();
  }
  struct sigaction action;
  sigaction(SIGPIPE, NULL, &action);
  printf("%s", action.sa_handler == SIG_DFL ? "default" : "ignored");
  for (int index = 1; index < count; index++) printf("|%s", words[index]);
  puts("");
  return 7;
}
`;

const compiler = process.platform === "win32" ? undefined : (findProgram("gcc") ?? findProgram("cc"));
const pythons = findPythons().filter(({ path }) => spawnSync(path, ["-m", "pip", "--version"]).status === 0);
const architecture = process.arch === "arm64" ? (process.platform === "darwin" ? "arm64" : "aarch64") : "x86_64";
const platform = process.platform === "darwin" ? `macosx_11_0_${architecture}` : `linux_${architecture}`;

/** Where pip has put things: prefixes of Debian have a folder more. */
interface Installed {
  readonly script: string;
  readonly environment: NodeJS.ProcessEnv;
}

function install(python: Python, wheel: string, command: string, prefix: string): Installed {
  const { PYTHONPATH: _path, PYTHONHOME: _home, ...inherited } = process.env;
  const environment = { ...inherited, PIP_NO_INDEX: "1", PIP_DISABLE_PIP_VERSION_CHECK: "1" };
  const words = ["-m", "pip", "install", "--quiet", "--no-deps", "--ignore-installed", "--prefix", prefix, wheel];
  const { status, stderr } = spawnSync(python.path, words, { encoding: "utf8", env: environment, timeout: 120_000 });
  assert.equal(status, 0, stderr);
  const find = (name: string, below: string): string => {
    const entry = readdirSync(prefix, { recursive: true, withFileTypes: true }).find(
      (each) => each.name === name && basename(each.parentPath) === below,
    );
    assert.ok(entry, `pip has made no ${below}/${name}`);
    return join(entry.parentPath, entry.name);
  };
  const site = dirname(dirname(find("__init__.py", "sample_program")));
  const script = readdirSync(prefix, { recursive: true, withFileTypes: true }).find(
    (each) => each.name === command && !each.parentPath.startsWith(site),
  );
  assert.ok(script, `pip has made no script ${command}`);
  return {
    script: join(script.parentPath, script.name),
    environment: { ...environment, PYTHONPATH: site, PYTHONDONTWRITEBYTECODE: "1" },
  };
}

function ended(child: ChildProcess): Promise<number | string | null> {
  return new Promise((done) => child.on("exit", (code, signal) => done(signal ?? code)));
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    child.stdout?.once("data", (data) => done(String(data).trim()));
    child.on("exit", () => fail(new Error("it ended before it said anything")));
  });
}

describe("packwheel bin", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-bin-judge-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A wheel that Python 2 takes too. */
  let made: Promise<string> | undefined;
  const makeWheel = async (): Promise<string> => {
    writeFileSync(join(folder, "program.c"), SOURCE);
    const built = spawnSync(compiler ?? "", ["-std=c99", "-D_POSIX_C_SOURCE=200809L", "-o", "hello", "program.c"], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(built.status, 0, built.stderr);
    const words = ["--name", "Sample.Program", "--set-version", "1.0", "--requires-python", ">=2.7"];
    const bin = await runCli(["bin", ...words, "--platform-tag", platform, "hello"], { cwd: folder });
    assert.equal(bin.exitCode, 0, bin.stderr);
    const tags = await runCli(["tags", "--python-tag", "py2.py3", bin.stdout.trim()], { cwd: folder });
    assert.equal(tags.exitCode, 0, tags.stderr);
    return join(folder, "dist", tags.stdout.trim());
  };
  const wheel = (): Promise<string> => {
    made ??= makeWheel();
    return made;
  };

  test("has a compiler and Pythons with pip to judge it", (t) => {
    if (!requireJudge(t, compiler !== undefined, "A C compiler")) return;
    requireJudge(t, pythons.length > 0, "Python with pip");
  });

  if (compiler === undefined) return;
  for (const python of pythons) {
    test(`Python ${python.version}: arguments, exit code, process and signals are the program's own`, async () => {
      const { script, environment } = install(python, await wheel(), "hello", join(folder, python.version));
      const args = ["a b", "", "größe", '"'];
      const run = spawnSync(script, args, { encoding: "utf8", env: environment });
      assert.equal(run.stdout, `default|${args.join("|")}\n`, run.stderr);
      assert.equal(run.status, 7);

      const module = spawnSync(python.path, ["-m", "sample_program", "x"], { encoding: "utf8", env: environment });
      assert.equal(module.stdout, "default|x\n", module.stderr);
      assert.equal(module.status, 7);

      const child = spawn(script, ["wait"], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
      const end = ended(child);
      assert.equal(await firstLine(child), String(child.pid), "exec keeps the process");
      child.kill("SIGTERM");
      assert.equal(await end, 42);

      // What Windows does, as far as another system can do it.
      const asWindows = "import os, sys; os.name = 'nt'; import sample_program; sys.exit(sample_program.main())";
      const windows = spawnSync(python.path, ["-c", asWindows, "x y"], { encoding: "utf8", env: environment });
      assert.match(windows.stdout, /\|x y\n$/, windows.stderr);
      assert.equal(windows.status, 7);

      const waiting = spawn(python.path, ["-c", asWindows, "wait"], {
        env: environment,
        stdio: ["ignore", "pipe", "inherit"],
        detached: true,
      });
      const windowsEnd = ended(waiting);
      assert.notEqual(await firstLine(waiting), String(waiting.pid));
      process.kill(-(waiting.pid ?? 0), "SIGINT"); // as a console does: to both
      assert.equal(await windowsEnd, 5);
    });
  }

  test("a Node program in one file works from a wheel for every platform", async (t) => {
    const python = pythons.at(-1);
    if (!requireJudge(t, python !== undefined, "Python with pip") || python === undefined) return;
    const text = "#!/usr/bin/env node\nconsole.log(process.argv.slice(2).join());\nprocess.exit(3);\n";
    writeFileSync(join(folder, "tool.cjs"), text);
    const words = ["bin", "--name", "sample-program", "--set-version", "1.0", "--platform-tag", "any", "tool.cjs"];
    const bin = await runCli(words, { cwd: folder });
    assert.equal(bin.stdout, join("dist", "sample_program-1.0-py3-none-any.whl\n"), bin.stderr);
    const file = join(folder, bin.stdout.trim());
    const first = readFileSync(file);
    await runCli(words, { cwd: folder });
    assert.deepEqual(readFileSync(file), first, "the same bytes again");
    const { script, environment } = install(python, file, "tool", join(folder, "node"));
    const run = spawnSync(script, ["a", "b"], { encoding: "utf8", env: environment });
    assert.equal(run.stdout, "a,b\n", run.stderr);
    assert.equal(run.status, 3);
    const asWindows = "import os, sys; os.name = 'nt'; import sample_program; sys.exit(sample_program.main())";
    const windows = spawnSync(python.path, ["-c", asWindows, "c"], { encoding: "utf8", env: environment });
    assert.equal(windows.stdout, "c\n", windows.stderr);
    assert.equal(windows.status, 3);
  });
});
