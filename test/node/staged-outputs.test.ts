import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { OutputFolder } from "../../src/core/ports/output.ts";
import { writeTogether } from "../../src/node/staged-outputs.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "packwheel-staged-"));
  mkdirSync(join(root, "a"));
  writeFileSync(join(root, "a", "old"), "old");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function writeText(folder: OutputFolder, name: string, text: string): Promise<void> {
  const output = await folder.create(name);
  await output.write(new TextEncoder().encode(text));
  await output.commit();
}

/** Path -> text of every file below the root; folders have a slash. */
function tree(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const shown = path.slice(root.length + 1).replaceAll("\\", "/");
      return entry.isDirectory() ? `${shown}/` : `${shown}: ${readFileSync(path, "utf8")}`;
    })
    .sort();
}

describe("writeTogether()", () => {
  test("shows files of several folders only when the last is whole", async () => {
    const result = await writeTogether(async (folderFor) => {
      await writeText(folderFor(join(root, "a")), "old", "new");
      await writeText(folderFor(join(root, "a", ".")), "second", "2");
      await writeText(folderFor(join(root, "b", "c")), "third", "3");
      assert.equal(readFileSync(join(root, "a", "old"), "utf8"), "old");
      assert.deepEqual(
        readdirSync(join(root, "a")).filter((name) => !name.startsWith(".")),
        ["old"],
      );
      return "done";
    });
    assert.equal(result, "done");
    assert.deepEqual(tree(), ["a/", "a/old: new", "a/second: 2", "b/", "b/c/", "b/c/third: 3"]);
  });

  test("leaves everything as it was when the work fails", async () => {
    const failure = new Error("no");
    const job = writeTogether(async (folderFor) => {
      await writeText(folderFor(join(root, "a")), "old", "new");
      throw failure;
    });
    await assert.rejects(job, failure);
    assert.deepEqual(tree(), ["a/", "a/old: old"]);
  });

  test("leaves everything as it was when it is told to stop before the end", async () => {
    const controller = new AbortController();
    const job = writeTogether(
      async (folderFor) => {
        await writeText(folderFor(join(root, "a")), "old", "new");
        controller.abort();
      },
      { signal: controller.signal },
    );
    await assert.rejects(job);
    assert.deepEqual(tree(), ["a/", "a/old: old"]);
  });

  test("moves nothing when one of the names is that of a folder", async () => {
    mkdirSync(join(root, "a", "taken"));
    const job = writeTogether(async (folderFor) => {
      await writeText(folderFor(join(root, "a")), "old", "new");
      await writeText(folderFor(join(root, "a")), "taken", "new");
    });
    await assert.rejects(job, {
      code: "OUTPUT_FAILED",
      message: `Cannot write "${join(root, "a", "taken")}": a folder has that name`,
    });
    assert.deepEqual(tree(), ["a/", "a/old: old", "a/taken/"]);
  });

  test("names the folder that the caller gave when the disk refuses", async () => {
    const job = writeTogether((folderFor) => writeText(folderFor(join(root, "a", "old")), "x", "y"));
    await assert.rejects(job, {
      code: "OUTPUT_FAILED",
      message: `Cannot write "${join(root, "a", "old", "x")}": a part of the path is a file, not a folder`,
    });
  });

  test("removes what a killed process left, once it is an hour old", async () => {
    // No process has this number: it is above what Linux, macOS and Windows give out.
    const left = join(root, "a", ".files.packwheel-2000000000-0123456789ab.tmp");
    const fresh = join(root, "a", ".files.packwheel-2000000000-ba9876543210.tmp");
    for (const folder of [left, fresh]) {
      mkdirSync(folder);
      writeFileSync(join(folder, "half.whl"), "");
    }
    const old = Date.now() / 1000 - 2 * 3600;
    utimesSync(left, old, old);
    await writeTogether((folderFor) => writeText(folderFor(join(root, "a")), "new", "1"));
    assert.deepEqual(readdirSync(join(root, "a")).sort(), [fresh.slice(join(root, "a").length + 1), "new", "old"]);
  });
});
