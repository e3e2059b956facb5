/**
 * Libraries and programs for macOS, made without a Mac: LLVM's own tools and our reader say the same of them, all that
 * they import is in the lists, and their signatures hold. Nothing here runs them.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createSha256 } from "../../src/core/engine/sha256.ts";
import { findSignatureFault } from "../../src/core/object/macho/code-signature.ts";
import { mergeMachO } from "../../src/core/object/macho/merge.ts";
import { parseMachO } from "../../src/core/object/macho/parse.ts";
import type { CompileJob } from "../../src/core/ports/compiler.ts";
import type { Hasher } from "../../src/core/ports/engine.ts";
import { matchGlob } from "../../src/core/project/source-files/globs.ts";
import { type BuildTarget, findTargets } from "../../src/core/targets/build-target.ts";
import { sysrootFiles } from "../../src/node/toolchain/sysroot-files.ts";
import { checkFloor, readTargetSymbols } from "../../src/toolchain/sysroot/library-data.ts";
import { homeAt } from "../../src/toolchain/sysroot/symbol-history.ts";
import { findDebianSources } from "./chain/debian-sources.ts";
import { askLlvm, findLlvmTool } from "./chain/mach-o-judge.ts";
import { REPOSITORY, samplePrograms } from "./chain/program-judge.ts";
import { REAL_LIBRARIES } from "./chain/real-libraries.ts";
import { type StartedCompiler, startCompiler } from "./chain/wasm-compiler.ts";
import { requireJudge } from "./judge.ts";

const TARGETS = findTargets(["macos-x86_64", "macos-arm64"]);
const TOOLS = ["otool", "nm", "objdump"];

/** Programs about what other systems have: sections by ELF's names, aliases, symbols that may be nowhere, <uchar.h>. */
const OF_OTHER_SYSTEMS: ReadonlySet<string> = new Set([
  "assembly/top-level",
  "initializers/strings",
  "linkage/hidden",
  "linkage/sections",
  "linkage/weak",
]);

/** One in so many: the others are compiled on Linux, by the same steps. */
const STEP = 24;

/** Those that take some seconds; for one machine, since a second would say the same of their sources. */
const LIBRARIES: readonly string[] = ["zlib", "bzip2", "lz4", "xxhash", "cjson", "libdeflate", "expat", "libyaml"];
const LIBRARY_TARGETS = findTargets(["macos-arm64"]);

function job(target: BuildTarget, more: Partial<CompileJob>): CompileJob {
  return {
    name: "sample",
    output: "library",
    fileName: "libsample.dylib",
    sources: [],
    includeDirs: [],
    defines: [],
    flags: ["-w"],
    libraries: [],
    std: "gnu17",
    target: target.triple,
    profile: "release",
    deploymentTarget: undefined,
    timestamp: 0,
    ...more,
  };
}

