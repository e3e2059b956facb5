/**
 * Real libraries, built by the WASM compiler with packwheel's own headers, for this machine and for aarch64. A program that
 * uses each must print what it prints with gcc's build.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { matchGlob } from "../../src/core/project/source-files/globs.ts";
import { type BuildTarget, findTargets } from "../../src/core/targets/build-target.ts";
import { findDebianSources } from "./chain/debian-sources.ts";
import { REPOSITORY, runProgram } from "./chain/program-judge.ts";
import { REAL_LIBRARIES, type RealLibrary } from "./chain/real-libraries.ts";
import { startCompiler } from "./chain/wasm-compiler.ts";
import { CROSS_TOOLS, type CrossTools, findCrossTool } from "./cross-tools.ts";
import { requireJudge } from "./judge.ts";

const TARGETS = findTargets(["linux-x86_64", "linux-aarch64"]);
const FIXTURES = join(REPOSITORY, "fixtures/c-libraries");
/** Where the settings lie within the sources, which is all that the compiler sees. */
const SETTINGS = ".packwheel-settings";

const isHost = process.platform === "linux" && process.arch === "x64";

describe("Real libraries through the WASM compiler", { skip: isHost ? false : "they run on x86-64 Linux" }, () => {
  const work = mkdtempSync(join(tmpdir(), "packwheel-libraries-"));
  after(() => rmSync(work, { recursive: true, force: true }));

  test("are at least 12", () => assert.ok(REAL_LIBRARIES.length >= 12));

  for (const library of REAL_LIBRARIES) {
    test(`${library.name} works like gcc's`, async (t) => {
      const tools = TARGETS.map(toolsOf);
      for (const tool of tools) {
        if (!requireJudge(t, findCrossTool(tool, "gcc") !== undefined, `gcc for ${tool.machine}`)) return;
      }
      const folder = findDebianSources(library.package);
      if (folder === undefined) {
        t.skip(`nobody serves the sources of ${library.package} here`);
        return;
      }
      library.prepare?.(folder);
      if (library.usesSettings) cpSync(join(FIXTURES, "settings"), join(folder, SETTINGS), { recursive: true });
      const sources = sourcesOf(library, folder);
      const [host] = tools;
      const expected = useReference(library, folder, sources, host!, work);
      assert.match(expected, /ended with 0$/);
      const { compiler, threads } = await startCompiler(folder, work, "long");
      try {
        for (const [index, target] of TARGETS.entries()) {
          const { bytes } = await compiler.compile({
            name: library.name,
            output: "library",
            fileName: `lib${library.name}.so`,
            sources,
            includeDirs: includeDirs(library),
            defines: library.defines,
            flags: ["-w"],
            libraries: library.libraries ?? [],
            std: "gnu17",
            target: target.triple,
            profile: "release",
            deploymentTarget: undefined,
            timestamp: 0,
          });
          const place = join(work, `${library.name}-${target.name}`);
          mkdirSync(place, { recursive: true });
          writeFileSync(join(place, `lib${library.name}.so`), bytes);
          assert.equal(useLibrary(library, folder, place, tools[index]!), expected, target.name);
        }
      } finally {
        await threads.close();
      }
    });
  }
});

function toolsOf({ machine }: BuildTarget): CrossTools {
  return CROSS_TOOLS.find((tools) => tools.machine === machine)!;
}

function sourcesOf({ sources, except = [] }: RealLibrary, folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const found = files.filter((path) => sources.some((glob) => matchGlob(glob)(path)) && !except.includes(path));
  assert.ok(found.length > 0, "no source was found");
  return found.sort();
}

function includeDirs({ includeDirs: own, usesSettings }: RealLibrary): readonly string[] {
  return usesSettings ? [...own, SETTINGS] : own;
}

/** gcc's build of the library, and what the program prints with it. */
function useReference(
  library: RealLibrary,
  folder: string,
  sources: readonly string[],
  tools: CrossTools,
  work: string,
): string {
  const place = join(work, `${library.name}-gcc`);
  mkdirSync(place, { recursive: true });
  run(`${tools.prefix}-gcc`, folder, [
    "-O2",
    "-w",
    "-fPIC",
    "-shared",
    "-std=gnu17",
    ...flagsOf(library),
    ...sources,
    ...(library.libraries ?? []).map((name) => `-l${name}`),
    "-o",
    join(place, `lib${library.name}.so`),
  ]);
  return useLibrary(library, folder, place, tools);
}

/** What the program prints with the library of a folder. */
function useLibrary(library: RealLibrary, folder: string, place: string, tools: CrossTools): string {
  const program = join(place, "program");
  const link = [`-L${place}`, `-l${library.name}`, `-Wl,-rpath,${place}`, "-lm"];
  run(`${tools.prefix}-gcc`, folder, [
    "-O1",
    "-w",
    ...flagsOf(library),
    join(FIXTURES, `${library.name}.c`),
    ...link,
    "-o",
    program,
  ]);
  return runProgram(program, tools, tools.qemu === undefined ? [] : ["-L", `/usr/${tools.prefix}`]);
}

function flagsOf(library: RealLibrary): readonly string[] {
  return [
    `-I${FIXTURES}`,
    ...includeDirs(library).map((path) => `-I${path === "" ? "." : path}`),
    ...library.defines.map((name) => `-D${name}`),
  ];
}

function run(program: string, cwd: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${program} ${words.join(" ")}\n${stderr}`);
}
