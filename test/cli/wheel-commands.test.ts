import assert from "node:assert/strict";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { elfProgram } from "../core/program/program-bytes.ts";
import { contentsOf, FILES, hashField, INFO, sampleWheel, WHEEL_TEXT } from "../core/wheel/sample-wheel.ts";
import { type CliRun, runCli } from "./run-cli.ts";

const NAME = "hello-1.0-py2.py3-none-any.whl";
const PY3 = "hello-1.0-py3-none-any.whl";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-cli-wheels-"));
  write(NAME, sampleWheel());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const read = (path: string): Buffer => readFileSync(join(folder, path));
const list = (path = "."): string[] => readdirSync(join(folder, path)).sort();

function run(...argv: string[]): Promise<CliRun> {
  return runCli(argv, { cwd: folder });
}

async function done(...argv: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(...argv);
  assert.equal(exitCode, 0, stderr);
  return stdout;
}

async function fails(code: string, argv: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(...argv);
  assert.equal(exitCode, 1, stderr);
  assert.equal(stdout, "");
  assert.ok(stderr.includes(`[${code}]`), stderr);
  return stderr;
}

describe("packwheel tags", () => {
  test("prints the new name alone, and keeps the original", async () => {
    const original = read(NAME);
    const result = await run("tags", "--python-tag", "py3", NAME);
    assert.deepEqual(result, { exitCode: 0, stdout: `${PY3}\n`, stderr: "" });
    assert.deepEqual(list(), [NAME, PY3]);
    assert.deepEqual(read(NAME), original);
  });

  test("writes beside the original, wherever that is, and prints no folder", async () => {
    write(`a/b/${NAME}`, sampleWheel());
    assert.equal(await done("tags", "--python-tag", "py3", join("a", "b", NAME)), `${PY3}\n`);
    assert.deepEqual(list("a/b"), [NAME, PY3]);
  });

  test("--remove removes the original once the new wheel is there", async () => {
    assert.equal(
      await done("tags", "--remove", "--platform-tag", "+win32", NAME),
      "hello-1.0-py2.py3-none-any.win32.whl\n",
    );
    assert.deepEqual(list(), ["hello-1.0-py2.py3-none-any.win32.whl"]);
  });

  test("prints the name of a wheel that has the tags already, and neither writes nor removes it", async () => {
    const before = statSync(join(folder, NAME)).mtimeMs;
    assert.equal(await done("tags", "--remove", "--python-tag", "+py3", "--abi-tag", "none", NAME), `${NAME}\n`);
    assert.deepEqual(list(), [NAME]);
    assert.equal(statSync(join(folder, NAME)).mtimeMs, before);
  });

  test("takes away tags and build tag", async () => {
    assert.equal(await done("tags", "--python-tag=-py2", "--build", "1", NAME), "hello-1.0-1-py3-none-any.whl\n");
    assert.equal(await done("tags", "--build", "", "hello-1.0-1-py3-none-any.whl"), `${PY3}\n`);
  });

  test("takes several wheels, in the order given, and each only once", async () => {
    write("world-2.0-py3-none-any.whl", renamedWheel("world-2.0"));
    const words = ["tags", "--remove", "--platform-tag", "win32", "world-2.0-py3-none-any.whl", NAME, NAME];
    assert.equal(
      await done(...words),
      "world-2.0-py3-none-win32.whl\nhello-1.0-py2.py3-none-win32.whl\nhello-1.0-py2.py3-none-win32.whl\n",
    );
    assert.deepEqual(list(), ["hello-1.0-py2.py3-none-win32.whl", "world-2.0-py3-none-win32.whl"]);
  });

  test("replaces a file that has the new name, whole", async () => {
    write(PY3, "something else");
    await done("tags", "--python-tag", "py3", NAME);
    assert.equal((await contentsOf(read(PY3))).texts["hello/__init__.py"], "x = 1\n");
  });

  test("keeps that file, the originals and nothing else when one of several wheels is broken", async () => {
    write(PY3, "something else");
    write("world-2.0-py3-none-any.whl", "no wheel");
    const stderr = await fails("ZIP_NOT_A_ZIP", [
      "tags",
      "--remove",
      "--python-tag=py3",
      "--build=",
      NAME,
      "world-2.0-py3-none-any.whl",
    ]);
    assert.match(stderr, /^error: /);
    assert.deepEqual(list(), [NAME, PY3, "world-2.0-py3-none-any.whl"]);
    assert.equal(read(PY3).toString(), "something else");
    assert.deepEqual(new Uint8Array(read(NAME)), sampleWheel());
  });

  test("refuses a new name that is that of another wheel which is given, or comes twice", async () => {
    write(PY3, sampleWheel({ wheel: WHEEL_TEXT.replace("Tag: py2-none-any\n", "") }));
    const stderr = await fails("WHEEL_RETAG_CLASH", ["tags", "--python-tag", "py3", NAME, PY3]);
    assert.ok(
      stderr.includes(
        `Cannot retag "${join(folder, NAME)}": its new name "${join(folder, PY3)}" is that of "${join(folder, PY3)}"`,
      ),
      stderr,
    );
    await fails("WHEEL_RETAG_CLASH", ["tags", "--python-tag", "cp311", PY3, NAME]);
    assert.deepEqual(list(), [NAME, PY3]);
  });

  test("writes a file of its own where the new name is a link to the original", {
    skip: process.platform === "win32" && "links need rights there",
  }, async () => {
    linkSync(join(folder, NAME), join(folder, PY3));
    await done("tags", "--remove", "--python-tag", "py3", NAME);
    assert.deepEqual(list(), [PY3]);
    assert.equal((await contentsOf(read(PY3))).texts["hello/__init__.py"], "x = 1\n");
  });

  test("checks a wheel even when its name would stay", async () => {
    const stderr = await fails("FILE_MISSING", ["tags", "gone-1.0-py3-none-any.whl"]);
    assert.ok(stderr.includes("there is no such file"), stderr);
    write("hello-1.0-py3-none-win32.whl", sampleWheel());
    await fails("WHEEL_TAGS_MISMATCH", ["tags", "hello-1.0-py3-none-win32.whl"]);
  });

  test("gives the files in JSON", async () => {
    const answer = JSON.parse(await done("tags", "--json", "--python-tag", "py3", NAME)) as {
      files: { path: string; sha256: string }[];
    };
    const [file] = answer.files;
    assert.deepEqual(
      { ...file, sha256: "" },
      { path: PY3, kind: "wheel", tags: ["py3-none-any"], size: read(PY3).length, sha256: "", changed: true },
    );
    const same = JSON.parse(await done("tags", "--json", NAME)) as { files: object[] };
    assert.deepEqual(same.files, [{ path: NAME, kind: "wheel", changed: false }]);
  });

  const bad: readonly [argv: string[], code: string, message: string][] = [
    [["--python-tag=-py2.py3", NAME], "TAG_INVALID", 'Cannot apply "-py2.py3" to the tags: none would be left'],
    [["--build", "x1", NAME], "BUILD_TAG_INVALID", 'Cannot use "x1" as a build tag: it must begin with a digit'],
    [
      ["hello.whl"],
      "WHEEL_FILENAME_INVALID",
      'Cannot read the wheel name "hello.whl": it has 1 parts between dashes, not five or six',
    ],
  ];
  for (const [argv, code, message] of bad) {
    test(`refuses ${argv.join(" ")}`, async () => {
      assert.ok((await fails(code, ["tags", ...argv])).startsWith(`error: ${message} [${code}]\n`));
      assert.deepEqual(list(), [NAME]);
    });
  }

  test("needs a wheel", async () => {
    assert.equal((await run("tags")).exitCode, 2);
  });
});

