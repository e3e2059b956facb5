/**
 * The helpers that compiled code calls where a machine has no instruction: which file of `wasm/rt` has which.
 *
 * A link takes the symbols that its objects leave undefined, compiles the files that have them, and does so again with
 * what these files want. As in an archive, what nobody wants is not there.
 */
import { PackwheelError } from "../../core/errors.ts";
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { checkFloor, readTargetSymbols, type SysrootFiles } from "./library-data.ts";
import { homeAt } from "./symbol-history.ts";

/** What the helpers in C are compiled with, besides what the target asks for. They say themselves that they are hidden. */
export const RUNTIME_FLAGS: readonly string[] = [
  "-std=gnu17",
  "-O2",
  "-fPIC",
  "-ffreestanding",
  "-fno-stack-protector",
  "-ffp-contract=off",
];

/** Those in C++ include the standard library's headers, and the C library's. */
const CXX_RUNTIME_FLAGS: readonly string[] = ["-std=c++17", "-O2", "-fPIC", "-fno-stack-protector"];

/** @param path Below `wasm/`. */
export function helperLanguage(path: string): { readonly language: "c" | "c++"; readonly flags: readonly string[] } {
  return path.endsWith(".cc") ? { language: "c++", flags: CXX_RUNTIME_FLAGS } : { language: "c", flags: RUNTIME_FLAGS };
}

/** `_start` and what calls `main`: linked into programs, not into libraries. Path below `wasm/`. */
export const PROGRAM_START = "rt/crt/start.c";

const INDEX = "rt/index.txt";

/**
 * Helper -> the file below `wasm/` that has it, without those that the C library of the target has at this floor.
 *
 * @throws {PackwheelError} `SYSROOT_INVALID`, `TARGET_FLOOR_INVALID`
 */
export function runtimeHelpers(target: BuildTarget, floor: string, sysroot: SysrootFiles): ReadonlyMap<string, string> {
  const bytes = sysroot.get(INDEX);
  if (bytes === undefined) throw invalid("it is missing");
  const { library, symbols } = readTargetSymbols(target, sysroot);
  const release = checkFloor(target, floor, library);
  const helpers = new Map<string, string>();
  for (const { path, targets, names } of parseIndex(new TextDecoder().decode(bytes))) {
    if (!targets.some((word) => isMeant(word, target))) continue;
    for (const name of names) {
      const history = symbols.get(name);
      if (history === undefined || homeAt(history, release) === undefined) helpers.set(name, `rt/${path}`);
    }
  }
  return helpers;
}

/** Machines of which the index speaks by another name: it has those of Linux. */
const PROCESSORS: Readonly<Record<string, string>> = { amd64: "x86_64", arm64: "aarch64", x86: "i686" };

function isMeant(word: string, { name, machine }: BuildTarget): boolean {
  const processor = PROCESSORS[machine] ?? machine;
  return word === "*" || word === processor || word === name || name.startsWith(`${word}-`);
}

interface IndexRow {
  readonly path: string;
  readonly targets: readonly string[];
  readonly names: string[];
}

/**
 *     builtins/half.c
 *      *: __gnu_f2h_ieee __gnu_h2f_ieee
 *        __truncdfhf2
 *      armv7l: __aeabi_h2f
 */
function parseIndex(text: string): readonly IndexRow[] {
  const rows: IndexRow[] = [];
  let path: string | undefined;
  text.split("\n").forEach((line, index) => {
    if (line === "" || line.startsWith("#")) return;
    if (!line.startsWith(" ")) {
      path = line;
      return;
    }
    const [before = "", after] = line.split(":");
    if (after === undefined) {
      const row = rows.at(-1);
      if (row === undefined) throw invalid(`line ${index + 1} belongs to nothing`);
      row.names.push(...before.trim().split(" "));
      return;
    }
    if (path === undefined) throw invalid(`line ${index + 1} belongs to no file`);
    rows.push({ path, targets: before.trim().split(" "), names: after.trim().split(" ") });
  });
  return rows;
}

function invalid(problem: string): PackwheelError {
  return new PackwheelError("SYSROOT_INVALID", `Cannot read ${INDEX}: ${problem}`, { hint: "Install packwheel again" });
}
