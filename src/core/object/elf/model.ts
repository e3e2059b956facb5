/** What an ELF file says of itself. Spec: System V gABI; GNU symbol versions in the Linux Standard Base. */

export interface ElfFile {
  readonly format: "elf";
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  /** EI_OSABI: 0 for none, 3 for GNU, 9 for FreeBSD. */
  readonly osAbi: number;
  /** `.o` is relocatable; libraries and position independent programs are both shared. */
  readonly type: "relocatable" | "executable" | "shared" | "core" | "other";
  /** As platform tags name it: `x86_64`; `unknown (0x1234)` for a machine without a tag. */
  readonly machine: string;
  /** e_flags, whose meaning depends on the machine. */
  readonly flags: number;
  /** Of 32-bit ARM alone. */
  readonly arm?: ArmAbi;
  /** Program that loads this one: `/lib64/ld-linux-x86-64.so.2`. Libraries have none. */
  readonly interpreter?: string;
  /** Whether the stack must be executable; undefined when the file does not say, which on x86 means yes. */
  readonly executableStack?: boolean;
  /** A position independent program rather than a library, where the linker said so. */
  readonly isProgram: boolean;
  /** DT_SONAME: the name that others ask for this library by. */
  readonly soname?: string;
  /** DT_NEEDED: libraries to load first, in order. */
  readonly needed: readonly string[];
  /** DT_RPATH: folders to look for them in, also for what they need themselves. */
  readonly rpath: readonly string[];
  /** DT_RUNPATH: folders to look for them in. */
  readonly runpath: readonly string[];
  /** Relocations change machine code, which hardened systems refuse. */
  readonly textRelocations: boolean;
  /** Versions that other libraries must have, in file order. */
  readonly versionNeeds: readonly ElfVersionNeed[];
  /** Versions that this library gives to its symbols, without its own name. */
  readonly versionDefinitions: readonly string[];
  /** Symbols that others must define. */
  readonly imports: readonly ElfImport[];
  /** Symbols that others may use. */
  readonly exports: readonly ElfExport[];
  /** GNU_PROPERTY_X86_ISA_1_NEEDED: bit 0 baseline, bits 1 to 3 for x86-64-v2 to v4. */
  readonly isaNeeded: number;
  /** Version of Android that the file was built for. */
  readonly androidApiLevel?: number;
}

export interface ArmAbi {
  /** 5 on every system of today. */
  readonly eabi: number;
  /** Floating point values travel in the registers of the FPU. */
  readonly hardFloat: boolean;
}

/** One library and the versions that it must have: `libc.so.6` with `GLIBC_2.2.5` and `GLIBC_2.34`. */
export interface ElfVersionNeed {
  readonly library: string;
  readonly versions: readonly ElfNeededVersion[];
}

export interface ElfNeededVersion {
  /** `GLIBC_2.14` */
  readonly name: string;
  /** The loader only warns when a weak version is missing. */
  readonly weak: boolean;
}

export interface ElfImport {
  readonly name: string;
  /** May stay undefined. */
  readonly weak: boolean;
  /** `GLIBC_2.14`; undefined when any version will do. */
  readonly version?: string;
  /** Library that is to have the version: `libc.so.6`. */
  readonly library?: string;
}

export interface ElfExport {
  readonly name: string;
  readonly weak: boolean;
  /** Version that the library gives it. */
  readonly version?: string;
}
