/** Numbers of COFF objects and import libraries. Spec: Microsoft PE format, "COFF File Header", "Import Library Format". */

/** Our name of a machine of Windows -> its number in COFF headers. */
export const COFF_MACHINES: ReadonlyMap<string, number> = new Map([
  ["amd64", 0x8664],
  ["arm64", 0xaa64],
  ["x86", 0x014c],
]);

export const IMAGE_FILE_MACHINE_I386 = 0x014c;

/** Where an object of the plain kind has its machine, objects with many sections and imports have 0 and this. */
export const IMPORT_OBJECT_SIGNATURE = 0xffff;

/** Storage classes of symbols that others may have, or want. */
export const IMAGE_SYM_CLASS_EXTERNAL = 2;
export const IMAGE_SYM_CLASS_WEAK_EXTERNAL = 105;
