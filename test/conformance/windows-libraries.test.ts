/**
 * Real libraries for Windows: each is built with a program that uses it, which prints under Wine what it prints on this machine
 * when gcc builds both.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { matchGlob } from "../../src/core/project/source-files/globs.ts";
import { findDebianSources } from "./chain/debian-sources.ts";
import { REPOSITORY } from "./chain/program-judge.ts";
import { REAL_LIBRARIES, type RealLibrary } from "./chain/real-libraries.ts";
import { startCompiler } from "./chain/wasm-compiler.ts";
import { findProgram, requireJudge } from "./judge.ts";
import { findWine, runInWine } from "./wine.ts";

/** The smaller ones, for the sake of time: lua, zstd, brotli and sqlite3 compile and link as well. */
const NAMES = ["bzip2", "cjson", "expat", "libdeflate", "libyaml", "lz4", "xxhash", "zlib"];

const FIXTURES = join(REPOSITORY, "fixtures/c-libraries");
/** Where the programs and their settings lie within the sources, which is all that the compiler sees. */
const PROGRAMS = ".packwheel-programs";

/** What a configure script finds on Linux and not on Windows. */
const POSIX = /^(?:HAVE_UNISTD_H|_LARGEFILE64_SOURCE)/;

const isHost = process.platform === "linux" && process.arch === "x64";

describe("Real libraries for Windows", {
  skip: isHost ? false : "they are compared with builds of x86-64 Linux",
}, () => {
  let work = "";
  before(() => {
    work = mkdtempSync(join(tmpdir(), "packwheel-windows-libraries-"));
  });
  after(() => rmSync(work, { recursive: true, force: true }));

  for (const library of REAL_LIBRARIES.filter(({ name }) => NAMES.includes(name))) {
    test(`${library.name} works like gcc's`, async (t) => {
      const wine = findWine();
      if (!requireJudge(t, findProgram("gcc") !== undefined, "gcc")) return;
      if (!requireJudge(t, wine !== undefined, "wine64") || wine === undefined) return;
      const folder = findDebianSources(library.package);
      if (folder === undefined) {
        t.skip(`nobody serves the sources of ${library.package} here`);
        return;
      }
      cpSync(FIXTURES, join(folder, PROGRAMS), { recursive: true });
      const sources = [...sourcesOf(library, folder), `${PROGRAMS}/${library.name}.c`];
      const includeDirs = [...library.includeDirs, PROGRAMS, ...(library.usesSettings ? [`${PROGRAMS}/settings`] : [])];
      const place = join(work, library.name);
      mkdirSync(place);
      const program = join(place, "reference");
      const defines = library.defines.map((name) => `-D${name}`);
      const folders = includeDirs.map((path) => `-I${path === "" ? "." : path}`);
      const words = ["-O1", "-w", "-std=gnu17", ...defines, ...folders, ...sources, "-lm", "-o", program];
      const built = spawnSync("gcc", words, { cwd: folder, encoding: "utf8" });
      assert.equal(built.status, 0, built.stderr);
      const expected = spawnSync(program, [], { cwd: place, encoding: "latin1" });
      assert.equal(expected.status, 0, expected.stderr);

      const { compiler, threads } = await startCompiler(folder, work);
      try {
        const { bytes } = await compiler.compile({
          name: library.name,
          output: "program",
          fileName: "program.exe",
          sources,
          includeDirs,
          defines: library.defines.filter((name) => !POSIX.test(name)),
          flags: ["-w"],
          libraries: ["m"],
          std: "gnu17",
          target: "windows-amd64",
          profile: "release",
          deploymentTarget: undefined,
          timestamp: 0,
        });
        writeFileSync(join(place, "program.exe"), bytes);
        assert.deepEqual(runInWine(wine, place, ["program.exe"]), { status: 0, output: expected.stdout });
      } finally {
        await threads.close();
      }
    });
  }
});

function sourcesOf({ sources, except = [] }: RealLibrary, folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const found = files.filter((path) => sources.some((glob) => matchGlob(glob)(path)) && !except.includes(path));
  assert.ok(found.length > 0, "no source was found");
  return found.sort();
}
