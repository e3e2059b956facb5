/** cffi itself says what the module of a cdef is; a C compiler says what a header holds. */
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseDeclarations } from "../../src/core/cdef/declarations.ts";
import { emitAbiModule, type IncludedModule } from "../../src/core/cdef/emit-abi-module.ts";
import { cleanPreprocessed, preprocessHeader } from "../../src/core/cdef/preprocess.ts";
import { PackwheelError } from "../../src/core/errors.ts";
import { headerFiles, readHeader } from "../../src/node/read-header.ts";
import { ACCEPTED, MODULES, type ModuleCase, REFUSED, REFUSED_MODULES } from "../core/cdef/corpus.ts";
import { CdefGenerator, mutate, Random } from "../core/cdef/generate-cdef.ts";
import { findProgram, findPythons, type Python, requireJudge } from "./judge.ts";

const HEADERS = fileURLToPath(new URL("../../fixtures/cdef", import.meta.url));
const SCRIPT = fileURLToPath(new URL("emit_cffi_modules.py", import.meta.url));

const GENERATED = 2000;
const MUTATED = 2000;

type Answer = { readonly module: string } | { readonly error: string };

interface Judgement {
  readonly version: string;
  readonly answers: readonly Answer[];
}

function oneText(text: string): readonly ModuleCase[] {
  return [{ moduleName: "pkg._native", cdefs: [{ text }] }];
}

function ours(modules: readonly ModuleCase[]): Answer {
  const known = new Map<string, IncludedModule>();
  let module = "";
  try {
    for (const { moduleName, includes: names = [], cdefs } of modules) {
      const includes = names.map((name) => known.get(name)!);
      const declarations = parseDeclarations(cdefs, { includes: includes.map((include) => include.declarations) });
      known.set(moduleName, { moduleName, declarations });
      module = emitAbiModule({ moduleName, declarations, includes });
    }
  } catch (error) {
    if (error instanceof PackwheelError) return { error: error.message };
    throw error;
  }
  return { module };
}

/** The Python with the newest cffi: 2 is what the output is equal to. */
function findCffi(): Python | undefined {
  const versions = findPythons().flatMap((python) => {
    const code = "import cffi; print('%03d.%03d' % cffi.__version_info__[:2])";
    const result = spawnSync(python.path, ["-c", code], { encoding: "utf8" });
    return result.status === 0 ? [{ python, version: result.stdout.trim() }] : [];
  });
  return versions.sort((a, b) => (a.version < b.version ? -1 : 1)).at(-1)?.python;
}

function askCffi(python: Python, cases: readonly (readonly ModuleCase[])[]): Judgement {
  const result = spawnSync(python.path, [SCRIPT], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 180_000,
  });
  if (result.status !== 0) throw new Error(`Python ${python.version} failed: ${result.stderr}`);
  return JSON.parse(result.stdout) as Judgement; // as the script writes it
}

function show(answer: Answer | undefined): string {
  return answer === undefined ? "" : "module" in answer ? answer.module : answer.error;
}

/** Headers whose packed structs one cdef cannot express. */
const PACKED_HEADERS = new Set(["attributes.h", "layout.h"]);

