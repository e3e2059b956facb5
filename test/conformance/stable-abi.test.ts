/** The stable ABI as CPython's own test of it has it, for each Python of this machine that comes with its tests. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { stableSince } from "../../src/core/audit/python/python-symbols.ts";
import { findPythons } from "./judge.ts";

const CODE = `
import json, sys
from test import test_stable_abi_ctypes as stable
print(json.dumps([sys.version_info[1], list(stable.SYMBOL_NAMES), sorted(stable.feature_macros)]))
`;

interface Answer {
  readonly version: string;
  readonly minor: number;
  readonly symbols: readonly string[];
}

function ask(path: string, version: string): Answer | undefined {
  const { status, stdout } = spawnSync(path, ["-c", CODE], { encoding: "utf8" });
  if (status !== 0) return undefined;
  const [minor, symbols] = JSON.parse(stdout) as [number, string[], string[]]; // as the code writes it
  return { version, minor, symbols };
}

describe("the data of the stable ABI", () => {
  const answers = findPythons().flatMap(({ path, version }) => ask(path, version) ?? []);

  test("is compared with a Python that brings its list", (t) => {
    // Debian's Python leaves its tests out, so CI may have none.
    if (answers.length === 0) t.skip("no Python on this machine has test.test_stable_abi_ctypes");
    t.diagnostic(`Pythons with a list: ${answers.map(({ version }) => version).join(", ")}`);
  });

  for (const { version, minor, symbols } of answers) {
    test(`has all ${symbols.length} symbols of Python ${version}, none of them later`, () => {
      const wrong = symbols.filter((name) => (stableSince(name) ?? Number.POSITIVE_INFINITY) > minor);
      assert.deepEqual(wrong, []);
    });
  }
});
