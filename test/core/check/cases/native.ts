import type { WheelDraft } from "../wheel-draft.ts";
import { setHeader, type WheelCase } from "./wheel-case.ts";

/** The header of a shared object for 64-bit Linux; a program asks for a loader. */
export function elf(machine: number, kind: "library" | "program" = "library"): Uint8Array {
  const bytes = new Uint8Array(120);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  view.setUint16(16, 3, true); // e_type: ET_DYN
  view.setUint16(18, machine, true); // e_machine
  view.setUint32(20, 1, true);
  view.setUint32(32, 64, true); // e_phoff
  view.setUint16(54, 56, true); // e_phentsize
  view.setUint16(56, 1, true); // e_phnum
  view.setUint32(64, kind === "program" ? 3 : 1, true); // p_type: PT_INTERP or PT_LOAD
  return bytes;
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
];
