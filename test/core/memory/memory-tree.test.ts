import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { collectBytes } from "../../../src/core/bytes/concat.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const tree = memoryTree({
  "hello/__init__.py": "x = 'é'\n",
  "README.md": new Uint8Array([1, 2, 3]),
  "bin/run": { content: "#!/bin/sh\n", mode: 0o755 },
  "hello/data/empty": "",
});

describe("memoryTree()", () => {
  test("lists every file with its size in bytes and its mode, in the order given", async () => {
    assert.deepEqual(await collect(tree.list()), [
      { path: "hello/__init__.py", size: 9, mode: 0o644 },
      { path: "README.md", size: 3, mode: 0o644 },
      { path: "bin/run", size: 10, mode: 0o755 },
      { path: "hello/data/empty", size: 0, mode: 0o644 },
    ]);
  });

  test("opens and reads files, empty ones too", async () => {
    assert.deepEqual(await collectBytes(tree.open("README.md")), new Uint8Array([1, 2, 3]));
    assert.deepEqual(await collectBytes(tree.open("hello/data/empty")), new Uint8Array(0));
    assert.equal(new TextDecoder().decode(await tree.read("hello/__init__.py")), "x = 'é'\n");
  });

  test("asks once about each directory, outer ones first, and leaves out what is below a skipped one", async () => {
    const asked: string[] = [];
    const nested = memoryTree({ "a/b/c.py": "", "a/b/d/e.py": "", "a/f.py": "", "g.py": "" });
    const skipDirectory = (path: string): boolean => {
      asked.push(path);
      return path === "a/b";
    };
    const listed = await collect(nested.list({ skipDirectory }));
    assert.deepEqual(asked, ["a", "a/b"]);
    assert.deepEqual(
      listed.map(({ path }) => path),
      ["a/f.py", "g.py"],
    );
  });

  test("says that a file is missing", async () => {
    assert.equal(await tree.read("nope"), undefined);
    await assert.rejects(collectBytes(tree.open("nope")), {
      code: "TREE_FILE_MISSING",
      message: 'Cannot open "nope": there is no such file',
    });
  });

  test("does not take inherited names of objects for files", async () => {
    assert.equal(await tree.read("constructor"), undefined);
  });

  test("refuses a path that leaves the tree", () => {
    assert.throws(() => memoryTree({ "../x": "" }), {
      code: "TREE_UNSAFE_PATH",
      message: 'Cannot hold a file as "../x": it has a ".." part',
    });
  });

  test("stops listing when the job is cancelled", async () => {
    await assert.rejects(collect(tree.list({ signal: AbortSignal.abort("enough") })), {
      code: "ABORTED",
      cause: "enough",
    });
  });
});
