import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { floorsOfDeployment, floorsOfPlatformTags, splitFloor } from "../../../src/core/targets/floors.ts";

describe("floorsOfPlatformTags()", () => {
  const cases = [
    { tags: ["manylinux_2_28_x86_64"], floors: [["linux-x86_64", "2.28"]] },
    { tags: ["musllinux_1_2_aarch64"], floors: [["musl-aarch64", "1.2"]] },
    { tags: ["manylinux_2_34_x86_64", "manylinux_2_28_x86_64"], floors: [["linux-x86_64", "2.28"]] },
    { tags: ["manylinux_2_5_x86_64", "manylinux1_x86_64", "manylinux2014_x86_64"], floors: [] },
    { tags: ["manylinux_2_17_aarch64", "linux_x86_64", "any", "win_amd64"], floors: [] },
    { tags: ["manylinux_2_31_riscv64"], floors: [] },
    {
      tags: ["macosx_12_0_arm64", "macosx_11_0_x86_64"],
      floors: [
        ["macos-x86_64", "11.0"],
        ["macos-arm64", "12.0"],
      ],
    },
    {
      tags: ["macosx_10_15_universal2"],
      floors: [
        ["macos-x86_64", "10.15"],
        ["macos-universal2", "10.15"],
      ],
    },
    { tags: ["macosx_10_9_x86_64", "macosx_11_0_arm64"], floors: [] },
    { tags: ["pyemscripten_2026_0_wasm32"], floors: [["pyemscripten-wasm32", "2026.0"]] },
    { tags: ["pyemscripten_2025_0_wasm32", "pyemscripten_2026_0_wasm32"], floors: [] },
    { tags: [], floors: [] },
  ];
  for (const { tags, floors } of cases) {
    test(`reads ${tags.join(", ") || "no tags"}`, () => assert.deepEqual([...floorsOfPlatformTags(tags)], floors));
  }
});

describe("splitFloor()", () => {
  const cases = [
    { word: "x86_64-linux-gnu.2.28", name: "x86_64-linux-gnu", floor: "2.28" },
    { word: "arm-linux-gnueabihf.2.31", name: "arm-linux-gnueabihf", floor: "2.31" },
    { word: "linux-aarch64.2.31", name: "linux-aarch64", floor: "2.31" },
    { word: "musl-x86_64.1.2", name: "musl-x86_64", floor: "1.2" },
    { word: "x86_64-linux-gnu", name: "x86_64-linux-gnu", floor: undefined },
    { word: "arm64-apple-macosx11.0.0", name: "arm64-apple-macosx11.0.0", floor: undefined },
    { word: "linux-x86_64.2", name: "linux-x86_64.2", floor: undefined },
  ];
  for (const { word, name, floor } of cases) {
    test(`reads ${word}`, () => assert.deepEqual(splitFloor(word), { name, floor }));
  }
});

describe("floorsOfDeployment()", () => {
  const cases = [
    {
      version: "12",
      floors: [
        ["macos-x86_64", "12.0"],
        ["macos-arm64", "12.0"],
        ["macos-universal2", "12.0"],
      ],
    },
    {
      version: "10.15",
      floors: [
        ["macos-x86_64", "10.15"],
        ["macos-universal2", "10.15"],
      ],
    },
    { version: "10.9", floors: [] },
    { version: "newest", floors: [] },
    { version: "", floors: [] },
    { version: undefined, floors: [] },
  ];
  for (const { version, floors } of cases) {
    test(`reads ${version ?? "nothing"}`, () => assert.deepEqual([...floorsOfDeployment(version)], floors));
  }
});
