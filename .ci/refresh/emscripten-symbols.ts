/**
 * Rewrites `wasm/libc/emscripten.txt`, which C functions the main module of Pyodide has for side modules, and
 * `src/core/audit/data/pyemscripten-symbols.ts`, which of all its names some platforms lack.
 *
 *   node --import tsx .ci/refresh/emscripten-symbols.ts path/to/packages 2026-11-28
 *
 * The first argument is a folder with the npm package `pyodide` of each release below, unpacked: `314.0.7/package`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { byCodePoint, formatSymbols, wrapNames } from "./symbol-lists.ts";

const [folder, date] = process.argv.slice(2);
if (folder === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: emscripten-symbols.ts path/to/packages YYYY-MM-DD");
  process.exit(2);
}

/** Platform, as floors name it -> releases of Pyodide that have it: what all of them have counts. */
const PLATFORMS: Readonly<Record<string, readonly string[]>> = {
  "2024.0": ["0.26.4", "0.27.7"],
  "2025.0": ["0.28.3", "0.29.5"],
  "2026.0": ["314.0.0", "314.0.7"],
  "2026.5": ["315.0.0-alpha.2"],
};
/** Of the first, no release takes wheels with the tag that PyPI takes. */
const [, ...LINKED] = Object.keys(PLATFORMS);

/**
 * Functions whose structs have another layout from a platform on, or until one: measured by what they write. The counts
 * of statvfs and statfs had 32 bits in 2025.0, and sigset_t has 8 bytes in the place of 128 from 2026.5 on.
 */
const CHANGED_AT: Readonly<Record<string, readonly string[]>> = {
  "2026.0": ["fstatfs", "fstatvfs", "statfs", "statvfs"],
  "2026.5": [
    "posix_spawnattr_getsigdefault",
    "posix_spawnattr_getsigmask",
    "posix_spawnattr_setsigdefault",
    "posix_spawnattr_setsigmask",
    "pthread_sigmask",
    "sigaction",
    "sigpending",
    "sigprocmask",
    "sigsuspend",
    "sigtimedwait",
    "sigwait",
    "sigwaitinfo",
  ],
};

/** Helpers that compilers call, and functions of musl that Emscripten adds or splits. */
const OF_COMPILERS: readonly RegExp[] = [
  /^__(?:u?(?:div|mod|mul|divmod|neg|cmp)|abs|add|sub|mul[ov]|neg[v]?|ashl|ashr|lshr)v?[sdt]i[234]$/,
  /^__(?:add|sub|mul|div|neg|pow|ext|eq|ne|lt|le|gt|ge|unord|fix|fixuns|float|floatun|trunc|extend)[a-z]*[hsdt][fi][a-z]*[234]?$/,
  /^__(?:bswap|clz|ctz|ffs|parity|popcount)[sdt]i2$/,
  /^__(?:mul|div)[sdt]c3$/,
  /^__gnu_[fh]2[fh]_ieee$/,
  /^__atomic_\w+$/,
  /^__clear_cache$/,
  /^__(?:wasm_(?:setjmp|setjmp_test|longjmp)|c_longjmp)$/,
  /^(?:__small_(?:f|s|v\w+)?printf|[fsv]{0,2}n?iprintf)$/,
  /^emscripten_(?!gl|webgl|builtin|asm_const|dlopen|proxy|fiber|main_thread|current_thread|futex|thread|set_thread|num_log)\w+$/,
];
/** What they have beside the functions of musl, and what of musl has no meaning here. */
const OTHERS = new Set(["getentropy", "setgroups"]);
/** Calls that clang replaces; and threads and processes, which are never begun. */
const REFUSED =
  /^(?:_?_?(?:sig)?(?:set|long)jmp|_longjmp|__sigsetjmp|fork|vfork|pthread_create|thrd_create|posix_spawnp?|emscripten_stack_(?:init|set_limits)|emscripten_scan\w+)$/;

