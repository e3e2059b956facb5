import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { DEFAULT_LICENSE_PATTERNS } from "../../../src/core/project/fields/license-files.ts";
import { NATIVE_KEYS } from "../../../src/core/project/native-keys.ts";
import { TOOL_KEYS, VERSION_SOURCES } from "../../../src/core/project/tool-keys.ts";
import { readToml } from "./sample-project.ts";

const PAGE = readFileSync(new URL("../../../docs/pyproject.md", import.meta.url), "utf8");

/** Two underscores around a word would make it bold. */
function cell(text: string): string {
  return text.replaceAll("__", "\\_\\_");
}

describe("docs/pyproject.md", () => {
  test("lists the keys of [tool.packwheel] as they are", () => {
    const rows = TOOL_KEYS.map((key) => `| \`${key.name}\` | ${key.type} | ${key.default} | ${cell(key.meaning)} |\n`);
    assert.ok(PAGE.includes(`| key | type | default | meaning |\n|---|---|---|---|\n${rows.join("")}\n`));
  });

  test("lists the keys of [[tool.packwheel.native]] as they are", () => {
    const rows = NATIVE_KEYS.map((key) => `| \`${key.name}\` | ${key.type} | ${key.default} | ${key.meaning} |\n`);
    assert.ok(PAGE.includes(`| key | type | default | meaning |\n|---|---|---|---|\n${rows.join("")}\n`));
  });

  test("lists the sources of versions as they are", () => {
    const rows = VERSION_SOURCES.map(({ example, meaning }) => `| \`${example}\` | ${cell(meaning)} |\n`);
    assert.ok(PAGE.includes(`| line | meaning |\n|---|---|\n${rows.join("")}\n`));
  });

  test("names the license files that are found by themselves", () => {
    for (const pattern of DEFAULT_LICENSE_PATTERNS) assert.ok(PAGE.includes(`\`${pattern}\``), pattern);
  });

  test("shows a project that can be read", async () => {
    const toml = /```toml\n([^`]*)```/.exec(PAGE)?.[1] ?? "";
    const project = await readToml(toml, {
      "src/hello/__init__.py": '"""Says hello."""\n__version__ = "1.0"\n',
      "README.md": "a",
      "CHANGELOG.md": "b",
      "requirements.txt": "c",
      "requirements-test.txt": "d",
    });
    assert.equal(project.version, "1.0");
    assert.equal(project.metadata.summary, "Says hello.");
    assert.equal(project.metadata.description, "a\n\nb\n");
    assert.deepEqual(project.metadata.requiresDist, ["c", 'd; extra == "test"']);
  });
});
