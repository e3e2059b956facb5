"""Modules as cffi itself writes them in ABI mode. Reads cases as JSON, prints for each its module or its error."""

import contextlib
import io
import json
import os
import sys
import tempfile
import warnings

import cffi

warnings.simplefilter("ignore")


def emit(case, path):
    known = {}
    for module in case:
        ffi = cffi.FFI()
        for name in module.get("includes", []):
            ffi.include(known[name])
        for cdef in module["cdefs"]:
            ffi.cdef(cdef["text"], packed=cdef.get("packed", False))
        ffi.set_source(module["moduleName"], None)
        known[module["moduleName"]] = ffi
    with contextlib.redirect_stdout(io.StringIO()):  # it tells what it writes
        ffi.emit_python_code(path)
    with io.open(path, encoding="ascii", newline="") as file:
        return file.read()


answers = []
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "module.py")
    for case in json.load(sys.stdin):
        try:
            answers.append({"module": emit(case, path)})
        except Exception as error:  # any failure is cffi's way to refuse
            answers.append({"error": "%s: %s" % (type(error).__name__, error)})
json.dump({"version": cffi.__version__, "answers": answers}, sys.stdout)
