import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { BACKEND_MODULE } from "../../src/core/template/backend-module.ts";
import { runCli } from "./run-cli.ts";

const HELLO = fileURLToPath(new URL("../../fixtures/projects/hello", import.meta.url));

const BUILD_SYSTEM = `[build-system]
requires = []
build-backend = "packwheel_backend"
backend-path = ["."]
`;

let cwd = "";
before(() => {
  cwd = mkdtempSync(join(tmpdir(), "packwheel-frontend-"));
  cpSync(HELLO, join(cwd, "hello"), { recursive: true, filter: (path) => path !== join(HELLO, "dist") });
});
after(() => rmSync(cwd, { recursive: true, force: true }));

describe("packwheel build", () => {
  test("writes an editable wheel, and only that", async () => {
    const run = await runCli(["build", "--editable", "--quiet", "--out-dir", "editable", "hello"], { cwd });
    assert.deepEqual(run, { exitCode: 0, stdout: "editable/hello-1.0.0-py3-none-any.whl\n", stderr: "" });
    assert.deepEqual(readdirSync(join(cwd, "editable")), ["hello-1.0.0-py3-none-any.whl"]);
  });

  test("writes the metadata alone, again when it is there", async () => {
    for (const [version, settings] of [
      ["1.0.0", []],
      ["2.0", ["--set-version", "2.0"]],
      ["2.0", ["--set-version", "2.0"]],
    ] as const) {
      const run = await runCli(["build", "--metadata-only", "--json", "-o", "metadata", ...settings, "hello"], { cwd });
      assert.equal(run.exitCode, 0, run.stdout);
      const path = `metadata/hello-${version}.dist-info`;
      assert.deepEqual(JSON.parse(run.stdout).files, [{ path, kind: "metadata", name: "hello", version }]);
      assert.match(readFileSync(join(cwd, path, "METADATA"), "utf8"), new RegExp(`^Version: ${version}$`, "m"));
    }
    assert.deepEqual(readdirSync(join(cwd, "metadata")).sort(), ["hello-1.0.0.dist-info", "hello-2.0.dist-info"]);
    assert.deepEqual(readdirSync(join(cwd, "metadata", "hello-2.0.dist-info")).sort(), [
      "METADATA",
      "WHEEL",
      "entry_points.txt",
      "licenses",
    ]);
  });

  for (const words of [
    ["--editable", "--sdist"],
    ["--editable", "--metadata-only"],
    ["--metadata-only", "--wheel"],
  ]) {
    test(`refuses ${words.join(" with ")}`, async () => {
      assert.deepEqual(await runCli(["build", ...words, "hello"], { cwd }), {
        exitCode: 2,
        stdout: "",
        stderr:
          "error: Options --editable and --metadata-only ask for one thing alone\n\nhint: Give no other kind with them\n",
      });
    });
  }
});

describe("packwheel backend", () => {
  const backend = (...words: string[]) => runCli(["backend", ...words, "hello"], { cwd });
  const file = (): string => join(cwd, "hello", "packwheel_backend.py");

  test("writes the file and prints what pyproject.toml needs", async () => {
    assert.deepEqual(await backend(), {
      exitCode: 0,
      stdout: BUILD_SYSTEM,
      stderr: "Wrote hello/packwheel_backend.py; pyproject.toml needs these lines:\n",
    });
    assert.equal(readFileSync(file(), "utf8"), BACKEND_MODULE);
  });

  test("prints nothing where pyproject.toml has the lines", async () => {
    const pyproject = join(cwd, "hello", "pyproject.toml");
    writeFileSync(
      pyproject,
      readFileSync(pyproject, "utf8").replace(/\[build-system\][^[]*\[[^[]*/, `${BUILD_SYSTEM}\n`),
    );
    assert.deepEqual(await backend(), {
      exitCode: 0,
      stdout: "",
      stderr: "hello/packwheel_backend.py is up to date; pyproject.toml names it already\n",
    });
  });

  test("writes over another file only when it is forced to", async () => {
    writeFileSync(file(), "# mine\n");
    const refused = await backend();
    assert.equal(refused.exitCode, 1);
    assert.equal(
      refused.stderr,
      `error: Cannot write "${file()}": a file with other content is there [BACKEND_FILE_EXISTS]\n\nhint: Replace it with --force, or rename it\n`,
    );
    assert.equal(readFileSync(file(), "utf8"), "# mine\n");
    assert.equal((await backend("--force")).exitCode, 0);
    assert.equal(readFileSync(file(), "utf8"), BACKEND_MODULE);
  });
});
