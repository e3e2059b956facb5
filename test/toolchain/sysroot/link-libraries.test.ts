import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ElfFile } from "../../../src/core/object/elf/model.ts";
import { parseElf } from "../../../src/core/object/elf/parse.ts";
import { type BuildTarget, findTargets } from "../../../src/core/targets/build-target.ts";
import { LINUX_TARGETS } from "../../../src/core/targets/linux.ts";
import { explainMissing } from "../../../src/toolchain/sysroot/explain-missing.ts";
import { linkLibraries } from "../../../src/toolchain/sysroot/link-libraries.ts";
import { readSysrootFiles } from "./sysroot-files.ts";

const SYSROOT = readSysrootFiles("libc/");

const targetNamed = (name: string): BuildTarget => findTargets([name])[0]!;

function librariesOf(name: string, floor: string): ReadonlyMap<string, ElfFile> {
  const libraries = linkLibraries(targetNamed(name), floor, SYSROOT).filter((each) => !each.name.endsWith(".a"));
  return new Map(libraries.map((each) => [each.name, parseElf(each.bytes)]));
}

/** `libc.so.6 GLIBC_2.14` */
function homeOf(libraries: ReadonlyMap<string, ElfFile>, symbol: string): string | undefined {
  const homes = [...libraries].flatMap(([name, { exports }]) =>
    exports.filter((each) => each.name === symbol).map(({ version }) => [name, version ?? ""].join(" ").trim()),
  );
  assert.ok(homes.length <= 1, `${symbol} is in ${homes.join(" and ")}`);
  return homes[0];
}

describe("linkLibraries()", () => {
  const vectors = [
    { target: "linux-x86_64", floor: "2.17", symbol: "memcpy", home: "libc.so.6 GLIBC_2.14" },
    { target: "linux-x86_64", floor: "2.17", symbol: "free", home: "libc.so.6 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.17", symbol: "pthread_create", home: "libpthread.so.0 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.33", symbol: "pthread_create", home: "libpthread.so.0 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.34", symbol: "pthread_create", home: "libc.so.6 GLIBC_2.34" },
    { target: "linux-x86_64", floor: "2.31", symbol: "pthread_sigmask", home: "libpthread.so.0 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.32", symbol: "pthread_sigmask", home: "libc.so.6 GLIBC_2.32" },
    { target: "linux-x86_64", floor: "2.17", symbol: "pthread_mutex_lock", home: "libc.so.6 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.17", symbol: "dlopen", home: "libdl.so.2 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.17", symbol: "shm_open", home: "librt.so.1 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.17", symbol: "clock_gettime", home: "libc.so.6 GLIBC_2.17" },
    { target: "linux-x86_64", floor: "2.17", symbol: "forkpty", home: "libutil.so.1 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.17", symbol: "exp", home: "libm.so.6 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.29", symbol: "exp", home: "libm.so.6 GLIBC_2.29" },
    { target: "linux-x86_64", floor: "2.32", symbol: "stat", home: undefined },
    { target: "linux-x86_64", floor: "2.33", symbol: "stat", home: "libc.so.6 GLIBC_2.33" },
    { target: "linux-x86_64", floor: "2.17", symbol: "__xstat", home: "libc.so.6 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.17", symbol: "getrandom", home: undefined },
    { target: "linux-x86_64", floor: "2.17", symbol: "atexit", home: undefined },
    { target: "linux-x86_64", floor: "2.17", symbol: "__libc_start_main", home: "libc.so.6 GLIBC_2.2.5" },
    { target: "linux-x86_64", floor: "2.34", symbol: "__libc_start_main", home: "libc.so.6 GLIBC_2.34" },
    { target: "linux-x86_64", floor: "2.17", symbol: "__tls_get_addr", home: "ld-linux-x86-64.so.2 GLIBC_2.3" },
    { target: "linux-aarch64", floor: "2.17", symbol: "__stack_chk_guard", home: "ld-linux-aarch64.so.1 GLIBC_2.17" },
    { target: "linux-aarch64", floor: "2.17", symbol: "memcpy", home: "libc.so.6 GLIBC_2.17" },
    { target: "linux-i686", floor: "2.17", symbol: "___tls_get_addr", home: "ld-linux.so.2 GLIBC_2.3" },
    { target: "linux-i686", floor: "2.17", symbol: "fopen", home: "libc.so.6 GLIBC_2.1" },
    { target: "linux-armv7l", floor: "2.17", symbol: "__aeabi_memcpy", home: "libc.so.6 GLIBC_2.4" },
    { target: "linux-ppc64le", floor: "2.17", symbol: "printf", home: "libc.so.6 GLIBC_2.17" },
    { target: "linux-ppc64le", floor: "2.17", symbol: "__tls_get_addr", home: "ld64.so.2 GLIBC_2.17" },
    { target: "linux-s390x", floor: "2.17", symbol: "printf", home: "libc.so.6 GLIBC_2.4" },
    { target: "linux-s390x", floor: "2.17", symbol: "__tls_get_offset", home: "ld64.so.1 GLIBC_2.3" },
    { target: "linux-riscv64", floor: "2.31", symbol: "memcpy", home: "libc.so.6 GLIBC_2.27" },
    { target: "linux-riscv64", floor: "2.31", symbol: "pthread_create", home: "libpthread.so.0 GLIBC_2.27" },
    { target: "musl-x86_64", floor: "1.1", symbol: "pthread_create", home: "libc.musl-x86_64.so.1" },
    { target: "musl-x86_64", floor: "1.2", symbol: "qsort_r", home: undefined },
    { target: "musl-x86_64", floor: "1.2.3", symbol: "qsort_r", home: "libc.musl-x86_64.so.1" },
    { target: "musl-i686", floor: "1.1", symbol: "__clock_gettime64", home: undefined },
    { target: "musl-i686", floor: "1.2", symbol: "__clock_gettime64", home: "libc.musl-x86.so.1" },
    { target: "musl-armv7l", floor: "1.2", symbol: "sqrt", home: "libc.musl-armv7.so.1" },
  ];
  for (const { target, floor, symbol, home } of vectors) {
    test(`puts ${symbol} of ${target} at ${floor} into ${home ?? "no library"}`, () =>
      assert.equal(homeOf(librariesOf(target, floor), symbol), home));
  }

  for (const target of LINUX_TARGETS) {
    test(`gives ${target.name} what every C library has, and a file for every -l`, () => {
      const links = linkLibraries(target, target.defaultFloor, SYSROOT);
      const libraries = librariesOf(target.name, target.defaultFloor);
      for (const name of ["malloc", "printf", "memcpy", "sin", "pthread_create", "dlsym", "stdout", "environ"]) {
        assert.ok(homeOf(libraries, name) !== undefined, name);
      }
      for (const [name, { machine, soname }] of libraries)
        assert.deepEqual({ machine, soname }, { machine: target.machine, soname: name });
      const files = links.flatMap(({ fileName }) => fileName ?? []);
      assert.equal(new Set(files).size, files.length);
      for (const name of ["c", "m", "pthread", "dl", "rt", "util"]) {
        assert.ok(files.includes(`lib${name}.so`) || files.includes(`lib${name}.a`), name);
      }
    });
  }

  test("makes empty archives of libraries that have become one", () => {
    const names = linkLibraries(targetNamed("linux-x86_64"), "2.36", SYSROOT).map(({ name }) => name);
    for (const name of ["libpthread.a", "libdl.a", "librt.a", "libutil.a"]) assert.ok(names.includes(name), name);
    assert.ok(names.includes("libm.so.6"));
  });

  const bad = [
    { floor: "new", problem: "it is no version", code: "TARGET_FLOOR_INVALID" },
    { floor: "2.12", problem: "the oldest that packwheel knows is 2.17", code: "TARGET_FLOOR_INVALID" },
  ];
  for (const { floor, problem, code } of bad) {
    test(`refuses the floor ${floor}`, () =>
      assert.throws(() => linkLibraries(targetNamed("linux-x86_64"), floor, SYSROOT), {
        code,
        message: `Cannot build linux-x86_64 for glibc "${floor}": ${problem}`,
        hint: "Give a version from 2.17 on, such as 2.17",
      }));
  }

  test("says which file is missing", () => {
    assert.throws(() => linkLibraries(targetNamed("linux-x86_64"), "2.17", new Map()), {
      code: "SYSROOT_INVALID",
      message: "Cannot link for linux-x86_64: libc/glibc.txt is missing",
    });
  });
});

