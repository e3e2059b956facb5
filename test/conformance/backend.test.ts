import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { type Answer, attempt, listing, makeEnvironment, PACKWHEEL } from "./environment.ts";
import { findPythons, findPythonWith, requireJudge } from "./judge.ts";

const PROJECT = fileURLToPath(new URL("../../fixtures/projects/with-backend", import.meta.url));
const BACKEND = fileURLToPath(new URL("../../src/python", import.meta.url));

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-backend-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the sample project that may be changed. */
function copyProject(place: string): string {
  const copy = join(folder, place, "with-backend");
  cpSync(PROJECT, copy, { recursive: true });
  return copy;
}

describe("pip and the build backend", { concurrency: 2 }, () => {
  const known = findPythons();
  const pythons = ["3.8.", "3.11.", "3.13."].flatMap((series) => {
    return known.findLast(({ version }) => version.startsWith(series)) ?? [];
  });

  test("are there to judge", (t) => {
    requireJudge(t, pythons.length > 0, "Python 3.8, 3.11 or 3.13");
  });

  for (const python of pythons) {
    test(`install, edit, configure and remove a project with Python ${python.version}`, async (t) => {
      const hasPip = (await attempt(python.path, ["-c", "import pip, venv, ensurepip"])).code === 0;
      if (!requireJudge(t, hasPip, `pip of Python ${python.version}`)) return;
      const project = copyProject(python.version);
      const environment = await makeEnvironment(python, join(folder, python.version, "environment"));
      const { pip, run, scripts } = environment;
      const command = join(scripts, "with-backend");
      const untouched = listing(environment.folder);
      const remove = async (): Promise<void> => {
        await pip("uninstall", "-y", "with-backend");
        assert.deepEqual(listing(environment.folder), untouched, "uninstalling left files behind");
      };

      await pip("install", project);
      assert.equal(await run(command), "Hello from with_backend");
      await remove();

      const words = ["-m", "pip", "install", "--no-build-isolation", "-v", "--editable", project];
      const log = await attempt(environment.python, words);
      assert.equal(log.code, 0, log.stderr);
      assert.match(log.stdout + log.stderr, /build --editable --json/, "the log does not show what was run");
      const module = join(project, "src", "with_backend", "__init__.py");
      writeFileSync(module, readFileSync(module, "utf8").replace("Hello from", "Changed in"));
      assert.equal(await run(command), "Changed in with_backend");
      assert.match(await pip("list", "--editable"), /with-backend +1\.0\.0/);
      assert.match(await pip("show", "-f", "with-backend"), /__editable__\.with_backend\.pth/);
      await remove();

      const { files } = await buildDirectory(project, {
        kinds: ["sdist"],
        outDir: join(folder, python.version, "dist"),
      });
      await pip("install", files[0]?.path ?? "");
      assert.equal(await run(command), "Changed in with_backend");
      await pip("check");
      await remove();

      const knowsSettings = /--config-settings/.test(await pip("wheel", "--help"));
      if (knowsSettings) {
        const wheels = join(folder, python.version, "wheels");
        await pip(
          "wheel",
          "--config-settings",
          "python-tag=py2.py3",
          "--config-settings",
          "build-tag=7",
          "-w",
          wheels,
          project,
        );
        assert.deepEqual(readdirSync(wheels), ["with_backend-1.0.0-7-py2.py3-none-any.whl"]);
      }
    });
  }
});

describe("python -m build and the build backend", { concurrency: 2 }, () => {
  const python = findPythonWith("import build, venv, ensurepip");
  for (const [name, options] of [
    ["in an isolated environment", []],
    ["without one", ["--no-isolation"]],
  ] as const) {
    test(`build the archives that packwheel builds, ${name}`, async (t) => {
      if (!requireJudge(t, python !== undefined, "Python with build")) return;
      const project = copyProject(`build-${options.length}`);
      const outDir = join(project, "..", "out");
      const answer = await attempt(python?.path ?? "", ["-m", "build", ...options, "--outdir", outDir, project]);
      assert.equal(answer.code, 0, answer.stdout + answer.stderr);
      const { files } = await buildDirectory(project, { outDir: join(project, "..", "own") });
      assert.equal(files.length, 2);
      for (const { filename, path } of files) {
        assert.deepEqual(readFileSync(join(outDir, filename)), readFileSync(path), `${filename} differs`);
      }
    });
  }

  test("gives lists of settings as they are", async (t) => {
    if (!requireJudge(t, python !== undefined, "Python with build")) return;
    const project = copyProject("settings");
    writeFileSync(join(project, "src", "with_backend", "a.one"), "");
    writeFileSync(join(project, "src", "with_backend", "b.two"), "");
    const outDir = join(project, "..", "out");
    const settings = ["-Cexclude=*.one", "-Cexclude=*.two", "-Cpython-tag=py3"];
    const words = ["-m", "build", "--no-isolation", "--wheel", ...settings, "--outdir", outDir, project];
    const answer = await attempt(python?.path ?? "", words);
    assert.equal(answer.code, 0, answer.stdout + answer.stderr);
    const names = await attempt(python?.path ?? "", [
      "-m",
      "zipfile",
      "-l",
      join(outDir, readdirSync(outDir)[0] ?? ""),
    ]);
    assert.match(names.stdout, /with_backend\/__init__\.py/);
    assert.doesNotMatch(names.stdout, /\.one|\.two/);
  });
});

