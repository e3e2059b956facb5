import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { BACKEND_MODULE } from "../../../src/core/template/backend-module.ts";
import { PACKWHEEL_VERSION } from "../../../src/core/version.ts";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("the build backend", () => {
  test("is the Python file, as text", () => {
    const hint = "run node --import tsx .ci/refresh/backend-module.ts";
    assert.equal(BACKEND_MODULE, read("src/python/packwheel_backend.py"), hint);
  });

  test("is the one of the sample project", () => {
    assert.equal(read("fixtures/projects/with-backend/packwheel_backend.py"), BACKEND_MODULE);
  });

  test("has the version of packwheel", () => {
    assert.ok(BACKEND_MODULE.includes(`\n__version__ = "${PACKWHEEL_VERSION}"\n`));
  });

  test("is ASCII, for Python reads sources in many ways", () => assert.match(BACKEND_MODULE, /^[\n\x20-\x7e]+$/));
});
