import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { checkFile } from "../../src/node/inspect-file.ts";
import { findProgram, findPythons, findPythonWith, type Python, requireJudge } from "./judge.ts";

const PROJECTS = fileURLToPath(new URL("../../fixtures/projects", import.meta.url));
const NON_ASCII = "Grüße 世界";

const CTYPES = {
  project: "native-ctypes",
  code: "from native_ctypes import Counter; c = Counter(40); c.add(9); print(c.root()); c.close()",
  printed: "7.0",
};
const COMMAND = {
  project: "native-command",
  code: "import native_command; print(native_command.shout('hello'))",
  printed: "HELLO!",
};
const CFFI = {
  project: "native-cffi",
  code: `
from native_cffi import Words
from native_cffi._native import ffi, lib
words = Words()
for _ in range(lib.WORDS_MAX):
    words.add(u"w")
try:
    words.add(u"w")
except ValueError as error:
    print(len(words), error)
`,
  printed: "8 no room for another word",
};

/** One old, one new and one in between: pip takes a second each. */
function somePythons(): readonly Python[] {
  const usable = findPythons().filter(({ path }) => run(path, ["-c", "import pip, ctypes"]).status === 0);
  const wanted = ["2.7.", "3.8.", "3.13."];
  const chosen = usable.filter(({ version }) => wanted.some((start) => version.startsWith(start)));
  return chosen.length > 0 ? chosen : usable.slice(-1);
}

