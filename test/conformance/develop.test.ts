import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { cleanDirectory } from "../../src/node/build-cache.ts";
import { buildDirectory, planDirectory } from "../../src/node/build-directory.ts";
import {
  type DevelopedProject,
  type DevelopOptions,
  developDirectory,
} from "../../src/node/develop/develop-directory.ts";
import { askPython } from "../../src/node/develop/python-interpreter.ts";
import { runCli } from "../cli/run-cli.ts";
import { attempt, listing, makeEnvironment, type TestEnvironment } from "./environment.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";

const PROJECTS = fileURLToPath(new URL("../../fixtures/projects", import.meta.url));

let folder = "";
before(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-develop-")));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function copyProject(project: string, place: string): string {
  const copy = join(folder, place, project);
  cpSync(join(PROJECTS, project), copy, { recursive: true });
  return copy;
}

/** Looks at no variable of the tests' own surroundings. */
function develop(
  directory: string,
  python: string | undefined,
  virtualEnvironment?: string,
  options: DevelopOptions = {},
): Promise<DevelopedProject> {
  const variable = (name: string): string | undefined => (name === "VIRTUAL_ENV" ? virtualEnvironment : undefined);
  return developDirectory(directory, {
    ...options,
    python,
    environment: { variable, describeGit: async () => undefined },
  });
}

function siteOf({ folder: environment }: TestEnvironment): string {
  const [python = ""] = readdirSync(join(environment, "lib"));
  return join(environment, "lib", python, "site-packages");
}

describe("packwheel develop and pip", { concurrency: 2 }, () => {
  const known = findPythons();
  const pythons = ["3.8.", "3.11.", "3.13."].flatMap((series) => {
    return known.findLast(({ version }) => version.startsWith(series)) ?? [];
  });

  test("are there to judge", (t) => {
    requireJudge(t, pythons.length > 0, "Python 3.8, 3.11 or 3.13");
  });

  for (const python of pythons) {
    test(`agree on what is installed in Python ${python.version}`, async (t) => {
      const hasPip = (await attempt(python.path, ["-c", "import pip, venv, ensurepip"])).code === 0;
      if (!requireJudge(t, hasPip, `pip of Python ${python.version}`)) return;
      const project = copyProject("hello", python.version);
      const environment = await makeEnvironment(python, join(project, ".venv"));
      const { pip, run, scripts } = environment;
      const untouched = listing(environment.folder);
      const { files } = await buildDirectory(project, {
        kinds: ["wheel"],
        outDir: join(folder, python.version),
        setVersion: "0.5",
      });
      await pip("install", files[0]?.path ?? "");

      const { replaced, version } = await develop(project, undefined);
      assert.deepEqual({ replaced, version }, { replaced: ["hello-0.5.dist-info"], version: "1.0.0" });
      assert.equal(existsSync(join(siteOf(environment), "hello")), false, "the earlier install is still there");
      assert.equal(await run(join(scripts, "hello"), "Ada"), "Hello, Ada!");
      const code = "import hello; print(hello.__file__, hello.__version__)";
      assert.equal(await run(environment.python, "-I", "-c", code), `${join(project, "hello", "__init__.py")} 1.0.0`);
      const greetings = join(project, "hello", "data", "greetings.json");
      writeFileSync(greetings, readFileSync(greetings, "utf8").replace("Hello", "Good day"));
      assert.equal(await run(join(scripts, "hello"), "Ada"), "Good day, Ada!");

      const lines = (await pip("list", "--editable")).split("\n");
      assert.ok(
        lines.some((line) => /^hello +1\.0\.0 +/.test(line) && line.endsWith(project)),
        lines.join("\n"),
      );
      await pip("check");
      assert.match(
        await pip("show", "-v", "-f", "hello"),
        /^Installer: packwheel$[\s\S]*^ {2}__editable__\.hello\.pth$/m,
      );

      const once = listing(environment.folder);
      await develop(project, undefined);
      assert.deepEqual(listing(environment.folder), once, "a second time leaves other files");
      await pip("uninstall", "-y", "hello");
      assert.deepEqual(listing(environment.folder), untouched, "uninstalling left files behind");
    });
  }
});

