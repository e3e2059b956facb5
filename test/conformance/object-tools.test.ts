/** Files made by the linkers of other systems, read by LLVM's and GNU's tools and by the parsers here. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { auditWheel } from "../../src/core/audit/audit-wheel.ts";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import { extractSlice, mergeMachO } from "../../src/core/object/macho/merge.ts";
import type { MachOSlice } from "../../src/core/object/macho/model.ts";
import { parseMachO } from "../../src/core/object/macho/parse.ts";
import { readObject } from "../../src/core/object/object-file.ts";
import type { PeFile } from "../../src/core/object/pe/model.ts";
import { parsePe } from "../../src/core/object/pe/parse.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";
import { READELF_OPTIONS, readReport, summarize } from "./readelf-report.ts";

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-objects-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A tool of LLVM, whose name may end with its version. */
function findLlvm(name: string): string | undefined {
  const versions = Array.from({ length: 12 }, (_, index) => `-${25 - index}`);
  return ["", ...versions].map((version) => findProgram(name + version)).find((path) => path !== undefined);
}

/** Paths of the tools; undefined when one is missing, and the test is skipped. */
function tools<Name extends string>(t: TestContext, ...names: Name[]): Record<Name, string> | undefined {
  const found = names.map((name) => [name, findLlvm(name)] as const);
  for (const [name, path] of found) if (!requireJudge(t, path !== undefined, name)) return undefined;
  return Object.fromEntries(found) as Record<Name, string>; // all names are there
}

