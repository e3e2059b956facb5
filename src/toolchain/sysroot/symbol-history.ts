/**
 * Which symbols a C library has, release by release: the data files `wasm/libc/glibc.txt` and `wasm/libc/musl.txt`.
 *
 *     releases 2.17 2.42
 *     x86_64 libpthread.so.0 2.2.5 libc.so.6 2.34; riscv64 libpthread.so.0 2.27 libc.so.6 2.34
 *      pthread_create pthread_join
 *
 * A line at the margin says where the names below it lead. On x86_64, from release 2.2.5 on, they are in libpthread.so.0
 * with version 2.2.5, and from 2.34 on in libc.so.6 with version 2.34. `2.2.5@2.30` is version 2.2.5 from release 2.30
 * on, `-@2.34` nowhere from release 2.34 on, `=8` an object of 8 bytes.
 */
import { PackwheelError } from "../../core/errors.ts";

export interface LibrarySymbols {
  /** The first and the last release that the data tell of. */
  readonly oldest: string;
  readonly newest: string;
  /** Machine -> name -> history. */
  readonly machines: ReadonlyMap<string, ReadonlyMap<string, SymbolHistory>>;
  /** Other name of an object -> its name: `environ` -> `__environ`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Names that the library keeps for old programs alone. */
  readonly withdrawn: ReadonlySet<string>;
}

export interface SymbolHistory {
  /** Oldest first. */
  readonly homes: readonly SymbolHome[];
  /** Bytes of an object; undefined for functions. */
  readonly objectSize: number | undefined;
}

export interface SymbolHome {
  /** The release from which on it holds. */
  readonly from: string;
  /** `libc.so.6`; `ld` is the loader of the machine; undefined when the symbol is in no library any more. */
  readonly library: string | undefined;
  /** Version of the symbol. */
  readonly version: string;
}

/**
 * @param name What messages call the file: `libc/glibc.txt`.
 * @throws {PackwheelError} `SYSROOT_INVALID`
 */
export function parseLibrarySymbols(text: string, name: string): LibrarySymbols {
  const machines = new Map<string, Map<string, SymbolHistory>>();
  const aliases = new Map<string, string>();
  const withdrawn = new Set<string>();
  let releases: readonly string[] = [];
  let add: ((symbol: string) => void) | undefined;
  text.split("\n").forEach((line, index) => {
    if (line === "" || line.startsWith("#")) return;
    const words = line.trim().split(" ");
    if (line.startsWith(" ")) {
      if (add === undefined) throw invalid(name, `line ${index + 1} has names that belong to nothing`);
      words.forEach(add);
    } else if (words[0] === "releases") {
      releases = words.slice(1);
    } else if (words[0] === "alias") {
      const owner = words[1] ?? "";
      add = (symbol) => aliases.set(symbol, owner);
    } else if (words[0] === "withdrawn") {
      add = (symbol) => withdrawn.add(symbol);
    } else {
      const histories = line.split("; ").map((part) => parseMachines(part, name, index + 1));
      add = (symbol) => {
        for (const { machine, history } of histories.flat()) {
          const symbols = machines.get(machine) ?? new Map<string, SymbolHistory>();
          machines.set(machine, symbols.set(symbol, history));
        }
      };
    }
  });
  const [oldest, newest] = releases;
  if (oldest === undefined || newest === undefined) throw invalid(name, 'it has no line "releases"');
  return { oldest, newest, machines, aliases, withdrawn };
}

/** `x86_64,s390x libc.so.6 2.2.5 2.14 =8` */
function parseMachines(
  text: string,
  name: string,
  line: number,
): readonly { readonly machine: string; readonly history: SymbolHistory }[] {
  const [list = "", ...words] = text.split(" ");
  const homes: SymbolHome[] = [];
  let library: string | undefined;
  let objectSize: number | undefined;
  for (const word of words) {
    const [, version = "", release] = /^(-|\d+(?:\.\d+)+)(?:@(\d+(?:\.\d+)+))?$/.exec(word) ?? [];
    const [, size] = /^=(\d+)$/.exec(word) ?? [];
    if (size !== undefined) objectSize = Number(size);
    else if (version === "") library = word;
    else if (library === undefined) throw invalid(name, `line ${line} has a version without a library`);
    else if (version === "-") homes.push({ from: release ?? "", library: undefined, version: "" });
    else homes.push({ from: release ?? version, library, version });
  }
  if (homes.length === 0) throw invalid(name, `line ${line} has machines without a version`);
  return list.split(",").map((machine) => ({ machine, history: { homes, objectSize } }));
}

/** Where a plain name leads at a release; undefined where it leads nowhere. */
export function homeAt(history: SymbolHistory, release: string): SymbolHome | undefined {
  const home = history.homes.findLast(({ from }) => compareReleases(from, release) <= 0);
  return home?.library === undefined ? undefined : home;
}

/** `2.2.5` before `2.17`; `1.2` is `1.2.0`. */
export function compareReleases(left: string, right: string): number {
  const [a, b] = [left.split(".").map(Number), right.split(".").map(Number)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function invalid(name: string, problem: string): PackwheelError {
  return new PackwheelError("SYSROOT_INVALID", `Cannot read ${name}: ${problem}`, {
    hint: "Install packwheel again",
  });
}
