import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { runCli } from "./run-cli.ts";

const PROJECT = `[project]
name = "hello"
version = "1.0"
[tool.packwheel]
platform-tag = "linux_x86_64"
[[tool.packwheel.native]]
kind = "executable"
name = "tool"
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-cli-native-"));
  mkdirSync(join(folder, "hello"));
  writeFileSync(join(folder, "hello/__init__.py"), "");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) => runCli(argv, { cwd: folder });
const table = (text: string): void => writeFileSync(join(folder, "pyproject.toml"), PROJECT + text);

/** A program of this platform, as far as anybody looks: a script. */
const MAKE =
  "echo making; printf '#!/bin/sh\\n' > $PACKWHEEL_OUT_DIR/tool; chmod +x $PACKWHEEL_OUT_DIR/tool; printf x >> calls";

describe("packwheel build with native code", { skip: process.platform === "win32" }, () => {
  test("is quiet about commands that work, unless it is verbose", async () => {
    table(`command = ${JSON.stringify(MAKE)}\ninputs = ["hello/*.py"]\n`);
    const quiet = await run("build", "--wheel");
    assert.equal(quiet.exitCode, 0, quiet.stderr);
    assert.equal(quiet.stdout, "dist/hello-1.0-py3-none-linux_x86_64.whl\n");
    assert.doesNotMatch(quiet.stderr, /making/);
    const verbose = await run("build", "--wheel", "--verbose", "--no-cache");
    assert.match(verbose.stderr, /^Building native tool$\nmaking\n/m);
  });

  test("takes kept results until it is told not to, and until they are cleaned away", async () => {
    table(`command = ${JSON.stringify(MAKE)}\ninputs = ["hello/*.py"]\n`);
    const calls = async (...argv: string[]): Promise<number> => {
      const { exitCode, stderr } = await run("build", "--wheel", ...argv);
      assert.equal(exitCode, 0, stderr);
      const { readFileSync } = await import("node:fs");
      return readFileSync(join(folder, "calls"), "utf8").length;
    };
    assert.equal(await calls(), 1);
    assert.equal(await calls(), 1);
    assert.equal(await calls("--no-cache"), 2);
    assert.equal(await calls("--profile", "debug"), 3);
    const cleaned = await run("clean");
    assert.deepEqual([cleaned.exitCode, cleaned.stdout], [0, ".packwheel\n"]);
    assert.ok(!existsSync(join(folder, ".packwheel")));
    assert.equal(await calls(), 4);
    assert.equal((await run("clean", "--json", folder)).exitCode, 0);
    const again = await run("clean");
    assert.deepEqual([again.exitCode, again.stdout, again.stderr], [0, "", "Nothing to remove\n"]);
  });

  test("shows all that a command printed when it fails, and what it was", async () => {
    table('command = "echo one; echo two; exit 9"\n');
    const { exitCode, stdout, stderr } = await run("build");
    assert.deepEqual([exitCode, stdout], [1, ""]);
    assert.match(
      stderr,
      /error: Cannot build native "tool": the command exited with 9 \[NATIVE_COMMAND_FAILED\]\n\$ echo one; echo two; exit 9\none\ntwo\n/,
    );
    assert.ok(!existsSync(join(folder, "dist")) || !existsSync(join(folder, "dist/hello-1.0.tar.gz")));
  });

  test("warns of a sdist that may lack what a command reads", async () => {
    table(`command = ${JSON.stringify(MAKE)}\n`);
    const { exitCode, stderr } = await run("build");
    assert.equal(exitCode, 0, stderr);
    assert.match(stderr, /Sdist may lack what the command of native "tool" reads \[NATIVE_INPUTS_UNKNOWN\]/);
    assert.doesNotMatch((await run("build", "--wheel")).stderr, /NATIVE_INPUTS_UNKNOWN/);
  });

  test("lists what will be built, without building it", async () => {
    table('command = "exit 1"\n');
    const { exitCode, stdout } = await run("build", "--list", "--target", "x86_64-pc-windows-msvc");
    assert.equal(exitCode, 0);
    assert.match(
      stdout,
      /^wheel ----- {2}hello-1\.0\.data\/scripts\/tool\.exe {2}\(native "tool": built by its command\)$/m,
    );
  });

  test("refuses profiles and targets that there are not", async () => {
    table('command = "true"\n');
    const profile = await run("build", "--profile", "fast");
    assert.equal(profile.exitCode, 2);
    assert.match(profile.stderr, /Option "--profile" needs "release" or "debug", not "fast"/);
    const target = await run("build", "--target", "linucks");
    assert.equal(target.exitCode, 1);
    assert.match(target.stderr, /Cannot build for "linucks": there is no such target \[TARGET_UNKNOWN\]/);
  });
});
