/**
 * Rewrites `wasm/libc/glibc.txt`: which library of glibc has which symbol, with which version, release by release.
 *
 *   node --import tsx .ci/refresh/glibc-symbols.ts path/to/glibc.git 2026-11-27
 *
 * The first argument is a clone of https://sourceware.org/git/glibc.git with its tags. From there come names, versions,
 * kinds and sizes: the lists (`*.abilist`) by which glibc's own tests keep its interface stable. What these lists do
 * not tell comes from Debian's libc6 packages on this machine (libc6, libc6-*-cross; read with readelf): which symbols
 * are there for old programs alone, and which objects have several names.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { CROSS_TOOLS, libraryFolder } from "../../test/conformance/cross-tools.ts";
import { type InstalledSymbols, readInstalledSymbols } from "./installed-symbols.ts";
import { byCodePoint, formatSymbols, wrapNames } from "./symbol-lists.ts";

const [repository, date] = process.argv.slice(2);
if (repository === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: glibc-symbols.ts path/to/glibc.git YYYY-MM-DD");
  process.exit(2);
}

/** The floors that targets may have begin here. */
const FIRST_RELEASE = 17;
const RELEASES = git("tag", "--list", "glibc-2.*")
  .split("\n")
  .map((tag) => Number(/^glibc-2\.(\d+)$/.exec(tag)?.[1] ?? 0))
  .filter((minor) => minor >= FIRST_RELEASE)
  .sort((a, b) => a - b);

const LINUX = "sysdeps/unix/sysv/linux";
interface Architecture {
  readonly machine: string;
  /** Where its lists have been. */
  readonly folders: readonly string[];
  readonly suffix?: string;
  readonly loader: string;
}
const ARCHITECTURES: readonly Architecture[] = [
  { machine: "x86_64", folders: ["x86_64/64"], loader: "ld-linux-x86-64.so.2" },
  { machine: "aarch64", folders: ["aarch64"], loader: "ld-linux-aarch64.so.1" },
  { machine: "i686", folders: ["i386"], loader: "ld-linux.so.2" },
  { machine: "armv7l", folders: ["arm/le", "arm"], loader: "ld-linux-armhf.so.3" },
  { machine: "ppc64le", folders: ["powerpc/powerpc64/le", "powerpc/powerpc64"], suffix: "-le", loader: "ld64.so.2" },
  { machine: "s390x", folders: ["s390/s390-64", "s390"], loader: "ld64.so.1" },
  { machine: "riscv64", folders: ["riscv/rv64"], loader: "ld-linux-riscv64-lp64d.so.1" },
];
/** Of two libraries with the same symbol the first is taken. */
const LIBRARIES: Readonly<Record<string, string>> = {
  libc: "libc.so.6",
  ld: "ld",
  libm: "libm.so.6",
  libpthread: "libpthread.so.0",
  libdl: "libdl.so.2",
  librt: "librt.so.1",
  libutil: "libutil.so.1",
  libresolv: "libresolv.so.2",
  libanl: "libanl.so.1",
};
/** Symbols that were withdrawn late, and offered until then: the release that withdrew them. */
const WITHDRAWN_LATE: readonly { readonly names: RegExp; readonly release: number }[] = [
  { names: /^pthread_yield$/, release: 34 },
  // What the macros of <resolv.h> named, when the library still had its own file.
  { names: /^__(?:res|dn)_/, release: 34 },
];
/** For old programs alone already in libpthread.so.0, of which Debian has no copy any more. */
const OLD_ALONE: ReadonlySet<string> = new Set(["pthread_atfork"]);

interface Listed {
  readonly version: string;
  readonly kind: "F" | "D";
  readonly size: number;
}
/** Where a plain name leads from a release on; undefined once it leads nowhere. */
interface Home {
  readonly from: number;
  readonly library: string;
  readonly version: string;
}
interface SymbolHistory {
  readonly homes: Home[];
  kind: "F" | "D";
  size: number;
}

