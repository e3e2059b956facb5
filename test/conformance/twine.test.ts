/** Debian's twine and packwheel upload the same files to the same server: what they send, field by field. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { INFO, sampleWheel } from "../core/wheel/sample-wheel.ts";
import { runUpload } from "../upload/run-upload.ts";
import { type SeenUpload, Warehouse } from "../upload/warehouse.ts";
import { findProgram, requireJudge } from "./judge.ts";

const TOKEN = "pypi-AgEIcHlwaS5vcmcTwineAndPackwheel0123";

type Form = Readonly<Record<string, readonly string[]>>;

/** Every difference that there may be, and why; docs/upload.md lists them. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  md5_digest: "MD5 protects nothing, and twine left it out in version 6.2",
  provides_extras: "twine 4 writes a name that PyPI passes over",
  pyversion: "twine leaves it empty for sdists, and PyPI fills in the same",
  provides_extra: "the name that PyPI reads",
};

/** Every field of metadata 2.2, the newest that the twine of Debian 12 reads. */
const METADATA = `Metadata-Version: 2.2
Name: hello
Version: 1.0
Dynamic: requires-dist
Platform: linux
Platform: any
Supported-Platform: RedHat 8.3
Summary: Says größe 😀
Keywords: one,two words
Home-page: https://example.com/hello
Download-URL: https://example.com/hello.zip
Author: A. Author
Author-email: "A. Author" <author@example.com>
Maintainer: M. Maintainer
Maintainer-email: maintainer@example.com
License: MIT
Classifier: Programming Language :: Python :: 3
Classifier: Topic :: Software Development
Project-URL: Bug Tracker, https://example.com/bugs
Project-URL: Changes, https://example.com/changes
Requires-Python: >=3.8
Requires-Dist: cffi>=1.15; python_version >= '3.9'
Requires-Dist: pytest; extra == 'test'
Requires-External: C
Provides-Extra: test
Provides-Dist: hi
Obsoletes-Dist: old
Description-Content-Type: text/markdown; charset=UTF-8

# Hello

A *small* project, with "quotes", \ttabs and größe 😀.

--packwheel
`;

/** Hardly any field: twine sends the others empty, which is the same to PyPI as not to send them. */
const BARE_METADATA = "Metadata-Version: 2.1\nName: hello\nVersion: 1.0\nRequires-Python: >=3.8\n";

let folder = "";
let warehouse: Warehouse;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-twine-"));
  writeFileSync(join(folder, "hello-1.0-py2.py3-none-any.whl"), wheelOf(METADATA));
  writeFileSync(join(folder, "hello-1.0-py3-none-any.whl"), wheelOf(BARE_METADATA));
  mkdirSync(join(folder, "hello-1.0"));
  writeFileSync(join(folder, "hello-1.0", "PKG-INFO"), METADATA);
  spawnSync("tar", ["-czf", "hello-1.0.tar.gz", "hello-1.0"], { cwd: folder });
  warehouse = await Warehouse.start();
  warehouse.tokens.set(TOKEN, { name: "alice", isTrusted: false });
});
after(async () => {
  await warehouse.stop();
  rmSync(folder, { recursive: true, force: true });
});

function wheelOf(metadata: string): Uint8Array {
  return sampleWheel({ files: { "hello/__init__.py": "x = 1\n", [`${INFO}/METADATA`]: metadata } });
}

function formOf(seen: SeenUpload): Form {
  const form: Record<string, string[]> = {};
  for (const { name, content } of seen.parts) {
    const value = name === "content" ? `${content.length} bytes` : content.toString("utf8");
    if (value !== "") form[name] = [...(form[name] ?? []), value];
  }
  return form;
}

function uploadByTwine(path: string): Promise<{ status: number | null; said: string }> {
  const words = ["upload", "--repository-url", warehouse.uploadUrl, "--disable-progress-bar", path];
  const env = { PATH: process.env["PATH"], HOME: folder, TWINE_USERNAME: "__token__", TWINE_PASSWORD: TOKEN };
  return new Promise((done) => {
    const child = spawn("twine", words, { cwd: folder, env });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    child.on("close", (status) => done({ status, said }));
  });
}

describe("the requests of twine and packwheel", () => {
  for (const path of ["hello-1.0-py2.py3-none-any.whl", "hello-1.0-py3-none-any.whl", "hello-1.0.tar.gz"]) {
    test(`for ${path} differ only where they are meant to`, async (t) => {
      if (!requireJudge(t, findProgram("twine") !== undefined, "twine")) return;
      warehouse.files.clear();
      warehouse.seen.length = 0;
      const twine = await uploadByTwine(path);
      assert.equal(warehouse.seen.length, 1, twine.said);
      warehouse.files.clear();
      const ours = await runUpload({
        paths: [path],
        cwd: folder,
        settings: { repositoryUrl: warehouse.uploadUrl, password: TOKEN, noCheck: true, journal: "none" },
      });
      assert.equal(ours.result?.isComplete, true, ours.output);
      const [theirForm, ourForm] = warehouse.seen.map(formOf);
      assert.ok(theirForm && ourForm);
      const names = [...new Set([...Object.keys(theirForm), ...Object.keys(ourForm)])].sort();
      const different = names.filter((name) => {
        return JSON.stringify(theirForm[name]?.toSorted()) !== JSON.stringify(ourForm[name]?.toSorted());
      });
      for (const name of different) {
        t.diagnostic(`${name}: ${JSON.stringify(theirForm[name])} -> ${JSON.stringify(ourForm[name])}`);
      }
      assert.deepEqual(
        different.filter((name) => !Object.hasOwn(DIFFERENCES, name)),
        [],
      );
      const [theirs, mine] = warehouse.seen.map(({ headers }) => headers);
      assert.equal(mine?.authorization, theirs?.authorization);
      for (const headers of [theirs, mine]) assert.match(headers?.["content-length"] ?? "", /^\d+$/);
      const contents = warehouse.seen.map(({ parts }) => parts.find(({ name }) => name === "content"));
      assert.equal(contents[0]?.filename, contents[1]?.filename);
      assert.deepEqual(contents[0]?.content, contents[1]?.content);
      assert.equal(contents[0]?.contentType, contents[1]?.contentType);
    });
  }
});
