import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatTriple, parseTagSet } from "../../../src/core/tags/tag-set.ts";
import { fittingTag, type InterpreterTraits } from "../../../src/core/trial/interpreter.ts";

const LINUX: InterpreterTraits = {
  implementation: "cpython",
  major: 3,
  minor: 12,
  abis: ["cp312"],
  freeThreaded: false,
  platform: { kind: "linux", machine: "x86_64", libc: "glibc", major: 2, minor: 28 },
};

const interpreters = {
  linux: LINUX,
  python2: { ...LINUX, major: 2, minor: 7, abis: ["cp27mu"] },
  musl: { ...LINUX, platform: { kind: "linux", machine: "aarch64", libc: "musl", major: 1, minor: 2 } },
  arm: { ...LINUX, platform: { kind: "linux", machine: "armv8l", libc: "glibc", major: 2, minor: 31 } },
  uclibc: { ...LINUX, platform: { kind: "linux", machine: "x86_64", libc: undefined, major: 0, minor: 0 } },
  free: { ...LINUX, minor: 15, abis: ["cp315t"], freeThreaded: true },
  pypy: { ...LINUX, implementation: "pypy", minor: 11, abis: ["pypy311_pp73"] },
  graal: { ...LINUX, implementation: "graalpy", minor: 11, abis: ["graalpy242_311_native"] },
  mac: { ...LINUX, platform: { kind: "macos", machine: "arm64", major: 14, minor: 5 } },
  windows: { ...LINUX, platform: { kind: "windows", machine: "amd64" } },
  pyodide: { ...LINUX, minor: 14, abis: ["cp314"], platform: { kind: "emscripten", abi: "2026_0", compiler: "5_0_3" } },
  freebsd: { ...LINUX, platform: { kind: "other", tag: "freebsd_14_1_release_amd64" } },
} as const satisfies Readonly<Record<string, InterpreterTraits>>;

const cases: readonly [keyof typeof interpreters, tags: string, fits: string | undefined][] = [
  ["linux", "py3-none-any", "py3-none-any"],
  ["linux", "py2.py3-none-any", "py3-none-any"],
  ["linux", "py2-none-any", undefined],
  ["linux", "py39-none-any", "py39-none-any"],
  ["linux", "py313-none-any", undefined],
  ["linux", "py3-abi3-any", undefined],
  ["linux", "cp312-cp312-manylinux_2_17_x86_64", "cp312-cp312-manylinux_2_17_x86_64"],
  ["linux", "cp312-cp312t-manylinux_2_17_x86_64", undefined],
  ["linux", "cp312-none-any", "cp312-none-any"],
  ["linux", "cp311-none-any", undefined],
  ["linux", "cp311-cp311-manylinux_2_17_x86_64", undefined],
  ["linux", "cp39-abi3-manylinux_2_17_x86_64", "cp39-abi3-manylinux_2_17_x86_64"],
  ["linux", "cp313-abi3-manylinux_2_17_x86_64", undefined],
  ["linux", "py3-none-manylinux_2_28_x86_64", "py3-none-manylinux_2_28_x86_64"],
  ["linux", "py3-none-manylinux_2_31_x86_64", undefined],
  ["linux", "py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64", "py3-none-manylinux2014_x86_64"],
  ["linux", "py3-none-manylinux1_i686", undefined],
  ["linux", "py3-none-musllinux_1_2_x86_64", undefined],
  ["linux", "py3-none-linux_x86_64", "py3-none-linux_x86_64"],
  ["linux", "py3-none-win_amd64", undefined],
  ["linux", "pp311-pypy311_pp73-manylinux_2_17_x86_64", undefined],
  ["python2", "py2-none-any", "py2-none-any"],
  ["python2", "cp27-cp27mu-manylinux1_x86_64", "cp27-cp27mu-manylinux1_x86_64"],
  ["python2", "cp27-cp27m-manylinux1_x86_64", undefined],
  ["musl", "py3-none-musllinux_1_1_aarch64", "py3-none-musllinux_1_1_aarch64"],
  ["musl", "py3-none-musllinux_2_0_aarch64", undefined],
  ["musl", "py3-none-manylinux_2_17_aarch64", undefined],
  ["arm", "py3-none-manylinux_2_31_armv7l", "py3-none-manylinux_2_31_armv7l"],
  ["arm", "py3-none-manylinux_2_17_aarch64", undefined],
  ["uclibc", "py3-none-manylinux1_x86_64", undefined],
  ["free", "cp315-abi3t-manylinux_2_17_x86_64", "cp315-abi3t-manylinux_2_17_x86_64"],
  ["free", "cp39-abi3-manylinux_2_17_x86_64", undefined],
  ["free", "cp315-cp315t-manylinux_2_17_x86_64", "cp315-cp315t-manylinux_2_17_x86_64"],
  ["pypy", "pp311-pypy311_pp73-manylinux_2_17_x86_64", "pp311-pypy311_pp73-manylinux_2_17_x86_64"],
  ["pypy", "pp3-none-any", "pp3-none-any"],
  ["pypy", "pp310-pypy310_pp73-manylinux_2_17_x86_64", undefined],
  ["pypy", "cp39-abi3-manylinux_2_17_x86_64", undefined],
  [
    "graal",
    "graalpy311-graalpy242_311_native-manylinux_2_17_x86_64",
    "graalpy311-graalpy242_311_native-manylinux_2_17_x86_64",
  ],
  ["mac", "py3-none-macosx_11_0_arm64", "py3-none-macosx_11_0_arm64"],
  ["mac", "py3-none-macosx_10_13_universal2", "py3-none-macosx_10_13_universal2"],
  ["mac", "py3-none-macosx_15_0_arm64", undefined],
  ["mac", "py3-none-macosx_11_0_x86_64", undefined],
  ["windows", "py3-none-win_amd64", "py3-none-win_amd64"],
  ["windows", "py3-none-win32", undefined],
  ["pyodide", "py3-none-pyemscripten_2025_0_wasm32.pyemscripten_2026_0_wasm32", "py3-none-pyemscripten_2026_0_wasm32"],
  ["pyodide", "py3-none-pyemscripten_2025_0_wasm32", undefined],
  ["pyodide", "cp314-cp314-pyodide_2026_0_wasm32", "cp314-cp314-pyodide_2026_0_wasm32"],
  ["pyodide", "cp314-cp314-emscripten_5_0_3_wasm32", "cp314-cp314-emscripten_5_0_3_wasm32"],
  ["pyodide", "py3-none-manylinux_2_17_x86_64", undefined],
  ["freebsd", "py3-none-freebsd_14_1_release_amd64", "py3-none-freebsd_14_1_release_amd64"],
  ["freebsd", "py3-none-android_24_arm64_v8a", undefined],
];

describe("fittingTag()", () => {
  for (const [name, tags, fits] of cases) {
    test(`${fits === undefined ? "refuses" : "takes"} ${tags} for ${name}`, () => {
      const found = fittingTag(parseTagSet(tags), interpreters[name]);
      assert.equal(found === undefined ? undefined : formatTriple(found), fits);
    });
  }
});
