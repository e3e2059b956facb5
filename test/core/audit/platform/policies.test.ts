import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type Floor,
  formatPolicy,
  libraryFloor,
  type PolicyFamily,
  policiesFor,
  policyTags,
  symbolFloor,
  versionFloor,
} from "../../../../src/core/audit/platform/policies.ts";
import { parsePlatformTag } from "../../../../src/core/tags/platform-tag.ts";

const name = (floor: Floor): string => (typeof floor === "string" ? floor : formatPolicy(floor));

describe("policiesFor()", () => {
  const oldest: Record<string, [PolicyFamily, string][]> = {
    manylinux_2_5: [
      ["manylinux", "x86_64"],
      ["manylinux", "i686"],
    ],
    manylinux_2_17: [
      ["manylinux", "aarch64"],
      ["manylinux", "armv7l"],
      ["manylinux", "ppc64le"],
      ["manylinux", "s390x"],
      ["manylinux", "ppc64"],
    ],
    manylinux_2_31: [["manylinux", "riscv64"]],
    manylinux_2_36: [["manylinux", "loongarch64"]],
    musllinux_1_1: [
      ["musllinux", "x86_64"],
      ["musllinux", "riscv64"],
    ],
    musllinux_1_2: [["musllinux", "loongarch64"]],
  };
  for (const [policy, archs] of Object.entries(oldest)) {
    for (const [family, arch] of archs) {
      test(`begins with ${policy} on ${arch}`, () => assert.equal(formatPolicy(policiesFor(family, arch)[0]!), policy));
    }
  }

  test("gives all policies oldest first, and their older names", () => {
    const policies = policiesFor("manylinux", "x86_64");
    assert.equal(
      policies.map(formatPolicy).join(" "),
      "manylinux_2_5 manylinux_2_12 manylinux_2_17 manylinux_2_24 manylinux_2_26 manylinux_2_27 manylinux_2_28 manylinux_2_31 manylinux_2_34 manylinux_2_35 manylinux_2_36 manylinux_2_37 manylinux_2_38 manylinux_2_39 manylinux_2_40 manylinux_2_41",
    );
    assert.deepEqual(
      policies.slice(0, 4).flatMap((policy) => policyTags(policy, "x86_64")),
      [
        "manylinux_2_5_x86_64",
        "manylinux1_x86_64",
        "manylinux_2_12_x86_64",
        "manylinux2010_x86_64",
        "manylinux_2_17_x86_64",
        "manylinux2014_x86_64",
        "manylinux_2_24_x86_64",
      ],
    );
    for (const policy of policies) for (const tag of policyTags(policy, "x86_64")) parsePlatformTag(tag);
  });

  test("has none for other machines", () => assert.deepEqual(policiesFor("manylinux", "mips"), []));
});

describe("versionFloor()", () => {
  const floors: [arch: string, version: string, floor: string][] = [
    ["x86_64", "GLIBC_2.2.5", "manylinux_2_5"],
    ["x86_64", "GLIBC_2.5", "manylinux_2_5"],
    ["x86_64", "GLIBC_2.6", "manylinux_2_12"],
    ["x86_64", "GLIBC_2.14", "manylinux_2_17"],
    ["x86_64", "GLIBC_2.18", "manylinux_2_24"],
    ["aarch64", "GLIBC_2.18", "manylinux_2_17"],
    ["x86_64", "GLIBC_2.34", "manylinux_2_34"],
    ["x86_64", "GLIBC_2.42", "no"],
    ["x86_64", "GLIBC_2.3.1", "no"],
    ["x86_64", "GLIBC_PRIVATE", "no"],
    ["x86_64", "GLIBC_ABI_DT_RELR", "manylinux_2_36"],
    ["riscv64", "GLIBC_ABI_DT_RELR", "manylinux_2_38"],
    ["riscv64", "GLIBC_2.27", "manylinux_2_31"],
    ["loongarch64", "GLIBC_2.36", "manylinux_2_36"],
    ["ppc64", "GLIBC_2.18", "no"],
    ["x86_64", "GLIBCXX_3.4.8", "manylinux_2_5"],
    ["x86_64", "GLIBCXX_3.4.30", "manylinux_2_35"],
    ["i686", "GCC_4.5.0", "manylinux_2_12"],
    ["x86_64", "GCC_4.5.0", "no"],
    ["x86_64", "CXXABI_FLOAT128", "manylinux_2_24"],
    ["x86_64", "LIBATOMIC_1.0", "manylinux_2_24"],
    ["x86_64", "ZLIB_1.2.12", "manylinux_2_37"],
    ["i686", "ZLIB_1.2.12", "manylinux_2_36"],
    ["x86_64", "OPENSSL_3.0.0", "free"],
    ["x86_64", "LIBXML2_2.4.30", "free"],
  ];
  for (const [arch, version, floor] of floors) {
    test(`puts ${version} on ${arch} at ${floor}`, () => {
      assert.equal(name(versionFloor("manylinux", arch, version)), floor);
    });
  }

  test("knows no versions of glibc in musl", () => {
    assert.equal(versionFloor("musllinux", "x86_64", "GLIBC_2.2.5"), "no");
    assert.equal(versionFloor("musllinux", "x86_64", "GCC_3.0"), "free");
  });
});

