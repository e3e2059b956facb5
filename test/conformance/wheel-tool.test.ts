/**
 * The `wheel` tool of Python beside packwheel: the same calls over the same wheels.
 *
 * Intended differences, each with its reason:
 * - `tags`, `pack`: the archive has no extra fields, comments or other marks, which the package index may refuse.
 * - `tags`, `pack`: WHEEL ends with its last line; Python's email module adds an empty one.
 * - `pack`: members are sorted by path with `.dist-info` last of all, also its sub-folders, as the specification asks;
 *   times are fixed, so that the same folder gives the same bytes; a signature of the old RECORD is left out.
 * - `pack --local-version` and `--build-number` change the wheel alone, not the folder that is packed.
 * - `unpack`, `pack`: print the path of the result alone, for scripts; `tags` prints what the tool prints.
 * - `tags` of several wheels writes all of them or none.
 * - `unpack`, `tags`: folders of their own are left out: no installer makes them.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { runCli } from "../cli/run-cli.ts";
import { contentsOf, FILES, INFO, sampleWheel, WHEEL_TEXT } from "../core/wheel/sample-wheel.ts";
import { askPython } from "./ask-python.ts";
import { findPythons, type Python, requireJudge } from "./judge.ts";

const NAME = "hello-1.0-py2.py3-none-any.whl";

interface WheelTool extends Python {
  /** Of the tool: `0.38.4` */
  readonly tool: string;
}

/** Every Python that has the tool, one for each version of it. */
function findWheelTools(): WheelTool[] {
  const tools = new Map<string, WheelTool>();
  for (const python of findPythons()) {
    const { status, stdout } = spawnSync(python.path, ["-m", "wheel", "version"], { encoding: "utf8" });
    const tool = /^wheel (\S+)/.exec(stdout ?? "")?.[1];
    if (status === 0 && tool !== undefined) tools.set(tool, { ...python, tool });
  }
  return [...tools.values()];
}

let folder = "";
let ours = "";
let theirs = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-wheel-tool-"));
  ours = join(folder, "ours");
  theirs = join(folder, "theirs");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The same file in both folders. */
function place(name: string, bytes: Uint8Array): void {
  for (const directory of [ours, theirs]) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, name), bytes);
  }
}

function runTool(tool: WheelTool, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(tool.path, ["-m", "wheel", ...args], {
    cwd: theirs,
    encoding: "utf8",
    env: { ...process.env, PYTHONUTF8: "1", SOURCE_DATE_EPOCH: "1580601600" },
    timeout: 120_000,
  });
}

async function runBoth(tool: WheelTool, args: readonly string[]): Promise<{ ours: string; theirs: string }> {
  const expected = runTool(tool, args);
  assert.equal(expected.status, 0, expected.stderr);
  const found = await runCli(args, { cwd: ours });
  assert.equal(found.exitCode, 0, found.stderr);
  return { ours: found.stdout, theirs: expected.stdout };
}

/** What a wheel says and holds, without the differences that are intended. */
async function describeWheel(path: string): Promise<object> {
  const { texts, modes } = await contentsOf(readFileSync(path));
  const info =
    Object.keys(texts)
      .find((name) => name.endsWith(".dist-info/RECORD"))
      ?.replace("/RECORD", "") ?? "";
  const { [`${info}/RECORD`]: record = "", [`${info}/WHEEL`]: wheel = "", ...rest } = texts;
  const rows = record.split("\n").filter((row) => row !== "" && !row.startsWith(`${info}/WHEEL,`));
  const { [`${info}/RECORD`]: _record, ...otherModes } = modes;
  return {
    names: Object.keys(texts).sort(),
    last: Object.keys(texts).at(-1),
    rest,
    rows: rows.sort(),
    wheel: wheel.trimEnd(),
    modes: otherModes,
  };
}

async function assertSameWheels(): Promise<void> {
  const names = readdirSync(theirs).sort();
  assert.deepEqual(readdirSync(ours).sort(), names);
  for (const name of names.filter((each) => each.endsWith(".whl"))) {
    assert.deepEqual(await describeWheel(join(ours, name)), await describeWheel(join(theirs, name)), name);
  }
}

/** Path -> permission bits and text. */
function readTree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        path.slice(root.length + 1),
        `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path, "utf8")}`,
      ]),
  );
}

describe("the wheel tool", () => {
  test("is there to judge", (t) => {
    requireJudge(t, findWheelTools().length > 0, "Python's wheel");
  });
});

