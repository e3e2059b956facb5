import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { extensionModule, extensionTags } from "../../../src/core/native/extension-tags.ts";
import { nativeTags } from "../../../src/core/native/native-tags.ts";

describe("extensionTags()", () => {
  const cases = [
    { file: "_native.cpython-313-x86_64-linux-gnu.so", tags: { python: "cp313", abi: "cp313" } },
    { file: "_native.cpython-313t-darwin.so", tags: { python: "cp313", abi: "cp313t" } },
    { file: "_native.cpython-37m-x86_64-linux-gnu.so", tags: { python: "cp37", abi: "cp37m" } },
    { file: "_native.cp313-win_amd64.pyd", tags: { python: "cp313", abi: "cp313" } },
    { file: "_native.cp313t-win_arm64.pyd", tags: { python: "cp313", abi: "cp313t" } },
    { file: "_native.abi3.so", tags: { python: undefined, abi: "abi3" } },
    { file: "_native.abi3t.so", tags: { python: undefined, abi: "abi3t" } },
    { file: "_native.so", tags: undefined },
    { file: "_native.pyd", tags: undefined },
    { file: "_native.pypy311-pp73-x86_64-linux-gnu.so", tags: undefined },
  ];
  for (const { file, tags } of cases) test(`reads ${file}`, () => assert.deepEqual(extensionTags(file), tags));

  test("the module is what stands before the tags", () => {
    for (const { file } of cases) assert.equal(extensionModule(file), "_native");
    assert.equal(extensionModule("_native.dll"), undefined);
    assert.equal(extensionModule("lib.native.cp313.so"), undefined);
  });
});

describe("nativeTags()", () => {
  test("asks for nothing without extensions", () => assert.equal(nativeTags([], undefined), undefined));
  test("takes Python and ABI from the names", () => {
    assert.deepEqual(nativeTags(["_a.cpython-313-darwin.so", "_b.abi3.so"], undefined), {
      python: ["cp313"],
      abi: ["cp313"],
    });
  });
  for (const requires of [">=3.8", "~=3.8", "<4,>=3.8", "==3.8.*"]) {
    test(`takes the oldest Python of the stable ABI from ${requires}`, () => {
      assert.deepEqual(nativeTags(["_a.abi3.so"], requires), { python: ["cp38"], abi: ["abi3"] });
    });
  }
  test("leaves open what nothing says", () => {
    assert.deepEqual(nativeTags(["_a.abi3.so"], undefined), { python: undefined, abi: ["abi3"] });
    assert.deepEqual(nativeTags(["_a.abi3.so"], "<4"), { python: undefined, abi: ["abi3"] });
    assert.deepEqual(nativeTags(["_a.so"], ">=3.8"), { python: undefined, abi: undefined });
  });
  test("refuses extensions of different Pythons", () => {
    assert.throws(() => nativeTags(["_a.cpython-312-darwin.so", "_b.cpython-313-darwin.so"], undefined), {
      code: "NATIVE_TAGS_UNKNOWN",
      message:
        'Cannot tag a wheel that holds "_a.cpython-312-darwin.so" and "_b.cpython-313-darwin.so": they are for different Pythons',
    });
  });
});
