/** What a Mach-O file says of itself. Specs: mach-o/loader.h, mach-o/fat.h. */

export interface MachOFile {
  readonly format: "mach-o";
  /** A universal file, which may have one slice alone. */
  readonly universal: boolean;
  readonly slices: readonly MachOSlice[];
}

/** The file for one architecture: a part of a universal file, or all of a thin one. */
export interface MachOSlice {
  readonly arch: MachOArch;
  /** Place in the file. */
  readonly offset: number;
  readonly size: number;
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  /** filetype: `bundle` is what Python loads, `dylib` what others link with. */
  readonly type: "object" | "executable" | "dylib" | "bundle" | "other";
  /** flags of the header. */
  readonly flags: number;
  /** System that it is for, and its oldest version; undefined in files older than these notes. */
  readonly build?: MachOBuild;
  /** LC_ID_DYLIB: the path that others load this library by. */
  readonly id?: string;
  /** Libraries to load, in order; symbols refer to them by number, which begins at 1. */
  readonly dylibs: readonly MachODylib[];
  /** LC_RPATH: folders that stand for `@rpath`. */
  readonly rpaths: readonly string[];
  readonly imports: readonly MachOImport[];
  /** Names of symbols that others may use, with the leading `_` of C. */
  readonly exports: readonly string[];
  readonly signed: boolean;
}

export interface MachOArch {
  /** As platform tags name it: `arm64`; `unknown (0x1234)` for a machine without a tag. */
  readonly name: string;
  readonly cpuType: number;
  /** Without capability bits: 2 is arm64e, 8 is x86_64h. */
  readonly cpuSubtype: number;
}

export interface MachOBuild {
  /** `macos`, `ios`; the number for what has no name here. */
  readonly platform: string;
  readonly minimum: MachOVersion;
  /** SDK that it was built with. */
  readonly sdk: MachOVersion;
}

export interface MachOVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

export interface MachODylib {
  /** `/usr/lib/libSystem.B.dylib`, `@rpath/libhello.dylib` */
  readonly name: string;
  readonly kind: "load" | "weak" | "reexport" | "lazy" | "upward";
  readonly currentVersion: MachOVersion;
  readonly compatibilityVersion: MachOVersion;
}

export interface MachOImport {
  /** With the leading `_` of C: `_malloc`. */
  readonly name: string;
  /** May stay undefined. */
  readonly weak: boolean;
  /** Library that has it; undefined when any may. */
  readonly library?: string;
}
