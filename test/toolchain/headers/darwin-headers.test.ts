/** The C headers of `wasm/include-darwin`: they compile, and promise nothing that the libraries of macOS lack. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findTargets } from "../../../src/core/targets/build-target.ts";
import { checkFloor, readTargetSymbols } from "../../../src/toolchain/sysroot/library-data.ts";
import { homeAt } from "../../../src/toolchain/sysroot/symbol-history.ts";
import { readSysrootFiles } from "../sysroot/sysroot-files.ts";
import { DARWIN_FACTS } from "./darwin-facts.ts";
import { declaredFunctions } from "./declared-functions.ts";
import { askClang, includeAll } from "./platform-headers.ts";

const ROOT = fileURLToPath(new URL("../../../wasm/include-darwin/", import.meta.url));
const TARGETS = findTargets(["macos-x86_64", "macos-arm64"]);
const SYSROOT = readSysrootFiles("libc/");

const HEADERS: readonly string[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".h") && !path.startsWith("bits/"))
  .sort();

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

describe("headers of macOS", () => {
  test("are those that portable libraries use", () => assert.ok(HEADERS.length >= 150, `only ${HEADERS.length}`));

  const dialects = [
    { language: "c", flags: ["-std=c99", "-Wno-c11-extensions"] },
    { language: "c", flags: ["-std=c17", "-D_POSIX_C_SOURCE=200809L"] },
    { language: "c", flags: ["-std=gnu17", "-D_GNU_SOURCE", "-D_DARWIN_C_SOURCE"] },
    // Below the headers of libc++, which are not free of warnings.
    { language: "c++", flags: ["-std=c++17", "-Wno-system-headers", "-Wno-pedantic"] },
  ] as const;
  for (const target of TARGETS) {
    for (const { language, flags } of dialects) {
      test(`compile together for ${target.name} with ${flags.join(" ")}`, async () => {
        const question = { language, output: "check", flags: [...STRICT, ...flags] } as const;
        const { messages, exitCode } = await askClang(target, includeAll(HEADERS), question);
        assert.equal(messages, "");
        assert.equal(exitCode, 0);
      });
    }
  }

  test("compile one by one", async () => {
    for (const header of HEADERS) {
      const question = { language: "c", output: "check", flags: ["-std=c11", ...STRICT] } as const;
      const { messages } = await askClang(TARGETS[1]!, `${includeAll([header])}extern int something;\n`, question);
      assert.equal(messages, "", header);
    }
  });

  for (const target of TARGETS) {
    for (const floor of [target.defaultFloor, "12.0"]) {
      test(`declare nothing that ${target.name} lacks at ${floor}`, async () => {
        const question = { language: "c", output: "preprocessed", flags: [], floor } as const;
        const { bytes, messages } = await askClang(target, includeAll(HEADERS), question);
        assert.equal(messages, "");
        const { library, symbols } = readTargetSymbols(target, SYSROOT);
        const release = checkFloor(target, floor, library);
        const functions = declaredFunctions(new TextDecoder().decode(bytes));
        assert.ok(functions.size > 1500, `only ${functions.size} functions were found`);
        // alloca is the compiler's own.
        const missing = [...functions].filter(([name, symbol]) => {
          if (name === "alloca") return false;
          const history = symbols.get(symbol === name ? name : symbol.replace(/^_/, ""));
          return history === undefined || homeAt(history, release) === undefined;
        });
        assert.deepEqual(missing.map(([, symbol]) => symbol).sort(), []);
      });
    }
  }
});

describe("sizes, places and numbers of macOS", () => {
  for (const target of TARGETS) {
    for (const { headers, origin, facts } of DARWIN_FACTS) {
      test(`are on ${target.name} what ${origin} say of ${headers.join(", ")}`, async () => {
        const machine = target.machine === "arm64" ? "arm64" : "x86_64";
        const lines = facts.map(([expression, value]) => {
          const expected = typeof value === "object" ? value[machine] : value;
          return `_Static_assert((${expression}) == ${expected}, "");\n`;
        });
        const text = `#include <stddef.h>\n${includeAll(headers)}${lines.join("")}`;
        const { messages } = await askClang(target, text, { language: "c", output: "check", flags: ["-std=c11"] });
        assert.equal(messages, "");
      });
    }
  }
});
