/**
 * What `uv build` does, step by step, for uv itself is in no registry that CI reaches: each hook in a Python of its own
 * inside a new environment, with nothing on its standard input, the sdist first and the wheel from the unpacked sdist,
 * in a folder that has no `node_modules` above it. packwheel is on PATH, as `npm install --global` puts it there.
 * Specs: https://peps.python.org/pep-0517/, https://peps.python.org/pep-0660/
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildDirectory } from "../../src/node/build-directory.ts";
import { makeEnvironment, PACKWHEEL, type TestEnvironment } from "./environment.ts";
import { findProgram, findPythonWith, requireJudge } from "./judge.ts";

const PROJECT = fileURLToPath(new URL("../../fixtures/projects/with-backend", import.meta.url));

/** The result goes into a file, as everything on stdout is the backend's own. */
const HOOK = `
import json, sys
path, hook, arguments, outfile = sys.argv[1:]
sys.path = [path] + sys.path
import packwheel_backend as backend
result = getattr(backend, hook)(*json.loads(arguments))
with open(outfile, "w") as file:
    json.dump(result, file)
`;

let root = "";
before(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "packwheel-uv-")));
});
after(() => rmSync(root, { recursive: true, force: true }));

async function callHook(
  { python, scripts, folder, attempt }: TestEnvironment,
  source: string,
  hook: string,
  ...words: readonly unknown[]
): Promise<unknown> {
  const outfile = join(root, `${hook}.json`);
  const command = [python, "-c", HOOK, source, hook, JSON.stringify(words), outfile];
  const path = [scripts, join(root, "global"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
  const environment = { PATH: path, VIRTUAL_ENV: folder, PACKWHEEL: undefined, NODE_PATH: undefined };
  const { code, stdout, stderr } = await attempt("sh", ["-c", 'exec "$@" <&-', "sh", ...command], environment, source);
  assert.equal(code, 0, `${hook}: ${stderr}`);
  assert.equal(stdout, "", "stdout belongs to the frontend");
  return JSON.parse(readFileSync(outfile, "utf8"));
}

test("the steps of uv build give the archives that packwheel builds", {
  skip: process.platform === "win32",
}, async (t) => {
  const python = findPythonWith("import venv, sys; assert sys.version_info >= (3, 8)");
  if (!requireJudge(t, python !== undefined && findProgram("tar") !== undefined, "Python 3.8 or newer, and tar"))
    return;
  if (python === undefined) return;
  mkdirSync(join(root, "global"));
  symlinkSync(PACKWHEEL, join(root, "global", "packwheel"));
  const project = join(root, "project");
  cpSync(PROJECT, project, { recursive: true });
  for (const folder of ["out", "wheels", "metadata", "unpacked", "editable"]) mkdirSync(join(root, folder));
  const environment = await makeEnvironment(python, join(root, "environment"), false);
  const { files } = await buildDirectory(project, { outDir: join(root, "expected") });
  const [sdist, wheel] = files;
  assert.ok(sdist && wheel);

  assert.deepEqual(await callHook(environment, project, "get_requires_for_build_sdist"), []);
  assert.equal(await callHook(environment, project, "build_sdist", join(root, "out")), sdist.filename);
  assert.deepEqual(readFileSync(join(root, "out", sdist.filename)), readFileSync(sdist.path));

  execFileSync("tar", ["-xzf", join(root, "out", sdist.filename), "-C", join(root, "unpacked")]);
  const source = join(root, "unpacked", sdist.filename.slice(0, -".tar.gz".length));
  assert.deepEqual(await callHook(environment, source, "get_requires_for_build_wheel", null), []);
  const metadata = await callHook(environment, source, "prepare_metadata_for_build_wheel", join(root, "metadata"));
  assert.equal(metadata, "with_backend-1.0.0.dist-info");
  const given = join(root, "metadata", String(metadata));
  assert.equal(await callHook(environment, source, "build_wheel", join(root, "wheels"), {}, given), wheel.filename);
  assert.deepEqual(readFileSync(join(root, "wheels", wheel.filename)), readFileSync(wheel.path));

  assert.deepEqual(await callHook(environment, project, "get_requires_for_build_editable"), []);
  const editable = await callHook(environment, project, "build_editable", join(root, "editable"), { "build-tag": "7" });
  assert.equal(editable, "with_backend-1.0.0-7-py3-none-any.whl");
});
