/**
 * DLLs of the WASM compiler on Windows: programs of mingw-w64 load them under Wine. What Wine does not run is looked at, by
 * packwheel's own reader and by LLVM's.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parsePe } from "../../src/core/object/pe/parse.ts";
import { type BuildTarget, findTargets } from "../../src/core/targets/build-target.ts";
import { sysrootFiles } from "../../src/node/toolchain/sysroot-files.ts";
import { unpackWheel } from "../../src/node/unpack-wheel.ts";
import { readTargetSymbols } from "../../src/toolchain/sysroot/library-data.ts";
import { functionsOfWindows } from "../../src/toolchain/sysroot/windows-libraries.ts";
import { runCli } from "../cli/run-cli.ts";
import { REPOSITORY } from "./chain/program-judge.ts";
import { type StartedCompiler, startCompiler } from "./chain/wasm-compiler.ts";
import { findProgram, requireJudge } from "./judge.ts";
import { findWine, runInWine } from "./wine.ts";

const TARGETS = findTargets(["windows"]);
const FIXTURES = join(REPOSITORY, "fixtures/windows");
const MINGW = "x86_64-w64-mingw32-gcc";

const SELF_TEST = `subtract 2
hidden 0
failures 0
at exit
destructor
freed 1
gone 1
`;

describe("Windows", () => {
  const work = mkdtempSync(join(tmpdir(), "packwheel-windows-"));
  let started: StartedCompiler;
  before(async () => {
    started = await startCompiler(REPOSITORY, work);
  });
  after(async () => {
    await started.threads.close();
    rmSync(work, { recursive: true, force: true });
  });

  test("the C runtime that Wine has exports all that the list has", (t) => {
    const path = [
      "/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll",
      "/usr/lib/wine/x86_64-windows/ucrtbase.dll",
    ].find(existsSync);
    if (!requireJudge(t, path !== undefined, "wine64") || path === undefined) return;
    const exported = new Set(parsePe(readFileSync(path)).exports.map(({ name }) => name));
    const { symbols } = readTargetSymbols(TARGETS[0]!, sysrootFiles());
    assert.ok(symbols.size > 1300);
    assert.deepEqual(
      [...symbols.keys()].filter((name) => !exported.has(name)),
      [],
    );
  });

  for (const target of TARGETS) {
    test(`${target.name}: a DLL has what Windows wants, and wants what Windows has`, async (t) => {
      const path = join(work, `self-test-${target.machine}.dll`);
      writeFileSync(path, await buildLibrary(target, "fixtures/windows/self-test.c"));
      const file = parsePe(readFileSync(path));
      assert.deepEqual({ machine: file.machine, type: file.type }, { machine: target.machine, type: "dll" });
      assert.deepEqual(file.exports.map(({ name }) => name).sort(), ["self_test", "subtract"]);
      requireKnownImports(target, readFileSync(path));
      const readobj = findProgram("llvm-readobj") ?? findProgram("llvm-readobj-14");
      if (!requireJudge(t, readobj !== undefined, "llvm-readobj") || readobj === undefined) return;
      const words = ["--file-headers", "--coff-tls-directory", "--coff-basereloc", "--coff-imports", "--coff-exports"];
      const { status, stdout, stderr } = spawnSync(readobj, [...words, path], { encoding: "utf8" });
      assert.equal(status, 0, stderr);
      assert.match(stdout, /TimeDateStamp: 1970-01-01 00:00:00/);
      assert.match(stdout, /IMAGE_DLL_CHARACTERISTICS_DYNAMIC_BASE/);
      assert.match(stdout, /IMAGE_DLL_CHARACTERISTICS_NX_COMPAT/);
      assert.match(stdout, /AddressOfIndex: 0x[1-9A-F]/);
      assert.match(stdout, /Type: (?:DIR64|HIGHLOW)/);
      const seen = [...stdout.matchAll(/^ {2}Symbol: (\S+) \(\d+\)$/gm)].map(([, name]) => name);
      const own = file.imports.flatMap(({ symbols }) => symbols.map((each) => each.kind === "name" && each.name));
      assert.deepEqual(seen.sort(), own.sort());
    });
  }

  test("a .def file says what a DLL exports", async () => {
    const flags = ["fixtures/windows/exports.def"];
    const file = parsePe(await buildLibrary(TARGETS[0]!, "fixtures/windows/self-test.c", flags));
    assert.deepEqual(file.exports.map(({ name }) => name).sort(), ["minus", "self_test"]);
  });

  test("a program of another compiler runs the self-test of a DLL", async (t) => {
    const wine = findWine();
    if (!requireJudge(t, findProgram(MINGW) !== undefined, MINGW)) return;
    if (!requireJudge(t, wine !== undefined, "wine64") || wine === undefined) return;
    compileHost("host.c", "host.exe", []);
    const { status, output } = runInWine(wine, work, ["host.exe", "self-test-amd64.dll"]);
    assert.equal(output, SELF_TEST);
    assert.equal(status, 0);
  });

  test("the C template becomes a wheel for each target, whose DLL another compiler's program uses", async (t) => {
    const project = join(work, "hello");
    assert.equal((await runCli(["init", project, "--template", "c", "--name", "hello"])).exitCode, 0);
    const built = await runCli(["build", "--wheel", "--target", "windows"], { cwd: project });
    assert.equal(built.exitCode, 0, built.stderr);
    const dist = join(project, "dist");
    const wheels = readdirSync(dist).sort();
    assert.deepEqual(
      wheels,
      ["win32", "win_amd64", "win_arm64"].map((tag) => `hello-0.1.0-py3-none-${tag}.whl`),
    );
    for (const target of TARGETS) {
      const wheel = join(dist, `hello-0.1.0-py3-none-${target.defaultTag}.whl`);
      const checked = await runCli(["check", "--strict", wheel]);
      assert.equal(checked.exitCode, 0, checked.stdout + checked.stderr);
      const folder = await unpackWheel(wheel, { destination: join(work, target.machine) });
      const library = join(folder, "hello", "_native__lib.dll");
      const file = parsePe(readFileSync(library));
      assert.equal(file.machine, target.machine);
      assert.ok(file.exports.every(({ name }) => name?.startsWith("hello_")));
      requireKnownImports(target, readFileSync(library));
      if (target.machine === "amd64") writeFileSync(join(work, "hello.dll"), readFileSync(library));
    }
    const wine = findWine();
    if (!requireJudge(t, findProgram(MINGW) !== undefined, MINGW)) return;
    if (!requireJudge(t, wine !== undefined, "wine64") || wine === undefined) return;
    compileHost("greet.c", "greet.exe", [`-I${join(project, "native")}`]);
    assert.deepEqual(runInWine(wine, work, ["greet.exe", "hello.dll"]), { status: 0, output: "Hello, Wine! 1 0\n" });
  });

  function compileHost(source: string, output: string, words: readonly string[]): void {
    const { status, stderr } = spawnSync(MINGW, ["-O1", ...words, join(FIXTURES, source), "-o", join(work, output)], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  }

  async function buildLibrary(target: BuildTarget, source: string, flags: readonly string[] = []): Promise<Uint8Array> {
    const { bytes } = await started.compiler.compile({
      name: "self-test",
      output: "library",
      fileName: "self-test.dll",
      sources: [source],
      includeDirs: [],
      defines: [],
      flags: ["-Wall", ...flags],
      libraries: [],
      std: "gnu17",
      target: target.triple,
      profile: "release",
      deploymentTarget: undefined,
      timestamp: 0,
    });
    return bytes;
  }
});

/** Every import is of the lists, and from the DLL that they name: no other compiler's runtime is wanted. */
function requireKnownImports(target: BuildTarget, bytes: Uint8Array): void {
  const known = functionsOfWindows(target, target.defaultFloor, sysrootFiles());
  const dlls = new Map([...known].map(([name, dll]) => [name, dll] as const));
  for (const { dll, symbols } of parsePe(bytes).imports) {
    for (const symbol of symbols) {
      assert.equal(symbol.kind, "name");
      if (symbol.kind === "name") assert.equal(dlls.get(symbol.name), dll, symbol.name);
    }
  }
}
