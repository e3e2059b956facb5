import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findRule } from "../../../src/core/check/rules.ts";
import { goodSdist, SDIST_CASES, SDIST_FILENAME } from "./cases/sdist.ts";
import { writeRawTarGz } from "./raw-tar.ts";
import { checkBytes } from "./wheel-draft.ts";

describe("checkSdist()", () => {
  test("finds nothing in a good sdist", async () => {
    assert.deepEqual(await checkBytes(writeRawTarGz(goodSdist()), SDIST_FILENAME), []);
  });

  test("lets setuptools have its egg-info", async () => {
    const members = [...goodSdist(), { path: "hello-1.0/hello.egg-info/PKG-INFO" }];
    assert.deepEqual(await checkBytes(writeRawTarGz(members), SDIST_FILENAME), []);
  });

  for (const { name, code, message, filename = SDIST_FILENAME, bytes, also = [], options } of SDIST_CASES) {
    test(`tells ${code} of ${name}`, async () => {
      const findings = await checkBytes(bytes(), filename, options);
      const codes = new Set(findings.map((finding) => finding.code));
      assert.deepEqual([...codes].sort(), [code, ...also].sort());
      const finding = findings.find((candidate) => candidate.code === code);
      if (typeof message === "string") assert.equal(finding?.message, message);
      else assert.match(finding?.message ?? "", message);
      for (const each of findings) assert.ok(findRule(each.code), `${each.code} is in no table`);
    });
  }
});
