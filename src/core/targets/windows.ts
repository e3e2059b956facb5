/**
 * Windows: DLLs and programs on the universal C runtime, which is part of Windows from 10 on.
 * `docs/design/0009-windows.md` tells why these triples.
 */
import type { BuildTarget } from "./build-target.ts";

interface WindowsMachine {
  readonly machine: string;
  /** What the target is called, and its platform tag: `win_amd64`. */
  readonly name: string;
  readonly tag: string;
  /** First part of the triple. */
  readonly architecture: string;
  readonly clangFlags: readonly string[];
  readonly linkerEmulation: string;
  readonly proof: string;
}

const WINDOWS_MACHINES: readonly WindowsMachine[] = [
  {
    machine: "amd64",
    name: "windows-amd64",
    tag: "win_amd64",
    architecture: "x86_64",
    // The C runtime knows no long double that is more than a double.
    clangFlags: ["-march=x86-64", "-mlong-double-64"],
    linkerEmulation: "i386pep",
    proof: "wine",
  },
  {
    machine: "arm64",
    name: "windows-arm64",
    tag: "win_arm64",
    architecture: "aarch64",
    // There is no arm_neon.h, which is made from tables of LLVM's own: code that asks takes its other way.
    clangFlags: ["-march=armv8-a", "-mno-outline-atomics", "-U__ARM_NEON", "-U__ARM_NEON__"],
    linkerEmulation: "arm64pe",
    proof: "linked, not run",
  },
  {
    machine: "x86",
    name: "windows-win32",
    tag: "win32",
    architecture: "i686",
    clangFlags: ["-march=pentium4", "-mlong-double-64"],
    linkerEmulation: "i386pe",
    proof: "linked, not run",
  },
];

export const WINDOWS_TARGETS: readonly BuildTarget[] = WINDOWS_MACHINES.map((row) => ({
  name: row.name,
  triple: `${row.architecture}-w64-windows-gnu`,
  system: "windows",
  libc: "ucrt",
  machine: row.machine,
  defaultFloor: "10.0",
  defaultTag: row.tag,
  includes: ["include-windows"],
  // The C runtime has no <threads.h>, which C11 lets it say.
  clangFlags: ["-fms-extensions", "-D__STDC_NO_THREADS__=1", ...row.clangFlags],
  codeGenerator: "llc",
  llcFlags: [],
  linkerEmulation: row.linkerEmulation,
  proof: row.proof,
}));
