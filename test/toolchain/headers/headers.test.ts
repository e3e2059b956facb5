/** The C headers of `wasm/include`: they compile, say what the standards say, and promise nothing that cannot be linked. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findTargets } from "../../../src/core/targets/build-target.ts";
import { EMSCRIPTEN_TARGETS } from "../../../src/core/targets/emscripten.ts";
import { LINUX_TARGETS } from "../../../src/core/targets/linux.ts";
import { checkFloor, readTargetSymbols } from "../../../src/toolchain/sysroot/library-data.ts";
import { runtimeHelpers } from "../../../src/toolchain/sysroot/runtime-helpers.ts";
import { homeAt } from "../../../src/toolchain/sysroot/symbol-history.ts";
import { readSysrootFiles } from "../sysroot/sysroot-files.ts";
import { declaredFunctions } from "./declared-functions.ts";
import { askClang, includeAll, publicHeaders } from "./platform-headers.ts";

const SYSROOT = new Map([...readSysrootFiles("libc/"), ...readSysrootFiles("rt/")]);

/** Every warning, but for those that clang's own headers earn. */
const STRICT = [
  "-Wall",
  "-Wextra",
  "-pedantic",
  "-Wsystem-headers",
  "-Werror",
  "-Wno-gnu-include-next",
  "-Wno-unused-function",
  "-Wno-unused-parameter",
];

describe("declaredFunctions()", () => {
  const cases = [
    { text: "int puts(const char *);", functions: [["puts", "puts"]] },
    { text: 'int f(int (*)(void), int) __asm__("__f64");', functions: [["f", "__f64"]] },
    { text: "__attribute__((__malloc__)) void *g(unsigned long);", functions: [["g", "g"]] },
    { text: "void (*signal(int, void (*)(int)))(int);", functions: [["signal", "signal"]] },
    { text: "struct s { int (*f)(int); }; typedef int g(int); extern void (*h)(void);", functions: [] },
    { text: "static inline int f(int a) { return a; } int g(void);", functions: [["g", "g"]] },
  ] as const;
  for (const { text, functions } of cases) {
    test(`reads ${text}`, () => assert.deepEqual([...declaredFunctions(text)], functions));
  }
});

describe("headers", () => {
  const dialects = [
    { language: "c", flags: ["-std=c99", "-Wno-c11-extensions"] },
    { language: "c", flags: ["-std=c17"] },
    { language: "c", flags: ["-std=gnu17", "-D_GNU_SOURCE"] },
    // Below the headers of libc++, which are not free of warnings.
    { language: "c++", flags: ["-std=c++17", "-Wno-system-headers", "-Wno-pedantic"] },
  ] as const;
  for (const target of [...LINUX_TARGETS, ...EMSCRIPTEN_TARGETS]) {
    for (const { language, flags } of dialects) {
      test(`compile together for ${target.name} with ${flags.join(" ")}`, async () => {
        const { messages, exitCode } = await askClang(target, includeAll(publicHeaders(target)), {
          language,
          output: "check",
          flags: [...STRICT, ...flags],
        });
        assert.equal(messages, "");
        assert.equal(exitCode, 0);
      });
    }
  }

  for (const name of ["linux-x86_64", "musl-x86_64"]) {
    test(`declare in C++ what others declare as well, for ${name}`, async () => {
      const question = { language: "c++", output: "check", flags: ["-std=c++20"] } as const;
      // Headers of libc++ come to the first by way of threads, and to the second later.
      const { messages } = await askClang(findTargets([name])[0]!, includeAll(["sched.h", "stdlib.h"]), question);
      assert.equal(messages, "");
    });
  }

  test("refuse what they do not describe", async () => {
    const question = { language: "c", output: "check", flags: ["-D_FILE_OFFSET_BITS=64", "-D_TIME_BITS=64"] } as const;
    const { messages, exitCode } = await askClang(findTargets(["linux-i686"])[0]!, includeAll(["time.h"]), question);
    assert.equal(exitCode, 1);
    assert.match(messages, /platform\.h:\d+:\d+: error: .*leave out _TIME_BITS=64/);
  });

  for (const name of ["linux-x86_64", "musl-i686"]) {
    test(`compile one by one for ${name}`, async () => {
      const target = findTargets([name])[0]!;
      for (const header of publicHeaders(target)) {
        const question = { language: "c", output: "check", flags: ["-std=c11", ...STRICT] } as const;
        const { messages } = await askClang(target, `${includeAll([header])}extern int something;\n`, question);
        assert.equal(messages, "", header);
      }
    });
  }

  const floors = LINUX_TARGETS.flatMap((target) => [
    { target, floor: target.defaultFloor, flags: [] },
    { target, floor: target.defaultFloor, flags: ["-D_FILE_OFFSET_BITS=64"] },
    ...(target.libc === "glibc" ? [{ target, floor: "2.34", flags: [] }] : []),
  ]);
  for (const { target, floor, flags } of floors) {
    test(`declare nothing that ${[target.name, ...flags].join(" ")} lacks at ${floor}`, async () => {
      // The functions of <stdatomic.h> are operations of the compiler.
      const headers = publicHeaders(target).filter((name) => name !== "stdatomic.h");
      const question = { language: "c", output: "preprocessed", flags: ["-D_GNU_SOURCE", ...flags], floor } as const;
      const { bytes, messages } = await askClang(target, includeAll(headers), question);
      assert.equal(messages, "");
      const { library, symbols } = readTargetSymbols(target, SYSROOT);
      const release = checkFloor(target, floor, library);
      const helpers = runtimeHelpers(target, floor, SYSROOT);
      const functions = declaredFunctions(new TextDecoder().decode(bytes));
      assert.ok(functions.size > 1000, `only ${functions.size} functions were found`);
      const missing = [...functions.values()].filter((symbol) => {
        const history = symbols.get(symbol);
        return (history === undefined || homeAt(history, release) === undefined) && !helpers.has(symbol);
      });
      assert.deepEqual(missing.sort(), []);
    });
  }
});
