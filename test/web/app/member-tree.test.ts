import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  firstOpen,
  growTree,
  matchingRows,
  type TreeRow,
  visibleRows,
} from "../../../src/web/app/inspect/member-tree.ts";

const MEMBERS = [
  { path: "hello/__init__.py", size: 10, mode: 0o644 },
  { path: "hello/data/Table.bin", size: 500, mode: 0o644 },
  { path: "hello/data/notes.txt", size: 7, mode: 0o644 },
  { path: "hello-1.0.dist-info/RECORD", size: 90, mode: 0o644 },
  { path: "top.py", size: 1, mode: 0o644 },
];

/** `1 hello 517`, with what is open marked by a minus. */
function draw(rows: readonly TreeRow[]): string[] {
  return rows.map(({ node, level, isOpen, position, siblings }) => {
    const mark = isOpen === undefined ? " " : isOpen ? "-" : "+";
    return `${"  ".repeat(level - 1)}${mark} ${node.name} ${node.size} (${position} of ${siblings})`;
  });
}

describe("growTree() and visibleRows()", () => {
  test("put folders first, and give them the size of all below", () => {
    const nodes = growTree(MEMBERS);
    assert.deepEqual(draw(visibleRows(nodes, new Set())), [
      "+ hello 517 (1 of 3)",
      "+ hello-1.0.dist-info 90 (2 of 3)",
      "  top.py 1 (3 of 3)",
    ]);
    assert.deepEqual(draw(visibleRows(nodes, new Set(["hello", "hello/data"]))), [
      "- hello 517 (1 of 3)",
      "  - data 507 (1 of 2)",
      "      Table.bin 500 (1 of 2)",
      "      notes.txt 7 (2 of 2)",
      "    __init__.py 10 (2 of 2)",
      "+ hello-1.0.dist-info 90 (2 of 3)",
      "  top.py 1 (3 of 3)",
    ]);
  });

  test("hold paths that are odd", () => {
    const odd = ["a//b", "/c", "__proto__/x", "constructor"].map((path) => ({ path, size: 1, mode: 0 }));
    const nodes = growTree(odd);
    assert.equal(
      nodes.reduce((sum, { files }) => sum + files, 0),
      4,
    );
  });
});

describe("firstOpen()", () => {
  test("opens everything while it is little", () => {
    assert.deepEqual([...firstOpen(growTree(MEMBERS))].sort(), ["hello", "hello-1.0.dist-info", "hello/data"]);
  });

  test("opens the way down to where it forks when it is much", () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      path: `a/b${index % 20}/${index}.py`,
      size: 1,
      mode: 0,
    }));
    const small = { path: "a-1.0.dist-info/RECORD", size: 1, mode: 0 };
    assert.deepEqual([...firstOpen(growTree([...many, small]))], ["a-1.0.dist-info"]);
  });
});

describe("matchingRows()", () => {
  for (const { text, paths } of [
    { text: "TABLE", paths: ["hello/data/Table.bin"] },
    { text: "data txt", paths: ["hello/data/notes.txt"] },
    { text: "nothing like it", paths: [] },
  ]) {
    test(`finds ${paths.length} for "${text}"`, () => {
      assert.deepEqual(
        matchingRows(MEMBERS, text).map(({ node }) => node.path),
        paths,
      );
    });
  }
});
