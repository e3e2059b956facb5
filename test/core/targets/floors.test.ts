import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { floorsOfPlatformTags } from "../../../src/core/targets/floors.ts";

describe("floorsOfPlatformTags()", () => {
  const cases = [
    { tags: ["manylinux_2_28_x86_64"], floors: [["linux-x86_64", "2.28"]] },
    { tags: ["musllinux_1_2_aarch64"], floors: [["musl-aarch64", "1.2"]] },
    { tags: ["manylinux_2_34_x86_64", "manylinux_2_28_x86_64"], floors: [["linux-x86_64", "2.28"]] },
    { tags: ["manylinux_2_5_x86_64", "manylinux1_x86_64", "manylinux2014_x86_64"], floors: [] },
    { tags: ["manylinux_2_17_aarch64", "linux_x86_64", "any", "win_amd64"], floors: [] },
    { tags: ["manylinux_2_31_riscv64"], floors: [] },
    { tags: [], floors: [] },
  ];
  for (const { tags, floors } of cases) {
    test(`reads ${tags.join(", ") || "no tags"}`, () => assert.deepEqual([...floorsOfPlatformTags(tags)], floors));
  }
});
