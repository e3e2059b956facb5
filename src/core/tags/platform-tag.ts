/**
 * Platform tags: which machines and systems a wheel is for.
 * Spec: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#platform-tag
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";

export type PlatformTag =
  /** `any`: every platform */
  | { readonly kind: "any" }
  /** `win32`, `win_amd64`, `win_arm64`, `win_ia64`; `arch` is `x86` in `win32` */
  | { readonly kind: "windows"; readonly arch: string }
  /** `linux_x86_64`: this machine's Linux, whatever its C library */
  | { readonly kind: "linux"; readonly arch: string }
  /** `manylinux_2_28_x86_64`: glibc 2.28 or newer */
  | { readonly kind: "manylinux"; readonly major: number; readonly minor: number; readonly arch: string }
  /** `manylinux1_i686`, `manylinux2010_x86_64`, `manylinux2014_aarch64`: old names of 2_5, 2_12 and 2_17 */
  | { readonly kind: "manylinux-legacy"; readonly name: LegacyManylinux; readonly arch: string }
  /** `musllinux_1_2_aarch64`: musl 1.2 or newer */
  | { readonly kind: "musllinux"; readonly major: number; readonly minor: number; readonly arch: string }
  /** `macosx_11_0_arm64`, `macosx_10_13_universal2`: this macOS or newer */
  | { readonly kind: "macos"; readonly major: number; readonly minor: number; readonly arch: string }
  /** `ios_13_0_arm64_iphoneos`, `ios_13_0_x86_64_iphonesimulator` */
  | {
      readonly kind: "ios";
      readonly major: number;
      readonly minor: number;
      readonly arch: string;
      readonly sdk: "iphoneos" | "iphonesimulator";
    }
  /** `android_24_arm64_v8a`: this API level or newer */
  | { readonly kind: "android"; readonly apiLevel: number; readonly abi: string }
  /** `pyemscripten_2026_0_wasm32`: Pyodide */
  | { readonly kind: "pyemscripten"; readonly year: number; readonly patch: number }
  /** `freebsd_14_1_release_amd64`: anything else that Python calls its platform */
  | { readonly kind: "other"; readonly text: string };

export type LegacyManylinux = "manylinux1" | "manylinux2010" | "manylinux2014";

// Without leading zeros, so that formatting gives back what was read.
const N = "(0|[1-9][0-9]{0,8})";
const ARCH = "([a-z0-9_]+)";
const WITH_VERSION = new RegExp(`^(manylinux|musllinux|macosx)_${N}_${N}_${ARCH}$`);
const LEGACY = new RegExp(`^(manylinux1|manylinux2010|manylinux2014)_${ARCH}$`);
const IOS = new RegExp(`^ios_${N}_${N}_${ARCH}_(iphoneos|iphonesimulator)$`);
const ANDROID = new RegExp(`^android_${N}_${ARCH}$`);
const PYEMSCRIPTEN = new RegExp(`^pyemscripten_${N}_${N}_wasm32$`);
const LINUX = new RegExp(`^linux_${ARCH}$`);
const WINDOWS = /^win(?:32|_(amd64|arm64|ia64|arm32))$/;

/** Read one platform tag. Case does not count. @throws {PackwheelError} `TAG_INVALID` */
export function parsePlatformTag(text: string): PlatformTag {
  const lower = text.toLowerCase();
  if (!/^[a-z0-9_]+$/.test(lower)) {
    const problem = text === "" ? "it is empty" : "it may hold letters, digits and `_` alone";
    const repaired = normalizePlatform(text);
    throw new PackwheelError("TAG_INVALID", `Cannot read the platform tag ${quote(text)}: ${problem}`, {
      hint: repaired !== "" && /^[a-z0-9_]+$/.test(repaired) ? `Write \`${repaired}\`` : undefined,
    });
  }
  return parseKnown(lower) ?? { kind: "other", text: lower };
}

/** Inverse of `parsePlatformTag`. */
export function formatPlatformTag(tag: PlatformTag): string {
  switch (tag.kind) {
    case "any":
      return "any";
    case "windows":
      return tag.arch === "x86" ? "win32" : `win_${tag.arch}`;
    case "linux":
      return `linux_${tag.arch}`;
    case "manylinux":
    case "musllinux":
      return `${tag.kind}_${tag.major}_${tag.minor}_${tag.arch}`;
    case "manylinux-legacy":
      return `${tag.name}_${tag.arch}`;
    case "macos":
      return `macosx_${tag.major}_${tag.minor}_${tag.arch}`;
    case "ios":
      return `ios_${tag.major}_${tag.minor}_${tag.arch}_${tag.sdk}`;
    case "android":
      return `android_${tag.apiLevel}_${tag.abi}`;
    case "pyemscripten":
      return `pyemscripten_${tag.year}_${tag.patch}_wasm32`;
    case "other":
      return tag.text;
  }
}

/** What `sysconfig.get_platform()` gives, as a tag: `macosx-10.9-x86_64` -> `macosx_10_9_x86_64`. */
export function normalizePlatform(platform: string): string {
  return platform.replace(/[-. ]/g, "_").toLowerCase();
}

function parseKnown(text: string): PlatformTag | undefined {
  if (text === "any") return { kind: "any" };

  const windows = WINDOWS.exec(text);
  if (windows !== null) return { kind: "windows", arch: windows[1] ?? "x86" };

  const versioned = WITH_VERSION.exec(text);
  if (versioned !== null) {
    const [, name, major, minor, arch = ""] = versioned;
    const kind = name === "macosx" ? "macos" : name === "musllinux" ? "musllinux" : "manylinux";
    return { kind, major: Number(major), minor: Number(minor), arch };
  }
  const legacy = LEGACY.exec(text);
  if (legacy !== null) {
    // The pattern matches these three names alone.
    return { kind: "manylinux-legacy", name: legacy[1] as LegacyManylinux, arch: legacy[2] ?? "" };
  }
  const ios = IOS.exec(text);
  if (ios !== null) {
    const [, major, minor, arch = "", sdk] = ios;
    return {
      kind: "ios",
      major: Number(major),
      minor: Number(minor),
      arch,
      sdk: sdk === "iphoneos" ? "iphoneos" : "iphonesimulator",
    };
  }
  const android = ANDROID.exec(text);
  if (android !== null) return { kind: "android", apiLevel: Number(android[1]), abi: android[2] ?? "" };

  const pyemscripten = PYEMSCRIPTEN.exec(text);
  if (pyemscripten !== null) {
    return { kind: "pyemscripten", year: Number(pyemscripten[1]), patch: Number(pyemscripten[2]) };
  }
  const linux = LINUX.exec(text);
  return linux === null ? undefined : { kind: "linux", arch: linux[1] ?? "" };
}
