/** Universal libraries of real compilers, on any system: clang and lld make the halves, packwheel merges them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { readMember } from "../../src/core/zip/content.ts";
import { readZip } from "../../src/core/zip/read.ts";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { openDiskAccess } from "../../src/node/disk-access.ts";
import { checkFile } from "../../src/node/inspect-file.ts";
import { nativeEngine } from "../../src/node/native-engine.ts";
import { findProgram, requireJudge } from "./judge.ts";

const COMPILER = "clang --target=x86_64-apple-darwin -fuse-ld=lld";
const HEAD =
  '[project]\nname = "hello"\nversion = "1.0"\n[[tool.packwheel.native]]\nkind = "ctypes"\nmodule = "hello._native"\n';
/** No SDK of Apple is needed for a library that uses none of it. */
const BUILD = `${COMPILER} -arch $ARCH -O2 -nostdlib -dynamiclib -o "$PACKWHEEL_OUT_DIR/libhello.dylib" native/half.c`;

const PROJECTS = {
  "sources, by the C compiler": 'sources = ["native/half.c"]\n',
  "a command": `command = 'case $PACKWHEEL_TARGET in x86_64-*) ARCH=x86_64;; aarch64-*) ARCH=arm64;; esac; ${BUILD}'\n`,
  "prebuilt thin libraries": `[tool.packwheel.native.target.macos-x86_64]
command = ["true"]
artifact = "prebuilt/x86_64.dylib"
[tool.packwheel.native.target.macos-arm64]
command = ["true"]
artifact = "prebuilt/arm64.dylib"
`,
};

describe("packwheel build --target macos-universal2", { skip: process.platform === "win32" }, () => {
  const lipo = findProgram("llvm-lipo") ?? findProgram("llvm-lipo-14") ?? findProgram("lipo");
  const hasTools = findProgram("clang") !== undefined && findProgram("lld") !== undefined && lipo !== undefined;
  const saved = {
    CC: process.env["CC"],
    LDFLAGS: process.env["LDFLAGS"],
    target: process.env["MACOSX_DEPLOYMENT_TARGET"],
  };
  let root = "";
  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-universal-")));
    process.env["CC"] = COMPILER;
    process.env["LDFLAGS"] = "-nostdlib";
    process.env["MACOSX_DEPLOYMENT_TARGET"] = "10.13";
  });
  after(() => {
    restore("CC", saved.CC);
    restore("LDFLAGS", saved.LDFLAGS);
    restore("MACOSX_DEPLOYMENT_TARGET", saved.target);
    rmSync(root, { recursive: true, force: true });
  });

  for (const [name, table] of Object.entries(PROJECTS)) {
    test(`merges what it made of ${name}`, async (t) => {
      if (!requireJudge(t, hasTools, "clang, lld and llvm-lipo")) return;
      const project = join(root, name);
      for (const folder of ["native", "hello", "prebuilt"]) mkdirSync(join(project, folder), { recursive: true });
      writeFileSync(join(project, "pyproject.toml"), HEAD + table);
      writeFileSync(join(project, "native", "half.c"), "int half(int n) { return n / 2; }\n");
      writeFileSync(join(project, "hello", "__init__.py"), "");
      for (const arch of ["x86_64", "arm64"]) {
        const output = join(project, "prebuilt", `${arch}.dylib`);
        const words = ["-arch", arch, "-nostdlib", "-dynamiclib", "-o", output, join(project, "native", "half.c")];
        execFileSync("clang", [...COMPILER.split(" ").slice(1), ...words]);
      }

      const { files } = await buildDirectory(project, { kinds: ["wheel"], native: { target: "macos-universal2" } });
      const wheel = files[0]?.path ?? "";
      assert.equal(files[0]?.filename, "hello-1.0-py3-none-macosx_10_13_universal2.whl");
      assert.deepEqual(
        (await checkFile(wheel)).filter(({ severity }) => severity === "error"),
        [],
      );

      const library = join(project, "merged.dylib");
      writeFileSync(library, await readLibrary(wheel));
      assert.equal(execFileSync(lipo ?? "", [library, "-archs"], { encoding: "utf8" }).trim(), "x86_64 arm64");
      // The same halves, merged by lipo.
      const thin = ["x86_64", "arm64"].map((arch) => join(project, `${arch}.thin`));
      for (const [index, arch] of ["x86_64", "arm64"].entries()) {
        execFileSync(lipo ?? "", [library, "-thin", arch, "-output", thin[index] ?? ""]);
      }
      const expected = join(project, "lipo.dylib");
      execFileSync(lipo ?? "", [...thin, "-create", "-output", expected]);
      execFileSync("cmp", [library, expected]);
    });
  }
});

async function readLibrary(wheel: string): Promise<Uint8Array> {
  const file = await openDiskAccess(wheel);
  try {
    const archive = await readZip(file);
    const entry = archive.entries.find(({ path }) => path === "hello/_native__lib.dylib");
    assert.ok(entry, "the wheel has no library");
    return await readMember(file, entry, nativeEngine(), { limit: 1 << 24 });
  } finally {
    await file.close();
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