describe("libraryFloor()", () => {
  const floors: [PolicyFamily, string, string, string][] = [
    ["manylinux", "x86_64", "libc.so.6", "manylinux_2_5"],
    ["manylinux", "riscv64", "libc.so.6", "manylinux_2_31"],
    ["manylinux", "x86_64", "libexpat.so.1", "manylinux_2_12"],
    ["manylinux", "x86_64", "libmvec.so.1", "manylinux_2_24"],
    ["manylinux", "x86_64", "ld-linux-x86-64.so.2", "free"],
    ["manylinux", "s390x", "ld64.so.1", "free"],
    ["manylinux", "x86_64", "libssl.so.3", "no"],
    ["manylinux", "x86_64", "libpython3.12.so.1.0", "no"],
    ["manylinux", "x86_64", "libc.musl-x86_64.so.1", "no"],
    ["musllinux", "x86_64", "libc.musl-x86_64.so.1", "musllinux_1_1"],
    ["musllinux", "armv7l", "libc.musl-armv7.so.1", "musllinux_1_1"],
    ["musllinux", "i686", "libc.musl-x86.so.1", "musllinux_1_1"],
    ["musllinux", "x86_64", "libc.musl-aarch64.so.1", "no"],
    ["musllinux", "x86_64", "libc.so", "musllinux_1_1"],
    ["musllinux", "x86_64", "libz.so.1", "musllinux_1_1"],
    ["musllinux", "x86_64", "libgcc_s.so.1", "no"],
    ["musllinux", "x86_64", "libc.so.6", "no"],
    ["musllinux", "x86_64", "ld-musl-x86_64.so.1", "free"],
  ];
  for (const [family, arch, library, floor] of floors) {
    test(`puts ${library} on ${arch} at ${floor} of ${family}`, () => {
      assert.equal(name(libraryFloor(family, arch, library)), floor);
    });
  }
});

describe("symbolFloor()", () => {
  const floors: [PolicyFamily, string, string, string, string][] = [
    ["manylinux", "x86_64", "libz.so.1", "inflate", "free"],
    ["manylinux", "x86_64", "libz.so.1", "uncompress2", "manylinux_2_34"],
    ["manylinux", "x86_64", "libz.so.1", "crc32_combine_op", "manylinux_2_37"],
    ["manylinux", "x86_64", "libz.so.1", "deflate_medium", "manylinux_2_36"],
    ["manylinux", "x86_64", "libz.so.1", "zcfree", "no"],
    ["manylinux", "x86_64", "libc.so.6", "__cxa_thread_atexit_impl", "manylinux_2_24"],
    ["manylinux", "ppc64", "libc.so.6", "__cxa_thread_atexit_impl", "no"],
    ["manylinux", "x86_64", "libm.so.6", "uncompress2", "free"],
    ["musllinux", "x86_64", "libz.so.1", "uncompress2", "no"],
  ];
  for (const [family, arch, library, symbol, floor] of floors) {
    test(`puts ${symbol} of ${library} on ${arch} at ${floor} of ${family}`, () => {
      assert.equal(name(symbolFloor(family, arch, library, symbol)), floor);
    });
  }
});