describe("explainMissing()", () => {
  const cases = [
    {
      symbol: "getrandom",
      message: "`getrandom` needs glibc 2.25, and linux-x86_64 is built for 2.17 and newer",
      hint: "Give the wheel the platform tag manylinux_2_25_x86_64, or do without `getrandom`",
    },
    {
      symbol: "sys_errlist",
      message: "glibc keeps `sys_errlist` for old programs alone",
      hint: "Do without `sys_errlist`",
    },
    {
      symbol: "__aeabi_memcpy",
      message: "glibc has `__aeabi_memcpy` on armv7l, not on x86_64",
      hint: "Do without `__aeabi_memcpy`",
    },
    {
      symbol: "pthread_yield",
      floor: "2.34",
      message: "glibc has `pthread_yield` no more since 2.34",
      hint: "Do without `pthread_yield`",
    },
    {
      target: "musl-x86_64",
      floor: "1.1",
      symbol: "qsort_r",
      message: "`qsort_r` needs musl 1.2.3, and musl-x86_64 is built for 1.1 and newer",
      hint: "Do without `qsort_r`",
    },
  ];
  for (const { target = "linux-x86_64", floor = "2.17", symbol, message, hint } of cases) {
    test(`tells of ${symbol}: ${message}`, () =>
      assert.deepEqual(explainMissing(symbol, targetNamed(target), floor, SYSROOT), { message, hint }));
  }

  for (const symbol of ["memcpy", "no_such_function"]) {
    test(`tells nothing of ${symbol}`, () =>
      assert.equal(explainMissing(symbol, targetNamed("linux-x86_64"), "2.17", SYSROOT), undefined));
  }
});
