/** Debian's cross compilers and emulators for the machines of the build targets. */
import { findProgram } from "./judge.ts";

export interface CrossTools {
  /** As targets name it. */
  readonly machine: string;
  /** What Debian puts before the names of tools: `aarch64-linux-gnu`. */
  readonly prefix: string;
  /** `ld -m` of lld. */
  readonly emulation: string;
  /** Runs programs of this machine; undefined where this one does. */
  readonly qemu: string | undefined;
}

export const CROSS_TOOLS: readonly CrossTools[] = [
  { machine: "x86_64", prefix: "x86_64-linux-gnu", emulation: "elf_x86_64", qemu: undefined },
  { machine: "aarch64", prefix: "aarch64-linux-gnu", emulation: "aarch64linux", qemu: "qemu-aarch64-static" },
  { machine: "i686", prefix: "i686-linux-gnu", emulation: "elf_i386", qemu: "qemu-i386-static" },
  { machine: "armv7l", prefix: "arm-linux-gnueabihf", emulation: "armelf_linux_eabi", qemu: "qemu-arm-static" },
  { machine: "ppc64le", prefix: "powerpc64le-linux-gnu", emulation: "elf64lppc", qemu: "qemu-ppc64le-static" },
  { machine: "s390x", prefix: "s390x-linux-gnu", emulation: "elf64_s390", qemu: "qemu-s390x-static" },
  { machine: "riscv64", prefix: "riscv64-linux-gnu", emulation: "elf64lriscv", qemu: "qemu-riscv64-static" },
];

/** The path of a tool of this machine: `gcc`, `ld`, `readelf`. */
export function findCrossTool({ prefix }: CrossTools, tool: string): string | undefined {
  return findProgram(`${prefix}-${tool}`);
}

/** Where Debian's packages put the libraries of this machine. */
export function libraryFolder({ machine, prefix }: CrossTools): string {
  return machine === "x86_64" ? "/lib/x86_64-linux-gnu" : `/usr/${prefix}/lib`;
}
