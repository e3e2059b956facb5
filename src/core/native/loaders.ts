/**
 * The Python modules that load a library: what `import hello._native` runs.
 *
 * The library lies beside its module as `_native__lib.so`: named `_native.so`, Python would import it in place of the
 * module. The text is the same for every platform, runs on Python 2.7 and every Python 3, and needs nothing beyond the
 * standard library (and cffi, where that is used).
 */
import type { RtldFlag } from "../project/native-values.ts";

export interface LoaderOptions {
  /** Dotted name of the module: `hello._native`. */
  readonly module: string;
  readonly rtldFlags: readonly RtldFlag[];
}

/** `_native` -> `_native__lib`: the library's name without its ending. */
export function libraryStem(module: string): string {
  return `${module.slice(module.lastIndexOf(".") + 1)}__lib`;
}

/** `_native` -> `_native__ffi`: the module with cffi's tables. */
export function ffiModuleName(module: string): string {
  return `${module}__ffi`;
}

/** A module with `lib`, a `ctypes.CDLL`. */
export function ctypesLoader({ module, rtldFlags }: LoaderOptions): string {
  return `"""Loads the native library that lies beside this module: \`lib\`."""

# Written by packwheel when the wheel was built.

import ctypes
import os
import sys

__all__ = ["lib"]

${findLibrary(module)}

def _load():
    # type: () -> ctypes.CDLL
    path = _find_library()
    if sys.platform == "win32":
        return ctypes.CDLL(path)
    mode = 0
    for flag in (${tupleOf(rtldFlags)}):
        mode |= getattr(os, "RTLD_" + flag, getattr(ctypes, "RTLD_" + flag, 0))
    return ctypes.CDLL(path, mode)


lib = _load()
`;
}

/** A module with `ffi` and `lib`, from the tables of cffi's ABI mode. */
export function cffiLoader({ module, rtldFlags }: LoaderOptions): string {
  const name = ffiModuleName(module);
  const inPackage = name.includes(".");
  const source = inPackage ? `.${name.slice(name.lastIndexOf(".") + 1)}` : name;
  return `"""Loads the native library that lies beside this module: \`ffi\` and \`lib\`."""

# Written by packwheel when the wheel was built.

import os
import sys

from ${source} import ffi

__all__ = ["ffi", "lib"]

${findLibrary(module)}

def _load():
    path = _find_library()
    flags = 0
    if sys.platform != "win32":
        for flag in (${tupleOf(rtldFlags)}):
            flags |= getattr(ffi, "RTLD_" + flag, 0)
    return ffi.dlopen(path, flags)


lib = _load()
`;
}

/** `_find_library()`, and what else the loaders share. */
function findLibrary(module: string): string {
  const stem = libraryStem(module);
  return `if sys.platform in ("win32", "cygwin"):
    _LIBRARY = "${stem}.dll"
elif sys.platform == "darwin":
    _LIBRARY = "${stem}.dylib"
else:
    _LIBRARY = "${stem}.so"

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
    folder = tempfile.mkdtemp(prefix="${stem}-")
    atexit.register(shutil.rmtree, folder, True)
    path = os.path.join(folder, _LIBRARY)
    with open(path, "wb") as file:
        file.write(content)
    return path
`;
}

/** `"NOW", "NODELETE"`: the content of a tuple, also of one item. */
function tupleOf(flags: readonly RtldFlag[]): string {
  return flags.map((flag) => `"${flag}",`).join(" ");
}