describe("libraries and programs for macOS", () => {
  const work = mkdtempSync(join(tmpdir(), "packwheel-darwin-"));
  let hasher: Hasher;
  let started: StartedCompiler;
  before(async () => {
    hasher = await createSha256();
    started = await startCompiler(REPOSITORY, work);
  });
  after(async () => {
    await started.threads.close();
    rmSync(work, { recursive: true, force: true });
  });

  /** All that is to hold of every file. */
  function judge(bytes: Uint8Array, target: BuildTarget, installName: string | undefined): void {
    const path = join(work, `${target.name}.dylib`);
    writeFileSync(path, bytes);
    const report = askLlvm(path);
    const { slices } = parseMachO(bytes);
    const [slice] = slices;
    assert.ok(slice !== undefined && slices.length === 1);
    assert.equal(slice.arch.name, target.machine);
    assert.equal(report.installName, installName);
    assert.equal(slice.id, installName);
    assert.equal(report.minimum, target.defaultFloor);
    assert.deepEqual(
      report.libraries,
      slice.dylibs.map(({ name }) => name),
    );
    for (const command of ["LC_UUID", "LC_CODE_SIGNATURE"]) {
      assert.equal(report.commands.filter((each) => each === command).length, 1, command);
    }
    assert.deepEqual(slice.imports.map(({ name }) => name).sort(), report.imports);
    assert.deepEqual([...slice.exports].sort(), report.exports);
    // What is undefined is bound, and nothing else is.
    assert.deepEqual(
      report.bound.filter((name) => name !== "dyld_stub_binder"),
      report.imports.filter((name) => name !== "dyld_stub_binder"),
    );
    assert.equal(findSignatureFault(bytes, slice, hasher), undefined);
    const sysroot = sysrootFiles();
    const { library, symbols } = readTargetSymbols(target, sysroot);
    const release = checkFloor(target, target.defaultFloor, library);
    for (const { name, library: from } of slice.imports) {
      if (name === "dyld_stub_binder") continue;
      const history = symbols.get(name.replace(/^_/, ""));
      assert.equal(history === undefined ? undefined : homeAt(history, release)?.library, from, name);
    }
  }

  const programs = samplePrograms().filter(({ name }) => !OF_OTHER_SYSTEMS.has(name));
  for (const { name, source } of programs.filter((_, index) => index % STEP === 0)) {
    test(`${name} is what LLVM says it is`, async (t) => {
      for (const tool of TOOLS) if (!requireJudge(t, findLlvmTool(tool) !== undefined, `llvm-${tool}`)) return;
      for (const target of TARGETS) {
        const { bytes } = await started.compiler.compile(job(target, { sources: [source], libraries: ["m"] }));
        judge(bytes, target, "@rpath/libsample.dylib");
      }
    });
  }

  test("programs begin at main, and two builds of one have the same bytes", async (t) => {
    for (const tool of TOOLS) if (!requireJudge(t, findLlvmTool(tool) !== undefined, `llvm-${tool}`)) return;
    const [first] = programs;
    assert.ok(first !== undefined);
    for (const target of TARGETS) {
      const program = job(target, { sources: [first.source], output: "program", fileName: "sample" });
      const { bytes } = await started.compiler.compile(program);
      judge(bytes, target, undefined);
      assert.equal(parseMachO(bytes).slices[0]?.type, "executable");
      assert.deepEqual((await started.compiler.compile(program)).bytes, bytes);
    }
  });

  test("both halves of a universal library keep their signatures", async () => {
    const [first] = programs;
    assert.ok(first !== undefined);
    const halves: Uint8Array[] = [];
    for (const target of TARGETS) {
      halves.push((await started.compiler.compile(job(target, { sources: [first.source] }))).bytes);
    }
    const bytes = mergeMachO(halves);
    const { slices } = parseMachO(bytes);
    assert.deepEqual(
      slices.map(({ arch }) => arch.name),
      ["x86_64", "arm64"],
    );
    for (const slice of slices) assert.equal(findSignatureFault(bytes, slice, hasher), undefined);
  });
});

describe("real libraries for macOS", () => {
  const work = mkdtempSync(join(tmpdir(), "packwheel-darwin-libraries-"));
  after(() => rmSync(work, { recursive: true, force: true }));

  for (const library of REAL_LIBRARIES.filter(({ name }) => LIBRARIES.includes(name))) {
    test(`${library.name} compiles and links`, async (t) => {
      const folder = findDebianSources(library.package);
      if (folder === undefined) return t.skip(`nobody serves the sources of ${library.package} here`);
      const settings = ".packwheel-settings";
      if (library.usesSettings) {
        cpSync(join(REPOSITORY, "fixtures/c-libraries/settings"), join(folder, settings), { recursive: true });
      }
      const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => library.sources.some((glob) => matchGlob(glob)(path)) && !library.except?.includes(path))
        .sort();
      const { compiler, threads } = await startCompiler(folder, work);
      try {
        for (const target of LIBRARY_TARGETS) {
          const { bytes } = await compiler.compile(
            job(target, {
              name: library.name,
              sources,
              includeDirs: library.usesSettings ? [...library.includeDirs, settings] : library.includeDirs,
              defines: library.defines,
              libraries: library.libraries ?? [],
            }),
          );
          assert.ok((parseMachO(bytes).slices[0]?.exports.length ?? 0) > 5);
        }
      } finally {
        await threads.close();
      }
    });
  }
});