describe("a wheel with ZIP64 fields that it does not need, as zipfile streams it", () => {
  const python = findPythons().findLast(({ version }) => version.startsWith("3."));
  const FORCE_ZIP64 = `
import zipfile
with zipfile.ZipFile(question["path"], "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in question["members"]:
        entry = zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6))
        entry.external_attr = (0o100755 if name.endswith(".sh") else 0o100600) << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(entry, "w", force_zip64=True) as member:
            member.write(text.encode("utf-8"))
answer = None
`;
  const READ = `
import zipfile
archive = zipfile.ZipFile(question)
answer = {
    "broken": archive.testzip(),
    "modes": sorted({entry.external_attr >> 16 for entry in archive.infolist()}),
    "extra": [entry.filename for entry in archive.infolist() if entry.extra],
    "times": sorted({entry.date_time for entry in archive.infolist()}),
    "versions": sorted({entry.extract_version for entry in archive.infolist()}),
}
`;

  test("is retagged into a plain one that zipfile reads, with its modes and times", async (t) => {
    if (!requireJudge(t, python !== undefined, "Python 3") || python === undefined) return;
    const { texts } = await contentsOf(sampleWheel());
    const path = join(folder, NAME);
    askPython(python, FORCE_ZIP64, { path, members: Object.entries(texts) });
    const { exitCode, stdout, stderr } = await runCli(["tags", "--platform-tag", "win32", path]);
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(askPython(python, READ, join(folder, stdout.trim())), {
      broken: null,
      modes: [0o100600, 0o100755],
      extra: [],
      times: [[2001, 2, 3, 4, 5, 6]],
      versions: [20],
    });
    assert.equal((await runCli(["unpack", "-d", folder, path])).exitCode, 0);
    assert.equal(readFileSync(join(folder, "hello-1.0", "hello", "größe 😀.txt"), "utf8"), "groß\n");
  });
});

