/** Numbers of the Mach-O format. Specs: mach-o/loader.h, mach-o/fat.h, mach-o/nlist.h. */

/** magic, read in big-endian order. */
export const MAGIC = {
  BIG_32: 0xfeedface,
  BIG_64: 0xfeedfacf,
  LITTLE_32: 0xcefaedfe,
  LITTLE_64: 0xcffaedfe,
  FAT_32: 0xcafebabe,
  FAT_64: 0xcafebabf,
} as const;

/** Kinds of load commands (cmd); the uppermost bit tells old loaders to give up. */
export const LC = {
  SYMTAB: 0x2,
  LOAD_DYLIB: 0xc,
  ID_DYLIB: 0xd,
  LOAD_WEAK_DYLIB: 0x80000018,
  RPATH: 0x8000001c,
  CODE_SIGNATURE: 0x1d,
  REEXPORT_DYLIB: 0x8000001f,
  LAZY_LOAD_DYLIB: 0x20,
  DYLD_INFO: 0x22,
  DYLD_INFO_ONLY: 0x80000022,
  LOAD_UPWARD_DYLIB: 0x80000023,
  VERSION_MIN_MACOSX: 0x24,
  VERSION_MIN_IPHONEOS: 0x25,
  VERSION_MIN_TVOS: 0x2f,
  VERSION_MIN_WATCHOS: 0x30,
  BUILD_VERSION: 0x32,
  DYLD_EXPORTS_TRIE: 0x80000033,
  DYLD_CHAINED_FIXUPS: 0x80000034,
} as const;

/** Bits of an entry of the symbol table. */
export const N_STAB = 0xe0;
export const N_PEXT = 0x10;
export const N_TYPE = 0x0e;
export const N_EXT = 0x01;
/** n_type of a symbol that is not defined here, and of one that another definition prepares. */
export const N_UNDF = 0;
export const N_PBUD = 0x0c;
/** n_desc: the symbol may stay undefined. */
export const N_WEAK_REF = 0x40;
/** flags of the header: each undefined symbol says which library has it. */
export const MH_TWOLEVEL = 0x80;

/** Bits of the capabilities in cpusubtype, which are no part of the machine. */
export const CPU_SUBTYPE_MASK = 0xff000000;
