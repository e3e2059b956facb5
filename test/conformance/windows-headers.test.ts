/**
 * Our headers of Windows against mingw-w64's, for amd64 and x86: sizes and offsets of structs, basic types, values of
 * macros, and types of functions. A number that differs on purpose stands with its reason below.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findProgram, requireJudge } from "./judge.ts";
import {
  askFunctions,
  askValues,
  includeLines,
  listFunctions,
  listMacros,
  typeQuestions,
} from "./sysroot/fact-program.ts";
import type { HeaderSet } from "./sysroot/real-headers.ts";

const OURS = fileURLToPath(new URL("../../wasm/include-windows", import.meta.url));

/** For both: the universal C runtime, its own formats, and a long double that is a double. */
const FLAGS = ["-D_UCRT", "-D__USE_MINGW_ANSI_STDIO=0", "-D_WIN32_WINNT=0x0A00", "-mlong-double-64"];

/** Headers of the compiler's own that both sets share, and the ones that ours have for clang. */
const NOT_COMPARED = new Set(["intrin.h", "intrin0.h", "float.h", "limits.h", "inttypes.h", "sal.h"]);

const HEADERS = readdirSync(OURS, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".h") && !name.startsWith("bits") && !NOT_COMPARED.has(name))
  .sort();

/** winsock2.h must come before windows.h in mingw-w64. */
const INCLUDES = includeLines(["winsock2.h", "ws2tcpip.h", "windows.h", ...HEADERS]);

const INTENDED: readonly { readonly fact: RegExp; readonly reason: string }[] = [
  { fact: /^FE_|\bfexcept_t\b/, reason: "mingw-w64 has functions of its own for <fenv.h>, with the processor's flags" },
  { fact: /^FP_/, reason: "mingw-w64 has functions of its own that classify numbers" },
  { fact: /\b(?:float|double)_t\b/, reason: "gcc computes with the x87 on x86, and clang with SSE2" },
  { fact: /^(?:L_tmpnam|TMP_MAX)$/, reason: "mingw-w64 has the values of the older C runtime" },
  { fact: /\((?:exec|spawn)v/, reason: "mingw-w64 declares them with the types of POSIX" },
  { fact: /\(wcstok\)/, reason: "mingw-w64 declares the older function of two arguments" },
  { fact: /\(select\)/, reason: "mingw-w64 makes the pointer constant in the place of what it points to" },
  { fact: /\(RtlSecureZeroMemory\)/, reason: "mingw-w64 gives an inline function another calling convention" },
];

const JUDGES = [
  { name: "windows-amd64", program: "x86_64-w64-mingw32-gcc" },
  { name: "windows-win32", program: "i686-w64-mingw32-gcc" },
];

describe("headers of Windows against mingw-w64's", () => {
  for (const { name, program } of JUDGES) {
    test(name, (t) => {
      if (!requireJudge(t, findProgram(program) !== undefined, program)) return;
      if (!requireJudge(t, findProgram("gcc") !== undefined, "gcc")) return;
      const real: HeaderSet = { program, flags: FLAGS };
      const ours: HeaderSet = {
        program,
        flags: [...FLAGS, "-nostdinc", "-isystem", compilerHeaders(), "-isystem", OURS],
      };
      const differences: string[] = [];
      let facts = 0;
      const compare = (question: string, own: string | undefined, other: string | undefined): void => {
        facts++;
        if (own === other || other === undefined) return;
        if (INTENDED.some(({ fact }) => fact.test(question))) return;
        differences.push(`${question}: ours ${own ?? "none"}, mingw-w64's ${other}`);
      };

      const types = structs().flatMap(([type, members]) => typeQuestions(type, members));
      const ourTypes = askValues(ours, [], INCLUDES, types);
      const realTypes = askValues(real, [], INCLUDES, types);
      for (const question of types) compare(question, ourTypes.get(question), realTypes.get(question));

      const macros = [...listMacros(ours, [], INCLUDES).keys()].filter((macro) => !macro.startsWith("__"));
      const ourMacros = askValues(ours, [], INCLUDES, macros);
      const realMacros = askValues(real, [], INCLUDES, [...ourMacros.keys()]);
      for (const [macro, value] of ourMacros) compare(macro, value, realMacros.get(macro));

      const prototypes = listFunctions(ours, [], INCLUDES);
      const ourFunctions = askFunctions(ours, [], INCLUDES, prototypes);
      const known = [...listFunctions(real, [], INCLUDES).keys()];
      const realFunctions = askFunctions(real, [], INCLUDES, prototypes);
      for (const [own, prototype] of prototypes) {
        if (!known.includes(own)) continue;
        compare(
          `function ${prototype}`,
          ourFunctions.has(own) ? "so" : "not so",
          realFunctions.has(own) ? "so" : "not so",
        );
      }
      console.log(`# ${name}: ${facts} facts compared`);
      assert.ok(facts > 2500, `only ${facts} facts were compared`);
      assert.deepEqual(differences, []);
    });
  }
});

/** Those of gcc for this machine, since those for Windows include mingw-w64's: they ask the compiler, and nothing else. */
function compilerHeaders(): string {
  return execFileSync("gcc", ["-print-file-name=include"], { encoding: "utf8" }).trim();
}

/** Every struct and simple type that our headers define, with its members, as their text tells. */
function structs(): readonly (readonly [type: string, members: readonly string[]])[] {
  const found: [string, string[]][] = [];
  for (const name of HEADERS) {
    const text = readFileSync(join(OURS, name), "utf8");
    for (const [, kind, tag, body = ""] of text.matchAll(/\b(struct|union) (\w+) \{\n([^{}]*)\}/g)) {
      const members = [...body.matchAll(/(\w+)(?:\[[^\]]*\])?;/g)].map(([, member = ""]) => member);
      found.push([`${kind} ${tag}`, members]);
    }
    for (const [, list = ""] of text.matchAll(/^typedef [^{}()]*?([\w, *]+);$/gm)) {
      for (const [, type = ""] of list.matchAll(/(\w+)(?=,|$)/g)) found.push([type, []]);
    }
  }
  return found;
}
