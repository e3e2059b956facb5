/** `packwheel init` on a real terminal, which script(1) makes: what a person sees and types. */
import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { PACKWHEEL } from "./environment.ts";
import { findProgram, requireJudge } from "./judge.ts";

describe("packwheel init at a terminal", { skip: process.platform !== "linux" }, () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-terminal-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** @param typed Each answer, sent once its question is on the screen. */
  async function atTerminal(
    t: TestContext,
    words: readonly string[],
    typed: readonly (readonly [question: string, answer: string])[],
  ): Promise<{ readonly code: number; readonly screen: string } | undefined> {
    const script = findProgram("script");
    if (!requireJudge(t, script !== undefined, "script (bsdutils)")) return undefined;
    const command = [process.execPath, PACKWHEEL, ...words].map((word) => `'${word}'`).join(" ");
    // In CI there is nobody to ask.
    const { CI: _ci, ...env }: NodeJS.ProcessEnv = { ...process.env, TERM: "xterm", NO_COLOR: "1" };
    const child = spawn(script ?? "", ["-qec", command, "/dev/null"], { cwd: folder, env });
    const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
    try {
      return await converse(child, [...typed]);
    } finally {
      clearTimeout(timer);
    }
  }

  test("asks each question, and again after an answer that it cannot use", async (t) => {
    const answers = [
      ["Template (", "cobol\r"],
      ['has no "cobol"', "pure\r"],
      ["Name of the project [asked]", "\r"],
      ["License [MIT]", "Apache-2.0\r"],
      ["CI service", "gitlab\r"],
    ] as const;
    const said = await atTerminal(t, ["init", "asked"], answers);
    if (said === undefined) return;
    assert.equal(said.code, 0, said.screen);
    assert.match(said.screen, /Made asked from the template pure\. Next:/);
    assert.match(readFileSync(join(folder, "asked", "pyproject.toml"), "utf8"), /license = "Apache-2\.0"/);
    assert.ok(existsSync(join(folder, "asked", ".gitlab-ci.yml")));
  });

  test("asks for nothing that the options say", async (t) => {
    const words = ["init", "told", "--template", "c", "--name", "told", "--license", "MIT", "--ci", "github"];
    const said = await atTerminal(t, words, []);
    if (said === undefined) return;
    assert.equal(said.code, 0, said.screen);
    assert.doesNotMatch(said.screen, /Template \(/);
    assert.ok(existsSync(join(folder, "told", "pyproject.toml")));
  });

  for (const [name, key, code] of [
    ["Ctrl-C", "\x03", 130],
    ["Ctrl-D", "\x04", 2],
  ] as const) {
    test(`ends on ${name}, and writes nothing`, async (t) => {
      const said = await atTerminal(t, ["init", "never"], [["Template (", key]]);
      if (said === undefined) return;
      assert.match(said.screen, /Template \(/);
      assert.equal(said.code, code, said.screen);
      assert.ok(!existsSync(join(folder, "never")), said.screen);
    });
  }
});

function converse(
  child: ChildProcessWithoutNullStreams,
  typed: (readonly [question: string, answer: string])[],
): Promise<{ readonly code: number; readonly screen: string }> {
  return new Promise((resolve, reject) => {
    let screen = "";
    let answered = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      screen += text;
      const [next] = typed;
      if (next === undefined || !screen.slice(answered).includes(next[0])) return;
      answered = screen.length;
      typed.shift();
      child.stdin.write(next[1]);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, screen }));
  });
}