function run(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function read(name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

const LIBRARY = `
extern void *malloc(unsigned long);
extern int maybe(void) __attribute__((weak_import));
int hello_value = 3;
__attribute__((visibility("hidden"))) int hello_inner(void) { return 1; }
int hello_count(void) { return hello_inner(); }
void *hello_new(void) { if (maybe) maybe(); return malloc(3); }
`;

const SYSTEM_LIBRARY = `--- !tapi-tbd
tbd-version:     4
targets:         [ x86_64-macos, arm64-macos ]
install-name:    '/usr/lib/libSystem.B.dylib'
exports:
  - targets:     [ x86_64-macos, arm64-macos ]
    symbols:     [ _malloc, _maybe, dyld_stub_binder ]
...
`;

describe("Mach-O files of clang and lld", () => {
  const builds = [
    { arch: "x86_64", minimum: "10.13", kind: "-dylib" },
    { arch: "arm64", minimum: "11.0", kind: "-dylib" },
    { arch: "arm64", minimum: "13.2", kind: "-bundle" },
  ];

  function build(t: TestContext, { arch, minimum, kind }: (typeof builds)[number]): string | undefined {
    const found = tools(t, "clang", "ld64.lld");
    if (found === undefined) return undefined;
    const name = `hello-${arch}${kind}`;
    run(
      found.clang,
      "-target",
      `${arch}-apple-macos${minimum}`,
      "-c",
      "-O1",
      write("hello.c", LIBRARY),
      "-o",
      `${name}.o`,
    );
    const install = kind === "-dylib" ? ["-install_name", "@rpath/libhello.dylib"] : [];
    const target = ["-arch", arch, "-platform_version", "macos", minimum, "13.1"];
    const rpath = ["-rpath", "@loader_path/../lib", "-rpath", "/opt/lib"];
    const system = write("libSystem.tbd", SYSTEM_LIBRARY);
    run(found["ld64.lld"], kind, ...target, ...install, ...rpath, "-o", name, `${name}.o`, system);
    return name;
  }

  for (const options of builds) {
    test(`are read as llvm-objdump reads them: ${options.kind.slice(1)} for ${options.arch}`, (t) => {
      const name = build(t, options);
      const found = tools(t, "llvm-objdump", "llvm-nm", "llvm-readobj");
      if (name === undefined || found === undefined) return;
      const dump = (option: string): string[] => run(found["llvm-objdump"], "--macho", option, name).trim().split("\n");
      const [slice] = parseMachO(read(name)).slices;
      assert.ok(slice);
      assert.equal(slice.arch.name, options.arch);
      assert.deepEqual(
        slice.dylibs.map((dylib) => dylib.name),
        dump("--dylibs-used")
          .slice(1)
          .map((line) => line.trim().replace(/ \(compatibility.*/, ""))
          .filter((line) => line !== slice.id),
      );
      assert.equal(slice.id, dump("--dylib-id")[1]);
      assert.deepEqual(slice.rpaths, ["@loader_path/../lib", "/opt/lib"]);
      assert.deepEqual(
        [...slice.exports].sort(),
        dump("--exports-trie")
          .flatMap((line) => /^0x[0-9A-F]+ +(\S+)$/i.exec(line)?.[1] ?? [])
          .sort(),
      );
      assert.deepEqual([...slice.exports].sort(), ["_hello_count", "_hello_new", "_hello_value"]);
      const undefinedSymbols = run(found["llvm-nm"], "-u", "-j", name).trim().split(/\s+/);
      assert.deepEqual(slice.imports.map((symbol) => symbol.name).sort(), undefinedSymbols.sort());
      assert.equal(
        minimumOf(slice),
        /(?:MinOS|MinVersion|Version): ([\d.]+)/.exec(run(found["llvm-readobj"], "--macho-version-min", name))?.[1],
      );
      assert.deepEqual(
        slice.imports.map((symbol) => [symbol.name, symbol.weak, symbol.library]).sort(),
        [
          ["_malloc", false, "/usr/lib/libSystem.B.dylib"],
          ["_maybe", true, "/usr/lib/libSystem.B.dylib"],
          ["dyld_stub_binder", false, "/usr/lib/libSystem.B.dylib"],
        ].filter(([symbol]) => undefinedSymbols.includes(String(symbol))),
      );
    });
  }

  test("are merged and taken apart byte for byte as llvm-lipo does it", (t) => {
    const thin = builds.slice(0, 2).map((options) => build(t, options));
    const lipo = tools(t, "llvm-lipo");
    if (lipo === undefined || thin[0] === undefined || thin[1] === undefined) return;
    const [intel, arm] = [thin[0], thin[1]];
    run(lipo["llvm-lipo"], "-create", intel, arm, "-output", "universal");
    const merged = mergeMachO([read(arm), read(intel)]);
    assert.ok(Buffer.from(merged).equals(read("universal")));
    for (const [name, arch] of [
      [intel, "x86_64"],
      [arm, "arm64"],
    ] as const) {
      run(lipo["llvm-lipo"], "universal", "-thin", arch, "-output", "thin");
      assert.ok(Buffer.from(extractSlice(merged, arch)).equals(read("thin")));
      assert.ok(Buffer.from(extractSlice(merged, arch)).equals(read(name)));
    }
    const audit = auditWheel([{ path: "hello/libhello.dylib", object: readObject(merged) }]);
    assert.deepEqual(audit.platformTags, ["macosx_10_13_universal2"]);
    assert.deepEqual(audit.findings, []);
  });
});

function minimumOf({ build }: MachOSlice): string {
  return `${build?.minimum.major}.${build?.minimum.minor}`;
}

const WINDOWS_LIBRARY = `
#include <windows.h>
#include <stdlib.h>
__declspec(dllexport) int hello_value = 3;
__declspec(dllexport) void *hello_new(void) { return malloc(GetTickCount()); }
int hello_ninth(void) { return 9; }
BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) { return TRUE; }
`;

describe("PE files", () => {
  test("of mingw are read as objdump reads them", (t) => {
    const gcc = findProgram("x86_64-w64-mingw32-gcc");
    const objdump = findProgram("x86_64-w64-mingw32-objdump");
    if (!requireJudge(t, gcc !== undefined && objdump !== undefined, "gcc-mingw-w64-x86-64-win32")) return;
    write(
      "hello.def",
      "LIBRARY hello.dll\nEXPORTS\n hello_new\n hello_value DATA\n hello_ninth @9 NONAME\n far=kernel32.Sleep\n",
    );
    run(gcc ?? "", "-shared", "-s", write("win.c", WINDOWS_LIBRARY), "hello.def", "-o", "hello.dll");
    const file = parsePe(read("hello.dll"));
    const report = run(objdump ?? "", "-p", "hello.dll");
    assert.equal(file.machine, "amd64");
    assert.equal(file.type, "dll");
    assert.equal(file.name, "hello.dll");
    assert.deepEqual(importsOf(file), gnuImports(report));
    assert.ok(importsOf(file).includes("KERNEL32.dll GetTickCount"), importsOf(file).join(", "));
    assert.deepEqual(
      file.exports.flatMap(({ name }) => name ?? []),
      [
        ...(report.split("[Ordinal/Name Pointer] Table")[1] ?? "").matchAll(
          /^\t\[ *\d+\] (?:\+base\[ *\d+\] *)?(?:[0-9a-f]{4} )?(\S+)$/gm,
        ),
      ].map((match) => match[1]),
    );
    assert.deepEqual(file.exports.map(({ name }) => name).sort(), ["far", "hello_new", "hello_value", undefined]);
    assert.equal(file.exports.find(({ ordinal }) => ordinal === 9)?.name, undefined);
    assert.equal(file.exports.find(({ name }) => name === "far")?.forwardedTo, "kernel32.Sleep");
    assert.equal(
      file.dllCharacteristics,
      Number.parseInt(/^DllCharacteristics\t([0-9a-f]+)$/m.exec(report)?.[1] ?? "", 16),
    );
    assert.deepEqual(auditWheel([{ path: "hello.dll", object: file }]).platformTags, ["win_amd64"]);
  });

  for (const [target, machine, tag] of [
    ["x86_64", "amd64", "win_amd64"],
    ["i686", "x86", "win32"],
    ["aarch64", "arm64", "win_arm64"],
  ] as const) {
    test(`of lld for ${machine} are read as llvm-readobj reads them, late imports too`, (t) => {
      const found = tools(t, "clang", "lld-link", "llvm-readobj", "llvm-dlltool");
      if (found === undefined) return;
      const kind = { x86_64: "i386:x86-64", i686: "i386", aarch64: "arm64" }[target];
      const defs = {
        first: "LIBRARY first.dll\nEXPORTS\n early\n numbered @7 NONAME\n",
        second: "LIBRARY second.dll\nEXPORTS\n late\n",
      };
      for (const [name, text] of Object.entries(defs)) {
        run(found["llvm-dlltool"], "-m", kind, "-d", write(`${name}.def`, text), "-l", `${name}.lib`);
      }
      write(
        "late.c",
        `__declspec(dllimport) int early(void); __declspec(dllimport) int numbered(void);
         __declspec(dllimport) int late(void);
         void *__stdcall __delayLoadHelper2(void *a, void *b) { return 0; }
         __declspec(dllexport) int hello(void) { return early() + numbered() + late(); }`,
      );
      run(found.clang, "-target", `${target}-pc-windows-msvc`, "-c", "-O1", "late.c", "-o", "late.obj");
      const libraries = ["first.lib", "second.lib", "/delayload:second.dll"];
      run(found["lld-link"], "/dll", "/noentry", "/nodefaultlib", "/out:late.dll", "late.obj", ...libraries);
      const file = parsePe(read("late.dll"));
      assert.equal(file.machine, machine);
      assert.deepEqual(importsOf(file), llvmImports(run(found["llvm-readobj"], "--coff-imports", "late.dll")));
      assert.equal(importsOf(file).length, 3);
      assert.deepEqual(
        file.imports.map(({ dll, delayed }) => [dll, delayed]),
        [
          ["first.dll", false],
          ["second.dll", true],
        ],
      );
      assert.deepEqual(auditWheel([{ path: "late.dll", object: file }]).platformTags, [tag]);
    });
  }
});

const MAX_LAUNCHERS = 60;

describe("PE files of pip and setuptools", () => {
  const launchers = findPythons().flatMap(({ path }) => windowsPrograms(path));

  test("are read as llvm-readobj reads them", (t) => {
    const found = tools(t, "llvm-readobj");
    if (found === undefined || !requireJudge(t, launchers.length > 0, "a Python with pip or setuptools")) return;
    const machines = new Set<string>();
    for (const path of launchers.slice(0, MAX_LAUNCHERS)) {
      const file = parsePe(readFileSync(path));
      const report = run(found["llvm-readobj"], "--coff-imports", "--file-headers", path);
      assert.deepEqual(importsOf(file), llvmImports(report), path);
      assert.equal(file.type === "dll", /IMAGE_FILE_DLL/.test(report), path);
      const machine = /Machine: IMAGE_FILE_MACHINE_(\w+)/.exec(report)?.[1] ?? "";
      assert.equal(
        file.machine,
        { I386: "x86", AMD64: "amd64", ARM64: "arm64", ARMNT: "unknown (0x1c4)" }[machine],
        path,
      );
      machines.add(file.machine);
    }
    assert.ok(machines.has("amd64") && machines.has("x86"), [...machines].join(", "));
  });
});

/** Packages of this Python hold programs that start scripts on Windows. */
function windowsPrograms(python: string): string[] {
  const code = "import sysconfig; print(sysconfig.get_paths()['purelib'])";
  const library = execFileSync(python, ["-c", code], { encoding: "utf8" }).trim();
  return ["pip/_vendor/distlib", "setuptools", "distlib"].flatMap((name) => {
    const place = join(library, name);
    if (!existsSync(place)) return [];
    return readdirSync(place)
      .filter((file) => file.endsWith(".exe"))
      .map((file) => join(place, file));
  });
}

function importsOf({ imports }: PeFile): string[] {
  return imports.flatMap(({ dll, symbols }) =>
    symbols.map((symbol) => `${dll} ${symbol.kind === "name" ? symbol.name : `#${symbol.ordinal}`}`),
  );
}

function gnuImports(report: string): string[] {
  let dll = "";
  return report.split("\n").flatMap((line) => {
    const name = /^\tDLL Name: (\S+)$/.exec(line)?.[1];
    if (name !== undefined) dll = name;
    const symbol = /^\t[0-9a-f]+\t +\d+ {2}(\S+)$/.exec(line)?.[1];
    return symbol === undefined ? [] : [`${dll} ${symbol}`];
  });
}

function llvmImports(report: string): string[] {
  let dll = "";
  return report.split("\n").flatMap((line) => {
    const name = /^ {2}Name: (\S+)$/.exec(line)?.[1];
    if (name !== undefined) dll = name;
    const symbol = /^ +Symbol: (\S*) \((\d+)\)$/.exec(line);
    if (symbol === null) return [];
    return [`${dll} ${symbol[1] === "" ? `#${symbol[2]}` : symbol[1]}`];
  });
}

describe("ELF files of gcc and GNU ld", () => {
  const flags: { name: string; options: string[]; note: RegExp; stack: boolean; level: number }[] = [
    { name: "an executable stack", options: ["-z", "execstack"], note: /GNU_STACK .* RWE /, stack: true, level: 0 },
    { name: "a plain stack", options: ["-z", "noexecstack"], note: /GNU_STACK .* RW {2}/, stack: false, level: 0 },
    { name: "x86-64-v3", options: ["-z", "x86-64-v3"], note: /x86 ISA needed: .*x86-64-v3/, stack: false, level: 3 },
    { name: "x86-64-v2", options: ["-z", "x86-64-v2"], note: /x86 ISA needed: .*x86-64-v2/, stack: false, level: 2 },
  ];
  for (const { name, options, note, stack, level } of flags) {
    test(`have the notes that readelf shows: ${name}`, (t) => {
      const gcc = findProgram("gcc");
      const readelf = findProgram("readelf");
      const isHere =
        gcc !== undefined && readelf !== undefined && process.arch === "x64" && process.platform === "linux";
      if (!requireJudge(t, isHere, "gcc and readelf on x86-64 Linux")) return;
      write("note.c", "int hello(void) { return 1; }");
      run(gcc ?? "", "-shared", "-fPIC", "-nostdlib", "-o", "note.so", "note.c", `-Wl,${options.join(",")}`);
      assert.match(run(readelf ?? "", "-W", "-l", "-n", "note.so"), note);
      const file = parseElf(read("note.so"));
      assert.equal(file.executableStack, stack);
      assert.equal(32 - Math.clz32(file.isaNeeded), level);
      const { platformTags, findings } = auditWheel([{ path: "note.so", object: file }]);
      assert.equal(platformTags[0], level > 1 ? "linux_x86_64" : "manylinux_2_5_x86_64");
      assert.deepEqual(
        findings.map(({ code }) => code),
        [...(level > 1 ? ["AUDIT_NO_POLICY"] : []), ...(stack ? ["AUDIT_EXECUTABLE_STACK"] : [])],
      );
    });
  }
});

/**
 * Machines with both byte orders and both sizes, and the tags of a library that needs GLIBC_2.17 and GLIBC_2.28. The
 * first glibc of riscv64 was 2.27, so none has the older version; and no policy newer than 2_17 is for ppc64.
 */
const ELF_TARGETS = [
  { target: "x86_64-linux-gnu", tags: ["manylinux_2_28_x86_64"] },
  { target: "i686-linux-gnu", tags: ["manylinux_2_28_i686"] },
  { target: "aarch64-linux-gnu", tags: ["manylinux_2_28_aarch64"] },
  { target: "armv7a-linux-gnueabihf", tags: ["manylinux_2_28_armv7l"] },
  { target: "armv7a-linux-gnueabi", tags: [] },
  { target: "powerpc64le-linux-gnu", tags: ["manylinux_2_28_ppc64le"] },
  { target: "powerpc64-linux-gnu", tags: ["linux_ppc64"] },
  { target: "riscv64-linux-gnu", tags: ["linux_riscv64"] },
  { target: "powerpc-linux-gnu", tags: [] },
  { target: "mips-linux-gnu", tags: [] },
];

describe("ELF files of clang and lld", () => {
  for (const { target, tags } of ELF_TARGETS) {
    for (const hash of ["gnu", "sysv"]) {
      test(`are read as readelf reads them: ${target}, hash style ${hash}, with and without section headers`, (t) => {
        const found = tools(t, "clang", "ld.lld", "readelf", "llvm-objcopy");
        if (found === undefined) return;
        // clang for MIPS knows no GNU hash table.
        const style = target.startsWith("mips") ? "sysv" : hash;
        const compile = (source: string, object: string): string =>
          run(found.clang, "-target", target, "-c", "-fPIC", "-O1", "-fno-stack-protector", source, "-o", object);
        const link = (...args: string[]): string => run(found["ld.lld"], "-shared", `--hash-style=${style}`, ...args);
        write(
          "libc.c",
          "void *malloc(unsigned long n) { return 0; } int newer(void) { return 1; } int plain(void) { return 2; }",
        );
        write("libc.map", "GLIBC_2.17 { global: malloc; plain; local: *; }; GLIBC_2.28 { global: newer; } GLIBC_2.17;");
        compile("libc.c", "libc.o");
        link("-soname", "libc.so.6", "--version-script", "libc.map", "-o", "libc.so.6", "libc.o");
        write(
          "elf.c",
          `extern void *malloc(unsigned long); extern int newer(void); extern int maybe(void) __attribute__((weak));
           int hello_value = 3; __attribute__((visibility("hidden"))) int hello_inner(void) { return 1; }
           void *hello(void) { return malloc(hello_inner() + newer() + (maybe ? maybe() : 0)); }`,
        );
        write("elf.map", "HELLO_1 { global: hello; hello_value; local: *; };");
        compile("elf.c", "elf.o");
        link(
          "-soname",
          "libhello.so.1",
          "-rpath",
          "$ORIGIN/../lib:/opt/lib",
          "--version-script",
          "elf.map",
          "-o",
          "elf.so",
          "elf.o",
          "libc.so.6",
        );
        for (const name of ["elf.so", "libc.so.6"]) {
          const report = readReport(run(found.readelf, ...READELF_OPTIONS, name));
          assert.deepEqual(summarize(parseElf(read(name))), report);
          run(found["llvm-objcopy"], "--strip-sections", name, "bare.so");
          assert.deepEqual(summarize(parseElf(read("bare.so"))), report, "without section headers");
        }
        const file = parseElf(read("elf.so"));
        assert.deepEqual(
          file.imports.map(({ name, weak, version, library }) => [name, weak, version, library]).sort(),
          [
            ["malloc", false, "GLIBC_2.17", "libc.so.6"],
            ["maybe", true, undefined, undefined],
            ["newer", false, "GLIBC_2.28", "libc.so.6"],
          ],
        );
        assert.deepEqual(auditWheel([{ path: "hello/elf.so", object: file }]).platformTags, tags);
      });
    }
  }
});
