"""The module of a header as cffi makes it: HEADER MODULE.PY. The header goes through the C preprocessor."""

import subprocess
import sys

import cffi

header, module = sys.argv[1:]
command = ["cc", "-E", "-P", "-DPYTHON_HEADER", header]
text = subprocess.run(command, check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout
ffi = cffi.FFI()
ffi.set_source("pkg._native", None)
ffi.cdef(text)
ffi.emit_python_code(module)
