import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { templateFiles } from "../../src/core/template/template-files.ts";
import { type CliRun, runCli } from "./run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-cli-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PURE = Object.keys(templateFiles({ template: "pure", name: "hello" }));

function init(...argv: string[]): Promise<CliRun> {
  return runCli(["init", ...argv], { cwd: folder });
}

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

function filesBelow(path: string): string[] {
  return readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, path).length + 1))
    .sort();
}

describe("packwheel init", () => {
  test("writes the project into a new folder, and says what to do next", async () => {
    const { exitCode, stdout, stderr } = await init("hello", "--template", "pure");
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(filesBelow("hello"), [...PURE].sort());
    assert.equal(stdout, PURE.map((path) => `${join("hello", path)}\n`).join(""));
    assert.equal(
      stderr,
      `Made hello from the template pure. Next:

  cd hello
  npx packwheel build
  python -m pip install dist/*.whl
  python -m unittest discover -s tests

`,
    );
  });

  test("takes the name, the license and the pipeline from its options", async () => {
    const words = ["--template", "c", "--name", "My.Greeter", "--license", "apache-2.0", "--ci", "gitlab"];
    const { exitCode, stderr } = await init(...words);
    assert.equal(exitCode, 0, stderr);
    assert.match(read("pyproject.toml"), /^name = "my-greeter"$/m);
    assert.match(read("pyproject.toml"), /^license = "Apache-2\.0"$/m);
    assert.ok(filesBelow(".").includes(".gitlab-ci.yml"));
    assert.ok(!filesBelow(".").includes("LICENSE"));
    assert.match(stderr, /Put the text of Apache-2\.0 into LICENSE/);
    assert.doesNotMatch(stderr, / cd /);
  });

  test("gives one JSON object with --json", async () => {
    const { exitCode, stdout, stderr } = await init("--json", "--template", "pure", "--name", "hello");
    assert.equal(exitCode, 0);
    assert.equal(stderr, "");
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      command: "init",
      files: PURE.map((path) => ({ path: join(path), kind: "source", changed: true })),
      findings: [],
    });
  });

  test("lists every file that is in the way, and writes nothing", async () => {
    writeFileSync(join(folder, "README.md"), "mine");
    mkdirSync(join(folder, "pyproject.toml"));
    writeFileSync(join(folder, "tests"), "");
    symlinkSync("nowhere", join(folder, "LICENSE"));
    const { exitCode, stdout, stderr } = await init("--template", "pure", "--name", "hello");
    assert.equal(exitCode, 1);
    assert.equal(stdout, "");
    assert.equal(
      stderr,
      `error: LICENSE: A file with other content is there [INIT_FILES_EXIST]
error: README.md: A file with other content is there [INIT_FILES_EXIST]
error: pyproject.toml: A folder has the name of a file [INIT_FILES_EXIST]
  hint: Move it away
error: tests: The template needs a folder of this name [INIT_FILES_EXIST]
  hint: Move it away
error: Cannot write the project into "${folder}": 4 files are in the way [INIT_FILES_EXIST]

hint: Choose an empty folder, or replace files with --force
`,
    );
    assert.deepEqual(filesBelow("."), ["LICENSE", "README.md", "tests"]);
    assert.equal(read("README.md"), "mine");
  });

  test("replaces files with --force, and leaves others alone", async () => {
    writeFileSync(join(folder, "README.md"), "mine");
    writeFileSync(join(folder, "notes.txt"), "mine");
    const { exitCode, stderr } = await init("--template", "pure", "--name", "hello", "--force");
    assert.equal(exitCode, 0, stderr);
    assert.match(read("README.md"), /^# hello$/m);
    assert.equal(read("notes.txt"), "mine");
  });

  test("replaces no folder, even with --force", async () => {
    mkdirSync(join(folder, "README.md"));
    const { exitCode, stderr } = await init("--template", "pure", "--name", "hello", "--force");
    assert.equal(exitCode, 1);
    assert.match(stderr, /README\.md: A folder has the name of a file/);
    assert.deepEqual(filesBelow("."), []);
  });

  test("writes through no link", async () => {
    writeFileSync(join(folder, "outside.txt"), "mine");
    mkdirSync(join(folder, "hello"));
    symlinkSync("../outside.txt", join(folder, "hello", "README.md"));
    const { exitCode, stderr } = await init("hello", "--template", "pure", "--force");
    assert.equal(exitCode, 0, stderr);
    assert.equal(read("outside.txt"), "mine");
    assert.match(read("hello/README.md"), /^# hello$/m);
  });

  test("does no harm a second time", async () => {
    await init("--template", "pure", "--name", "hello");
    const { exitCode, stdout } = await init("--template", "pure", "--name", "hello", "--json");
    assert.equal(exitCode, 0);
    assert.ok(JSON.parse(stdout).files.every(({ changed }: { changed: boolean }) => !changed));
  });

  const wrong = [
    { words: [], code: 2, message: "error: Which template is it to be?\n\nhint: Give --template with one of c, cpp," },
    { words: ["--template", "go"], code: 2, message: 'error: Option "--template" has no "go"\n\nhint: Give one of c,' },
    {
      words: ["--template", "c", "--ci", "jenkins"],
      code: 2,
      message: 'error: Option "--ci" has no "jenkins"\n\nhint: Give one of github, gitlab\n',
    },
    {
      words: ["--template", "c", "--name", "a b"],
      code: 1,
      message: 'error: Cannot use "a b" as a name: it holds " "',
    },
    {
      words: ["--template", "c", "--name", "hello", "--license", "GPL"],
      code: 1,
      message: 'error: Cannot read the license expression "GPL"',
    },
  ];
  for (const { words, code, message } of wrong) {
    test(`refuses ${words.join(" ") || "to guess the template"}`, async () => {
      const { exitCode, stdout, stderr } = await init(...words);
      assert.equal(exitCode, code);
      assert.equal(stdout, "");
      assert.ok(stderr.startsWith(message), stderr);
      assert.deepEqual(filesBelow("."), []);
    });
  }
});

