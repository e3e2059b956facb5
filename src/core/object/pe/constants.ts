/** Numbers of the PE format. Spec: Microsoft PE format. */

/** Places in the table of data directories. */
export const DIRECTORY = {
  EXPORT: 0,
  IMPORT: 1,
  /** Its address is a place in the file, not in memory. */
  CERTIFICATE: 4,
  DEBUG: 6,
  DELAY_IMPORT: 13,
  CLR: 14,
} as const;

export const DOS_MAGIC = 0x5a4d; // MZ
export const PE_SIGNATURE = 0x00004550; // PE\0\0

/** Magic of the optional header. */
export const OPTIONAL_MAGIC = { PE32: 0x10b, PE32_PLUS: 0x20b } as const;

/** Characteristics of the COFF header. */
export const IMAGE_FILE_DLL = 0x2000;

/** DllCharacteristics */
export const DLL_CHARACTERISTICS = {
  HIGH_ENTROPY_VA: 0x20,
  DYNAMIC_BASE: 0x40,
  NX_COMPAT: 0x100,
  GUARD_CF: 0x4000,
} as const;
