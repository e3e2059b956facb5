import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { PackwheelError } from "../../src/core/errors.ts";
import { commandFailed, findOnPath, formatCommand, runCommand } from "../../src/node/run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "packwheel-run-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const node = (code: string): readonly string[] => [process.execPath, "-e", code];
const base = { purpose: 'build native "hello"', cwd: folder, env: process.env };

describe("runCommand()", () => {
  test("keeps both streams, and hands them on as they come", async () => {
    const heard: string[] = [];
    const output = await runCommand({
      ...base,
      command: node('console.log("out"); console.error("err"); process.exitCode = 3'),
      onOutput: (text) => heard.push(text),
    });
    assert.equal(output.exitCode, 3);
    assert.equal(output.stdout, "out\n");
    assert.deepEqual(output.shown.trim().split("\n").sort(), ["err", "out"]);
    assert.equal(heard.join(""), output.shown);
  });

  test("does not show standard output that is data", async () => {
    const output = await runCommand({
      ...base,
      command: node('console.log("{}"); console.error("err")'),
      stdoutIsData: true,
    });
    assert.equal(output.shown, "err\n");
    assert.equal(output.stdout, "{}\n");
  });

  test("gives a string to the shell", { skip: process.platform === "win32" }, async () => {
    const { stdout } = await runCommand({
      ...base,
      env: { ...process.env, WORD: "a b" },
      command: 'echo "$WORD" | tr a c',
    });
    assert.equal(stdout, "c b\n");
  });

  for (const command of [["packwheel-no-such-tool", "build"], "packwheel-no-such-tool build"]) {
    test(`says what is missing for ${JSON.stringify(command)}`, { skip: process.platform === "win32" }, async () => {
      await assert.rejects(runCommand({ ...base, command }), {
        code: "NATIVE_TOOL_MISSING",
        message: 'Cannot build native "hello": "packwheel-no-such-tool" is not installed',
        hint: "Install packwheel-no-such-tool, or put its folder on PATH",
      });
    });
  }

  test("knows where well-known tools come from", async () => {
    await assert.rejects(runCommand({ ...base, env: { PATH: folder }, command: ["cargo", "build"] }), {
      code: "NATIVE_TOOL_MISSING",
      hint: "Install Rust from https://rustup.rs",
    });
  });

  test("says that the folder is missing, not the program", async () => {
    await assert.rejects(runCommand({ ...base, cwd: join(folder, "none"), command: node("") }), {
      code: "NATIVE_COMMAND_FAILED",
      message: `Cannot build native "hello": there is no folder "${join(folder, "none")}"`,
    });
  });

  test("tells the signal that ended a command", { skip: process.platform === "win32" }, async () => {
    const command = node('console.log("before"); process.kill(process.pid, "SIGKILL")');
    await assert.rejects(runCommand({ ...base, command }), (error: unknown) => {
      assert.ok(error instanceof PackwheelError);
      assert.equal(error.code, "NATIVE_COMMAND_FAILED");
      assert.match(error.message, /^Cannot build native "hello": the command was ended by SIGKILL\n\$ /);
      return true;
    });
  });

  test("ends a command, and what it started, when it is cancelled", {
    skip: process.platform === "win32",
  }, async () => {
    const alive = join(folder, "alive");
    const stop = new AbortController();
    const running = runCommand({
      ...base,
      command: `(sleep 1; touch "${alive}") & wait`,
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 150);
    await assert.rejects(running, { code: "ABORTED" });
    await wait(1100);
    assert.ok(!existsSync(alive));
  });

  test("fails with the command line and all that was printed, but without the environment", async () => {
    const run = {
      ...base,
      env: { ...process.env, TOKEN: "hunter2" },
      command: node('console.error("a\\nb c"); process.exit(2)'),
    };
    const error = commandFailed(run, await runCommand(run));
    assert.equal(
      error.message,
      `Cannot build native "hello": the command exited with 2\n$ ${formatCommand(run.command)}\na\nb c`,
    );
    assert.ok(!error.message.includes("hunter2"));
  });
});

describe("formatCommand()", () => {
  test("quotes what a shell would split", () => {
    assert.equal(formatCommand(["cc", "-DA=1", "a b", "it's", ""]), "cc -DA=1 'a b' 'it'\\''s' ''");
  });
});

describe("findOnPath()", () => {
  test("finds programs by name and by path, and nothing else", () => {
    const PATH = join(process.execPath, "..");
    assert.equal(findOnPath("node", { PATH }, folder), join(PATH, process.platform === "win32" ? "node.EXE" : "node"));
    assert.equal(findOnPath(process.execPath, {}, folder), process.execPath);
    assert.equal(findOnPath("packwheel-no-such-tool", process.env, folder), undefined);
    assert.equal(findOnPath("", { PATH }, folder), undefined);
  });
});
