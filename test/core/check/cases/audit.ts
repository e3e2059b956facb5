/** What compiled files need, and tags that promise less. */
import { ARM64, buildVersion, dylib as dylibCommand, X86_64 as MACHO_X86_64 } from "../../object/macho/macho-bytes.ts";
import { signMachO } from "../../object/macho/signed-bytes.ts";
import { makePe } from "../../object/pe/pe-bytes.ts";
import { dylib, elf, platformWheel } from "./native.ts";
import type { WheelCase } from "./wheel-case.ts";

const X86_64 = 62;

/** A library that takes symbols of these versions from glibc: `{ memcpy: "GLIBC_2.14" }`. */
function glibc(symbols: Readonly<Record<string, string>>): Uint8Array {
  return elf(X86_64, {
    needed: ["libc.so.6"],
    needs: [{ library: "libc.so.6", versions: [...new Set(Object.values(symbols))] }],
    symbols: Object.entries(symbols).map(([name, version]) => ({ name, version })),
  });
}

/** A library that needs these symbols of whoever loads it. */
function importing(...names: readonly string[]): Uint8Array {
  return elf(X86_64, { symbols: names.map((name) => ({ name })) });
}

export const AUDIT_CASES: readonly WheelCase[] = [
  {
    name: "a symbol of a newer glibc",
    code: "AUDIT_TAG_TOO_LOW",
    message:
      'File needs memcpy@GLIBC_2.14, which is in manylinux_2_17 and above, and tag "manylinux1_x86_64" promises less',
    change: platformWheel("py3-none-manylinux1_x86_64", "hello/_native.so", glibc({ memcpy: "GLIBC_2.14" })),
  },
  {
    name: "a symbol of glibc in a wheel for musl",
    code: "AUDIT_TAG_TOO_LOW",
    message: /^File needs memcpy@GLIBC_2\.14, which no musllinux policy promises, and tag "musllinux_1_2_x86_64"/,
    also: ["AUDIT_EXTERNAL_LIBRARY"],
    change: platformWheel("py3-none-musllinux_1_2_x86_64", "hello/_native.so", glibc({ memcpy: "GLIBC_2.14" })),
  },
  {
    name: "a later macOS",
    code: "AUDIT_TAG_TOO_LOW",
    message: 'File needs macOS 12.0 on arm64, and tag "macosx_11_0_arm64" promises less',
    change: platformWheel("py3-none-macosx_11_0_arm64", "hello/_native.dylib", dylib(ARM64, "12.0")),
  },
  {
    name: "symbols of Python in a wheel for every Python",
    code: "AUDIT_PYTHON_ABI_NEEDED",
    message: 'ABI tag is "none", but the file needs PyArg_Parse, PyLong_FromLong of the interpreter',
    change: platformWheel(
      "py3-none-manylinux_2_28_x86_64",
      "hello/_native.so",
      importing("PyArg_Parse", "PyLong_FromLong"),
    ),
  },
  {
    name: "libpython in a wheel for every Python",
    code: "AUDIT_PYTHON_ABI_NEEDED",
    message: 'ABI tag is "none", but the file links libpython3.12.so.1.0',
    also: ["AUDIT_EXTERNAL_LIBRARY"],
    change: platformWheel(
      "py3-none-manylinux_2_28_x86_64",
      "hello/_native.so",
      elf(X86_64, { needed: ["libpython3.12.so.1.0"] }),
    ),
  },
  {
    name: "symbols of Python in a wheel for any platform",
    code: "AUDIT_PYTHON_ABI_NEEDED",
    message: 'ABI tag is "none", but the file needs PyLong_FromLong of the interpreter',
    also: ["NATIVE_LIBRARY_IN_ANY_WHEEL"],
    change: ({ files }) => {
      files["hello/_native.so"] = importing("PyLong_FromLong");
    },
  },
  {
    name: "a symbol outside the stable ABI",
    code: "AUDIT_NOT_STABLE_ABI",
    message: "File needs PyFrame_New, which is no part of the stable ABI",
    change: platformWheel("cp39-abi3-manylinux_2_28_x86_64", "hello/_speed.abi3.so", importing("PyFrame_New")),
  },
  {
    name: "a symbol of the stable ABI of a later Python",
    code: "AUDIT_NOT_STABLE_ABI",
    message: "File needs PyType_GetName, which the stable ABI of Python 3.9 does not have",
    change: platformWheel("cp39-abi3-manylinux_2_28_x86_64", "hello/_speed.abi3.so", importing("PyType_GetName")),
  },
  {
    name: "the DLL of one Python in a wheel for the stable ABI",
    code: "AUDIT_LIBPYTHON_LINKED",
    message: "File links python312.dll, and the wheel is for cp39 with ABI abi3",
    change: platformWheel(
      "cp39-abi3-win_amd64",
      "hello/_speed.pyd",
      makePe({ imports: [{ dll: "python312.dll", symbols: ["PyLong_FromLong"] }] }),
    ),
  },
  {
    name: "a library that no policy has",
    code: "AUDIT_EXTERNAL_LIBRARY",
    message: "File needs the library libssl.so.3, which manylinux does not promise",
    change: platformWheel(
      "py3-none-manylinux_2_28_x86_64",
      "hello/_native.so",
      elf(X86_64, { needed: ["libssl.so.3"] }),
    ),
  },
  {
    name: "a library that no policy has, on the way to PyPI",
    code: "AUDIT_EXTERNAL_LIBRARY",
    message: "File needs the library libssl.so.3, which manylinux does not promise",
    also: ["INDEX_PLATFORM_TAG"],
    change: platformWheel("py3-none-linux_x86_64", "hello/_native.so", elf(X86_64, { needed: ["libssl.so.3"] })),
  },
  {
    name: "a library that is no part of macOS",
    code: "AUDIT_EXTERNAL_LIBRARY",
    message: "File needs the library /opt/homebrew/lib/libssl.3.dylib, which is no part of the system",
    change: platformWheel(
      "py3-none-macosx_11_0_arm64",
      "hello/_native.dylib",
      dylib(ARM64, "11.0", { commands: [dylibCommand(0xc, "/opt/homebrew/lib/libssl.3.dylib")] }),
    ),
  },
  {
    name: "a library of the wheel that is not looked for where it lies",
    code: "AUDIT_LIBRARY_NOT_ON_PATH",
    message: "File needs libother.so, which is in the wheel, but not where the file looks for it",
    change: (draft) => {
      const library = elf(X86_64, { needed: ["libother.so"] });
      platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", library)(draft);
      draft.files["hello/libs/libother.so"] = elf(X86_64);
    },
  },
  {
    name: "a symbol that only some builds of Python have",
    code: "AUDIT_NO_POLICY",
    message: "File needs PyFPE_jbuf, which only some builds of Python have",
    change: platformWheel("cp36-cp36m-manylinux_2_28_x86_64", "hello/_speed.so", importing("PyFPE_jbuf")),
  },
  {
    name: "files for both C libraries",
    code: "AUDIT_MIXED_C_LIBRARIES",
    message: 'File needs musl, and "hello/_native.so" needs glibc',
    also: ["INDEX_PLATFORM_TAG"],
    change: (draft) => {
      platformWheel("py3-none-linux_x86_64", "hello/_native.so", glibc({ memcpy: "GLIBC_2.14" }))(draft);
      draft.files["hello/_other.so"] = elf(X86_64, { needed: ["libc.musl-x86_64.so.1"] });
    },
  },
  {
    name: "a library for FreeBSD in a wheel for Linux",
    code: "AUDIT_UNKNOWN_PLATFORM",
    message: "No platform tag fits the file: it is for FreeBSD",
    change: platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(X86_64, { osAbi: 9 })),
  },
  {
    name: "an executable stack",
    code: "AUDIT_EXECUTABLE_STACK",
    message: "File asks for an executable stack, which glibc 2.41 and newer refuse to libraries",
    change: platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(X86_64, { stack: 7 })),
  },
  {
    name: "code that is changed as it is loaded",
    code: "AUDIT_TEXT_RELOCATIONS",
    message: "File changes its machine code as it is loaded, which hardened systems refuse",
    change: platformWheel(
      "py3-none-manylinux_2_28_x86_64",
      "hello/_native.so",
      elf(X86_64, { dynamic: [[22, 0]] }), // DT_TEXTREL
    ),
  },
  {
    name: "a dylib without the oldest macOS",
    code: "AUDIT_NO_MINIMUM_VERSION",
    message: "File does not say which macOS it needs on x86_64",
    change: platformWheel("py3-none-macosx_11_0_x86_64", "hello/_native.dylib", dylib(MACHO_X86_64)),
  },
  {
    name: "a minor version of macOS 12",
    code: "AUDIT_MINOR_VERSION_LOST",
    message: "File needs macOS 12.3 on arm64, and tags know whole versions alone",
    change: platformWheel("py3-none-macosx_12_0_arm64", "hello/_native.dylib", dylib(ARM64, "12.3")),
  },
  {
    name: "a dylib that was changed after it was signed",
    code: "AUDIT_SIGNATURE_BROKEN",
    message: "Signature for arm64 is broken: page 2 of the file is another",
    change: (draft) => {
      const library = signMachO({ cpuType: ARM64, commands: [buildVersion(1, 0x000b0000)] });
      library[9000] = 1;
      platformWheel("py3-none-macosx_11_0_arm64", "hello/_native.dylib", library)(draft);
    },
  },
];
