import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import type { PackwheelError } from "../../src/core/errors.ts";
import type { ListOptions } from "../../src/core/ports/file-tree.ts";
import { DiskFileContent } from "../../src/node/disk-file-content.ts";
import { diskTree } from "../../src/node/disk-tree.ts";
import { processorTime } from "../processor-time.ts";

const windows = process.platform === "win32";
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-tree-")));
after(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;

/** A new folder with files (`path: content`) and links (`path: { link: target }`). */
function makeFolder(files: Record<string, string | { readonly link: string }>): string {
  const root = join(scratch, `tree-${folders++}`);
  mkdirSync(root);
  for (const [path, file] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof file === "string") writeFileSync(join(root, path), file);
    else symlinkSync(file.link, join(root, path));
  }
  return root;
}

async function listPaths(root: string, options?: ListOptions): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of diskTree(root).list(options)) paths.push(entry.path);
  return paths.sort();
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

describe("diskTree().list()", () => {
  test("gives every file with its size and mode, folders never", async () => {
    const root = makeFolder({ "a.py": "12345", "b/c/run.sh": "#!/bin/sh\n", "b/empty.txt": "" });
    mkdirSync(join(root, "empty"));
    chmodSync(join(root, "a.py"), 0o640);
    chmodSync(join(root, "b/c/run.sh"), 0o755);
    const entries = [];
    for await (const entry of diskTree(root).list()) entries.push(entry);
    entries.sort((left, right) => (left.path < right.path ? -1 : 1));
    assert.deepEqual(entries, [
      { path: "a.py", size: 5, mode: windows ? 0o644 : 0o640 },
      { path: "b/c/run.sh", size: 10, mode: windows ? 0o644 : 0o755 },
      { path: "b/empty.txt", size: 0, mode: entries[2]?.mode },
    ]);
  });

  test("asks before entering a folder, and does not look below one that is left out", async () => {
    const root = makeFolder({ "a.py": "", ".venv/bin/python": { link: "/nowhere/python" }, "src/deep/x.py": "" });
    const asked: string[] = [];
    const paths = await listPaths(root, {
      skipDirectory: (path) => {
        asked.push(path);
        return path === ".venv";
      },
    });
    assert.deepEqual(paths, ["a.py", "src/deep/x.py"]);
    assert.deepEqual(asked.sort(), [".venv", "src", "src/deep"]);
  });

  test("follows links to files and folders inside the tree", async () => {
    const root = makeFolder({
      "real/a.txt": "one",
      "copy.txt": { link: "real/a.txt" },
      folder: { link: "real" },
      "chain.txt": { link: "copy.txt" },
    });
    assert.deepEqual(await listPaths(root), ["chain.txt", "copy.txt", "folder/a.txt", "real/a.txt"]);
    const tree = diskTree(root);
    assert.equal(String(await readAll(tree.open("folder/a.txt"))), "one");
  });

  test("works when the root itself is a link", async () => {
    const root = makeFolder({ "real/a.txt": "one", "real/b.txt": { link: "a.txt" }, link: { link: "real" } });
    assert.deepEqual(await listPaths(join(root, "link")), ["a.txt", "b.txt"]);
  });

  test("two hard links are two files", async () => {
    const root = makeFolder({ "a.txt": "one" });
    linkSync(join(root, "a.txt"), join(root, "b.txt"));
    assert.deepEqual(await listPaths(root), ["a.txt", "b.txt"]);
  });

  const outside = makeFolder({ "secret.txt": "secret", "inner/x.txt": "" });
  const refused = [
    {
      name: "a link to a file outside",
      files: { "src/x.txt": { link: join(outside, "secret.txt") } },
      code: "TREE_LINK_ESCAPES",
      message: `Cannot follow the link "src/x.txt": "${join(outside, "secret.txt")}" is outside the folder`,
    },
    {
      name: "a link to a folder outside",
      files: { "src/inner": { link: join(outside, "inner") } },
      code: "TREE_LINK_ESCAPES",
      message: `Cannot follow the link "src/inner": "${join(outside, "inner")}" is outside the folder`,
    },
    {
      name: "a relative link that climbs out",
      files: { "x.txt": { link: `../${outside.slice(outside.lastIndexOf("tree-"))}/secret.txt` } },
      code: "TREE_LINK_ESCAPES",
      message: `Cannot follow the link "x.txt": "${join(outside, "secret.txt")}" is outside the folder`,
    },
    {
      name: "a link to the folder around it",
      files: { "a/b/up": { link: ".." } },
      code: "TREE_LINK_LOOP",
      message: 'Cannot follow the link "a/b/up": it leads back to "a/", around it',
    },
    {
      name: "a link to the root",
      files: { "a/root": { link: ".." } },
      code: "TREE_LINK_LOOP",
      message: 'Cannot follow the link "a/root": it leads back to ".", around it',
    },
    {
      name: "a link to itself",
      files: { self: { link: "self" } },
      code: "TREE_LINK_LOOP",
      message: 'Cannot follow the link "self": it leads back to itself',
    },
    {
      name: "a link to nothing",
      files: { "src/gone.py": { link: "nothing.py" } },
      code: "TREE_LINK_DANGLING",
      message: 'Cannot follow the link "src/gone.py": what it names does not exist',
    },
  ] as const;
  for (const { name, files, code, message } of refused) {
    test(`refuses ${name}`, async () => {
      const root = makeFolder(files);
      await assert.rejects(listPaths(root), { code, message });
    });
  }

  test("refuses two folders that link to each other", async () => {
    const root = makeFolder({ "a/to-b": { link: "../b" }, "b/to-a": { link: "../a" } });
    await assert.rejects(listPaths(root), { code: "TREE_LINK_LOOP" });
  });

  test("a folder whose name begins with the root's name is outside", async () => {
    const root = makeFolder({});
    mkdirSync(`${root}-other`);
    writeFileSync(`${root}-other/x.txt`, "");
    symlinkSync(`${root}-other/x.txt`, join(root, "x.txt"));
    await assert.rejects(listPaths(root), { code: "TREE_LINK_ESCAPES" });
  });

  test("leaves out a link that skipDirectory refuses, wherever it leads", async () => {
    const root = makeFolder({ "a.py": "", ".venv": { link: outside }, result: { link: "/nowhere/at/all" } });
    assert.deepEqual(await listPaths(root, { skipDirectory: (path) => path !== "src" }), ["a.py"]);
  });

  test("hands what cannot be packed to onUnreadable, and goes on", async () => {
    const root = makeFolder({ "a.py": "", gone: { link: "nothing" }, "x.txt": { link: join(outside, "secret.txt") } });
    const unreadable: [string, string][] = [];
    const onUnreadable = (path: string, error: PackwheelError) => void unreadable.push([path, error.code]);
    assert.deepEqual(await listPaths(root, { onUnreadable }), ["a.py"]);
    assert.deepEqual(unreadable.sort(), [
      ["gone", "TREE_LINK_DANGLING"],
      ["x.txt", "TREE_LINK_ESCAPES"],
    ]);
  });

  test("refuses a socket", { skip: windows && "no sockets in folders there" }, async () => {
    const root = makeFolder({ "a.py": "" });
    const server = createServer().listen(join(root, "daemon.sock"));
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      await assert.rejects(listPaths(root), {
        code: "TREE_SPECIAL_FILE",
        message: 'Cannot pack "daemon.sock": it is a socket',
      });
    } finally {
      server.close();
    }
  });

  test("refuses a named pipe without opening it", { skip: windows && "no named pipes in folders there" }, async () => {
    const root = makeFolder({});
    execFileSync("mkfifo", [join(root, "pipe")]);
    await assert.rejects(listPaths(root), { code: "TREE_SPECIAL_FILE", message: /it is a named pipe$/ });
    await assert.rejects(diskTree(root).read("pipe"), { code: "TREE_SPECIAL_FILE" });
  });

  test("refuses a name that is not UTF-8", {
    skip: process.platform !== "linux" && "names are text there",
  }, async () => {
    const root = makeFolder({});
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9])]), "");
    await assert.rejects(listPaths(root), {
      code: "TREE_NAME_NOT_UTF8",
      message: 'Cannot pack "caf\ufffd": its name is not valid UTF-8',
    });
  });

  test("takes a name that truly has U+FFFD in it, and names beyond the basic plane", async () => {
    const root = makeFolder({ "odd\ufffd.txt": "", "smile-\u{1f600}.txt": "" });
    assert.deepEqual(await listPaths(root), ["odd\ufffd.txt", "smile-\u{1f600}.txt"]);
  });

  test("says when the folder itself is missing", async () => {
    const root = join(scratch, "no-such-folder");
    await assert.rejects(listPaths(root), {
      code: "TREE_FILE_MISSING",
      message: `Cannot open "${root}": there is no such file`,
    });
  });

  test("stops when the signal is aborted", async () => {
    const root = makeFolder({ "a.py": "" });
    await assert.rejects(listPaths(root, { signal: AbortSignal.abort() }), { code: "ABORTED" });
  });

  test("lists 5,000 files without looking at each for long", async () => {
    const root = makeFolder({});
    for (let folder = 0; folder < 50; folder++) {
      mkdirSync(join(root, `f${folder}`));
      for (let file = 0; file < 100; file++) writeFileSync(join(root, `f${folder}/m${file}.py`), "");
    }
    const begin = processorTime();
    assert.equal((await listPaths(root)).length, 5000);
    assert.ok(processorTime() - begin < 3000);
  });
});

