/**
 * What native code is built for: a target triple, as compilers name it, and the short names that pyproject.toml uses.
 * Spec: https://clang.llvm.org/docs/CrossCompilation.html#target-triple
 */

/** Systems whose libraries have names of their own; everything else is like Linux. */
export type TargetSystem = "linux" | "macos" | "windows" | "emscripten" | "other";

export interface Target {
  /** `x86_64-unknown-linux-gnu` */
  readonly triple: string;
  readonly system: TargetSystem;
  /**
   * As platform tags name it on this system: `x86_64`, `aarch64` (Linux), `arm64` (macOS), `amd64` (Windows); and
   * `universal2`, both processors of Macs in one file.
   */
  readonly machine: string;
  /** Linux with musl in the place of glibc. */
  readonly musl: boolean;
}

const TRIPLE = /^[A-Za-z0-9_.]+(?:-[A-Za-z0-9_.]+){1,4}$/;

/** No compiler knows this triple: it stands for those of `UNIVERSAL2_TRIPLES` together. */
const UNIVERSAL2 = "universal2-apple-darwin";
export const UNIVERSAL2_TRIPLES: readonly string[] = ["x86_64-apple-darwin", "aarch64-apple-darwin"];

/** Undefined for what is no triple: `linux`, `x86_64 linux`. The name `macos-universal2` stands for its triple. */
export function parseTarget(text: string): Target | undefined {
  const triple = text.toLowerCase() === "macos-universal2" ? UNIVERSAL2 : text;
  if (!TRIPLE.test(triple)) return undefined;
  const [machine = "", ...rest] = triple.toLowerCase().split("-");
  const system = systemOf(rest);
  return { triple, system, machine: machineName(machine, system), musl: rest.some((part) => part.startsWith("musl")) };
}

/**
 * The names under which pyproject.toml may mean this target, the most general first:
 * `linux`, `linux-musl`, `linux-x86_64`, `linux-musl-x86_64`, `x86_64-unknown-linux-musl`.
 */
export function targetNames({ triple, system, machine, musl }: Target): readonly string[] {
  if (system === "other") return [triple];
  if (system === "emscripten") return ["pyemscripten", `pyemscripten-${machine}`, triple];
  const names: string[] = [system];
  if (musl) names.push(`${system}-musl`);
  names.push(`${system}-${machine}`);
  // As the platform tag has it.
  if (system === "windows" && machine === "x86") names.push("windows-win32");
  if (musl) names.push(`${system}-musl-${machine}`);
  return [...names, triple];
}

/** Short names that targets may have, for advice. */
export const TARGET_NAMES: readonly string[] = [
  "linux",
  "linux-musl",
  "linux-x86_64",
  "linux-aarch64",
  "linux-i686",
  "linux-armv7l",
  "linux-ppc64le",
  "linux-s390x",
  "linux-riscv64",
  "linux-musl-x86_64",
  "linux-musl-aarch64",
  "macos",
  "macos-x86_64",
  "macos-arm64",
  "macos-universal2",
  "windows",
  "windows-amd64",
  "windows-arm64",
  "windows-x86",
  "windows-win32",
  "pyemscripten",
  "pyemscripten-wasm32",
];

/** Whether a table may be meant for this name: a short one, or a whole triple. */
export function isTargetName(name: string): boolean {
  return TARGET_NAMES.includes(name) || (name.split("-").length >= 3 && parseTarget(name)?.system !== "other");
}

/** Whether two triples run on the same machines, whoever made them: `x86_64-linux-gnu`, `x86_64-unknown-linux-gnu`. */
export function isSameTarget(left: Target, right: Target): boolean {
  return left.system === right.system && left.machine === right.machine && left.musl === right.musl;
}

/** The ending of shared libraries. */
export function librarySuffix({ system }: Pick<Target, "system">): ".so" | ".dylib" | ".dll" {
  return system === "windows" ? ".dll" : system === "macos" ? ".dylib" : ".so";
}

export function programSuffix({ system }: Pick<Target, "system">): "" | ".exe" {
  return system === "windows" ? ".exe" : "";
}

function systemOf(parts: readonly string[]): TargetSystem {
  if (parts.some((part) => part.startsWith("android") || part.startsWith("ios"))) return "other";
  if (parts.some((part) => part === "linux")) return "linux";
  if (parts.some((part) => /^(?:darwin|macosx?|apple)/.test(part))) return "macos";
  if (parts.some((part) => /^(?:windows|win32|mingw)/.test(part))) return "windows";
  if (parts.some((part) => part === "emscripten")) return "emscripten";
  return "other";
}

function machineName(machine: string, system: TargetSystem): string {
  const is64 = machine === "x86_64" || machine === "amd64";
  const isArm64 = machine === "aarch64" || machine === "arm64";
  if (system === "windows") return is64 ? "amd64" : isArm64 ? "arm64" : /^i\d86$/.test(machine) ? "x86" : machine;
  if (is64) return "x86_64";
  if (isArm64) return system === "macos" ? "arm64" : "aarch64";
  if (/^i\d86$/.test(machine)) return "i686";
  if (/^armv7/.test(machine)) return "armv7l";
  if (machine === "powerpc64le") return "ppc64le";
  return /^riscv64/.test(machine) ? "riscv64" : machine;
}
