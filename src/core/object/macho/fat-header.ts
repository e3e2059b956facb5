/**
 * The table at the start of a universal file: which architecture lies where.
 * Spec: mach-o/fat.h.
 */
import { ByteReader, toSafeNumber } from "../../bytes/byte-reader.ts";
import { PackwheelError } from "../../errors.ts";
import { machOMachineName } from "../machine.ts";
import { fits, type RangeContext, type RangeParser, readRange } from "../ranges.ts";
import { CPU_SUBTYPE_MASK, MAGIC } from "./constants.ts";
import type { MachOArch } from "./model.ts";

export interface FatEntry {
  readonly arch: MachOArch;
  readonly offset: number;
  readonly size: number;
  /** The slice begins at a multiple of two to this power. */
  readonly alignment: number;
}

/** Java classes begin with the same four bytes, and a version, 45 or more, in place of the count. */
const MAX_SLICES = 44;

/**
 * @returns Undefined for a thin file.
 * @throws {PackwheelError} `MACHO_INVALID`, `MACHO_TRUNCATED`
 */
export function* readFatHeader(context: RangeContext): RangeParser<FatEntry[] | undefined> {
  const head = new ByteReader(yield* readRange(context, 0, 8, "header"), false, "MACHO_TRUNCATED", "Mach-O header");
  const magic = head.u32();
  if (magic !== MAGIC.FAT_32 && magic !== MAGIC.FAT_64) return undefined;
  const count = head.u32(); // nfat_arch
  if (count === 0 || count > MAX_SLICES) {
    throw new PackwheelError("MACHO_INVALID", `Cannot read the universal Mach-O file: it counts ${count} slices`, {
      offset: 4,
    });
  }
  const wide = magic === MAGIC.FAT_64;
  const bytes = yield* readRange(context, 8, count * (wide ? 32 : 20), "table of slices");
  const reader = new ByteReader(bytes, false, "MACHO_TRUNCATED", "Mach-O table of slices");
  const entries: FatEntry[] = [];
  for (let index = 0; index < count; index++) {
    const arch = makeArch(reader.u32(), reader.u32());
    const offset = wide ? toSafeNumber(reader.u64(), "MACHO_INVALID", "offset of a slice") : reader.u32();
    const size = wide ? toSafeNumber(reader.u64(), "MACHO_INVALID", "size of a slice") : reader.u32();
    const alignment = reader.u32(); // align
    if (wide) reader.skip(4); // reserved
    if (!fits(context, offset, size)) {
      throw new PackwheelError(
        "MACHO_TRUNCATED",
        `Cannot read the ${arch.name} slice of the Mach-O file: bytes ${offset} to ${offset + size} are not all in the file, which has ${context.size}`,
        { offset },
      );
    }
    entries.push({ arch, offset, size, alignment });
  }
  return entries;
}

export function makeArch(cpuType: number, cpuSubtype: number): MachOArch {
  return { name: machOMachineName(cpuType), cpuType, cpuSubtype: (cpuSubtype & ~CPU_SUBTYPE_MASK) >>> 0 };
}
