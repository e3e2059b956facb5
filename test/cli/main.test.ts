import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli } from "./run-cli.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HELLO = join(ROOT, "fixtures", "projects", "hello");
const BIN = join(ROOT, "bin", "packwheel.js");
const WHEEL = "hello-1.0.0-py3-none-any.whl";
const SDIST = "hello-1.0.0.tar.gz";

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-cli-"));
  cpSync(HELLO, join(folder, "hello"), { recursive: true, filter: (path) => path !== join(HELLO, "dist") });
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe("packwheel", () => {
  test("shows its commands and exits with 2 when nothing is asked", async () => {
    const run = await runCli([]);
    assert.equal(run.exitCode, 2);
    assert.match(run.stdout, /^Commands:\n(?: {2}.*\n)* {2}build \[dir\]/m);
  });

  test("shows help with exit code 0", async () => {
    assert.equal((await runCli(["--help"])).exitCode, 0);
    assert.equal((await runCli(["build", "--help"])).exitCode, 0);
    assert.match((await runCli(["help", "check"])).stdout, /packwheel check \[\.\.\.files\] \[options\]/);
  });

  test("tells wrong usage with exit code 2 and a hint", async () => {
    const run = await runCli(["biuld"]);
    assert.deepEqual(run, {
      exitCode: 2,
      stdout: "",
      stderr: 'error: Unknown command "biuld"\n\nhint: Did you mean "build"?\n',
    });
  });

  test("tells wrong usage as JSON when JSON is asked for", async () => {
    const run = await runCli(["build", "--json", "--set-verison", "1"]);
    assert.equal(run.exitCode, 2);
    assert.deepEqual(JSON.parse(run.stdout), {
      version: 1,
      command: "build",
      files: [],
      findings: [
        {
          code: "USAGE",
          severity: "error",
          message: 'Unknown option "--set-verison"',
          hint: 'Did you mean "--set-version"?',
        },
      ],
    });
    assert.equal(run.stderr, "");
  });

  for (const [argv, message] of [
    [["build", "--level", "12"], 'error: Option "--level" needs a digit from 0 to 9, not "12"\n'],
    [["build", "--engine", "fast"], 'error: Option "--engine" needs "native" or "portable", not "fast"\n'],
    [
      ["build", "-C", "nothing"],
      'error: Option "--config-setting" needs key=value, not "nothing"\n\nhint: Write -C platform-tag=any\n',
    ],
    [["check"], "error: Which files are to be checked?\n\nhint: Write packwheel check dist/*\n"],
    [["bin", "x"], 'error: Which platform is "x" for?\n\nhint: Write linux-x86_64=x, or give --platform-tag\n'],
  ] as const) {
    test(`refuses "${argv.join(" ")}"`, async () => {
      assert.deepEqual(await runCli(argv, { cwd: HELLO }), { exitCode: 2, stdout: "", stderr: message });
    });
  }
});

