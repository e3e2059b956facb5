import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { auditWheel } from "../../../src/core/audit/audit-wheel.ts";
import { raisePlatform } from "../../../src/core/audit/raise-platform.ts";
import { elf, glibc, macho, pe } from "./drafts.ts";

const wheels = {
  glibc: auditWheel([glibc("hello/libfoo.so", { memcpy: "GLIBC_2.14" }), elf("hello/b.so")]),
  newer: auditWheel([glibc("a.so", { f: "GLIBC_2.18" })]),
  musl: auditWheel([elf("a.so", { needed: ["libc.musl-x86_64.so.1"] })]),
  both: auditWheel([elf("a.so")]),
  openssl: auditWheel([elf("a.so", { needed: ["libssl.so.3"] })]),
  arm: auditWheel([elf("a.so", { machine: 40, bits: 32, flags: 0x05000400 })]),
  unknown: auditWheel([elf("a.so", { osAbi: 9 })]),
  universal: auditWheel([macho("a.dylib", { x86_64: "10.13", arm64: "11.0" })]),
  mac: auditWheel([macho("a.dylib", { arm64: "12.3" })]),
  iphone: auditWheel([macho("a.dylib", { arm64: "13.2" }, [], 2)]),
  windows: auditWheel([pe("a.dll")]),
};

const accepted: [keyof typeof wheels, string][] = [
  ["glibc", "manylinux_2_17_x86_64"],
  ["glibc", "manylinux2014_x86_64"],
  ["glibc", "manylinux_2_28_x86_64"],
  ["glibc", "manylinux_3_0_x86_64"],
  ["glibc", "linux_x86_64"],
  // Between two policies: glibc's versions decide.
  ["glibc", "manylinux_2_14_x86_64"],
  ["newer", "manylinux_2_18_x86_64"],
  ["newer", "manylinux_2_20_x86_64"],
  ["musl", "musllinux_1_2_x86_64"],
  ["both", "manylinux1_x86_64"],
  ["both", "musllinux_1_2_x86_64"],
  ["openssl", "linux_x86_64"],
  ["arm", "linux_armv6l"],
  ["unknown", "freebsd_14_1_release_amd64"],
  ["universal", "macosx_10_13_universal2"],
  ["universal", "macosx_10_13_x86_64"],
  ["universal", "macosx_11_0_arm64"],
  ["universal", "macosx_14_0_universal2"],
  ["mac", "macosx_12_0_arm64"],
  ["iphone", "ios_13_2_arm64_iphoneos"],
  ["windows", "win_amd64"],
];

const refused: [keyof typeof wheels, string, string, string?][] = [
  [
    "glibc",
    "manylinux_2_12_x86_64",
    'Cannot tag the wheel "manylinux_2_12_x86_64": "hello/libfoo.so" needs memcpy@GLIBC_2.14, which is in manylinux_2_17 and above',
    "Use manylinux_2_17_x86_64.manylinux2014_x86_64 or a higher tag",
  ],
  [
    "glibc",
    "manylinux2010_x86_64",
    'Cannot tag the wheel "manylinux2010_x86_64": "hello/libfoo.so" needs memcpy@GLIBC_2.14, which is in manylinux_2_17 and above',
  ],
  [
    "newer",
    "manylinux_2_17_x86_64",
    'Cannot tag the wheel "manylinux_2_17_x86_64": "a.so" needs f@GLIBC_2.18, which is in manylinux_2_24 and above',
  ],
  [
    "glibc",
    "musllinux_1_2_x86_64",
    'Cannot tag the wheel "musllinux_1_2_x86_64": "hello/libfoo.so" needs memcpy@GLIBC_2.14, which no musllinux policy promises, and 1 more',
  ],
  [
    "musl",
    "manylinux_2_28_x86_64",
    'Cannot tag the wheel "manylinux_2_28_x86_64": "a.so" needs libc.musl-x86_64.so.1, which no manylinux policy promises',
  ],
  [
    "openssl",
    "manylinux_2_28_x86_64",
    'Cannot tag the wheel "manylinux_2_28_x86_64": "a.so" needs libssl.so.3, which no manylinux policy promises',
    "Use linux_x86_64, or put what is missing into the wheel",
  ],
  [
    "glibc",
    "manylinux_2_28_aarch64",
    'Cannot tag the wheel "manylinux_2_28_aarch64": "hello/libfoo.so" is for Linux on x86_64, and 1 more',
  ],
  ["glibc", "any", 'Cannot tag the wheel "any": "hello/libfoo.so" is for Linux on x86_64, and 1 more'],
  ["glibc", "win_amd64", 'Cannot tag the wheel "win_amd64": "hello/libfoo.so" is for Linux on x86_64, and 1 more'],
  ["unknown", "any", 'Cannot tag the wheel "any": "a.so" holds machine code'],
  [
    "universal",
    "macosx_10_9_universal2",
    'Cannot tag the wheel "macosx_10_9_universal2": "a.dylib" needs macOS 10.13 on x86_64',
    "Use macosx_10_13_universal2 or a higher tag",
  ],
  ["mac", "macosx_11_0_arm64", 'Cannot tag the wheel "macosx_11_0_arm64": "a.dylib" needs macOS 12.0 on arm64'],
  ["mac", "macosx_12_0_universal2", 'Cannot tag the wheel "macosx_12_0_universal2": "a.dylib" is for macOS on arm64'],
  [
    "iphone",
    "ios_13_0_arm64_iphoneos",
    'Cannot tag the wheel "ios_13_0_arm64_iphoneos": "a.dylib" needs iOS 13.2 on arm64',
  ],
  [
    "iphone",
    "ios_13_2_arm64_iphonesimulator",
    'Cannot tag the wheel "ios_13_2_arm64_iphonesimulator": "a.dylib" is for iOS on arm64',
  ],
  ["windows", "win32", 'Cannot tag the wheel "win32": "a.dll" is for Windows on amd64'],
];

describe("raisePlatform()", () => {
  for (const [wheel, tag] of accepted) {
    test(`takes ${tag} for the wheel "${wheel}"`, () => assert.deepEqual(raisePlatform(wheels[wheel], [tag]), [tag]));
  }

  for (const [wheel, tag, message, hint] of refused) {
    test(`refuses ${tag} for the wheel "${wheel}"`, () => {
      assert.throws(() => raisePlatform(wheels[wheel], [tag]), {
        code: "AUDIT_TAG_TOO_LOW",
        message,
        ...(hint === undefined ? {} : { hint }),
      });
    });
  }

  test("takes several tags, in their normal form", () => {
    const tags = ["Manylinux_2_17_X86_64", "manylinux2014_x86_64"];
    assert.deepEqual(raisePlatform(wheels.glibc, tags), ["manylinux_2_17_x86_64", "manylinux2014_x86_64"]);
  });

  test("refuses what is no tag", () => {
    assert.throws(() => raisePlatform(wheels.glibc, ["manylinux-2-17"]), { code: "TAG_INVALID" });
  });

  test("takes each of the lowest tags", () => {
    for (const audit of Object.values(wheels)) {
      assert.deepEqual(raisePlatform(audit, audit.platformTags), audit.platformTags);
    }
  });
});
