import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BUILD_TARGETS, findTargets, targetOf } from "../../../src/core/targets/build-target.ts";

const MACHINES = ["x86_64", "aarch64", "i686", "armv7l", "ppc64le", "s390x", "riscv64"];
const GLIBC = MACHINES.map((machine) => `linux-${machine}`);
const MUSL = MACHINES.map((machine) => `musl-${machine}`);
const MACOS = ["macos-x86_64", "macos-arm64", "macos-universal2"];
const PYODIDE = ["pyemscripten-wasm32"];
const WINDOWS = ["windows-amd64", "windows-arm64", "windows-win32"];
const ALL = [...GLIBC, ...MUSL, ...MACOS, ...WINDOWS, ...PYODIDE];

const namesOf = (words: readonly string[], host?: string): string[] => findTargets(words, host).map(({ name }) => name);

describe("BUILD_TARGETS", () => {
  test("has every Linux machine with both C libraries, every Mac, every Windows, and Pyodide", () => {
    assert.deepEqual(
      BUILD_TARGETS.map(({ name }) => name),
      ALL,
    );
  });

  for (const target of BUILD_TARGETS) {
    test(`${target.name} means to the rest of packwheel what its row says`, () => {
      assert.deepEqual(targetOf(target), {
        triple: target.triple,
        system: target.system,
        machine: target.machine,
        musl: target.libc === "musl",
      });
    });
  }
});

describe("findTargets()", () => {
  const cases = [
    { words: ["all"], names: ALL },
    { words: ["linux"], names: GLIBC },
    { words: ["musl"], names: MUSL },
    { words: ["macos"], names: MACOS },
    { words: ["arm64-apple-darwin"], names: ["macos-arm64"] },
    { words: ["x86_64-apple-macosx12.0"], names: ["macos-x86_64"] },
    { words: ["universal2-apple-darwin"], names: ["macos-universal2"] },
    { words: ["pyemscripten"], names: ["pyemscripten-wasm32"] },
    { words: ["wasm32-emscripten"], names: ["pyemscripten-wasm32"] },
    { words: ["windows"], names: WINDOWS },
    { words: ["windows-x86"], names: ["windows-win32"] },
    { words: ["x86_64-pc-windows-msvc"], names: ["windows-amd64"] },
    { words: ["aarch64-w64-mingw32"], names: ["windows-arm64"] },
    { words: ["musl-s390x", "linux-i686", "musl-s390x"], names: ["linux-i686", "musl-s390x"] },
    { words: ["linux-x86_64,musl-x86_64"], names: ["linux-x86_64", "musl-x86_64"] },
    { words: ["x86_64-unknown-linux-gnu"], names: ["linux-x86_64"] },
    { words: ["x86_64-pc-linux-gnu"], names: ["linux-x86_64"] },
    { words: ["aarch64-linux-gnu"], names: ["linux-aarch64"] },
    { words: ["i386-linux-gnu"], names: ["linux-i686"] },
    { words: ["arm-linux-gnueabihf"], names: ["linux-armv7l"] },
    { words: ["arm-linux-musleabihf"], names: ["musl-armv7l"] },
    { words: ["powerpc64le-linux-gnu"], names: ["linux-ppc64le"] },
    { words: ["riscv64gc-unknown-linux-gnu"], names: ["linux-riscv64"] },
    { words: ["s390x-alpine-linux-musl"], names: ["musl-s390x"] },
    { words: ["host"], host: "aarch64-unknown-linux-musl", names: ["musl-aarch64"] },
    { words: [], names: [] },
  ];
  for (const { words, host, names } of cases) {
    test(`finds ${JSON.stringify(words)}`, () => assert.deepEqual(namesOf(words, host), names));
  }

  test("knows every target by its name and by its triple", () => {
    for (const { name, triple } of BUILD_TARGETS) assert.deepEqual(namesOf([name]), namesOf([triple]));
  });

  const bad = [
    { word: "linux-x86-64", hint: 'Did you mean "linux-x86_64"?' },
    { word: "muls", hint: 'Did you mean "musl"?' },
    { word: "aarch64", hint: 'Did you mean "linux-aarch64" or "musl-aarch64"?' },
    { word: "macos-x64", hint: 'Did you mean "macos-x86_64"?' },
    { word: "x86_64-linux-gnux32", hint: 'Did you mean "linux-x86_64" or "musl-x86_64"?' },
    { word: "armv7-unknown-linux-gnueabi", hint: 'Did you mean "armv7-unknown-linux-gnueabihf"?' },
    { word: "aarch64-linux-android", hint: 'Did you mean "linux-aarch64" or "musl-aarch64"?' },
    {
      word: "vax",
      hint: `Choose one of ${ALL.join(", ")}; or a group: all, linux, musl, macos, windows, pyemscripten, host`,
    },
  ];
  for (const { word, hint } of bad) {
    test(`refuses ${word}`, () =>
      assert.throws(() => findTargets([word]), {
        code: "TARGET_UNKNOWN",
        message: `Cannot build for "${word}": there is no such target`,
        hint,
      }));
  }

  test("refuses a host that is no target", () => {
    assert.throws(() => findTargets(["host"], "loongarch64-unknown-linux-gnu"), {
      code: "TARGET_UNKNOWN",
      message: 'Cannot build for this machine ("loongarch64-unknown-linux-gnu"): it is none of the targets',
    });
    assert.throws(() => findTargets(["host"]), {
      code: "TARGET_UNKNOWN",
      message: "Cannot build for this machine: it is none of the targets",
    });
  });
});
