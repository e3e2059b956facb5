/** The Python side of the sample library: what is the same for cffi and ctypes. It runs on Python 2.7 as well. */

import type { TemplateNames } from "../template-names.ts";
import type { TemplateFiles } from "../template-options.ts";
import { cffiBorder } from "./cffi-border.ts";
import { ctypesBorder } from "./ctypes-border.ts";

export function pythonPackage(names: TemplateNames, loader: "cffi" | "ctypes"): TemplateFiles {
  const folder = `src/${names.module}`;
  return {
    [`${folder}/__init__.py`]: packageModule(names),
    [`${folder}/__init__.pyi`]: packageStub(names),
    [`${folder}/_border.py`]: loader === "cffi" ? cffiBorder(names) : ctypesBorder(names),
    [`${folder}/_border.pyi`]: borderStub(),
    [`${folder}/_errors.py`]: errorsModule(names),
    [`${folder}/_errors.pyi`]: errorsStub(names),
    [`${folder}/_greeter.py`]: greeterModule(names),
    [`${folder}/_greeter.pyi`]: greeterStub(),
    [`${folder}/py.typed`]: "",
    [`tests/test_${names.module}.py`]: testModule(names),
  };
}

function packageModule({ type }: TemplateNames): string {
  return `"""Greets people, in native code."""

from ._errors import ${type}Error, InternalError, InvalidArgument, NotInitialised, OutOfMemory
from ._greeter import Greeter

__all__ = [
    "Greeter",
    "${type}Error",
    "InternalError",
    "InvalidArgument",
    "NotInitialised",
    "OutOfMemory",
]

__version__ = "0.1.0"
`;
}

function packageStub({ type }: TemplateNames): string {
  return `from ._errors import ${type}Error as ${type}Error
from ._errors import InternalError as InternalError
from ._errors import InvalidArgument as InvalidArgument
from ._errors import NotInitialised as NotInitialised
from ._errors import OutOfMemory as OutOfMemory
from ._greeter import Greeter as Greeter

__all__: list[str]
__version__: str
`;
}

function errorsModule({ module, type }: TemplateNames): string {
  return `"""What the library reports, as exceptions: a class for each code of ${module}.h."""


class ${type}Error(Exception):
    """Everything that the library reports."""

    code = 0


class InvalidArgument(${type}Error, ValueError):
    code = 1


class OutOfMemory(${type}Error, MemoryError):
    code = 2


class NotInitialised(${type}Error, RuntimeError):
    code = 3


class InternalError(${type}Error, RuntimeError):
    """A fault of the library itself."""

    code = 4


_CLASSES = dict((each.code, each) for each in (InvalidArgument, OutOfMemory, NotInitialised, InternalError))


def exception_for(code, message):
    """The exception to raise. A newer library may have codes that are not known here."""
    known = _CLASSES.get(code)
    if known is not None:
        return known(message)
    exception = ${type}Error(message)
    exception.code = code
    return exception
`;
}

function errorsStub({ type }: TemplateNames): string {
  return `class ${type}Error(Exception):
    code: int

class InvalidArgument(${type}Error, ValueError): ...
class OutOfMemory(${type}Error, MemoryError): ...
class NotInitialised(${type}Error, RuntimeError): ...
class InternalError(${type}Error, RuntimeError): ...

def exception_for(code: int, message: str) -> ${type}Error: ...
`;
}

function borderStub(): string {
  return `from typing import Any, Callable

lib: Any

def invoke_with_exc(function: Callable[..., Any], *arguments: Any) -> Any: ...
def invoke_for_bytes(function: Callable[..., Any], *arguments: Any) -> bytes: ...
`;
}

