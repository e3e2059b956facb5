import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PackwheelError } from "../../../src/core/errors.ts";
import { type AbiTag, formatAbiTag, parseAbiTag } from "../../../src/core/tags/abi-tag.ts";
import {
  formatPlatformTag,
  normalizePlatform,
  type PlatformTag,
  parsePlatformTag,
} from "../../../src/core/tags/platform-tag.ts";
import { formatPythonTag, type PythonTag, parsePythonTag } from "../../../src/core/tags/python-tag.ts";

/** What is read is what is written, in lower case, whatever the text. */
function assertKeepsText<T>(parse: (text: string) => T, format: (tag: T) => string, words: readonly string[]): void {
  const pieces = fc.constantFrom(...words, "_", "0", "1", "007", "12", "999999999999", "x", "A");
  const text = fc.array(pieces, { minLength: 1, maxLength: 6 }).map((list) => list.join(""));
  fc.assert(
    fc.property(text, (tag) => {
      let parsed: T;
      try {
        parsed = parse(tag);
      } catch (error) {
        assert.ok(error instanceof PackwheelError);
        return;
      }
      assert.equal(format(parsed), tag.toLowerCase());
    }),
    { numRuns: 2000 },
  );
}

describe("parsePythonTag()", () => {
  const vectors: { text: string; tag: PythonTag }[] = [
    { text: "py3", tag: { kind: "generic", major: 3, minor: undefined } },
    { text: "py310", tag: { kind: "generic", major: 3, minor: 10 } },
    { text: "py30", tag: { kind: "generic", major: 3, minor: 0 } },
    { text: "cp313", tag: { kind: "cpython", major: 3, minor: 13 } },
    { text: "CP27", tag: { kind: "cpython", major: 2, minor: 7 } },
    { text: "pp311", tag: { kind: "pypy", major: 3, minor: 11 } },
    { text: "ip27", tag: { kind: "ironpython", major: 2, minor: 7 } },
    { text: "jy27", tag: { kind: "jython", major: 2, minor: 7 } },
    { text: "graalpy242", tag: { kind: "other", text: "graalpy242" } },
    { text: "py3_13", tag: { kind: "other", text: "py3_13" } },
    { text: "py301", tag: { kind: "other", text: "py301" } },
  ];
  for (const { text, tag } of vectors) {
    test(`reads ${text}`, () => {
      assert.deepEqual(parsePythonTag(text), tag);
      assert.equal(formatPythonTag(tag), text.toLowerCase());
    });
  }
  const bad = [
    { text: "3", hint: "Write `py3`" },
    { text: "3.12", hint: "Write `py312`" },
    { text: "", hint: "Write a tag such as `py3` or `cp313`" },
    { text: "py3 ", hint: "Write a tag such as `py3` or `cp313`" },
    { text: "py-3", hint: "Write a tag such as `py3` or `cp313`" },
    { text: "pÿ3", hint: "Write a tag such as `py3` or `cp313`" },
  ];
  for (const { text, hint } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the Python tag ${JSON.stringify(text)}: not an identifier`;
      assert.throws(() => parsePythonTag(text), { code: "TAG_INVALID", message, hint });
    });
  }
  test("keeps the text of any tag", () => assertKeepsText(parsePythonTag, formatPythonTag, ["py", "cp", "3", "pp"]));
});

describe("parseAbiTag()", () => {
  const plain = { freeThreaded: false, debug: false, pymalloc: false, wideUnicode: false };
  const vectors: { text: string; tag: AbiTag }[] = [
    { text: "none", tag: { kind: "none" } },
    { text: "abi3", tag: { kind: "abi3" } },
    { text: "ABI3t", tag: { kind: "abi3t" } },
    { text: "cp313", tag: { kind: "cpython", major: 3, minor: 13, ...plain } },
    { text: "cp313t", tag: { kind: "cpython", major: 3, minor: 13, ...plain, freeThreaded: true } },
    { text: "cp313td", tag: { kind: "cpython", major: 3, minor: 13, ...plain, freeThreaded: true, debug: true } },
    { text: "cp37m", tag: { kind: "cpython", major: 3, minor: 7, ...plain, pymalloc: true } },
    {
      text: "cp32dmu",
      tag: { kind: "cpython", major: 3, minor: 2, ...plain, debug: true, pymalloc: true, wideUnicode: true },
    },
    { text: "pypy311_pp73", tag: { kind: "other", text: "pypy311_pp73" } },
    { text: "graalpy242_311_native", tag: { kind: "other", text: "graalpy242_311_native" } },
    { text: "cp313dt", tag: { kind: "other", text: "cp313dt" } },
  ];
  for (const { text, tag } of vectors) {
    test(`reads ${text}`, () => {
      assert.deepEqual(parseAbiTag(text), tag);
      assert.equal(formatAbiTag(tag), text.toLowerCase());
    });
  }
  for (const [text, problem] of [
    ["", "it is empty"],
    ["a-b", "it may hold letters, digits and `_` alone"],
    ["abi3\n", "it may hold letters, digits and `_` alone"],
  ] as const) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the ABI tag ${JSON.stringify(text)}: ${problem}`;
      assert.throws(() => parseAbiTag(text), { code: "TAG_INVALID", message });
    });
  }
  test("keeps the text of any tag", () =>
    assertKeepsText(parseAbiTag, formatAbiTag, ["cp", "3", "t", "d", "m", "u", "abi3"]));
});

