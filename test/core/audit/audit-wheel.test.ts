import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { auditWheel, type WheelAuditOptions } from "../../../src/core/audit/audit-wheel.ts";
import type { AuditedFile } from "../../../src/core/audit/file-audit.ts";
import { isAllowedOnPyPI } from "../../../src/core/tags/allowed-platforms.ts";
import { makeNote } from "../object/elf/elf-bytes.ts";
import { elf, glibc, macho, pe } from "./drafts.ts";

interface Golden {
  readonly name: string;
  readonly files: () => AuditedFile[];
  readonly options?: WheelAuditOptions;
  readonly tags: string;
  /** `severity code path: message` */
  readonly findings?: readonly string[];
}

const MUSL = { needed: ["libc.musl-x86_64.so.1"] };
const V3 = makeNote("GNU", 5, [0x02, 0x80, 0x00, 0xc0, 4, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);

const linux: Golden[] = [
  {
    name: "a library for old glibc",
    files: () => [glibc("a.so", { free: "GLIBC_2.2.5" })],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64",
  },
  {
    name: "memcpy of glibc 2.14",
    files: () => [glibc("a.so", { free: "GLIBC_2.2.5", memcpy: "GLIBC_2.14" })],
    tags: "manylinux_2_17_x86_64.manylinux2014_x86_64",
  },
  {
    name: "the newest of several files",
    files: () => [glibc("a.so", { memcpy: "GLIBC_2.14" }), glibc("b.so", { open: "GLIBC_2.34" }), elf("c.so")],
    tags: "manylinux_2_34_x86_64",
  },
  {
    name: "C++ of a newer libstdc++ than glibc",
    files: () => [
      elf("a.so", {
        needed: ["libstdc++.so.6", "libc.so.6"],
        needs: [
          { library: "libstdc++.so.6", versions: ["GLIBCXX_3.4.29", "CXXABI_1.3"] },
          { library: "libc.so.6", versions: ["GLIBC_2.17"] },
        ],
      }),
    ],
    tags: "manylinux_2_34_x86_64",
  },
  {
    name: "packed relocations, a version without symbols",
    files: () => [
      elf("a.so", { needed: ["libc.so.6"], needs: [{ library: "libc.so.6", versions: ["GLIBC_ABI_DT_RELR"] }] }),
    ],
    tags: "manylinux_2_36_x86_64",
  },
  {
    name: "aarch64, whose first policy is 2_17",
    files: () => [glibc("a.so", { free: "GLIBC_2.17" }, { machine: 183 })],
    tags: "manylinux_2_17_aarch64.manylinux2014_aarch64",
  },
  {
    name: "a library that needs no C library, which suits both",
    files: () => [elf("a.so")],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
  },
  {
    name: "a static program, which suits both",
    files: () => [elf("hello.data/scripts/run", { type: 2, machine: 183 })],
    tags: "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
  },
  {
    name: "a library without C library beside one for glibc",
    files: () => [elf("a.so"), glibc("b.so", { free: "GLIBC_2.2.5" })],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64",
  },
  { name: "musl", files: () => [elf("a.so", MUSL)], tags: "musllinux_1_2_x86_64" },
  { name: "musl by its bare name", files: () => [elf("a.so", { needed: ["libc.so"] })], tags: "musllinux_1_2_x86_64" },
  {
    name: "musl 1.1, where the caller knows",
    files: () => [elf("a.so", MUSL)],
    options: { musl: { major: 1, minor: 1 } },
    tags: "musllinux_1_1_x86_64",
  },
  {
    name: "a program that musl's loader starts",
    files: () => [elf("run", { ...MUSL, interpreter: "/lib/ld-musl-x86_64.so.1" })],
    tags: "musllinux_1_2_x86_64",
  },
  {
    name: "an extension module that only Python on musl looks for",
    files: () => [elf("a.cpython-312-x86_64-linux-musl.so")],
    tags: "musllinux_1_1_x86_64",
  },
  {
    name: "an extension module that only Python on glibc looks for",
    files: () => [elf("a.cpython-312-x86_64-linux-gnu.so")],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64",
  },
  {
    name: "glibc and musl in one wheel",
    files: () => [glibc("a.so", { free: "GLIBC_2.2.5" }), elf("b.so", MUSL)],
    tags: "linux_x86_64",
    findings: ['error AUDIT_MIXED_C_LIBRARIES b.so: File needs musl, and "a.so" needs glibc'],
  },
  {
    name: "a library of no policy",
    files: () => [glibc("a.so", { free: "GLIBC_2.2.5" }, { needed: ["libssl.so.3", "libc.so.6"] })],
    tags: "linux_x86_64",
    findings: [
      "warning AUDIT_EXTERNAL_LIBRARY a.so: File needs the library libssl.so.3, which manylinux does not promise",
    ],
  },
  {
    name: "a library that another wheel brings",
    files: () => [glibc("a.so", { free: "GLIBC_2.2.5" }, { needed: ["libc10.so", "libc.so.6"] })],
    options: { isProvided: (library) => library === "libc10.so" },
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64",
  },
  {
    name: "a library in the wheel, where the loader finds it",
    files: () => [
      elf("hello/a.so", { needed: ["libb-1234.so.1"], runpath: "$ORIGIN/../hello.libs" }),
      elf("hello.libs/libb-1234.so.1"),
    ],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
  },
  {
    name: "a library in the wheel, where the loader does not look",
    files: () => [elf("hello/a.so", { needed: ["libb.so.1"], runpath: "/usr/lib:$ORIGIN" }), elf("lib/libb.so.1")],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
    findings: [
      "warning AUDIT_LIBRARY_NOT_ON_PATH hello/a.so: File needs libb.so.1, which is in the wheel, but not where the file looks for it",
    ],
  },
  {
    name: "a search path that leaves the wheel",
    files: () => [elf("a.so", { needed: ["libb.so"], runpath: "$ORIGIN/../../lib" }), elf("lib/libc.so.9")],
    tags: "linux_x86_64",
    findings: ["warning AUDIT_EXTERNAL_LIBRARY a.so: File needs the library libb.so, which manylinux does not promise"],
  },
  {
    name: "glibc's own insides",
    files: () => [glibc("a.so", { __libc_dlopen: "GLIBC_PRIVATE" })],
    tags: "linux_x86_64",
    findings: [
      "warning AUDIT_NO_POLICY a.so: File needs __libc_dlopen@GLIBC_PRIVATE of libc.so.6, which no manylinux policy has",
    ],
  },
  {
    name: "a symbol of zlib that not every zlib has",
    files: () => [elf("a.so", { needed: ["libz.so.1"], symbols: [{ name: "zcalloc" }, { name: "inflate" }] })],
    tags: "linux_x86_64",
    findings: ["warning AUDIT_NO_POLICY a.so: File needs zcalloc of libz.so.1, which not every manylinux system has"],
  },
  {
    name: "the same symbol where it may be missing",
    files: () => [elf("a.so", { needed: ["libz.so.1"], symbols: [{ name: "zcalloc", weak: true }] })],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
  },
  {
    name: "a processor above the first level",
    files: () => [elf("a.so", { notes: V3 })],
    tags: "linux_x86_64",
    findings: [
      "warning AUDIT_NO_POLICY a.so: File needs a processor of level x86-64-v3, and tags promise the first level alone",
    ],
  },
  {
    name: "a processor above the first level, where the caller sees to it",
    files: () => [elf("a.so", { notes: V3 })],
    options: { ignoreProcessor: true },
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
  },
  {
    name: "symbols of an odd build of Python 2",
    files: () => [elf("a.so", { symbols: [{ name: "PyUnicodeUCS2_AsUTF8String" }] })],
    tags: "linux_x86_64",
    findings: [
      "warning AUDIT_NO_POLICY a.so: File needs PyUnicodeUCS2_AsUTF8String, which only some builds of Python have",
    ],
  },
  {
    name: "ARM with hardware floating point",
    files: () => [elf("a.so", { machine: 40, bits: 32, flags: 0x05000400, needed: ["libc.so.6"] })],
    tags: "manylinux_2_17_armv7l.manylinux2014_armv7l",
  },
  {
    name: "ARM without hardware floating point",
    files: () => [elf("a.so", { machine: 40, bits: 32, flags: 0x05000200 })],
    tags: "",
    findings: [
      "error AUDIT_UNKNOWN_PLATFORM a.so: No platform tag fits the file: it is for ARM without hardware floating point",
    ],
  },
  {
    name: "a machine without a tag",
    files: () => [elf("a.so", { machine: 8 })],
    tags: "",
    findings: ["error AUDIT_UNKNOWN_PLATFORM a.so: No platform tag fits the file: it is for the machine (0x8)"],
  },
  {
    name: "another system with ELF files",
    files: () => [elf("a.so", { osAbi: 9 })],
    tags: "",
    findings: ["error AUDIT_UNKNOWN_PLATFORM a.so: No platform tag fits the file: it is for FreeBSD"],
  },
  {
    name: "two machines in one wheel",
    files: () => [elf("a.so"), elf("b.so", { machine: 183 })],
    tags: "",
    findings: ['error AUDIT_MIXED_MACHINES b.so: File is for aarch64, and "a.so" is for x86_64'],
  },
  {
    name: "an executable stack",
    files: () => [elf("a.so", { stack: 7 })],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
    findings: [
      "warning AUDIT_EXECUTABLE_STACK a.so: File asks for an executable stack, which glibc 2.41 and newer refuse to libraries",
    ],
  },
  {
    name: "relocations of machine code",
    files: () => [elf("a.so", { dynamic: [[22, 0]] })],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
    findings: [
      "warning AUDIT_TEXT_RELOCATIONS a.so: File changes its machine code as it is loaded, which hardened systems refuse",
    ],
  },
  {
    name: "Android",
    files: () => [
      elf("a.so", { machine: 183, notes: makeNote("Android", 1, [21, 0, 0, 0]) }),
      elf("b.so", { machine: 183, notes: makeNote("Android", 1, [24, 0, 0, 0]) }),
    ],
    tags: "android_24_arm64_v8a",
  },
];

const macos: Golden[] = [
  { name: "x86_64", files: () => [macho("a.dylib", { x86_64: "10.13" })], tags: "macosx_10_13_x86_64" },
  { name: "arm64", files: () => [macho("a.dylib", { arm64: "11.0" })], tags: "macosx_11_0_arm64" },
  { name: "arm64 below its first macOS", files: () => [macho("a", { arm64: "10.15" })], tags: "macosx_11_0_arm64" },
  {
    name: "a later minor version, which tags cannot tell",
    files: () => [macho("a", { arm64: "12.3" })],
    tags: "macosx_12_0_arm64",
    findings: ["note AUDIT_MINOR_VERSION_LOST a: File needs macOS 12.3 on arm64, and tags know whole versions alone"],
  },
  { name: "macOS 26", files: () => [macho("a", { arm64: "26.0" })], tags: "macosx_26_0_arm64" },
  { name: "macOS 26 by its first name", files: () => [macho("a", { arm64: "16.0" })], tags: "macosx_26_0_arm64" },
  {
    name: "a universal file, whose arm64 half says nothing",
    files: () => [macho("a", { x86_64: "10.13", arm64: "11.0" })],
    tags: "macosx_10_13_universal2",
  },
  {
    name: "a universal file, whose arm64 half needs more",
    files: () => [macho("a", { x86_64: "10.13", arm64: "12.0" })],
    tags: "macosx_12_0_universal2",
  },
  {
    name: "old Intel Macs",
    files: () => [macho("a", { x86_64: "10.9", i386: "10.6" })],
    tags: "macosx_10_9_intel",
  },
  {
    name: "the newest of several files",
    files: () => [macho("a", { arm64: "11.0" }), macho("b", { arm64: "13.0" }), macho("c", { arm64: "12.0" })],
    tags: "macosx_13_0_arm64",
  },
  {
    name: "a universal file beside a thin one",
    files: () => [macho("a", { arm64: "11.0", x86_64: "10.15" }), macho("b", { x86_64: "10.9" })],
    tags: "macosx_10_15_x86_64",
  },
  {
    name: "one file for each machine",
    files: () => [macho("a", { arm64: "11.0" }), macho("b", { x86_64: "10.9" })],
    tags: "",
    findings: ['error AUDIT_MIXED_MACHINES b: File is for x86_64, and "a" is for arm64'],
  },
  {
    name: "a file that says nothing of its macOS",
    files: () => [macho("a", { x86_64: "" })],
    tags: "macosx_10_4_x86_64",
    findings: ["warning AUDIT_NO_MINIMUM_VERSION a: File does not say which macOS it needs on x86_64"],
  },
  {
    name: "a library of Homebrew",
    files: () => [macho("a", { arm64: "11.0" }, ["/opt/homebrew/lib/libssl.3.dylib"])],
    tags: "macosx_11_0_arm64",
    findings: [
      "warning AUDIT_EXTERNAL_LIBRARY a: File needs the library /opt/homebrew/lib/libssl.3.dylib, which is no part of the system",
    ],
  },
  {
    name: "a library in the wheel",
    files: () => [
      macho("hello/a.so", { arm64: "11.0" }, ["@loader_path/.dylibs/libb.dylib"]),
      macho("hello/.dylibs/libb.dylib", { arm64: "11.0" }),
    ],
    tags: "macosx_11_0_arm64",
  },
  { name: "iPhones", files: () => [macho("a", { arm64: "13.2" }, [], 2)], tags: "ios_13_2_arm64_iphoneos" },
  {
    name: "the simulator of iPhones",
    files: () => [macho("a", { arm64: "13.0", x86_64: "13.0" }, [], 7)],
    tags: "ios_13_0_arm64_iphonesimulator.ios_13_0_x86_64_iphonesimulator",
  },
  {
    name: "watches",
    files: () => [macho("a", { arm64: "9.0" }, [], 4)],
    tags: "",
    findings: ["error AUDIT_UNKNOWN_PLATFORM a: No platform tag fits the file: it is for watchos"],
  },
];

const others: Golden[] = [
  { name: "amd64", files: () => [pe("a.dll")], tags: "win_amd64" },
  { name: "x86", files: () => [pe("a.dll", { bits: 32, machine: 0x14c })], tags: "win32" },
  { name: "arm64", files: () => [pe("a.dll", { machine: 0xaa64 })], tags: "win_arm64" },
  {
    name: "two machines",
    files: () => [pe("a.dll"), pe("b.dll", { machine: 0xaa64 })],
    tags: "",
    findings: ['error AUDIT_MIXED_MACHINES b.dll: File is for arm64, and "a.dll" is for amd64'],
  },
  {
    name: "two systems",
    files: () => [pe("a.dll"), elf("a.so")],
    tags: "",
    findings: ['error AUDIT_MIXED_SYSTEMS a.so: File is for linux, and "a.dll" is for windows'],
  },
  { name: "no files", files: () => [], tags: "" },
  {
    name: "parts of static libraries for another machine, which nothing loads",
    files: () => [elf("a.so"), elf("b.o", { type: 1, machine: 183 })],
    tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
  },
];

for (const [system, goldens] of Object.entries({ Linux: linux, Apple: macos, "Windows and others": others })) {
  describe(`auditWheel() of files for ${system}`, () => {
    for (const { name, files, options, tags, findings = [] } of goldens) {
      test(`gives ${tags === "" ? "no tag" : tags} for ${name}`, () => {
        const audit = auditWheel(files(), options);
        assert.equal(audit.platformTags.join("."), tags);
        assert.deepEqual(
          audit.findings.map((f) => `${f.severity} ${f.code} ${f.path}: ${f.message}`),
          findings,
        );
        for (const tag of audit.platformTags) {
          assert.equal(isAllowedOnPyPI(tag), !tag.startsWith("linux"), tag);
        }
      });
    }
  });
}
