/** `packwheel upload` as people and programs see it: words, lines, JSON, exit codes, and secrets that stay inside. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { UPLOAD_SETTINGS } from "../../src/core/upload/settings.ts";
import { buildRelease, type Release, sha256 } from "../upload/sample-files.ts";
import { Warehouse } from "../upload/warehouse.ts";
import { type CliRun, runCli } from "./run-cli.ts";

const TOKEN = "pypi-AgEIcHlwaS5vcmcCommandLine_0123456789";
/** As it is installed: `npm test` builds it first. */
const PROGRAM = fileURLToPath(new URL("../../bin/packwheel.js", import.meta.url));

let release: Release;
let warehouse: Warehouse;
before(async () => {
  release = await buildRelease(2);
});
after(() => release.remove());
beforeEach(async () => {
  warehouse = await Warehouse.start();
  warehouse.tokens.set(TOKEN, { name: "alice", isTrusted: false });
  warehouse.tokens.set("alice:secret words", { name: "alice", isTrusted: false });
});
afterEach(() => warehouse.stop());

function run(
  words: readonly string[],
  environment: Record<string, string> = {},
  more: { ask?: (question: string) => Promise<string>; askHidden?: (question: string) => Promise<string> } = {},
): Promise<CliRun> {
  const variables = { HOME: release.folder, PACKWHEEL_REPOSITORY_URL: warehouse.uploadUrl, ...environment };
  return runCli(["upload", ...words], { cwd: release.folder, environment: variables, ...more });
}