test("modules are byte for byte those of cffi", (t) => {
  const python = findCffi();
  if (!requireJudge(t, python !== undefined, "cffi") || python === undefined) return;
  const seed = Number(process.env["PACKWHEEL_SEED"] ?? Date.now() % 1_000_000);
  t.diagnostic(`seed ${seed} (PACKWHEEL_SEED repeats it)`);

  const accepted = [...ACCEPTED.map(oneText), ...MODULES];
  const refused = [...REFUSED.map(([text]) => oneText(text)), ...REFUSED_MODULES];
  const headers = headerNames().filter((name) => !PACKED_HEADERS.has(name));
  const preprocessed = headers.flatMap((name) => [ownText(name, false), ownText(name, true)]).map(oneText);
  const generated = Array.from({ length: GENERATED }, (_, index) =>
    oneText(new CdefGenerator(new Random(seed * 10_007 + index)).text()),
  );
  const mutated = Array.from({ length: MUTATED }, (_, index) => {
    const random = new Random(seed * 20_011 + index);
    return oneText(mutate(random, random.chance(0.5) ? new CdefGenerator(random).text() : random.pick(ACCEPTED)));
  });
  const groups = [accepted, refused, preprocessed, generated, mutated];
  const { version, answers } = askCffi(python, groups.flat());
  const judged = groups.map((group, index) => {
    const start = groups.slice(0, index).flat().length;
    return group.map((modules, at) => ({ modules, theirs: answers[start + at], mine: ours(modules) }));
  });
  const [ofAccepted = [], ofRefused = [], ofHeaders = [], ofGenerated = [], ofMutated = []] = judged;

  /** cffi 1 forgot the qualifiers of arrays, named complex types otherwise, and its parser knew less of old C. */
  const isComparable = (modules: readonly ModuleCase[]): boolean => {
    if (!version.startsWith("1.")) return true;
    const text = modules.flatMap(({ cdefs }) => cdefs.map((cdef) => cdef.text)).join("\n");
    return !/_Complex|const x/.test(text) && !(/const|volatile|restrict/.test(text) && text.includes("["));
  };
  let compared = 0;

  for (const { modules, theirs, mine } of [...ofAccepted, ...ofHeaders].filter((one) => isComparable(one.modules))) {
    assert.ok(theirs !== undefined && "module" in theirs, `cffi refuses ${JSON.stringify(modules)}: ${show(theirs)}`);
    assert.equal(show(mine), theirs.module, JSON.stringify(modules));
    compared += 1;
  }
  for (const { modules, theirs, mine } of ofRefused) {
    assert.ok(theirs !== undefined && "error" in theirs, `cffi takes ${JSON.stringify(modules)}`);
    assert.ok("error" in mine, `packwheel takes ${JSON.stringify(modules)}`);
  }
  report(t, `cffi ${version}: corpus`, compared + ofRefused.length, 0);

  for (const { modules, theirs, mine } of ofGenerated) {
    // cffi writes a module for a struct that holds itself; importing it fails.
    if ("error" in mine && mine.error.includes("contains itself")) continue;
    if (theirs !== undefined && "error" in theirs)
      assert.ok("error" in mine, `taken, not by cffi: ${JSON.stringify(modules)}`);
    else if (isComparable(modules)) assert.equal(show(mine), show(theirs), JSON.stringify(modules));
  }
  const taken = ofGenerated.filter(({ mine }) => "module" in mine).length;
  assert.ok(taken > GENERATED * 0.9, `only ${taken} of the generated declarations are good ones`);
  report(t, "generated declarations", ofGenerated.filter(({ modules }) => isComparable(modules)).length, 0);

  // Broken texts: where both see sense in one, it is the same; what only one of them takes are oddities that the
  // other is stricter about ("$" in names, "#" without a directive).
  const unlike = ofMutated.filter(
    ({ theirs, mine }) => theirs === undefined || "module" in theirs !== "module" in mine,
  );
  for (const { modules, theirs, mine } of ofMutated) {
    // To cffi this word is a name like any other.
    if (JSON.stringify(modules).includes("__attribute__") || !isComparable(modules)) continue;
    if (theirs !== undefined && "module" in theirs && "module" in mine) {
      assert.equal(mine.module, theirs.module, JSON.stringify(modules));
    }
  }
  // The parser of cffi 1 is another one.
  assert.ok(
    version.startsWith("1.") || unlike.length <= MUTATED / 100,
    unlike.map(({ modules }) => JSON.stringify(modules)).join("\n"),
  );
  report(t, "mutated declarations", MUTATED, unlike.length);
});

function report(t: TestContext, what: string, count: number, unlike: number): void {
  t.diagnostic(`${what}: ${count - unlike} of ${count} alike`);
}

function headerNames(): string[] {
  return readdirSync(HEADERS).filter((name) => name.endsWith(".h"));
}

function ownText(name: string, keepConstants: boolean): string {
  const folders = { cwd: HEADERS };
  return preprocessHeader(readHeader(name, folders), { resolve: headerFiles(folders), keepConstants });
}

test("the own preprocessor and a C compiler lead to the same modules", (t) => {
  const compiler = ["cc", "gcc", "clang"].find((name) => findProgram(name) !== undefined);
  if (!requireJudge(t, compiler !== undefined, "a C compiler") || compiler === undefined) return;
  let alike = 0;
  for (const name of headerNames()) {
    for (const keepConstants of [false, true]) {
      const words = ["-E", "-DPYTHON_HEADER", ...(keepConstants ? ["-dD"] : []), name];
      const result: SpawnSyncReturns<string> = spawnSync(compiler, words, { cwd: HEADERS, encoding: "utf8" });
      assert.equal(result.status, 0, result.stderr);
      const theirs = cleanPreprocessed(result.stdout, { path: name, keepConstants });
      const mine = ownText(name, keepConstants);
      const [own, host] = [mine, theirs].map((text) => emitAbiModule({ moduleName: "m", source: text }));
      assert.equal(own, host, `${name}: ${mine}\n${theirs}`);
      assert.deepEqual(declaredLines(mine, name), declaredLines(theirs, name), name);
      alike += 1;
    }
  }
  assert.ok(alike >= 14, `only ${alike} headers were compared`);
  t.diagnostic(`${alike} of ${alike} preprocessed headers alike`);
});

/** The first word of every line of the files that declares something, from the line markers. */
function declaredLines(text: string, name: string): Map<string, string> {
  const lines = new Map<string, string>();
  let [path, line] = [name, 1];
  for (const content of text.split("\n")) {
    const marker = /^# (\d+) "(.*)"$/.exec(content);
    if (marker !== null) {
      [path, line] = [join(marker[2]!), Number(marker[1])];
      continue;
    }
    const place = `${path}:${line}`;
    const word = /^\s*(\w+)/.exec(content)?.[1];
    if (word !== undefined && !lines.has(place)) lines.set(place, word);
    line += 1;
  }
  return lines;
}