for (const tool of findWheelTools()) {
  const [major = 0, minor = 0] = tool.tool.split(".").map(Number);
  const isAtLeast = (other: number): boolean => major > 0 || minor >= other;

  describe(`wheel ${tool.tool}`, () => {
    const noTags = isAtLeast(42) ? false : `wheel ${tool.tool} has no tags, or one that takes no --build ""`;
    const keepsModes = isAtLeast(40);
    const edits: readonly (readonly string[])[] = [
      [],
      ["--python-tag", "py3"],
      ["--python-tag", "+cp311.cp310"],
      ["--python-tag=-py2"],
      ["--python-tag=-py9"],
      ["--abi-tag", "abi3", "--platform-tag", "win32.linux_x86_64"],
      ["--platform-tag", "+macosx_11_0_arm64", "--build", "7"],
      ["--build", "1a", "--remove"],
      ["--python-tag", "py3", "--remove"],
      ["--remove"],
    ];
    for (const args of edits) {
      test(`tags ${args.join(" ")}`, { skip: noTags }, async () => {
        place(NAME, sampleWheel());
        const printed = await runBoth(tool, ["tags", ...args, NAME]);
        assert.equal(printed.ours, printed.theirs);
        await assertSameWheels();
      });
    }

    test("tags --build '' of a wheel with a build tag", { skip: noTags }, async () => {
      const name = "hello-1.0-3-py2.py3-none-any.whl";
      place(name, sampleWheel({ wheel: `${WHEEL_TEXT}Build: 3\n` }));
      const printed = await runBoth(tool, ["tags", "--build", "", name]);
      assert.equal(printed.ours, printed.theirs);
      assert.equal(printed.ours, `${NAME}\n`);
      await assertSameWheels();
    });

    test("tags of several wheels", { skip: noTags }, async () => {
      place(NAME, sampleWheel());
      place("hello-1.0-1-py2.py3-none-any.whl", sampleWheel({ wheel: `${WHEEL_TEXT}Build: 1\n` }));
      const args = ["tags", "--python-tag", "py3", NAME, "hello-1.0-1-py2.py3-none-any.whl"];
      const printed = await runBoth(tool, args);
      assert.equal(printed.ours, printed.theirs);
      await assertSameWheels();
    });

    const refused: readonly [what: string, name: string, bytes: Uint8Array][] = [
      ["a name whose tags are not those of WHEEL", "hello-1.0-py3-none-any.whl", sampleWheel()],
      ["a name whose build tag is not that of WHEEL", "hello-1.0-1-py2.py3-none-any.whl", sampleWheel()],
      ["a member without a row", NAME, sampleWheel({ record: (text) => text.replace(/^hello\/run.sh.*\n/m, "") })],
      ["a wrong hash", NAME, sampleWheel({ record: (text) => text.replace(/sha256=../, "sha256=AA") })],
      ["a wheel without RECORD", NAME, sampleWheel({ record: () => "" })],
    ];
    for (const [what, name, bytes] of refused) {
      test(`both refuse ${what} in tags`, { skip: noTags }, async () => {
        place(name, bytes);
        assert.notEqual(runTool(tool, ["tags", "--platform-tag", "win32", name]).status, 0);
        const found = await runCli(["tags", "--platform-tag", "win32", name], { cwd: ours });
        assert.equal(found.exitCode, 1);
        assert.equal(found.stdout, "");
        assert.deepEqual(readdirSync(ours), [name]);
      });
    }

    test("unpack: the same files, texts and modes", async () => {
      const modes = { "hello/run.sh": 0o100755, "hello/__init__.py": 0o100664, "hello/big.txt": 0o100444 };
      place(NAME, sampleWheel({ modes: keepsModes ? modes : {} }));
      await runBoth(tool, ["unpack", "--dest", "out", NAME]);
      const expected = readTree(join(theirs, "out"));
      assert.deepEqual(readTree(join(ours, "out")), expected);
      assert.equal(Object.keys(expected).length, Object.keys(FILES).length + 2);
    });

    const packs: readonly { what: string; args: readonly string[]; wheel?: string; since?: number }[] = [
      { what: "as it is", args: [] },
      { what: "with a build number", args: ["--build-number", "5"] },
      { what: "with another build number", args: ["--build-number", "5"], wheel: `${WHEEL_TEXT}Build: 3\n` },
      { what: "with the build number of WHEEL", args: [], wheel: `${WHEEL_TEXT}Build: 3\n` },
      { what: "without its build number", args: ["--build-number", ""], wheel: `${WHEEL_TEXT}Build: 3\n` },
      { what: "with a local version", args: ["--local-version", "abc.1"], since: 47 },
    ];
    for (const { what, args, wheel, since = 0 } of packs) {
      test(`pack ${what}`, async (t) => {
        if (!isAtLeast(since)) return t.skip(`wheel ${tool.tool} has no ${args[0]}`);
        place(NAME, sampleWheel(wheel === undefined ? {} : { wheel }));
        const name = wheel === undefined ? NAME : NAME.replace("-py2", "-3-py2");
        if (name !== NAME) for (const side of [ours, theirs]) cpSync(join(side, NAME), join(side, name));
        // Each packs what the other has unpacked.
        if (keepsModes) assert.equal(runTool(tool, ["unpack", "-d", ours, name]).status, 0);
        else assert.equal((await runCli(["unpack", name], { cwd: ours })).exitCode, 0);
        assert.equal((await runCli(["unpack", "-d", theirs, name], { cwd: ours })).exitCode, 0);
        for (const side of [ours, theirs]) for (const each of new Set([name, NAME])) rmSync(join(side, each));
        await runBoth(tool, ["pack", "-d", ".", ...args, "hello-1.0"]);
        for (const side of [ours, theirs]) rmSync(join(side, "hello-1.0"), { recursive: true });
        await assertSameWheels();
      });
    }

    test("reads what packwheel has packed and retagged", async () => {
      place(NAME, sampleWheel());
      await runCli(["unpack", "-d", "x", NAME], { cwd: ours });
      await runCli(["pack", "-d", theirs, "--build-number", "1", join("x", "hello-1.0")], { cwd: ours });
      const packed = "hello-1.0-1-py2.py3-none-any.whl";
      const retagged = (await runCli(["tags", "--platform-tag", "win32", join(theirs, packed)])).stdout.trim();
      for (const name of [packed, retagged]) {
        const { status, stderr } = runTool(tool, ["unpack", "-d", name.replace(".whl", ""), name]);
        assert.equal(status, 0, stderr);
      }
      assert.equal(retagged, "hello-1.0-1-py2.py3-none-win32.whl");
    });

    for (const [what, files] of [
      ["no .dist-info", { "a.py": "" }],
      ["two .dist-info", { [`${INFO}/WHEEL`]: WHEEL_TEXT, "b-1.dist-info/WHEEL": WHEEL_TEXT }],
      ["no tags", { [`${INFO}/WHEEL`]: "Wheel-Version: 1.0\n", [`${INFO}/METADATA`]: "" }],
    ] as const) {
      test(`both refuse to pack ${what}`, async () => {
        for (const side of [ours, theirs]) {
          for (const [path, text] of Object.entries(files)) {
            mkdirSync(join(side, "in", path, ".."), { recursive: true });
            writeFileSync(join(side, "in", path), text);
          }
        }
        assert.notEqual(runTool(tool, ["pack", "in"]).status, 0);
        assert.equal((await runCli(["pack", "in"], { cwd: ours })).exitCode, 1);
        assert.deepEqual(readdirSync(ours), ["in"]);
      });
    }
  });
}
