import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  findPythonConstant,
  findPythonDocstring,
  findPythonImport,
} from "../../../../src/core/project/dynamic/python-module.ts";
import { processorTime } from "../../../processor-time.ts";

describe("findPythonConstant()", () => {
  const found = [
    { name: "double quotes", source: '__version__ = "1.2"\n', value: "1.2", line: 1 },
    { name: "single quotes without a line end", source: "__version__='1.2'", value: "1.2", line: 1 },
    { name: "triple quotes", source: '__version__ = """1.2"""', value: "1.2", line: 1 },
    { name: "a raw string", source: "__version__ = r'1\\2'", value: "1\\2", line: 1 },
    { name: "the prefix of Python 2", source: "__version__ = u'1.2'", value: "1.2", line: 1 },
    { name: "an annotation", source: "__version__: str = '1.2'", value: "1.2", line: 1 },
    { name: "an annotation with brackets", source: "__version__: Final[str]='1.2'", value: "1.2", line: 1 },
    { name: "a comment behind it", source: "__version__ = '1.2'  # __version__ = '3'", value: "1.2", line: 1 },
    { name: "a hash in the string", source: "__version__ = '1.2#3'", value: "1.2#3", line: 1 },
    { name: "strings side by side", source: "__version__ = '1.' \"2\"", value: "1.2", line: 1 },
    { name: "parentheses over lines", source: "__version__ = (\n  '1.'  # one\n  '2'\n)", value: "1.2", line: 1 },
    { name: "a backslash at the line end", source: "__version__ = \\\n  '1.2'", value: "1.2", line: 1 },
    { name: "a chain of targets", source: "__version__ = version = '1.2'", value: "1.2", line: 1 },
    { name: "a chain with other targets first", source: "version = __version__ = '1.2'", value: "1.2", line: 1 },
    { name: "a semicolon before it", source: "import os; __version__ = '1.2'; x = 1", value: "1.2", line: 1 },
    { name: "escapes", source: "__version__ = '1\\x2e\\u0032\\t\\'\\101\\\n!'", value: "1.2\t'A!", line: 1 },
    { name: "the last of several", source: "__version__ = '1'\n__version__ = '2'", value: "2", line: 2 },
    { name: "line ends of Windows", source: "x = 1\r\n\r\n__version__ = '1.2'\r\n", value: "1.2", line: 3 },
    { name: "line ends of old Macs", source: "x = 1\r__version__ = '1.2'\r", value: "1.2", line: 2 },
    { name: "a byte order mark", source: "\ufeff__version__ = '1.2'", value: "1.2", line: 1 },
    {
      name: "the true one among decoys",
      source: `"""Docs.

__version__ = "docstring"
"""
# __version__ = "comment"
text = '__version__ = "string"'
data = {
__version__ : "key",
}
def f():
    __version__ = "function"
class A:
    __version__ = "class"
class B: __version__ = "one line"; __version__ = "still the class"
if True: __version__ = "condition"
f(
__version__="argument"
)
other.__version__ = "attribute"
__version__x = "longer name"
__version__ = "true"
`,
      value: "true",
      line: 21,
    },
  ];
  for (const { name, source, value, line } of found) {
    test(`reads ${name}`, () => {
      assert.deepEqual(findPythonConstant(source, "__version__"), { kind: "string", value, line });
    });
  }

  const computed = [
    "__version__ = get_version()",
    "__version__ = '1' + '2'",
    "__version__ = f'{x}'",
    "__version__ = b'1'",
    "__version__ = 1.2",
    "__version__ = (1, 2)",
    "__version__ = ('1', '2')",
    "__version__ = '1', '2'",
    "__version__ = '1' if x else '2'",
    "__version__ = '1'.strip()",
    "__version__ = '\\N{DIGIT ONE}'",
    "__version__ = '\\x1'",
    "__version__ = '\\uD800'",
    "__version__ = ",
    "__version__ = 'open",
    "__version__ = ()",
    "__version__ = '1'\n__version__ += '2'",
    "__version__: str = x",
  ];
  for (const source of computed) {
    test(`does not guess ${JSON.stringify(source)}`, () => {
      assert.equal(findPythonConstant(source, "__version__")?.kind, "computed");
    });
  }

  const missing = [
    "",
    "from ._version import __version__",
    "  __version__ = 'indented'",
    "__version__: str",
    "__version__",
    "print(__version__)",
    "__version__ == '1'",
    "try:\n    pass\nexcept ImportError: __version__ = '1'",
    "'''open\n__version__ = '1'",
    "x = [\n__version__ = '1'",
    "async def f(): __version__ = '1'",
  ];
  for (const source of missing) {
    test(`finds nothing in ${JSON.stringify(source)}`, () => {
      assert.equal(findPythonConstant(source, "__version__"), undefined);
    });
  }

  test("ends on any input, in linear time", () => {
    const pieces = [
      "__version__",
      " = ",
      "'",
      '"""',
      "\\",
      "\n",
      "(",
      ")",
      "#",
      ":",
      ";",
      "\u{1F600}",
      "\0",
      "b",
      "=",
      "é",
    ];
    const source = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(source, (text) => {
        const constant = findPythonConstant(text, "__version__");
        assert.ok(constant === undefined || constant.line >= 1);
      }),
      { numRuns: 10_000 },
    );
    const start = processorTime();
    for (const piece of ["(", "'", '"""', "\\\n", "=", "a=", " ", "\0", "x;", "__version__=\n"]) {
      findPythonConstant(piece.repeat(100_000), "__version__");
    }
    assert.ok(processorTime() - start < 5000);
  });
});

describe("findPythonDocstring()", () => {
  const docstrings = [
    { source: '#!/usr/bin/python\n# comment\n\n"""Hello.\n\nMore."""\nx = 1', value: "Hello.\n\nMore." },
    { source: "'one line'; x = 1", value: "one line" },
    { source: "r'''raw\\n'''", value: "raw\\n" },
    { source: "x = 1\n'''not first'''", value: undefined },
    { source: "if x:\n    pass\n'''behind a block'''", value: undefined },
    { source: "import x", value: undefined },
    { source: "f'''format'''", value: undefined },
    { source: "", value: undefined },
  ];
  for (const { source, value } of docstrings) {
    test(`reads ${JSON.stringify(source)}`, () => assert.equal(findPythonDocstring(source), value));
  }
});

describe("findPythonImport()", () => {
  const cases = [
    { source: "from .data import v", found: { module: ".data", name: "v" } },
    { source: "from ..a.b import x, w as v, y", found: { module: "..a.b", name: "w" } },
    { source: "from .data import (\n  # why\n  v,\n)", found: { module: ".data", name: "v" } },
    { source: "from . import v", found: { module: ".", name: "v" } },
    { source: "from .a import v\nfrom .b import v", found: { module: ".b", name: "v" } },
    { source: "from .data import v as w", found: undefined },
    { source: "from .data import *", found: undefined },
    { source: "import v", found: undefined },
    { source: "if x:\n  from .data import v", found: undefined },
    { source: '"""from .data import v"""', found: undefined },
    { source: "from import", found: undefined },
  ];
  for (const { source, found } of cases) {
    test(`finds v in ${JSON.stringify(source)}`, () => assert.deepEqual(findPythonImport(source, "v"), found));
  }
});
