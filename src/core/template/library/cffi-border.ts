/** Calls into the library through cffi. */
import type { TemplateNames } from "../template-names.ts";

export function cffiBorder({ module }: TemplateNames): string {
  return `"""How calls cross the border to the library: errors become exceptions, and nothing leaks."""

# packwheel writes this module when it builds the project, from ${module}.h.
from ._native import ffi, lib

from ._errors import exception_for

__all__ = ["invoke_for_bytes", "invoke_with_exc", "lib"]


def invoke_with_exc(function, *arguments):
    """Call a function whose last parameter is the error, and raise what it reports."""
    error = ffi.new("${module}_error *")
    result = function(*(arguments + (error,)))
    if error.code == 0:
        return result
    try:
        message = ffi.string(error.message).decode("utf-8", "replace") if error.message else ""
        exception = exception_for(error.code, message)
    finally:
        lib.${module}_error_free(error)
    raise exception


def invoke_for_bytes(function, *arguments):
    """The same for a function that fills a buffer: its parameter before the error."""
    buffer = ffi.new("${module}_buffer *")
    try:
        invoke_with_exc(function, *(arguments + (buffer,)))
        return ffi.buffer(buffer.data, buffer.length)[:] if buffer.data else b""
    finally:
        lib.${module}_buffer_free(buffer)
`;
}
