import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findTargets } from "../../../src/core/targets/build-target.ts";
import { LINUX_TARGETS } from "../../../src/core/targets/linux.ts";
import { helperLanguage, PROGRAM_START, runtimeHelpers } from "../../../src/toolchain/sysroot/runtime-helpers.ts";
import { readSysrootFiles } from "./sysroot-files.ts";

const SYSROOT = new Map([...readSysrootFiles("libc/"), ...readSysrootFiles("rt/")]);

describe("runtimeHelpers()", () => {
  const cases = [
    { target: "linux-x86_64", floor: "2.17", symbol: "__udivti3", path: "rt/builtins/int128-division.c" },
    { target: "linux-i686", floor: "2.17", symbol: "__udivti3", path: undefined },
    { target: "linux-i686", floor: "2.17", symbol: "__udivdi3", path: "rt/builtins/int64-division.c" },
    { target: "linux-armv7l", floor: "2.17", symbol: "__aeabi_uldivmod", path: "rt/builtins/arm-eabi.c" },
    { target: "linux-aarch64", floor: "2.17", symbol: "__addtf3", path: "rt/builtins/fp128-arithmetic.c" },
    { target: "linux-ppc64le", floor: "2.17", symbol: "__gcc_qadd", path: "rt/builtins/double-double.c" },
    { target: "musl-ppc64le", floor: "1.1", symbol: "__gcc_qadd", path: undefined },
    { target: "linux-x86_64", floor: "2.17", symbol: "atexit", path: "rt/glibc/at-exit.c" },
    { target: "musl-x86_64", floor: "1.1", symbol: "atexit", path: undefined },
    { target: "linux-x86_64", floor: "2.32", symbol: "stat", path: "rt/glibc/stat.c" },
    { target: "linux-x86_64", floor: "2.33", symbol: "stat", path: undefined },
    { target: "linux-i686", floor: "2.17", symbol: "_Znwj", path: "rt/cxx/new.c" },
    { target: "linux-x86_64", floor: "2.17", symbol: "_Znwj", path: undefined },
    { target: "musl-x86_64", floor: "1.2", symbol: "__dso_handle", path: "rt/common/dso-handle.c" },
  ];
  for (const { target, floor, symbol, path } of cases) {
    test(`takes ${symbol} of ${target} at ${floor} from ${path ?? "no file"}`, () =>
      assert.equal(runtimeHelpers(findTargets([target])[0]!, floor, SYSROOT).get(symbol), path));
  }

  for (const target of LINUX_TARGETS) {
    test(`names files that are there for ${target.name}`, () => {
      const helpers = runtimeHelpers(target, target.defaultFloor, SYSROOT);
      assert.ok(helpers.size > 30, `only ${helpers.size} helpers`);
      for (const path of helpers.values()) assert.ok(SYSROOT.has(path), path);
      assert.ok(SYSROOT.has(PROGRAM_START));
    });
  }

  test("tells C from C++", () => {
    assert.equal(helperLanguage("rt/cxx/new.c").language, "c");
    assert.equal(helperLanguage("rt/cxx/mutex.cc").language, "c++");
    assert.ok(helperLanguage("rt/cxx/new.c").flags.includes("-ffreestanding"));
    assert.ok(!helperLanguage("rt/cxx/mutex.cc").flags.includes("-ffreestanding"));
  });

  const target = findTargets(["linux-x86_64"])[0]!;
  const withIndex = (text: string) => new Map([...SYSROOT, ["rt/index.txt", new TextEncoder().encode(text)]] as const);
  const bad = [
    { text: " *: __divti3\n", problem: "line 1 belongs to no file" },
    { text: "a.c\n  __divti3\n", problem: "line 2 belongs to nothing" },
  ];
  for (const { text, problem } of bad) {
    test(`refuses an index of which ${problem}`, () =>
      assert.throws(() => runtimeHelpers(target, "2.17", withIndex(text)), {
        code: "SYSROOT_INVALID",
        message: `Cannot read rt/index.txt: ${problem}`,
      }));
  }

  test("says when the index is missing", () => {
    assert.throws(() => runtimeHelpers(target, "2.17", readSysrootFiles("libc/")), {
      code: "SYSROOT_INVALID",
      message: "Cannot read rt/index.txt: it is missing",
    });
  });
});