describe("parsePlatformTag()", () => {
  const vectors: { text: string; tag: PlatformTag }[] = [
    { text: "any", tag: { kind: "any" } },
    { text: "win32", tag: { kind: "windows", arch: "x86" } },
    { text: "win_amd64", tag: { kind: "windows", arch: "amd64" } },
    { text: "WIN_ARM64", tag: { kind: "windows", arch: "arm64" } },
    { text: "linux_x86_64", tag: { kind: "linux", arch: "x86_64" } },
    { text: "linux_armv7l", tag: { kind: "linux", arch: "armv7l" } },
    { text: "manylinux_2_28_x86_64", tag: { kind: "manylinux", major: 2, minor: 28, arch: "x86_64" } },
    { text: "manylinux1_i686", tag: { kind: "manylinux-legacy", name: "manylinux1", arch: "i686" } },
    { text: "manylinux2014_aarch64", tag: { kind: "manylinux-legacy", name: "manylinux2014", arch: "aarch64" } },
    { text: "musllinux_1_2_aarch64", tag: { kind: "musllinux", major: 1, minor: 2, arch: "aarch64" } },
    { text: "macosx_11_0_arm64", tag: { kind: "macos", major: 11, minor: 0, arch: "arm64" } },
    { text: "macosx_10_13_universal2", tag: { kind: "macos", major: 10, minor: 13, arch: "universal2" } },
    { text: "ios_13_0_arm64_iphoneos", tag: { kind: "ios", major: 13, minor: 0, arch: "arm64", sdk: "iphoneos" } },
    {
      text: "ios_13_0_x86_64_iphonesimulator",
      tag: { kind: "ios", major: 13, minor: 0, arch: "x86_64", sdk: "iphonesimulator" },
    },
    { text: "android_24_arm64_v8a", tag: { kind: "android", apiLevel: 24, abi: "arm64_v8a" } },
    { text: "pyemscripten_2026_0_wasm32", tag: { kind: "pyemscripten", year: 2026, patch: 0 } },
    { text: "freebsd_14_1_release_amd64", tag: { kind: "other", text: "freebsd_14_1_release_amd64" } },
    { text: "emscripten_3_1_58_wasm32", tag: { kind: "other", text: "emscripten_3_1_58_wasm32" } },
    { text: "manylinux_02_28_x86_64", tag: { kind: "other", text: "manylinux_02_28_x86_64" } },
    { text: "win_x86", tag: { kind: "other", text: "win_x86" } },
  ];
  for (const { text, tag } of vectors) {
    test(`reads ${text}`, () => {
      assert.deepEqual(parsePlatformTag(text), tag);
      assert.equal(formatPlatformTag(tag), text.toLowerCase());
    });
  }
  const bad = [
    { text: "", problem: "it is empty", hint: undefined },
    {
      text: "macosx-11.0-arm64",
      problem: "it may hold letters, digits and `_` alone",
      hint: "Write `macosx_11_0_arm64`",
    },
    { text: "win amd64", problem: "it may hold letters, digits and `_` alone", hint: "Write `win_amd64`" },
    { text: "any\n", problem: "it may hold letters, digits and `_` alone", hint: undefined },
  ];
  for (const { text, problem, hint } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the platform tag ${JSON.stringify(text)}: ${problem}`;
      assert.throws(() => parsePlatformTag(text), { code: "TAG_INVALID", message, hint });
    });
  }
  test("keeps the text of any tag", () => {
    const words = [
      "manylinux",
      "musllinux_",
      "macosx_",
      "ios_",
      "_iphoneos",
      "android_",
      "win",
      "32",
      "linux_",
      "x86_64",
    ];
    assertKeepsText(parsePlatformTag, formatPlatformTag, words);
  });
  test("makes a tag of what Python calls its platform", () => {
    assert.equal(normalizePlatform("macosx-10.9-x86_64"), "macosx_10_9_x86_64");
  });
});
