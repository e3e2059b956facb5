/**
 * The platforms that the WASM compiler builds for: one row a platform, with what each tool of the chain must be told.
 * Specs: https://clang.llvm.org/docs/CrossCompilation.html#target-triple; PEP 600 and 656 for the floors.
 */
import { PackwheelError } from "../errors.ts";
import { closestMatch } from "../names/closest.ts";
import { isSameTarget, parseTarget, type Target } from "../tags/target.ts";
import { EMSCRIPTEN_TARGETS } from "./emscripten.ts";
import { LINUX_TARGETS } from "./linux.ts";
import { MACOS_TARGETS } from "./macos.ts";
import { WINDOWS_TARGETS } from "./windows.ts";

export interface BuildTarget {
  /** `linux-x86_64`, `musl-aarch64` */
  readonly name: string;
  /** As clang takes it: `x86_64-unknown-linux-gnu`. */
  readonly triple: string;
  readonly system: "linux" | "macos" | "windows" | "emscripten";
  readonly libc: "glibc" | "musl" | "libSystem" | "ucrt" | "emscripten";
  /** As platform tags name it: `armv7l`. */
  readonly machine: string;
  /** Oldest version of the C library that the result runs with, as its tag says it: `2.17`; `1.1` and `1.2` for musl. */
  readonly defaultFloor: string;
  /** Platform tag of what is built for that floor: `manylinux_2_17_x86_64`. */
  readonly defaultTag: string;
  /** Folders of C headers below `wasm/`, in the order of search. */
  readonly includes: readonly string[];
  /** Further words for clang: `-march=x86-64`. */
  readonly clangFlags: readonly string[];
  /** What makes machine code of the intermediate code: llc, after the lowering, or clang itself. */
  readonly codeGenerator: "llc" | "clang";
  /** Further words for the code generator: `-target-abi=lp64d`. */
  readonly llcFlags: readonly string[];
  /** What `ld.lld -m` takes, where it links: `elf_x86_64`, `i386pep`. */
  readonly linkerEmulation?: string;
  /** Program that loads programs of this target, where there is one: `/lib64/ld-linux-x86-64.so.2`. */
  readonly interpreter?: string;
  /** How results are proved to run: `native`, `qemu-user`. */
  readonly proof: string;
  /** Targets whose results are merged into one: no compiler is asked for this one itself. */
  readonly parts?: readonly string[];
}

/** Every target there is. */
export const BUILD_TARGETS: readonly BuildTarget[] = [
  ...LINUX_TARGETS,
  ...MACOS_TARGETS,
  ...WINDOWS_TARGETS,
  ...EMSCRIPTEN_TARGETS,
];

/**
 * The targets that words mean, each once, in the order of `BUILD_TARGETS`.
 *
 * @param words Names (`linux-x86_64`), triples (`aarch64-linux-gnu`), groups (`linux`: all with glibc; `musl`), `all`,
 *   `host`; several in one word with commas between.
 * @param host Triple of this machine, for the word `host`.
 * @throws {PackwheelError} `TARGET_UNKNOWN`
 */
export function findTargets(words: readonly string[], host?: string): readonly BuildTarget[] {
  const wanted = new Set<BuildTarget>();
  for (const word of words.flatMap((each) => each.split(",")).map((each) => each.trim())) {
    for (const target of targetsOf(word, host)) wanted.add(target);
  }
  return BUILD_TARGETS.filter((target) => wanted.has(target));
}

/** Whether a target is there for the word `all` alone: nobody asked for it by name, triple or group. */
export function isInAllAlone(target: BuildTarget, words: readonly string[], host?: string): boolean {
  const others = words.flatMap((each) => each.split(",")).filter((word) => word.trim() !== "all");
  return !findTargets(others, host).includes(target);
}

/** What the versions of a floor are of, for people. */
export function floorName({ libc }: BuildTarget): string {
  return libc === "libSystem" ? "macOS" : libc === "ucrt" ? "Windows" : libc;
}

