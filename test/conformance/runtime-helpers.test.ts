/**
 * The helpers of `wasm/rt` against libgcc, compiled for each machine by Debian's gcc and by packwheel, and run there, by qemu
 * where needed.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findTargets } from "../../src/core/targets/build-target.ts";
import { RUNTIME_FLAGS, runtimeHelpers } from "../../src/toolchain/sysroot/runtime-helpers.ts";
import { PLACES } from "../../src/toolchain/toolchain.ts";
import { readSysrootFiles } from "../toolchain/sysroot/sysroot-files.ts";
import { CROSS_TOOLS, type CrossTools, findCrossTool } from "./cross-tools.ts";
import { findProgram, requireJudge } from "./judge.ts";
import { loadToolchain } from "./toolchain.ts";

const WASM = fileURLToPath(new URL("../../wasm/", import.meta.url));
const COMPARE = fileURLToPath(new URL("runtime/compare-helpers.c", import.meta.url));
const CPU_MODEL = fileURLToPath(new URL("runtime/compare-cpu-model.c", import.meta.url));
const ATOMICS = fileURLToPath(new URL("runtime/check-atomics.c", import.meta.url));
const SYSROOT = readSysrootFiles();
const SEED = process.env["FUZZ_SEED"] ?? "20261127";
/** Numbers drawn for each helper. */
const ROUNDS = "3000";

/** As the targets are compiled: i686 with SSE2, or values would have more digits than their types. */
const FLAGS: Readonly<Record<string, readonly string[]>> = { i686: ["-msse2", "-mfpmath=sse"] };

