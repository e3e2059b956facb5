/**
 * The machines that an object file is for, from its header alone, named as platform tags name them.
 * Specs: System V gABI, chapter 4 (e_machine); mach/machine.h (cputype); Microsoft PE format (Machine).
 */
import { ByteReader } from "../bytes/byte-reader.ts";
import type { PlatformTag } from "../tags/platform-tag.ts";
import { detectObjectFormat } from "./detect.ts";

/** e_machine, bits and byte order -> name: `x86_64` has 64 bits, and the files of x32 have 32. */
const ELF_MACHINES: Readonly<Record<string, string>> = {
  "3:32le": "i686", // EM_386
  "62:64le": "x86_64", // EM_X86_64
  "40:32le": "armv7l", // EM_ARM
  "183:64le": "aarch64", // EM_AARCH64
  "21:64le": "ppc64le", // EM_PPC64
  "21:64be": "ppc64",
  "22:64be": "s390x", // EM_S390
  "243:64le": "riscv64", // EM_RISCV
  "258:64le": "loongarch64", // EM_LOONGARCH
};

const MACHO_MACHINES: Readonly<Record<number, string>> = {
  7: "i386", // CPU_TYPE_X86
  16777223: "x86_64",
  16777228: "arm64",
  18: "ppc",
  16777234: "ppc64",
};

const PE_MACHINES: Readonly<Record<number, string>> = {
  332: "x86", // IMAGE_FILE_MACHINE_I386
  34404: "amd64",
  43620: "arm64",
};

export interface ObjectMachines {
  readonly system: "linux" | "macos" | "windows" | "emscripten";
  /** One, or several in a universal Mach-O file; `unknown (0x1234)` for a machine without a tag. */
  readonly machines: readonly string[];
}

/**
 * @param head The first bytes of the file, `DETECT_LENGTH` or all there are.
 * @returns Undefined for what is not ELF, Mach-O, PE or a side module.
 * @throws {PackwheelError} `OBJECT_TRUNCATED`
 */
export function readMachines(head: Uint8Array): ObjectMachines | undefined {
  const format = detectObjectFormat(head);
  if (format === "elf") return { system: "linux", machines: [elfMachine(head)] };
  if (format === "mach-o") return { system: "macos", machines: machoMachines(head) };
  if (format === "pe") return { system: "windows", machines: [peMachine(head)] };
  if (format === "side-module") return { system: "emscripten", machines: ["wasm32"] };
  return undefined;
}

function elfMachine(head: Uint8Array): string {
  const bits = head[4] === 1 ? 32 : 64; // EI_CLASS
  const littleEndian = head[5] === 1; // EI_DATA
  const reader = new ByteReader(head, littleEndian, "OBJECT_TRUNCATED");
  reader.seek(18);
  return elfMachineName(reader.u16(), bits, littleEndian); // e_machine
}

/** `x86_64`; `unknown (0x1234)` for a machine without a tag. */
export function elfMachineName(machine: number, bits: 32 | 64, littleEndian: boolean): string {
  return ELF_MACHINES[`${machine}:${bits}${littleEndian ? "le" : "be"}`] ?? unknown(machine);
}

function machoMachines(head: Uint8Array): string[] {
  const reader = new ByteReader(head, false, "OBJECT_TRUNCATED");
  const magic = reader.u32();
  if (magic !== 0xcafebabe && magic !== 0xcafebabf) {
    const littleEndian = magic === 0xcefaedfe || magic === 0xcffaedfe;
    const thin = new ByteReader(head, littleEndian, "OBJECT_TRUNCATED");
    thin.seek(4);
    return [machOMachineName(thin.u32())];
  }
  const count = reader.u32(); // nfat_arch; detectObjectFormat has bounded it
  const length = magic === 0xcafebabe ? 20 : 32; // sizeof(struct fat_arch), fat_arch_64
  const machines: string[] = [];
  for (let index = 0; index < count; index++) {
    reader.seek(8 + index * length);
    machines.push(machOMachineName(reader.u32()));
  }
  return machines;
}

/** `arm64` */
export function machOMachineName(cpuType: number): string {
  return MACHO_MACHINES[cpuType] ?? unknown(cpuType);
}

function peMachine(head: Uint8Array): string {
  const reader = new ByteReader(head, true, "OBJECT_TRUNCATED");
  reader.seek(0x3c);
  const offset = reader.u32(); // e_lfanew
  reader.seek(offset + 4);
  return peMachineName(reader.u16());
}

/** `amd64` */
export function peMachineName(machine: number): string {
  return PE_MACHINES[machine] ?? unknown(machine);
}

function unknown(code: number): string {
  return `unknown (0x${code.toString(16)})`;
}

/** `arch` of a macOS tag -> the machines that a file under it must hold. */
export const FAT_ARCHES: Readonly<Record<string, readonly string[]>> = {
  universal2: ["arm64", "x86_64"],
  universal: ["i386", "ppc", "ppc64", "x86_64"],
  intel: ["i386", "x86_64"],
  fat: ["i386", "ppc"],
  fat3: ["i386", "ppc", "x86_64"],
  fat64: ["ppc64", "x86_64"],
};

/** Whether a file for these machines runs where the tag says; true for systems whose files tell nothing here. */
export function fitsPlatform({ system, machines }: ObjectMachines, tag: PlatformTag): boolean {
  switch (tag.kind) {
    case "linux":
    case "manylinux":
    case "manylinux-legacy":
    case "musllinux":
      return system === "linux" && machines.includes(tag.arch === "armv8l" ? "armv7l" : tag.arch);
    case "macos":
      return system === "macos" && (FAT_ARCHES[tag.arch] ?? [tag.arch]).every((arch) => machines.includes(arch));
    case "windows":
      return system === "windows" && machines.includes(tag.arch);
    case "pyemscripten":
      return system === "emscripten";
    case "any":
      return false;
    case "ios":
    case "android":
    case "other":
      return true;
  }
}