describe("real Pythons and native code", { skip: process.platform === "win32" }, () => {
  const compiler = findProgram("cc") !== undefined && findProgram("c++") !== undefined;
  let root = "";
  const wheels = new Map<string, string>();
  before(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-native-")));
    if (!compiler || findProgram("make") === undefined) return;
    for (const { project } of [CTYPES, COMMAND, CFFI]) {
      const directory = join(root, project);
      const filter = (path: string): boolean => !path.endsWith("/.packwheel");
      cpSync(join(PROJECTS, project), directory, { recursive: true, filter });
      const { files } = await buildDirectory(directory, { kinds: ["wheel"] });
      wheels.set(project, files[0]?.path ?? "");
    }
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const install = (python: Python, project: string, folder: string): string => {
    const target = join(root, folder);
    const words = ["-m", "pip", "install", "--no-deps", "--no-index", "--target", target, wheels.get(project) ?? ""];
    const result = run(python.path, words);
    assert.equal(result.status, 0, `${result.stdout}${result.stderr}`);
    return target;
  };
  const say = (python: Python, code: string, path: string): string => {
    const result = run(python.path, ["-c", code], { PYTHONPATH: path });
    assert.equal(result.status, 0, `Python ${python.version}: ${result.stderr}`);
    return result.stdout.trim();
  };

  test("find nothing wrong with the wheels", async (t) => {
    if (!requireJudge(t, wheels.size === 3, "a C and C++ compiler with make")) return;
    for (const path of wheels.values()) {
      const findings = await checkFile(path);
      const errors = findings.filter(({ severity, code }) => severity === "error" && !code.startsWith("INDEX"));
      assert.deepEqual(errors, [], path);
    }
  });

  test("take no platform tag that promises less than the library needs", {
    skip: process.platform !== "linux",
  }, async (t) => {
    if (!requireJudge(t, wheels.size === 3, "a C and C++ compiler with make")) return;
    const wishes = {
      kinds: ["wheel" as const],
      platformTag: [`manylinux_2_1_${process.arch === "x64" ? "x86_64" : "aarch64"}`],
    };
    await assert.rejects(buildDirectory(join(root, CFFI.project), wishes), { code: "AUDIT_TAG_TOO_LOW" });
  });

  for (const python of somePythons()) {
    test(`Python ${python.version} loads the library through ctypes`, (t) => {
      if (!requireJudge(t, wheels.size === 3, "a C and C++ compiler with make")) return;
      const folder = install(python, CTYPES.project, `ctypes-${python.version}`);
      assert.equal(say(python, CTYPES.code, folder), CTYPES.printed);

      // Folders of people who do not write English, links, and zips.
      const foreign = join(root, `${NON_ASCII} ${python.version}`);
      cpSync(folder, foreign, { recursive: true });
      assert.equal(say(python, CTYPES.code, foreign), CTYPES.printed);

      const linked = join(root, `linked-${python.version}`);
      mkdirSync(join(linked, "native_ctypes"), { recursive: true });
      for (const name of ["__init__.py", "_native.py"]) {
        symlinkSync(join(folder, "native_ctypes", name), join(linked, "native_ctypes", name));
      }
      assert.equal(say(python, CTYPES.code, linked), CTYPES.printed);

      assert.equal(say(python, CTYPES.code, wheels.get(CTYPES.project) ?? ""), CTYPES.printed);
    });
  }

  test("say which library is missing", (t) => {
    const python = findPythons().at(-1);
    if (!requireJudge(t, wheels.size === 3 && python !== undefined, "Python and a C compiler")) return;
    if (python === undefined) return;
    const folder = install(python, CTYPES.project, "missing");
    rmSync(join(folder, "native_ctypes", "_native__lib.so"), { force: true });
    rmSync(join(folder, "native_ctypes", "_native__lib.dylib"), { force: true });
    const { stderr } = run(python.path, ["-c", "import native_ctypes"], { PYTHONPATH: folder });
    assert.match(stderr, /ImportError: native_ctypes\._native: the library \S+_native__lib\.\w+ is not there/);
  });

  test("run what make built, as a library and as a program", (t) => {
    const python = findPythonWith("import pip, sys; assert sys.version_info >= (3,)");
    if (!requireJudge(t, wheels.size === 3 && python !== undefined, "Python with pip, and make")) return;
    if (python === undefined) return;
    const folder = install(python, COMMAND.project, "command");
    assert.equal(say(python, COMMAND.code, folder), COMMAND.printed);
    const shout = run(join(folder, "bin", "native-command-shout"), ["hello", "you"]);
    assert.equal(shout.stdout, "HELLO\nYOU\n");
  });

  test("load the library through cffi, from a folder and from the wheel itself", (t) => {
    const python = findPythonWith("import pip, cffi, sys; assert sys.version_info >= (3,)");
    if (!requireJudge(t, wheels.size === 3 && python !== undefined, "Python with cffi, and a C++ compiler")) return;
    if (python === undefined) return;
    const folder = install(python, CFFI.project, "cffi");
    assert.equal(say(python, CFFI.code, folder), CFFI.printed);
    assert.equal(say(python, CFFI.code, wheels.get(CFFI.project) ?? ""), CFFI.printed);
    const named = join(root, `cffi ${NON_ASCII}`);
    cpSync(folder, named, { recursive: true });
    assert.equal(say(python, CFFI.code, named), CFFI.printed);
  });

  test("run what cmake built, in the folder for results", async (t) => {
    const python = findPythonWith("import ctypes");
    if (!requireJudge(t, compiler && findProgram("cmake") !== undefined && python !== undefined, "cmake, and Python"))
      return;
    if (python === undefined) return;
    const directory = join(root, "cmade");
    mkdirSync(join(directory, "native"), { recursive: true });
    mkdirSync(join(directory, "cmade"));
    writeFileSync(
      join(directory, "pyproject.toml"),
      `[project]
name = "cmade"
version = "1.0"
[[tool.packwheel.native]]
kind = "ctypes"
module = "cmade._native"
command = 'cmake -S native -B "$PACKWHEEL_OUT_DIR" -DCMAKE_BUILD_TYPE=Release && cmake --build "$PACKWHEEL_OUT_DIR"'
artifact = "libcmade.{so,dylib,dll}"
inputs = ["native/*"]
`,
    );
    writeFileSync(
      join(directory, "native", "CMakeLists.txt"),
      "cmake_minimum_required(VERSION 3.13)\nproject(cmade C)\nadd_library(cmade SHARED half.c)\n",
    );
    writeFileSync(join(directory, "native", "half.c"), "int half(int n) { return n / 2; }\n");
    writeFileSync(join(directory, "cmade", "__init__.py"), "");
    const { files } = await buildDirectory(directory, { kinds: ["wheel"] });
    assert.equal(say(python, "from cmade._native import lib; print(lib.half(84))", files[0]?.path ?? ""), "42");
  });

  test("run what cargo built, found by cargo's own messages", async (t) => {
    const python = findPythonWith("import ctypes");
    if (!requireJudge(t, findProgram("cargo") !== undefined && python !== undefined, "cargo, and Python")) return;
    if (python === undefined) return;
    const directory = join(root, "rust");
    mkdirSync(join(directory, "src"), { recursive: true });
    mkdirSync(join(directory, "rusty"));
    writeFileSync(
      join(directory, "pyproject.toml"),
      `[project]
name = "rusty"
version = "1.0"
[tool.packwheel]
sdist-include = ["Cargo.toml"]
[[tool.packwheel.native]]
kind = "ctypes"
module = "rusty._native"
command = ["cargo", "build", "--release", "--offline"]
inputs = ["src/*.rs", "Cargo.toml"]
`,
    );
    writeFileSync(
      join(directory, "Cargo.toml"),
      '[package]\nname = "rusty-native"\nversion = "1.0.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n[profile.release]\nstrip = true\n',
    );
    writeFileSync(join(directory, "src", "lib.rs"), '#[no_mangle]\npub extern "C" fn twice(n: i32) -> i32 { n * 2 }\n');
    writeFileSync(join(directory, "rusty", "__init__.py"), "");
    const { files } = await buildDirectory(directory, { kinds: ["wheel"] });
    const code = "from rusty._native import lib; print(lib.twice(21))";
    assert.equal(say(python, code, files[0]?.path ?? ""), "42");
  });
});

function run(command: string, words: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { PYTHONPATH: _path, PYTHONHOME: _home, ...inherited } = process.env;
  const env = {
    ...inherited,
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INDEX: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    ...variables,
  };
  return spawnSync(command, words, { encoding: "utf8", env, timeout: 120_000 });
}