const musl = new Set(
  readFileSync(new URL("../../wasm/libc/musl.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith(" "))
    .flatMap((line) => line.trim().split(" ")),
);

/** Exports of the main module, and the functions in JavaScript that it imports itself. */
function namesOf(release: string): Set<string> {
  const module = new WebAssembly.Module(readFileSync(join(folder ?? "", release, "package", "pyodide.asm.wasm")));
  const imports = WebAssembly.Module.imports(module).filter(({ module: from }) => {
    return from === "env" || from === "wasi_snapshot_preview1";
  });
  return new Set([...WebAssembly.Module.exports(module), ...imports].map(({ name }) => name));
}

const byPlatform = new Map(
  Object.entries(PLATFORMS).map(([platform, releases]) => {
    const [first = new Set<string>(), ...others] = releases.map(namesOf);
    return [platform, new Set([...first].filter((name) => others.every((names) => names.has(name))))] as const;
  }),
);

const isOfC = (name: string): boolean =>
  !REFUSED.test(name) && (musl.has(name) || OTHERS.has(name) || OF_COMPILERS.some((pattern) => pattern.test(name)));

/** `main 2025.0`, `main 2025.0 -@2026.5` */
function historyOf(name: string): string | undefined {
  const since = Object.keys(CHANGED_AT).find((platform) => CHANGED_AT[platform]?.includes(name));
  const has = LINKED.map((platform) => byPlatform.get(platform)?.has(name) === true);
  // What changes in the first platforms counts from then on, and what changes in later ones until then.
  const from = Math.max(has.indexOf(true), since === LINKED[1] ? 1 : 0);
  if (has.indexOf(true) < 0) return undefined;
  const lost = has.indexOf(false, from);
  const until = since === undefined || since === LINKED[1] ? lost : LINKED.indexOf(since);
  return [`main ${LINKED[from]}`, ...(until < 0 ? [] : [`-@${LINKED[until]}`])].join(" ");
}

const all = new Set(LINKED.flatMap((platform) => [...(byPlatform.get(platform) ?? [])]));
const rows = new Map<string, Map<string, string>>();
for (const name of all) {
  const history = isOfC(name) ? historyOf(name) : undefined;
  if (history !== undefined) rows.set(name, new Map([["wasm32", history]]));
}
const releases = Object.values(PLATFORMS).slice(1).flat().join(", ");
writeFileSync(
  new URL("../../wasm/libc/emscripten.txt", import.meta.url),
  `# C functions and data that the main module of Pyodide has for side modules, by platform (pyemscripten_2025_0 is 2025.0).
# Origin: pyodide.asm.wasm of the npm package pyodide, versions ${releases}; as of ${date}.
# Written by .ci/refresh/emscripten-symbols.ts; not edited by hand. The words are those of glibc.txt. Names of Python and
# of libraries that it holds (zlib, sqlite3) are left out, and so is what has another layout on another platform.
releases ${LINKED[0]} ${LINKED.at(-1)}
${formatSymbols(rows, new Map())}`,
);

/**
 * Names that some platform lacks, by the platforms that have them: those of C, of Python, and of C++ exceptions. The C++
 * library has too many; and `invoke_` with its types is made when a module wants it.
 */
const OF_OTHERS =
  /^_?Py_?[A-Z]|^__cxa_|^_Unwind_|^__c_longjmp$|^__cpp_exception$|^__wasm_|^_?emscripten_(?!gl|webgl|asm)/;
const everywhere = [...new Set([...byPlatform.values()].flatMap((names) => [...names]))].filter(
  (name) => isOfC(name) || OF_OTHERS.test(name),
);
const groups = new Map<string, string[]>();
for (const name of everywhere.sort(byCodePoint)) {
  const changed = Object.keys(CHANGED_AT).find((platform) => CHANGED_AT[platform]?.includes(name));
  const platforms = [...byPlatform].flatMap(([platform, names]) => {
    const isOther = changed !== undefined && (changed === LINKED[1] ? platform < changed : platform >= changed);
    return names.has(name) && !isOther ? [platform] : [];
  });
  if (platforms.length === byPlatform.size) continue;
  const key = platforms.join(" ");
  groups.set(key, [...(groups.get(key) ?? []), name]);
}
const tables = [...groups].sort(([left], [right]) => byCodePoint(left, right));
const lines = tables.map(([platforms, names]) => {
  const text = wrapNames(names)
    .split("\n")
    .map((line) => `    ${line.trim()}`)
    .join("\n");
  return `  "${platforms}": \`\n${text}\n  \`,`;
});
writeFileSync(
  new URL("../../src/core/audit/data/pyemscripten-symbols.ts", import.meta.url),
  `/**
 * Names of Pyodide's main module that not every platform has, by the platforms that have them. Those of libraries are left out.
 * Origin: pyodide.asm.wasm of the npm package pyodide, versions ${Object.values(PLATFORMS).flat().join(", ")}; as of ${date}.
 * Written by .ci/refresh/emscripten-symbols.ts; not edited by hand.
 */
export const PYEMSCRIPTEN_SYMBOLS: Readonly<Record<string, string>> = {
${lines.join("\n")}
};
`,
);