describe("packwheel unpack", () => {
  test("prints the folder", async () => {
    const result = await run("unpack", "--dest", "out", NAME);
    assert.deepEqual(result, { exitCode: 0, stdout: `${join("out", "hello-1.0")}\n`, stderr: "" });
    assert.equal(read("out/hello-1.0/hello/__init__.py").toString(), "x = 1\n");
    assert.equal(await done("unpack", NAME), "hello-1.0\n");
    const { files } = JSON.parse(await done("unpack", "--json", NAME)) as { files: object[] };
    assert.deepEqual(files, [{ path: "hello-1.0", kind: "folder" }]);
  });

  test("names the member that is not what RECORD says", async () => {
    write(
      NAME,
      sampleWheel({ record: (text) => text.replace(hashField("sha256", "x = 1\n"), hashField("sha256", "")) }),
    );
    const stderr = await fails("WHEEL_HASH_MISMATCH", ["unpack", NAME]);
    assert.ok(
      stderr.startsWith(`error: "hello/__init__.py" in "${NAME}" is not what RECORD says: found sha256=`),
      stderr,
    );
    assert.deepEqual(list(), [NAME]);
  });
});

describe("packwheel pack", () => {
  const unpacked = (): Promise<string> => done("unpack", NAME);

  test("gives back a wheel that was unpacked, and leaves the folder as it was", async () => {
    await unpacked();
    const result = await run("pack", "hello-1.0", "--dest-dir", "out");
    assert.equal(result.stdout, `${join("out", NAME)}\n`);
    assert.match(result.stderr, /^Packed hello-1\.0-py2\.py3-none-any\.whl, [\d.]+ kB, sha256 [0-9a-f]{64}\n$/);
    const { texts, modes } = await contentsOf(read(`out/${NAME}`));
    const { [`${INFO}/RECORD`]: _record, ...rest } = texts;
    assert.deepEqual(rest, { ...FILES, [`${INFO}/WHEEL`]: WHEEL_TEXT });
    if (process.platform !== "win32") assert.equal(modes["hello/run.sh"], 0o755);
    const first = read(`out/${NAME}`);
    utimesSync(join(folder, "hello-1.0", "hello", "__init__.py"), 1, 1);
    await done("pack", "-d", "out", "--build-number", "2", "--local-version", "x", "hello-1.0");
    await done("pack", "-d", "out", "hello-1.0");
    assert.deepEqual(read(`out/${NAME}`), first);
    assert.deepEqual(list("out"), ["hello-1.0+x-2-py2.py3-none-any.whl", NAME]);
    assert.equal(read(`hello-1.0/${INFO}/WHEEL`).toString(), WHEEL_TEXT);
  });

  test("clamps SOURCE_DATE_EPOCH, and refuses what is no number", async () => {
    await unpacked();
    const packs = async (epoch: string, out: string): Promise<CliRun> =>
      runCli(["pack", "hello-1.0", "-d", out], { cwd: folder, environment: { SOURCE_DATE_EPOCH: epoch } });
    await packs("0", "a");
    await packs("315532800", "b");
    await packs("315532802", "c");
    assert.deepEqual(read(`a/${NAME}`), read(`b/${NAME}`));
    assert.notDeepEqual(read(`a/${NAME}`), read(`c/${NAME}`));
    const wrong = await packs("soon", "d");
    assert.equal(wrong.exitCode, 1);
    assert.match(wrong.stderr, /^error: Cannot read SOURCE_DATE_EPOCH "soon": not a count of seconds/);
  });

  test("packs what links inside of the folder name, and refuses links that leave it", {
    skip: process.platform === "win32" && "links need rights there",
  }, async () => {
    await unpacked();
    symlinkSync("__init__.py", join(folder, "hello-1.0", "hello", "same.py"));
    await done("pack", "hello-1.0", "-d", "out");
    assert.equal((await contentsOf(read(`out/${NAME}`))).texts["hello/same.py"], "x = 1\n");
    write("secret", "secret");
    symlinkSync("../../secret", join(folder, "hello-1.0", "hello", "secret.py"));
    const stderr = await fails("TREE_LINK_ESCAPES", ["pack", "hello-1.0", "-d", "other"]);
    assert.ok(stderr.startsWith('error: Cannot follow the link "hello/secret.py": '), stderr);
    assert.ok(!existsSync(join(folder, "other")) || list("other").length === 0);
  });

  test("does not pack a wheel into itself", async () => {
    await unpacked();
    for (const out of ["hello-1.0", "hello-1.0/new/deep", "./hello-1.0/../hello-1.0"]) {
      const stderr = await fails("WHEEL_PACK_INTO_ITSELF", ["pack", "hello-1.0", "-d", out]);
      assert.ok(stderr.startsWith(`error: Cannot pack "${join(folder, "hello-1.0")}" into itself [`), stderr);
    }
    assert.deepEqual(list("hello-1.0"), ["hello", INFO]);
    await done("pack", "hello-1.0", "-d", "hello-1.0-wheels");
  });

  test("a folder that is not there is an error that names it", async () => {
    const { exitCode, stderr } = await run("pack", "gone");
    assert.equal(exitCode, 1);
    assert.ok(stderr.includes(join(folder, "gone")), stderr);
  });
});

