/**
 * The C programs of fixtures/c-programs for this machine: the WASM compiler's must print what gcc's print. Those that can be
 * cut in two are also built half by half, one half by each compiler.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findTargets } from "../../src/core/targets/build-target.ts";
import { ProgramJudge, REPOSITORY, samplePrograms } from "./chain/program-judge.ts";
import { findCrossTool } from "./cross-tools.ts";
import { requireJudge } from "./judge.ts";

/** Programs that ask what the linker makes of a symbol in one file: cut in two, they are other programs. */
const WHOLE_ONLY: ReadonlySet<string> = new Set(["linkage/hidden", "linkage/weak"]);

const [target] = findTargets(["linux-x86_64"]);
const isHost = process.platform === "linux" && process.arch === "x64";

describe("C programs through the WASM compiler", { skip: isHost ? false : "they run on x86-64 Linux" }, () => {
  let judge: ProgramJudge;
  before(async () => {
    judge = await ProgramJudge.start(target!);
  });
  after(() => judge.end());

  test("are at least 150", () => assert.ok(samplePrograms().length >= 150));

  for (const [index, { name, source, isCut }] of samplePrograms().entries()) {
    test(`${name} prints what gcc's prints`, async (t) => {
      if (!requireJudge(t, findCrossTool(judge.tools, "gcc") !== undefined, "gcc")) return;
      const expected = judge.referenceOutput(source, ["-O0"]);
      assert.equal(judge.referenceOutput(source, ["-O2"]), expected, "gcc does not agree with itself");
      for (const level of index % 4 === 0 ? (["0", "2"] as const) : (["2"] as const)) {
        assert.equal(judge.run(await judge.program(source, level)), expected, `-O${level}`);
      }
      if (!isCut || WHOLE_ONLY.has(name)) return;
      for (const [ours, theirs] of [
        ["1", "2"],
        ["2", "1"],
      ]) {
        const object = await judge.object(source, "2", [`-DPART=${ours}`]);
        const program = judge.path("mixed");
        judge.link(["-O2", "-std=gnu17", "-w", `-DPART=${theirs}`, join(REPOSITORY, source), object], program);
        assert.equal(judge.run(program), expected, `half ${ours} by the WASM compiler, half ${theirs} by gcc`);
      }
    });
  }
});
