/**
 * Real libraries as side modules: a program that uses each prints in Pyodide what it prints with gcc's build for i686.
 * Some libraries, such as lz4, do other things on machines of 64 bits.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { matchGlob } from "../../src/core/project/source-files/globs.ts";
import { findDebianSources } from "./chain/debian-sources.ts";
import { REPOSITORY, runProgram } from "./chain/program-judge.ts";
import { REAL_LIBRARIES, type RealLibrary } from "./chain/real-libraries.ts";
import { startCompiler } from "./chain/wasm-compiler.ts";
import { CROSS_TOOLS, findCrossTool } from "./cross-tools.ts";
import { requireJudge } from "./judge.ts";
import { findPyodideFolder } from "./pyodide/find-pyodide.ts";

/** The small ones; lua, zstd, brotli and sqlite3 take minutes. */
const NAMES = ["bzip2", "cjson", "expat", "libdeflate", "libyaml", "lz4", "xxhash", "zlib"];
const LIBRARIES = REAL_LIBRARIES.filter(({ name }) => NAMES.includes(name));
const FIXTURES = join(REPOSITORY, "fixtures/c-libraries");
/** Where the program lies within the sources, which is all that the compiler sees. */
const PROGRAM = ".packwheel-program";
const SETTINGS = ".packwheel-settings";

const JUDGE = CROSS_TOOLS.find(({ machine }) => machine === "i686")!;
const runner = fileURLToPath(new URL("pyodide/run-modules.mjs", import.meta.url));
describe("Real libraries in Pyodide", () => {
  const work = mkdtempSync(join(tmpdir(), "packwheel-side-libraries-"));
  after(() => rmSync(work, { recursive: true, force: true }));
  const expected = new Map<string, string>();
  const jobs: { readonly name: string; readonly path: string; readonly code: string }[] = [];

  test("are eight", () => assert.equal(LIBRARIES.length, NAMES.length));

  for (const library of LIBRARIES) {
    test(`${library.name} is built`, async (t) => {
      if (!requireJudge(t, findCrossTool(JUDGE, "gcc") !== undefined, `${JUDGE.prefix}-gcc`)) return;
      const folder = sourcesFor(library, t);
      if (folder === undefined) return;
      const sources = [...sourcesOf(library, folder), `${PROGRAM}/${library.name}.c`];
      const includeDirs = [...library.includeDirs, PROGRAM, ...(library.usesSettings ? [SETTINGS] : [])];
      expected.set(library.name, gccOutput(library, folder, sources, includeDirs, work));
      const { compiler, threads } = await startCompiler(folder, join(work, library.name));
      try {
        const { bytes } = await compiler.compile({
          name: library.name,
          output: "library",
          fileName: `lib${library.name}.so`,
          sources,
          includeDirs,
          defines: [...library.defines, "main=packwheel_main"],
          // The programs of fixtures/c-programs are built with -O2; here time counts.
          flags: ["-O1", "-w"],
          libraries: library.libraries ?? [],
          std: "gnu17",
          target: "wasm32-unknown-emscripten",
          profile: "release",
          deploymentTarget: undefined,
          timestamp: 0,
        });
        const path = join(work, `lib${library.name}.so`);
        writeFileSync(path, bytes);
        jobs.push({ name: library.name, path, code: "status = lib.packwheel_main(0, None)" });
      } finally {
        await threads.close();
      }
    });
  }

  test("work like gcc's", (t) => {
    const pyodide = findPyodideFolder();
    if (!requireJudge(t, pyodide !== undefined, "the npm package pyodide") || pyodide === undefined) return;
    if (jobs.length === 0) return t.skip("no library was built");
    writeFileSync(join(work, "jobs.json"), JSON.stringify(jobs));
    const words = [runner, pyodide, join(work, "jobs.json"), join(work, "results.json")];
    const run = spawnSync(process.execPath, words, { encoding: "utf8", timeout: 240_000 });
    assert.equal(run.status, 0, run.stderr);
    const results: unknown = JSON.parse(readFileSync(join(work, "results.json"), "utf8"));
    assert.deepEqual(results, Object.fromEntries(jobs.map(({ name }) => [name, expected.get(name)])));
  });
});

/** The library's folder, with the program beside it. */
function sourcesFor(library: RealLibrary, t: TestContext): string | undefined {
  const folder = findDebianSources(library.package);
  if (folder === undefined) {
    t.skip(`nobody serves the sources of ${library.package} here`);
    return undefined;
  }
  library.prepare?.(folder);
  if (library.usesSettings) cpSync(join(FIXTURES, "settings"), join(folder, SETTINGS), { recursive: true });
  mkdirSync(join(folder, PROGRAM), { recursive: true });
  for (const name of [`${library.name}.c`, "input.h"]) cpSync(join(FIXTURES, name), join(folder, PROGRAM, name));
  return folder;
}

function sourcesOf({ sources, except = [] }: RealLibrary, folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((path) => sources.some((glob) => matchGlob(glob)(path)) && !except.includes(path)).sort();
}

function gccOutput(
  { name, defines, libraries = [] }: RealLibrary,
  folder: string,
  sources: readonly string[],
  includeDirs: readonly string[],
  work: string,
): string {
  const program = join(work, `gcc-${name}`);
  const words = [
    "-O1",
    "-w",
    "-std=gnu17",
    "-static",
    // Floating point as everywhere else.
    "-march=pentium4",
    "-mfpmath=sse",
    ...includeDirs.map((path) => `-I${path === "" ? "." : path}`),
    ...defines.map((define) => `-D${define}`),
    ...sources,
    ...libraries.map((library) => `-l${library}`),
    "-lm",
    "-o",
    program,
  ];
  const built = spawnSync(`${JUDGE.prefix}-gcc`, words, { cwd: folder, encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
  return runProgram(program, JUDGE);
}
