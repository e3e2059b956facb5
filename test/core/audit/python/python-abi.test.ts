import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { auditWheel } from "../../../../src/core/audit/audit-wheel.ts";
import type { AuditedFile } from "../../../../src/core/audit/file-audit.ts";
import { stableSince } from "../../../../src/core/audit/python/python-symbols.ts";
import { readObject } from "../../../../src/core/object/object-file.ts";
import { parseTagSet } from "../../../../src/core/tags/tag-set.ts";
import { dylib, makeMachO } from "../../object/macho/macho-bytes.ts";
import { elf, pe } from "../drafts.ts";

const module = (...symbols: string[]): AuditedFile => elf("a.so", { symbols: symbols.map((name) => ({ name })) });

const PYTHON_FRAMEWORK = "/Library/Frameworks/Python.framework/Versions/3.12/Python";
const macModule: AuditedFile = {
  path: "a.so",
  object: readObject(
    makeMachO({
      commands: [dylib(0xc, PYTHON_FRAMEWORK)],
      symbols: [{ name: "_PyLong_FromLong", type: 1, description: 0x100 }],
    }),
  ),
};

const cases: { name: string; tags: string; files: AuditedFile[]; findings: string[] }[] = [
  { name: "a library without Python", tags: "py3-none-any", files: [module("malloc", "Pyramid")], findings: [] },
  {
    name: "an extension module under the ABI none",
    tags: "py3-none-any",
    files: [module("PyArg_ParseTuple", "_Py_NoneStruct", "malloc")],
    findings: [
      'error AUDIT_PYTHON_ABI_NEEDED: ABI tag is "none", but the file needs PyArg_ParseTuple, _Py_NoneStruct of the interpreter',
    ],
  },
  {
    name: "symbols that may be missing",
    tags: "py3-none-any",
    files: [elf("a.so", { symbols: [{ name: "PyGILState_Ensure", weak: true }] })],
    findings: [],
  },
  {
    name: "symbols that another file of the wheel defines",
    tags: "py3-none-any",
    files: [module("PyOwn_Function"), elf("b.so", { symbols: [{ name: "PyOwn_Function", defined: true }] })],
    findings: [],
  },
  {
    name: "a library that links libpython",
    tags: "py3-none-any",
    files: [elf("a.so", { needed: ["libpython3.12.so.1.0"] })],
    findings: ['error AUDIT_PYTHON_ABI_NEEDED: ABI tag is "none", but the file links libpython3.12.so.1.0'],
  },
  {
    name: "an extension module for one Python",
    tags: "cp312-cp312-any",
    files: [module("PyArg_ParseTuple", "_PyObject_GetDictPtr")],
    findings: [],
  },
  {
    name: "an extension module that links libpython",
    tags: "cp312-cp312-any",
    files: [elf("a.so", { needed: ["libpython3.12.so.1.0"] })],
    findings: ["warning AUDIT_LIBPYTHON_LINKED: File links libpython3.12.so.1.0, which many Pythons do not have"],
  },
  {
    name: "the framework of Python on macOS",
    tags: "py3-none-any",
    files: [macModule],
    findings: [
      'error AUDIT_PYTHON_ABI_NEEDED: ABI tag is "none", but the file needs PyLong_FromLong of the interpreter',
    ],
  },
  {
    name: "the stable ABI, kept",
    tags: "cp38-abi3-any",
    files: [module("PyArg_ParseTuple", "PyModuleDef_Init", "_Py_Dealloc")],
    findings: [],
  },
  {
    name: "the stable ABI of a later Python",
    tags: "cp38-abi3-any",
    files: [module("PyModule_AddType", "PyBuffer_Release")],
    findings: [
      "error AUDIT_NOT_STABLE_ABI: File needs PyModule_AddType, PyBuffer_Release, which the stable ABI of Python 3.8 does not have",
    ],
  },
  {
    name: "symbols outside the stable ABI",
    tags: "cp310-abi3-any",
    files: [module("PyUnicode_AsUTF8", "PyFloat_AsDouble")],
    findings: ["error AUDIT_NOT_STABLE_ABI: File needs PyUnicode_AsUTF8, which is no part of the stable ABI"],
  },
  {
    name: "the stable ABI on Windows",
    tags: "cp38-abi3-any",
    files: [pe("a.pyd", { imports: [{ dll: "python3.dll", symbols: ["PyLong_FromLong"] }] })],
    findings: [],
  },
  {
    name: "the DLL of one Python under the stable ABI",
    tags: "cp38-abi3-any",
    files: [pe("a.pyd", { imports: [{ dll: "python312.dll", symbols: ["PyLong_FromLong"] }] })],
    findings: ["error AUDIT_LIBPYTHON_LINKED: File links python312.dll, and the wheel is for cp38 with ABI abi3"],
  },
  {
    name: "the DLL of the wheel's Python",
    tags: "cp312-cp312-any",
    files: [pe("a.pyd", { imports: [{ dll: "python312.dll", symbols: ["PyLong_FromLong"] }] })],
    findings: [],
  },
  {
    name: "the DLL of another Python",
    tags: "cp311-cp311-any",
    files: [pe("a.pyd", { imports: [{ dll: "Python312.DLL", symbols: ["PyLong_FromLong"] }] })],
    findings: ["error AUDIT_LIBPYTHON_LINKED: File links Python312.DLL, and the wheel is for cp311 with ABI cp311"],
  },
];

describe("checkPythonAbi()", () => {
  for (const { name, tags, files, findings } of cases) {
    test(`tells of ${name} in a wheel ${tags}`, () => {
      const audit = auditWheel(files, { tags: parseTagSet(tags) });
      const ofPython = audit.findings.filter(({ code }) => /PYTHON|STABLE/.test(code));
      assert.deepEqual(
        ofPython.map((found) => `${found.severity} ${found.code}: ${found.message}`),
        findings,
      );
    });
  }

  test("does not look at Python where the tags are not known", () => {
    assert.deepEqual(auditWheel([module("PyArg_ParseTuple")]).findings, []);
  });
});

describe("stableSince()", () => {
  const symbols: [string, number | undefined][] = [
    ["PyArg_ParseTuple", 2],
    ["PyType_GetSlot", 4],
    ["PyModuleDef_Init", 5],
    ["PyBuffer_Release", 11],
    ["PyUnicode_AsUTF8AndSize", 10],
    ["Py_IsFinalizing", 13],
    ["PyLong_AsNativeBytes", 14],
    ["PyUnicode_AsUTF8", undefined],
  ];
  for (const [symbol, minor] of symbols) {
    test(`tells that ${symbol} is ${minor === undefined ? "not stable" : `stable since 3.${minor}`}`, () => {
      assert.equal(stableSince(symbol), minor);
    });
  }
});