describe("diskTree().open() and read()", () => {
  const root = makeFolder({
    "a.txt": "one",
    "b/large.bin": "x".repeat(3_000_001),
    "out.txt": { link: "/etc/hostname" },
  });
  const tree = diskTree(root);

  test("give the bytes of a file", async () => {
    assert.equal(String(await readAll(tree.open("a.txt"))), "one");
    assert.equal(String(await tree.read("a.txt")), "one");
    assert.deepEqual(await readAll(tree.open("b/large.bin")), readFileSync(join(root, "b/large.bin")));
    assert.equal((await tree.read("b/large.bin"))?.length, 3_000_001);
  });

  test("open() tells the engine the place on disk", () => {
    const content = tree.open("b/large.bin");
    assert.ok(content instanceof DiskFileContent);
    assert.equal(content.diskPath, join(root, "b/large.bin"));
  });

  test("read() gives undefined for what is not there or is a folder", async () => {
    assert.equal(await tree.read("none.txt"), undefined);
    assert.equal(await tree.read("a.txt/none.txt"), undefined);
    assert.equal(await tree.read("b"), undefined);
  });

  test("open() fails for what is not there or is a folder", async () => {
    await assert.rejects(readAll(tree.open("none.txt")), {
      code: "TREE_FILE_MISSING",
      message: 'Cannot open "none.txt": there is no such file',
    });
    await assert.rejects(readAll(tree.open("b")), {
      code: "TREE_UNREADABLE",
      message: 'Cannot read "b": it is a folder',
    });
  });

  test("refuse a link that leaves the tree, though no listing was made", async () => {
    assert.throws(() => tree.open("out.txt"), { code: "TREE_LINK_ESCAPES" });
    await assert.rejects(tree.read("out.txt"), { code: "TREE_LINK_ESCAPES" });
  });

  const unsafe = ["", "/etc/passwd", "../x", "a/../../x", "./a.txt", "a//b", "a/", "a\0b", ".."];
  for (const path of unsafe) {
    test(`refuse the path ${JSON.stringify(path)}`, async () => {
      assert.throws(() => tree.open(path), { code: "TREE_UNSAFE_PATH" });
      await assert.rejects(tree.read(path), { code: "TREE_UNSAFE_PATH" });
    });
  }

  test("a reader that stops early leaves no file open", {
    skip: process.platform !== "linux" && "needs /proc",
  }, async () => {
    const before = readdirSync("/proc/self/fd").length;
    for (let turn = 0; turn < 20; turn++) {
      for await (const part of tree.open("b/large.bin")) {
        assert.ok(part.length > 0);
        break;
      }
    }
    assert.ok(readdirSync("/proc/self/fd").length <= before + 1);
  });
});
