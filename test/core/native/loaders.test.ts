import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cffiLoader, ctypesLoader, ffiModuleName, libraryStem } from "../../../src/core/native/loaders.ts";

const FIND = `if sys.platform in ("win32", "cygwin"):
    _LIBRARY = "_native__lib.dll"
elif sys.platform == "darwin":
    _LIBRARY = "_native__lib.dylib"
else:
    _LIBRARY = "_native__lib.so"

_dll_folder = None


def _find_library():
    # type: () -> str
    """The library's place on disk. This module may be a link; then it may lie where the link leads."""
    global _dll_folder
    for module in (os.path.abspath(__file__), os.path.realpath(__file__)):
        path = os.path.join(os.path.dirname(module), _LIBRARY)
        if os.path.isfile(path):
            break
    else:
        path = _unpack_library()
    if hasattr(os, "add_dll_directory"):
        # Windows looks for the libraries that this one needs in such folders only.
        _dll_folder = os.add_dll_directory(os.path.dirname(path))
    return path


def _unpack_library():
    # type: () -> str
    """A library in a zip on sys.path goes into a folder first: no system loads it from there."""
    import atexit
    import shutil
    import tempfile

    inside = os.path.join(os.path.dirname(__file__), _LIBRARY)
    try:
        content = __loader__.get_data(inside)
    except (AttributeError, EnvironmentError, NameError):
        raise ImportError("%s: the library %s is not there" % (__name__, inside))
    folder = tempfile.mkdtemp(prefix="_native__lib-")
    atexit.register(shutil.rmtree, folder, True)
    path = os.path.join(folder, _LIBRARY)
    with open(path, "wb") as file:
        file.write(content)
    return path
`;

describe("ctypesLoader()", () => {
  test("writes this module", () => {
    assert.equal(
      ctypesLoader({ module: "hello._native", rtldFlags: ["NOW", "NODELETE"] }),
      `"""Loads the native library that lies beside this module: \`lib\`."""

# Written by packwheel when the wheel was built.

import ctypes
import os
import sys

__all__ = ["lib"]

${FIND}

def _load():
    # type: () -> ctypes.CDLL
    path = _find_library()
    if sys.platform == "win32":
        return ctypes.CDLL(path)
    mode = 0
    for flag in ("NOW", "NODELETE",):
        mode |= getattr(os, "RTLD_" + flag, getattr(ctypes, "RTLD_" + flag, 0))
    return ctypes.CDLL(path, mode)


lib = _load()
`,
    );
  });
});

describe("cffiLoader()", () => {
  test("writes this module", () => {
    assert.equal(
      cffiLoader({ module: "hello._native", rtldFlags: ["NOW"] }),
      `"""Loads the native library that lies beside this module: \`ffi\` and \`lib\`."""

# Written by packwheel when the wheel was built.

import os
import sys

from ._native__ffi import ffi

__all__ = ["ffi", "lib"]

${FIND}

def _load():
    path = _find_library()
    flags = 0
    if sys.platform != "win32":
        for flag in ("NOW",):
            flags |= getattr(ffi, "RTLD_" + flag, 0)
    return ffi.dlopen(path, flags)


lib = _load()
`,
    );
  });

  test("imports its tables as a module of the top level where it is one", () => {
    assert.match(cffiLoader({ module: "hello", rtldFlags: [] }), /^from hello__ffi import ffi$/m);
    assert.match(cffiLoader({ module: "hello", rtldFlags: [] }), /^ {8}for flag in \(\):$/m);
  });
});

describe("the names of generated files", () => {
  test("are none that Python would import in place of the module", () => {
    assert.equal(libraryStem("hello._native"), "_native__lib");
    assert.equal(ffiModuleName("hello._native"), "hello._native__ffi");
  });
});
