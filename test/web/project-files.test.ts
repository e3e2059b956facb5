import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../src/core/memory/memory-tree.ts";
import { fileListTree } from "../../src/web/file-tree.ts";
import { readProjectFiles } from "../../src/web/toolchain/project-files.ts";

describe("readProjectFiles()", () => {
  test("gives every file but those that are never part of a project", async () => {
    const tree = memoryTree({
      "pyproject.toml": "[project]",
      "native/a.c": "int a;",
      "native/table.bin": new Uint8Array([1, 2, 3]),
      ".git/objects/00/ff": "an object",
      "hello/__pycache__/a.pyc": "compiled",
    });
    const files = await readProjectFiles(tree);
    assert.deepEqual([...files.keys()], ["pyproject.toml", "native/a.c", "native/table.bin"]);
    assert.equal(await files.get("native/a.c")?.text(), "int a;");
    assert.equal(files.get("native/table.bin")?.size, 3);
  });

  test("takes the files of a browser as they are", async () => {
    const file = Object.assign(new File(["int a;"], "a.c"), { webkitRelativePath: "project/native/a.c" });
    const files = await readProjectFiles(fileListTree([file]));
    assert.equal(files.get("native/a.c"), file);
  });

  test("is told of a file that has changed since it was given", async () => {
    const file = Object.assign(new File(["int a;"], "a.c"), {
      webkitRelativePath: "project/a.c",
      arrayBuffer: () => Promise.reject(new DOMException("The file could not be read", "NotReadableError")),
    });
    await assert.rejects(fileListTree([file]).read("a.c"), {
      code: "TREE_UNREADABLE",
      message: 'Cannot read "a.c": The file could not be read',
      path: "a.c",
    });
  });

  test("copies bytes that lie within others", async () => {
    const all = new TextEncoder().encode("before, inside, after");
    const files = await readProjectFiles(memoryTree({ "a.txt": all.subarray(8, 14) }));
    assert.equal(await files.get("a.txt")?.text(), "inside");
  });
});
