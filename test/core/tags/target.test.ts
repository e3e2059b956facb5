import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  isSameTarget,
  isTargetName,
  librarySuffix,
  parseTarget,
  TARGET_NAMES,
  targetNames,
} from "../../../src/core/tags/target.ts";

const vectors = [
  { triple: "x86_64-unknown-linux-gnu", system: "linux", machine: "x86_64", musl: false, suffix: ".so" },
  { triple: "x86_64-linux-gnu", system: "linux", machine: "x86_64", musl: false, suffix: ".so" },
  { triple: "aarch64-unknown-linux-musl", system: "linux", machine: "aarch64", musl: true, suffix: ".so" },
  { triple: "armv7-unknown-linux-gnueabihf", system: "linux", machine: "armv7l", musl: false, suffix: ".so" },
  { triple: "i586-unknown-linux-gnu", system: "linux", machine: "i686", musl: false, suffix: ".so" },
  { triple: "powerpc64le-unknown-linux-gnu", system: "linux", machine: "ppc64le", musl: false, suffix: ".so" },
  { triple: "riscv64gc-unknown-linux-gnu", system: "linux", machine: "riscv64", musl: false, suffix: ".so" },
  { triple: "aarch64-apple-darwin", system: "macos", machine: "arm64", musl: false, suffix: ".dylib" },
  { triple: "x86_64-apple-macosx11.0", system: "macos", machine: "x86_64", musl: false, suffix: ".dylib" },
  { triple: "x86_64-pc-windows-msvc", system: "windows", machine: "amd64", musl: false, suffix: ".dll" },
  { triple: "i686-w64-mingw32", system: "windows", machine: "x86", musl: false, suffix: ".dll" },
  { triple: "aarch64-pc-windows-msvc", system: "windows", machine: "arm64", musl: false, suffix: ".dll" },
  { triple: "aarch64-linux-android", system: "other", machine: "aarch64", musl: false, suffix: ".so" },
  { triple: "wasm32-unknown-emscripten", system: "emscripten", machine: "wasm32", musl: false, suffix: ".so" },
] as const;

describe("parseTarget()", () => {
  for (const { suffix, ...target } of vectors) {
    test(`reads ${target.triple}`, () => {
      const parsed = parseTarget(target.triple);
      assert.deepEqual(parsed, target);
      assert.equal(librarySuffix(target), suffix);
    });
  }

  for (const text of ["", "linux", "x86_64 linux gnu", "a-b-c-d-e-f-g", "x86_64-", "-x86_64-linux", "a/../b-linux"]) {
    test(`takes ${JSON.stringify(text)} for no triple`, () => assert.equal(parseTarget(text), undefined));
  }
});

describe("targetNames()", () => {
  const cases = [
    { triple: "x86_64-unknown-linux-gnu", names: ["linux", "linux-x86_64", "x86_64-unknown-linux-gnu"] },
    {
      triple: "aarch64-unknown-linux-musl",
      names: ["linux", "linux-musl", "linux-aarch64", "linux-musl-aarch64", "aarch64-unknown-linux-musl"],
    },
    { triple: "aarch64-apple-darwin", names: ["macos", "macos-arm64", "aarch64-apple-darwin"] },
    {
      triple: "wasm32-unknown-emscripten",
      names: ["pyemscripten", "pyemscripten-wasm32", "wasm32-unknown-emscripten"],
    },
  ];
  for (const { triple, names } of cases) {
    test(`goes from general to special for ${triple}`, () =>
      assert.deepEqual(targetNames(parseTarget(triple)!), names));
  }

  test("gives names that pyproject.toml may use", () => {
    for (const { triple, system } of vectors) assert.equal(isTargetName(triple), system !== "other", triple);
    for (const name of TARGET_NAMES) assert.ok(isTargetName(name), name);
    for (const name of ["darwin", "linux-x64", "x86_64"]) assert.ok(!isTargetName(name), name);
  });
});

describe("isSameTarget()", () => {
  const same = (left: string, right: string): boolean => isSameTarget(parseTarget(left)!, parseTarget(right)!);
  test("looks at what runs the code, not at who made it", () => {
    assert.ok(same("x86_64-linux-gnu", "x86_64-unknown-linux-gnu"));
    assert.ok(same("x86_64-w64-mingw32", "x86_64-pc-windows-msvc"));
    assert.ok(!same("x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl"));
    assert.ok(!same("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"));
  });
});
