import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import type { Reporter } from "../../src/core/ports/reporter.ts";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { verifyReproducible } from "../../src/node/verify-reproducible.ts";

const scratch = mkdtempSync(join(tmpdir(), "packwheel-reproducible-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

let project = "";
let projects = 0;
beforeEach(() => {
  project = join(scratch, `project-${projects++}`);
  mkdirSync(join(project, "hello"), { recursive: true });
  writeFileSync(join(project, "pyproject.toml"), '[project]\nname = "hello"\nversion = "1.0"\n');
  writeFileSync(join(project, "hello", "__init__.py"), "");
});

/** Runs `change` whenever packing of a file begins, with the count of the build. */
function onPacking(filename: string, change: (build: number) => void): Reporter {
  let build = 0;
  return {
    report(event): void {
      if (event.kind === "phase" && event.text === `Packing ${filename}`) change(++build);
    },
  };
}

describe("verifyReproducible()", () => {
  test("gives what one build gives", async () => {
    const verified = await verifyReproducible(project);
    assert.deepEqual(verified, await buildDirectory(project));
    assert.deepEqual(readdirSync(join(project, "dist")), ["hello-1.0-py3-none-any.whl", "hello-1.0.tar.gz"]);
  });

  test("names the first file that is another one the second time", async () => {
    const reporter = onPacking("hello-1.0-py3-none-any.whl", (build) => {
      writeFileSync(join(project, "hello", "build.log"), "x".repeat(10 + build));
    });
    writeFileSync(join(project, "hello", "build.log"), "x");
    await assert.rejects(verifyReproducible(project, { kinds: ["wheel"], reporter }), {
      code: "BUILD_NOT_REPRODUCIBLE",
      message: '"hello-1.0-py3-none-any.whl" is not reproducible: "hello/build.log" has 11 bytes, then 12',
      hint: "Look for a file that changes while it is packed, such as a log or a generated version",
    });
  });

  test("tells a version that changed by the name of the second build", async () => {
    const variables = ["1.0", "1.1"];
    writeFileSync(
      join(project, "pyproject.toml"),
      '[project]\nname = "hello"\ndynamic = ["version"]\n[tool.packwheel.dynamic]\nversion = { env = "VERSION" }\n',
    );
    const environment = {
      variable: (name: string) => (name === "VERSION" ? variables.shift() : undefined),
      describeGit: () => Promise.resolve(undefined),
    };
    await assert.rejects(verifyReproducible(project, { kinds: ["sdist"], environment }), {
      code: "BUILD_NOT_REPRODUCIBLE",
      message: '"hello-1.0.tar.gz" is not reproducible: the second build is named "hello-1.1.tar.gz"',
    });
  });

  test("leaves nothing of the second build", async () => {
    const temporary = join(project, "temporary");
    mkdirSync(temporary);
    const old = { TMPDIR: process.env["TMPDIR"], TEMP: process.env["TEMP"], TMP: process.env["TMP"] };
    Object.assign(process.env, { TMPDIR: temporary, TEMP: temporary, TMP: temporary });
    try {
      const outDir = join(project, "hello", "out");
      const first = await verifyReproducible(project, { kinds: ["wheel"], outDir });
      assert.deepEqual(await verifyReproducible(project, { kinds: ["wheel"], outDir }), first);
    } finally {
      for (const [name, value] of Object.entries(old)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
    assert.deepEqual(readdirSync(temporary), []);
    assert.ok(!existsSync(join(project, "dist")));
  });
});
