import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { planBuild } from "../../../src/core/build/build-project.ts";
import { diskTree } from "../../../src/node/disk-tree.ts";

const PROJECTS = fileURLToPath(new URL("../../../fixtures/projects/", import.meta.url));

interface Shown {
  readonly wheel: readonly string[];
  readonly sdist: readonly string[];
  /** Codes of what is told besides. */
  readonly findings?: readonly string[];
}

/**
 * What each project is there to show: all members of its wheel, dist-info and what is built aside, and of its sdist,
 * without PKG-INFO.
 */
const projects: Record<string, Shown> = {
  "data-schemes": {
    wheel: [
      "data_schemes-1.0.data/data/share/data-schemes/nested/more.txt",
      "data_schemes-1.0.data/data/share/data-schemes/settings.ini",
      "data_schemes-1.0.data/data/share/man/man1/data-schemes.1",
      "data_schemes-1.0.data/headers/data_schemes.h",
      "data_schemes-1.0.data/platlib/data_schemes_platlib.py",
      "data_schemes-1.0.data/purelib/data_schemes_purelib.py",
      "data_schemes-1.0.data/scripts/data-schemes-python",
      "data_schemes-1.0.data/scripts/data-schemes-shell",
      "data_schemes/__init__.py",
    ],
    sdist: [
      "LICENSE",
      "data_schemes/__init__.py",
      "extra/data_schemes_platlib.py",
      "extra/data_schemes_purelib.py",
      "include/data_schemes.h",
      "man/data-schemes.1",
      "pyproject.toml",
      "scripts/data-schemes.py",
      "scripts/data-schemes.sh",
      "share/nested/more.txt",
      "share/settings.ini",
    ],
  },
  "forced-files": {
    wheel: [
      "forced-files.pth",
      "forced_files/NOTICE.txt",
      "forced_files/__init__.py",
      "forced_files/_version.py",
      "forced_files/static/assets/app.js",
      "forced_files/static/index.html",
    ],
    sdist: [
      "LICENSE",
      "NOTICE.txt",
      "build/version.py",
      "forced-files.pth",
      "forced_files/__init__.py",
      "frontend/out/assets/app.js",
      "frontend/out/index.html",
      "pyproject.toml",
      "sbom/frontend.cdx.json",
    ],
  },
  hello: {
    wheel: [
      "hello/__init__.py",
      "hello/__main__.py",
      "hello/cli.py",
      "hello/data/greetings.json",
      "hello/greeting.py",
      "hello/py.typed",
    ],
    sdist: [
      "LICENSE",
      "README.md",
      "hello/__init__.py",
      "hello/__main__.py",
      "hello/cli.py",
      "hello/data/greetings.json",
      "hello/greeting.py",
      "hello/py.typed",
      "pyproject.toml",
      "tests/test_greeting.py",
    ],
  },
  "import-names": {
    wheel: ["_acme_names.py", "acme/names/__init__.py"],
    sdist: ["LICENSE", "pyproject.toml", "src/_acme_names.py", "src/acme/names/__init__.py"],
  },
  "meta-package": { wheel: [], sdist: ["LICENSE", "pyproject.toml"] },
  namespace: {
    wheel: ["acme/greetings/__init__.py", "acme/greetings/polite.py"],
    sdist: ["LICENSE", "pyproject.toml", "src/acme/greetings/__init__.py", "src/acme/greetings/polite.py"],
  },
  "py2-compatible": {
    wheel: ["py2_compatible/__init__.py", "py2_compatible/greeting.txt"],
    sdist: ["LICENSE", "py2_compatible/__init__.py", "py2_compatible/greeting.txt", "pyproject.toml"],
  },
  "several-packages": {
    wheel: ["first/__init__.py", "first/inner/__init__.py", "second/__init__.py", "third.py", "third.pyi"],
    sdist: [
      "LICENSE",
      "pyproject.toml",
      "src/first/__init__.py",
      "src/first/inner/__init__.py",
      "src/second/__init__.py",
      "src/third.py",
      "src/third.pyi",
    ],
  },
  "single-module": { wheel: ["single_module.py"], sdist: ["LICENSE", "pyproject.toml", "single_module.py"] },
  "src-layout": {
    wheel: ["src_layout/__init__.py", "src_layout/data/words.txt", "src_layout/py.typed"],
    sdist: [
      "LICENSE",
      "pyproject.toml",
      "src/src_layout/__init__.py",
      "src/src_layout/data/words.txt",
      "src/src_layout/py.typed",
      "tests/test_version.py",
    ],
  },
  stubs: {
    wheel: ["acme-stubs/__init__.pyi", "acme-stubs/py.typed"],
    sdist: ["LICENSE", "acme-stubs/__init__.pyi", "acme-stubs/py.typed", "pyproject.toml"],
  },
  "with-backend": {
    wheel: ["with_backend/__init__.py"],
    sdist: ["LICENSE", "packwheel_backend.py", "pyproject.toml", "src/with_backend/__init__.py"],
  },
  "native-cffi": {
    wheel: ["native_cffi/__init__.py"],
    sdist: [
      "LICENSE",
      "native/words.cpp",
      "native/words.h",
      "native/words_error.h",
      "pyproject.toml",
      "src/native_cffi/__init__.py",
    ],
    findings: ["NATIVE_REQUIREMENT_ADDED"],
  },
  "native-command": {
    wheel: ["native_command/__init__.py"],
    sdist: [
      "LICENSE",
      "native/Makefile",
      "native/main.c",
      "native/shout.c",
      "pyproject.toml",
      "src/native_command/__init__.py",
    ],
  },
  "native-ctypes": {
    wheel: ["native_ctypes/__init__.py"],
    sdist: [
      "LICENSE",
      "native/counter.c",
      "native/counter_state.h",
      "native/include/counter.h",
      "native/root.c",
      "pyproject.toml",
      "src/native_ctypes/__init__.py",
    ],
  },
  "with-native-blob": {
    wheel: ["with_native_blob/__init__.py", "with_native_blob/libadd.so"],
    sdist: [
      "LICENSE",
      "native/add.c",
      "native/build.sh",
      "pyproject.toml",
      "with_native_blob/__init__.py",
      "with_native_blob/libadd.so",
    ],
  },
};

describe("fixtures/projects", () => {
  test("with-native-blob holds a real shared library", async () => {
    const { selection } = await planBuild(diskTree(`${PROJECTS}with-native-blob`));
    assert.deepEqual(selection.native, [{ path: "with_native_blob/libadd.so", format: "elf" }]);
  });

  for (const [name, expected] of Object.entries(projects)) {
    test(`${name} gives the files that it is there to show`, async () => {
      const { selection, findings } = await planBuild(diskTree(PROJECTS + name));
      assert.deepEqual(
        selection.wheel.map((member) => member.path),
        expected.wheel,
      );
      assert.deepEqual(
        selection.sdist.map((member) => member.path),
        expected.sdist,
      );
      assert.deepEqual(
        findings.map(({ code }) => code),
        expected.findings ?? [],
      );
    });
  }
});
