import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CHUNKS = join(ROOT, "dist/cli/chunks");

const folder = mkdtempSync(join(tmpdir(), "packwheel-bundle-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function packwheel(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, "bin/packwheel.js"), ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1" },
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe("the joined modules of the command line", () => {
  write(
    "project/pyproject.toml",
    [
      '[project]\nname = "hello"\nversion = "1.0"',
      '[tool.packwheel]\nexclude = ["*.dat"]\nsbom-files = ["sboms/*.json"]\n',
    ].join("\n"),
  );
  write("project/hello/__init__.py", "");
  write("project/hello/left.dat", "");
  write("project/sboms/hello.json", "{}");

  test("find the packages that are loaded at their first call", () => {
    const build = packwheel("build", "--wheel", "-o", "out", "project");
    assert.equal(build.status, 0, build.stderr);
    assert.equal(build.stdout, "out/hello-1.0-py3-none-any.whl\n");
    const list = packwheel("build", "--list", "project");
    assert.match(list.stdout, /^wheel sdist {2}sboms\/hello\.json -> hello-1\.0\.dist-info\/sboms\/hello\.json/m);
    assert.match(list.stdout, /^-----.* hello\/left\.dat /m);
    const missing = packwheel("build", "nowhere");
    assert.equal(missing.status, 1);
    assert.ok(missing.stderr.includes("\u001b[31merror:"), missing.stderr);
  });

  test("give the same wheel with both engines when read again", () => {
    for (const engine of ["native", "portable"]) {
      const build = packwheel("build", "--wheel", "--engine", engine, "-o", `out-${engine}`, "project");
      assert.equal(build.status, 0, build.stderr);
      const unpack = packwheel("unpack", "-d", `unpacked-${engine}`, `out-${engine}/hello-1.0-py3-none-any.whl`);
      assert.equal(unpack.status, 0, unpack.stderr);
    }
    const record = "hello-1.0/hello-1.0.dist-info/RECORD";
    const [native, portable] = ["native", "portable"].map((engine) =>
      readFileSync(join(folder, `unpacked-${engine}`, record), "utf8"),
    );
    assert.equal(native, portable);
  });

  test("have the program of the threads beside the code that starts them", () => {
    const starters = readdirSync(CHUNKS).filter((name) => {
      return /new URL\([^;]*"\.\/worker\.js"/.test(readFileSync(join(CHUNKS, name), "utf8"));
    });
    assert.equal(starters.length, 1, `${starters.length} files start threads`);
    assert.ok(existsSync(join(CHUNKS, "worker.js")));
  });

  test("start those threads for a job that is worth them", () => {
    for (let index = 0; index < 12; index++) write(`tree/hello/part${index}.txt`, `${index} `.repeat(400_000));
    write("tree/hello-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: hello\nVersion: 1.0\n");
    write(
      "tree/hello-1.0.dist-info/WHEEL",
      "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    );
    const pack = packwheel("pack", "-d", "packed", "tree");
    assert.equal(pack.status, 0, pack.stderr);
    const check = packwheel("check", "--ignore", "METADATA,CONTENT,INDEX", "packed/hello-1.0-py3-none-any.whl");
    assert.equal(check.status, 0, check.stdout + check.stderr);
  });
});
