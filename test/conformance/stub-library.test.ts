/** Linkers and readelf on libraries without code: GNU ld for every machine, and lld. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { elfFormatOf } from "../../src/core/object/elf/elf-format.ts";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import type { StubSymbol } from "../../src/core/object/elf/stub-symbols.ts";
import { writeStubLibrary } from "../../src/core/object/elf/write-stub-library.ts";
import { CROSS_TOOLS, findCrossTool } from "./cross-tools.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";
import { READELF_OPTIONS, readReport, summarize } from "./readelf-report.ts";

const SYMBOLS: readonly StubSymbol[] = [
  { name: "take", kind: "function", version: "STUB_2.14" },
  { name: "give", kind: "function", version: "STUB_2.2.5" },
  { name: "__place", kind: "object", size: 8, version: "STUB_2.2.5" },
  { name: "place", kind: "object", size: 8, version: "STUB_2.2.5", weak: true, sameAs: "__place" },
  { name: "local", kind: "thread-local", size: 4, version: "STUB_2.2.5" },
];
const SOURCE = `
extern char **place; extern _Thread_local int local; extern int take(void *); extern void give(char **);
void _start(void) { give(place); local = take(0); }
`;
const NEEDS = [{ library: "libstub.so.6", versions: ["STUB_2.14", "STUB_2.2.5"] }];

const folder = mkdtempSync(join(tmpdir(), "packwheel-stub-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, words: readonly string[]): string {
  const result = spawnSync(program, words, { cwd: folder, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  assert.equal(result.status, 0, `${program} ${words.join(" ")}: ${result.error?.message ?? result.stderr}`);
  assert.equal(result.stderr, "", program);
  return result.stdout;
}

describe("a stub library", () => {
  for (const tools of CROSS_TOOLS) {
    const { machine, emulation } = tools;
    const stub = `stub-${machine}.so`;
    writeFileSync(
      join(folder, stub),
      writeStubLibrary(elfFormatOf(machine)!, { soname: "libstub.so.6", symbols: SYMBOLS }),
    );

    test(`is read by readelf for ${machine} as by packwheel`, (t) => {
      const readelf = findProgram("readelf");
      if (!requireJudge(t, readelf !== undefined, "readelf (binutils)")) return;
      const output = run(readelf ?? "", [...READELF_OPTIONS, stub]);
      assert.deepEqual(readReport(output), summarize(parseElf(readFileSync(join(folder, stub)))));
    });

    const linkers = [
      { name: "GNU ld", path: findCrossTool(tools, "ld"), words: ["--no-dynamic-linker"] },
      // Debian's lld has no s390x.
      ...(machine === "s390x" ? [] : [{ name: "lld", path: findProgram("ld.lld"), words: ["-m", emulation] }]),
    ];
    for (const { name, path, words } of linkers) {
      test(`is linked by ${name} into a program for ${machine}`, (t) => {
        const gcc = findCrossTool(tools, "gcc");
        if (!requireJudge(t, gcc !== undefined && path !== undefined, `${tools.prefix}-gcc or ${name}`)) return;
        writeFileSync(join(folder, "start.c"), SOURCE);
        run(gcc ?? "", ["-O1", "-fno-pic", "-c", "start.c", "-o", `${machine}.o`]);
        run(path ?? "", [...words, "-o", `${machine}.out`, `${machine}.o`, stub]);
        const program = parseElf(readFileSync(join(folder, `${machine}.out`)));
        assert.deepEqual(program.needed, ["libstub.so.6"]);
        const needs = program.versionNeeds.map(({ library, versions }) => ({
          library,
          versions: versions.map((version) => version.name).sort(),
        }));
        assert.deepEqual(needs, NEEDS);
      });
    }
  }

  test("lets the loader find its symbols by their hashes", (t) => {
    const python = process.platform === "linux" && process.arch === "x64" ? findPythons().at(-1) : undefined;
    if (!requireJudge(t, python !== undefined, "Python on x86-64 Linux")) return;
    const many = Array.from({ length: 500 }, (_, index) => ({ name: `f${index}`, kind: "function" }) as const);
    writeFileSync(
      join(folder, "many.so"),
      writeStubLibrary(elfFormatOf("x86_64")!, { soname: "many.so", symbols: many }),
    );
    const code = `
import ctypes
library = ctypes.CDLL("./many.so")
address = lambda name: ctypes.cast(getattr(library, name), ctypes.c_void_p).value
assert len({address("f%d" % index) for index in range(500)}) == 500
assert not hasattr(library, "f500")
`;
    run(python?.path ?? "", ["-c", code]);
  });
});
