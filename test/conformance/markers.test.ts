import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { evaluateMarker } from "../../src/core/editable/evaluate-marker.ts";
import { parseMarker } from "../../src/core/names/marker.ts";
import { askPython } from "../../src/node/develop/python-interpreter.ts";
import { findPythonWith, requireJudge } from "./judge.ts";

const VALUES: Readonly<Record<string, readonly string[]>> = {
  python_version: ["2.7", "3.8", "3.11", "3.12", "3.*", "4"],
  python_full_version: ["3.8.0", "3.11.7", "3.11", "3.13.0"],
  os_name: ["posix", "nt", "java"],
  sys_platform: ["linux", "win32", "darwin"],
  platform_system: ["Linux", "Windows", ""],
  platform_machine: ["x86_64", "aarch64"],
  platform_python_implementation: ["CPython", "PyPy"],
  implementation_name: ["cpython", "pypy"],
  implementation_version: ["3.8.0", "3.11.2", "3.13"],
};

/** Equality for all, order only where versions are meant: there the judge has opinions that change. */
function markers(): string[] {
  const simple = Object.entries(VALUES).flatMap(([name, values]) => {
    const isVersion = name.endsWith("version");
    return values.flatMap((value) => {
      const isPrefix = value.endsWith("*");
      const operators = [
        "==",
        "!=",
        ...(isVersion && !isPrefix ? ["<", "<=", ">", ">="] : []),
        ...(isPrefix ? [] : ["in", "not in"]),
      ];
      const written = operators.map((operator) => `${name} ${operator} "${value}"`);
      return isPrefix || value === "" ? written : [...written, `"${value}" == ${name}`, `"${value}" in ${name}`];
    });
  });
  const joined = simple.flatMap((one, index) => {
    const other = simple[(index * 7 + 3) % simple.length];
    return [`${one} and ${other}`, `${one} or ${other} and extra == "x"`, `(${one} or ${other}) and extra != "x"`];
  });
  return [...simple, ...joined];
}

describe("evaluateMarker()", () => {
  const python = findPythonWith("import packaging.markers");
  test("agrees with packaging in the Python that is asked", async (t) => {
    if (!requireJudge(t, python !== undefined, "Python with packaging")) return;
    const { marker: environment } = await askPython(python?.path ?? "");
    const texts = markers();
    assert.ok(texts.length > 300);
    const code = `
import json, sys
from packaging.markers import Marker, default_environment
texts, environment = json.load(sys.stdin)
environment["extra"] = ""
print(json.dumps([[Marker(text).evaluate(environment) for text in texts], default_environment()]))`;
    const judged = spawnSync(python?.path ?? "", ["-c", code], {
      encoding: "utf8",
      input: JSON.stringify([texts, environment]),
    });
    assert.equal(judged.status, 0, judged.stderr);
    const [answers, known] = JSON.parse(judged.stdout);
    assert.deepEqual(environment, known, "the interpreter's variables differ");
    const ours = texts.map((text) => evaluateMarker(parseMarker(text), { ...environment, extra: "" }));
    const wrong = texts.filter((_, index) => ours[index] !== answers[index]);
    assert.deepEqual(wrong, []);
  });
});
