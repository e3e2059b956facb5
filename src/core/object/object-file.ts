/** An object file of any system, read with the parser of its format. */
import { PackwheelError } from "../errors.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { DETECT_LENGTH, detectObjectFormat } from "./detect.ts";
import type { ElfFile } from "./elf/model.ts";
import { elfParser } from "./elf/parse.ts";
import type { MachOFile } from "./macho/model.ts";
import { machOParser } from "./macho/parse.ts";
import type { PeFile } from "./pe/model.ts";
import { peParser } from "./pe/parse.ts";
import { parseRanges, type RangeParser, readRanges } from "./ranges.ts";
import type { SideModule } from "./wasm/model.ts";
import { sideModuleParser } from "./wasm/parse.ts";

export type ObjectFile = ElfFile | MachOFile | PeFile | SideModule;

/**
 * Read an object file in memory.
 *
 * @throws {PackwheelError} `OBJECT_UNKNOWN_FORMAT` for what is not ELF, Mach-O, PE or a side module, and the errors of its format.
 */
export function readObject(bytes: Uint8Array): ObjectFile {
  return parseRanges(bytes, chooseParser(bytes.subarray(0, DETECT_LENGTH), bytes.length));
}

/**
 * Read an object file that is not in memory: its tables are read, and the machine code between them is not.
 *
 * @throws {PackwheelError} As `readObject`, and what `access` raises.
 */
export async function openObject(access: RandomAccess): Promise<ObjectFile> {
  const head = await access.read(0, Math.min(DETECT_LENGTH, access.size));
  return readRanges(access, chooseParser(head, access.size));
}

function chooseParser(head: Uint8Array, size: number): RangeParser<ObjectFile> {
  switch (detectObjectFormat(head)) {
    case "elf":
      return elfParser(size);
    case "mach-o":
      return machOParser(size);
    case "pe":
      return peParser(size);
    case "side-module":
      return sideModuleParser(size);
    default:
      throw new PackwheelError(
        "OBJECT_UNKNOWN_FORMAT",
        "Cannot read the object file: it is not ELF, Mach-O, PE or a side module",
      );
  }
}