describe("packwheel init at a terminal", () => {
  let questions: string[] = [];

  function answering(answers: readonly string[], ...argv: string[]): Promise<CliRun> {
    questions = [];
    const rest = [...answers];
    return runCli(["init", ...argv], {
      cwd: folder,
      ask: async (question) => {
        questions.push(question);
        return rest.shift() ?? assert.fail(`no answer for ${question}`);
      },
    });
  }

  test("asks for what is missing, and takes what is usual for empty answers", async () => {
    const { exitCode, stderr } = await answering(["pure", "", "", " "], "hello");
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(questions, [
      "Template (c, cpp, rust, ctypes, bin, pure) [c]: ",
      "Name of the project [hello]: ",
      "License [MIT]: ",
      "CI service (github, gitlab, none) [none]: ",
    ]);
    assert.deepEqual(filesBelow("hello"), [...PURE].sort());
  });

  test("asks for nothing that is given", async () => {
    const words = ["--template", "pure", "--name", "hello", "--license", "MIT"];
    const { exitCode, stderr } = await answering(["github"], ...words);
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(questions, ["CI service (github, gitlab, none) [none]: "]);
    assert.ok(filesBelow(".").includes(join(".github", "workflows", "wheels.yml")));
  });

  test("asks again until it understands the answer", async () => {
    const { exitCode, stderr } = await answering(["go", "pure", "7zip", "zip7", "GPL", "ISC", "none"]);
    assert.equal(exitCode, 0, stderr);
    assert.equal(questions.length, 7);
    assert.match(questions[1] ?? "", /^Option "--template" has no "go"\. Give one of .*\nTemplate \(/);
    assert.match(questions[3] ?? "", /^Cannot use "7zip" here: .*\nName of the project /);
    assert.match(questions[5] ?? "", /^Cannot read the license expression "GPL".*\nLicense /);
    assert.match(read("LICENSE"), /^ISC License$/m);
  });

  for (const { how, words, environment } of [
    { how: "with --json", words: ["--json"], environment: {} },
    { how: "where CI is set", words: [], environment: { CI: "true" } },
  ]) {
    test(`asks nobody ${how}`, async () => {
      const { exitCode } = await runCli(["init", ...words], {
        cwd: folder,
        environment,
        ask: () => assert.fail("it asked"),
      });
      assert.equal(exitCode, 2);
    });
  }
});