describe("packwheel upload", () => {
  test("uploads what is in dist/, and says so", async () => {
    const { exitCode, stdout, stderr } = await run([], { PACKWHEEL_TOKEN: TOKEN });
    assert.equal(exitCode, 0, stderr);
    assert.equal(
      stdout,
      "uploaded dist/hello-1.0-cp310-none-any.whl\nuploaded dist/hello-1.0-py3-none-any.whl\nuploaded dist/hello-1.0.tar.gz\n",
    );
    assert.match(stderr, /^Uploaded hello-1\.0-cp310-none-any\.whl, \d\.\d kB in \d\.\d s, [\d.]+ [kM]?B\/s$/m);
    assert.equal(warehouse.files.size, 3);
    assert.deepEqual(
      readdirSync(join(release.folder, "dist")).filter((name) => name.startsWith(".")),
      [],
    );
  });

  test("prints one JSON object with hashes, and nothing else on stdout", async () => {
    const { exitCode, stdout, stderr } = await run(["--json", release.sdist], { PACKWHEEL_TOKEN: TOKEN });
    assert.equal(exitCode, 0);
    assert.equal(stderr, "");
    const { version, command, files, findings } = JSON.parse(stdout);
    assert.deepEqual([version, command, findings], [1, "upload", []]);
    const { seconds, blake2b256, ...file } = files[0];
    const bytes = readFileSync(join(release.folder, release.sdist));
    assert.equal(typeof seconds, "number");
    assert.equal(blake2b256, warehouse.files.get("hello-1.0.tar.gz")?.blake2b256);
    assert.deepEqual(file, {
      path: release.sdist,
      filename: "hello-1.0.tar.gz",
      kind: "sdist",
      size: bytes.length,
      sha256: sha256(bytes),
      status: "uploaded",
      attempts: 1,
    });
  });

  test("--dry-run sends nothing and tells what the index has", async () => {
    await run([release.sdist], { PACKWHEEL_TOKEN: TOKEN });
    warehouse.requests.length = 0;
    const { exitCode, stdout, stderr } = await run(["--dry-run", "--check-url", warehouse.simpleUrl]);
    assert.equal(exitCode, 0, stderr);
    assert.match(
      stdout,
      /^new dist\/hello-1\.0-cp310-none-any\.whl \d+ sha256:[0-9a-f]{64} blake2b_256:[0-9a-f]{64}$/m,
    );
    assert.match(stdout, /^present dist\/hello-1\.0\.tar\.gz /m);
    assert.match(stderr, /Would upload 3 files, [\d.]+ kB, to http/);
    assert.deepEqual(warehouse.requests, ["GET /simple/hello/"]);
  });

  test("stops before anything is sent when a file has an error, unless told otherwise", async () => {
    const bad = "dist/Hello-1.0-py3-none-any.whl";
    writeFileSync(join(release.folder, bad), readFileSync(join(release.folder, release.wheels[0] ?? "")));
    try {
      const { exitCode, stderr } = await run([bad], { PACKWHEEL_TOKEN: TOKEN });
      assert.equal(exitCode, 1);
      assert.match(stderr, /\[FILENAME_NAME_NOT_NORMALIZED\]/);
      assert.match(stderr, /nothing was sent \[UPLOAD_CHECK_FAILED\]/);
      assert.deepEqual(warehouse.requests, []);
      const again = await run(["--no-check", bad], { PACKWHEEL_TOKEN: TOKEN });
      assert.equal(again.exitCode, 1);
      assert.match(again.stderr, /400 Invalid distribution file\. .* \[UPLOAD_REJECTED\]/);
    } finally {
      rmSync(join(release.folder, bad));
    }
  });

  const unfit = [
    { name: "no file at all", words: ["nothing/*"], code: "UPLOAD_NO_FILES" },
    { name: "a missing file", words: ["nothing.whl"], code: "FILE_MISSING" },
    { name: "a file of another kind", words: ["pyproject.toml"], code: "UPLOAD_FILE_UNFIT" },
    {
      name: "a file twice",
      words: ["dist/hello-1.0.tar.gz", "./dist/hello-1.0.tar.gz"],
      code: "UPLOAD_DUPLICATE_FILE",
    },
    { name: "a number that is none", words: ["--retries", "many"], code: "UPLOAD_SETTING_INVALID" },
    { name: "a mode that is none", words: ["--trusted-publishing", "maybe"], code: "UPLOAD_SETTING_INVALID" },
    { name: "a URL that is none", words: ["--repository-url", "user:hunter2@nowhere"], code: "UPLOAD_URL_INVALID" },
    { name: "an index URL that is none", words: ["--check-url", "simple"], code: "UPLOAD_URL_INVALID" },
    { name: "an index that nobody knows", words: ["--check-url", "auto"], code: "UPLOAD_URL_INVALID" },
    {
      name: "a configuration that is missing",
      words: ["--config-file", "nowhere"],
      env: { PACKWHEEL_REPOSITORY_URL: "" },
      code: "FILE_MISSING",
    },
    {
      name: "a repository that nobody knows",
      words: ["-r", "company"],
      env: { PACKWHEEL_REPOSITORY_URL: "" },
      code: "UPLOAD_REPOSITORY_UNKNOWN",
    },
  ];
  for (const { name, words, env = {}, code } of unfit) {
    test(`tells of ${name}`, async () => {
      const { exitCode, stderr } = await run(words, { PACKWHEEL_TOKEN: TOKEN, ...env });
      assert.equal(exitCode, 1, stderr);
      assert.match(stderr, new RegExp(`\\[${code}\\]`));
      assert.doesNotMatch(stderr, /hunter2/);
      assert.deepEqual(warehouse.requests, []);
    });
  }

  test("has an environment variable for every option", () => {
    for (const [name, { variables }] of Object.entries(UPLOAD_SETTINGS)) {
      const expected = `PACKWHEEL_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
      assert.equal(variables[0], expected);
    }
  });

  test("prefers options to PACKWHEEL_ to TWINE_ to .pypirc", async () => {
    const pypirc = join(release.folder, ".pypirc");
    const wrong = "pypi-AgEIwrong0123456789";
    writeFileSync(
      pypirc,
      `[distutils]\nindex-servers = company\n[company]\nrepository = ${warehouse.uploadUrl}\nusername = alice\npassword = secret words\n`,
    );
    chmodSync(pypirc, 0o644);
    try {
      const noUrl = { PACKWHEEL_REPOSITORY_URL: "" };
      const fromFile = await run(["-r", "company", release.sdist], noUrl);
      assert.equal(fromFile.exitCode, 0, fromFile.stderr);
      assert.match(fromFile.stderr, /others on this machine may read it \[UPLOAD_CONFIG_READABLE\]/);
      const fromTwine = await run(["-r", "company", release.sdist], { ...noUrl, TWINE_PASSWORD: wrong });
      assert.match(fromTwine.stderr, /403 Invalid or non-existent/);
      const fromOurs = await run([release.sdist], { TWINE_PASSWORD: wrong, PACKWHEEL_TOKEN: TOKEN });
      assert.equal(fromOurs.exitCode, 0, fromOurs.stderr);
      const fromOption = await run(["-p", TOKEN, release.sdist], { PACKWHEEL_PASSWORD: wrong });
      assert.equal(fromOption.exitCode, 0, fromOption.stderr);
      const forProject = await run([release.sdist], { PACKWHEEL_PASSWORD: wrong, PACKWHEEL_TOKEN_HELLO: TOKEN });
      assert.equal(forProject.exitCode, 0, forProject.stderr);
    } finally {
      rmSync(pypirc);
    }
  });

  test("asks at a terminal, and never in CI", async () => {
    const questions: string[] = [];
    const answer = (text: string) => async (question: string) => {
      questions.push(question);
      return text;
    };
    const people = { ask: answer("alice"), askHidden: answer("secret words") };
    const url = { PACKWHEEL_USERNAME: "alice" };
    const asked = await run([release.sdist], url, people);
    assert.equal(asked.exitCode, 0, asked.stderr);
    assert.deepEqual(questions, ["Password of alice: "]);
    for (const environment of [
      { ...url, CI: "true" },
      { ...url, PACKWHEEL_NON_INTERACTIVE: "1" },
    ]) {
      const { exitCode, stderr } = await run([release.sdist], environment, people);
      assert.equal(exitCode, 1);
      assert.match(stderr, /\[UPLOAD_CREDENTIALS_MISSING\]/);
    }
    assert.equal(questions.length, 1);
  });

  test("asks the keyring when it is told to, for the project first", async () => {
    const folder = join(release.folder, "bin");
    mkdirSync(folder, { recursive: true });
    const log = join(folder, "log");
    writeFileSync(
      join(folder, "keyring"),
      `#!/bin/sh\necho "$@" >> ${log}\ncase "$2" in *hello) exit 1;; esac\necho ${TOKEN}\n`,
    );
    chmodSync(join(folder, "keyring"), 0o755);
    try {
      const environment = { PATH: `${folder}:${process.env["PATH"]}` };
      const { exitCode, stderr } = await run(["--keyring", "subprocess", release.sdist], environment);
      assert.equal(exitCode, 0, stderr);
      const url = warehouse.uploadUrl;
      assert.equal(readFileSync(log, "utf8"), `get ${url}#hello __token__\nget ${url} __token__\n`);
      const missing = await run(["--keyring", "subprocess", release.sdist], { PATH: "/nowhere" });
      assert.match(missing.stderr, /there is no `keyring` command.*\[UPLOAD_KEYRING_FAILED\]/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("has GitHub hide what it was given, and shows it nowhere else", async () => {
    const identity = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2V4YW1wbGUifQ.c2lnbmF0dXJl";
    warehouse.publishers.set(identity, { name: "trusted", isTrusted: true, projects: ["hello"] });
    const issuer = createServer((_, response) => response.end(JSON.stringify({ value: identity })));
    await new Promise<void>((done) => issuer.listen(0, "127.0.0.1", done));
    try {
      const { exitCode, stdout, stderr } = await run(["--trusted-publishing", "always", "--json", release.sdist], {
        CI: "true",
        GITHUB_ACTIONS: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/?a=b`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token",
      });
      assert.equal(exitCode, 0, stderr);
      const [minted] = [...warehouse.tokens.keys()].filter((token) => token.startsWith("pypi-minted"));
      assert.equal(stderr, `::add-mask::${identity}\n::add-mask::${minted}\n`);
      for (const secret of [identity, String(minted), "request-token"]) assert.ok(!stdout.includes(secret));
    } finally {
      issuer.close();
    }
  });
});

describe("a token that is typed anywhere", () => {
  interface Seen {
    readonly status: number | null;
    readonly said: string;
    /** Command lines that the system showed while it ran. */
    readonly commandLines: string[];
    readonly journal: string;
  }

  /** In a process of its own, which is looked at while it waits for an answer. */
  function runProcess(words: readonly string[], environment: Record<string, string>): Promise<Seen> {
    const child = spawn(process.execPath, [PROGRAM, "upload", "-v", ...words], {
      cwd: release.folder,
      env: { PATH: process.env["PATH"], HOME: release.folder, ...environment },
    });
    let said = "";
    const commandLines: string[] = [];
    let journal = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    const look = setInterval(() => {
      const place = `/proc/${child.pid}/cmdline`;
      // Once it speaks to the server, it has had the time to hide what it was given.
      if (warehouse.requests.length > 0 && existsSync(place)) commandLines.push(readFileSync(place, "latin1"));
      const file = join(release.folder, "dist", ".packwheel-upload.jsonl");
      if (existsSync(file)) journal += readFileSync(file, "utf8");
    }, 20);
    return new Promise((done) => {
      child.on("close", (status) => {
        clearInterval(look);
        done({ status, said, commandLines, journal });
      });
    });
  }

  const places = [
    { name: "as an option", words: ["--password", TOKEN], environment: {} },
    { name: "as a variable", words: [], environment: { TWINE_PASSWORD: TOKEN, TWINE_USERNAME: "__token__" } },
    { name: "within the URL", words: [], environment: {}, inUrl: true },
  ];
  for (const { name, words, environment, inUrl } of places) {
    test(`${name} is found in no log, error, journal or list of processes`, async () => {
      // First the server shows all that it was sent, then it takes its time.
      for (const fault of [{ kind: "echo" } as const, { kind: "slow", milliseconds: 400 } as const]) {
        warehouse.faults.push(fault);
        const url = inUrl ? warehouse.uploadUrl.replace("://", `://__token__:${TOKEN}@`) : warehouse.uploadUrl;
        const seen = await runProcess([...words, release.sdist], { ...environment, PACKWHEEL_REPOSITORY_URL: url });
        assert.equal(seen.status, fault.kind === "echo" ? 1 : 0, seen.said);
        assert.match(seen.said, fault.kind === "echo" ? /\[secret\]/ : /uploaded dist/);
        for (const text of [seen.said, seen.journal, ...seen.commandLines]) {
          for (const form of [TOKEN, Buffer.from(`__token__:${TOKEN}`).toString("base64")]) {
            assert.ok(!text.includes(form), `${form.slice(0, 6)}… in: ${text}`);
          }
        }
        if (fault.kind === "slow") {
          assert.match(seen.journal, /"state":"sending"/);
          if (existsSync("/proc/self/cmdline")) assert.ok(seen.commandLines.length > 0);
        }
        rmSync(join(release.folder, "dist", ".packwheel-upload.jsonl"), { force: true });
        warehouse.files.clear();
        warehouse.requests.length = 0;
      }
    });
  }

  test("Ctrl-C stops the run, tells what is up, and exits with 130", async () => {
    warehouse.faults.push({ kind: "none" }, { kind: "hang", stores: false });
    const child = spawn(process.execPath, [PROGRAM, "upload", ...release.wheels, release.sdist], {
      cwd: release.folder,
      env: {
        PATH: process.env["PATH"],
        HOME: release.folder,
        PACKWHEEL_TOKEN: TOKEN,
        PACKWHEEL_REPOSITORY_URL: warehouse.uploadUrl,
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    }
    const watch = setInterval(() => {
      if (warehouse.requests.length !== 2) return;
      child.kill("SIGINT");
      clearInterval(watch);
    }, 20);
    const status = await new Promise((done) => child.on("close", done));
    clearInterval(watch);
    assert.equal(status, 130, said);
    assert.match(said, /^uploaded dist\/hello-1\.0-cp310-none-any\.whl$/m);
    assert.match(said, /^unknown dist\/hello-1\.0-py3-none-any\.whl$/m);
    assert.match(said, /^not-started dist\/hello-1\.0\.tar\.gz$/m);
    assert.match(said, /Up at http.*: 1 of 3 files; run the same command again to go on/);
    rmSync(join(release.folder, "dist", ".packwheel-upload.jsonl"));
  });
});
