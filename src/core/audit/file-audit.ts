/** What one file of a wheel needs of the system that runs it. */
import type { Finding } from "../errors.ts";
import type { MachOVersion } from "../object/macho/model.ts";
import type { ObjectFile } from "../object/object-file.ts";
import type { Floor, Policy } from "./platform/policies.ts";

/** A file of a wheel, read. */
export interface AuditedFile {
  /** Place in the wheel: `hello/libhello.so`. */
  readonly path: string;
  readonly object: ObjectFile;
}

export interface AuditOptions {
  /** Take the level of the processor (x86-64-v2 and above) as given: whoever offers the wheel sees to it. */
  readonly ignoreProcessor?: boolean | undefined;
  /** Version of musl that files were linked with, which they do not tell. Default 1.2. */
  readonly musl?: { readonly major: number; readonly minor: number } | undefined;
  /** Whether a library comes with another wheel that this one requires: `libc10.so` with PyTorch. */
  readonly isProvided?: ((library: string) => boolean) | undefined;
}

export type FileAudit = LinuxAudit | AndroidAudit | AppleAudit | WindowsAudit | EmscriptenAudit | UnknownAudit;

export interface LinuxAudit {
  readonly system: "linux";
  readonly path: string;
  /** `x86_64` */
  readonly arch: string;
  readonly manylinux: PolicyAudit;
  readonly musllinux: PolicyAudit;
}

/** How a file fares with one family of policies. */
export interface PolicyAudit {
  /** The oldest policy that allows all; undefined when none does. */
  readonly policy: Policy | undefined;
  /** Hardest first. */
  readonly needs: readonly Need[];
}

export type Need =
  /** `memcpy@GLIBC_2.14`: a version of symbols */
  | {
      readonly kind: "version";
      readonly version: string;
      readonly library: string;
      /** Symbols that have this version; empty when the version itself is the need. */
      readonly symbols: readonly string[];
      readonly floor: Floor;
    }
  /** `libssl.so.3`: a library that must come with the system */
  | { readonly kind: "library"; readonly library: string; readonly floor: Floor }
  /** `uncompress2` of `libz.so.1`: a symbol without a version, which some systems lack */
  | { readonly kind: "symbol"; readonly symbol: string; readonly library: string; readonly floor: Floor }
  /** `x86-64-v3`: a processor newer than the tag's */
  | { readonly kind: "processor"; readonly level: string; readonly floor: Floor }
  /** `/lib/ld-musl-x86_64.so.1`: a program that only the other C library starts, or a module that only it loads */
  | { readonly kind: "c-library"; readonly name: string; readonly floor: Floor }
  /** `PyFPE_jbuf`: a symbol of Python that only some builds of it have */
  | { readonly kind: "python-build"; readonly symbol: string; readonly floor: Floor };

export interface AndroidAudit {
  readonly system: "android";
  readonly path: string;
  /** `arm64_v8a` */
  readonly arch: string;
  readonly apiLevel: number;
}

export interface AppleAudit {
  readonly system: "macos" | "iphoneos" | "iphonesimulator";
  readonly path: string;
  readonly slices: readonly AppleSlice[];
}

export interface AppleSlice {
  /** `arm64` */
  readonly arch: string;
  /** As the file says; undefined when it does not. */
  readonly minimum: MachOVersion | undefined;
  /** Libraries that are neither part of the system nor of the wheel. */
  readonly external: readonly string[];
}

export interface WindowsAudit {
  readonly system: "windows";
  readonly path: string;
  /** `amd64` */
  readonly arch: string;
}

export interface EmscriptenAudit {
  readonly system: "emscripten";
  readonly path: string;
  /** Platforms of Pyodide that have all that the file wants: `2025.0` of `pyemscripten_2025_0_wasm32`. */
  readonly platforms: readonly string[];
  /** Symbols that some platforms lack. */
  readonly needs: readonly { readonly symbol: string; readonly platforms: readonly string[] }[];
}

/** A file for a system or a machine that has no tag. */
export interface UnknownAudit {
  readonly system: "unknown";
  readonly path: string;
  readonly reason: string;
}

/** What several files of one system need together. */
export interface FilesPlatform {
  /** Lowest tags, each of which all files fit: `manylinux_2_17_x86_64` and its alias. Empty when there is none. */
  readonly platformTags: readonly string[];
  readonly findings: readonly Finding[];
}
