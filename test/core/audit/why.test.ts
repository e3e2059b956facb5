import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { auditWheel } from "../../../src/core/audit/audit-wheel.ts";
import type { AuditedFile } from "../../../src/core/audit/file-audit.ts";
import { explainTag, formatExplanation } from "../../../src/core/audit/why.ts";
import { elf, glibc, macho, pe } from "./drafts.ts";

const cases: { name: string; files: AuditedFile[]; lines: string[] }[] = [
  {
    name: "the symbol that forces the tag, and what comes without it",
    files: [glibc("libfoo.so", { free: "GLIBC_2.2.5", memcpy: "GLIBC_2.14", recvmmsg: "GLIBC_2.12" })],
    lines: [
      "manylinux_2_17_x86_64.manylinux2014_x86_64",
      "  memcpy@GLIBC_2.14 in libfoo.so -> manylinux_2_17",
      "  without this: manylinux_2_12",
      "  recvmmsg@GLIBC_2.12 in libfoo.so -> manylinux_2_12",
      "  without this: manylinux_2_5",
    ],
  },
  {
    name: "several files and symbols",
    files: [
      glibc("a.so", { a: "GLIBC_2.34", b: "GLIBC_2.34", c: "GLIBC_2.34", d: "GLIBC_2.34", e: "GLIBC_2.33" }),
      glibc("b.so", { open: "GLIBC_2.34" }),
    ],
    lines: [
      "manylinux_2_34_x86_64",
      "  a@GLIBC_2.34, b@GLIBC_2.34, c@GLIBC_2.34 and 1 more in a.so -> manylinux_2_34",
      "  e@GLIBC_2.33 in a.so -> manylinux_2_34",
      "  open@GLIBC_2.34 in b.so -> manylinux_2_34",
      "  without these: manylinux_2_5",
    ],
  },
  {
    name: "what no policy allows, and the tag that would be",
    files: [glibc("a.so", { memcpy: "GLIBC_2.14" }, { needed: ["libssl.so.3", "libc.so.6"] })],
    lines: [
      "linux_x86_64",
      "  libssl.so.3 in a.so -> linux",
      "  without this: manylinux_2_17",
      "  memcpy@GLIBC_2.14 in a.so -> manylinux_2_17",
      "  without this: manylinux_2_5",
    ],
  },
  {
    name: "the lowest tags, which nothing forces",
    files: [elf("a.so")],
    lines: ["manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64"],
  },
  {
    name: "musl",
    files: [elf("a.so", { needed: ["libc.musl-x86_64.so.1"] })],
    lines: [
      "musllinux_1_2_x86_64",
      "  libc.musl-x86_64.so.1 in a.so -> musllinux_1_2",
      "  without this: musllinux_1_1",
    ],
  },
  {
    name: "the file that needs the newest macOS",
    files: [macho("a.dylib", { arm64: "11.0" }), macho("b.dylib", { arm64: "13.4" })],
    lines: ["macosx_13_0_arm64", "  macOS 13.4 on arm64 in b.dylib -> macosx_13_0", "  without this: macosx_11_0"],
  },
  {
    name: "the half of a universal file that needs more",
    files: [macho("a.dylib", { x86_64: "10.13", arm64: "11.0" })],
    lines: ["macosx_10_13_universal2", "  macOS 10.13 on x86_64 in a.dylib -> macosx_10_13"],
  },
  { name: "Windows, where only the machine counts", files: [pe("a.dll")], lines: ["win_amd64"] },
  {
    name: "a wheel that no tag fits",
    files: [elf("a.so"), elf("b.so", { machine: 183 })],
    lines: ["no platform tag fits"],
  },
  {
    name: "names that a terminal would obey",
    files: [glibc("a\u001b[31m.so", { "f\u0007": "GLIBC_2.14" })],
    lines: [
      "manylinux_2_17_x86_64.manylinux2014_x86_64",
      "  f\\u0007@GLIBC_2.14 in a\\u001b[31m.so -> manylinux_2_17",
      "  without this: manylinux_2_5",
    ],
  },
];

describe("explainTag()", () => {
  for (const { name, files, lines } of cases) {
    test(`tells ${name}`, () => assert.deepEqual(formatExplanation(explainTag(auditWheel(files))), lines));
  }
});
