/** What packwheel packs must pass its own check. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { packSdist, packWheel } from "../../../src/core/build/pack-project.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { diskTree } from "../../../src/node/disk-tree.ts";
import { checkBytes } from "./wheel-draft.ts";

const PROJECT = {
  "pyproject.toml": `[project]
name = "Hello.World"
version = "1.0.0rc1"
description = "Says hello"
readme = "README.rst"
requires-python = ">=3.9"
license = "MIT"
license-files = ["LICENSE", "licenses/*"]
authors = [{ name = "Ada Lovelace, Countess", email = "ada@example.org" }]
keywords = ["hello"]
classifiers = ["Programming Language :: Python :: 3"]
dependencies = ["requests[socks]>=2; python_version < '3.12'"]
import-names = ["hello_world"]
[project.urls]
Source = "https://example.org/hello"
[project.scripts]
hello = "hello_world.cli:main"
[project.optional-dependencies]
Color = ["colorama"]
`,
  "README.rst": "Hello\n=====\n\nSays `hello <https://example.org>`_.\n",
  LICENSE: "Do what you like.\n",
  "licenses/NOTICE": "Nothing to see.\n",
  "src/hello_world/__init__.py": "",
  "src/hello_world/cli.py": "def main():\n    pass\n",
  'src/hello_world/caf\u00e9, "quoted".txt': "x\n",
};

const FIXTURES = fileURLToPath(new URL("../../../fixtures/projects", import.meta.url));

describe("checkDistribution() on what packwheel packs", () => {
  for (const [kind, pack] of [
    ["wheel", packWheel],
    ["sdist", packSdist],
  ] as const) {
    test(`finds nothing but the odd name in the ${kind} of a project with everything`, async () => {
      const { bytes, filename } = await pack(memoryTree(PROJECT));
      const codes = (await checkBytes(bytes, filename)).map(({ code }) => code);
      assert.deepEqual(codes, ["CONTENT_WINDOWS_NAME"]);
    });

    for (const name of readdirSync(FIXTURES)) {
      const pyproject = join(FIXTURES, name, "pyproject.toml");
      // Building native code takes processes, which the core does not have.
      if (!existsSync(pyproject) || readFileSync(pyproject, "utf8").includes("[[tool.packwheel.native]]")) continue;
      test(`finds no error in the ${kind} of ${name}`, async () => {
        const platformTag = name === "with-native-blob" ? ["manylinux_2_28_x86_64"] : undefined;
        const { bytes, filename } = await pack(diskTree(join(FIXTURES, name)), { platformTag });
        const findings = await checkBytes(bytes, filename);
        assert.deepEqual(
          findings.filter(({ severity }) => severity === "error"),
          [],
        );
      });
    }
  }
});
