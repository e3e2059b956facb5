import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { COMMANDS, GLOBAL_OPTIONS, PROGRAMS } from "../../src/cli/commands.ts";
import { cliReference } from "../../src/cli/reference.ts";

describe("docs/cli.md", () => {
  test("is what the table of commands gives", () => {
    const page = readFileSync(new URL("../../docs/cli.md", import.meta.url), "utf8");
    assert.equal(
      page,
      cliReference([...COMMANDS, ...PROGRAMS], GLOBAL_OPTIONS),
      "run node --import tsx .ci/refresh/cli-reference.ts",
    );
  });
});