function git(...words: string[]): string {
  return execFileSync("git", ["-C", repository ?? "", ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
}

/** Both forms of the lists: `GLIBC_2.0 abs F`, and until 2.22 a line for the version with lines for symbols below. */
function parseList(text: string): Map<string, Listed[]> {
  const symbols = new Map<string, Listed[]>();
  let heading = "";
  for (const line of text.split("\n")) {
    if (/^\S+$/.test(line)) heading = line;
    const [, version = heading, name = "", kind = "", size = "0"] =
      /^(\S+)? (\S+) ([FD])(?: (0x[0-9a-f]+))?$/.exec(line) ?? [];
    // Of GCC_3.0 are some that libgcc has in other places.
    if (!version.startsWith("GLIBC_") || name === "" || name.endsWith("_version_placeholder")) continue;
    const listed = { version: version.slice("GLIBC_".length), kind: kind as "F" | "D", size: Number(size) };
    symbols.set(name, [...(symbols.get(name) ?? []), listed]);
  }
  return symbols;
}

function readList(paths: ReadonlySet<string>, tag: string, { folders, suffix }: Architecture, library: string): string {
  const endings = suffix === undefined ? [""] : [suffix, ""];
  for (const folder of folders) {
    for (const ending of endings) {
      // Without an ending of its own, a list in the wider folder is that of another byte order.
      if (suffix !== undefined && ending === "" && !folder.endsWith("/le")) continue;
      for (const room of ["", "nptl/"]) {
        for (const root of ["", "ports/"]) {
          const path = `${root}${LINUX}/${folder}/${room}${library}${ending}.abilist`;
          if (paths.has(path)) return git("show", `${tag}:${path}`);
        }
      }
    }
  }
  return "";
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left.split(".").map(Number), right.split(".").map(Number)];
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether a version is no default of a name, and never was: Debian's library keeps it for old programs, though it is newer
 * than the default, or there is none. Lists do not tell.
 */
function isForOldPrograms(installed: InstalledSymbols, library: string, name: string, version: string): boolean {
  if (OLD_ALONE.has(name)) return true;
  if (!installed.hidden.has(`${library} ${name} GLIBC_${version}`)) return false;
  const plain = installed.plain.get(name);
  return plain?.library !== library || compareVersions(plain.version.slice("GLIBC_".length), version) < 0;
}

function readHistories(architecture: Architecture, installed: InstalledSymbols): Map<string, SymbolHistory> {
  const histories = new Map<string, SymbolHistory>();
  for (const release of RELEASES) {
    const tag = `glibc-2.${release}`;
    const paths = new Set(git("ls-tree", "-r", "--name-only", tag, "ports", "sysdeps").split("\n"));
    const seen = new Set<string>();
    for (const [list, library] of Object.entries(LIBRARIES)) {
      for (const [name, all] of parseList(readList(paths, tag, architecture, list))) {
        const late = WITHDRAWN_LATE.find(({ names }) => names.test(name))?.release ?? 0;
        const listed = all.filter(
          ({ version }) => release < late || !isForOldPrograms(installed, library, name, version),
        );
        if (listed.length === 0) withdrawn.add(name);
        if (seen.has(name) || listed.length === 0) continue;
        seen.add(name);
        const newest = listed.reduce((best, each) => (compareVersions(each.version, best.version) > 0 ? each : best));
        const history = histories.get(name) ?? { homes: [], kind: newest.kind, size: newest.size };
        histories.set(name, history);
        history.kind = newest.kind;
        history.size = newest.size;
        const last = history.homes.at(-1);
        if (last?.library === library && last.version === newest.version) continue;
        history.homes.push({ from: release, library, version: newest.version });
      }
    }
    if (seen.size === 0) continue; // not an architecture yet, or one without lists
    for (const [name, history] of histories) {
      const last = history.homes.at(-1);
      if (!seen.has(name) && last?.library !== "") history.homes.push({ from: release, library: "", version: "" });
    }
  }
  return histories;
}

/** Of all libraries together. */
function readInstalled({ machine, loader }: Architecture): InstalledSymbols {
  const tools = CROSS_TOOLS.find((each) => each.machine === machine);
  if (tools === undefined) throw new Error(`No Debian packages are known for ${machine}`);
  const files = Object.values(LIBRARIES).map((name) => `${libraryFolder(tools)}/${name === "ld" ? loader : name}`);
  return readInstalledSymbols(files, (version) => version.startsWith("GLIBC_2"));
}

/** `libc.so.6 2.2.5 2.14`: a home begins with the release of its version, unless it says otherwise. */
function formatHistory({ homes, kind, size }: SymbolHistory, machine: string): string {
  const first = firstReleases.get(machine) ?? FIRST_RELEASE;
  let library = "";
  const words: string[] = [];
  for (const home of homes) {
    if (home.library !== library && home.library !== "") words.push(home.library);
    library = home.library;
    const minor = Number(home.version.split(".")[1]);
    const natural = home.library !== "" && (home.from === minor || (home.from === first && minor <= first));
    words.push(`${home.version === "" ? "-" : home.version}${natural ? "" : `@2.${home.from}`}`);
  }
  return `${words.join(" ")}${kind === "D" ? ` =${size}` : ""}`;
}

const firstReleases = new Map<string, number>();
const rows = new Map<string, Map<string, string>>(); // symbol -> machine -> history
const aliases = new Map<string, string>(); // other name -> name
const withdrawn = new Set<string>();
for (const architecture of ARCHITECTURES) {
  const { machine } = architecture;
  const installed = readInstalled(architecture);
  const histories = readHistories(architecture, installed);
  const first = Math.min(...[...histories.values()].map(({ homes }) => homes[0]?.from ?? Number.POSITIVE_INFINITY));
  firstReleases.set(machine, first);
  for (const [name, history] of histories) {
    const row = rows.get(name) ?? new Map<string, string>();
    rows.set(name, row.set(machine, formatHistory(history, machine)));
  }
  for (const [name, owner] of installed.aliases) {
    if (!histories.has(name) || !histories.has(owner)) continue;
    const root = installed.aliases.get(owner) ?? owner;
    if ((aliases.get(name) ?? root) !== root) throw new Error(`${name} is not the same object on all machines`);
    aliases.set(name, root);
  }
}

const gone = [...withdrawn].filter((name) => !rows.has(name)).sort(byCodePoint);
const last = RELEASES.at(-1);

writeFileSync(
  new URL("../../wasm/libc/glibc.txt", import.meta.url),
  `# Symbols of glibc 2.${FIRST_RELEASE} to 2.${last}, by library, version and machine.
# Origin: the *.abilist files of https://sourceware.org/git/glibc.git, tags glibc-2.${FIRST_RELEASE} to glibc-2.${last}, and what
# Debian's libc6 packages tell of symbols for old programs and of objects with several names; as of ${date}.
# Written by .ci/refresh/glibc-symbols.ts; not edited by hand.
#
# A line at the margin says where the plain names below it lead, for each machine that has them:
#   x86_64 libpthread.so.0 2.2.5 libc.so.6 2.34
# From release 2.2.5 on they are in libpthread.so.0 with version GLIBC_2.2.5, from 2.34 on in libc.so.6 with GLIBC_2.34.
#   2.2.5@2.30   version GLIBC_2.2.5, from release 2.30 on      -@2.34   nowhere, from release 2.34 on
#   ld           the loader of the machine                      =8       an object of 8 bytes
#   alias X      other names of the object X                    withdrawn   there for old programs alone
releases 2.${FIRST_RELEASE} 2.${last}
${formatSymbols(rows, aliases)}withdrawn
${wrapNames(gone)}
`,
);
