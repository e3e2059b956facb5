/** Wheels that PyPI took and pip installs everywhere: the check must have nothing against them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, test } from "node:test";
import { checkDistribution } from "../../src/core/check/check-distribution.ts";
import { findRule } from "../../src/core/check/rules.ts";
import { portableEngine } from "../../src/core/engine/portable-engine.ts";
import { bytesAccess } from "../../src/core/memory/bytes-access.ts";
import { findPythons, requireJudge } from "./judge.ts";

/** The wheels of pip and setuptools that come with a Python. Debian takes them out. */
function bundledWheels(python: string): string[] {
  const code = "import ensurepip, os; print(os.path.join(os.path.dirname(ensurepip.__file__), '_bundled'))";
  const result = spawnSync(python, ["-c", code], { encoding: "utf8" });
  if (result.status !== 0) return [];
  const folder = result.stdout.trim();
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".whl"));
    return names.map((name) => join(folder, name));
  } catch {
    return [];
  }
}

describe("checkDistribution() on wheels that come with Python", () => {
  const wheels = new Map<string, string>();
  for (const { path } of findPythons()) for (const wheel of bundledWheels(path)) wheels.set(basename(wheel), wheel);

  test("has wheels to judge", (t) => {
    requireJudge(t, wheels.size > 0, "a Python with ensurepip");
  });

  for (const [filename, path] of wheels) {
    test(`finds no error in ${filename}`, async () => {
      const file = bytesAccess(readFileSync(path));
      const findings = await checkDistribution(file, { filename, engine: portableEngine() });
      assert.deepEqual(
        findings.filter(({ severity }) => severity === "error"),
        [],
      );
      for (const { code } of findings) assert.ok(findRule(code), `${code} is in no table`);
    });
  }
});
