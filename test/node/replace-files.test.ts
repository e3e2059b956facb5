import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { replaceFiles } from "../../src/node/develop/replace-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-replace-"));
  mkdirSync(join(folder, "old", "deep"), { recursive: true });
  writeFileSync(join(folder, "old", "deep", "a"), "old a");
  writeFileSync(join(folder, "b"), "old b");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (path: string, text = "new", executable = false) => {
  return { path: join(folder, path), content: new TextEncoder().encode(text), executable };
};
const tree = (): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

describe("replaceFiles()", () => {
  test("puts new files in the place of old ones, and takes folders away that become empty", () => {
    replaceFiles([file("b"), file("new/c", "c", true)], [join(folder, "b"), join(folder, "old/deep/a")], [folder]);
    assert.deepEqual(tree(), ["b", "new", "new/c"]);
    assert.equal(read("b"), "new");
    assert.equal((statSync(join(folder, "new/c")).mode & 0o100) !== 0, true);
  });

  test("keeps folders that are to stay", () => {
    replaceFiles([], [join(folder, "old/deep/a"), join(folder, "b")], [join(folder, "old", "deep")]);
    assert.deepEqual(tree(), ["old", "old/deep"]);
  });

  test("takes a link away, not what it names", () => {
    symlinkSync(join(folder, "b"), join(folder, "link"));
    replaceFiles([], [join(folder, "link")], [folder]);
    assert.equal(read("b"), "old b");
    assert.equal(existsSync(join(folder, "link")), false);
  });

  test("refuses to write over what is not to be removed, before anything changes", () => {
    const before = tree();
    assert.throws(() => replaceFiles([file("x"), file("b")], [join(folder, "old/deep/a")], [folder]), {
      code: "DEVELOP_FILE_CLASH",
      message: `Cannot install "${join(folder, "b")}": a file that does not belong to the project is there`,
    });
    assert.deepEqual(tree(), before);
  });

  test("puts everything back when an old file cannot be moved", () => {
    const before = tree();
    const gone = join(folder, "gone");
    assert.throws(() => replaceFiles([file("b"), file("new/c")], [join(folder, "b"), gone], [folder]), {
      code: "OUTPUT_FAILED",
    });
    assert.deepEqual(tree(), before);
    assert.equal(read("b"), "old b");
  });

  test("puts everything back when a new file cannot be written", () => {
    const before = tree();
    assert.throws(() => replaceFiles([file("new/deep/c"), file("b/d")], [join(folder, "old/deep/a")], [folder]), {
      code: "OUTPUT_FAILED",
      message: /a part of the path is a file, not a folder$/,
    });
    assert.deepEqual(tree(), before);
  });

  test("leaves an old file alone where the folder does not let it go", (t) => {
    if (process.getuid?.() === 0 || process.platform === "win32") return t.skip("permissions do not hold here");
    chmodSync(join(folder, "old", "deep"), 0o555);
    assert.throws(() => replaceFiles([file("c")], [join(folder, "old/deep/a")], [folder]), { code: "OUTPUT_FAILED" });
    chmodSync(join(folder, "old", "deep"), 0o755);
    assert.deepEqual(tree(), ["b", "old", "old/deep", "old/deep/a"]);
  });
});
