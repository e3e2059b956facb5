/**
 * How the ELF files of a machine are laid out: what stands in their headers.
 * Specs: System V gABI, chapter 4, and the supplement of each processor (e_flags).
 */
import { EF_ARM } from "./constants.ts";

export interface ElfFormat {
  readonly machine: number; // e_machine
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  readonly flags: number; // e_flags
}

const WORDS_64 = { bits: 64, littleEndian: true, flags: 0 } as const;

/** By machine, as platform tags name it. */
const FORMATS: Readonly<Record<string, ElfFormat>> = {
  x86_64: { machine: 62, ...WORDS_64 },
  aarch64: { machine: 183, ...WORDS_64 },
  i686: { machine: 3, bits: 32, littleEndian: true, flags: 0 },
  armv7l: { machine: 40, bits: 32, littleEndian: true, flags: EF_ARM.EABI_5 | EF_ARM.FLOAT_HARD },
  ppc64le: { machine: 21, ...WORDS_64, flags: 2 }, // EF_PPC64_ABI: ELFv2
  s390x: { machine: 22, ...WORDS_64, littleEndian: false },
  riscv64: { machine: 243, ...WORDS_64, flags: 0x5 }, // EF_RISCV_RVC, EF_RISCV_FLOAT_ABI_DOUBLE
};

/** Undefined for machines that packwheel makes no files for. */
export function elfFormatOf(machine: string): ElfFormat | undefined {
  return FORMATS[machine];
}
