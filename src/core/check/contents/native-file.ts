/**
 * What the first bytes of an object file tell beyond its machine: whether other programs load it, or it is one.
 * Specs: System V gABI, chapter 4; mach-o/loader.h; Microsoft PE format.
 */
import { PackwheelError } from "../../errors.ts";
import { detectObjectFormat } from "../../object/detect.ts";
import { type ObjectMachines, readMachines } from "../../object/machine.ts";

export interface NativeFile extends ObjectMachines {
  /** Programs are started by themselves; everything else is loaded by another program. */
  readonly kind: "library" | "program";
}

const PT_INTERP = 3;
const MAX_PROGRAM_HEADERS = 64;

/** @param head The first bytes of the file. Undefined for what no system loads: text, WebAssembly, `.a`, `.o`, .NET. */
export function readNativeFile(head: Uint8Array): NativeFile | undefined {
  const kind = kindOf(head);
  if (kind === undefined) return undefined;
  try {
    const machines = readMachines(head);
    return machines === undefined ? undefined : { ...machines, kind };
  } catch (error) {
    if (error instanceof PackwheelError) return undefined;
    throw error;
  }
}

function kindOf(head: Uint8Array): NativeFile["kind"] | undefined {
  switch (detectObjectFormat(head)) {
    case "elf":
      return elfKind(head);
    case "mach-o":
      return machOKind(head);
    case "pe":
      return peKind(head);
    case "side-module":
      return "library";
    default:
      return undefined;
  }
}

function elfKind(head: Uint8Array): NativeFile["kind"] | undefined {
  const littleEndian = head[5] === 1; // EI_DATA
  const is64 = head[4] === 2; // EI_CLASS
  const type = u16(head, 16, littleEndian); // e_type
  if (type !== 2 && type !== 3) return undefined; // ET_EXEC, ET_DYN
  return type === 2 || hasInterpreter(head, is64, littleEndian) ? "program" : "library";
}

/** Position independent programs are shared objects, too; but libraries ask for no loader. */
function hasInterpreter(head: Uint8Array, is64: boolean, littleEndian: boolean): boolean {
  const offset = is64 ? u32(head, 32, littleEndian) : u32(head, 28, littleEndian); // e_phoff
  const size = u16(head, is64 ? 54 : 42, littleEndian); // e_phentsize
  const count = Math.min(u16(head, is64 ? 56 : 44, littleEndian), MAX_PROGRAM_HEADERS); // e_phnum
  for (let index = 0; index < count; index++) {
    if (u32(head, offset + index * size, littleEndian) === PT_INTERP) return true; // p_type
  }
  return false;
}

function machOKind(head: Uint8Array): NativeFile["kind"] | undefined {
  const magic = u32(head, 0, false);
  // The slices of a universal file lie beyond what is at hand; most that wheels hold are libraries.
  if (magic === 0xcafebabe || magic === 0xcafebabf) return "library";
  const littleEndian = magic === 0xcefaedfe || magic === 0xcffaedfe;
  const type = u32(head, 12, littleEndian); // filetype
  if (type === 2) return "program"; // MH_EXECUTE
  return type === 6 || type === 8 ? "library" : undefined; // MH_DYLIB, MH_BUNDLE
}

function peKind(head: Uint8Array): NativeFile["kind"] | undefined {
  const header = u32(head, 0x3c, true); // e_lfanew
  if (header + 24 > head.length || isManaged(head, header)) return undefined;
  return (u16(head, header + 22, true) & 0x2000) === 0 ? "program" : "library"; // IMAGE_FILE_DLL
}

/** Files of .NET are PE files that run everywhere: they have a CLR header, the data directory 14. */
function isManaged(head: Uint8Array, header: number): boolean {
  const optional = header + 24;
  const isPlus = u16(head, optional, true) === 0x20b;
  const countAt = optional + (isPlus ? 108 : 92); // NumberOfRvaAndSizes
  return u32(head, countAt, true) > 14 && u32(head, countAt + 4 + 14 * 8, true) !== 0;
}

/** Zero beyond the end, which no field that matters has. */
function u16(bytes: Uint8Array, offset: number, littleEndian: boolean): number {
  const first = bytes[offset] ?? 0;
  const second = bytes[offset + 1] ?? 0;
  return littleEndian ? (second << 8) | first : (first << 8) | second;
}

function u32(bytes: Uint8Array, offset: number, littleEndian: boolean): number {
  const first = u16(bytes, offset, littleEndian);
  const second = u16(bytes, offset + 2, littleEndian);
  return (littleEndian ? second * 0x10000 + first : first * 0x10000 + second) >>> 0;
}
