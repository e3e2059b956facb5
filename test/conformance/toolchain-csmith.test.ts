/**
 * Random programs of csmith: what the WASM compiler makes of them prints what gcc's prints. Programs on which gcc does not
 * agree with itself, or that do not end in time, are set aside. `FUZZ_SEED` chooses the programs, `CSMITH_COUNT` how many.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { CCompiler } from "../../src/core/ports/compiler.ts";
import { inParallel } from "../../src/toolchain/workers.ts";
import { startCompiler } from "./chain/wasm-compiler.ts";
import { findProgram, requireJudge } from "./judge.ts";

const COUNT = Number(process.env["CSMITH_COUNT"] ?? 100);
const FIRST_SEED = Number(process.env["FUZZ_SEED"] ?? 20_261_127);
const HEADERS = "/usr/include/csmith";
/** Most programs end at once, some never. */
const TIME_LIMIT = 8_000;

/** What csmith is asked for, in turn: the language has more corners than its defaults show. */
const VARIANTS: readonly (readonly string[])[] = [
  ["--float", "--inline-function"],
  ["--packed-struct", "--float"],
  [],
  ["--no-packed-struct", "--max-struct-fields", "20"],
  ["--builtins"],
];

/** Its programs put addresses of numbers of one type into pointers to another. */
const LENIENT = [
  "-include",
  "safe-builtins.h",
  "-w",
  "-fno-strict-aliasing",
  "-Wno-incompatible-pointer-types",
  "-Wno-int-conversion",
];

/** What these do with 0 is for each compiler to choose, and csmith does not ask. */
const SAFE_BUILTINS = `
static inline int safe_clz(unsigned value) { return value ? __builtin_clz(value) : 32; }
static inline int safe_clzl(unsigned long value) { return value ? __builtin_clzl(value) : 64; }
static inline int safe_clzll(unsigned long long value) { return value ? __builtin_clzll(value) : 64; }
static inline int safe_ctz(unsigned value) { return value ? __builtin_ctz(value) : 32; }
static inline int safe_ctzl(unsigned long value) { return value ? __builtin_ctzl(value) : 64; }
static inline int safe_ctzll(unsigned long long value) { return value ? __builtin_ctzll(value) : 64; }
#define __builtin_clz safe_clz
#define __builtin_clzl safe_clzl
#define __builtin_clzll safe_clzll
#define __builtin_ctz safe_ctz
#define __builtin_ctzl safe_ctzl
#define __builtin_ctzll safe_ctzll
`;

interface Ending {
  readonly status: number | undefined;
  readonly output: string;
}

/** Undefined as status for a program that was stopped, with all that it had started. */
function run(program: string, words: readonly string[], limit = TIME_LIMIT): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { detached: true, stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    let stopped = false;
    child.stdout.on("data", (text) => {
      output += text;
    });
    const timer = setTimeout(() => {
      stopped = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, limit);
    child.once("close", (status) => {
      clearTimeout(timer);
      resolve({ status: stopped || status === null ? undefined : status, output });
    });
  });
}

const isHost = process.platform === "linux" && process.arch === "x64";

describe("Random programs through the WASM compiler", { skip: isHost ? false : "they run on x86-64 Linux" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "packwheel-csmith-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test(`print what gcc's print: ${COUNT} of them`, async (t) => {
    const csmith = findProgram("csmith");
    if (!requireJudge(t, csmith !== undefined && findProgram("gcc") !== undefined, "csmith and gcc")) return;
    cpSync(HEADERS, join(folder, "csmith"), { recursive: true });
    writeFileSync(join(folder, "csmith", "safe-builtins.h"), SAFE_BUILTINS);
    const { compiler, threads } = await startCompiler(folder, folder, "long");
    const aside: number[] = [];
    const differing: string[] = [];
    const seeds = Array.from({ length: COUNT }, (_, index) => FIRST_SEED + index);
    try {
      await inParallel(seeds, threads.width, async (seed) => {
        const place = (name: string): string => join(folder, `${seed}${name}`);
        const variant = VARIANTS[seed % VARIANTS.length] ?? [];
        const made = await run(csmith ?? "", ["-s", String(seed), ...variant, "-o", place(".c")]);
        const expected = made.status === 0 ? await reference(place, folder) : undefined;
        if (expected === undefined) {
          aside.push(seed);
          return;
        }
        const bytes = await compileProgram(compiler, seed);
        if (bytes === undefined) {
          aside.push(seed);
          return;
        }
        writeFileSync(place("-wasm"), bytes, { mode: 0o755 });
        const found = await run(place("-wasm"), []);
        if (found.status !== expected.status || found.output !== expected.output) {
          if (await isUndefined(place, folder)) {
            aside.push(seed);
            return;
          }
          differing.push(
            `seed ${seed}, ${variant.join(" ")}: ${found.output.trim()} in place of ${expected.output.trim()}`,
          );
        }
      });
    } finally {
      await threads.close();
    }
    t.diagnostic(
      `csmith: seeds ${FIRST_SEED} to ${FIRST_SEED + COUNT - 1}, ${aside.length} set aside, ${differing.length} differ`,
    );
    assert.deepEqual(differing, []);
    assert.ok(aside.length < COUNT / 2, `most programs were set aside: ${aside.join(" ")}`);
  });
});

/** Undefined when it needs an instruction that the oldest processors lack: gcc takes that in functions that nobody calls. */
async function compileProgram(compiler: CCompiler, seed: number): Promise<Uint8Array | undefined> {
  try {
    const { bytes } = await compiler.compile({
      name: `seed ${seed}`,
      output: "program",
      fileName: "program",
      sources: [`${seed}.c`],
      includeDirs: ["csmith"],
      defines: [],
      flags: [...LENIENT, seed % 4 === 0 ? "-O0" : "-O2"],
      libraries: ["m"],
      std: "gnu17",
      target: "x86_64-unknown-linux-gnu",
      profile: "release",
      deploymentTarget: undefined,
      timestamp: 0,
    });
    return bytes;
  } catch (error) {
    if (error instanceof Error && error.message.includes("needs target feature")) return undefined;
    throw error;
  }
}

/** Whether the program does what the language leaves open, such as numbers that no int can hold: any result is right. */
async function isUndefined(place: (name: string) => string, folder: string): Promise<boolean> {
  const checks = "-fsanitize=undefined,float-cast-overflow,float-divide-by-zero";
  const words = [checks, "-fno-sanitize-recover=all", "-O1", ...LENIENT, `-I${join(folder, "csmith")}`];
  const built = await run("gcc", [...words, place(".c"), "-o", place("-checked"), "-lm"], 60_000);
  return built.status === 0 && (await run(place("-checked"), [], 60_000)).status !== 0;
}

/** What gcc's program prints, if it does so at every level and ends. */
async function reference(place: (name: string) => string, folder: string): Promise<Ending | undefined> {
  const endings: Ending[] = [];
  for (const level of ["-O0", "-O2"]) {
    const program = place(level);
    const words = [level, ...LENIENT, `-I${join(folder, "csmith")}`, place(".c"), "-o", program, "-lm"];
    const built = await run("gcc", words, 60_000);
    if (built.status !== 0) return undefined;
    const ending = await run(program, []);
    if (ending.status !== 0) return undefined;
    endings.push(ending);
  }
  const [first, second] = endings;
  return first?.output === second?.output ? first : undefined;
}
