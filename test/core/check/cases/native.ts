import { type ElfDraft, makeElf } from "../../object/elf/elf-bytes.ts";
import { buildVersion, type MachODraft, makeMachO } from "../../object/macho/macho-bytes.ts";
import type { WheelDraft } from "../wheel-draft.ts";
import { setHeader, type WheelCase } from "./wheel-case.ts";

/** A shared object for 64-bit Linux; a program asks for a loader. */
export function elf(machine: number, draft: ElfDraft | "program" = {}): Uint8Array {
  const given = draft === "program" ? { interpreter: "/lib64/ld-linux-x86-64.so.2" } : draft;
  return makeElf({ stack: 6, machine, ...given });
}

/** A dylib that runs on this macOS, `11.0`; without a version it does not say. */
export function dylib(cpuType: number, version?: string, more: MachODraft = {}): Uint8Array {
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  const commands = version === undefined ? [] : [buildVersion(1, (major << 16) | (minor << 8))];
  return makeMachO({ cpuType, ...more, commands: [...commands, ...(more.commands ?? [])] });
}

const X86_64 = 62;
const AARCH64 = 183;

/** A wheel for a platform, with its library. */
export function platformWheel(tags: string, path: string, library: Uint8Array): (draft: WheelDraft) => void {
  return (draft) => {
    draft.filename = `hello-1.0-${tags}.whl`;
    setHeader(draft.wheel, "Tag", `Tag: ${tags}`);
    setHeader(draft.wheel, "Root-Is-Purelib", "Root-Is-Purelib: false");
    draft.files[path] = library;
  };
}

export const NATIVE_CASES: readonly WheelCase[] = [
  {
    name: "a library in a wheel for any platform",
    code: "NATIVE_LIBRARY_IN_ANY_WHEEL",
    message: "Wheel is for any platform, but this library is for Linux on x86_64",
    change: ({ files }) => {
      files["hello/_native.so"] = elf(X86_64);
    },
  },
  {
    name: "libraries for two platforms in a wheel for any",
    code: "NATIVE_LIBRARIES_IN_ANY_WHEEL",
    message: "Wheel is for any platform, but this library is for Linux on x86_64",
    change: ({ files }) => {
      files["hello/x86_64/_native.so"] = elf(X86_64);
      files["hello/aarch64/_native.so"] = elf(AARCH64);
    },
  },
  {
    name: "a program in a wheel for any platform",
    code: "NATIVE_PROGRAM_IN_ANY_WHEEL",
    message: "Wheel is for any platform, but this program is for Linux on x86_64",
    change: ({ files }) => {
      files["hello/run"] = elf(X86_64, "program");
    },
  },
  {
    name: "a library in purelib",
    code: "NATIVE_IN_PURELIB",
    message: "Library is for Linux on x86_64, and lies in a wheel with Root-Is-Purelib: true",
    change: (draft) => {
      platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(X86_64))(draft);
      setHeader(draft.wheel, "Root-Is-Purelib", "Root-Is-Purelib: true");
    },
  },
  {
    name: "a library of Linux in a wheel for Windows",
    code: "NATIVE_PLATFORM_MISMATCH",
    message: 'Tag "win_amd64" stands for another system, and this library is for Linux on x86_64',
    change: platformWheel("py3-none-win_amd64", "hello/_native.so", elf(X86_64)),
  },
  {
    name: "a library for another processor",
    code: "NATIVE_ARCHITECTURE_MISMATCH",
    message: 'Tag "manylinux_2_28_x86_64" stands for another processor, and this library is for Linux on aarch64',
    change: platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(AARCH64)),
  },
  {
    name: "an extension module for another Python",
    code: "NATIVE_EXTENSION_TAG_MISMATCH",
    message: "Extension module is for cp312, and the wheel is for cp313",
    change: platformWheel(
      "cp313-cp313-manylinux_2_28_x86_64",
      "hello/_speed.cpython-312-x86_64-linux-gnu.so",
      elf(X86_64),
    ),
  },
  {
    name: "libraries for two architectures",
    code: "NATIVE_MIXED_ARCHITECTURES",
    message: 'Library is for Linux on aarch64, and "hello/_native.so" is for Linux on x86_64',
    change: (draft) => {
      platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(X86_64))(draft);
      draft.files["hello/_other.so"] = elf(AARCH64);
    },
  },
  {
    name: "a library whose tables lie outside of it",
    code: "NATIVE_UNREADABLE",
    message: /^Cannot read .* of the ELF file: bytes \d+ to \d+ are not all in the file/,
    change: platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(X86_64).subarray(0, 300)),
  },
  {
    name: "a library that is too large to be read",
    code: "NATIVE_TOO_LARGE",
    message: `Compiled file has ${elf(X86_64).length} bytes, too many to be read`,
    change: platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(X86_64)),
    options: { limits: { maxBinarySize: 300 } },
  },
];
