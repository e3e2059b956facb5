import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { findProgram, requireJudge } from "./judge.ts";

describe("the ABI tag of a wheel with a library that needs Python", () => {
  let folder = "";
  const compiler = findProgram("cc");

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-abi-"));
    mkdirSync(join(folder, "hello"));
    writeFileSync(join(folder, "pyproject.toml"), '[project]\nname = "hello"\nversion = "1"\n');
    writeFileSync(join(folder, "hello", "__init__.py"), "");
    const source = "extern void *PyFrame_New(long);\nvoid *made(void) { return PyFrame_New(1); }\n";
    writeFileSync(join(folder, "made.c"), source);
    const library = join(folder, "hello", "libmade.so");
    if (compiler) spawnSync(compiler, ["-shared", "-fPIC", "-o", library, join(folder, "made.c")]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const build = (tags: { pythonTag?: string[]; abiTag?: string[] }) =>
    buildDirectory(folder, { kinds: ["wheel"], outDir: join(folder, "dist"), platformTag: ["linux_x86_64"], ...tags });

  test("is not none", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    await assert.rejects(build({}), (error: Error & { code: string; findings: { message: string }[] }) => {
      assert.equal(error.code, "AUDIT_PYTHON_ABI_NEEDED");
      assert.equal(error.message, 'Cannot tag the wheel of "hello": its ABI tag promises less than its files need');
      assert.equal(error.findings[0]?.message, 'ABI tag is "none", but the file needs PyFrame_New of the interpreter');
      return true;
    });
  });

  test("is not abi3 when the symbol is no part of the stable ABI", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    await assert.rejects(build({ pythonTag: ["cp39"], abiTag: ["abi3"] }), { code: "AUDIT_NOT_STABLE_ABI" });
  });

  test("may be that of one Python", async (t) => {
    if (!requireJudge(t, compiler !== undefined, "a C compiler")) return;
    const { files } = await build({ pythonTag: ["cp311"], abiTag: ["cp311"] });
    assert.equal(files[0]?.filename, "hello-1-cp311-cp311-linux_x86_64.whl");
  });
});
