/** clang-cl takes the words of cl.exe, and makes DLLs on any system: a judge for what is written for Windows' compiler. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { parsePe } from "../../src/core/object/pe/parse.ts";
import type { CompileJob, CompileResult } from "../../src/core/ports/compiler.ts";
import { BuildCache } from "../../src/node/build-cache.ts";
import { hostCompiler } from "../../src/node/host-compiler.ts";
import { findProgram, requireJudge } from "./judge.ts";

const JOB: CompileJob = {
  name: "hello",
  output: "library",
  fileName: "hello__lib.dll",
  sources: ["native/a.c", "native/b.c"],
  includeDirs: ["native/include"],
  defines: ["FACTOR=2"],
  flags: ["/W3"],
  libraries: [],
  std: "c11",
  target: "x86_64-pc-windows-msvc",
  profile: "release",
  deploymentTarget: undefined,
  timestamp: 0,
};

describe("clang-cl", { skip: process.platform === "win32" }, () => {
  let root = "";
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-clang-cl-")));
    for (const folder of ["include", "inner"]) mkdirSync(join(root, "native", folder), { recursive: true });
    const clang = findProgram("clang");
    // clang obeys the name that it is called by.
    if (clang !== undefined) symlinkSync(clang, join(root, "clang-cl"));
    write("native/include/a.h", '#include "inner.h"\nint factor(void);\n');
    write("native/include/inner.h", "#define EXTRA 1\n");
    write("native/a.c", '#include "a.h"\n__declspec(dllexport) int twice(int n) { return factor() * n * EXTRA; }\n');
    write("native/b.c", "int factor(void) { int unused; return FACTOR; }\n");
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  function write(path: string, text: string): void {
    writeFileSync(join(root, path), text);
  }

  function compile(): Promise<CompileResult> {
    const env = {
      ...process.env,
      CC: `${join(root, "clang-cl")} --target=x86_64-pc-windows-msvc -fuse-ld=lld`,
      CFLAGS: "",
      // There is no library of Microsoft's here, and this code needs none.
      LDFLAGS: "/NODEFAULTLIB /NOENTRY",
    };
    return hostCompiler({ directory: root, cache: new BuildCache(root, true), env }).compile(JOB);
  }

  function isHere(t: TestContext): boolean {
    return requireJudge(
      t,
      findProgram("clang") !== undefined && findProgram("lld-link") !== undefined,
      "clang and lld",
    );
  }

  test("makes a DLL of what is written for cl, the same each time, and its warnings are read", async (t) => {
    if (!isHere(t)) return;
    const { bytes, diagnostics, cached } = await compile();
    assert.equal(cached, false);
    const { machine, exports } = parsePe(bytes);
    assert.equal(machine, "amd64");
    assert.deepEqual(
      exports.map(({ name }) => name),
      ["twice"],
    );
    assert.deepEqual(diagnostics, [
      {
        severity: "warning",
        message: "unused variable 'unused' [-Wunused-variable]",
        file: "native/b.c",
        line: 1,
        column: 24,
      },
    ]);
    assert.equal((await compile()).cached, true);
    rmSync(join(root, ".packwheel"), { recursive: true });
    assert.deepEqual((await compile()).bytes, bytes);
  });

  test("names the headers that a change of compiles anew", async (t) => {
    if (!isHere(t)) return;
    const { bytes } = await compile();
    write("native/include/inner.h", "#define EXTRA 5\n");
    const changed = await compile();
    assert.equal(changed.cached, false);
    assert.notDeepEqual(changed.bytes, bytes);
  });
});