function greeterModule({ module }: TemplateNames): string {
  return `"""A Python class that owns an object of the library."""

import threading

from ._border import invoke_for_bytes, invoke_with_exc, lib

lib.${module}_init()


class Greeter(object):
    """Greets people.

    It frees its memory when it is closed: at the end of a \`with\`, by \`close()\`, or when Python drops it.
    Threads may share it.
    """

    # The class holds the library: it is still there when the last objects go, while the interpreter shuts down and
    # the globals of modules may be gone.
    _lib = lib
    # Objects whose __init__ failed are dropped too.
    _pointer = None

    def __init__(self, greeting=u"Hello"):
        # Other threads run while the library does: without the lock, one could free what another uses.
        self._lock = threading.Lock()
        data = greeting.encode("utf-8")
        self._pointer = invoke_with_exc(self._lib.${module}_greeter_new, data, len(data))

    def greet(self, name):
        data = name.encode("utf-8")
        with self._lock:
            function = self._lib.${module}_greeter_greet
            return invoke_for_bytes(function, self._open_pointer(), data, len(data)).decode("utf-8")

    @property
    def count(self):
        """How many greetings it has made."""
        with self._lock:
            return self._lib.${module}_greeter_count(self._open_pointer())

    @property
    def closed(self):
        return self._pointer is None

    def close(self):
        """Free the memory. Again does no harm."""
        with self._lock:
            self._free()

    def _open_pointer(self):
        if self._pointer is None:
            raise ValueError("the greeter is closed")
        return self._pointer

    def _free(self):
        pointer, self._pointer = self._pointer, None
        if pointer is not None:
            self._lib.${module}_greeter_free(pointer)

    def __enter__(self):
        self._open_pointer()
        return self

    def __exit__(self, *unused):
        self.close()

    def __del__(self):
        # Nobody else has the object any more, so it needs no lock.
        self._free()
`;
}

function greeterStub(): string {
  return `from types import TracebackType

class Greeter:
    def __init__(self, greeting: str = "Hello") -> None: ...
    def greet(self, name: str) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def closed(self) -> bool: ...
    def close(self) -> None: ...
    def __enter__(self) -> Greeter: ...
    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
    def __del__(self) -> None: ...
`;
}

function testModule({ module, type }: TemplateNames): string {
  return `# -*- coding: utf-8 -*-
import gc
import subprocess
import sys
import threading
import unittest

import ${module}
from ${module} import _border, _errors


class GreeterTest(unittest.TestCase):
    def test_greets(self):
        with ${module}.Greeter() as greeter:
            self.assertEqual(greeter.greet(u"World"), u"Hello, World!")

    def test_takes_every_character(self):
        with ${module}.Greeter(u"Gr\\u00fc\\u00df dich") as greeter:
            self.assertEqual(greeter.greet(u"J\\u00f6rg \\U0001f600"), u"Gr\\u00fc\\u00df dich, J\\u00f6rg \\U0001f600!")
            self.assertEqual(greeter.greet(u"nul\\0inside"), u"Gr\\u00fc\\u00df dich, nul\\0inside!")

    def test_counts(self):
        with ${module}.Greeter() as greeter:
            for name in (u"a", u"b", u"c"):
                greeter.greet(name)
            self.assertEqual(greeter.count, 3)

    def test_reports_an_empty_name(self):
        with ${module}.Greeter() as greeter:
            with self.assertRaises(${module}.InvalidArgument) as caught:
                greeter.greet(u"")
            self.assertEqual(str(caught.exception), "Cannot greet: the name is empty")
            self.assertEqual(greeter.count, 0)

    def test_errors_are_of_all_the_kinds_that_fit(self):
        for kind in (${module}.${type}Error, ValueError):
            self.assertRaises(kind, ${module}.Greeter, u"")

    def test_knows_the_codes_of_a_newer_library(self):
        exception = _errors.exception_for(99, "new")
        self.assertIs(type(exception), ${module}.${type}Error)
        self.assertEqual(exception.code, 99)

    def test_closes_once(self):
        greeter = ${module}.Greeter()
        greeter.close()
        greeter.close()
        self.assertTrue(greeter.closed)
        self.assertRaises(ValueError, greeter.greet, u"World")

    @unittest.skipIf(sys.platform == "emscripten", "there are no threads")
    def test_threads_may_share_it(self):
        greeter = ${module}.Greeter()
        threads = [threading.Thread(target=lambda: [greeter.greet(u"World") for _ in range(500)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(greeter.count, 2000)

    def test_frees_what_is_dropped(self):
        greeter = ${module}.Greeter()
        greeter.cycle = greeter
        del greeter
        gc.collect()

    @unittest.skipIf(sys.platform == "emscripten", "there are no processes")
    def test_dropped_at_shutdown(self):
        code = "import ${module}; greeter = ${module}.Greeter(); cycle = [greeter]; cycle.append(cycle)"
        process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
        self.assertEqual((process.communicate()[1], process.returncode), (b"", 0))

    def test_library_is_initialised_by_the_import(self):
        self.assertTrue(hasattr(_border.lib, "${module}_init"))


if __name__ == "__main__":
    unittest.main()
`;
}
