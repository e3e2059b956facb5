import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PackwheelError } from "../../src/core/errors.ts";
import { readTarget } from "../../src/core/native/plan.ts";
import type { CommandJob } from "../../src/core/ports/command-runner.ts";
import type { CompileJob } from "../../src/core/ports/compiler.ts";
import { isSameTarget } from "../../src/core/tags/target.ts";
import { BuildCache, cleanDirectory } from "../../src/node/build-cache.ts";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { writeMetadataDirectory } from "../../src/node/build-editable.ts";
import { hostCompiler } from "../../src/node/host-compiler.ts";
import { hostTarget } from "../../src/node/host-target.ts";
import { nativePorts } from "../../src/node/native-build.ts";
import { findProgram, requireJudge } from "../conformance/judge.ts";

const FIXTURE = fileURLToPath(new URL("../../fixtures/projects/native-ctypes", import.meta.url));
const POSIX = { skip: process.platform === "win32" ? "it writes shell scripts" : false };
const compiler = findProgram("cc") ?? findProgram("gcc") ?? findProgram("clang");

let root = "";
before(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-native-")));
});
after(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
/** A fresh project of these files. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `project${count++}`);
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const JOB: CompileJob = {
  name: "hello",
  output: "library",
  fileName: "hello__lib.so",
  sources: ["a.c"],
  includeDirs: [],
  defines: [],
  flags: [],
  libraries: [],
  std: undefined,
  target: hostTarget(),
  profile: "release",
  deploymentTarget: undefined,
  timestamp: 0,
};

/** A compiler that counts how often it compiles or links; the question for its version does not count. */
function countingCompiler(): { readonly path: string; calls(): number } {
  const log = join(root, `calls${count++}`);
  const path = `${log}.sh`;
  writeFileSync(
    path,
    `#!/bin/sh\ncase "$*" in *--version*) ;; *) echo call >> "${log}" ;; esac\nexec "${compiler}" "$@"\n`,
  );
  chmodSync(path, 0o755);
  return { path, calls: () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").length - 1 : 0) };
}

describe("hostTarget()", () => {
  test("is what the compiler of this machine compiles for", (t) => {
    if (!requireJudge(t, compiler !== undefined && process.platform !== "win32", "a C compiler")) return;
    const { stdout } = spawnSync(compiler ?? "", ["-dumpmachine"], { encoding: "utf8" });
    assert.ok(isSameTarget(readTarget(hostTarget()), readTarget(stdout.trim())), `${hostTarget()} and ${stdout}`);
  });
});

describe("hostCompiler()", POSIX, () => {
  const files = { "a.c": '#include "a.h"\nint a(void) { return A; }\n', "a.h": "#define A 1\n", "b.c": "int b;\n" };

  test("does not ask the compiler again while nothing has changed", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    const directory = project(files);
    const { path, calls } = countingCompiler();
    const compile = (job: Partial<CompileJob> = {}, env = {}, enabled = true) =>
      hostCompiler({
        directory,
        cache: new BuildCache(directory, enabled),
        env: { ...process.env, CC: path, CFLAGS: undefined, ...env },
      }).compile({ ...JOB, sources: ["a.c", "b.c"], ...job });

    const first = await compile();
    assert.equal(first.cached, false);
    assert.equal(calls(), 3, "two sources and one link");
    const second = await compile();
    assert.equal(second.cached, true);
    assert.deepEqual(second.bytes, first.bytes);
    assert.equal(calls(), 3);

    const changes: readonly { readonly name: string; readonly work: () => Promise<{ readonly cached: boolean }> }[] = [
      {
        name: "a header",
        work: () => {
          writeFileSync(join(directory, "a.h"), "#define A 2\n");
          return compile();
        },
      },
      {
        name: "a source",
        work: () => {
          writeFileSync(join(directory, "b.c"), "int b2;\n");
          return compile();
        },
      },
      { name: "a flag", work: () => compile({ flags: ["-O1"] }) },
      { name: "a variable", work: () => compile({}, { CFLAGS: "-O0" }) },
      { name: "the compiler", work: () => compile({}, { CC: countingCompiler().path }) },
      { name: "the wish for another build", work: () => compile({}, {}, false) },
      {
        name: "the kept result",
        work: () => {
          rmSync(join(directory, ".packwheel", "cache"), { recursive: true });
          return compile();
        },
      },
    ];
    for (const { name, work } of changes) {
      assert.equal((await work()).cached, false, name);
      assert.equal((await compile()).cached, true, `after ${name}`);
    }
  });

  test("gives the same bytes in every folder", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    const sources = {
      "a.c": '#include <stdio.h>\n#include "a.h"\nint a(void) { return puts(__FILE__ __DATE__ __TIME__) + A; }\n',
      "a.h": "#define A 1\n",
    };
    const results = await Promise.all(
      [project(sources), project({ ...sources, "deeper/x": "" })].map((directory) =>
        hostCompiler({ directory, cache: new BuildCache(directory, true) }).compile({ ...JOB, flags: ["-g"] }),
      ),
    );
    assert.deepEqual(results[0]?.bytes, results[1]?.bytes);
    assert.ok(!Buffer.from(results[0]?.bytes ?? []).includes(root));
  });

  test("gives warnings as values, also those of the kept result", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    const directory = project({ "a.c": "int a(void) { int unused; return 1; }\n" });
    const compile = () =>
      hostCompiler({ directory, cache: new BuildCache(directory, true) }).compile({ ...JOB, flags: ["-Wall"] });
    const { diagnostics } = await compile();
    assert.deepEqual(
      diagnostics.map(({ severity, file, line }) => [severity, file, line]),
      [["warning", "a.c", 1]],
    );
    assert.deepEqual(await compile().then((again) => [again.cached, again.diagnostics]), [true, diagnostics]);
  });

  test("shows what the compiler says of a source that is wrong", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    const directory = project({ "a.c": "int a(void) { return x }\n", "b.c": "#error on purpose\n", "c.c": "int c;\n" });
    const job = { ...JOB, sources: ["a.c", "b.c", "c.c"] };
    await assert.rejects(hostCompiler({ directory, cache: new BuildCache(directory, true) }).compile(job), (error) => {
      assert.ok(error instanceof PackwheelError);
      assert.equal(error.code, "NATIVE_COMPILE_FAILED");
      assert.match(error.message, /^Cannot compile native "hello": the compiler refuses "a\.c" and 1 more\n\$ \S+ -c /);
      assert.match(error.message, /a\.c:1:\d+: error: /);
      assert.match(error.message, /b\.c:1:\d+: error: .*on purpose/);
      return true;
    });
  });

  test("tells of a symbol that is nowhere when it links", { skip: process.platform !== "linux" }, async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    const directory = project({ "a.c": "int nowhere(void);\nint a(void) { return nowhere(); }\n" });
    await assert.rejects(hostCompiler({ directory, cache: new BuildCache(directory, true) }).compile(JOB), (error) => {
      assert.ok(error instanceof PackwheelError);
      assert.equal(error.code, "NATIVE_COMPILE_FAILED");
      assert.match(error.message, /^Cannot link native "hello"\n[\s\S]*nowhere/);
      return true;
    });
  });

  test("says what to install, and what cannot be compiled for", async () => {
    const directory = project(files);
    const cache = new BuildCache(directory, true);
    await assert.rejects(hostCompiler({ directory, cache, env: { PATH: directory } }).compile(JOB), {
      code: "NATIVE_TOOL_MISSING",
      message: 'Cannot compile native "hello": no C compiler is installed',
      hint: "Install one (apt-get install gcc, dnf install gcc, xcode-select --install, Visual Studio Build Tools), or set CC",
    });
    await assert.rejects(hostCompiler({ directory, cache, env: { PATH: directory, CC: "mycc -m" } }).compile(JOB), {
      code: "NATIVE_TOOL_MISSING",
      message: 'Cannot compile native "hello": $CC names "mycc", which is not installed',
    });
    if (compiler === undefined) return;
    const job = { ...JOB, target: "s390x-unknown-linux-musl" };
    await assert.rejects(hostCompiler({ directory, cache, env: { PATH: dirname(compiler) } }).compile(job), {
      code: "NATIVE_TARGET_UNSUPPORTED",
    });
  });
});