describe("packwheel develop", { concurrency: 2 }, () => {
  const python = findPythons().findLast(({ version }) => /^3\.(?:[4-9]|\d\d)\./.test(version));

  /** A project in a folder of its own, with an environment of its own. */
  async function prepare(
    place: string,
    project = "hello",
    name = ".venv",
  ): Promise<{ project: string; environment: TestEnvironment; site: string }> {
    assert.ok(python);
    const copy = copyProject(project, place);
    const environment = await makeEnvironment(python, join(copy, name), false);
    return { project: copy, environment, site: siteOf(environment) };
  }

  /** A test that needs Python. */
  function check(name: string, run: () => Promise<void>): void {
    test(name, async (t) => {
      if (requireJudge(t, python !== undefined, "Python 3.4 or newer")) await run();
    });
  }

  check("writes scripts that run though the environment's path has blanks", async () => {
    const { project, environment } = await prepare("blanks", "hello", "my environment");
    await develop(project, environment.python);
    assert.equal(await environment.run(join(environment.scripts, "hello"), "Ada"), "Hello, Ada!");
  });

  check("puts files of every scheme where an installer would", async () => {
    const { project, environment, site } = await prepare("schemes", "data-schemes");
    const { scripts } = await develop(project, undefined);
    assert.deepEqual(scripts.map((path) => path.slice(environment.scripts.length + 1)).sort(), [
      "data-schemes-python",
      "data-schemes-shell",
    ]);
    assert.equal(await environment.run(join(environment.scripts, "data-schemes-python")), "a script of data_schemes");
    assert.ok(existsSync(join(environment.folder, "share", "man", "man1", "data-schemes.1")));
    assert.ok(existsSync(join(site, "data_schemes_purelib.py")));
    assert.ok(
      listing(join(environment.folder, "include")).some((path) => path.endsWith("/data-schemes/data_schemes.h")),
    );
  });

  check("records what it installed", async () => {
    const { project, site } = await prepare("record");
    const { files } = await develop(project, undefined);
    const record = readFileSync(join(site, "hello-1.0.0.dist-info", "RECORD"), "utf8");
    assert.equal(record.trim().split("\n").length, files.length);
    assert.match(record, /^\.\.\/\.\.\/\.\.\/bin\/hello,sha256=[\w-]{43},\d+$/m);
    assert.match(record, /^hello-1\.0\.0\.dist-info\/RECORD,,$/m);
    const { url, dir_info: info } = JSON.parse(
      readFileSync(join(site, "hello-1.0.0.dist-info", "direct_url.json"), "utf8"),
    );
    assert.deepEqual({ path: fileURLToPath(url), info }, { path: project, info: { editable: true } });
    assert.equal(readFileSync(join(site, "__editable__.hello.pth"), "utf8"), `${project}\n`);
  });

  check("takes the Python that is named before VIRTUAL_ENV, and that before .venv", async () => {
    assert.ok(python);
    const { project, environment } = await prepare("choice");
    const active = await makeEnvironment(python, join(folder, "choice", "active"), false);
    const named = await makeEnvironment(python, join(folder, "choice", "named"), false);
    assert.equal((await develop(project, named.folder, active.folder)).python, named.python);
    assert.equal((await develop(project, undefined, active.folder)).python, active.python);
    assert.equal((await develop(project, undefined, "")).python, environment.python);
  });

  check("removes nothing outside of the environment, whatever RECORD names", async () => {
    const { project, site } = await prepare("hostile");
    const outside = join(folder, "hostile", "precious.txt");
    writeFileSync(outside, "");
    const distInfo = join(site, "hello-0.9.dist-info");
    mkdirSync(distInfo);
    const up = "../".repeat(site.split("/").length);
    writeFileSync(join(distInfo, "RECORD"), `${outside},,\n${up}${outside.slice(1)},,\nhello-0.9.dist-info/RECORD,,\n`);
    const { findings, replaced } = await develop(project, undefined);
    assert.deepEqual(replaced, ["hello-0.9.dist-info"]);
    assert.deepEqual(
      findings.map(({ code, severity }) => `${severity} ${code}`),
      ["warning DEVELOP_FILE_OUTSIDE", "warning DEVELOP_FILE_OUTSIDE"],
    );
    assert.ok(existsSync(outside));
    assert.equal(existsSync(distInfo), false);
  });

  check("follows no link out of the environment, and leaves projects of similar names alone", async () => {
    const { project, site } = await prepare("links");
    const outside = join(folder, "links", "outside");
    mkdirSync(join(outside, "__pycache__"), { recursive: true });
    writeFileSync(join(outside, "__pycache__", "old.cpython-311.pyc"), "");
    writeFileSync(join(outside, "RECORD"), "old.py,,\n");
    writeFileSync(join(outside, "METADATA"), "Metadata-Version: 2.1\nName: hello\nVersion: 0.1\n");
    writeFileSync(join(site, "old.py"), "");
    symlinkSync(join(outside, "__pycache__"), join(site, "__pycache__"));
    symlinkSync(outside, join(site, "hello-0.1.dist-info"));
    const similar = join(site, "hello-world-1.0.dist-info");
    mkdirSync(similar);
    writeFileSync(join(similar, "METADATA"), "Metadata-Version: 2.1\nName: hello-world\nVersion: 1.0\n");
    writeFileSync(join(site, "hello-world.egg-link"), "");
    const before = listing(outside);
    assert.deepEqual((await develop(project, undefined)).replaced, ["hello-0.1.dist-info"]);
    assert.deepEqual(listing(outside), before);
    assert.deepEqual(
      [join(site, "old.py"), join(site, "hello-0.1.dist-info")].map((path) => existsSync(path)),
      [false, false],
    );
    assert.ok(existsSync(similar) && existsSync(join(site, "hello-world.egg-link")));
  });

  check("changes nothing when a file of another project is in the way", async () => {
    const { project, environment } = await prepare("clash");
    await develop(project, undefined);
    writeFileSync(
      join(project, "pyproject.toml"),
      readFileSync(join(project, "pyproject.toml"), "utf8").replace('hello = "hello', 'other = "hello'),
    );
    writeFileSync(join(environment.scripts, "other"), "not ours");
    const before = listing(environment.folder);
    await assert.rejects(develop(project, undefined), {
      code: "DEVELOP_FILE_CLASH",
      message: `Cannot install "${join(environment.scripts, "other")}": a file that does not belong to the project is there`,
    });
    assert.deepEqual(listing(environment.folder), before);
    assert.equal(await environment.run(join(environment.scripts, "hello"), "Ada"), "Hello, Ada!");
  });

  check("names the dependencies that are missing, with the command that gets them", async () => {
    const { project, environment } = await prepare("dependencies");
    const file = join(project, "pyproject.toml");
    const lines = 'dependencies = ["hello-there>=2", "hello", "never; python_version < \'3\'"]\n[project.urls]';
    writeFileSync(file, readFileSync(file, "utf8").replace("[project.urls]", lines));
    await develop(project, undefined);
    const { findings } = await develop(project, undefined);
    assert.deepEqual(findings, [
      {
        code: "DEVELOP_DEPENDENCY_MISSING",
        severity: "note",
        message: "Not installed there: hello-there>=2",
        path: "pyproject.toml: project.dependencies",
        hint: `Run "${environment.python}" -m pip install "hello-there>=2"`,
      },
    ]);
  });

  check("writes the file that version-file names into the project", async () => {
    const { project, environment } = await prepare("version-file");
    const file = join(project, "pyproject.toml");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("[tool.packwheel]", '[tool.packwheel]\nversion-file = "hello/_version.py"'),
    );
    const { findings } = await develop(project, undefined, undefined, { setVersion: "3.5" });
    assert.ok(
      findings.some(({ code, path }) => code === "EDITABLE_VERSION_FILE_WRITTEN" && path === "hello/_version.py"),
    );
    assert.equal(
      await environment.run(environment.python, "-I", "-c", "import hello._version as v; print(v.version)"),
      "3.5",
    );
    const again = await develop(project, undefined, undefined, { setVersion: "3.5" });
    assert.ok(!again.findings.some(({ code }) => code === "EDITABLE_VERSION_FILE_WRITTEN"));
  });

  test("refuses a Python that the system manages, even when it is named", async (t) => {
    const system = await askPython("/usr/bin/python3").catch(() => undefined);
    if (!requireJudge(t, system?.isExternallyManaged === true, "a Python that the system manages")) return;
    await assert.rejects(develop(copyProject("hello", "managed"), "/usr/bin/python3"), {
      code: "DEVELOP_PYTHON_UNFIT",
      message: 'Cannot install into "/usr/bin/python3": the system manages it (EXTERNALLY-MANAGED)',
    });
  });

  test("builds native code into the project, and knows it again", async (t) => {
    if (!requireJudge(t, python !== undefined, "Python 3.4 or newer")) return;
    if (!requireJudge(t, findProgram("cc") !== undefined, "a C compiler")) return;
    const { project, environment } = await prepare("native", "native-ctypes");
    const code = "import native_ctypes; print(native_ctypes.Counter(3).add(4))";
    const made = ["_native.py", "_native__lib.so"].map((name) => join(project, "src", "native_ctypes", name));
    for (const turn of ["first", "second"]) {
      const { findings } = await develop(project, undefined);
      assert.ok(
        findings.some((finding) => finding.code === "EDITABLE_NATIVE_WRITTEN"),
        turn,
      );
      assert.equal(await environment.run(environment.python, "-I", "-c", code), "7");
      assert.deepEqual(made.map(existsSync), [true, true]);
    }
    const { decisions } = (await planDirectory(project)).selection;
    const written = decisions.filter(({ reason }) => reason === "never shipped: written by an editable install");
    assert.deepEqual(
      written.map(({ path }) => join(project, path)),
      made,
    );
    await cleanDirectory(project);
    assert.deepEqual(made.map(existsSync), [false, false]);

    writeFileSync(made[0] ?? "", "# by hand\n");
    const overrides = { exclude: ["_native.py"] };
    await assert.rejects(develop(project, undefined, undefined, { overrides }), {
      code: "DEVELOP_FILE_CLASH",
      message: 'Cannot write "src/native_ctypes/_native.py": a file of the project is there',
    });
    assert.equal(readFileSync(made[0] ?? "", "utf8"), "# by hand\n");
  });

  const failing: readonly {
    name: string;
    prepare(project: string, environment: TestEnvironment): { python?: string; virtualEnvironment?: string };
    code: string;
    message: RegExp;
  }[] = [
    {
      name: "no environment",
      prepare: (_, environment) => {
        rmSync(environment.folder, { recursive: true });
        return {};
      },
      code: "DEVELOP_NO_PYTHON",
      message: /^Cannot install ".*": no virtual environment is active, and the project has no \.venv$/,
    },
    {
      name: "an environment without Python",
      prepare: (_, environment) => {
        rmSync(environment.scripts, { recursive: true });
        return {};
      },
      code: "DEVELOP_NO_PYTHON",
      message: /^Cannot install into ".*\.venv", which the project has: it holds no Python$/,
    },
    {
      name: "an environment that became the system's Python",
      prepare: (_, environment) => {
        rmSync(join(environment.folder, "pyvenv.cfg"));
        return { virtualEnvironment: environment.folder };
      },
      code: "DEVELOP_PYTHON_UNFIT",
      message: /^Cannot install into ".*\.venv", which VIRTUAL_ENV names: it is no virtual environment$/,
    },
    {
      name: "a Python that does not exist",
      prepare: () => ({ python: "no-such-python" }),
      code: "DEVELOP_PYTHON_FAILED",
      message: /^Cannot ask the Python "no-such-python" for its paths: there is no such program$/,
    },
    {
      name: "a program that is no Python",
      prepare: () => ({ python: "true" }),
      code: "DEVELOP_PYTHON_FAILED",
      message: /^Cannot ask the Python "true" for its paths: its answer is not the one of a Python$/,
    },
    {
      name: "a Python that the project does not run on",
      prepare: (project) => {
        const file = join(project, "pyproject.toml");
        writeFileSync(file, readFileSync(file, "utf8").replace(">=3.6", ">=4"));
        return {};
      },
      code: "DEVELOP_PYTHON_UNFIT",
      message: /^Cannot install "hello" for Python 3\.\d+\.\d+: it needs Python >=4$/,
    },
    {
      name: "an install of old setuptools",
      prepare: (_, environment) => {
        writeFileSync(join(siteOf(environment), "Hello.egg-link"), "");
        return {};
      },
      code: "DEVELOP_OLD_INSTALL",
      message: /^Cannot replace the earlier install ".*Hello\.egg-link": it has no RECORD of its files$/,
    },
    {
      name: "an install without RECORD",
      prepare: (_, environment) => {
        mkdirSync(join(siteOf(environment), "hello-1.0.dist-info"));
        return {};
      },
      code: "DEVELOP_OLD_INSTALL",
      message: /^Cannot replace the earlier install ".*hello-1\.0\.dist-info": it has no RECORD of its files$/,
    },
  ];
  for (const [index, { name, prepare: change, code, message }] of failing.entries()) {
    check(`refuses ${name}`, async () => {
      const { project, environment } = await prepare(`refuse-${index}`);
      const { python: named, virtualEnvironment } = change(project, environment);
      const before = listing(environment.folder);
      await assert.rejects(develop(project, named, virtualEnvironment), { code, message });
      assert.deepEqual(listing(environment.folder), before);
    });
  }

  check("prints the scripts, and tells where the project went", async () => {
    const { project, environment } = await prepare("command");
    const run = await runCli(["develop", "--python", ".venv"], { cwd: project });
    assert.deepEqual(run, {
      exitCode: 0,
      stdout: `${join(environment.scripts, "hello")}\n`,
      stderr: `Installed hello 1.0.0 for ${environment.python} (Python ${python?.version}); changes to ${project} count at once\n`,
    });
  });
});
