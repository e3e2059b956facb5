/** The projects of `packwheel init`, built, installed by real pip, and their own tests run there. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { TEMPLATE_KINDS, type TemplateKind } from "../../src/core/template/template-options.ts";
import { runCli } from "../cli/run-cli.ts";
import { attempt, PACKWHEEL } from "./environment.ts";
import { findProgram, findPythons, type Python, requireJudge } from "./judge.ts";

const usesCffi = (template: TemplateKind): boolean => ["c", "cpp", "rust"].includes(template);

/** Python's version as one number: 3.8 is 308. */
function numberOf({ version }: Python): number {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major * 100 + minor;
}

const withPip = findPythons().filter(({ path }) => runsCode(path, "import pip"));
const modern = withPip.filter((python) => numberOf(python) >= 308 && runsCode(python.path, "import venv"));
const withCffi = modern.filter(({ path }) => runsCode(path, "import cffi"));

function runsCode(path: string, code: string): boolean {
  return spawnSync(path, ["-c", code], { stdio: "ignore" }).status === 0;
}

/** cffi is not everywhere; of the others, the oldest and the newest tell enough, for the wheel is the same. */
function pythonsFor(template: TemplateKind): readonly Python[] {
  if (usesCffi(template)) return withCffi;
  if (template === "ctypes") return withPip;
  return modern.length > 1 ? [...modern.slice(0, 1), ...modern.slice(-1)] : modern;
}

const COMPILERS: Readonly<Record<TemplateKind, readonly string[]>> = {
  c: ["gcc", "cc", "clang"],
  cpp: ["g++", "c++", "clang++"],
  ctypes: ["gcc", "cc", "clang"],
  bin: ["gcc", "cc", "clang"],
  rust: ["cargo"],
  pure: ["node"],
};

const compilerOf = (template: TemplateKind): string | undefined =>
  COMPILERS[template].map(findProgram).find((path) => path !== undefined);

/** PyPy brings cffi, and takes the same wheel. It has no pip here: the wheel is unpacked, which is all pip does to it. */
const pypy = findProgram("pypy3");

/** What is left out, and why. */
function describeMissing(template: TemplateKind): string {
  const missing = modern.filter((python) => !withCffi.includes(python)).map(({ version }) => version);
  if (!usesCffi(template) || missing.length === 0) return "";
  return `; not on ${missing.join(", ")}: cffi is not installed there, and its compiled half fits one version of Python`;
}

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-templates-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Made once for each Python: pip and cffi are those of the Python itself. */
const environments = new Map<string, Promise<string>>();

function environmentOf(python: Python): Promise<string> {
  const known = environments.get(python.path);
  if (known !== undefined) return known;
  const place = join(folder, `venv-${python.version}`);
  const words = ["-m", "venv", "--system-site-packages", "--without-pip", place];
  const made = run(python.path, words).then(() => join(place, "bin", "python"));
  environments.set(python.path, made);
  return made;
}

async function run(command: string, words: readonly string[], cwd = folder, variables = {}): Promise<string> {
  const { code, stdout, stderr } = await attempt(command, words, variables, cwd);
  assert.equal(code, 0, `${command} ${words.join(" ")}\n${stdout}\n${stderr}`);
  return stderr;
}

async function packwheel(...words: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runCli(words, { cwd: folder });
  assert.equal(exitCode, 0, `packwheel ${words.join(" ")}\n${stdout}\n${stderr}`);
  return stdout;
}

/** The project, and the path of its wheel. */
async function makeWheel(template: TemplateKind): Promise<{ readonly project: string; readonly wheel: string }> {
  const project = join(folder, `hello-${template}`);
  await packwheel("init", project, "--template", template, "--ci", "github");
  await packwheel("build", project);
  const [wheel] = readdirSync(join(project, "dist")).filter((name) => name.endsWith(".whl"));
  assert.ok(wheel);
  return { project, wheel: join(project, "dist", wheel) };
}

/** Python 2.7 has no `venv`; there, the wheel goes into a folder. */
async function installAndTest(python: Python, wheel: string, project: string): Promise<void> {
  const install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index"];
  const tests = ["-m", "unittest", "discover", "-s", "tests"];
  let said: string;
  if (numberOf(python) >= 308) {
    const own = await environmentOf(python);
    await run(own, [...install, wheel]);
    said = await run(own, tests, project);
  } else {
    const target = join(folder, `target-${python.version}`);
    await run(python.path, [...install, "--target", target, wheel]);
    said = await run(python.path, tests, project, { PYTHONPATH: target });
  }
  assert.match(said, /Ran ([3-9]|\d\d) tests in .*\n+OK\n?$/);
}

async function unpackAndTest(wheel: string, project: string): Promise<void> {
  const target = `${project}-pypy`;
  await run(pypy ?? "", ["-m", "zipfile", "-e", wheel, target]);
  const said = await run(pypy ?? "", ["-m", "unittest", "discover", "-s", "tests"], project, { PYTHONPATH: target });
  assert.match(said, /Ran ([3-9]|\d\d) tests in .*\n+OK\n?$/);
}

