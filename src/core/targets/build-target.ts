/**
 * The platforms that the WASM compiler builds for: one row a platform, with what each tool of the chain must be told.
 * Specs: https://clang.llvm.org/docs/CrossCompilation.html#target-triple; PEP 600 and 656 for the floors.
 */
import { PackwheelError } from "../errors.ts";
import { closestMatch } from "../names/closest.ts";
import { isSameTarget, parseTarget, type Target } from "../tags/target.ts";

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
  /** Further words for clang: `-march=x86-64`. */
  readonly clangFlags: readonly string[];
  /** Further words for the code generator: `-target-abi=lp64d`. */
  readonly llcFlags: readonly string[];
  /** What `ld.lld -m` takes: `elf_x86_64`. */
  readonly linkerEmulation: string;
  /** Program that loads programs of this target, where there is one: `/lib64/ld-linux-x86-64.so.2`. */
  readonly interpreter?: string;
  /** How results are proved to run: `native`, `qemu-user`. */
  readonly proof: string;
}

/** What glibc and musl have in common on one machine. */
interface LinuxMachine {
  readonly machine: string;
  /** First part of the triple. */
  readonly architecture: string;
  /** What follows `gnu` and `musl` in the triple. */
  readonly abi: string;
  readonly clangFlags: readonly string[];
  readonly llcFlags: readonly string[];
  readonly linkerEmulation: string;
  readonly glibc: { readonly floor: string; readonly interpreter: string };
  /** The name that musl's loader has on this machine: `/lib/ld-musl-armhf.so.1`. */
  readonly musl: { readonly floor: string; readonly interpreter: string };
}

/** Each is built for the oldest processors that the wheels of its tag must run on. */
const LINUX_MACHINES: readonly LinuxMachine[] = [
  {
    machine: "x86_64",
    architecture: "x86_64",
    abi: "",
    clangFlags: ["-march=x86-64"],
    llcFlags: [],
    linkerEmulation: "elf_x86_64",
    glibc: { floor: "2.17", interpreter: "/lib64/ld-linux-x86-64.so.2" },
    musl: { floor: "1.1", interpreter: "/lib/ld-musl-x86_64.so.1" },
  },
  {
    machine: "aarch64",
    architecture: "aarch64",
    abi: "",
    // The helpers of out-of-line atomics are in libgcc, which a library should not need.
    // There is no arm_neon.h, which is made from tables of LLVM's own: code that asks takes its other way.
    clangFlags: ["-march=armv8-a", "-mno-outline-atomics", "-U__ARM_NEON", "-U__ARM_NEON__"],
    llcFlags: [],
    linkerEmulation: "aarch64linux",
    glibc: { floor: "2.17", interpreter: "/lib/ld-linux-aarch64.so.1" },
    musl: { floor: "1.1", interpreter: "/lib/ld-musl-aarch64.so.1" },
  },
  {
    machine: "i686",
    architecture: "i686",
    abi: "",
    // With SSE2, float and double are rounded as everywhere else; x87 would keep more digits here and there.
    clangFlags: ["-march=pentium4"],
    llcFlags: [],
    linkerEmulation: "elf_i386",
    glibc: { floor: "2.17", interpreter: "/lib/ld-linux.so.2" },
    // Until musl 1.2, time_t has 32 bits on machines of 32 bits.
    musl: { floor: "1.2", interpreter: "/lib/ld-musl-i386.so.1" },
  },
  {
    machine: "armv7l",
    architecture: "armv7",
    abi: "eabihf",
    // Not every ARMv7 has NEON, and clang takes it for granted.
    clangFlags: ["-march=armv7-a", "-mfpu=vfpv3-d16", "-mfloat-abi=hard"],
    llcFlags: [],
    linkerEmulation: "armelf_linux_eabi",
    glibc: { floor: "2.17", interpreter: "/lib/ld-linux-armhf.so.3" },
    musl: { floor: "1.2", interpreter: "/lib/ld-musl-armhf.so.1" },
  },
  {
    machine: "ppc64le",
    architecture: "powerpc64le",
    abi: "",
    clangFlags: ["-mcpu=pwr8"],
    llcFlags: [],
    linkerEmulation: "elf64lppc",
    glibc: { floor: "2.17", interpreter: "/lib64/ld64.so.2" },
    musl: { floor: "1.1", interpreter: "/lib/ld-musl-powerpc64le.so.1" },
  },
  {
    machine: "s390x",
    architecture: "s390x",
    abi: "",
    clangFlags: ["-march=z10"],
    llcFlags: [],
    linkerEmulation: "elf64_s390",
    glibc: { floor: "2.17", interpreter: "/lib/ld64.so.1" },
    musl: { floor: "1.1", interpreter: "/lib/ld-musl-s390x.so.1" },
  },
  {
    machine: "riscv64",
    architecture: "riscv64",
    abi: "",
    clangFlags: ["-march=rv64gc", "-mabi=lp64d"],
    // Assembler code outside of functions is without their features, and would not fit to the rest.
    llcFlags: ["-target-abi=lp64d", "-mattr=+m,+a,+f,+d,+c"],
    linkerEmulation: "elf64lriscv",
    // The oldest policy that knows the machine.
    glibc: { floor: "2.31", interpreter: "/lib/ld-linux-riscv64-lp64d.so.1" },
    musl: { floor: "1.1", interpreter: "/lib/ld-musl-riscv64.so.1" },
  },
];

