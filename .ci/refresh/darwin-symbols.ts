/**
 * Rewrites `wasm/libc/libSystem.txt`: which symbols the libraries of macOS have, from which version on.
 *
 *   node --import tsx .ci/refresh/darwin-symbols.ts path/to/MacOSX12.sdk 2026-11-28
 *
 * The first argument is an SDK of Apple's, with its headers and its `.tbd` files. A symbol is taken when a library has
 * it and a public header declares it; the header says since when. Wants clang 14 or newer, and some minutes.
 */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { compareReleases } from "../../src/toolchain/sysroot/symbol-history.ts";
import { inParallel } from "../../src/toolchain/workers.ts";
import { formatSymbols } from "./symbol-lists.ts";

const [sdk, date] = process.argv.slice(2);
if (sdk === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: darwin-symbols.ts path/to/MacOSX.sdk YYYY-MM-DD");
  process.exit(2);
}

/** The oldest macOS that is built for, by machine. */
const MACHINES = [
  { name: "x86_64", triple: "x86_64-apple-macosx10.13", tbd: "x86_64-macos", oldest: "10.13" },
  { name: "arm64", triple: "arm64-apple-macosx11.0", tbd: "arm64-macos", oldest: "11.0" },
] as const;

/** Libraries with the headers that declare what they have: files, or all of a folder, below `usr/include`. */
const LIBRARIES: readonly { readonly tbd: string; readonly headers: readonly string[] }[] = [
  {
    tbd: "libSystem",
    headers: [
      ...listHeaders(
        "",
        /^(?!Xplugin|sqlite|zlib|zconf|bzlib|expat|iconv|ncurses|curses|term|form|menu|panel|eti|unctrl|tidy|xar|resolv|nameser|localcharset|libcharset|vecLib|compression|pcap|cups|histedit|readline|AppleEXR|AppleTexture|libunwind|ffi)/,
      ),
      ...[
        "arpa",
        "CommonCrypto",
        "dispatch",
        "libkern",
        "mach",
        "mach-o",
        "malloc",
        "net",
        "netinet",
        "os",
        "sys",
        "xlocale",
      ].flatMap((folder) => listHeaders(folder, /./)),
      "libunwind.h",
    ],
  },
  { tbd: "libz", headers: ["zlib.h"] },
  { tbd: "libbz2", headers: ["bzlib.h"] },
  { tbd: "libsqlite3", headers: ["sqlite3.h"] },
  { tbd: "libexpat", headers: ["expat.h"] },
  { tbd: "libiconv", headers: ["iconv.h", "localcharset.h"] },
  { tbd: "libresolv", headers: ["resolv.h"] },
  { tbd: "libcompression", headers: ["compression.h"] },
  { tbd: "libobjc", headers: ["objc/objc.h", "objc/runtime.h", "objc/message.h", "objc/objc-sync.h"] },
];

/** Frameworks whose functions of C are told, with the header that includes the others. */
const FRAMEWORKS: readonly string[] = ["CoreFoundation", "Security", "IOKit", "SystemConfiguration"];
const FRAMEWORK_HEADERS: Readonly<Record<string, readonly string[]>> = {
  IOKit: [
    "IOKit/IOKitLib.h",
    "IOKit/IOCFPlugIn.h",
    "IOKit/ps/IOPowerSources.h",
    "IOKit/ps/IOPSKeys.h",
    "IOKit/pwr_mgt/IOPMLib.h",
    "IOKit/hid/IOHIDManager.h",
    "IOKit/usb/IOUSBLib.h",
    "IOKit/network/IONetworkLib.h",
    "IOKit/serial/IOSerialKeys.h",
  ],
};

/** What compiled code calls by itself, without any header. Those of the compiler's helpers are compiled here instead. */
const FOR_COMPILERS: Readonly<Record<string, readonly string[]>> = {
  libSystem: [
    "_tlv_bootstrap",
    "_tlv_atexit",
    "__stack_chk_fail",
    "__stack_chk_guard",
    "__cxa_atexit",
    "__cxa_finalize",
    "bzero",
    "__bzero",
    "environ",
    "memset_pattern4",
    "memset_pattern8",
    "memset_pattern16",
    "__sincos_stret",
    "__sincosf_stret",
    "__exp10",
    "__exp10f",
    "_NSConcreteStackBlock",
    "_NSConcreteGlobalBlock",
    "_Block_object_assign",
    "_Block_object_dispose",
    "__memcpy_chk",
    "__memmove_chk",
    "__memset_chk",
    "__strcpy_chk",
    "__strcat_chk",
    "__strncpy_chk",
    "__strncat_chk",
    "__stpcpy_chk",
    "__stpncpy_chk",
    "__strlcpy_chk",
    "__strlcat_chk",
    "__memccpy_chk",
    "__snprintf_chk",
    "__sprintf_chk",
    "__vsnprintf_chk",
    "__vsprintf_chk",
    "_Unwind_Resume",
    "_Unwind_RaiseException",
    "_Unwind_DeleteException",
  ],
};

interface Declared {
  /** Since when, by its header; undefined where that says nothing. */
  readonly since: string | undefined;
}

const run = promisify(execFile);
const rows = new Map<string, Map<string, string>>();
const scratch = new Map<string, ReadonlyMap<string, Declared>>();

for (const { tbd, headers } of LIBRARIES) {
  await addLibrary(join(sdk, `usr/lib/${tbd}.tbd`), headers, FOR_COMPILERS[tbd] ?? []);
}
for (const name of FRAMEWORKS) {
  const folder = join(sdk, `System/Library/Frameworks/${name}.framework`);
  await addLibrary(join(folder, `${name}.tbd`), FRAMEWORK_HEADERS[name] ?? [`${name}/${name}.h`], []);
}
write();