describe("packwheel init", () => {
  for (const template of TEMPLATE_KINDS) {
    test(`makes a project (${template}) that builds, installs and passes its tests`, async (t) => {
      if (!requireJudge(t, compilerOf(template) !== undefined, `a compiler for ${template}`)) return;
      const pythons = pythonsFor(template);
      const what = usesCffi(template) ? "Python 3.8 or newer with pip and cffi" : "Python 3.8 or newer with pip";
      if (!requireJudge(t, pythons.length > 0, what)) return;
      const { project, wheel } = await makeWheel(template);
      const tags = template === "pure" ? /-py3-none-any\.whl$/ : /-py3-none-(?!any).*\.whl$/;
      assert.match(wheel, template === "ctypes" ? /-py2\.py3-none-(?!any).*\.whl$/ : tags);
      const names = readdirSync(join(project, "dist")).map((name) => join(project, "dist", name));
      const findings = JSON.parse(await packwheel("check", "--json", ...names)).findings;
      assert.deepEqual(
        findings.filter(({ severity }: { severity: string }) => severity === "error"),
        [],
      );
      await Promise.all(pythons.map((python) => installAndTest(python, wheel, project)));
      const versions = pythons.map(({ version }) => version);
      if (usesCffi(template) && pypy !== undefined) {
        await unpackAndTest(wheel, project);
        versions.push("PyPy");
      } else if (usesCffi(template) && process.env["CI"] === "true") {
        requireJudge(t, false, "pypy3");
      }
      t.diagnostic(`${wheel.slice(project.length + 6)} on ${versions.join(", ")}${describeMissing(template)}`);
    });
  }

  for (const template of ["c", "ctypes"] as const) {
    test(`makes a project (${template}) that builds where no compiler is installed`, async (t) => {
      const pythons = pythonsFor(template);
      if (!requireJudge(t, pythons.length > 0, "a Python with pip")) return;
      const project = join(folder, `bare-${template}`);
      await packwheel("init", project, "--template", template, "--name", `hello-${template}`);
      // Nothing is on this path: no compiler, no linker, no git.
      const bare = { PATH: mkdtempSync(join(folder, "path-")), CC: "" };
      await run(process.execPath, [PACKWHEEL, "build", project], folder, bare);
      const [wheel] = readdirSync(join(project, "dist")).filter((name) => name.endsWith(".whl"));
      assert.match(wheel ?? "", /manylinux_2_17_/);
      for (const python of pythons) await installAndTest(python, join(project, "dist", wheel ?? ""), project);
      t.diagnostic(`${wheel} on ${pythons.map(({ version }) => version).join(", ")}`);
    });
  }

  test("makes a project that pip installs from its folder, for development too", async (t) => {
    const python = withCffi.at(-1);
    if (python === undefined || compilerOf("c") === undefined) {
      requireJudge(t, false, "Python 3.8 or newer with pip and cffi, or a C compiler");
      return;
    }
    const project = join(folder, "editable");
    await packwheel("init", project, "--template", "c");
    const own = join(folder, "venv-editable", "bin", "python");
    const words = ["-m", "venv", "--system-site-packages", "--without-pip", join(folder, "venv-editable")];
    await run(python.path, words);
    await run(own, ["-m", "pip", "install", "--no-index", "--editable", project]);
    assert.match(await run(own, ["-m", "unittest", "discover", "-s", "tests"], project), /\nOK\n?$/);
    await run(own, ["-m", "pip", "install", "--no-index", "--no-deps", "--force-reinstall", project]);
    assert.match(await run(own, ["-m", "unittest", "discover", "-s", "tests"], project), /\nOK\n?$/);
  });

  const strict = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"];
  for (const { template, words } of [
    { template: "c", words: ["-std=c11", "native/hello_sources.c"] },
    { template: "cpp", words: ["-std=c++17", "native/hello_sources.cpp"] },
    { template: "bin", words: ["-std=c11", "src/main.c"] },
  ] as const) {
    test(`writes sources (${template}) that the compiler has nothing to say of`, async (t) => {
      const compiler = compilerOf(template);
      if (compiler === undefined) {
        requireJudge(t, false, `a compiler for ${template}`);
        return;
      }
      const project = join(folder, `sources-${template}`);
      await packwheel("init", project, "--template", template, "--name", "hello-sources");
      assert.equal(await run(compiler, [...strict, ...words], project), "");
    });
  }

  test("writes a Rust library that passes its own tests, without a warning", async (t) => {
    const cargo = compilerOf("rust");
    if (cargo === undefined) {
      requireJudge(t, false, "cargo");
      return;
    }
    const project = join(folder, "sources-rust");
    await packwheel("init", project, "--template", "rust");
    const said = await run(cargo, ["test", "--offline", "--locked"], join(project, "native"));
    assert.doesNotMatch(said, /warning/);
  });
});
