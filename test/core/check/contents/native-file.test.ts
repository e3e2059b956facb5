import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readNativeFile } from "../../../../src/core/check/contents/native-file.ts";
import { makeFat } from "../../object/macho/macho-bytes.ts";
import { makePe } from "../../object/pe/pe-bytes.ts";
import { dylib, elf, platformWheel } from "../cases/native.ts";
import { checkDraft, goodWheel } from "../wheel-draft.ts";

/** The headers of a thin 64-bit Mach-O file. */
function machO(cpu: number, filetype: number): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xfeedfacf, true);
  view.setUint32(4, cpu, true);
  view.setUint32(12, filetype, true);
  return bytes;
}

function universal(cpus: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xcafebabe);
  view.setUint32(4, cpus.length);
  cpus.forEach((cpu, index) => {
    view.setUint32(8 + index * 20, cpu);
  });
  return bytes;
}

function pe(machine: number, characteristics: number, clrHeader = 0): Uint8Array {
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  bytes.set([0x4d, 0x5a]);
  view.setUint32(0x3c, 128, true); // e_lfanew
  bytes.set([0x50, 0x45], 128);
  view.setUint16(132, machine, true);
  view.setUint16(150, characteristics, true);
  view.setUint16(152, 0x20b, true); // PE32+
  view.setUint32(260, 16, true); // NumberOfRvaAndSizes
  view.setUint32(264 + 14 * 8, clrHeader, true);
  return bytes;
}

const X86_64 = 0x01000007;
const ARM64 = 0x0100000c;

const vectors = [
  { name: "a shared object", head: elf(62), expected: "linux library x86_64" },
  { name: "a program with a loader", head: elf(183, "program"), expected: "linux program aarch64" },
  { name: "a dylib", head: machO(ARM64, 6), expected: "macos library arm64" },
  { name: "a bundle", head: machO(X86_64, 8), expected: "macos library x86_64" },
  { name: "a program of macOS", head: machO(X86_64, 2), expected: "macos program x86_64" },
  { name: "an object file of macOS", head: machO(X86_64, 1), expected: undefined },
  { name: "a universal file", head: universal([X86_64, ARM64]), expected: "macos library x86_64,arm64" },
  { name: "a DLL", head: pe(0x8664, 0x2000), expected: "windows library amd64" },
  { name: "a program of Windows", head: pe(0xaa64, 0), expected: "windows program arm64" },
  { name: "an assembly of .NET", head: pe(0x14c, 0x2000, 0x2008), expected: undefined },
  { name: "a text", head: new TextEncoder().encode("import os\n"), expected: undefined },
  { name: "nothing", head: new Uint8Array(0), expected: undefined },
];

describe("readNativeFile()", () => {
  for (const { name, head, expected } of vectors) {
    test(`reads ${name}`, () => {
      const file = readNativeFile(head);
      const text = file === undefined ? undefined : `${file.system} ${file.kind} ${file.machines.join(",")}`;
      assert.equal(text, expected);
    });

    test(`ends for every beginning of ${name}`, () => {
      for (let length = 0; length < head.length; length++)
        assert.doesNotThrow(() => readNativeFile(head.subarray(0, length)));
    });
  }
});

const good = [
  { tags: "py3-none-manylinux_2_28_x86_64", path: "hello/_native.so", library: elf(62) },
  {
    tags: "py3-none-linux_armv6l",
    path: "hello/_native.so",
    library: elf(40, { bits: 32, flags: 0x05000400 }),
  },
  { tags: "py3-none-macosx_11_0_arm64", path: "hello/_native.dylib", library: dylib(ARM64, "11.0") },
  {
    tags: "py3-none-macosx_10_13_universal2",
    path: "hello/_native.so",
    library: makeFat([
      { cpuType: X86_64, bytes: dylib(X86_64, "10.13") },
      { cpuType: ARM64, bytes: dylib(ARM64, "11.0") },
    ]),
  },
  { tags: "py3-none-win_amd64", path: "hello/_native.dll", library: makePe() },
  { tags: "py3-none-any", path: "hello/Managed.dll", library: pe(0x14c, 0x2000, 0x2008) },
  { tags: "cp312-abi3-win_amd64", path: "hello/_speed.pyd", library: makePe() },
  { tags: "cp313-cp313t-win_amd64", path: "hello/_speed.cp313t-win_amd64.pyd", library: makePe() },
  {
    tags: "cp312-cp312-manylinux_2_28_x86_64",
    path: "hello/_speed.cpython-312-x86_64-linux-gnu.so",
    library: elf(62),
  },
];

describe("checkWheel() on native wheels", () => {
  for (const { tags, path, library } of good) {
    test(`finds nothing in ${tags} with ${path}`, async () => {
      const draft = goodWheel();
      platformWheel(tags, path, library)(draft);
      assert.deepEqual(await checkDraft(draft, { index: "none" }), []);
    });
  }

  test("lets a wheel for Linux carry libraries of other systems as data", async () => {
    const draft = goodWheel();
    platformWheel("py3-none-manylinux_2_28_x86_64", "hello/_native.so", elf(62))(draft);
    draft.files["hello/data/sample.dll"] = makePe();
    assert.deepEqual(await checkDraft(draft), []);
  });
});
