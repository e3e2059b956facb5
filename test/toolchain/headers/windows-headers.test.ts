/** The C headers of `wasm/include-windows`: they compile, together and one by one, and promise nothing that cannot be linked. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { WINDOWS_TARGETS } from "../../../src/core/targets/windows.ts";
import { runtimeHelpers } from "../../../src/toolchain/sysroot/runtime-helpers.ts";
import { functionsOfWindows } from "../../../src/toolchain/sysroot/windows-libraries.ts";
import { readSysrootFiles } from "../sysroot/sysroot-files.ts";
import { declaredFunctions } from "./declared-functions.ts";
import { askClang, includeAll } from "./platform-headers.ts";

const SYSROOT = new Map([...readSysrootFiles("libc/"), ...readSysrootFiles("rt/")]);
const ROOT = fileURLToPath(new URL("../../../wasm/include-windows", import.meta.url));
const HEADERS: readonly string[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".h") && !name.startsWith("bits"))
  .sort();

/** Every warning, but for those that clang's own headers and structs as Windows has them earn. */
const STRICT = [
  "-Wall",
  "-Wextra",
  "-Wsystem-headers",
  "-Werror",
  "-Wno-gnu-include-next",
  "-Wno-unused-function",
  "-Wno-unused-parameter",
  "-Wno-microsoft-anon-tag",
];

/** Operations of the compiler, which no library has. */
const INTRINSIC =
  /^_(?:Interlocked|BitScan|rot[lr]\d|u?mul128|ReturnAddress|AddressOf)|^__(?:u?mulh|debugbreak|fastfail|builtin_)/;

describe("headers of Windows", () => {
  for (const target of WINDOWS_TARGETS) {
    for (const flags of [
      ["-std=c99", "-Wno-c11-extensions"],
      ["-std=gnu17", "-DUNICODE", "-D_UNICODE"],
    ]) {
      test(`compile together for ${target.name} with ${flags.join(" ")}`, async () => {
        const question = { language: "c", output: "check", flags: [...STRICT, ...flags] } as const;
        const { messages, exitCode } = await askClang(target, includeAll(HEADERS), question);
        assert.equal(messages, "");
        assert.equal(exitCode, 0);
      });
    }

    test(`declare nothing that ${target.name} lacks`, async () => {
      const question = { language: "c", output: "preprocessed", flags: [] } as const;
      // Intrinsics of the processors are no functions of a library.
      const headers = HEADERS.filter((name) => !name.startsWith("intrin"));
      const { bytes, messages } = await askClang(target, includeAll(headers), question);
      assert.equal(messages, "");
      const text = new TextDecoder().decode(bytes).replaceAll(/__attribute__\(\(__(?:stdcall|cdecl)__\)\)/g, "");
      const plain = text
        .replaceAll(/\b__(?:stdcall|cdecl|declspec\(\w+\))/g, "")
        // Names that are macros elsewhere are declared in brackets.
        .replaceAll(/\((_\w+)\)\(/g, "$1(");
      const functions = declaredFunctions(plain);
      assert.ok(functions.size > 1200, `only ${functions.size} functions were found`);
      const known = functionsOfWindows(target, target.defaultFloor, SYSROOT);
      const helpers = runtimeHelpers(target, target.defaultFloor, SYSROOT);
      const missing = [...functions]
        // On x86, names for the linker have an underscore more than those in C.
        .map(([name, symbol]) => (target.machine === "x86" && name !== symbol ? symbol.slice(1) : symbol))
        .filter((symbol) => !known.has(symbol) && !helpers.has(symbol) && !INTRINSIC.test(symbol));
      assert.deepEqual(missing.sort(), []);
    });
  }

  test("compile one by one", async () => {
    const [target] = WINDOWS_TARGETS;
    for (const header of HEADERS) {
      const question = { language: "c", output: "check", flags: ["-std=c11", ...STRICT] } as const;
      const { messages } = await askClang(target!, `${includeAll([header])}extern int something;\n`, question);
      assert.equal(messages, "", header);
    }
  });
});