async function addLibrary(path: string, headers: readonly string[], forCompilers: readonly string[]): Promise<void> {
  const text = readFileSync(path, "utf8");
  const installName = /install-name: +'?([^'\n]+)'?/.exec(text)?.[1] ?? "";
  for (const machine of MACHINES) {
    const exported = exportedSymbols(text, machine.tbd);
    const declared = new Map<string, Declared>();
    const found = await inParallel(headers, cpus().length, (header) => readHeader(header, machine.triple));
    for (const symbols of found) for (const [symbol, entry] of symbols) declared.set(symbol, entry);
    for (const name of forCompilers) if (!declared.has(`_${name}`)) declared.set(`_${name}`, { since: undefined });
    let count = 0;
    for (const [symbol, { since }] of declared) {
      if (!exported.has(symbol) || !symbol.startsWith("_")) continue;
      const version = since === undefined || compareReleases(since, machine.oldest) < 0 ? machine.oldest : since;
      const row = rows.get(symbol.slice(1)) ?? new Map<string, string>();
      rows.set(symbol.slice(1), row);
      // The first library that has a name keeps it, as for a linker.
      if (!row.has(machine.name)) row.set(machine.name, `${installName} ${version}`);
      count++;
    }
    console.error(`${installName} ${machine.name}: ${count} of ${exported.size}`);
  }
}

/** Symbols of all documents of a `.tbd` file, which has those of the libraries behind it, too. */
function exportedSymbols(text: string, target: string): ReadonlySet<string> {
  const symbols = new Set<string>();
  for (const [, targets = "", body = ""] of text.matchAll(/- targets: +\[([^\]]*)\]\n((?: {4}\S.*\n| {6,}.*\n)*)/g)) {
    if (!targets.split(/[\s,]+/).includes(target)) continue;
    for (const [, list = ""] of body.matchAll(/(?:^|\n) {4}(?:weak-|thread-local-)?symbols: +\[([^\]]*)\]/g)) {
      for (const symbol of list.split(/[\s,]+/)) symbols.add(symbol.replaceAll(/^'|'$/g, ""));
    }
  }
  return symbols;
}

/** Symbol -> since when, of what a header declares, with all that it includes. */
async function readHeader(header: string, triple: string): Promise<ReadonlyMap<string, Declared>> {
  const key = `${triple} ${header}`;
  const known = scratch.get(key);
  if (known !== undefined) return known;
  const source = `#include <sys/types.h>\n#include <stdio.h>\n#include <${header}>\n`;
  const words = [
    "-target",
    triple,
    "-isysroot",
    sdk ?? "",
    "-fblocks",
    "-fno-color-diagnostics",
    "-Xclang",
    "-ast-dump",
    "-fsyntax-only",
    "-w",
    "-x",
    "c",
    "-",
  ];
  const child = run("clang", words, { maxBuffer: 1 << 30 });
  child.child.stdin?.end(source);
  // Headers that want others before them say what they can.
  const output = await child
    .then(({ stdout }) => stdout)
    .catch((error: { readonly stdout?: string }) => error.stdout ?? "");
  const symbols = new Map<string, Declared>();
  let current: { symbol: string; since: string | undefined } | undefined;
  const keep = (): void => {
    if (current !== undefined) symbols.set(current.symbol, { since: current.since });
    current = undefined;
  };
  for (const line of output.split("\n")) {
    const [, name] = /^[|`]-(?:FunctionDecl|VarDecl) [^']* (\w+) '/.exec(line) ?? [];
    if (/^[|`]-/.test(line)) keep();
    if (name !== undefined) current = { symbol: `_${name}`, since: undefined };
    if (current === undefined) continue;
    const [, label] = /^[| ] [|`]-AsmLabelAttr .* "([^"]+)"/.exec(line) ?? [];
    const [, since] = /^[| ] [|`]-AvailabilityAttr .* macos (\d+(?:\.\d+)*) /.exec(line) ?? [];
    if (label !== undefined) current.symbol = label;
    // What was to be 10.16 became 11.
    if (since !== undefined) current.since = since === "10.16" ? "11.0" : since.includes(".") ? since : `${since}.0`;
  }
  keep();
  scratch.set(key, symbols);
  return symbols;
}

function listHeaders(folder: string, wanted: RegExp): readonly string[] {
  const place = join(sdk ?? "", "usr/include", folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith(".h") && wanted.test(name))
    .sort()
    .map((name) => (folder === "" ? name : `${folder}/${name}`));
}

function write(): void {
  const { DisplayName } = JSON.parse(readFileSync(join(sdk ?? "", "SDKSettings.json"), "utf8")) as {
    readonly DisplayName: string;
  };
  const newest = DisplayName.replace("macOS ", "");
  const head = `# Symbols of the libraries of macOS 10.13 to ${newest}, by library and machine: names of C, without the _ before each.
# Origin: the .tbd files of Apple's SDK for ${DisplayName} for which there are, its headers for since when; as of ${date}.
# What its header dates before the oldest macOS of a machine, or not at all, is taken to be there from that one on.
# Written by .ci/refresh/darwin-symbols.ts; not edited by hand.
#
# A line at the margin says in which library the names below it are, from which macOS on:
#   x86_64 /usr/lib/libSystem.B.dylib 10.13; arm64 /usr/lib/libSystem.B.dylib 11.0
releases 10.13 ${newest}
`;
  writeFileSync(new URL("../../wasm/libc/libSystem.txt", import.meta.url), head + formatSymbols(rows, new Map()));
}
