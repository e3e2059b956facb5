/**
 * A library without code for the linkers of Windows: which function is in which DLL.
 *
 * Each member is one short record. The linker makes of those that are used what a DLL's tables need.
 * Spec: Microsoft PE format, "Import Library Format".
 */
import { ByteWriter } from "../../bytes/byte-writer.ts";
import { type ArchiveMember, writeArchive } from "../write-archive.ts";
import { IMAGE_FILE_MACHINE_I386, IMPORT_OBJECT_SIGNATURE } from "./constants.ts";

export interface ImportedFunction {
  /** As C calls it: `access`. */
  readonly name: string;
  /** As the DLL calls it: `_access`. */
  readonly exportName: string;
  /** `api-ms-win-crt-math-l1-1-0.dll` */
  readonly dll: string;
  /** Bytes of arguments that the function itself takes off the stack of x86; undefined where the caller does so. */
  readonly stdcallBytes: number | undefined;
}

const IMPORT_CODE = 0;
/** The name of the export comes as a third text. */
const IMPORT_NAME_EXPORTAS = 4;

/** @param machine Its number in COFF headers. */
export function writeImportLibrary(machine: number, functions: readonly ImportedFunction[]): Uint8Array {
  return writeArchive(functions.map((each, index) => importMember(machine, each, `i${index}`)));
}

function importMember(machine: number, imported: ImportedFunction, name: string): ArchiveMember {
  const symbol = symbolOf(machine, imported);
  const texts = new TextEncoder().encode(`${symbol}\0${imported.dll}\0${imported.exportName}\0`);
  const writer = new ByteWriter(true, 20 + texts.length);
  writer.u16(0).u16(IMPORT_OBJECT_SIGNATURE).u16(0).u16(machine); // 0: Sig1, Sig2, Version, Machine
  writer.u32(0).u32(texts.length); // 8: TimeDateStamp, SizeOfData
  writer.u16(0).u16(IMPORT_CODE | (IMPORT_NAME_EXPORTAS << 2)); // 16: Hint, Type and NameType
  return { name, bytes: writer.bytes(texts).toBytes(), symbols: [symbol, `__imp_${symbol}`] };
}

/** On x86, `_sin` for `sin`, and `_CreateFileA@28`. */
function symbolOf(machine: number, { name, stdcallBytes }: ImportedFunction): string {
  if (machine !== IMAGE_FILE_MACHINE_I386) return name;
  return stdcallBytes === undefined ? `_${name}` : `_${name}@${stdcallBytes}`;
}
