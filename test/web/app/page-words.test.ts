import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ProjectFiles } from "../../../src/web/app/build/project-files.ts";
import { describeAbi, describePlatform, describePython } from "../../../src/web/app/inspect/describe-tag.ts";
import { formatCount, formatSeconds, formatSize } from "../../../src/web/app/shell/format.ts";

describe("tags in words", () => {
  for (const [tag, words] of [
    ["any", "every platform"],
    ["manylinux_2_28_aarch64", "Linux with glibc 2.28 or newer on aarch64"],
    ["manylinux2014_x86_64", "Linux with glibc 2.17 or newer on x86_64"],
    ["musllinux_1_2_i686", "Linux with musl 1.2 or newer on i686"],
    ["macosx_11_0_universal2", "macOS 11.0 or newer on Intel and Apple processors"],
    ["macosx_10_13_x86_64", "macOS 10.13 or newer on x86_64"],
    ["win_amd64", "Windows on amd64"],
    ["pyemscripten_2026_0_wasm32", "Pyodide, platform 2026_0"],
    ["linux_x86_64", "Linux on x86_64, this machine's own: PyPI does not take it"],
    ["ios_13_0_arm64_iphonesimulator", "iOS 13.0 or newer on arm64, simulated"],
    ["android_24_arm64_v8a", "Android with API level 24 or newer on arm64_v8a"],
  ] as const) {
    test(`${tag}: ${words}`, () => assert.equal(describePlatform(tag), words));
  }

  for (const [tag, words] of [
    ["py3", "any Python 3"],
    ["py38", "Python 3.8 or newer"],
    ["cp313", "CPython 3.13"],
    ["pp311", "PyPy for Python 3.11"],
  ] as const) {
    test(`${tag}: ${words}`, () => assert.equal(describePython(tag), words));
  }

  for (const [tag, words] of [
    ["none", "no ABI of Python"],
    ["abi3", "the stable ABI, also of later versions"],
    ["cp313t", "exactly this ABI"],
  ] as const) {
    test(`${tag}: ${words}`, () => assert.equal(describeAbi(tag), words));
  }
});

describe("numbers in words", () => {
  for (const [bytes, text] of [
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 kB"],
    [999_949, "999.9 kB"],
    [999_950, "1.0 MB"],
    [52_100_000, "52.1 MB"],
    [3e12, "3000.0 GB"],
  ] as const) {
    test(`${bytes} bytes are ${text}`, () => assert.equal(formatSize(bytes), text));
  }

  test("one and many", () => {
    assert.deepEqual(
      [formatCount(1, "file"), formatCount(2304, "file"), formatCount(0, "match", "matches"), formatSeconds(1234)],
      ["1 file", "2,304 files", "0 matches", "1.2 s"],
    );
  });
});

describe("the place of an added file", () => {
  const files = new ProjectFiles([
    { path: "pyproject.toml", content: "" },
    { path: "native/a.c", content: "" },
    { path: "src/hello/__init__.py", content: "" },
  ]);
  for (const [name, place] of [
    ["b.h", "native/b.h"],
    ["more.py", "src/hello/more.py"],
    ["LICENSE", "LICENSE"],
    ["notes.txt", "notes.txt"],
  ] as const) {
    test(`${name} becomes ${place}`, () => assert.equal(files.placeFor(name), place));
  }
});
