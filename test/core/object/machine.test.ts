import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import process from "node:process";
import { describe, test } from "node:test";
import { fitsPlatform, readMachines } from "../../../src/core/object/machine.ts";
import { parsePlatformTag } from "../../../src/core/tags/platform-tag.ts";
import { makeSideModule } from "./wasm/wasm-bytes.ts";

function elf(bits: 1 | 2, order: 1 | 2, machine: number): Uint8Array {
  const head = new Uint8Array(64);
  head.set([0x7f, 0x45, 0x4c, 0x46, bits, order, 1]);
  new DataView(head.buffer).setUint16(18, machine, order === 1);
  return head;
}

function macho(cpuType: number): Uint8Array {
  const head = new Uint8Array(32);
  const view = new DataView(head.buffer);
  view.setUint32(0, 0xfeedfacf, true);
  view.setUint32(4, cpuType, true);
  return head;
}

function universal(...cpuTypes: number[]): Uint8Array {
  const head = new Uint8Array(8 + 20 * cpuTypes.length);
  const view = new DataView(head.buffer);
  view.setUint32(0, 0xcafebabe);
  view.setUint32(4, cpuTypes.length);
  cpuTypes.forEach((cpuType, index) => {
    view.setUint32(8 + 20 * index, cpuType);
  });
  return head;
}

function pe(machine: number): Uint8Array {
  const head = new Uint8Array(256);
  const view = new DataView(head.buffer);
  head.set([0x4d, 0x5a]);
  view.setUint32(0x3c, 0x80, true);
  head.set([0x50, 0x45, 0, 0], 0x80);
  view.setUint16(0x84, machine, true);
  return head;
}

const files: readonly {
  name: string;
  head: Uint8Array;
  system: string;
  machines: string[];
  fits: string[];
  not: string[];
}[] = [
  {
    name: "side module",
    head: makeSideModule(),
    system: "emscripten",
    machines: ["wasm32"],
    fits: ["pyemscripten_2026_0_wasm32"],
    not: ["manylinux_2_17_x86_64", "win_amd64", "any"],
  },
  {
    name: "64-bit x86 ELF",
    head: elf(2, 1, 62),
    system: "linux",
    machines: ["x86_64"],
    fits: ["manylinux_2_17_x86_64", "manylinux2014_x86_64", "musllinux_1_2_x86_64", "linux_x86_64"],
    not: ["manylinux_2_17_aarch64", "win_amd64", "macosx_10_12_x86_64", "any"],
  },
  {
    name: "x32 ELF",
    head: elf(1, 1, 62),
    system: "linux",
    machines: ["unknown (0x3e)"],
    fits: [],
    not: ["linux_x86_64"],
  },
  {
    name: "32-bit x86 ELF",
    head: elf(1, 1, 3),
    system: "linux",
    machines: ["i686"],
    fits: ["manylinux_2_17_i686"],
    not: [],
  },
  {
    name: "Arm ELF",
    head: elf(1, 1, 40),
    system: "linux",
    machines: ["armv7l"],
    fits: ["linux_armv7l"],
    not: ["linux_aarch64"],
  },
  {
    name: "little-endian PowerPC ELF",
    head: elf(2, 1, 21),
    system: "linux",
    machines: ["ppc64le"],
    fits: [],
    not: ["linux_ppc64"],
  },
  {
    name: "big-endian PowerPC ELF",
    head: elf(2, 2, 21),
    system: "linux",
    machines: ["ppc64"],
    fits: ["linux_ppc64"],
    not: [],
  },
  {
    name: "s390x ELF",
    head: elf(2, 2, 22),
    system: "linux",
    machines: ["s390x"],
    fits: ["manylinux_2_17_s390x"],
    not: [],
  },
  {
    name: "Mach-O for Apple silicon",
    head: macho(0x0100000c),
    system: "macos",
    machines: ["arm64"],
    fits: ["macosx_11_0_arm64"],
    not: ["macosx_11_0_universal2", "macosx_11_0_x86_64"],
  },
  {
    name: "universal Mach-O",
    head: universal(0x01000007, 0x0100000c),
    system: "macos",
    machines: ["x86_64", "arm64"],
    fits: ["macosx_11_0_universal2", "macosx_11_0_arm64"],
    not: ["macosx_10_9_intel"],
  },
  {
    name: "PE for amd64",
    head: pe(0x8664),
    system: "windows",
    machines: ["amd64"],
    fits: ["win_amd64"],
    not: ["win32", "win_arm64"],
  },
  {
    name: "PE for 32-bit x86",
    head: pe(0x14c),
    system: "windows",
    machines: ["x86"],
    fits: ["win32"],
    not: ["win_amd64"],
  },
  {
    name: "PE for arm64",
    head: pe(0xaa64),
    system: "windows",
    machines: ["arm64"],
    fits: ["win_arm64"],
    not: ["win_amd64"],
  },
];

describe("readMachines() and fitsPlatform()", () => {
  for (const { name, head, system, machines, fits, not } of files) {
    test(`judge a ${name}`, () => {
      const found = readMachines(head);
      assert.deepEqual(found, { system, machines });
      for (const tag of fits) assert.ok(fitsPlatform(found, parsePlatformTag(tag)), `should fit ${tag}`);
      for (const tag of not) assert.ok(!fitsPlatform(found, parsePlatformTag(tag)), `should not fit ${tag}`);
    });
  }

  test("read the running Node", { skip: process.platform !== "linux" && "not an ELF system" }, () => {
    const names: Record<string, string> = { x64: "x86_64", arm64: "aarch64", ia32: "i686", arm: "armv7l" };
    const head = readFileSync(process.execPath).subarray(0, 1024);
    assert.deepEqual(readMachines(head), { system: "linux", machines: [names[process.arch]] });
  });

  test("find no machine in a text", () =>
    assert.equal(readMachines(new TextEncoder().encode("#!/bin/sh\n")), undefined));

  for (const [name, head] of [
    ["ELF", elf(2, 1, 62).subarray(0, 19)],
    ["universal Mach-O", universal(7, 7).subarray(0, 29)],
    ["PE", pe(0x8664).subarray(0, 0x85)],
  ] as const) {
    test(`report a cut ${name} header`, () => assert.throws(() => readMachines(head), { code: "OBJECT_TRUNCATED" }));
  }
});