describe("packwheel bin", () => {
  beforeEach(() => write("build/hello", elfProgram(62)));

  test("prints the wheels' paths, and names the wheel after the program", async () => {
    const result = await run("bin", "--set-version", "1.0", "--platform-tag", "linux_x86_64", join("build", "hello"));
    assert.equal(result.stdout, `${join("dist", "hello-1.0-py3-none-linux_x86_64.whl")}\n`, result.stderr);
    assert.match(result.stderr, /^Built wheel hello-1\.0-py3-none-linux_x86_64\.whl, /);
    const json = JSON.parse(await done("bin", "--json", "--set-version", "1.0", "linux-x64=build/hello")) as {
      files: { path: string; tags: string[] }[];
    };
    assert.deepEqual(json.files[0]?.tags, ["py3-none-manylinux2014_x86_64", "py3-none-manylinux_2_17_x86_64"]);
  });

  test("one program for the wrong machine fails the whole call", async () => {
    write("build/hello-arm", elfProgram(62));
    const words = ["linux-x86_64=build/hello", "linux-aarch64=build/hello-arm"];
    const stderr = await fails("PROGRAM_WRONG_PLATFORM", ["bin", "--name", "hello", "--set-version", "1.0", ...words]);
    assert.ok(
      stderr.startsWith(
        `error: Cannot tag "${join(folder, "build", "hello-arm")}" as manylinux_2_17_aarch64: it is for Linux on x86_64 [`,
      ),
      stderr,
    );
    assert.equal(existsSync(join(folder, "dist")), false);
  });

  const usage: readonly [what: string, argv: string[], message: string][] = [
    ["no platform", ["--set-version", "1", "build/hello"], 'Which platform is "build/hello" for?'],
    [
      "one platform for two programs",
      ["--set-version", "1", "--platform-tag", "win32", "a", "b"],
      "Option --platform-tag is for one program",
    ],
    ["no version", ["linux-x64=build/hello"], "Which version do the wheels have?"],
    [
      "programs with several names",
      ["--set-version", "1", "linux-x64=a", "win32=b.exe"],
      "Which name do the wheels have? The programs have several",
    ],
    [
      "a link without a label",
      ["--set-version", "1", "--url", "x", "any=a"],
      'Option "--url" needs label=url, not "x"',
    ],
    [
      "a licence beside a project",
      ["--project", ".", "--license-file", "x", "any=a"],
      'Option "--license-file" cannot go with --project',
    ],
    ["a link beside a project", ["--project", ".", "--url", "a=b", "any=a"], 'Option "--url" cannot go with --project'],
    ["a name beside a project", ["--project", ".", "--name", "x", "any=a"], 'Option "--name" cannot go with --project'],
  ];
  for (const [what, argv, message] of usage) {
    test(`${what} is wrong usage`, async () => {
      const { exitCode, stdout, stderr } = await run("bin", ...argv);
      assert.deepEqual([exitCode, stdout], [2, ""]);
      assert.ok(stderr.startsWith(`error: ${message}\n`), stderr);
    });
  }
});

/** The sample under another name and version, for Python 3 alone. */
function renamedWheel(stem: string): Uint8Array {
  const info = `${stem}.dist-info`;
  const files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path.replace(INFO, info), text]));
  return sampleWheel({
    files,
    wheel: WHEEL_TEXT.replace("Tag: py2-none-any\n", ""),
    record: (text) => text.replaceAll(INFO, info),
    members: (members) => members.map((each) => ({ ...each, name: each.name.replace(INFO, info) })),
  });
}
