/** The symbol data of `wasm/libc` against the C libraries that Debian has for each machine. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { readInstalledSymbols } from "../../.ci/refresh/installed-symbols.ts";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import { type BuildTarget, findTargets } from "../../src/core/targets/build-target.ts";
import { linkLibraries } from "../../src/toolchain/sysroot/link-libraries.ts";
import { readSysrootFiles } from "../toolchain/sysroot/sysroot-files.ts";
import { CROSS_TOOLS, libraryFolder } from "./cross-tools.ts";
import { findProgram, requireJudge } from "./judge.ts";

const SYSROOT = readSysrootFiles("libc/");

/** Name -> `libc.so.6 GLIBC_2.17`, of what linkers see at a floor. */
function linkedSymbols(target: BuildTarget, floor: string): ReadonlyMap<string, string> {
  const symbols = new Map<string, string>();
  for (const { name, bytes } of linkLibraries(target, floor, SYSROOT)) {
    if (name.endsWith(".a")) continue;
    for (const { name: symbol, version } of parseElf(bytes).exports) symbols.set(symbol, `${name} ${version ?? ""}`);
  }
  return symbols;
}

/** glibc of this Debian: the release that its libc.so.6 has the newest version of. */
function releaseOf(libc: string): string {
  const minors = parseElf(readFileSync(libc)).versionDefinitions.map((name) =>
    Number(/^GLIBC_2\.(\d+)$/.exec(name)?.[1] ?? 0),
  );
  return `2.${Math.max(...minors)}`;
}

describe("the symbols of glibc", () => {
  for (const tools of CROSS_TOOLS) {
    test(`are those of Debian's libc6 for ${tools.machine}, each in its library and with its version`, (t) => {
      const folder = libraryFolder(tools);
      const found = existsSync(`${folder}/libc.so.6`) && findProgram("readelf") !== undefined;
      if (!requireJudge(t, found, `libc6 for ${tools.machine}`)) return;
      const target = findTargets([`linux-${tools.machine}`])[0]!;
      const libraries = linkLibraries(target, target.defaultFloor, SYSROOT).filter(({ name }) => !name.endsWith(".a"));
      // libc first: where it and the loader have the same symbol, it counts.
      const names = libraries
        .map(({ name }) => name)
        .sort((a, b) => (a === "libc.so.6" ? -1 : b === "libc.so.6" ? 1 : 0));
      const { plain } = readInstalledSymbols(
        names.map((name) => `${folder}/${name}`),
        (version) => version.startsWith("GLIBC_2."),
      );
      assert.ok(plain.size > 2000, `only ${plain.size} symbols found`);
      const real = new Map([...plain].map(([name, { library, version }]) => [name, `${library} ${version}`]));
      const ours = linkedSymbols(target, releaseOf(`${folder}/libc.so.6`));
      assert.deepEqual(
        Object.fromEntries([...ours].sort()),
        Object.fromEntries([...real].filter(([name]) => !name.endsWith("_version_placeholder")).sort()),
      );
    });
  }
});

describe("the symbols of musl", () => {
  test("are those of Debian's musl for this machine", (t) => {
    const libc = "/usr/lib/x86_64-linux-musl/libc.so";
    const dpkg = findProgram("dpkg-query");
    if (!requireJudge(t, existsSync(libc) && dpkg !== undefined, "musl for x86-64")) return;
    // Without -f, the answer is `musl<TAB>1.2.3-1`.
    const release = /\t([\d.]+)/.exec(execFileSync(dpkg ?? "", ["-W", "musl"], { encoding: "utf8" }))?.[1] ?? "";
    const ours = linkedSymbols(findTargets(["musl-x86_64"])[0]!, release);
    const real = readInstalledSymbols([libc]).plain;
    // Debian takes crypt from libxcrypt, and adds fts; `_dlstart` is where the loader begins.
    const extra = ["_dlstart", "fts_children", "fts_close", "fts_open", "fts_read", "fts_set"];
    const left = ["crypt", "crypt_r", "encrypt", "setkey"];
    assert.deepEqual(
      [...ours.keys()].filter((name) => !left.includes(name)).sort(),
      [...real.keys()].filter((name) => !extra.includes(name)).sort(),
    );
  });
});
