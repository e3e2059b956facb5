import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatGeneratedFiles,
  GENERATED_LIST,
  parseGeneratedFiles,
} from "../../../src/core/editable/generated-files.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { selectFiles } from "../../../src/core/project/source-files.ts";
import { filesOf, projectStub } from "../project/project-stub.ts";

describe("the list of generated files", () => {
  test("is sorted, and read as it was written", () => {
    const text = formatGeneratedFiles(["src/hello/b.so", "src/größe.py", "src/hello/a.py", "src/hello/a.py"]);
    assert.equal(text, "src/größe.py\nsrc/hello/a.py\nsrc/hello/b.so\n");
    const paths = parseGeneratedFiles(new TextEncoder().encode(text));
    assert.deepEqual([...paths], ["src/größe.py", "src/hello/a.py", "src/hello/b.so"]);
  });

  test("may be missing or no text", () => {
    assert.equal(parseGeneratedFiles(undefined).size, 0);
    assert.equal(parseGeneratedFiles(new Uint8Array([0xff, 0x0a, 0x0a])).size, 1);
  });

  test("keeps its files out of wheel and sdist, and says why", async () => {
    const tree = memoryTree({
      ...filesOf("src/hello/__init__.py src/hello/_native.py"),
      [GENERATED_LIST]: "src/hello/_native.py\nsrc/hello/gone.so\n",
    });
    const { wheel, sdist, decisions } = await selectFiles(projectStub(), tree);
    assert.deepEqual(
      wheel.map(({ path }) => path),
      ["hello/__init__.py"],
    );
    assert.deepEqual(
      sdist.map(({ path }) => path),
      ["pyproject.toml", "src/hello/__init__.py"],
    );
    assert.deepEqual(
      decisions.find(({ path }) => path === "src/hello/_native.py"),
      { path: "src/hello/_native.py", sdist: false, reason: "never shipped: written by an editable install" },
    );
  });
});
