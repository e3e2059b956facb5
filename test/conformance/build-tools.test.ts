/** What go, meson and zig build by the lines of docs/native.md, loaded by a real Python. */
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { checkFile } from "../../src/node/inspect-file.ts";
import { findProgram, findPythonWith, requireJudge } from "./judge.ts";

interface Tool {
  readonly name: string;
  readonly programs: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** A command that docs/native.md shows. */
  readonly command: string;
  readonly cwd?: string;
}

/** Each library has the function `half`. */
const TOOLS: readonly Tool[] = [
  {
    name: "go",
    programs: ["go", "gcc"],
    files: {
      "native/go.mod": "module example.org/hello\n\ngo 1.19\n",
      "native/hello.go":
        'package main\n\nimport "C"\n\n//export half\nfunc half(n C.int) C.int { return n / 2 }\n\nfunc main() {}\n',
    },
    cwd: "native",
    command: `go build -buildmode=c-shared -trimpath -o "$PACKWHEEL_OUT_DIR/libhello.so" .`,
  },
  {
    name: "meson",
    programs: ["meson", "ninja", "cc"],
    files: {
      "native/meson.build": "project('hello', 'c')\nshared_library('hello', 'hello.c')\n",
      "native/hello.c": "int half(int n) { return n / 2; }\n",
    },
    command: `meson setup "$PACKWHEEL_OUT_DIR" native && meson compile -C "$PACKWHEEL_OUT_DIR"`,
  },
  {
    name: "zig",
    programs: ["zig"],
    files: { "native/hello.zig": "export fn half(n: i32) i32 {\n    return @divTrunc(n, 2);\n}\n" },
    command: `zig build-lib -dynamic -O ReleaseSafe -femit-bin="$PACKWHEEL_OUT_DIR/libhello.so" native/hello.zig`,
  },
];

const GUIDE = fileURLToPath(new URL("../../docs/native.md", import.meta.url));

describe("the command of the guide", { skip: process.platform !== "linux" }, () => {
  let root = "";
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-tools-")));
    // Compilers of go and zig keep caches, and this run is to leave none.
    process.env["GOCACHE"] = join(root, "go-cache");
    process.env["ZIG_GLOBAL_CACHE_DIR"] = join(root, "zig-cache");
    process.env["ZIG_LOCAL_CACHE_DIR"] = join(root, "zig-cache");
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  for (const { name, programs, files, command, cwd } of TOOLS) {
    test(`for ${name} is in the guide`, () => {
      const guide = readFileSync(GUIDE, "utf8");
      assert.ok(guide.includes(`command = '${command}'`), `docs/native.md does not show: ${command}`);
    });

    test(`for ${name} makes a library that Python loads, twice`, async (t) => {
      if (name === "zig" && process.arch !== "x64") return t.skip("zig is installed for 64-bit Intel machines alone");
      const python = findPythonWith("import ctypes");
      const found = programs.every((program) => findProgram(program) !== undefined);
      if (!requireJudge(t, found && python !== undefined, `${programs.join(", ")} and Python`)) return;
      if (python === undefined) return;
      const project = join(root, name);
      const all = {
        ...files,
        "pyproject.toml": `[project]
name = "hello"
version = "1.0"
[[tool.packwheel.native]]
kind = "ctypes"
module = "hello._native"
command = '${command}'
${cwd === undefined ? "" : `cwd = "${cwd}"`}
`,
        "hello/__init__.py": "",
      };
      for (const [path, text] of Object.entries(all)) {
        mkdirSync(dirname(join(project, path)), { recursive: true });
        writeFileSync(join(project, path), text);
      }
      const contents: string[] = [];
      // What the first build left in the folder must not keep the second from building.
      for (let round = 1; round <= 2; round++) {
        const { files: built } = await buildDirectory(project, { kinds: ["wheel"] });
        const wheel = built[0]?.path ?? "";
        assert.match(wheel, /-py3-none-manylinux/);
        const code = "from hello._native import lib; print(lib.half(84))";
        const said: SpawnSyncReturns<string> = spawnSync(python.path, ["-c", code], {
          encoding: "utf8",
          env: { ...process.env, PYTHONPATH: wheel },
        });
        assert.equal(said.stdout.trim(), "42", said.stderr);
        const errors = (await checkFile(wheel)).filter(({ severity }) => severity === "error");
        assert.deepEqual(errors, []);
        contents.push(built[0]?.sha256 ?? "");
      }
      assert.equal(contents[0], contents[1]);
    });
  }
});
