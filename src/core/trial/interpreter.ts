/**
 * Which wheels an interpreter takes: what it says of itself, against the tags of a wheel.
 * Spec: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/
 */
import { FAT_ARCHES } from "../object/machine.ts";
import { parseAbiTag } from "../tags/abi-tag.ts";
import { type PlatformTag, parsePlatformTag } from "../tags/platform-tag.ts";
import { parsePythonTag } from "../tags/python-tag.ts";
import { expandTags, type TagSet, type TagTriple } from "../tags/tag-set.ts";

export type InterpreterPlatform =
  /** `x86_64` with glibc 2.36, `aarch64` with musl 1.2; `libc` is undefined for any other C library */
  | {
      readonly kind: "linux";
      readonly machine: string;
      readonly libc: "glibc" | "musl" | undefined;
      readonly major: number;
      readonly minor: number;
    }
  /** `arm64` with macOS 14.5 */
  | { readonly kind: "macos"; readonly machine: string; readonly major: number; readonly minor: number }
  /** `amd64`, `x86`, `arm64` */
  | { readonly kind: "windows"; readonly machine: string }
  /** Pyodide: `2026_0` of `pyemscripten_2026_0_wasm32`; the compiler's version `5_0_3` for its older tags */
  | { readonly kind: "emscripten"; readonly abi: string; readonly compiler: string }
  /** `freebsd_14_1_release_amd64` */
  | { readonly kind: "other"; readonly tag: string };

/** What tags tell interpreters apart by. */
export interface InterpreterTraits {
  /** `cpython`, `pypy`, `graalpy` */
  readonly implementation: string;
  readonly major: number;
  readonly minor: number;
  /** ABI tags of its own extension modules: `cp313`, `cp27mu`, `pypy311_pp73`. */
  readonly abis: readonly string[];
  readonly freeThreaded: boolean;
  readonly platform: InterpreterPlatform;
}

/** The first combination of a wheel's tags that the interpreter takes; undefined where it takes none. */
export function fittingTag(tags: TagSet, interpreter: InterpreterTraits): TagTriple | undefined {
  return expandTags(tags).find((triple) => {
    return fitsPython(triple, interpreter) && fitsSystem(parsePlatformTag(triple.platform), interpreter.platform);
  });
}

function fitsPython({ python, abi, platform }: TagTriple, interpreter: InterpreterTraits): boolean {
  const { major, minor, implementation, freeThreaded, abis } = interpreter;
  const tag = parsePythonTag(python);
  if (tag.kind === "other") return python.startsWith(implementation) && abis.includes(abi);
  if (tag.major !== major) return false;
  const isOlder = tag.minor === undefined || tag.minor <= minor;
  if (tag.kind === "generic") return abi === "none" && isOlder;
  if (implementation === "pypy" && tag.kind === "pypy") {
    if (tag.minor === undefined) return abi === "none" && platform === "any";
    return tag.minor === minor && (abi === "none" || abis.includes(abi));
  }
  if (implementation !== "cpython" || tag.kind !== "cpython" || tag.minor === undefined) return false;
  switch (parseAbiTag(abi).kind) {
    case "none":
      return tag.minor === minor;
    case "abi3":
      return !freeThreaded && isOlder && tag.minor >= 2;
    case "abi3t":
      return freeThreaded && isOlder;
    default:
      return tag.minor === minor && abis.includes(abi);
  }
}

/** glibc's version behind the old names. */
const LEGACY: Readonly<Record<string, number>> = { manylinux1: 5, manylinux2010: 12, manylinux2014: 17 };

function fitsSystem(tag: PlatformTag, platform: InterpreterPlatform): boolean {
  switch (tag.kind) {
    case "any":
      return true;
    case "linux":
      return platform.kind === "linux" && isMachine(tag.arch, platform.machine);
    case "manylinux":
      return isLinux(platform, "glibc", tag.arch) && isAtLeast(platform, tag.major, tag.minor);
    case "manylinux-legacy":
      return isLinux(platform, "glibc", tag.arch) && isAtLeast(platform, 2, LEGACY[tag.name] ?? 0);
    case "musllinux":
      return isLinux(platform, "musl", tag.arch) && platform.major === tag.major && platform.minor >= tag.minor;
    case "macos":
      if (platform.kind !== "macos" || !isAtLeast(platform, tag.major, tag.minor)) return false;
      return tag.arch === platform.machine || FAT_ARCHES[tag.arch]?.includes(platform.machine) === true;
    case "windows":
      return platform.kind === "windows" && platform.machine === tag.arch;
    case "pyemscripten":
      return platform.kind === "emscripten" && platform.abi === `${tag.year}_${tag.patch}`;
    case "other":
      return otherTags(platform).includes(tag.text);
    case "ios":
    case "android":
      return false;
  }
}

type LinuxPlatform = InterpreterPlatform & { readonly kind: "linux" };

function isLinux(platform: InterpreterPlatform, libc: "glibc" | "musl", arch: string): platform is LinuxPlatform {
  return platform.kind === "linux" && platform.libc === libc && isMachine(arch, platform.machine);
}

/** Programs of 32 bits on 64-bit ARM run what ARMv7 does. */
function isMachine(arch: string, machine: string): boolean {
  return arch === machine || (machine === "armv8l" && arch === "armv7l");
}

function isAtLeast(has: { readonly major: number; readonly minor: number }, major: number, minor: number): boolean {
  return has.major > major || (has.major === major && has.minor >= minor);
}

function otherTags(platform: InterpreterPlatform): readonly string[] {
  if (platform.kind === "other") return [platform.tag];
  if (platform.kind !== "emscripten") return [];
  // Names that Pyodide had before PEP 783.
  return [`pyodide_${platform.abi}_wasm32`, `emscripten_${platform.compiler}_wasm32`];
}