const folder = mkdtempSync(join(tmpdir(), "packwheel-runtime-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string | undefined, words: readonly string[]): string {
  const result = spawnSync(program ?? "", words, { encoding: "utf8", timeout: 300_000 });
  assert.equal(
    result.status,
    0,
    `${program} ${words.join(" ")}: ${result.error?.message ?? ""}${result.stderr}${result.stdout}`,
  );
  return result.stdout;
}

function runHere({ qemu }: CrossTools, program: string, words: readonly string[] = []): string {
  return qemu === undefined ? run(program, words) : run(findProgram(qemu), [program, ...words]);
}

describe("runtime helpers", () => {
  for (const tools of CROSS_TOOLS) {
    const { machine, qemu } = tools;
    const target = findTargets([`linux-${machine}`])[0]!;
    const helpers = runtimeHelpers(target, target.defaultFloor, SYSROOT);
    const flags = FLAGS[machine] ?? [];
    const place = join(folder, machine);
    mkdirSync(place);
    const isReady =
      findCrossTool(tools, "gcc") !== undefined && (qemu === undefined || findProgram(qemu) !== undefined);

    // Those of C++ are for clang and libc++: cxx-programs.test.ts runs them.
    const sources = new Set([...helpers.values()].filter((path) => !path.startsWith("rt/cxx/")));

    /** Each file compiled, by its path. */
    const compileAll = (): ReadonlyMap<string, string> => {
      const objects = new Map<string, string>();
      for (const path of sources) {
        const object = join(place, `${basename(path, ".c")}.o`);
        const words = [...RUNTIME_FLAGS, ...flags, "-Wall", "-Wextra", "-Werror", "-c", join(WASM, path), "-o", object];
        run(findCrossTool(tools, "gcc"), words);
        objects.set(path, object);
      }
      return objects;
    };

    const compileByPackwheel = async (): Promise<ReadonlyMap<string, string>> => {
      const { workers } = await loadToolchain([]);
      const objects = new Map<string, string>();
      for (const source of sources) {
        const run = { source, workingDirectory: PLACES.sysroot, flags: RUNTIME_FLAGS, level: "2", timestamp: 0 };
        const floor = target.defaultFloor;
        const { bytes, messages } = await workers.compile({ ...run, target, floor, language: "c", output: "object" });
        assert.equal(messages, "", source);
        const object = join(place, `packwheel-${basename(source, ".c")}.o`);
        writeFileSync(object, bytes ?? "");
        objects.set(source, object);
      }
      return objects;
    };

    const compare = (t: TestContext, files: ReadonlyMap<string, string>): void => {
      const names = join(place, "names");
      writeFileSync(names, [...helpers.keys()].map((name) => `${name} ours_${name}\n`).join(""));
      const objects = [...files].flatMap(([path, object]) => {
        if (!path.includes("/builtins/")) return [];
        const renamed = object.replace(/o$/, "renamed.o");
        run(findCrossTool(tools, "objcopy"), [`--redefine-syms=${names}`, object, renamed]);
        return [renamed];
      });
      const program = join(place, "compare");
      const words = ["-O1", "-w", "-ffp-contract=off", ...flags, "-static", COMPARE, ...objects, "-lm", "-latomic"];
      run(findCrossTool(tools, "gcc"), [...words, "-o", program]);
      const report = runHere(tools, program, [SEED, ROUNDS]);
      t.diagnostic(`seed ${SEED}: ${report.trim()}`);
      assert.match(report, /^\d{5,} results compared, 0 differ\n$/);
    };

    const checkAtomics = (files: ReadonlyMap<string, string>): void => {
      const program = join(place, "atomics");
      const words = ["-O1", "-w", "-static", ATOMICS, files.get("rt/builtins/atomic.c") ?? "", "-pthread", "-latomic"];
      run(findCrossTool(tools, "gcc"), [...words, "-o", program]);
      assert.equal(runHere(tools, program), "all right\n");
    };

    test(`are in the files that the index names for ${machine}, and in no other`, (t) => {
      if (!requireJudge(t, isReady, `${tools.prefix}-gcc and ${qemu ?? ""}`)) return;
      for (const [path, object] of compileAll()) {
        const listing = run(findCrossTool(tools, "nm"), ["--defined-only", "--extern-only", object]);
        const names = listing.split("\n").flatMap((line) => / [A-Z] (\S+)$/.exec(line)?.[1] ?? []);
        const listed = [...helpers].filter(([, file]) => file === path).map(([name]) => name);
        assert.deepEqual(names.filter((name) => !name.startsWith("__x86.get_pc_thunk.")).sort(), listed.sort(), path);
      }
    });

    test(`give the results of libgcc on ${machine}, compiled by gcc`, (t) => {
      if (!requireJudge(t, isReady, `${tools.prefix}-gcc and ${qemu ?? ""}`)) return;
      compare(t, compileAll());
    });

    test(`give the results of libgcc on ${machine}, compiled by packwheel`, async (t) => {
      if (!requireJudge(t, isReady, `${tools.prefix}-gcc and ${qemu ?? ""}`)) return;
      const objects = await compileByPackwheel();
      compare(t, objects);
      checkAtomics(objects);
    });

    test(`lock and swap on ${machine} as atomic operations do`, (t) => {
      if (!requireJudge(t, isReady, `${tools.prefix}-gcc and ${qemu ?? ""}`)) return;
      checkAtomics(compileAll());
    });
  }

  test("find the same features of this processor as libgcc", (t) => {
    const tools = CROSS_TOOLS.find(({ machine }) => machine === "x86_64")!;
    const gcc = process.arch === "x64" ? findCrossTool(tools, "gcc") : undefined;
    if (!requireJudge(t, gcc !== undefined, "gcc on x86-64")) return;
    const object = join(folder, "cpu-model.o");
    const rename = ["-D__cpu_model=ours_model", "-D__cpu_features2=ours_features", "-D__cpu_indicator_init=ours_init"];
    run(gcc, [...RUNTIME_FLAGS, ...rename, "-c", join(WASM, "rt/builtins/cpu-model.c"), "-o", object]);
    run(gcc, ["-O1", CPU_MODEL, object, "-o", join(folder, "cpu-model")]);
    assert.equal(run(join(folder, "cpu-model"), []), "all right\n");
  });
});