describe("the program", () => {
  test("takes no offence at a reader that leaves early", async () => {
    const child = spawn(process.execPath, [BIN, "check", "--list-rules"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    const [exitCode] = await once(child, "close");
    assert.deepEqual([exitCode, stderr], [0, ""]);
  });
});

describe("packwheel build", () => {
  test("writes both archives, and their paths on stdout", async () => {
    const run = await runCli(["build", "hello", "-o", "out"], { cwd: folder });
    assert.equal(run.exitCode, 0, run.stderr);
    assert.equal(run.stdout, `${join("out", SDIST)}\n${join("out", WHEEL)}\n`);
    assert.match(run.stderr, /^Built sdist .*\nBuilt wheel .*, sha256 [0-9a-f]{64}\n$/);
    assert.deepEqual(readdirSync(join(folder, "out")).sort(), [WHEEL, SDIST].sort());
  });

  test("says nothing but results when it is to be quiet", async () => {
    const run = await runCli(["build", "hello", "-o", "out", "--wheel", "--quiet"], { cwd: folder });
    assert.deepEqual(run, { exitCode: 0, stdout: `${join("out", WHEEL)}\n`, stderr: "" });
  });

  test("tells the result as one JSON object", async () => {
    const run = await runCli(["build", "hello", "-o", "out", "--json"], { cwd: folder });
    assert.equal(run.stderr, "");
    const report = JSON.parse(run.stdout);
    assert.deepEqual(Object.keys(report), ["version", "command", "files", "findings"]);
    assert.deepEqual(
      report.files.map((file: Record<string, unknown>) => [file["path"], file["kind"], file["tags"]]),
      [
        [join("out", SDIST), "sdist", []],
        [join("out", WHEEL), "wheel", ["py3-none-any"]],
      ],
    );
    for (const file of report.files) {
      assert.deepEqual(Object.keys(file), ["path", "kind", "tags", "size", "sha256"]);
      assert.equal(file.size, readFileSync(join(folder, file.path)).length);
    }
  });

  test("honours SOURCE_DATE_EPOCH and refuses a broken one", async () => {
    const environment = { SOURCE_DATE_EPOCH: "yesterday" };
    process.env["SOURCE_DATE_EPOCH"] = "yesterday";
    try {
      const run = await runCli(["build", "hello", "-o", "out"], { cwd: folder, environment });
      assert.equal(run.exitCode, 1);
      assert.match(run.stderr, /^error: Cannot read SOURCE_DATE_EPOCH "yesterday": not a count of seconds/);
    } finally {
      delete process.env["SOURCE_DATE_EPOCH"];
    }
  });

  test("lists what would go in and why, and builds nothing", async () => {
    const run = await runCli(["build", "hello", "--list"], { cwd: folder });
    assert.equal(run.exitCode, 0);
    assert.match(run.stdout, /^wheel sdist {2}hello\/greeting\.py {2}\(package "hello"\)$/m);
    assert.match(run.stdout, /^wheel sdist {2}LICENSE -> hello-1\.0\.0\.dist-info\/licenses\/LICENSE/m);
    assert.ok(!existsSync(join(folder, "hello", "dist")));
  });

  test("says why one file is in or out", async () => {
    mkdirSync(join(folder, "hello", "hello", "__pycache__"), { recursive: true });
    writeFileSync(join(folder, "hello", "hello", "__pycache__", "cli.cpython-311.pyc"), "x");
    const inside = await runCli(["build", "hello", "--why", "hello/cli.py"], { cwd: folder });
    assert.equal(inside.stdout, 'wheel sdist  hello/cli.py  (package "hello")\n');
    const outside = await runCli(["build", "hello", "--why", "nothing.txt"], { cwd: folder });
    assert.equal(outside.exitCode, 1);
    assert.match(outside.stderr, /\[LIST_NO_SUCH_FILE\]/);
  });

  test("tells every problem of pyproject.toml at once", async () => {
    mkdirSync(join(folder, "broken"), { recursive: true });
    writeFileSync(
      join(folder, "broken", "pyproject.toml"),
      '[project]\nname = "-x"\nversion = "one"\nlicense = "MTI"\nnonsense = 1\n[tool.packwheel]\nexcldue = []\n',
    );
    const run = await runCli(["build", "broken", "--json"], { cwd: folder });
    assert.equal(run.exitCode, 1);
    const { findings } = JSON.parse(run.stdout);
    assert.ok(findings.length >= 5, run.stdout);
    for (const finding of findings)
      assert.ok(finding.code && finding.severity && finding.message && finding.path, JSON.stringify(finding));
    const text = await runCli(["build", "broken"], { cwd: folder });
    assert.match(text.stderr, /excldue/);
    assert.match(text.stderr, /hint: .*exclude/);
  });

  test("gives the same files again when they go into the package", async () => {
    cpSync(join(folder, "hello"), join(folder, "inside"), { recursive: true });
    const results: string[] = [];
    for (const check of [[], [], ["--verify-reproducible"]]) {
      const run = await runCli(["build", "inside", "-o", "inside/hello/out", "--json", ...check], { cwd: folder });
      assert.equal(run.exitCode, 0, run.stdout);
      results.push(run.stdout);
    }
    assert.deepEqual(results, [results[0], results[0], results[0]]);
  });

  test("gathers the values of a setting that is given several times", async () => {
    const settings = ["-C", "exclude=cli.py", "-C", "exclude=greeting.py"];
    const run = await runCli(["build", "hello", "--list", ...settings], { cwd: folder });
    assert.match(run.stdout, /^----- ----- {2}hello\/cli\.py /m);
    assert.match(run.stdout, /^----- ----- {2}hello\/greeting\.py /m);
    const twice = await runCli(["build", "hello", "-C", "build-tag=1", "-C", "build-tag=2"], { cwd: folder });
    assert.match(twice.stderr, /build-tag: Setting is given 2 times \[TOOL_VALUE_INVALID\]\n {2}hint: Give it once/);
  });

  test("proves that a build is reproducible", async () => {
    const run = await runCli(["build", "hello", "-o", "out", "--verify-reproducible"], { cwd: folder });
    assert.equal(run.exitCode, 0, run.stderr);
  });

  test("draws a progress bar on a terminal alone, and colours when told", async () => {
    const terminal = await runCli(["build", "hello", "-o", "out"], { cwd: folder, isTTY: true });
    assert.ok(!terminal.stdout.includes("\u001b"));
    const colored = await runCli(["nonsense"], { environment: { FORCE_COLOR: "1" } });
    assert.ok(colored.stderr.includes("\u001b[31m"));
    const plain = await runCli(["nonsense"], { environment: { NO_COLOR: "1" }, isTTY: true });
    assert.ok(!plain.stderr.includes("\u001b["));
  });

  test("answers a missing folder", async () => {
    const run = await runCli(["build", "nowhere"], { cwd: folder });
    assert.equal(run.exitCode, 1);
    assert.match(run.stderr, /^error: Cannot build ".*nowhere": no such folder \[PROJECT_FOLDER_MISSING\]/);
  });

  test("says a problem that is alone once", async () => {
    const project = join(folder, "alone");
    mkdirSync(project);
    writeFileSync(join(project, "pyproject.toml"), '[project]\nname = "alone"\nversion = "one"\n');
    const { stderr } = await runCli(["build", project]);
    assert.equal(stderr.match(/^error: /gm)?.length, 1, stderr);
    assert.equal(stderr.match(/hint: /g)?.length, 1, stderr);
  });

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGKILL", null],
  ] as const) {
    test(`leaves whole files or none when ${signal} ends it`, async () => {
      const project = join(folder, `large-${signal}`);
      mkdirSync(join(project, "large"), { recursive: true });
      writeFileSync(join(project, "pyproject.toml"), '[project]\nname = "large"\nversion = "1"\n');
      writeFileSync(join(project, "large", "__init__.py"), "");
      // Noise deflates slowly; the run is ended as soon as the unfinished file shows.
      const noise = Buffer.alloc(48 << 20);
      for (let index = 0; index < noise.length; index += 4)
        noise.writeInt32LE(Math.imul(index, 0x9e3779b1) ^ (index >> 3), index);
      writeFileSync(join(project, "large", "noise.dat"), noise);
      const child = spawn(process.execPath, [BIN, "build", "--wheel", "--level", "9"], {
        cwd: project,
        stdio: "ignore",
      });
      const dist = join(project, "dist");
      const closed = once(child, "exit");
      const deadline = Date.now() + 20_000;
      while (!existsSync(dist) || readdirSync(dist).length === 0) {
        assert.ok(Date.now() < deadline && child.exitCode === null, "no unfinished file was seen");
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      child.kill(signal);
      const [exitCode] = await closed;
      assert.equal(exitCode, code);
      const left = readdirSync(dist);
      assert.deepEqual(
        left.filter((name) => name.endsWith(".whl")),
        [],
      );
      if (signal === "SIGINT") assert.deepEqual(left, [], "the temporary file was left");
    });
  }
});

describe("packwheel show and check", () => {
  test("show the same facts as text and as JSON", async () => {
    await runCli(["build", "hello", "-o", "shown", "-q"], { cwd: folder });
    const path = join("shown", WHEEL);
    const text = await runCli(["show", path], { cwd: folder });
    assert.match(text.stdout, /^ {2}Requires-Python: >=3\.6$/m);
    assert.match(text.stdout, /^ {2}hello = hello\.cli:main$/m);
    const run = await runCli(["show", "--json", path, join("shown", SDIST)], { cwd: folder });
    const [wheel, sdist] = JSON.parse(run.stdout).files;
    assert.deepEqual(Object.keys(wheel), [
      "path",
      "kind",
      "name",
      "version",
      "tags",
      "size",
      "sha256",
      "metadata",
      "entryPoints",
      "members",
      "native",
    ]);
    assert.deepEqual([wheel.name, wheel.version, wheel.tags], ["hello", "1.0.0", ["py3-none-any"]]);
    assert.deepEqual(Object.keys(wheel.members[0]), ["path", "size", "sha256", "mode"]);
    assert.equal(sdist.kind, "sdist");
    assert.equal(sdist.metadata.name, "hello");
  });

  test("check what was built and find it good", async () => {
    await runCli(["build", "hello", "-o", "shown", "-q"], { cwd: folder });
    const run = await runCli(["check", "--strict", join("shown", WHEEL), join("shown", SDIST)], { cwd: folder });
    assert.equal(run.exitCode, 0, run.stderr);
    assert.equal(run.stdout, "");
  });

  test("go on after a file that is no archive, and fail", async () => {
    writeFileSync(join(folder, "bad-1.0-py3-none-any.whl"), "not a zip");
    await runCli(["build", "hello", "-o", "shown", "-q"], { cwd: folder });
    for (const command of ["show", "check"]) {
      const run = await runCli([command, "--json", "bad-1.0-py3-none-any.whl", join("shown", WHEEL)], { cwd: folder });
      assert.equal(run.exitCode, 1);
      const { findings } = JSON.parse(run.stdout);
      assert.ok(
        findings.some((finding: { path: string }) => finding.path.startsWith("bad-1.0")),
        run.stdout,
      );
      assert.ok(!findings.some((finding: { path: string }) => finding.path.startsWith("shown")), run.stdout);
    }
  });

  test("name a file that is missing as it was given", async () => {
    const run = await runCli(["check", "--json", "nowhere.whl"], { cwd: folder });
    assert.equal(run.exitCode, 1);
    const [finding] = JSON.parse(run.stdout).findings;
    assert.deepEqual([finding.code, finding.path], ["FILE_MISSING", "nowhere.whl"]);
  });

  test("show refuses what is neither wheel nor sdist", async () => {
    writeFileSync(join(folder, "hello.zip"), "");
    const run = await runCli(["show", "hello.zip"], { cwd: folder });
    assert.equal(run.exitCode, 1);
    assert.equal(
      run.stderr,
      'error: hello.zip: Cannot read "hello.zip": it ends in neither .whl nor .tar.gz [FILE_KIND_UNKNOWN]\n' +
        "  hint: Give a wheel or an sdist\n",
    );
  });

  test("tell what was checked, as JSON", async () => {
    await runCli(["build", "hello", "-o", "shown", "-q"], { cwd: folder });
    const path = join("shown", WHEEL);
    const run = await runCli(["check", "--json", path], { cwd: folder });
    const { size, sha256 } = JSON.parse((await runCli(["show", "--json", path], { cwd: folder })).stdout).files[0];
    assert.deepEqual(JSON.parse(run.stdout), {
      version: 1,
      command: "check",
      files: [{ path, kind: "wheel", tags: ["py3-none-any"], size, sha256 }],
      findings: [],
    });
  });

  test("refuse rules that do not exist", async () => {
    const run = await runCli(["check", "--ignore", "NOSUCH", "missing.whl"], { cwd: folder });
    assert.equal(run.exitCode, 1);
    assert.match(run.stderr, /\[CHECK_INVALID_RULE\]/);
  });

  test("list the rules", async () => {
    const run = await runCli(["check", "--list-rules"], { cwd: folder });
    assert.equal(run.exitCode, 0);
    assert.ok(run.stdout.split("\n").length > 50);
  });
});
