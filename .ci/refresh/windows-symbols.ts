/**
 * Rewrites `wasm/libc/ucrt.txt` and `wasm/libc/windows.txt`: what the DLLs of Windows export.
 *
 *   node --import tsx .ci/refresh/windows-symbols.ts path/to/mingw-w64 2026-11-28
 *
 * The first argument is the source of mingw-w64 10.0.0, as Debian's source package has it. Its files `.def` tell names,
 * machines, and the bytes of arguments that names of functions end with on x86.
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatSymbols } from "./symbol-lists.ts";

const [source, date] = process.argv.slice(2);
if (source === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: windows-symbols.ts path/to/mingw-w64 YYYY-MM-DD");
  process.exit(2);
}

/** Our name of the machine, the macro that the files ask for, and the folder of what it alone has. */
const MACHINES = [
  { machine: "amd64", macro: "DEF_X64", folder: "lib64" },
  { machine: "arm64", macro: "DEF_ARM64", folder: "libarm64" },
  { machine: "x86", macro: "DEF_I386", folder: "lib32" },
] as const;

/** The DLLs of the universal C runtime: `api-ms-win-crt-math-l1-1-0.dll`. */
const UCRT = [
  "conio",
  "convert",
  "environment",
  "filesystem",
  "heap",
  "locale",
  "math",
  "multibyte",
  "private",
  "process",
  "runtime",
  "stdio",
  "string",
  "time",
  "utility",
].map((part) => `api-ms-win-crt-${part}-l1-1-0`);

const SYSTEM = [
  "advapi32",
  "bcrypt",
  "crypt32",
  "iphlpapi",
  "kernel32",
  "ole32",
  "oleaut32",
  "psapi",
  "rpcrt4",
  "shell32",
  "shlwapi",
  "user32",
  "userenv",
  "version",
  "winmm",
  "ws2_32",
];

/** What compilers call for themselves, or is there for other compilers' old objects, is nothing to link with. */
const INTERNAL = /^(?:_o_|_CI|_?_libm_|__std_|_?_Cxx|_IsException|__crt_|__dcrt|_seh_|_except1|_mbcasemap$|EXPORTS$)/;

/** Made by mingw-w64 itself, on other names of a DLL: POSIX names, functions of 64-bit variants. */
const OLD_NAME = /^([a-z]\w*) == _\1$/;
/** Names that are no name of the UCRT, and the UCRT's function. */
const SAME_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["strcasecmp", "_stricmp"],
  ["strncasecmp", "_strnicmp"],
  ["strcmpi", "_stricmp"],
  ["tzset", "_tzset"],
  ["at_quick_exit", "_crt_at_quick_exit"],
  // The functions for a time_t of 64 bits, on every machine.
  ...["ctime", "difftime", "gmtime", "localtime", "mktime", "time"].map((name) => [name, `_${name}64`] as const),
  ["timespec_get", "_timespec64_get"],
]);

/** Functions of the UCRT that mingw-w64 leaves out, since it has its own: they are in Wine's UCRT, and documented. */
const LEFT_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ["api-ms-win-crt-convert-l1-1-0", ["strtold", "wcstold"]],
  ["api-ms-win-crt-string-l1-1-0", ["strnlen"]],
]);

interface Row {
  readonly histories: Map<string, string>;
  stdcall: string | undefined;
}

function writeList(path: string, names: readonly string[], head: readonly string[]): void {
  const rows = new Map<string, Row>();
  const aliases = new Map<string, string>();
  for (const name of names) {
    for (const { machine, macro, folder } of MACHINES) {
      const lines = [...readDefinition(name, folder, macro), ...(LEFT_OUT.get(name) ?? [])];
      for (const line of lines) {
        const alias = OLD_NAME.exec(line)?.[1];
        if (alias !== undefined) aliases.set(alias, `_${alias}`);
        const [, plain = "", stdcall, isData] = /^([A-Za-z_]\w*)(@\d+)?( DATA)?$/.exec(line) ?? [];
        // mingw-w64 says of functions of the UCRT which it has itself as well that they are data.
        if (plain === "" || INTERNAL.test(plain) || (isData !== undefined && names !== UCRT)) continue;
        const row = rows.get(plain) ?? { histories: new Map<string, string>(), stdcall: undefined };
        if (!row.histories.has(machine)) row.histories.set(machine, `${name}.dll 10.0`);
        row.stdcall ??= stdcall;
        rows.set(plain, row);
      }
    }
  }
  if (names === UCRT) for (const [alias, owner] of SAME_FUNCTIONS) aliases.set(alias, owner);
  const known = new Map([...aliases].filter(([alias, owner]) => rows.has(owner) && !rows.has(alias)));
  const named = [...rows].map(([plain, { histories, stdcall }]) => [plain + (stdcall ?? ""), histories] as const);
  const text = [...head, "releases 10.0 10.0", formatSymbols(new Map(named), known)].join("\n");
  writeFileSync(path, text);
  console.error(`${path}: ${rows.size} names, ${known.size} aliases`);
}

function readDefinition(name: string, folder: string, macro: string): readonly string[] {
  const crt = join(source ?? "", "mingw-w64-crt");
  const found = [
    `${folder}/${name}.def`,
    `${folder}/${name}.def.in`,
    `lib-common/${name}.def`,
    `lib-common/${name}.def.in`,
  ]
    .map((path) => join(crt, path))
    .find(existsSync);
  if (found === undefined) throw new Error(`there is no definition of ${name}.dll for ${macro}`);
  const words = ["-P", "-undef", "-w", "-traditional-cpp", `-D${macro}`, `-I${join(crt, "def-include")}`];
  const text = execFileSync("cpp", [...words, "-x", "c", found], { encoding: "utf8" });
  return text.split("\n").map((line) => line.replace(/;.*$/, "").trim().replaceAll(/\s+/g, " "));
}

const origin = `# Origin: the files .def of mingw-w64 10.0.0, which tell what these DLLs export; as of ${date}.`;
const script = "# Written by .ci/refresh/windows-symbols.ts; not edited by hand. The words are those of glibc.txt.";

writeList("wasm/libc/ucrt.txt", UCRT, [
  "# Functions of the universal C runtime, which is part of Windows from 10 on, by DLL and machine.",
  origin,
  script,
  "# An alias is a name of POSIX for a function whose own name has an underscore.",
]);
writeList("wasm/libc/windows.txt", SYSTEM, [
  "# Functions of the system's DLLs, by machine.",
  origin,
  script,
  "# `CreateFileA@28`: on x86, the function takes 28 bytes of arguments off the stack, and the symbol says so.",
]);
