import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runCli } from "../cli/run-cli.ts";
import { findProgram, requireJudge } from "./judge.ts";

/** A symbol of a named version makes the test the same on every glibc. */
const SOURCE = `__asm__(".symver chosen, memcpy@GLIBC_2.14");
extern void *chosen(void *, const void *, unsigned long);
void *copy(void *to, const void *from, unsigned long count) { return chosen(to, from, count); }
`;

describe("packwheel show --why", () => {
  let folder = "";
  const compiler = findProgram("cc");
  const fits = platform() === "linux" && arch() === "x64";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-why-"));
    mkdirSync(join(folder, "hello"));
    writeFileSync(join(folder, "pyproject.toml"), '[project]\nname = "hello"\nversion = "1"\n');
    writeFileSync(join(folder, "hello", "__init__.py"), "");
    writeFileSync(join(folder, "copy.c"), SOURCE);
    const library = join(folder, "hello", "libcopy.so");
    const flags = ["-shared", "-fPIC", "-fno-builtin", "-O1", "-o", library];
    if (compiler && fits) spawnSync(compiler, [...flags, join(folder, "copy.c")]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("names the symbol that forces the tag, and the tag without it", async (t) => {
    if (!requireJudge(t, compiler !== undefined && fits, "a C compiler on Linux for x86-64")) return;
    const built = await runCli(["build", "--wheel", "-q"], { cwd: folder });
    const wheel = join("dist", "hello-1-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl");
    assert.equal(built.stdout, `${wheel}\n`, built.stderr);
    const text = await runCli(["show", "--why", wheel], { cwd: folder });
    const [, reasons] = /Why this platform\n([\s\S]*?)\n\n/.exec(text.stdout) ?? [];
    assert.equal(
      reasons,
      `  manylinux_2_17_x86_64.manylinux2014_x86_64
    memcpy@GLIBC_2.14 in hello/libcopy.so -> manylinux_2_17
    without this: manylinux_2_5`,
    );
    const json = JSON.parse((await runCli(["show", "--why", "--json", wheel], { cwd: folder })).stdout);
    assert.deepEqual(json.files[0].why.steps, [
      {
        forces: "manylinux_2_17",
        reasons: [{ path: "hello/libcopy.so", need: "memcpy@GLIBC_2.14", forces: "manylinux_2_17" }],
        lower: "manylinux_2_5",
      },
    ]);
  });

  test("says so of a wheel without binaries", async () => {
    const wheel = await runCli(["build", join("hello-pure"), "--wheel", "-q"], { cwd: pureProject(folder) });
    const shown = await runCli(["show", "--why", wheel.stdout.trim()], { cwd: folder });
    assert.match(shown.stdout, /Why this platform\n {2}no binaries, no platform\n/);
  });
});

function pureProject(folder: string): string {
  mkdirSync(join(folder, "hello-pure"));
  writeFileSync(join(folder, "hello-pure", "pyproject.toml"), '[project]\nname = "pure"\nversion = "1"\n');
  writeFileSync(join(folder, "hello-pure", "pure.py"), "");
  return folder;
}
