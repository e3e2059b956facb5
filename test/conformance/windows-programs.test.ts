/**
 * The C programs of fixtures/c-programs for Windows: built as DLLs, run by one program under Wine, they must print what
 * gcc's print on this machine.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { findTargets } from "../../src/core/targets/build-target.ts";
import { inParallel } from "../../src/toolchain/workers.ts";
import { ProgramJudge, REPOSITORY, type SampleProgram, samplePrograms } from "./chain/program-judge.ts";
import { type StartedCompiler, startCompiler } from "./chain/wasm-compiler.ts";
import { findCrossTool } from "./cross-tools.ts";
import { requireJudge } from "./judge.ts";
import { findWine, runInWine } from "./wine.ts";

/** Programs that say something else on Windows, or nothing. */
const SET_ASIDE: Readonly<Record<string, string>> = {
  "assembly/loops": "its assembly takes a long for a register",
  "assembly/top-level": "its assembly is for ELF",
  "atomics/threads": "it has threads of POSIX",
  "bit-fields/layout": "Microsoft lays bit-fields out in its own way",
  "bit-fields/unions": "Microsoft lays bit-fields out in its own way",
  "complex/arithmetic": "Wine's C runtime lacks functions of complex numbers",
  "complex/functions": "Wine's C runtime lacks functions of complex numbers",
  "linkage/sections": "borders of sections are ELF's",
  "long-double/arithmetic": "a long double is a double",
  "long-double/structs": "a long double is a double",
  "stack/alloca": "Windows has no <alloca.h>",
  "thread-local/addresses": "it has threads of POSIX",
  "thread-local/basic": "it has threads of POSIX",
};

/** Rooms in which the platform decides most: all of their programs. Of the others every third, to save time. */
const WHOLE_ROOMS = /^(?:bit-fields|int128|jumps|library|linkage|stack|structs-by-value|thread-local|varargs)\//;

const [TARGET] = findTargets(["windows-amd64"]);
const [HOST] = findTargets(["linux-x86_64"]);
const HOST_SOURCE = "fixtures/windows/run-libraries.c";
const isHost = process.platform === "linux" && process.arch === "x64";

describe("C programs for Windows", { skip: isHost ? false : "they are compared with programs of x86-64 Linux" }, () => {
  test("what is set aside is there", () => {
    const names = samplePrograms().map(({ name }) => name);
    assert.deepEqual(
      Object.keys(SET_ASIDE).filter((name) => !names.includes(name)),
      [],
    );
  });

  test("print what gcc's print", async (t) => {
    const wine = findWine();
    const judge = await ProgramJudge.start(HOST!);
    const work = mkdtempSync(join(tmpdir(), "packwheel-windows-"));
    const started = await startCompiler(REPOSITORY, work);
    try {
      if (!requireJudge(t, findCrossTool(judge.tools, "gcc") !== undefined, "gcc")) return;
      if (!requireJudge(t, wine !== undefined, "wine64") || wine === undefined) return;
      const programs = samplePrograms().filter(({ name }, index) => {
        return SET_ASIDE[name] === undefined && (WHOLE_ROOMS.test(name) || index % 3 === 0);
      });
      assert.ok(programs.length >= 75, `only ${programs.length} programs`);
      await build(started, HOST_SOURCE, "program", join(work, "run.exe"));
      await inParallel(programs, started.threads.width, async (program) => {
        await build(started, program.source, "library", join(work, libraryName(program)));
      });
      const printed = runAll(wine, work, programs);
      const wrong = programs.flatMap((program) => {
        const expected = plain(judge.referenceOutput(program.source, ["-O1"]));
        const actual = plain(printed.get(libraryName(program)) ?? "nothing");
        return actual === expected ? [] : [`${program.name}\n--- gcc\n${expected}\n--- Windows\n${actual}`];
      });
      console.log(`# ${programs.length} programs ran under Wine, ${Object.keys(SET_ASIDE).length} are set aside`);
      assert.equal(wrong.join("\n\n"), "");
    } finally {
      await started.threads.close();
      await judge.end();
      rmSync(work, { recursive: true, force: true });
    }
  });
});

async function build({ compiler }: StartedCompiler, source: string, output: "library" | "program", path: string) {
  const { bytes } = await compiler.compile({
    name: "program",
    output,
    fileName: path.slice(path.lastIndexOf("/") + 1),
    sources: [source],
    includeDirs: [],
    defines: output === "library" ? ["main=packwheel_program"] : [],
    flags: ["-O2", "-w"],
    libraries: ["m"],
    std: "gnu17",
    target: TARGET!.triple,
    profile: "release",
    deploymentTarget: undefined,
    timestamp: 0,
  });
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, bytes);
}

function libraryName({ name }: SampleProgram): string {
  return `${name.replaceAll("/", "-")}.dll`;
}

/** What each printed. A program may end the process that runs it: the next ones run in another. */
function runAll(wine: string, folder: string, programs: readonly SampleProgram[]): ReadonlyMap<string, string> {
  const printed = new Map<string, string>();
  let left = programs.map(libraryName);
  while (left.length > 0) {
    const { status, output } = runInWine(wine, folder, ["run.exe", ...left]);
    const parts = output.split("\n=== ").slice(1);
    assert.ok(parts.length > 0, `nothing ran:\n${output}`);
    for (const part of parts) {
      const end = part.indexOf("\n");
      printed.set(part.slice(0, end), part.slice(end + 1));
    }
    const last = left[parts.length - 1] ?? "";
    const text = printed.get(last) ?? "";
    if (!/ended with \d+$/.test(text)) printed.set(last, `${text}ended with ${status}`);
    left = left.slice(parts.length);
  }
  return printed;
}

/** `%a` of Windows writes all digits, and a subnormal zero. */
function plain(text: string): string {
  return text
    .replaceAll(/(0x[01])\.?([0-9a-f]*?)0*p/g, (_, whole: string, digits: string) => {
      return digits === "" ? `${whole}p` : `${whole}.${digits}p`;
    })
    .replaceAll("0x0p-1022", "0x0p+0");
}
