/** `packwheel upload` on a real terminal, which script(1) makes: lines that live while a file is sent, and what stays. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, type TestContext, test } from "node:test";
import { screenOf } from "../cli/screen.ts";
import { buildRelease } from "../upload/sample-files.ts";
import { Warehouse } from "../upload/warehouse.ts";
import { PACKWHEEL } from "./environment.ts";
import { findProgram, requireJudge } from "./judge.ts";

const TOKEN = "pypi-AgEIcHlwaS5vcmcTerminal_0123456789";
const FILES = ["hello-1.0-cp310-none-any.whl", "hello-1.0-cp311-none-any.whl", "hello-1.0-py3-none-any.whl"];

/** Everything that went to the terminal while three files went up, each of them slowly. */
async function uploadAtTerminal(
  t: TestContext,
  variables: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const script = findProgram("script");
  if (!requireJudge(t, script !== undefined, "script (bsdutils)")) return undefined;
  const release = await buildRelease(3);
  const warehouse = await Warehouse.start();
  warehouse.tokens.set(TOKEN, { name: "alice", isTrusted: false });
  warehouse.faults.push(...FILES.map(() => ({ kind: "slow", milliseconds: 700 }) as const));
  try {
    const { CI: _ci, ...inherited } = process.env;
    const env = {
      ...inherited,
      HOME: release.folder,
      TERM: "xterm",
      NO_COLOR: "1",
      PACKWHEEL_TOKEN: TOKEN,
      PACKWHEEL_REPOSITORY_URL: warehouse.uploadUrl,
      ...variables,
    };
    const command = [process.execPath, PACKWHEEL, "upload", ...release.wheels].map((word) => `'${word}'`).join(" ");
    const child = spawn(script ?? "", ["-qec", `stty columns 100 rows 30; ${command}`, "/dev/null"], {
      cwd: release.folder,
      env,
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    const [code] = await once(child, "close");
    assert.equal(code, 0, text);
    assert.equal(warehouse.files.size, 3);
    return text;
  } finally {
    await warehouse.stop();
    release.remove();
  }
}

describe("packwheel upload at a terminal", { skip: process.platform !== "linux" }, () => {
  test("draws each file with bytes, rate and time while it is sent, and leaves a line for each", async (t) => {
    const text = await uploadAtTerminal(t, {});
    if (text === undefined) return;
    for (const name of FILES) {
      const live = new RegExp(`${name} +\\d+ %  [\\d.]+ k?B of [\\d.]+ kB  [\\d.]+ [kM]?B/s  0:0\\d`);
      assert.match(text, live);
    }
    // The terminal turns each line's end into two characters.
    const screen = screenOf(text.replaceAll("\r\n", "\n")).filter((line) => line !== "");
    assert.deepEqual(
      screen
        .filter((line) => line.startsWith("Uploaded "))
        .map((line) => line.replace(/, .*/, ""))
        .sort(),
      FILES.map((name) => `Uploaded ${name}`),
    );
    assert.ok(
      screen.every((line) => !/ % {2}|░/.test(line)),
      screen.join("\n"),
    );
  });

  test("draws nothing in a CI log, though it may look like a terminal", async (t) => {
    const text = await uploadAtTerminal(t, { CI: "true" });
    if (text === undefined) return;
    assert.ok(!text.includes("\u001b["), text);
    assert.equal(text.match(/^Uploaded .*\.whl, [\d.]+ kB in [\d.]+ s, [\d.]+ [kM]?B\/s\r$/gm)?.length, 3, text);
  });
});
