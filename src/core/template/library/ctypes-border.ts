/** Calls into the library through ctypes, which must be told what the header says. */
import type { TemplateNames } from "../template-names.ts";

export function ctypesBorder({ module }: TemplateNames): string {
  return `"""How calls cross the border to the library: errors become exceptions, and nothing leaks."""

from ctypes import POINTER, Structure, byref, c_char_p, c_int32, c_size_t, c_uint64, c_void_p, string_at

# packwheel writes this module when it builds the project.
from ._native import lib

from ._errors import exception_for

__all__ = ["invoke_for_bytes", "invoke_with_exc", "lib"]


class Error(Structure):
    _fields_ = [("code", c_int32), ("message", c_void_p)]


class Buffer(Structure):
    _fields_ = [("data", c_void_p), ("length", c_size_t)]


def _declare(name, result, *arguments):
    """What ${module}.h says of a function. Without it, ctypes takes everything for an int, and cuts pointers."""
    function = getattr(lib, "${module}_" + name)
    function.restype = result
    function.argtypes = arguments


_declare("init", None)
_declare("error_free", None, POINTER(Error))
_declare("buffer_free", None, POINTER(Buffer))
_declare("greeter_new", c_void_p, c_char_p, c_size_t, POINTER(Error))
_declare("greeter_free", None, c_void_p)
_declare("greeter_greet", None, c_void_p, c_char_p, c_size_t, POINTER(Buffer), POINTER(Error))
_declare("greeter_count", c_uint64, c_void_p)


def invoke_with_exc(function, *arguments):
    """Call a function whose last parameter is the error, and raise what it reports."""
    error = Error()
    result = function(*(arguments + (byref(error),)))
    if error.code == 0:
        return result
    try:
        message = string_at(error.message).decode("utf-8", "replace") if error.message else ""
        exception = exception_for(error.code, message)
    finally:
        lib.${module}_error_free(byref(error))
    raise exception


def invoke_for_bytes(function, *arguments):
    """The same for a function that fills a buffer: its parameter before the error."""
    buffer = Buffer()
    try:
        invoke_with_exc(function, *(arguments + (byref(buffer),)))
        return string_at(buffer.data, buffer.length) if buffer.data else b""
    finally:
        lib.${module}_buffer_free(byref(buffer))
`;
}
