import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { nodeEnvironment, parseGitDescription } from "../../src/node/environment.ts";

const scratch = mkdtempSync(join(tmpdir(), "packwheel-git-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

let repositories = 0;

function makeRepository(): { readonly root: string; readonly git: (...words: string[]) => string } {
  const root = join(scratch, `repository-${repositories++}`);
  const git = (...words: string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...words], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
    });
  execFileSync("git", ["init", "-q", root]);
  return { root, git };
}

describe("nodeEnvironment().variable()", () => {
  test("gives variables of the process, undefined when not set", () => {
    process.env["PACKWHEEL_TEST_VARIABLE"] = "1.2.3";
    const environment = nodeEnvironment(scratch);
    assert.equal(environment.variable("PACKWHEEL_TEST_VARIABLE"), "1.2.3");
    delete process.env["PACKWHEEL_TEST_VARIABLE"];
    assert.equal(environment.variable("PACKWHEEL_TEST_VARIABLE"), undefined);
  });
});

describe("nodeEnvironment().describeGit()", () => {
  test("gives tag, distance, commit and whether files were changed", async () => {
    const { root, git } = makeRepository();
    writeFileSync(join(root, "a.txt"), "one");
    git("add", "a.txt");
    git("commit", "-qm", "one");
    git("tag", "v1.2.3");
    const head = () => git("rev-parse", "--short", "HEAD").trim();
    const environment = nodeEnvironment(root);
    assert.deepEqual(await environment.describeGit(undefined), {
      tag: "v1.2.3",
      distance: 0,
      commit: head(),
      dirty: false,
    });
    git("commit", "-qm", "two", "--allow-empty");
    writeFileSync(join(root, "a.txt"), "two");
    assert.deepEqual(await environment.describeGit("v*"), { tag: "v1.2.3", distance: 1, commit: head(), dirty: true });
    assert.equal(await environment.describeGit("release-*"), undefined);
  });

  test("gives undefined for a repository without tags", async () => {
    const { root, git } = makeRepository();
    git("commit", "-qm", "one", "--allow-empty");
    assert.equal(await nodeEnvironment(root).describeGit(undefined), undefined);
  });

  test("fails outside a repository", async () => {
    await assert.rejects(nodeEnvironment(tmpdir()).describeGit("v*"), {
      code: "GIT_UNAVAILABLE",
      message: /^Cannot describe the git tag of ".*": not a git repository/,
      hint: /--set-version/,
    });
  });

  test("fails in a repository without commits", async () => {
    const { root } = makeRepository();
    await assert.rejects(nodeEnvironment(root).describeGit(undefined), { code: "GIT_UNAVAILABLE" });
  });

  test("fails with a hint when git is not installed", async () => {
    const { root } = makeRepository();
    const path = process.env["PATH"];
    process.env["PATH"] = scratch;
    try {
      await assert.rejects(nodeEnvironment(root).describeGit(undefined), {
        code: "GIT_UNAVAILABLE",
        message: "Cannot describe the git tag: git is not installed",
      });
    } finally {
      process.env["PATH"] = path;
    }
  });
});

describe("parseGitDescription()", () => {
  const descriptions = [
    { text: "v1.2.3-0-gabc1234\n", tag: "v1.2.3", distance: 0, commit: "abc1234", dirty: false },
    { text: "release-1-2-12-g0123456-dirty\n", tag: "release-1-2", distance: 12, commit: "0123456", dirty: true },
    { text: "pkg/v1-0-g1-0-g2", tag: "pkg/v1-0-g1", distance: 0, commit: "2", dirty: false },
  ];
  for (const { text, ...expected } of descriptions) {
    test(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(parseGitDescription(text), expected));
  }
  for (const text of ["", "v1.2.3", "v1.2.3-x-gabc", "-0-gabc"]) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseGitDescription(text), {
        code: "GIT_UNAVAILABLE",
        message: `Cannot read the answer of git describe: "${text}"`,
      });
    });
  }
});
