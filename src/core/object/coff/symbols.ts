/**
 * What a COFF object takes from others and gives to them: the names in its symbol table.
 * Spec: Microsoft PE format, "COFF Symbol Table".
 */
import { ByteReader } from "../../bytes/byte-reader.ts";
import {
  COFF_MACHINES,
  IMAGE_FILE_MACHINE_I386,
  IMAGE_SYM_CLASS_EXTERNAL,
  IMAGE_SYM_CLASS_WEAK_EXTERNAL,
  IMPORT_OBJECT_SIGNATURE,
} from "./constants.ts";

/** Objects with more than 65,279 sections: the header is longer, and symbols number their sections with 32 bits. */
const BIG_OBJECT_VERSION = 2;

interface CoffTable {
  readonly machine: number;
  readonly start: number; // PointerToSymbolTable
  readonly count: number; // NumberOfSymbols
  readonly symbolSize: number;
}

export interface CoffSymbols {
  /** As the linker has them, with what x86 adds: `_add`, `_add@8`. */
  readonly defined: ReadonlySet<string>;
  /** As C has them. Weak ones may be missing, and are left out. */
  readonly undefined: ReadonlySet<string>;
}

/**
 * @returns Undefined when the bytes are no object for a machine of Windows.
 * @throws {PackwheelError} `PE_TRUNCATED`
 */
export function parseCoffSymbols(bytes: Uint8Array): CoffSymbols | undefined {
  const reader = new ByteReader(bytes, true, "PE_TRUNCATED", "COFF object");
  const table = readTable(reader);
  if (table === undefined) return undefined;
  const { machine, start, count, symbolSize } = table;
  const strings = start + count * symbolSize;
  const wanted = new Set<string>();
  const defined = new Set<string>();
  for (let index = 0; index < count; index++) {
    reader.seek(start + index * symbolSize);
    const name = readName(reader, strings);
    const value = reader.u32();
    const section = symbolSize === 20 ? reader.u32() : reader.u16();
    reader.skip(2); // type
    const storageClass = reader.u8();
    index += reader.u8(); // records that belong to this symbol
    if (storageClass === IMAGE_SYM_CLASS_WEAK_EXTERNAL) defined.add(name);
    if (storageClass !== IMAGE_SYM_CLASS_EXTERNAL) continue;
    // A value without a section is the size of a common symbol.
    if (section !== 0 || value !== 0) defined.add(name);
    else wanted.add(sourceName(name, machine));
  }
  return { defined, undefined: wanted };
}

function readTable(reader: ByteReader): CoffTable | undefined {
  if (reader.bytes.length < 20) return undefined;
  const machine = reader.u16();
  if ([...COFF_MACHINES.values()].includes(machine)) {
    reader.seek(8);
    return { machine, start: reader.u32(), count: reader.u32(), symbolSize: 18 };
  }
  const isBig = machine === 0 && reader.u16() === IMPORT_OBJECT_SIGNATURE && reader.u16() >= BIG_OBJECT_VERSION;
  if (!isBig) return undefined;
  const bigMachine = reader.u16();
  reader.seek(48);
  return { machine: bigMachine, start: reader.u32(), count: reader.u32(), symbolSize: 20 };
}

/** Eight bytes: the name, or four zero bytes and its place among the long ones. */
function readName(reader: ByteReader, strings: number): string {
  const field = reader.take(8);
  if (field[0] !== 0 || field[1] !== 0 || field[2] !== 0 || field[3] !== 0) return textUntilZero(field, 0);
  const offset = new DataView(field.buffer, field.byteOffset, 8).getUint32(4, true);
  return textUntilZero(reader.bytes, strings + offset);
}

function textUntilZero(bytes: Uint8Array, start: number): string {
  const end = bytes.indexOf(0, start);
  return new TextDecoder().decode(bytes.subarray(start, end < 0 ? bytes.length : end));
}

/** `__imp_sin` -> `sin`; and of x86 `_sin`, `_CreateFileA@28`, `@fast@8` -> `sin`, `CreateFileA`, `fast`. */
function sourceName(symbol: string, machine: number): string {
  const plain = symbol.replace(/^__imp_/, "");
  return machine === IMAGE_FILE_MACHINE_I386 ? plain.replace(/^[_@]/, "").replace(/@\d+$/, "") : plain;
}