describe("nativePorts().commands", POSIX, () => {
  const command: CommandJob = {
    name: "hello._native",
    command: "",
    cwd: "",
    env: {},
    artifact: undefined,
    output: "library",
    inputs: undefined,
    target: hostTarget(),
    profile: "debug",
    deploymentTarget: "12.0",
    timestamp: 77,
  };
  const run = (directory: string, job: Partial<CommandJob>, cache = true) => {
    const { commands } = nativePorts(directory, { cache });
    assert.ok(commands);
    return commands.run({ ...command, ...job });
  };
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

  test("gives the command its variables and its folder", async () => {
    const directory = project({ "native/x": "" });
    const names =
      "PACKWHEEL_TARGET PACKWHEEL_PROFILE PACKWHEEL_OUT_DIR PACKWHEEL_JOBS SOURCE_DATE_EPOCH MACOSX_DEPLOYMENT_TARGET OWN";
    const { fileName, bytes } = await run(directory, {
      command: `for name in ${names}; do eval echo "\\$$name"; done > "$PACKWHEEL_OUT_DIR/libx.so"; pwd >> "$PACKWHEEL_OUT_DIR/libx.so"`,
      cwd: "native",
      env: { OWN: "mine" },
    });
    assert.equal(fileName, "libx.so");
    const [target, profile, outDir, jobs, epoch, macos, own, cwd] = textOf(bytes).split("\n");
    assert.deepEqual([target, profile, epoch, macos, own], [hostTarget(), "debug", "77", "12.0", "mine"]);
    assert.equal(outDir, join(directory, ".packwheel", "out", `hello._native-${hostTarget()}-debug`));
    assert.ok(Number(jobs) >= 1);
    assert.equal(cwd, join(directory, "native"));
    assert.equal(readFileSync(join(directory, ".packwheel", ".gitignore"), "utf8"), "*\n");
  });

  test("finds what was made in the project too, and prefers what lies in its own folder", async () => {
    const directory = project({ "build/liba.so": "old" });
    const artifact = "build/lib*.so";
    assert.equal(textOf((await run(directory, { command: "true", artifact })).bytes), "old");
    const own = 'mkdir -p "$PACKWHEEL_OUT_DIR/build" && echo new > "$PACKWHEEL_OUT_DIR/build/libb.so"';
    assert.equal(textOf((await run(directory, { command: own, artifact })).bytes), "new\n");
  });

  const bad = [
    {
      name: "nothing",
      job: { command: "true" },
      error: {
        code: "NATIVE_ARTIFACT_MISSING",
        message: 'Cannot find what native "hello._native" built: the command left no library in PACKWHEEL_OUT_DIR',
        hint: "Write its place as `artifact`, relative to pyproject.toml",
      },
    },
    {
      name: "nothing that the glob matches",
      job: { command: "true", artifact: "target/*.so" },
      error: {
        code: "NATIVE_ARTIFACT_MISSING",
        message: 'Cannot find what native "hello._native" built: no file matches artifact "target/*.so"',
        hint: "Write its place as `artifact`, relative to pyproject.toml",
      },
    },
    {
      name: "too much",
      job: { command: "touch a.so b.so", artifact: "*.so" },
      error: {
        code: "NATIVE_ARTIFACT_AMBIGUOUS",
        message: 'Cannot choose what native "hello._native" built: "a.so", "b.so" could be meant',
        hint: "Narrow `artifact` to one file",
      },
    },
    {
      name: "an error",
      job: { command: ["sh", "-c", "echo first; echo second >&2; exit 4"] },
      error: {
        code: "NATIVE_COMMAND_FAILED",
        message: `Cannot build native "hello._native": the command exited with 4
$ sh -c 'echo first; echo second >&2; exit 4'
first
second`,
      },
    },
  ];
  for (const { name, job, error } of bad) {
    test(`tells of a command that leaves ${name}`, async () => {
      await assert.rejects(run(project({}), job), (thrown) => {
        assert.ok(thrown instanceof PackwheelError);
        // The two streams of a command are two pipes, and either may come first.
        const message = thrown.message.replace("second\nfirst", "first\nsecond");
        assert.deepEqual({ code: thrown.code, message, hint: thrown.hint }, { hint: undefined, ...error });
        return true;
      });
    });
  }

  test("runs each time, unless inputs say what it reads", async () => {
    const directory = project({ "in.txt": "1", "other.txt": "1" });
    const calls = (): number => readFileSync(join(directory, "calls"), "utf8").length;
    const job = { command: 'printf x >> calls; cp in.txt "$PACKWHEEL_OUT_DIR/libx.so"' };
    await run(directory, job);
    await run(directory, job);
    assert.equal(calls(), 2);

    const known = { ...job, inputs: ["*.txt"] };
    assert.equal((await run(directory, known)).cached, false);
    const kept = await run(directory, known);
    assert.deepEqual([kept.cached, kept.fileName, textOf(kept.bytes)], [true, "libx.so", "1"]);
    assert.equal(calls(), 3);
    writeFileSync(join(directory, "in.txt"), "2");
    assert.equal(textOf((await run(directory, known)).bytes), "2");
    writeFileSync(join(directory, "new.txt"), "");
    assert.equal((await run(directory, known)).cached, false, "a new input");
    assert.equal((await run(directory, { ...known, env: { A: "1" } })).cached, false, "another variable");
    assert.equal((await run(directory, known, false)).cached, false, "not asked for");
  });
});

