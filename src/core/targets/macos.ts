/**
 * macOS: one row a processor, and both in one file. A floor is the oldest macOS that a result runs with, as the
 * deployment target says it. Spec: the macOS part of the platform compatibility tags.
 */
import type { BuildTarget } from "./build-target.ts";

const COMMON = {
  system: "macos",
  libc: "libSystem",
  includes: ["include-darwin"],
  codeGenerator: "llc",
  llcFlags: [],
  proof: "linked, not run",
} as const;

/** TARGET_OS_MAC is a matter of <TargetConditionals.h>: older libraries, zlib among them, take it for that of Mac OS 9. */
const NO_SYSTEM_MACROS = "-fno-define-target-os-macros";

/** Else loops that fill memory become an intrinsic for `memset_pattern4`, which is newer than the code generator. */
const NO_PATTERNS: readonly string[] = ["-mllvm", "-disable-loop-idiom-memset"];

/** The processors of the oldest Macs that run the floor. */
const X86_64: BuildTarget = {
  ...COMMON,
  name: "macos-x86_64",
  triple: "x86_64-apple-darwin",
  machine: "x86_64",
  defaultFloor: "10.13",
  defaultTag: "macosx_10_13_x86_64",
  clangFlags: ["-march=penryn", NO_SYSTEM_MACROS, ...NO_PATTERNS],
};

const ARM64: BuildTarget = {
  ...COMMON,
  name: "macos-arm64",
  triple: "aarch64-apple-darwin",
  machine: "arm64",
  defaultFloor: "11.0",
  defaultTag: "macosx_11_0_arm64",
  // There is no arm_neon.h, which is made from tables of LLVM's own: code that asks takes its other way.
  clangFlags: ["-mcpu=apple-a14", "-U__ARM_NEON", "-U__ARM_NEON__", NO_SYSTEM_MACROS, ...NO_PATTERNS],
};

const UNIVERSAL2: BuildTarget = {
  ...COMMON,
  name: "macos-universal2",
  triple: "universal2-apple-darwin",
  machine: "universal2",
  defaultFloor: "10.13",
  defaultTag: "macosx_10_13_universal2",
  clangFlags: [],
  parts: [X86_64.name, ARM64.name],
};

export const MACOS_TARGETS: readonly BuildTarget[] = [X86_64, ARM64, UNIVERSAL2];
