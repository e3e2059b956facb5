import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatVersionFile } from "../../../src/core/project/version-file.ts";

describe("formatVersionFile()", () => {
  test("writes the names that setuptools-scm and hatch-vcs write", () => {
    assert.equal(
      formatVersionFile("2.7.0"),
      `# Written when the archives were built.
__version__ = version = "2.7.0"
__version_tuple__ = version_tuple = (2, 7, 0)
`,
    );
  });

  const tuples = [
    { version: "2026", tuple: "(2026,)" },
    { version: "1!2.0rc1.post2.dev3+ubuntu.4", tuple: '(1, 2, 0, "rc1", "post2", "dev3", "ubuntu.4")' },
    { version: "v1.2-alpha", tuple: '(1, 2, "a0")' },
  ];
  for (const { version, tuple } of tuples) {
    test(`splits ${version}`, () => assert.equal(formatVersionFile(version).split(" = ").at(-1), `${tuple}\n`));
  }

  test("refuses what is no version", () => {
    assert.throws(() => formatVersionFile('1"\nimport os'), { code: "VERSION_INVALID" });
  });
});