describe("the hooks of the build backend", { concurrency: 2 }, () => {
  const pythons = findPythons().filter(({ version }) => /^3\.(?:[7-9]|\d\d)\./.test(version));
  const python = pythons.at(-1);

  /** Calls a hook as a frontend does: in a fresh process, in the project's folder. */
  function callHook(
    project: string,
    expression: string,
    variables: NodeJS.ProcessEnv = {},
    path = python?.path,
  ): Promise<Answer> {
    const code = `import sys; sys.path.insert(0, "."); import packwheel_backend as backend; print(${expression})`;
    return attempt(path ?? "", ["-W", "error", "-c", code], variables, project);
  }

  const CALL = 'backend.build_wheel("..")';

  for (const one of pythons) {
    test(`give what PEP 517 and PEP 660 ask for in Python ${one.version}`, async () => {
      const project = copyProject(`hooks-${one.version}`);
      mkdirSync(join(project, "..", "metadata"));
      const expression = `[
        backend.get_requires_for_build_wheel(), backend.get_requires_for_build_sdist({}),
        backend.get_requires_for_build_editable(None),
        backend.prepare_metadata_for_build_wheel("../metadata", {"build-tag": "5"}),
        backend.prepare_metadata_for_build_editable("../metadata"),
        backend.build_wheel("..", {"python-tag": ["py2", "py3"], "abi-tag": "none"}, "../metadata/x.dist-info"),
        backend.build_sdist(".."), backend.build_editable("..", None, None)]`;
      const answer = await callHook(project, expression, {}, one.path);
      assert.equal(answer.code, 0, answer.stderr);
      assert.equal(
        answer.stdout.trim(),
        "[[], [], [], 'with_backend-1.0.0.dist-info', 'with_backend-1.0.0.dist-info', " +
          "'with_backend-1.0.0-py2.py3-none-any.whl', 'with_backend-1.0.0.tar.gz', 'with_backend-1.0.0-py3-none-any.whl']",
      );
      const metadata = join(project, "..", "metadata", "with_backend-1.0.0.dist-info");
      assert.deepEqual(readdirSync(metadata).sort(), ["METADATA", "WHEEL", "entry_points.txt", "licenses"]);
      const inWheel = await attempt(one.path, [
        "-c",
        "import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read('with_backend-1.0.0.dist-info/METADATA').decode())",
        join(project, "..", "with_backend-1.0.0-py3-none-any.whl"),
      ]);
      assert.equal(
        inWheel.stdout,
        readFileSync(join(metadata, "METADATA"), "utf8"),
        "the metadata differs from the wheel's",
      );
    });
  }

  /** A folder to stand alone on PATH, with links to programs and scripts of the given text. */
  function makePath(place: string, programs: Readonly<Record<string, string>>): string {
    const path = join(folder, place, "path");
    mkdirSync(path, { recursive: true });
    for (const [name, content] of Object.entries(programs)) {
      if (content.startsWith("/")) symlinkSync(content, join(path, name));
      else {
        writeFileSync(join(path, name), content);
        chmodSync(join(path, name), 0o755);
      }
    }
    return path;
  }

  const NODE = { node: process.execPath };
  const found: readonly {
    name: string;
    path: Readonly<Record<string, string>>;
    prepare?: (project: string) => void;
  }[] = [
    {
      name: "the npm package in a folder above the project",
      path: NODE,
      prepare: (project) => {
        mkdirSync(join(project, "..", "node_modules"));
        symlinkSync(join(dirname(PACKWHEEL), ".."), join(project, "..", "node_modules", "packwheel"));
      },
    },
    {
      name: "the link in node_modules/.bin",
      path: NODE,
      prepare: (project) => {
        mkdirSync(join(project, "node_modules", ".bin"), { recursive: true });
        symlinkSync(PACKWHEEL, join(project, "node_modules", ".bin", "packwheel"));
      },
    },
    { name: "a link to its script on PATH", path: { ...NODE, packwheel: PACKWHEEL } },
    {
      name: "a program on PATH that is no script",
      path: { packwheel: `#!/bin/sh\nexec "${process.execPath}" "${PACKWHEEL}" "$@"\n` },
    },
    {
      name: "npx as the last resort",
      path: {
        ...NODE,
        npx: `#!/bin/sh\n[ "$1 $2" = "--yes packwheel" ] && shift 2 && exec node "${PACKWHEEL}" "$@"\n`,
      },
    },
  ];
  for (const [index, { name, path, prepare }] of found.entries()) {
    test(`find packwheel by ${name}`, async (t) => {
      if (!requireJudge(t, python !== undefined, "Python 3.7 or newer")) return;
      const project = copyProject(`find-${index}`);
      prepare?.(project);
      const answer = await callHook(project, CALL, { PACKWHEEL: undefined, PATH: makePath(`find-${index}`, path) });
      assert.equal(answer.stdout.trim(), "with_backend-1.0.0-py3-none-any.whl", answer.stderr);
    });
  }

  test("do not look into folders that everybody may write to", async (t) => {
    if (!requireJudge(t, python !== undefined, "Python 3.7 or newer")) return;
    const project = copyProject("shared");
    const planted = join(project, "..", "node_modules", "packwheel", "bin");
    mkdirSync(planted, { recursive: true });
    writeFileSync(join(planted, "packwheel.js"), 'throw new Error("planted")');
    chmodSync(join(project, ".."), 0o1777);
    const path = makePath("shared-path", { ...NODE, packwheel: PACKWHEEL });
    const answer = await callHook(project, CALL, { PACKWHEEL: undefined, PATH: path });
    assert.equal(answer.stdout.trim(), "with_backend-1.0.0-py3-none-any.whl", answer.stderr);
  });

  test("take the command of PACKWHEEL apart as a shell would", async (t) => {
    if (!requireJudge(t, python !== undefined, "Python 3.7 or newer")) return;
    const project = copyProject("command");
    const command = `'${process.execPath}' --no-warnings "${PACKWHEEL}"`;
    const answer = await callHook(project, CALL, { PACKWHEEL: command });
    assert.equal(answer.stdout.trim(), "with_backend-1.0.0-py3-none-any.whl", answer.stderr);
  });

  const failing: readonly {
    name: string;
    variables?: NodeJS.ProcessEnv;
    path?: Readonly<Record<string, string>>;
    call?: string;
    message: RegExp;
  }[] = [
    {
      name: "Node is missing",
      path: {},
      message:
        /UnsupportedOperation: Cannot find Node: packwheel needs node 20\.19 or newer on PATH\n {2}hint: Install it/,
    },
    {
      name: "Node is too old",
      path: { node: "#!/bin/sh\necho v18.20.4\n" },
      message: /Cannot use Node v18\.20\.4 \(.*\/node\): packwheel needs 20\.19 or newer/,
    },
    {
      name: "packwheel is nowhere",
      path: NODE,
      message: /Cannot find packwheel: .*there is no npx\n {2}hint: Run npm install/,
    },
    {
      name: "PACKWHEEL names nothing",
      variables: { PACKWHEEL: "no-such-program --fast" },
      message: /Cannot find the command of the environment variable PACKWHEEL: no-such-program --fast/,
    },
    {
      name: "packwheel refuses a setting",
      call: 'backend.build_wheel("..", {"pyton-tag": "py3"})',
      message: /BuildFailed: packwheel: .*Unknown setting "pyton-tag" \[PROJECT_KEY_UNKNOWN\]\n {2}hint: .*python-tag/,
    },
    {
      name: "something else answers",
      path: { packwheel: "#!/bin/sh\necho not JSON; exit 3\n" },
      message: /BuildFailed: packwheel \(.*\) ended with exit code 3 and gave no result: not JSON/,
    },
  ];
  for (const [index, { name, variables, path, call = CALL, message }] of failing.entries()) {
    test(`tell it when ${name}`, async (t) => {
      if (!requireJudge(t, python !== undefined, "Python 3.7 or newer")) return;
      const project = copyProject(`fail-${index}`);
      const alone = path === undefined ? {} : { PACKWHEEL: undefined, PATH: makePath(`fail-${index}`, path) };
      const answer = await callHook(project, call, { ...alone, ...variables });
      assert.equal(answer.code, 1);
      assert.match(answer.stderr, message);
    });
  }

  test("are packed by packwheel into a wheel that serves as requirement", async (t) => {
    if (!requireJudge(t, python !== undefined, "Python 3.7 or newer")) return;
    const place = join(folder, "installed");
    const { files } = await buildDirectory(BACKEND, { kinds: ["wheel"], outDir: place });
    const path = files[0]?.path ?? "";
    const code =
      "import sys; sys.path.insert(0, sys.argv[1]); import packwheel_backend as b; print(b.build_wheel(sys.argv[2]))";
    const answer = await attempt(python?.path ?? "", ["-c", code, path, place], {}, PROJECT);
    assert.equal(answer.stdout.trim(), "with_backend-1.0.0-py3-none-any.whl", answer.stderr);
  });
});