/** What the rest of packwheel calls a target: the same triple, with the parts that other compilers tell apart. */
export function targetOf({ triple, machine, libc }: BuildTarget): Target {
  return parseTarget(triple) ?? { triple, system: "other", machine, musl: libc === "musl" };
}

/** Names that the rest of packwheel has for the same. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([["windows-x86", "windows-win32"]]);

function targetsOf(word: string, host: string | undefined): readonly BuildTarget[] {
  if (word === "all") return BUILD_TARGETS;
  if (word === "host") return [hostTarget(host)];
  const group = BUILD_TARGETS.filter(({ name }) => groupOf(name) === word);
  if (group.length > 0) return group;
  const meant = OTHER_NAMES.get(word) ?? word;
  const target = BUILD_TARGETS.find(({ name }) => name === meant) ?? findByTriple(word);
  if (target === undefined) throw unknownTarget(word);
  return [target];
}

/** `musl-x86_64` -> `musl` */
function groupOf(name: string): string {
  return name.slice(0, name.indexOf("-"));
}

/** Ends of triples whose code is that of the row: `aarch64-linux-gnu`, not `x86_64-linux-gnux32` or soft-float ARM. */
const LINUX_ENVIRONMENTS: Readonly<Record<BuildTarget["machine"], readonly string[]>> = {
  armv7l: ["gnueabihf", "musleabihf"],
};
const PLAIN_ENVIRONMENTS: readonly string[] = ["gnu", "musl"];

function findByTriple(triple: string): BuildTarget | undefined {
  // Debian and GNU call hard-float ARMv7 plain `arm`.
  const parsed = parseTarget(triple.replace(/^arm-(?=.*eabihf$)/i, "armv7-"));
  if (parsed === undefined) return undefined;
  const target = BUILD_TARGETS.find((each) => isSameTarget(targetOf(each), parsed));
  if (target?.system !== "linux") return target;
  const environment = triple.toLowerCase().split("-").at(-1) ?? "";
  return (LINUX_ENVIRONMENTS[target.machine] ?? PLAIN_ENVIRONMENTS).includes(environment) ? target : undefined;
}

function hostTarget(host: string | undefined): BuildTarget {
  const target = host === undefined ? undefined : findByTriple(host);
  if (target !== undefined) return target;
  throw new PackwheelError(
    "TARGET_UNKNOWN",
    `Cannot build for this machine${host === undefined ? "" : ` ("${host}")`}: it is none of the targets`,
    { hint: "Run packwheel targets for the list" },
  );
}

function unknownTarget(word: string): PackwheelError {
  const groups = [...new Set(BUILD_TARGETS.map(({ name }) => groupOf(name)))];
  const names = BUILD_TARGETS.map(({ name }) => name);
  const triples = BUILD_TARGETS.map(({ triple }) => triple);
  const parsed = parseTarget(word);
  // A bare machine, or a triple for it: `aarch64`, `aarch64-apple-darwin`.
  const machine = parsed?.machine ?? parseTarget(`${word}-linux`)?.machine;
  const isMeant = ({ system }: BuildTarget): boolean =>
    parsed?.system === "other" || (parsed?.system ?? system) === system;
  const ofMachine = BUILD_TARGETS.filter((target) => target.machine === machine && isMeant(target)).map(
    ({ name }) => name,
  );
  const near = closestMatch(word, [...names, ...groups, "all", "host", ...triples]);
  const suggestions = near === undefined ? ofMachine : [near];
  return new PackwheelError("TARGET_UNKNOWN", `Cannot build for "${word}": there is no such target`, {
    hint:
      suggestions.length === 0
        ? `Choose one of ${names.join(", ")}; or a group: all, ${groups.join(", ")}, host`
        : `Did you mean ${suggestions.map((name) => `"${name}"`).join(" or ")}?`,
  });
}