/** Every target there is, glibc before musl. */
export const BUILD_TARGETS: readonly BuildTarget[] = [
  ...LINUX_MACHINES.map((machine) => linuxTarget(machine, "glibc")),
  ...LINUX_MACHINES.map((machine) => linuxTarget(machine, "musl")),
];

function linuxTarget(row: LinuxMachine, libc: "glibc" | "musl"): BuildTarget {
  const { floor, interpreter } = row[libc];
  return {
    name: `${libc === "glibc" ? "linux" : "musl"}-${row.machine}`,
    triple: `${row.architecture}-unknown-linux-${libc === "glibc" ? "gnu" : "musl"}${row.abi}`,
    system: "linux",
    libc,
    machine: row.machine,
    defaultFloor: floor,
    clangFlags: row.clangFlags,
    llcFlags: row.llcFlags,
    linkerEmulation: row.linkerEmulation,
    interpreter,
    proof: row.machine === "x86_64" ? "native" : "qemu-user",
  };
}

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

/** What the rest of packwheel calls a target: the same triple, with the parts that other compilers tell apart. */
export function targetOf({ triple, machine, libc }: BuildTarget): Target {
  return parseTarget(triple) ?? { triple, system: "other", machine, musl: libc === "musl" };
}

function targetsOf(word: string, host: string | undefined): readonly BuildTarget[] {
  if (word === "all") return BUILD_TARGETS;
  if (word === "host") return [hostTarget(host)];
  const group = BUILD_TARGETS.filter(({ name }) => groupOf(name) === word);
  if (group.length > 0) return group;
  const target = BUILD_TARGETS.find(({ name }) => name === word) ?? findByTriple(word);
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
  const ofMachine = BUILD_TARGETS.filter((target) => target.machine === machine).map(({ name }) => name);
  const near = closestMatch(word, [...names, ...groups, "all", "host", ...triples]);
  const suggestions = near === undefined ? ofMachine : [near];
  return new PackwheelError("TARGET_UNKNOWN", `Cannot build for "${word}": there is no such target`, {
    hint:
      suggestions.length === 0
        ? `Choose one of ${names.join(", ")}; or a group: all, ${groups.join(", ")}, host`
        : `Did you mean ${suggestions.map((name) => `"${name}"`).join(" or ")}?`,
  });
}
