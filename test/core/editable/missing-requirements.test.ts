import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { evaluateMarker } from "../../../src/core/editable/evaluate-marker.ts";
import { missingRequirements } from "../../../src/core/editable/missing-requirements.ts";
import { parseMarker } from "../../../src/core/names/marker.ts";

const ENVIRONMENT = {
  python_version: "3.11",
  python_full_version: "3.11.7",
  os_name: "posix",
  sys_platform: "linux",
  platform_system: "Linux",
  platform_machine: "x86_64",
  platform_release: "6.1.0-13-amd64",
  platform_python_implementation: "CPython",
  implementation_name: "cpython",
};

describe("evaluateMarker()", () => {
  for (const [marker, holds] of [
    ['python_version >= "3.9"', true],
    ['python_version < "3.9"', false],
    ['"3.9" < python_version', true],
    ['python_full_version ~= "3.11.2"', true],
    ['python_version == "3.*"', true],
    ['python_version != "3.11"', false],
    ['sys_platform == "linux"', true],
    ['sys_platform != "win32" and platform_machine == "x86_64"', true],
    ['sys_platform == "win32" or os_name == "posix"', true],
    ['(os_name == "nt" or sys_platform == "darwin") and python_version > "3"', false],
    ['"nux" in sys_platform', true],
    ['platform_machine not in "arm64 aarch64"', true],
    ['platform_release >= "6"', true],
    ['extra == "gui"', false],
    ['extra != "gui"', true],
    ['platform_version == ""', true],
  ] as const) {
    test(`${holds ? "holds" : "does not hold"} for ${marker}`, () => {
      assert.equal(evaluateMarker(parseMarker(marker), { ...ENVIRONMENT, extra: "" }), holds);
    });
  }
});

describe("missingRequirements()", () => {
  const installed = new Map([
    ["Friendly_Bard", "1.5"],
    ["numpy", "2.0"],
    ["odd", "not a version"],
  ]);
  test("names what is not there or too old, without markers and extras of the project", () => {
    const requires = [
      "friendly-bard>=1.0",
      "NumPy<2",
      'cffi>=1.0; platform_python_implementation != "PyPy"',
      'tomli; python_version < "3.11"',
      'pytest; extra == "test"',
      "odd>=3",
      "there @ https://example.org/there.whl",
    ];
    assert.deepEqual(missingRequirements(requires, installed, ENVIRONMENT), [
      "NumPy<2",
      "cffi>=1.0",
      "there @ https://example.org/there.whl",
    ]);
  });
});
