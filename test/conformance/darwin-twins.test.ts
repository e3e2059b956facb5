/**
 * Code for macOS, without a Mac: what clang makes of the C programs with the headers of macOS is lowered as for macOS, and
 * then turned into an object for Linux on the same processor. With glibc in the place of libSystem, it must print what
 * gcc's program prints. What Linux does in another way, by its ABI or by its C library, is set aside.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type BuildTarget, findTargets } from "../../src/core/targets/build-target.ts";
import { diskFiles } from "../../src/node/toolchain/disk-files.ts";
import { assembleToolchain, loadToolchainParts } from "../../src/node/toolchain/load-toolchain.ts";
import { runClang } from "../../src/toolchain/clang.ts";
import { generateCode } from "../../src/toolchain/codegen.ts";
import { lowerIr } from "../../src/toolchain/ir/lower.ts";
import { mountToolchain, PLACES, type Toolchain } from "../../src/toolchain/toolchain.ts";
import { MemoryFolder } from "../../src/toolchain/wasi/memory-folder.ts";
import { OutsideFolder } from "../../src/toolchain/wasi/outside-folder.ts";
import { PROGRAM_FLAGS, ProgramJudge, REPOSITORY, type SampleProgram, samplePrograms } from "./chain/program-judge.ts";
import { findCrossTool } from "./cross-tools.ts";
import { requireJudge } from "./judge.ts";

const SHIM = join(REPOSITORY, "fixtures/darwin/on-glibc.c");

interface Twin {
  readonly macos: BuildTarget;
  readonly linux: BuildTarget;
  /** Programs that the two systems run in different ways on this processor. */
  readonly setAside: Readonly<Record<string, string>>;
}

/** On both processors. */
const SET_ASIDE: Readonly<Record<string, string>> = {
  "atomics/threads": "what a thread starts with is another on each system",
  "initializers/strings": "macOS has no <uchar.h>",
  "linkage/hidden": "Mach-O has no aliases",
  "linkage/sections": "names of sections are those of ELF",
};

const LONG_DOUBLE = "a long double is a double on this processor, for macOS alone";
const VARIADIC = "macOS passes what stands for ... in another way on this processor";

const TWINS: readonly Twin[] = [
  twin("macos-x86_64", "linux-x86_64", {
    "library/environment": "the state of floating point is larger in glibc",
  }),
  twin("macos-arm64", "linux-aarch64", {
    "int128/varargs": VARIADIC,
    "long-double/arithmetic": LONG_DOUBLE,
    "long-double/mixed-unions": LONG_DOUBLE,
    "long-double/powers": LONG_DOUBLE,
    "long-double/structs": LONG_DOUBLE,
    "long-double/varargs": LONG_DOUBLE,
    "varargs/basic": VARIADIC,
    "varargs/forwarding": VARIADIC,
    "varargs/narrow-and-null": VARIADIC,
    "varargs/structs": VARIADIC,
  }),
];

function twin(macos: string, linux: string, setAside: Twin["setAside"]): Twin {
  const [first, second] = findTargets([macos, linux]).toSorted((left) => (left.name === macos ? -1 : 1));
  assert.ok(first !== undefined && second !== undefined);
  return { macos: first, linux: second, setAside: { ...SET_ASIDE, ...setAside } };
}

/** One in so many programs in each run; with `TWIN_STEP=1` all. */
const STEP = Number(process.env["TWIN_STEP"] ?? 5);

describe("code for macOS on Linux", () => {
  for (const { macos, linux, setAside } of TWINS) {
    test(`prints what gcc's programs print: ${macos.name}`, async (t) => {
      const judge = await ProgramJudge.start(linux);
      try {
        if (!requireJudge(t, findCrossTool(judge.tools, "gcc") !== undefined, `gcc for ${linux.machine}`)) return;
        const toolchain = assembleToolchain(await loadToolchainParts(REPOSITORY));
        const all = samplePrograms();
        assert.deepEqual(
          Object.keys(setAside).filter((name) => !all.some((program) => program.name === name)),
          [],
        );
        const programs = all.filter(({ name }, index) => setAside[name] === undefined && index % STEP === 0);
        const wrong: string[] = [];
        for (const program of programs) {
          const problem = await compare(toolchain, macos, judge, program).catch((error: Error) => error.message);
          if (problem !== undefined) wrong.push(`${program.name}\n${problem}`);
        }
        console.log(`# ${macos.name}: ${programs.length} programs, ${Object.keys(setAside).length} are set aside`);
        assert.equal(wrong.join("\n\n"), "");
      } finally {
        await judge.end();
      }
    });
  }
});

/** What differs. */
async function compare(
  toolchain: Toolchain,
  macos: BuildTarget,
  judge: ProgramJudge,
  { source }: SampleProgram,
): Promise<string | undefined> {
  const ir = await intermediateCode(toolchain, macos, source);
  const { llcFlags } = judge.target;
  const { bytes, messages } = await generateCode(toolchain.llc, {
    ir: new TextEncoder().encode(asLinux(ir, judge.target)),
    output: "object",
    level: "2",
    flags: llcFlags,
  });
  if (bytes === undefined) return messages;
  const object = judge.path("twin.o");
  writeFileSync(object, bytes);
  const program = judge.path("twin");
  judge.link([object, SHIM, "-w"], program);
  const actual = judge.run(program);
  // A char has no sign on aarch64-linux.
  const expected = judge.referenceOutput(source, ["-O1", "-fsigned-char"]);
  return actual === expected ? undefined : `--- gcc\n${expected}\n--- as for macOS\n${actual}`;
}

/** As llc gets it for macOS. */
async function intermediateCode(toolchain: Toolchain, target: BuildTarget, source: string): Promise<string> {
  const output = new MemoryFolder();
  const project = new OutsideFolder(diskFiles, REPOSITORY.replace(/\/$/, ""));
  const { bytes, messages } = await runClang(toolchain, mountToolchain(toolchain, { project, output }), output, {
    target,
    floor: target.defaultFloor,
    language: "c",
    source,
    workingDirectory: PLACES.project,
    output: "ir",
    flags: ["-O2", ...PROGRAM_FLAGS],
    timestamp: 0,
  });
  if (bytes === undefined) throw new Error(messages);
  return new TextDecoder().decode(lowerIr(bytes, { source }).ir);
}

/** The same code, for the other system: its name, and names of sections and symbols, which are another format's. */
function asLinux(ir: string, { triple }: BuildTarget): string {
  return ir
    .replace(/^target triple = ".*"$/m, `target triple = "${triple}"`)
    .replaceAll(/, section "__[A-Z]+,[^"]*"/g, "")
    .replaceAll(/@"\\01_(\w+)(?:\$\w+)*"/g, "@$1");
}
