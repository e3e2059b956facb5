import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { extractSlice, mergeMachO } from "../../../../src/core/object/macho/merge.ts";
import { parseMachO } from "../../../../src/core/object/macho/parse.ts";
import { fuzz } from "../fuzz.ts";
import { ARM64, buildVersion, makeMachO, X86_64 } from "./macho-bytes.ts";

const INTEL = makeMachO({ cpuType: X86_64, cpuSubtype: 3, commands: [buildVersion(1, 0x000a0d00)] });
const ARM = makeMachO({ cpuType: ARM64, commands: [buildVersion(1, 0x000b0000)] });

describe("mergeMachO()", () => {
  test("puts each slice at a multiple of its page size, small pages first", () => {
    const bytes = mergeMachO([ARM, INTEL]);
    const view = new DataView(bytes.buffer);
    const words = Array.from({ length: 12 }, (_, index) => view.getUint32(index * 4));
    assert.deepEqual(words, [
      ...[0xcafebabe, 2],
      ...[X86_64, 3, 0x1000, INTEL.length, 12],
      ...[ARM64, 0, 0x4000, ARM.length, 14],
    ]);
    assert.equal(bytes.length, 0x4000 + ARM.length);
    assert.ok(bytes.subarray(48, 0x1000).every((byte) => byte === 0));
    assert.deepEqual(bytes.slice(0x1000, 0x1000 + INTEL.length), INTEL);
  });

  test("is undone by extractSlice()", () => {
    const bytes = mergeMachO([INTEL, ARM]);
    assert.deepEqual(extractSlice(bytes, "x86_64"), INTEL);
    assert.deepEqual(extractSlice(bytes, "arm64"), ARM);
  });

  test("gives the same bytes whatever the order, and merges universal files too", () => {
    const bytes = mergeMachO([INTEL, ARM]);
    assert.deepEqual(mergeMachO([ARM, INTEL]), bytes);
    const i386 = makeMachO({ cpuType: 7, cpuSubtype: 3, bits: 32 });
    assert.deepEqual(
      parseMachO(mergeMachO([bytes, i386])).slices.map(({ arch }) => arch.name),
      ["i386", "x86_64", "arm64"],
    );
  });

  test("keeps the capability bits of a subtype", () => {
    const arm64e = makeMachO({ cpuType: ARM64, cpuSubtype: 0x80000002 });
    const bytes = mergeMachO([arm64e, ARM]);
    const view = new DataView(bytes.buffer);
    assert.deepEqual([view.getUint32(12), view.getUint32(32)], [0, 0x80000002]);
    assert.deepEqual(extractSlice(bytes, "arm64"), ARM, "arm64 rather than arm64e");
  });

  test("refuses two slices for one architecture", () => {
    assert.throws(() => mergeMachO([ARM, ARM]), {
      code: "MACHO_MERGE_IMPOSSIBLE",
      message: 'Cannot merge the Mach-O files: two of them are for "arm64"',
    });
  });

  test("refuses to merge nothing", () => {
    assert.throws(() => mergeMachO([]), {
      code: "MACHO_MERGE_IMPOSSIBLE",
      message: "Cannot merge the Mach-O files: there is none",
    });
  });

  test("ends for 10,000 damaged files", () => {
    fuzz(mergeMachO([INTEL]), 10_000, (bytes) => mergeMachO([bytes, ARM]));
  });
});

describe("extractSlice()", () => {
  test("gives a thin file back as it is", () => assert.deepEqual(extractSlice(ARM, "arm64"), ARM));

  test("reports an architecture that is not there", () => {
    assert.throws(() => extractSlice(mergeMachO([INTEL, ARM]), "i386"), {
      code: "MACHO_SLICE_MISSING",
      message: 'Cannot take "i386" out of the Mach-O file: it is for x86_64 and arm64',
    });
  });
});