describe("cleanDirectory()", () => {
  test("removes the folder, and only the folder", async () => {
    const directory = project({ ".packwheel/cache/x": "", "dist/x": "" });
    assert.equal(await cleanDirectory(directory), join(directory, ".packwheel"));
    assert.equal(await cleanDirectory(directory), undefined);
    assert.ok(existsSync(join(directory, "dist/x")));
  });
  test("refuses what is no folder", async () => {
    const directory = project({ ".packwheel": "" });
    await assert.rejects(cleanDirectory(directory), {
      code: "NATIVE_CLEAN_FAILED",
      message: `Cannot remove "${join(directory, ".packwheel")}": it is no folder`,
    });
  });
});

describe("buildDirectory() with native code", POSIX, () => {
  test("gives the same wheel in every folder, and from the unpacked sdist", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    if (!requireJudge(t, findProgram("tar") !== undefined, "tar")) return;
    const first = join(root, "first");
    cpSync(FIXTURE, first, { recursive: true, filter: (path) => !path.endsWith("/.packwheel") });
    const built = await buildDirectory(first);
    const [sdist, wheel] = built.files;
    assert.match(wheel?.filename ?? "", /^native_ctypes-1\.0-py2\.py3-none-.*\.whl$/);
    assert.equal(spawnSync("tar", ["-xf", sdist?.path ?? "", "-C", root]).status, 0);
    const unpacked = join(root, "native_ctypes-1.0");
    assert.ok(!existsSync(join(unpacked, ".packwheel")));
    const again = await buildDirectory(unpacked, { kinds: ["wheel"] });
    assert.equal(again.files[0]?.sha256, wheel?.sha256);
  });
});

describe("the metadata of a project with native code", POSIX, () => {
  test("is that of the wheel of the same SOURCE_DATE_EPOCH", async () => {
    const folder = project({
      "hello/__init__.py": "",
      "pyproject.toml": `[project]
name = "hello"
version = "1.0"
[[tool.packwheel.native]]
kind = "executable"
name = "tool"
command = 'printf "#!/bin/sh\\n" > "$PACKWHEEL_OUT_DIR/tool" && chmod +x "$PACKWHEEL_OUT_DIR/tool" && echo "$SOURCE_DATE_EPOCH" >> epochs'
`,
    });
    const environment = {
      variable: (name: string) => (name === "SOURCE_DATE_EPOCH" ? "1234567890" : undefined),
      describeGit: async () => undefined,
    };
    const { path } = await writeMetadataDirectory(folder, { environment });
    assert.ok(existsSync(join(path, "WHEEL")));
    await buildDirectory(folder, { environment, kinds: ["wheel"] });
    assert.equal(readFileSync(join(folder, "epochs"), "utf8"), "1234567890\n1234567890\n");
  });
});
