/** Linux: one row a machine, with what glibc and musl have in common. Floors: PEP 600, PEP 656. */
import type { BuildTarget } from "./build-target.ts";

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

/** glibc before musl. */
export const LINUX_TARGETS: readonly BuildTarget[] = [
  ...LINUX_MACHINES.map((machine) => linuxTarget(machine, "glibc")),
  ...LINUX_MACHINES.map((machine) => linuxTarget(machine, "musl")),
];

function linuxTarget(row: LinuxMachine, libc: "glibc" | "musl"): BuildTarget {
  const { floor, interpreter } = row[libc];
  // No file says how new a musl it needs, so that wheels get the tag of the oldest musl that is still cared for.
  return {
    name: `${libc === "glibc" ? "linux" : "musl"}-${row.machine}`,
    triple: `${row.architecture}-unknown-linux-${libc === "glibc" ? "gnu" : "musl"}${row.abi}`,
    system: "linux",
    libc,
    machine: row.machine,
    defaultFloor: floor,
    defaultTag:
      libc === "musl" ? `musllinux_1_2_${row.machine}` : `manylinux_${floor.replace(".", "_")}_${row.machine}`,
    includes: ["include"],
    clangFlags: row.clangFlags,
    codeGenerator: "llc",
    llcFlags: row.llcFlags,
    linkerEmulation: row.linkerEmulation,
    interpreter,
    proof: row.machine === "x86_64" ? "native" : "qemu-user",
  };
}
