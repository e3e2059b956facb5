/** Numbers of the ELF format. Specs: System V gABI; GNU extensions as in glibc's elf.h. */

/** p_type */
export const PT = {
  LOAD: 1,
  DYNAMIC: 2,
  INTERP: 3,
  NOTE: 4,
  TLS: 7,
  GNU_STACK: 0x6474e551,
  GNU_PROPERTY: 0x6474e553,
} as const;

/** p_flags: the segment may be executed. */
export const PF_X = 1;
export const PF_W = 2;
export const PF_R = 4;

/** e_type: a shared library, or a position independent program. */
export const ET_DYN = 3;

/** sh_type */
export const SHT = {
  NULL: 0,
  PROGBITS: 1,
  SYMTAB: 2,
  STRTAB: 3,
  DYNAMIC: 6,
  NOTE: 7,
  NOBITS: 8,
  DYNSYM: 11,
  GNU_HASH: 0x6ffffff6,
  GNU_VERDEF: 0x6ffffffd,
  GNU_VERSYM: 0x6fffffff,
} as const;

/** sh_flags */
export const SHF = { WRITE: 1, ALLOC: 2, EXECINSTR: 4, TLS: 0x400 } as const;

/** d_tag */
export const DT = {
  NULL: 0,
  NEEDED: 1,
  HASH: 4,
  STRTAB: 5,
  SYMTAB: 6,
  STRSZ: 10,
  SYMENT: 11,
  SONAME: 14,
  RPATH: 15,
  TEXTREL: 22,
  RUNPATH: 29,
  FLAGS: 30,
  GNU_HASH: 0x6ffffef5,
  VERSYM: 0x6ffffff0,
  FLAGS_1: 0x6ffffffb,
  VERDEF: 0x6ffffffc,
  VERDEFNUM: 0x6ffffffd,
  VERNEED: 0x6ffffffe,
  VERNEEDNUM: 0x6fffffff,
} as const;

/** DT_FLAGS: relocations may change machine code. */
export const DF_TEXTREL = 4;
/** DT_FLAGS_1: a position independent program, not a library. */
export const DF_1_PIE = 0x08000000;

/** st_info, upper half */
export const STB = { LOCAL: 0, GLOBAL: 1, WEAK: 2 } as const;
/** st_info, lower half */
export const STT = { OBJECT: 1, FUNC: 2, TLS: 6 } as const;

/** vna_flags, vd_flags */
export const VER_FLG = { BASE: 1, WEAK: 2 } as const;
/** Bit of an entry of DT_VERSYM: not the version that a plain name means. */
export const VERSYM_HIDDEN = 0x8000;

export const NT_GNU_PROPERTY_TYPE_0 = 5;
export const NT_ANDROID_IDENT = 1;
export const GNU_PROPERTY_X86_ISA_1_NEEDED = 0xc0008002;

/** e_flags of ARM */
export const EF_ARM = { EABI_MASK: 0xff000000, EABI_5: 0x05000000, FLOAT_HARD: 0x400 } as const;

/** EI_OSABI */
export const ELFOSABI = { NONE: 0, NETBSD: 2, GNU: 3, SOLARIS: 6, FREEBSD: 9, OPENBSD: 12 } as const;
